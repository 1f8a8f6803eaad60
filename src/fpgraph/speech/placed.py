"""Subjects that stand apart from their verb: those in a place, those further left."""

from __future__ import annotations

from .clauseparts import ClauseParts
from .scene import Scene, role_of
from .voices import Voice

_LOCATIVE = frozenset({"loc"})
_SPEAKING = frozenset({"person", "people", "body"})
#: How far from its verb a subject is sought past other words, in units.
_WALK = 9
#: How far before "who" the copula of a predicate may stand, in units.
_PREDICATE = 7
#: How adjectives of several end in the locative.
_OF_MANY = ("их", "іх", "їх")
_ARTICLES = frozenset({"a", "an", "not", "also", "one"})


class Placed(ClauseParts):
    """Finds who speaks in "у Кремлі вважають" and past circumstances before a verb."""

    def placed(self, scene: Scene, verb: int, after: int, left: int) -> Voice | None:
        """Return the body in which people say, before or after a Ukrainian plural verb."""
        if not self.cyrillic(scene, verb) or not self._several(scene, verb):
            return None
        units, places = scene.units, self.words["locating"]
        for at in range(left, max(-1, left - _WALK), -1):
            unit = units[at]
            if unit.text in places and unit.word:
                return self._in_place(scene, at + 1, left + 1) if self.opens(scene, at) else None
            if not (unit.word or unit.link) or unit.text in self.speakers.verbs:
                break
        if after + 1 < len(units) and units[after].text in places and units[after].word:
            voice = self._in_place(scene, after + 1, None)
            ends = voice is not None and (voice.end >= len(units) or self._mark(scene, voice.end))
            return voice if ends else None
        return None

    def _several(self, scene: Scene, verb: int) -> bool:
        """Return whether a verb or adjective is plural: вважають, переконані."""
        return self._plural(scene, verb) or scene.units[verb].text.endswith(("ані", "ені", "вні"))

    def opens(self, scene: Scene, at: int) -> bool:
        """Return whether a clause begins with unit ``at``, a word that joins passed over."""
        while at > 0:
            before = scene.units[at - 1]
            if before.bracket or not (before.word or before.link):
                return True
            joins = before.text in self.words["conjunctions"] | self.words["relating"]
            joins = joins or self.adverb(scene, at - 1)
            if not before.word or not joins:
                return False
            at -= 1
        return True

    def _in_place(self, scene: Scene, at: int, limit: int | None) -> Voice | None:
        """Return the voice of a body in the locative that the phrase at ``at`` names."""
        stop = len(scene.units) if limit is None else limit
        if at >= stop:
            return None
        link = scene.units[at].link
        if link is not None:
            past = at + 1
            while limit is not None and past < stop and scene.units[past].link is None:
                if not self.adverb(scene, past):
                    return None
                past += 1
            while past < stop and limit is not None and self._owns(scene, past):
                past += 1
            whole = limit is None or past == stop
            fits = not link.cases or "loc" in link.cases
            spoken = role_of(link) == "body" and fits and whole
            return Voice((link.entity,), at, at + 1, "body", True) if spoken else None
        voice = self.speakers.read(scene, at, _LOCATIVE, limit)
        return voice if voice is not None and voice.kind == "body" else self._texts(scene, at)

    def _texts(self, scene: Scene, at: int) -> Voice | None:
        """Return the voice of texts in which people say: у підручниках пишуть."""
        last = at
        while last + 1 < len(scene.units) and scene.units[last].text.endswith(_OF_MANY):
            last += 1
        noun = self.speakers.nouns.get(scene.units[last].text)
        if noun is None or noun.kind != "work" or not noun.plural or noun.nominative:
            return None
        start, end = scene.units[last].start, scene.units[last].end
        name = self.speakers.coinage.coin(noun.label, "phrase", start, end)
        return Voice((name,), at, last + 1, "body", True)

    def _owns(self, scene: Scene, at: int) -> bool:
        """Return whether a name in the genitive stands at ``at``: у МЗС Польщі."""
        link = scene.units[at].link
        return link is not None and "gen" in link.cases

    def walked(self, scene: Scene, left: int) -> Voice | None:
        """Return the name in the nominative before circumstances that end at ``left``."""
        units = scene.units
        for at in range(left, max(-1, left - _WALK), -1):
            unit = units[at]
            link = unit.link
            if unit.bracket:
                continue
            if link is None:
                stops = unit.text in self.speakers.stops or unit.text in self.speakers.verbs
                if not unit.word or stops or unit.text.endswith(("вся", "лася", "ться")):
                    return None
                continue
            if role_of(link) not in _SPEAKING or self._governed(scene, at):
                continue
            if "nom" in link.cases and "gen" not in link.cases:
                return Voice((link.entity,), at, at + 1, role_of(link), role_of(link) == "people")
            if "nom" in link.cases or not link.cases:
                return None
        return None

    def who_before(self, scene: Scene, verb: int, left: int) -> int:
        """Return the "who" of a clause between an English subject and its verb, else -1."""
        if self.cyrillic(scene, verb):
            return -1
        for at in range(left, max(0, left - 9), -1):
            if not (scene.units[at].word or scene.units[at].link):
                return -1
            if scene.units[at].text == "who":
                return at if scene.units[at - 1].text != "," else -1
        return -1

    def asked_before(self, scene: Scene, verb: int, left: int) -> int:
        """Return the "який" of a Ukrainian clause with a circumstance before its verb, else -1."""
        if left < 1 or not self.cyrillic(scene, verb):
            return -1
        units = scene.units
        for at in range(left, max(0, left - 9), -1):
            unit = units[at]
            if not (unit.word or unit.link or unit.text == "."):
                return -1
            if unit.text in self.words["which"]:
                placed = units[at + 1].text in self.words["prepositions"]
                led = placed or self.adverb(scene, at + 1)
                return at if led and units[at - 1].text == "," else -1
        return -1

    def predicated(self, scene: Scene, limit: int) -> Voice | None:
        """Return the subject whose predicate ends at ``limit``: X is a trader (who believes).

        The voice has no names where the subject is none, such as a pronoun.
        """
        units = scene.units
        for at in range(limit - 1, max(0, limit - _PREDICATE), -1):
            if not (units[at].word or units[at].link):
                return None
            if units[at].text in self.words["copulas"] and units[at + 1].text in _ARTICLES:
                link = units[at - 1].link
                if link is not None and role_of(link) in {"person", "body"}:
                    return Voice((link.entity,), at - 1, at, role_of(link))
                return Voice((), at - 1, at, "none")
        return None
