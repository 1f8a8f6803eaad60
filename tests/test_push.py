"""``fpgraph push``: addresses, secrets, and stores that are down, refuse or talk nonsense."""

from __future__ import annotations

import hashlib
import json
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from store_servers import STORES, cache_folder

from crooked_store import Behaviour, Request, answer, crooked, number
from endpoint import served
from fpgraph import cli
from fpgraph.commands.push import command
from fpgraph.errors import StoreError
from fpgraph.pushing import exchange
from fpgraph.pushing.client import Client
from fpgraph.pushing.comparison import Rows, read_rows
from fpgraph.pushing.credentials import Credentials
from fpgraph.pushing.stores import target
from fpgraph.pushing.transfer import push
from fpgraph.pushing.verification import count
from fpgraph.questions import questions
from fpgraph.store import ask, open_store

SECRET = "слово-secret-7"
JSON = "application/sparql-results+json"


# -- addresses ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("store", "address", "write", "query"),
    [
        ("fuseki", "http://h:3030/ds", "/ds/data", "/ds/sparql"),
        ("fuseki", "http://h:3030/ds/", "/ds/data", "/ds/sparql"),
        ("fuseki", "http://h:3030/a/ds/data", "/a/ds/data", "/a/ds/sparql"),
        ("fuseki", "http://h:3030/ds/query", "/ds/data", "/ds/sparql"),
        ("oxigraph", "http://h:7878", "/store", "/query"),
        ("oxigraph", "http://h:7878/store", "/store", "/query"),
        ("rdf4j", "http://h/rdf4j-server/repositories/x", None, None),
        ("graphdb", "http://h/repositories/x", "/repositories/x/rdf-graphs/service", None),
        ("graphdb", "http://h/repositories/x/statements", None, "/repositories/x"),
        ("virtuoso", "http://h:8890", "/sparql-graph-crud", "/sparql"),
        ("virtuoso", "http://h:8890/sparql", "/sparql-graph-crud", "/sparql"),
        ("qlever", "http://h:7001", "/", "/"),
    ],
)
def test_each_store_has_its_addresses(
    store: str, address: str, write: str | None, query: str | None
) -> None:
    found = target(address, store, graph="https://example.org/g")
    host = re.match(r"http://[^/]+", address)
    assert host
    if write:
        assert found.write == f"{host[0]}{write}?graph=https%3A%2F%2Fexample.org%2Fg"
    if query:
        assert found.query == f"{host[0]}{query}"
    assert found.asks == "https://example.org/g"


def test_the_default_graph_goes_by_its_name() -> None:
    assert target("http://h/ds", "fuseki").write == "http://h/ds/data?default"
    assert target("http://h/ds", "fuseki").asks == ""
    assert target("http://h/repositories/x", "rdf4j").asks.endswith("#nil")


def test_who_is_named_writes_where_virtuoso_asks_for_a_password() -> None:
    found = target("http://h", "virtuoso", graph="urn:g", identified=True)
    assert found.write == "http://h/sparql-graph-crud-auth?graph=urn%3Ag"
    assert found.query == "http://h/sparql"


def test_blazegraph_is_written_to_in_its_own_way() -> None:
    found = target("http://h/blazegraph", "blazegraph", graph="urn:g")
    assert found.write == "http://h/blazegraph/namespace/kb/sparql?context-uri=urn%3Ag"
    assert found.clearing == "http://h/blazegraph/namespace/kb/sparql?c=%3Curn%3Ag%3E"
    other = target("http://h/blazegraph/namespace/my/sparql", "blazegraph")
    assert other.write == "http://h/blazegraph/namespace/my/sparql"


def test_signs_beyond_ascii_are_escaped() -> None:
    found = target("http://h/набір?ключ=1 ".strip(), "fuseki", graph="https://example.org/і")
    assert found.write.isascii()
    assert found.query.isascii()


# -- misuse: exit code 2, one sentence ---------------------------------------


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["http://h/", "--store", "fuseki"], "name the data set too"),
        (["http://h/rdf4j-server", "--store", "rdf4j"], "name the repository too"),
        (["http://h/repositories/", "--store", "graphdb"], "name the repository too"),
        (["http://h/", "--store", "virtuoso"], "virtuoso has no default graph"),
        (["http://h/", "--store", "generic"], "the query endpoint must be told too"),
        (["h:3030/ds", "--store", "fuseki"], "'h:3030/ds' is no http or https address"),
        (["ftp://h/ds", "--store", "fuseki"], "is no http or https address"),
        (["file:///etc/passwd", "--store", "fuseki"], "is no http or https address"),
        (["http://h:x/ds", "--store", "fuseki"], "is no address of a triple store"),
        (["http://[::1/ds", "--store", "fuseki"], "is no address of a triple store"),
        (["http://h/d s", "--store", "fuseki"], "is no http or https address"),
        (["http://h/ds", "--store", "fuseki", "--graph", "g"], "'g' is no absolute IRI"),
        (["http://h/ds", "--store", "fuseki", "--graph", "u:a b"], "'u:a b' is no absolute IRI"),
        (["http://h/ds", "--store", "fuseki", "--graph", "u:> . #"], "is no absolute IRI"),
        (["http://h/ds", "--store", "fuseki", "--user", "a:b"], "a user's name"),
        (["http://h/ds", "--store", "fuseki", "--user", "a\nb"], "a user's name"),
        (["http://h/ds", "--store", "fuseki", "--user", "anna"], "no password: set FPGRAPH_PASS"),
        (["http://h/ds", "--store", "neo4j"], "'neo4j' is not one of"),
        (["http://h/ds"], "Missing option '--store'"),
    ],
)
def test_misuse(arguments: list[str], problem: str) -> None:
    done = CliRunner().invoke(command, arguments, env={"FPGRAPH_PASSWORD": ""})
    assert done.exit_code == 2
    assert problem in done.stderr
    assert "Traceback" not in done.output


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    done = CliRunner().invoke(command, [f"http://anna:{SECRET}@h/ds", "--store", "fuseki"])
    assert done.exit_code == 2
    assert "does not belong in an address" in done.stderr
    assert SECRET not in done.output


def test_a_token_that_would_end_a_header_is_refused_and_not_repeated() -> None:
    arguments = ["http://h/", "--store", "qlever"]
    done = CliRunner().invoke(command, arguments, env={"FPGRAPH_PASSWORD": f"{SECRET}\nX: y"})
    assert done.exit_code == 2
    assert "the password holds a control character" in done.stderr
    assert SECRET not in done.output


def test_the_command_has_no_option_for_a_password() -> None:
    assert not [o for p in command.params for o in p.opts if "pass" in o or "token" in o]


# -- stores that are down, refuse, or talk nonsense ---------------------------


def pushed(
    behaviour: Behaviour, sample: Path, *options: str, secret: str = ""
) -> tuple[str, list[Request]]:
    """Push the small corpus to a crooked store; return the one line, and what it was asked."""
    with crooked(behaviour) as server:
        arguments = [server.address, "--store", "oxigraph", "--folder", str(sample)]
        code, told = run(*arguments, "--timeout", "0.5", *options, secret=secret)
        assert code == 1
        assert told.count("\n") == 1
        return told, server.requests


def run(*arguments: str, secret: str = "") -> tuple[int, str]:
    """Run the command through ``main``; return the exit code and what it said of errors."""
    runner = CliRunner(env={"FPGRAPH_PASSWORD": secret})
    with (
        runner.isolation(env={"FPGRAPH_PASSWORD": secret}) as (_, err, _),
        pytest.raises(SystemExit) as ended,
    ):
        cli.main(["push", *arguments])
    told = err.getvalue().decode()
    assert "Traceback" not in told
    assert not secret or secret not in told
    assert isinstance(ended.value.code, int)
    return ended.value.code, told


def _closed(_: Request) -> bytes:
    return b""


def _drip(_: Request) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n"
    for _number in range(40):
        yield b" "
        time.sleep(0.1)


def _silence(_: Request) -> Iterator[bytes]:
    for _number in range(15):
        time.sleep(0.1)
        yield b""


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        (lambda _: answer(200, "<html>Hello", "text/html"), "it answered a query with HTML"),
        (lambda _: answer(200, "hello"), "no SPARQL result, of the type text/plain"),
        (lambda _: answer(200, '{"head": {"vars"', JSON), "no SPARQL result, or it broke off"),
        (lambda _: answer(200, "[]", JSON), "no SPARQL result"),
        (lambda _: answer(200, "[" * 100_000, JSON), "no SPARQL result"),
        (lambda _: answer(200, b"\xff\xfe\x00", JSON), "no SPARQL result"),
        (lambda _: number("many"), "did not answer with one number"),
        (lambda _: answer(200, '{"boolean": true}', JSON), "did not answer with one number"),
        (lambda _: b"SSH-2.0-OpenSSH_9.2\r\n", "does not speak HTTP"),
        (lambda _: b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200, "does not speak HTTP"),
        (lambda _: answer(401), r"it wants a name \(--user\) and a password"),
        (lambda _: answer(403, "no"), r"does not let this user do that \(403: no\)"),
        (lambda _: answer(404, "<h1>Error</h1> gone", "text/html"), r"\(404: Error gone\)"),
        (lambda _: answer(405), "does not take this request"),
        (lambda _: answer(500, "out of\nmemory"), r"it failed \(500: out of memory\)"),
        (
            lambda _: answer(418, "\x1b[2J\x07" + "a" * 900),
            r"it refused \(418: [^\x1b\x07]{200,230}\)",
        ),
        (lambda r: answer(307, Location=r.target), "it sends on in a circle"),
        (lambda r: answer(307, Location=f"{r.target}x"), "it sends on more than 5 times"),
        (lambda _: answer(302, Location="/else"), r"it sends on: give http://127.0.0.1:\d+/else"),
        (lambda _: answer(307, Location="http://192.0.2.1/"), "it sends on to another host"),
        (lambda _: answer(307, Location="javascript:1"), "it sends on to no address"),
        (lambda _: answer(307), "it sends on in a circle"),
        (_drip, "did not answer within 0.5 s"),
        (_silence, "did not answer within 0.5 s"),
    ],
)
def test_a_store_that_talks_nonsense(
    behaviour: Behaviour, problem: str, sample_folder: Path
) -> None:
    told, requests = pushed(behaviour, sample_folder)
    assert re.search(problem, told), told
    assert told.startswith("fpgraph: http://127.0.0.1:")
    assert not [request for request in requests if request.method == "PUT"]


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        (_closed, "the connection broke"),
        (lambda _: answer(200, "{}", JSON)[:-1], "the answer broke off after 1 of 2 bytes"),
        (
            lambda _: b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
            "the answer broke off",
        ),
        (lambda _: answer(503, "busy"), r"it failed \(503: busy\)"),
    ],
)
def test_what_may_pass_is_tried_again_and_not_for_ever(
    behaviour: Behaviour, problem: str, sample_folder: Path
) -> None:
    told, requests = pushed(behaviour, sample_folder, "--retries", "1")
    assert re.search(problem, told), told
    assert len(requests) == 2


def test_a_store_that_is_down(sample_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    options = ["--store", "oxigraph", "--folder", str(sample_folder), "--retries", "0"]
    code, told = run(address, *options)
    assert code == 1
    assert told == f"fpgraph: {address}/query: no connection: Connection refused\n"


def test_a_host_that_does_not_exist(sample_folder: Path) -> None:
    options = ["--store", "oxigraph", "--folder", str(sample_folder)]
    code, told = run("http://no-such-host.invalid", *options)
    assert code == 1
    assert "no host is called no-such-host.invalid" in told


def test_an_answer_beyond_measure_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "LARGEST", 1 << 20)

    def endless(_: Request) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        for _number in range(4096):
            yield b" " * 4096

    with crooked(endless) as server:
        place = target(server.address, "oxigraph")
        with pytest.raises(StoreError, match="the answer is larger than 1 MB"):
            count(Client(place.write), place)


def test_it_goes_on_when_the_store_is_back() -> None:
    def at_last(request: Request) -> bytes:
        return number(7) if request.number == 2 else answer(503, Retry_After="0")

    told: list[str] = []
    with crooked(at_last) as server:
        place = target(server.address, "oxigraph")
        client = Client(place.write, pause=0.01, say=told.append)
        assert count(client, place) == 7
    assert len(told) == 2
    assert all("trying again in 0.0" in line for line in told)


def _takes(request: Request) -> bytes:
    """Say that all went well, and hold nothing."""
    return answer(204) if "/store" in request.target else number(0)


def test_a_store_that_says_yes_and_keeps_nothing(sample_folder: Path) -> None:
    told, requests = pushed(_takes, sample_folder)
    assert re.search(r"[\d,]+ triples were sent, but the graph holds 0\n$", told)
    put = next(request for request in requests if request.method == "PUT")
    assert put.target == "/store?default"
    assert "Content-Type: text/turtle" in put.head
    assert len(put.body) > 10_000


def test_a_store_that_answers_otherwise(sample_folder: Path) -> None:
    size = len(open_store(sample_folder))
    held = [0]

    def wrong(request: Request) -> bytes:
        if request.method == "PUT":
            held[0] = size
            return answer(201)
        return number(held[0])

    told, _ = pushed(wrong, sample_folder)
    asked = len(questions())
    assert f"{asked} of {asked} questions are answered differently: 01-memberships: the" in told


def test_what_is_there_is_not_lost_unasked(sample_folder: Path) -> None:
    told, requests = pushed(lambda _: number(1234), sample_folder)
    assert "the graph holds 1,234 triples already: say --replace or --add" in told
    assert len(requests) == 1


def test_adding_is_not_repeated_when_it_may_have_worked(sample_folder: Path) -> None:
    def hangs_up(request: Request) -> bytes:
        return b"" if "/store" in request.target else number(5)

    told, requests = pushed(hangs_up, sample_folder, "--add")
    assert "it may have received all the same, so look before you add again" in told
    assert [request.method for request in requests] == ["POST", "POST"]


# -- secrets -------------------------------------------------------------------


def test_a_password_stands_in_no_error_even_if_the_store_repeats_it(sample_folder: Path) -> None:
    def gossip(request: Request) -> bytes:
        return answer(400, f"your head was {request.head} and {SECRET}")

    told, requests = pushed(gossip, sample_folder, "--user", "анна", secret=SECRET)
    assert "your head was" in told
    proof = re.search(r"Authorization: Basic (\S+)", requests[0].head)
    assert proof
    assert proof[1] not in told
    assert SECRET not in repr(Credentials("anna", SECRET))


def test_a_wrong_password(sample_folder: Path) -> None:
    told, requests = pushed(
        lambda _: answer(401, WWW_Authenticate='Basic realm="x"'),
        *(sample_folder, "--user", "anna"),
        secret=SECRET,
    )
    assert told.endswith("the name or the password is wrong\n")
    assert len(requests) == 1


def test_a_password_goes_to_no_other_host() -> None:
    with crooked(lambda _: number(0)) as asked:
        place = target("http://127.0.0.1:9/store", "generic", query=asked.address)
        assert count(Client(place.write, Credentials("anna", SECRET)), place) == 0
        assert "Authorization" not in asked.requests[0].head


def test_a_bearer_token_for_qlever() -> None:
    with crooked(lambda _: number(0)) as server:
        place = target(server.address, "qlever")
        assert place.token
        count(Client(place.write, Credentials("", SECRET.encode().hex())), place)
        assert f"Authorization: Bearer {SECRET.encode().hex()}" in server.requests[0].head


@pytest.mark.parametrize("name", ["MD5", "SHA-256"])
def test_digest_proves_the_password_without_telling_it(name: str) -> None:
    challenge = (
        'Basic realm="b", Digest realm="a, \\"b\\"", nonce="n=1", qop="auth-int, auth", '
        f'algorithm={name}, opaque="o"'
    )
    header = Credentials("anna", SECRET).answer([challenge], "PUT", "/store?graph=x")
    assert header is not None
    assert header.startswith("Digest ")
    parts = dict(re.findall(r'(\w+)="((?:[^"\\]|\\.)*)"', header))

    def hashed(*values: str) -> str:
        make = hashlib.md5 if name == "MD5" else hashlib.sha256
        return make(":".join(values).encode()).hexdigest()

    who, what = hashed("anna", 'a, "b"', SECRET), hashed("PUT", "/store?graph=x")
    expected = hashed(who, "n=1", "00000001", parts["cnonce"], "auth", what)
    assert parts["response"] == expected
    assert parts["uri"] == "/store?graph=x"
    assert parts["opaque"] == "o"
    assert f"algorithm={name}" in header
    assert SECRET not in header


def test_a_digest_of_a_user_and_a_realm_beyond_ascii() -> None:
    def asks(request: Request) -> bytes:
        if "Authorization" in request.head:
            return number(3)
        return answer(401, WWW_Authenticate='Digest realm="сховище", nonce="n"')

    with crooked(asks) as server:
        place = target(server.address, "virtuoso", graph="urn:g", identified=True)
        who = Client(place.write, Credentials("анна", SECRET), waits=True)
        assert count(who, place) == 3
        proof = server.requests[1].head
    assert 'username="анна", realm="сховище"' in proof
    assert [r.head.count("Authorization") for r in server.requests] == [0, 1]


def test_a_digest_that_nobody_knows_is_not_answered() -> None:
    who = Credentials("anna", SECRET)
    assert who.answer(['Digest realm="r", nonce="n", algorithm=ROT13'], "GET", "/") is None
    assert who.answer(["Negotiate", 'Basic realm="Digest nonce"'], "GET", "/") is None


@given(st.text(max_size=60))
def test_any_challenge_is_read(text: str) -> None:
    found = Credentials("anna", SECRET).answer([text, f"Digest {text}"], "GET", "/")
    assert found is None or SECRET not in found


# -- answers side by side --------------------------------------------------------


def rows(*cells: dict[str, str] | None) -> Rows:
    bindings = [{"x": cell} if cell else {} for cell in cells]
    return read_rows(
        json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": bindings}}).encode()
    )


def literal(value: str, datatype: str = "", language: str = "") -> dict[str, str]:
    more = {"datatype": f"http://www.w3.org/2001/XMLSchema#{datatype}"} if datatype else {}
    return {"type": "literal", "value": value} | more | ({"xml:lang": language} if language else {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (literal("1.50", "decimal"), literal("1.5", "decimal")),
        (literal("5", "integer"), {**literal("5", "int"), "type": "typed-literal"}),
        (literal("5", "integer"), literal("5.0E0", "double")),
        (literal("x"), literal("x", "string")),
        (literal("x", language="en-GB"), literal("x", language="en-gb")),
        (literal("true", "boolean"), literal("1", "boolean")),
        ({"type": "bnode", "value": "b1"}, {"type": "bnode", "value": "b7"}),
    ],
)
def test_values_are_compared_as_stores_normalise_them(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert rows(one, None).difference(rows(None, other)) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (literal("1", "integer"), literal("2", "integer")),
        (literal("1", "integer"), literal("1")),
        (literal("x", language="en"), literal("x", language="uk")),
        (literal("x", language="en"), literal("x")),
        (literal("urn:x"), {"type": "uri", "value": "urn:x"}),
        (literal("x"), None),
    ],
)
def test_other_values_are_other_values(one: dict[str, str], other: dict[str, str] | None) -> None:
    assert rows(one).difference(rows(other)) == "1 rows of 1 are missing, 1 are new"


def test_a_row_too_many_counts() -> None:
    assert rows(literal("x")).difference(rows(literal("x"), literal("x")))


def test_each_stored_answer_is_like_itself_and_not_like_the_next() -> None:
    found = [read_rows(ask(question).content) for question in questions()]
    for one, other in zip(found, [*found[1:], found[0]], strict=True):
        assert one.difference(one) == ""
        assert one.difference(other) != ""


# -- real servers ------------------------------------------------------------------


def test_our_own_endpoint_cannot_be_written_to(sample_folder: Path) -> None:
    with served(sample_folder) as server:
        address = f"http://127.0.0.1:{server.port}"
        place = target(address, "generic", query=f"{address}/sparql")
        with pytest.raises(StoreError, match=r"\(40[45]"):
            push(place, folder=sample_folder, replace=True)


def test_what_the_command_says(sample_folder: Path, tmp_path: Path) -> None:
    oxigraph = STORES["oxigraph"](cache_folder())
    if oxigraph.missing():
        pytest.skip("Oxigraph's server is not here: scripts/triple-stores --install")
    empty = tmp_path / "empty.ttl"
    empty.write_bytes(b"")
    with oxigraph.running(tmp_path / "store", empty) as server:
        options = [server.address, "--store", "oxigraph", "--folder", str(sample_folder)]
        first = CliRunner().invoke(cli.cli, ["push", *options], standalone_mode=False)
        assert first.exit_code == 0, first.output
        size = len(open_store(sample_folder))
        assert f"{size:,} triples sent to the default graph of oxigraph" in first.stdout
        assert f"all {len(questions())} questions are answered as by" in first.stdout
        again = [*options, "--add", "--graph", "urn:g"]
        assert CliRunner().invoke(command, again, standalone_mode=False).return_value == 0
        wrong = target(f"{server.address}/elsewhere/store", "oxigraph")
        with pytest.raises(StoreError, match="404"):
            push(wrong, folder=sample_folder)
