"""What fills a slot to the right of a trigger, or between its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..parts import Link
from .clausephrases import adjective_at, clause_at
from .clauses import Row
from .fillers import PEOPLE, POSSESSIVES, Filler, fits, is_kind, is_narrowed, is_told_of, widened
from .frame import Slot
from .grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FREE_WORDS,
    LIGHT,
    NOUN_VERBS,
    PREPOSITIONS,
    PRONOUNS,
)
from .nounphrases import is_infinitive, noun_phrase
from .phraseheads import has_head, is_phrase
from .phrasewords import COUNTS, DROPPED

#: Prepositions that may stand anew before each name of a list.
REPEATED = frozenset(
    "by with to on from з із до від на у в зі".split()  # noqa: SIM905 - a list of words
)
#: Words between a trigger and the head of its object.
_REACH = 4


def after(row: Row, at: int, slot: Slot, *, one: bool = False) -> list[Filler]:
    """Return what fills ``slot`` from the token ``at`` to the right; several where coordinated."""
    if slot.prep:
        if row.word(at) not in slot.prep:
            return []
        at += 1
    said = clause_at(row, at) if slot.clause else None
    said = adjective_at(row, at) if said is None and slot.adjective else said
    if said is not None:
        return [said]
    if found := _after_light_noun(row, at, slot, one=one):
        return found
    return _deep(row, at, slot) if slot.deep else _led(row, at, slot, one=one)


def _led(row: Row, at: int, slot: Slot, *, one: bool) -> list[Filler]:
    """Return the name or phrase at the token ``at`` and, but for ``one``, what it is joined to."""
    first = leading(row, at, slot)
    if first is None:
        return []
    more = [] if one else list((_more if first.entity else _more_phrases)(row, first, slot))
    if more and slot.verb and not first.entity and is_infinitive(row, first.first):
        # "To export power to Kenya, Djibouti and Sudan" is one thing to seek.
        return [Filler("", "", first.first, more[-1].last)]
    return [first, *more]


def _after_light_noun(row: Row, at: int, slot: Slot, *, one: bool) -> list[Filler]:
    """Return what a noun that says little governs: "the conduct of a balanced policy"."""
    light = at
    while light < len(row) and row.is_adjective(light) and light not in row.heads:
        light += 1
    word = row.word(light)
    if light in row.heads or (word not in slot.dropped and word not in LIGHT[row.language]):
        return []
    bare = replace(slot, cases=frozenset({"gen"}) if slot.cases else slot.cases, phrase=0)
    return after(row, light + 2 if row.word(light + 1) == "of" else light + 1, bare, one=one)


def _more_phrases(row: Row, first: Filler, slot: Slot) -> Iterable[Filler]:
    """Return the further items of "peace, free trade and clean air", if it is such a list.

    Commas part its items and a conjunction its last one; it ends where the clause does.
    """
    items: list[Filler] = []
    at = first.last
    while row.word(at) == "," and not row.opens_clause(at + 1):
        stop = at + 1
        while stop < len(row) and not row.is_mark(stop):
            stop += 1
        joint = next((i for i in range(at + 2, stop) if row.is_conjunction(i)), stop)
        for begin, end in ((at + 1, joint), (joint + 1, stop)):
            if begin < end:
                found = segment(row, begin, end, replace(slot, cases=frozenset()))
                if not found or found[0].last != end:
                    return []
                items += found
        if joint < stop:
            return items if row.word(stop) in _ENDS else []
        at = stop
    return []


_ENDS = frozenset({"", ".", ";", "!", "[", "(", ","})


def segment(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    """Return what the tokens ``begin:end``, an item of a list, are: a name or a phrase."""
    first = leading(row, begin, slot)
    if first is not None and first.entity:
        return [first] if first.last <= end else []
    while row.word(begin) in DROPPED[row.language]:
        begin += 1
    if slot.phrase and is_phrase(row, begin, end, slot.phrase) and has_head(row, begin, end, slot):
        return [Filler("", "", begin, end)]
    return []


def _deep(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the first name that fits between ``at`` and the next mark, wherever it stands."""
    for index in range(at, min(len(row), at + 2 * _REACH)):
        if row.is_mark(index) or row.is_verb(index):
            break
        for link, end in row.heads.get(index, ()):
            if fits(link, slot) and link.cases <= {"gen", "dat", "loc", "acc"}:
                return [Filler(link.entity, link.type, index, end)]
    return []


def opening(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that the sentence opens with, after one of the prepositions of ``slot``."""
    begin = 0
    while begin < min(at, 4) and row.word(begin) not in slot.prep:
        begin += 1
    first = leading(row, begin + 1, replace(slot, phrase=0)) if begin < min(at, 4) else None
    return [first] if first and first.last <= at else []


def leading(row: Row, at: int, slot: Slot) -> Filler | None:
    """Return the name or phrase at the token ``at``, after adjectives and the like."""
    index = at
    while index < len(row) and index - at <= _REACH:
        if index in row.heads:
            weak = [end for link, end in row.heads[index] if link.weak]
            found = _named(row, index, at, slot)
            if found is not None or not weak:
                return found or noun_phrase(row, at, slot)
            index = weak[0]
            continue
        if _stops(row, index) or (
            row.words[index] in PRONOUNS[row.language] and not row.is_adjective(index)
        ):
            broken = index == at or not _stops(row, index)
            return None if broken else noun_phrase(row, at, slot)
        if slot.verb and is_infinitive(row, index):
            return noun_phrase(row, index, slot)
        if row.words[index] in ("не", "not"):
            return None
        if not (row.is_adjective(index) or row.is_adverb(index)):
            break
        index += 1
    return noun_phrase(row, at, slot)


def _named(row: Row, index: int, at: int, slot: Slot) -> Filler | None:
    """Return the name that begins at ``index`` and fits, with what narrows it from ``at`` on."""
    if ":" in row.words[index:] and not COUNTS.isdisjoint(row.words[at : index + 1]):
        return None  # "on three Rs: …" is told after the colon
    for link, end in row.heads[index]:
        if fits(link, slot) and not _is_attribute(row, link, end):
            if slot.phrase and (is_narrowed(row, link, at, index) or is_told_of(row, link, end)):
                return noun_phrase(row, at, slot)
            return widened(row, link, index, end)
    return None


def _stops(row: Row, index: int) -> bool:
    return row.is_mark(index) or row.is_preposition(index) or row.opens_clause(index)


def _is_attribute(row: Row, link: Link, end: int) -> bool:
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
    return not (
        row.is_preposition(end)
        or row.is_conjunction(end)
        or row.opens_clause(end)
        or row.is_adverb(end)
        or row.is_verb(end)
        or following in FREE_WORDS
        or following in DETERMINERS["en"]
        or following.endswith("ed")
    )


def _more(row: Row, first: Filler, slot: Slot) -> Iterable[Filler]:
    """Yield the further items of a list that ``first`` begins."""
    at = first.last
    for _ in range(12):
        at = _over_genitive(row, at)
        start = _over_separator(row, at, first.first)
        if start == at:
            return
        index = start
        if _is_past(row, index):
            return
        while index < len(row) and index - start <= 3 and index not in row.heads:
            if not row.is_adjective(index) or row.is_mark(index):
                return
            index += 1
        item = next(
            (
                Filler(link.entity, link.type, index, end)
                for link, end in row.heads.get(index, ())
                if fits(link, slot) and not _is_attribute(row, link, end)
            ),
            None,
        )
        if item is None or _begins_clause(row, item.last):
            return
        yield item
        at = item.last


def _is_past(row: Row, at: int) -> bool:
    """Tell whether a word in -ed after "and" is a verb: "backed Iran and condemned Iraq"."""
    return (
        row.language == "en"
        and row.word(at).endswith("ed")
        and (at + 1 in row.heads or row.word(at + 1) in DETERMINERS["en"])
    )


def _over_genitive(row: Row, at: int) -> int:
    """Return the token after the genitive that follows a name."""
    for link, end in row.heads.get(at, ()):
        if "gen" in link.cases:
            return end
    return at


def _over_separator(row: Row, at: int, first: int) -> int:
    """Return the token after a comma or a conjunction between items."""
    index = at
    if row.word(index) == ",":
        index += 1
    if row.word(index) == "а" and row.word(index + 1) == "також":
        return index + 2
    if row.word(index) == "as" and row.word(index + 1) == "well":
        return index + 3
    if row.word(index) in CONJUNCTIONS[row.language]:
        index += 2 if row.word(index + 1) in ("також", "also") else 1
    if index > at and row.word(index) in REPEATED and row.word(first - 1) == row.word(index):
        return index + 1  # "by Russia and by China"
    if row.word(index) in PREPOSITIONS[row.language]:
        return at
    return index


def _begins_clause(row: Row, at: int) -> bool:
    """Tell whether a verb follows, so that the name before ``at`` is its subject."""
    while at < len(row) and row.is_adverb(at) and row.words[at] not in ADVERBS[row.language]:
        at += 1
    while row.word(at) in ADVERBS[row.language] and not row.is_verb(at):
        at += 1
    return at < len(row) and row.is_verb(at)


def heading(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that the words from ``at`` on begin with, whatever follows it."""
    while at < len(row) and at not in row.heads and row.is_adjective(at):
        at += 1
    return next_to(row, at, slot)


def next_to(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that begins at the token ``at``, unless it is a possessor."""
    for link, end in row.heads.get(at, ()):
        if fits(link, slot) and row.word(end) not in POSSESSIVES:
            return [Filler(link.entity, link.type, at, end)]
    return []


def inside(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    """Return what fills ``slot`` between two parts of a trigger."""
    for index in range(begin, min(end, begin + _REACH)):
        for link, last in row.heads.get(index, ()):
            if last == end and fits(link, slot) and not slot.prep:
                return [Filler(link.entity, link.type, index, last)]
        if not row.is_adjective(index):
            break
    found = after(row, begin, slot)
    if found and found[-1].last <= end:
        return found
    end = next((i for i in range(begin + 1, end) if row.is_preposition(i)), end)
    whole = slot.phrase and is_phrase(row, begin, end, slot.phrase)
    return [Filler("", "", begin, end)] if whole and has_head(row, begin, end, slot) else []
