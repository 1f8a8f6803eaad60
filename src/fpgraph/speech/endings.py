"""Where the words of a speaker end in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from .breaking import acts_too
from .quotes import Quotations
from .scene import Scene
from .setting import Credit
from .speech import Speech

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


class Endings:
    """Finds where what is said ends: at a semicolon, another's cue, the author's own words."""

    def __init__(self, quotes: Quotations, speech: Speech) -> None:
        self.quotes = quotes
        self.words = speech.words
        self.forms = speech.forms

    def end(self, heard: Heard, credit: Credit, start: int, limit: int) -> int:
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
                cut = self._others(scene, other) or self._adding(scene, other.start)
                cut = cut or self._aside(scene, other) or self._cut(scene, other.start, start)
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
        if acts_too(scene, index + 1, credit, words):
            return True
        does = after.endswith("ed") or (after.endswith("s") and after in self.forms)
        if credit.cue.language == "en" and does and index + 2 < len(units):
            then = units[index + 2]  # and demanded a recount
            return then.text in words["determiners"] | words["prepositions"] or bool(then.link)
        return after in words["auxiliaries"]

    def _stops(self, scene: Scene, index: int, credit: Credit, start: int) -> bool:
        """Return whether what is said since ``start`` ends before the mark ``index``."""
        mark = scene.units[index]
        if self._does_more(scene, index, credit):
            return not self._inside(start, mark.start)
        if mark.text not in {";", ",", ":"} or self._inside(start, mark.start):
            return False
        if mark.text != ",":
            told = credit.stance == "denies" or self._named(scene, index, credit)
            return mark.text == ";" or told
        if credit.clipped and (credit.shape == "denial" or not self._goes_on(scene, index, start)):
            return True
        return self._resumes(scene, index, credit)

    def _named(self, scene: Scene, colon: int, credit: Credit) -> bool:
        """Return whether a Ukrainian judgement is over at a colon: X calls A B: it is so."""
        if credit.shape != "judgement" or credit.cue.kind not in {"judge", "discern"}:
            return False
        if credit.cue.kind == "discern" and not self._clause(scene, colon + 1):
            return False
        quoted = colon + 1 < len(scene.units) and scene.units[colon + 1].text in "«“„"
        return credit.cue.language == "uk" and not quoted

    def _clause(self, scene: Scene, at: int) -> bool:
        """Return whether a verb stands in the words from ``at`` on."""
        ends = tuple(self.words["verbal_endings"])
        return any(
            unit.word and len(unit.text) > 4 and unit.text.endswith(ends)
            for unit in scene.units[at:]
        )

    def _resumes(self, scene: Scene, comma: int, credit: Credit) -> bool:
        """Return whether the author plainly speaks again: ", a claim that", ", but itself"."""
        after = [unit.text for unit in scene.units[comma + 1 : comma + 4]]
        words = self.words
        if len(after) < 3 or (after[0] in words["others"] and after[1] in "–—"):
            return len(after) > 2
        if credit.shape == "judgement" and (
            self._another_clause(scene, comma + 1) or self._next_deed(scene, comma + 1, credit)
        ):
            return True
        if after[0] in words["contrast"] and after[0] not in words["joining"]:
            said = scene.units[scene.at(credit.said) : comma] if credit.said >= 0 else []
            denied = any(unit.text in words["not"] for unit in said)
            corrects = (denied or after[1] in words["not"]) and after[0][0] > "\u03ff"
            over = credit.shape in {"judgement", "advice"} or after[1] in words["themselves"]
            return not corrects and over
        comments = after[0] == "which" and (
            after[1] in words["commenting"] or self._denied(scene, comma + 2)
        )
        if comments or (after[0] in words["contrast"] and self._looks_at(scene, comma + 2)):
            return True
        if after[0] in words["joining"] and (
            self._goes_back(scene, comma, credit) or self._others_act(scene, comma, credit)
        ):
            return True
        return after[0] == "something" or self._comments(after)

    def _denied(self, scene: Scene, at: int) -> bool:
        """Return whether somebody denies what was said: , which Y denies."""
        later = [unit.text for unit in scene.units[at : at + 5]]
        return not self.words["denying"].isdisjoint(later)

    def _comments(self, after: list[str]) -> bool:
        """Return whether words after a comma speak of what was said: , a claim that."""
        return after[0] in {"a", "an", "the"} and not self.words["comments"].isdisjoint(after[1:])

    def _another_clause(self, scene: Scene, at: int) -> bool:
        """Return whether a clause of its own begins at ``at``: and officials speak."""
        joins = scene.units[at].text in self.words["joining"]
        return self._begins_anew(scene, at) or (joins and self._clause_follows(scene, at + 1))

    def _next_deed(self, scene: Scene, at: int, credit: Credit) -> bool:
        """Return whether another deed follows a charge: accused X of lying, expelled the envoy."""
        verb, what = scene.units[at], scene.units[at + 1]
        words = self.words
        if not credit.cue.charge or not verb.word or verb.text.endswith(("ing", "ly")):
            return False
        joins = ("conjunctions", "prepositions", "determiners", "that", "who", "not", "contrast")
        if any(verb.text in words[name] for name in joins):
            return False
        return what.link is not None or what.text in words["determiners"]

    def _clause_follows(self, scene: Scene, at: int) -> bool:
        """Return whether a verb stands soon after unit ``at``: , and officials speak of."""
        ahead = scene.units[at : at + 5]
        later = [unit.text for unit in ahead]
        if len(ahead) > 2 and ahead[0].link:
            verb = 2 if later[1] in self.words["adverbs"] | self.words["never"] else 1
            if later[verb].endswith(("s", "ed")) and ahead[verb].word:
                return True
        single = any(text in self.words["verbal"] or text in self.forms for text in later)
        return single or any(f"{one} {then}" in self.forms for one, then in pairwise(later))

    def _others_act(self, scene: Scene, comma: int, credit: Credit) -> bool:
        """Return whether ", and" leads to another's doings after a cue in mid-clause."""
        middle = credit.around and credit.cue.language == "uk" and credit.start > scene.start
        if not middle:
            return False
        at = comma + 2
        while at < len(scene.units) - 1 and scene.units[at].text.endswith(("ий", "а", "і")):
            if scene.units[at].link is not None:
                break
            at += 1
        return self._begins_anew(scene, at)

    def _leans(self, word: str) -> bool:
        """Return whether a word is a Ukrainian participle: , додавши."""
        ends = tuple(self.words["adverbial_endings"])
        return word[0] > "\u03ff" and len(word) > 5 and word.endswith(ends)

    def _begins_anew(self, scene: Scene, at: int) -> bool:
        """Return whether a name and its verb begin at ``at``: A calls B a C, D arms it."""
        link = scene.units[at].link
        if link is None or "nom" not in link.cases or "ins" in link.cases:
            return False
        ends = tuple(self.words["verbal_endings"])
        return any(
            unit.word and len(unit.text) > 3 and unit.text.endswith(ends)
            for unit in scene.units[at + 1 : at + 4]
        )

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
        does = scene.units[comma + 3].text if comma + 3 < len(scene.units) else ""
        return verb.text in self.words["pronouns_one"] and does in self.forms  # , and he criticised

    def _inside(self, start: int, place: int) -> bool:
        return any(quote.start >= start for quote in self.quotes.around(place))

    def _goes_on(self, scene: Scene, comma: int, start: int) -> bool:
        """Return whether a clause that is set off goes on past a comma: in a list, a contrast."""
        words = self.words
        after, then = (
            scene.units[at].text if at < len(scene.units) else "" for at in (comma + 1, comma + 2)
        )
        if after in words["contrast"] and after[0] > "\u03ff":
            said = scene.units[scene.at(start) : comma]
            # , а не як суперника; не благодійністю, а внеском
            return then in words["not"] or any(unit.text in words["not"] for unit in said)
        link = scene.units[comma + 1].link if comma + 1 < len(scene.units) else None
        if link is not None and link.cases and "nom" not in link.cases and after[0] > "\u03ff":
            return True  # Брюссель, Москву й Пекін
        return any(after in words[name] for name in ("that", "who", "clinging"))

    def _others(self, scene: Scene, credit: Credit) -> int:
        """Return the comma before a clause that begins with "others", 0 if there is none."""
        at = scene.at(credit.start)
        if credit.shape == "gap":
            while at and scene.units[at].text not in ",;":
                at -= 1
            return scene.units[at].start
        comma = scene.units[at - 1] if at else None
        begins = scene.units[at].text in self.words["others"]
        return comma.start if begins and comma is not None and comma.text == "," else 0

    def _aside(self, scene: Scene, credit: Credit) -> int:
        """Return the comma before an English cue at the end: , his office said; else 0."""
        at = scene.at(credit.start)
        ends = credit.shape == "aside" and credit.end >= scene.end - 1
        closes = ends and credit.cue.language == "en" and at > 0 and scene.units[at - 1].text == ","
        return scene.units[at - 1].start if closes else 0

    def _adding(self, scene: Scene, place: int) -> int:
        """Return what stands before an English verb that credits: , adding; and warns; else 0."""
        at = scene.at(place)
        verb, before = scene.units[at], scene.units[at - 1]
        leans = at and verb.text.endswith("ing") and before.text == ","
        joins = at and before.text in self.words["contrast"] and verb.text[0] < "\u0400"
        return before.start if leans or (joins and verb.text in self.forms) else 0

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
