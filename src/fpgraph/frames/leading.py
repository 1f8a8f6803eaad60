"""The name or phrase that begins at a place, after adjectives and the like."""

from __future__ import annotations

from ..parts import Link
from .clauses import Row
from .english.clauses import begins_predicate
from .english.qualities import predicates
from .fillers import (
    PEOPLE,
    POSSESSIVES,
    Filler,
    fits,
    is_idea,
    is_kind,
    is_narrowed,
    is_told_of,
    suits,
    widened,
)
from .frame import Slot
from .grammar import AUXILIARIES, DETERMINERS, FREE_WORDS, NOUN_VERBS, PRONOUNS
from .nounphrases import is_infinitive, noun_phrase
from .phraseheads import has_head, is_phrase
from .phrasewords import COUNTS, DROPPED, POINTING
from .ukrainian.groupends import phrase_at
from .ukrainian.groups import group_at, is_quoted_after
from .ukrainian.inflection import readings

#: Words between a trigger and the head of its object.
REACH = 4
#: How far a phrase that begins with a known idea may go on.
_FURTHER = 6


def leading(row: Row, at: int, slot: Slot) -> Filler | None:
    """Return the name or phrase at the token ``at``, after adjectives and the like."""
    index = at
    while index < len(row) and index - at <= REACH:
        if index in row.heads:
            weak = [end for link, end in row.heads[index] if link.weak]
            found = _named(row, index, at, slot)
            if found is not None or not weak:
                return found or noun_phrase(row, at, slot)
            index = weak[0]
            continue
        if _stops(row, index) or _is_pronoun(row, index):
            broken = index == at or not _stops(row, index)
            return None if broken else noun_phrase(row, at, slot)
        if slot.verb and is_infinitive(row, index):
            return noun_phrase(row, index, slot)
        if row.words[index] in ("не", "not", "neither"):
            return None
        if not (row.is_adjective(index) or row.is_adverb(index)):
            break
        index += 1
    if row.language == "uk" and index + 1 in row.heads:
        named = _named_in_quotation(row, at, index + 1, slot) or _titled(row, at, index + 1, slot)
        if named is not None:
            return named
    return noun_phrase(row, at, slot)


def _titled(row: Row, begin: int, at: int, slot: Slot) -> Filler | None:
    """Return the person at ``at`` whose title stands before: «міністром Марком Ріссом»."""
    group = group_at(row, begin)
    if group is None or group.name or group.last != at:
        return None
    titles = {one.case for one in readings(row.words[group.head]) if one.animate}
    for link, end in row.heads.get(at, ()):
        person = not link.weak and link.type and is_kind(link.type, PEOPLE)
        if person and fits(link, slot) and link.cases & titles & (slot.cases or titles):
            return Filler(link.entity, link.type, at, end)
    return None


def _named_in_quotation(row: Row, begin: int, at: int, slot: Slot) -> Filler | None:
    """Return the quoted name at ``at`` that follows what it is: «програму «Захід»»."""
    for link, end in row.heads.get(at, ()):
        if link.weak or not suits(link, slot) or "nom" not in (link.cases or {"nom"}):
            continue
        if is_quoted_after(row, begin, at):
            group = group_at(row, begin)
            fitting = group is not None and (not slot.cases or slot.cases & group.cases)
            return Filler(link.entity, link.type, at, end) if fitting else None
    return None


def _named(row: Row, index: int, at: int, slot: Slot) -> Filler | None:
    """Return the name that begins at ``index`` and fits, with what narrows it from ``at`` on."""
    if ":" in row.words[index:] and not COUNTS.isdisjoint(row.words[at : index + 1]):
        return None  # "on three Rs: …" is told after the colon
    for link, end in row.heads[index]:
        if _is_another_kind(row, link, index, end, slot):
            continue
        if fits(link, slot) and not is_attribute(row, link, end):
            told = is_told_of(row, link, end) or _goes_on(row, link, index, end)
            if slot.phrase and (told or is_narrowed(row, link, at, index)):
                return noun_phrase(row, at, slot)
            return widened(row, link, index, end)
    return None


def _is_another_kind(row: Row, link: Link, index: int, end: int, slot: Slot) -> bool:
    """Tell whether a name that nothing is known of says itself that it is no such thing.

    A "Treaty of Friendship" is no status.
    """
    unknown = row.language == "en" and not link.type and end - index > 1
    return unknown and not has_head(row, index, end, slot)


def _goes_on(row: Row, link: Link, begin: int, end: int) -> bool:
    """Tell whether a Ukrainian idea is but the head of a longer phrase: «санкції проти Росії»."""
    if row.language != "uk" or not is_idea(link) or not row.is_preposition(end):
        return False
    found = phrase_at(row, begin, min(len(row), end + _FURTHER))
    return found is not None and found.ends[-1] > end


def _stops(row: Row, index: int) -> bool:
    return row.is_mark(index) or row.is_preposition(index) or row.opens_clause(index)


def _is_pronoun(row: Row, index: int) -> bool:
    """Tell whether a word stands for a thing and is no possessive or demonstrative of a noun."""
    word = row.words[index]
    if word not in PRONOUNS[row.language] or row.is_adjective(index):
        return False
    return row.language == "en" or word not in POINTING


def is_attribute(row: Row, link: Link, end: int) -> bool:
    """Tell whether the link that ends at ``end`` is but an attribute of what follows it."""
    if row.language != "en":
        return False
    if row.word(end) in POSSESSIVES:
        return True
    if link.type and is_kind(link.type, PEOPLE):
        return False
    following = row.word(end)
    if following in NOUN_VERBS and row.word(end + 1) not in AUXILIARIES:
        return True  # "blocked European Union aid"
    if not following or not following[0].isalpha() or end in row.heads:
        return end in row.heads and not row.heads[end][0][0].weak
    # "Considers Norway dangerous"
    return next(predicates(row, end), None) is None and not (
        row.is_preposition(end)
        or row.is_conjunction(end)
        or row.opens_clause(end)
        or row.is_adverb(end)
        or row.is_verb(end)
        or begins_predicate(row, end)
        or following in FREE_WORDS
        or following in DETERMINERS["en"]
        or following.endswith("ed")
    )


def segment(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    """Return what the tokens ``begin:end``, an item of a list, are: a name or a phrase."""
    first = leading(row, begin, slot)
    if first is not None and first.entity:
        return [first] if first.last <= end else []
    if slot.verb and row.language == "en" and row.word(begin) == "to" and begin + 1 < end:
        return [Filler("", "", begin + 1, min(end, begin + 1 + slot.phrase))]
    while row.word(begin) in DROPPED[row.language]:
        begin += 1
    if slot.phrase and is_phrase(row, begin, end, slot.phrase) and has_head(row, begin, end, slot):
        return [Filler("", "", begin, end)]
    return []
