"""Ukrainian lists: the further items of «мир, вільну торгівлю та спокій»."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import Row
from ..fillers import Filler
from ..frame import Slot
from ..leading import leading
from .groupends import phrase_at
from .groups import group_at
from .inflection import kinds

_LONGEST = 8
#: Forms of one preposition.
_SAME = {"в": "у", "у": "в", "з": "із", "із": "з", "зі": "з"}


def joined(row: Row, first: Filler, slot: Slot) -> list[Filler]:
    """Return the items of a list after ``first``.

    All stand in one case, or after one preposition said anew. Commas part them and a
    conjunction the last one; none is the subject of a clause to come. What does not fit
    the slot is passed over.
    """
    cases = _cases(row, first)
    alike = replace(slot, cases=(slot.cases & cases or cases) if slot.cases else cases)
    lead = row.word(first.first - 1) if row.is_preposition(first.first - 1) else ""
    is_deed = slot.verb and _is_deed(row, first.first)
    items: list[Filler] = []
    pending: list[Filler] = []
    begin, at = first.first, first.last
    for _ in range(_LONGEST):
        start, closes = _over_separator(row, at)
        if start == at or (items and row.word(at) == "," and not closes):
            break  # a list ends with its conjunction
        if lead and (row.word(start) in (lead, _SAME.get(lead))):
            start += 1
        item = None if row.is_preposition(start) else leading(row, start, alike)
        end = item.last if item is not None else stepped(row, start, alike)
        if item is not None and _is_of_place(row, begin, at, item):
            break
        if end is None or is_deed != _is_deed(row, start) or _has_verb(row, end):
            break
        pending += [item] if item is not None else []
        if closes:
            items += pending
            pending = []
        begin, at = start, end
    return items


def stepped(row: Row, at: int, slot: Slot) -> int | None:
    """Return the token after a noun phrase at ``at`` that stands in a case of ``slot``."""
    found = phrase_at(row, at, len(row)) if at < len(row) else None
    if found is None or (slot.cases and slot.cases.isdisjoint(found.group.cases)):
        return None
    return found.ends[-1]


def _is_of_place(row: Row, start: int, at: int, item: Filler) -> bool:
    """Tell whether a name goes on with a preposition in front of it: «розмови в Осло, Баку».

    The one that the phrase ``start:at`` ends with is led by the preposition and of the same kind.
    """
    return bool(item.entity) and any(
        link.type == item.type and begin - 1 > start and row.is_preposition(begin - 1)
        for link, begin in row.tails.get(at, ())
    )


def _is_deed(row: Row, at: int) -> bool:
    return at < len(row) and "infinitive" in kinds(row.words[at])


def _cases(row: Row, filler: Filler) -> frozenset[str]:
    """Return the cases that a filler may stand in, none where that is not known."""
    group = group_at(row, filler.first)
    return group.cases if group is not None else frozenset()


def _over_separator(row: Row, at: int) -> tuple[int, bool]:
    """Return the token after a comma or conjunction at ``at``, and whether it ends a list."""
    index = at + 1 if row.word(at) == "," else at
    if row.word(index) in ("а", "так") and row.word(index + 1) in ("також", "й", "і"):
        index += 2
        return index + (row.word(index) in ("й", "і")), True
    if index > at and row.word(index) in ("ані", "ні"):
        return index + 1, True
    if row.is_conjunction(index):
        return index + (2 if row.word(index + 1) in ("також", "навіть", "зокрема") else 1), True
    return index, False


def _has_verb(row: Row, at: int) -> bool:
    """Tell whether a verb stands in what follows an item, so that it is a subject."""
    for index in range(at, len(row)):
        if row.is_mark(index) or row.is_conjunction(index) or row.opens_clause(index):
            return False
        found = kinds(row.words[index])
        if "verb" in found and found.isdisjoint({"noun", "adjective", "conjunction"}):
            return True
    return False


def is_whole(row: Row, at: int) -> bool:
    """Tell whether an item that ends at ``at`` is no subject of what its listing goes on with."""
    if at >= len(row) or row.is_mark(at) or row.is_conjunction(at):
        return True
    if _has_verb(row, at):
        return False
    owner = group_at(row, at)
    return row.is_preposition(at) or (owner is not None and "gen" in owner.cases)
