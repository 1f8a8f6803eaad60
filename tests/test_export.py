from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from fpgraph.errors import DataError, GraphError
from fpgraph.export import export, network_files
from fpgraph.jsonld import to_jsonld
from fpgraph.model import Corpus
from fpgraph.network import network
from fpgraph.rdffiles import Content, RdfFile, rdf_files
from fpgraph.sheets import claims_csv, edges_csv, nodes_csv
from fpgraph.signatures import Signature, signature, written_keys
from fpgraph.turtlefile import to_turtle
from fpgraph.verify import Job, Verification, problem

SOURCE = "harbour-2020-1"
NAMES = {
    "claims.csv",
    "edges.csv",
    "foreign-policy.jsonld",
    "foreign-policy.nq",
    "foreign-policy.nt",
    "foreign-policy.rdf",
    "foreign-policy.rdf12.ttl",
    "foreign-policy.trig",
    "foreign-policy.ttl",
    "graph.gexf",
    "graph.graphml",
    "graph.ttl",
    "index.html",
    "nodes.csv",
}


@pytest.fixture(scope="module")
def folder(sample: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("export")
    sizes = export(sample, out)
    assert sizes == {path.name: path.stat().st_size for path in sorted(out.iterdir())}
    return out


@pytest.fixture(scope="module")
def networks(sample: Corpus) -> dict[str, bytes]:
    return dict(network_files(sample))


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_files(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == NAMES


def test_nothing_tells_when_it_was_built(folder: Path) -> None:
    from datetime import UTC, datetime

    today = datetime.now(tz=UTC).date().isoformat()
    # The ontology says itself when it was created.
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "lastmodified" not in text, path.name
        if path.suffix in {".csv", ".gexf", ".graphml", ".html"} or path.name == "graph.ttl":
            assert today not in text, path.name


# Turtle that is read.


def test_turtle_has_sections_and_one_subject_a_block(folder: Path) -> None:
    text = (folder / "graph.ttl").read_text(encoding="utf-8")
    assert re.findall(r"^# (.+)$", text, re.MULTILINE) == [
        "The data set",
        "Entities, works and the edges between them",
        "Claims",
        "The claims that edges rest on; what is held not to be so",
        "Links to other data sets: background, not taken from an article",
        "Passages",
        "Mentions",
    ]
    assert (
        "\nfpid:port-council a fp:OrganisationBody , owl:NamedIndividual ;\n    rdfs:label " in text
    )
    assert "\n    fp:bodyOf fpid:league-of-quiet-harbours .\n\n" in text


def test_the_whole_turtle_begins_with_the_ontology_as_it_is_written(
    folder: Path, root: Path
) -> None:
    text = (folder / "foreign-policy.ttl").read_text(encoding="utf-8")
    ontology = (root / "ontology" / "fpgraph.ttl").read_text(encoding="utf-8")
    body = re.sub(r"^@prefix .*\n", "", ontology, flags=re.MULTILINE).strip()
    assert body in text
    assert text.count("@prefix fp: ") == 1
    assert text.index("# The ontology of fpgraph") < text.index("# The data set")


def test_prefixes_of_text_before_join_the_others() -> None:
    before = (
        "@prefix fp: <https://w3id.org/fpgraph/ontology#> .\n"
        "@prefix own: <http://example.org/own#> .\n"
        "@prefix rdf: <http://example.org/not-rdf#> .\n\nfp:x own:y rdf:z .\n"
    )
    found = rdflib.Graph().parse(data=to_turtle({}, before=before), format="turtle")
    own, other = rdflib.Namespace("http://example.org/own#"), "http://example.org/not-rdf#z"
    fp = rdflib.Namespace("https://w3id.org/fpgraph/ontology#")
    assert set(found) == {(fp.x, own.y, rdflib.URIRef(other))}


def test_json_ld_speaks_in_short_names(folder: Path) -> None:
    document = json.loads((folder / "foreign-policy.jsonld").read_text(encoding="utf-8"))
    nodes = {node["id"]: node for node in document["@graph"]}
    assert nodes["fpid:port-council"] == {
        "id": "fpid:port-council",
        "type": ["OrganisationBody", "owl:NamedIndividual"],
        "label": {"en": "Port Council", "uk": "Рада портів"},
        "prefLabel": {"en": "Port Council", "uk": "Рада портів"},
        "definition": {"en": "A body of the League.", "uk": "Орган Союзу."},
        "bodyOf": "fpid:league-of-quiet-harbours",
    }
    passage = nodes[f"https://w3id.org/fpgraph/passage/{SOURCE}/3"]
    assert (passage["number"], passage["section"]) == (3, "Вступ")


def test_json_ld_of_every_kind_of_value() -> None:
    fp, xsd = "https://w3id.org/fpgraph/ontology#", "http://www.w3.org/2001/XMLSchema#"
    this = ox.NamedNode("http://example.org/this")
    integer = ox.NamedNode(xsd + "integer")
    values: dict[str, list[ox.Literal | ox.NamedNode | ox.BlankNode]] = {
        "number": [ox.Literal("007", datatype=integer), ox.Literal(5), ox.Literal("5")],
        "label": [ox.Literal("plain"), ox.Literal("a", language="en")],
        "section": [ox.Literal("tongue", language="uk"), ox.NamedNode("http://example.org/s")],
        "stance": [ox.Literal("text where a node is expected"), ox.BlankNode("b")],
        "unheard-of": [ox.Literal("2024", datatype=ox.NamedNode(xsd + "gYear"))],
        "paragraph": [ox.Literal("9" * 30, datatype=integer)],
    }
    triples = [
        ox.Triple(this, ox.NamedNode(fp + name), value)
        for name, found in values.items()
        for value in found
    ]
    written = to_jsonld(triples)
    parsed = ox.parse(written, format=ox.RdfFormat.JSON_LD)
    assert signature(written_keys(parsed)) == signature(written_keys(triples))


def test_rdf_xml_names_its_namespaces_in_order(folder: Path) -> None:
    text = (folder / "foreign-policy.rdf").read_text(encoding="utf-8")
    head = text[: text.index(">\n\t<")]
    names = re.findall(r"xmlns:(\w+)=", head)
    assert names == sorted(names)


# Networks.


def test_graphml(networks: dict[str, bytes], sample: Corpus) -> None:
    found = nx.parse_graphml(networks["graph.graphml"].decode(), force_multigraph=True)
    meant = network(sample)
    assert set(found) == set(meant)
    assert set(found.edges(keys=True)) == set(meant.edges(keys=True))
    node = found.nodes["primoria"]
    assert (node["label"], node["label_uk"], node["type"]) == ("Primoria", "Приморія", "State")
    assert {"x", "y"} <= set(node)


def test_gexf(networks: dict[str, bytes], sample: Corpus) -> None:
    content = networks["graph.gexf"]
    assert ElementTree.fromstring(content).get("version") == "1.3"
    found = nx.read_gexf(BytesIO(content), version="1.3")
    meant = network(sample)
    assert set(found) == set(meant)
    assert found.number_of_edges() == meant.number_of_edges()
    assert found.nodes["primoria"]["label_uk"] == "Приморія"
    assert {"position", "size"} <= set(found.nodes["primoria"]["viz"])


def test_node_and_edge_tables(networks: dict[str, bytes], sample: Corpus) -> None:
    nodes, edges = table(networks["nodes.csv"]), table(networks["edges.csv"])
    meant = network(sample)
    assert [node["id"] for node in nodes] == sorted(meant)
    assert len(edges) == meant.number_of_edges() == 14
    assert {edge["source"] for edge in edges} | {edge["target"] for edge in edges} <= set(meant)
    assert {edge["affirmed"] for edge in edges} == {"true", "false"}
    assert list(edges[0])[:3] == ["source", "target", "claim"]


def test_claims_for_a_spreadsheet(networks: dict[str, bytes]) -> None:
    content = networks["claims.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    rows = table(content)
    assert len(rows) == 14
    (row,) = [row for row in rows if row["property"] == "characterisedAs"]
    claim = row.pop("claim")
    assert claim.startswith(f"https://w3id.org/fpgraph/claim/{SOURCE}/")
    assert row == {
        "article": SOURCE,
        "subject_en": "foreign policy of Primoria",
        "subject_uk": "зовнішня політика Приморії",
        "property_en": "is characterised as",
        "property_uk": row["property_uk"],
        "object_en": "lighthouse realism",
        "object_uk": "маячний реалізм",
        "rank": "",
        "speaker_en": "coastal observers",
        "speaker_uk": "прибережні оглядачі",
        "relayer_en": "the author of the article",
        "relayer_uk": "автор статті",
        "stance": "affirms",
        "polarity": "positive",
        "kind": "interpretation",
        "affirmed_by_author": "no",
        "gloss_en": "Coastal observers call the policy of Primoria lighthouse realism.",
        "gloss_uk": "Прибережні оглядачі звуть політику Приморії маячним реалізмом.",
        "section": "Погляди оглядачів",
        "passages": "7",
        "also": "",
        "cites": "ref-1; ref-2",
        "pages": "ref-1: 12–15",
        "subject": "primoria-foreign-policy",
        "property": "characterisedAs",
        "object": "lighthouse-realism",
        "asserted_by": "coastal-observers",
        "reported_by": "article-author",
        "rule": "hand",
    }


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "\u200e=1"]


@pytest.fixture(scope="module", params=FORMULAS)
def tricky(request: pytest.FixtureRequest, sample: Corpus) -> Corpus:
    entities = {
        name: replace(entity, label_en=request.param, definition_uk=request.param)
        for name, entity in sample.entities.items()
    }
    source = sample.sources[0]
    claims = tuple(replace(claim, gloss_en=request.param) for claim in source.claims)
    return replace(sample, entities=entities, sources=(replace(source, claims=claims),))


def test_no_cell_runs_as_a_formula(tricky: Corpus) -> None:
    graph = network(tricky)
    for content in (nodes_csv(graph), edges_csv(graph), claims_csv(tricky)):
        for row in table(content):
            for cell in row.values():
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_numbers_are_left_alone(networks: dict[str, bytes]) -> None:
    for node in table(networks["nodes.csv"]):
        assert float(node["importance"]) >= 0


def test_networks_of_hostile_labels(sample: Corpus) -> None:
    label = "a\x00b]]><x>&\"'\ud800\u202e👩‍🚀\n"
    entities = {
        name: replace(entity, label_en=label, label_uk=label)
        for name, entity in sample.entities.items()
    }
    files = dict(network_files(replace(sample, entities=entities)))
    found = nx.parse_graphml(files["graph.graphml"].decode(), force_multigraph=True)
    assert found.nodes["primoria"]["label_uk"] == "ab]]><x>&\"'👩‍🚀\n"
    assert nx.read_gexf(BytesIO(files["graph.gexf"]), version="1.3").nodes["primoria"]
    assert table(files["nodes.csv"])


# Before a file takes its place.


def tampered(change: bytes, by: bytes, name: str) -> Callable[[Content], Iterator[RdfFile]]:
    def files(content: Content) -> Iterator[RdfFile]:
        for file in rdf_files(content):
            if file.name == name:
                assert change in file.content
                yield replace(file, content=file.content.replace(change, by, 1))
            else:
                yield file

    return files


@pytest.mark.parametrize(
    ("name", "change", "by", "complaint"),
    [
        ("graph.ttl", b"Port Council", b"Fort Council", "with other triples than were written"),
        ("graph.ttl", b"fp:memberOf fpid:", b"fp:memberOf fpid:x-", "other triples"),
        ("graph.ttl", b"    fp:bodyOf", b"    fp:bodyOf ;", "cannot be read again"),
        ("foreign-policy.nt", b"\n", b"\n<a:b> <a:b> <a:b> .\n", "triples where"),
        ("foreign-policy.jsonld", b'"mentionOf"', b'"mentionedOff"', "triples where"),
        ("foreign-policy.rdf", b"</rdf:RDF>", b"", "cannot be read again"),
        ("foreign-policy.trig", b"#assertion> {", b"#insertion> {", "other triples"),
        ("foreign-policy.nq", b"en .\n", b"uk .\n", "other triples"),
        ("foreign-policy.rdf12.ttl", b"<<( fpid:primoria ", b"<<( fpid:montania ", "other triples"),
        ("foreign-policy.rdf12.ttl", b")>>", b")> >", "cannot be read again"),
    ],
)
def test_a_file_that_does_not_read_back_changes_nothing(
    name: str,
    change: bytes,
    by: bytes,
    complaint: str,
    sample: Corpus,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if name.endswith(".nq"):
        change, by = b'"Port Council"@en', b'"Port Council"@uk'
    (tmp_path / "graph.ttl").write_text("the old one")
    monkeypatch.setattr("fpgraph.export.rdf_files", tampered(change, by, name))
    monkeypatch.setattr("fpgraph.export.network_files", lambda *_: iter(()))
    with pytest.raises(GraphError) as caught:
        export(sample, tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / name}: ")
    assert complaint in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
    assert (tmp_path / "graph.ttl").read_text() == "the old one"


def test_a_reader_that_dies_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_text("")
    with Verification(workers=1) as verification:
        verification.workers[0].process.kill()
        verification.workers[0].process.wait()
        verification.submit(Job(str(tmp_path / "a.nt"), "nt", 0, 0))
        with pytest.raises(GraphError, match="could not be read again"):
            verification.finish()


def test_signatures_know_blank_nodes_by_what_is_said_of_them() -> None:
    def of(text: str) -> Signature:
        return signature(written_keys(ox.parse(text, format=ox.RdfFormat.TURTLE)))

    assert of("[] <a:p> [ <a:q> 1 ] .") == of("_:x <a:q> 1 . _:y <a:p> _:x .")
    assert of("[] <a:p> [ <a:q> 1 ] .") != of("[] <a:p> [ <a:q> 2 ] .")
    assert of("_:x <a:q> 1 . <a:s> <a:p> _:x .") != of("_:x <a:q> 1 . <a:s> <a:p> _:y .")
    with pytest.raises(GraphError, match="circle"):
        of("_:x <a:p> _:y . _:y <a:p> _:x .")


def test_problem_names_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.nt"
    path.write_text("<a:b> <a:b> <a:b> .\n")
    assert problem(Job(str(path), "nt", 2, 0)) == (
        "it reads back as 1 triples where 2 were written"
    )
    assert "FileNotFoundError" in str(problem(Job(str(tmp_path / "none"), "nt", 0, 0)))


@pytest.mark.parametrize("name", ["foreign-policy.ttl", "index.html"])
def test_a_folder_in_the_way_of_a_file(name: str, sample: Corpus, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(DataError, match="a folder stands in the way") as caught:
        export(sample, tmp_path)
    assert caught.value.path == tmp_path / name
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_in_the_way_of_the_folder(sample: Corpus, tmp_path: Path) -> None:
    (tmp_path / "export").write_text("mine")
    with pytest.raises(DataError, match="a file stands in the way of the folder"):
        export(sample, tmp_path / "export")
    assert (tmp_path / "export").read_text() == "mine"
