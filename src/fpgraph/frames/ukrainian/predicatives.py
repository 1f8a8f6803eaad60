"""What somebody calls, sees or takes something as, where that something stands in front."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses import Row
from ..fillers import Filler, Genders
from ..leftward import before
from ..matching import Match
from .inversion import leading_object, relative_object
from .reach import reached

_PLACES = frozenset({"inside", "after"})


def predicated(row: Row, match: Match, genders: Genders) -> Iterator[tuple[Filler, Filler]]:
    """Yield what is called something, and what it is called, where it stands before its verb.

    «Данію сусіди вважають надійним партнером», «угода, яку сусіди вважають крихкою».
    """
    frame = match.pattern.frame
    if frame.speaker is None or "acc" not in frame.subject.cases:
        return
    if frame.subject.where not in _PLACES or (match.gap and match.gap[0] < match.gap[1]):
        return
    speakers = before(row, match.begin, frame.speaker, match.pattern.first, genders)
    told = reached(row, match.end, frame.object) if speakers else []
    if not told:
        return
    found: list[Filler] = []
    if speakers[0].first > row.clause_start(match.begin):
        found, _ = relative_object(row, match.begin, frame.subject, genders)
    if not found and speakers[0].first < match.begin:
        found, _ = leading_object(row, speakers[0].first, frame.subject, genders)
    for one in found:
        yield from ((one, quality) for quality in told)
