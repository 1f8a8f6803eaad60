"""What fills a slot to the left of a trigger: subjects, antecedents, names in apposition."""

from __future__ import annotations

from collections.abc import Iterator

from ..parts import Link
from .clauses import HARD, Row
from .fillers import (
    BODIES,
    PEOPLE,
    POSSESSIVES,
    Filler,
    Genders,
    agrees,
    fits,
    is_kind,
    led_by_preposition,
    suits,
    widened,
)
from .forms import Form
from .frames import Slot
from .grammar import JOINING_VERBS, PRONOUNS, SUBJECT_PRONOUNS, SUBJECT_RELATIVES, is_participle
from .nounphrases import has_head, is_phrase

_GERUNDS = ("ючи", "учи", "ачи", "ячи", "ючись", "учись", "вши", "вшись")
#: A clause that begins after these has its subject first.
_CLAUSE_BORDERS = {
    "uk": frozenset({"", ".", ":", ";", "що"}),
    "en": frozenset({"", ".", ":", ";", "that", "because", "although", "since", "while"}),
}
_DATING = frozenset({"in", "since", "by", "after", "before", "until", "during", "on", "from"})
_BRACKETS = {")": "(", "]": "["}


def before(row: Row, at: int, slot: Slot, verb: Form, genders: Genders) -> list[Filler]:
    """Return what fills ``slot`` to the left of the token ``at``; several where coordinated.

    ``verb`` tells number and gender; a name of another gender is no subject of it.
    """
    return _Leftward(row, slot, verb, genders).fill(at)


class _Leftward:
    """Looks for a subject from a verb to the left."""

    def __init__(self, row: Row, slot: Slot, verb: Form, genders: Genders) -> None:
        self.row, self.slot, self.verb, self.genders = row, slot, verb, genders

    def fill(self, at: int) -> list[Filler]:
        row = self.row
        index = self._over_adverbs(at)
        if index > 0 and row.word(index - 1) in SUBJECT_RELATIVES[row.language]:
            return self._antecedent(index - 1)
        if row.word(at).endswith(_GERUNDS) and row.language == "uk":
            return self._of_gerund(index)
        if index > 0 and row.word(index - 1) == ",":
            return self._over_insertion(index - 1)
        if index > 0 and row.word(index - 1) in JOINING_VERBS[row.language]:
            return self._shared(index - 1)
        return self._nearest(index)

    def _of_gerund(self, at: int) -> list[Filler]:
        """Return the subject of the clause that a gerund at ``at`` goes with."""
        row = self.row
        if row.word(at - 1) == ",":
            return self._shared(at - 1)
        if at > 0:
            return []
        comma = next((i for i in range(at, len(row)) if row.words[i] == ","), len(row))
        start = comma + 1
        while start < len(row) and row.is_adjective(start) and start not in row.heads:
            start += 1
        for link, end in row.heads.get(start, ()):
            if fits(link, self.slot) and link.cases:
                return [widened(row, link, start, end)]
        return []

    def _over_adverbs(self, at: int) -> int:
        row = self.row
        while (
            at > 0 and at not in row.tails and (row.is_adverb(at - 1) or row.word(at - 1) == "не")
        ):
            at -= 1
        return at

    def _nearest(self, at: int) -> list[Filler]:
        row, index = self.row, at
        while index > 0:
            if index in row.tails:
                link, begin = self._best(index)
                if link is not None:
                    return self._settled(link, begin, index, at)
                index = row.tails[index][0][1]
                continue
            word = row.words[index - 1]
            if word in SUBJECT_PRONOUNS[row.language]:
                return self._meant(index - 1)
            if word in _BRACKETS:
                index = self._bracket(index - 1)
                continue
            if word == "," or word in HARD or word in "([" or row.opens_clause(index - 1):
                break
            if row.is_verb(index - 1):
                return []
            index -= 1
        return self._clause_phrase(index, at)

    def _meant(self, at: int) -> list[Filler]:
        """Return what the pronoun at ``at`` stands for: the subject of the sentence before.

        Only a pronoun at the head of its sentence, after a sentence with one name that
        agrees with it and may be a subject by its form, or, in English, by its place.
        """
        row = self.row
        previous = row.before
        if previous is None or any(not row.is_adverb(i) and not row.is_mark(i) for i in range(at)):
            return []
        wanted = SUBJECT_PRONOUNS[row.language][row.words[at]]
        able = [
            (link, begin)
            for begin, found in sorted(previous.heads.items())
            for link, _ in found[:1]
            if not link.weak and suits(link, self.slot) and self._stands_for(link, wanted)
            if not link.cases or "nom" in link.cases
        ]
        if not able or {link.entity for link, _ in able} != {able[0][0].entity}:
            return []
        link, begin = able[0]
        opens = all(previous.is_adjective(i) or previous.is_adverb(i) for i in range(begin))
        if not opens and not self._is_certain(link):
            return []
        return [Filler(link.entity, link.type, at, at + 1)]

    def _stands_for(self, link: Link, wanted: str) -> bool:
        """Tell whether a pronoun of that gender may stand for ``link``."""
        if self.row.language == "uk":
            return self.genders.get(link.entity, "") == wanted
        person = bool(link.type) and is_kind(link.type, PEOPLE)
        if wanted == "person":
            return person
        return bool(link.type) and not person and is_kind(link.type, BODIES)

    def _best(self, index: int) -> tuple[Link | None, int]:
        for link, begin in self.row.tails[index]:
            if not self._agrees(link) or self.row.word(index) in POSSESSIVES:
                continue
            if fits(link, self.slot) and not self._governed(link, begin):
                return link, begin
            if self._after_light_noun(link, begin):
                return link, begin
            # What holds a link holds it in a case: the inner one is no subject.
            if not link.weak and self.row.language == "uk" and not self._inner_allowed(link):
                break
        return None, 0

    def _agrees(self, link: Link) -> bool:
        """Tell whether verb and name agree; the genders are those of Ukrainian labels."""
        return self.row.language != "uk" or agrees(link, self.verb, self.genders)

    def _after_light_noun(self, link: Link, begin: int) -> bool:
        """Tell whether a noun that says little governs the link: "development of trade"."""
        at = self._over_modifiers(begin)
        return (
            self.row.word(at - 1) in self.slot.dropped
            and "gen" in link.cases
            and not link.weak
            and suits(link, self.slot)
            and (at == 1 or not self.row.is_preposition(at - 2))
        )

    def _inner_allowed(self, link: Link) -> bool:
        return link.weak

    def _settled(self, link: Link, begin: int, end: int, at: int) -> list[Filler]:
        if not self._is_certain(link) and not self._clear(end, at):
            return []
        found = [widened(self.row, link, begin, end)]
        if self.verb.number != "sing":
            found += self._coordinated(begin)
        elif self.row.is_conjunction(begin - 1) and begin - 1 in self.row.tails:
            return self._ambiguous_pair(found, begin)
        return sorted(found, key=lambda filler: filler.first)

    def _ambiguous_pair(self, found: list[Filler], begin: int) -> list[Filler]:
        """Return ``found`` unless the verb may belong to one of two joined names only."""
        joined = any(fits(link, self.slot) for link, _ in self.row.tails[begin - 1])
        return [] if joined else found

    def _coordinated(self, begin: int) -> Iterator[Filler]:
        row, at = self.row, begin
        for _ in range(8):
            at = self._over_modifiers(at)
            if not (row.is_conjunction(at - 1) or row.word(at - 1) == ","):
                return
            at -= 1
            if row.word(at - 1) == "а" or row.word(at) == "також":
                return
            if row.word(at - 1) == ",":
                at -= 1
            if at not in row.tails:
                return
            link, start = self._best(at)
            if link is None:
                return
            yield Filler(link.entity, link.type, start, at)
            at = start

    def _over_modifiers(self, at: int) -> int:
        while at > 0 and self.row.is_adjective(at - 1) and at not in self.row.tails:
            at -= 1
        return at

    def _is_certain(self, link: Link) -> bool:
        """Tell whether the form of the link can be but a subject."""
        return bool(link.cases) and "nom" in link.cases and not link.cases - {"nom", "voc"}

    def _governed(self, link: Link, begin: int) -> bool:
        """Tell whether a preposition or a noun in front of the link governs it."""
        row = self.row
        if row.language == "uk" and link.cases and "gen" not in link.cases:
            # A noun governs the genitive; what else stands here a preposition may govern.
            return not self._is_certain(link) and led_by_preposition(row, begin)
        for at in range(begin, max(begin - 4, -1), -1):
            if at == 0 or (at in row.tails and not any(link.weak for link, _ in row.tails[at])):
                return at > 0
            if row.is_preposition(at - 1):
                return True
            if self._ends_before(at - 1):
                return row.is_conjunction(at - 1) and self._governed_pair(at - 1)
            if not row.is_adjective(at - 1):
                return self._noun_governs(link, at - 1)
        return True

    def _ends_before(self, at: int) -> bool:
        """Tell whether the word at ``at`` belongs to no noun phrase that goes on after it."""
        row, word = self.row, self.row.words[at]
        if row.language == "en" and (word in POSSESSIVES or word in PRONOUNS["en"]):
            return True
        if row.is_mark(at) or row.opens_clause(at) or row.is_conjunction(at):
            return True
        return row.is_verb(at) or row.is_adverb(at) or word[0].isdigit()

    def _noun_governs(self, link: Link, at: int) -> bool:
        if self.row.language == "uk":
            return True
        if link.type and is_kind(link.type, PEOPLE):
            return False  # a title: "the analyst Tan Wei Lin"
        return not self.row.raw[at][0].isupper()

    def _governed_pair(self, at: int) -> bool:
        """Tell whether the name joined on the left of ``at`` is governed."""
        pair = self.row.tails.get(at)
        return bool(pair) and self._governed(pair[0][0], pair[0][1]) if pair else False

    def _clear(self, begin: int, end: int) -> bool:
        """Tell whether nothing between the link and the verb can be the subject instead."""
        row, index, prepositional = self.row, begin, False
        if row.word(begin) in ("'s", "'"):
            return False
        while index < end:
            if index in row.heads:
                link, last = row.heads[index][0]
                if not prepositional and "gen" not in link.cases and link.cases:
                    return False
                if not prepositional and not link.cases and row.language == "en":
                    return False
                index = last
                continue
            if row.is_preposition(index):
                prepositional = True
            elif row.words[index] in "()":
                prepositional = False
            elif not prepositional and not row.is_adverb(index):
                return False
            index += 1
        return True

    def _bracket(self, at: int) -> int:
        opening = _BRACKETS[self.row.words[at]]
        while at > 0 and self.row.words[at] != opening:
            at -= 1
        return at

    def _antecedent(self, at: int) -> list[Filler]:
        """Return the link that the relative word at ``at`` stands for."""
        row = self.row
        comma = at - 1 if row.word(at - 1) == "," else at
        if row.language == "uk" and comma == at:
            return []
        wanted = SUBJECT_RELATIVES[row.language][row.word(at)]
        for link, begin in row.tails.get(comma, ()):
            if link.weak or not suits(link, self.slot):
                continue
            gender = self.genders.get(link.entity, "")
            if wanted and gender and gender != wanted:
                continue
            if row.language == "uk" and not gender and wanted and self._has_governor(begin):
                continue
            if row.language == "en" and row.word(begin - 1) == "of":
                return []
            found = [Filler(link.entity, link.type, begin, comma)]
            if row.word(at) in ("які", "котрі"):
                found += self._joined_antecedents(begin)
            return sorted(found, key=lambda filler: filler.first)
        return []

    def _joined_antecedents(self, begin: int) -> Iterator[Filler]:
        """Yield the name that a conjunction joins to the antecedent of a plural relative."""
        at = self._over_modifiers(begin)
        if self.row.is_conjunction(at - 1):
            for link, start in self.row.tails.get(at - 1, ()):
                if suits(link, self.slot) and not link.weak:
                    yield Filler(link.entity, link.type, start, at - 1)
                    return

    def _has_governor(self, begin: int) -> bool:
        row = self.row
        at = self._over_modifiers(begin)
        return at > 0 and not row.is_mark(at - 1) and not row.is_preposition(at - 1)

    def _over_insertion(self, comma: int) -> list[Filler]:
        """Return the subject in front of what the commas before the verb set off."""
        row, at = self.row, comma
        if self._is_aside(comma):
            return self.fill(row.clause_start(comma) - 1) if row.clause_start(comma) > 0 else []
        while at > 0:
            start = row.clause_start(at)
            if start <= 0 or row.word(start - 1) != ",":
                return []
            opens = row.opens_clause(start) or (
                row.is_preposition(start) and row.opens_clause(start + 1)
            )
            if opens or is_participle(row.word(start), row.language):
                for link, begin in row.tails.get(start - 1, ()):
                    if fits(link, self.slot) and not self._governed(link, begin):
                        return [Filler(link.entity, link.type, begin, start - 1)]
                if opens:
                    return []
            at = start - 1
        return []

    def _is_aside(self, comma: int) -> bool:
        start = self.row.clause_start(comma)
        inside = range(start, comma)
        return 0 < len(inside) <= 2 and all(
            self.row.is_adverb(i) and i not in self.row.heads for i in inside
        )

    def _shared(self, at: int) -> list[Filler]:
        """Return the subject of the verb that the conjunction at ``at`` joins this one to."""
        row, index = self.row, at - 1
        while index > 0:
            word = row.words[index]
            if word in HARD or word in "()[]":
                return []
            if row.opens_clause(index) and word not in SUBJECT_RELATIVES[row.language]:
                return []
            inside = any(
                begin < index < end
                for begin in range(max(0, index - 8), index + 1)
                for _, end in row.heads.get(begin, ())
            )
            infinitive = row.language == "uk" and word.endswith(("ти", "тися", "тись"))
            if row.is_verb(index) and not inside and not infinitive:
                # The names between the two verbs are objects of the first.
                return self.fill(index)
            if word in SUBJECT_RELATIVES[row.language]:
                return []
            index -= 1
        return []

    def _begins(self, start: int) -> bool:
        """Tell whether a clause whose subject stands first begins at ``start``."""
        row = self.row
        if start == 0 or row.word(start - 1) in _CLAUSE_BORDERS[row.language]:
            return True
        before = row.starts[start] - 1
        return row.clean[before] in '“"«„' or (
            row.language == "en" and row.words[start - 1][0].isdigit()
        )

    def _over_date(self, start: int, at: int) -> int:
        """Return where the subject begins after a date: "In 2014 a terminal was moored"."""
        row = self.row
        if row.language == "en" and row.word(start) in _DATING and start == 0:
            for index in range(1, min(4, at)):
                if row.words[index][0].isdigit() and row.word(index + 1) != ",":
                    return index + 1
        return start

    def _clause_phrase(self, start: int, at: int) -> list[Filler]:
        """Return the words from the head of the clause to the verb, as a phrase."""
        row, slot = self.row, self.slot
        start = self._over_date(start, at)
        if not slot.phrase or start >= at or not self._begins(start):
            return []
        if any(not link.weak for link, _ in row.heads.get(start, ())) or row.is_adverb(start):
            return []
        if is_phrase(row, start, at, slot.phrase) and has_head(row, start, at, slot):
            return [Filler("", "", start, at)]
        return []


def touching(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the name that ends right before the token ``at``, unless a preposition governs it.

    A possessive ending may stand between: "Norway's election".
    """
    if row.language == "en":
        over = at
        while over > 0 and over not in row.tails and row.is_adjective(over - 1):
            over -= 1
        if row.word(over - 1) in POSSESSIVES:
            at = over - 1
    for link, begin in row.tails.get(at, ()):
        if fits(link, slot) and (link.weak or not led_by_preposition(row, begin)):
            return [Filler(link.entity, link.type, begin, at)]
    return []


def apposition(row: Row, at: int, slot: Slot, form: Form, genders: Genders) -> list[Filler]:
    """Return the name in front of the comma after which the trigger stands."""
    index = at
    while index > 0 and row.is_adjective(index - 1):
        index -= 1
    while row.language == "en" and row.word(index - 1) in ("the", "a", "an"):
        index -= 1
    if row.word(index - 1) not in (",", "–", "—", "-", "("):
        return []
    for link, begin in row.tails.get(index - 1, ()):
        if not link.weak and fits(link, slot) and agrees(link, form, genders):
            return [Filler(link.entity, link.type, begin, index - 1)]
    return []
