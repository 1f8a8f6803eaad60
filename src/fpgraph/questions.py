"""The competency questions that come with the ontology: SPARQL in files."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from .errors import OntologyError, QueryError
from .resources import ontology_folder

_FILE = re.compile(r"(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.rq")
_LANGUAGE = re.compile(r'(LANG\(\?\w+\) = )"en"')


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its number and name, the words of it, and the SPARQL that asks it."""

    number: int
    name: str
    text_en: str
    text_uk: str
    sparql: str
    path: Path

    @property
    def id(self) -> str:
        """The number and the name, as the file is called."""
        return f"{self.number:02}-{self.name}"

    def text(self, language: str) -> str:
        """Return the question in words, in ``language`` (``en`` or ``uk``)."""
        return self.text_uk if language == "uk" else self.text_en

    def asked_in(self, language: str) -> str:
        """Return the SPARQL that answers with labels in ``language``."""
        return _LANGUAGE.sub(rf'\g<1>"{language}"', self.sparql)


def questions(folder: Path | None = None) -> tuple[Question, ...]:
    """Return the questions in the order of their numbers.

    ``folder`` holds ``NN-what-it-asks.rq`` files, by default the bundled ones.
    Raises OntologyError if a file has another name, a number stands twice or the
    first lines do not ask in English and Ukrainian.
    """
    folder = folder or ontology_folder() / "questions"
    found = [_read(path) for path in sorted(folder.glob("*.rq"))]
    if not found:
        raise OntologyError("there are no questions", path=folder)
    for one, other in pairwise(found):
        if one.number == other.number:
            raise OntologyError(f"{one.path.name} has the same number", path=other.path)
    return tuple(found)


def _read(path: Path) -> Question:
    name = _FILE.fullmatch(path.name)
    if not name:
        raise OntologyError("a question is called NN-what-it-asks.rq", path=path)
    try:
        sparql = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"the question cannot be read: {error}", path=path) from None
    asked = {}
    for row, (language, line) in enumerate(
        zip(("en", "uk"), [*sparql.splitlines(), "", ""], strict=False), start=1
    ):
        mark = f"# {language}: "
        if not line.startswith(mark):
            raise OntologyError(f'the line must begin with "{mark}"', path=path, row=row)
        asked[language] = line.removeprefix(mark).strip()
    return Question(int(name[1]), name[2], asked["en"], asked["uk"], sparql, path)


def headings(language: str) -> Mapping[str, str]:
    """Return what to call the columns of the questions in ``language``, by their names.

    Raises OntologyError if ``columns.csv`` beside the questions is unusable.
    """
    path = ontology_folder() / "questions" / "columns.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row["name"]: row[language] for row in csv.DictReader(file)}
    except (OSError, KeyError, ValueError) as error:
        raise OntologyError(f"the headings cannot be read: {error}", path=path) from None


def find_question(wanted: str, among: tuple[Question, ...] | None = None) -> Question:
    """Return the question with that number, name or part of a name.

    Raises QueryError if there is none, with names that come close, or several.
    """
    among = questions() if among is None else among
    key = wanted.strip().lower().removesuffix(".rq")
    if key.isascii() and key.isdigit():
        fitting = [question for question in among if question.number == int(key)]
    else:
        fitting = [question for question in among if key in {question.id, question.name}]
        fitting = fitting or [question for question in among if key and key in question.id]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(question.id for question in fitting)
        raise QueryError(f"several questions fit: {names}", name=wanted)
    raise QueryError(f"there is no such question; {_suggestion(key, among)}", name=wanted)


def _suggestion(key: str, among: tuple[Question, ...]) -> str:
    from difflib import SequenceMatcher, get_close_matches

    if key.isascii() and key.isdigit():
        return f"they run from {among[0].number:02} to {among[-1].number:02}"
    parts = {part: q for q in among for part in (q.name, *q.name.split("-"))}
    close = [parts[part].id for part in get_close_matches(key, parts, n=3, cutoff=0.7)]
    if not close:
        nearest = max(among, key=lambda q: SequenceMatcher(None, key, q.name).ratio())
        close = [nearest.id]
    return f"close to it: {', '.join(dict.fromkeys(close))} (fpgraph ask lists them all)"
