"""What is judged, and whether it is judged as something."""

from __future__ import annotations

from ..parts import Link
from . import englishobjects
from .scene import Scene
from .setting import Setting
from .speech import Cue
from .voices import Voice

#: How far an object may reach before what it is judged as, in units.
_OBJECT = 26
#: A name that may stand in more cases does not decline.
_CASES = 2
#: A title has at most that many words.
_TITLE = 4
_NAMING = ("ою", "ею", "єю", "ом", "ем", "єм", "стю", "ами", "ями")
_ADJECTIVE = ("ою", "им", "ім", "ими")
_LOCATIVE = ("у", "ю", "і", "ї", "ах", "ях", "ому", "ій", "их", "им", "ів", "и")
_LEADING = ("ому", "ій", "их")
_AGREEING = ("ий", "ій", "ська", "цька", "ські", "цькі", "ові", "ні", "на")
_INSTRUMENTAL = ("ою", "ею", "єю", "ом", "ем", "єм", "им", "ім", "ми", "ям", "стю", "\u00bb")


class Objects:
    """Reads the objects of verbs of judging."""

    def __init__(self, setting: Setting) -> None:
        self.words = setting.words
        self.nouns = setting.speakers.nouns

    def begins(self, scene: Scene, after: int) -> bool:
        """Return whether what is judged begins at unit ``after``."""
        if after >= len(scene.units):
            return False
        unit, words = scene.units[after], self.words
        if not unit.word and unit.link is None:
            return unit.text in '«“‘"'
        return not any(unit.text in words[name] for name in ("prepositions", "that", "as"))

    def judged_as(self, scene: Scene, after: int, cue: Cue) -> int:
        """Return the unit where what the object is judged as begins, -1 where it is not."""
        if cue.language == "en":
            return englishobjects.judged_as(scene, after, cue, self.words)
        units = scene.units
        joins = self._joins(cue)
        for at in range(after, min(len(units), after + _OBJECT)):
            text = units[at].text
            if text in ".;:" or (text == "," and self._clause(scene, at + 1)):
                break
            if at > after and units[at - 1].text != "," and text in joins:
                as_often = units[min(at + 1, len(units) - 1)].text in self.words["as_often"]
                denied = at - 1 if units[at - 1].text in self.words["not"] else at + 1
                return -1 if as_often else self._past_that(scene, denied)
            if text in self.words["naming"] and at > after:
                return at
            if cue.bare and self._bare(scene, after, at):
                return self._past_reason(scene, self._opening(scene, after, at))
        return -1

    def judged_at_once(self, scene: Scene, after: int, cue: Cue) -> int:
        """Return the unit past "як" right after a verb, or that of a name given; else -1."""
        units = scene.units
        at = after
        while at < len(units) and units[at].text in self.words["leaning"]:
            at += 1
        if at + 1 >= len(units):
            return -1
        if units[at].text in self.words["as"]:
            often = units[at + 1].text in self.words["as_often"]
            told = units[at + 1].word or units[at + 1].link
            denied = units[after].text in self.words["not"]
            return -1 if often or not told else after if denied else at + 1
        return after if cue.bare and self._bare(scene, after, at) else -1

    def fronted(self, scene: Scene, voice: Voice) -> bool:
        """Return whether what is judged comes before whoever judges: Цей крок X вважає."""
        units = scene.units
        last = voice.end - 1
        opening = last
        while opening and (units[opening - 1].word or units[opening - 1].link):
            opening -= 1
        while opening < last and units[opening].text in self.words["conjunctions"]:
            opening += 1
        while last > opening and self._entitles(scene, last - 1):
            last -= 1
        first = units[opening]
        if opening >= last or first.text in self.words["prepositions"]:
            return False
        return first.word or (first.link is not None and self._accusative(first.link))

    def _entitles(self, scene: Scene, at: int) -> bool:
        """Return whether a word before a name only says who that is: the Polish scholar."""
        unit = scene.units[at]
        noun = self.nouns.get(unit.text) if unit.word else None
        if noun is not None:
            return noun.kind == "people" and noun.nominative
        return unit.word and unit.text.endswith(_AGREEING)

    def _accusative(self, link: Link) -> bool:
        return not link.cases or "acc" in link.cases

    def _past_that(self, scene: Scene, at: int) -> int:
        """Return the unit past "(у) тому, що", ``at`` where something else stands."""
        units = scene.units
        if at + 2 < len(units) and units[at].text in self.words["correlates"]:
            told = units[at + 1].text == "," and units[at + 2].text in self.words["that"]
            return at + 3 if told else at
        return at

    def _past_reason(self, scene: Scene, at: int) -> int:
        """Return the unit past "тим, що", else ``at``."""
        units = scene.units
        reason = at + 2 < len(units) and units[at].text == "тим" and units[at + 1].text == ","
        return at + 3 if reason and units[at + 2].text in self.words["that"] else at

    def _opening(self, scene: Scene, after: int, at: int) -> int:
        """Return the unit where a name given begins: the quotation mark that ``at`` closes."""
        if scene.units[at].text != "\u00bb":
            return at - (at > after and scene.units[at - 1].text in "«“‘")
        for back in range(at - 1, after - 1, -1):
            if scene.units[back].text == "«":
                return back
        return at

    def called_before(self, scene: Scene, at: int, cue: Cue) -> bool:
        """Return whether the clause of a verb begins with a name it gives: Прикладом X вважає Y."""
        if not cue.bare or cue.language != "uk":
            return False
        units = scene.units
        opening = at
        while opening and (units[opening - 1].word or units[opening - 1].link):
            opening -= 1
        lead = units[opening]
        if lead.text in self.words["ranking"]:
            return units[at].text.startswith(("назив", "назва", "зараховує", "згад"))
        adjective = lead.text.endswith(("им", "ім")) and opening + 2 < at
        named = lead.text.endswith(_NAMING) or (
            adjective and units[opening + 1].text.endswith(_NAMING)
        )
        return opening + 1 < at and lead.word and named

    def _clause(self, scene: Scene, at: int) -> bool:
        """Return whether another clause begins at unit ``at``: , but she defines."""
        text = scene.units[at].text if at < len(scene.units) else ""
        return text in self.words["contrast"] - self.words["joining"]

    def past_pronoun(self, scene: Scene, after: int) -> int:
        """Return the unit past a pronoun that is judged and its "as": it as a trap, це пасткою."""
        units, words = scene.units, self.words
        if after + 1 >= len(units) or units[after].text not in words["judged_pronouns"]:
            return after
        at = after + 1
        at += units[at].text in words["as"]
        said = at < len(units) and (units[at].word or units[at].link or units[at].text in '«“‘"')
        return at if said else after

    def _joins(self, cue: Cue) -> frozenset[str]:
        """Return the words between an object and what it is judged as, in Ukrainian."""
        if cue.charge:
            return self.words["charging"]
        if cue.people:
            return self.words["as"] | self.words["judging"]
        return self.words["as"] | ({"за"} if cue.bare else set())

    def _bare(self, scene: Scene, after: int, at: int) -> bool:
        """Return whether the object since ``after`` is called what begins at ``at``."""
        unit = scene.units[at]
        named = unit.word or unit.link is not None or at > after
        return named and self._instrumental(scene, at) and not self._led(scene, after, at)

    def _instrumental(self, scene: Scene, at: int) -> bool:
        """Return whether a unit looks like the instrumental and is no such noun: режим, Крим."""
        unit = scene.units[at]
        if unit.text in self.words["counted"]:
            return True
        if unit.text in self.words["by_name"]:
            return False  # назвали іменем адмірала
        if unit.text == "»" and not self._so_called(scene, at):
            return False
        if unit.link is not None and unit.link.cases:
            return "ins" in unit.link.cases and len(unit.link.cases) <= _CASES
        if not unit.text.endswith(_INSTRUMENTAL):
            return False
        noun = self.nouns.get(unit.text)
        return noun is None or not noun.nominative

    def _so_called(self, scene: Scene, at: int) -> bool:
        """Return whether what quotation marks close is what something is called, no title."""
        first = next((i for i in range(at - 1, -1, -1) if scene.units[i].text == "«"), at)
        inner = scene.units[first + 1 : at]
        return len(inner) > _TITLE or any(unit.text.endswith(_INSTRUMENTAL) for unit in inner)

    def _led(self, scene: Scene, after: int, at: int) -> bool:
        """Return whether a preposition leads to the instrumental at ``at``: з новою владою."""
        back = at - 1
        adjective = scene.units[back].link is None and scene.units[back].text.endswith(_ADJECTIVE)
        back -= back > after and adjective
        return back >= after and scene.units[back].text in self.words["prepositions"]

    def sees(self, scene: Scene, at: int) -> bool:
        """Return whether a Ukrainian verb is one of seeing, not of telling apart."""
        return scene.units[at].text[:2] in {"ба", "вб", "уб", "по", "до"}

    def discerned(self, scene: Scene, at: int, after: int, cue: Cue) -> int:
        """Return the unit where a view begins: in A {a B}, {three kinds}; else -1."""
        units, words = scene.units, self.words
        first = units[after].text
        if first in words["that"] or first in {",", "одна", "один", "одне"}:
            return -1
        rest = [unit for unit in units[after:] if unit.word or unit.link is not None]
        if cue.language == "uk":
            if not self.sees(scene, at):
                return after if len(rest) > 2 else -1
            return self._seen(scene, at, after)
        return after if len(rest) > 2 and first not in words["pronouns_one"] else -1

    def _seen(self, scene: Scene, at: int, after: int) -> int:
        """Return the unit where what is seen in something begins: бачить у A {B}; else -1."""
        units, places = scene.units, self.words["locating"]
        while after < len(units) and units[after].text in self.words["leaning"]:
            after += 1
        if after >= len(units):
            return -1
        if units[after].text not in places:
            within = any(unit.text in places for unit in units[after : after + 6])
            return after if within or self._located_first(scene, at) else -1
        for place in range(after + 2, min(len(units), after + 9)):
            if self._located(scene, place - 1) and self._object(scene, place):
                return place
            unit = units[place]
            if not (unit.word or unit.link or unit.bracket or unit.text in "«»"):
                return -1
        return -1

    def _located(self, scene: Scene, at: int) -> bool:
        """Return whether what a view is seen in may end at ``at``: у цьому, у союзі, в Україні."""
        unit = scene.units[at]
        if unit.text == "»":
            return True
        if unit.link is not None:
            return not unit.link.cases & {"acc", "nom"} or "loc" in unit.link.cases
        if not unit.word or not unit.text.endswith(_LOCATIVE):
            return False
        after = scene.units[at + 1]
        leads = unit.text.endswith(_LEADING) and unit.text not in self.words["them"]
        return not (leads and after.word and after.text.endswith(_LOCATIVE[:6]))

    def _object(self, scene: Scene, at: int) -> bool:
        """Return whether what is seen may begin at ``at``."""
        unit, words = scene.units[at], self.words
        if unit.link is not None:
            return self._accusative(unit.link)
        if unit.text in "«“„" or unit.text in words["leaning"]:
            return True
        oblique = unit.text.endswith(("ого", "ої", "ому", "ій", "их", "ою", "ах", "ях", "ів"))
        return unit.word and not oblique and unit.text not in words["prepositions"]

    def _located_first(self, scene: Scene, at: int) -> bool:
        """Return whether the clause begins with what a view is seen in: У союзі X бачить."""
        units = scene.units
        opening = at
        while opening and (units[opening - 1].word or units[opening - 1].link):
            opening -= 1
        return units[opening].text in self.words["locating"]
