"""The records that flow through fpgraph, from an article to its graph.

Offsets count code points of the decoded file as it is stored; ends are
exclusive, so ``text[start:end]`` shows the words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Language = Literal["en", "uk"]
Stance = Literal["affirms", "denies", "hedges"]
Polarity = Literal["positive", "negative"]
Kind = Literal["fact", "interpretation"]
Status = Literal["candidate", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited work and, where the text prints them, its pages.

    Written ``ref-19:90-121``: the work's id, a colon, the pages with plain hyphens.
    """

    work: str
    pages: str = ""

    def __str__(self) -> str:
        return f"{self.work}:{self.pages}" if self.pages else self.work

    @classmethod
    def from_string(cls, value: str) -> Citation:
        """Return the citation that ``str`` of it wrote."""
        work, _, pages = value.partition(":")
        return cls(work, pages)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence (or heading) of an article.

    ``number`` counts from 1 in the order of the file; ``paragraph`` likewise.
    ``language`` is a BCP 47 tag. ``duplicate_of`` is the number of the earlier
    passage that this one reprints.
    """

    number: int
    section: str
    paragraph: int
    language: str
    start: int
    end: int
    fingerprint: str
    duplicate_of: int | None = None
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The text of an article, as stored and as cleaned.

    ``text`` is the decoded file; ``clean`` is the running text without line-end
    hyphens, page furniture and wraps; ``offsets[i]`` is the position in ``text``
    of ``clean[i]``.
    """

    source: str
    text: str
    clean: str
    offsets: Sequence[int]
    passages: tuple[Passage, ...] = ()

    def words(self, passage: Passage) -> str:
        """Return the cleaned words of ``passage``."""
        from bisect import bisect_left

        begin = bisect_left(self.offsets, passage.start)
        return self.clean[begin : bisect_left(self.offsets, passage.end)]


@dataclass(frozen=True, slots=True)
class Mention:
    """An occurrence of an entity's name at ``start:end`` of the file.

    ``rule`` is the rule by which the machine found it, or ``hand``.
    """

    entity: str
    start: int
    end: int
    rule: str = "hand"


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the machine met in an article and does not know.

    ``id`` begins with ``name-`` and stands for it in candidate claims. ``form`` is
    its fullest spelling, ``kind`` what it looks like: person, organisation, acronym,
    name or phrase. ``places`` are its occurrences (``start``, ``end`` of the file).
    ``suggestion`` is the entity whose label is spelled most like it, ``score`` how
    much (0 to 100).
    """

    id: str
    form: str
    kind: str
    places: tuple[tuple[int, int], ...]
    suggestion: str = ""
    score: int = 0


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing or a concept that statements turn on.

    ``type`` is the local name of an ontology class; ``broader`` holds ids of
    entities, ``exact_match`` IRIs of the same thing elsewhere (background, not
    taken from the article).
    """

    id: str
    type: str
    label_en: str
    label_uk: str
    alt_en: tuple[str, ...] = ()
    alt_uk: tuple[str, ...] = ()
    definition_en: str = ""
    definition_uk: str = ""
    broader: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """Return the label in ``language`` (``en`` or ``uk``)."""
        return self.label_uk if language == "uk" else self.label_en


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with its speaker, its relayer and its sentences.

    ``subject`` and ``object`` are ids of entities or works, ``property`` is the
    local name of an ontology property. ``passages`` says where it is said,
    ``also`` where it is repeated; both hold passage numbers.
    """

    id: str
    subject: str
    property: str
    object: str
    asserted_by: str
    reported_by: str
    passages: tuple[int, ...]
    rank: int | None = None
    stance: Stance = "affirms"
    polarity: Polarity = "positive"
    kind: Kind = "interpretation"
    also: tuple[int, ...] = ()
    cites: tuple[Citation, ...] = ()
    gloss_en: str = ""
    gloss_uk: str = ""
    rule: str = "hand"
    status: Status = "candidate"

    def gloss(self, language: str) -> str:
        """Return the gloss in ``language`` (``en`` or ``uk``)."""
        return self.gloss_uk if language == "uk" else self.gloss_en


@dataclass(frozen=True, slots=True)
class Source:
    """One coded article: its folder, its bibliography and its tables.

    ``works[0]`` is the article in CSL-JSON, the rest are the works it cites;
    ``author`` is the entity that speaks where the text credits nobody else.
    """

    id: str
    author: str
    works: tuple[Mapping[str, Any], ...]
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    names: tuple[Name, ...] = ()

    def work_id(self, local: str) -> str:
        """Return the id of a work in the graph: the article's, or article-ref-N."""
        return local if local == self.id else f"{self.id}-{local}"


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entities and all coded articles of a graph folder.

    ``background`` holds the ids of the entities that no row of ``entities.csv``
    describes: states, well-known names and authors that an article speaks of.
    """

    entities: Mapping[str, Entity]
    sources: tuple[Source, ...]
    folder: Path = field(default=Path(), compare=False)
    background: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found wrong: which check, about what, in a sentence."""

    check: str
    focus: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a check; empty when all is well."""

    findings: tuple[Finding, ...] = ()
    ran: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """True when nothing was found."""
        return not self.findings

    def __add__(self, other: Report) -> Report:
        return Report(self.findings + other.findings, self.ran + other.ran)
