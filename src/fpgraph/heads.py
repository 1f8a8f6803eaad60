"""Running heads and page numbers: lines that come again, and numbers that count pages."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from .lines import Line

#: No running head is longer.
LONGEST = 120
DIGITS = re.compile(r"\d+")
ITEM = re.compile(r"^(?:[•▪●◦‣∙·■□►▸✓➢–—-]|\(?\w{1,2}\))\s|^\d{1,2}\.\s")
_COUNTED = re.compile(
    r"(?:таблиц|табл|рис|розділ|глава|раздел|стаття|питання|крок|частин|додат|пункт|варіант"
    r"|section|chapter|table|fig|question|part|article|annex|step|option|scenario|box|act)\w*\W*#",
)
_EDGE = re.compile(r"^(\d{1,4})(?=\s|$)|(?<=\s)(\d{1,4})$")
_TITLE_PART = re.compile(r"[:.–—]")
#: Equal pages are at least so many lines apart.
_PAGE_LINES = 15


def running_heads(lines: Sequence[Line], known: set[int]) -> set[int]:
    """Return the indexes of running heads; ``known`` holds what is furniture by its shape."""
    found = _repeated(lines, known)
    return found | _titles(lines, known | found) | _numbered(lines, known | found)


def isolated(lines: Sequence[Line], index: int, known: Set[int] = frozenset()) -> bool:
    """Tell whether blank lines, page breaks or furniture stand on both sides."""
    before = index == 0 or lines[index].apart or index - 1 in known
    after = index + 1 == len(lines) or lines[index + 1].apart or index + 1 in known
    return before and after


def shape(line: Line) -> str:
    """Return the words of a line with every number made a sign."""
    return DIGITS.sub("#", line.words) if line.numbered else line.words


class _Text:
    """The lines that are text, for all that is known: those whose index is not in ``skip``."""

    def __init__(self, lines: Sequence[Line], skip: set[int]) -> None:
        self.lines = lines
        self.skip = skip
        self._indexes = [index for index in range(len(lines)) if index not in skip]

    def across(self, index: int) -> bool:
        """Tell whether a sentence of the text goes on from before ``index`` to after it."""
        before = bisect_left(self._indexes, index) - 1
        after = bisect_right(self._indexes, index)
        if before < 0 or after == len(self._indexes):
            return False
        one, other = self._indexes[before], self._indexes[after]
        return not self.lines[one].stopped and self.lines[other].lower


def _repeated(lines: Sequence[Line], known: set[int]) -> set[int]:
    """Find running heads: lines that come again, page numbers aside."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.words) <= LONGEST and index not in known:
            places[shape(line).casefold()].append(index)
    groups = {
        key: at for key, at in places.items() if len(at) > 1 and _may_be_head(key, lines[at[0]])
    }
    again = {index for at in groups.values() for index in at}
    reprinted = _long_runs(again)
    text = _Text(lines, known | again)
    found: set[int] = set()
    for key, at in groups.items():
        if reprinted.isdisjoint(at) and _is_head(key, at, text, known):
            found.update(at[1:] if _is_title(key, at, text) else at)
    return found


def _is_title(key: str, at: list[int], text: _Text) -> bool:
    """Tell whether the first of equal lines is the title, which the others repeat."""
    first, lines = at[0], text.lines
    if first >= 12 or "#" in key or lines[first].feed or text.across(first):
        return False
    following = {lines[index + 1].words for index in at if index + 1 < len(lines)}
    return len(following) > 1 or first + 1 not in text.skip


def _may_be_head(key: str, line: Line) -> bool:
    return (
        (key == "#" or sum(map(str.isalpha, key)) > 3)
        and line.words[0] not in "[("
        and "]" not in key
        and not line.lower
        and not line.broken
        and key[-1] not in ":;?,"
        and not ITEM.match(line.words)
        and not _COUNTED.match(key)
    )


def _long_runs(indexes: set[int]) -> set[int]:
    """Return those of ``indexes`` that stand in a run of more than four: a reprint."""
    found: set[int] = set()
    run: list[int] = []
    for index in sorted(indexes):
        if run and index != run[-1] + 1:
            found.update(run if len(run) > 4 else ())
            run = []
        run.append(index)
    found.update(run if len(run) > 4 else ())
    return found


def _is_head(key: str, at: list[int], text: _Text, known: set[int]) -> bool:
    lines = text.lines
    crossed = sum(map(text.across, at))
    feeds = sum(1 for index in at if lines[index].feed)
    paged = sum(1 for index in at if index - 1 in known or index + 1 in known)
    apart = all(isolated(lines, index, known) for index in at)
    far = all(b - a >= _PAGE_LINES for a, b in pairwise(at))
    counting = "#" in key and _counts_up([lines[index].words for index in at])
    if counting and far:
        return bool(crossed or feeds or len(at) > 2)
    if key == "#":
        return False
    if apart:
        return paged > 1 or (bool(crossed or feeds > 1) and (far or crossed > 1))
    edge = any(lines[index].apart for index in at) or all(_stands_out(lines, i) for i in at)
    return len(at) > 2 and far and edge and (crossed > 1 or feeds > 1)


def _stands_out(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line is much shorter than its neighbours, or in capitals."""
    if lines[index].words.isupper():
        return True
    near = [len(line.words) for line in lines[max(0, index - 2) : index + 3]]
    return len(lines[index].words) < 0.8 * max(near)


def _counts_up(versions: list[str]) -> bool:
    numbers = [[int(number[:9]) for number in DIGITS.findall(words)] for words in versions]
    return any(all(a < b for a, b in pairwise(column)) for column in zip(*numbers, strict=False))


def _titles(lines: Sequence[Line], skip: set[int]) -> set[int]:
    """Find running heads that repeat the title, whole or up to its colon."""
    top = [line.words for line in lines[:6] if not line.stopped]
    names = {_plain(words) for words in top}
    names |= {_plain(_TITLE_PART.split(words)[0]) for words in top}
    names |= {_plain(f"{one} {two}") for one, two in pairwise(top)}
    names = {name for name in names if len(name.split()) > 2}
    return {
        index
        for index, line in enumerate(lines)
        if index > 12
        and index not in skip
        and len(line.words) <= LONGEST
        and isolated(lines, index)
        and _plain(line.words) in names
    }


def _plain(words: str) -> str:
    return DIGITS.sub("", words.casefold()).strip(" .:–—|")


class _Chain:
    """A group of lines, and those before it whose numbers count up to its own."""

    __slots__ = ("before", "group", "length")

    def __init__(self, group: list[int], before: _Chain | None) -> None:
        self.group = group
        self.before = before
        self.length: int = 1 + (before.length if before else 0)


def _numbered(lines: Sequence[Line], known: set[int]) -> set[int]:
    """Find the short groups of lines whose numbers count pages."""
    again = Counter(line.words.casefold() for line in lines if len(line.words) <= LONGEST)
    best: dict[int, _Chain] = {}
    longest: list[list[int]] = []
    last = None
    for group in _groups(lines):
        for number in _edges(lines, group, known):
            chain = _Chain(group, best.get(number - 1) or best.get(number - 2))
            best[number] = chain
            if last is None or chain.length > last.length:
                last = chain
    while last is not None:
        longest.append(last.group)
        last = last.before
    longest.reverse()
    found = {
        index
        for group in _groups(lines)
        if group[0] > 12 and _edges(lines, group, known) and _headed(lines, group, known, again)
        for index in group
    }
    if len(longest) > 2 and _are_pages(lines, longest, known):
        found.update(*longest)
    return {
        index for index in found if not lines[index].stopped or _EDGE.search(lines[index].words)
    }


def _headed(lines: Sequence[Line], group: list[int], known: set[int], again: Counter[str]) -> bool:
    """Tell whether a group holds known furniture, or a bare number and lines that come again."""
    others = [index for index in group if not lines[index].words.isdigit()]
    repeated = all(again[lines[index].words.casefold()] > 1 for index in others)
    return not known.isdisjoint(group) or (0 < len(others) < len(group) and repeated)


def _groups(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Give the groups of at most three short lines that stand apart."""
    group: list[int] = []
    for index, line in enumerate(lines):
        if line.apart:
            if len(group) <= 3 and group:
                yield group
            group = []
        if len(group) <= 3:
            group.append(index)
    if group and len(group) <= 3:
        yield group


def _edges(lines: Sequence[Line], group: list[int], known: set[int]) -> set[int]:
    """Return the numbers at the edges of a group that may count pages."""
    found: set[int] = set()
    for index in group:
        line = lines[index]
        if len(line.words) > LONGEST or (index not in known and not _may_be_numbered(line)):
            continue
        found.update(int(one or two) for one, two in _EDGE.findall(line.words))
    return found


def _may_be_numbered(line: Line) -> bool:
    if line.stopped or line.lower or line.broken or ITEM.match(line.words):
        return False
    return not _COUNTED.match(DIGITS.sub("#", line.words.casefold()))


def _are_pages(lines: Sequence[Line], chain: list[list[int]], known: set[int]) -> bool:
    """Tell pages from numbered headings: by page breaks, or by their even distance."""
    text = _Text(lines, known.union(*chain))
    if any(lines[group[0]].feed or text.across(group[0]) for group in chain):
        return True
    distances = [b[0] - a[0] for a, b in pairwise(chain)]
    return min(distances) >= _PAGE_LINES - 5 and max(distances) < 1.4 * min(distances)
