"""The folder of a read article: its tables as files, beside what was decided by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from ..bibliography import Work, author_of, read_bibliography, write_bibliography
from ..errors import CorpusError
from ..files import write_files
from ..model import Article, Claim, Mention, Name, Passage, Source
from ..parts import Attribution, Reading
from ..records import (
    CLAIM_COLUMNS,
    KEBAB,
    MENTION_COLUMNS,
    NAME_COLUMNS,
    PASSAGE_COLUMNS,
    claim_id,
    claim_order,
    read_claim,
    read_mention,
    read_name,
    read_passage,
    work_order,
    write_mentions,
    write_names,
    write_passages,
)
from ..tables import Problems, Row, read_table, write_table
from .ignored import ignored_forms, without
from .merging import merge_folder, merged_files

T = TypeVar("T")

ATTRIBUTION_COLUMNS = ("speaker", "start", "end", "cue_start", "cue_end", "stance", "rule")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reading brings to the folder of its article; it can be sent elsewhere."""

    source: str
    works: tuple[Mapping[str, Any], ...]
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    adjectives: tuple[Mention, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of each a folder holds after a reading; ``notes`` tell of the old claims."""

    passages: int = 0
    mentions: int = 0
    names: int = 0
    candidates: int = 0
    speakers: int = 0
    notes: tuple[str, ...] = ()


def draft(reading: Reading, works: Iterable[Work]) -> Draft:
    """Return what ``reading`` brings; ``works`` are the article and what it cites."""
    article = reading.article
    numbers = {passage.number: passage for passage in article.passages}
    claims: dict[str, Claim] = {}
    for claim in sorted(reading.claims, key=claim_order):
        named = replace(claim, id=claim_id(article.source, claim, numbers))
        claims.setdefault(named.id, named)
    return Draft(
        source=article.source,
        works=tuple(works),
        passages=article.passages,
        mentions=reading.mentions,
        adjectives=reading.adjectives,
        names=reading.names,
        attributions=reading.attributions,
        claims=tuple(claims.values()),
    )


def checked_id(source: str) -> str:
    """Return ``source`` if it can be the id of an article; else raise CorpusError."""
    if not KEBAB.fullmatch(source):
        problem = f"{source!r} is no id: small letters a to z, digits and hyphens"
        raise CorpusError(problem, field="--as")
    return source


def author_in(folder: Path, source: str) -> str:
    """Return who speaks in the article ``source`` where nobody is credited.

    That is the author named in its ``source.json``, or ``<source>-author``.
    """
    path = folder / source / "source.json"
    works = read_bibliography(path, Problems(collect=True)) if path.is_file() else ()
    return author_of(works) or f"{source}-author"


def place(read: Draft, folder: Path, article: Callable[[], Article]) -> Tally:
    """Write the files of a read article into ``folder``, all of them or none.

    What a person decided stays: ``source.json``, mentions set by hand, claims accepted,
    rejected or written by hand; these follow their sentences where ``article``, the
    text that was read, splits otherwise now. Raises CorpusError where mentions set by
    hand would lose their passages, and for a malformed table.
    """
    home = folder / read.source
    read = _without_ignored(read, home)
    held = _held(home, read)
    same = _split(held.passages) == _split(read.passages)
    by_hand = [mention for mention in held.mentions if mention.rule == "hand"]
    if by_hand and not same:
        problem = "the article is coded, and the text would now split into other passages"
        raise CorpusError(problem, path=home / "passages.csv")
    works = _works(held.works, read.works)
    found = Source(
        id=read.source,
        author=author_of(works),
        works=works,
        # Their sections and citations may be corrected by hand.
        passages=held.passages if same else read.passages,
        mentions=tuple(_mentions(held, by_hand, read)),
        claims=read.claims,
        names=read.names,
    )
    merged = merge_folder(home, held, found, _if_needed(held, read, article))
    texts = {
        "source.json": write_bibliography(works),
        "passages.csv": write_passages(found.passages),
        "mentions.csv": write_mentions(found.mentions),
        "adjectives.csv": write_mentions(read.adjectives),
        "names.csv": write_names(read.names),
        "attributions.csv": write_attributions(read.attributions),
    }
    files = {name: text.encode() for name, text in texts.items()}
    write_files(home, files | merged_files(home, merged))
    return Tally(
        passages=len(found.passages),
        mentions=len(found.mentions),
        names=len(read.names),
        candidates=merged.candidates,
        speakers=len({voice.speaker for voice in read.attributions}),
        notes=merged.lines(),
    )


def _without_ignored(read: Draft, home: Path) -> Draft:
    """Return what was read without the names that a person said are none."""
    kept = without(read.names, read.attributions, read.claims, ignored_forms(home))
    names, attributions, claims = kept
    return replace(read, names=names, attributions=attributions, claims=claims)


def _if_needed(held: Source, read: Draft, article: Callable[[], Article]) -> Article | None:
    """Return the article if sentences that claims rest on are to be found again."""
    present = {passage.fingerprint for passage in read.passages}
    gone = {one.number for one in held.passages if one.fingerprint not in present}
    rested = {number for claim in held.claims for number in (*claim.passages, *claim.also)}
    return None if gone.isdisjoint(rested) else article()


def write_attributions(attributions: Iterable[Attribution]) -> str:
    """Return ``attributions.csv`` as text, sorted by place, then speaker."""
    ordered = sorted(attributions, key=lambda one: (one.start, one.end, one.speaker, one.rule))
    return write_table(
        ATTRIBUTION_COLUMNS,
        ([getattr(one, name) for name in ATTRIBUTION_COLUMNS] for one in ordered),
    )


def _held(home: Path, read: Draft) -> Source:
    """Return what the folder of an article holds already, as far as it has its tables."""
    works: tuple[Work, ...] = ()
    if (home / "source.json").is_file():
        # What is not filled in yet is no fault here.
        works = read_bibliography(home / "source.json", Problems(collect=True))
    return Source(
        id=read.source,
        author=author_of(works),
        works=works,
        passages=_records(home / "passages.csv", PASSAGE_COLUMNS, read_passage),
        mentions=_records(home / "mentions.csv", MENTION_COLUMNS, read_mention),
        claims=_records(home / "claims.csv", CLAIM_COLUMNS, read_claim),
        names=_records(home / "names.csv", NAME_COLUMNS, read_name),
    )


def _records(
    path: Path, columns: tuple[str, ...], read: Callable[[Row, Problems], T]
) -> tuple[T, ...]:
    problems = Problems()
    rows = read_table(path, columns, problems) or () if path.is_file() else ()
    return tuple(read(row, problems) for row in rows)


def _split(passages: Iterable[Passage]) -> list[tuple[int, int, int, str]]:
    """Return how a text is split: where each passage stands, and its fingerprint."""
    return [(one.number, one.start, one.end, one.fingerprint) for one in passages]


def _works(held: Sequence[Work], read: Sequence[Work]) -> tuple[Work, ...]:
    """Return the works as they stand, and those after them that only the reading has."""
    known = {work.get("id") for work in held}
    added = [work for work in read if work.get("id") not in known]
    works = [*held, *added]
    return (*works[:1], *sorted(works[1:], key=lambda work: work_order(str(work.get("id")))))


def _mentions(held: Source, by_hand: Sequence[Mention], read: Draft) -> Sequence[Mention]:
    """Return the mentions: old ones where a person set some, new ones elsewhere.

    Where every mention was set by hand the article is coded, and nothing is added.
    """
    if not by_hand:
        return read.mentions
    if len(by_hand) == len(held.mentions):
        return held.mentions
    coded = [
        (passage.start, passage.end)
        for passage in held.passages
        if any(passage.start <= one.start < passage.end for one in by_hand)
    ]

    def stays(mention: Mention) -> bool:
        return any(start <= mention.start < end for start, end in coded)

    old = [mention for mention in held.mentions if stays(mention)]
    return [*old, *(mention for mention in read.mentions if not stays(mention))]
