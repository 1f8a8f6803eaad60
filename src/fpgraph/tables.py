"""CSV tables with the line of every row, read strictly and written the same each time."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from .characters import clean, fault
from .errors import CorpusError, DataError
from .files import read_text


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the file, the line it begins on (the header is 1) and its cells."""

    path: Path
    line: int
    cells: dict[str, str]

    def error(self, problem: str, field: str | None = None) -> CorpusError:
        """Return the error that names this row."""
        return CorpusError(problem, path=self.path, row=self.line, field=field)


class Problems:
    """What is wrong with a corpus: raised at the first, or collected."""

    def __init__(self, *, collect: bool = False) -> None:
        self.collect = collect
        self.found: list[DataError] = []

    def add(self, problem: DataError) -> None:
        """Raise ``problem``, or keep it if problems are collected."""
        if not self.collect:
            raise problem
        self.found.append(problem)


def read_table(
    path: Path, columns: Sequence[str], problems: Problems, *, repair: bool = False
) -> list[Row] | None:
    """Return the rows of a table, or None if the file or its header is unusable.

    With ``repair``, a byte order mark, carriage returns, unwanted characters and
    spaces around a cell are removed instead of reported.
    """
    try:
        text = read_text(path, CorpusError)
        if repair:
            text = clean(text)
        if defect := _file_fault(text):
            raise CorpusError(defect, path=path)
        rows = _split(path, text)
        _check_header(path, rows[0][1], columns)
    except DataError as problem:
        problems.add(problem)
        return None
    if repair:
        rows = [(line, [cell.strip() for cell in cells]) for line, cells in rows]
    found = (_row(path, line, cells, columns, problems) for line, cells in rows[1:])
    return [row for row in found if row]


def write_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as text: comma, line feed, quotes only where they are needed."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return stream.getvalue()


def _file_fault(text: str) -> str | None:
    if not text.strip():
        return "the file is empty"
    if text.startswith("\ufeff"):
        return "the file begins with a byte order mark; save it as plain UTF-8"
    if "\0" in text:
        return "the file holds a NUL byte"
    if "\r" in text:
        return "the lines end with a carriage return; save the file with line feeds only"
    return None


def _split(path: Path, text: str) -> list[tuple[int, list[str]]]:
    """Return each row with the line it begins on; a quoted cell may span lines."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as found:
        raise CorpusError(f"the row is not valid CSV: {found}", path=path, row=line) from None
    return rows


def _check_header(path: Path, header: list[str], columns: Sequence[str]) -> None:
    if header == list(columns):
        return
    if len(header) == 1 and header[0].split(";") == list(columns):
        problem = "the columns are separated by semicolons; save the file with commas"
        raise CorpusError(problem, path=path, row=1)
    for name in header:
        if header.count(name) > 1:
            raise CorpusError("the column stands twice", path=path, row=1, field=name)
        if name not in columns:
            problem = f"unknown column; expected are {', '.join(columns)}"
            raise CorpusError(problem, path=path, row=1, field=name)
    for name in columns:
        if name not in header:
            raise CorpusError("the column is missing", path=path, row=1, field=name)
    problem = f"the columns are out of order; expected is {','.join(columns)}"
    raise CorpusError(problem, path=path, row=1)


def _row(
    path: Path, line: int, cells: list[str], columns: Sequence[str], problems: Problems
) -> Row | None:
    if len(cells) != len(columns):
        problem = f"the row has {len(cells)} cells where {len(columns)} are expected"
        problems.add(CorpusError(problem, path=path, row=line))
        return None
    for name, cell in zip(columns, cells, strict=True):
        if cell and (defect := fault(cell)):
            problems.add(CorpusError(defect, path=path, row=line, field=name))
    return Row(path, line, dict(zip(columns, cells, strict=True)))
