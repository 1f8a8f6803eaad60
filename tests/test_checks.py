"""Every violation query: silent on its valid example, loud on its broken one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import QuerySolutions, RdfFormat, Store

from fpgraph import shapes
from fpgraph.dataset import ontology_triples, triples
from fpgraph.errors import OntologyError
from fpgraph.model import Corpus
from fpgraph.resources import ontology_folder
from fpgraph.shapes import Violation, check_violations, gate, shape_names, violations
from fpgraph.vocabulary import prefixes

EXAMPLES = ontology_folder() / "examples"
GATE = {
    "affirmed-claim-without-edge",
    "annotation-of-other-claim",
    "annotation-without-edge",
    "denied-claim-without-negation",
    "edge-without-annotation",
    "edge-without-claim",
    "negation-of-other-claim",
    "negative-claim-as-edge",
    "reported-claim-as-edge",
    "unaffirmed-claim-as-edge",
}
each_violation = pytest.mark.parametrize("violation", violations(), ids=lambda each: each.name)


def graph_of(path: Path) -> Store:
    store = Store()
    store.load(path=str(ontology_folder() / "fpgraph.ttl"), format=RdfFormat.TURTLE)
    store.load(path=str(path), format=RdfFormat.TURTLE)
    return store


def rows(violation: Violation, store: Store) -> int:
    found = store.query(violation.query)
    assert isinstance(found, QuerySolutions)
    return len(list(found))


@each_violation
def test_is_silent_on_the_valid_example(violation: Violation) -> None:
    assert rows(violation, graph_of(EXAMPLES / "valid" / f"{violation.name}.ttl")) == 0


@each_violation
def test_fires_on_the_broken_example(violation: Violation) -> None:
    assert rows(violation, graph_of(EXAMPLES / "invalid" / f"{violation.name}.ttl")) > 0


@each_violation
@pytest.mark.parametrize("kind", ["valid", "invalid"])
def test_rdflib_finds_the_same(violation: Violation, kind: str) -> None:
    graph = rdflib.Graph()
    graph.parse(ontology_folder() / "fpgraph.ttl")
    path = EXAMPLES / kind / f"{violation.name}.ttl"
    graph.parse(path)
    assert len(graph.query(violation.query)) == rows(violation, graph_of(path))


@each_violation
def test_uses_the_prefixes_of_the_context(violation: Violation) -> None:
    declared = dict(re.findall(r"^PREFIX (\w+): <(.*)>$", violation.query, re.MULTILINE))
    assert declared == {name: prefixes()[name] for name in declared}
    assert "?focus" in violation.query


def test_every_example_belongs_to_a_shape_or_a_check() -> None:
    names = {*shape_names(), *(each.name for each in violations())}
    assert len(names) == len(shape_names()) + len(violations())
    for kind in ("valid", "invalid"):
        assert {path.stem for path in (EXAMPLES / kind).glob("*")} == names


def test_the_gate_is_what_keeps_said_from_so() -> None:
    assert {each.name for each in violations() if each.gate} == GATE


@pytest.mark.parametrize("name", sorted(GATE))
def test_the_gate_is_shut_to_broken_examples(name: str) -> None:
    report = gate(graph_of(EXAMPLES / "invalid" / f"{name}.ttl"))
    assert name in {finding.check for finding in report.findings}


def test_a_finding_says_problem_and_record() -> None:
    report = check_violations(graph_of(EXAMPLES / "invalid" / "wrong-object.ttl"))
    finding = next(each for each in report.findings if each.check == "wrong-object")
    assert finding.focus == "claim/essay/000000000001"
    assert "property fp:nationalOf" in finding.message
    assert "object fpid:baltic-coast" in finding.message
    assert report.ran == tuple(each.name for each in violations())


def test_the_whole_graph_is_free_of_violations(real_corpus: Corpus) -> None:
    from pyoxigraph import Quad

    store = Store()
    store.extend(Quad(*triple) for triple in [*ontology_triples(), *triples(real_corpus)])
    assert gate(store).findings == ()
    assert check_violations(store).findings == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?focus WHERE { ?focus ?p ?o }", "comment line"),
        ("# problem: It is so.\n# remedy: Undo it.\nSELECT ?focus {", "not valid SPARQL"),
    ],
)
def test_a_broken_query_is_an_error(
    text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "so-violation.rq").write_text(text, encoding="utf-8")
    monkeypatch.setattr(shapes, "ontology_folder", lambda: tmp_path)
    monkeypatch.setattr(shapes, "violations", violations.__wrapped__)
    with pytest.raises(OntologyError, match=message):
        check_violations(Store())
