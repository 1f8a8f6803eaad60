"""Where an English noun phrase ends though its words might go on: before another clause or deed."""

from __future__ import annotations

from ..clauses import Row
from ..grammar import DETERMINERS
from .clauses import begins_predicate
from .helperverbs import NOUNS
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


def may_follow_to(row: Row, at: int, *, verb: bool) -> bool:
    """Tell whether what begins at ``at`` is a deed where ``verb`` asks for one after "to".

    Where it does not, "to" is a preposition: no "agreed to remove the missiles".
    """
    if row.word(at - 1) != "to":
        return True
    return may_be_base(row, at) if verb else not _is_base(row, at)


def may_be_base(row: Row, at: int) -> bool:
    """Tell whether the word at ``at`` may be an infinitive: no "the", no name, no number."""
    while at < len(row) - 1 and row.is_adverb(at) and at not in row.heads:
        at += 1
    word = row.word(at)
    if word in BASES:
        return True
    if not word.isalpha() or at in row.heads or word in DETERMINERS["en"] or row.is_preposition(at):
        return False
    return row.raw[at].islower()


def _is_base(row: Row, at: int) -> bool:
    if row.word(at) not in BASES or at in row.heads:
        return False
    named = at + 1 in row.heads and not row.heads[at + 1][0][0].weak
    return has_article_after(row, at) or named or row.words[at] not in NOUNS
