"""Where in an article words stand that may credit a speaker, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..parts import Sentence
from .quoted import DATED
from .quotes import Quotations
from .scene import spelled
from .speech import Cue, Speech
from .stretches import COLON

#: A preposition that credits somebody in the middle of a sentence: , за Моргентау,
_INSERTED = re.compile(r", (за) |; (for|to) (?=[a-zà-ž])")
#: And one before "whom": , для яких; , за якою.
_OF_WHOM = re.compile(r", (за|для) (?=(?:як|котр)(?:им|ою|ими|ого|ої|их)\b)")
#: Any verb between a quotation and whoever says it.
_UK_ANSWERING = re.compile(r"[»”\"],?\s*[–—-]\s*([а-яіїєґ’]{2,}(?:в|ла|ли|є|ить|їть|ся|сь))(?=\s)")
_EN_ANSWERING = re.compile(
    r"[,?!][”’](?:\s+(?:he|she|they)\s+([a-z]{3,}(?:ed|s))(?=[,.]|\s+(?:in|on|at|to)\b)"
    r"|\s+([a-z]{2,}(?:ed|s))(?=\s+(?:[A-Z]|(?:the|his|her|an?|he|she|they)\b)))"
)
_ANY = {
    language: Cue(f"{language}-quoted", "quoted", "affirms", language, "“...,” sighs X.")
    for language in ("en", "uk")
}
_MARK = re.compile('[«“„‘"]')
Trigger = tuple[int, int, tuple[Cue, ...]]


class Triggers:
    """Finds the cues of an article."""

    def __init__(
        self,
        quotes: Quotations,
        starts: Sequence[int],
        sentences: Sequence[Sentence],
        speech: Speech,
    ) -> None:
        self.text = quotes.text
        self.quotes = quotes
        self.sentences = sentences
        self.speech = speech
        self._starts = starts

    def active(self) -> Iterator[tuple[int, list[Trigger]]]:
        """Yield the sentences with a cue, a quotation after a colon, or a dated one."""
        lowered = spelled(self.text.replace("İ", "I").lower())
        found: dict[int, list[Trigger]] = {}
        for start, end, cues in self.speech.triggers(lowered):
            index = self._index(start)
            if (
                index >= 0
                and end <= self.sentences[index].end
                and self._live(start, end, cues, index)
            ):
                found.setdefault(index, []).append((start, end, cues))
        self._add_opening(lowered, found)
        for trigger in (*self._inserted(lowered), *self._answering()):
            index = self._index(trigger[0])
            if index >= 0:
                found.setdefault(index, []).append(trigger)
        for pattern in (COLON, DATED):
            for match in pattern.finditer(self.text):
                index = self._index(match.start())
                if index >= 0:
                    found.setdefault(index, [])
        for index in sorted(found):
            yield index, sorted(found[index], key=lambda trigger: trigger[0])

    def _live(self, start: int, end: int, cues: Sequence[Cue], index: int) -> bool:
        """Return whether a cue may credit somebody: some need a colon or a quotation after."""
        for cue in cues:
            if cue.kind == "pointed":
                if self.text[end : end + 1] == ":":
                    return True
            elif (
                cue.kind != "passing"
                or " " in self.text[start:end]
                or _MARK.search(self.text, end, self.sentences[index].end)
            ):
                return True
        return False

    def _index(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _add_opening(self, lowered: str, found: dict[int, list[Trigger]]) -> None:
        """Add the cues that count at the beginning of a sentence only."""
        for index, sentence in enumerate(self.sentences):
            opening = self.speech.opening.match(lowered, sentence.start)
            known = found.get(index, [])
            # "За словами" is more than "за".
            if opening and not any(first == sentence.start for first, _, _ in known):
                initial: list[Trigger] = [
                    (sentence.start, sentence.start + len(form), self.speech.forms[form])
                    for form in dict.fromkeys((opening[1], opening[1].split(" ")[0]))
                    if form in self.speech.forms
                ]
                found[index] = [*initial, *known]

    def _inserted(self, lowered: str) -> Iterator[Trigger]:
        """Yield the prepositions that may credit somebody in the middle of a sentence."""
        for match in _INSERTED.finditer(lowered):
            group = match.lastindex or 1
            if self.text[match.end() : match.end() + 1].isupper():
                yield match.start(group), match.end(group), self.speech.forms.get(match[group], ())
        for match in _OF_WHOM.finditer(lowered):
            yield match.start(1), match.end(1), self.speech.forms.get(match[1], ())

    def _answering(self) -> Iterator[Trigger]:
        """Yield the verbs in no list that stand between a quotation and its speaker."""
        for one in self.quotes.all:
            match = _UK_ANSWERING.match(self.text, one.end - 1)
            match = match or _EN_ANSWERING.match(self.text, max(0, one.end - 2))
            if match is not None:
                group = match.lastindex or 1
                if match[group] not in self.speech.verbs:
                    language = "uk" if match[group] > "\u0400" else "en"
                    yield match.start(group), match.end(group), (_ANY[language],)
