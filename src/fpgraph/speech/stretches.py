"""What a credited speaker says: where in the text it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Article
from ..parts import Sentence
from .quotes import Quotation, Quotations
from .scene import Scene
from .setting import Credit
from .speech import Speech

#: A colon with a quotation after it.
COLON = re.compile(':\\s*[«“„"]')
_WORD = re.compile(r"\w+")
#: A subject in front of a cue that parts it from its verb has at most that many units.
_LEAD = 9


_PAST = ("ла", "ли", "ло", "в")


def _past(word: str) -> str:
    """Return the ending of a Ukrainian verb in the past, "" of any other word."""
    stem = word.removesuffix("ся")
    if len(stem) < 4:
        return ""
    return next((end for end in _PAST if stem.endswith(end)), "")


@dataclass(slots=True)
class Heard:
    """A sentence at hand: its number, its scene and the credits found in it."""

    index: int
    scene: Scene
    credits: list[Credit] = field(default_factory=list)


class Stretches:
    """Finds the stretches of text that credits give to their speakers."""

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], quotes: Quotations, speech: Speech
    ) -> None:
        self.article = article
        self.text = article.clean
        self.sentences = sentences
        self.quotes = quotes
        self.words = speech.words

    def of(self, heard: Heard, credit: Credit) -> Iterator[tuple[int, int]]:
        """Yield where what a credit's speaker says begins and ends, in the running text."""
        for start, end in self._of(heard, credit):
            colon = COLON.search(self.text, start, end)
            quote = self.quotes.by_start.get(colon.end() - 1) if colon is not None else None
            if colon is not None and quote is not None and quote.spoken(self.text):
                # What is told and what is quoted for it are two stretches.
                yield start, colon.start()
                yield quote.start, max(end, quote.end)
            else:
                yield start, end

    def _of(self, heard: Heard, credit: Credit) -> Iterator[tuple[int, int]]:
        scene = heard.scene
        within = self._within(credit)
        if credit.shape == "backward":
            yield from self._sentence_before(heard)
            return
        if credit.quote is not None and credit.shape == "quotation" and credit.said < 0:
            yield from self._about_quote(credit, credit.quote)
        elif credit.quote is not None:
            yield credit.quote.start, credit.quote.end
            yield from self._resumed(credit.quote.end, credit.quote)
        elif credit.around:
            limit = within[-1].end - 1 if within else scene.end
            yield from self._around(heard, credit, limit)
        elif credit.said >= scene.end:
            yield from self._block(heard)
        else:
            limit = within[-1].end - 1 if within else scene.end
            end = self._end(heard, credit, credit.said, limit)
            yield credit.said, end

    def _sentence_before(self, heard: Heard) -> Iterator[tuple[int, int]]:
        """Yield the sentence before, if it stands in the same paragraph."""
        if heard.index:
            before = self.sentences[heard.index - 1]
            if before.passage.paragraph == heard.scene.sentence.passage.paragraph:
                yield before.start, before.end

    def _within(self, credit: Credit) -> list[Quotation]:
        """Return the quotations that hold a cue, the outermost first."""
        around = self.quotes.around(credit.start)
        return [quote for quote in around if quote.end > max(credit.said, credit.end)]

    def _about_quote(self, credit: Credit, quote: Quotation) -> Iterator[tuple[int, int]]:
        """Yield a quotation before its cue, or around it, and what of it resumes after."""
        if quote.start < credit.start < quote.end:
            yield quote.start, credit.start
            yield min(credit.end, quote.end), quote.end
            return
        yield quote.start, quote.end
        yield from self._resumed(credit.end, quote)

    def _resumed(self, after: int, said: Quotation) -> Iterator[tuple[int, int]]:
        """Yield a second quotation right after a cue, as in "A," X said. "B"."""
        at = after
        while at < len(self.text) and self.text[at] in " .,;–—-":
            at += 1
        quote = self.quotes.by_start.get(at)
        if quote is not None and quote.start >= said.end and quote.words(self.text) > 1:
            yield quote.start, quote.end

    def _around(self, heard: Heard, credit: Credit, limit: int) -> Iterator[tuple[int, int]]:
        scene = heard.scene
        right = self._end(heard, credit, credit.end, max(limit, credit.end))
        left = self._left(heard, credit)
        if self._tells(scene, left, credit.start) and not self._leads(scene, left, credit, right):
            yield left, credit.start
        if len(_WORD.findall(self.text, credit.end, right)) >= 1 and credit.end < scene.end:
            yield credit.end, right

    def _leads(self, scene: Scene, left: int, credit: Credit, right: int) -> bool:
        """Return whether what stands before a cue says nothing by itself: Such strikes, X warns."""
        first, rear = scene.at(left), scene.at(credit.end)
        front = scene.units[first : scene.at(credit.start)]
        told = right - credit.end
        if len(front) > _LEAD or 2 * (credit.start - left) > 3 * told or scene.at(right) <= rear:
            return False
        words = self.words
        if any(unit.text in words["verbal"] or unit.text in ";:" for unit in front):
            return False
        joins = ("conjunctions", "that", "prepositions", "asking")
        return not any(scene.units[rear].text in words[name] for name in joins)

    def _tells(self, scene: Scene, start: int, end: int) -> bool:
        """Return whether a stretch is more than a word that joins: thus, for example."""
        words = self.words
        return any(
            unit.link is not None
            or (
                unit.word
                and unit.text not in words["inserted"]
                and unit.text not in words["conjunctions"]
                and unit.text not in words["adverbs"]
            )
            for unit in scene.units[scene.at(start) : scene.at(end)]
        )

    def _left(self, heard: Heard, credit: Credit) -> int:
        """Return where in the sentence what is said before the cue begins."""
        scene = heard.scene
        at = scene.at(credit.start)
        before = at - 1
        while before >= 0 and scene.units[before].text in ",–—-(":
            before -= 1
        words = self.words
        if before >= 0 and scene.units[before].word:
            text = scene.units[before].text
            if text in words["conjunctions"] or text in words["that"]:
                return credit.start
        left = scene.start
        for unit in scene.units[:at]:
            if unit.text in ";:" and not self.quotes.around(unit.start):
                left = unit.end
        for earlier in heard.credits:
            if earlier is not credit and earlier.start < credit.start:
                inside = earlier.said if earlier.said >= 0 else earlier.end
                left = max(left, min(inside, credit.start))
        within = self._within(credit)
        return max(left, within[-1].start + 1) if within else left

    def _end(self, heard: Heard, credit: Credit, start: int, limit: int) -> int:
        """Return where what begins at ``start`` ends: a semicolon, another's cue, the sentence."""
        scene = heard.scene
        end = limit
        at = scene.at(start)
        for index in range(at, len(scene.units)):
            unit = scene.units[index]
            if unit.start >= end:
                break
            if self._stops(scene, index, credit, start):
                end = unit.start
        for other in heard.credits:
            if start < other.start < end and other is not credit:
                cut = self._others(scene, other.start) or self._cut(scene, other.start, start)
                end = cut if start < cut < end else end
        if end == scene.end:
            for quote in self.quotes.around(scene.end - 1):
                if start <= quote.start < scene.end < quote.end:
                    end = max(end, quote.end)
        return end

    def _does_more(self, scene: Scene, index: int, credit: Credit) -> bool:
        """Return whether a judgement is over: X calls A B and has complained."""
        units, words = scene.units, self.words
        if credit.shape != "judgement" or units[index].text not in words["joining"]:
            return False
        after = units[index + 1].text if index + 1 < len(units) else ""
        return after in words["auxiliaries"]

    def _stops(self, scene: Scene, index: int, credit: Credit, start: int) -> bool:
        """Return whether what is said since ``start`` ends before the mark ``index``."""
        mark = scene.units[index]
        if self._does_more(scene, index, credit):
            return not self._inside(start, mark.start)
        if mark.text not in {";", ",", ":"} or self._inside(start, mark.start):
            return False
        if mark.text != ",":
            return mark.text == ";" or credit.stance == "denies"
        if credit.clipped and not self._goes_on(scene, index):
            return True
        return self._resumes(scene, index, credit)

    def _resumes(self, scene: Scene, comma: int, credit: Credit) -> bool:
        """Return whether the author plainly speaks again: ", a claim that", ", but itself"."""
        after = [unit.text for unit in scene.units[comma + 1 : comma + 4]]
        words = self.words
        if len(after) < 3:
            return False
        link = scene.units[comma + 1].link
        if credit.shape == "judgement" and link is not None and link.cases == {"nom"}:
            # A calls B a C, D arms it
            return True
        if after[0] in words["contrast"] and after[0] not in words["joining"]:
            return credit.shape == "judgement" or after[1] in words["themselves"]
        if after[0] == "which" and after[1] in words["commenting"]:
            return True
        if after[0] in words["joining"] and self._goes_back(scene, comma, credit):
            return True
        if after[0] in words["contrast"] and self._looks_at(scene, comma + 2):
            return True
        return after[0] in {"a", "an", "the"} and not words["comments"].isdisjoint(after[1:])

    def _looks_at(self, scene: Scene, at: int) -> bool:
        """Return whether the author speaks of what was said: , and many share this view."""
        for first, then in zip(
            scene.units[at : at + 8], scene.units[at + 1 : at + 9], strict=False
        ):
            if first.text == "," or then.text == ",":
                return False
            if first.text in self.words["pointing"] and then.text in self.words["remarks"]:
                return True
        return False

    def _goes_back(self, scene: Scene, comma: int, credit: Credit) -> bool:
        """Return whether ", and" leads back to the speaker's own doings: X said A, and left."""
        verb = scene.units[comma + 2] if comma + 2 < len(scene.units) else None
        if verb is None or not verb.word or credit.shape != "that":
            return False
        if verb.text[0] > "\u03ff":
            first = scene.units[scene.at(credit.end) - 1]
            said = [
                unit.text for unit in scene.units[scene.at(credit.start) : scene.at(credit.end)]
            ]
            ends = _past(verb.text)
            return bool(ends) and first is not None and any(_past(text) == ends for text in said)
        return False

    def _inside(self, start: int, place: int) -> bool:
        return any(quote.start >= start for quote in self.quotes.around(place))

    def _goes_on(self, scene: Scene, comma: int) -> bool:
        after = scene.units[comma + 1].text if comma + 1 < len(scene.units) else ""
        words = self.words
        return after in words["that"] or after in words["who"]

    def _others(self, scene: Scene, place: int) -> int:
        """Return the comma before a clause that begins with "others", 0 if there is none."""
        at = scene.at(place)
        comma = scene.units[at - 1] if at else None
        begins = scene.units[at].text in self.words["others"]
        return comma.start if begins and comma is not None and comma.text == "," else 0

    def _cut(self, scene: Scene, place: int, start: int) -> int:
        """Return where the clause of a later cue sets itself off, ``start`` if it does not."""
        at = scene.at(place)
        words = self.words
        for back in range(at - 1, max(-1, at - 5), -1):
            unit = scene.units[back]
            if unit.start <= start:
                break
            if unit.text in words["contrast"] and back:
                comma = scene.units[back - 1]
                if comma.text in ",;":
                    return comma.start
                if comma.word and comma.text in words["contrast"] | {"тоді", "тим"}:
                    continue
                if comma.word:
                    return start
            elif unit.text == ";":
                return unit.start
            elif unit.text == "як" and back > 1 and scene.units[back - 1].text == "тоді":
                continue
            elif unit.text not in ",–—" and not unit.word and unit.link is None:
                break
        return start

    def _block(self, heard: Heard) -> Iterator[tuple[int, int]]:
        """Yield what follows a sentence that ends with a speaker and a colon."""
        index = heard.index + 1
        if index >= len(self.sentences):
            return
        first = self.sentences[index]
        quote = self.quotes.by_start.get(first.start)
        if quote is not None:
            yield quote.start, quote.end
            return
        if first.passage.paragraph == self.sentences[heard.index].passage.paragraph:
            yield first.start, first.end
            return
        last = index
        while last + 1 < len(self.sentences):
            after = self.sentences[last + 1]
            same = after.passage.paragraph == self.sentences[last].passage.paragraph
            if not same and not self._block_line(after):
                break
            last += 1
        yield first.start, self.sentences[last].end

    def _block_line(self, sentence: Sentence) -> bool:
        """Return whether the file marks a paragraph as part of a block quotation."""
        start = sentence.passage.start
        line = self.article.text.rfind("\n", 0, start) + 1
        return self.article.text[line:start].lstrip().startswith(">")
