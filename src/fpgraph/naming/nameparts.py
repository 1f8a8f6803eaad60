"""What a piece of text that may be a name looks like, and what is known around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..parts import Link
from .capitals import LOWER, is_title
from .nameforms import is_cyrillic, nominative_rank
from .namewords import SPEECH

PERSON, ORGANISATION, ACRONYM, NAME = "person", "organisation", "acronym", "name"

_SMALL = re.compile(rf"[{LOWER}][{LOWER}’'ʼ-]*")
_AFTER = re.compile(
    rf"(?:[ \u00a0]|’s )?(?:\([^()]{{0,60}}\)[ \u00a0]?)?"
    rf"(?:(?:also|has|have|rightly|therefore|thus|слушно|також|теж)[ \u00a0])?([{LOWER}’']+)"
)
_DASHES = (",", "–", "—", "-")
_THIRD = re.compile(
    r"(?:ить|їть|ує|ює|ає|яє|ється|иться|ив|ав|їв|ила|ала|їла|в|ла|же|ше|[^s]s|ed|id|ote|ld)$"
)


_SPEECH_STARTS = frozenset(stem[:3] for stem in SPEECH)


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the running text that may be a name.

    ``given`` holds the given names and initials of a person, ``word`` what tells its
    forms apart: the surname or the single word, "" for a phrase. It is ``sure`` unless
    it is one only where the text has the name elsewhere, too.
    """

    start: int
    end: int
    kind: str
    word: str = ""
    given: tuple[str, ...] = ()
    sure: bool = True

    def unsure(self) -> Found:
        """Return the same, to be counted only where the name is met elsewhere."""
        return replace(self, sure=False)


class Known:
    """What the lexicon links in a text: asked for one place after the other."""

    def __init__(self, links: Iterable[Link]) -> None:
        self.links = sorted(
            (one for one in links if not one.weak), key=lambda one: (one.start, -one.end)
        )
        self.weak = {(one.start, one.end) for one in links if one.weak}
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.types: list[str] = []
        for one in self.links:
            if self.ends and one.start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], one.end)
                continue
            self.starts.append(one.start)
            self.ends.append(one.end)
            self.types.append(one.type)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Return where places are linked that are no states."""
        return [
            (start, end)
            for start, end, sort in zip(self.starts, self.ends, self.types, strict=True)
            if sort == "Region"
        ]

    def covers(self, start: int, end: int) -> bool:
        """Tell whether ``start:end`` lies within what is linked."""
        index = bisect_right(self.starts, start) - 1
        return index >= 0 and self.ends[index] >= end

    def type_at(self, start: int) -> str:
        """Return the type of what is linked at ``start``, or ""."""
        index = bisect_right(self.starts, start) - 1
        return self.types[index] if index >= 0 and self.ends[index] > start else ""

    def reaches(self, start: int) -> int:
        """Return where what is linked at ``start`` ends, or ``start``."""
        index = bisect_right(self.starts, start) - 1
        return max(start, self.ends[index]) if index >= 0 else start


class Words:
    """The words of a text as they stand in it: whether one occurs in small letters."""

    def __init__(self, clean: str) -> None:
        self.tokens = frozenset(clean.split())

    def occurs(self, word: str) -> bool:
        """Tell whether ``word`` stands in the text without its capital."""
        small = word.lower()
        tokens = self.tokens
        return small in tokens or f"{small}," in tokens or f"{small}." in tokens


def speaks(word: str) -> bool:
    """Tell whether a word in small letters is a verb of saying."""
    return word[:3] in _SPEECH_STARTS and word.startswith(SPEECH)


def speech_after(clean: str, end: int) -> str:
    """Return the verb of saying right after ``end``, or ""."""
    found = _AFTER.match(clean, end)
    return found[1] if found and speaks(found[1]) and _THIRD.search(found[1]) else ""


def speech_before(clean: str, start: int) -> bool:
    """Tell whether a quotation and a verb of saying stand before ``start``."""
    before, word = _word_before(clean, start)
    return speaks(word) and before.endswith(_DASHES)


def title_before(clean: str, start: int, word: str) -> bool:
    """Tell whether a title in small letters stands before ``word`` at ``start``.

    In Ukrainian it must agree: «лідер Хамасу» names no leader.
    """
    _, title = _word_before(clean, start)
    if not title or not is_title(title):
        return False
    if not is_cyrillic(word):
        return True
    return not (nominative_rank(title) == 0 and nominative_rank(word) > 0)


def _word_before(clean: str, start: int) -> tuple[str, str]:
    """Return the small word right before ``start`` and what stands before it."""
    if not start or clean[start - 1] not in " \u00a0":
        return "", ""
    before, _, word = clean[max(0, start - 30) : start - 1].replace("\u00a0", " ").rpartition(" ")
    return (before.rstrip(), word) if _SMALL.fullmatch(word) else ("", "")


@dataclass(frozen=True, slots=True)
class Around:
    """A text, what is linked in it, and its words."""

    clean: str
    known: Known
    words: Words

    def kind(self, start: int, end: int, word: str) -> str:
        """Return ``person`` where ``word`` has a title or says something, else ``name``."""
        spoken = speech_before(self.clean, start) or (
            nominative_rank(word) < 2 and speech_after(self.clean, end)
        )
        return PERSON if spoken or title_before(self.clean, start, word) else NAME
