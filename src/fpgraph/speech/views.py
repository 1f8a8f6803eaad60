"""Views, claims and mottoes, and who holds them."""

from __future__ import annotations

from ..naming.capitals import is_listed
from .scene import Scene, role_of
from .setting import Credit, Setting
from .speakers import NAMED
from .speech import Cue
from .voices import Voice

_NONE: frozenset[str] = frozenset()
#: A motto has that many words; fewer are a term.
_SAYING = 3
#: How far after a view the colon before it may stand, in units.
_FAR = 12


class Views:
    """Reads the credits of "X's claim that", "the view of X that", "his answer is short:"."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def view(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X's claim that" and "the view of X that"."""
        voice, end, first = self._holder(scene, at, after, cue)
        said = self._about_that(scene, end) if cue.language == "uk" else self._that(scene, end)
        if voice is None and cue.language == "en":
            return self.held(scene, at, after, cue)
        if voice is None or voice.kind == "own":
            return None
        pointed = said < 0
        said = self._past_colon(scene, end) if pointed else said
        if not 0 <= said < len(scene.units):
            return None
        start = scene.units[said].start
        clipped = not pointed
        until = self._verdict(scene, said) if cue.language == "en" and clipped else -1
        return Credit(
            voice=voice,
            cue=cue,
            shape="view",
            start=scene.place(first),
            end=start,
            said=start,
            stance=cue.stance,
            clipped=clipped,
            until=until,
        )

    def held(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "the view that A is held by X"."""
        units, words = scene.units, self.words
        spread = self._spread(scene, at, after, cue) or self._first_held(scene, at, after, cue)
        if spread is not None:
            return spread
        if after + 1 >= len(units) or units[after].text not in words["that"]:
            return None
        for by in range(after + 4, len(units) - 1):
            if units[by].text not in words["by"] or units[by - 1].text not in words["held"]:
                continue
            copula = by - 2
            while copula > after and self.setting.subjects.adverb(scene, copula - 1):
                copula -= 1
            voice = self.setting.speakers.read(scene, by + 1, _NONE)
            if voice is None or not voice.ids or copula <= after + 1:
                return None
            start, until = scene.place(after + 1), scene.place(copula)
            first = scene.place(at)
            return Credit(voice, cue, "view", first, start, start, stance=cue.stance, until=until)
        return None

    def _first_held(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "the thesis, first put forward by X, that A"."""
        units, words = scene.units, self.words
        if after >= len(units) or units[after].text != ",":
            return None
        by = next((i for i in range(after, len(units)) if units[i].text in words["by"]), -1)
        if not after < by < after + 6 or units[by - 1].text not in words["held"]:
            return None
        voice = self.setting.speakers.read(scene, by + 1, _NONE)
        if voice is None or not voice.ids or voice.end + 2 >= len(units):
            return None
        if units[voice.end].text != "," or units[voice.end + 1].text not in words["that"]:
            return None
        start, first = scene.place(voice.end + 2), scene.place(at)
        until = self._verdict(scene, voice.end + 2)
        return Credit(voice, cue, "view", first, start, start, stance=cue.stance, until=until)

    def _spread(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "the prevailing view is that" and "a widespread belief that"."""
        units = scene.units
        if at < 1 or units[at - 1].text not in self.words["prevailing"]:
            return None
        said = self._that(scene, after)
        if said < 0:
            return None
        first, stop = units[at - 1].start, units[after - 1].end
        form = f"unnamed ({scene.text[first:stop]})"
        name = self.setting.speakers.coinage.coin(form, "phrase", first, stop)
        voice = Voice((name,), at - 1, after, "unnamed")
        start = scene.place(said)
        return Credit(voice, cue, "view", first, start, start, stance=cue.stance)

    def _verdict(self, scene: Scene, said: int) -> int:
        """Return where the author judges a view: "(that A) was soon disputed"; else -1."""
        units, words = scene.units, self.words
        verbal = False
        for at in range(said + 1, len(units) - 1):
            copula = units[at].text in words["copulas"] | {"has", "have"}
            perfect = units[at].text in {"has", "have"} and at > said + 3
            if copula and (verbal or perfect):
                place = at + 1
                while place < len(units) - 1 and self.setting.subjects.adverb(scene, place):
                    place += 1
                if units[place].text in words["verdicts"] or units[place].text == "held":
                    return units[at].start
            past = units[at].word and units[at].text.endswith("ed")
            verbal = verbal or past or units[at].text in words["verbal"] | words["happening"]
        return -1

    def motto(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of a saying in quotation marks: X's motto “…”."""
        voice, end, first = self._holder(scene, at, after, cue)
        last_unit = end
        while end < len(scene.units) and end - last_unit < 5:
            unit = scene.units[end]
            if not unit.word and unit.text != ":":
                break
            end += 1
        quote = self.setting.quotes.by_start.get(scene.place(end))
        if voice is None or quote is None or quote.words(scene.text) < _SAYING:
            return None
        if end - last_unit > 1 and scene.units[last_unit].text not in self.words["answering"]:
            return None
        start, last = scene.place(first), scene.units[end - 1].end
        return Credit(voice, cue, "quotation", start, last, quote.start, quote)

    def _holder(self, scene: Scene, at: int, after: int, cue: Cue) -> tuple[Voice | None, int, int]:
        """Return who holds a view, the unit past both and the first of them."""
        if cue.language == "en":
            return self._owned(scene, at, after)
        units = scene.units
        if at > 2 and units[at - 1].text in self.words["possessed"] and units[at - 2].text == ",":
            # X, чия теза про те, що
            link = units[at - 3].link
            if link is not None and role_of(link) in NAMED:
                return Voice((link.entity,), at - 3, at - 2, role_of(link)), after, at - 1
        voice = self.setting.speakers.read(scene, after, cue.cases)
        if voice is None or not voice.ids:
            his = self._his(scene, at)
            return his, after, at if his is None else his.start
        return voice, voice.end, at

    def _his(self, scene: Scene, at: int) -> Voice | None:
        """Return whose a view is that a pronoun at most a word before it names."""
        for back in range(at - 1, max(-1, at - 3), -1):
            text = scene.units[back].text
            if text in self.words["whose"] or text in self.words["theirs_many"]:
                return Voice((), back, back + 1, "same", text not in self.words["whose"])
            if not scene.units[back].word:
                return None
        return None

    def _that(self, scene: Scene, at: int) -> int:
        """Return the unit past "that" or "is that", -1 where there is none."""
        units = scene.units
        if at + 1 < len(units) and units[at].text == "," and units[at + 1].text == "that":
            at += 1
        while at < len(units) and units[at].text in self.words["copulas"] | self.words["inserted"]:
            at += 1
        that = at < len(units) and units[at].text in self.words["that"]
        return at + 1 if that else -1

    def _past_colon(self, scene: Scene, at: int) -> int:
        """Return the unit past "was short:" or "is simple:" and the like, else -1."""
        units = scene.units
        for place in range(at, min(len(units) - 1, at + _FAR)):
            if units[place].text == ":":
                return place + 1
            if not (units[place].word or units[place].link) or (
                units[place].text in self.words["that"]
            ):
                return -1
        return -1

    def _owned(self, scene: Scene, at: int, after: int) -> tuple[Voice | None, int, int]:
        units = scene.units
        his = self._his(scene, at)
        if his is not None:
            return his, after, his.start
        owner = next((i for i in range(at - 1, max(-1, at - 4), -1) if units[i].possessive), -1)
        if owner > 0:
            link = units[owner - 1].link
            if link is not None and role_of(link) in NAMED:
                return Voice((link.entity,), owner - 1, owner, role_of(link)), after, owner - 1
            for first in range(max(0, owner - 6), owner):
                voice = self.setting.speakers.read(scene, first, _NONE, owner)
                if voice is not None and (voice.ids or voice.made):
                    return voice, after, first
            return self._surname(scene, owner - 1), after, owner - 1
        if after < len(units) and units[after].text in {"of", "by", "among"}:
            voice = self.setting.speakers.read(scene, after + 1, _NONE)
            held = voice is not None and voice.ids
            return (voice, voice.end, at) if voice is not None and held else (None, after, at)
        return None, after, at

    def _surname(self, scene: Scene, at: int) -> Voice | None:
        """Return the voice of a name in capitals that nobody linked: Holm's claim that."""
        unit = scene.units[at]
        form = scene.text[unit.start : unit.end]
        if (
            not unit.word
            or not form[0].isupper()
            or is_listed(unit.text)
            or unit.text in (self.setting.speakers.nouns)
        ):
            return None
        name = self.setting.speakers.coinage.coin(form, "person", unit.start, unit.end)
        return Voice((name,), at, at + 1, "person")

    def _about_that(self, scene: Scene, at: int) -> int:
        """Return the unit past "про те, що", "полягає в тому, що" or ", що", else -1."""
        units, words = scene.units, self.words
        for place in range(at, min(len(units) - 1, at + 6)):
            text = units[place].text
            if text == ",":
                return place + 2 if units[place + 1].text in words["that"] else -1
            if text not in words["correlating"]:
                return -1
        return -1
