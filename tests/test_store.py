"""SPARQL over the graph: answers, and queries that mean no good."""

from __future__ import annotations

import contextlib
import json
import re
import socket
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from fpgraph.answers import Answer
from fpgraph.errors import CorpusError, QueryError
from fpgraph.sandbox import refuse, tokens
from fpgraph.store import ask, open_store, query
from fpgraph.terms import FPID
from fpgraph.vocabulary import prefixes


@pytest.fixture(scope="module")
def store(sample_folder: Path) -> Store:
    return open_store(sample_folder)


def test_the_store_holds_ontology_and_graph(store: Store) -> None:
    for subject in ("fpid:primoria", "fp:State", "fp:memberOf"):
        assert query(f"ASK {{ {subject} ?p ?o }}", store=store)
    assert not query("ASK { GRAPH ?g { ?s ?p ?o } }", store=store)


def test_sources_are_picked(sample_folder: Path) -> None:
    assert len(open_store(sample_folder, ["harbour-2020-1"])) == len(open_store(sample_folder))
    with pytest.raises(CorpusError, match="nowhere-1"):
        open_store(sample_folder, ["nowhere-1"])


def test_a_changed_corpus_is_asked_anew(sample_copy: Path) -> None:
    before = ask("memberships", folder=sample_copy)
    claims = sample_copy / "harbour-2020-1" / "claims.csv"
    lines = claims.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if ",memberOf," not in line]
    claims.write_text("".join(kept), encoding="utf-8")
    assert len(ask("memberships", folder=sample_copy)) < len(before)


class TestAnswer:
    def test_select(self, store: Store) -> None:
        answer = query(
            "SELECT ?s ?n (1.5 AS ?d) (true AS ?b) ?none "
            "{ VALUES (?s ?n) { (fpid:primoria 2) (fpid:hirnia 1) } } ORDER BY ?n",
            store=store,
        )
        assert answer.kind == "select"
        assert answer.variables == ("s", "n", "d", "b", "none")
        assert answer.rows[0][0] == NamedNode(f"{FPID}hirnia")
        expected = {"s": f"{FPID}hirnia", "n": 1, "d": 1.5, "b": True, "none": None}
        assert next(iter(answer)) == expected
        assert len(answer) == 2
        assert answer
        head = {"vars": ["s", "n", "d", "b", "none"]}
        assert json.loads(answer.to_json())["head"] == head
        assert answer.to_csv().startswith("s,n,d,b,none\r\nhttps://w3id.org/fpgraph/id/hirnia,1,")

    def test_ask(self, store: Store) -> None:
        yes, no = query("ASK {}", store=store), query("ASK { fpid:x ?p ?o }", store=store)
        assert yes
        assert not no
        assert [dict(row) for row in no] == [{"answer": False}]
        assert json.loads(yes.to_json())["boolean"] is True

    def test_graph(self, store: Store) -> None:
        answer = query("CONSTRUCT { ?s a fp:State } { ?s a fp:State }", store=store)
        assert answer.kind == "graph"
        assert answer.variables == ("subject", "predicate", "object")
        assert "fpid:primoria a fp:State ." in answer.to_ttl()
        assert "@prefix oa:" not in answer.to_ttl()
        assert answer.to_csv().splitlines()[0] == "subject,predicate,object"
        assert json.loads(answer.to_json())
        assert not query("DESCRIBE <http://example.org/nothing>", store=store)

    def test_nothing_found(self, store: Store) -> None:
        answer = query("SELECT ?s { ?s a fp:Nothing }", store=store)
        assert not answer
        assert list(answer) == []
        assert answer.to_csv() == "s\r\n"

    def test_turtle_of_rows_is_what_is_known_of_their_claims(self, store: Store) -> None:
        from rdflib import Graph

        answer = ask("characterisations", store=store)
        graph = Graph().parse(data=answer.to_ttl(), format="turtle")
        claims = {str(s) for s in graph.subjects() if "#" not in str(s) and "/claim/" in str(s)}
        assert claims == {row["claim"] for row in answer}
        assert any("/passage/" in str(s) for s in graph.subjects())
        assert any("#ref-" in str(s) for s in graph.subjects())
        rows = query("SELECT ?s { ?s a fp:State }", store=store)
        for without in (rows, query("ASK {}", store=store)):
            with pytest.raises(QueryError, match="no claim; take csv or json"):
                without.to_ttl()

    def test_data_frame(self, store: Store) -> None:
        frame = ask("memberships", store=store).to_dataframe()
        assert next(iter(frame.columns)) == "member"
        assert frame["sentence"].dtype.kind == "i"
        empty = query("SELECT ?s { ?s a fp:Nothing }", store=store).to_dataframe()
        assert list(empty.columns) == ["s"]

    def test_data_frame_without_pandas(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "pandas", None)
        with pytest.raises(QueryError, match="needs pandas: pip install"):
            ask("memberships", store=store).to_dataframe()

    def test_equal_answers_are_equal(self, store: Store) -> None:
        assert ask("memberships", store=store) == ask("01", store=store)
        assert isinstance(ask("memberships", store=store), Answer)

    @given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))
    def test_any_text_survives(self, text: str) -> None:
        store = Store()
        store.add(Quad(NamedNode("x:s"), NamedNode("x:p"), Literal(text)))
        found = store.query("SELECT ?o { ?s ?p ?o }")
        assert isinstance(found, QuerySolutions)
        content = found.serialize(format=QueryResultsFormat.JSON)
        assert [row["o"] for row in Answer("select", content or b"")] == [text]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("SELECT ?s {\n  ?s ? ?o }", "line 2, column 11: expected"),
        ("", "expected"),
        ("hello", "line 1, column 6: expected"),
        ("SELECT ?s { ?s a nope:State }", "line 1, column 18: the prefix nope: is not declared"),
        ("SELECT ?s { ?s a :State }", "line 1, column 18: the prefix : is not declared"),
        ("SELECT ?s { ?s a <relative> }", "line 1"),
        ("INSERT DATA { fpid:a a fp:State }", "INSERT would change the graph"),
        ("PREFIX x: <y:z>\ndelete WHERE { ?s ?p ?o }", "DELETE would change the graph"),
        ("# a comment\nCLEAR ALL", "CLEAR would change the graph"),
        ("LOAD <file:///etc/passwd>", "LOAD would change the graph"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * {\n SERVICE SILENT ?x { ?s ?p ?o } }", "line 2, column 2: SERVICE is refused"),
        ("SELECT * { ?s ?p 1.SERVICE <x:y> { ?s ?p ?o } }", "line 1, column 20: SERVICE is"),
        ("SELECT * { ?s ?p true.SERVICE<x:y> {} }", "SERVICE is refused"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "line 1, column 10: FROM is refused"),
        ("SELECT * FROM NAMED <x:y> { GRAPH ?g { ?s ?p ?o } }", "FROM is refused"),
        ("DESCRIBE <x:y> FROM <x:z>", "FROM is refused"),
        ("SELECT * { ?s ?p '\ud800' }", ""),
        ("SELECT * { ?s ?p 1 }" + " " * 300_000, "longer than 256 kB"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_what_is_no_question_is_refused(store: Store, text: str, problem: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(text, store=store, name="mine.rq")
    assert re.match(r"mine\.rq: [^\n]{10,400}$", str(caught.value))
    assert problem in caught.value.problem


def test_the_refusals_hit_keywords_only(store: Store) -> None:
    text = """
        PREFIX service: <x:service#> # SERVICE FROM
        PREFIX fp.x: <x:>
        SELECT ?from ('SERVICE' AS ?service) (\"""FROM "x" \""" AS ?text) ("nope:x" AS ?name)
        { VALUES ?from { <x:FROM> service:from fp:from } FILTER(?from<?service||true) _:b-1 ?p ?o .
          BIND(1-fp:x AS ?none) BIND(fp.x:y AS ?dotted) }
        LIMIT 3
    """
    assert len(query(text, store=store)) == 3


@given(st.text(alphabet="'\"\\#<>?:@_.{}()^ \n\tabFROMservice0é1", max_size=60))
def test_reading_a_query_ends_and_skips_nothing(text: str) -> None:
    last = -1
    for token in tokens(text):
        assert token.start > last
        assert text.startswith(token.text, token.start)
        last = token.start


def test_reading_a_long_query_is_quick() -> None:
    begin = time.perf_counter()
    for unit in (
        '"',
        '"""',
        "'\\",
        "<",
        "<a",
        "a.",
        "a-",
        ":",
        "a:",
        "\\",
        "%",
        "#",
        "?",
        "@",
        " ",
    ):
        try:
            refuse(unit * (200_000 // len(unit)), "query", prefixes())
        except QueryError:
            continue
    assert time.perf_counter() - begin < 10


BOUND = " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(40))
HOSTILE = {
    "strings doubled": f'SELECT ?s40 {{ BIND("x" AS ?s0) {BOUND} }}',
    "nested braces": f"SELECT * {'{' * 50_000}{'}' * 50_000}",
    "a long sum": f"SELECT ({'+'.join(['1'] * 7000)} AS ?x) {{}}",
    "nested brackets": f"SELECT ({'(' * 7000}1{')' * 7000} AS ?x) {{}}",
    "negations": f"SELECT (({'!' * 14_000}true) AS ?x) {{}}",
    "an endless product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "a sorted product": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "an answer without end": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "a path over everything": "SELECT * { ?a (!<x:y>|^!<x:y>)* ?b . ?b (!<x:y>)* ?c } ORDER BY ?c",
    "a graph without end": "CONSTRUCT { ?a ?e ?i } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_query_ends_in_an_error_within_the_limit(store: Store, text: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(QueryError, match=r"^query: [^\n]+$"):
        query(text, store=store, limit=3)
    assert time.perf_counter() - begin < 6
    assert query("ASK {}", store=store), "the next query is not harmed"


TWISTED = {
    "nested braces, 4 kB": f"SELECT * {'{' * 2000}{'}' * 2000}",
    "a long sum, 2 kB": f"SELECT ({'+'.join(['1'] * 1000)} AS ?x) {{}}",
    "a regular expression": f'SELECT * {{ FILTER(REGEX("{"a" * 60}b", "^(a+)+$")) ?s ?p ?o }}',
    "a huge regular expression": 'SELECT * { FILTER(REGEX("a", "((a{1,99}){1,99}){1,99}")) }',
    "a huge number": 'SELECT (("1E999999999"^^xsd:decimal + 1) AS ?x) {}',
}


@pytest.mark.parametrize("text", TWISTED.values(), ids=TWISTED)
def test_a_twisted_query_ends_well_or_in_an_error(store: Store, text: str) -> None:
    begin = time.perf_counter()
    with contextlib.suppress(QueryError):
        assert len(query(text, store=store, limit=3)) < 10
    assert time.perf_counter() - begin < 6


def test_the_limit_holds_to_the_second(store: Store) -> None:
    begin = time.perf_counter()
    with pytest.raises(QueryError, match=r"took longer than 0\.7 s and was stopped"):
        query(HOSTILE["an endless product"], store=store, limit=0.7)
    assert time.perf_counter() - begin < 2
    with pytest.raises(QueryError, match="more than 0 seconds"):
        query("ASK {}", store=store, limit=0)


def test_the_worker_can_open_neither_socket_nor_file(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where a request gets past the first reading, nothing goes out."""
    pytest.importorskip("resource")
    called = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(2)

        def listen() -> None:
            try:
                server.accept()
            except TimeoutError:
                return
            called.set()

        listener = threading.Thread(target=listen)
        listener.start()
        monkeypatch.setattr("fpgraph.store.refuse", lambda *_: None)
        port = server.getsockname()[1]
        text = f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
        with pytest.raises(QueryError, match="the engine gave up"):
            query(text, store=store)
        listener.join()
    assert not called.is_set()


def test_an_answer_that_is_too_large_is_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fpgraph.sandbox._ANSWER", 10_000)
    with pytest.raises(QueryError, match="give the query a LIMIT"):
        query("SELECT * { ?s ?p ?o }", store=store)


def test_no_interpreter_for_the_worker(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "")
    with pytest.raises(QueryError, match="no Python interpreter"):
        query("ASK {}", store=store)
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(QueryError, match="does not start: No such file"):
        query("ASK {}", store=store)


def test_queries_may_run_side_by_side(store: Store) -> None:
    found: list[int] = []
    text = "SELECT * { ?s a fp:State }"
    threads = [
        threading.Thread(target=lambda: found.append(len(query(text, store=store))))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found) == 4
