"""The noun phrases in front of a Ukrainian verb that may be its subject."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses import Row
from ..fillers import NAMED, is_kind
from ..grammar import ADVERBS
from ..wordform import Form
from .groupends import Phrase, phrase_at
from .groups import COLLECTIVE, Group, group_at, over_date
from .inflection import kinds, readings
from .inversion import TIMES

Span = tuple[int, int]

#: Pronouns that may be a subject: what they stand for is told elsewhere.
_SUBJECTS = frozenset(
    """
    я ти він вона воно ми ви вони це те той ті ця цей ці хто що ніхто ніщо щось хтось усе все
    усі всі дехто
    """.split()  # noqa: SIM905 - a list of words
)
_OBLIQUE = frozenset(
    """
    його її їх йому їй їм ним нею ними мені тобі нам вам нас вас собі себе цьому цього цим тому
    того тим цієї цій тих
    """.split()  # noqa: SIM905 - a list of words
)
_NOMINAL = frozenset({"noun", "pronoun", "number"})
_ADVERBIAL = frozenset({"adverb", "particle", "conjunction"})


def nominatives(row: Row, begin: int, end: int, verb: Form) -> tuple[Span, ...] | None:
    """Return what among the tokens ``begin:end`` may be the subject; None where that is unclear.

    Empty where they are nothing but adverbials and objects.
    """
    found: list[tuple[Span, ...]] = []
    oblique = False
    index = begin
    while index < end:
        over = _over_adverbial(row, index, end)
        if over > index:
            index = over
            continue
        phrase = phrase_at(row, index, end)
        if phrase is None:
            return None
        last = _last(row, phrase)
        if "nom" in phrase.group.cases and not (oblique and row.is_conjunction(index - 1)):
            joined = tuple(_joined(row, index, last, end))
            if joined[-1][1] > last and verb.number != "sing":
                found.append(joined)
                last = joined[-1][1]
            elif agrees_in_form(row, index, last, verb):
                last = _over_dated(row, last, end)
                found.append(((index, last),))
        oblique = "nom" not in phrase.group.cases
        index = _before_name(row, phrase) if oblique else last
    if len(found) > 1:
        found = [one for one in found if _is_certain(row, one[0])]
        if len(found) != 1:
            return None
    return found[0] if found else ()


def _before_name(row: Row, phrase: Phrase) -> int:
    """Return where an object ends; a name that may be the subject is no part of it."""
    for end in phrase.ends:
        named = row.heads.get(end, ())
        if any(not link.weak and "nom" in (link.cases or {"nom"}) for link, _ in named):
            return end
    return _last(row, phrase)


def _last(row: Row, phrase: Phrase) -> int:
    """Return where a phrase ends; nothing goes on with what has a name of its own."""
    named = phrase.group.name and _has_own_name(row, phrase.group)
    return phrase.group.last if named else phrase.ends[-1]


def _has_own_name(row: Row, group: Group) -> bool:
    """Tell whether a group is no mere idea: "neutrality" may be that of somebody."""
    return any(
        not link.weak and (not link.type or is_kind(link.type, NAMED))
        for link, _ in row.heads.get(group.head, ())
    )


def _over_dated(row: Row, last: int, end: int) -> int:
    """Return where a phrase ends that a date parts: «відкриття у 2021 році представництва»."""
    begin = last + row.is_preposition(last) if last < end else last
    over = over_date(row, begin)
    if over == begin or over >= end:
        return last
    owner = phrase_at(row, over, end)
    return owner.ends[-1] if owner is not None and owner.group.cases == {"gen"} else last


def _joined(row: Row, begin: int, last: int, end: int) -> Iterator[Span]:
    """Yield the phrase ``begin:last`` and those that conjunctions join to it.

    A bare noun shares what belongs to the next: «масштаб і цілі політики» are one.
    """
    while last < end - 1 and row.is_conjunction(last):
        phrase = phrase_at(row, last + 1, end)
        if phrase is None or "nom" not in phrase.group.cases:
            break
        following = _last(row, phrase)
        if last > begin + 1 or begin in row.heads or following == last + 2:
            yield begin, last
            begin = last + 1
        last = following
    yield begin, last


def _over_adverbial(row: Row, at: int, end: int) -> int:
    """Return the token after what at ``at`` tells when, where or how, or of an oblique pronoun."""
    date = over_date(row, at)
    if date > at:
        return date
    if row.is_preposition(at):
        return _over_led(row, at, end)
    word = row.words[at]
    if at in row.heads or word in _SUBJECTS:
        return at
    if word in ADVERBS["uk"]:
        return at + 1
    group = group_at(row, at)
    if group is not None and not group.name:
        timed = row.words[group.last - 1] in TIMES and not group.bare
        return group.last if timed else at
    found = kinds(word)
    plain = bool(found) and (found <= _ADVERBIAL or found == {"infinitive"})
    return at + (plain or word in _OBLIQUE or row.is_adverb(at) or word == "не")


def _over_led(row: Row, at: int, end: int) -> int:
    """Return the token after what the preposition at ``at`` leads to."""
    if row.word(at + 1) in _OBLIQUE or row.word(at + 1) == "це" or row.word(at + 1)[:1].isdigit():
        return max(over_date(row, at + 1), at + 2)
    phrase = phrase_at(row, at + 1, end)
    return at if phrase is None else _over_owners(row, phrase, end)


def _over_owners(row: Row, phrase: Phrase, end: int) -> int:
    """Return where a phrase after a preposition ends; a name goes on with genitives only."""
    if not phrase.group.name or not _has_own_name(row, phrase.group):
        return phrase.ends[-1]
    last = phrase.group.last
    while last < end:
        group = group_at(row, last)
        if group is None or group.cases != {"gen"}:
            break
        last = group.last
    return last


def _is_certain(row: Row, span: Span) -> bool:
    """Tell whether the words of ``span`` can be but a nominative."""
    phrase = phrase_at(row, *span)
    return phrase is not None and phrase.group.cases == {"nom"}


def agrees_in_form(row: Row, begin: int, end: int, verb: Form) -> bool:
    """Tell whether the noun of the phrase ``begin:end`` is of the number and gender of ``verb``."""
    phrase = phrase_at(row, begin, end)
    if phrase is None or not verb.number:
        return phrase is not None
    if phrase.group.name:
        return True
    word = row.words[phrase.group.head]
    if word in COLLECTIVE or row.words[begin][0].isdigit():
        return True
    return any(
        one.kind in _NOMINAL
        and one.case == "nom"
        and one.number == verb.number
        and (verb.number == "plur" or not verb.gender or one.gender in ("", verb.gender))
        for one in readings(word)
    )
