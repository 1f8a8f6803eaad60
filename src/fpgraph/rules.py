"""The rules that the tables of a corpus keep, and what breaks them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from .bibliography import Work
from .errors import CorpusError, DataError, LinkError
from .model import Citation, Claim, Entity, Mention, Name, Passage
from .records import claim_id
from .tables import Problems, Row
from .vocabulary import Vocabulary

T = TypeVar("T")
Rows = list[tuple[Row, T]]


@dataclass(slots=True)
class Tables:
    """The tables of one coded article, each record with the row it stands in."""

    path: Path
    author: str
    works: tuple[Work, ...]
    passages: Rows[Passage] = field(default_factory=list)
    mentions: Rows[Mention] = field(default_factory=list)
    claims: Rows[Claim] = field(default_factory=list)
    names: Rows[Name] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the article: the name of its folder."""
        return self.path.name


def check_entities(rows: Rows[Entity], terms: Vocabulary, problems: Problems) -> None:
    """Check ids, types and the ``broader`` hierarchy of ``entities.csv``."""
    first: dict[str, Row] = {}
    for row, entity in rows:
        if entity.id in first:
            problem = f"{entity.id!r} stands already in row {first[entity.id].line}"
            problems.add(row.error(problem, "id"))
        first.setdefault(entity.id, row)
        if entity.type and entity.type not in terms.classes:
            problems.add(_unknown(row, "type", "class of the ontology", entity.type))
    for row, entity in rows:
        for broader in entity.broader:
            if broader not in first:
                problems.add(_unknown(row, "broader", "entity", broader))
    _check_acyclic(rows, problems)


def check_source(tables: Tables, entities: Mapping[str, Entity], problems: Problems) -> None:
    """Check the bibliography of an article against the entities."""
    path = tables.path / "source.json"
    if tables.author and tables.author not in entities:
        problem = f"unknown entity {tables.author!r}"
        problems.add(LinkError(problem, path=path, field="[0].custom.author-entity"))
    for index, work in enumerate(tables.works):
        local = work.get("id")
        name = local if index == 0 else f"{tables.id}-{local}"
        if name in entities:
            problem = f"{name!r} is an entity already"
            problems.add(CorpusError(problem, path=path, field=f"[{index}].id"))


def check_passages(tables: Tables, problems: Problems) -> None:
    """Check numbers, offsets, reprints and citations of ``passages.csv``."""
    works = _cited(tables)
    end = 0
    for expected, (row, passage) in enumerate(tables.passages, 1):
        if passage.number != expected:
            problem = (
                f"{passage.number} is out of order; passages count from 1, expected {expected}"
            )
            problems.add(row.error(problem, "id"))
        if passage.start < end:
            problem = f"{passage.start} lies before {end}, where the passage before ends"
            problems.add(row.error(problem, "start"))
        if passage.end <= passage.start:
            problem = f"{passage.end} is not after the start, {passage.start}"
            problems.add(row.error(problem, "end"))
        end = max(end, passage.end)
        if passage.duplicate_of is not None and passage.duplicate_of >= passage.number:
            problem = f"{passage.duplicate_of} is not an earlier passage"
            problems.add(row.error(problem, "duplicate_of"))
        for broken in _work_problems(row, passage.cites, works):
            problems.add(broken)


def check_mentions(tables: Tables, entities: Mapping[str, Entity], problems: Problems) -> None:
    """Check that each mention is of an entity and lies within one passage."""
    spans = sorted((passage.start, passage.end) for _, passage in tables.passages)
    seen: dict[Mention, Row] = {}
    for row, mention in tables.mentions:
        if mention.entity not in entities:
            problems.add(_unknown(row, "entity", "entity", mention.entity))
        if mention.end <= mention.start:
            problem = f"{mention.end} is not after the start, {mention.start}"
            problems.add(row.error(problem, "end"))
        elif spans:
            index = bisect_right(spans, (mention.start, 1 << 62)) - 1
            if index < 0 or mention.end > spans[index][1]:
                problem = f"{mention.start}-{mention.end} does not lie within a passage"
                problems.add(row.error(problem, "start"))
        if mention in seen:
            problems.add(row.error(f"the mention stands already in row {seen[mention].line}"))
        seen.setdefault(mention, row)


def check_names(tables: Tables, problems: Problems) -> None:
    """Check that each unlinked name of ``names.csv`` stands there once."""
    seen: dict[str, Row] = {}
    for row, name in tables.names:
        if name.id in seen:
            problem = f"{name.id!r} stands already in row {seen[name.id].line}"
            problems.add(row.error(problem, "id"))
        seen.setdefault(name.id, row)


def check_claims(
    tables: Tables, entities: Mapping[str, Entity], terms: Vocabulary, problems: Problems
) -> None:
    """Check the statements, speakers, passages, citations and ids of ``claims.csv``.

    A claim that is not accepted may also speak of names that ``names.csv`` lists.
    """
    works = _cited(tables)
    passages = {passage.number: passage for _, passage in tables.passages}
    names = {name.id for _, name in tables.names}
    seen: dict[str, Row] = {}
    for row, claim in tables.claims:
        known = set(entities) if claim.status == "accepted" else entities.keys() | names
        for problem in (
            *_statement_problems(row, claim, known | works | {tables.id}, terms),
            *_speaker_problems(row, claim, known),
            *_passage_problems(row, claim, passages),
            *_work_problems(row, claim.cites, works),
            *_gloss_problems(row, claim),
        ):
            problems.add(problem)
        if all(number in passages for number in claim.passages):
            _check_id(row, claim, claim_id(tables.id, claim, passages), seen, problems)


def _check_acyclic(rows: Rows[Entity], problems: Problems) -> None:
    broader = {entity.id: entity.broader for _, entity in rows}
    done: set[str] = set()
    for row, entity in rows:
        path: list[str] = []
        if cycle := _cycle(entity.id, broader, path, done):
            problems.add(
                row.error(f"the hierarchy goes in a circle: {' > '.join(cycle)}", "broader")
            )


def _cycle(
    start: str, broader: Mapping[str, tuple[str, ...]], path: list[str], done: set[str]
) -> list[str] | None:
    """Return a circle reached from ``start``; walks without recursion."""
    stack: list[tuple[str, Iterator[str]]] = [(start, iter(broader.get(start, ())))]
    path.append(start)
    while stack:
        _, rest = stack[-1]
        above = next(rest, None)
        if above is None:
            stack.pop()
            done.add(path.pop())
        elif above in path:
            done.update(path)
            return [*path[path.index(above) :], above]
        elif above not in done:
            path.append(above)
            stack.append((above, iter(broader.get(above, ()))))
    return None


def _statement_problems(
    row: Row, claim: Claim, known: set[str], terms: Vocabulary
) -> Iterator[DataError]:
    for name, value in (("subject", claim.subject), ("object", claim.object)):
        if value and value not in known:
            yield _unknown(row, name, "entity or work", value)
    if claim.property and claim.property not in terms.properties:
        yield _unknown(row, "property", "property of the ontology", claim.property)


def _speaker_problems(row: Row, claim: Claim, known: set[str]) -> Iterator[DataError]:
    for name, value in (("asserted_by", claim.asserted_by), ("reported_by", claim.reported_by)):
        if value and value not in known:
            yield _unknown(row, name, "entity", value)


def _passage_problems(
    row: Row, claim: Claim, passages: Mapping[int, Passage]
) -> Iterator[DataError]:
    if not claim.passages:
        yield row.error("the claim names no passage", "passages")
    for name, numbers in (("passages", claim.passages), ("also", claim.also)):
        for number in numbers:
            if number not in passages:
                yield _unknown(row, name, "passage", str(number))
    for number in sorted(set(claim.passages) & set(claim.also)):
        yield row.error(f"passage {number} stands in passages too", "also")


def _work_problems(
    row: Row, citations: tuple[Citation, ...], works: set[str]
) -> Iterator[DataError]:
    for citation in citations:
        if citation.work not in works:
            yield _unknown(row, "cites", "work", citation.work)


def _gloss_problems(row: Row, claim: Claim) -> Iterator[DataError]:
    for name, gloss in (("gloss_en", claim.gloss_en), ("gloss_uk", claim.gloss_uk)):
        if claim.status == "accepted" and not gloss:
            yield row.error("an accepted claim has a gloss in both languages", name)


def _check_id(
    row: Row, claim: Claim, expected: str, seen: dict[str, Row], problems: Problems
) -> None:
    if not claim.id and claim.status != "candidate":
        problem = f"the id is missing; `fpgraph tidy` writes {expected}"
        problems.add(row.error(problem, "id"))
    elif claim.id and claim.id != expected:
        problem = f"{claim.id!r} does not match the content; `fpgraph tidy` writes {expected}"
        problems.add(row.error(problem, "id"))
    if expected in seen:
        problems.add(row.error(f"the same claim stands already in row {seen[expected].line}"))
    seen.setdefault(expected, row)


def _cited(tables: Tables) -> set[str]:
    return {str(work.get("id")) for work in tables.works[1:]}


def _unknown(row: Row, name: str, kind: str, value: str) -> LinkError:
    return LinkError(f"unknown {kind} {value!r}", path=row.path, row=row.line, field=name)
