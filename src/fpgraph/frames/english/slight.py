"""English descriptions of things without a name that say too little to be kept."""

from __future__ import annotations

from ..clauses import Row
from ..fillers import Filler
from ..frame import Frame
from .clauses import predication
from .descriptions import DESCRIBING

_SUPERLATIVES = frozenset({"most", "least", "best", "worst", "last", "first", "main", "latest"})
#: A clause after these says when or where something else holds.
_SCENES = frozenset({"as", "where", "when", "while", "until", "once", "if", "whether", "unless"})


def is_slight(row: Row, at: int, frame: Frame, subject: Filler, told: Filler) -> bool:
    """Tell whether what the verb at ``at`` says of a phrase is said in passing.

    "Where recognition is impossible", "the road was smooth", "… remains its dearest wish".
    """
    if row.language != "en" or frame.property not in DESCRIBING or subject.entity or told.entity:
        return False
    if frame.speaker is not None:
        return False
    found = predication(row, at)
    if found is None:
        return True
    if not _SUPERLATIVES.isdisjoint(row.words[told.first : told.last]):
        return True
    if found.kind == "main":
        return frame.object.adjective and not frame.object.phrase
    return bool(found.subject) and row.word(found.subject[0][0] - 1) in _SCENES
