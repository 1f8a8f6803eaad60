"""The network: its nodes, edges and measures, and where the nodes are put."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from io import BytesIO
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from synthetic_graph import synthetic_corpus

from fpgraph.crowd import core
from fpgraph.layout import CORE, layout, radius
from fpgraph.model import Claim, Corpus, Source
from fpgraph.network import network

EDGE = {
    "property", "family", "speaker", "relayer", "stance", "polarity", "kind", "affirmed",
    "article", "passages", "cites", "gloss_en", "gloss_uk", "rank",
}  # fmt: skip
NODE = {
    "type", "top_type", "label_en", "label_uk", "alt_en", "alt_uk", "definition_en",
    "definition_uk", "mentions", "degree", "betweenness", "community", "importance",
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(sample: Corpus) -> nx.MultiDiGraph:
    return network(sample)


def _accepted(corpus: Corpus) -> list[tuple[Source, Claim]]:
    return [
        (source, claim)
        for source in corpus.sources
        for claim in source.claims
        if claim.status == "accepted"
    ]


def test_edges_are_the_accepted_claims(sample: Corpus, graph: nx.MultiDiGraph) -> None:
    found = {key: (one, other) for one, other, key in graph.edges(keys=True)}
    assert found == {claim.id: (claim.subject, claim.object) for _, claim in _accepted(sample)}


def test_nodes_are_what_claims_speak_of(sample: Corpus, graph: nx.MultiDiGraph) -> None:
    spoken = {name for _, claim in _accepted(sample) for name in (claim.subject, claim.object)}
    assert set(graph.nodes) == spoken


def test_cited_works_get_the_id_of_their_article(sample: Corpus) -> None:
    (source,) = sample.sources
    claim = Claim(
        "0" * 12, source.id, "cites", "ref-1", source.author, source.author, (1,), status="accepted"
    )
    extended = Corpus(
        sample.entities, (Source(source.id, source.author, source.works, (), (), (claim,)),)
    )
    graph = network(extended)
    assert set(graph.nodes) == {source.id, f"{source.id}-ref-1"}
    assert graph.nodes[f"{source.id}-ref-1"]["type"] == "CitedWork"
    assert graph.nodes[source.id]["top_type"] == "Work"


def test_attributes_are_plain(graph: nx.MultiDiGraph) -> None:
    for _, attributes in graph.nodes(data=True):
        assert set(attributes) == NODE
        assert all(type(value) in {str, int, float} for value in attributes.values())
    for _, _, attributes in graph.edges(data=True):
        assert set(attributes) == EDGE
        assert all(type(value) in {str, int, bool} for value in attributes.values())


def test_graphml_and_gexf_can_be_written(graph: nx.MultiDiGraph) -> None:
    for write in (nx.write_graphml_xml, nx.write_gexf):
        stream = BytesIO()
        write(graph, stream)
        assert stream.getvalue()


def test_only_the_authors_own_are_affirmed(sample: Corpus, graph: nx.MultiDiGraph) -> None:
    for one, other, key, edge in graph.edges(keys=True, data=True):
        own = edge["speaker"] == "article-author"
        assert edge["affirmed"] == (
            own and edge["stance"] == "affirms" and edge["polarity"] == "positive"
        ), (one, other, key)
    affirmed = network(sample, reported=False)
    assert {key for *_, key in affirmed.edges(keys=True)} == {
        key for *_, key, yes in graph.edges(keys=True, data="affirmed") if yes
    }
    assert 0 < affirmed.number_of_edges() < graph.number_of_edges()


def test_families_and_top_types(graph: nx.MultiDiGraph) -> None:
    assert graph.nodes["primoria"]["type"] == "State"
    assert graph.nodes["primoria"]["top_type"] == "Actor"
    families = {edge["property"]: edge["family"] for *_, edge in graph.edges(data=True)}
    assert families["memberOf"] == "affiliation"
    assert families["characterisedAs"] == "theory"


def test_the_most_tied_is_the_most_important(graph: nx.MultiDiGraph) -> None:
    best = max(graph.nodes, key=lambda name: graph.nodes[name]["importance"])
    assert best == "primoria"
    assert all(0 <= importance <= 1 for _, importance in graph.nodes(data="importance"))
    assert graph.nodes["primoria"]["degree"] == graph.degree("primoria")


def test_nothing_is_a_network_too(sample: Corpus) -> None:
    graph = network(Corpus(sample.entities, ()))
    assert graph.number_of_nodes() == 0
    assert layout(graph) == {}


@pytest.mark.parametrize(
    "graph",
    [
        pytest.param(nx.MultiDiGraph([("a", "a")]), id="a loop"),
        pytest.param(nx.empty_graph(["only"]), id="one node"),
        pytest.param(nx.empty_graph([f"n{number}" for number in range(9)]), id="no edges"),
        pytest.param(
            nx.MultiDiGraph([("a", "b"), ("b", "a"), ("c", "d"), ("e", "f")]), id="components"
        ),
    ],
)
def test_layout_of_odd_graphs(graph: nx.Graph) -> None:
    places = layout(graph)
    assert set(places) == set(graph.nodes)
    assert len(set(places.values())) == len(places)
    assert all(value == round(value) for place in places.values() for value in place)


def test_nodes_do_not_lie_on_each_other(real_corpus: Corpus) -> None:
    graph = network(real_corpus)
    places = layout(graph)
    sizes = {name: radius(graph.nodes[name]["importance"]) for name in graph.nodes}
    close = [
        pair
        for pair in combinations(places, 2)
        if (places[pair[0]][0] - places[pair[1]][0]) ** 2
        + (places[pair[0]][1] - places[pair[1]][1]) ** 2
        < (sizes[pair[0]] + sizes[pair[1]]) ** 2
    ]
    assert not close


def test_communities_lie_apart(real_corpus: Corpus) -> None:
    graph = network(real_corpus)
    assert _at_home(graph, layout(graph)) > 0.8


def _at_home(graph: nx.Graph, places: dict[str, tuple[float, float]]) -> float:
    """The share of nodes that are nearest to the middle of their own community."""
    groups: dict[int, list[tuple[float, float]]] = {}
    for name, community in graph.nodes(data="community"):
        groups.setdefault(community, []).append(places[name])
    middles = {
        number: (sum(x for x, _ in found) / len(found), sum(y for _, y in found) / len(found))
        for number, found in groups.items()
    }
    at_home = sum(
        min(middles, key=lambda number: _square(place, middles[number])) == community
        for community, found in groups.items()
        for place in found
    )
    return at_home / len(places)


def _square(one: tuple[float, float], other: tuple[float, float]) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


@pytest.fixture(scope="module")
def many() -> nx.MultiDiGraph:
    """More nodes than the force model places."""
    graph = network(synthetic_corpus(2 * CORE))
    graph.add_nodes_from(["alone", "alone too"], importance=0.0, community=0)
    return graph


def test_many_nodes_have_places_of_their_own(many: nx.MultiDiGraph) -> None:
    places = layout(many)
    assert set(places) == set(many.nodes)
    least = min(_square(places[one], places[other]) for one, other in combinations(list(places), 2))
    assert least > 8**2
    assert _at_home(many, places) > 0.9
    assert layout(many) == places


def test_the_most_important_of_each_community_come_first() -> None:
    communities = [0] * 90 + [1] * 9 + [2]
    importance = [number / 100 for number in range(100)]
    assert core(communities, importance, 20) == [*range(72, 90), 97, 98, 99]


def test_betweenness_of_many_is_estimated(many: nx.MultiDiGraph) -> None:
    names = [name for name in many if many.degree(name)]
    exact = nx.betweenness_centrality(nx.Graph(many.to_undirected(as_view=True)))
    best = set(sorted(names, key=lambda name: exact[name])[-20:])
    found = set(sorted(names, key=lambda name: many.nodes[name]["betweenness"])[-20:])
    assert len(best & found) >= 15


def test_layout_is_quick(real_corpus: Corpus) -> None:
    graph = network(real_corpus)
    layout(graph.subgraph(list(graph)[:5]))  # pays for the imports
    begin = time.process_time()
    layout(graph)
    assert time.process_time() - begin < 4  # about 0.4 on a quiet machine


def test_same_network_and_places_in_every_process(sample_folder: Path) -> None:
    code = (
        "import json, sys; from fpgraph.corpus import load_corpus; "
        "from fpgraph.network import layout, network; graph = network(load_corpus(sys.argv[1])); "
        "print(list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)), "
        "list(layout(graph).items()))"
    )
    assert len({_run(code, sample_folder, seed) for seed in ("1", "2")}) == 1


def _run(code: str, folder: Path, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        [sys.executable, "-c", code, str(folder)], env=environment, capture_output=True, check=True
    )
    return hashlib.sha256(ran.stdout).hexdigest()
