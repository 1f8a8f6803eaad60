"""English participles behind a comma: of the name before it, or of the subject of its clause."""

from __future__ import annotations

from ..clauses import HARD, Row
from ..fillers import led_by_preposition
from .clauses import predications

#: Adjectives that say in what mind somebody does something.
_MINDS = frozenset(
    """
    afraid anxious averse bent critical desperate eager fearful hopeful hostile intent keen ready
    reluctant suspicious unable unwilling wary willing
    """.split()  # noqa: SIM905 - a list of words
)
#: Participles that tell where the thing before them lies, or who somebody is.
_OF_PLACE = frozenset(
    """
    anchored based born caught headquartered housed landlocked located nestled sandwiched seated
    situated squeezed stationed wedged
    """.split()  # noqa: SIM905 - a list of words
)


def is_of_subject(row: Row, at: int) -> bool:
    """Tell whether the participle or adjective at ``at`` may speak of the subject of its clause.

    "The army entered Norway, seeking to end the war", "the league was born in the Cold War,
    designed to prevent another": what stands right before the comma is not meant.
    """
    word = row.words[at]
    doing = word.endswith("ing") or word in _MINDS
    if not doing and (not word.endswith("ed") or word in _OF_PLACE):
        return False
    name = next((first for _, first in row.tails.get(at - 1, ())), None)
    if name is None or not _follows_verb(row, name):
        return False
    return doing or led_by_preposition(row, name)


def _follows_verb(row: Row, at: int) -> bool:
    """Tell whether a finite verb of the clause stands before the token ``at``."""
    for one in reversed(predications(row)):
        if one.verb.end <= at:
            return HARD.isdisjoint(row.words[one.verb.end : at])
    return False
