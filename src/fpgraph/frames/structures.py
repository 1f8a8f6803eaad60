"""Frames that go by no word: a name within a name, a name beside a name, a line of keywords."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from ..model import Article
from ..parts import Link, Sentence
from ..titles import LABELLED, label
from .fillers import suits
from .frame import Frame, Slot
from .shapes import is_preposition

_POSSESSIVE = ("'s ", "’s ", "' ", "’ ")
_NEAR = 4


def structural(
    frames: Sequence[Frame], article: Article, sentence: Sentence, links: Sequence[Link]
) -> Iterator[tuple[Frame, str, str, int]]:
    """Yield what the structures of ``frames`` find in a sentence: subject, object and place.

    ``links`` are those of the sentence, sorted by start, the longest first.
    """
    if label(article.clean[sentence.start : min(sentence.end, sentence.start + LABELLED)]):
        keyed = [frame for frame in frames if frame.structure == "keywords"]
        for frame, link in product(keyed, _outermost(links)):
            yield frame, article.source, link.entity, link.start
        return
    if len(links) < 2:
        return
    nested = [pair for pair in _nested(links) if pair[0].type and pair[1].type]
    adjacent = list(_adjacent(article.clean, links))
    leads = [_lead(article.clean, *pair) for pair in nested]
    for frame in frames if nested or adjacent else ():
        turned = frame.subject.where == "inner"
        asked = frame.subject if turned else frame.object
        if frame.structure == "nested":
            found = [pair for pair, lead in zip(nested, leads, strict=True) if _leads(lead, asked)]
        else:
            found = adjacent if frame.structure == "adjacent" else []
        for outer, inner in found:
            subject, target = (inner, outer) if turned else (outer, inner)
            fitting = _fits(subject, frame.subject, inner) and _fits(target, frame.object, inner)
            if fitting and subject.entity != target.entity:
                yield frame, subject.entity, target.entity, outer.start


def _fits(link: Link, slot: Slot, inner: Link) -> bool:
    if link.weak or not link.type or not suits(link, slot):
        return False
    return link is not inner or not slot.cases or not link.cases or bool(slot.cases & link.cases)


def _lead(clean: str, outer: Link, inner: Link) -> str:
    """Return the word in front of ``inner`` within ``outer``, "" where none stands there."""
    words = clean[outer.start : inner.start].lower().split()
    return words[-1] if words else ""


def _leads(word: str, slot: Slot) -> bool:
    """Tell whether ``word`` in front of a name is what its slot asks for."""
    if slot.prep:
        return word in slot.prep
    return word == "of" or not is_preposition(word, "en" if word.isascii() else "uk")


def _outermost(links: Sequence[Link]) -> Iterator[Link]:
    """Yield the links that no other link holds, adjectives left out."""
    end = -1
    for link in links:
        if link.end > end:
            end = link.end
            if not link.weak:
                yield link


def _nested(links: Sequence[Link]) -> Iterator[tuple[Link, Link]]:
    """Yield each link with the widest name that ends it."""
    for index, outer in enumerate(links):
        for inner in links[index + 1 :]:
            if inner.start >= outer.end:
                break
            if inner.end == outer.end and inner.start > outer.start and not inner.weak:
                yield outer, inner
                break


def _adjacent(clean: str, links: Sequence[Link]) -> Iterator[tuple[Link, Link]]:
    """Yield each name with the one that follows it, or that it follows as a possessor."""
    for index, first in enumerate(links):
        for second in links[index + 1 :]:
            if second.start > first.end + _NEAR:
                break
            between = clean[first.end : second.start]
            if between in {" ", " of "}:
                yield first, second
            elif between in _POSSESSIVE:
                yield second, first
