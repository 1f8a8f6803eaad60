"""English sources that are no speakers by name: according to UN figures, to the polls, to whom."""

from __future__ import annotations

from .scene import Scene, role_of
from .setting import Credit, Setting
from .speakers import NAMED
from .speech import Cue
from .voices import Voice

#: How many words may stand before a noun for a source: the latest official figures.
_WORDS = 5
#: How many units may depend on it: figures from the ministry of trade.
_DEPENDENT = 9


class Sources:
    """Reads the credits of "according to" with data, reports and relative pronouns."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def credit(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "according to whom" and of "according to official figures"."""
        units = scene.units
        if after >= len(units) or cue.initial:
            return None
        if units[after].text in {"whom", "which"}:
            return self.relative(scene, at, after + 1, cue)
        if at and units[at - 1].word and not self.setting.may_precede(scene, at - 1):
            return None
        noun = self._noun(scene, after)
        if noun < 0:
            return None
        end = self._end(scene, noun + 1)
        voice = self._maker(scene, after, noun, end) if end >= 0 else None
        if voice is None:
            return None
        closes = end < len(units) and units[end].text == ","
        return self.setting.around(scene, voice, at, end + closes, cue, "credit")

    def relative(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of ", according to whom A" and ", in whose view A"."""
        units = scene.units
        if at < 2 or units[at - 1].text != "," or after >= len(units):
            return None
        subject = self.setting.subjects.of_relative(scene, at)
        if subject is None or subject.voice.kind not in NAMED:
            return None
        if scene.units[at].text == "for" and subject.voice.kind == "body":
            return None  # Norway, for whom the ban was costly
        first = scene.place(at)
        said = after + (units[after].text == ",")
        start = scene.place(said)
        return Credit(subject.voice, cue, "relative", first, start, start, stance=cue.stance,
            clipped=True,
        )  # fmt: skip

    def _noun(self, scene: Scene, after: int) -> int:
        """Return the unit of a noun for a source, past a name and adjectives; else -1."""
        units, words = scene.units, self.words
        stops = words["prepositions"] | words["that"] | words["conjunctions"]
        for at in range(after, min(len(units), after + _WORDS)):
            unit = units[at]
            if unit.word and unit.text in words["sources"]:
                return at + (at + 1 < len(units) and units[at + 1].text in words["sources"])
            if not (unit.word or unit.link or unit.possessive) or unit.text in stops:
                return -1
        return -1

    def _end(self, scene: Scene, at: int) -> int:
        """Return the unit past what depends on a source that ends before ``at``, else -1."""
        units = scene.units
        for end in range(at, min(len(units), at + _DEPENDENT)):
            unit = units[end]
            if not (unit.word or unit.link or unit.possessive or unit.bracket):
                return end if unit.text in ",.;:" else -1
            if end == at and unit.text not in self.words["inner_prepositions"] | {"published"}:
                return -1
            if unit.text in self.words["verbal"]:
                return -1
        return len(units) if at + _DEPENDENT > len(units) else -1

    def _maker(self, scene: Scene, after: int, noun: int, end: int) -> Voice | None:
        """Return whose source it is, else the source called by its own words."""
        units = scene.units
        for at in (*range(after, noun), *range(noun + 1, end)):
            link = units[at].link
            if link is not None and role_of(link) in NAMED:
                return Voice((link.entity,), after, end, role_of(link), made=True)
        first = after
        while units[first].text in self.words["determiners"] and first < noun:
            first += 1
        start, stop = units[first].start, units[noun].end
        form = scene.text[start:stop].lower()
        name = self.setting.speakers.coinage.coin(form, "phrase", start, stop)
        return Voice((name,), after, end, "writing", made=True)
