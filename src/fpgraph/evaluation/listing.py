"""Rows of values as a table, as CSV or as JSON, on standard output."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from ..characters import clean
from ..terminal import table

# Cells that begin so run as formulas. https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], form: str) -> None:
    """Print the ``columns`` of rows as ``table``, ``csv`` or ``json``; None is an empty cell."""
    picked = [{name: row.get(name) for name in columns} for row in rows]
    if form == "table":
        if picked:
            table(columns, [[_text(value) for value in row.values()] for row in picked])
        return
    if form == "json":
        text = json.dumps(picked, ensure_ascii=False, indent=2) + "\n"
    else:
        stream = StringIO()
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows([_safe(value) for value in row.values()] for row in picked)
        text = stream.getvalue()
    # As bytes: the line ends of CSV are CR LF on every system.
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _safe(value: Any) -> Any:
    """Return a value that no spreadsheet runs: a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = clean(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
