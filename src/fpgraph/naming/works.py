"""English titles of works without quotation marks: «The Tragedy of Great Power Politics»."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..parts import Sentence
from . import capitals as c
from .nameparts import NAME, Around, Found
from .namequotes import QUIET, SKIPPED

_WORD = r"(?!The[ \u00a0])[A-Z][\w’'-]+"
_LINK = (
    r"(?:of|and|in|the|for|to|a|an|on|with|from|at|by|as|against|between|or|is|without|after|before"
    r"|beyond|under|into|its|their|toward|towards|among|not|about|than|no|&)"
)
_TITLE = rf"{_WORD}(?:(?:[ \u00a0]{_LINK}){{0,3}}[ \u00a0]{_WORD})*"
#: What all titles here stand after; most texts in another language have it nowhere.
_LED = re.compile(r"[a-z0-9,;)][ \u00a0][A-Z]")
#: A capital article within a sentence begins a title.
_ARTICLED = re.compile(rf"(?<=[a-z0-9,;)][ \u00a0])The[ \u00a0]{_TITLE}")
_WORKS = (
    r"book|essay|article|memoirs?|manifesto|novel|pamphlet|treatise|monograph|lecture|study|classic"
    r"|bestseller|polemic|textbook|masterpiece|volume"
)
_CUED = re.compile(
    r"(?:\b(?:authors?|editors?)[ \u00a0]of[ \u00a0]|\b(?:[Tt]itled|[Ee]ntitled|[Cc]alled)[ \u00a0]"
    r"|(?:\b(?:his|her|their|its|the|influential|seminal|classic|first)|[’']s)[ \u00a0]"
    rf"(?:\w+[ \u00a0])?(?:{_WORKS}),?[ \u00a0])({_TITLE})"
)
_BEFORE = r"(?:\b[Ii]n|\b[Ww]rote|\b[Pp]ublished|\b(?:his|her|their)|[’']s)"
_DESCRIBED = re.compile(
    rf"{_BEFORE}[ \u00a0]({_TITLE})"
    r"(?=,[ \u00a0](?:a|an|his|her|their|the)[ \u00a0](?:\w+[ \u00a0]){0,2}"
    r"(?:book|essay|memoir|manifesto|novel|pamphlet|treatise|monograph|bestseller)\b)"
)
_DATED = re.compile(rf"{_BEFORE}[ \u00a0]({_TITLE})(?=[ \u00a0]\((?:1[5-9]|20)\d\d\))")
_SMALL = re.compile(rf"[ \u00a0]{_LINK}(?=[ \u00a0])")
#: Names are joined by «and», too; a title has more.
_MORE = re.compile(rf"[ \u00a0](?!and|or|in|for|on|with|from|&){_LINK}(?=[ \u00a0])")
_CAPITAL = re.compile(_WORD)
_PEOPLE = frozenset({"Person", "Politician", "Scholar"})


def works(text: Around, sentences: Sequence[Sentence], modes: Sequence[int]) -> list[Found]:
    """Return the titles of works in the running text, in its order."""
    starts = [sentence.start for sentence in sentences]
    found = []
    for start, end in _titles(text):
        index = bisect_right(starts, start) - 1
        if index < 0 or modes[index] == SKIPPED or end > sentences[index].end:
            continue
        if modes[index] != QUIET:
            found.append(Found(start, end, NAME))
    return found


def _titles(text: Around) -> Iterator[tuple[int, int]]:
    clean, reach = text.clean, 0
    for start, end in sorted(_candidates(clean)):
        if start < reach or _is_known(text, start, end):
            continue
        reach = end
        yield start, end


def _candidates(clean: str) -> set[tuple[int, int]]:
    found = set()
    for line in _english(clean):
        found |= {match.span() for match in _ARTICLED.finditer(clean, *line)}
        for pattern, joined in ((_CUED, _MORE), (_DESCRIBED, _SMALL), (_DATED, _MORE)):
            titles = pattern.finditer(clean, *line)
            found |= {one.span(1) for one in titles if joined.search(one[1])}
    return found


def _english(clean: str) -> Iterator[tuple[int, int]]:
    """Yield the lines in which an English word may lead to a title."""
    end = 0
    while (led := _LED.search(clean, end)) is not None:
        end = clean.find("\n", led.end())
        end = len(clean) if end < 0 else end
        yield clean.rfind("\n", 0, led.start()) + 1, end


def _is_known(text: Around, start: int, end: int) -> bool:
    """Tell whether what looks like a title is, or begins with, a name of something else."""
    clean, known = text.clean, text.known
    if clean.startswith("The", start) and clean[start + 3].isspace():
        return known.covers(start + 4, end) or known.reaches(start) > start
    words = list(_CAPITAL.finditer(clean, start, end))
    if c.is_given(words[0][0]) or known.type_at(start) in _PEOPLE:
        return True
    return all(known.covers(*word.span()) for word in words)
