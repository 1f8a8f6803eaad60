"""Whether an English noun speaks of a deed as done: "the accession of Finland to NATO"."""

from __future__ import annotations

from ..clauses import HARD, Row
from ..frame import Frame
from ..wordform import OWNED, Form
from .clauses import predications


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_PROSPECTS = _words(
    "prospect prospects idea possibility hope hopes dream talk talks plan plans proposal proposals"
    " chance application bid future eventual possible potential negotiations path road roadmap"
    " question debate candidacy conditions criteria timetable unlikely likely away off uncertain"
)
#: Words after a verb that may call the deed a prospect.
_AHEAD = 5
_IMAGINING = _words("would could might will may should 'd 'll")
#: What is done to a deed that has been done.
_SETTLED = _words(
    """
    welcome welcomes welcomed celebrate celebrates celebrated mark marks marked follow follows
    followed regret regrets regretted hail hails hailed condemn condemns condemned resent resents
    resented praise praises praised ended saw witnessed completed explain explains explained
    """
)
#: A deed that somebody speaks or strives for or against.
_TOWARDS = _words("on against for to towards toward about over into")


def is_open(row: Row, at: int, frame: Frame, form: Form) -> bool:
    """Tell whether the noun at ``at`` may speak of a deed that has not been done.

    "The prospect of Norway's membership", "Norway's membership would change the union",
    and, of what is a fact or none, "opposes Norway's membership".
    """
    where = frame.subject.where
    if row.language != "en" or not (where == "touching" or form.mood == OWNED):
        return False
    if _is_imagined(row, at):
        return True
    return frame.kind == "fact" and frame.object.where == "after" and _is_wanted(row, at)


def _is_imagined(row: Row, at: int) -> bool:
    start = row.clause_start(at)
    if not _PROSPECTS.isdisjoint(row.words[start:at]):
        return True
    for index in range(at + 1, len(row)):
        if row.words[index] in HARD or row.words[index] == "," or row.opens_clause(index):
            return False
        if row.words[index] in _IMAGINING:
            return True
        if row.is_verb(index):
            # "Is a distant prospect", "remains unlikely"
            return not _PROSPECTS.isdisjoint(row.words[index : index + _AHEAD])
    return False


def _is_wanted(row: Row, at: int) -> bool:
    """Tell whether the noun is the object of a verb or preposition that leaves its deed open."""
    start = row.clause_start(at)
    for index in range(start, at):
        if row.words[index] in _TOWARDS or (index > start and row.words[index - 1] == "to"):
            return True
    return any(
        start <= one.verb.main < at and row.words[one.verb.main] not in _SETTLED
        for one in predications(row)
    )
