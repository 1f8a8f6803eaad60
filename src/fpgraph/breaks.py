"""Where paragraphs end: judged from blank lines, the turn of a page, and how the lines are set."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Line, Setting
from .marks import (
    BULLET,
    BY,
    CITING,
    DOT_BULLET,
    ENTRY,
    FIRST,
    FIRST_LETTERS,
    INNER_STOP,
    LETTER,
    MARKDOWN,
    NOTE,
    NUMBER,
    begins_sentence,
)
from .titles import is_known_heading, stands_alone


class Breaks:
    """Judges line after line whether a new paragraph begins with it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.setting = Setting(lines)
        self.first = 0  # where the paragraph at hand begins
        self.bullet = ""  # the sign of the list item at hand
        self.note = 0  # the number of the footnote at hand
        self.item = 0  # the number of the list item at hand
        self.letter = 0  # the letter of the list item at hand

    @property
    def listed(self) -> bool:
        """True when the paragraph at hand is an item of a list."""
        return bool(self.bullet) or self.item > 0 or self.letter > 0

    def begins(self, index: int) -> bool:
        """Tell whether a new paragraph begins with line ``index``; to be asked in order."""
        parted = index == 0 or self._parted(index)
        if parted:
            words = self.lines[index].words
            number, note = NUMBER.match(words) or ENTRY.match(words), NOTE.match(words)
            self.first = index
            self.bullet = words[0] if BULLET.match(words) else ""
            self.item = int(number[1] or 1) if number else 0
            self.note = int(note[1]) if note else 0
            letter = LETTER.match(words)
            self.letter = ord(letter[1]) if letter else 0
        return parted

    def turns(self, index: int) -> bool:
        """Tell whether a new paragraph begins with line ``index`` if a sentence does."""
        before, line = self.lines[index - 1], self.lines[index]
        indented = line.indent > before.indent
        return before.stopped and not line.lower and (indented or self._short(index))

    def _short(self, index: int, words: int = 1, share: float = 0.94) -> bool:
        """Tell whether the line before ``index`` was ended on purpose."""
        following = " ".join(self.lines[index].words.split(None, words)[:words])
        return self.setting.short(index - 1, following, share)

    def _parted(self, index: int) -> bool:
        before, line = self.lines[index - 1], self.lines[index]
        if MARKDOWN.match(line.words) or MARKDOWN.match(before.words):
            return not line.words.startswith(">") or before.words.startswith("#")
        if self.first == 0 and BY.match(line.words):
            return True
        if line.gap == 0:
            return self._close(before, line, index)
        if before.hanging and not self._heading_alone(index):
            return False
        judge = self._turned if line.feed else self._gapped
        return judge(before, line, index)

    def _gapped(self, before: Line, line: Line, index: int) -> bool:
        """Judge where blank lines stand between."""
        if before.broken:
            return not line.lower
        listed = BULLET.match(line.words) or NUMBER.match(line.words) or FIRST.match(line.words)
        if listed or CITING.match(line.words):
            return listed is not None or (before.stopped and len(line.words) > 40)
        if before.stopped:
            return not (line.lower and before.abbreviated)
        full = not self.bullet and not self._short(index)
        if before.runs_on and (line.lower or full):
            return False
        single = self.first == index - 1 and len(before.words) < 60
        torn = line.lower and INNER_STOP.search(before.words)
        if single and not torn and stands_alone(before.words):
            return index < 2 or not line.lower or self._short(index, share=0.85)
        return not (line.lower or self._torn(line, index))

    def _torn(self, line: Line, index: int) -> bool:
        """Tell whether a blank line tears a sentence of running text apart.

        The line before is full and without a stop, and other sentences stand before it.
        """
        capitals = self.lines[index - 1].words.isupper() and not line.words.isupper()
        if self.bullet or capitals or self._heading_alone(index):
            return False
        recent = self.lines[max(self.first, index - 6) : index]
        running = any(
            INNER_STOP.search(line.words)
            or (self.first > 0 and line.stopped and not line.words.endswith((":", ";")))
            for line in recent
        )
        known = is_known_heading(line.words.partition(".")[0])
        short = self._short(index, share=0.9)
        return running and self.setting.wrapped and not known and not short

    def _heading_alone(self, index: int) -> bool:
        """Tell whether line ``index`` looks like a heading, with a blank line after it."""
        alone = index + 1 == len(self.lines) or self.lines[index + 1].gap > 0
        return alone and stands_alone(self.lines[index].words)

    def _turned(self, before: Line, line: Line, index: int) -> bool:
        """Judge where a page ends between: a blank line there is no end of a paragraph."""
        if before.broken and line.lower:
            return False
        if before.stopped and self._heading_alone(index):
            return True
        alone = before.gap > 0 or self.first == 0
        single = self.first == index - 1 and alone and self._short(index)
        if single and stands_alone(before.words) and not line.lower:
            return True
        return self._close(before, line, index)

    def _close(self, before: Line, line: Line, index: int) -> bool:
        """Judge where no blank line stands between."""
        if before.broken:
            return False
        listed = self._listed(before, line, index)
        if listed is not None:
            return listed
        if line.lower or before.runs_on:
            return False
        if not self.setting.wrapped:
            return True
        ended = bool(self.bullet) and not before.stopped and self._short(index)
        return ended or self._set_off(before, line, index)

    def _listed(self, before: Line, line: Line, index: int) -> bool | None:
        """Tell whether an item of a list begins; None when the line does not look like one."""
        if DOT_BULLET.match(line.words):
            return True
        if BULLET.match(line.words):
            return before.stopped or self._short(index, 2) or self._same_bullet(line)
        if NUMBER.match(line.words):
            return self._lists(before, line, index)
        return self._in_a_row(before, line) if before.stopped else None

    def _in_a_row(self, before: Line, line: Line) -> bool | None:
        """Tell whether a lettered item, a note or an entry comes next after the one at hand."""
        letter, entry, note = (sign.match(line.words) for sign in (LETTER, ENTRY, NOTE))
        if letter and ord(letter[1]) in {self.letter + 1, ord("a"), ord("а")}:
            return bool(self.letter) or before.words.endswith(":")
        if entry:
            return int(entry[1]) == self.item + 1
        return int(note[1]) == self.note + 1 if note and self.note else None

    def _same_bullet(self, line: Line) -> bool:
        """Tell whether the line begins like the item at hand, with a capital letter."""
        return self.bullet == line.words[0] and line.words[1:].lstrip()[:1].isupper()

    def _lists(self, before: Line, line: Line, index: int) -> bool:
        """Tell whether a number at the beginning of a line makes it an item of a list."""
        number = NUMBER.match(line.words)
        if number is None:
            return False
        count = int(number[1] or number[0].strip("() ").casefold() in FIRST_LETTERS)
        if self.item and count == self.item + 1:
            return before.stopped or self._short(index, 2)
        if self._enumerates(index):
            return False
        if not self.setting.wrapped or (line.gap and before.words.endswith(":")):
            return before.stopped or not line.lower
        return (before.stopped or count == 1) and self._short(index, 2, 0.9)

    def _enumerates(self, index: int) -> bool:
        """Tell whether the next number stands within a line: no list, but an enumeration."""
        number = NUMBER.match(self.lines[index].words)
        if number is None or not number[1]:
            return False
        following = re.compile(rf"[;,]\s+(?:[^\W\d_]+\s+){{0,2}}{int(number[1]) + 1}[.)]")
        for line in self.lines[index : index + 8]:
            if line is not self.lines[index] and line.gap and not line.feed:
                break
            if following.search(line.words):
                return True
        return False

    def _set_off(self, before: Line, line: Line, index: int) -> bool:
        """Tell whether a heading on a line of its own ends before ``index`` or begins there."""
        if self.first == 0 and self._is_title():
            return False
        if self._heading_ends(before, line, index):
            return True
        if is_known_heading(line.words):
            return before.stopped
        one, other = before.words.isupper(), line.words.isupper()
        if one != other and min(len(before.words), len(line.words)) > 3:
            return one or before.stopped
        return before.stopped and self._heading_begins(index)

    def _heading_ends(self, before: Line, line: Line, index: int) -> bool:
        if self.first == index - 1 and is_known_heading(before.words):
            return True
        if not self._unstopped(index):
            return False
        if self.first == 0 and begins_sentence(line.words):
            return True
        title = " ".join(line.words for line in self.lines[self.first : index])
        return stands_alone(title) and self._short(index, 2, 0.8)

    def _heading_begins(self, index: int) -> bool:
        line = self.lines[index]
        if index + 1 == len(self.lines) or line.stopped or not stands_alone(line.words):
            return False
        if not self._short(index) and not self.setting.short(index, "", 0.6):
            return False
        after = self.lines[index + 1]
        return not after.lower and not after.gap and self._short(index + 1, 2, 0.8)

    def _is_title(self) -> bool:
        """Tell whether the file begins with a title by itself: up to four lines without a stop."""
        end = next((i for i, line in enumerate(self.lines[:6]) if i and line.gap), 6)
        return end < 5 and not any(line.stopped for line in self.lines[:end])

    def _unstopped(self, index: int) -> bool:
        """Tell whether the paragraph before line ``index`` is so far like a title."""
        lines = self.lines[self.first : min(index, self.first + 5)]
        return len(lines) < 5 and not any(line.stopped or line.broken for line in lines)
