"""Subjects that follow verb and object in clauses that begin with their verb."""

from __future__ import annotations

from ..clauses import HARD, Row
from ..fillers import Filler, Genders
from ..frame import Slot
from ..wordform import Form
from .groups import group_at
from .inversion import following_subject
from .nominatives import nominatives

#: Words with which a clause of its own begins that shares no subject.
_OPENERS = frozenset({"хоча", "хоч", "бо", "адже", "оскільки", "що", "тож", "отже", "утім", "втім"})
_ALSO = frozenset({"і", "й", "та", "також"})


def begins_with_verb(row: Row, at: int, verb: Form) -> bool:
    """Tell whether nothing but adverbials stands before the verb whose group begins at ``at``."""
    key = (at, verb.number, verb.gender)
    known = row.leading_verbs.get(key)
    if known is None:
        known = row.leading_verbs[key] = _begins(row, at, verb)
    return known


def _begins(row: Row, at: int, verb: Form) -> bool:
    start = row.clause_start(at)
    alone = start == 0 or row.words[start - 1] in HARD
    if start < at and row.words[start] in _OPENERS:
        start += 1
    elif not alone:
        return False
    return nominatives(row, start, at, verb) == ()


def late_subjects(
    row: Row, at: int, slot: Slot, verb: Form, genders: Genders, *, sure: bool
) -> list[Filler]:
    """Return the subject at ``at``; unless ``sure`` only one whose form can be no object's."""
    while at < len(row) and row.words[at] in _ALSO:
        at += 1
    if at >= len(row):
        return []
    group = group_at(row, at)
    only = group is not None and not group.name and group.cases == {"nom"}
    return following_subject(row, at, slot, verb, genders, sure=sure or only)
