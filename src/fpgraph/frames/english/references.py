"""What English pronouns, possessives and relative words stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...parts import Link
from ..clauses import Row
from ..fillers import PEOPLE, POSSESSIVES, Filler, Genders, is_kind, suits
from ..frame import Slot
from ..grammar import BE, DETERMINERS
from ..matching import LED_RELATIVES, Match
from .clauses import predications
from .nominals import Span, core_end
from .predications import Predication
from .subjectnames import fillers, is_pair, name_of, names_of

#: What a pronoun stands for: a person, a thing, or several.
PRONOUNS = {
    "he": "person", "she": "person", "him": "person", "her": "person", "his": "person",
    "it": "thing", "its": "thing", "they": "many", "them": "many", "their": "many",
    "both": "two",
}  # fmt: skip
_OBJECTS = frozenset({"him", "her", "it", "them"})
_OWNERS = frozenset({"its", "his", "her", "their"})
#: With "it" and "that" or "to" these speak of nothing: "it seems that".
_EMPTY = BE | frozenset(
    "said seems seemed appears appeared remains remained takes took follows argued".split()  # noqa: SIM905
)
_FAR = 9
#: Words from a relative word to its verb.
_REACH = 14
_STATE = frozenset({"State"})
_SCENES = frozenset({"in", "from", "near", "across", "within", "over", "through"})
_COURSE = "PolicyCourse"
#: How many sentences a chain of pronouns may go back.
_CHAIN = 3
#: A sentence that may have an argument which is no name.
REFERRING = re.compile(r"\b(?:[Ii]ts?|[Hh]im|[Hh]er|[Hh]is|[Tt]hem|[Tt]heir|whose|which|that)\b")


def referred(row: Row, match: Match, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what fills ``slot`` where no name does: by a pronoun or a relative word."""
    if slot.where == "after":
        return _object(row, match, slot, genders)
    if slot.where == "touching":
        return owner(row, match.begin, slot, genders)
    if slot.where == "before" and row.words[match.begin] == "whose":
        return whose(row, match.begin, slot, genders)
    return []


def _object(row: Row, match: Match, slot: Slot, genders: Genders) -> list[Filler]:
    at = match.end
    if slot.prep:
        if row.word(at) not in slot.prep:
            return []
        at += 1
    word = row.word(at)
    if word in _OBJECTS and not (word == "her" and _goes_on(row, at + 1)):
        found = _of_object(row, at, slot, genders)
        return [Filler(link.entity, link.type, at, at + 1) for link in found]
    if slot.prep or _goes_on(row, at):
        return []
    return _related(row, match, slot, genders)


def _goes_on(row: Row, at: int) -> bool:
    """Tell whether a noun phrase begins at ``at``."""
    if at >= len(row) or row.is_mark(at) or row.is_conjunction(at):
        return False
    if row.is_preposition(at):
        return row.words[at] == "to"  # "the bank that Mali wants to join"
    return not row.is_adverb(at) and not row.opens_clause(at)


def _related(row: Row, match: Match, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what a relative word stands for that is the object: "the pact, which Peru signed"."""
    for one in predications(row):
        if one.verb.start <= match.begin < one.verb.end and one.related and one.kind == "rel":
            whole = one.verb.main < match.end and not relative_lead(row, one.verb.start)
            return fillers(row, one.related, slot, genders, meant) if whole else []
    return []


def relative_lead(row: Row, verb: int) -> str:
    """Return the preposition before the relative word of the clause of ``verb``, or ""."""
    for at in range(verb - 1, max(0, verb - _REACH), -1):
        if row.words[at] in LED_RELATIVES:
            return row.words[at - 1] if row.is_preposition(at - 1) else ""
    return ""


def whose(row: Row, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what "whose" at ``at`` stands for."""
    for one in predications(row):
        if one.verb.start > at:
            return fillers(row, one.related, slot, genders, meant) if one.related else []
    return []


def owner(row: Row, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return whose the noun at ``at`` is: "its aim", "whose aim"."""
    while at > 0 and row.is_adjective(at - 1) and row.words[at - 1] not in _OWNERS:
        at -= 1
    word = row.word(at - 1)
    if word == "whose":
        return [
            Filler(one.entity, one.type, at - 1, at) for one in whose(row, at - 1, slot, genders)
        ]
    if word not in _OWNERS:
        return []
    found = _spoken_of(row, at - 1, genders)
    if not found or not _agree(row, found, PRONOUNS[word], genders):
        return []
    return [Filler(link.entity, link.type, at - 1, at) for link in found if suits(link, slot)]


def meant(row: Row, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what the pronoun at ``at`` stands for as a subject."""
    found = _spoken_of(row, at, genders)
    if not found and row.words[at] == "it" and slot.types and not is_kind(_COURSE, slot.types):
        found = _possessor(row, at)
    if not found:
        return fillers(row, _phrase(row, at), slot, genders, meant) if slot.phrase else []
    if not _agree(row, found, _wanted(row, at), genders):
        return []
    fitting = all(suits(link, slot) for link in found)
    return [Filler(link.entity, link.type, at, at + 1) for link in found] if fitting else []


def _phrase(row: Row, at: int) -> tuple[Span, ...]:
    """Return the noun phrase without a name that the pronoun at ``at`` stands for.

    It is the one subject of the clauses before: "the truce held, since it rested on trust".
    """
    wanted = _wanted(row, at)
    told = {one.subject for one in predications(row) if one.verb.start < at and one.kind != "rel"}
    if len(told) != 1 or wanted not in ("thing", "many"):
        return ()
    spans = told.pop()
    if len(spans) != 1 or row.words[spans[0][0]] in PRONOUNS or name_of(row, spans[0]) is not None:
        return ()
    return spans if _may_be(row, spans[0], wanted) else ()


def _spoken_of(row: Row, at: int, genders: Genders, depth: int = _CHAIN) -> list[Link]:
    """Return the names that the pronoun at ``at`` takes up: the one subject before it.

    That of the clauses before it in its sentence, else that of the sentence before.
    """
    wanted = _wanted(row, at)
    told = [one for one in predications(row) if one.verb.start < at and one.kind != "rel"]
    if told:
        return _agreed(row, told, wanted, genders, depth)
    earlier = row.earlier() if depth else None
    if earlier is None:
        return []
    found = _topic(earlier, wanted, genders, depth - 1)
    return found or (_two_states(earlier) if wanted == "two" else [])


def _possessor(row: Row, at: int) -> list[Link]:
    """Return whose government or policy the sentence before speaks of: "Peru's army left. It …".

    Only where a verb follows that no policy may have as its subject.
    """
    earlier = row.earlier()
    if earlier is None or any(one.verb.start < at for one in predications(row)):
        return []
    main = [one for one in predications(earlier) if one.kind == "main"]
    if len(main) != 1 or len(main[0].subject) != 1:
        return []
    begin, end = main[0].subject[0]
    for link, last in earlier.heads.get(begin, ()):
        if not link.weak and last < end and earlier.words[last] in POSSESSIVES:
            return [link]
    return []


def _wanted(row: Row, at: int) -> str:
    """Return what the word at ``at`` stands for: "the two countries" for two."""
    return PRONOUNS.get(row.words[at], "two")


def _two_states(row: Row) -> list[Link]:
    """Return the two states that a sentence names, if it names just two."""
    named = {
        link.entity: link
        for link in _before(row, len(row))
        if link.type and is_kind(link.type, _STATE) and not _is_scene(row, link)
    }
    return list(named.values()) if len(named) == 2 else []


def _is_scene(row: Row, link: Link) -> bool:
    """Tell whether a state is but where something happens: "in Sudan"."""
    at = row.at(link.start)
    at -= row.word(at - 1) == "the"
    return row.word(at - 1) in _SCENES


def _topic(row: Row, wanted: str, genders: Genders, depth: int) -> list[Link]:
    main = [one for one in predications(row) if one.kind == "main"]
    if all(_is_empty(row, one) for one in main):
        main = [one for one in predications(row) if one.kind == "sub"]
    return _agreed(row, main, wanted, genders, depth)


def _agreed(
    row: Row, told: Sequence[Predication], wanted: str, genders: Genders, depth: int
) -> list[Link]:
    """Return the one subject among the verbs ``told`` that a pronoun may stand for."""
    found: dict[tuple[str, ...], list[Link]] = {}
    for one in told:
        if _is_empty(row, one):
            continue
        named = _names(row, one.subject, wanted, genders, depth)
        if named is None:
            if one.subject and _may_be(row, one.subject[0], wanted):
                return []
        elif named and _agree(row, named, wanted, genders):
            found[tuple(link.entity for link in named)] = named
    return next(iter(found.values())) if len(found) == 1 else []


def _names(
    row: Row, spans: Sequence[Span], wanted: str, genders: Genders, depth: int
) -> list[Link] | None:
    """Return the names that ``spans`` are, or stand for; None where one is no name."""
    if len(spans) == 1 and spans[0][1] - spans[0][0] == 1:
        word = row.words[spans[0][0]]
        if word in PRONOUNS and spans[0][0] not in row.heads:
            if _kind(PRONOUNS[word]) != _kind(wanted):
                return []
            return _spoken_of(row, spans[0][0], genders, depth) or None
    if len(spans) == 1 and is_pair(row, *spans[0]):
        paired = wanted in ("many", "two")
        return (_spoken_of(row, spans[0][0], genders, depth) if paired else []) or None
    return names_of(row, spans)


def _is_empty(row: Row, one: Predication) -> bool:
    """Tell whether the subject is an "it" that stands for nothing: "it is true that"."""
    if [row.words[begin:end] for begin, end in one.subject] != [["it"]]:
        return False
    if row.words[one.verb.main] not in _EMPTY:
        return False
    return any(
        row.words[at] in ("that", "to", "whether", "who")
        for at in range(one.verb.end, min(len(row), one.verb.end + _FAR))
    )


def _kind(wanted: str) -> str:
    return "many" if wanted == "two" else wanted


def _may_be(row: Row, span: Span, wanted: str) -> bool:
    """Tell whether a noun phrase that is no name may be what a pronoun stands for."""
    last = core_end(row, *span) - 1
    plural = row.words[last].endswith("s") or row.words[span[0]] in ("both", "all", "many")
    return plural == (wanted in ("many", "two"))


def _agree(row: Row, named: Sequence[Link], wanted: str, genders: Genders) -> bool:
    """Tell whether a pronoun may stand for all of ``named``."""
    if wanted in ("many", "two"):
        many = len(named) > 1 or all(genders.get(link.entity) == "plur" for link in named)
        return many and (wanted == "many" or len(named) == 2)
    if len(named) != 1:
        return False
    link = named[0]
    person = bool(link.type) and is_kind(link.type, PEOPLE)
    if wanted == "person":
        full = " " in row.clean[link.start : link.end]
        return person or (not link.type and full)
    return bool(link.type) and not person


def _of_object(row: Row, at: int, slot: Slot, genders: Genders) -> list[Link]:
    """Return what an object pronoun stands for: the one name before its clause that agrees."""
    wanted = PRONOUNS[row.words[at]]
    own = next((one for one in reversed(predications(row)) if one.verb.start < at), None)
    if own is None or not own.subject or wanted == "many":
        return []
    start = own.subject[0][0]
    doing = {link.entity for link in names_of(row, own.subject) or ()}
    scopes = [(row, start)]
    if row.words[at] in row.words[:start]:
        scopes = []  # "Peru signed it, and Chile ratified it": both stand for one thing before
    if (earlier := row.earlier()) is not None:
        scopes.append((earlier, len(earlier)))
    for where, end in scopes:
        named = {
            link.entity: link
            for link in _before(where, end)
            if link.entity not in doing and _agree(where, [link], wanted, genders)
        }
        rival = wanted == "thing" and _has_rival(where, end)
        if named or rival:
            fitting = [link for link in named.values() if suits(link, slot)]
            return fitting if len(fitting) == 1 and not rival else []
    return []


def _before(row: Row, end: int) -> Iterator[Link]:
    """Yield the names of ``row`` before the token ``end``."""
    for begin in sorted(row.heads):
        link = row.heads[begin][0][0]
        if begin < end and not link.weak:
            yield link


def _has_rival(row: Row, end: int) -> bool:
    """Tell whether a verb before ``end`` has a common noun as its subject or object."""
    for one in predications(row):
        if one.verb.start >= end:
            break
        if row.words[one.verb.main] in BE:
            if any(name_of(row, span) is None for span in one.subject):
                return True
            continue
        at = one.verb.end
        while at < end and row.words[at] in DETERMINERS["en"]:
            at += 1
        noun = at < end and at > one.verb.end and at not in row.heads
        if noun or any(name_of(row, span) is None for span in one.subject):
            return True
    return False
