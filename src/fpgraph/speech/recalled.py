"""What earlier sentences hold of those who may speak again: persons, bodies and what they said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..parts import Link, Sentence
from .quotes import Quotations
from .scene import THEORIES, Scene, role_of
from .speakers import Speakers

#: A preposition before a name that is no subject: of the Greens.
GOVERNED = re.compile(
    r"\b(?:of|by|with|to|from|for|like|about|against|in|on|at|into|over|off|near|between|and)"
    r"\s(?:the\s)?\Z"
)
#: What leads to a name that "he" right after it does not stand for: in Diplomacy he argues.
APART = re.compile(
    r"\b(?:in|to|from|against|with|unlike|like|towards?)\s(?:an?\s|the\s)?\Z", re.IGNORECASE
)
#: The types of what "in its view" may be said of.
_ITS = frozenset({"InternationalOrganisation", "OrganisationBody", "Government", *THEORIES})


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who spoke in a sentence."""

    ids: tuple[str, ...]
    kind: str
    plural: bool


class Recalled:
    """Remembers who spoke and what was said where."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        links: Sequence[Link],
        quotes: Quotations,
        speakers: Speakers,
        scene: Callable[[int], Scene],
    ) -> None:
        self.sentences = sentences
        self.links = links
        self.quotes = quotes
        self.speakers = speakers
        self.scene = scene
        self.said: dict[int, list[tuple[int, int]]] = {}
        self.spoke: dict[int, Speaking] = {}
        self._starts = [sentence.start for sentence in sentences]
        self._link_starts = [link.start for link in links]

    def persons(self, index: int, start: int, end: int) -> list[str]:
        """Return the persons named in a stretch of a sentence, in order."""
        sentence = self.sentences[index]
        first = bisect_left(self._link_starts, max(start, sentence.start))
        last = bisect_left(self._link_starts, min(end, sentence.end))
        names = (
            link.entity
            for link in self.links[first:last]
            if not link.weak and role_of(link) == "person"
        )
        return list(dict.fromkeys(names))

    def _bodies(self, start: int, end: int) -> list[str]:
        """Return the organisations named in a stretch, in order."""
        first = bisect_left(self._link_starts, start)
        last = bisect_left(self._link_starts, max(start, end))
        names = (
            link.entity for link in self.links[first:last] if not link.weak and link.type in _ITS
        )
        return list(dict.fromkeys(names))

    def _acting(self, index: int, start: int, end: int) -> list[str]:
        """Return the states and bodies in a stretch that nothing governs, in order."""
        text = self.quotes.text
        first = bisect_left(self._link_starts, start)
        last = bisect_left(self._link_starts, max(start, end))
        said = self.said.get(index, [])
        names = (
            link.entity
            for link in self.links[first:last]
            if not link.weak
            and role_of(link) == "body"
            and link.type
            and text[link.end : link.end + 2] not in {"'s", "’s"}
            and not GOVERNED.search(text, max(0, link.start - 12), link.start)
            and not any(begin <= link.start < stop for begin, stop in said)
        )
        return list(dict.fromkeys(names))

    def _leads(self, index: int) -> bool:
        """Return whether a sentence begins with a name and holds one clause only."""
        scene = self.scene(index)
        first = scene.units[1] if scene.units[0].text == "the" else scene.units[0]
        stops = self.speakers.words["subordinate"] | self.speakers.words["contrast"] | {";", ":"}
        return first.link is not None and not any(unit.text in stops for unit in scene.units)

    def _neighbours(self, before: int, after: int) -> bool:
        one, other = self.sentences[before].passage, self.sentences[after].passage
        return one.paragraph == other.paragraph
