"""What the words of a noun phrase come to: a known name, a phrase of its own, or nothing."""

from __future__ import annotations

from ..parts import Link
from .clauses import Row
from .english.people import is_actor
from .english.scant import says_nothing
from .english.verbwords import has_object
from .fillers import NAMED, PEOPLE, Filler, is_kind, suits
from .frame import Slot
from .grammar import CONJUNCTIONS, NOUN_VERBS, PRONOUNS, RELATIVES
from .phrasewords import ARTICLES, COUNTED, COUNTS, NOTHING, POINTING, WITH_VERB
from .ukrainian.inflection import kinds

_ACTORS = frozenset({"Actor"})
_MODIFYING = frozenset({"adjective", "pronoun", "number"})
#: Words that no phrase holds.
_CLOSED = {
    language: (PRONOUNS[language] | RELATIVES[language] | NOTHING) - POINTING
    for language in ("uk", "en")
}


def headed(row: Row, begin: int, end: int, slot: Slot, *, parsed: bool = False) -> Filler | None:
    """Return what the words ``begin:end`` are as one noun phrase: a name or a phrase.

    A name with nothing but adjectives before it is that name, and nothing where the name
    does not fit; so is a list of names.
    """
    if begin < end and row.words[end - 1] == "no":
        return None  # "saying no was a policy" denies nothing
    while end - 1 > begin and row.is_adverb(end - 1) and end not in row.tails:
        end -= 1
    # What "three factors" are is told after the colon.
    told = begin < end and row.words[begin] in COUNTS and _is_told(row, end)
    if begin >= end or told or _runs_on(row, begin, end):
        return None
    named = _named(row, begin, end)
    if named is not None and not _is_asked_for(row, named[0], begin, end, slot):
        link, first = named
        if row.language == "uk" or (link.weak and not slot.weak) or not suits(link, slot):
            return None
        return Filler(link.entity, link.type, first, end)
    whole = slot.phrase and is_phrase(row, begin, end, slot.phrase, parsed=parsed)
    return Filler("", "", begin, end) if whole and has_head(row, begin, end, slot) else None


def _is_told(row: Row, end: int) -> bool:
    """Tell whether what is counted up to ``end`` says nothing without what tells it."""
    if ":" in row.words[end:] or row.word(end + 1) == "namely":
        return True
    if row.language != "uk":
        return False
    return row.words[end - 1].startswith(COUNTED) or row.words[end : end + 3] == [",", "а", "саме"]


def _is_asked_for(row: Row, link: Link, begin: int, end: int, slot: Slot) -> bool:
    """Tell whether an idea of another class is what the slot asks for by its words."""
    return (
        row.language == "uk"
        and not is_kind(link.type, NAMED)
        and has_head(row, begin, end, slot)
        and bool(slot.heads)
    )


def _runs_on(row: Row, begin: int, end: int) -> bool:
    """Tell whether a name and another noun follow each other that are no one phrase."""
    for link, last in row.heads.get(begin, ()):
        if not link.weak and link.type and is_kind(link.type, NAMED) and last < end:
            if row.language == "en":
                # "France and the largest port in the region" are two.
                joined = row.words[last] == "and" and last + 1 not in row.heads
                return joined or row.words[last] in ("this", "next", "last", "these")
            # «Польща за нового прем'єра»: what follows the actor belongs to the verb.
            if row.is_preposition(last) and is_kind(link.type, _ACTORS):
                return True
            joined = row.is_preposition(last) or row.is_conjunction(last)
            owner = any("gen" in other.cases for other, _ in row.heads.get(last, ()))
            return not joined and not owner
    return False


def _named(row: Row, begin: int, end: int) -> tuple[Link, int] | None:
    """Return the name that the words ``begin:end`` are, and where it begins in them.

    Of names that are joined, the last one.
    """
    for link, first in row.tails.get(end, ()):
        if first < begin or link.weak or not link.type:
            continue
        lead = range(begin, first)
        if all(row.words[i] in ARTICLES[row.language] for i in lead):
            return link, first
        proper = is_kind(link.type, NAMED) and row.raw[first][0].isupper()
        if proper and all(row.is_adjective(i) for i in lead):
            return link, first
        if is_kind(link.type, PEOPLE) and all(row.raw[i][0].isupper() for i in lead):
            return link, first
        if proper and _are_names(row, begin, first):
            return link, first
    return None


def _are_names(row: Row, begin: int, at: int) -> bool:
    """Tell whether the words ``begin:at`` are joined names, perhaps with a word in front."""
    while at > begin:
        joined = at - 1
        if not (row.is_conjunction(joined) or row.words[joined] == ","):
            return False
        link, at = next(
            ((link, first) for link, first in row.tails.get(joined, ()) if not link.weak),
            (None, begin),
        )
        if link is None:
            return False
        while at > begin and row.is_adjective(at - 1):
            at -= 1
        if at - 1 == begin and row.raw[begin].isalpha() and not row.is_preposition(begin):
            return True
    return at == begin


def has_head(row: Row, begin: int, end: int, slot: Slot) -> bool:
    """Tell whether the phrase ``begin:end`` is of the kind that ``slot`` asks for.

    Before any preposition it must hold one of the words that it needs and none of those
    that it lacks.
    """
    subject = row.language == "en" and slot.where == "before" and not slot.heads
    if subject and is_actor(row, begin, end, slot.types):
        return False
    if not (slot.lacks or slot.heads):
        return True
    stop = next((i for i in range(begin + 1, end) if row.is_preposition(i)), end)
    words = row.words[begin:stop]
    return slot.lacks.isdisjoint(words) and not (slot.heads and slot.heads.isdisjoint(words))


def _holds_verb(row: Row, begin: int, end: int) -> bool:
    """Tell whether there is a mark or a finite verb among the tokens ``begin:end``."""
    if row.language == "en" and has_object(row, begin, end):
        return True
    word = row.words[begin]
    noun = not NOUN_VERBS.isdisjoint((word, word.removesuffix("s"), word.removesuffix("es")))
    if row.is_mark(begin) or (row.is_verb(begin) and not noun):
        return True
    return any(
        row.is_mark(i) or (row.is_verb(i) and not _is_led_verb(row, i))
        for i in range(begin + 1, end)
    )


def _is_led_verb(row: Row, at: int) -> bool:
    """Tell whether the verb at ``at`` belongs to a noun: "the first to have built a fleet"."""
    helped = row.words[at - 1] in ("have", "be") and row.words[at - 2] == "to"
    return row.words[at - 1] in WITH_VERB or helped


def is_phrase(row: Row, begin: int, end: int, longest: int, *, parsed: bool = False) -> bool:
    """Tell whether the tokens ``begin:end`` make a noun phrase that can stand for itself.

    ``parsed`` tells that they are known to be no verbs.
    """
    if not 0 < end - begin <= longest or row.is_preposition(begin) or row.is_preposition(end - 1):
        return False
    words = row.words[begin:end]
    if (not parsed and _holds_verb(row, begin, end)) or not _CLOSED[row.language].isdisjoint(words):
        return False
    nothing = row.language == "en" and says_nothing(row, begin, end)
    if nothing or words[0] in CONJUNCTIONS[row.language] or words[-1] in POINTING:
        return False
    if words[0] in POINTING and row.is_preposition(begin + 1):
        return False
    article = row.word(begin - 1)
    agent = article == "the" and words[0].endswith("er")
    agent = agent or (article in ("a", "an", "as") and not row.is_conjunction(end))
    # «останню», «інших» name nothing of their own.
    modifying = row.language == "uk" and len(words) == 1 and kinds(words[0]) <= _MODIFYING
    adverbial = modifying or (
        row.is_adverb(begin) and (len(words) == 1 or row.is_preposition(begin + 1))
    )
    if adverbial or (len(words) == 1 and row.is_adjective(begin) and not agent):
        return False
    initial = len(words[-1]) == 1 and words[-1].isalpha() and row.word(end) == "."
    return not initial and any(len(word) > 2 and word[0].isalpha() for word in words)
