"""Cues that stand apart from what is said: A, says X, B; “A,” says X, a historian of the port."""

from __future__ import annotations

from dataclasses import replace

from .apart import Subject
from .quotes import Quotation
from .scene import Scene
from .setting import Credit, Setting
from .speech import Cue
from .voices import Voice

#: How many units may name who is told.
_ADDRESSED = 8
_DASHES = frozenset("–—-")


class Asides:
    """Reads the credits of cues that marks set off."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def credit(
        self, scene: Scene, subject: Subject, at: int, after: int, cue: Cue
    ) -> Credit | None:
        """Return the credit of ", says X," and of a quotation with its speaker after it."""
        if subject.shape not in {"before", "after", "apart"} or cue.stance == "denies":
            return None
        adjective = scene.units[at].text in self.words["minded"]
        if adjective and (
            cue.stance != "affirms" or (scene.units[after:] and scene.units[after].word)
        ):
            return None
        first = min(subject.first, at)
        back, dash = self.before(scene, first)
        quote = self.closed(scene, back)
        closing = self._closing(scene, after, told=quote is not None)
        proved = cue.kind == "show" and cue.language == "en" and closing != after
        if back < 0 or closing < 0 or proved or (quote is None and self._tells_of(scene, after)):
            return None
        if quote is not None:
            return self._after_quote(scene, subject.voice, first, closing, cue, quote)
        within = self.setting.quotes.around(scene.units[first].start)
        if back == first - 1 or (within and not dash):
            return None
        end = min(closing + 1, len(scene.units))
        credit = self.setting.around(scene, subject.voice, first, end, cue, "aside")
        return replace(credit, shape="quotation", quote=within[-1]) if within else credit

    def _tells_of(self, scene: Scene, after: int) -> bool:
        """Return whether a verb tells of something: Євросоюз мовчить, Росія нагадує про газ."""
        return after < len(scene.units) and scene.units[after].text == "про"

    def _closing(self, scene: Scene, at: int, *, told: bool) -> int:
        """Return the mark that ends a cue set off by marks, -1 where words go on."""
        units = scene.units
        at = self.setting.past_apposition(scene, at)
        if told or (at < len(units) and units[at].text in self.words["addressed"]):
            at = self._past_addressee(scene, at)
        while at < len(units) and self.setting.circumstance(scene, at):
            at += self.setting.circumstance(scene, at)
        if at < len(units) and (units[at].word or units[at].link is not None):
            return -1
        return at

    def before(self, scene: Scene, first: int) -> tuple[int, bool]:
        """Return the unit before the marks that set a cue off, and whether one is a dash."""
        units = scene.units
        back, dash = first - 1, False
        while back > 0 and scene.units[back].text in self.words["thus"]:
            back -= 1
        if back > 0 and units[back].text == "how" and units[back - 1].text in self.words["copulas"]:
            back -= 2  # “A” is how X put it
        while back >= 0 and units[back].text in _DASHES | {","}:
            dash = dash or units[back].text in _DASHES
            back -= 1
        while back >= 0 and units[back].bracket:
            back -= 1
        return back, dash

    def _past_addressee(self, scene: Scene, at: int) -> int:
        """Return the unit past who is told, between a cue and a mark."""
        units = scene.units
        stop = at
        while stop < len(units) and stop - at < _ADDRESSED:
            if not (units[stop].word or units[stop].link or units[stop].bracket):
                return stop
            stop += 1
        return at

    def closed(self, scene: Scene, back: int) -> Quotation | None:
        """Return the quotation that ends with unit ``back``, if it says something."""
        if back < 0:
            return None
        quote = self.setting.quotes.by_end.get(scene.units[back].end)
        if quote is None:
            return None
        alone = quote.start <= scene.start
        return quote if alone or quote.spoken(scene.text) else None

    def _after_quote(
        self, scene: Scene, voice: Voice, first: int, end: int, cue: Cue, quote: Quotation
    ) -> Credit:
        last = scene.units[end - 1].end
        return Credit(
            voice, cue, "quotation", scene.units[first].start, last, -1, quote, False, cue.stance
        )
