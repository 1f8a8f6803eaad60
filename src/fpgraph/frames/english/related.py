"""What an English relative word stands for: the noun phrase before it."""

from __future__ import annotations

from ...parts import Link
from ..clauses import Row
from ..fillers import is_kind
from .nominals import Span

_CONJUNCTIONS = frozenset({"and", "or", "nor", "but", "yet"})
#: Begin a noun phrase.
_DETERMINING = frozenset({"the", "a", "an", "this", "these", "those", "its", "their"})
#: What they lead to is no more likely meant than what is about it: "sanctions against Iran, which".
_ABOUT = frozenset({"about", "against", "on", "over"})
#: Of these there is but one that goes by a name, so that no "that" tells them apart.
_UNIQUE = frozenset({"Actor", "Region"})


def antecedent(row: Row, begin: int, end: int, whole: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what a relative word after the tokens ``begin:end`` stands for.

    ``whole`` are the noun phrases that wait for a verb there: "France and Spain, which …".
    """
    if len(whole) > 1 and whole[-1][1] == end:
        return whole
    for link, first in row.tails.get(end, ()):
        if not link.weak and first >= begin:
            return _name(row, link, begin, (first, end))
    return _common(row, begin, end)


def _name(row: Row, link: Link, begin: int, span: Span) -> tuple[Span, ...]:
    """Return the name at ``span``, or what a preposition ties it to, as an antecedent."""
    led = _before_qualities(row, span[0], begin)
    of_noun = row.words[begin] != led  # "relied on Norway, to which"
    if led == "of" or (led in _ABOUT and of_noun and row.word(span[1]) == ","):
        return ()
    if row.word(span[1]) != "," and link.type and is_kind(link.type, _UNIQUE):
        return _governing(row, begin, *span)
    return (span,)


def _common(row: Row, begin: int, end: int) -> tuple[Span, ...]:
    """Return the noun phrase without a name that ends at ``end``, as an antecedent."""
    first = end
    while first > begin and first not in row.tails:
        word = row.words[first - 1]
        if row.is_preposition(first - 1) or word in _CONJUNCTIONS or row.is_mark(first - 1):
            break
        first -= 1
        if word in _DETERMINING:
            break
    else:
        if first in row.tails:
            return _dated(row, begin, end)
    if first < end and row.word(first - 1) != "of" and not row.words[end - 1][0].isdigit():
        return ((first, end),)
    return _dated(row, begin, end)


def _before_qualities(row: Row, at: int, begin: int) -> str:
    """Return the word before the adjectives that stand before the token ``at``, or ""."""
    while at > begin and at not in row.tails:
        if not (row.is_adjective(at - 1) or "-" in row.words[at - 1]):  # "Soviet-led"
            break
        at -= 1
    return row.word(at - 1) if at > begin else ""


def _governing(row: Row, begin: int, first: int, end: int) -> tuple[Span, ...]:
    """Return the noun phrase that a preposition ties the name ``first:end`` to.

    There is but one Dayton: what yielded peace are "the talks at Dayton that yielded peace".
    """
    if first == begin:
        return ((first, end),)
    if not row.is_preposition(first - 1):
        return ()
    for index in range(first - 2, max(begin, first - 6) - 1, -1):
        if row.is_preposition(index) or row.is_mark(index) or row.words[index] in _CONJUNCTIONS:
            return ()
        if row.words[index] in _DETERMINING:
            return ((index, end),) if index < first - 2 else ()
    return ()


def _dated(row: Row, begin: int, end: int) -> tuple[Span, ...]:
    """Return the name before the date that ends the tokens: "the pact of March 2020, which"."""
    if not row.words[end - 1][0].isdigit():
        return ()
    for index in range(end - 1, max(begin, end - 5), -1):
        if row.is_preposition(index) and index in row.tails:
            link, first = row.tails[index][0]
            governed = row.is_preposition(first - 1)  # "the strike at Moura in March 2022, which"
            return () if link.weak or governed else ((first, index),)
    return ()
