"""The closed classes that English verbs are found by."""

from __future__ import annotations

from ..clauses import Row
from ..grammar import BE, NOUN_VERBS


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


MODALS = _words("can could may might will would shall should must cannot")
AUXILIARY = MODALS | _words(
    """
    is are was were has have had does do did isn't aren't wasn't weren't hasn't haven't hadn't
    doesn't don't didn't couldn't wouldn't won't can't shouldn't mustn't
    """
)
#: A verb may follow these pronouns, in the plural the second ones.
LEADING = _words(
    "they we you i it he she who which that this both all others some many these those"
)
MANY = _words("they we you i who which that both all others some many these those")
#: A participle of these leads to a name: ", called the Quad".
NAMING = _words("called named dubbed known considered deemed styled termed entitled labelled")
CONJUNCTIONS = _words("and or nor but yet")
#: Nouns as often as verbs.
NOUNS = NOUN_VERBS | _words(
    """
    arm attack bar base border charge class comment condition cost date face figure finance force
    ground group head house interest issue judge land list market matter mine minister need object
    offer order people place point post power press pressure project question rank rate reason
    record result rival river row school season share shell side span sport stage state station
    step stock store strain strike structure subject surge talk task tax team term test threat tie
    total trail train transport trap troop upset voice vote want war wave work
    """
)


def is_adverb(row: Row, at: int) -> bool:
    """Tell whether the word at ``at`` is an adverb and no helper verb."""
    word = row.words[at]
    return word not in AUXILIARY and word not in BE and word != "both" and row.is_adverb(at)
