"""The W3C's SPARQL 1.1 tests: what they ask, and whether an answer is the one they want.

They lie beside the checkout (https://github.com/w3c/rdf-tests); what a manifest
holds is told in https://www.w3.org/2009/sparql/docs/tests/README.html.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)

TESTS = Path(__file__).resolve().parents[2] / "shared" / "rdf-tests"
SPARQL = TESTS / "sparql" / "sparql11"
#: Relative addresses in data and queries stand under this one, as if read from there.
HOME = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
_RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_KINDS = {
    "QueryEvaluationTest": "evaluation",
    "CSVResultFormatTest": "csv",
    "PositiveSyntaxTest11": "valid",
    "NegativeSyntaxTest11": "invalid",
}
_ELSEWHERE = {
    "UpdateEvaluationTest": "update",
    "PositiveUpdateSyntaxTest11": "update",
    "NegativeUpdateSyntaxTest11": "update",
    "ProtocolTest": "protocol, tried in test_serve_conformance",
    "ServiceDescriptionTest": "protocol, tried in test_serve_conformance",
    "GraphStoreProtocolTest": "graph store: nothing is written over HTTP",
}
_FOLDERS = {
    "entailment": "entailment: nothing is inferred while a query runs",
    "service": "federation: no other endpoint is asked",
    "syntax-fed": "federation: no other endpoint is asked",
}
_FORMATS = {
    ".srx": QueryResultsFormat.XML,
    ".srj": QueryResultsFormat.JSON,
    ".tsv": QueryResultsFormat.TSV,
}
_DATA = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}
_ORDERED = re.compile(r"order\s+by[^}]*$", re.IGNORECASE)
Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A test: its name (``functions/strdt01``), what is asked of what, and what comes back.

    ``elsewhere`` says why it does not apply to an endpoint that can only be read.
    """

    name: str
    kind: str
    query: Path | None = None
    data: tuple[Path, ...] = ()
    named: tuple[Path, ...] = ()
    result: Path | None = None
    elsewhere: str = ""

    @property
    def text(self) -> str:
        """The query."""
        assert self.query is not None
        return self.query.read_text(encoding="utf-8")

    @property
    def base(self) -> str:
        """The address of the query."""
        assert self.query is not None
        return address(self.query)


def address(path: Path) -> str:
    """Return the address under which the W3C keeps a file of the suite."""
    return HOME + path.relative_to(SPARQL).as_posix()


@cache
def cases() -> tuple[Case, ...]:
    """Return every test of the suite, in the order of its manifests; none where it is not there."""
    manifests = sorted(SPARQL.glob("*/manifest*.ttl"))
    return tuple(case for manifest in manifests for case in _cases(manifest))


def _cases(manifest: Path) -> Iterator[Case]:
    store = Store()
    store.load(path=str(manifest), format=RdfFormat.TURTLE, base_iri=address(manifest))
    for quad in store.quads_for_pattern(None, NamedNode(_MF + "entries"), None):
        for test in _listed(store, quad.object):
            yield _case(store, test, manifest.parent)


def _case(store: Store, test: Any, folder: Path) -> Case:
    def path(node: Any) -> Path:
        return SPARQL.joinpath(node.value.removeprefix(HOME))

    def paths(predicate: str) -> tuple[Path, ...]:
        return tuple(path(node) for node in _objects(store, action, predicate))

    (kind,) = (node.value.removeprefix(_MF) for node in _objects(store, test, _RDF + "type"))
    name = f"{folder.name}/{test.value.rpartition('#')[2]}"
    if elsewhere := _FOLDERS.get(folder.name) or _ELSEWHERE.get(kind):
        return Case(name, kind, elsewhere=elsewhere)
    (action,) = _objects(store, test, _MF + "action")
    results = [path(node) for node in _objects(store, test, _MF + "result")]
    if isinstance(action, NamedNode):
        return Case(name, _KINDS[kind], path(action))
    (query,) = paths(_QT + "query")
    data, named = paths(_QT + "data"), paths(_QT + "graphData")
    return Case(name, _KINDS[kind], query, data, named, results[0])


def _objects(store: Store, subject: Any, predicate: str) -> list[Any]:
    found = store.quads_for_pattern(subject, NamedNode(predicate), None)
    return sorted((quad.object for quad in found), key=str)


def _listed(store: Store, node: Any) -> Iterator[Any]:
    while node != NamedNode(_RDF + "nil"):
        yield _objects(store, node, _RDF + "first")[0]
        (node,) = _objects(store, node, _RDF + "rest")


@cache
def data_set(data: tuple[Path, ...], named: tuple[Path, ...]) -> Store:
    """Return a store with the data of a test, each named graph under its address."""
    store = Store()
    for path in data:
        store.load(path=str(path), format=_DATA[path.suffix], base_iri=address(path))
    for path in named:
        graph = NamedNode(address(path))
        store.load(path=str(path), format=_DATA[path.suffix], base_iri=graph.value, to_graph=graph)
    return store


def compared(case: Case, answer: bytes, form: QueryResultsFormat = QueryResultsFormat.JSON) -> str:
    """Return how an answer differs from the one the test wants, or nothing.

    ``answer`` is in ``form``, or N-Triples where the query makes a graph, or CSV for a
    test of that form.
    """
    assert case.result is not None
    if case.kind == "csv":
        return _differing(_table(case.result.read_bytes()), _table(answer))
    if case.result.suffix in _DATA:
        wanted = data_set((case.result,), ())
        if rows := _result_set(wanted):
            return _differing(_rows(rows), _rows(_read(answer, form)))
        return _differing(canonical(wanted), canonical(parse(answer, format=RdfFormat.N_TRIPLES)))
    content = case.result.read_bytes()
    expected = _read(content, _FORMATS[case.result.suffix])
    found = _read(answer, form)
    if isinstance(expected, bool) or isinstance(found, bool):
        return "" if expected is found else f"{expected} was wanted"
    differing = _differing(_rows(expected), _rows(found))
    if not differing and _ORDERED.search(case.text) and _order(expected) != _order(found):
        return "the rows stand in another order"
    return differing


def _order(solutions: list[Row]) -> list[Row]:
    """Return the solutions as they follow each other, without blank nodes."""
    return [
        {name: by_value(term) for name, term in row.items() if not isinstance(term, BlankNode)}
        for row in solutions
    ]


def _read(content: bytes, form: QueryResultsFormat) -> bool | list[Row]:
    """Return yes or no, or the solutions."""
    found = parse_query_results(content, format=form)
    if isinstance(found, QueryBoolean):
        return bool(found)
    names = found.variables
    return [{name.value: row[name] for name in names if row[name] is not None} for row in found]


def _result_set(store: Store) -> list[Row]:
    """Return the solutions that a graph describes in the vocabulary of result sets."""
    return [
        {
            _objects(store, binding, _RS + "variable")[0].value: _objects(
                store, binding, _RS + "value"
            )[0]
            for binding in _objects(store, quad.object, _RS + "binding")
        }
        for quad in store.quads_for_pattern(None, NamedNode(_RS + "solution"), None)
    ]


def _differing(wanted: Counter[Any], found: Counter[Any]) -> str:
    missing, extra = wanted - found, found - wanted
    parts = [("missing", missing), ("too many", extra)]
    return "; ".join(f"{what}: {sorted(map(str, rows))[:3]}" for what, rows in parts if rows)


def canonical(quads: Iterable[Quad]) -> Counter[str]:
    """Return the triples with canonical labels for blank nodes."""
    found = Dataset(Quad(*map(by_value, quad.triple)) for quad in quads)
    found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return Counter(map(str, found))


def _rows(solutions: bool | list[Row]) -> Counter[str]:
    """Return the solutions as a graph, one node for each, so that blank nodes compare.

    Equal solutions share a node, which then says how often they occur.
    """
    assert not isinstance(solutions, bool)
    quads = []
    for row, times in Counter(frozenset(row.items()) for row in solutions).items():
        node = BlankNode()
        quads.append(Quad(node, NamedNode("x:times"), Literal(times)))
        quads += [Quad(node, NamedNode(f"x:name#{name}"), term) for name, term in row]
    return canonical(quads)


@cache
def by_value(term: Any) -> Any:
    """Return a literal as the engine keeps its value: ``01`` and ``1`` are one integer."""
    if not isinstance(term, Literal):
        return term
    store = Store()
    store.add(Quad(NamedNode("x:"), NamedNode("x:"), term))
    (quad,) = store
    return quad.object


def _table(content: bytes) -> Counter[Any]:
    """Return the rows of a CSV file by column, blank nodes without their names."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
    return Counter(
        frozenset((name, re.sub(r"^_:.*", "_:", cell)) for name, cell in row.items())
        for row in rows
    )
