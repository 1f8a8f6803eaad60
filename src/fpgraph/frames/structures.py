"""Frames that go by no word: a name within a name, a name beside a name, a line of keywords."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from ..model import Article
from ..parts import Link, Sentence
from ..titles import label
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
    if label(article.clean[sentence.start : sentence.end]):
        keyed = [frame for frame in frames if frame.structure == "keywords"]
        for frame, link in product(keyed, _outermost(links)):
            yield frame, article.source, link.entity, link.start
        return
    pairs = {
        "nested": [pair for pair in _nested(links) if pair[0].type and pair[1].type],
        "adjacent": list(_adjacent(article.clean, links)),
    }
    if not any(pairs.values()):
        return
    for frame in frames:
        for outer, inner in pairs.get(frame.structure, ()):
            if _is_read(frame, article.clean, outer, inner):
                turned = frame.subject.where == "inner"
                subject, target = (inner, outer) if turned else (outer, inner)
                yield frame, subject.entity, target.entity, outer.start


def _is_read(frame: Frame, clean: str, outer: Link, inner: Link) -> bool:
    """Tell whether ``frame`` holds between a name and the one in it or beside it."""
    turned = frame.subject.where == "inner"
    subject, target = (inner, outer) if turned else (outer, inner)
    slot = frame.subject if turned else frame.object
    if subject.entity == target.entity:
        return False
    if frame.structure == "nested" and not _is_led(clean, outer, inner, slot):
        return False
    return _fits(subject, frame.subject, inner) and _fits(target, frame.object, inner)


def _fits(link: Link, slot: Slot, inner: Link) -> bool:
    if link.weak or not link.type or not suits(link, slot):
        return False
    return link is not inner or not slot.cases or not link.cases or bool(slot.cases & link.cases)


def _is_led(clean: str, outer: Link, inner: Link, slot: Slot) -> bool:
    """Tell whether the word in front of ``inner`` is what its slot asks for."""
    words = clean[outer.start : inner.start].lower().split()
    last = words[-1] if words else ""
    if slot.prep:
        return last in slot.prep
    return last == "of" or not is_preposition(last, "en" if last.isascii() else "uk")


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
