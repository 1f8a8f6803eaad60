"""Names that stand in quotation marks: parties, ships, plans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..parts import Sentence
from . import capitals as c
from .nameforms import crude_stem, is_cyrillic
from .nameparts import NAME, ORGANISATION, Around, Found, speaks
from .namewords import ACT_STEMS, QUOTED_HEADS, QUOTED_STEMS, TEXT_STEMS, WORK_STEMS

#: How a sentence is read: not, for names that the text has elsewhere, for all, or as names.
SKIPPED, QUIET, READ, BYLINE = 0, 1, 2, 3

_QUOTATION = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,80})[»”“\"]")
_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]$")
_AUTHORED = re.compile(
    r"([^\W\d_][\w’'-]+)[ \u00a0](?:[^\W\d_]\.[ \u00a0]?)?[^\W\d_a-zа-яіїєґ][\w’'-]+[ \u00a0]$"
)
_AFTER = re.compile(r"[ \u00a0]([a-z]+)")
_STOPS = re.compile(r"[.,;:!?…\[\]()]")
_FIRMS = ("тов", "ват", "пат", "зат", "firm")
_SENTENCE = re.compile(r"[.;!…\[\]()]")
#: After these a quotation is what somebody says.
_CONJUNCTIONS = frozenset(
    ["що", "мовляв", "нібито", "ніби", "мов", "бо", "але", "чи", "коли", "щоб"]
)
_LONGEST, _LONGEST_TITLE = 6, 12


def quoted_names(text: Around, sentences: Sequence[Sentence], modes: Sequence[int]) -> list[Found]:
    """Return the names in quotation marks, without the marks, in the order of the text."""
    clean = text.clean
    starts = [sentence.start for sentence in sentences]
    found, other = [], []
    for match in _QUOTATION.finditer(clean):
        start, end = match.span(1)
        if not clean[start].isupper() or text.known.covers(start, end):
            continue
        index = bisect_right(starts, start) - 1
        if index < 0 or modes[index] == SKIPPED or end > sentences[index].end:
            continue
        kind = _kind(text, match)
        one = Found(start, end, kind or NAME, "" if " " in match[1] else match[1])
        if kind:
            found.append(one.unsure() if modes[index] == QUIET else one)
        else:
            other.append(one.unsure())
    titles = {c.stems_of(clean[one.start : one.end].split()) for one in found}
    repeated = [one for one in other if c.stems_of(clean[one.start : one.end].split()) in titles]
    return sorted([*found, *repeated], key=lambda one: one.start)


def _kind(text: Around, match: re.Match[str]) -> str:
    """Return what a quotation is the name of, "" when it is none."""
    inside = match[1].split()
    before = _BEFORE.search(text.clean, max(0, match.start() - 40), match.start())
    noun = before[1] if before else ""
    authored = _AUTHORED.search(text.clean, max(0, match.start() - 40), match.start())
    nouns = (noun, authored[1] if authored else "")
    if any(_is_titled(match[1], inside, one) for one in nouns):
        return NAME
    if len(inside) > _LONGEST or _STOPS.search(match[1]):
        return ""
    if is_cyrillic(inside[0]):
        return _head_kind(noun) or _bare_kind(text, inside, noun)
    if any(not word[0].isupper() and len(word) > 3 for word in inside):
        return ""
    after = _AFTER.match(text.clean, match.end())
    return _head_kind(after[1] if after else "") or _head_kind(noun)


def _is_titled(words: str, inside: Sequence[str], noun: str) -> bool:
    """Tell whether a quotation is the title of a work or of an act beside ``noun``."""
    if len(inside) > _LONGEST_TITLE or _SENTENCE.search(words) or not is_cyrillic(inside[0]):
        return False
    small = noun.lower()
    if inside[0] == "Про" and len(inside) > 1:
        return small.startswith(ACT_STEMS) or noun == "України"
    return small.startswith(WORK_STEMS)


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
    if not (noun[:1].islower() or noun in ("У", "В")) or noun in _CONJUNCTIONS:
        return ""
    if speaks(noun) or noun.startswith(TEXT_STEMS):
        return ""
    if len(inside) > 4 or len(word) < 4 or c.is_starter(word) or text.words.occurs(word):
        return ""
    alone = len(inside) == 1
    return "" if alone and (c.is_title(word) or c.adjectival(word)) else NAME
