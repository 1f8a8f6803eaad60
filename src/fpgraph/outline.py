"""Sentences, headings and sections of the paragraphs of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from .language import language_of
from .paragraphs import Paragraph
from .sentences import split_sentences
from .titles import (
    heading_text,
    is_bibliography,
    is_front_matter,
    is_known_heading,
    is_numbered,
    is_run_in_heading,
    label,
    stands_alone,
)

#: A paragraph of that many characters is text, no title or name.
_BODY = 150


@dataclass(slots=True)
class Piece:
    """A sentence or heading at ``start:end`` of the clean text."""

    start: int
    end: int
    section: str
    paragraph: int
    heading: bool = False


def outline(clean: str, paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """Return the sentences and headings of an article in order."""
    return _Outline(clean, paragraphs).pieces


class _Outline:
    def __init__(self, clean: str, paragraphs: Sequence[Paragraph]) -> None:
        self.clean = clean
        self.paragraphs = paragraphs
        self.pieces: list[Piece] = []
        self.section = ""
        self.tongue: str | None = None  # of the section at hand
        self.labelled = False  # the section is a line of keywords
        self.number = 0
        self.begun = False  # the text itself has begun, title and names are past
        for index, paragraph in enumerate(paragraphs):
            self._paragraph(index, paragraph)

    def _paragraph(self, index: int, paragraph: Paragraph) -> None:
        words = self.clean[paragraph.start : paragraph.end]
        if not words.strip():
            return
        self.number += 1
        if self._heads(index, paragraph, words):
            self._open(words)
            self._add(paragraph.start, paragraph.end, heading=True)
            return
        turns = sorted(turn - paragraph.start for turn in paragraph.turns)
        self._leave(words[: turns[0]] if turns else words)
        if is_bibliography(self.section) and self.section:
            self._add(paragraph.start, paragraph.end)
            return
        self.begun = self.begun or len(words) > _BODY
        self._sentences(paragraph, words, turns)

    def _sentences(self, paragraph: Paragraph, words: str, turns: list[int]) -> None:
        base = paragraph.start
        spans = split_sentences(words)
        first = True
        for place, (start, end) in enumerate(spans):
            if start in turns:
                self.number += 1
                first = True
                later = bisect_right(turns, start)
                self._leave(words[start : turns[later] if later < len(turns) else None])
            sentence = words[start:end]
            following = spans[place + 1] if place + 1 < len(spans) else None
            heading = False
            if label(sentence):
                self.number += not first
                self._open(label(sentence))
                self.labelled = True
            elif following and not (paragraph.item and start == 0):
                after = words[following[0] : following[1]]
                heading = is_known_heading(sentence) or (first and is_run_in_heading(sentence, after))
                if heading:
                    self.number += not first
                    self._open(sentence)
            self._add(base + start, base + end, heading=heading)
            first = False

    def _open(self, words: str) -> None:
        self.section = heading_text(words)
        self.tongue = None
        self.labelled = False

    def _leave(self, words: str) -> None:
        """Leave the section when its keywords are over or the text changes its language."""
        tongue = language_of(words[:400])
        if self.labelled:
            self.section, self.labelled, self.tongue = "", False, None
        if tongue and self.tongue and tongue != self.tongue:
            self.section, self.tongue = "", None
        self.tongue = tongue or self.tongue

    def _add(self, start: int, end: int, *, heading: bool = False) -> None:
        self.pieces.append(Piece(start, end, self.section, self.number, heading))

    def _heads(self, index: int, paragraph: Paragraph, words: str) -> bool:
        """Tell whether the whole paragraph is a heading."""
        if paragraph.marked and self.pieces:
            return True
        last = index + 1 == len(self.paragraphs)
        if len(words) > 160 or (last and not is_known_heading(words)) or label(words):
            return False
        if is_known_heading(words):
            return True
        following = self.paragraphs[index + 1]
        if not self.pieces or not self._headed(following):
            return False
        if not self.begun:
            return self._first_heading(words, following)
        if paragraph.item and not is_numbered(words):
            return False
        return stands_alone(words) or words.isupper()

    def _headed(self, following: Paragraph) -> bool:
        """Tell whether what follows is text that a heading may stand before."""
        words = self.clean[following.start : following.end]
        if stands_alone(words) and not following.item:
            return True
        return len(words) > 40

    def _first_heading(self, words: str, following: Paragraph) -> bool:
        """Tell a heading before the text begins from authors, places and dates."""
        body = following.end - following.start > _BODY
        return body and stands_alone(words) and not is_front_matter(words)
