"""From the lines of a file to its paragraphs: which lines belong together, and how they join."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from .breaks import Breaks
from .cleaning import Cleaned
from .furniture import furniture
from .hyphens import Vocabulary, hangs, keeps_hyphen
from .lines import HYPHENS, Line, split_lines
from .marks import MARKDOWN, UNDERLINE


@dataclass(slots=True)
class Paragraph:
    """A block of running text at ``start:end`` of the clean text.

    ``turns`` are places where a new paragraph begins if a sentence does, too;
    ``item`` tells that it is an item of a list, ``marked`` that the file marks it as
    a heading.
    """

    start: int
    end: int
    turns: list[int] = field(default_factory=list)
    item: bool = False
    marked: bool = False


def read_paragraphs(text: str) -> tuple[str, array[int], list[Paragraph]]:
    """Return the clean text, the place of each of its characters, and its paragraphs."""
    lines = split_lines(text)
    dropped = furniture(lines)
    kept = _kept(lines, dropped)
    cleaned = Cleaned(text)
    paragraphs = _Joiner(kept, cleaned).join()
    return str(cleaned), cleaned.offsets, paragraphs


def _kept(lines: Sequence[Line], dropped: set[int]) -> list[Line]:
    """Return the lines of text; a gap left by furniture counts as the turn of a page."""
    kept: list[Line] = []
    gap, turned = 0, False
    for index, line in enumerate(lines):
        if index in dropped or (UNDERLINE.match(line.words) and not line.words.isalnum()):
            gap += line.gap + (index not in dropped)
            turned = turned or index in dropped
            continue
        line.gap += gap
        line.feed = line.feed or turned
        gap, turned = 0, False
        kept.append(line)
    return kept


class _Joiner:
    """Joins lines into paragraphs."""

    def __init__(self, lines: list[Line], cleaned: Cleaned) -> None:
        self.lines = lines
        self.cleaned = cleaned
        self.breaks = Breaks(lines)
        self.vocabulary = Vocabulary(lines)

    def join(self) -> list[Paragraph]:
        """Return the paragraphs, their words added to the clean text."""
        paragraphs: list[Paragraph] = []
        for index, line in enumerate(self.lines):
            mark = MARKDOWN.match(line.words)
            if self.breaks.begins(index):
                if index:
                    self.cleaned.space(self.lines[index - 1].end, "\n")
                paragraph = Paragraph(len(self.cleaned), 0)
                paragraph.item = self.breaks.listed
                paragraph.marked = mark is not None and mark[0].startswith("#")
                paragraphs.append(paragraph)
            else:
                paragraph = paragraphs[-1]
                self._seam(index, paragraph)
                mark = mark if mark and mark[0].startswith(">") else None
            self.cleaned.add(line.start + (len(mark[0]) if mark else 0), line.end)
            paragraph.end = len(self.cleaned)
        return paragraphs

    def _seam(self, index: int, paragraph: Paragraph) -> None:
        """Add what joins line ``index`` to the one before, and note a turn."""
        before, line = self.lines[index - 1], self.lines[index]
        words = before.words
        if before.broken and not hangs(words, line.words):
            if words[-1] in HYPHENS and not keeps_hyphen(words, line.words, self.vocabulary):
                self.cleaned.cut()
            return
        dash = words[-1] in "–—" and len(words) > 1 and words[-2].isalnum()
        if dash and line.words[0].isalnum():
            return
        self.cleaned.space(before.end)
        if self.breaks.turns(index):
            paragraph.turns.append(len(self.cleaned))
