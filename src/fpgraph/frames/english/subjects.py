"""Who or what an English verb has as its subject."""

from __future__ import annotations

from ..clauses import Row
from ..fillers import Filler, Genders
from ..frame import Slot
from .clauses import next_verb, predication
from .companions import companions
from .helperverbs import AUXILIARY
from .nominals import Span, nominals
from .predications import Predication
from .references import meant, whose
from .subjectnames import fillers

_LIKEWISE = frozenset({"so", "neither", "nor"})


def subjects(row: Row, at: int, group: int, slot: Slot, genders: Genders) -> list[Filler] | None:
    """Return what fills ``slot`` as the subject of the verb at ``at``; None where it is no verb.

    ``group`` is where the helpers of the verb begin.
    """
    if row.words[at] == "whose":
        return whose(row, at, slot, genders)
    found = predication(row, at, group)
    if found is None:
        return None
    doing = fillers(row, found.subject, slot, genders, meant)
    if not doing:
        return []
    others = [*companions(row, found), *_alike(row, found)]
    known = {one.entity for one in doing}
    further = fillers(row, others, slot, genders, meant) if others else []
    return [*doing, *(one for one in further if one.entity and one.entity not in known)]


def _alike(row: Row, found: Predication) -> list[Span]:
    """Return who is said to do the same: "and so did Bahrain", "nor does Peru"."""
    following = next_verb(row, found.verb.start)
    if following is None or row.words[following.verb.main] not in AUXILIARY:
        return []
    begin = following.verb.end
    if row.word(following.verb.start - 1) not in _LIKEWISE or begin not in row.heads:
        return []
    end = next((i for i in range(begin, len(row)) if row.words[i] in ".,;:"), len(row))
    return list(nominals(row, begin, end))
