"""Which words open a clause in an English sentence: relative words, "that", conjunctions."""

from __future__ import annotations

from ..clauses import Row
from .helperverbs import is_adverb
from .nominals import nominals
from .predicates import verb_at
from .verbs import SAYING

_CONJUNCTIONS = frozenset({"and", "or", "nor", "but", "yet"})
_RELATIVES = frozenset({"which", "who", "whom", "whose"})
_OPENERS = frozenset(
    """
    while whereas because although though if unless when where whether why how whilst lest once
    after before until since as than
    """.split()  # noqa: SIM905 - a list of words
)
#: These are prepositions as often: a verb must follow in their clause.
_DOUBLE = frozenset({"after", "before", "until", "since", "as", "than", "once"})
_JUST = frozenset({"just", "exactly", "much", "even"})
#: Pronouns that are but subjects.
_DOERS = frozenset({"he", "she", "they", "we", "it"})
#: Words within which the verb of a clause follows "since" and the like.
_REACH = 10


def is_relative(row: Row, at: int, *, begins: bool, within: bool) -> bool:
    """Tell whether the word at ``at`` stands for the noun before it: "the pact that binds them".

    ``begins`` says that nothing stands before it since the last comma or verb, ``within``
    that a relative clause is open.
    """
    word, previous = row.words[at], row.word(at - 1)
    if word in _RELATIVES:
        return True
    if word != "that" or at == 0 or begins or not previous[0].isalnum():
        return False
    if previous in _CONJUNCTIONS:
        return within and _verb_follows(row, at + 1)
    if row.is_preposition(at - 1) or previous in SAYING:
        return False
    return _verb_follows(row, at + 1)


def opens(row: Row, at: int) -> bool:
    """Tell whether a clause with a conjunction, or with "that", begins at ``at``."""
    word = row.words[at]
    if word == "that":
        return at > 0 and not row.is_preposition(at - 1)
    if word not in _DOUBLE:
        return word in _OPENERS
    return not row.word(at + 1)[:1].isdigit() and _leads_clause(row, at)


def tells_of(row: Row, begin: int, at: int) -> bool:
    """Tell whether a pronoun at ``at`` tells whose deed the noun is: "the aims they set".

    ``begin`` is where the words begin that no verb has taken.
    """
    if row.words[at] not in _DOERS or at <= begin:
        return False
    previous = row.words[at - 1]
    if not previous.isalpha() or row.is_preposition(at - 1) or previous in _CONJUNCTIONS:
        return False
    if is_adverb(row, at - 1) or not nominals(row, begin, at, direct=False):
        return False
    following = at + 1
    while following < len(row) - 1 and is_adverb(row, following):
        following += 1
    return following < len(row) and verb_at(row, following, None) is not None


def _leads_clause(row: Row, at: int) -> bool:
    """Tell whether a subject and a verb follow "since", "after" and the like."""
    for index in range(at + 1, min(len(row), at + _REACH)):
        if row.words[index] in ",;:.()":
            return False
        if row.words[index] in _CONJUNCTIONS:
            if index in row.tails and index + 1 in row.heads:
                continue  # "since Peru and Chile left"
            return False
        if verb_at(row, index, None) is not None:
            spans = nominals(row, at + 1, index)
            comparing = row.words[at] in ("than", "as") and row.word(at - 1) not in _JUST
            return bool(spans) and spans[0][0] == at + 1 and not comparing
    return False


def _verb_follows(row: Row, at: int) -> bool:
    while at < len(row) - 1 and is_adverb(row, at) and verb_at(row, at, None) is None:
        at += 1
    return at < len(row) and verb_at(row, at, None) is not None
