"""Objects that are told apart: "not this but that", "this rather than that"."""

from __future__ import annotations

from ..clauses import HARD, Row
from ..coordination import begins_clause
from ..fillers import Filler
from ..frame import Slot
from ..grammar import ONLY
from ..leading import segment
from ..rightward import after

_NOT = frozenset({"not", "n't", "never"})
_NEITHER = frozenset({"ані", "ні", "neither"})
_ALSO = frozenset({"й", "і", "також", "also", "even"})
_NOR = frozenset({"ані", "ні", "nor"})
#: After "not" these deny nothing that stands in front: "not least", "not yet".
_NO_DENIAL = ONLY | frozenset(
    """
    least even yet to because as so until always all every that necessarily without unlike
    surprisingly for in by if when since quite entirely
    """.split()  # noqa: SIM905 - a list of words
)
#: What a whole clause is said to be.
_REMARKS = frozenset({"surprise", "coincidence", "accident", "wonder", "exception"})
#: "No longer", "no doubt", "no less".
_NO_NOUNS = frozenset({"longer", "doubt", "more", "less", "fewer", "such", "other", "better"})
#: Words between an object and what it is set against.
_FAR = 7
#: Words from "neither" to "nor".
_APART = 10


def told_apart(row: Row, at: int, slot: Slot) -> list[tuple[Filler, bool]]:
    """Return the objects of "not this but that" or "neither this nor that" at ``at``.

    Each with whether it is denied.
    """
    if row.word(at) in _NEITHER:
        # A Ukrainian verb says "not" itself.
        return [(filler, row.language == "en") for filler in _neither(row, at + 1, slot)]
    if row.language == "en" and row.word(at) == "no":
        return [(filler, True) for filler in _none_of(row, at + 1, slot)]
    found = _not_but(row, at, slot)
    if found is None:
        return []
    first, second, denied = found
    return [(first, denied), (second, False)]


def set_against(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    """Return what an English object up to ``end`` is not: "peace rather than war".

    After a denial it is what the object stands for: "not peace but war". The words of
    the trigger, from ``begin`` on, may stand anew: "on budgets, not on words".
    """
    denied = not _NOT.isdisjoint(row.words[max(0, begin - 2) : end])
    at = _turn(row, end) if denied else _denial(row, end)
    if at is None:
        return []
    again = row.is_preposition(at) and row.word(at) in row.words[begin:end]
    if again or (row.word(at) == "to" and slot.verb):
        at += 1
    if not _REMARKS.isdisjoint(row.words[at : at + 3]):
        return []
    found = after(row, at, slot)
    return [] if found and begins_clause(row, found[-1].last) else found


def _turn(row: Row, end: int) -> int | None:
    """Return the token after the "but" of "not this but that"."""
    at = _over_comma(row, end)
    if row.word(at) != "but":
        return None
    return at + 2 if row.word(at + 1) in ("rather", "instead") else at + 1


def _denial(row: Row, end: int) -> int | None:
    """Return the token after the words that deny what follows them, if they stand near ``end``."""
    for at in range(end, min(len(row), end + _FAR)):
        pair = (row.words[at], row.word(at + 1))
        if pair in (("but", "not"), ("and", "not"), (",", "not"), ("rather", "than")):
            return None if row.word(at + 2) in _NO_DENIAL else at + 2
        if pair == ("but", "neither"):
            return at + 2
        if pair[0] == "," and row.word(at + 1) in ("but", "and") and row.word(at + 2) == "not":
            return None if row.word(at + 3) in _NO_DENIAL else at + 3
        if pair[0] in HARD or pair[0] in ",()" or row.opens_clause(at) or row.is_verb(at):
            return None
    return None


def _neither(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return this and that of "neither this nor that", from "this" on."""
    if row.language == "en":
        nor = next((i for i in range(at, min(len(row), at + _APART)) if row.words[i] == "nor"), at)
        first = segment(row, at, nor, slot) if nor > at else []
        again = row.is_preposition(nor + 1) and row.word(nor + 1) == row.word(at - 2)
        return [*first, *(after(row, nor + 1 + again, slot, one=True) if first else ())]
    first = after(row, at, slot, one=True)
    if not first:
        return []
    nor = _over_comma(row, first[0].last)
    return [*first, *(after(row, nor + 1, slot, one=True) if row.word(nor) in _NOR else ())]


def _none_of(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return what "no" at the token before ``at`` denies: "has no army"."""
    if row.word(at) in _NO_NOUNS or slot.heads or not slot.phrase:
        return []
    return after(row, at, slot, one=True)


def _not_but(row: Row, at: int, slot: Slot) -> tuple[Filler, Filler, bool] | None:
    """Return this and that of "not this but that", and whether this is not so.

    "Not only this but also that" denies nothing.
    """
    if row.word(at) not in ("не", "not"):
        return None
    only = row.word(at + 1) in ONLY
    first = after(row, at + 2 if only else at + 1, slot, one=True)
    if not first:
        return None
    turn = _over_comma(row, first[0].last)
    if row.word(turn) not in ("а", "але", "but"):
        return None
    turn += 2 if row.word(turn + 1) in _ALSO else 1
    second = after(row, turn, slot, one=True)
    return (first[0], second[0], not only) if second else None


def _over_comma(row: Row, at: int) -> int:
    return at + 1 if row.word(at) == "," else at
