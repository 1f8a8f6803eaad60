"""English passives without an agent: is widely seen as, is said to, in Oslo it was read as."""

from __future__ import annotations

from .scene import Scene, role_of
from .setting import Credit, Setting
from .speech import Cue
from .voices import Voice

#: How far after a participle what is said may begin, in units.
_NEAR = 8
#: How far before it the place of those who judge may stand, in units.
_LEADING = 16
_PRESENT = frozenset({"is", "are"})


class Unnamed:
    """Reads the credits of those whom a passive leaves unnamed."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def judged(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "is widely seen as B" and "was read in Oslo as B"."""
        copula = self._copula(scene, at)
        if copula < 0:
            return None
        said = self._judged_as(scene, at, after)
        if said < 0:
            return None
        voice = self._placed(scene, copula, after) or self._many(scene, copula, at)
        return self._credit(scene, voice, copula, said, cue)

    def argued(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "it has often been argued that" and "is said to be B"."""
        units = scene.units
        copula = self._copula(scene, at)
        if copula < 1 or after >= len(units):
            return None
        told = units[at].text in self.words["rumoured"]
        if units[copula - 1].text != "it":
            if not told or units[after].text != "to" or units[copula].text not in _PRESENT:
                return None
            voice = self._coined(scene, copula, at)
            return self._credit(scene, voice, copula, after, cue)
        past = after
        if units[past].text in {"in", "by"}:
            past += 2
        if past >= len(units) or units[past].text not in self.words["that"]:
            return None
        perfect = units[copula].text in {"has", "have"}
        often = any(unit.text in self.words["commonly"] for unit in units[copula:at])
        if not (perfect or often or (told and units[copula].text in _PRESENT)):
            return None
        voice = self._at(scene, after) or self._coined(scene, copula, at)
        return self._credit(scene, voice, copula - 1, past + 1, cue)

    def _copula(self, scene: Scene, at: int) -> int:
        """Return the first unit of "has often been" before a participle, -1 where none stands."""
        units, first, found = scene.units, at, False
        while first and units[first - 1].word:
            text = units[first - 1].text
            copula = text in self.words["copulas"] or text in {"has", "have", "had"}
            if not copula and not self.setting.subjects.adverb(scene, first - 1):
                break
            if text in self.words["normative"] | self.words["unreal"] | {"to", "be"}:
                return -1
            found = found or text in self.words["copulas"]
            first -= 1
        return first if found else -1

    def _judged_as(self, scene: Scene, at: int, after: int) -> int:
        """Return the unit where what something is judged as begins, else -1."""
        units, words = scene.units, self.words
        if after >= len(units):
            return -1
        if units[at].text in words["plainly_named"] and units[after].text not in words["by"]:
            plain = units[after].text in words["articles"] or units[after].text in '“‘"'
            if plain:
                return after
        joins = words["charging"] if units[at].text == "accused" else words["as"]
        for place in range(after, min(len(units) - 1, after + _NEAR)):
            unit = units[place]
            if unit.text in joins:
                often = units[place + 1].text in words["as_often"]
                return -1 if often else place + 1
            if not (unit.word or unit.link) or unit.text in words["by"]:
                return -1
        return -1

    def _many(self, scene: Scene, copula: int, at: int) -> Voice | None:
        often = any(unit.text in self.words["commonly"] for unit in scene.units[copula:at])
        return self._coined(scene, copula, at) if often else None

    def _placed(self, scene: Scene, copula: int, after: int) -> Voice | None:
        """Return the body in whose place people judge, before or after the participle."""
        found = self._at(scene, after)
        if found is not None:
            return found
        opened = self._opened(scene, copula)
        if opened is not None:
            return opened
        for at in range(copula - 1, max(-1, copula - _LEADING), -1):
            opens = at == 0 or not (scene.units[at - 1].word or scene.units[at - 1].link)
            joins = at > 0 and scene.units[at - 1].text in self.words["conjunctions"]
            if scene.units[at].text == "in" and (opens or joins):
                return self._at(scene, at)
            if not (scene.units[at].word or scene.units[at].link):
                return None
        return None

    def _at(self, scene: Scene, at: int) -> Voice | None:
        """Return the body that "in" at unit ``at`` leads to: in Oslo."""
        if at + 2 >= len(scene.units) or scene.units[at].text != "in":
            return None
        at += 1 + (scene.units[at + 1].text == "the")
        link = scene.units[at].link
        if link is None or role_of(link) != "body":
            return None
        return Voice((link.entity,), at, at + 1, "body")

    def _opened(self, scene: Scene, copula: int) -> Voice | None:
        """Return the body in whose place a sentence begins: In Oslo, the accord was seen as."""
        found = self._at(scene, 0)
        if found is None or scene.units[found.end].text != ",":
            return None
        rest = scene.units[found.end + 1 : copula]
        return found if all(unit.word or unit.link for unit in rest) else None

    def _coined(self, scene: Scene, first: int, at: int) -> Voice:
        """Return the voice of those unnamed, called by the words that leave them so."""
        units = scene.units
        while first < at and units[first].text in {"has", "have", "had", "been"}:
            first += 1
        start, stop = units[first].start, units[at].end
        form = f"unnamed ({scene.text[start:stop]})"
        name = self.setting.speakers.coinage.coin(form, "phrase", start, stop)
        return Voice((name,), first, at + 1, "unnamed")

    def _credit(
        self, scene: Scene, voice: Voice | None, first: int, said: int, cue: Cue
    ) -> Credit | None:
        if voice is None or said >= len(scene.units):
            return None
        start = scene.place(said)
        quote = self.setting.quotes.by_start.get(start)
        return Credit(
            voice=voice,
            cue=cue,
            shape="unnamed",
            start=scene.place(first),
            end=start,
            said=start,
            quote=quote if quote is not None and quote.spoken(scene.text) else None,
            stance=cue.stance,
        )
