"""The subject of a Ukrainian verb, told by the make-up of its clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ...parts import Link
from ..anaphora import meant_by_noun
from ..antecedents import antecedents
from ..clauses import Row
from ..fillers import PEOPLE, Filler, Genders, agrees, fits, is_kind, suits, widened
from ..frame import Slot
from ..governing import OFFICES, has_governor
from ..grammar import SUBJECT_RELATIVES
from ..phraseheads import headed
from ..phrasewords import DROPPED
from ..takenup import both_at, kinds_at
from ..wordform import Form
from .clauseparts import Sought, sought
from .groupends import phrase_at
from .groups import Group, are_people, group_at, is_quoted_after
from .inflection import kinds, readings
from .nominatives import Span, agrees_in_form

#: A subject may be as long as this where its clause tells that it is one.
_LONGEST = 10

Subjects = Callable[[int], list[Filler]]


def clause_subjects(
    row: Row, at: int, start: int, slot: Slot, verb: Form, genders: Genders, of_verb: Subjects
) -> list[Filler]:
    """Return what fills ``slot`` as the subject of the verb at ``at``.

    ``start`` is where the adverbs and helpers of the verb begin. The subject may stand away
    from it, before what commas set off, or with an earlier verb; ``of_verb`` gives the
    subject of that one.
    """
    is_verb = "verb" in kinds(row.words[start])
    bare = not is_verb and _is_participle(row, at)
    if bare and (told := _described(row, at, start - 1, slot, genders)):
        return told
    place: Sought = sought(row, start, verb)
    if place.relative >= 0:
        return _antecedent(row, place.relative, slot, verb, genders)
    if place.shared >= 0:
        if bare:
            return []  # it may be an attribute
        found = of_verb(place.shared)
        return found if all(_is_of(row, one, verb) for one in found) else []
    return [one for span in place.spans for one in _filled(row, span, slot, verb, genders)]


def _is_participle(row: Row, at: int) -> bool:
    found = readings(row.words[at])
    return any(one.participle for one in found) and not any(one.kind == "verb" for one in found)


def _described(row: Row, at: int, comma: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what a participle at ``at`` tells of: the name or phrase before its comma.

    It stands in the case of what it tells of.
    """
    if row.word(comma) != ",":
        return []
    forms = [one for one in readings(row.words[at]) if one.kind == "adjective"]
    wanted = frozenset(one.gender or one.number for one in forms)
    cases = frozenset(one.case for one in forms)
    if "nom" in cases:
        cases = frozenset({"nom"})  # the accusative of things is the same
    for link, begin in row.tails.get(comma, ()):
        if link.weak or not suits(link, slot) or (link.cases and cases.isdisjoint(link.cases)):
            continue
        gender = genders.get(link.entity, "")
        quoted = begin > 0 and is_quoted_after(row, begin - 1, begin)
        alone = not has_governor(row, begin) or quoted
        if gender in wanted or (alone and not gender):
            return [Filler(link.entity, link.type, begin, comma)]
    return _phrase_before(row, comma, wanted, cases, slot)


def _antecedent(row: Row, at: int, slot: Slot, verb: Form, genders: Genders) -> list[Filler]:
    """Return the name or phrase that the relative word at ``at`` stands for."""
    wanted = frozenset({SUBJECT_RELATIVES["uk"][row.words[at]]}) - {""}
    found = antecedents(row, at, slot, genders, verb)
    return found or _phrase_before(row, at - 1, wanted, frozenset(), slot)


def _phrase_before(
    row: Row, comma: int, wanted: frozenset[str], cases: frozenset[str], slot: Slot
) -> list[Filler]:
    """Return the phrase before ``comma`` that what follows it speaks of.

    Of the nouns of the phrase only one is of a gender, or ``plur``, in ``wanted`` and may
    stand in one of ``cases``, where there are any.
    """
    if not slot.phrase or row.word(comma) != ",":
        return []
    for begin in range(row.clause_start(comma), comma):
        phrase = phrase_at(row, begin, comma)
        if phrase is None or comma not in phrase.ends:
            continue
        if row.is_conjunction(begin - 1):
            return []  # an item of a list
        chain = list(_chain(row, begin, comma))
        meant = [group for group in chain if _may_mean(row, group, wanted, cases)]
        if len(meant) != 1 or meant[0].name:
            return []
        found = _phrase(row, meant[0].first, comma, slot)
        return [] if found is None else [found]
    return []


def _chain(row: Row, begin: int, end: int) -> Iterator[Group]:
    """Yield the groups that the phrase ``begin:end`` is made of."""
    while begin < end:
        group = group_at(row, begin)
        if group is not None:
            yield group
        begin = group.last if group is not None else begin + 1


def _may_mean(row: Row, group: Group, wanted: frozenset[str], cases: frozenset[str]) -> bool:
    """Tell whether what has those genders and cases may speak of ``group``."""
    if cases and group.cases.isdisjoint(cases):
        return False
    if group.name or not wanted:
        return True
    return any(
        one.kind == "noun" and (one.gender or one.number) in wanted
        for one in readings(row.words[group.head])
    )


def _is_of(row: Row, one: Filler, verb: Form) -> bool:
    """Tell whether the subject of an earlier verb may be that of ``verb`` too."""
    return bool(one.entity) or agrees_in_form(row, one.first, one.last, verb)


def _filled(row: Row, span: Span, slot: Slot, verb: Form, genders: Genders) -> list[Filler]:
    begin, end = span
    named = _name(row, begin, end)
    if named is not None:
        link, first = named
        known = fits(link, slot) and agrees(link, verb, genders)
        return [widened(row, link, first, end)] if known else []
    if found := meant_by_noun(row, begin, end, slot):
        return found
    vague = end - begin == 1 and row.words[begin] in OFFICES
    if not slot.phrase or vague or kinds_at(row, begin, end) or both_at(row, begin, end):
        return []
    if slot.heads and "Actor" in slot.types and are_people(row, begin):
        slot = replace(slot, heads=frozenset())
    whole = _phrase(row, begin, end, slot)
    return [] if whole is None else [whole]


def _phrase(row: Row, begin: int, end: int, slot: Slot) -> Filler | None:
    while begin < end - 1 and row.words[begin] in DROPPED["uk"]:
        begin += 1
    longest = replace(slot, phrase=max(slot.phrase, _LONGEST))
    return headed(row, begin, end, longest, parsed=True)


def _name(row: Row, begin: int, end: int) -> tuple[Link, int] | None:
    """Return the name that the words ``begin:end`` are but for adjectives or a person's title."""
    for link, first in row.tails.get(end, ()):
        if first < begin or link.weak:
            continue
        if all(row.is_adjective(i) for i in range(begin, first)):
            return link, first
        if is_quoted_after(row, begin, first) and "nom" in (link.cases or {"nom"}):
            return link, first
        if link.type and is_kind(link.type, PEOPLE) and "nom" in (link.cases or {"nom"}):
            group = group_at(row, begin)
            return (link, first) if group is not None and group.last == first else None
    return None
