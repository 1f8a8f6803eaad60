"""Answers and reports as tables: drawn on a terminal, plain in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from pyoxigraph import BlankNode, Literal, NamedNode

from .answers import Answer, Term
from .characters import clean

_ROOT = "https://w3id.org/fpgraph/"


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    title: str = "",
    stream: TextIO | None = None,
) -> None:
    """Print rows of text: fitted to a terminal's width, or plain, one line a row."""
    stream = stream or sys.stdout
    lines = [[_one_line(cell) for cell in row] for row in rows]
    if stream.isatty():
        _drawn(columns, lines, title, stream)
    else:
        _plain(columns, lines, stream)


def write_answer(
    answer: Answer,
    form: str,
    *,
    all_columns: bool,
    words: Mapping[str, str] | None = None,
    headings: Mapping[str, str] | None = None,
) -> None:
    """Print an answer as ``table`` (see ``answer_table``), ``csv``, ``json`` or ``ttl``."""
    if form == "table":
        answer_table(answer, all_columns=all_columns, words=words, headings=headings)
        return
    if form == "csv":
        text = answer.to_csv()
    else:
        text = answer.to_json() if form == "json" else answer.to_ttl()
    end = "" if text.endswith("\n") else "\n"
    # As bytes: the line ends of CSV are CR LF on every system.
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}{end}".encode())
    sys.stdout.buffer.flush()


def answer_table(
    answer: Answer,
    *,
    all_columns: bool,
    words: Mapping[str, str] | None = None,
    headings: Mapping[str, str] | None = None,
    stream: TextIO | None = None,
) -> None:
    """Print an answer; a column that holds nothing but IRIs only if ``all_columns``.

    Where sentences of several articles are counted, the passages are shown too.
    ``words`` holds what passages say, by their IRI; they are then quoted.
    ``headings`` holds what to call columns other than by their names.
    """
    shown = [
        (number, name)
        for number, name in enumerate(answer.variables)
        if all_columns or _worth_showing(name, [row[number] for row in answer.rows])
    ]
    rows = [[_cell(row[number], answer.prefixes) for number, _ in shown] for row in answer.rows]
    names = [(headings or {}).get(name, name) for _, name in shown]
    if words and "passage" in answer.variables:
        passage = answer.variables.index("passage")
        names.append((headings or {}).get("words", "words"))
        for cells, row in zip(rows, answer.rows, strict=True):
            place = row[passage]
            cells.append(words.get(place.value, "") if isinstance(place, NamedNode) else "")
    table(names, rows, title=answer.title, stream=stream)


def _worth_showing(name: str, terms: Sequence[Term | None]) -> bool:
    iris = [term.value for term in terms if isinstance(term, NamedNode)]
    if not iris or len(iris) < sum(term is not None for term in terms):
        return True
    return name == "passage" and len({iri.rpartition("/")[0] for iri in iris}) > 1


def _cell(term: Term | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, Literal):
        return term.value
    if isinstance(term, NamedNode):
        return shortened(term.value, prefixes)
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(term)


def shortened(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return an IRI with the longest prefix that fits, or without the root of our own."""
    fitting = [(len(start), name) for name, start in prefixes.items() if iri.startswith(start)]
    if not fitting:
        return iri.removeprefix(_ROOT)
    length, name = max(fitting)
    return f"{name}:{iri[length:]}"


def _one_line(cell: str) -> str:
    return " ".join(clean(cell).split())


def _plain(columns: Sequence[str], rows: Sequence[Sequence[str]], stream: TextIO) -> None:
    """Write aligned columns, two spaces apart, cut nowhere."""
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    for row in (columns, *rows):
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        stream.write(f"{line.rstrip()}\n")


def _drawn(
    columns: Sequence[str], rows: Sequence[Sequence[str]], title: str, stream: TextIO
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(
        box=SIMPLE_HEAD,
        title=Text(title) if title else None,
        title_justify="left",
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for number, name in enumerate(columns):
        numeric = all(row[number].lstrip("-").isdigit() for row in rows if row[number])
        drawn.add_column(
            Text(name), justify="right" if numeric else "left", no_wrap=numeric, overflow="fold"
        )
    for row in rows:
        drawn.add_row(*map(Text, row))
    Console(file=stream, highlight=False).print(drawn)
