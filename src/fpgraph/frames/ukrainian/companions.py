"""Names that do what the subject does together with it: «разом із Данією»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..clauses import Row
from ..fillers import Filler, fits, is_kind
from ..frame import Slot
from .adjuncts import over_adjuncts

_TOGETHER = frozenset({"разом", "спільно"})
_WITH = frozenset({"з", "із", "зі"})
_ACTORS = frozenset({"Actor"})
#: How many may act together with a subject.
_MOST = 9


def with_companions(
    row: Row, at: int, end: int, found: Sequence[Filler], slot: Slot
) -> list[Filler]:
    """Return the subjects ``found`` of the verb ``at:end`` with those that act together with them.

    They are named in the clause before the verb, or right behind it.
    """
    if not found or _TOGETHER.isdisjoint(row.vocabulary):
        return list(found)
    if not all(one.entity and one.type and is_kind(one.type, _ACTORS) for one in found):
        return list(found)
    others = [one for place in _places(row, at, end) for one in _named(row, place, slot)]
    known = {one.entity for one in found}
    return [*found, *(one for one in others if one.entity not in known)]


def _places(row: Row, at: int, end: int) -> Iterator[int]:
    """Yield where «разом із» may stand for the verb ``at:end``."""
    start = row.clause_start(at)
    yield from range(start, at)
    if start == at and row.word(at - 1) == ",":
        yield row.clause_start(at - 1)
    yield end
    yield from over_adjuncts(row, end, frozenset())


def _named(row: Row, at: int, slot: Slot) -> Iterator[Filler]:
    """Yield the names that «разом із» at ``at`` leads to, as far as they fit."""
    if row.word(at) not in _TOGETHER or row.word(at + 1) not in _WITH:
        return
    wanted = replace(slot, cases=frozenset({"ins"}))
    at += 2
    for _ in range(_MOST):
        found = [(link, end) for link, end in row.heads.get(at, ()) if not link.weak]
        if not found:
            return
        yield from (
            Filler(link.entity, link.type, at, end) for link, end in found[:1] if fits(link, wanted)
        )
        at = found[0][1]
        if not (row.word(at) == "," or row.is_conjunction(at)):
            return
        at += 1
