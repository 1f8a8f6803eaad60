"""Free word order: what stands in front of a verb though it usually follows, and the reverse."""

from __future__ import annotations

from ..parts import Link
from .clauses import HARD, Row
from .fillers import Filler, Genders, agrees, suits
from .forms import Form
from .frame import Slot
from .leading import leading
from .phraseheads import has_head, is_phrase
from .rightward import after

#: Words that a fronted object may be away from its verb.
_FAR = 10
_OBJECT_RELATIVES = frozenset({"яку", "який", "яке", "які", "котру", "котрий", "що"})


def fronted(row: Row, at: int, preposition: str, slot: Slot) -> list[Filler]:
    """Return the object that ``preposition`` leads to in front of the verb at ``at``.

    "To the alliance acceded Finland": the preposition stands left of the verb, in its
    clause, and the object right after it.
    """
    for index in range(at - 2, max(-1, at - _FAR), -1):
        word = row.words[index]
        if word in HARD or word in "()," or row.opens_clause(index) or row.is_verb(index):
            return []
        if word == preposition:
            found = after(row, index + 1, slot)
            return found if found and found[-1].last <= at else []
    return []


def following_subject(row: Row, at: int, slot: Slot, verb: Form, genders: Genders) -> list[Filler]:
    """Return the subject that follows its verb from the token ``at`` on.

    Only names whose form can be but a subject's; several where they are coordinated.
    """
    found = [one for one in after(row, at, slot) if one.entity]
    certain = []
    for one in found:
        link = _link(row, one)
        if link is None or not _is_certain(link) or not agrees(link, verb, genders):
            break
        certain.append(one)
    return certain if verb.number != "sing" else certain[:1]


def relative_object(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that a relative word stands for which is the object of the verb at ``at``.

    "The party, which Erdogan founded": the relative word opens the clause of the verb.
    """
    start = row.clause_start(at)
    if row.word(start) not in _OBJECT_RELATIVES or row.word(start - 1) != ",":
        return []
    for link, begin in row.tails.get(start - 1, ()):
        if not link.weak and suits(link, slot):
            return [Filler(link.entity, link.type, begin, start - 1)]
    return []


def leading_object(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the object that a clause begins with, in front of the verb at ``at``."""
    start = row.clause_start(at)
    if row.word(start - 1) not in ("", ".", ",", ";"):
        return []
    first = start
    while first < at and row.is_adverb(first) and first not in row.heads:
        first += 1
    end = at
    while end > first and (row.is_adverb(end - 1) or row.words[end - 1] == "не"):
        end -= 1
    found = leading(row, first, slot)
    if found is not None and found.entity:
        return [found] if found.last == end and "nom" not in _cases(row, found) else []
    whole = slot.phrase and is_phrase(row, first, end, slot.phrase)
    named = any(not link.weak for link, _ in row.heads.get(first, ()))
    if whole and not named and has_head(row, first, end, slot):
        return [Filler("", "", first, end)]
    return []


def _cases(row: Row, filler: Filler) -> frozenset[str]:
    link = _link(row, filler)
    return link.cases if link is not None else frozenset()


def _link(row: Row, filler: Filler) -> Link | None:
    for link, end in row.heads.get(filler.first, ()):
        if end == filler.last and link.entity == filler.entity:
            return link
    return None


def _is_certain(link: Link) -> bool:
    return "nom" in link.cases and not link.cases - {"nom", "voc"}


def takes_accusative(slot: Slot) -> bool:
    """Tell whether the object of a frame is a direct one."""
    return "acc" in slot.cases and not slot.prep
