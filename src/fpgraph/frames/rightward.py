"""What fills a slot to the right of a trigger, or between its parts."""

from __future__ import annotations

from dataclasses import replace

from .clausephrases import clause_at
from .clauses import Row
from .coordination import more_names
from .english.insertions import over_inserted
from .english.qualities import predicates
from .english.series import series
from .fillers import POSSESSIVES, Filler, fits
from .frame import Slot
from .grammar import LIGHT
from .leading import REACH, leading
from .phraseheads import has_head, is_phrase
from .ukrainian.adjectives import adjectives_at
from .ukrainian.joined import joined, stepped


def after(row: Row, at: int, slot: Slot, *, one: bool = False) -> list[Filler]:
    """Return what fills ``slot`` from the token ``at`` to the right; several where coordinated."""
    if slot.prep:
        if row.word(at) not in slot.prep:
            return []
        at += 1
    if row.language == "en":
        at = over_inserted(row, at)
    said = clause_at(row, at) if slot.clause else None
    if slot.adjective and row.language == "uk":
        return adjectives_at(row, at, slot)
    if said is None and slot.adjective and (described := list(predicates(row, at))):
        return described
    if said is not None:
        return [said]
    if found := _after_light_noun(row, at, slot, one=one):
        return found
    return _deep(row, at, slot) if slot.deep else _led(row, at, slot, one=one)


def _led(row: Row, at: int, slot: Slot, *, one: bool) -> list[Filler]:
    """Return the name or phrase at the token ``at`` and, but for ``one``, what it is joined to."""
    first = leading(row, at, slot)
    if first is None:
        return [] if one or row.language == "en" else _further(row, at, slot)
    if one:
        return [first]
    return series(row, first, slot) if row.language == "en" else [first, *_joined(row, first, slot)]


def _further(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the items of a Ukrainian list that fit though the first one does not."""
    end = stepped(row, at, slot)
    return joined(row, Filler("", "", at, end), slot) if end is not None else []


def _joined(row: Row, first: Filler, slot: Slot) -> list[Filler]:
    """Return what ``first`` is joined to, names and phrases."""
    names = list(more_names(row, first, slot)) if first.entity else []
    return [*names, *(joined(row, names[-1] if names else first, slot) if slot.phrase else ())]


def _after_light_noun(row: Row, at: int, slot: Slot, *, one: bool) -> list[Filler]:
    """Return what a noun that says little governs: "the conduct of a balanced policy"."""
    light = at
    while light < len(row) and row.is_adjective(light) and light not in row.heads:
        light += 1
    word = row.word(light)
    if light in row.heads or (word not in slot.dropped and word not in LIGHT[row.language]):
        return []
    bare = replace(slot, cases=frozenset({"gen"}) if slot.cases else slot.cases, phrase=0)
    return after(row, light + 2 if row.word(light + 1) == "of" else light + 1, bare, one=one)


def _deep(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the first name that fits between ``at`` and the next mark, wherever it stands."""
    for index in range(at, min(len(row), at + 2 * REACH)):
        if row.is_mark(index) or row.is_verb(index):
            break
        for link, end in row.heads.get(index, ()):
            if fits(link, slot) and link.cases <= {"gen", "dat", "loc", "acc"}:
                return [Filler(link.entity, link.type, index, end)]
    return []


def opening(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that the sentence opens with, after one of the prepositions of ``slot``."""
    begin = 0
    while begin < min(at, 4) and row.word(begin) not in slot.prep:
        begin += 1
    first = leading(row, begin + 1, replace(slot, phrase=0)) if begin < min(at, 4) else None
    return [first] if first and first.last <= at else []


def heading(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that the words from ``at`` on begin with, whatever follows it."""
    while at < len(row) and at not in row.heads and row.is_adjective(at):
        at += 1
    return next_to(row, at, slot)


def next_to(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that begins at the token ``at``, unless it is a possessor."""
    for link, end in row.heads.get(at, ()):
        if fits(link, slot) and row.word(end) not in POSSESSIVES:
            return [Filler(link.entity, link.type, at, end)]
    return []


def inside(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    """Return what fills ``slot`` between two parts of a trigger."""
    for index in range(begin, min(end, begin + REACH)):
        for link, last in row.heads.get(index, ()):
            closes = last == end or _possesses(row, last, end)
            if closes and fits(link, slot) and not slot.prep:
                return [Filler(link.entity, link.type, index, last)]
        if not row.is_adjective(index):
            break
    found = after(row, begin, slot)
    if found and found[-1].last <= end:
        return found
    if slot.phrase and is_phrase(row, begin, end, slot.phrase) and has_head(row, begin, end, slot):
        return [Filler("", "", begin, end)]
    end = next((i for i in range(begin + 1, end) if row.is_preposition(i)), end)
    whole = slot.phrase and is_phrase(row, begin, end, slot.phrase)
    return [Filler("", "", begin, end)] if whole and has_head(row, begin, end, slot) else []


def _possesses(row: Row, at: int, end: int) -> bool:
    """Tell whether a possessive at ``at`` and adjectives fill the gap: "Norway's oldest ally"."""
    owns = row.language == "en" and row.word(at) in POSSESSIVES
    return owns and all(row.is_adjective(i) for i in range(at + 1, end))
