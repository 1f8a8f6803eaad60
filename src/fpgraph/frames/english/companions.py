"""Who does a thing with somebody: "Norway, together with Denmark, signed the pact"."""

from __future__ import annotations

from ..clauses import Row
from ..fillers import Filler, is_kind
from ..frame import Slot
from .nominals import Span, nominals
from .predications import Predication

#: Lead to who does the same, from their first word on.
_WITH: dict[str, tuple[tuple[str, ...], ...]] = {
    "together": (("with",),),
    "along": (("with",),),
    "alongside": ((),),
    "jointly": (("with",),),
    "as": (("well", "as"), ("did",), ("does",), ("do",)),
    "like": ((),),
    "hand": (("in", "hand", "with"),),
}
#: They lead to companions behind an object or an agent too.
_AFTERWARDS = frozenset({"together", "along", "alongside", "jointly"})


def over_with(row: Row, at: int) -> int:
    """Return the token after "together with" and the like at ``at``; ``at`` where none stands."""
    for rest in _WITH.get(row.word(at), ()):
        if tuple(row.words[at + 1 : at + 1 + len(rest)]) == rest:
            return at + 1 + len(rest)
    return at


def companions(row: Row, found: Predication) -> list[Span]:
    """Return who is said to do with the subject of ``found`` what it does."""
    if not found.subject:
        return []
    first, end = found.subject[-1]
    for at in range(first + 1, end):
        if (after := over_with(row, at)) > at and at in row.tails:
            return _names(row, after, end)  # "Portugal as well as Spain"
    begin = over_with(row, end + (row.word(end) == ","))
    if begin > end + (row.word(end) == ","):
        stop = found.verb.start
        return _names(row, begin, stop - (row.word(stop - 1) == ","))
    return []


def behind(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return who does with the subject what ends at ``at``: "joined it in 1952 with Denmark".

    A date may stand between.
    """
    while row.word(at) == "in" and row.word(at + 1)[:1].isdigit():
        at += 2
    return [one for one in agents(row, at) if is_kind(one.type, slot.types)]


def agents(row: Row, at: int) -> list[Filler]:
    """Return the names that "together with" at ``at`` leads to: "founded by Peru with Chile"."""
    begin = over_with(row, at) if row.word(at) in _AFTERWARDS else at
    if begin == at:
        return []
    return [
        Filler(link.entity, link.type, first, last)
        for _, last in _names(row, begin, _list_end(row, begin, len(row)))
        for link, first in row.tails.get(last, ())[:1]
    ]


def _list_end(row: Row, begin: int, end: int) -> int:
    """Return where the names joined from ``begin`` on end."""
    at = begin
    while at < end:
        if at in row.heads:
            at = row.heads[at][0][1]
        elif row.words[at] in ("the", "and", ",") and (
            at + 1 in row.heads or row.word(at + 1) in ("the", "and")
        ):
            at += 1
        else:
            break
    return at


def _names(row: Row, begin: int, end: int) -> list[Span]:
    """Return the noun phrases ``begin:end`` if every one of them is a name."""
    pieces: list[Span] = []
    start = begin
    for at in range(begin, end + 1):
        comma = at < end and row.words[at] == "," and at not in row.inner
        if at == end or comma:
            pieces += nominals(row, start, at)
            start = at + 1
    named = all(any(not link.weak for link, _ in row.tails.get(last, ())) for _, last in pieces)
    return pieces if pieces and named else []
