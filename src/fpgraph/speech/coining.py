"""Names for speakers that a text calls by no proper name, and their nominative."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Entity, Name
from ..parts import Link
from ..transliteration import kebab
from .scene import PEOPLES, Unit, role_of
from .speech import Noun

CYRILLIC = re.compile("[\u0400-\u052f]")
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐƏĞİŞ"
_INITIALS = re.compile(rf"(?:[{_UPPER}]\w{{0,2}}\.\s?){{1,3}}[{_UPPER}][\w’'-]+")
_RUN = re.compile(rf"[{_UPPER}][\w’'-]+(?:\s+(?:(?:de|van|von|al|bin|el)\s+)?[{_UPPER}][\w’'-]+)*")
_MANY = (("ими", "і"), ("іми", "і"), ("їми", "ї"), ("их", "і"), ("іх", "і"), ("їх", "ї"))
_ONE = (
    ("ього", "ій"), ("ого", "ий"), ("ьому", "ій"), ("ому", "ий"), ("ьої", "я"),
    ("ої", "а"), ("ою", "а"), ("им", "ий"), ("ім", "ій"),
)  # fmt: skip
#: How many links back a school may have been named.
_BACK = 40


class Coinage:
    """The names coined in one article."""

    def __init__(self, links: Sequence[Link], entities: Mapping[str, Entity]) -> None:
        self.names: dict[str, Name] = {}
        self._links = links
        self._starts = [link.start for link in links]
        self._entities = entities
        self._surnames: dict[str, str] | None = None

    def coin(self, form: str, kind: str, start: int, end: int) -> str:
        """Return the id of the name ``form``, noted with its place in the running text."""
        name = f"name-{kebab(form) or 'unnamed'}"
        known = self.names.get(name)
        if known is None:
            self.names[name] = Name(name, form, kind, ((start, end),))
        elif (start, end) not in known.places:
            self.names[name] = replace(known, places=(*known.places, (start, end)))
        return name

    def surname(self, text: str, word: str) -> str:
        """Return the only person of two names whose last one is ``word``, else ""."""
        if self._surnames is None:
            found: dict[str, set[str]] = {}
            for link in self._links:
                first, _, last = text[link.start : link.end].rpartition(" ")
                if first and not link.weak and link.type in {"", "Person", "Scholar", "Politician"}:
                    found.setdefault(last, set()).add(link.entity)
            self._surnames = {last: min(ids) for last, ids in found.items() if len(ids) == 1}
        return self._surnames.get(word, "")

    def followers(self, head: str, before: int) -> str:
        """Return the group called ``head`` of the school named last before a place, else ""."""
        last = bisect_left(self._starts, before)
        for link in reversed(self._links[max(0, last - _BACK) : last]):
            school = self._entities.get(link.entity)
            if role_of(link) != "theory" or school is None:
                continue
            groups = (
                entity.id
                for entity in self._entities.values()
                if entity.type in PEOPLES
                and school.label_en.lower() in entity.label_en.lower()
                and head in (entity.label_uk.split(" ")[0], entity.label_en.split(" ")[0])
            )
            return min(groups, default="")
        return ""


def unlinked_name(text: str, start: int, end: int, *, initials: bool) -> str:
    """Return the name in capitals at ``start`` that nobody linked, "" where none stands.

    With ``initials`` it must have some, as a capital may only begin a sentence.
    """
    found = _INITIALS.match(text, start, end)
    if found is None and not initials:
        found = _RUN.match(text, start, end)
    return found[0] if found else ""


def paper(text: str, units: Sequence[Unit]) -> bool:
    """Return whether the units are "The" and a name in capitals, such as The Guardian."""
    if len(units) not in {2, 3} or units[0].text != "the":
        return False
    return all(unit.word and text[unit.start].isupper() for unit in units[1:])


def nominative(text: str, units: Sequence[Unit], head: Noun, at: int) -> str:
    """Return a phrase in the nominative: its ``head`` is unit ``at``, adjectives before it."""
    words = []
    for index, unit in enumerate(units):
        printed = text[unit.start : unit.end]
        if CYRILLIC.search(unit.text) and index <= at:
            printed = head.label if index == at else _adjective(printed, plural=head.plural)
        words.append(printed.lower() if unit.word and index <= at else printed)
    return re.sub(r" (['’]s)\b", r"\1", " ".join(words))


def _adjective(word: str, *, plural: bool) -> str:
    for old, new in _MANY if plural else _ONE:
        if word.endswith(old):
            return word.removesuffix(old) + new
    return word
