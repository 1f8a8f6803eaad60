"""Which of its meanings a form has at a place: decided by rule or left open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..lexicon.ambiguity import (
    ALONE,
    AZERBAIJANI,
    COMPANY,
    DIRECTION,
    GIVEN,
    HYPHEN,
    LATER,
    NAMESAKE,
    PLACED,
    PREPOSED,
    RUSSIAN,
    SHORT,
    SMALL,
    START,
    STRICT,
    THEORY,
    Sense,
)
from ..lexicon.labels import PEOPLE
from ..lexicon.tree import Entry
from .context import Context
from .walk import Hit

_HYPHENS = "-‐‑"
_CASE_ENDING = re.compile(r"[-‐‑](?:а|у|ом|ові|і|ів|ам|ами|ах)\b")
_LANGUAGES = {"ru": RUSSIAN, "az": AZERBAIJANI}
_THEORIES = frozenset({"Theory", "Ideology"})
#: What other names in the article may decide.
_LATE = START | LATER | DIRECTION
#: What must be named for the short name of the other: both Koreas, the state of a parliament.
_COMPANY = {
    "north-korea": ("south-korea",),
    "south-korea": ("north-korea",),
    "north-vietnam": ("south-vietnam",),
    "south-vietnam": ("north-vietnam",),
    "us-congress": ("usa", "united-states"),
}


def chosen(hits: Sequence[Hit], context: Context) -> list[Hit]:
    """Return the hits with the one sense that each has, in the order given; others are dropped."""
    found: list[Hit] = []
    add = found.append
    open_: list[tuple[int, int, int, tuple[Sense, ...]]] = []
    text = context.text
    for hit in hits:
        start, back, (sense, undecided, senses) = hit
        if text[-back] in _HYPHENS or text[start - 1] in _HYPHENS:
            if ending := _ending(text, -back, sense):
                add((start, -ending, hit[2]))
            elif (one := _compound(text, start, -back, senses)) is not None:
                add((start, back, _sure(one)))
        elif undecided:
            open_.append((len(found), start, -back, senses))
        else:
            add(hit)
    return _with_decided(found, open_, context) if open_ else found


def _sure(sense: Sense) -> Entry:
    return sense, False, (sense,)


def _with_decided(
    found: list[Hit],
    open_: Sequence[tuple[int, int, int, tuple[Sense, ...]]],
    context: Context,
) -> list[Hit]:
    """Return the hits found together with those that what is found decides."""
    # The first place of each is what stays.
    met = {one[2][0][0]: one[0] for one in reversed(found) if not one[2][0][4]}
    context.met = met
    decided = [_decided(context, start, end, senses) for _, start, end, senses in open_]
    for (_, start, _, _), sure in zip(open_, decided, strict=True):
        if sure is not None and not sure[4]:
            met[sure[0]] = min(start, met.get(sure[0], start))
    result: list[Hit] = []
    done = 0
    for (number, start, end, senses), sure in zip(open_, decided, strict=True):
        result += found[done:number]
        done = number
        one = sure
        if one is None and (len(senses) > 1 or (senses[0][5] & _LATE and senses[0][0] in met)):
            # What was met meanwhile may decide it.
            one = _decided(context, start, end, senses)
        if one is not None:
            result.append((start, -end, _sure(one)))
    return result + found[done:]


def _ending(text: str, end: int, sense: Sense) -> int:
    """Return where an acronym ends that has a case ending after a hyphen: «ГУАМ-у»."""
    found = _CASE_ENDING.match(text, end) if sense[1] == "acronym" else None
    return found.end() if found else 0


def _compound(text: str, start: int, end: int, senses: tuple[Sense, ...]) -> Sense | None:
    """Return the sense of a word that a hyphen joins to another one.

    Two names («Азербайджан-Росія») are two names; a name with a word in small letters
    (US-led, pro-NATO) is an adjective; a part of a double surname is nothing.
    """
    sense = senses[0]
    joined = text[start - 1] in _HYPHENS
    if len(senses) > 1 or sense[2] in PEOPLE or sense[5] & DIRECTION:
        return None
    if not (sense[4] or text[start].isupper()) or (joined and " " in text[start:end]):
        return None  # «сусіди-держави», «Південно-Східна Європа»
    if sense[5] & HYPHEN and text[end] not in _HYPHENS:
        return None
    parts = _parts_beside(text, start, end)
    if any(part[:1].isdigit() for part in parts):
        return None  # «Росія-24»
    if sense[4] or all(part[:1].isupper() for part in parts if part):
        return sense
    return (sense[0], "compound", sense[2], sense[3], True, sense[5])


def _parts_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the parts that hyphens join to ``start:end``, before it and after."""
    before = after = ""
    if text[start - 1] in _HYPHENS:
        begin = start - 1
        while begin > 0 and text[begin - 1].isalnum():
            begin -= 1
        before = text[begin : start - 1]
    if text[end] in _HYPHENS:
        after = text[end + 1 : end + 2]
    return before, after


def _decided(context: Context, start: int, end: int, senses: tuple[Sense, ...]) -> Sense | None:
    left = [sense for sense in senses if _allowed(context, start, end, sense)]
    if len(left) > 1:
        # Among words of theory «реалізм» is the theory, not the virtue.
        left = [s for s in left if s[5] & THEORY and s[2] in _THEORIES] or left
        left = [sense for sense in left if not sense[4]] or left
    if len(left) > 1:
        left = [sense for sense in left if context.met.get(sense[0], start) < start]
    return left[0] if len(left) == 1 else None


def _allowed(context: Context, start: int, end: int, sense: Sense) -> bool:
    """Tell whether the place allows what the sense asks for."""
    check = sense[5]
    if (
        check & SMALL
        and context.text[start].isupper()
        and not _capital_too_many(context, start, end)
    ):
        return False
    return not check & PLACED or (
        not check & HYPHEN
        and (not check & LATER or sense[0] in context.met)
        and (not check & (RUSSIAN | AZERBAIJANI) or _in_language(context, start, check))
        and (not check & NAMESAKE or not context.namesake(start))
        and (not check & SHORT or context.shortened(start, end))
        and (not check & STRICT or not context.begins(start) or context.lists(end))
        and (not check & START or sense[0] in context.met or not context.begins(start))
        and (not check & GIVEN or not context.beside_capital(start, end))
        and (not check & ALONE or context.of_nobody_else(start, end))
        and (not check & DIRECTION or not context.compass(start, end, met=sense[0] in context.met))
        and (not check & COMPANY or _accompanied(context, sense[0], end))
        and (not check & THEORY or context.of_theory(start))
        and (not check & PREPOSED or context.after_preposition(start, end))
    )


def _accompanied(context: Context, entity: str, end: int) -> bool:
    """Tell whether the article names what a short name needs, and nothing else follows it."""
    others = _COMPANY.get(entity)
    if others is None:
        return True
    return any(one in context.met for one in others) and not context.belongs(end)


def _capital_too_many(context: Context, start: int, end: int) -> bool:
    """Tell whether a capitalised concept is one: «Російської економіки», but no «Альянс»."""
    if context.titled(start):
        return True
    return " " in context.text[start:end] and not context.beside_capital(start, end)


def _in_language(context: Context, at: int, check: int) -> bool:
    sentence = context.sentence(at)
    return sentence is not None and bool(_LANGUAGES.get(sentence.passage.language, 0) & check)
