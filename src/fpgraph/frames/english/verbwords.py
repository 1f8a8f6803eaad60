"""Signs of a verb where no dictionary tells: what a noun phrase of English cannot hold."""

from __future__ import annotations

from ..clauses import Row
from ..fillers import POSSESSIVES
from ..grammar import NOUN_VERBS
from .irregular import IRREGULAR
from .verbs import BASES, EITHER

#: Begins a noun phrase, so that a noun does not stand right before it.
_ARTICLES = frozenset("a an the its their his her our my your".split())  # noqa: SIM905 - words
#: May stand before an article within one phrase.
_BEFORE_ARTICLES = frozenset(
    "all both half such twice double not only even also many rather quite what plus or".split()  # noqa: SIM905 - words
)
#: Nouns that name something in the plural before another noun: "arms exports".
_PLURAL_FIRST = frozenset(
    """
    arms sanctions goods customs sales news sports weapons communications operations rights
    services systems economics politics logistics states affairs
    """.split()  # noqa: SIM905 - words
)
#: Stand before an object, so that what stands before them is a verb.
_TAKEN = frozenset(
    """
    all any both each it every him her itself more no some such that them themselves these this
    those us
    """.split()  # noqa: SIM905 - a list of words
)
_NOUNS_TOO = frozenset({"left", "thought", "lay", "bound", "rose", "found", "wound", "saw"})
#: Past forms of irregular verbs that are neither base forms nor nouns.
_PASTS = (
    frozenset(
        past
        for base, _, pasts, _, _ in IRREGULAR.values()
        for past in pasts.split("|")
        if past != base
    )
    - NOUN_VERBS
    - _NOUNS_TOO
)


def is_bare_noun(row: Row, at: int) -> bool:
    """Tell whether a word that may be a verb has nothing to do with the next: "host and broker"."""
    if row.words[at] not in NOUN_VERBS:
        return False
    return at + 1 >= len(row) or row.is_mark(at + 1) or row.is_conjunction(at + 1)


def takes_some(row: Row, at: int) -> bool:
    """Tell whether a verb with an object begins at ``at``: "exercise some influence"."""
    word = row.word(at)
    done = word.endswith("ed") or word in BASES or word in EITHER
    return done and row.word(at + 1) in _TAKEN


def begins_verb(row: Row, begin: int, end: int) -> bool:
    """Tell whether the words ``begin:end`` look like a verb with its object: "sells fish"."""
    word, following = row.words[begin], row.word(begin + 1)
    if begin in row.heads or not row.raw[begin].islower():
        return False
    finite = (row.is_verb(begin) and word not in NOUN_VERBS) or word in _PASTS
    if finite or takes_some(row, begin) or has_object(row, begin, end):
        return True
    if end - begin < 2 or (word.endswith("ed") and begin + 1 in row.heads):
        return end - begin > 1
    third = word.endswith("s") and not word.endswith(("ss", "us", "is")) and "-" not in word
    return (
        third
        and word not in _PLURAL_FIRST
        and following.isalpha()
        and not (row.is_preposition(begin + 1) or row.is_conjunction(begin + 1))
        and not row.is_adverb(begin + 1)
    )


def has_object(row: Row, begin: int, end: int) -> bool:
    """Tell whether an article within ``begin:end`` follows what can be but a verb.

    What an infinitive takes belongs to the noun before it: "the first to sign the pact".
    """
    for at in range(begin + 1, end):
        word = row.words[at]
        if word == "to" and row.word(at + 1) not in _ARTICLES and at + 1 not in row.heads:
            return False
        if word in _ARTICLES and not _precedes_article(row, at - 1) and row.words[at - 2] != "to":
            return True
    return False


def has_article_after(row: Row, at: int) -> bool:
    """Tell whether the word at ``at`` takes an object of its own: "sell its gas"."""
    return row.word(at + 1) in _ARTICLES and at < len(row) and not _precedes_article(row, at)


def _precedes_article(row: Row, at: int) -> bool:
    """Tell whether an article may follow the word at ``at`` within a noun phrase."""
    word = row.words[at]
    if row.is_preposition(at) or row.is_conjunction(at) or word in POSSESSIVES:
        return True
    return row.is_mark(at) or word in _BEFORE_ARTICLES or word.endswith("ing")
