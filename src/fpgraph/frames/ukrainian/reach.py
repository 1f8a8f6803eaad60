"""Objects that stand away from their Ukrainian verb, behind what tells when, where or how."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import Row
from ..fillers import Filler
from ..frame import Slot
from ..grammar import ONLY
from ..rightward import after
from .adjuncts import is_adjunct, over_adjuncts
from .groupends import phrase_at

#: Cases that a noun stands in only after a preposition.
_LED = frozenset({"loc"})
#: Prepositions that also tell where something is.
_PLACING = frozenset({"в", "у", "на", "з", "із", "під", "над", "між"})
#: Stand before the first of two things that a preposition leads to each.
_EACH = frozenset({"ані", "ні", "як", "і", "й", "або", "чи"})


def reached(row: Row, at: int, slot: Slot, *, one: bool = False) -> list[Filler]:
    """Return what fills ``slot`` from the token ``at`` on, right there or behind adjuncts.

    «Скасувала на референдумі виняток», «став для всієї Європи рамкою»: nothing stands
    between a preposition and its noun.
    """
    found = after(row, at, slot, one=one)
    if found or row.language != "uk" or row.is_preposition(at - 1) or at >= len(row):
        return found
    if slot.over and (found := _behind(row, at, slot)):
        return found
    if not slot.cases or (slot.cases <= {"gen"} and not slot.prep):
        return []
    strict: Slot | None = slot if slot.prep else None
    for begin in over_adjuncts(row, at, slot.cases):
        if begin >= len(row):
            break
        if strict is None:
            strict = replace(slot, cases=slot.cases - _LED, clause=False)
        if found := after(row, begin, strict, one=one):
            return found
    return []


def parted(row: Row, at: int, preposition: str) -> int | None:
    """Return the token after ``preposition`` where adjuncts or "not" part it from its verb.

    The verb ends at ``at``: «спирається насамперед на право», «не на силу, а на право».
    """
    if preposition not in row.vocabulary or row.word(at) == preposition:
        return None
    for begin in (at, *over_adjuncts(row, at, frozenset({"dat"}))):
        index = begin
        led = index > at and row.is_preposition(at) and not is_adjunct(row, at)
        if led and preposition in _PLACING:
            return None  # «лежить на столі в Литві»
        if row.word(index) == "не":
            index += 1 + (row.word(index + 1) in ONLY)
        elif row.word(index) in _EACH:
            index += 1
        if row.word(index) == preposition:
            return index + 1
    return None


def _behind(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return what fills ``slot`` behind somebody whom the verb at ``at`` makes do or lose it."""
    other = phrase_at(row, at, len(row))
    if other is None or other.group.cases.isdisjoint(slot.over):
        return []
    for end in other.ends:
        if found := after(row, end, slot):
            return found
    return []
