"""From the lines of a file to its paragraphs: which lines belong together, and how they join."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from .cleaning import Cleaned
from .furniture import furniture
from .hyphens import Vocabulary, hangs, keeps_hyphen
from .lines import HYPHENS, INVISIBLE, Line, Setting, split_lines
from .titles import is_known_heading, stands_alone
from .wordlists import STARTERS

_UNDERLINE = re.compile(r"^(?:[=_*~#-]\s?){3,}$|^[-=_*~]+$")
_MARKDOWN = re.compile(r"^#{1,6}\s+|^>\s+(?=\S)")
_BULLET = re.compile(r"^(?:[•▪●◦‣∙·■□►▸✓➢*]|[–—−-])\s+")
_DOT_BULLET = re.compile(r"^[•▪●◦‣∙■□►▸✓➢*]\s+")
_NUMBER = re.compile(
    r"^(\d{1,2})(?:\.(?=\s|[^\W\d_])|\))\s*\S+|^\(?(?:\d{1,2}|[^\W\d_]|[ivx]{1,4})\)\s"
)
_SENTENCE = re.compile(r"([^\W\d_]+)\s+[«“„\"(]*(?!\w*[^\W\d_a-zа-яіїєґ’'-])\w")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[»”\"]?[.!?]\s")
_CITING = re.compile(r"^\[\s*\d[^\[\]]{0,60}\](?=[.,;:»)]|$|\s+(?:[a-zа-яіїєґ]|$))")
_ENTRY = re.compile(r"^\[(\d{1,3})\]\s+[^\W_a-zа-яіїєґ]")
_NOTE = re.compile(r"^(\d{1,3})\s+[^\W\d_a-zа-яіїєґ]")
_BY = re.compile(r"^(?:by|автор:?)\s+[A-ZА-ЯІЇЄҐ]")


@dataclass(slots=True)
class Paragraph:
    """A block of running text at ``start:end`` of the clean text.

    ``turns`` are places where a new paragraph begins if a sentence does, too;
    ``item`` tells that it is an item of a list, ``marked`` that the file marks it as
    a heading.
    """

    start: int
    end: int
    turns: list[int] = field(default_factory=list)
    item: bool = False
    marked: bool = False


def read_paragraphs(text: str) -> tuple[str, array[int], list[Paragraph]]:
    """Return the clean text, the place of each of its characters, and its paragraphs."""
    lines = split_lines(text)
    dropped = furniture(lines)
    kept = _kept(lines, dropped)
    cleaned = Cleaned(text)
    paragraphs = _Joiner(kept, cleaned).join()
    return str(cleaned), cleaned.offsets, paragraphs


def _kept(lines: Sequence[Line], dropped: set[int]) -> list[Line]:
    """Return the lines of text; a gap left by furniture counts as the turn of a page."""
    kept: list[Line] = []
    gap, turned = 0, False
    for index, line in enumerate(lines):
        if index in dropped or (_UNDERLINE.match(line.words) and not line.words.isalnum()):
            gap += line.gap + (index not in dropped)
            turned = turned or index in dropped
            continue
        line.gap += gap
        line.feed = line.feed or turned
        gap, turned = 0, False
        kept.append(line)
    return kept


class _Joiner:
    """Joins lines into paragraphs."""

    def __init__(self, lines: list[Line], cleaned: Cleaned) -> None:
        self.lines = lines
        self.cleaned = cleaned
        self.setting = Setting(lines)
        self.vocabulary = Vocabulary(lines)
        self.first = 0  # where the paragraph at hand begins
        self.bullet = ""  # the sign of the list item at hand
        self.note = 0  # the number of the footnote at hand
        self.item = 0  # the number of the list item at hand

    def join(self) -> list[Paragraph]:
        """Return the paragraphs, their words added to the clean text."""
        paragraphs: list[Paragraph] = []
        for index, line in enumerate(self.lines):
            start = line.start
            mark = _MARKDOWN.match(line.words)
            if index and not self._parted(index):
                paragraph = paragraphs[-1]
                self._seam(index, paragraph)
                mark = mark if mark and mark[0].startswith(">") else None
            else:
                if index:
                    self.cleaned.space(self.lines[index - 1].end, "\n")
                paragraph = Paragraph(len(self.cleaned), 0)
                paragraph.item = _BULLET.match(line.words) is not None or self.item > 0
                paragraph.marked = mark is not None and mark[0].startswith("#")
                paragraphs.append(paragraph)
                self.first = index
            start += len(mark[0]) if mark else 0
            self.cleaned.add(start, self._end(index))
            paragraph.end = len(self.cleaned)
        return paragraphs

    def _end(self, index: int) -> int:
        """Return where the words of the line end, a hyphen that the next line drops left out."""
        line = self.lines[index]
        if index + 1 == len(self.lines) or not line.broken or self._splits_broken(index + 1):
            return line.end
        end = line.end
        text = self.cleaned.text
        while end > line.start and INVISIBLE.match(text[end - 1]):
            end -= 1
        if line.soft and text[end - 1] not in HYPHENS:
            return end
        words, following = line.words, self.lines[index + 1].words
        if words[-1] not in HYPHENS:
            return end
        if hangs(words, following) or keeps_hyphen(words, following, self.vocabulary):
            return end
        return end - 1

    def _splits_broken(self, index: int) -> bool:
        """Tell whether a word broken before line ``index`` is left as it stands."""
        line = self.lines[index]
        return line.gap > 0 and not line.lower and not line.feed

    def _seam(self, index: int, paragraph: Paragraph) -> None:
        """Add what joins line ``index`` to the one before, and note a turn."""
        before, line = self.lines[index - 1], self.lines[index]
        if before.broken and not hangs(before.words, line.words):
            return
        dash = before.words[-1] in "–—" and len(before.words) > 1 and before.words[-2].isalnum()
        if dash and line.first and line.words[0].isalnum():
            return
        self.cleaned.space(before.end)
        indented = line.indent > before.indent
        if before.stopped and not line.lower and (indented or self._short(index)):
            paragraph.turns.append(len(self.cleaned))

    def _short(self, index: int, words: int = 1, share: float = 0.94) -> bool:
        """Tell whether the line before ``index`` was ended on purpose."""
        following = " ".join(self.lines[index].words.split(None, words)[:words])
        return self.setting.short(index - 1, following, share)

    def _parted(self, index: int) -> bool:
        """Tell whether a new paragraph begins with line ``index``."""
        before, line = self.lines[index - 1], self.lines[index]
        if _MARKDOWN.match(line.words) or _MARKDOWN.match(before.words):
            parted = not line.words.startswith(">") or before.words.startswith("#")
        elif self.first == 0 and _BY.match(line.words):
            parted = True
        elif line.gap == 0:
            parted = self._close(before, line, index)
        elif before.hanging:
            parted = False
        else:
            judge = self._turned if line.feed else self._gapped
            parted = judge(before, line, index)
        if parted:
            self.bullet = line.words[0] if _BULLET.match(line.words) else ""
            number = _NUMBER.match(line.words) or _ENTRY.match(line.words)
            self.item = int(number[1]) if number and number[1] else (1 if number else 0)
            note = _NOTE.match(line.words)
            self.note = int(note[1]) if note else 0
        return parted

    def _gapped(self, before: Line, line: Line, index: int) -> bool:
        """Judge where blank lines stand between."""
        if before.broken:
            return not line.lower
        listed = _BULLET.match(line.words) or _NUMBER.match(line.words)
        if listed or _CITING.match(line.words):
            return listed is not None or (before.stopped and len(line.words) > 40)
        if before.stopped:
            return not (line.lower and before.abbreviated)
        if before.runs_on:
            return False
        single = self.first == index - 1 and (index < 2 or len(before.words) < 60)
        if single and stands_alone(before.words):
            return True
        return not (line.lower or self._torn(line, index))

    def _torn(self, line: Line, index: int) -> bool:
        """Tell whether a blank line tears a sentence of running text apart.

        The line before is full and without a stop, and other sentences stand before it.
        """
        alone = index + 1 == len(self.lines) or self.lines[index + 1].gap > 0
        if self.bullet or self.first == 0 or (alone and stands_alone(line.words)):
            return False
        recent = self.lines[max(self.first, index - 6) : index]
        running = any(_INNER_STOP.search(line.words) or line.stopped for line in recent)
        known = is_known_heading(line.words.partition(".")[0])
        short = self._short(index, share=0.9)
        return running and self.setting.wrapped and not known and not short

    def _turned(self, before: Line, line: Line, index: int) -> bool:
        """Judge where a page ends between: a blank line there is no end of a paragraph."""
        if before.broken and line.lower:
            return False
        alone = index + 1 == len(self.lines) or self.lines[index + 1].gap > 0
        if alone and before.stopped and stands_alone(line.words):
            return True
        single = self.first == index - 1 and before.gap > 0 and self._short(index)
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
        if _DOT_BULLET.match(line.words):
            return True
        if _BULLET.match(line.words):
            return before.stopped or self._short(index, 2) or self._same_bullet(line)
        if _NUMBER.match(line.words):
            return self._lists(before, line, index)
        entry, note = _ENTRY.match(line.words), _NOTE.match(line.words)
        if entry and before.stopped:
            return int(entry[1]) == self.item + 1
        if note and self.note and before.stopped:
            return int(note[1]) == self.note + 1
        return None

    def _same_bullet(self, line: Line) -> bool:
        """Tell whether the line begins like the item at hand, with a capital letter."""
        return self.bullet == line.words[0] and line.words[1:].lstrip()[:1].isupper()

    def _lists(self, before: Line, line: Line, index: int) -> bool:
        """Tell whether a number at the beginning of a line makes it an item of a list."""
        number = _NUMBER.match(line.words)
        if number is None:
            return False
        count = int(number[1] or 0)
        if self.item and count == self.item + 1:
            return before.stopped or self._short(index, 2)
        if self._enumerates(index):
            return False
        if not self.setting.wrapped or (line.gap and before.words.endswith(":")):
            return before.stopped or not line.lower
        return (before.stopped or count == 1) and self._short(index, 2, 0.9)

    def _enumerates(self, index: int) -> bool:
        """Tell whether the next number stands within a line: no list, but an enumeration."""
        number = _NUMBER.match(self.lines[index].words)
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
        if self._heading_ends(before, line, index):
            return True
        if is_known_heading(line.words):
            return before.stopped
        one, other = before.words.isupper(), line.words.isupper()
        if one != other and min(len(before.words), len(line.words)) > 3:
            return one or before.stopped
        return before.stopped and self._short(index) and self._heading_begins(index)

    def _heading_ends(self, before: Line, line: Line, index: int) -> bool:
        if self.first == index - 1 and is_known_heading(before.words):
            return True
        if not self._unstopped(index):
            return False
        if self.first == 0 and _begins_sentence(line.words):
            return True
        title = " ".join(line.words for line in self.lines[self.first : index])
        return stands_alone(title) and self._short(index, 2, 0.8)

    def _heading_begins(self, index: int) -> bool:
        line = self.lines[index]
        if index + 1 == len(self.lines) or line.stopped or not stands_alone(line.words):
            return False
        after = self.lines[index + 1]
        return not after.lower and not after.gap and self._short(index + 1, 2, 0.8)

    def _unstopped(self, index: int) -> bool:
        """Tell whether the paragraph before line ``index`` is so far like a title."""
        lines = self.lines[self.first : min(index, self.first + 5)]
        return len(lines) < 5 and not any(line.stopped or line.broken for line in lines)


def _begins_sentence(words: str) -> bool:
    """Tell whether a line begins like a sentence and not like the rest of a title."""
    found = _SENTENCE.match(words)
    return found is not None and found[1].casefold() in STARTERS
