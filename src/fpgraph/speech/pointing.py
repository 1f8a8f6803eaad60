"""What a person leads up to: a conclusion and a colon, advice, words quoted in passing."""

from __future__ import annotations

from .complements import Complement
from .quotes import Quotation
from .scene import Scene
from .setting import Credit, Setting
from .speech import Cue
from .voices import Voice

_NOMINATIVE = frozenset({"nom"})
_ANY: frozenset[str] = frozenset()
_SPEAKING = frozenset({"person", "people", "same"})
_PASSING = frozenset({"person", "people", "body", "same"})
#: A quotation that begins with an article and has fewer words is a name.
_TERM = 4
_INFINITIVE = ("ти", "тися", "тись")
#: How far before a colon the subject may end, in units.
_FAR = 14
#: How many units may stand between a verb and what it brings.
_NEAR = 8


class Pointing:
    """Reads the credits of verbs and nouns that lead up to what somebody says."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words

    def pointed(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X comes to another conclusion: A" and "X goes further: A"."""
        units = scene.units
        if after >= len(units) or units[after].text != ":":
            return None
        voice = self._leading(scene, at)
        if voice is None or not self._put(scene, voice.end, at):
            return None
        if cue.strict and not self._derived(scene, voice.end, at):
            return None
        start = units[after + 1].start if after + 1 < len(units) else scene.end
        quote = self.setting.complements.quoted(scene, Complement("colon", after + 1, start))
        first = scene.place(voice.start)
        return Credit(voice, cue, "colon", first, start, start, quote, False, cue.stance)

    def _put(self, scene: Scene, start: int, at: int) -> bool:
        """Return whether a word of manner goes with a verb of saying: put it differently."""
        if scene.units[at].text not in self.words["manners"]:
            return True
        verbs = self.setting.speakers.verbs | self.words["putting"]
        return any(unit.text in verbs for unit in scene.units[start:at])

    def _derived(self, scene: Scene, start: int, at: int) -> bool:
        """Return whether somebody thinks up what a noun stands for: виправив схему, but not has."""
        verbs = self.setting.speakers.verbs | self.words["deriving"]
        return any(unit.text in verbs for unit in scene.units[start:at])

    def _leading(self, scene: Scene, at: int) -> Voice | None:
        """Return who a sentence begins with, if it tells of nobody else before unit ``at``."""
        units, words = scene.units, self.words
        text = units[0].text
        many = text in words["pronouns_many"]
        if many or text in words["pronouns_one"]:
            voice: Voice | None = Voice((), 0, 1, "same", many)
        else:
            cyrillic = self.setting.subjects.cyrillic(scene, at)
            voice = self.setting.speakers.read(scene, 0, _NOMINATIVE if cyrillic else _ANY)
        if voice is None or voice.kind not in _SPEAKING or voice.made or voice.end > at:
            return None
        between = units[voice.end : at]
        if len(between) > _FAR or any(unit.text in words["not"] for unit in between):
            return None
        others = any(unit.link is not None and unit.link.type in {"Scholar", "Politician", "Person"}
                     for unit in between)  # fmt: skip
        return None if others else voice

    def advise(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X advises A to do B": what is to be done is X's."""
        subject = self.setting.subjects.find(scene, at, after, told=cue.language == "en")
        if subject is None or subject.negated or not self._advises(scene, subject.voice):
            return None
        said = self._to_be_done(scene, after, cue)
        if said < 0:
            return None
        first, start = scene.place(min(subject.first, at)), scene.place(said)
        stance = self.setting.stance(subject, None, cue)
        return Credit(subject.voice, cue, "advice", first, start, start, None, False, stance)

    def _advises(self, scene: Scene, voice: Voice) -> bool:
        """Return whether a voice gives advice: states and their like make demands."""
        link = scene.units[voice.start].link
        organised = link is not None and link.type == "InternationalOrganisation"
        return voice.kind in _SPEAKING or organised

    def _to_be_done(self, scene: Scene, after: int, cue: Cue) -> int:
        """Return the unit where what is advised begins, -1 where nothing is."""
        units, words = scene.units, self.words
        for at in range(after, min(len(units) - 1, after + _NEAR)):
            unit = units[at]
            if cue.language == "en":
                if unit.text == "against" or (unit.text == "to" and at > after):
                    return at + 1
            elif unit.text == "від" and at > after:
                return at + 1
            elif unit.word and unit.text.endswith(_INFINITIVE) and len(unit.text) > 4:
                return at - (at > after and units[at - 1].text in words["not"])
            if unit.text in words["that"] or not (unit.word or unit.link or unit.bracket):
                return -1
        return -1

    def passing(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of words quoted in passing: X promised “a new chapter”."""
        if self.setting.is_noun(scene, at, cue):
            return None
        quote = self._next_quote(scene, after)
        if quote is None:
            return None
        subject = self.setting.subjects.find(scene, at, after)
        if subject is None or subject.negated or subject.voice.kind not in _PASSING:
            return None
        if subject.shape not in {"before", "apart", "relative"} or not self._ends(scene, quote):
            return None
        first = scene.place(min(subject.first, at))
        stance = self.setting.stance(subject, None, cue)
        end = max(scene.units[after - 1].end, first + 1)
        return Credit(
            subject.voice, cue, "quotation", first, end, quote.start, quote, False, stance
        )

    def _ends(self, scene: Scene, quote: Quotation) -> bool:
        """Return whether a quotation ends in its sentence."""
        return quote.end <= scene.end

    def _next_quote(self, scene: Scene, after: int) -> Quotation | None:
        """Return a quotation in small letters that follows the verb in its clause."""
        units, text = scene.units, scene.text
        for at in range(after, min(len(units), after + _NEAR)):
            unit = units[at]
            quote = self.setting.quotes.by_start.get(unit.start)
            if quote is not None:
                inner = text[quote.start + 1 : quote.start + 2]
                plain = inner.islower() or inner in "…["
                least = _TERM if text.startswith("the ", quote.start + 1) else 2
                return quote if plain and quote.words(text) >= least else None
            if unit.text in self.words["that"] or not (unit.word or unit.link or unit.possessive):
                return None
        return None
