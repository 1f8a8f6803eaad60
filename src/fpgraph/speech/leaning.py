"""English verbs that lean on a subject elsewhere: by calling A B, X did; X did, arguing that."""

from __future__ import annotations

from dataclasses import replace

from .apart import Apart, Subject
from .scene import Scene, role_of
from .voices import Voice

_ANY: frozenset[str] = frozenset()
_SPEAKING = frozenset({"person", "people", "body"})
#: How far an apposition may reach, in units.
_CALLED = 14
#: How far the clause that a participle opens may reach, in units.
_FRONTED = 40
#: How far before a law or a statement the verb may stand that issues it, in units.
_ISSUED = 8


class Leaning(Apart):
    """Finds English subjects that do not stand before their verb."""

    def lead(self, scene: Scene, at: int) -> tuple[Voice, int] | None:
        """Return who stands at ``at``, with those joined, and the unit past an aside."""
        voice = self.speakers.read(scene, at, _ANY)
        if voice is None:
            return None
        units = scene.units
        while voice.end + 1 < len(units) and units[voice.end].text in self.words["joining"]:
            other = self.speakers.read(scene, voice.end + 1, _ANY)
            if other is None or other.kind != "person" or voice.kind != "person":
                break
            ids = tuple(dict.fromkeys(voice.ids + other.ids))
            voice = replace(voice, ids=ids, end=other.end, plural=True)
        past = self._past_aside(scene, voice) if self._mark(scene, voice.end) else voice.end
        return (voice, past) if past >= 0 else None

    def it_speaks(self, scene: Scene, at: int, verb: int) -> bool:
        """Return whether "it" at ``at`` is a body that speaks: it said, but not: it is said."""
        between = scene.units[at + 1 : verb]
        if scene.units[verb].text in self.words["minded"]:
            return False
        if any(unit.text in self.words["copulas"] for unit in between):
            return False
        opens = at == 0 or not (scene.units[at - 1].word or scene.units[at - 1].link)
        return opens or scene.units[at - 1].text in {"and", "but"}

    def _led(self, scene: Scene, verb: int, at: int, voice: Voice) -> tuple[Voice, int]:
        """Return a voice, in English with those joined, and the unit past it, -1 if a mark is."""
        led = None if self.cyrillic(scene, verb) else self.lead(scene, at)
        return led or (voice, -1 if self._mark(scene, voice.end) else voice.end)

    def _rivals(self, scene: Scene, at: int) -> bool:
        """Return whether unit ``at`` names somebody else who may be the subject."""
        link = scene.units[at].link
        if link is None or role_of(link) not in {"person", "people"}:
            return False
        governed = not self.cyrillic(scene, at) and self._governed(scene, at)
        return self._may_be(link.cases) and not governed

    def _leant_on(self, scene: Scene, verb: int, left: int) -> Voice | None:
        """Return who speaks before a participle: “...,” X said in Berlin, adding that."""
        actor = None if self.cyrillic(scene, verb) else self.actor(scene, left)
        if actor is not None:
            return actor
        if any(unit.text in self.speakers.verbs for unit in scene.units[:left]):
            return Voice((), verb, verb, "joined")
        nearest = scene.units[left - 1].link if left else None
        if nearest is not None and role_of(nearest) == "person" and self._may_be(nearest.cases):
            return Voice((nearest.entity,), left - 1, left, "person")
        return None

    def _past_aside(self, scene: Scene, voice: Voice) -> int:
        """Return the unit past what two commas set off after a sentence's first name, else -1."""
        units = scene.units
        if voice.start or voice.kind != "person":
            return -1
        if voice.end >= len(units) or units[voice.end].text != ",":
            return -1
        for at in range(voice.end + 1, min(len(units) - 1, voice.end + _CALLED)):
            text = units[at].text
            if text == ",":
                return at + 1 if units[at + 1].word else -1
            if text in self.words["verbal"] or not (units[at].word or units[at].link):
                return -1
        return -1

    def leaning_on(self, scene: Scene, verb: int, left: int) -> Subject | None:
        """Return the subject of a participle that nothing before or after it names."""
        if self.cyrillic(scene, verb):
            return None
        if verb <= 1:
            return self._fronted(scene, verb)
        if scene.units[left].text == ",":
            voice = self.actor(scene, left)
            return Subject(voice, "far", verb) if voice is not None else None
        return self._issuing(scene, verb, left)

    def _fronted(self, scene: Scene, verb: int) -> Subject | None:
        """Return the subject of a clause that a participle opens: Arguing that A, X left."""
        units = scene.units
        if verb and units[0].text not in self.words["gerund_openers"]:
            return None
        for at in range(verb + 2, min(len(units) - 2, verb + _FRONTED)):
            if units[at].text in {";", ":"}:
                return None
            if units[at].text != ",":
                continue
            voice = self.speakers.read(scene, at + 1, _ANY)
            named = voice is not None and voice.ids and voice.kind in _SPEAKING
            if named and voice is not None and not self._mark(scene, voice.end):
                return Subject(voice, "relative", verb)
        return None

    def _issuing(self, scene: Scene, verb: int, left: int) -> Subject | None:
        """Return who issued what says something: X adopted a law declaring that."""
        noun = self.speakers.nouns.get(scene.units[left].text)
        work = noun is not None and noun.kind == "work"
        if not work and scene.units[left].text not in self.words["issued"]:
            return None
        for at in range(left - 1, max(0, left - _ISSUED), -1):
            unit = scene.units[at]
            if unit.text in self.words["issuing"] and unit.word:
                found = self.before(scene, at, at)
                return None if found is None else replace(found, shape="far", first=verb)
            if not (unit.word or unit.link):
                return None
        return None

    def clause(self, scene: Scene, limit: int) -> int:
        """Return the unit past the last semicolon before unit ``limit`` of an English sentence."""
        if self.cyrillic(scene, 0):
            return 0
        marks = (at for at in range(limit - 1, -1, -1) if scene.units[at].text == ";")
        dated = limit > 2 and scene.units[1].text in "–—" and scene.units[0].link is not None
        return next(marks, 1 if dated else -1) + 1  # OSLO – The minister said

    def actor(self, scene: Scene, limit: int) -> Voice | None:
        """Return the one name before unit ``limit`` that no preposition or ending governs."""
        found: list[Voice] = []
        for at in range(self.clause(scene, limit), limit):
            link = scene.units[at].link
            if link is None or role_of(link) not in _SPEAKING or self._governed(scene, at):
                continue
            after = scene.units[at + 1]
            if after.possessive or after.text in self.words["joining"]:
                return None
            follows = after.word and after.text not in self.words["prepositions"]
            if follows and not self.speakers.nouns.get(after.text):
                kind = role_of(link)
                found.append(Voice((link.entity,), at, at + 1, kind, kind == "people"))
        return found[0] if len({voice.ids for voice in found}) == 1 else None
