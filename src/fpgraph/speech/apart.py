"""Subjects after their verb, and those that an apposition parts from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .placed import Placed
from .scene import Scene, role_of
from .speakers import joined
from .voices import Voice

_CLOSING = frozenset('”"»’')
#: How far to the left a subject is sought, in units.
_FAR = 40
#: How Ukrainian adjectives and nouns end that name who is told.
_TOLD = ("ій", "ому", "ам", "ям", "ові", "еві")
_AMONG = frozenset({"among", "серед"})
#: How far after a title the name it belongs to may stand, in units.
_CALLED = 14


@dataclass(frozen=True, slots=True)
class Subject:
    """A voice and how it stands to its verb: before, after, apart, relative or far.

    ``first`` is the first unit of the clause the two make, ``negated`` whether a
    negation stands with the verb, ``modal`` whether it only may be said.
    """

    voice: Voice
    shape: str
    first: int
    negated: bool = False
    modal: bool = False


class Apart(Placed):
    """Finds subjects after a verb and before an apposition."""

    def _after(self, scene: Scene, verb: int, after: int, left: int) -> Subject | None:
        at = after
        passed = self.words["told"] | self.words["also"]
        while at < len(scene.units) and scene.units[at].word:
            if scene.units[at].text not in passed and not self.adverb(scene, at):
                break
            at += 1
        at = self._past_told(scene, self._past_place(scene, at))
        if at >= len(scene.units):
            return None
        text = scene.units[at].text
        many = text in self.words["pronouns_many"]
        if many or text in self.words["pronouns_one"]:
            return Subject(Voice((), at, at + 1, "same", many), "after", verb)
        voice = self.speakers.read(scene, at, self.cases(scene, verb))
        if voice is None or voice.kind == "none":
            return None
        if not self.cyrillic(scene, verb) and not self._inverted(scene, verb, voice):
            return None
        before = scene.units[left] if left >= 0 else None
        free = before is None or not (before.word or before.link) or before.text in self.free
        if not free and self.cyrillic(scene, verb):
            free = not before.link if before else True
            free = free and self._nominative(scene, voice)
        return Subject(voice, "after", verb) if free else None

    def _past_told(self, scene: Scene, at: int) -> int:
        """Return the person after who is told behind a Ukrainian verb, else ``at``."""
        for place in range(at, min(len(scene.units), at + 4)):
            unit = scene.units[place]
            if unit.link is not None and place > at and role_of(unit.link) == "person":
                return place if self._may_be(unit.link.cases) else at
            noun = self.speakers.nouns.get(unit.text)
            told = noun is not None and not noun.nominative
            if not unit.word or not (told or unit.text.endswith(_TOLD)):
                return at
        return at

    def _past_place(self, scene: Scene, at: int) -> int:
        """Return the person after "у телеграмі" behind a Ukrainian verb, else ``at``."""
        units = scene.units
        if at >= len(units) or units[at].text not in self.words["locating"]:
            return at
        for place in range(at + 2, min(len(units), at + 5)):
            link = units[place].link
            if link is not None and role_of(link) == "person" and "nom" in link.cases:
                return place
            if not (units[place].word or link):
                break
        return at

    def _inverted(self, scene: Scene, verb: int, voice: Voice) -> bool:
        """Return whether an English subject may follow its verb: says X, say X and Y."""
        text = scene.units[verb].text
        many = voice.plural or voice.kind == "people"
        agrees = many or text.endswith(("s", "ed")) or text in self.words["irregular_past"]
        closed = any(unit.text in _CLOSING for unit in scene.units[max(0, verb - 2) : verb])
        if agrees and closed and scene.text[scene.units[voice.end - 1].start].isupper():
            # “...,” notes X of the institute
            return voice.end >= len(scene.units) or scene.units[voice.end].text not in self.free
        return agrees and self._set_off(scene, voice.end)

    def _set_off(self, scene: Scene, at: int) -> bool:
        """Return whether a mark, "that" or a circumstance follows a subject after its verb."""
        if at >= len(scene.units):
            return True
        unit = scene.units[at]
        if not unit.word:
            return unit.link is None
        follows = self.words["that"] | self.words["venue_prepositions"] | self.words["adverbs"]
        return unit.text in follows - self.words["copulas"]

    @property
    def free(self) -> frozenset[str]:
        """The words that a clause in which the verb comes first may begin with."""
        return self.words["as"] | self.words["conjunctions"]

    def _apart(self, scene: Scene, verb: int, comma: int) -> Subject | None:
        """Return the subject before an apposition: X, one of the founders, says."""
        for opening in range(comma - 1, max(0, comma - _FAR), -1):
            if scene.units[opening].text not in {",", "–", "—"}:
                if scene.units[opening].text in {";", ":"}:
                    break
                continue
            voice = self._parted(scene, verb, opening) or self._named_last(scene, opening, comma)
            if voice is not None:
                named = self._instances(scene, opening, comma) if voice.plural else ()
                if named:
                    voice = replace(voice, ids=named, kind="person")
                inner = scene.units[opening + 1].link
                if inner is not None and opening + 2 == comma and role_of(inner) == "person":
                    # The premier, X, said: the title comes first.
                    ids = (inner.entity,)
                    voice = replace(voice, ids=ids, kind="person", plural=False)
                return Subject(voice, "apart", voice.start)
        return None

    def _named_last(self, scene: Scene, opening: int, comma: int) -> Voice | None:
        """Return the person named alone after a title of a clause: , творець якого, X, вважав."""
        link = scene.units[opening + 1].link if opening + 2 == comma else None
        told = opening and scene.units[opening - 1].text in self.words["of_whom"]
        if not told or link is None or role_of(link) != "person" or not self._may_be(link.cases):
            return None
        return Voice((link.entity,), opening + 1, comma, "person")

    def _lists(self, scene: Scene, other: Voice, end: int) -> bool:
        """Return whether what is joined depends on a phrase: officials in A, B and C."""
        if self.cyrillic(scene, other.start) or other.kind != "people":
            return False
        within = scene.units[other.start + 1 : end - 1]
        return any(unit.text in self.words["inner_prepositions"] for unit in within)

    def _parted(self, scene: Scene, verb: int, opening: int) -> Voice | None:
        """Return who is named before an apposition: in English also X and Y, who do so, say."""
        if self.cyrillic(scene, verb) or not self._plural(scene, verb):
            return self._phrase(scene, opening, self.cases(scene, verb))
        found = self.before(scene, verb, opening)
        return None if found is None else found.voice

    def _instances(self, scene: Scene, opening: int, comma: int) -> tuple[str, ...]:
        """Return the persons named as such people: дослідники, як X та Y; scholars like X."""
        first, then = scene.units[opening + 1].text, scene.units[opening + 2].text
        among = first in _AMONG and then in {"them", "них"}
        if not among and first not in self.words["as"] | self.words["instancing"]:
            return ()
        links = [unit.link for unit in scene.units[opening + 2 : comma] if unit.link]
        return tuple(dict.fromkeys(link.entity for link in links if role_of(link) == "person"))

    def _called(self, scene: Scene, voice: Voice) -> Voice:
        """Return the voice of the person named right after a title: the mayor, X."""
        units = scene.units
        if voice.kind not in {"people", "same"} or voice.plural or not voice.ids:
            return voice
        for at in range(voice.end, min(len(units) - 1, voice.end + _CALLED)):
            if at == voice.end and units[at].text != ",":
                return voice
            if at == voice.end:
                told = self.speakers.read(scene, at + 1, self.cases(scene, at + 1))
                if told is not None and told.kind == "person" and self._mark(scene, told.end):
                    return replace(voice, ids=told.ids, end=told.end, kind="person")
            link = units[at + 1].link
            if units[at].text == "," and link is not None and role_of(link) == "person":
                ends = self._mark(scene, at + 2)
                named = replace(voice, ids=(link.entity,), end=at + 2, kind="person")
                return named if ends else voice
            if units[at].text in self.speakers.verbs | self.words["verbal"] | self.words["who"]:
                return voice
        return voice

    def _agree(self, scene: Scene, verb: int, voice: Voice) -> bool:
        """Return whether a Ukrainian plural has a plural subject: союз часто вважають has none."""
        if voice.plural or voice.kind not in {"person", "body"} or not self.cyrillic(scene, verb):
            return True
        if not self._plural(scene, verb) or self._adverbial(scene, verb):
            return True
        named = scene.units[voice.end - 1]
        printed = scene.text[named.start : named.end]
        several = printed.isupper() or printed.endswith(("и", "і", "ї"))
        return voice.kind == "body" and several

    def titled_after(self, scene: Scene, voice: Voice) -> Voice:
        """Return the person whom a title right after a comma belongs to: X, adviser to Y says."""
        at = voice.start - 2
        if at < 0 or voice.plural or voice.kind not in {"people", "same"}:
            return voice
        if self.cyrillic(scene, voice.start) or scene.units[at + 1].text != ",":
            return voice
        link = scene.units[at].link
        if link is None or role_of(link) != "person" or self._governed(scene, at):
            return voice
        return Voice((link.entity,), at, voice.end, "person")

    def before(self, scene: Scene, verb: int, limit: int) -> Subject | None:
        """Return the subject that ends at unit ``limit``, with those joined to it."""
        cases = self.cases(scene, verb)
        voice = self._phrase(scene, limit, cases)
        if voice is None:
            return None
        voice = self.titled_after(scene, voice)
        voices = [voice]
        first = voice.start
        while voice.kind != "own" and self._plural(scene, verb) and first > 1:
            link_word = scene.units[first - 1].text
            if link_word not in self.words["joining"] and not (
                link_word == "," and len(voices) > 1
            ):
                break
            end = first - 1 if scene.units[first - 2].text != "," else first - 2
            other = self._phrase(scene, end, cases)
            if other is None or not other.ids:
                break
            if scene.units[voice.start].text in self.words["theirs_all"] and not voices[1:]:
                voices.clear()  # X and his colleagues
            if (link_word == "," or voice.kind == "body") and self._lists(scene, other, end):
                return Subject(other, "before", other.start)
            if link_word == "," and other.kind != voice.kind:
                # In the monthly, X and Y taught
                break
            voices.append(other)
            first = other.start
        return Subject(joined(voices) if len(voices) > 1 else voices[0], "before", first)
