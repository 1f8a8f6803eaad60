"""A sentence as a row of words, marks and names, for those who ask who speaks in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from ..parts import Link, Sentence

_TOKEN = re.compile(r"['’]s\b|\w+(?:['’ʼ‑-]\w+)*|[^\w\s]")
_POSSESSIVE = frozenset({"'s", "’s"})
_CITATION = re.compile(r"\[[^\[\]]{1,60}\]|\([^()]{0,80}\)|\((?:[^()]|\([^()]*\)){0,200}\)")
_JOINED = re.compile(r"(?<=[а-яіїєґ])[’ʼ](?=[а-яіїєґ])")
_HYPHENED = re.compile(r"[-‑]\w")
_APOSTROPHES = "'’"

PERSONS = frozenset({"Person", "Politician", "Scholar"})
PEOPLES = frozenset({"EliteGroup", "ExpertGroup", "PopulationGroup", "ArmedGroup"})
BODIES = frozenset(
    {
        "",
        "Actor",
        "Coalition",
        "FormerState",
        "Government",
        "InternationalOrganisation",
        "OrganisationBody",
        "Region",
        "State",
        "StateGroup",
    }
)
THEORIES = frozenset({"Theory", "Ideology"})
WRITINGS = frozenset({"Document", "CitedWork", "Work", "Doctrine"})


def role_of(link: Link) -> str:
    """Return what a name may be as a speaker: person, people, body, theory, writing, other."""
    for role, types in (
        ("person", PERSONS),
        ("people", PEOPLES),
        ("body", BODIES),
        ("theory", THEORIES),
        ("writing", WRITINGS),
    ):
        if link.type in types:
            return role
    return "other"


_RANK = {"person": 0, "people": 1, "body": 2, "theory": 3, "writing": 4, "other": 5}


@dataclass(slots=True)
class Unit:
    """A word (in small letters), a mark, a bracketed stretch or a name."""

    text: str
    start: int
    end: int
    link: Link | None = None
    bracket: bool = False

    @property
    def word(self) -> bool:
        """True of a word that is no name."""
        return self.link is None and not self.bracket and self.text[0].isalnum()

    @property
    def possessive(self) -> bool:
        """True of the English possessive ending."""
        return self.text in _POSSESSIVE


class Scene:
    """The units of one sentence, and the names in it.

    ``titles`` are words for people: names of offices are read word by word.
    """

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        links: Sequence[Link],
        titles: Container[str] = frozenset(),
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.start, self.end = sentence.start, sentence.end
        self.links = links
        self.units = _units(text, sentence, links, titles)
        self._starts = [unit.start for unit in self.units]

    def at(self, place: int) -> int:
        """Return the index of the first unit that begins at ``place`` or later."""
        return bisect_left(self._starts, place)

    def nested_person(self, outer: Link) -> Link | None:
        """Return a person named within the name ``outer``."""
        for link in self.links:
            within = outer.start <= link.start and link.end <= outer.end
            if within and not link.weak and role_of(link) == "person":
                return link
        return None

    def place(self, index: int) -> int:
        """Return where unit ``index`` begins; the end of the sentence past the last one."""
        return self.units[index].start if index < len(self.units) else self.end


def _units(
    text: str, sentence: Sentence, links: Sequence[Link], titles: Container[str]
) -> list[Unit]:
    """Return the units: bracketed stretches first, then names, then words and marks."""
    start, end = sentence.start, sentence.end
    fixed = [
        Unit(found[0].lower(), found.start(), found.end(), None, True)
        for found in _CITATION.finditer(text, start, end)
    ]
    brackets = [(unit.start, unit.end) for unit in fixed]
    for at, link in _chosen(text, sentence, links, titles).items():
        if not any(first <= at < last for first, last in brackets):
            fixed.append(Unit(text[at : link.end].lower(), at, link.end, link))
    fixed.sort(key=lambda unit: unit.start)
    units: list[Unit] = []
    at = start
    for unit in fixed:
        if unit.start < at:
            continue
        _add_words(units, text, at, unit.start)
        units.append(unit)
        at = unit.end
    _add_words(units, text, at, end)
    return units


def spelled(lowered: str) -> str:
    """Return a text with the apostrophe of the word lists in Ukrainian words: п’ять, прем’єр."""
    return _JOINED.sub("'", lowered) if "’" in lowered or "ʼ" in lowered else lowered


def _add_words(units: list[Unit], text: str, start: int, end: int) -> None:
    """Add the words and marks of ``start:end``; the possessive ending is a unit by itself."""
    lowered = spelled(text[start:end].lower())
    if len(lowered) != end - start:
        lowered = text[start:end].replace("İ", "I").lower()  # its small form has two letters
    add = units.append
    for token in _TOKEN.finditer(lowered):
        word = token[0]
        at = start + token.start()
        stop = at + len(word)
        if len(word) > 3 and word[-2] in _APOSTROPHES and word[-1] == "s":
            add(Unit(word[:-2], at, stop - 2))
            add(Unit(word[-2:], stop - 2, stop))
        else:
            add(Unit(word, at, stop))


def _chosen(
    text: str, sentence: Sentence, links: Sequence[Link], titles: Container[str]
) -> dict[int, Link]:
    """Return the names to read, by where they begin; offices are read word by word."""
    chosen: dict[int, Link] = {}
    for link in links:
        if link.weak or link.end > sentence.end or link.start >= link.end:
            continue
        if _HYPHENED.match(text, link.end):
            continue
        if role_of(link) == "other" and _entitles(text[link.start : link.end], titles):
            continue
        known = chosen.get(link.start)
        if known is None or _better(link, known):
            chosen[link.start] = link
    return chosen


def _entitles(words: str, titles: Container[str]) -> bool:
    """Return whether a name is that of an office, such as "the prime minister"."""
    return any(word in titles for word in words.lower().split())


def _better(link: Link, known: Link) -> bool:
    """Return whether ``link`` is the better reading of a place: longer, then likelier to speak."""
    if link.end != known.end:
        return link.end > known.end
    ours, theirs = _RANK[role_of(link)], _RANK[role_of(known)]
    return (ours, link.entity) < (theirs, known.entity)
