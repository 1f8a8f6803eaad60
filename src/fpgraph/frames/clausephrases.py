"""Objects that are no nouns: a clause with its conjunction."""

from __future__ import annotations

from .clauses import HARD, Row
from .fillers import Filler

#: The longest clause that stands for an object, in words.
_LONGEST = 16
_ASKING = frozenset(
    [
        "how",
        "why",
        "whether",
        "when",
        "where",
        "what",
        "which",
        "who",
        "як",
        "чому",
        "чи",
        "коли",
        "де",
        "що",
        "хто",
    ]
)
_SAYING = frozenset({"that", "що"})


def clause_at(row: Row, at: int) -> Filler | None:
    """Return the clause that begins at ``at``: "how states cooperate", "that trade pays"."""
    begin = at + 1 if row.word(at) == "," else at
    if row.word(begin) in _SAYING:
        begin += 1
    elif row.word(begin) not in _ASKING:
        return None
    return whole_clause(row, begin)


def whole_clause(row: Row, begin: int) -> Filler | None:
    """Return the words from ``begin`` to the end of their clause, unless they are too many."""
    end = begin
    while end < len(row) and not _ends(row, end):
        end += 1
    return Filler("", "", begin, end) if 2 <= end - begin <= _LONGEST else None


def _ends(row: Row, at: int) -> bool:
    word = row.words[at]
    return word in HARD or word in ".()[]" or (word == "," and at not in row.inner)
