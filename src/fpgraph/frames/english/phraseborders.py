"""Where an English noun phrase ends though its words might go on: before another clause or deed."""

from __future__ import annotations

from ..clauses import Row
from .clauses import begins_predicate
from .openers import opens
from .verbs import BASES, EITHER
from .verbwords import has_article_after

#: Prepositions as often as conjunctions: "after the war", "after Chile joined".
_OPENING = frozenset({"after", "before", "until", "since", "once", "as"})
#: Stand before an object, so that what stands before them is a verb.
_TAKEN = frozenset(
    """
    all any both each it every him her itself more no some such that them themselves these this
    those us
    """.split()  # noqa: SIM905 - a list of words
)


def opens_clause(row: Row, at: int) -> bool:
    """Tell whether a clause with a verb of its own begins at the preposition at ``at``."""
    return row.words[at] in _OPENING and at > 0 and opens(row, at)


def joins_deed(row: Row, at: int) -> bool:
    """Tell whether what a conjunction before ``at`` joins is a deed: "and dismantled them"."""
    if row.word(at) in ("a", "an", "not", "to"):
        return True
    while at < len(row) - 1 and row.is_adverb(at) and at not in row.heads:
        at += 1
    if has_article_after(row, at) or begins_predicate(row, at):
        return True
    word = row.word(at)
    done = word.endswith("ed") or word in BASES or word in EITHER
    return done and row.word(at + 1) in _TAKEN
