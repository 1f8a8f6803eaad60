"""Where the coded passages and mentions stand in a text.

A passage that reprints another goes by the number of the first print throughout.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..model import Article, Mention, Name, Passage, Source
from ..text import align


class Grid:
    """Where the coded passages stand in a text."""

    def __init__(self, source: Source, article: Article, path: Path) -> None:
        found = align(article, source.passages, path)
        self.article = article
        self.moved = [one.number for one in source.passages if found[one.number] != one]
        self.passages = sorted(found.values(), key=lambda one: one.start)
        self._starts = [one.start for one in self.passages]
        self._ends = [one.end for one in self.passages]
        self.first = {one.number: one.duplicate_of or one.number for one in self.passages}
        self.by_number = found

    def at(self, start: int, end: int) -> list[Passage]:
        """Return the coded passages that ``start:end`` reaches into."""
        low = bisect_right(self._ends, start)
        return self.passages[low : bisect_left(self._starts, end)]

    def numbers(self, start: int, end: int) -> set[int]:
        """Return the same by number; a reprint goes by that of the first print."""
        return {self.first[one.number] for one in self.at(start, end)}

    def firsts(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return ``numbers`` with those of reprints replaced by the first prints'."""
        return frozenset(self.first[number] for number in numbers)


def coded_there(name: Name, coded: Sequence[Mention]) -> str | None:
    """Return the entity coded at a place of ``name``; ``coded`` are in the order of the text."""
    best, most = None, 0
    for start, end in name.places:
        for one in coded[: bisect_left(coded, end, key=lambda it: it.start)]:
            shared = min(end, one.end) - max(start, one.start)
            if shared > most and 2 * shared >= max(end - start, one.end - one.start):
                best, most = one.entity, shared
    return best
