"""Ukrainian clauses without a subject: what a report states, what somebody has shown."""

from __future__ import annotations

from .scene import Scene
from .setting import Credit, Setting
from .speech import Cue
from .voices import Voice

_INSTRUMENTAL = frozenset({"ins"})
_LOCATIVE = frozenset({"loc"})
#: How far from the verb the phrase that names the speaker may begin, in units.
_FAR = 14
_SPEAKING = frozenset({"person", "people", "body", "theory", "writing", "text"})


class Stated:
    """Reads the credits of "у доповіді X зазначено" and "X-ом доведено"."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def stated(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of an impersonal verb whose speaker is named next to it."""
        voice = self._before(scene, at) or self._after(scene, after)
        if voice is None or voice.kind not in _SPEAKING:
            return None
        first = min(at, voice.start)
        while first and scene.units[first - 1].text in self.words["locating"]:
            first -= 1
        beyond = max(after, voice.end if voice.start > at else after)
        as_word = self.setting.as_before(scene, first)
        if as_word >= 0:
            end = self.setting.cue_end(scene, beyond)
            if end < 0:
                return None
            return self.setting.around(scene, voice, as_word, end, cue, "as")
        said = self.setting.complements.find(scene, beyond, cue)
        if said is None or said.shape == "bare":
            return None
        quote = self.setting.complements.quoted(scene, said)
        start = scene.place(first)
        stop = max(said.start, start + 1)
        return Credit(voice, cue, said.shape, start, stop, said.start, quote, False, cue.stance)

    def _before(self, scene: Scene, at: int) -> Voice | None:
        """Return the voice that stands right before the verb, adverbs passed over."""
        limit = at
        while limit and scene.units[limit - 1].word:
            if not self.setting.subjects.adverb(scene, limit - 1):
                break
            limit -= 1
        for first in range(max(0, limit - _FAR), limit):
            located = first > 0 and scene.units[first - 1].text in self.words["locating"]
            voice = self._voice(scene, first, limit, located=located)
            inner = located and not self.setting.subjects.opens(scene, first - 1)
            if voice is not None and not (inner and voice.kind == "body" and not voice.made):
                return voice
        return None

    def _after(self, scene: Scene, after: int) -> Voice | None:
        units = scene.units
        if after + 1 >= len(units):
            return None
        if units[after].text in self.words["locating"]:
            return self._voice(scene, after + 1, None, located=True)
        return self._voice(scene, after, None, located=False)

    def _voice(self, scene: Scene, at: int, limit: int | None, *, located: bool) -> Voice | None:
        """Return a work's maker in the locative, or a speaker in the instrumental."""
        if located:
            voice = self.setting.speakers.read(scene, at, _LOCATIVE, limit)
            noun = self.setting.speakers.nouns.get(scene.units[at].text)
            work = noun is not None and noun.kind == "work"
            speaks = voice is not None and (work or voice.kind in {"body", "writing"})
            return voice if speaks else None
        voice = self.setting.speakers.read(scene, at, _INSTRUMENTAL, limit)
        if voice is None or voice.kind not in {"person", "body"}:
            return None
        link = scene.units[voice.end - 1].link
        return voice if link is not None and "ins" in link.cases else None
