"""Citations in square brackets: which works, and at which pages.

``[19, с. 90–121]``, ``[1; 2, p. 5]``, ``[3–5]``; the letter before the pages may
be Cyrillic or Latin, whatever it looks like.
"""

from __future__ import annotations

import re

from .model import Citation

_BRACKET = re.compile(r"\[([^\[\]]{1,200})\]")
_APART = re.compile(r"\[(\d{1,3})\]\s?[-–—]\s?\[(\d{1,3})\]")
_DASH = r"\s*[-‐‑‒–—−]+\s*"
_MARK = r"(?:сс?|cc?|стор|стр|ст|арк|pp?|рр?|ss?|bl|seiten?|pages?|сторінк[аи])(?:\.|\s)\s*"
_NUMBER = r"(?:\d{1,5}|[ivxlc]{1,6})"
_RANGE = rf"{_NUMBER}(?:{_DASH}{_NUMBER})?"
_VOLUME = r"(?:т|том|ч|кн|vol|no|№|iss?)\.?\s*\d{1,3}\s*[,:.]\s*"
_ITEM = re.compile(
    rf"\s*(?P<first>[1-9]\d{{0,2}})(?:{_DASH}(?P<last>[1-9]\d{{0,2}}))?"
    rf"(?:\s*[,:.]?\s*(?:{_VOLUME})?{_MARK}"
    rf"(?P<pages>{_RANGE}(?:\s*,\s*{_RANGE}(?!\s*[,:]\s*{_MARK})\b)*)(?:\s*ff?\.?)?"
    rf"|\s*:\s*(?P<bare>{_RANGE}(?:\s*,\s*{_RANGE})*))?\s*(?:[,;]|$)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\s*(?:див\.|цит\. за|цит\.|напр\.|see|cf\.|e\.g\.,?|ref\.|№)[\s:]*", re.IGNORECASE
)
#: A longer range of works is a range of pages or of years.
_MOST_WORKS = 20


def citations(words: str) -> tuple[Citation, ...]:
    """Return the citations that stand in ``words``, in order, each once."""
    if "[" not in words:
        return ()
    words = _APART.sub(r"[\1–\2]", words)
    found: dict[Citation, None] = {}
    for bracket in _BRACKET.finditer(words):
        found.update(dict.fromkeys(_bracket(bracket[1])))
    return tuple(found)


def _bracket(inside: str) -> list[Citation]:
    """Read the inside of one bracket; [] when it is no citation."""
    lead = _LEAD.match(inside)
    position = lead.end() if lead else 0
    result: list[Citation] = []
    while position < len(inside):
        item = _ITEM.match(inside, position)
        if item is None:
            return []
        works = _works(item)
        if not works:
            return []
        result += works
        position = item.end()
    return result


def _works(item: re.Match[str]) -> list[Citation]:
    first = int(item["first"])
    last = int(item["last"] or first)
    pages = _plain(item["pages"] or item["bare"] or "")
    if not first <= last < first + _MOST_WORKS:
        return []
    return [Citation(f"ref-{number}", pages) for number in range(first, last + 1)]


def _plain(pages: str) -> str:
    """Write ``5, 7–9`` as ``5, 7-9``."""
    pages = re.sub(r"\s*[-‐‑‒–—−]+\s*", "-", pages.strip())
    return re.sub(r"\s*,\s*", ", ", pages)
