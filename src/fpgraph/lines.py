"""The lines of a file, each with its place, and the width they are set to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .wordlists import BEFORE_NUMBER, ENDING, JOINING, OPEN_ENDED

#: Characters without a shape of their own: soft hyphen, zero-width characters,
#: bidi controls, byte order mark, and control characters other than white space.
_UNSEEN = (
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
INVISIBLE = re.compile(f"[{_UNSEEN}]+")
_EDGE = re.compile(rf"[{_UNSEEN}\s]*")

#: Hyphens that may break a word at the end of a line; "¬" is what some
#: converters make of a soft hyphen.
HYPHENS = "-\u2010\u2011\u00ac\u2212"
_STOPPED = re.compile(
    r"""[.!?…:;]["»”“’'›)\]*_]*(?:\s*\[\s*\d[^\[\]]{0,60}\])*[.…]?["»”*_]*\d{0,2}[¹²³⁰-⁹]*$"""
)
#: The first of the signs from which superscript digits are; some of them count as letters.
_SUPERSCRIPTS = "\u2070"
_DIGIT = re.compile(r"\d")
_FIRST = re.compile(r"""[\s«“„"'‹(\[*_]*(\w)?""")


class Line:
    """One line that is not blank.

    ``start:end`` is its visible part in the file, ``words`` the same without
    invisible characters, ``gap`` the number of blank lines before it; ``feed``
    tells that a form feed stands before it, ``soft`` that it ends in a soft hyphen.
    """

    __slots__ = ("_numbered", "_stopped", "end", "feed", "gap", "indent", "soft", "start", "words")

    def __init__(self, words: str, start: int, end: int) -> None:
        self.words = words
        self.start = start
        self.end = end
        self.indent = 0
        self.gap = 0
        self.feed = False
        self.soft = False
        self._stopped: bool | None = None
        self._numbered: bool | None = None

    @property
    def stopped(self) -> bool:
        """True when the line ends in a stop, quotation marks and citations aside."""
        if self._stopped is None:
            last = self.words[-1]
            within = last == "," or (last.isalpha() and last < _SUPERSCRIPTS)
            self._stopped = not within and (
                _STOPPED.search(self.words, max(0, len(self.words) - 90)) is not None
            )
        return self._stopped

    @property
    def numbered(self) -> bool:
        """True when the line has a digit."""
        if self._numbered is None:
            self._numbered = _DIGIT.search(self.words) is not None
        return self._numbered

    @property
    def broken(self) -> bool:
        """True when the line ends inside a word."""
        words = self.words
        return self.soft or (len(words) > 1 and words[-1] in HYPHENS and _joins(words[-2]))

    @property
    def first(self) -> str:
        """The first letter or digit, opening marks aside; "" when another sign stands there."""
        if self.words[0].isalnum():
            return self.words[0]
        found = _FIRST.match(self.words)
        return (found[1] or "") if found else ""

    @property
    def lower(self) -> bool:
        """True when the line begins with a small letter."""
        return self.first.islower()

    @property
    def runs_on(self) -> bool:
        """True when the line ends in a comma or a word that something follows."""
        if self.words.endswith(","):
            return True
        last = self.words[-12:].rpartition(" ")[2]
        return last.casefold() in OPEN_ENDED and not last.isupper()

    @property
    def abbreviated(self) -> bool:
        """True when the line ends in an abbreviation that may end a sentence, too."""
        last = self.words[-12:].rpartition(" ")[2].rstrip(".").casefold()
        return "." in last or last in ENDING or last in BEFORE_NUMBER

    @property
    def hanging(self) -> bool:
        """True when the line ends in an open bracket or an abbreviation that something follows."""
        words = self.words
        if words.rfind("[") > words.rfind("]") or words.rfind("(", -60) > words.rfind(")", -60):
            return len(words) > 30
        last = words[-12:].rpartition(" ")[2].lstrip('«“("[')
        if not last.endswith("."):
            return False
        return last[:-1].casefold() in JOINING or (len(last) == 2 and last[0].isupper())

    @property
    def apart(self) -> bool:
        """True when a blank line or a form feed stands before it."""
        return self.gap > 0 or self.feed


def _joins(character: str) -> bool:
    return character.isalnum() or character in "'’ʼ`"


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that show anything, in order."""
    lines: list[Line] = []
    unseen = not text.replace("\n", " ").isprintable() and INVISIBLE.search(text) is not None
    gap, feed, position = 0, False, 0
    for piece in text.splitlines(keepends=True):
        words = piece.strip()
        begin = position + len(piece) - len(piece.lstrip())
        end = begin + len(words)
        if unseen and words and INVISIBLE.search(words):
            begin, end, words = _visible(text, begin, end)
        feed = feed or "\f" in piece[: max(0, begin - position)]
        if words:
            line = Line(words, begin, end)
            line.indent, line.gap, line.feed = begin - position, gap, feed
            line.soft = unseen and text[end - 1 : end] == "\u00ad"
            lines.append(line)
            gap, feed = 0, False
        else:
            gap += 1
        feed = feed or piece.endswith("\f")
        position += len(piece)
    return lines


def _visible(text: str, begin: int, end: int) -> tuple[int, int, str]:
    """Trim invisible characters off ``begin:end`` and out of its words.

    A soft hyphen at the very end stays inside, it tells of a broken word.
    """
    edge = _EDGE.match(text, begin, end)
    begin = edge.end() if edge else begin
    while end > begin and (text[end - 1].isspace() or INVISIBLE.match(text[end - 1])):
        if text[end - 1] == "\u00ad":
            break
        end -= 1
    return begin, end, INVISIBLE.sub("", text[begin:end]).strip()


class Setting:
    """How the lines are set: how wide around each of them, and whether they are wrapped.

    In a wrapped text most lines end within a sentence that the next line goes on
    with; in an unwrapped one every line is a paragraph.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lengths = [len(line.words) for line in lines]
        near = [(a, b) for a, b in pairwise(lines) if not b.apart]
        runs = sum(1 for a, b in near if a.broken or (b.lower and not a.stopped))
        self.wrapped = runs > 0.25 * len(near)

    def width(self, index: int) -> int:
        """Return the width of the text around the end of line ``index``.

        The smaller of what stands before and after, since a page of two columns
        may follow one of a single column.
        """
        before = max(self._lengths[max(0, index - 11) : index + 1])
        after = max(self._lengths[index + 1 : index + 13], default=before)
        if index < 3:
            return after
        return before if index + 4 > len(self._lengths) else min(before, after)

    def short(self, index: int, following: str, share: float) -> bool:
        """Tell whether ``following`` would have fitted on line ``index``.

        If so, the line was ended on purpose.
        """
        room = share * self.width(index)
        return self._lengths[index] + 1 + len(following) <= room
