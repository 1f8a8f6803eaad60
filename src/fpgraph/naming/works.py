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
#: The same where no word goes on; its capital comes first, since that is found fastest.
_FIRST = r"[A-Z](?<![\w’'-].)(?!(?<=T)he[ \u00a0])[\w’'-]+"
_LINK = (
    r"(?:of|and|in|the|for|to|a|an|on|with|from|at|by|as|against|between|or|is|without|after|before"
    r"|beyond|under|into|its|their|toward|towards|among|not|about|than|no|&)"
)
_GOES_ON = rf"(?:(?:[ \u00a0]{_LINK}){{0,3}}[ \u00a0]{_WORD})*"
#: A capital article within a sentence begins a title.
_ARTICLED = re.compile(rf"(?<=[a-z0-9,;)][ \u00a0])The[ \u00a0]{_WORD}{_GOES_ON}")
#: Words with a capital that small ones join.
_JOINED = re.compile(
    rf"{_FIRST}(?:[ \u00a0]{_WORD})*[ \u00a0]{_LINK}(?:[ \u00a0]{_LINK}){{0,2}}"
    rf"[ \u00a0]{_WORD}{_GOES_ON}"
)
#: Names are joined by «and», too; a title has more.
_MORE = re.compile(rf"[ \u00a0](?!and|or|in|for|on|with|from|&){_LINK}(?=[ \u00a0])")
_CUE = re.compile(
    r"(?:\b(?:authors?|editors?)[ \u00a0]of|\b(?:titled|entitled|called)"
    r"|(?:\b(?:his|her|their|its|the|influential|seminal|classic|first)|[’']s)[ \u00a0]"
    r"(?:\w+[ \u00a0])?"
    r"(?:book|essay|article|memoirs?|manifesto|novel|pamphlet|treatise|monograph|lecture|study"
    r"|classic|bestseller|polemic|textbook|masterpiece|volume),?)[ \u00a0]$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\bin|\bwrote|\bpublished|\b(?:his|her|their))[ \u00a0]$", re.IGNORECASE)
#: What a title at the beginning of capital words follows: «In», «Kant’s».
_LEAD = re.compile(r"(?:In|[A-Z]\w+[’']s)[ \u00a0](?=[A-Z])")
_DESCRIBED = re.compile(
    r",[ \u00a0](?:a|an|his|her|their|the)[ \u00a0](?:\w+[ \u00a0]){0,2}"
    r"(?:book|essay|memoir|manifesto|novel|pamphlet|treatise|monograph|bestseller)\b"
)
_DATED = re.compile(r"[ \u00a0]\((?:1[5-9]|20)\d\d\)")
_REACH = 48
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
    found = {match.span() for match in _ARTICLED.finditer(clean)} if " The " in clean else set()
    for match in _JOINED.finditer(clean):
        start, end = match.span()
        lead = _LEAD.match(clean, start)
        start = lead.end() if lead else start
        more = _MORE.search(clean, start, end) is not None
        if more and _CUE.search(clean, max(0, start - _REACH), start):
            found.add((start, end))
        elif lead or _BEFORE.search(clean, max(0, start - _REACH), start):
            joined = _DESCRIBED.match(clean, end) or (more and _DATED.match(clean, end))
            if joined and " " in clean[start:end]:
                found.add((start, end))
    return found


def _is_known(text: Around, start: int, end: int) -> bool:
    """Tell whether what looks like a title is, or begins with, a name of something else."""
    clean, known = text.clean, text.known
    if clean.startswith("The", start) and clean[start + 3].isspace():
        return known.covers(start + 4, end) or known.reaches(start) > start
    words = list(_CAPITAL.finditer(clean, start, end))
    if c.is_given(words[0][0]) or known.type_at(start) in _PEOPLE:
        return True
    return all(known.covers(*word.span()) for word in words)
