"""Ukrainian objects said by contrast: «не те, а це», «ні те, ні це», «як те, так і це»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..clauses import Row
from ..fillers import Filler
from ..frame import Slot
from ..grammar import ONLY
from ..rightward import after
from .adjuncts import over_adjuncts

#: An object, and whether it is denied.
Said = tuple[Filler, bool]
_NOT = frozenset({"не"})
_NEITHER = frozenset({"ані", "ні"})
_BUT = frozenset({"а", "але", "проте", "скільки"})
_ALSO = frozenset({"й", "і", "також", "насамперед", "передусім", "радше"})
_BOTH = {"як": frozenset({"так"}), "і": frozenset({"і", "й"}), "й": frozenset({"й", "і"})}
_SAME = {"в": "у", "у": "в", "з": "із", "із": "з"}


def contrasted(row: Row, at: int, slot: Slot) -> list[Said]:
    """Return the objects that a contrast from the token ``at`` on names.

    A preposition before ``at`` is said anew before the second one.
    """
    for begin in _places(row, at, slot):
        word = row.word(begin)
        if word in _NEITHER:
            # A Ukrainian verb says "not" itself.
            return [(one, False) for one in _neither(row, begin, slot)]
        if word in _NOT:
            return _not_but(row, begin, slot)
        if word in _BOTH:
            return [(one, False) for one in _both(row, begin, slot)]
    return []


def denied_after(row: Row, said: Filler, slot: Slot) -> list[Filler]:
    """Return what is not so after what is: «переговори, а не санкції»."""
    at = said.last
    if row.word(at) != "," or row.word(at + 1) != "а" or row.word(at + 2) != "не":
        return []
    return _again(row, at + 3, slot, _lead(row, said.first))


def denied_before(row: Row, at: int) -> str:
    """Return "не" or "лише" where that stands before the preposition that ends at ``at``."""
    if row.language != "uk" or not row.is_preposition(at - 1):
        return ""
    if row.word(at - 2) in _NOT:
        return "не"
    return "лише" if row.word(at - 2) in ONLY and row.word(at - 3) in _NOT else ""


def contrasted_led(row: Row, at: int, slot: Slot, lead: str) -> list[Said]:
    """Return this and that of «не на те, а на це», from "this" at ``at`` on.

    ``lead`` is "не", or "лише" where both are so.
    """
    first = after(row, at, slot, one=True)
    second = _turned(row, first[0], slot) if first else []
    said = [(first[0], lead == "не")] if first else []
    return [*said, *((one, False) for one in second)]


def _places(row: Row, at: int, slot: Slot) -> Iterator[int]:
    yield at
    if not row.is_preposition(at - 1) and at < len(row):
        yield from over_adjuncts(row, at, slot.cases)


def _lead(row: Row, at: int) -> str:
    """Return the preposition right before the token ``at``, if there is one."""
    return row.word(at - 1) if row.is_preposition(at - 1) else ""


def _again(row: Row, at: int, slot: Slot, lead: str) -> list[Filler]:
    """Return what fills ``slot`` at ``at``, after the preposition ``lead`` if that is said anew."""
    if lead and row.word(at) in (lead, _SAME.get(lead)):
        at += 1
    if slot.prep and row.is_preposition(at - 1):
        at -= 1
    return after(row, at, slot, one=True)


def _neither(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return this and that of "neither this nor that", and what further nor leads to."""
    lead = _lead(row, at)
    found: list[Filler] = []
    while row.word(at) in _NEITHER:
        item = _again(row, at + 1, slot, lead)
        if not item:
            break
        found += item
        at = _over_comma(row, item[0].last)
    return found


def _both(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return this and that of «як те, так і це», nothing where only one of them stands."""
    first = _again(row, at + 1, slot, _lead(row, at))
    turn = _over_comma(row, first[0].last) if first else at
    if not first or row.word(turn) not in _BOTH[row.words[at]]:
        return []
    turn += 2 if row.word(turn + 1) in ("і", "й") else 1
    second = _again(row, turn, slot, _lead(row, first[0].first))
    return [*first, *second] if second else []


def _not_but(row: Row, at: int, slot: Slot) -> list[Said]:
    """Return this and that of "not this but that"; "not only this but also that" denies nothing."""
    only = row.word(at + 1) in ONLY
    lesser = row.word(at + 1) == "стільки"
    begin, lead = at + 2 if only or lesser else at + 1, _lead(row, at)
    known = _again(row, begin, slot, lead)
    # What the slot does not take may still be what it is not.
    first = known or (_again(row, begin, _bare(slot), lead) if slot.phrase else [])
    while first and row.is_conjunction(first[-1].last) and row.word(first[-1].last + 1) in _NOT:
        further = _again(row, first[-1].last + 2, slot, lead)
        if not further:
            break
        first = [*first, *further]  # «не те і не те, а це»
        known = [*known, *further] if known else known
    second = _turned(row, first[-1], slot) if first else []
    if not second or lesser:
        return [(one, False) for one in second]  # «не стільки те, скільки це»
    return [*((one, not only) for one in known), *((one, False) for one in second)]


def _bare(slot: Slot) -> Slot:
    """Return ``slot`` as one that takes any words in its cases."""
    return replace(
        slot, types=frozenset(), without=frozenset(), heads=frozenset(), lacks=frozenset()
    )


def _turned(row: Row, first: Filler, slot: Slot) -> list[Filler]:
    """Return what "but" leads to after ``first``."""
    turn = _over_comma(row, first.last)
    if row.word(turn) not in _BUT:
        return []
    turn += 1
    while row.word(turn) in _ALSO:
        turn += 1
    return _again(row, turn, slot, _lead(row, first.first))


def _over_comma(row: Row, at: int) -> int:
    return at + 1 if row.word(at) == "," else at
