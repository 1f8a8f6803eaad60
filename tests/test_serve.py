"""The endpoint and the site, asked over HTTP as others ask it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from endpoint import Reply, Served, alive, served
from fpgraph.questions import questions
from fpgraph.serving.negotiation import GRAPH, HTML, ROWS, choose, language
from fpgraph.serving.protocol import FORM
from fpgraph.store import ask
from fpgraph.terms import CLAIM_BASE, FP, FPID, PASSAGE_BASE, ROOT

pytest.importorskip("uvicorn")
SD = "http://www.w3.org/ns/sparql-service-description#"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
STATES = "SELECT ?s { ?s a fp:State } ORDER BY ?s"
DIRECT = "application/sparql-query"


@pytest.fixture(scope="module")
def server(sample_folder: Path) -> Iterator[Served]:
    with served(sample_folder) as running:
        yield running


@pytest.fixture(scope="module")
def names(server: Served) -> list[str]:
    rows = server.query(
        "SELECT DISTINCT ?s { ?s ?p ?o FILTER(ISIRI(?s)"
        f' && STRSTARTS(STR(?s), "{ROOT}")) }} ORDER BY ?s'
    )
    return [row["s"]["value"] for row in rows.json["results"]["bindings"]]


def sentence(reply: Reply) -> str:
    """Return the one sentence that a refusal says; fail if it says more or less."""
    assert reply.type == "text/plain"
    assert re.fullmatch(r"[A-Z][^\n]{10,700}\.\n", reply.text), reply.text
    assert "Traceback" not in reply.text
    return reply.text


class TestNegotiation:
    @pytest.mark.parametrize(
        ("accept", "name"),
        [
            (None, "json"),
            ("", "json"),
            ("*/*", "json"),
            ("text/csv", "csv"),
            ("TEXT/CSV", "csv"),
            ("application/sparql-results+xml;q=0.9, text/csv;q=0.8", "xml"),
            ("text/csv;q=0.2, application/json;q=0.3, */*;q=0.1", "json"),
            ("text/*", "xml"),
            ("text/*;q=0.5, text/tab-separated-values", "tsv"),
            ("application/json;q=0, */*", "json"),
            ("application/sparql-results+json;q=0, application/json;q=0, */*", "xml"),
            ("image/png", None),
            ("text/csv;q=0", None),
            ("text/csv;q=nonsense", None),
            (";;;,,q=1,/", None),
        ],
    )
    def test_rows(self, accept: str | None, name: str | None) -> None:
        chosen = choose(accept, ROWS)
        assert (chosen and chosen.form.name) == name

    def test_the_type_is_the_one_asked_for(self) -> None:
        chosen = choose("application/json", ROWS)
        assert chosen
        assert chosen.content_type == "application/json"
        chosen = choose("text/turtle", GRAPH)
        assert chosen
        assert chosen.content_type == "text/turtle; charset=utf-8"

    def test_a_browser_gets_a_page(self) -> None:
        for accept, page in ((BROWSER, True), ("*/*", False), ("text/turtle, text/html", False)):
            chosen = choose(accept, (*GRAPH, HTML))
            assert chosen
            assert (chosen.form is HTML) == page

    @pytest.mark.parametrize(
        ("header", "wanted"),
        [
            (None, "en"),
            ("uk", "uk"),
            ("uk-UA,uk;q=0.9,en;q=0.8", "uk"),
            ("en-GB,uk;q=0.5", "en"),
            ("fr", "en"),
            ("en,uk", "en"),
        ],
    )
    def test_language(self, header: str | None, wanted: str) -> None:
        assert language(header) == wanted


class TestProtocol:
    def test_three_ways_to_ask(self, server: Served) -> None:
        form = urlencode({"query": STATES}).encode()
        replies = [
            server.query(STATES),
            server.ask("/sparql", method="POST", body=form, content_type=FORM),
            server.ask("/sparql", method="POST", body=STATES.encode(), content_type=DIRECT),
            server.ask("/sparql", method="POST", body=form, content_type=f"{FORM}; charset=UTF-8"),
        ]
        for reply in replies:
            assert reply.status == 200
            assert reply.type == "application/sparql-results+json"
            assert reply.json == replies[0].json
        states = [row["s"]["value"] for row in replies[0].json["results"]["bindings"]]
        assert f"{FPID}primoria" in states

    def test_the_answers_are_those_of_the_program(
        self, server: Served, sample_folder: Path
    ) -> None:
        for question in questions():
            reply = server.ask(
                "/sparql",
                method="POST",
                body=question.sparql.encode(),
                content_type=DIRECT,
                accept="text/csv",
            )
            assert reply.status == 200, question.id
            assert reply.text == ask(question, folder=sample_folder).to_csv(), question.id

    @pytest.mark.parametrize("kind", [form.types[0] for form in ROWS])
    def test_rows_in_every_form(self, server: Served, kind: str) -> None:
        reply = server.query("SELECT ?s ?l { ?s a fp:State ; rdfs:label ?l }", accept=kind)
        assert reply.status == 200
        assert reply.type == kind
        assert "Приморія" in reply.text
        assert int(reply.headers["content-length"]) == len(reply.body)
        assert server.query("ASK {}", accept=kind).status == 200

    def test_csv_and_tsv(self, server: Served) -> None:
        rows = list(csv.reader(io.StringIO(server.query(STATES, accept="text/csv").text)))
        assert rows[0] == ["s"]
        assert [f"{FPID}primoria"] in rows
        tsv = server.query(STATES, accept="text/tab-separated-values").text.splitlines()
        assert tsv[0] == "?s"
        assert f"<{FPID}primoria>" in tsv

    def test_graphs_in_every_form(self, server: Served) -> None:
        formats = {
            "text/turtle": RdfFormat.TURTLE,
            "application/n-triples": RdfFormat.N_TRIPLES,
            "application/rdf+xml": RdfFormat.RDF_XML,
            "application/ld+json": RdfFormat.JSON_LD,
        }
        found = []
        for kind, parser in formats.items():
            reply = server.query("DESCRIBE fpid:primoria", accept=kind)
            assert (reply.status, reply.type) == (200, kind)
            found.append({quad.triple for quad in parse(reply.body, format=parser)})
        assert found[0]
        assert all(one == found[0] for one in found)

    def test_what_is_wanted_most_comes(self, server: Served) -> None:
        accept = "text/csv;q=0.3, application/sparql-results+xml;q=0.6, image/png"
        assert server.query("ASK {}", accept=accept).type == "application/sparql-results+xml"

    def test_the_format_field(self, server: Served) -> None:
        address = f"/sparql?query={quote(STATES)}"
        assert server.ask(f"{address}&format=csv").type == "text/csv"
        assert server.ask(f"{address}&format=text/csv", accept=BROWSER).type == "text/csv"
        reply = server.ask(f"{address}&download=tsv", accept=BROWSER)
        assert reply.headers["content-disposition"] == 'attachment; filename="answer.tsv"'
        assert "there are json, xml" in sentence(server.ask(f"{address}&format=docx"))
        assert server.ask(f"{address}&format=ttl").status == 406

    def test_relative_names_are_ours(self, server: Served) -> None:
        assert server.query("ASK { <id/primoria> a fp:State }").json["boolean"] is True

    def test_head(self, server: Served) -> None:
        head = server.ask("/sparql?query=ASK%7B%7D", method="HEAD")
        get = server.query("ASK{}")
        assert head.status == 200
        assert head.body == b""
        for name in ("content-type", "content-length", "etag"):
            assert head.headers[name] == get.headers[name]

    def test_tags(self, server: Served) -> None:
        tag = server.query(STATES).headers["etag"]
        again = server.query(STATES, if_none_match=tag)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
        assert server.query(STATES, if_none_match=tag, accept="text/csv").status == 200
        assert server.query(f"{STATES} #", if_none_match=tag).status == 200
        assert "etag" not in server.query("SELECT (NOW() AS ?t) {}").headers

    @pytest.mark.parametrize(
        ("status", "says", "method", "address", "kind", "body"),
        [
            (400, "line 1, column 18", "GET", "?query=SELECT%20%3Fs%20%7B%20%3Fs%20a%20", "", b""),
            (400, "Line 2, column 12", "POST", "", DIRECT, b"ASK {\n ?s a []] }"),
            (400, "nope: is not declared", "POST", "", DIRECT, b"ASK { nope:a a ?b }"),
            (400, "default-graph-uri is", "GET", "?query=ASK%7B%7D&default-graph-uri=x:y", "", b""),
            (400, "named-graph-uri is", "POST", "", FORM, b"query=ASK%7B%7D&named-graph-uri=x:y"),
            (400, "named-graph-uri is refused", "POST", "?named-graph-uri=x:y", DIRECT, b"ASK{}"),
            (400, "one query is asked at", "GET", "?query=ASK%7B%7D&query=ASK%7B%7D", "", b""),
            (400, "no field named query", "POST", "", FORM, b"q=ASK%7B%7D"),
            (400, "empty where a query", "POST", "", DIRECT, b" \n"),
            (400, "not UTF-8 at byte 6", "POST", "", DIRECT, b"ASK { \xff }"),
            (400, "not UTF-8, percent-encoded", "GET", "?query=ASK%7B%FF%7D", "", b""),
            (400, "more than 64 fields", "GET", "?" + "a=1&" * 100, "", b""),
            (400, "SERVICE is refused", "POST", "", DIRECT, b"ASK { SERVICE <http://x.test/> {} }"),
            (400, "FROM is refused", "POST", "", DIRECT, b"ASK FROM <file:///etc/passwd> {}"),
            (400, "LOAD would change", "POST", "", DIRECT, b"LOAD <file:///etc/passwd>"),
            (400, "INSERT would change", "GET", "?query=INSERT%20DATA%20%7B%7D", "", b""),
            (403, "takes no update", "POST", "", "application/sparql-update", b"CLEAR ALL"),
            (403, "takes no update", "POST", "", FORM, b"update=CLEAR+ALL"),
            (403, "takes no update", "GET", "?update=CLEAR%20ALL", "", b""),
            (405, "PUT is not for this address", "PUT", "", DIRECT, b"ASK {}"),
            (405, "DELETE is not for this address", "DELETE", "", "", b""),
            (413, "longer than 256 kB", "POST", "", DIRECT, b"#" * 300_000),
            (415, "posted as", "POST", "", "text/plain", b"ASK {}"),
            (415, "posted as", "POST", "", "", b"ASK {}"),
            (415, "sent in UTF-8", "POST", "", f"{DIRECT}; charset=utf-16", b"ASK {}"),
        ],
    )  # fmt: skip
    def test_what_is_asked_wrongly_is_told(
        self,
        server: Served,
        status: int,
        says: str,
        method: str,
        address: str,
        kind: str,
        body: bytes,
    ) -> None:
        headers = {"Content-Type": kind} if kind else {}
        reply = server.ask(f"/sparql{address}", method=method, body=body or None, headers=headers)
        assert reply.status == status
        assert says.lower() in sentence(reply).lower()
        if status == 405:
            assert reply.headers["allow"] == "GET, POST, HEAD, OPTIONS"
        assert server.query("ASK {}").json["boolean"] is True

    def test_what_is_not_acceptable(self, server: Served) -> None:
        assert "text/csv" in sentence(server.query("ASK {}", accept="image/png"))
        graph = server.query("DESCRIBE fpid:primoria", accept="text/csv")
        rows = server.query(STATES, accept="text/turtle")
        for reply, says in ((graph, "The answer is a graph"), (rows, "The answer is rows")):
            assert reply.status == 406
            assert says in sentence(reply)

    def test_the_description_of_the_service(self, server: Served) -> None:
        for kind, parser in (("*/*", RdfFormat.TURTLE), ("application/ld+json", RdfFormat.JSON_LD)):
            reply = server.ask("/sparql", accept=kind)
            quads = list(parse(reply.body, format=parser))
            endpoint = NamedNode(f"http://127.0.0.1:{server.port}/sparql")
            said = {q.predicate.value: q.object for q in quads if q.subject == endpoint}
            assert said[f"{SD}endpoint"] == endpoint
            assert said[f"{SD}supportedLanguage"] == NamedNode(f"{SD}SPARQL11Query")
        assert server.ask("/sparql", accept="image/png").status == 406
        page = server.ask("/sparql", accept=BROWSER)
        assert page.type == "text/html"
        assert "<textarea" in page.text


class TestWhoMayAsk:
    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8008", "[::1]:80", "LOCALHOST:1"])
    def test_names_of_this_machine(self, server: Served, host: str) -> None:
        assert server.query("ASK {}", host=host).status == 200

    @pytest.mark.parametrize(
        "host", ["example.org", "localhost.example.org", "", "10.0.0.1", "localhost:<x>", "[x"]
    )
    def test_other_names_are_refused(self, server: Served, host: str) -> None:
        for address in ("/sparql?query=ASK%7B%7D", "/", "/id/primoria"):
            reply = server.ask(address, host=host)
            assert reply.status == 421
            assert "--allow-host" in sentence(reply)

    def test_pages_of_this_machine_may_ask(self, server: Served) -> None:
        for origin in (
            "http://localhost:3000",
            "http://127.0.0.1",
            f"http://127.0.0.1:{server.port}",
        ):
            reply = server.query("ASK {}", origin=origin)
            assert reply.status == 200
            assert reply.headers["access-control-allow-origin"] == origin
            assert "Origin" in reply.headers["vary"]
            assert "access-control-allow-credentials" not in reply.headers

    @pytest.mark.parametrize("origin", ["https://example.org", "null", "http://localhost.x.test"])
    def test_pages_of_others_may_not(self, server: Served, origin: str) -> None:
        reply = server.query("ASK {}", origin=origin)
        assert reply.status == 403
        assert "access-control-allow-origin" not in reply.headers
        assert "--allow-origin" in sentence(reply)

    def test_nor_without_saying_so(self, server: Served) -> None:
        for mode, status in (("no-cors", 403), ("navigate", 200)):
            reply = server.query("ASK {}", sec_fetch_site="cross-site", sec_fetch_mode=mode)
            assert reply.status == status

    def test_preflight(self, server: Served) -> None:
        reply = server.ask("/sparql", method="OPTIONS", origin="http://localhost:3000")
        assert reply.status == 204
        assert "POST" in reply.headers["access-control-allow-methods"]
        assert "Content-Type" in reply.headers["access-control-allow-headers"]

    def test_others_may_be_let_in(self, sample_folder: Path) -> None:
        with served(sample_folder, "--allow-host", "graph.test", "--allow-origin", "*") as server:
            reply = server.query("ASK {}", host="graph.test", origin="https://example.org")
            assert reply.status == 200
            assert reply.headers["access-control-allow-origin"] == "*"
            assert server.query("ASK {}", host="other.test").status == 421


class TestDocuments:
    def test_everything_answers_at_its_path(self, server: Served, names: list[str]) -> None:
        for kind in (f"{FP}State", f"{FPID}primoria"):
            assert kind in names
        assert [name for name in names if name.startswith(CLAIM_BASE)]
        assert [name for name in names if name.startswith(PASSAGE_BASE)]
        for place in sorted({name.removeprefix(ROOT).partition("#")[0] for name in names}):
            reply = server.ask(f"/{place}", accept="application/n-triples")
            assert reply.status == 200, place
            told = {str(quad.subject) for quad in parse(reply.body, format=RdfFormat.N_TRIPLES)}
            here = [n for n in names if n.partition("#")[0] == f"{ROOT}{place}"]
            assert {f"<{name}>" for name in here} <= told
            assert server.ask(f"/{place}", accept=BROWSER).status == 200, place

    def test_forms(self, server: Served) -> None:
        kinds = {
            "ttl": ("text/turtle", RdfFormat.TURTLE),
            "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
            "rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
            "jsonld": ("application/ld+json", None),
        }
        found = []
        for name, (kind, parser) in kinds.items():
            reply = server.ask("/id/primoria", accept=kind)
            assert (reply.status, reply.type) == (200, kind)
            assert reply.headers["content-location"] == f"/id/primoria.{name}"
            assert reply.headers["link"] == f'<{FPID}primoria>; rel="describes"'
            assert server.ask(f"/id/primoria.{name}").body == reply.body
            if parser:
                found.append({quad.triple for quad in parse(reply.body, format=parser)})
            else:
                from rdflib import Graph

                graph = Graph().parse(data=reply.body, format="json-ld")
                assert len(graph) == len(found[0])
        assert found[0] == found[1] == found[2]
        assert server.ask("/id/primoria", accept="image/png").status == 406

    def test_what_points_at_a_thing_is_told(self, server: Served) -> None:
        reply = server.ask("/id/primoria.nt")
        assert f"claimSubject> <{FPID}primoria>" in reply.text

    def test_links_lead_to_places_here(self, server: Served) -> None:
        page = server.ask("/id/primoria", accept=BROWSER)
        assert page.type == "text/html"
        links = re.findall(r'<a href="([^"]*)"', page.text)
        assert not [link for link in links if link.startswith(ROOT)]
        ours = {link.partition("#")[0] for link in links if link.startswith("/")}
        assert len(ours) > 10
        for link in ours:
            reply = server.ask(link.replace("&amp;", "&"), accept=BROWSER)
            assert reply.status == 200, link

    def test_languages(self, server: Served) -> None:
        english = server.ask("/id/primoria", accept=BROWSER)
        ukrainian = server.ask("/id/primoria", accept=BROWSER, accept_language="uk")
        chosen = server.ask("/id/primoria?lang=uk", accept=BROWSER, accept_language="en")
        assert "<h1>Primoria</h1>" in english.text
        for page in (ukrainian, chosen):
            assert "<h1>Приморія</h1>" in page.text
            assert page.headers["content-language"] == "uk"
        assert english.headers["etag"] != ukrainian.headers["etag"]
        assert 'href="/questions?lang=uk"' in chosen.text

    def test_the_ontology(self, server: Served) -> None:
        page = server.ask("/ontology", accept=BROWSER).text
        for name in ("State", "memberOf", "Claim"):
            assert f'id="{name}"' in page
        version = server.ask("/ontology/0.1.0")
        assert version.body == server.ask("/ontology.ttl").body

    def test_tags(self, server: Served) -> None:
        tag = server.ask("/id/primoria.ttl").headers["etag"]
        assert server.ask("/id/primoria.ttl", if_none_match=tag).status == 304
        assert server.ask("/id/primoria.nt", if_none_match=tag).status == 200

    @pytest.mark.parametrize(
        "place", ["/id/nobody", "/id/", "/claim/x", "/id/primoria.docx", "/%00", "/%ff", "/a%20%3C"]
    )
    def test_what_is_not_there(self, server: Served, place: str) -> None:
        reply = server.ask(place)
        assert reply.status == 404
        assert "says nothing" in sentence(reply)
        page = server.ask(place, accept=BROWSER)
        assert page.status == 404
        assert "Nothing is known at this address" in page.text

    def test_markup_in_a_name_is_shown_as_text(self, sample_copy: Path) -> None:
        table = sample_copy / "entities.csv"
        text = table.read_text(encoding="utf-8")
        nasty = "<img src=x onerror=alert(1)>"
        table.write_text(text.replace(",Primoria,", f",{nasty},"), encoding="utf-8")
        with served(sample_copy) as server:
            for place in ("/id/primoria", "/id/league-of-quiet-harbours"):
                page = server.ask(place, accept=BROWSER)
                assert nasty not in page.text
            assert "&lt;img src=x" in server.ask("/id/primoria", accept=BROWSER).text


class TestPages:
    def test_the_network_page(self, server: Served) -> None:
        page = server.ask("/", timeout=60)
        assert page.type == "text/html"
        assert 'href="/sparql"' in page.text
        assert 'href="/questions"' in page.text
        again = server.ask("/", if_none_match=page.headers["etag"])
        assert again.status == 304

    def test_the_questions(self, server: Served) -> None:
        for tongue, other in (("en", "uk"), ("uk", "en")):
            page = server.ask(f"/questions?lang={tongue}").text
            for question in questions():
                assert question.text(tongue) in page.replace("&#39;", "'")
                assert f"/sparql?example={question.id}&amp;lang={tongue}" in page
            assert f'href="/questions?lang={other}"' in page

    def test_a_question_in_the_editor(self, server: Served) -> None:
        page = server.ask("/sparql?example=01-memberships&lang=uk", accept=BROWSER).text
        assert "= &#34;uk&#34;" in page
        assert "data-run" in page
        assert server.ask("/sparql?example=nonsense", accept=BROWSER).status == 404

    def test_a_query_in_the_editor_is_shown_as_text(self, server: Served) -> None:
        nasty = "</textarea><script>alert(1)</script>"
        page = server.query(nasty, accept=BROWSER)
        assert page.status == 200
        assert "<script>alert" not in page.text

    def test_files(self, server: Served) -> None:
        assert server.ask("/static/site.css").type == "text/css"
        for name in ("../../page.css", "strings.json", "base.html", "vendor/../strings.json", ""):
            assert server.ask(f"/static/{name}").status == 404

    def test_every_page_is_kept_in_bounds(self, server: Served) -> None:
        for place in ("/questions", "/sparql", "/ontology", "/id/primoria", "/nowhere"):
            headers = server.ask(place, accept=BROWSER).headers
            assert headers["content-security-policy"].startswith(
                "default-src 'none'; script-src 'self'"
            )
            assert headers["x-content-type-options"] == "nosniff"
            assert "server" not in headers


class TestCommand:
    @pytest.mark.parametrize(
        ("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)]
    )
    def test_it_ends_with_its_workers(self, sample_folder: Path, number: int, code: int) -> None:
        with served(sample_folder) as server:
            assert server.query("ASK {}").status == 200
            processes = server.nurseries() | server.workers()
            assert len(processes) >= 5
            assert server.stop(number) == (code, "")
        for process in processes:
            assert not alive(process)

    def test_a_port_that_is_taken(self, sample_folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            done = _run("--port", str(port), "--graph", str(sample_folder))
        assert (done.returncode, done.stdout) == (2, "")
        assert (
            done.stderr
            == f"fpgraph: port {port} of 127.0.0.1 cannot be had: Address already in use\n"
        )

    def test_an_address_that_is_not_ours(self) -> None:
        done = _run("--host", "192.0.2.1", "--port", "0")
        assert done.returncode == 2
        assert re.fullmatch(r"fpgraph: port 0 of 192\.0\.2\.1 cannot be had: .+\n", done.stderr)

    def test_a_graph_that_is_not_there(self, tmp_path: Path) -> None:
        done = _run("--port", "0", "--graph", str(tmp_path / "nowhere"))
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1

    def test_without_what_it_needs(self, tmp_path: Path) -> None:
        (tmp_path / "starlette.py").write_text("raise ImportError", encoding="utf-8")
        path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
        done = _run("--port", "0", env={**os.environ, "PYTHONPATH": path})
        assert done.returncode == 2
        assert done.stderr.endswith("pip install 'foreign-policy-graph[serve]'\n")

    def test_open_to_others_it_warns_and_knows_its_numbers(self, sample_folder: Path) -> None:
        with served(sample_folder, "--host", "0.0.0.0") as server:
            assert server.query("ASK {}", host="192.0.2.7:8008").status == 200
            assert server.query("ASK {}", host=socket.gethostname()).status == 200
            assert server.query("ASK {}", host="example.org").status == 421
            assert "can ask this server" in server.stop()[1]


def _run(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fpgraph", "serve", *arguments]
    return subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", timeout=60, env=env
    )


def test_strings_are_in_both_languages() -> None:
    from fpgraph.serving.pages import FOLDER

    strings = json.loads((FOLDER / "strings.json").read_text(encoding="utf-8"))
    assert strings["en"].keys() == strings["uk"].keys()
    assert strings["en"]["reused"].keys() == strings["uk"]["reused"].keys()
    written = "".join(
        path.read_text(encoding="utf-8") for path in (*FOLDER.glob("*.html"), *FOLDER.glob("*.js"))
    )
    for name in strings["en"].keys() - {"reused"}:
        assert re.search(rf"words\.{name}\b|\"{name}\"", written), name
