"""Names that stand right before a trigger, or before the comma in front of it."""

from __future__ import annotations

from .clauses import Row
from .english.attributes import is_of_subject
from .english.participles import described as of_participle
from .english.participles import is_past_participle
from .fillers import CAPITAL, POSSESSIVES, Filler, Genders, agrees, fits, led_by_preposition
from .frame import Slot
from .grammar import AUXILIARIES, DETERMINERS
from .phraseheads import headed
from .wordform import Form

#: Say that what follows is true of all the names before it.
_EVERY = frozenset({"both", "all"})
#: Say of what follows that it is so: "still a member of".
_STILL = frozenset({"still", "now", "also", "long", "already", "today", "itself", "themselves"})
#: Words that a title in apposition may have before its trigger: "a fierce critic of".
_TITLE = 3
#: Words from the determiner of a phrase to the attribute behind it.
_ATTRIBUTED = 6


def touching(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that ends right before the token ``at``, unless a preposition governs it.

    A possessive ending may stand between: "Norway's election".
    """
    whole = at
    if row.language == "en":
        over = at
        while over > 0 and over not in row.tails and row.is_adjective(over - 1):
            over -= 1
        if row.word(over - 1) in POSSESSIVES:
            at = over - 1
    for link, begin in row.tails.get(at, ()):
        if link.type == CAPITAL and slot.weak and row.language == "en" and at == whole:
            continue  # "the Oslo historian"
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
        while row.word(index - 1) in _STILL:
            index -= 1
    if row.word(index - 1) not in (",", "–", "—", "-", "("):
        return _of_participle(row, at, slot, genders)
    if row.language == "en" and index == at and is_of_subject(row, at):
        return []
    for link, begin in row.tails.get(index - 1, ()):
        if not link.weak and fits(link, slot) and agrees(link, form, genders):
            last = Filler(link.entity, link.type, begin, index - 1)
            every = row.language == "en" and not _EVERY.isdisjoint(row.words[index:at])
            return [*(_joined(row, begin, slot) if every else ()), last]
    return _of_participle(row, at, slot, genders)


def _of_participle(row: Row, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what an English participle at ``at`` is said of, where no name stands beside it."""
    if row.language != "en" or not is_past_participle(row, at):
        return []
    return of_participle(row, at, slot, genders)


def _joined(row: Row, begin: int, slot: Slot) -> list[Filler]:
    """Return the names joined to the one at ``begin``: "Peru and Chile, both members of"."""
    found: list[Filler] = []
    at = begin
    while at > 0:
        at -= row.word(at - 1) == "the"
        if not (row.is_conjunction(at - 1) or row.word(at - 1) == ","):
            break
        end = at - 2 if row.is_conjunction(at - 1) and row.word(at - 2) == "," else at - 1
        known = [(link, first) for link, first in row.tails.get(end, ()) if fits(link, slot)]
        if not known:
            break
        link, at = known[0]
        found.insert(0, Filler(link.entity, link.type, at, end))
    return found


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


def is_attribute(row: Row, at: int, start: int) -> bool:
    """Tell whether a participle at ``at`` is but an attribute: "a truce brokered by"."""
    if row.language != "en" or row.word(at + 1) != "by" or start == 0:
        return False
    helped = any(word in AUXILIARIES for word in row.words[start - 1 : at + 1])
    return not helped and not row.is_mark(start - 1) and not row.is_conjunction(start - 1)


def described(row: Row, end: int, slot: Slot) -> list[Filler]:
    """Return the name or phrase that ends right before an attribute at ``end``."""
    for link, begin in row.tails.get(end, ()):
        if not link.weak:
            return [Filler(link.entity, link.type, begin, end)] if fits(link, slot) else []
    for begin in range(end - 1, max(-1, end - _ATTRIBUTED), -1):
        if row.is_mark(begin) or row.is_preposition(begin) or begin + 1 in row.tails:
            break
        if row.words[begin] in DETERMINERS["en"]:
            found = headed(row, begin + 1, end, slot)
            return [] if found is None else [found]
    return []
