"""The silence report: sentences that ought to say something and have no claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..characters import clean
from ..model import Article, Mention, Passage, Source
from ..text import align, fingerprint
from ..titles import is_bibliography

#: Quotation marks, and those that close what they open.
_MARKS = {"«": "»", "“": "”", "„": "“”", '"': '"'}
#: Fewer words in quotation marks are a title or a word held at arm's length.
_QUOTED_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Miss:
    """A passage without a claim and why it should have one.

    ``reasons`` are sentences without a stop; ``words`` is what it says, "" where no
    text is given.
    """

    passage: Passage
    reasons: tuple[str, ...]
    words: str = ""


def misses(source: Source, article: Article | None = None) -> tuple[Miss, ...]:
    """Return the passages of ``source`` that no claim rests on though they call for one.

    Those that cite a work, quote four words or more, or name two different known
    entities; headings, reprints and lists of works are left out. A claim counts
    whatever its status, unless it was rejected. Quotations are found, and words told,
    only with ``article``; raises QuotationNotFound if it does not hold the passages.
    """
    spoken = _spoken(source)
    named = _named(source)
    found = align(article, source.passages) if article else {}
    quoted = _quoted(article, found) if article else set()
    missed = []
    for passage in source.passages:
        if passage.number in spoken or _is_furniture(passage, source):
            continue
        reasons = tuple(_reasons(passage, named.get(passage.number, ()), quoted))
        if reasons:
            words = article.words(found[passage.number]) if article else ""
            missed.append(Miss(passage, reasons, " ".join(clean(words).split())))
    return tuple(missed)


def _spoken(source: Source) -> set[int]:
    """Return the passages that claims rest on, with those that they reprint."""
    first = {passage.number: passage.duplicate_of or passage.number for passage in source.passages}
    return {
        one
        for claim in source.claims
        if claim.status != "rejected"
        for number in (*claim.passages, *claim.also)
        for one in (number, first.get(number, number))
    }


def _is_furniture(passage: Passage, source: Source) -> bool:
    if passage.duplicate_of is not None or is_bibliography(passage.section):
        return True
    title = str(source.works[0].get("title") or "") if source.works else ""
    headings = {fingerprint(words) for words in (passage.section, title) if words}
    return passage.fingerprint in headings


def _reasons(passage: Passage, named: Iterable[str], quoted: set[int]) -> Iterator[str]:
    if passage.cites:
        yield f"cites {', '.join(map(str, passage.cites))}"
    if passage.number in quoted:
        yield "quotes"
    names = list(named)
    if len(names) > 1:
        yield f"names {', '.join(names)}"


def _named(source: Source) -> Mapping[int, list[str]]:
    """Return the different entities that each passage names side by side.

    A name within a name, as a state's in that of its policy, is not another thing
    that the sentence speaks of.
    """
    from bisect import bisect_right

    starts = [passage.start for passage in source.passages]
    inside: dict[int, list[Mention]] = defaultdict(list)
    for one in sorted(source.mentions, key=lambda one: (one.start, -one.end, one.entity)):
        index = bisect_right(starts, one.start) - 1
        if index >= 0 and one.end <= source.passages[index].end:
            number = source.passages[index].number
            if not inside[number] or one.start >= inside[number][-1].end:
                inside[number].append(one)
    return {
        number: list(dict.fromkeys(one.entity for one in mentions))
        for number, mentions in inside.items()
    }


def _quoted(article: Article, found: Mapping[int, Passage]) -> set[int]:
    """Return the passages that a quotation of some length stands in or runs through."""
    paragraphs: dict[int, list[Passage]] = defaultdict(list)
    for passage in sorted(found.values(), key=lambda one: one.start):
        paragraphs[passage.paragraph].append(passage)
    quoted = set()
    for passages in paragraphs.values():
        pieces = [(passage.number, article.words(passage)) for passage in passages]
        quoted |= _quoting(pieces)
    return quoted


def _quoting(pieces: Iterable[tuple[int, str]]) -> set[int]:
    text, starts = "", []
    for number, words in pieces:
        starts.append((len(text), number))
        text += f"{words} "
    found = set()
    for start, end in _quotations(text):
        if len(_WORD.findall(text[start:end])) < _QUOTED_WORDS:
            continue
        ends = [at for at, _ in starts[1:]] + [len(text)]
        for (begin, number), stop in zip(starts, ends, strict=True):
            if begin < end and start < stop:
                found.add(number)
    return found


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost stretches between quotation marks that belong together."""
    at = 0
    while at < len(text):
        closing = _MARKS.get(text[at])
        if closing:
            end = _closed(text, at, closing)
            if end:
                yield at + 1, end
                at = end
        at += 1


def _closed(text: str, start: int, closing: str) -> int:
    """Return where what opens at ``start`` is closed, 0 if nowhere."""
    opening, depth = text[start], 0
    for at in range(start + 1, len(text)):
        if text[at] in closing:
            if not depth:
                return at
            depth -= 1
        elif text[at] == opening:
            depth += 1
    return 0
