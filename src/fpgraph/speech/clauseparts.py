"""The parts of a clause around a verb of saying: what stands before it and how far."""

from __future__ import annotations

from .scene import Scene
from .speakers import Speakers
from .voices import Voice

#: Prepositions that may as well begin a clause: after X said.
_JOINING = frozenset({"after", "before", "since", "until"})
_DASHES = frozenset("–—-")
_CLOSING = frozenset('»”"“’')
_NOMINATIVE = frozenset({"nom"})
_ANY: frozenset[str] = frozenset()
#: How far to the left a subject may begin, in units.
_REACH = 16


class ClauseParts:
    """Reads the words before verbs."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.words = speakers.words

    def cyrillic(self, scene: Scene, verb: int) -> bool:
        """Return whether the verb is Ukrainian."""
        return scene.units[verb].text[0] > "\u03ff"

    def cases(self, scene: Scene, verb: int) -> frozenset[str]:
        """Return the cases that the subject of the verb may stand in."""
        return _NOMINATIVE if self.cyrillic(scene, verb) else _ANY

    def _adverbial(self, scene: Scene, verb: int) -> bool:
        """Return whether the verb is a participle that leans on a subject elsewhere."""
        text = scene.units[verb].text
        return any(text.endswith(end) for end in self.words["adverbial_endings"])

    def _skip(self, scene: Scene, verb: int) -> tuple[int, bool, bool]:
        """Return the unit left of the verb past adverbs, and whether it is denied or hedged."""
        units, words = scene.units, self.words
        left, negated, modal = verb - 1, False, False
        while left >= 0:
            unit = units[left]
            text = unit.text
            if text in words["not"] or text in words["never"] or text.endswith(("n't", "n’t")):
                negated = True
            elif unit.word and text in words["hedging"]:
                modal = True
            elif text == "to" and not self._due(scene, left - 1):
                if left < 2 or not self._raised(scene, left - 1):
                    break
                left = self._raised(scene, left - 1)
            elif text == "," and self._inserted(scene, left):
                left = self._inserted(scene, left)
            elif not self._passes(scene, left):
                break
            left -= 1
        return left, negated, modal

    def _passes(self, scene: Scene, at: int) -> bool:
        """Return whether unit ``at`` may stand between a subject and its verb."""
        unit = scene.units[at]
        if unit.bracket or (unit.word and self.adverb(scene, at)):
            return True
        if unit.text == "on" and scene.units[at + 1].text in self.words["dating"]:
            return True  # the premier on Tuesday urged
        years = self.words["years"]
        if unit.text in years or (
            unit.text in self.words["lasting"] and scene.units[at + 1].text in years
        ):
            return True  # він багато років повторює
        if at and unit.text in self.words["contrasting"] and self._named(scene, at - 1):
            return True  # Лейн натомість показав
        dash = unit.text in _DASHES and at > 0 and scene.units[at - 1].text != ","
        return dash and self._speaks_past_dash(scene, at - 1)

    def _named(self, scene: Scene, at: int) -> bool:
        """Return whether a name or, in Ukrainian, a noun for those who speak stands at ``at``."""
        noun = self.speakers.nouns.get(scene.units[at].text)
        people = noun is not None and noun.kind in {"people", "body"} and noun.nominative
        return scene.units[at].link is not None or (people and self.cyrillic(scene, at))

    def _raised(self, scene: Scene, at: int) -> int:
        """Return the first unit of what stands before an infinitive: is right, likes; else 0."""
        first = at
        while first > 0 and scene.units[first].word:
            text = scene.units[first].text
            if text not in self.words["raising"] and not self.adverb(scene, first):
                break
            first -= 1
        return first + 1 if first < at else 0

    def _due(self, scene: Scene, at: int) -> bool:
        """Return whether "to" after unit ``at`` leads to a verb of its subject: has, is, ought."""
        while at >= 0 and scene.units[at].word:
            text = scene.units[at].text
            if text in self.words["owing"]:
                return True
            if text not in self.words["not"] and not text.endswith("ly"):
                return False
            at -= 1
        return False

    def _speaks_past_dash(self, scene: Scene, at: int) -> bool:
        """Return whether a dash only sets a name off from its verb."""
        unit = scene.units[at]
        if unit.text in _CLOSING:
            return at > 1 and scene.units[at - 1].link is not None
        return unit.link is not None

    def adverb(self, scene: Scene, at: int) -> bool:
        """Return whether the word at ``at`` is an adverb or auxiliary."""
        unit = scene.units[at]
        text = unit.text
        if text in self.words["adverbs"]:
            return True
        if len(text) < 5 or text in self.speakers.nouns or scene.text[unit.start].isupper():
            return False
        return any(text.endswith(end) for end in self.words["adverb_endings"])

    def _inserted(self, scene: Scene, comma: int) -> int:
        """Return the comma that opens an insertion such as ", however,", 0 if none."""
        for back in range(comma - 1, max(0, comma - 6), -1):
            if scene.units[back].text == ",":
                inner = scene.units[back + 1 : comma]
                if inner and all(u.word and u.text in self.words["inserted"] for u in inner):
                    return back
                return 0
        return 0

    def _plural(self, scene: Scene, verb: int) -> bool:
        text = scene.units[verb].text
        if self.cyrillic(scene, verb):
            return any(text.endswith(end) for end in self.words["plural_endings"])
        return not text.endswith("s")

    def _phrase(self, scene: Scene, limit: int, cases: frozenset[str]) -> Voice | None:
        """Return the longest phrase for a speaker that ends at unit ``limit``."""
        if limit <= 0:
            return None
        first = self._region(scene, limit)
        for at in range(first, limit):
            whose = at > 0 and scene.units[at - 1].text in self.words["possessed"]
            if whose or self._governed(scene, at):
                continue
            voice = self.speakers.read(scene, at, cases, limit)
            if voice is not None:
                return None if self._of_which(scene, voice.end - 1) else voice
        return None

    def _of_which(self, scene: Scene, at: int) -> bool:
        """Return whether a phrase is one of whatever a clause tells of: країна, лідери якої."""
        return scene.units[at].text in self.words["of_whom"]

    def _region(self, scene: Scene, limit: int) -> int:
        """Return how far to the left a phrase that ends at ``limit`` may begin."""
        at = limit
        while at > 0 and limit - at < _REACH:
            unit = scene.units[at - 1]
            if unit.link is None and not unit.bracket and not unit.possessive:
                if unit.text in self.speakers.stops and not self._between_names(scene, at - 1):
                    break
                verbal = unit.word and unit.text in self.speakers.verbs and at < limit
                if verbal and not self._noun(scene, at - 1):
                    break
                if not unit.word and unit.text not in '«»“”„"‘’':
                    break
            at -= 1
        return at

    def _noun(self, scene: Scene, at: int) -> bool:
        """Return whether a form of a verb is a noun here: the report by X."""
        before = scene.units[at - 1] if at else None
        noun = before is not None and (before.possessive or before.text in self.words["articles"])
        return noun and scene.units[at].text in self.speakers.nouns

    def _between_names(self, scene: Scene, at: int) -> bool:
        """Return whether an "and" joins two names, which may both belong to one work."""
        if scene.units[at].text not in self.words["joining"] or at + 1 >= len(scene.units):
            return False
        return scene.units[at - 1].link is not None and scene.units[at + 1].link is not None

    def _governed(self, scene: Scene, at: int) -> bool:
        """Return whether a preposition stands before the phrase that begins at ``at``."""
        back = at - 1
        while back >= 0 and scene.units[back].text in self.words["determiners"]:
            back -= 1
        if back < 0 or scene.units[back].text in _JOINING:
            return False
        return scene.units[back].text in self.words["prepositions"]

    def _may_be(self, cases: frozenset[str]) -> bool:
        return not cases or "nom" in cases

    def _mark(self, scene: Scene, at: int) -> bool:
        if at >= len(scene.units):
            return True
        unit = scene.units[at]
        return not unit.word and unit.link is None and not unit.bracket and unit.text not in "–—"

    def _nominative(self, scene: Scene, voice: Voice) -> bool:
        """Return whether the name is surely in the nominative: it can be no object."""
        link = scene.units[voice.end - 1].link
        return link is not None and bool(link.cases) and not link.cases & {"acc", "gen"}
