"""Clean text under construction, with the place of every character in the file.

Nothing is added: line-end hyphens, invisible characters and page furniture are
dropped, and a run of white space becomes one character that stands for its first.
"""

from __future__ import annotations

import re
from array import array

from .lines import INVISIBLE

_ODD = re.compile(rf"\s\s|[^\S ]|{INVISIBLE.pattern}")
_RUN = re.compile(rf"(?:\s|{INVISIBLE.pattern})+")
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


class Cleaned:
    """The clean text under construction."""

    def __init__(self, text: str) -> None:
        self.text = text
        # Every place once, for the offsets are stretches of it.
        self._places = array("I" if array("I").itemsize >= 4 else "L", range(len(text)))
        self.offsets = self._places[:0]
        self._parts: list[str] = []

    def __str__(self) -> str:
        return "".join(self._parts)

    def __len__(self) -> int:
        return len(self.offsets)

    def add(self, start: int, end: int) -> None:
        """Add ``start:end`` of the file, runs of white space made one space."""
        raw = self.text[start:end]
        # What is printable has no white space but spaces, and nothing invisible.
        if (raw.isprintable() and "  " not in raw) or _ODD.search(raw) is None:
            self._put(raw, start)
            return
        done = 0
        for run in _RUN.finditer(raw):
            self._put(raw[done : run.start()], start + done)
            done = run.end()
            spaces = [at for at in range(run.start(), done) if raw[at].isspace()]
            if spaces:
                self._parts.append(" ")
                self.offsets.append(start + spaces[0])
        self._put(raw[done:], start + done)

    def _put(self, words: str, start: int) -> None:
        if words:
            self._parts.append(words)
            self.offsets += self._places[start : start + len(words)]

    def cut(self) -> None:
        """Take back the last character."""
        self._parts[-1] = self._parts[-1][:-1]
        self.offsets.pop()

    def space(self, after: int, sign: str = " ") -> None:
        """Add one white space, standing for the first that the file has from ``after`` on."""
        while after < len(self.text) and not self._white(after, sign):
            after += 1
        self._parts.append(sign)
        self.offsets.append(min(after, len(self.text) - 1))

    def _white(self, at: int, sign: str) -> bool:
        character = self.text[at]
        return character.isspace() and (sign == " " or character in _LINE_ENDS)
