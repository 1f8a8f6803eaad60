"""The words of passages, and where in them names stand: what a build with the text can show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from .model import Article, Mention, Passage, Source


class Mark(NamedTuple):
    """The name of ``entity`` at ``start:end`` of the words of a passage."""

    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a passage as cleaned, with the names that stand in them."""

    words: str
    marks: tuple[Mark, ...] = ()

    def pieces(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the words piece by piece, each with the entities named there, the narrowest first.

        A piece ends wherever a name begins or ends, for names lie inside others.
        """
        cuts = sorted({0, len(self.words), *(cut for m in self.marks for cut in (m.start, m.end))})
        for start, end in pairwise(cuts):
            around = [m for m in self.marks if m.start <= start and end <= m.end]
            around.sort(key=lambda mark: (mark.end - mark.start, mark.entity))
            yield self.words[start:end], tuple(mark.entity for mark in around)


# By article and number; only a build with the text has them.
Quotations = Mapping[str, Mapping[int, Quoted]]


def mentions_by_passage(source: Source) -> dict[int, list[Mention]]:
    """Return the mentions in each passage, by its number, in the order of the text."""
    passages = sorted(source.passages, key=lambda passage: passage.start)
    starts = [passage.start for passage in passages]
    found: dict[int, list[Mention]] = {}
    for mention in sorted(source.mentions, key=lambda m: (m.start, -m.end, m.entity)):
        at = bisect_right(starts, mention.start) - 1
        if at >= 0 and mention.end <= passages[at].end:
            found.setdefault(passages[at].number, []).append(mention)
    return found


def quoted(article: Article, coded: Passage, found: Passage, mentions: Iterable[Mention]) -> Quoted:
    """Return the words of a passage with the ``mentions`` that lie in it.

    ``coded`` is the passage as the corpus has it and ``found`` as it stands in
    ``article``. In a copy with other line breaks the places of names are not known:
    where they would cut a word, nothing is marked.
    """
    words = article.words(found).rstrip()
    moved = found.start - coded.start
    begin = bisect_left(article.offsets, found.start)
    marks = []
    for mention in mentions:
        start, end = (
            bisect_left(article.offsets, place + moved) - begin
            for place in (mention.start, mention.end)
        )
        if not _is_whole(words, start, end):
            return Quoted(words)
        marks.append(Mark(mention.entity, start, end))
    return Quoted(words, tuple(marks))


def _is_whole(words: str, start: int, end: int) -> bool:
    """Tell whether ``start:end`` is a stretch of whole words, without a space at its ends."""
    if not 0 <= start < end <= len(words) or words[start].isspace() or words[end - 1].isspace():
        return False
    sides = words[max(0, start - 1) : start + 1], words[end - 1 : end + 1]
    return not any(len(side) == 2 and side.isalnum() for side in sides)
