"""Ukrainian clauses that say what is said by nobody in particular: подейкують, що; існує думка."""

from __future__ import annotations

from .scene import Scene
from .setting import Credit, Setting
from .speech import Cue
from .voices import Voice


class Unattributed:
    """Reads the credits of those whom an impersonal verb leaves unnamed."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def said(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "вважається, що" and "існує думка, що" that begin a clause."""
        units = scene.units
        if not self._begins(scene, at) or after + 1 >= len(units):
            return None
        said = self._past_that(scene, after)
        if said < 0 or said >= len(units):
            return None
        start, stop = scene.place(at), units[after - 1].end
        form = scene.text[start:stop].lower()
        name = self.setting.speakers.coinage.coin(form, "phrase", start, stop)
        place = scene.place(said)
        voice = Voice((name,), at, after, "unnamed")
        return Credit(voice, cue, "that", start, place, place, None, False, cue.stance)

    def _begins(self, scene: Scene, at: int) -> bool:
        """Return whether a clause of its own begins at ``at``, adverbs and "як" passed over."""
        back = at - 1
        while back >= 0 and scene.units[back].word:
            if scene.units[back].text in self.words["as"]:
                return False
            joins = scene.units[back].text in self.words["joining"] | self.words["contrast"]
            if not joins and not self.setting.subjects.adverb(scene, back):
                return False
            back -= 1
        return back < 0 or scene.units[back].text in ",;:–—("

    def _past_that(self, scene: Scene, at: int) -> int:
        """Return the unit past ", що", "про те, що" or ", згідно з якою", else -1."""
        units = scene.units
        while at < len(units) and units[at].text in self.words["correlating"]:
            at += 1
        if at + 1 >= len(units) or units[at].text != ",":
            return -1
        if units[at + 1].text in self.words["that"]:
            return at + 2
        for which in range(at + 2, min(at + 5, len(units))):
            if units[which].text in self.words["of_whom"]:
                return which + 1
        return -1
