"""Who is credited by a cue: the verbs and the phrases that name a speaker."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from .gapping import Gapping
from .grounds import Grounds
from .judging import Judging
from .passives import Passives
from .pointing import Pointing
from .quotes import Quotations
from .relating import Relating
from .relatives import Relatives
from .saying import Saying
from .scene import Scene
from .setting import Credit, Setting
from .sources import Sources
from .speakers import NAMED, Speakers
from .speech import Cue
from .stated import Stated
from .unattributed import Unattributed
from .unnamed import Unnamed
from .views import Views
from .voices import Voice

_NONE: frozenset[str] = frozenset()
_DASHES = frozenset("–—-")
#: The ending of a masculine genitive: Євростату.
_GENITIVE = re.compile(r"(?<=[бвгґджзклмнпрстфхцчшщ])[ау]\Z")


_Reader = Callable[[Scene, int, int, Cue], Credit | None]


def _english(first: _Reader, then: _Reader) -> _Reader:
    """Return a reader that asks ``then`` about English where ``first`` finds nothing."""

    def read(scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        found = first(scene, at, after, cue)
        return then(scene, at, after, cue) if found is None and cue.language == "en" else found

    return read


class Crediting:
    """Finds who is credited by a cue of any kind."""

    def __init__(self, speakers: Speakers, quotes: Quotations) -> None:
        self.setting = setting = Setting(speakers, quotes)
        saying, judging, phrases = Saying(setting), Judging(setting), Phrases(setting)
        stated, pointing, views = Stated(setting), Pointing(setting), Views(setting)
        grounds = Grounds(setting)
        passives, unnamed, sources = Passives(setting), Unnamed(setting), Sources(setting)
        relating, self.gapping = Relating(setting), Gapping(setting)
        self._readers: dict[str, _Reader] = {
            "say": saying.say,
            "show": saying.say,
            "judge": judging.judge,
            "self": judging.self_image,
            "discern": judging.discern,
            "relate": relating.relate,
            "mean": relating.mean,
            "hearsay": saying.hearsay,
            "judged": _english(passives.passive, unnamed.judged),
            "argued": _english(passives.argued, unnamed.argued),
            "seems": passives.seems,
            "credit": _english(phrases.credit, sources.credit),
            "whose": sources.relative,
            "reason": grounds.reason,
            "proposal": grounds.proposal,
            "denial": grounds.denial,
            "theirs": phrases.theirs,
            "echo": phrases.echo,
            "stated": stated.stated,
            "impersonal": Unattributed(setting).said,
            "claim-to": saying.claim_to,
            "backward": saying.backward,
            "possessive": phrases.possessive,
            "view": views.view,
            "motto": views.motto,
            "pointed": pointing.pointed,
            "advise": pointing.advise,
            "passing": pointing.passing,
            "quoted": saying.quoted,
        }

    def credit(self, scene: Scene, start: int, end: int, cue: Cue) -> Credit | None:
        """Return the credit of a cue at ``start:end`` of the text, None where there is none."""
        at, after = scene.at(start), scene.at(end)
        if at >= len(scene.units) or scene.units[at].start != start:
            return None
        found = self._readers[cue.kind](scene, at, after, cue)
        return None if found is not None and self._unproved(scene, found) else found

    def _unproved(self, scene: Scene, credit: Credit) -> bool:
        """Return whether nothing bears out a cue: немає доказів того, що X вважав."""
        first, words = scene.at(credit.start), self.setting.words
        first += scene.units[first].text == "що"
        if first < 2 or credit.cue.language != "uk" or scene.units[first - 1].text != "що":
            return False
        above = {unit.text for unit in scene.units[max(0, first - 10) : first - 1]}
        return not (above.isdisjoint(words["proofs"]) or above.isdisjoint(words["lacking"]))


class Phrases:
    """Reads the credits of "according to X", "in X's view" and "the view of X that"."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.words = setting.words
        self.relatives = Relatives(setting)

    def credit(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "according to X" and its kin."""
        units = scene.units
        if at and units[at - 1].word and not self.setting.may_precede(scene, at - 1):
            return None
        if cue.language == "uk" and self._depends(scene, at, after):
            return None
        if after < len(units) and units[after].text in self.words["of_whom"]:
            return self.relatives.credit(scene, at, after, cue)
        voice = self.setting.speakers.read(scene, after, cue.cases)
        voice = self._unknown(scene, after, cue) if voice is None else voice
        voice = self._with_others(scene, voice, cue) if voice is not None else None
        if voice is None or not self._creditable(scene, voice, cue):
            return None
        if cue.language == "en" and not self._closed(scene, voice):
            return None
        end = self.setting.past_apposition(scene, voice.end)
        while end < len(units) and units[end].bracket:
            end += 1
        if end < len(units) and units[end].text in {",", ":"} | _DASHES:
            end += 1
        return self.setting.around(scene, voice, at, end, cue, "credit")

    def _depends(self, scene: Scene, at: int, after: int) -> bool:
        """Return whether a Ukrainian phrase credits nobody: у концепції «Арктика»."""
        units = scene.units
        if at and units[at - 1].link is not None:
            return True  # національний інтерес у термінах влади
        titled = after < len(units) and units[after].text == "«"
        return titled and units[at].text in self.words["locating"]

    def _closed(self, scene: Scene, voice: Voice) -> bool:
        """Return whether an English name is the whole phrase: not that of UN figures."""
        if voice.end >= len(scene.units):
            return True
        after = scene.units[voice.end]
        ends = self.words["conjunctions"] | self.words["prepositions"] | self.words["determiners"]
        ends = ends | self.words["copulas"] | self.words["trailing"] | self.words["nobody"]
        ends = ends | self.words["pronouns_one"] | self.words["pronouns_many"] | self.words["own"]
        return (
            not after.word or after.text in ends or self.setting.subjects.adverb(scene, voice.end)
        )

    def _unknown(self, scene: Scene, at: int, cue: Cue, kind: str = "organisation") -> Voice | None:
        """Return the voice of a single unknown name in capitals: за даними Євростату."""
        units = scene.units
        body = kind != "person"
        if at + 1 >= len(units) or (body and (cue.language != "uk" or cue.initial or cue.strict)):
            return None
        printed = scene.text[units[at].start : units[at].end]
        link = units[at].link
        if link is not None and not link.type and units[at + 1].text == ",":
            return Voice((link.entity,), at, at + 1, "body" if body else kind)
        if not units[at].word or not printed[0].isupper() or units[at + 1].text != ",":
            return None
        form = _GENITIVE.sub("", printed)
        name = self.setting.speakers.coinage.coin(form, kind, units[at].start, units[at].end)
        return Voice((name,), at, at + 1, "body" if body else kind)

    def _creditable(self, scene: Scene, voice: Voice, cue: Cue) -> bool:
        """Return whether such a speaker may stand after such a cue."""
        if cue.people:
            ahead = not cue.initial or self._person_ahead(scene, voice)
            return ahead and voice.kind in {"person", "people"}
        if cue.strict:
            law = voice.kind == "writing" and self.setting.binds(scene, voice)
            return voice.kind in NAMED | {"writing"} and not law
        if voice.kind == "writing":
            return cue.language == "en"
        return voice.kind not in {"own", "none"}

    def _with_others(self, scene: Scene, voice: Voice, cue: Cue) -> Voice:
        """Return the voice with those joined to it by "and"."""
        at = voice.end
        if voice.kind != "person" or at + 1 >= len(scene.units):
            return voice
        if scene.units[at].text not in self.words["joining"]:
            return voice
        other = self.setting.speakers.read(scene, at + 1, cue.cases)
        if other is None or other.kind == "body":
            other = self._unknown(scene, at + 1, cue, "person")
        if other is None or other.kind != "person":
            return voice
        ids = (*voice.ids, *(name for name in other.ids if name not in voice.ids))
        return replace(voice, ids=ids, end=other.end, plural=True)

    def _person_ahead(self, scene: Scene, voice: Voice) -> bool:
        """Return whether a person or school is set apart: For Morgenthau, ..."""
        units = scene.units
        if voice.kind not in {"person", "people"}:
            return False
        if voice.start > 2:
            set_off = units[voice.start - 2].text in {",", ";"}
            closed = voice.end < len(units) and units[voice.end].text == ","
            return set_off and closed and voice.kind == "person"
        if voice.kind == "people" and not voice.plural:
            noun = self.setting.speakers.nouns.get(units[voice.end - 1].text)
            return noun is not None and noun.label in self.words["schoolmen"]
        if voice.end >= len(units) or units[voice.end].text == ",":
            return voice.end < len(units)
        return scene.text[units[0].start] == "Д" and self._holds_now(scene, voice)

    def _holds_now(self, scene: Scene, voice: Voice) -> bool:
        """Return whether "для X" tells what X holds: є, – це; not what became of X: це стало."""
        link = scene.units[voice.end - 1].link
        if link is None or link.type != "Politician":
            return True
        rest = [unit.text for unit in scene.units[voice.end :]]
        return any(text in {"є", "–", "—"} for text in rest)

    def theirs(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "in his view", whose speaker was named before."""
        units = scene.units
        if at and units[at - 1].word and not self.setting.may_precede(scene, at - 1):
            return None
        many = any(unit.text in self.words["theirs_many"] for unit in units[at:after])
        told = units[at:after]
        kind = "it" if any(unit.text in self.words["theirs_it"] for unit in told) else "same"
        if cue.initial and (after >= len(units) or units[after].text != ","):
            return None
        voice = Voice((), at, after, kind, many)
        after += after < len(units) and units[after].text == ","
        return self.setting.around(scene, voice, at, after, cue, "credit")

    def echo(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "in this view": whoever spoke in the sentence before."""
        units = scene.units
        if at and units[at - 1].word and not self.setting.may_precede(scene, at - 1):
            return None
        after += after < len(units) and units[after].text == ","
        return self.setting.around(scene, Voice((), at, after, "echo"), at, after, cue, "credit")

    def possessive(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "in X's view"."""
        units, words = scene.units, self.words
        owner = next((i for i in range(at - 1, max(-1, at - 4), -1) if units[i].possessive), -1)
        if owner < 1:
            return self._of_school(scene, at, after, cue)
        for first in range(max(0, owner - 8), owner):
            if units[first].text in words["leading"]:
                voice = self.setting.speakers.read(scene, first + 1, _NONE, owner)
                if voice is None or not voice.ids:
                    continue
                if (
                    first
                    and units[first - 1].word
                    and not self.setting.may_precede(scene, first - 1)
                ):
                    continue
                end = after
                if end < len(units) and units[end].text == ",":
                    return self.setting.around(scene, voice, first, end + 1, cue, "credit")
                if end >= len(units) or units[end].text in {".", ";"}:
                    return self.setting.around(scene, voice, first, end, cue, "credit")
        return None

    def _of_school(self, scene: Scene, at: int, after: int, cue: Cue) -> Credit | None:
        """Return the credit of "in the realist view": the realists'."""
        units, words = scene.units, self.words
        first = at - 3
        if first < 0 or units[first].text not in words["leading"]:
            return None
        if units[at - 2].text not in words["articles"] or not units[at - 1].word:
            return None
        if first and units[first - 1].word and not self.setting.may_precede(scene, first - 1):
            return None
        noun = self.setting.speakers.nouns.get(units[at - 1].text)
        if noun is None or noun.label not in words["schoolmen"]:
            return None
        place = units[at - 1]
        name = self.setting.speakers.coinage.coin(
            noun.label + "s", "phrase", place.start, place.end
        )
        after += after < len(units) and units[after].text == ","
        voice = Voice((name,), at - 1, at, "people", True)
        return self.setting.around(scene, voice, first, after, cue, "credit")
