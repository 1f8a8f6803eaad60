"""The words of a phrase that names a speaker: titles, names, people called by no name."""

from __future__ import annotations

import re

from ..parts import Link
from .agreement import Agreement
from .phrasenames import Step
from .scene import Unit, role_of
from .speech import Noun
from .voices import Voice

#: How many words that say nothing of a speaker a phrase may hold in a row.
_LOOSE = 4
#: What a theory is that persons are named for.
_MODEL = Noun("model", "work", False, True, True)
#: Initials and a surname that may be a woman's.
_INITIALED = re.compile(r"(?:\w{1,2}\.\s?)+[\w’'-]+[бвгґджзклмнпрстфхцчшщ]\Z")


class NounPhrase(Agreement):
    """A phrase read from its first unit on; how it ends is left to who builds on it."""

    def read(self) -> Voice | None:
        """Return the voice that the phrase names."""
        at = self.start
        while at < self.limit:
            step = self._step(at, self.units[at])
            if isinstance(step, Voice):
                return step
            if step is None:
                break
            if not step:
                return None
            at += step
        return self._close(at)

    def _step(self, at: int, unit: Unit) -> Step:
        if unit.link is not None:
            return self._link(at, unit.link)
        if not unit.word or unit.possessive:
            return self._mark(at, unit)
        if unit.text in self.words["own"] and not self._other_authors(at):
            if self._heads(at, self.words["owning"]):
                return 1
            its = at > self.start and self.units[at - 1].text in self.words["whose"]
            return Voice((), self.start, at + 1, "same" if its else "own")
        nobody = unit.text in self.words["nobody"] and not self._one_of(at, unit.text)
        nobody = nobody and not self._heads(at, self.words["partitive"])
        if nobody and self.head is None and not self.some:
            return Voice((), self.start, at + 1, "none")
        return self._word(at, unit)

    def _heads(self, at: int, words: frozenset[str]) -> bool:
        """Return whether one of ``words`` goes before a noun for people: my colleague."""
        if self.units[at].text not in words:
            return False
        for unit in self.units[at + 1 : at + 4]:
            noun = self._noun(unit)
            if noun is not None or not unit.word or unit.text in self.lexis.stops:
                return noun is not None and noun.kind == "people"
        return False

    def _other_authors(self, at: int) -> bool:
        """Return whether "authors" are others than the article's: some authors, західні автори."""
        noun = self._noun(self.units[at])
        many = noun is not None and noun.plural and not self.latin
        return (many and (self.some or self.loose > 0)) or self._of_other_work(at)

    def _of_other_work(self, at: int) -> bool:
        """Return whether "authors" are those of another work: the authors of the report."""
        if self._noun(self.units[at]) is None:
            return False
        if at > 1 and self.units[at - 1].possessive:
            return self.units[at - 2].text not in self.words["own_works"]
        for unit in self.units[at + 1 : at + 4]:
            noun = self._noun(unit)
            if noun is not None and noun.kind == "work":
                return unit.text not in self.words["own_works"]
            if unit.text not in self.words["inner_prepositions"] | self.words["determiners"]:
                return False
        return False

    def _link(self, at: int, link: Link) -> Step:
        after = self.units[at + 1] if at + 1 < self.limit else None
        if self._author(self.units[at].text):
            return Voice((), self.start, at + 1, "own")
        if self.content < 0:
            self.content = at
        if after is not None and after.possessive and self.head is None:
            self.owner = self.units[at]
            return 2
        if role_of(link) == "person":
            return self._person(at, link)
        if self.head is not None or self._some_of(at):
            return self._complement(at, link)
        return self._named(at, link, after)

    def _some_of(self, at: int) -> bool:
        """Return whether the unit before ``at`` joins a name to "many", "some": many in X."""
        before = self.units[at - 1].text if at > self.start else ""
        return self.some and before in self.words["inner_prepositions"]

    def _fits(self, link: Link) -> bool:
        if not self.cases or not link.cases or link.cases & self.cases:
            return True
        # О. Ткач may be a woman, whose name does not decline.
        return "nom" in link.cases and bool(_INITIALED.match(self.scene.text, link.start, link.end))

    def _author(self, text: str) -> bool:
        """Return whether a name is only a word for the article's author."""
        own, determiners = self.words["own"], self.words["determiners"]
        return all(word in own or word in determiners for word in text.split())

    def _person(self, at: int, link: Link) -> Step:
        head = self.head
        if head is None:
            fits = self._fits(link)
            return Voice((link.entity,), self.start, at + 1, "person") if fits else 0
        if head.kind == "work":
            self.complement.append(link)
            self.sure = at + 1
            return 1
        dependent = not self._apposed(at, link) if head.plural else self._dependent(at, link)
        if dependent:
            return self._complement(at, link)
        return Voice((link.entity,), self.start, at + 1, "person")

    def _apposed(self, at: int, link: Link) -> bool:
        """Return whether a name is that of the people themselves: scholars X and Y."""
        if self.latin:
            return at == self.head_at + 1
        return bool(link.cases & self.cases) and "gen" not in link.cases

    def _dependent(self, at: int, link: Link) -> bool:
        """Return whether a person's name depends on the noun before it: aide to X."""
        if self.latin:
            return self.units[at - 1].text in self.words["inner_prepositions"]
        return "gen" not in self.cases and bool(link.cases) and not link.cases & self.cases

    def _named(self, at: int, link: Link, after: Unit | None) -> Step:
        """Return the voice of a name that is no person's and has no noun before it."""
        role = role_of(link)
        his = at > self.start and self.units[at - 1].text in self.words["whose"]
        official = link.type in {"Document", "Doctrine"} and self.latin
        if his and role in {"theory", "writing"} and not official:
            return Voice((), self.start, at + 1, "same")
        person = self.scene.nested_person(link) if role == "theory" else None
        owner = self.owner.link if self.owner is not None else None
        if role == "theory" and owner is not None and role_of(owner) == "person":
            person = owner
        if person is not None:
            return Voice((person.entity,), self.start, at + 1, "person")
        if role == "theory" and self.latin and self._of_persons(at + 1):
            self.head, self.head_at, self.sure = _MODEL, at, at + 1
            return 1
        leads = after is not None and (after.link is not None or self._noun(after) is not None)
        if leads and self.latin and role in {"body", "other", "writing"}:
            self.owner = self.units[at]  # NATO officials
            return 1
        if role == "other" or not self._fits(link):
            return 0
        return Voice((link.entity,), self.start, at + 1, role, role == "people")

    def _of_persons(self, at: int) -> bool:
        """Return whether a theory is that of persons: the two-level model of X and Y."""
        if at + 1 >= self.limit or self.units[at].text != "of":
            return False
        link = self.units[at + 1].link
        return link is not None and role_of(link) == "person"

    def _complement(self, at: int, link: Link) -> int | None:
        """Take a name that depends on the head: the critics of X."""
        if self.latin:
            back = at - 1
            while back > self.head_at and self.units[back].text in self.words["determiners"]:
                back -= 1
            before = self.units[back]
            joined = before.text in self.words["joining"] and (self.loose > 0 or self.bound)
            inner = before.text in self.words["inner_prepositions"] or before.possessive
            if not inner and not joined:
                return None
        elif link.cases and not link.cases & {"gen", "ins", "loc"}:
            return None
        self.complement.append(link)
        self.sure = at + 1
        return 1

    def _word(self, at: int, unit: Unit) -> Step:
        words, text = self.words, unit.text
        if (text in words["possessed"] and self.head is None) or self._disagrees(text):
            return 0  # чиї провідники; whose leaders
        if self._ends_subject(text):
            return None
        noun = self._noun(unit) or self._agent(at, unit)
        pronoun = noun is not None and noun.kind == "some" and self.head is None
        if pronoun or text in words["determiners"]:
            if pronoun or text in words["somes"] or self._one_of(at, text):
                self.some, self.sure = True, at + 1
            return 1
        if noun is not None:
            return self._headed(at, noun)
        inner = (self.head is not None or self.some) and text in words["inner_prepositions"]
        joins = inner or (text in words["joining"] and self._joins(at))
        return 1 if joins else None if self._stops(at, text) else self._other(at, unit)

    def _one_of(self, at: int, text: str) -> bool:
        """Return whether "one" is one of several: one of the envoys, один із послів."""
        after = self.units[at + 1].text if at + 1 < self.limit else ""
        return text in self.words["partitive"] and after in {"of", "з", "із", "зі"}

    def _joins(self, at: int) -> bool:
        """Return whether "and" joins persons that a work or group belongs to."""
        after = self.units[at + 1].link if at + 1 < self.limit else None
        before = self.units[at - 1].link
        names = (before, after) if self.complement else ()
        return bool(names) and all(name and role_of(name) == "person" for name in names)

    def _stops(self, at: int, text: str) -> bool:
        if text in self.words["prepositions"] or text in self.lexis.stops:
            return True
        if text in self.lexis.verbs and at > self.start:
            return True
        return self.latin and text in self.words["adverbs"]

    def _other(self, at: int, unit: Unit) -> Step:
        """Take a word that is in no list: a name in capitals, or an adjective or the like."""
        named = self._unlinked(at, unit)
        if named is not None:
            return named
        opens = at == self.start and self.lexis.openers
        if opens and (unit.text in opens or unit.text.isdigit()):
            return 0
        if self.content < 0:
            self.content = at
        self.loose += 1
        return 1 if self.loose <= _LOOSE else None

    def _headed(self, at: int, noun: Noun) -> int | None:
        """Take a noun as the head of the phrase, or as what depends on it."""
        if self.content < 0:
            self.content = at
        if self.head is None or (self.latin and self.head_at == at - 1):
            if not self._declined(noun) or not self._led_by_adjectives(at, noun):
                return 0
            self.head, self.head_at, self.sure, self.loose = self._numbered(noun), at, at + 1, 0
            return 1
        if self.latin and noun.kind == "body" and self.units[at - 1].link is not None:
            self.sure = at + 1
            return 1
        if self.latin and self.loose == 0:
            before = self.units[at - 1].text
            inner = self.words["inner_prepositions"] | self.words["determiners"]
            if before not in inner:
                return None
        if self._rivals(at, noun):
            return 0
        self.sure = at + 1
        return 1

    def _close(self, at: int) -> Voice | None:
        """Return the voice of the phrase that ends before unit ``at``."""
        raise NotImplementedError
