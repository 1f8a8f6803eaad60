"""What English noun phrases come to: names, ideas, phrases, what pronouns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ...parts import Link
from ..anaphora import meant_by_noun
from ..clauses import Row
from ..fillers import NAMED, PEOPLE, POSSESSIVES, Filler, Genders, fits, is_kind, suits, widened
from ..frame import Slot
from ..phraseheads import headed
from ..phrasewords import ARTICLES
from .nominals import Span, core_end
from .people import is_actor
from .verbs import EITHER, PARTICIPLES

#: Finds what a pronoun at a token stands for.
Meaning = Callable[[Row, int, Slot, Genders], list[Filler]]
#: "The concept of soft power" is soft power.
_LIGHT = frozenset({"concept", "notion", "idea", "term", "principle"})
_UNIQUE = frozenset({"Actor", "Region"})
_NAMING = frozenset({"called", "named", "dubbed", "known", "christened"})
_TWO = frozenset({"both", "two", "neither"})
_STATES = frozenset(
    """
    countries states nations sides neighbours neighbors capitals governments powers parties
    country state nation side government
    """.split()  # noqa: SIM905 - a list of words
)
#: Pronouns that may be a subject.
_PRONOUNS = frozenset({"he", "she", "it", "they", "both"})
_CONJUNCTIONS = frozenset({"and", "or", "nor"})


def fillers(
    row: Row, spans: Iterable[Span], slot: Slot, genders: Genders, meaning: Meaning
) -> list[Filler]:
    """Return what fills ``slot`` among the noun phrases ``spans``.

    ``meaning`` finds what a pronoun stands for.
    """
    return [filler for span in spans for filler in _fillers(row, span, slot, genders, meaning)]


def _fillers(row: Row, span: Span, slot: Slot, genders: Genders, meaning: Meaning) -> list[Filler]:
    begin, end = span
    if end - begin == 1 and begin not in row.heads and row.words[begin] in _PRONOUNS:
        return meaning(row, begin, slot, genders)
    if found := meant_by_noun(row, begin, end, slot):
        return found
    if is_pair(row, begin, end):
        return meaning(row, begin, slot, genders)
    core = core_end(row, begin, end)
    if row.words[core - 1] in _LIGHT and row.word(core) == "of":
        return _told_of(row, core + 1, end, slot)
    named = _called(row, begin, end) or name_at(row, begin, core)
    if named is not None:
        link, first = named
        last = core if first < core else end
        unknown = not link.type and last - first == 1
        bars = not fits(link, slot) or (unknown and is_actor(row, first, last, slot.types))
        bars = bars or _is_doer(row, link, core, end)
        return [] if bars else [widened(row, link, first, last)]
    return [] if is_person_at_end(row, core, end) else _unnamed(row, begin, end, slot)


def _is_doer(row: Row, link: Link, core: int, end: int) -> bool:
    """Tell whether a past form behind a name is what it did: "the ships Peru sent to Chile fought".

    A name that only one has is told apart by no participle.
    """
    if core >= end or not link.type or not is_kind(link.type, _UNIQUE):
        return False
    word = row.words[core]
    return core in row.tails and (word.endswith("ed") or word in EITHER or word in PARTICIPLES)


def name_of(row: Row, span: Span) -> Link | None:
    """Return the name, or the known idea, that the noun phrase ``span`` is."""
    begin, end = span
    core = core_end(row, begin, end)
    named = _called(row, begin, end) or name_at(row, begin, core)
    if named is not None:
        return named[0]
    for link, first in row.tails.get(core, ()):
        alone = all(row.words[i] in ARTICLES["en"] for i in range(begin, first))
        if not link.weak and alone and first >= begin and core == end:
            return link
    return None


def names_of(row: Row, spans: Sequence[Span]) -> list[Link] | None:
    """Return the names that the noun phrases ``spans`` are; None where one is none."""
    found = [name_of(row, span) for span in spans]
    return [link for link in found if link is not None] if found and all(found) else None


def is_pair(row: Row, begin: int, end: int) -> bool:
    """Tell whether the tokens are "both countries", "the two sides", "neither state"."""
    words = row.words[begin:end]
    if len(words) == 3 and words[0] in ("the", "these"):
        words = words[1:]
    return len(words) == 2 and words[0] in _TWO and words[1] in _STATES


def _told_of(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    """Return the idea that the tokens ``begin:end`` name, with nothing but adjectives before it."""
    return [
        Filler(link.entity, link.type, first, end)
        for link, first in row.tails.get(end, ())
        if suits(link, slot) and all(row.is_adjective(i) for i in range(begin, first))
    ][:1]


def _unnamed(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    if slot.phrase:
        whole = headed(row, begin, end, slot)
        return [whole] if whole is not None else []
    core = core_end(row, begin, end)
    return [widened(row, link, first, core) for link, first in concept_at(row, begin, core, slot)]


def concept_at(row: Row, begin: int, end: int, slot: Slot) -> list[tuple[Link, int]]:
    """Return the idea that the words ``begin:end`` are, with nothing but adjectives before it."""
    for link, first in row.tails.get(end, ()):
        lead = range(begin, first)
        if first >= begin and fits(link, slot) and all(row.is_adjective(i) for i in lead):
            return [(link, first)]
    return []


def name_at(row: Row, begin: int, end: int) -> tuple[Link, int] | None:
    """Return the proper name that the words ``begin:end`` are, with who or what it is before it.

    "The political scientist Mario Ojeda", "the Italian company Eni", "neighbouring Kenya".
    """
    for link, first in row.tails.get(end, ()):
        if link.weak or first < begin or not row.raw[first][0].isupper():
            continue
        if not is_kind(link.type, NAMED):
            continue
        lead = range(begin, first)
        person = bool(link.type) and is_kind(link.type, PEOPLE)
        if any(row.words[i] in _CONJUNCTIONS and not person for i in lead):
            return None
        if any(row.is_preposition(i) or row.is_mark(i) for i in lead):
            return None
        owned = first > begin and row.word(first - 1) in POSSESSIVES
        return None if owned and not person else (link, first)
    return None


def _called(row: Row, begin: int, end: int) -> tuple[Link, int] | None:
    """Return the name at the end of "a terminal called Independence"."""
    for link, first in row.tails.get(end, ()):
        at = first - 1
        while at > begin and (row.words[at] in ("as", "the") or row.is_adverb(at)):
            at -= 1
        if not link.weak and at > begin and row.words[at] in _NAMING:
            return link, first
    return None


def is_person_at_end(row: Row, core: int, end: int) -> bool:
    """Tell whether a person is named after a title: "President of Chile Gabriel Boric"."""
    return any(
        first > core + 1
        and link.type
        and is_kind(link.type, PEOPLE)
        and not (row.is_preposition(first - 1))
        for link, first in row.tails.get(end, ())
    )
