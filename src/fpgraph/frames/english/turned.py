"""Other ways in which an English trigger may stand than as its frame has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..frame import Frame, Pattern, Slot, Stretch
from ..grammar import PREPOSITIONS
from ..wordform import OWNED, REDUCED, Form
from .helperverbs import AUXILIARY
from .verbs import EITHER, PARTICIPLES

#: Prepositions that verbs and nouns take to the front of a relative clause.
LEADING = frozenset(
    "about against at between by for from in into of on over to towards upon with".split()  # noqa: SIM905
)
#: "Was led by" tells of what is over; "led by" does not.
_IS = frozenset({"is", "are"})
#: Words between "of" and the preposition of such a noun.
_OWNER = 6


def turned(frame: Frame, first: Sequence[Form], rest: tuple[Stretch, ...]) -> Iterator[Pattern]:
    """Yield what a trigger is sought as besides: in a relative clause, with "of" for "'s"."""
    if frame.language != "en":
        return
    yield from _led_relatives(frame, first, rest)
    yield from _reduced(frame, first, rest)
    if frame.subject.where == "touching" and frame.object.where == "after" and not rest:
        yield from _owned(frame, first)


def sides(frame: Frame) -> tuple[Slot, Slot, bool]:
    """Return who acts, on what, and whether the frame has them the other way round."""
    turned_round = frame.subject.where == "after"
    if turned_round:
        return frame.object, frame.subject, True
    return frame.subject, frame.object, False


def _led_relatives(
    frame: Frame, first: Sequence[Form], rest: tuple[Stretch, ...]
) -> Iterator[Pattern]:
    """Yield a trigger without its last preposition: "the union to which Croatia acceded"."""
    doer, other, _ = sides(frame)
    if doer.where != "before" or other.where != "after":
        return
    for form in first:
        if other.prep:
            for lead in sorted(other.prep & LEADING):
                yield Pattern(frame, form, rest, lead)
        elif rest:
            yield from _parted(frame, form, rest)
        elif form.words[-1] in LEADING and not AUXILIARY.issuperset(form.words[:-1]):
            yield Pattern(frame, replace(form, words=form.words[:-1]), (), form.words[-1])


def _parted(frame: Frame, form: Form, rest: tuple[Stretch, ...]) -> Iterator[Pattern]:
    *others, last = rest
    leads = {words[-1] for options in last.values() for words in options if len(words) > 1}
    for lead in sorted(leads & LEADING):
        cut: Stretch = {}
        for word, options in last.items():
            shorter = tuple(words[:-1] for words in options if words[1:] and words[-1] == lead)
            if shorter:
                cut[word] = shorter
        yield Pattern(frame, form, (*others, cut), lead)


def _reduced(frame: Frame, first: Sequence[Form], rest: tuple[Stretch, ...]) -> Iterator[Pattern]:
    """Yield a passive without its "is": "NATO, based on a treaty, …"."""
    doer, other, _ = sides(frame)
    if doer.where != "before" or other.where != "after" or frame.speaker is not None:
        return
    seen = set()
    for form in first:
        words = form.words[1:]
        if form.words[0] not in _IS or form.mood or words in seen:
            continue
        seen.add(words)
        if words and _is_participle(words[0]) and (len(words) > 1 or rest):
            yield Pattern(frame, Form(words, mood=REDUCED), rest)
        elif not words and rest:
            for word, options in sorted(rest[0].items()):
                for participle in options if _is_participle(word) else ():
                    if len(participle) > 1 or rest[1:]:
                        yield Pattern(frame, Form(participle, mood=REDUCED), rest[1:])


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in EITHER or word in PARTICIPLES


def _owned(frame: Frame, first: Sequence[Form]) -> Iterator[Pattern]:
    """Yield a noun whose doer follows "of": "the accession of Finland to NATO"."""
    slot = replace(frame.subject, where="inside")
    told = replace(frame, subject=slot, gap=_OWNER)
    for form in first:
        *noun, last = form.words
        if noun and last in LEADING and last != "of" and PREPOSITIONS["en"].isdisjoint(noun):
            words = (*noun, "of")
            yield Pattern(told, replace(form, words=words, mood=OWNED), ({last: ((last,),)},))
