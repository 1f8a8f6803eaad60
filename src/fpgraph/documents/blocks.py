"""Text put together from the blocks of a document: paragraphs, headings, items of lists."""

from __future__ import annotations

import re

from ..characters import clean

#: What is longer is no heading, whatever the document says.
LONGEST_HEADING = 250
_SPACES = re.compile(r" {2,}")
_EDGES = re.compile(r" *\n *")
_LINES = re.compile(r"\n{2,}")


class Blocks:
    """The text of a document under construction, a blank line between its blocks."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._parts: list[str] = []
        self._sign = ""
        self._level = 0

    def say(self, words: str) -> None:
        """Add words to the block at hand."""
        self._parts.append(words)

    def line(self) -> None:
        """End a line within the block at hand; two ends in a row end the block."""
        self._parts.append("\n")

    def head(self, level: int) -> None:
        """Make the block at hand a heading."""
        self._level = level

    def sign(self, sign: str) -> None:
        """Put a sign before the block at hand, which is an item of a list."""
        self._sign = sign

    def plain(self) -> None:
        """Forget a sign or a level that no block took."""
        self._sign, self._level = "", 0

    def add(self, words: str) -> None:
        """Add a block of its own."""
        self.end()
        self._parts.append(words)
        self.end()

    def end(self) -> None:
        """End the block at hand."""
        if not self._parts:
            return
        words = "".join(self._parts)
        self._parts.clear()
        if not words or words.isspace():
            return
        words = _SPACES.sub(" ", words)
        if "\n" in words:
            words = _EDGES.sub("\n", words)
        words = words.strip(" \t\n\r")
        if self._level and len(words) <= LONGEST_HEADING:
            words = f"{'#' * self._level} {words.replace(chr(10), ' ')}"
        else:
            words = self._sign + words
        self._done.append(_LINES.sub("\n\n", words))
        self._sign, self._level = "", 0

    def text(self) -> str:
        """Return the text of all blocks, in characters that every format can hold."""
        self.end()
        return clean("\n\n".join(self._done)) + "\n" if self._done else ""
