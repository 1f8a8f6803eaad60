"""Passives that name who judges or says: the accord is seen by X as B, as argued by X."""

from __future__ import annotations

from .scene import Scene
from .setting import Credit, Setting
from .speakers import NAMED
from .speech import Cue
from .voices import Voice

_NONE: frozenset[str] = frozenset()


class Passives:
    """Reads the credits of passives with an agent."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def passive(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "A is seen by X as B" and of its Ukrainian kin."""
        if cue.language == "en":
            by = self._by(scene, at, after)
            voice = self.setting.speakers.read(scene, by + 1, _NONE) if by >= 0 else None
            first = at
            end = by + 1 if by >= 0 else after
            judged = any(unit.text in {"as", "to"} for unit in scene.units[after : after + 14])
            judged = judged or scene.units[at].text in {"considered", "deemed", "called", "accused"}
        else:
            voice = self.setting.speakers.read(scene, after, cue.cases)
            first, end = at, after
            judged = any(unit.text == "як" for unit in scene.units[after : after + 14])
            judged = judged or cue.kind == "seems"
        if voice is None or voice.kind not in NAMED or not judged:
            return None
        if cue.language == "en" and self._looked_at(scene, at, voice.end):
            return None
        if not self._surely(scene, voice, cue):
            return None
        end = max(end, voice.end)
        leads = self.words["copulas"] | self.words["commonly"]
        while first and scene.units[first - 1].text in leads:
            first -= 1
        return self.setting.around(scene, voice, first, end, cue, "judged")

    def _looked_at(self, scene: Scene, at: int, end: int) -> bool:
        """Return whether something is only examined: considered by the council every year."""
        if scene.units[at].text not in {"considered", "deemed"}:
            return False
        after = scene.units[end].text if end < len(scene.units) else "."
        words = self.words
        timed = after in {"every", "each"} or after in words["adverbs"] - words["copulas"] - {"to"}
        led = after in words["prepositions"] - {"as", "to"} or after in words["conjunctions"]
        return timed or led or after in ".,;:"

    def _surely(self, scene: Scene, voice: Voice, cue: Cue) -> bool:
        """Return whether a Ukrainian name stands in the case that the cue asks for."""
        link = scene.units[voice.end - 1].link
        if cue.language == "en" or link is None or not cue.cases:
            return True
        return bool(link.cases & cue.cases) or not link.cases

    def _by(self, scene: Scene, at: int, after: int) -> int:
        """Return the unit of "by" after a participle that stands with to be, else -1."""
        units, words = scene.units, self.words
        back = at - 1
        while back >= 0 and units[back].word and self.setting.subjects.adverb(scene, back):
            if units[back].text in words["copulas"]:
                break
            back -= 1
        if back < 0 or units[back].text not in words["copulas"]:
            return -1
        for place in range(after, min(len(units), after + 14)):
            if units[place].text in words["by"]:
                return place
            if units[place].text in {".", ";", ","}:
                break
        return -1

    def argued(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "as argued by X" and "it is argued by X that"."""
        units, words = scene.units, self.words
        if after >= len(units) or units[after].text not in words["by"]:
            return None
        voice = self.setting.speakers.read(scene, after + 1, _NONE)
        if voice is None or voice.kind in {"own", "none"}:
            return None
        as_word = self.setting.as_before(scene, at)
        if as_word < 0 and at and units[at - 1].text in words["copulas"]:
            as_word = self.setting.as_before(scene, at - 1)
        if as_word >= 0:
            end = self.setting.cue_end(scene, voice.end)
            return self.setting.around(scene, voice, as_word, end, cue, "as") if end >= 0 else None
        said = self.setting.complements.find(scene, voice.end, cue)
        copula = at > 0 and any(
            unit.text in words["copulas"] for unit in units[max(0, at - 3) : at]
        )
        if said is None or said.shape != "that" or not copula:
            return None
        first = at
        while first and (units[first - 1].text in words["copulas"] | words["adverbs"] | {"it"}):
            first -= 1
        start = scene.place(first)
        return Credit(voice, cue, "that", start, said.start, said.start, None, False, cue.stance)

    def seems(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "A seems to X", and of its Ukrainian kin."""
        if cue.language == "uk":
            return self.passive(scene, at, after, cue)
        voice = self.setting.speakers.read(scene, after, _NONE)
        if voice is None or voice.kind not in NAMED:
            return None
        first = scene.units[after]
        bare = first.word and first.text not in self.words["determiners"]
        if bare and scene.text[first.start].islower() and scene.units[voice.end - 1].link:
            return None  # A seems to support B
        return self.setting.around(scene, voice, at, voice.end, cue, "judged")
