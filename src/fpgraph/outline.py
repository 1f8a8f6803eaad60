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
    is_caption,
    is_front_matter,
    is_known_heading,
    is_note,
    is_numbered,
    is_reference,
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
        self.captioned = False  # a caption comes just before
        self.number = 0
        self.titled = False  # the title is past
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
        listed = is_bibliography(self.section) and is_reference(words)
        if not listed:
            self._leave(words[: turns[0]] if turns else words)
        title = not self.titled and not is_front_matter(words)
        self.titled = self.titled or title
        captioned = stands_alone(words) and (self.captioned or is_caption(words))
        self.captioned = is_caption(words)
        whole = is_note(words) or captioned
        whole = whole or (stands_alone(words) and (title or not self.begun))
        if listed or whole:
            self._add(paragraph.start, paragraph.end)
        else:
            self._sentences(paragraph, words, turns)

    def _sentences(self, paragraph: Paragraph, words: str, turns: list[int]) -> None:
        spans = split_sentences(words)
        self.begun = self.begun or len(words) > _BODY or len(spans) > 1
        first = True
        for start, end in spans:
            if start in turns:
                self.number += 1
                first = True
                later = bisect_right(turns, start)
                self._leave(words[start : turns[later] if later < len(turns) else None])
            sentence = words[start:end]
            after = words[end : end + _BODY].lstrip()
            heading = False
            if label(sentence):
                self.number += not first
                self._open(label(sentence))
                self.labelled = True
            elif after and not (paragraph.item and start == 0):
                heading = self._runs_in(sentence, after, first)
                self.number += heading and not first
            self._add(paragraph.start + start, paragraph.start + end, heading=heading)
            first = False

    def _runs_in(self, sentence: str, after: str, first: bool) -> bool:
        """Tell whether a sentence is a heading before the next; if so, open its section."""
        heading = is_known_heading(sentence) or (first and is_run_in_heading(sentence, after))
        if heading:
            self._open(sentence)
            self.tongue = language_of(after)
        return heading

    def _open(self, words: str) -> None:
        self.section = heading_text(words)
        self.tongue = None
        self.labelled = False

    def _leave(self, words: str) -> None:
        """Leave the section when its keywords are over or the text changes its language."""
        tongue = language_of(words[:400])
        changed = tongue and self.tongue and tongue != self.tongue
        if self.labelled or changed:
            self.section, self.labelled, self.tongue = "", False, None
        self.tongue = tongue or self.tongue

    def _add(self, start: int, end: int, *, heading: bool = False) -> None:
        self.pieces.append(Piece(start, end, self.section, self.number, heading))

    def _heads(self, index: int, paragraph: Paragraph, words: str) -> bool:
        """Tell whether the whole paragraph is a heading."""
        if is_known_heading(words) or (paragraph.marked and self.titled):
            return True
        if not self.titled or index + 1 == len(self.paragraphs):
            return False
        named = label(words) or is_caption(words) or self.captioned
        if not stands_alone(words) or named:
            return False
        following = self.paragraphs[index + 1]
        after = self.clean[following.start : following.end]
        if not self.begun:
            front = is_front_matter(words) or label(after)
            return len(after) > _BODY and not front
        if paragraph.item and not is_numbered(words):
            return False
        listed = following.item and not (paragraph.item and is_numbered(after))
        return len(after) > 18 or listed or (stands_alone(after) and not following.item)
