"""What an English clause only reports: held by somebody unnamed, asked for, imagined."""

from __future__ import annotations

from ..clauses import Row
from ..grammar import BE
from .clauses import predication, predications
from .verbs import BASES


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_HOLDING = _words(
    """
    say says said hold holds held believe believes believed claim claims claimed insist insists
    insisted argue argues argued contend contends contended maintain maintains maintained think
    thinks thought assert asserts asserted allege alleges alleged complain complains complained
    pretend pretends pretended imagine imagines imagined boast boasts boasted
    """
)
_ASKING = _words(
    """
    insist insists insisted suggested advised stipulated ordered asked urged directed decreed ruled
    proposal proposals suggestion recommendation requirement insistence call calls plea condition
    """
)
_IMAGINING = _words(
    "imagine imagines imagined imagining envision envisions envisioned picture pictures pictured"
)
#: Whose words the text's own are.
_OWN = _words("i we article paper study report essay chapter book brief thesis analysis who which")
_STOPS = frozenset(";:")
_SHORT = _words("almost nearly narrowly without")
_CONDITIONS = _words("unless only")


def reporting(row: Row, at: int) -> int:
    """Return the verb of holding whose "that" leads to the token ``at``, -1 if none does.

    "They insist that Peru left": nobody but they need believe it.
    """
    that = _that(row, at)
    if that < 1 or row.words[that - 1] not in _HOLDING:
        return -1
    verb = that - 1
    led = row.word(verb - 1)
    # Who speaks is known, unless it is "friends in Peru".
    named = any(not row.is_preposition(first - 1) for _, first in row.tails.get(verb, ()))
    if named or led in BE or led == "to" or not _OWN.isdisjoint(row.words[:verb]):
        return -1
    return verb


def is_asked_for(row: Row, at: int) -> bool:
    """Tell whether the verb at ``at`` says what somebody asks for: "insisted that Peru leave"."""
    if row.words[at] not in BASES or "that" not in row.vocabulary:
        return False
    that = _that(row, at)
    if that < 1 or row.words[that - 1] not in _ASKING:
        return False
    found = predication(row, at)
    if found is None:
        return True
    if found.verb.start != at:
        return False
    return len(found.subject) == 1 and not row.words[found.subject[0][1] - 1].endswith("s")


def falls_short(row: Row, at: int, end: int) -> bool:
    """Tell whether the words ``at:end`` say what did not come about or hangs on a condition."""
    words, vocabulary = row.words, row.vocabulary
    if row.word(at - 1) in _SHORT:
        return True  # "nearly joined", "without joining"
    if "could" in vocabulary and row.word(at - 1) == "have" and row.word(at - 2) == "could":
        return True
    if row.word(at) == "have" and row.word(at - 1) == "could":
        return True
    if vocabulary.isdisjoint(_CONDITIONS):
        return False
    another = next((one.verb.start for one in predications(row) if one.verb.start >= end), len(row))
    for index in range(end, another):
        if words[index] in _STOPS:
            break
        if words[index] == "unless" or (words[index] == "only" and row.word(index + 1) == "if"):
            return True
    return False


def is_imagined(row: Row, at: int) -> bool:
    """Tell whether the clause around ``at`` is of a world that somebody but imagines."""
    if row.vocabulary.isdisjoint(_IMAGINING):
        return False
    places = range(row.clause_start(at), at)
    relative = any(row.words[index] in ("which", "where") for index in places)
    return relative and not _IMAGINING.isdisjoint(row.words[: places.start + 8])


def _that(row: Row, at: int) -> int:
    """Return the last "that" before the token ``at`` in its part of the sentence, else -1."""
    for index in range(at - 1, -1, -1):
        if row.words[index] == "that":
            return index
        if row.words[index] in _STOPS:
            break
    return -1
