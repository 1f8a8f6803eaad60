"""Who or what an English verb has as its subject."""

from __future__ import annotations

from .clauses import Row
from .englishclauses import predication
from .englishreferences import meant, whose
from .fillers import Filler, Genders
from .frame import Slot
from .subjectnames import fillers


def subjects(row: Row, at: int, group: int, slot: Slot, genders: Genders) -> list[Filler] | None:
    """Return what fills ``slot`` as the subject of the verb at ``at``; None where it is no verb.

    ``group`` is where the helpers of the verb begin.
    """
    if row.words[at] == "whose":
        return whose(row, at, slot, genders)
    found = predication(row, at, group)
    return None if found is None else fillers(row, found.subject, slot, genders, meant)
