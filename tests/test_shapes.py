"""Every shape against a graph that conforms and one that breaks exactly that shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from fpgraph import shapes
from fpgraph import terms as t
from fpgraph.dataset import ontology_triples, triples
from fpgraph.errors import OntologyError
from fpgraph.model import Corpus
from fpgraph.resources import ontology_folder
from fpgraph.shapes import check_shapes, shape_names

EXAMPLES = ontology_folder() / "examples"


def graph_of(path: Path) -> Store:
    store = Store()
    store.extend(Quad(*triple) for triple in ontology_triples())
    store.load(path=str(path), format=RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize("name", shape_names())
def test_the_valid_example_conforms(name: str) -> None:
    assert check_shapes(graph_of(EXAMPLES / "valid" / f"{name}.ttl")).findings == ()


@pytest.mark.parametrize("name", shape_names())
def test_the_invalid_example_breaks_exactly_its_shape(name: str) -> None:
    report = check_shapes(graph_of(EXAMPLES / "invalid" / f"{name}.ttl"))
    assert {finding.check for finding in report.findings} == {name}


@pytest.mark.parametrize("name", shape_names())
def test_a_file_holds_the_one_shape_of_its_name(name: str) -> None:
    path = ontology_folder() / "shapes" / f"{name}.ttl"
    quads = list(parse(path=str(path), format=RdfFormat.TURTLE))
    kinds = [quad for quad in quads if getattr(quad.object, "value", "") == t.SH + "NodeShape"]
    assert [getattr(quad.subject, "value", "") for quad in kinds] == [t.FPSH + name]


@pytest.mark.parametrize("name", shape_names())
def test_every_part_of_a_shape_tells_its_message(name: str) -> None:
    text = (ontology_folder() / "shapes" / f"{name}.ttl").read_text(encoding="utf-8")
    assert text.count("sh:property [\n") == text.count('sh:message "') - text.count(
        " ;\n    sh:message"
    )


def test_a_finding_says_what_is_wrong_with_which_record() -> None:
    report = check_shapes(graph_of(EXAMPLES / "invalid" / "claim.ttl"))
    found = {finding.message for finding in report.findings}
    assert "A claim has one speaker." in found
    assert "The stance of a claim is fp:Affirms, fp:Denies or fp:Hedges. (fp:Doubts)" in found
    assert {finding.focus for finding in report.findings} == {"claim/essay/3f2a9c01b7de"}
    assert not report.conforms
    assert report.ran == shape_names()


def test_the_whole_graph_conforms(real_corpus: Corpus) -> None:
    store = Store()
    store.extend(Quad(*triple) for triple in [*ontology_triples(), *triples(real_corpus)])
    assert check_shapes(store).findings == ()


def test_a_broken_shape_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes" / "claim.ttl").write_text("fpsh:claim a", encoding="utf-8")
    monkeypatch.setattr(shapes, "ontology_folder", lambda: tmp_path)
    with pytest.raises(OntologyError, match="cannot be read") as caught:
        check_shapes(Store())
    assert caught.value.path == tmp_path / "shapes" / "claim.ttl"
