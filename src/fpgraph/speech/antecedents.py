"""Who "he", "they" or "the scholar" is: the speaker of the sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .endings import Heard
from .recalled import APART, GOVERNED, Recalled, Speaking
from .scene import Unit, role_of
from .setting import Credit

#: The kinds of voices that stand for one named before.
REFERRING = frozenset({"same", "it", "echo", "joined", "text"})


#: How many sentences back the one may be who still speaks.
_BACK = 3
#: How many units the people that a sentence begins with may take.
_LEADING = 9
_GENITIVE = ("у", "ю", "и", "і", "ї", "ів", "їв", "ої", "ій", "их", "я", "а", "ь")
#: How masculine and feminine names of states and capitals end.
_HE = tuple("бвгґджзйклмнпрстфхцчшщ")
_SHE = ("а", "я")
#: How far into a stretch such a name may stand that leads it, in units.
_LED = 6
_NOMINATIVE = frozenset({"nom"})


class Antecedents(Recalled):
    """Remembers who spoke, and finds whom a pronoun stands for."""

    def note(self, heard: Heard) -> None:
        """Remember who spoke in a sentence, if that is clear."""
        spoken = [credit for credit in heard.credits if credit.voice.ids]
        if not spoken:
            return
        last = spoken[-1].voice
        ids = {name for credit in spoken for name in credit.voice.ids}
        if len(ids) == 1 or last.plural:
            self.spoke[heard.index] = Speaking(last.ids, last.kind, last.plural)

    def note_said(self, heard: Heard, credit: Credit, start: int, end: int) -> None:
        """Remember where a speaker's words stand: whoever is named in them is no speaker."""
        said = self.said.setdefault(heard.index, [])
        said.append((start, end))
        if credit.around:
            said.append((heard.scene.start, credit.start))
        voice = credit.voice
        index = bisect_left(self._starts, start)
        while index < len(self._starts) and self._starts[index] < end:
            if index > heard.index:
                self.spoke.setdefault(index, Speaking(voice.ids, voice.kind, voice.plural))
            index += 1

    def find(self, heard: Heard, credit: Credit) -> Speaking | None:
        """Return who "he" or "they" is, None where more than one may be meant."""
        many = credit.voice.plural
        if credit.voice.kind == "joined":
            return self._joined(heard)
        if credit.voice.kind == "text":
            return self._text(heard)
        if credit.voice.kind in {"echo", "it"}:
            return self._echoed(heard, credit)
        for earlier in reversed(heard.credits):
            voice = earlier.voice
            if voice.ids and voice.kind in {"person", "people"}:
                fits = voice.plural == many
                return Speaking(voice.ids, voice.kind, voice.plural) if fits else None
        people = self._people(heard.index, credit.start) if many else None
        persons = [] if many else self._free(heard, credit.start)
        if persons and not self._parts(heard, credit):
            return _only(persons)
        far = not many and (credit.cue.kind == "theirs" or credit.quote is not None)
        if people is None and not self._another_holder(heard, credit):
            people = self._back(heard.index, many=many, far=far)
        return people or self._state(heard, credit)

    def _state(self, heard: Heard, credit: Credit) -> Speaking | None:
        """Return the state or capital that a Ukrainian "he" or "she" stands for, by its gender."""
        voice, scene = credit.voice, heard.scene
        told = {unit.text for unit in scene.units[voice.start : voice.end]}
        words = self.speakers.words
        ends = _SHE if told & words["she"] else _HE if told & words["he"] else ()
        if not ends or voice.plural:
            return None
        if voice.start:
            named = self._led(scene.units[: voice.start], ends)
            if named is not None:
                return named
        before = heard.index - 1
        if before < 0 or not self._neighbours(before, heard.index):
            return None
        return self._led(self.scene(before).units, ends)

    def _led(self, units: Sequence[Unit], ends: tuple[str, ...]) -> Speaking | None:
        """Return the only body in the nominative, if it leads a clause and ends so."""
        found = [
            at
            for at, unit in enumerate(units)
            if unit.link is not None
            and role_of(unit.link) in {"body", "person"}
            and "nom" in unit.link.cases
            and unit.text.endswith(ends)
        ]
        link = units[found[0]].link if len({units[at].text for at in found}) == 1 else None
        if link is None or role_of(link) != "body" or found[0] > _LED:
            return None
        return Speaking((link.entity,), "body", False)

    def _parts(self, heard: Heard, credit: Credit) -> bool:
        """Return whether the cue parts what is said, so that names before it belong to that."""
        scene = heard.scene
        before = scene.units[: scene.at(credit.start)]
        if credit.around and credit.cue.language == "en":
            relative = any(unit.text in self.speakers.words["relative"] for unit in before[-4:])
            return not relative and not any(unit.text in ";:" for unit in before)
        stops = self.speakers.stops
        return credit.around and not any(unit.text in stops or unit.text in ";:" for unit in before)

    def _back(self, index: int, *, many: bool, far: bool) -> Speaking | None:
        """Return who speaks before a sentence, past sentences that name nobody."""
        for before in range(index - 1, max(-1, index - 1 - _BACK), -1):
            if not self._neighbours(before, index):
                return self._in_the_news(before) if far and before == index - 1 else None
            sentence = self.sentences[before]
            if before in self.spoke or self.persons(before, sentence.start, sentence.end):
                return self._before(before, many=many)
            if many:
                return self._people(before)
        return None

    def _free(self, heard: Heard, end: int) -> list[str]:
        """Return the persons named before ``end``, such as lean on prepositions only if alone."""
        start = heard.scene.start
        persons = self.persons(heard.index, start, end)
        first = bisect_left(self._link_starts, start)
        last = bisect_left(self._link_starts, end)
        if len(persons) == 1 and self._led_apart(first, last, persons[0]):
            return []
        if len(persons) < 2:
            return persons
        free = [
            link.entity
            for link in self.links[first:last]
            if link.entity in persons
            and not GOVERNED.search(self.quotes.text, max(0, link.start - 12), link.start)
        ]
        return list(dict.fromkeys(free)) or persons

    def _another_holder(self, heard: Heard, credit: Credit) -> bool:
        """Return whether the sentence before names an English title by itself.

        The minister met Ambassador Holm. The minister said: it was not Holm who did.
        """
        voice, units = credit.voice, heard.scene.units
        title = units[voice.end - 1].text if voice.end - voice.start == 2 else ""
        if (
            credit.voice.plural
            or credit.cue.language != "en"
            or not title
            or units[voice.start].text != "the"
        ):
            return False
        if heard.index == 0 or not self._neighbours(heard.index - 1, heard.index):
            return False
        before = self.scene(heard.index - 1).units
        return any(
            unit.text == title
            and (at + 1 == len(before) or before[at + 1].link is None)
            and not (at > 1 and before[at - 1].text == "the" and before[at - 2].text == ",")
            for at, unit in enumerate(before)
        )

    def _led_apart(self, first: int, last: int, person: str) -> bool:
        """Return whether all names of a person among some links follow "in", "to" or the like."""
        text = self.quotes.text
        return all(
            bool(APART.search(text, max(0, link.start - 12), link.start))
            for link in self.links[first:last]
            if link.entity == person
        )

    def _people(self, index: int, end: int = -1) -> Speaking | None:
        """Return the people that a sentence begins with, such as "Its critics"."""
        scene = self.scene(index)
        if 0 <= end < scene.place(2):
            return None
        for limit in range(1, min(len(scene.units), _LEADING)):
            if self._goes_on(scene.units[limit].text):
                continue
            voice = self.speakers.read(scene, 0, _NOMINATIVE, limit)
            if voice is not None and voice.ids and voice.kind == "people" and voice.plural:
                return Speaking(voice.ids, voice.kind, True)
        return None

    def _goes_on(self, text: str) -> bool:
        """Return whether a phrase may go on with a word: of, реалізму; but not with "fear"."""
        if text in self.speakers.words["inner_prepositions"] or text in {"'s", "’s"}:
            return True
        return text > "\u0400" and text.endswith(_GENITIVE) and not text.endswith("ть")

    def _in_the_news(self, before: int) -> Speaking | None:
        """Return who spoke in the paragraph before, where each has a paragraph of his own."""
        spoke = self.spoke.get(before)
        if spoke is None or spoke.kind != "person" or spoke.plural:
            return None
        return self._before(before, many=False)

    def _text(self, heard: Heard) -> Speaking | None:
        """Return the one text, or whose text it is, that the sentences before speak of."""
        for before in range(heard.index - 1, max(-1, heard.index - 1 - _BACK), -1):
            if not self._neighbours(before, heard.index):
                return None
            spoke = self.spoke.get(before)
            if spoke is not None:
                return spoke if spoke.kind in {"writing", "body"} else None
            sentence = self.sentences[before]
            first = bisect_left(self._link_starts, sentence.start)
            last = bisect_left(self._link_starts, sentence.end)
            texts = {link.entity for link in self.links[first:last] if role_of(link) == "writing"}
            if texts:
                return Speaking((min(texts),), "writing", False) if len(texts) == 1 else None
        return None

    def _joined(self, heard: Heard) -> Speaking | None:
        """Return who speaks earlier in the sentence."""
        for earlier in reversed(heard.credits):
            voice = earlier.voice
            if voice.ids and voice.kind in {"person", "people", "body"}:
                return Speaking(voice.ids, voice.kind, voice.plural)
        return None

    def _echoed(self, heard: Heard, credit: Credit) -> Speaking | None:
        """Return who spoke in the sentence before, or the one body that "it" may be."""
        it = credit.voice.kind == "it"
        if it and credit.cue.language == "en" and credit.cue.kind != "theirs":
            return self._it(heard, credit)
        bodies = self._bodies(heard.scene.start, credit.start) if it else []
        if bodies:
            return Speaking((bodies[0],), "body", False) if len(bodies) == 1 else None
        before = heard.index - 1
        if before < 0 or not self._neighbours(before, heard.index):
            return None
        spoke = self.spoke.get(before)
        if spoke is not None and (not it or spoke.kind == "body"):
            return spoke
        sentence = self.sentences[before]
        bodies = self._bodies(sentence.start, sentence.end) if it else []
        return Speaking((bodies[0],), "body", False) if len(bodies) == 1 else None

    def _it(self, heard: Heard, credit: Credit) -> Speaking | None:
        """Return the body that "it" is which says something."""
        start = heard.scene.start
        acting = self._acting(heard.index, start, heard.scene.place(credit.voice.start))
        if acting:
            return Speaking((acting[0],), "body", False) if len(acting) == 1 else None
        before = heard.index - 1
        if before < 0 or not self._neighbours(before, heard.index):
            return None
        spoke = self.spoke.get(before)
        if spoke is not None:
            return spoke if spoke.kind == "body" and not spoke.plural else None
        sentence = self.sentences[before]
        acting = self._acting(before, sentence.start, sentence.end)
        alone = len(acting) == 1 or (acting and self._leads(before))
        return Speaking((acting[0],), "body", False) if alone else None

    def _before(self, before: int, *, many: bool) -> Speaking | None:
        """Return who spoke in the sentence ``before``, or the only person in it."""
        sentence = self.sentences[before]
        persons = self.persons(before, sentence.start, sentence.end)
        spoke = self.spoke.get(before)
        if spoke is None:
            return None if many else _only(persons)
        if spoke.plural != many or (not many and spoke.kind not in {"person", "people"}):
            return None
        others = set(persons) - set(spoke.ids)
        return spoke if many or not others or self._told_only(before, others) else None

    def _told_only(self, index: int, others: set[str]) -> bool:
        """Return whether the other persons of a sentence occur in what is said only."""
        sentence = self.sentences[index]
        first = bisect_left(self._link_starts, sentence.start)
        last = bisect_left(self._link_starts, sentence.end)
        said = self.said.get(index, [])
        return all(
            bool(self.quotes.around(link.start))
            or bool(link.cases and "nom" not in link.cases)
            or any(start <= link.start < end for start, end in said)
            or bool(GOVERNED.search(self.quotes.text, max(0, link.start - 12), link.start))
            for link in self.links[first:last]
            if link.entity in others
        )


def _only(persons: Sequence[str]) -> Speaking | None:
    """Return the one person named, None where there are several or none."""
    return Speaking((persons[0],), "person", False) if len(persons) == 1 else None
