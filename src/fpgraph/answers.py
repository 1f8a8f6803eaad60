"""What comes back from a question: rows, yes or no, or a graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pyoxigraph import (
    BlankNode,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)
from pyoxigraph import Literal as Value

from .errors import QueryError

if TYPE_CHECKING:
    from pandas import DataFrame

Term = NamedNode | BlankNode | Value | Triple
Kind = Literal["select", "ask", "graph"]
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: Mapping[str, Callable[[str], object]] = {
    f"{_XSD}integer": int,
    f"{_XSD}decimal": float,
    f"{_XSD}double": float,
    f"{_XSD}boolean": lambda text: text in {"true", "1"},
}


def plain(term: Term | None) -> Any:
    """Return a term as Python has it: a number, True or False, text, or None."""
    if isinstance(term, Value):
        convert = _NUMBERS.get(term.datatype.value)
        return convert(term.value) if convert else term.value
    if isinstance(term, NamedNode):
        return term.value
    return None if term is None else str(term)


@dataclass(frozen=True)
class Answer:
    """The answer to a query.

    ``kind`` is ``select`` (rows), ``ask`` (yes or no) or ``graph`` (what CONSTRUCT
    and DESCRIBE give). Iterating yields one dict a row, with Python's own numbers
    and text; ``rows`` has the RDF terms. A graph has the columns subject,
    predicate and object. ``content`` is SPARQL 1.1 Results JSON
    (https://www.w3.org/TR/sparql11-results-json/), or N-Triples for a graph.
    """

    kind: Kind
    content: bytes = field(repr=False)
    title: str = ""
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    describe: Callable[[tuple[NamedNode, ...]], list[Triple]] | None = field(
        default=None, repr=False, compare=False
    )

    @cached_property
    def _parsed(self) -> tuple[tuple[str, ...], tuple[tuple[Term | None, ...], ...]]:
        if self.kind == "graph":
            quads = parse(self.content, format=RdfFormat.N_TRIPLES)
            rows = sorted(((q.subject, q.predicate, q.object) for q in quads), key=_order)
            return ("subject", "predicate", "object"), tuple(rows)
        found = parse_query_results(self.content, QueryResultsFormat.JSON)
        if isinstance(found, QueryBoolean):
            truth = Value(str(bool(found)).lower(), datatype=NamedNode(f"{_XSD}boolean"))
            return ("answer",), ((truth,),)
        assert isinstance(found, QuerySolutions)
        names = tuple(variable.value for variable in found.variables)
        return names, tuple(tuple(row[name] for name in names) for row in found)

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._parsed[0]

    @property
    def rows(self) -> tuple[tuple[Term | None, ...], ...]:
        """The rows as RDF terms; None where a row has no value."""
        return self._parsed[1]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for row in self.rows:
            yield {name: plain(term) for name, term in zip(self.variables, row, strict=True)}

    def __bool__(self) -> bool:
        """Return what ASK answered; for the other kinds, whether there are rows."""
        return bool(plain(self.rows[0][0])) if self.kind == "ask" else bool(self.rows)

    def to_dataframe(self) -> DataFrame:
        """Return the rows as a pandas DataFrame; QueryError if pandas is missing."""
        try:
            from pandas import DataFrame
        except ImportError:
            problem = "a DataFrame needs pandas: pip install 'foreign-policy-graph[pandas]'"
            raise QueryError(problem, name=self.title or "answer") from None
        return DataFrame(list(self), columns=list(self.variables))

    def to_json(self) -> str:
        """Return SPARQL 1.1 Results JSON; a graph comes as JSON-LD."""
        if self.kind == "graph":
            return self._write(self._triples(), RdfFormat.JSON_LD)
        return self.content.decode()

    def to_csv(self) -> str:
        """Return SPARQL 1.1 Results CSV (https://www.w3.org/TR/sparql11-results-csv-tsv/).

        A graph comes as a table of subject, predicate and object.
        """
        if self.kind == "graph":
            return _table(self.variables, self.rows)
        found = parse_query_results(self.content, QueryResultsFormat.JSON)
        return (found.serialize(format=QueryResultsFormat.CSV) or b"").decode()

    def to_ttl(self) -> str:
        """Return Turtle: the graph, or all that is known of the claims behind the rows.

        For rows those are the claims in the column ``claim``, with their passages
        and citations; QueryError if there is no such column, or for yes or no.
        """
        if self.kind == "graph":
            return self._write(self._triples(), RdfFormat.TURTLE)
        if self.describe is None or "claim" not in self.variables:
            problem = "there is no Turtle of it, for its rows name no claim; take csv or json"
            raise QueryError(problem, name=self.title or "answer")
        column = self.variables.index("claim")
        claims = {row[column] for row in self.rows}
        nodes = sorted((c for c in claims if isinstance(c, NamedNode)), key=lambda c: c.value)
        return self._write(self.describe(tuple(nodes)), RdfFormat.TURTLE)

    def _triples(self) -> list[Triple]:
        return [Triple(*row) for row in self.rows]  # type: ignore[arg-type]

    def _write(self, triples: list[Triple], form: RdfFormat) -> str:
        prefixes = dict(self.prefixes) if form == RdfFormat.TURTLE else None
        text = serialize(sorted(triples, key=str), format=form, prefixes=prefixes)
        assert text is not None
        return _tidy_heads(text.decode()) if prefixes else text.decode()


def _tidy_heads(turtle: str) -> str:
    """Return Turtle with the prefixes that it uses, sorted; Oxigraph writes all, in any order."""
    lines = turtle.splitlines(keepends=True)
    heads = [line for line in lines if line.startswith("@prefix ")]
    body = "".join(lines[len(heads) :])
    used = sorted(head for head in heads if head.split()[1] in body)
    return f"{''.join(used)}\n{body}" if used else body


def _order(row: tuple[Term, ...]) -> tuple[str, ...]:
    return tuple(str(term) for term in row)


def _table(names: tuple[str, ...], rows: tuple[tuple[Term | None, ...], ...]) -> str:
    import csv
    from io import StringIO

    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(names)
    for row in rows:
        writer.writerow([t.value if isinstance(t, NamedNode | Value) else str(t) for t in row])
    return stream.getvalue()
