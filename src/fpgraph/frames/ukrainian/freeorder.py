"""Who acts and on what where a Ukrainian verb does not stand between its subject and object."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ..anaphora import meant_by_noun
from ..clauses import Row
from ..fillers import PEOPLE, Filler, Genders, is_kind
from ..frame import Frame, Slot
from ..grammar import PREPOSITIONS
from ..leftward import before
from ..matching import Match
from .fronts import before_adverbs
from .inflection import kinds
from .inversion import (
    following_subject,
    fronted,
    has_front,
    is_object_pronoun,
    leading_object,
    relative_object,
    takes_case,
)
from .references import AFTER_PREPOSITIONS, owner, referent

#: What stands there may be a genitive, and a possessive before the noun instead.
_OWNED = frozenset({"inside", "after"})

Pair = tuple[Filler, Filler]


def fronted_pairs(row: Row, match: Match, genders: Genders) -> Iterator[Pair]:
    """Yield subject and object of a verb whose object stands in front with its preposition."""
    verb, lead = match.pattern.first, match.pattern.fronted
    if row.words[match.end : match.end + 1] == lead.split()[:1]:
        return
    doer, other, turned = free_slots(match.pattern.frame)
    objects = fronted(row, match.begin, lead, other, genders)
    if not objects:
        return
    found = following_subject(row, match.end, doer, verb, genders, sure=True)
    yield from _ordered(found or before(row, match.begin, doer, verb, genders), objects, turned)


def inverted_pairs(row: Row, match: Match, genders: Genders) -> Iterator[Pair]:
    """Yield subject and object of a verb with the object in front, the subject behind or between.

    In a relative clause the object is what the relative word stands for.
    """
    frame, verb, at = match.pattern.frame, match.pattern.first, match.begin
    doer, other, turned = free_slots(frame)
    if not _is_free(match) or row.word(match.end) == "як":
        return  # what it is taken as is another matter
    if not (has_front(row, at, other) or before(row, at, doer, verb, genders)):
        return
    if (place := before_adverbs(row, 0, at) - 1) > 0 and is_object_pronoun(row.words[place], other):
        objects = referent(row, place, other, genders)
        found = before(row, place, doer, verb, genders) if objects else []
        yield from _ordered(found, objects, turned)
        return
    objects, sure = relative_object(row, at, other, genders)
    if objects:
        found = following_subject(row, match.end, doer, verb, genders, sure=sure)
        yield from _ordered(found or before(row, at, doer, verb, genders), objects, turned)
        return
    objects, sure = _leading(row, at, frame, other, genders)
    found = following_subject(row, match.end, doer, verb, genders, sure=sure) if objects else []
    if found:
        yield from _ordered(found, objects, turned)
    elif found := before(row, at, doer, verb, genders):
        if found[0].first >= row.clause_start(at):  # else the subject is that of an earlier verb
            objects, sure = _leading(row, found[0].first, frame, other, genders)
        # «Цюріхський історик Ганс Рюклі» is one.
        if sure or not is_kind(found[0].type or "Person", PEOPLE):
            yield from _ordered(found, objects, turned)


def _leading(
    row: Row, at: int, frame: Frame, slot: Slot, genders: Genders
) -> tuple[list[Filler], bool]:
    """Return the object that the clause of ``at`` begins with, and whether it is sure.

    Where it says of what kind something is, an adjective leads it.
    """
    found, sure = leading_object(row, at, slot, genders)
    plain = found and "adjective" not in kinds(row.words[found[0].first])
    if plain and frame.property == "characterisedAs":
        return [], False
    return found, sure


def _ordered(doers: list[Filler], objects: list[Filler], turned: bool) -> Iterator[Pair]:
    for filler, doer in product(objects, doers):
        yield (filler, doer) if turned else (doer, filler)


def free_slots(frame: Frame) -> tuple[Slot, Slot, bool]:
    """Return who acts, on what, and whether the frame has them the other way round."""
    turned = frame.subject.where == "after"
    return (frame.object, frame.subject, True) if turned else (frame.subject, frame.object, False)


def _is_free(match: Match) -> bool:
    """Tell whether a trigger is a verb whose object may stand in front of it."""
    pattern = match.pattern
    if pattern.rest or pattern.first.mood == "passive":
        return False
    doer, other, _ = free_slots(pattern.frame)
    if doer.where != "before" or other.where != "after" or "nom" not in doer.cases:
        return False
    return takes_case(other) and pattern.first.words[-1] not in PREPOSITIONS["uk"]


def taken_up(row: Row, at: int, found: list[Filler], slot: Slot, genders: Genders) -> list[Filler]:
    """Return ``found`` at ``at`` with what its pronouns and words like «ця угода» stand for."""
    if not found and at < len(row):
        led = row.words[at] in AFTER_PREPOSITIONS and row.is_preposition(at - 1)
        alone = is_object_pronoun(row.words[at], slot) and not _qualifies(row, at)
        return referent(row, at, slot, genders) if led or alone else []
    return [
        name
        for one in found
        for name in ([] if one.entity else meant_by_noun(row, one.first, one.last, slot)) or [one]
    ]


def _qualifies(row: Row, at: int) -> bool:
    """Tell whether a noun follows that «її» at ``at`` is a possessive of."""
    if at + 1 >= len(row) or row.is_mark(at + 1):
        return False
    return not kinds(row.words[at + 1]).isdisjoint({"noun", "adjective", "number"})


def owned(row: Row, match: Match, slot: Slot, genders: Genders) -> list[Filler]:
    """Return whose the noun of a trigger is, where a pronoun tells: "its aim", "whose aim"."""
    if slot.where not in _OWNED or slot.prep or (slot.cases and "gen" not in slot.cases):
        return []
    nouns = [(match.begin, match.gap[0] if match.gap else match.end)]
    if match.gap and slot.where == "after":
        nouns.append((match.gap[1], match.end))
    for begin, end in nouns:
        if not (row.is_verb(begin) or row.is_preposition(begin)):
            found = owner(row, begin, end, slot, genders)
            if found:
                return found
    return []
