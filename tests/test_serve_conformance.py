"""The W3C's tests of the SPARQL 1.1 Protocol and of service descriptions, against our endpoint.

The tests lie beside the checkout (https://github.com/w3c/rdf-tests). Ours is an
endpoint to one graph that can only be read: where a test asks for an update or for
a data set of its own, the endpoint has to refuse, and the test is counted so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection

from endpoint import Reply, Served, served

pytest.importorskip("uvicorn")
TESTS = Path(__file__).resolve().parents[2] / "shared" / "rdf-tests" / "sparql" / "sparql11"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
SD = "http://www.w3.org/ns/sparql-service-description#"
#: A data set that tests name and do not look into.
INCIDENTAL = ("default-graph-uri", "http://kasei.us/2009/09/sparql/data/data0.rdf")
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/n-triples": RdfFormat.N_TRIPLES,
}


@dataclass(frozen=True)
class Asked:
    """A request of a test, and what is to come back."""

    method: str
    address: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    statuses: tuple[str, ...]
    boolean: bool | None
    form: str | None


@dataclass(frozen=True)
class Case:
    """A test: its name, its requests, whether it brings a data set of its own."""

    name: str
    requests: tuple[Asked, ...]
    brings_data: bool

    @property
    def way(self) -> str:
        """How an endpoint to one graph that can only be read has to take it."""
        if self.name.startswith("update_"):
            return "an update, to be refused"
        if self.brings_data:
            return "a data set of its own, to be refused"
        if any(INCIDENTAL in _pairs(one.address) for one in self.requests):
            return "as it stands, but for the data set it names in passing"
        return "as it stands"


def _pairs(address: str) -> list[tuple[str, str]]:
    return parse_qsl(address.partition("?")[2], keep_blank_values=True)


def _cases() -> list[Case]:
    path = TESTS / "protocol" / "manifest.ttl"
    if not path.is_file():
        return []
    graph = Graph().parse(path, format="turtle")
    (entries,) = graph.objects(None, MF.entries)
    return [_case(graph, test) for test in Collection(graph, entries)]


def _case(graph: Graph, test: Any) -> Case:
    connection = graph.value(test, MF.action)
    requests = Collection(graph, graph.value(connection, HT.requests))
    return Case(
        str(test).rpartition("#")[2],
        tuple(_request(graph, request) for request in requests),
        (test, UT.graphData, None) in graph,
    )


def _request(graph: Graph, node: Any) -> Asked:
    def text(subject: Any, predicate: Any) -> str:
        return str(graph.value(subject, predicate) or "")

    listed = graph.value(node, HT.headers)
    headers = [
        (text(header, HT.fieldName), text(header, HT.fieldValue))
        for header in (Collection(graph, listed) if listed else ())
    ]
    content = graph.value(node, HT.body)
    encoding = text(content, CNT.characterEncoding) or "utf-8"
    response = graph.value(node, HT.resp)
    boolean = graph.value(response, MF.expectedBoolean)
    return Asked(
        text(node, HT.methodName),
        text(node, HT.absolutePath),
        tuple(headers),
        text(content, CNT.chars).encode(encoding) if content else None,
        tuple(str(one)[-3:] for one in graph.objects(response, MF.expectedStatus)),
        None if boolean is None else bool(boolean.toPython()),
        text(response, MF.expectedFormat) or None,
    )


CASES = _cases()
pytestmark = pytest.mark.skipif(not CASES, reason="../shared/rdf-tests is not beside the checkout")


@pytest.fixture(scope="module")
def server(sample_folder: Path) -> Iterator[Served]:
    with served(sample_folder) as running:
        yield running


def send(server: Served, asked: Asked) -> Reply:
    """Send a request of a test, without the data set that it names in passing."""
    place, _, _ = asked.address.partition("?")
    kept = [pair for pair in _pairs(asked.address) if pair != INCIDENTAL]
    address = f"{place}?{urlencode(kept)}" if kept else place
    return server.ask(address, method=asked.method, body=asked.body, headers=dict(asked.headers))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_protocol(server: Served, case: Case) -> None:
    if "refused" in case.way:
        reply = send(server, case.requests[0])
        assert reply.status in {400, 403}
        assert reply.text.endswith(".\n")
        return
    for asked in case.requests:
        reply = send(server, asked)
        assert f"{reply.status // 100}xx" in asked.statuses
        if asked.boolean is not None:
            assert reply.json["boolean"] is asked.boolean
        if asked.form == "boolean":
            assert isinstance(reply.json["boolean"], bool)
        elif asked.form == "tabular":
            assert reply.json["head"]["vars"]
        elif asked.form == "RDF":
            assert list(parse(reply.body, format=GRAPHS[reply.type])) or "DESCRIBE" in str(asked)


def test_how_many_apply() -> None:
    """The counts, to be told: 21 hold, 13 ask for what such an endpoint must refuse."""
    assert Counter(case.way for case in CASES) == {
        "as it stands": 14,
        "as it stands, but for the data set it names in passing": 7,
        "a data set of its own, to be refused": 6,
        "an update, to be refused": 7,
    }


class TestServiceDescription:
    """https://www.w3.org/2009/sparql/docs/tests/data-sparql11/service-description/."""

    def test_returns_rdf(self, server: Served) -> None:
        for kind, form in GRAPHS.items():
            reply = server.ask("/sparql", accept=kind)
            assert reply.type == kind
            assert list(parse(reply.body, format=form))

    def test_has_endpoint_triple(self, server: Served) -> None:
        triples = {quad.triple for quad in _described(server)}
        (service,) = {t.subject for t in triples if t.predicate == NamedNode(f"{SD}endpoint")}
        assert service == NamedNode(f"http://127.0.0.1:{server.port}/sparql")

    def test_conforms_to_schema(self, server: Served) -> None:
        """Each class and property of the vocabulary is used as its schema has it."""
        triples = [quad.triple for quad in _described(server)]
        kinds = {(t.subject, t.object) for t in triples if t.predicate.value == str(RDF.type)}
        domains = {
            "endpoint": "Service",
            "supportedLanguage": "Service",
            "resultFormat": "Service",
            "defaultDataset": "Service",
            "defaultGraph": "Dataset",
        }
        ranges = {"defaultDataset": "Dataset", "defaultGraph": "Graph"}
        used = set()
        for triple in triples:
            name = triple.predicate.value.removeprefix(SD)
            if name in domains:
                used.add(name)
                assert (triple.subject, NamedNode(SD + domains[name])) in kinds
            if name in ranges:
                assert (triple.object, NamedNode(SD + ranges[name])) in kinds
        assert used == domains.keys()


def _described(server: Served) -> Iterator[Any]:
    return parse(server.ask("/sparql").body, format=RdfFormat.TURTLE)
