"""English grounds, proposals and denials: on the ground that A; X proposes a way: A."""

from __future__ import annotations

from .complements import Complement
from .scene import Scene
from .setting import Credit, Setting
from .speakers import NAMED
from .speech import Cue
from .voices import Voice

#: How far after a verb the colon may stand that brings what it proposes, in units.
_FAR = 22


class Grounds:
    """Reads the credits of reasons that somebody has and of views set forth after a colon."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def reason(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X withdrew on the ground that A"."""
        if at < 2 or after >= len(scene.units):
            return None
        voice = self._doer(scene, at)
        if voice is None:
            return None
        start = scene.place(after)
        first = scene.place(at)
        return Credit(voice, cue, "reason", first, start, start, stance=cue.stance, clipped=True)

    def _doer(self, scene: Scene, at: int) -> Voice | None:
        """Return who does what the clause before unit ``at`` tells."""
        units = scene.units
        text = units[0].text
        if text in self.words["pronouns_one"] | self.words["pronouns_many"]:
            return Voice((), 0, 1, "same", text in self.words["pronouns_many"])
        led = self.setting.subjects.lead(scene, 0)
        if led is not None and led[0].ids and led[0].kind in NAMED and led[0].end < at:
            return led[0]
        return self.setting.subjects.actor(scene, at)

    def proposal(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X proposes a way: A" and "X starts from B, namely that A"."""
        if self.setting.is_noun(scene, at, cue):
            return None
        said = self._set_forth(scene, after)
        if said < 0 or not self._of_mind(scene, at, after, said):
            return None
        subject = self.setting.subjects.find(scene, at, after, told=True)
        if subject is None or subject.negated or subject.shape not in {"before", "apart"}:
            return None
        if subject.voice.kind not in {"person", "people", "same"}:
            return None
        first, start = scene.place(min(subject.first, at)), scene.place(said)
        quote = self.setting.complements.quoted(scene, Complement("colon", said, start))
        stance = self.setting.stance(subject, None, cue)
        return Credit(subject.voice, cue, "colon", first, start, start, quote, False, stance)

    def _of_mind(self, scene: Scene, at: int, after: int, said: int) -> bool:
        """Return whether it is a thought that is set forth: an answer, but not three trips."""
        if after > at + 1 or scene.units[at].text in self.words["thinking"]:
            return True
        return any(unit.text in self.words["thoughts"] for unit in scene.units[after:said])

    def _set_forth(self, scene: Scene, after: int) -> int:
        """Return the unit past a colon or "namely that" in the clause of a verb, else -1."""
        units, words = scene.units, self.words
        for at in range(after + 1, min(len(units) - 1, after + _FAR)):
            unit = units[at]
            if unit.text == ":":
                return at + 1
            if unit.text == "namely":
                that = units[at + 1].text in words["that"]
                return at + 2 if that else -1
            if unit.text in words["verbal"] | words["that"] or unit.text in ";.":
                return -1
        return -1

    def denial(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X denies doing A" and "X denies any A"."""
        if self.setting.is_noun(scene, at, cue) or after + 1 >= len(scene.units):
            return None
        unit = scene.units[after]
        doing = unit.word and unit.text.endswith("ing") and len(unit.text) > 5
        if not doing and unit.text not in self.words["whatever"]:
            return None
        subject = self.setting.subjects.find(scene, at, after, told=True)
        if subject is None or subject.shape not in {"before", "apart", "relative"}:
            return None
        if subject.voice.kind not in NAMED | {"same"}:
            return None
        stance = self.setting.stance(subject, None, cue)
        first, start = scene.place(min(subject.first, at)), unit.start
        return Credit(
            subject.voice, cue, "denial", first, start, start, stance=stance, clipped=True
        )
