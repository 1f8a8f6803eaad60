"""What stands between a verb and the head of its clause, whatever is sought there."""

from __future__ import annotations

from typing import NamedTuple

from .clauses import HARD, Row
from .grammar import PLURAL_PRONOUNS, SUBJECT_PRONOUNS

_BRACKETS = {")": "(", "]": "["}


class Path(NamedTuple):
    """What stands to the left of a token up to the head of its clause, whatever is sought there.

    ``names`` are the tokens that names end before, the nearest one first. The path ends
    before the token ``start``: after a ``pronoun`` or a ``verb``, or where the ``clause`` begins.
    """

    names: tuple[int, ...]
    start: int
    end: str


def path_from(row: Row, at: int) -> Path:
    """Return what stands to the left of the token ``at``."""
    known: Path | None = row.paths.get(at)
    if known is None:
        known = row.paths[at] = _sought(row, at)
    return known


def _sought(row: Row, at: int) -> Path:
    names, index, end = [], at, "clause"
    while index > 0:
        if index in row.tails:
            names.append(index)
            index = row.tails[index][0][1]
            continue
        word = row.words[index - 1]
        if word in SUBJECT_PRONOUNS[row.language] or word in PLURAL_PRONOUNS:
            end = "pronoun"
            break
        if word in _BRACKETS:
            index = row.opening(index - 1, _BRACKETS[word])
            continue
        if word == "," or word in HARD or word in "([" or row.opens_clause(index - 1):
            break
        if row.is_verb(index - 1) and row.word(index - 2) != "to":
            end = "verb"
            break
        index -= 1
    return Path(tuple(names), index, end)
