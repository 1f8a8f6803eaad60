"""The same graph in every format, and the same corpus after the way through RDF."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.compare import to_isomorphic

from fpgraph.characters import clean
from fpgraph.corpus import write_corpus
from fpgraph.dataset import from_graph, ontology_triples, to_dataset, to_graph, triples
from fpgraph.model import Claim, Corpus, Entity, Passage, Source
from fpgraph.quotations import Quoted
from fpgraph.rdffiles import Content, RdfFile, rdf_files
from fpgraph.signatures import read_keys, signature, written_keys

OXIGRAPH = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "turtle": ox.RdfFormat.TURTLE,
    "turtle-1.2": ox.RdfFormat.TURTLE,
    "xml": ox.RdfFormat.RDF_XML,
    "json-ld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
# Every file with ontology and graph in it, or (last) the graph alone.
PLAIN = ["foreign-policy.ttl", "foreign-policy.nt", "foreign-policy.rdf", "foreign-policy.jsonld"]
NAMED = ["foreign-policy.trig", "foreign-policy.nq"]
ALL = [*PLAIN, "graph.ttl", *NAMED, "foreign-policy.rdf12.ttl"]

rdflib.NORMALIZE_LITERALS = False
# rdflib's parsers use what rdflib itself advises against.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def files(corpus: Corpus) -> dict[str, RdfFile]:
    return {file.name: file for file in rdf_files(Content(corpus))}


@pytest.fixture(scope="module", params=["sample", "real_corpus"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Corpus)
    return found


@pytest.fixture(scope="module")
def written(corpus: Corpus) -> dict[str, RdfFile]:
    return files(corpus)


def test_every_file_is_in_the_table(written: dict[str, RdfFile]) -> None:
    assert sorted(written) == sorted(ALL)


def canonical(graph: rdflib.Graph | rdflib.Dataset) -> set[str]:
    """Return the lines of a graph or data set with canonical labels for blank nodes.

    RDF Dataset Canonicalization, https://www.w3.org/TR/rdf-canon/: two data sets are
    isomorphic if and only if these are equal.
    """
    form = "nquads" if isinstance(graph, rdflib.Dataset) else "nt"
    found = ox.Dataset(ox.parse(graph.serialize(format=form), format=OXIGRAPH[form]))
    found.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(map(str, found))


@pytest.fixture(scope="module")
def meant(corpus: Corpus) -> dict[str, set[str]]:
    """The canonical forms of what the files are meant to hold."""
    return {
        "whole": canonical(to_graph(corpus)),
        "graph": canonical(to_graph(corpus, ontology=False)),
        "dataset": canonical(to_dataset(corpus)),
    }


@pytest.mark.parametrize("name", [*PLAIN, "graph.ttl"])
def test_the_same_graph(name: str, meant: dict[str, set[str]], written: dict[str, RdfFile]) -> None:
    file = written[name]
    found = rdflib.Graph().parse(data=file.content, format=file.format)
    assert canonical(found) == meant["graph" if name == "graph.ttl" else "whole"]


@pytest.mark.parametrize("name", NAMED)
def test_the_same_dataset(
    name: str, meant: dict[str, set[str]], written: dict[str, RdfFile]
) -> None:
    file = written[name]
    found = rdflib.Dataset().parse(data=file.content, format=file.format)
    assert canonical(found) == meant["dataset"]


def test_isomorphic_in_the_eyes_of_rdflib(sample: Corpus) -> None:
    """Rdflib's own comparison agrees; it is slow, so it sees the small graph only."""
    file = files(sample)["graph.ttl"]
    found = rdflib.Graph().parse(data=file.content, format="turtle")
    graph = to_graph(sample, ontology=False)
    assert to_isomorphic(found) == to_isomorphic(graph)
    graph.remove((None, rdflib.RDF.type, rdflib.OWL.NegativePropertyAssertion))
    assert to_isomorphic(found) != to_isomorphic(graph)


@pytest.mark.parametrize("name", ALL)
def test_both_parsers_read_what_was_meant(name: str, written: dict[str, RdfFile]) -> None:
    file = written[name]
    parsed = ox.parse(file.content, format=OXIGRAPH[file.format])
    assert signature(written_keys(parsed)) == file.holds
    assert signature(read_keys(file.content, file.format)) == file.holds


def in_graph(corpus: Corpus) -> Corpus:
    """Return what of a corpus the graph holds: accepted claims, and of works the outline."""
    sources = []
    for source in corpus.sources:
        claims = tuple(claim for claim in source.claims if claim.status == "accepted")
        works = tuple(map(outline, source.works))
        sources.append(replace(source, claims=claims, works=works))
    return Corpus(dict(corpus.entities), tuple(sources))


def outline(work: Any) -> dict[str, Any]:
    kind = "document" if work["id"].startswith("ref-") else "article-journal"
    creators = [
        {"literal": person.get("literal") or f"{person['given']} {person['family']}"}
        for person in work.get("author", ())
    ]
    changed = {**work, "type": kind, "author": creators}
    kept = ("title", "container-title", "language", "note", "author", "issued", "custom")
    return {name: changed[name] for name in ("id", "type", *kept) if changed.get(name)}


def test_csv_to_rdf_to_csv(corpus: Corpus) -> None:
    back = from_graph(to_graph(corpus))
    assert back == in_graph(corpus)
    assert write_corpus(back) == write_corpus(in_graph(corpus))


@pytest.mark.parametrize("name", PLAIN)
def test_files_to_csv(name: str, corpus: Corpus, written: dict[str, RdfFile]) -> None:
    file = written[name]
    graph = rdflib.Graph().parse(data=file.content, format=file.format)
    assert from_graph(graph) == in_graph(corpus)


# Hostile texts: what a label, a gloss or a quotation may come with.

TRICKS = [
    'a "quoted" one',
    "back\\slash \\u0041 \\\\",
    "two\nlines\tand a tab",
    "]]> <![CDATA[ <script>alert('x')</script> &amp; <!-- -->",
    "👩‍🚀🏳️‍🌈",
    "\u202eright to left\u202c \u0645\u0631\u062d\u0628\u0627",
    "combining e\u0301 i\u0308\u0301",
    "{{ 7 * 7 }} {% raw %} ${x} #{y}",
    '=HYPERLINK("http://x")',
    "+1-2@SUM(A1)",
    "' \"\"\" ''' \"",
    "<<( a b c )>> <<( not a term )>>",
    "@en ^^xsd:int . ; ,",
    "lone \ud800 surrogate \x00\x07\ufffe",
    "\u2028\u2029\x85\xa0",
    "\U0010ffff\U0001f600",
    "https://example.org/?a=b&c=d#e",
    " ",
]
TEXTS = st.one_of(
    st.sampled_from(TRICKS),
    st.lists(st.sampled_from(TRICKS), min_size=2, max_size=3).map("".join),
    st.text(st.characters(), min_size=1, max_size=25),
).filter(lambda text: clean(text) != "")


def small(label_en: str, label_uk: str, definition: str, gloss: str) -> tuple[Corpus, Any]:
    """Return a corpus of one claim, and quotations, with these texts in every place."""
    things = {
        name: Entity(name, "State", label_en, label_uk, (definition,), (), definition, gloss)
        for name in ("here", "there")
    }
    claim = Claim(
        "0" * 12, "here", "supports", "there", "here", "here", (1,),
        gloss_en=gloss, gloss_uk=definition, rule=label_en, status="accepted",
    )  # fmt: skip
    passage = Passage(1, label_uk, 1, "uk", 0, 9, "0" * 16)
    work = {"id": "a-1", "type": "article-journal", "title": gloss, "language": "uk"}
    works = ({**work, "custom": {"author-entity": "here"}},)
    source = Source("a-1", "here", works, (passage,), (), (claim,))
    return Corpus(things, (source,)), {"a-1": {1: Quoted(gloss)}}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_hostile_texts_read_back_in_every_format(
    label_en: str, label_uk: str, definition: str, gloss: str
) -> None:
    corpus, quotations = small(label_en, label_uk, definition, gloss)
    content = Content(corpus, quotations)
    content.ontology.clear()  # it is the same each time, and most of the work
    graph = signature(written_keys(content.graph))
    for file in rdf_files(content):
        parsed = ox.parse(file.content, format=OXIGRAPH[file.format])
        if file.name == "foreign-policy.ttl":
            assert signature(written_keys(parsed)).count == graph.count + len(ontology_triples())
            continue
        assert signature(written_keys(parsed)) == file.holds, file.name
        assert signature(read_keys(file.content, file.format)) == file.holds, file.name


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_hostile_texts_come_back_clean(
    label_en: str, label_uk: str, definition: str, gloss: str
) -> None:
    corpus, _ = small(label_en, label_uk, definition, gloss)
    expected, _ = small(*map(clean, (label_en, label_uk, definition, gloss)))
    assert from_graph(to_graph(corpus, ontology=False)) == expected
    assert triples(corpus) == triples(expected)
