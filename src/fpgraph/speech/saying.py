"""Verbs of saying and showing: who says what."""

from __future__ import annotations

from dataclasses import replace

from .apart import Subject
from .asides import Asides
from .complements import Complement
from .scene import Scene
from .setting import Credit, Setting
from .speakers import NAMED
from .speech import Cue
from .voices import Voice

#: How far from "this opinion was expressed by" the speaker may begin, in units.
_SOON = 14
#: Words that begin a clause in which somebody may still say something: when he said it was.
_WHEN = frozenset({"when", "where", "if"})


class Saying:
    """Reads the credits that verbs of saying give."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words
        self.asides = Asides(setting)

    def say(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of the verb at units ``at:after``, None where it gives none."""
        if self.setting.is_noun(scene, at, cue):
            return None
        verb = self.setting.governor(scene, at)
        find = self.setting.subjects.find
        subject = find(scene, verb, after, told=cue.told) if verb >= 0 else None
        found_out = scene.units[at].text in self.words["finding"]
        if subject is None or not self._may_speak(subject.voice, cue, found_out=found_out):
            return None
        if self._unreal(scene, subject.voice, at) or (
            subject.negated and self._withheld(scene, at, after, cue)
        ):
            return None
        before = subject.shape == "before"
        beyond = max(after, subject.voice.end) if subject.shape == "after" else after
        said = self._said(scene, subject, beyond, cue)
        first = min(at, subject.voice.start) if before else at
        as_word = self.setting.as_before(scene, first)
        if as_word >= 0 and not (before and said is not None and said.shape == "that"):
            return self._as_credit(scene, subject, as_word, beyond, cue)
        if said is not None and said.shape == "colon" and subject.shape == "relative":
            said = said if subject.voice.kind == "person" else None
        told = said is not None and not self._follows(scene, subject, at, said)
        told = told and not self._titles(scene, at, said)
        if said is not None and told:
            return self._saying(scene, subject, at, said, cue)
        return (
            self.asides.credit(scene, subject, at, beyond, cue)
            or self._bare(scene, subject, at, after, cue)
            or self._told(scene, subject, at, after, cue)
        )

    def _told(self, scene: Scene, subject: Subject, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of a clause without "that" after who is told: told reporters it was."""
        units, words = scene.units, self.words
        if not cue.told or cue.language != "en" or subject.shape not in {"before", "apart"}:
            return None
        place = after
        if place < len(units) and units[place].text in words["determiners"]:
            place += 1
        if place >= len(units) or not (units[place].link or units[place].word):
            return None
        if units[place].text in words["prepositions"] | words["that"]:
            return None
        place = self._past_venue(scene, place + 1)
        said = self.setting.complements.bare(scene, place, plainly=True)
        return self._saying(scene, subject, at, said, cue) if said is not None else None

    def quoted(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of any verb between a quotation and its speaker: “...,” sighs X."""
        credit = self.say(scene, at, after, cue)
        if credit is None or credit.shape != "quotation":
            return None
        if scene.units[at].text not in self.words["citing"]:
            return credit
        cited = self._cited(scene, after)
        return replace(credit, voice=cited) if cited is not None else None

    def _cited(self, scene: Scene, after: int) -> Voice | None:
        """Return whom a paper quotes: «...», – цитує її X."""
        text = scene.units[after].text
        if text in self.words["cited"]:
            return Voice((), after, after + 1, "same", text == "їх")
        voice = self.setting.speakers.read(scene, after, frozenset({"acc"}))
        return voice if voice is not None and voice.kind in {"person", "people"} else None

    def hearsay(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X відмовився, мовляв, ...": what follows is X's."""
        units = scene.units
        if at and units[at - 1].text not in ",–—":
            return None
        after += after < len(units) and units[after].text == ","
        if after >= len(units):
            return None
        main = self.setting.subjects.main(scene, at - 1) if at else None
        if at and main is None:
            return None
        voice = main.voice if main is not None else Voice((), at, at, "echo")
        start = scene.place(after)
        return Credit(voice, cue, "that", scene.place(at), start, start, None, False, cue.stance)

    def _provides(self, scene: Scene, voice: Voice, at: int) -> bool:
        """Return whether a text lays down what is to be: договір передбачає, що."""
        if voice.kind != "writing":
            return False
        provides = scene.units[at].text in self.words["providing"]
        return provides or self.setting.binds(scene, voice)

    def _titles(self, scene: Scene, at: int, said: Complement | None) -> bool:
        """Return whether what somebody has written is a title: написав «Історію флоту»."""
        return (
            said is not None
            and said.shape == "quotation"
            and said.at == at + 1
            and scene.units[at].text in self.words["authoring"]
        )

    def _withheld(self, scene: Scene, at: int, after: int, cue: Cue) -> bool:
        """Return whether a denied verb leaves open what its subject thinks: never said that.

        Who has not understood or not said something does not say that it is false.
        """
        text = scene.units[at].text
        if text in self.words["factive"]:
            return True
        alone = after == at + 1 and cue.stance == "affirms"
        return alone and text not in self.words["opining"]

    def backward(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "This opinion was expressed by X": the sentence before is X's."""
        units = scene.units
        if units[after - 1].text in self.setting.speakers.verbs:
            told = self.say(scene, after - 1, after, cue)
            if told is not None:
                return told
        cases = frozenset({"nom"}) if cue.language == "uk" else frozenset[str]()
        stop = min(len(units), after + _SOON)
        place = self._backed(scene, after, stop) if cue.told else after
        while place < stop:
            if units[place].text in {",", ";", ":"}:
                return None
            size = self.setting.circumstance(scene, place) if units[place].word else 0
            if size:
                place += size
                continue
            voice = self.setting.speakers.read(scene, place, cases)
            if voice is not None and voice.ids and voice.kind in NAMED:
                start, end = scene.place(at), units[voice.end - 1].end
                return Credit(voice, cue, "backward", start, end, stance=cue.stance)
            place += 1
        return None

    def _backed(self, scene: Scene, at: int, stop: int) -> int:
        """Return the unit past "висловив" and its kin, ``stop`` where there is none."""
        backing = self.words["backing"]
        found = (place + 1 for place in range(at, stop) if scene.units[place].text in backing)
        return next(found, stop)

    def claim_to(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X claims to be A": what comes after is X's."""
        subject = self.setting.subjects.find(scene, at, after)
        if subject is None or subject.shape not in {"before", "apart", "relative"}:
            return None
        if subject.voice.kind not in NAMED | {"same"} or after >= len(scene.units):
            return None
        start = scene.units[after].start
        first = scene.place(min(subject.first, at))
        stance = self.setting.stance(subject, None, cue)
        return Credit(subject.voice, cue, "self", first, start, start, None, False, stance, True)

    def _follows(self, scene: Scene, subject: Subject, at: int, said: Complement) -> bool:
        """Return whether the cue parts a quotation: "A," X objects, "B"."""
        if said.shape != "quotation":
            return False
        back, _ = self.asides.before(scene, min(subject.first, at))
        return self.asides.closed(scene, back) is not None

    def _said(self, scene: Scene, subject: Subject, at: int, cue: Cue) -> Complement | None:
        """Return what is said after a verb and, where it comes after, its subject."""
        said = self.setting.complements.find(scene, at, cue)
        if said is None and subject.shape == "after":
            past = self.setting.past_apposition(scene, at)
            said = self.setting.complements.find(scene, past, cue)
        named = subject.voice.kind in {"person", "people", "same"} and subject.shape != "relative"
        if said is None and named and cue.language == "uk":
            said = self.setting.complements.told_of(scene, at)
        return said

    def _bare(self, scene: Scene, subject: Subject, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of a clause without "that": she argues states are wary."""
        shapes = {"before", "apart"}
        if scene.units[at].text in self.words["plainly"]:
            shapes.add("far")
        if not cue.bare or subject.shape not in shapes:
            return None
        if subject.voice.kind not in {"person", "people", "body", "same", "own", "it", "joined"}:
            return None
        opens = scene.units[subject.first - 1].text if subject.first else ""
        if opens in self.words["asking"] - _WHEN or opens in self.words["relating"]:
            return None
        plainly = scene.units[at].text in self.words["plainly"]
        place = self._past_venue(scene, after) if plainly else after
        said = self.setting.complements.bare(scene, place, plainly=plainly)
        return self._saying(scene, subject, at, said, cue) if said is not None else None

    def _past_venue(self, scene: Scene, at: int) -> int:
        """Return the unit past "in a statement", "on Monday" and "Wednesday"."""
        units, words = scene.units, self.words
        while at + 3 < len(units) and units[at].word:
            if units[at].text in words["adverbs"] - words["verbal"]:
                at += 1
            elif units[at].text in {"in", "on", "at"}:
                at += 3 if units[at + 1].text in words["determiners"] else 2
            else:
                break
        return at

    def _unreal(self, scene: Scene, voice: Voice, at: int) -> bool:
        """Return whether nobody really says it: some would say; the treaty provides."""
        told = voice.start > at and scene.units[at].text in self.words["minded"]
        if told or self._provides(scene, voice, at):  # convinced few
            return True
        some = scene.units[voice.start].text in self.words["somes"]
        return some and any(unit.text in self.words["unreal"] for unit in scene.units[:at])

    def _may_speak(self, voice: Voice, cue: Cue, *, found_out: bool) -> bool:
        if cue.kind == "show":
            if voice.kind == "body" and found_out and voice.ids[0].startswith("name-"):
                return True
            return voice.made or voice.kind in {"person", "people", "theory", "same", "own"}
        return voice.kind != "none"

    def _saying(
        self, scene: Scene, subject: Subject, at: int, said: Complement, cue: Cue
    ) -> Credit:
        voice = subject.voice
        first = scene.place(min(subject.first, at))
        quote = self.setting.complements.quoted(scene, said)
        stance = self.setting.stance(subject, said, cue)
        end = max(said.start, first + 1)
        clipped = subject.shape == "relative" or self.setting.conceded(
            scene, min(subject.first, at)
        )
        return Credit(voice, cue, said.shape, first, end, said.start, quote, False, stance, clipped)

    def _as_credit(
        self, scene: Scene, subject: Subject, as_word: int, after: int, cue: Cue
    ) -> Credit | None:
        """Return the credit of "as X says": all of the sentence besides is X's."""
        if any(unit.text in self.words["unreal"] for unit in scene.units[as_word:after]):
            return None  # as X would say
        if as_word > 0 and scene.units[as_word - 1].word:
            joins = self.words["conjunctions"] | self.words["adverbs"]
            if scene.units[as_word - 1].text not in joins:
                return None
        end = self.setting.cue_end(scene, after)
        if end < 0:
            return None
        supposed = any(unit.text == "if" for unit in scene.units[:as_word])
        credit = self.setting.around(scene, subject.voice, as_word, end, cue, "as")
        return replace(credit, clipped=supposed)
