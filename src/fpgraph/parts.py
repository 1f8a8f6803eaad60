"""What a reading is made of.

Places are code points of ``Article.clean``, ends exclusive, until a reading is
written down; then they are those of the decoded file as it is stored.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Article, Claim, Mention, Name, Passage

#: The grammatical cases that a form may stand in, by the letters that frames use.
CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc", "voc"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage and where it stands in the running text."""

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A name in the running text and what it stands for.

    ``entity`` is the id of an entity, or that of an unlinked name (``name-…``).
    ``rule`` names the rule that found it; ``cases`` are the possible ones, empty
    where nothing is known. A ``weak`` link is an adjective of a state or the like:
    it may fill a slot of a claim and is no mention.
    """

    entity: str
    start: int
    end: int
    rule: str
    type: str
    cases: frozenset[str] = frozenset()
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text that somebody else than the author speaks in.

    ``speaker`` is an entity or an unlinked name; ``cue_start`` and ``cue_end`` mark
    the words that credit the speaker. ``stance`` is that of the speaker.
    """

    speaker: str
    start: int
    end: int
    cue_start: int
    cue_end: int
    rule: str
    stance: str = "affirms"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the machine read in an article; mentions and attributions at stored places."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    adjectives: tuple[Mention, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the passages of ``article`` with their places in ``article.clean``."""
    offsets: Sequence[int] = article.offsets
    found = []
    at = 0
    for passage in article.passages:
        start = bisect_left(offsets, passage.start, at)
        at = bisect_left(offsets, passage.end, start)
        found.append(Sentence(passage, start, at))
    return tuple(found)
