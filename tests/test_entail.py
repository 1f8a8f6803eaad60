"""What follows from chains and transitive relations."""

from __future__ import annotations

from pyoxigraph import Quad, RdfFormat, Store

from fpgraph import terms as t
from fpgraph.dataset import ontology_triples
from fpgraph.entail import infer

HEAD = """
@prefix fp: <https://w3id.org/fpgraph/ontology#> .
@prefix fpid: <https://w3id.org/fpgraph/id/> .
"""


def inferred(turtle: str) -> list[str]:
    store = Store()
    store.extend(Quad(*triple) for triple in ontology_triples())
    store.load((HEAD + turtle).encode(), format=RdfFormat.TURTLE)
    return [" ".join(part.split("/")[-1] for part in each.edge) for each in infer(store)]


def test_nothing_follows_from_nothing() -> None:
    assert inferred("") == []


def test_who_is_elected_to_a_body_takes_part() -> None:
    graph = "fpid:kenya fp:electedTo fpid:council . fpid:council fp:bodyOf fpid:league ."
    assert inferred(graph) == ["kenya ontology#takesPartIn league"]


def test_who_chairs_a_body_takes_part_also_where_the_inverse_is_stated() -> None:
    graph = "fpid:kenya fp:chaired fpid:council . fpid:league fp:hasBody fpid:council ."
    assert inferred(graph) == ["kenya ontology#takesPartIn league"]


def test_an_actor_acts_as_its_course_is_characterised() -> None:
    graph = "fpid:chile fp:pursues fpid:course . fpid:course fp:characterisedAs fpid:prudence ."
    assert inferred(graph) == ["chile ontology#actsInLineWith prudence"]


def test_an_actor_uses_what_its_course_uses() -> None:
    graph = "fpid:chile fp:pursues fpid:course . fpid:course fp:usesInstrument fpid:trade ."
    assert inferred(graph) == ["chile ontology#usesInstrument trade"]


def test_places_lie_in_what_their_place_lies_in() -> None:
    graph = "fpid:a fp:locatedIn fpid:b . fpid:b fp:locatedIn fpid:c . fpid:c fp:locatedIn fpid:d ."
    assert inferred(graph) == [
        "a ontology#locatedIn c",
        "a ontology#locatedIn d",
        "b ontology#locatedIn d",
    ]


def test_circles_come_to_an_end() -> None:
    graph = "fpid:a fp:partOf fpid:b . fpid:b fp:partOf fpid:a ."
    assert inferred(graph) == []


def test_what_is_stated_is_not_inferred() -> None:
    graph = """fpid:kenya fp:electedTo fpid:council ; fp:takesPartIn fpid:league .
    fpid:council fp:bodyOf fpid:league ."""
    assert inferred(graph) == []


def test_an_inference_names_its_grounds() -> None:
    store = Store()
    store.extend(Quad(*triple) for triple in ontology_triples())
    graph = "fpid:kenya fp:electedTo fpid:council . fpid:council fp:bodyOf fpid:league ."
    store.load((HEAD + graph).encode(), format=RdfFormat.TURTLE)
    (found,) = infer(store)
    assert found.relation == t.TAKES_PART_IN
    assert found.because == (
        (t.FPID + "kenya", t.FP + "electedTo", t.FPID + "council"),
        (t.FPID + "council", t.FP + "bodyOf", t.FPID + "league"),
    )
