"""The W3C's tests of the SPARQL 1.1 Query Language and its result formats, on our way to ask.

All of them go through what every query of a stranger goes through, in this process:
``sandbox.refuse`` and ``worker.answer``. Some go through the confined process of
``fpgraph.query`` as well, and some over HTTP. What fails is listed with its reason
in ``w3c-expected.csv``, so that a change of the engine shows. The tests of the protocol
are in ``test_serve_conformance``.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, Store

import fpgraph
from endpoint import Served
from fpgraph.errors import QueryError
from fpgraph.sandbox import refuse
from fpgraph.vocabulary import prefixes
from fpgraph.worker import Forms, answer
from w3c import Case, cases, compared, data_set

HERE = Path(__file__).parent
ALL = cases()
CASES = [case for case in ALL if not case.elsewhere]
ENOUGH = 1024**2
#: What comes back over HTTP, and how it is read again.
ROWS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
pytestmark = pytest.mark.skipif(not ALL, reason="../shared/rdf-tests is not beside the checkout")


def expected() -> dict[str, tuple[str, str]]:
    """Return the tests that do not pass, each with its outcome and the reason."""
    with (HERE / "w3c-expected.csv").open(encoding="utf-8", newline="") as file:
        return {row["test"]: (row["outcome"], row["reason"]) for row in csv.DictReader(file)}


EXPECTED = expected()


def outcome(case: Case) -> str:
    """Return passed, refused or failed."""
    try:
        refuse(case.text, "query", prefixes())
    except QueryError:
        return "passed" if case.kind == "invalid" else "refused"
    forms = Forms(QueryResultsFormat.CSV) if case.kind == "csv" else Forms()
    store = data_set(case.data, case.named)
    try:
        _, found = answer(store, case.text, dict(prefixes()), ENOUGH, forms, case.base)
    except SyntaxError:
        return "passed" if case.kind == "invalid" else "failed"
    except RuntimeError as error:  # a function that nobody defined: valid, and no more
        valid = case.kind == "valid" and "custom function" in str(error)
        return "passed" if valid else "failed"
    if case.kind in {"valid", "invalid"}:
        return "passed" if case.kind == "valid" else "failed"
    return "failed" if compared(case, found) else "passed"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_query(case: Case) -> None:
    meant, reason = EXPECTED.get(case.name, ("passed", ""))
    assert outcome(case) == meant, reason


def test_what_does_not_pass_is_known_and_explained() -> None:
    assert EXPECTED.keys() <= {case.name for case in CASES}
    assert all(reason for _, reason in EXPECTED.values())


def test_how_many_apply() -> None:
    """The counts, to be told: of 643 tests 346 are queries for us, and 333 of these pass."""
    told = Counter(case.elsewhere.partition(":")[0] or "for us" for case in ALL)
    assert told == {
        "for us": 346,
        "update": 149,
        "entailment": 70,
        "protocol, tried in test_serve_conformance": 37,
        "graph store": 31,
        "federation": 10,
    }
    assert Counter(meant for meant, _ in EXPECTED.values()) == {"failed": 11, "refused": 2}


def test_a_wrong_answer_is_seen() -> None:
    """Blank nodes, order and number of rows are compared as they should be."""
    (case,) = (case for case in CASES if case.name == "json-res/jsonres01")
    store = data_set(case.data, case.named)
    for query, same in (
        (case.text, True),
        ("SELECT ?o ?p ?s { ?s ?p ?o } ORDER BY ?s", True),
        ("SELECT ?o ?p ?s { ?s ?p ?o } ORDER BY DESC(?s)", False),
        ("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 2", False),
        ("SELECT ?s ?p ?o { ?s ?p ?o . ?a ?b ?c }", False),
        ("SELECT ?s ?p (BNODE() AS ?o) { ?s ?p [] }", False),
    ):
        _, found = answer(store, query, dict(prefixes()), ENOUGH, base=case.base)
        assert (not compared(case, found)) is same, query


def based(case: Case) -> str:
    """Return the query with its address, which neither process nor server can know."""
    return f"BASE <{case.base}>\n{case.text}"


@pytest.mark.parametrize("case", CASES[5::14], ids=lambda case: case.name)
def test_the_confined_process_answers_alike(case: Case) -> None:
    meant, _ = EXPECTED.get(case.name, ("passed", ""))
    try:
        found = fpgraph.query(based(case), store=data_set(case.data, case.named))
    except QueryError:
        assert case.kind == "invalid" or meant == "refused"
        return
    assert case.kind == "valid" or (compared(case, found.content) == "") is (meant == "passed")


@contextmanager
def serving(store: Store, folder: Path, sample_folder: Path) -> Iterator[Served]:
    quads = folder / "data.nq"
    store.dump(str(quads), format=RdfFormat.N_QUADS)
    program = [sys.executable, str(HERE / "serve_data_set.py"), str(quads), str(sample_folder)]
    process = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        port = process.stdout.readline()
        assert port, process.communicate()[1]
        yield Served(process, int(port))
    finally:
        process.terminate()
        process.communicate(timeout=15)


@pytest.mark.parametrize("suite", ["csv-tsv-res/data.ttl", "functions/data.ttl"])
def test_over_http(suite: str, tmp_path: Path, sample_folder: Path) -> None:
    """Every test of one data set, in every form, both ways to send it."""
    pytest.importorskip("uvicorn")
    asked = [case for case in CASES if [str(path)[-len(suite) :] for path in case.data] == [suite]]
    assert len(asked) > 3
    with serving(data_set(asked[0].data, ()), tmp_path, sample_folder) as server:
        for case in asked:
            passed = EXPECTED.get(case.name, ("passed", ""))[0] == "passed"
            assert (over_http(server, case) == "") is passed, case.name


def over_http(server: Served, case: Case) -> str:
    """Return how the answers to a test differ from the one it wants, or nothing."""
    if case.kind == "csv":
        return compared(case, server.query(based(case), accept="text/csv").body)
    problems = []
    for kind, form in ROWS.items():
        reply = server.ask(
            "/sparql", method="POST", body=based(case).encode(),
            headers={"Accept": kind, "Content-Type": "application/sparql-query"},
        )  # fmt: skip
        assert (reply.status, reply.type) == (200, kind)
        problems.append(compared(case, reply.body, form))
    return "; ".join(filter(None, problems))
