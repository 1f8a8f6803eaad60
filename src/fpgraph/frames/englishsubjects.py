"""What the noun phrases in front of an English verb come to: names, what pronouns mean, phrases."""

from __future__ import annotations

from collections.abc import Iterable

from ..parts import Link
from .anaphora import meant, meant_by_noun
from .clauses import Row
from .englishclauses import predication
from .fillers import NAMED, PEOPLE, POSSESSIVES, Filler, Genders, fits, is_kind, suits, widened
from .frame import Slot
from .grammar import PLURAL_PRONOUNS, SUBJECT_PRONOUNS
from .nominals import Span, core_end
from .phraseheads import headed

#: "The concept of soft power" is soft power.
_LIGHT = frozenset({"concept", "theory", "notion", "idea", "doctrine", "term", "principle"})
_NAMING = frozenset({"called", "named", "dubbed", "known", "christened"})
_CONJUNCTIONS = frozenset({"and", "or", "nor"})


def subjects(row: Row, at: int, group: int, slot: Slot, genders: Genders) -> list[Filler] | None:
    """Return what fills ``slot`` as the subject of the verb at ``at``; None where none is sure.

    ``group`` is where the helpers of the verb begin.
    """
    found = predication(row, at, group)
    if found is None:
        return None
    return fillers(row, found.subject, slot, genders)


def fillers(row: Row, spans: Iterable[Span], slot: Slot, genders: Genders) -> list[Filler]:
    """Return what fills ``slot`` among the noun phrases ``spans``."""
    return [filler for span in spans for filler in _fillers(row, span, slot, genders)]


def _fillers(row: Row, span: Span, slot: Slot, genders: Genders) -> list[Filler]:
    begin, end = span
    if end - begin == 1 and begin not in row.heads:
        word = row.words[begin]
        if word in SUBJECT_PRONOUNS["en"] or word in PLURAL_PRONOUNS:
            return meant(row, begin, slot, genders)
    if found := meant_by_noun(row, begin, end, slot):
        return found
    core = core_end(row, begin, end)
    if row.words[core - 1] in _LIGHT and row.word(core) == "of":
        return _told_of(row, core + 1, end, slot)
    named = _called(row, begin, end) or name_at(row, begin, core)
    if named is not None:
        link, first = named
        last = core if first < core else end
        return [widened(row, link, first, last)] if fits(link, slot) else []
    return [] if is_person_at_end(row, core, end) else _unnamed(row, begin, end, slot)


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
