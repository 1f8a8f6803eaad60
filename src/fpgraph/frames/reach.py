"""Objects that stand away from their Ukrainian verb, behind what tells when, where or how."""

from __future__ import annotations

from dataclasses import replace

from .adjuncts import over_adjuncts
from .clauses import Row
from .fillers import Filler
from .frame import Slot
from .rightward import after

#: Cases that a noun stands in only after a preposition.
_LED = frozenset({"loc"})


def reached(row: Row, at: int, slot: Slot, *, one: bool = False) -> list[Filler]:
    """Return what fills ``slot`` from the token ``at`` on, right there or behind adjuncts.

    «Скасувала на референдумі виняток», «став для всієї Європи рамкою»: nothing stands
    between a preposition and its noun.
    """
    found = after(row, at, slot, one=one)
    if found or row.language != "uk" or row.is_preposition(at - 1) or at >= len(row):
        return found
    if not slot.cases or (slot.cases <= {"gen"} and not slot.prep):
        return []
    strict = slot if slot.prep else replace(slot, cases=slot.cases - _LED, clause=False)
    for begin in over_adjuncts(row, at, slot.cases):
        if begin >= len(row):
            break
        if found := after(row, begin, strict, one=one):
            return found
    return []
