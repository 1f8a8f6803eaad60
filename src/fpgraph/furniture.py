"""Page furniture: running heads, page numbers, journal lines and what else is no text.

Judged by shape (``ISSN …``, ``– 12 –``), by repetition with counting numbers, and by
the text around: a short line between the halves of one sentence is furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .heads import ITEM, LONGEST, isolated, running_heads, shape
from .lines import Line

_NUMBERED = r"(?:випуск|вип|том|т|vol|volume|issue|number|no|номер|выпуск|№|n|year|рік)"
_MARKED = r"""(?:e-|p-|print\s|online\s)?(?:issn|isbn|doi|udc|удк|ббк|orcid)\b.{0,110}
      | https?://\S+ | www\.\S+
      | ©.{0,110}"""
#: What needs no number, and all of it.
_PLAIN_STAMP = re.compile(rf"^\W*(?:{_MARKED})$", re.IGNORECASE | re.VERBOSE)
_STAMP = re.compile(
    rf"""^\W*(?:
        {_MARKED}
      | (?:\d+\W+)?(?:{_NUMBERED}[.\s]*\d+(?:\s?[–-]\s?\d+)?[\s,.;:()\d/№|–-]*)+
      | (?:\d+\W+)?{_NUMBERED}[.\s]*\d+[^.!?]{{0,40}}\d{{4}}\W*\d{{0,4}}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_PAGE = re.compile(
    r"""^(?: [–—~|•*-]+\s*\d{1,4}\s*[–—~|•*-]+
      | \|\s*\d{1,4} | \d{1,4}\s*\|(?:\s*p\s?a\s?g\s?e)?
      | (?:page|стор(?:інка|\.)?|p\.|с\.|стр\.)\s*\d{1,4}(?:\s*(?:of|з|із|/)\s*\d{1,4})?
      | \d{1,4}\s*(?:of|/)\s*\d{1,4}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNT = re.compile(
    r"^(?:page|стор(?:інка|\.)?)\s*\d{1,4}\s*(?:of|з|із|/)\s*\d{1,4}$", re.IGNORECASE
)
_RULE = re.compile(r"^[_─═]{5,}$")
_WIDE = re.compile(r"\S(?:[^\S\t]{4,}|\s*\t\s*)\S")
_BARE = re.compile(r"^\d{1,4}$")
_JOURNAL = re.compile(
    r"\b(?:ЖУРНАЛ|ВІСНИК|ВЕСТНИК|ЗБІРНИК|JOURNAL|BULLETIN|REVIEW|QUARTERLY|PROCEEDINGS)\b"
)
_EDGE_NUMBER = re.compile(r"^\d{1,4}\s+\D|\D\s\d{1,4}$")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[»”\"]?[.!?]\s|,$")
_VOLUME = re.compile(r"\b(?:vol|volume|issue|випуск|вип|том|выпуск)\b\.?\s*\d", re.IGNORECASE)
_NUMBER_AND_YEAR = re.compile(r"\b(?:no|№|n)\b\.?\s*\d.*\b(?:19|20)\d\d\b", re.IGNORECASE)
_NOTE = re.compile(r"^(?:\d{1,3}|[*†‡¹²³⁰-⁹]{1,3})[.)]?\s*\S")


def furniture(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of the lines that are page furniture."""
    found = {
        index
        for index, line in enumerate(lines)
        if len(line.words) <= LONGEST and _stamped(lines, index)
    }
    rules = {index for index, line in enumerate(lines) if _RULE.match(line.words)}
    found |= running_heads(lines, found | rules)
    found |= _interruptions(lines, found)
    return found


def _stamped(lines: Sequence[Line], index: int) -> bool:
    """Judge by shape alone."""
    line = lines[index]
    words = line.words
    if line.numbered:
        if (_STAMP.match(words) and not words[0].islower()) or _COUNT.match(words):
            return True
        if _EDGE_NUMBER.search(words) and _spread(lines, index):
            return True
    elif _PLAIN_STAMP.match(words) and not words[0].islower():
        return True
    if line.numbered and (_BARE.match(words) or _PAGE.match(words)):
        bare = words[0].isalnum() and "|" not in words
        return not bare or line.feed or isolated(lines, index) or _set_off(lines, index)
    if line.stopped or not isolated(lines, index) or _INNER_STOP.search(words):
        return False
    journal = _JOURNAL.search(words) and words.isupper()
    numbered = index < 4 and _NUMBER_AND_YEAR.search(words)
    return bool(journal or numbered or _VOLUME.search(words))


def _spread(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is set to both margins, and no row of a table."""
    near = [line for line in lines[max(0, index - 1) : index + 2] if line is not lines[index]]
    wide = _WIDE.search(lines[index].words) is not None
    return wide and not any(_WIDE.search(line.words) for line in near)


def _set_off(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a number stands far to the right of the lines around, or by a rule."""
    near = [line for line in lines[max(0, index - 1) : index + 2] if line is not lines[index]]
    ruled = any(_RULE.match(line.words) for line in near)
    return ruled or all(lines[index].indent >= line.indent + 15 for line in near)


def _interruptions(lines: Sequence[Line], known: set[int]) -> set[int]:
    """Find what stands between the two halves of a sentence at the turn of a page."""
    found: set[int] = set()
    shapes = Counter(shape(line) for line in lines if len(line.words) <= LONGEST)
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
    top = lines[: index + 1] if index < 6 else ()
    if top and not any(one.stopped or _INNER_STOP.search(one.words) for one in top):
        return False
    joined = line.broken or line.lower or (index > 0 and not line.apart)
    if joined or _INNER_STOP.search(line.words):
        return True
    near = [len(other.words) for other in lines[max(0, index - 8) : index]]
    return len(line.words) > min(60, 0.8 * max(near, default=75))


def _resumes(lines: Sequence[Line], index: int, known: set[int]) -> int:
    """Return where the sentence goes on after ``index``; ``index`` when it does not."""
    shown = 0
    for after in range(index + 1, min(len(lines), index + 16)):
        if after in known:
            continue
        line = lines[after]
        turned = line.apart or (after - 1) in known
        if line.lower:
            return after if turned and after > index + 1 else index
        shown += 1
        if shown > 8 or len(line.words) > 2 * LONGEST:
            break
    return index


def _interrupts(
    lines: Sequence[Line], before: Line, between: list[int], shapes: Counter[str]
) -> bool:
    first = lines[between[0]]
    textual = any(
        lines[index].stopped or _INNER_STOP.search(lines[index].words) for index in between
    )
    if not first.apart and lines[between[0] - 1] is before:
        head = shapes[shape(first)] > 1 or first.words.isupper()
        numbered = before.broken and _EDGE_NUMBER.search(first.words) is not None
        return (head or numbered) and len(between) < 3 and not textual
    if before.broken:
        return len(between) <= 6
    if _NOTE.match(first.words) and lines[between[-1]].stopped:
        return True
    return (
        len(between) <= 3
        and not textual
        and not any(
            ITEM.match(lines[index].words) or len(lines[index].words) > 90 for index in between
        )
    )
