"""Rows of the coded corpus as records, and records as rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar, cast, get_args

from .model import (
    Citation,
    Claim,
    Entity,
    Kind,
    Mention,
    Name,
    Passage,
    Polarity,
    Stance,
    Status,
)
from .tables import Problems, Row, write_table

ENTITY_COLUMNS = (
    "id", "type", "label_en", "label_uk", "alt_en", "alt_uk",
    "definition_en", "definition_uk", "broader", "exact_match",
)  # fmt: skip
PASSAGE_COLUMNS = (
    "id", "section", "paragraph", "language", "start", "end",
    "fingerprint", "duplicate_of", "cites",
)  # fmt: skip
MENTION_COLUMNS = ("entity", "start", "end", "rule")
NAME_COLUMNS = ("id", "form", "kind", "count", "places", "suggestion", "score")
CLAIM_COLUMNS = (
    "id", "subject", "property", "object", "rank", "asserted_by", "reported_by",
    "stance", "polarity", "kind", "passages", "also", "cites",
    "gloss_en", "gloss_uk", "rule", "status",
)  # fmt: skip

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
WORK = re.compile(r"ref-([1-9][0-9]*)")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_CITATION = re.compile(r"ref-[1-9][0-9]*(?::[^\s:|][^:|]*)?")
_NAME = re.compile(r"name-[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACE = re.compile(r"(?:0|[1-9][0-9]{0,8}):[1-9][0-9]{0,8}")
_IRI = re.compile(r"https?://[^\s/<>\"{}|\\^`]+(?:/[^\s<>\"{}|\\^`]*)?")

T = TypeVar("T")


class _Reader:
    """The cells of one row as values; a bad cell is a problem and yields a stand-in."""

    def __init__(self, row: Row, problems: Problems) -> None:
        self.row = row
        self.problems = problems

    def text(self, field: str) -> str:
        return self.row.cells[field]

    def required(self, field: str) -> str:
        value = self.row.cells[field]
        if not value:
            self.problems.add(self.row.error("the cell is empty", field))
        return value

    def matching(self, field: str, pattern: re.Pattern[str], kind: str) -> str:
        value = self.required(field)
        if value and not pattern.fullmatch(value):
            self.problems.add(self.row.error(f"{value!r} is not {kind}", field))
        return value

    def one_of(self, field: str, known: Iterable[str]) -> str:
        value = self.required(field)
        if value and value not in known:
            problem = f"unknown {field} {value!r}; known are {', '.join(known)}"
            self.problems.add(self.row.error(problem, field))
        return value

    def number(self, field: str, lowest: int = 1) -> int:
        return self._number(field, self.required(field), lowest)

    def optional_number(self, field: str) -> int | None:
        value = self.row.cells[field]
        return self._number(field, value, 1) if value else None

    def several(self, field: str, pattern: re.Pattern[str] | None, kind: str) -> tuple[str, ...]:
        value = self.row.cells[field]
        if not value:
            return ()
        parts = value.split("|")
        for part in parts:
            if not part or part != part.strip() or (pattern and not pattern.fullmatch(part)):
                self.problems.add(self.row.error(f"{part!r} is not {kind}", field))
        self._unique(field, parts)
        return tuple(parts)

    def numbers(self, field: str) -> tuple[int, ...]:
        parts = self.row.cells[field].split("|") if self.row.cells[field] else []
        self._unique(field, parts)
        return tuple(sorted(self._number(field, part, 1) for part in parts))

    def citations(self, field: str) -> tuple[Citation, ...]:
        written = self.several(field, _CITATION, "a citation such as ref-19:90-121")
        return tuple(sorted(map(Citation.from_string, written), key=citation_order))

    def _unique(self, field: str, parts: list[str]) -> None:
        for part in {part for part in parts if parts.count(part) > 1}:
            self.problems.add(self.row.error(f"{part!r} stands twice in the cell", field))

    def _number(self, field: str, value: str, lowest: int) -> int:
        if not _NUMBER.fullmatch(value):
            if value:
                problem = f"{value!r} is not a whole number in plain digits"
                self.problems.add(self.row.error(problem, field))
            return lowest
        if int(value) < lowest:
            self.problems.add(self.row.error(f"{value} is less than {lowest}", field))
        return int(value)


def citation_order(citation: Citation) -> tuple[int, str, str]:
    """Return the key that sorts citations by the number of the work, then the pages."""
    return (*work_order(citation.work), citation.pages)


def work_order(work: str) -> tuple[int, str]:
    """Return the key that sorts ``ref-2`` before ``ref-10``."""
    found = WORK.fullmatch(work)
    return (int(found[1]) if found else 0, work)


def read_entity(row: Row, problems: Problems) -> Entity:
    """Return the entity in a row of ``entities.csv``."""
    cell = _Reader(row, problems)
    return Entity(
        id=cell.matching("id", KEBAB, "an id of lower-case ASCII words joined by hyphens"),
        type=cell.required("type"),
        label_en=cell.required("label_en"),
        label_uk=cell.required("label_uk"),
        alt_en=tuple(sorted(cell.several("alt_en", None, "a label"))),
        alt_uk=tuple(sorted(cell.several("alt_uk", None, "a label"))),
        definition_en=cell.text("definition_en"),
        definition_uk=cell.text("definition_uk"),
        broader=tuple(sorted(cell.several("broader", KEBAB, "an id of an entity"))),
        exact_match=tuple(sorted(cell.several("exact_match", _IRI, "an http or https IRI"))),
    )


def read_passage(row: Row, problems: Problems) -> Passage:
    """Return the passage in a row of ``passages.csv``."""
    cell = _Reader(row, problems)
    return Passage(
        number=cell.number("id"),
        section=cell.text("section"),
        paragraph=cell.number("paragraph"),
        language=cell.matching("language", _LANGUAGE, "a language tag"),
        start=cell.number("start", 0),
        end=cell.number("end"),
        fingerprint=cell.matching("fingerprint", _FINGERPRINT, "16 hexadecimal digits"),
        duplicate_of=cell.optional_number("duplicate_of"),
        cites=cell.citations("cites"),
    )


def read_mention(row: Row, problems: Problems) -> Mention:
    """Return the mention in a row of ``mentions.csv``."""
    cell = _Reader(row, problems)
    return Mention(
        cell.required("entity"),
        cell.number("start", 0),
        cell.number("end"),
        cell.required("rule"),
    )


def read_name(row: Row, problems: Problems) -> Name:
    """Return the name in a row of ``names.csv``; the count is that of the places."""
    cell = _Reader(row, problems)
    written = cell.several("places", _PLACE, "a place such as 120:131")
    cell.optional_number("count")
    return Name(
        id=cell.matching("id", _NAME, "an id that begins with name-"),
        form=cell.required("form"),
        kind=cell.required("kind"),
        places=tuple(sorted(_place(part) for part in written if _PLACE.fullmatch(part))),
        suggestion=cell.text("suggestion"),
        score=cell.optional_number("score") or 0,
    )


def _place(written: str) -> tuple[int, int]:
    start, _, end = written.partition(":")
    return int(start), int(end)


def read_claim(row: Row, problems: Problems) -> Claim:
    """Return the claim in a row of ``claims.csv``; its id is left to the corpus rules."""
    cell = _Reader(row, problems)
    return Claim(
        id=cell.text("id"),
        subject=cell.required("subject"),
        property=cell.required("property"),
        object=cell.required("object"),
        rank=cell.optional_number("rank"),
        asserted_by=cell.required("asserted_by"),
        reported_by=cell.required("reported_by"),
        stance=cast(Stance, cell.one_of("stance", get_args(Stance))),
        polarity=cast(Polarity, cell.one_of("polarity", get_args(Polarity))),
        kind=cast(Kind, cell.one_of("kind", get_args(Kind))),
        passages=cell.numbers("passages"),
        also=cell.numbers("also"),
        cites=cell.citations("cites"),
        gloss_en=cell.text("gloss_en"),
        gloss_uk=cell.text("gloss_uk"),
        rule=cell.required("rule"),
        status=cast(Status, cell.one_of("status", get_args(Status))),
    )


def claim_id(source: str, claim: Claim, passages: Mapping[int, Passage]) -> str:
    """Return the id that the content of ``claim`` gives it.

    The first 12 hexadecimal digits of a SHA-256 over its source, statement,
    speakers, stance, polarity and the fingerprints of its passages.
    """
    prints = sorted(passages[number].fingerprint for number in claim.passages)
    content = (
        source, claim.subject, claim.property, claim.object,
        claim.asserted_by, claim.reported_by, claim.stance, claim.polarity, *prints,
    )  # fmt: skip
    return hashlib.sha256("\n".join(content).encode()).hexdigest()[:12]


def write_entities(entities: Iterable[Entity]) -> str:
    """Return ``entities.csv`` as text, sorted by id."""
    return _write(ENTITY_COLUMNS, sorted(entities, key=lambda entity: entity.id), _entity_row)


def write_passages(passages: Iterable[Passage]) -> str:
    """Return ``passages.csv`` as text, sorted by number."""
    ordered = sorted(passages, key=lambda passage: passage.number)
    return _write(PASSAGE_COLUMNS, ordered, _passage_row)


def write_mentions(mentions: Iterable[Mention]) -> str:
    """Return ``mentions.csv`` as text, sorted by place, then entity."""
    return _write(MENTION_COLUMNS, sorted(mentions, key=mention_order), _mention_row)


def write_names(names: Iterable[Name]) -> str:
    """Return ``names.csv`` as text: the most frequent names first, then by id."""
    return _write(NAME_COLUMNS, sorted(names, key=name_order), _name_row)


def write_claims(claims: Iterable[Claim]) -> str:
    """Return ``claims.csv`` as text, sorted by first passage, then id."""
    return _write(CLAIM_COLUMNS, sorted(claims, key=claim_order), _claim_row)


def name_order(name: Name) -> tuple[int, str]:
    """Return the key that sorts the most frequent names first, then by id."""
    return (-len(name.places), name.id)


def mention_order(mention: Mention) -> tuple[int, int, str]:
    """Return the key that sorts mentions by place, then entity."""
    return (mention.start, mention.end, mention.entity)


def claim_order(claim: Claim) -> tuple[int, str, str, str, str]:
    """Return the key that sorts claims by first passage, then id."""
    first = claim.passages[0] if claim.passages else 0
    return (first, claim.id, claim.subject, claim.property, claim.object)


def _write(columns: tuple[str, ...], records: Iterable[T], row: Callable[[T], list[object]]) -> str:
    return write_table(columns, map(row, records))


def _entity_row(entity: Entity) -> list[object]:
    return [
        entity.id, entity.type, entity.label_en, entity.label_uk,
        _joined(sorted(entity.alt_en)), _joined(sorted(entity.alt_uk)),
        entity.definition_en, entity.definition_uk,
        _joined(sorted(entity.broader)), _joined(sorted(entity.exact_match)),
    ]  # fmt: skip


def _passage_row(passage: Passage) -> list[object]:
    return [
        passage.number, passage.section, passage.paragraph, passage.language,
        passage.start, passage.end, passage.fingerprint, passage.duplicate_of or "",
        _joined(_ordered(passage.cites)),
    ]  # fmt: skip


def _mention_row(mention: Mention) -> list[object]:
    return [mention.entity, mention.start, mention.end, mention.rule]


def _name_row(name: Name) -> list[object]:
    places = _joined(f"{start}:{end}" for start, end in sorted(name.places))
    return [
        name.id, name.form, name.kind, len(name.places), places,
        name.suggestion, name.score or "",
    ]  # fmt: skip


def _claim_row(claim: Claim) -> list[object]:
    return [
        claim.id, claim.subject, claim.property, claim.object, claim.rank or "",
        claim.asserted_by, claim.reported_by, claim.stance, claim.polarity, claim.kind,
        _joined(sorted(claim.passages)), _joined(sorted(claim.also)),
        _joined(_ordered(claim.cites)),
        claim.gloss_en, claim.gloss_uk, claim.rule, claim.status,
    ]  # fmt: skip


def _ordered(citations: Iterable[Citation]) -> list[Citation]:
    return sorted(citations, key=citation_order)


def _joined(values: Iterable[object]) -> str:
    return "|".join(map(str, values))
