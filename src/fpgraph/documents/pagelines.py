"""The lines of a PDF's page, set apart and indented as they stand on it.

A PDF holds no paragraphs. What the page shows, a wider gap, another size of letters,
a line in bold, an indented line, comes out as a blank line or as leading spaces.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median
from typing import Any

#: How much wider than usual a gap is, and letters larger or smaller, to tell parts apart.
_WIDER = 1.25
_LARGER = 1.12
#: An indent, in points.
_INDENT, _DEEPEST = 6.0, 60.0
#: So many lines at the top and at the foot of a page may be running heads.
_EDGE = 3
_DIGITS = re.compile(r"\d+")
#: So many lines of a page begin at a margin.
_MARGIN_LINES = 4


class _Line:
    """A line: its words, where it stands, and how its letters are set."""

    __slots__ = ("fonts", "sizes", "text", "x", "y")

    def __init__(self) -> None:
        self.text = ""
        self.x = self.y = 0.0
        self.sizes: Counter[float] = Counter()
        self.fonts: Counter[str] = Counter()

    @property
    def size(self) -> float:
        """The size of most of its letters, in points."""
        return max(self.sizes, key=lambda size: (self.sizes[size], size), default=0.0)

    @property
    def font(self) -> str:
        """The font of all its letters, "" when there are several."""
        return next(iter(self.fonts)) if len(self.fonts) == 1 else ""


class PageLines:
    """Gathers the words of a page as they are drawn."""

    def __init__(self) -> None:
        self._lines = [_Line()]

    def add(
        self, words: str, above: Sequence[float], within: Sequence[float], font: Any, size: float
    ) -> None:
        """Add words, with the matrices of their place, their font and its size."""
        first, *others = words.split("\n")
        self._put(first, above, within, font, size)
        for other in others:
            self._lines.append(_Line())
            self._put(other, above, within, font, size)

    def _put(
        self, words: str, above: Sequence[float], within: Sequence[float], font: Any, size: float
    ) -> None:
        line = self._lines[-1]
        letters = len(words) - words.count(" ")
        if letters:
            x = within[4] * above[0] + within[5] * above[2] + above[4]
            y = within[4] * above[1] + within[5] * above[3] + above[5]
            scale = abs(within[3] * above[3]) or 1.0
            if not line.text.strip():
                line.x = x
            # A note's number is raised, the words around it tell where the line stands.
            if letters > max(line.sizes.values(), default=0):
                line.y = y
            line.sizes[round(size * scale, 1)] += letters
            line.fonts[str((font or {}).get("/BaseFont", ""))] += letters
        line.text += words

    def lines(self) -> list[_Line]:
        """Return the lines that show anything."""
        return [line for line in self._lines if line.text.strip()]


def set_pages(pages: Sequence[PageLines]) -> tuple[list[str], list[str]]:
    """Return the text of each page, and the running heads, which are left out of it.

    A running head stands at the edge of several pages, at the same height and with
    the same words, or with numbers that count the pages.
    """
    drawn = [page.lines() for page in pages]
    heads = _running_heads(drawn)
    texts = [_set([line for line in lines if id(line) not in heads]) for lines in drawn]
    shown = dict.fromkeys(
        line.text.strip() for lines in drawn for line in lines if id(line) in heads
    )
    return texts, list(shown)


def _running_heads(pages: Sequence[Sequence[_Line]]) -> set[int]:
    """Return the ids of the lines that are running heads."""
    places: defaultdict[tuple[str, int], list[tuple[int, _Line]]] = defaultdict(list)
    for number, lines in enumerate(pages):
        edge = [*lines[:_EDGE], *lines[max(_EDGE, len(lines) - _EDGE) :]]
        for line in edge:
            words = " ".join(line.text.split()).casefold()
            places[_DIGITS.sub("#", words), round(line.y / 3)].append((number, line))
    again: set[int] = set()
    for (words, _), at in places.items():
        if len(at) > 1 and words.strip("|–—- ") and _count_pages(at):
            again.update(id(line) for _, line in at)
    found: set[int] = set()
    for lines in pages:
        if all(id(line) in again for line in lines):
            continue  # a page printed twice
        for outer in (lines[:_EDGE], lines[: -_EDGE - 1 : -1]):
            # What stands within a line of the text is text.
            found.update(map(id, takewhile(lambda line: id(line) in again, outer)))
    return found


def _count_pages(at: Sequence[tuple[int, _Line]]) -> bool:
    """Tell whether each number in equal lines stays, or grows by one from page to page."""
    rows = [(page, [int(found[:9]) for found in _DIGITS.findall(line.text)]) for page, line in at]
    stays = len({tuple(numbers) for _, numbers in rows}) == 1
    bare = not any(character.isalpha() for _, line in at for character in line.text)
    if stays:
        return not bare
    columns = zip(*(numbers for _, numbers in rows), strict=True)
    pages = [page for page, _ in rows]
    return all(
        len(set(column)) == 1
        or len({number - page for number, page in zip(column, pages, strict=True)}) == 1
        for column in columns
    )


def _set(lines: Sequence[_Line]) -> str:
    """Return the lines of a page, blank lines where it shows a break."""
    if not lines:
        return ""
    usual, size = _usual_gap(lines), _body_size(lines)
    margins = _margins(lines)
    body = _body_font(lines)
    parts = [_indent(lines[0], margins) + lines[0].text.strip()]
    for before, line in pairwise(lines):
        # The lines of a title in large letters stand further apart.
        wide = usual * max(1.0, min(before.size, line.size) / size)
        parts.append("\n\n" if _apart(before, line, wide, body) else "\n")
        parts.append(_indent(line, margins) + line.text.strip())
    return "".join(parts)


def _body_size(lines: Sequence[_Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes.update(line.sizes)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0) or 1.0


def _usual_gap(lines: Sequence[_Line]) -> float:
    """Return the smallest distance that the lines of the page often have."""
    gaps = Counter(round(a.y - b.y, 0) for a, b in pairwise(lines))
    size = median(line.size for line in lines)
    often = [gap for gap, count in gaps.items() if count > 2 and count > 0.08 * len(lines)]
    return min((gap for gap in often if gap > 0.9 * size), default=1.35 * size)


def _margins(lines: Sequence[_Line]) -> list[float]:
    """Return where the lines of the page's columns begin."""
    begins = Counter(round(line.x) for line in lines)
    margins: list[float] = []
    for x in sorted(begins):
        # A little to the right of a margin, and less often, lines are only indented.
        indented = (
            margins and x - margins[-1] < _DEEPEST and begins[round(margins[-1])] >= begins[x]
        )
        if begins[x] >= _MARGIN_LINES and not indented:
            margins.append(x)
    return margins


def _body_font(lines: Sequence[_Line]) -> str:
    fonts: Counter[str] = Counter()
    for line in lines:
        fonts.update(line.fonts)
    return max(fonts, key=lambda font: (fonts[font], font), default="")


def _indent(line: _Line, margins: Sequence[float]) -> str:
    left = max((x for x in margins if x <= line.x + 1.0), default=line.x)
    return "    " if _INDENT < line.x - left < _DEEPEST else ""


def _apart(before: _Line, line: _Line, usual: float, body: str) -> bool:
    """Tell whether the page shows a break between two lines."""
    gap = before.y - line.y
    if gap < 0.0:
        return False  # the next column, or a page drawn out of order
    if gap > _WIDER * max(usual, 1.0):
        return True
    sizes = sorted((before.size, line.size))
    if sizes[0] > 0 and sizes[1] > _LARGER * sizes[0]:
        return True
    # A line wholly in another font than the text is a heading.
    fonts = (before.font, line.font)
    return all(fonts) and fonts[0] != fonts[1] and body in fonts
