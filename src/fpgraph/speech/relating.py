"""Who relates one thing to another: X виводить A з B, X протиставляє A B-ові, X закидає A B."""

from __future__ import annotations

from .objects import Objects
from .scene import Scene, role_of
from .setting import Credit, Setting
from .speech import Cue

_SPEAKING = frozenset({"person", "people", "same", "theory"})
_DATIVE = ("ові", "еві", "єві", "ам", "ям", "ому", "ьому", "ій", "їй", "йому", "їм", "ній")
_OBJECT = ("ть", "ня", "у", "ю", "о", "не", "ди", "ки")
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

    def mean(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "під A X розуміє B" and "X розуміє під A B"."""
        units = scene.units
        subject = self.setting.subjects.find(scene, at, after)
        if subject is None or subject.negated or subject.shape == "after" or after >= len(units):
            return None
        if subject.voice.kind not in _SPEAKING:
            return None
        said = self._past_under(scene, after) if units[after].text == "під" else after
        if said == after and not self._under(scene, at):
            return None
        if said < 0 or units[said].text in {",", *self.words["that"]}:
            return None
        start = scene.place(said)
        first = scene.place(min(subject.first, at))
        end, clipped = max(units[said - 1].end, first + 1), subject.shape == "relative"
        stance = self.setting.stance(subject, None, cue)
        return Credit(
            subject.voice, cue, "judgement", first, end, start, None, False, stance, clipped
        )

    def _under(self, scene: Scene, verb: int) -> bool:
        """Return whether the clause of a verb begins with "під" and what it stands before."""
        opening = verb
        while opening and (scene.units[opening - 1].word or scene.units[opening - 1].link):
            opening -= 1
        return scene.units[opening].text == "під"

    def _past_under(self, scene: Scene, at: int) -> int:
        """Return the unit past "під" and what it stands before, -1 where nothing follows."""
        units = scene.units
        for place in range(at + 2, min(len(units), at + 8)):
            unit = units[place]
            if unit.text in "«“„" or (unit.link is not None and "acc" in unit.link.cases):
                return place
            if not (unit.word or unit.link):
                return -1
            if unit.word and unit.text.endswith(_OBJECT):
                return place
        return -1
