"""A phrase that names a speaker: its state, and the names in it that nobody linked."""

from __future__ import annotations

import re

from ..naming.capitals import is_listed
from ..parts import Link
from .agents import agent
from .coining import CYRILLIC, paper, unlinked_name
from .scene import Scene, Unit, role_of
from .speech import Noun
from .voices import Lexis, Voice

_QUOTES = {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"'}

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d")
#: Endings of words that are no surnames: realism, criticism, analysis.
_NO_SURNAME = ("ism", "tion", "ity", "ment", "ness", "ology", "ics", "ance", "ence", "ship", "ing")

#: What a unit does to a phrase: so many units belong to it, or it names a voice, or it
#: ends the phrase (None), or there is no such phrase (0).
Step = int | Voice | None


class PhraseNames:
    """A phrase as far as it is read; names in capitals or in quotation marks."""

    def __init__(
        self, lexis: Lexis, scene: Scene, at: int, cases: frozenset[str], limit: int | None
    ) -> None:
        self.lexis = lexis
        self.words = lexis.words
        self.scene = scene
        self.units = scene.units
        self.start = at
        self.cases = cases
        self.limit = len(self.units) if limit is None else limit
        self.bound = limit is not None
        self.latin = at < len(self.units) and not CYRILLIC.search(self.units[at].text)
        self.head: Noun | None = None
        self.head_at = -1
        self.owner: Unit | None = None
        self.some = False  # a word such as "some" stands in it
        self.complement: list[Link] = []
        self.sure = -1  # past the last unit that surely belongs
        self.loose = 0  # words since that say nothing of a speaker
        self.content = -1  # the first unit that is no determiner

    def _mark(self, at: int, unit: Unit) -> Step:
        if unit.bracket:
            return 1 if self.head else None
        if unit.possessive:
            self.owner = self.units[at - 1] if at > self.start else None
            return 1
        return self._title(at) or None

    def _title(self, at: int) -> int | Voice:
        """Return how many units a short name in quotation marks takes, or people so called.

        It is 0 where no such name stands.
        """
        closing = _QUOTES.get(self.units[at].text)
        if closing is None or self.head is None:
            return self._paper(at) if at == self.start else 0
        for stop in range(at + 1, min(at + 6, self.limit)):
            if self.units[stop].text == closing:
                inner = self.units[at + 1].link
                if stop == at + 2 and inner is not None:
                    if self.head.plural and role_of(inner) == "people":
                        # Its champions, the “hawks”: these are they.
                        return Voice((inner.entity,), self.start, stop + 1, "people", True)
                    self.complement.append(inner)
                self.sure = stop + 1
                return stop + 1 - at
        return 0

    def _paper(self, at: int) -> Voice | int:
        """Return the voice of a paper or the like that is called by its title alone: «Ле Монд»."""
        for stop in range(at + 1, min(at + 6, self.limit)):
            unit = self.units[stop]
            if unit.text == "»":
                break
            if not (unit.word or unit.link):
                return 0
        else:
            return 0
        first, inner = self.units[at + 1], self.units[at + 1].link
        titled = self.units[at].text == "«" and self.scene.text[first.start].isupper()
        if not titled or not CYRILLIC.search(first.text):
            return 0
        if inner is not None and stop == at + 2:
            return Voice((inner.entity,), at, stop + 1, role_of(inner))
        form = self.scene.text[first.start : self.units[stop - 1].end]
        name = self.lexis.coinage.coin(form, "organisation", first.start, self.units[stop - 1].end)
        return Voice((name,), at, stop + 1, "body")

    def _noun(self, unit: Unit) -> Noun | None:
        return self.lexis.nouns.get(unit.text) if unit.word else None

    def _agent(self, at: int, unit: Unit) -> Noun | None:
        """Return the noun for people that a word in no list seems to be, as a head only."""
        capital = self.scene.text[unit.start].isupper() and at > 0
        if capital and self.some and self.latin and unit.text.endswith("s") and at == self.sure:
            return Noun(unit.text, "people", True, True, True)  # many Georgians
        if self.head is not None or capital:
            return None
        stops = unit.text in self.lexis.stops or unit.text in self.lexis.verbs
        if stops or unit.text in self.words["things"]:
            return None
        noun = agent(unit.text)
        return None if noun is None or noun.label in self.words["things"] else noun

    def _unlinked(self, at: int, unit: Unit) -> Voice | None:
        """Return the voice of a name in capitals that no link covers."""
        text = self.scene.text
        if not text[unit.start].isupper():
            return None
        form = text[unit.start : unit.end]
        known = self.lexis.coinage.surname(self.scene.text, form) if self.head is None else ""
        if not known and self.latin and at == self.start and self._scholar(at, unit):
            known = self.lexis.coinage.coin(form, "person", unit.start, unit.end)
        if known:
            return Voice((known,), self.start, at + 1, "person")
        if self.bound and at == self.start + 1 and paper(text, self.units[self.start : self.limit]):
            form = text[unit.start : self.units[self.limit - 1].end]
            name = self.lexis.coinage.coin(form, "organisation", unit.start, unit.start + len(form))
            return Voice((name,), self.start, self.limit, "body")
        work = self.head is not None and self.head.kind == "work"
        made = self._institute(unit) if work else None
        if made is not None:
            return made
        titled = self.head is not None and self.head.kind == "people" and not self.head.plural
        initials = at == 0 or not (titled and self.head_at == at - 1)
        form = unlinked_name(text, unit.start, self.scene.end, initials=initials)
        stop = unit.start + len(form)
        end = self.scene.at(stop)
        if not form or end > self.limit:
            return None
        name = self.lexis.coinage.coin(form, "person", unit.start, stop)
        return Voice((name,), self.start, end, "person")

    def _scholar(self, at: int, unit: Unit) -> bool:
        """Return whether a sentence begins with a surname: Holm argues, Holm (1987) shows."""
        if at or not self.bound or len(unit.text) < 3 or is_listed(unit.text):
            return False
        if unit.text.endswith(_NO_SURNAME) or unit.text in self.words["abstract"]:
            return False
        after = self.units[at + 1 : at + 3]
        dated = bool(after) and after[0].bracket and _YEAR.search(after[0].text) is not None
        argues = any(one.text in self.words["arguing"] for one in after)
        return (dated and self.limit <= at + 2) or (argues and self.limit == at + 1)

    def _institute(self, unit: Unit) -> Voice | None:
        """Return the voice of a body in capitals behind a work: the report by the Harbour Board."""
        form = unlinked_name(self.scene.text, unit.start, self.scene.end, initials=False)
        noun = self.lexis.nouns.get(form.rpartition(" ")[2].lower())
        end = self.scene.at(unit.start + len(form))
        if noun is None or noun.kind != "body" or " " not in form or end > self.limit:
            return None
        name = self.lexis.coinage.coin(form, "organisation", unit.start, unit.start + len(form))
        return Voice((name,), self.start, end, "body", made=True)
