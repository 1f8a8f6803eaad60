"""Who relates one thing to another: X виводить A з B, X протиставляє A B-ові, X закидає A B."""

from __future__ import annotations

from .objects import Objects
from .scene import Scene, role_of
from .setting import Credit, Setting
from .speech import Cue

_SPEAKING = frozenset({"person", "people", "same", "theory"})
_DATIVE = ("ові", "еві", "єві", "ам", "ям", "ому", "ьому", "ій", "їй", "йому", "їм", "ній")
#: How far the second thing may stand from the verb, in units.
_FAR = 14


class Relating:
    """Reads the credits of verbs that hold two things together or apart."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words
        self.objects = Objects(setting)

    def relate(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of a verb with both of its objects: they are what is said."""
        subjects = self.setting.subjects
        subject = subjects.find(scene, at, after) or subjects.past_object(scene, at)
        if (
            subject is None
            or subject.negated
            or subject.shape == "after"
            or after >= len(scene.units)
        ):
            return None
        if subject.voice.kind not in _SPEAKING and not (cue.charge and subject.voice.ids):
            return None
        first = scene.units[after].link
        if first is not None and role_of(first) == "body" and cue.id == "uk-derive":
            return None  # вивів країну з угоди
        place = self._second(scene, after, cue)
        fronted = place == after and (
            subject.shape == "relative" or self.objects.fronted(scene, subject.voice)
        )
        if place < 0 or (place == after and cue.joins and not fronted):
            return None
        if not (
            scene.units[after].word or scene.units[after].link or scene.units[after].text == "«"
        ):
            return None
        start = scene.place(after)
        return Credit(
            subject.voice, cue, "judgement", scene.place(min(subject.first, at)),
            scene.units[at].end, start, None, False, self.setting.stance(subject, None, cue),
            subject.shape == "relative",
        )  # fmt: skip

    def _second(self, scene: Scene, after: int, cue: Cue) -> int:
        """Return the unit where the second thing begins, -1 where there is none."""
        units = scene.units
        for at in range(after, min(len(units) - 1, after + _FAR)):
            unit = units[at]
            if not (unit.word or unit.link or unit.bracket or unit.text in "«»"):
                return -1
            if unit.text in self.words["that"]:
                return -1
            if cue.joins and unit.text in cue.joins:
                return at
            if not cue.joins and self._dative(scene, at):
                return at
        return -1

    def _dative(self, scene: Scene, at: int) -> bool:
        """Return whether a unit is surely a dative, told by its ending."""
        unit = scene.units[at]
        if unit.link is not None:
            return "dat" in unit.link.cases and not unit.link.cases & {"acc", "nom"}
        if unit.text in self.words["told"] or unit.text.endswith(_DATIVE):
            return True
        noun = self.setting.speakers.nouns.get(unit.text)
        return noun is not None and not noun.nominative and unit.text.endswith(("у", "ю", "і", "ї"))
