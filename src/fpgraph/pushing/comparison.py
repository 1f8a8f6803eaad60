"""Answers of two engines side by side: rows of values as every store normalises them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

XSD = "http://www.w3.org/2001/XMLSchema#"
_EXACT = frozenset(
    f"{XSD}{size}{kind}"
    for kind, sizes in {
        "": ["byte", "decimal", "int", "integer", "long", "short"],
        "Integer": ["negative", "nonNegative", "nonPositive", "positive"],
        "Byte": ["unsigned"],
        "Int": ["unsigned"],
        "Long": ["unsigned"],
        "Short": ["unsigned"],
    }.items()
    for size in sizes
)
_FLOATING = frozenset({f"{XSD}double", f"{XSD}float"})

Value = tuple[str, str, str] | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an answer, in their order; the names of their columns."""

    names: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def difference(self, other: Rows) -> str:
        """Return how another answer differs, in a few words; nothing if it does not.

        The order of rows does not count: SPARQL leaves it open how strings of a
        language are sorted.
        """
        if set(self.names) != set(other.names):
            return f"the columns are {', '.join(other.names) or 'none'}"
        picked = [other.names.index(name) for name in self.names]
        theirs = Counter(tuple(row[place] for place in picked) for row in other.rows)
        ours = Counter(self.rows)
        missing, extra = ours - theirs, theirs - ours
        if not (missing or extra):
            return ""
        return f"{missing.total()} rows of {len(self.rows)} are missing, {extra.total()} are new"


def read_rows(content: bytes) -> Rows:
    """Return the rows of SPARQL 1.1 Results JSON; ValueError if that is not what it is.

    See https://www.w3.org/TR/sparql11-results-json/; numbers are compared by value,
    for stores write them, and choose among the types of counts, each in its way.
    """
    try:
        found = json.loads(content)
        if "boolean" in found:
            return Rows(("answer",), ((("literal", str(bool(found["boolean"])).lower(), ""),),))
        names = tuple(found["head"]["vars"])
        rows = [tuple(_value(row.get(name)) for name in names) for row in _bindings(found)]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}") from None
    return Rows(names, tuple(rows))


def _bindings(found: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    bindings = found["results"]["bindings"]
    if not isinstance(bindings, list):
        raise TypeError("bindings")
    return bindings


def _value(term: Mapping[str, str] | None) -> Value:
    if term is None:
        return None
    kind, text = term["type"], term["value"]
    if kind == "uri":
        return "iri", text, ""
    if kind == "bnode":
        return "blank", "", ""  # their names mean nothing outside the answer
    language = term.get("xml:lang", "").lower()
    datatype = term.get("datatype", "")
    if language or datatype in {"", f"{XSD}string"}:
        return "literal", text, language
    if datatype in _EXACT or datatype in _FLOATING:
        return "number", _number(text), ""
    if datatype == f"{XSD}boolean":
        text = {"1": "true", "0": "false"}.get(text, text)
    return "literal", text, datatype


def _number(text: str) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return f"{number.normalize():f}" if number.is_finite() and abs(number.adjusted()) < 64 else text
