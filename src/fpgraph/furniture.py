"""Page furniture: running heads, page numbers, journal lines and what else is no text.

Judged by shape (``ISSN …``, ``– 12 –``), by repetition with counting numbers, and by
the text around: a short line between the halves of one sentence is furniture.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from .lines import Line

#: No running head is longer.
LONGEST = 120
_NUMBERED = r"(?:випуск|вип|том|т|vol|volume|issue|no|номер|выпуск|№|n|year|рік)"
_STAMP = re.compile(
    rf"""^\W*(?:
        (?:e-|p-|print\s|online\s)?(?:issn|isbn|doi|udc|удк|ббк|orcid)\b.{{0,110}}
      | https?://\S+ | www\.\S+
      | ©.{{0,110}}
      | (?:\d+\W+)?(?:{_NUMBERED}[.\s]*\d+(?:\s?[–-]\s?\d+)?[\s,.;:()\d/№|–-]*)+
      | (?:\d+\W+)?{_NUMBERED}[.\s]*\d+[^.!?]{{0,40}}\d{{4}}\W*\d{{0,4}}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_PAGE = re.compile(
    r"^\W{0,4}(?:page|p\.|стор(?:інка|\.)?|с\.|стр\.)?\s*\d{1,4}"
    r"(?:\s*(?:of|з|із|/|\|)\s*\d{1,4})?(?:\s*\|\s*p\s*a\s*g\s*e)?\W{0,4}$",
    re.IGNORECASE,
)
_BARE = re.compile(r"^\d{1,4}$")
_JOURNAL = re.compile(r"\b(?:ЖУРНАЛ|ВІСНИК|ВЕСТНИК|ЗБІРНИК|JOURNAL|BULLETIN|REVIEW|QUARTERLY|PROCEEDINGS)\b")
_EDGE_NUMBER = re.compile(r"^\d{1,4}\s+\D|\D\s\d{1,4}$")
_COUNTED = re.compile(
    r"(?:таблиц|табл|рис|розділ|глава|раздел|стаття|питання|крок|частин|додат|пункт|варіант"
    r"|section|chapter|table|fig|question|part|article|annex|step|option|scenario|box|act)\w*\W*#",
)
_ITEM = re.compile(r"^(?:[•▪●◦‣∙·■□►▸✓➢–—-]|\(?\w{1,2}\))\s|^\d{1,2}\.\s")
_NOTE = re.compile(r"^(?:\d{1,3}|[*†‡¹²³⁰-⁹]{1,3})[.)]?\s*\S")
_DIGITS = re.compile(r"\d+")
#: Equal pages are at least so many lines apart.
_PAGE_LINES = 15


def furniture(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of the lines that are page furniture."""
    found = {
        index
        for index, line in enumerate(lines)
        if len(line.words) <= LONGEST and _stamped(lines, index)
    }
    found |= _repeated(lines, found)
    found |= _interruptions(lines, found)
    return found


def _isolated(lines: Sequence[Line], index: int) -> bool:
    """Tell whether blank lines, page breaks or the ends of the file stand on both sides."""
    before = index == 0 or lines[index].apart
    after = index + 1 == len(lines) or lines[index + 1].apart
    return before and after


def _stamped(lines: Sequence[Line], index: int) -> bool:
    """Judge by shape alone."""
    words = lines[index].words
    if not (words[0].isalnum() and words[0].islower()) and _STAMP.match(words):
        return True
    if _PAGE.match(words):
        if not _BARE.match(words):
            return not (index and lines[index - 1].broken) and not words.startswith(("(", "[", "«"))
        return _isolated(lines, index) or lines[index].feed
    return bool(_JOURNAL.search(words)) and words.isupper() and _isolated(lines, index)


def _across(lines: Sequence[Line], index: int, skip: set[int]) -> bool:
    """Tell whether a sentence of the text goes on from before ``index`` to after it."""
    before, after = index - 1, index + 1
    while before >= 0 and before in skip:
        before -= 1
    while after < len(lines) and after in skip:
        after += 1
    if before < 0 or after >= len(lines):
        return False
    return not lines[before].stopped and lines[after].lower


def _repeated(lines: Sequence[Line], known: set[int]) -> set[int]:
    """Find running heads: lines that come again, page numbers aside."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.words) <= LONGEST and index not in known:
            places[_DIGITS.sub("#", line.words.casefold())].append(index)
    groups = {key: at for key, at in places.items() if len(at) > 1 and _may_be_head(key, lines[at[0]])}
    again = {index for at in groups.values() for index in at}
    reprinted = _long_runs(again)
    skip = known | again
    found: set[int] = set()
    for key, at in groups.items():
        if reprinted.isdisjoint(at) and _is_head(key, at, lines, skip):
            top = at[0] < 12 and not lines[at[0]].feed and not _across(lines, at[0], skip)
            found.update(at[1:] if top and "#" not in key else at)
    return found


def _may_be_head(key: str, line: Line) -> bool:
    return (
        not line.lower
        and not line.broken
        and key[-1] not in ":;?,"
        and not _ITEM.match(line.words)
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


def _is_head(key: str, at: list[int], lines: Sequence[Line], skip: set[int]) -> bool:
    across = sum(1 for index in at if _across(lines, index, skip))
    feeds = sum(1 for index in at if lines[index].feed)
    apart = all(_isolated(lines, index) for index in at)
    far = all(b - a >= _PAGE_LINES for a, b in zip(at, at[1:], strict=False))
    counting = "#" in key and _counts_up([lines[index].words for index in at])
    if counting and far:
        return bool(across or feeds or len(at) > 2)
    if key == "#":
        return False
    if apart:
        return bool(across or feeds > 1) and (far or across > 1)
    edge = any(lines[index].apart for index in at) or all(_stands_out(lines, i) for i in at)
    return len(at) > 2 and far and edge and (across > 1 or feeds > 1)


def _stands_out(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line is much shorter than its neighbours, or in capitals."""
    if lines[index].words.isupper():
        return True
    near = [len(line.words) for line in lines[max(0, index - 2) : index + 3]]
    return len(lines[index].words) < 0.8 * max(near)


def _counts_up(versions: list[str]) -> bool:
    numbers = [[int(number[:9]) for number in _DIGITS.findall(words)] for words in versions]
    return any(
        all(a < b for a, b in zip(column, column[1:], strict=False))
        for column in zip(*numbers, strict=False)
    )


def _interruptions(lines: Sequence[Line], known: set[int]) -> set[int]:
    """Find what stands between the two halves of a sentence at the turn of a page."""
    found: set[int] = set()
    shapes = Counter(_DIGITS.sub("#", line.words) for line in lines if len(line.words) <= LONGEST)
    index = 0
    while index < len(lines) - 2:
        line = lines[index]
        if index in known or line.stopped or lines[index + 1].lower or not _running(lines, index):
            index += 1
            continue
        after = _resumes(lines, index, known)
        between = [i for i in range(index + 1, after) if i not in known]
        if between and _interrupts(lines, line, between, shapes):
            found.update(between)
        index = max(after, index + 1)
    return found


def _running(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line is running text: a title or a heading is not."""
    line = lines[index]
    return line.broken or len(line.words) > 60 or (index > 0 and not line.apart) or line.lower


def _resumes(lines: Sequence[Line], index: int, known: set[int]) -> int:
    """Return where the sentence goes on after ``index``; ``index`` when it does not."""
    shown = 0
    for after in range(index + 1, min(len(lines), index + 16)):
        if after in known:
            continue
        line = lines[after]
        turned = line.apart or (after - 1) in known
        if line.lower and turned and after > index + 1:
            return after
        shown += 1
        if shown > 8 or len(line.words) > 2 * LONGEST:
            break
    return index


def _interrupts(
    lines: Sequence[Line], before: Line, between: list[int], shapes: Counter[str]
) -> bool:
    first = lines[between[0]]
    if not first.apart and (between[0] - 1 < 0 or lines[between[0] - 1] is before):
        head = shapes[_DIGITS.sub("#", first.words)] > 1 or first.words.isupper()
        return (head or bool(_EDGE_NUMBER.search(first.words))) and len(between) < 3
    if before.broken:
        return len(between) <= 6
    if _NOTE.match(first.words) and lines[between[-1]].stopped:
        return True
    return len(between) <= 3 and not any(
        lines[index].stopped or _ITEM.match(lines[index].words) or len(lines[index].words) > 90
        for index in between
    )
