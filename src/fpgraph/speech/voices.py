"""Who speaks, and the words by which the phrases that name speakers are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import Entity
from ..parts import Link
from .coining import Coinage
from .speech import Speech


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a phrase names: ids of speakers and the units ``start:end`` that name them.

    ``kind`` is person, people, body, theory or writing; ``own`` when the article's
    author speaks, ``none`` when nobody does, ``same`` when somebody named before does,
    ``it`` and ``text`` when a body or text named before does, ``echo`` when whoever spoke
    before does, and ``joined`` when whoever speaks earlier in the sentence does. ``made``
    when a work of theirs is named.
    """

    ids: tuple[str, ...]
    start: int
    end: int
    kind: str
    plural: bool = False
    made: bool = False


class Lexis:
    """The words by which phrases are read, and the names coined on the way."""

    def __init__(
        self,
        speech: Speech,
        links: Sequence[Link] = (),
        entities: Mapping[str, Entity] | None = None,
    ) -> None:
        self.nouns = speech.nouns
        self.verbs = speech.verbs
        self.words = words = speech.words
        self.coinage = Coinage(links, entities or {})
        names = ["conjunctions", "that", "copulas", "pronouns_one", "pronouns_many", "reflexive"]
        self.stops = frozenset().union(*(words[name] for name in names))
        self.openers = words["inserted"] | words["asking"] | words["relating"]
