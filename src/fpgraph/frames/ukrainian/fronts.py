"""What a Ukrainian clause begins with in front of its verb, whatever it is to be."""

from __future__ import annotations

from typing import NamedTuple

from ..clauses import Row
from ..takenup import both_at, kinds_at
from .references import OBJECT_PRONOUNS

_BORDERS = frozenset({"", ".", ",", ";", ":", "–", "—"})


class Front(NamedTuple):
    """The words ``first:end`` between the head of a clause and a verb or subject.

    ``known`` tells that they may be a name or stand for one, whatever slot they are to fill.
    """

    first: int
    end: int
    known: bool


def front_of(row: Row, at: int) -> Front | None:
    """Return what the clause of the token ``at`` begins with in front of it."""
    if at not in row.fronts:
        first = _head(row, at)
        end = before_adverbs(row, first, at)
        row.fronts[at] = None
        if first < end:
            taken = row.words[first] in OBJECT_PRONOUNS or both_at(row, first, end)
            known = end in row.tails or bool(taken or kinds_at(row, first, end))
            row.fronts[at] = Front(first, end, known)
    found: Front | None = row.fronts[at]
    return found


def before_adverbs(row: Row, begin: int, end: int) -> int:
    """Return where the adverbs before the token ``end`` begin, with «не»."""
    while end > begin and (row.is_adverb(end - 1) or row.words[end - 1] == "не"):
        end -= 1
    return end


def _head(row: Row, at: int) -> int:
    """Return where the clause of ``at`` begins, after adverbs and what says when or for whom."""
    start = row.clause_start(at)
    if row.word(start - 1) not in _BORDERS:
        return at
    while start < at and start not in row.heads:
        if not (row.is_adverb(start) or row.is_conjunction(start)):
            break
        start += 1
    return _over_opening(row, start, at)


def _over_opening(row: Row, first: int, at: int) -> int:
    """Return the token after a prepositional phrase at the head: "for Estonia", "in 2014"."""
    if first >= at or not row.is_preposition(first):
        return first
    index = first + 1
    while index < at and index not in row.heads and row.is_adjective(index):
        index += 1
    if index in row.heads and not row.heads[index][0][0].weak:
        return row.heads[index][0][1]
    dated = row.word(index)[:1].isdigit()
    if dated and row.word(index + 1) in ("році", "року", "роках", "р"):
        return index + 2
    return index + 1
