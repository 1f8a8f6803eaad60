"""Subjects that no trigger leads to: before a dash that stands for "is", and of a whole clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..parts import Link, Sentence
from .anaphora import topic
from .antecedents import antecedents
from .clauses import HARD, Row
from .fillers import Filler, fits, suits
from .frame import Frame, Pattern, Slot
from .governing import is_certain
from .grammar import SUBJECT_RELATIVES
from .leftward import before
from .matching import Match
from .phraseheads import headed
from .rightward import after
from .wordform import Form

_DASHES = frozenset({"–", "—"})
_BEFORE_DASH = re.compile(r"[\s«»“”„\"]*[–—]")
#: Infinitives and gerunds have no subject of their own.
_UNFINISHED = ("ти", "тися", "тись", "чи", "вши", "чись", "вшись")
_RELATIVES = SUBJECT_RELATIVES["uk"]
#: Makes the dash a part of a trigger: «Індія – це держава».
_THIS = frozenset({"це"})


def may_be_dashed(
    clean: str, sentence: Sentence, links: Iterable[Link], frames: Sequence[Frame]
) -> bool:
    """Tell whether a dash may stand for a verb: behind a name, unless phrases are subjects too."""
    place = (sentence.start, sentence.end)
    if not frames or (clean.find(" – ", *place) < 0 and clean.find(" — ", *place) < 0):
        return False
    named = any(_BEFORE_DASH.match(clean, link.end) for link in links)
    return named or any(frame.subject.phrase for frame in frames)


def dashed(row: Row, frames: Iterable[Frame]) -> Iterator[tuple[Match, Filler, Filler]]:
    """Yield what stands before and after a dash in a clause without a verb."""
    for dash, word in enumerate(row.words):
        if word in _DASHES and 0 < dash < len(row) - 1 and row.words[dash + 1] not in _THIS:
            start = row.clause_start(dash)
            if _stands_alone(row, start, dash):
                yield from _told(row, start, dash, frames)


def _stands_alone(row: Row, start: int, dash: int) -> bool:
    """Tell whether the clause around ``dash`` has no verb, and borrows none from one before it."""
    end = dash + 1
    while end < len(row) and row.words[end] not in HARD and row.words[end] not in ".,()":
        end += 1
    border = row.word(start - 1)
    if border in _DASHES or row.word(end) in _DASHES:
        return False
    if border == ",":
        start = row.clause_start(start - 1)
    return not any(row.is_verb(i) for i in (*range(start, dash), *range(dash + 1, end)))


def _told(
    row: Row, start: int, dash: int, frames: Iterable[Frame]
) -> Iterator[tuple[Match, Filler, Filler]]:
    for frame in frames:
        subject = _whole(row, start, dash, frame.subject)
        if subject is None:
            continue
        for target in after(row, dash + 1, frame.object):
            yield Match(Pattern(frame, Form(())), dash, dash + 1, dash + 1), subject, target


def _whole(row: Row, begin: int, end: int, slot: Slot) -> Filler | None:
    """Return the name or phrase that the words ``begin:end`` are."""
    while begin < end and begin not in row.heads:
        if not (row.is_adverb(begin) or row.word(begin) in ("а", "і", "й")):
            break
        begin += 1
    for link, last in row.heads.get(begin, ()):
        if last == end:
            fitting = not link.weak and fits(link, slot) and "nom" in (link.cases or {"nom"})
            return Filler(link.entity, link.type, begin, end) if fitting else None
    return headed(row, begin, end, slot) if begin < end else None


def clause_subject(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that is the subject of the clause around ``at``, on either side of its verb.

    In Ukrainian the one name that can be but a nominative; else what the sentence begins with.
    """
    if row.language == "uk" and row.word(at - 1) == "," and row.word(at - 2) in _RELATIVES:
        return antecedents(row, at - 2, slot, {})  # «формат, який, на відміну від ООН, …»
    start, end = at, at
    while start > 0 and row.words[start - 1] not in HARD:
        start -= 1
    while end < len(row) and row.words[end] not in HARD:
        end += 1
    certain = [
        (link, begin, last)
        for begin in range(start, end)
        for link, last in row.heads.get(begin, ())[:1]
        if not link.weak and is_certain(link)
    ]
    if len({link.entity for link, _, _ in certain}) == 1 and row.language == "uk":
        link, begin, last = certain[0]
        return [Filler(link.entity, link.type, begin, last)] if suits(link, slot) else []
    if row.language == "uk" and not certain and (found := _of_main_verb(row, at, start, end, slot)):
        return found
    return [
        Filler(link.entity, link.type, begin, last)
        for named in topic(row, 1)
        for begin in row.heads
        for link, last in row.heads[begin]
        if link is named and suits(link, slot) and not certain
    ]


def _of_main_verb(row: Row, at: int, start: int, end: int, slot: Slot) -> list[Filler]:
    """Return the one name that is the subject of the verb nearest to the token ``at``."""
    verbs = [*range(at - 1, start - 1, -1), *range(at + 1, end)]
    for index in verbs:
        if not row.is_verb(index) or row.words[index].endswith(_UNFINISHED):
            continue
        if row.opens_clause(row.clause_start(index)):
            continue
        found = before(row, index, slot, Form(()), {})
        return found if len(found) == 1 and found[0].entity else []
    return []
