"""The gold coding of own-written texts: what a person reads in them.

Places in the tables are code points of the text as stored, ends exclusive.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

GOLD = Path(__file__).parent / "gold"
#: Texts that nobody who works on the reading has looked at.
FIRST_SIGHT = Path(__file__).parent / "first-sight"
KINDS = ("state", "region", "organisation", "person", "theory", "event", "other")
AUTHOR = "author"
#: Stands for the article itself as the subject of a claim.
ARTICLE = "article"
PHRASE = "surface:"

Place = tuple[int, int]
T = TypeVar("T")

_REFERENCES = re.compile(
    r"^(?:References|Bibliography|Література|Джерела|Список використаних джерел)\s*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class GoldMention:
    start: int
    end: int
    surface: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class GoldSpeech:
    """Words that ``speaker``, called ``surface`` in the text, is committed to."""

    start: int
    end: int
    speaker: str
    surface: str
    stance: str
    words: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A statement in the sentence at ``start:end``; no place where a pronoun stands in."""

    start: int
    end: int
    subject: str
    property: str
    object: str
    speaker: str
    stance: str
    polarity: str
    rank: int | None
    subject_place: Place | None
    object_place: Place | None


@dataclass(frozen=True, slots=True)
class Gold:
    name: str
    path: Path
    text: str
    mentions: tuple[GoldMention, ...]
    speeches: tuple[GoldSpeech, ...]
    claims: tuple[GoldClaim, ...]

    @property
    def coded(self) -> int:
        """Where the coding ends: a list of references at the end is not coded."""
        found = _REFERENCES.search(self.text)
        return found.start() if found else len(self.text)


def gold_names(folder: Path = GOLD) -> list[str]:
    """Return the names of the texts in ``folder`` that have gold tables."""
    return sorted(path.name.split(".")[0] for path in folder.glob("*.claims.tsv"))


def load_gold(name: str, folder: Path = GOLD) -> Gold:
    """Return the text ``name`` with its gold tables."""
    path = folder / f"{name}.txt"
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    return Gold(
        name,
        path,
        text,
        tuple(_rows(folder / f"{name}.mentions.tsv", _mention)),
        tuple(_rows(folder / f"{name}.speakers.tsv", _speech)),
        tuple(_rows(folder / f"{name}.claims.tsv", _claim)),
    )


def _rows(path: Path, read: Callable[[dict[str, str]], T]) -> list[T]:
    with path.open(encoding="utf-8", newline="") as file:
        return [read(row) for row in csv.DictReader(file, dialect="excel-tab", quoting=3)]


def _mention(row: dict[str, str]) -> GoldMention:
    surface = row["surface"].replace("\\n", "\n")
    return GoldMention(int(row["start"]), int(row["end"]), surface, row["kind"], row["name"])


def _speech(row: dict[str, str]) -> GoldSpeech:
    words = row["words"].replace("\\n", "\n")
    place = int(row["start"]), int(row["end"])
    return GoldSpeech(*place, row["speaker"], row["surface"], row["stance"], words)


def _claim(row: dict[str, str]) -> GoldClaim:
    def place(side: str) -> Place | None:
        start, end = row[f"{side}_start"], row[f"{side}_end"]
        return (int(start), int(end)) if start else None

    return GoldClaim(
        int(row["start"]),
        int(row["end"]),
        row["subject"],
        row["property"],
        row["object"],
        row["speaker"],
        row["stance"],
        row["polarity"],
        int(row["rank"]) if row["rank"] else None,
        place("subject"),
        place("object"),
    )
