"""Free word order: what stands in front of a verb though it usually follows, and the reverse."""

from __future__ import annotations

from dataclasses import replace

from ...parts import Link
from ..anaphora import meant_by_noun
from ..clauses import HARD, Row
from ..fillers import NAMED, PEOPLE, Filler, Genders, agrees, fits, is_kind
from ..forms import Form
from ..frame import Slot
from ..leading import leading
from ..phraseheads import has_head, is_phrase
from ..phrasewords import POINTING
from ..rightward import after
from .agreement import may_be_subject
from .contrast import contrasted
from .fronts import before_adverbs, front_of
from .groupends import phrase_at
from .groups import are_people, group_at
from .references import (
    AFTER_PREPOSITIONS,
    OBJECT_PRONOUNS,
    PRONOUN_OBJECTS,
    RELATIVE_OBJECTS,
    SUBJECTS_TOO,
    referent,
    stood_for,
)

#: Words that a fronted object may be away from its verb.
_FAR = 10
#: A preposition after one of these leads to no object of the verb.
_NO_LEADS = frozenset(
    """
    відміну незалежно залежно відповідно додачу відношенню порівняно близько поряд разом шлях
    дорога курс путь
    """.split()  # noqa: SIM905 - a list of words
)
#: Words of a title before a name: «президентка», «американський дослідник».
_TITLE = 5
_CASES = ("acc", "gen", "dat", "ins")
#: Relative words that may be an object in one of them.
_RELATIVES = frozenset(word for case in _CASES for word in RELATIVE_OBJECTS[case])
#: Nouns that say when, in the accusative or genitive without a preposition.
TIMES = frozenset(
    """
    року рік роки років місяця місяць тижня тиждень дня день дні ночі разу раз рази століття
    десятиліття весни літа осені зими часу час години ранку вечора
    """.split()  # noqa: SIM905 - a list of words
)


def fronted(row: Row, at: int, lead: str, slot: Slot, genders: Genders) -> list[Filler]:
    """Return the object that the words ``lead`` bring to the front of the verb at ``at``.

    "To the alliance acceded Finland", "the alliance, to which acceded Finland": the
    preposition stands left of the verb, in its clause, and the object right after it.
    """
    words = lead.split()
    for index in range(at - 1, max(-1, at - _FAR), -1):
        word = row.words[index]
        if word in HARD or word in "(),":
            return []
        begins = index - len(words)
        if row.opens_clause(index):
            if row.words[max(0, begins) : index] == words:
                return stood_for(row, begins - 1, word, slot, genders)
            return []
        if row.is_verb(index):
            return []
        if row.words[max(0, begins) : index] == words and row.word(begins - 1) not in _NO_LEADS:
            return _led(row, index, at, slot, genders)
    return []


def _led(row: Row, begin: int, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what stands from ``begin`` on, after its preposition, before the verb at ``at``."""
    if row.words[begin] in AFTER_PREPOSITIONS:
        return referent(row, begin, slot, genders)
    if found := meant_by_noun(row, begin, begin + 2, slot):
        return found
    found = after(row, begin, slot)
    if found:
        return found if found[-1].last <= at else []
    return _bounded(row, begin, before_adverbs(row, begin, at), slot)


def _bounded(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    """Return the words ``begin:end`` as a phrase, if they are one that ``slot`` takes."""
    named = any(not link.weak and is_kind(link.type, NAMED) for link, _ in row.heads.get(begin, ()))
    named = named or row.word(begin) in POINTING  # "this idea" is one told of before
    whole = slot.phrase and not named and is_phrase(row, begin, end, slot.phrase)
    return [Filler("", "", begin, end)] if whole and has_head(row, begin, end, slot) else []


def following_subject(
    row: Row, at: int, slot: Slot, verb: Form, genders: Genders, *, sure: bool = False
) -> list[Filler]:
    """Return the subject that follows its verb from the token ``at`` on.

    Only names whose form can be but a subject's, unless the object is ``sure``: then any
    that may be one, or a phrase. Several where they are coordinated.
    """
    at = _over_mention(row, _over_time(row, at))
    if row.word(at) == "не":
        return _rather(row, at, slot) if sure else []
    found = after(row, at, slot)
    named = [one for one in found if one.entity] or _titled(row, at, slot)
    if not named and slot.heads and "Actor" in slot.types and are_people(row, at):
        found = after(row, at, replace(slot, heads=frozenset()))
    certain = []
    for one in named:
        link = _link(row, one)
        if link is None or not (sure or _is_certain(link)) or not agrees(link, verb, genders):
            break
        if "nom" not in link.cases:
            break
        certain.append(one)
    if certain or not sure or named or verb.number == "":
        return certain if verb.number != "sing" else certain[:1]
    return [one for one in found[:1] if _is_nominative(row, one, verb)]


def _over_mention(row: Row, at: int) -> int:
    """Return the token after an adverb that commas set off at ``at``: «, зокрема, »."""
    aside = row.word(at) == "," == row.word(at + 2)
    return at + 3 if aside and row.is_adverb(at + 1) else at


def _rather(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the subject that is set against another one: «є не торгівля, а мир»."""
    said = contrasted(row, at, replace(slot, cases=frozenset({"nom"})))
    return [one for one, denied in said if not denied]


def _over_time(row: Row, at: int) -> int:
    """Return the token after what says when right behind the verb: "in 2004"."""
    index = at + 1 if row.is_preposition(at) else at
    stop = min(len(row), index + 4)
    dated = False
    while index < stop and index not in row.heads:
        word = row.words[index]
        if word[0].isdigit():
            dated = True
        elif word in TIMES or word in ("році", "роках", "р"):
            return index + 1 if dated else at
        elif row.is_mark(index) or row.is_verb(index):
            break
        elif dated:
            return index
        index += 1
    return at


def _titled(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the person whose title stands at ``at``: "was founded by the president Maia Sandu"."""
    for index in range(at, min(len(row), at + _TITLE)):
        for link, end in row.heads.get(index, ()):
            if not link.weak and link.type and is_kind(link.type, PEOPLE) and fits(link, slot):
                return [Filler(link.entity, link.type, index, end)]
        weak = all(link.weak for link, _ in row.heads.get(index, ()))
        plain = row.raw[index].islower() and not row.is_verb(index)
        if row.is_mark(index) or row.is_preposition(index) or row.is_conjunction(index):
            break
        if not (weak and plain):
            break
    return []


def _is_nominative(row: Row, one: Filler, verb: Form) -> bool:
    """Tell whether a phrase behind its verb may be the subject."""
    group = group_at(row, one.first)
    if one.entity or group is None or "nom" not in group.cases:
        return False
    return may_be_subject(row, one.first, one.last, verb)


def has_front(row: Row, at: int, slot: Slot) -> bool:
    """Tell whether anything stands in front of the verb at ``at`` that may fill ``slot``."""
    key = (at, slot.phrase > 0)
    known = row.fronted.get(key)
    if known is None:
        known = _has_front(row, at) or (slot.phrase > 0 and _has_phrase(row, at))
        row.fronted[key] = known
    return known


def _has_phrase(row: Row, at: int) -> bool:
    front = front_of(row, at)
    return front is not None and bool(_phrase_cases(row, front.first, front.end))


def _has_front(row: Row, at: int) -> bool:
    """Tell whether a name, or a word that stands for something, is in front of a verb."""
    start, place = row.clause_start(at), before_adverbs(row, 0, at) - 1
    if place > 0 and row.words[place] in OBJECT_PRONOUNS:
        return True
    if row.word(start) in _RELATIVES and row.word(start - 1) == ",":
        return True
    front = front_of(row, at)
    return front is not None and front.known


def relative_object(row: Row, at: int, slot: Slot, genders: Genders) -> tuple[list[Filler], bool]:
    """Return what the relative word stands for that is the object of the verb at ``at``.

    "The party, which Erdogan founded": the relative word opens the clause of the verb.
    The second value tells whether it can be no subject.
    """
    start = row.clause_start(at)
    word = row.word(start)
    if word not in _RELATIVES or row.word(start - 1) != ",":
        return [], False
    if word == "що" and (slot.phrase or start + 1 != at):
        return [], False  # "the view that the law plays a role"
    cases = slot.cases or {"acc"}
    if not any(word in RELATIVE_OBJECTS[case] for case in _CASES if case in cases):
        return [], False
    return stood_for(row, start - 1, word, slot, genders), word not in SUBJECTS_TOO


def leading_object(row: Row, at: int, slot: Slot, genders: Genders) -> tuple[list[Filler], bool]:
    """Return the object that a clause begins with, in front of the verb or subject at ``at``.

    The second value tells whether its form can be no subject's.
    """
    front = front_of(row, at)
    if front is None:
        return [], False
    first, end, known = front
    if not (known or (slot.phrase and _phrase_cases(row, first, end))):
        return [], False
    if end == first + 1 and is_object_pronoun(row.words[first], slot):
        return referent(row, first, slot, genders), True
    named = not row.heads.keys().isdisjoint(range(first, end))
    found = leading(row, first, slot) if named else None
    if found is not None and found.entity:
        if found.last == end:
            return [found], "nom" not in _cases(row, found)
        if found.type and is_kind(found.type, NAMED):
            return [], False
    return _leading_phrase(row, first, end, slot)


def _phrase_cases(row: Row, first: int, end: int) -> frozenset[str]:
    """Return the cases in which the words ``first:end`` are one noun phrase that is no time."""
    found = phrase_at(row, first, end)
    if found is None or end not in found.ends or not TIMES.isdisjoint(row.words[first:end]):
        return frozenset()
    return found.group.cases


def _leading_phrase(row: Row, first: int, end: int, slot: Slot) -> tuple[list[Filler], bool]:
    """Return the phrase ``first:end`` where it may be an object, and whether it is sure."""
    if taken := meant_by_noun(row, first, end, slot):
        return taken, row.words[first] not in ("цей", "це", "ця")
    cases = _phrase_cases(row, first, end)
    if cases.isdisjoint(slot.cases):
        return [], False
    return _bounded(row, first, end, slot), "nom" not in cases


def is_object_pronoun(word: str, slot: Slot) -> bool:
    """Tell whether a pronoun stands in a case that ``slot`` takes."""
    if word not in OBJECT_PRONOUNS:
        return False
    return any(word in PRONOUN_OBJECTS[case] for case in _CASES if case in slot.cases)


def _cases(row: Row, filler: Filler) -> frozenset[str]:
    link = _link(row, filler)
    return link.cases if link is not None else frozenset()


def _link(row: Row, filler: Filler) -> Link | None:
    for link, end in row.heads.get(filler.first, ()):
        if end == filler.last and link.entity == filler.entity:
            return link
    return None


def _is_certain(link: Link) -> bool:
    return "nom" in link.cases and not link.cases - {"nom", "voc"}


def takes_case(slot: Slot) -> bool:
    """Tell whether a verb has the object of a frame in a case, without a preposition."""
    return not slot.prep and not slot.cases.isdisjoint(_CASES)
