"""Who the subject of a verb of saying is, wherever it stands in the sentence."""

from __future__ import annotations

from dataclasses import replace

from .apart import Subject
from .mainclause import MainClause
from .scene import Scene, role_of
from .voices import Voice

_ANY: frozenset[str] = frozenset()
#: How far to the left a subject is sought, in units.
_FAR = 40


class Subjects(MainClause):
    """Finds the subjects of verbs in a scene."""

    def find(self, scene: Scene, verb: int, after: int, *, told: bool = False) -> Subject | None:
        """Return the subject of the verb at units ``verb:after``, None when unsure.

        After a verb that takes whom it is ``told`` to, no subject is sought.
        """
        left, negated, modal = self._skip(scene, verb)
        between = scene.units[left + 1 : verb]
        if left >= 0 and scene.units[left].text in self.words["declining"] | {"to"}:
            return None
        if any(unit.text in self.words["normative"] for unit in between):
            return None
        if self.cyrillic(scene, verb) and self._supposed(scene, verb):
            return None
        found = self._find(scene, verb, len(scene.units) if told else after, left)
        if found is None or not self._agree(scene, verb, found.voice):
            return None
        found = replace(found, voice=self._called(scene, found.voice))
        negated = negated or self._inverted_denial(scene, found.first)
        return Subject(found.voice, found.shape, found.first, negated, modal)

    def _supposed(self, scene: Scene, verb: int) -> bool:
        """Return whether a Ukrainian verb tells what may be or is asked: якщо X скаже."""
        units, words = scene.units, self.words
        if units[0].text in words["doubting"] and units[-1].text == "?":
            return True
        if units[verb].text in words["future"]:
            return any(unit.text in words["supposing"] for unit in units[:verb])
        for at in range(verb - 1, -1, -1):
            if units[at].text in words["supposing"] and units[at].text != "коли":
                return True
            if not (units[at].word or units[at].link or units[at].bracket):
                return False
        return False

    def _inverted_denial(self, scene: Scene, first: int) -> bool:
        """Return whether a denial stands before a subject: Nor does X say, never has X said."""
        if first < 2 or scene.units[first - 1].text not in self.words["auxiliaries"] | {
            "do",
            "did",
        }:
            return False
        return scene.units[first - 2].text in self.words["never"] | {"nor", "neither", "nowhere"}

    def _find(self, scene: Scene, verb: int, after: int, left: int) -> Subject | None:
        adverbial = self._adverbial(scene, verb)
        units = scene.units
        if left >= 0 and not adverbial:
            text = units[left].text
            if text in self.words["pronouns_one"] or text in self.words["pronouns_many"]:
                many = text in self.words["pronouns_many"]
                return Subject(Voice((), left, left + 1, "same", many), "before", left)
            if text == "it" and self.it_speaks(scene, left, verb):
                return Subject(Voice((), left, left + 1, "it"), "before", left)
            if text in self.words["who"]:
                return self.of_relative(scene, left)
            found = self.before(scene, verb, left + 1)
            if found is not None:
                return found
        if not adverbial:
            found = self._beyond(scene, verb, after, left)
            if found is not None:
                return found
        found = self._leaning(scene, verb, left, adverbial=adverbial)
        return found or (self.leaning_on(scene, verb, left) if adverbial else None)

    def _leaning(self, scene: Scene, verb: int, left: int, *, adverbial: bool) -> Subject | None:
        """Return the subject of a verb that is joined to another."""
        joins = scene.units[left].text if left > 0 and not adverbial else ""
        he = scene.units[0].text in self.words["pronouns_one"]
        if he and joins in self.words["joining"]:
            return Subject(Voice((), 0, 1, "same"), "far", verb)
        if scene.units[0].text == "it" and joins in self.words["joining"]:
            return Subject(Voice((), 0, 1, "it"), "far", verb)
        found = self._elsewhere(scene, verb, left, adverbial=adverbial)
        if found is None and joins in self.words["contrast"]:
            found = self._of_main_clause(scene, verb, left)
        if found is None and joins in self.words["contrast"]:
            return Subject(Voice((), verb, verb, "joined"), "far", verb)
        return found

    def _beyond(self, scene: Scene, verb: int, after: int, left: int) -> Subject | None:
        """Return a subject in a place, after the verb, or past a circumstance."""
        asked = self.asked_before(scene, verb, left)
        found = self.of_relative(scene, asked) if asked > 0 else None
        found = found or self._where(scene, verb, after, left)
        if found is not None:
            return found
        voice = self.placed(scene, verb, after, left)
        if voice is not None:
            first = voice.start - 1 if voice.start < verb else verb
            return Subject(voice, "before" if voice.start < verb else "after", first)
        comma = self._comma(scene, left)
        named = comma > 1 and any(unit.link is not None for unit in scene.units[:2])
        found = self._apart(scene, verb, comma) if named else None
        if found is not None and found.first <= 1 and found.voice.kind == "person":
            # X, the head of an institute, warned the ministry
            return found
        behind = self._after(scene, verb, after, left)
        if behind is not None:
            return behind
        who = self.who_before(scene, verb, left)
        if who > 0:
            return self.before(scene, verb, who)
        if comma > 1 and not named:
            found = self._apart(scene, verb, comma)
        return found or self._walked(scene, verb, left, comma)

    def _where(self, scene: Scene, verb: int, after: int, left: int) -> Subject | None:
        """Return the subject that a Ukrainian clause shares: X прибув до Осло, де заявив."""
        units = scene.units
        if left < 2 or units[left].text != "де" or units[left - 1].text != ",":
            return None
        found = self._after(scene, verb, after, left)
        return found or self._of_main_clause(scene, verb, left - 1)

    def _walked(self, scene: Scene, verb: int, left: int, comma: int) -> Subject | None:
        """Return a Ukrainian subject past circumstances before its verb."""
        if left > 0 and self.cyrillic(scene, verb) and comma < 0:
            voice = self.walked(scene, left)
            if voice is not None and voice.end <= left:
                return Subject(voice, "before", voice.start)
        return None

    def _comma(self, scene: Scene, left: int) -> int:
        """Return the comma before a verb, past a circumstance such as "late in life"; else -1."""
        units = scene.units
        if left > 0 and units[left].text == ",":
            return left
        for at in range(left, max(0, left - 6), -1):
            if not (units[at].word or units[at].link) or units[at].text in self.speakers.verbs:
                return -1
            if units[at - 1].text == "," and units[at].text in self.words["prepositions"]:
                return at - 1
        return -1

    def of_relative(self, scene: Scene, who: int) -> Subject | None:
        """Return whom the relative clause that begins at ``who`` belongs to."""
        limit = who - 1 if who and scene.units[who - 1].text == "," else who
        if (
            limit > 3
            and scene.units[limit - 2].text == "not"
            and scene.units[limit - 3].text == ","
        ):
            limit -= 3  # it is X, not Y, who says
        if limit <= 0:
            return None
        spoken = self.predicated(scene, limit)
        if spoken is not None:
            return Subject(spoken, "relative", spoken.start) if spoken.ids else None
        nearest = scene.units[limit - 1].link
        if nearest is not None and role_of(nearest) in {"person", "people", "body"}:
            kind = role_of(nearest)
            voice: Voice | None = Voice((nearest.entity,), limit - 1, limit, kind)
        else:
            voice = self._phrase(scene, limit, _ANY)
        return Subject(voice, "relative", voice.start) if voice else None

    def _elsewhere(self, scene: Scene, verb: int, left: int, *, adverbial: bool) -> Subject | None:
        """Return the subject of the sentence where the verb leans on it."""
        units = scene.units
        if left < 0:
            same = not adverbial and verb <= 3 and self.cyrillic(scene, verb)
            return Subject(Voice((), verb, verb, "same"), "far", 0) if same else None
        left += left + 1 < verb and units[left + 1].text in self.words["adversative"]
        joining = units[left].text in self.words["joining"] | self.words["adversative"]
        if not joining and not (adverbial and units[left].text == ","):
            return None
        if adverbial:
            found = self._of_main_clause(scene, verb, left)
            voice = self._leant_on(scene, verb, left) if found is None else found.voice
            if voice is not None:
                return Subject(voice, "far", verb)
        first = self.clause(scene, left)
        commas = (at + 1 for at in range(first, min(left, first + _FAR)) if units[at].text == ",")
        starts = [first, *commas]
        for at in starts:
            if at >= left or self._governed(scene, at):
                continue
            voice = self.speakers.read(scene, at, self.cases(scene, verb))
            if voice is None or voice.kind in {"theory", "writing"} or voice.end > left:
                continue
            if voice.kind == "own":
                return Subject(voice, "far", at)
            voice, past = self._led(scene, verb, at, voice)
            if past < 0:
                continue
            rival = any(self._rivals(scene, place) for place in range(past, left))
            return None if rival and not adverbial else Subject(voice, "far", verb)
        return self._of_verb_before(scene, verb, left) or self._of_main_clause(scene, verb, left)

    def _of_main_clause(self, scene: Scene, verb: int, left: int) -> Subject | None:
        """Return the subject that a Ukrainian verb shares with the clause before it."""
        found = self.main(scene, left) if self.cyrillic(scene, verb) else None
        return Subject(found.voice, "far", verb) if found is not None else None

    def _of_verb_before(self, scene: Scene, verb: int, left: int) -> Subject | None:
        """Return the subject of the Ukrainian verb that this one is joined to by "and"."""
        if not self.cyrillic(scene, verb):
            return None
        units = scene.units
        for at in range(left - 1, -1, -1):
            link = units[at].link
            if link is None or role_of(link) not in {"person", "people", "body"}:
                continue
            if not self._may_be(link.cases) or self._governed(scene, at):
                continue
            after = at + 1
            while after < left and (units[after].text in "»”–—" or self.adverb(scene, after)):
                after += 1
            ends = tuple(self.words["verbal_endings"])
            if (
                units[after].word
                and len(units[after].text) > 3
                and units[after].text.endswith(ends)
            ):
                voice = Voice((link.entity,), at, at + 1, role_of(link))
                return Subject(voice, "far", verb)
        return None
