"""What a credited speaker says: where in the text it begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Article
from ..parts import Sentence
from .endings import Endings, Heard
from .quotes import Quotation, Quotations
from .scene import Scene
from .setting import Credit
from .speech import Speech

#: A colon with a quotation after it.
COLON = re.compile(':\\s*[«“„‘"]')
_WORD = re.compile(r"\w+")
#: How Ukrainian verbs in the past end, so that few nouns do.
_TOLD = ("ив", "ав", "ув", "ила", "ала", "ило", "ало", "или", "али", "вся", "лася", "лися")
#: And those in the present.
_TELLS = ("ає", "яє", "ує", "ють", "ить", "ать", "ять", "ться")
#: What stands between a quotation and a cue of its own: “A,” says; «A», – каже.
_ANSWERED = re.compile(r"(?:,[”’\"]|.[»”’\"],?\s*[–—]|[?!][”’\"])\s+\w")
#: A subject in front of a cue that parts it from its verb has at most that many units.
_LEAD = 9
#: A circumstance before a cue that says nothing by itself has at most that many units.
_PLACE = 4


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
        self.endings = Endings(quotes, speech)
        self.credited: set[int] = set()

    def of(self, heard: Heard, credit: Credit) -> Iterator[tuple[int, int]]:
        """Yield where what a credit's speaker says begins and ends, in the running text."""
        self.credited.add(heard.index)
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
            limit = min(limit, credit.until) if credit.until > 0 else limit
            end = self.endings.end(heard, credit, credit.said, limit)
            yield credit.said, end

    def _sentence_before(self, heard: Heard) -> Iterator[tuple[int, int]]:
        """Yield the sentence before, if it stands in the same paragraph."""
        if heard.index and heard.index - 1 not in self.credited:
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
        if quote is None or quote.start < said.end or quote.words(self.text) < 2:
            return
        if not _ANSWERED.match(self.text, quote.end - 2):
            yield quote.start, quote.end

    def _around(self, heard: Heard, credit: Credit, limit: int) -> Iterator[tuple[int, int]]:
        scene = heard.scene
        right = self.endings.end(heard, credit, credit.end, max(limit, credit.end))
        left = self._left(heard, credit)
        leads = self._leads(scene, left, credit, right)
        leads = leads or (credit.cue.language == "uk" and self._places(scene, left, credit.start))
        if self._tells(scene, left, credit.start) and not leads:
            yield left, credit.start
        told = len(_WORD.findall(self.text, credit.end, right)) >= 1 and credit.end < scene.end
        if told and not (left < credit.start and self._contrasts(scene, credit)):
            yield credit.end, right
        before = self.text[left : credit.start].rstrip(" ,;–—-")
        quote = self.quotes.by_end.get(left + len(before))
        if quote is not None and quote.start >= left and quote.spoken(self.text):
            yield from self._resumed(credit.end, quote)

    def _contrasts(self, scene: Scene, credit: Credit) -> bool:
        """Return whether the author goes on against an English speaker: A, as X says, but B."""
        contrast = self.words["contrast"] - self.words["joining"]
        at = scene.at(credit.end)
        english = credit.cue.language == "en" and at < len(scene.units)
        return english and scene.units[at].text in contrast

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
        if any(unit.word and unit.text.endswith(_TOLD) for unit in front):
            return False
        after = scene.units[rear]
        if after.link is not None or after.text[0].isdigit():
            return False  # Iraq lost, according to X, a third of its wells
        joins = ("conjunctions", "that", "prepositions", "asking", "articles")
        return not any(after.text in words[name] for name in joins)

    def _places(self, scene: Scene, left: int, end: int) -> bool:
        """Return whether a Ukrainian cue has but a circumstance before it: Після цього, ..."""
        front = [unit for unit in scene.units[scene.at(left) : scene.at(end)] if unit.text != ","]
        while front and front[0].text in self.words["conjunctions"]:
            front = front[1:]
        placed = bool(front) and front[0].text in self.words["prepositions"]
        told = any(unit.text.endswith(_TOLD + _TELLS) for unit in front)
        return placed and not told and len(front) <= _PLACE and all(unit.word for unit in front)

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
                and unit.text not in words["expletives"]
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
        if before > 0 and self._in_relative(scene, before):
            return credit.start
        if before >= 0 and scene.units[before].word:
            text = scene.units[before].text
            if text in words["conjunctions"] or text in words["that"]:
                return credit.start
        left = max(self._past_mark(scene, at), scene.start)
        if credit.cue.language == "uk":
            left = max(left, self._clause(scene, at))
        elif before >= 0:
            left = max(left, self._parted(scene, before, scene.at(credit.end)))
        for earlier in heard.credits:
            if earlier is not credit and earlier.start < credit.start:
                inside = earlier.said if earlier.said >= 0 else earlier.end
                left = max(left, min(inside, credit.start))
        within = self._within(credit)
        return max(left, within[-1].start + 1) if within else left

    def _past_mark(self, scene: Scene, at: int) -> int:
        """Return where the last semicolon or colon before unit ``at`` ends, 0 if none is."""
        marks = (unit for unit in reversed(scene.units[:at]) if unit.text in ";:")
        return next((unit.end for unit in marks if not self.quotes.around(unit.start)), 0)

    def _in_relative(self, scene: Scene, at: int) -> bool:
        """Return whether a relative clause began right before: , whose realism, she claimed,."""
        for back in range(at, max(0, at - 4), -1):
            if (
                scene.units[back - 1].text == ","
                and scene.units[back].text in (self.words["relative"])
            ):
                return True
        return False

    def _clause(self, scene: Scene, cue: int) -> int:
        """Return where the last of several Ukrainian clauses before a cue begins: , і в цьому."""
        units, words = scene.units, self.words
        for at in range(cue - 1, 1, -1):
            joins = units[at].text in words["contrast"] | words["joining"]
            if units[at - 1].text == "," and joins and not self.quotes.around(units[at].start):
                before = units[:at]
                told = any(unit.word and unit.text.endswith(_TOLD + _TELLS) for unit in before)
                return units[at].start if told else 0
        return 0

    def _parted(self, scene: Scene, last: int, after: int) -> int:
        """Return where the English clause begins whose subject a cue parts from its verb.

        A fell while B, according to X, was lost: it is B that X speaks of; 0 where none is.
        """
        units, words = scene.units, self.words
        if after >= len(units) or units[after].text not in words["verbal"]:
            return 0
        for at in range(last, max(0, last - _LEAD), -1):
            text = units[at].text
            if text in words["contrast"] - words["joining"] - {"yet"}:
                return units[at + 1].start
            if text in words["verbal"] or not (units[at].word or units[at].link):
                return 0
        return 0

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
