"""Judgements: who sees, calls or considers something as what."""

from __future__ import annotations

from .apart import Subject
from .englishobjects import before_object, plain_object
from .objects import Objects
from .scene import Scene
from .setting import Credit, Setting
from .speakers import NAMED
from .speech import Cue
from .voices import Voice

#: The kinds of subjects that are no names.
_OWN = frozenset({"own", "same", "joined", "it"})


class Judging:
    """Reads the credits that judgements give, active and passive."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words
        self.objects = Objects(setting)

    def judge(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X sees A as B": what comes after the verb is X's."""
        if self.setting.is_noun(scene, at, cue) or after >= len(scene.units):
            return None
        if self._ought(scene, at):
            return None
        subject = self._judge(scene, at, after, cue)
        while cue.language == "uk" and after + 1 < len(scene.units) and scene.units[after].bracket:
            after += 1
        if subject is not None and subject.shape == "before":
            credit = self._of_relative(scene, subject, after, cue)
            what = subject.first and scene.units[subject.first - 1].text == "what"
            if credit is not None or what:
                return credit
        fronted = self._of_fronted(scene, subject, at, after, cue)
        return fronted or self._of_object(scene, subject, at, after, cue)

    def _judge(self, scene: Scene, at: int, after: int, cue: Cue) -> Subject | None:
        """Return who judges: the subject, also before an object, or that of the main clause."""
        subjects = self.setting.subjects
        verb = self.setting.governor(scene, at)
        subject = subjects.find(scene, verb, after) if verb >= 0 else None
        if cue.language != "uk":
            return subject
        if self._of_which(scene, at, after, cue):
            main = subjects.main(scene, at - 1)
            return main and Subject(main.voice, "relative", at - 1)
        return subject or subjects.past_object(scene, at)

    def _of_which(self, scene: Scene, at: int, after: int, cue: Cue) -> bool:
        """Return whether "який" is what is judged: союз, який вважає опорою своєї безпеки."""
        if not cue.bare or self.objects.judged_at_once(scene, after, cue) < 0:
            return False
        if scene.units[at - 1].text not in self.words["which"] - {"яка", "котра"}:
            return False
        for unit in scene.units[after + 1 :]:
            if not (unit.word or unit.link):
                break
            known = unit.link is not None and unit.link.cases
            if (known and "acc" in known and "gen" not in known) or unit.text.endswith(("у", "ю")):
                return False
        return True

    def _of_fronted(
        self, scene: Scene, subject: Subject | None, at: int, after: int, cue: Cue
    ) -> Credit | None:
        """Return the credit of a Ukrainian judgement whose object comes first: A X sees as B."""
        if cue.language != "uk" or subject is None or subject.shape not in {"before", "relative"}:
            return None
        said = self.objects.judged_at_once(scene, after, cue)
        relative = subject.shape == "relative"
        first = relative and self._of_which(scene, at, after, cue)
        if said < 0 or not (first or (not relative and self.objects.fronted(scene, subject.voice))):
            return None
        if subject.voice.kind not in _OWN and not self._holds(scene, subject, at, cue):
            return None
        return self._judged(scene, subject, at, said, cue)

    def _ought(self, scene: Scene, at: int) -> bool:
        """Return whether somebody only has to judge: has to compare."""
        owing = self.words["copulas"] | {"has", "have", "had"}
        return at > 1 and scene.units[at - 1].text == "to" and scene.units[at - 2].text in owing

    def _of_object(
        self, scene: Scene, subject: Subject | None, at: int, after: int, cue: Cue
    ) -> Credit | None:
        """Return the credit of a judgement whose object comes after the verb."""
        if cue.language == "en" and before_object(scene, after, self.words):
            return self._with_quality_first(scene, subject, at, after, cue)
        adverb = cue.people and cue.language == "en" and scene.units[after].text.endswith("ly")
        if adverb or not self.objects.begins(scene, after):
            return None  # contrasts sharply with
        if subject is None or subject.shape == "after" or subject.voice.kind in _OWN:
            return self._own(scene, subject, at, after, cue)
        if not self._holds(scene, subject, at, cue):
            return None
        if self.objects.called_before(scene, at, cue):
            return self._judged(scene, subject, at, after, cue)
        said = self.objects.judged_as(scene, after, cue)
        return self._whole(scene, subject, at, after, said, cue) if said >= 0 else None

    def _with_quality_first(
        self, scene: Scene, subject: Subject | None, at: int, after: int, cue: Cue
    ) -> Credit | None:
        """Return the credit of "X dismissed as absurd the claim"."""
        if subject is None or subject.shape not in {"before", "apart"} or cue.bare:
            return None
        if subject.voice.kind not in NAMED:
            return None
        return self._judged(scene, subject, at, after + 1, cue)

    def _whole(
        self, scene: Scene, subject: Subject, at: int, after: int, said: int, cue: Cue
    ) -> Credit | None:
        """Return the credit of a judgement with what is judged: X calls {A B}."""
        rejects = scene.units[at].text in self.words["stances"]
        plain = cue.language == "uk" or plain_object(scene, after, said, self.words)
        whole = plain and not cue.charge and not rejects
        return self._judged(scene, subject, at, after if whole else said, cue)

    def _holds(self, scene: Scene, subject: Subject, at: int, cue: Cue) -> bool:
        """Return whether such a subject may judge, standing where it does."""
        voice = subject.voice
        if subject.negated and scene.units[at].text in self.words["acting"]:
            return False
        if subject.shape == "far" and cue.language == "en":
            # X went on and called
            before = scene.units[at - 1].text if at else ""
            leans = before == "," and scene.units[at].text.endswith("ing")
            joins = voice.kind == "person" and before in self.words["joining"]
            if not (leans or joins) or voice.kind not in NAMED:
                return False
        if cue.people:
            explains = cue.language == "uk" and cue.bare
            return voice.kind in {"person", "people"} or (explains and voice.kind == "body")
        if voice.kind == "writing":
            return self._document(scene, voice)
        return True

    def _document(self, scene: Scene, voice: Voice) -> bool:
        """Return whether the voice is that of an official document."""
        links = [unit.link for unit in scene.units[voice.start : voice.end] if unit.link]
        if not links:
            return bool(voice.ids)
        return links[0].type == "Document" and "acc" not in links[0].cases

    def _own(
        self, scene: Scene, subject: Subject | None, at: int, after: int, cue: Cue
    ) -> Credit | None:
        """Return the credit of a judgement by a pronoun or by the author."""
        if subject is None or subject.shape == "after" or subject.voice.kind not in _OWN:
            return None
        said = self.objects.judged_as(scene, after, cue)
        return self._whole(scene, subject, at, after, said, cue) if said >= 0 else None

    def _of_relative(self, scene: Scene, subject: Subject, after: int, cue: Cue) -> Credit | None:
        """Return the credit of ", which X calls B", "what X called “B”"."""
        units, words = scene.units, self.words
        joins = units[subject.first - 1].text if subject.first else ""
        if joins not in words["relating"] or subject.voice.kind not in NAMED | {"same"}:
            return None
        said = after + (units[after].text in words["as"])
        free = said > after or (cue.bare and not cue.people)
        if cue.language == "en" and said == after and units[said].link is not None:
            return None  # the islands that X calls Y
        if not free or said >= len(units) or units[said].text in words["prepositions"]:
            return None
        article = joins == "what" and units[said].text in words["articles"]
        quoted = min(said + article, len(units) - 1)
        quote = self.setting.quotes.by_start.get(units[quoted].start)
        if quote is None and (joins == "what" or not (units[said].word or units[said].link)):
            return None
        return Credit(
            voice=subject.voice,
            cue=cue,
            shape="judgement",
            start=scene.place(subject.first - 1),
            end=units[said - 1].end,
            said=scene.place(said),
            quote=quote if joins == "what" else None,
            stance=self.setting.stance(subject, None, cue),
            clipped=joins != "what",
        )

    def _judged(
        self, scene: Scene, subject: Subject, at: int, after: int, cue: Cue
    ) -> Credit | None:
        """Return the credit of a judgement: what begins at unit ``after`` is the subject's."""
        after = self.objects.past_pronoun(scene, after)
        if after >= len(scene.units):
            return None
        return Credit(
            voice=subject.voice,
            cue=cue,
            shape="judgement",
            start=scene.place(min(subject.first, at)),
            end=scene.units[max(after - 1, at)].end,
            said=scene.units[after].start,
            stance=self.setting.stance(subject, None, cue),
            clipped=subject.shape == "relative"
            or self._in_relative(scene, subject)
            or self.setting.conceded(scene, subject.first),
        )

    def _in_relative(self, scene: Scene, subject: Subject) -> bool:
        """Return whether a relative clause begins right before its subject."""
        before = scene.units[subject.first - 1].text if subject.first else ""
        return before in self.words["relating"]

    def discern(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X sees in A a B", "X distinguishes A from B"."""
        if self.setting.is_noun(scene, at, cue) or after >= len(scene.units):
            return None
        subject = self.setting.subjects.find(scene, at, after)
        if subject is None or subject.shape in {"after", "far"}:
            return None
        seen = cue.language == "uk" and self.objects.sees(scene, at)
        spoken = {"person", "people", "same", *(("body",) if seen else ())}
        if subject.voice.kind not in spoken or subject.negated:
            return None
        located = scene.units[after].text in self.words["locating"] and subject.shape == "before"
        if seen and located and self.objects.fronted(scene, subject.voice):
            place = after  # Причину X вбачає в A
        else:
            place = self.objects.discerned(scene, at, after, cue)
        return self._judged(scene, subject, at, place, cue) if place >= 0 else None

    def self_image(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "X sees itself as B"."""
        subject = self.setting.subjects.find(scene, at, after, told=cue.language == "en")
        if subject is None or subject.shape in {"after", "far"} or after >= len(scene.units):
            return None
        if subject.voice.kind not in NAMED | {"same"} or not scene.units[after].word:
            quoted = scene.units[after].text in '«“‘"'
            linked = scene.units[after].link is not None
            if subject.voice.kind not in NAMED | {"same"} or not (quoted or linked):
                return None
        first = scene.place(min(subject.first, at))
        after += scene.units[after].text in self.words["as"]
        start = scene.place(after)
        stance = self.setting.stance(subject, None, cue)
        return Credit(subject.voice, cue, "self", first, start, start, None, False, stance, True)
