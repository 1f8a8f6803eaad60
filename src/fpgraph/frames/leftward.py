"""What fills a slot to the left of a trigger: the subject of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from ..parts import Link
from .anaphora import meant
from .antecedents import antecedents, over_insertion
from .beside import described, is_attribute
from .clauses import HARD, Row
from .english.participles import described as of_participle
from .english.participles import is_past_participle, opening_subject
from .english.subjects import subjects
from .fillers import (
    NAMED,
    POSSESSIVES,
    Filler,
    Genders,
    agrees,
    fits,
    is_kind,
    suits,
    widened,
)
from .frame import Slot
from .governing import is_certain, is_clear, is_governed, over_modifiers
from .grammar import (
    JOINING_VERBS,
    SUBJECT_RELATIVES,
)
from .headphrase import clause_phrase, is_border
from .moods import LEADS, group_start
from .paths import path_from
from .phraseheads import headed, is_phrase
from .phrasewords import DROPPED
from .ukrainian.agreement import enough, numbered
from .ukrainian.clauseparts import before_subordinate
from .ukrainian.groups import group_at, over_date
from .ukrainian.subjects import clause_subjects
from .wordform import Form

_GERUNDS = ("ючи", "учи", "ачи", "ячи", "ючись", "учись", "ачись", "ячись", "вши", "вшись")
_FINITE = frozenset({"", "future", "inf"})
_DATING = frozenset({"in", "since", "by", "after", "before", "until", "during", "on", "from"})
#: "The concept of soft power" is soft power.
_LIGHT = frozenset({"concept", "theory", "notion", "idea", "doctrine", "term", "principle"})
_NEITHER = frozenset({"ні", "ані", "neither", "nor", "і", "й", "both"})
#: How many names one verb may have as its subjects.
_JOINED = 8


def before(row: Row, at: int, slot: Slot, verb: Form, genders: Genders) -> list[Filler]:
    """Return what fills ``slot`` to the left of the token ``at``; several where coordinated.

    ``verb`` tells number and gender; a name of another gender is no subject of it.
    """
    if row.language == "uk":
        verb = numbered(row.words[at], verb)
    key = (at, id(slot), verb.number, verb.gender, verb.mood)
    known: tuple[Slot, list[Filler]] | None = row.subjects.get(key)
    if known is None:
        # The slot is kept with what fills it, so that no other one gets its id.
        known = row.subjects[key] = (slot, _Leftward(row, slot, verb, genders).fill(at))
    return known[1]


class _Leftward:
    """Looks for a subject from a verb to the left."""

    def __init__(self, row: Row, slot: Slot, verb: Form, genders: Genders) -> None:
        self.row, self.slot, self.verb, self.genders = row, slot, verb, genders

    def fill(self, at: int) -> list[Filler]:
        row = self.row
        index = group_start(row, at)
        if is_attribute(row, at, index):
            return described(row, index, self.slot)
        if row.language == "en":
            known = subjects(row, at, index, self.slot, self.genders)
            if known is not None:
                return known
            if is_past_participle(row, at) and self.verb.mood != "ing":
                found = of_participle(row, at, self.slot, self.genders)
                if found:
                    return found
            return self._of_verb(at, index)
        found = self._of_verb(at, index)
        if not self._is_finite(at) or (found and not self._goes_on(found, index)):
            return enough(row, found, index, self.verb, self.genders)
        whole = clause_subjects(row, at, index, self.slot, self.verb, self.genders, self.fill)
        whole = whole or ([] if self.verb.number != "plur" else found)
        return enough(row, whole, index, self.verb, self.genders)

    def _goes_on(self, found: list[Filler], end: int) -> bool:
        """Tell whether a known idea is but the head of a subject: "the neutrality of Sweden"."""
        last = found[-1]
        if last.last >= end or not last.entity:
            return False
        if self.row.is_conjunction(last.last):
            return self.verb.number == "plur"
        if not last.type or is_kind(last.type, NAMED):
            return False
        group = group_at(self.row, last.last)
        owned = group is not None and "gen" in group.cases
        dated = over_date(self.row, last.last) > last.last
        return (owned and not dated) or self.row.is_preposition(last.last)

    def _is_finite(self, at: int) -> bool:
        """Tell whether the word at ``at`` has a subject that its clause tells."""
        if self.verb.mood not in _FINITE or self.row.words[at].endswith(_GERUNDS):
            return False
        return bool(self.verb.number) or self.row.is_verb(at)

    def _of_verb(self, at: int, index: int) -> list[Filler]:
        row = self.row
        previous = row.word(index - 1)
        if index > 0 and previous in SUBJECT_RELATIVES[row.language]:
            return antecedents(row, index - 1, self.slot, self.genders, self.verb)
        if self._is_unfinished(at, index):
            return self._of_participle(index)
        if previous == ",":
            if (aside := self._over_aside(index - 1)) is not None:
                return aside
            return over_insertion(row, index - 1, self.slot)
        if index > 0 and previous in JOINING_VERBS[row.language]:
            return self._shared(index - 1)
        found = self._nearest(index)
        phrase = found and not found[0].entity and row.language == "uk" and self._is_finite(at)
        return [] if phrase else found  # where a phrase begins and ends ``clause_subjects`` tells

    def _is_unfinished(self, at: int, index: int) -> bool:
        """Tell whether the verb at ``at`` is a gerund or participle of the main clause."""
        row = self.row
        word = row.word(at)
        if row.language == "uk":
            return word.endswith(_GERUNDS) and (index == at or not row.words[index].isalpha())
        if self.verb.mood == "ing":
            return index == at and (row.word(at - 1) in LEADS or row.word(at - 1) in ("", ","))
        return at == 0 and self.verb.mood in ("passive", "") and word.endswith(("ed", "ing"))

    def _of_participle(self, at: int) -> list[Filler]:
        """Return the subject of the clause that a participle at ``at`` goes with."""
        row = self.row
        lead = at - 1 if row.word(at - 1) in LEADS else at
        if lead <= 0:
            found = self._after_opening(at)
            if found or row.language == "uk" or not row.words[at].endswith("ing"):
                return found
            return opening_subject(row, at, self.slot, self.genders)
        if row.word(lead - 1) == ",":
            opening = self._opening(lead - 1)
            return opening or self._shared(lead - 1)
        return self._shared(lead) if lead < at else []

    def _opening(self, comma: int) -> list[Filler]:
        """Return the name that the clause before ``comma`` is nothing but."""
        row = self.row
        for link, begin in row.tails.get(comma, ()):
            start = over_modifiers(row, begin)
            opens = start == 0 or is_border(row, start - 1) or row.is_conjunction(start - 1)
            if opens and fits(link, self.slot):
                return [widened(row, link, begin, comma)]
        return []

    def _after_opening(self, at: int) -> list[Filler]:
        """Return the subject after a participle clause: "Seeking peace, Norway …"."""
        row = self.row
        comma = next((i for i in range(at, len(row)) if row.words[i] == ","), len(row))
        start = comma + 1
        while start < len(row) and row.is_adjective(start) and start not in row.heads:
            start += 1
        for link, end in row.heads.get(start, ()):
            known = link.cases if row.language == "uk" else row.word(end) not in POSSESSIVES
            if fits(link, self.slot) and known:
                return [widened(row, link, start, end)]
        return []

    def _nearest(self, at: int) -> list[Filler]:
        path = path_from(self.row, at)
        for end in path.names:
            link, begin = self._best(end)
            if link is not None:
                return self._settled(link, begin, end, at)
        if path.end == "pronoun":
            return meant(self.row, path.start - 1, self.slot, self.genders)
        if path.end == "verb":
            return []
        return clause_phrase(self.row, path.start, at, self.slot, self.verb)

    def _best(self, index: int) -> tuple[Link | None, int]:
        for link, begin in self.row.tails[index]:
            if not self._agrees(link) or self.row.word(index) in POSSESSIVES:
                continue
            if self.row.word(begin - 1) in ("–", "—") and begin - 1 in self.row.tails:
                break  # «відносини Україна – НАТО»
            if fits(link, self.slot) and not is_governed(self.row, link, begin):
                return link, begin
            if self._after_light_noun(link, begin):
                return link, begin
            # What holds a link holds it in a case: the inner one is no subject.
            if not link.weak and self.row.language == "uk":
                break
        return None, 0

    def _agrees(self, link: Link) -> bool:
        """Tell whether verb and name agree; the genders are those of Ukrainian labels."""
        return self.row.language != "uk" or agrees(link, self.verb, self.genders)

    def _after_light_noun(self, link: Link, begin: int) -> bool:
        """Tell whether a noun that says little governs the link: "development of trade"."""
        at = over_modifiers(self.row, begin)
        if self.row.language == "en":
            of = self.row.word(at - 1) == "of" and self.row.word(at - 2) in _LIGHT
            return of and suits(link, self.slot) and self.row.word(at - 4) not in _DATING
        return (
            self.row.word(at - 1) in self.slot.dropped
            and "gen" in link.cases
            and not link.weak
            and suits(link, self.slot)
            and (at == 1 or not self.row.is_preposition(at - 2))
        )

    def _settled(self, link: Link, begin: int, end: int, at: int) -> list[Filler]:
        joined: list[Filler] = []
        if not is_certain(link) and not is_clear(self.row, end, at):
            if not self._joins_phrase(end, at):
                return []
            phrase = headed(self.row, end + 1, at, self.slot)
            joined = [phrase] if phrase is not None and not phrase.entity else []
        found = [widened(self.row, link, begin, end), *joined]
        if self.verb.number != "sing":
            found += self._coordinated(begin)
        elif self.row.is_conjunction(begin - 1) and begin - 1 in self.row.tails:
            return self._ambiguous_pair(found, begin)
        return sorted(found, key=lambda filler: filler.first)

    def _joins_phrase(self, end: int, at: int) -> bool:
        """Tell whether "and" joins a phrase up to ``at`` to the name that ends at ``end``."""
        row = self.row
        if self.verb.number == "sing" or not row.is_conjunction(end):
            return False
        begin = end + 1
        while begin < at and row.words[begin] in DROPPED[row.language]:
            begin += 1
        whole = is_phrase(row, begin, at, _JOINED)
        return whole and not any(i in row.heads or row.is_conjunction(i) for i in range(begin, at))

    def _ambiguous_pair(self, found: list[Filler], begin: int) -> list[Filler]:
        """Return ``found`` unless the verb may belong to one of two joined names only.

        "Neither Chile nor Peru recognises" speaks of both.
        """
        row = self.row
        for link, start in row.tails[begin - 1]:
            if fits(link, self.slot):
                both = row.word(begin - 1) == "nor" and row.word(start - 1) == "neither"
                other = Filler(link.entity, link.type, start, begin - 1)
                return [other, *found] if both else []
        return found

    def _coordinated(self, begin: int) -> Iterator[Filler]:
        row, at = self.row, begin
        for _ in range(_JOINED):
            at = over_modifiers(row, at)
            if row.word(at - 1) in _NEITHER and row.word(at - 2) == ",":
                at -= 1
            elif not (row.is_conjunction(at - 1) or row.word(at - 1) == ","):
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

    def _over_aside(self, comma: int) -> list[Filler] | None:
        """Return the subject before one or two adverbs between commas; None without these."""
        row = self.row
        start = row.clause_start(comma)
        inside = range(start, comma)
        adverbs = all(row.is_adverb(i) and i not in row.heads for i in inside)
        if not 0 < len(inside) <= 2 or not adverbs:
            return None
        return self.fill(start - 1) if start > 0 else []

    def _shared(self, at: int) -> list[Filler]:
        """Return the subject of the verb that the word at ``at`` joins this one to."""
        row = self.row
        index = before_subordinate(row, at) - 1
        if row.word(index) in ("а", "але", "but") and row.word(index - 1) == ",":
            index -= 1  # "not only … but also"
        while index > 0:
            word = row.words[index]
            if word in HARD or word in "()[]":
                return []
            if row.opens_clause(index) and word not in SUBJECT_RELATIVES[row.language]:
                return []
            infinitive = row.language == "uk" and word.endswith(("ти", "тися", "тись"))
            if row.is_verb(index) and not self._is_held(index) and not infinitive:
                # The names between the two verbs are objects of the first.
                return self.fill(index)
            if word in SUBJECT_RELATIVES[row.language]:
                return []
            index -= 1
        return []

    def _is_held(self, index: int) -> bool:
        """Tell whether the token at ``index`` is within a name."""
        return any(
            begin < index < end
            for begin in range(max(0, index - _JOINED), index + 1)
            for _, end in self.row.heads.get(begin, ())
        )
