"""Quotations in running text: where they open and close, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

#: A mark, or where lines end; begun with one set of signs, it is found fastest.
_MARKS = re.compile(r'[«»“”„"\n](?:(?<=\n)\n+)?')
#: An apostrophe within or after a word closes nothing: the states’ interests.
_SINGLE = re.compile(r"(?<!\w)‘(?=\w)(?:[^‘’\n]|’\w|(?<=s)’(?= [a-z]))*’(?!\w)")
_OPENING = {"«": "»", "“": "”", "„": "“”"}
#: From that many words a quotation is taken to say something by itself.
SPOKEN_WORDS = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks; ``start`` and ``end`` include them, ``depth`` is from 0."""

    start: int
    end: int
    depth: int = 0

    def words(self, text: str) -> int:
        """Return how many words it has in ``text``."""
        return len(_WORD.findall(text, self.start, self.end))

    def spoken(self, text: str) -> bool:
        """Return whether it says something by itself, being no title or borrowed term."""
        stop = text[self.end - 2 : self.end - 1] in {".", "!", "?", "…"}
        stop = stop or text[self.end - 2 : self.end - 1] == ","
        return (stop and self.words(text) > 1) or self.words(text) >= SPOKEN_WORDS


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of ``text`` by start; nested ones included.

    One that a paragraph leaves open goes on where the next paragraph opens again with
    the same mark; else it is none.
    """
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    if "‘" in text:
        found += _single(text)
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if mark[0] == "\n":
            # A quotation that goes on opens every paragraph anew.
            if stack and not text.startswith(stack[0][0], match.end()):
                stack.clear()
            del stack[1:]
        elif stack and _closes(stack, mark, text, at):
            while stack:
                opened, start = stack.pop()
                if mark == opened == '"' or mark in _OPENING.get(opened, ""):
                    found.append(Quotation(start, at + 1, len(stack)))
                    break
        elif mark in _OPENING or (mark == '"' and _may_open(text, at)):
            if stack and stack[-1][0] == mark and text[at - 1] == "\n":
                continue
            stack.append((mark, at))
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _single(text: str) -> list[Quotation]:
    """Return the quotations in single marks, told from apostrophes by what stands around."""
    return [Quotation(match.start(), match.end(), 1) for match in _SINGLE.finditer(text)]


def _closes(stack: Sequence[tuple[str, int]], mark: str, text: str, at: int) -> bool:
    for opened, _ in reversed(stack):
        if mark == opened == '"':
            return not (_may_open(text, at) and at and text[at - 1] in " (")
        if mark in _OPENING.get(opened, ""):
            return True
    return False


def _may_open(text: str, at: int) -> bool:
    return at + 1 < len(text) and (text[at + 1].isalnum() or text[at + 1] in "«“'‘…[")


class Quotations:
    """Finds the quotations around a place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = quotations(text)
        self._starts = [one.start for one in self.all]
        self.by_start = {one.start: one for one in self.all}
        self.by_end = {one.end: one for one in self.all}

    def around(self, place: int) -> tuple[Quotation, ...]:
        """Return the quotations that hold ``place``, the outermost first."""
        last = bisect_right(self._starts, place)
        holding = []
        # They nest a few deep; those further back end before.
        for one in reversed(self.all[max(0, last - 12) : last]):
            if one.start < place < one.end:
                holding.append(one)
            if one.depth == 0 and one.end <= place:
                break
        return tuple(reversed(holding))
