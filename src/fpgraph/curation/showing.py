"""What a reviewer sees of a candidate: its sentence, its statement, who says it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

from ..characters import clean
from ..model import Article, Claim, Corpus, Mention, Passage, Source
from ..text import align
from ..vocabulary import vocabulary
from .confidence import told
from .review import Review


class Words:
    """The words of an article's passages, with the names in them marked.

    Raises QuotationNotFound if the text does not hold a passage of the article.
    """

    def __init__(self, article: Article, source: Source) -> None:
        self.article = article
        self.source = source
        self.found = align(article, source.passages)

    def plain(self, number: int) -> str:
        """Return the words of a passage, in one line."""
        return " ".join(clean(self.article.words(self.found[number])).split())

    def marked(self, passage: Passage, claim: Claim) -> str:
        """Return the words of a passage with names between ‹ ›, those of ``claim`` bold.

        In another copy of the text, where the places of names are not known, the
        words are as they are.
        """
        there = self.found[passage.number]
        if (there.start, there.end) != (passage.start, passage.end):
            return self.plain(passage.number)
        offsets, text = self.article.offsets, self.article.clean
        said = {claim.subject, claim.object, claim.asserted_by}
        parts, at = [], bisect_left(offsets, passage.start)
        for place in _outermost(self._places(passage)):
            start = bisect_left(offsets, place.start)
            end = bisect_left(offsets, place.end)
            parts.append(clean(text[at:start]))
            name = click.style(clean(text[start:end]), bold=bool(said & place.names))
            parts.append(f"‹{name}›")
            at = end
        parts.append(clean(text[at : bisect_left(offsets, passage.end)]))
        return " ".join("".join(parts).split())

    def _places(self, passage: Passage) -> list[Mention]:
        names = (
            Mention(name.id, start, end) for name in self.source.names for start, end in name.places
        )
        return [
            one
            for one in (*self.source.mentions, *names)
            if passage.start <= one.start and one.end <= passage.end
        ]


class _Place(NamedTuple):
    start: int
    end: int
    names: set[str]


def _outermost(mentions: Iterable[Mention]) -> list[_Place]:
    """Return stretches of text that no other reaches into, with all that is named there."""
    found: list[_Place] = []
    for one in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if found and one.start < found[-1].end:
            last = found[-1]
            found[-1] = _Place(last.start, max(last.end, one.end), last.names | {one.entity})
        else:
            found.append(_Place(one.start, one.end, {one.entity}))
    return found


def shown(review: Review, claim: Claim, words: Words | None) -> Iterator[str]:
    """Yield what is to be seen of ``claim``, line by line."""
    first = review.passage(claim.passages[0])
    place = f"passage {', '.join(map(str, claim.passages))}"
    section = f" · {first.section}" if first.section else ""
    yield click.style(f"{review.at + 1} of {len(review.queue)} · {place}{section}", bold=True)
    yield from _sentences(review, claim, words)
    yield ""
    for language in ("en", "uk"):
        gloss = claim.gloss(language) or click.style("no gloss", dim=True)
        yield f"  {language}  {clean(gloss)}"
        yield click.style(f"      {_statement(review, claim, language)}", dim=True)
    yield f"  {claim.subject} · {claim.property} · {claim.object}"
    yield f"  speaker {_speaker(claim)}"
    yield f"  frame {claim.rule}: {told(review.record(claim))}"
    for name in review.open_names(claim):
        yield click.style(f"  {name} stands for no entity yet", fg="yellow")


def _speaker(claim: Claim) -> str:
    """Return who says it and how."""
    relayed = "" if claim.reported_by == claim.asserted_by else f", relayed by {claim.reported_by}"
    rank = f", rank {claim.rank}" if claim.rank else ""
    cites = f"; cites {', '.join(map(str, claim.cites))}" if claim.cites else ""
    how = f"{claim.stance}, {claim.polarity}, {claim.kind}{rank}{cites}"
    return f"{claim.asserted_by}{relayed}: {how}"


def _sentences(review: Review, claim: Claim, words: Words | None) -> Iterator[str]:
    """Yield the sentences of a claim, and those before and after them in dim letters."""
    numbers = claim.passages
    if words is None:
        for number in numbers:
            passage = review.passage(number)
            place = f"characters {passage.start} to {passage.end}"
            yield click.style(f"  {place} of the text; --article FILE shows the words", dim=True)
        return
    known = {passage.number for passage in review.source.passages}
    for number in _around(numbers):
        if number in numbers:
            yield f"  {words.marked(review.passage(number), claim)}"
        elif number in known:
            yield click.style(f"  {words.plain(number)}", dim=True)


def _around(numbers: Sequence[int]) -> list[int]:
    near = {number + step for number in numbers for step in (-1, 0, 1)}
    return sorted(near)


def _statement(review: Review, claim: Claim, language: str) -> str:
    parts = (
        label(review.corpus, review.source, claim.subject, language),
        vocabulary().label(claim.property, language),
        label(review.corpus, review.source, claim.object, language),
    )
    return " — ".join(map(clean, parts))


def label(corpus: Corpus, source: Source, name: str, language: str) -> str:
    """Return what an entity, a work or an open name is called in ``language``."""
    if name in corpus.entities:
        return corpus.entities[name].label(language)
    for one in source.names:
        if one.id == name:
            return one.form
    for work in source.works:
        if work["id"] == name and work.get("title"):
            return str(work["title"])
    return name
