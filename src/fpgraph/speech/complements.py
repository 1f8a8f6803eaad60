"""What is said: where the words of a speaker begin and end after a verb of saying."""

from __future__ import annotations

from dataclasses import dataclass

from .quotes import Quotation, Quotations
from .scene import Scene
from .speakers import Speakers
from .speech import Cue
from .subjects import Subjects

_OPENING = frozenset('«“„‘"')
_ADDRESSED = ("у", "ю", "і", "ї", "ам", "ям", "ові", "еві")
_DATIVES = ("ам", "ям", "ові", "еві")
#: How many units may stand between a verb and what is said.
_BETWEEN = 16
_BARE = 14
#: How far after a verb the colon may stand that its object leads to, in units.
_TOLD_OF = 10


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said begins at ``start`` of the text, unit ``at``; ``shape`` tells how.

    The shapes are that, colon, quotation and bare; ``hedged`` when the word that
    joins it casts doubt.
    """

    shape: str
    at: int
    start: int
    hedged: bool = False


class Complements:
    """Finds what is said after a verb."""

    def __init__(self, speakers: Speakers, subjects: Subjects, quotes: Quotations) -> None:
        self.words = speakers.words
        self.subjects = subjects
        self.quotes = quotes

    def find(self, scene: Scene, at: int, cue: Cue) -> Complement | None:
        """Return what is said from unit ``at`` on, past adverbs and circumstances."""
        units, words = scene.units, self.words
        stop = min(len(units), at + _BETWEEN)
        first = at
        while at < stop:
            text = units[at].text
            explained = text in words["how"] and self._explains(scene, first - 1)
            if explained or text in words["that"] or text in words["whether"]:
                joined = cue.language == "en" or at == first
                return self._clause(scene, at) if joined else None
            if text == ",":
                found = self._past_comma(scene, at, cue)
                if isinstance(found, int):
                    at = found
                    continue
                return found
            if text == ":":
                return self._at("colon", scene, at + 1)
            if text in _OPENING:
                quote = self.quotes.by_start.get(units[at].start)
                spoken = quote is not None and quote.spoken(scene.text)
                past = self._past_title(scene, at)
                if not spoken and past < len(units) and units[past].text == "," and at > first:
                    at = past  # told the agency «North», that
                    continue
                return self._at("quotation", scene, at) if spoken else None
            told = cue.told or units[first - 1].text in words["telling"]
            step = self._step(scene, at, cue, told=told)
            if step == 0:
                return None
            at += step
        return None

    def _explains(self, scene: Scene, verb: int) -> bool:
        """Return whether a verb goes with "how" and "why": has shown how, but not: which shows."""
        before = scene.units[verb - 1].text if verb else ""
        return scene.units[verb].text in self.words["explaining"] and (
            before not in self.words["who"] | self.words["relating"]
        )

    def infinitive(self, scene: Scene, at: int) -> bool:
        """Return whether "to" at ``at`` leads to a verb: to consult, but not: to this day."""
        units = scene.units
        if units[at].text != "to" or at + 1 >= len(units):
            return False
        after = units[at + 1]
        told = after.text in self.words["determiners"] | self.words["addressees"]
        noun = self.subjects.speakers.nouns.get(after.text)
        return after.word and not told and (noun is None or not noun.plural)

    def told_of(self, scene: Scene, at: int) -> Complement | None:
        """Return the clause past a colon that a Ukrainian object leads to: вказує на інше: A."""
        units, words = scene.units, self.words
        for colon in range(at, min(len(units) - 3, at + _TOLD_OF)):
            unit = units[colon]
            if unit.text == ":":
                ends = tuple(words["verbal_endings"])
                told = any(
                    unit.word and len(unit.text) > 3 and unit.text.endswith(ends)
                    for unit in units[colon + 1 :]
                )
                return self._at("colon", scene, colon + 1) if told else None
            if not (unit.word or unit.link or unit.bracket) or unit.text in words["that"]:
                return None
            if unit.text in self.subjects.speakers.verbs:
                return None
        return None

    def _clause(self, scene: Scene, at: int) -> Complement | None:
        found = self._at("that", scene, at + 1)
        if found is None:
            return None
        hedged = scene.units[at].text in self.words["hedged"]
        return Complement("that", found.at, found.start, hedged)

    def _at(self, shape: str, scene: Scene, at: int) -> Complement | None:
        # A colon at the end of a sentence may still bring a quotation: the block after it.
        if at >= len(scene.units):
            return Complement(shape, at, scene.end) if shape == "colon" else None
        return Complement(shape, at, scene.units[at].start)

    def _past_comma(self, scene: Scene, at: int, cue: Cue) -> Complement | int | None:
        """Return what follows a comma: a clause, a quotation, or where to look on."""
        units, words = scene.units, self.words
        if at + 1 >= len(units):
            return None
        after = units[at + 1].text
        if after in words["that"] or after in words["whether"]:
            return self._clause(scene, at + 1)
        if cue.id == "uk-ask" and after in words["asking"] | words["wondering"]:
            return self._at("that", scene, at + 1)
        if after in _OPENING:
            quote = self.quotes.by_start.get(units[at + 1].start)
            long = quote is not None and (quote.words(scene.text) >= 3 or quote.spoken(scene.text))
            return self._at("quotation", scene, at + 1) if long else None
        return self._past_insertion(scene, at, cue)

    def _past_insertion(self, scene: Scene, at: int, cue: Cue) -> int | None:
        """Return where to look on past an insertion that the comma ``at`` opens."""
        units, words = scene.units, self.words
        for closing in range(at + 2, min(at + 9, len(units))):
            if units[closing].text != ",":
                continue
            inner = units[at + 1 : closing]
            placed = inner[0].text in words["prepositions"] or all(
                unit.text in words["inserted"] for unit in inner
            )
            if not placed:
                return None
            after = units[closing + 1].text if closing + 1 < len(units) else ""
            return closing if cue.language == "uk" and after in words["that"] else closing + 1
        return None

    def _step(self, scene: Scene, at: int, cue: Cue, *, told: bool) -> int:
        """Return how many units to pass over at ``at``; 0 where nothing can be said."""
        units, words = scene.units, self.words
        unit = units[at]
        if unit.word and unit.text in words["prepositions"] and not self.infinitive(scene, at):
            return self._circumstance(scene, at)
        if unit.bracket or (unit.word and self.subjects.adverb(scene, at)):
            return 1
        if cue.language == "en":
            return self._english_step(scene, at, told=told)
        told = unit.word and unit.text.endswith(_DATIVES)
        if unit.text in words["correlates"] or unit.text in words["told"]:
            return 1
        noun = self.subjects.speakers.nouns.get(unit.text) if unit.word else None
        addressed = noun is not None and noun.kind != "work" and not noun.nominative
        told = told or (addressed and unit.text.endswith(_ADDRESSED))
        return int(told or (unit.link is not None and "dat" in unit.link.cases))

    def _english_step(self, scene: Scene, at: int, *, told: bool) -> int:
        """Return how many units to pass over at ``at``: who is told, long ago, as early as 1987."""
        units, words = scene.units, self.words
        unit = units[at]
        if unit.text in words["as"] and at + 3 < len(units) and units[at + 2].text in words["as"]:
            return 3 + units[at + 3].text.isdigit()
        dated = unit.text in words["dating"] or unit.text.isdigit()
        addressed = told and (unit.word or unit.link is not None)
        return int(addressed or dated or unit.text in words["addressees"])

    def _circumstance(self, scene: Scene, at: int) -> int:
        """Return the length of a phrase such as "in Munich"; 0 where it is an object."""
        units, words = scene.units, self.words
        if at + 1 >= len(units):
            return 0
        after = units[at + 1].text
        if units[at].text in words["about"] and after not in words["correlates"]:
            within = units[at + 1 : at + 5]
            if units[at].text != "на" or not any(u.text in words["venues"] for u in within):
                return 0
        size = 1
        while at + size < len(units) and size < 9:
            unit = units[at + size]
            if unit.text in words["that"] or unit.text in words["verbal"]:
                # Agreed on condition that: no circumstance, but a clause of its own.
                bound = unit.text in words["that"] and units[at + size - 1].text in words["bound"]
                return 0 if bound else size
            if unit.text in words["how"]:
                break
            if unit.text in _OPENING:
                size = self._past_title(scene, at + size) - at
                continue
            if not (unit.word or unit.link is not None or unit.bracket or unit.possessive):
                break
            size += 1
        return size

    def _past_title(self, scene: Scene, at: int) -> int:
        """Return the unit past the quotation marks that open at ``at``, a title."""
        quote = self.quotes.by_start.get(scene.units[at].start)
        if quote is None or quote.end > scene.end:
            return at + 1
        return max(at + 1, scene.at(quote.end))

    def bare(self, scene: Scene, at: int, *, plainly: bool = False) -> Complement | None:
        """Return a clause without "that" that begins at ``at``: states are wary.

        After a verb that takes no object, such as "say", any verb will do (``plainly``).
        """
        units, words = scene.units, self.words
        if at >= len(units) or not (units[at].word or units[at].link is not None):
            return None
        first = units[at].text
        if any(first in words[name] for name in ("prepositions", "stop_bare", "asking")):
            return None
        they = first in words["pronouns_one"] | words["pronouns_many"] | {"it"}
        then = units[at + 1] if at + 1 < len(units) else units[at]
        if plainly and they and then.word and then.text not in words["prepositions"]:
            return Complement("bare", at, units[at].start)
        ends = words["who"] | words["that"] | (frozenset() if plainly else words["joining"])
        for place in range(at + 1, min(len(units), at + _BARE)):
            unit = units[place]
            part = unit.word or unit.link is not None or unit.bracket or unit.possessive
            if not part or unit.text in ends:
                return None
            infinitive = units[place - 1].text == "to"
            month = unit.text == "may" and scene.text[unit.start] == "M"
            verbal = unit.text in words["verbal"] and not infinitive and not month
            if verbal or (plainly and self._finite(scene, at, place)):
                return Complement("bare", at, units[at].start)
        return None

    def _finite(self, scene: Scene, at: int, place: int) -> bool:
        """Return whether a word looks like the verb of the clause that begins at ``at``."""
        units, words = scene.units, self.words
        text, before = units[place].text, units[place - 1]
        if not units[place].word or len(text) < 4 or text.endswith(("ss", "us", "is")):
            return False
        if before.text in words["determiners"] | words["prepositions"] | words["joining"]:
            return False
        told = place + 1 < len(units) and (units[place + 1].word or units[place + 1].link)
        return text.endswith(("s", "ed")) and bool(told) and place > at

    def quoted(self, scene: Scene, found: Complement) -> Quotation | None:
        """Return the quotation that what is said consists of, if it is one."""
        quote = self.quotes.by_start.get(found.start)
        if quote is None:
            return None
        rest = scene.at(quote.end)
        while rest < len(scene.units) and scene.units[rest].bracket:
            rest += 1
        if quote.end >= scene.end or rest >= len(scene.units):
            return quote
        after = scene.units[rest]
        plain = after.word or after.link is not None
        return None if plain and not quote.spoken(scene.text) else quote
