"""Clauses whose verb a dash stands for: «Данія стала тилом, Норвегія – посередником»."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses import Row
from ..fillers import Filler, fits
from ..frame import Slot
from ..grammar import PREPOSITIONS
from ..matching import Match
from ..rightward import after
from .freeorder import Pair, free_slots

#: Stand for the verb.
DASHES = frozenset({"–", "—"})
#: Lead to the clause without its verb.
_LEADS = frozenset("а і й та натомість тоді як тим часом".split())  # noqa: SIM905
#: Words between one object and the clause that follows.
_FAR = 12
#: The most clauses that one verb is left out of.
_MOST = 6


def gapped(row: Row, match: Match, end: int) -> Iterator[Pair]:
    """Yield subject and object of the clauses after ``end`` that share the verb of ``match``."""
    doer, other, turned = free_slots(match.pattern.frame)
    lead = _lead(row, match, doer)
    if other.where != "after" or (doer.where != "before" and not lead):
        return
    if row.word(match.begin - 1) == "не":
        return  # whether the others do so, too, is not told
    for _ in range(_MOST):
        border = _border(row, end)
        found = _clause(row, border + 1, lead, doer, _moved(match), other) if border else []
        if not found:
            return
        for actor, filler in found:
            yield (filler, actor) if turned else (actor, filler)
        end = found[-1][1].last


def _lead(row: Row, match: Match, slot: Slot) -> str:
    """Return the preposition that a trigger begins with: «для Литви пріоритетом є …»."""
    word = row.words[match.begin]
    return word if slot.where == "inside" and word in PREPOSITIONS["uk"] else ""


def _moved(match: Match) -> str:
    """Return the preposition that the verb has its object with."""
    last = match.pattern.fronted.split()[-1:] or list(match.pattern.first.words[-1:])
    return last[0] if not match.pattern.rest and last[0] in PREPOSITIONS["uk"] else ""


def _border(row: Row, end: int) -> int:
    """Return the comma or semicolon after the clause that ends at ``end`` or soon after, or 0."""
    for at in range(end, min(len(row), end + _FAR)):
        if row.words[at] in ",;" and at not in row.inner:
            return at
        if row.is_mark(at) or row.is_verb(at):
            return 0
    return 0


def _clause(row: Row, at: int, lead: str, doer: Slot, preposition: str, other: Slot) -> list[Pair]:
    """Return who acts and on what in a clause at ``at`` with a dash for its verb."""
    while row.word(at) in _LEADS or row.word(at) == ",":
        at += 1
    if lead:
        if row.word(at) != lead:
            return []
        at += 1
    for link, dash in row.heads.get(at, ()):
        if link.weak or row.word(dash) not in DASHES or not fits(link, doer):
            continue
        begin = dash + 1
        if preposition:
            if row.word(begin) != preposition:
                return []
            begin += 1
        found = after(row, begin, other)
        if found and _ends_clause(row, found[-1].last):
            actor = Filler(link.entity, link.type, at, dash)
            return [(actor, filler) for filler in found]
    return []


def _ends_clause(row: Row, end: int) -> bool:
    """Tell whether no verb of its own follows in the clause."""
    for at in range(end, len(row)):
        if row.words[at] in ",.;:()":
            return True
        if row.is_verb(at) or row.words[at] in DASHES:
            return False
    return True
