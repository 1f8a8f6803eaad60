"""Names that stand in quotation marks: parties, ships, plans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..parts import Sentence
from . import capitals as c
from .nameforms import crude_stem, is_cyrillic
from .nameparts import NAME, ORGANISATION, Around, Found, speaks
from .namewords import QUOTED_HEADS, QUOTED_STEMS, TEXT_STEMS

#: How a sentence is read: not, for names that the text has elsewhere, for all, or as names.
SKIPPED, QUIET, READ, BYLINE = 0, 1, 2, 3

_QUOTATION = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,80})[»”“\"]")
_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([a-z]+)")
_STOPS = re.compile(r"[.,;:!?…\[\]()]")
_FIRMS = ("тов", "ват", "пат", "зат", "firm")
_LONGEST = 6


def quoted_names(text: Around, sentences: Sequence[Sentence], modes: Sequence[int]) -> list[Found]:
    """Return the names in quotation marks, without the marks, in the order of the text."""
    clean = text.clean
    starts = [sentence.start for sentence in sentences]
    found = []
    for match in _QUOTATION.finditer(clean):
        start, end = match.span(1)
        if not clean[start].isupper() or _STOPS.search(match[1]) or text.known.covers(start, end):
            continue
        index = bisect_right(starts, start) - 1
        if index < 0 or modes[index] == SKIPPED or end > sentences[index].end:
            continue
        if kind := _kind(text, match):
            one = Found(start, end, kind, "" if " " in match[1] else match[1])
            found.append(one.unsure() if modes[index] == QUIET else one)
    return found


def _kind(text: Around, match: re.Match[str]) -> str:
    """Return what a quotation is the name of, "" when it is none."""
    inside = match[1].split()
    if len(inside) > _LONGEST:
        return ""
    before = _BEFORE.search(text.clean, max(0, match.start() - 40), match.start())
    noun = before[1] if before else ""
    if is_cyrillic(inside[0]):
        return _head_kind(noun) or _bare_kind(text, inside, noun)
    if any(not word[0].isupper() and len(word) > 3 for word in inside):
        return ""
    after = _AFTER.match(text.clean, match.end())
    return _head_kind(after[1] if after else "") or _head_kind(noun)


def _head_kind(noun: str) -> str:
    """Return what the noun beside a quotation makes of it."""
    small = noun.lower()
    if c.heads_organisation(small) or small in _FIRMS:
        return ORGANISATION
    if small in QUOTED_HEADS or c.heads_other(small):
        return NAME
    return NAME if is_cyrillic(small) and crude_stem(small).startswith(QUOTED_STEMS) else ""


def _bare_kind(text: Around, inside: Sequence[str], noun: str) -> str:
    """Return what a quotation without such a noun is.

    Within a Ukrainian sentence only a name has a capital there, or what somebody says.
    """
    word = inside[0]
    if not noun[:1].islower() or speaks(noun) or noun.startswith(TEXT_STEMS):
        return ""
    if len(inside) > 4 or len(word) < 4 or c.is_starter(word) or text.words.occurs(word):
        return ""
    alone = len(inside) == 1
    return "" if alone and (c.is_title(word) or c.adjectival(word)) else NAME
