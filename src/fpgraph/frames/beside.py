"""Names that stand right before a trigger, or before the comma in front of it."""

from __future__ import annotations

from .clauses import Row
from .fillers import POSSESSIVES, Filler, Genders, agrees, fits, led_by_preposition
from .frame import Slot
from .wordform import Form

#: Words that a title in apposition may have before its trigger: "a fierce critic of".
_TITLE = 3


def touching(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that ends right before the token ``at``, unless a preposition governs it.

    A possessive ending may stand between: "Norway's election".
    """
    if row.language == "en":
        over = at
        while over > 0 and over not in row.tails and row.is_adjective(over - 1):
            over -= 1
        if row.word(over - 1) in POSSESSIVES:
            at = over - 1
    for link, begin in row.tails.get(at, ()):
        if fits(link, slot) and (link.weak or not led_by_preposition(row, begin)):
            return [Filler(link.entity, link.type, begin, at)]
    return []


def apposition(row: Row, at: int, slot: Slot, form: Form, genders: Genders) -> list[Filler]:
    """Return the name in front of the comma after which the trigger stands."""
    index = at
    while index > 0 and row.is_adjective(index - 1):
        index -= 1
    if row.language == "en":
        index = _over_title(row, index)
    if row.word(index - 1) not in (",", "–", "—", "-", "("):
        return []
    for link, begin in row.tails.get(index - 1, ()):
        if not link.weak and fits(link, slot) and agrees(link, form, genders):
            return [Filler(link.entity, link.type, begin, index - 1)]
    return []


def _over_title(row: Row, at: int) -> int:
    """Return where an apposition begins: "a fierce critic", "Moldova's president".

    A determiner or a possessor stands right after its comma, or nothing does.
    """
    index = at
    for _ in range(_TITLE + 1):
        if row.word(index - 1) in ("the", "a", "an"):
            return index - 1
        if row.word(index - 1) in POSSESSIVES and index - 1 in row.tails:
            return row.tails[index - 1][0][1]
        if index in row.tails:
            index = row.tails[index][0][1]
        elif index > 1 and row.raw[index - 1].islower() and not row.is_preposition(index - 1):
            if row.is_verb(index - 1):
                return at
            index -= 1
        else:
            break
    return at
