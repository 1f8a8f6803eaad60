from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib

from fpgraph import terms as t
from fpgraph.dataset import (
    assertion_quads,
    ontology_triples,
    rdf12_triples,
    sections,
    to_dataset,
    to_graph,
    triples,
)
from fpgraph.errors import LinkError
from fpgraph.model import Citation, Claim, Corpus, Mention
from fpgraph.quotations import Quoted
from fpgraph.statements import accepted, is_edge, is_negation
from fpgraph.vocabulary import prefixes, vocabulary

SOURCE = "harbour-2020-1"
BASE = "https://w3id.org/fpgraph/"


def told(found: Iterable[ox.Triple], subject: str) -> set[str]:
    """Return what is said of a subject, as Turtle terms with prefixes."""
    return {
        f"{short(triple.predicate)} {short(triple.object)}"
        for triple in found
        if short(triple.subject) == subject
    }


def short(term: object) -> str:
    if not isinstance(term, ox.NamedNode):
        return str(term)
    for prefix, space in prefixes().items():
        if term.value.startswith(space) and "/" not in term.value[len(space) :]:
            return f"{prefix}:{term.value[len(space) :]}"
    return f"<{term.value.removeprefix(BASE)}>"


def claim_of(corpus: Corpus, subject: str, name: str, target: str) -> Claim:
    wanted = (subject, name, target)
    for _, claim in accepted(corpus):
        if (claim.subject, claim.property, claim.object) == wanted:
            return claim
    raise AssertionError(wanted)


def with_claims(corpus: Corpus, *claims: Claim) -> Corpus:
    return replace(corpus, sources=(replace(corpus.sources[0], claims=claims),))


@pytest.fixture(scope="module")
def graph(sample: Corpus) -> list[ox.Triple]:
    return triples(sample)


def test_an_entity(graph: list[ox.Triple]) -> None:
    assert told(graph, "fpid:league-of-quiet-harbours") == {
        "rdf:type fp:InternationalOrganisation",
        "rdf:type owl:NamedIndividual",
        'rdfs:label "League of Quiet Harbours"@en',
        'rdfs:label "Союз Тихих Гаваней"@uk',
        'skos:prefLabel "League of Quiet Harbours"@en',
        'skos:prefLabel "Союз Тихих Гаваней"@uk',
        'skos:altLabel "LQH"@en',
        'skos:altLabel "Quiet Harbours\' League"@en',
        'skos:altLabel "СТГ"@uk',
        'skos:definition "An invented organisation of coastal states."@en',
        'skos:definition "Вигадана організація прибережних держав."@uk',
        "skos:exactMatch <https://example.org/thing/quiet-harbours>",
    }


def test_a_reported_claim_is_no_edge(sample: Corpus, graph: list[ox.Triple]) -> None:
    claim = claim_of(sample, "primoria-foreign-policy", "characterisedAs", "lighthouse-realism")
    node = f"<claim/{SOURCE}/{claim.id}>"
    assert told(graph, node) == {
        "rdf:type fp:Claim",
        "fp:claimSubject fpid:primoria-foreign-policy",
        "fp:claimPredicate fp:characterisedAs",
        "fp:claimObject fpid:lighthouse-realism",
        "fp:assertedBy fpid:coastal-observers",
        "fp:reportedBy fpid:article-author",
        "fp:stance fp:Affirms",
        "fp:polarity fp:Positive",
        "fp:kind fp:Interpretation",
        f'rdfs:label "{claim.gloss_en}"@en',
        f'rdfs:label "{claim.gloss_uk}"@uk',
        f"prov:wasDerivedFrom fpid:{SOURCE}",
        f"fp:hasEvidence <passage/{SOURCE}/7>",
        'fp:codedBy "hand"',
        f"fp:cites fpid:{SOURCE}-ref-1",
        f"fp:cites fpid:{SOURCE}-ref-2",
        f"fp:hasCitation {node[:-1]}#ref-1>",
        f"fp:hasCitation {node[:-1]}#ref-2>",
    }
    assert told(graph, f"{node[:-1]}#ref-1>") == {
        "rdf:type fp:Citation",
        f"fp:citedWork fpid:{SOURCE}-ref-1",
        'fp:pages "12-15"',
    }
    assert not any(triple.predicate.value == t.FP + "characterisedAs" for triple in graph)


def test_exactly_what_the_author_affirms_is_an_edge(sample: Corpus, graph: list[ox.Triple]) -> None:
    relations = {t.FP + name for name in vocabulary().properties} - {t.CITES}
    found = {
        (short(triple.subject), short(triple.predicate), short(triple.object))
        for triple in graph
        if triple.predicate.value in relations
    }
    assert found == {
        (f"fpid:{claim.subject}", f"fp:{claim.property}", f"fpid:{claim.object}")
        for source, claim in accepted(sample)
        if is_edge(source, claim)
    }
    assert len(found) == 9


def about(graph: list[ox.Triple], kind: str) -> list[set[str]]:
    nodes = [
        q.subject for q in graph if short(q.predicate) == "rdf:type" if short(q.object) == kind
    ]
    return [told(graph, short(node)) for node in nodes]


def test_an_edge_points_back_to_its_claim(sample: Corpus, graph: list[ox.Triple]) -> None:
    claim = claim_of(sample, "primoria", "hasPriority", "fish-trade")
    axioms = about(graph, "owl:Axiom")
    assert len(axioms) == 10
    assert {
        "rdf:type owl:Axiom",
        "owl:annotatedSource fpid:primoria",
        "owl:annotatedProperty fp:hasPriority",
        "owl:annotatedTarget fpid:fish-trade",
        f"fp:basedOnClaim <claim/{SOURCE}/{claim.id}>",
        f'fp:rank "2"^^<{t.XSD}integer>',
    } in axioms
    assert {
        "rdf:type owl:Axiom",
        "owl:annotatedSource fpid:league-of-quiet-harbours",
        "owl:annotatedProperty skos:exactMatch",
        "owl:annotatedTarget <https://example.org/thing/quiet-harbours>",
        f'fp:background "true"^^<{t.XSD}boolean>',
    } in axioms


def test_what_the_author_holds_untrue_is_a_negation(sample: Corpus, graph: list[ox.Triple]) -> None:
    negative = claim_of(sample, "primoria", "memberOf", "mountain-pact")
    denied = claim_of(sample, "seven-lighthouses-festival", "precludes", "port-security")
    assert sorted(about(graph, "owl:NegativePropertyAssertion"), key=sorted) == sorted(
        (
            {
                "rdf:type owl:NegativePropertyAssertion",
                f"owl:sourceIndividual fpid:{claim.subject}",
                f"owl:assertionProperty fp:{claim.property}",
                f"owl:targetIndividual fpid:{claim.object}",
                f"fp:basedOnClaim <claim/{SOURCE}/{claim.id}>",
            }
            for claim in (negative, denied)
        ),
        key=sorted,
    )


@pytest.mark.parametrize(
    ("speaker", "stance", "polarity", "edge", "negation"),
    [
        ("article-author", "affirms", "positive", True, False),
        ("article-author", "affirms", "negative", False, True),
        ("article-author", "denies", "positive", False, True),
        ("article-author", "denies", "negative", False, False),
        ("article-author", "hedges", "positive", False, False),
        ("article-author", "hedges", "negative", False, False),
        ("o-verbytska", "affirms", "positive", False, False),
        ("o-verbytska", "affirms", "negative", False, False),
        ("o-verbytska", "denies", "positive", False, False),
    ],
)
def test_said_is_not_so(
    speaker: str, stance: str, polarity: str, edge: bool, negation: bool, sample: Corpus
) -> None:
    claim = claim_of(sample, "montania", "rejects", "lighthouse-realism")
    changes = {"asserted_by": speaker, "stance": stance, "polarity": polarity}
    said = replace(claim, **changes)  # type: ignore[arg-type]
    source = sample.sources[0]
    assert (is_edge(source, said), is_negation(source, said)) == (edge, negation)
    graph = triples(with_claims(sample, said))
    assert any(triple.predicate.value == t.FP + "rejects" for triple in graph) is edge
    assert bool(about(graph, "owl:NegativePropertyAssertion")) is negation


def test_only_accepted_claims_are_in_the_graph(sample: Corpus, graph: list[ox.Triple]) -> None:
    claims = about(graph, "fp:Claim")
    assert len(claims) == len(list(accepted(sample))) == 14
    assert not any("fp:claimPredicate fp:opposes" in said for said in claims)


def test_two_claims_of_one_edge(sample: Corpus) -> None:
    first = claim_of(sample, "primoria", "hasPriority", "fish-trade")
    second = replace(first, id="f" * 12, passages=(13,), rank=None)
    graph = triples(with_claims(sample, first, second))
    edges = [q for q in graph if q.predicate.value == t.FP + "hasPriority"]
    assert len(edges) == 1
    (axiom,) = [said for said in about(graph, "owl:Axiom") if "fpid:fish-trade" in str(said)]
    assert len([part for part in axiom if part.startswith("fp:basedOnClaim")]) == 2


def test_a_passage(graph: list[ox.Triple]) -> None:
    node = f"<passage/{SOURCE}/8>"
    assert {part for part in told(graph, node) if "fingerprint" not in part} == {
        "rdf:type fp:Passage",
        "rdf:type oa:SpecificResource",
        f'fp:number "8"^^<{t.XSD}integer>',
        'fp:section "Погляди оглядачів"',
        f'fp:paragraph "3"^^<{t.XSD}integer>',
        'dcterms:language "uk"',
        f"oa:hasSource fpid:{SOURCE}",
        f"oa:hasSelector {node[:-1]}#position>",
        "fp:mentions fpid:lake-doctrine",
        "fp:mentions fpid:montania",
        "fp:mentions fpid:o-verbytska",
        f"fp:cites fpid:{SOURCE}-ref-3",
        f"fp:hasCitation {node[:-1]}#ref-3>",
    }
    assert "rdf:type oa:TextPositionSelector" in told(graph, f"{node[:-1]}#position>")
    assert f"fp:duplicateOf <passage/{SOURCE}/4>" in told(graph, f"<passage/{SOURCE}/14>")
    assert not any("section" in part for part in told(graph, f"<passage/{SOURCE}/1>"))


def test_quotations_stand_only_where_they_are_given(sample: Corpus) -> None:
    graph = triples(sample, quotations={SOURCE: {3: Quoted("Кілька слів.")}})
    quote = f"<passage/{SOURCE}/3#quote>"
    assert told(graph, quote) == {"rdf:type oa:TextQuoteSelector", 'oa:exact "Кілька слів."@uk'}
    assert f"oa:hasSelector {quote}" in told(graph, f"<passage/{SOURCE}/3>")
    assert len(about(graph, "oa:TextQuoteSelector")) == 1
    assert not about(triples(sample), "oa:TextQuoteSelector")


def test_two_mentions_of_one_span(sample: Corpus, graph: list[ox.Triple]) -> None:
    spans = Counter((mention.start, mention.end) for mention in sample.sources[0].mentions)
    ((start, end),) = [span for span, times in spans.items() if times == 2]
    first = told(graph, f"<mention/{SOURCE}/{start}-{end}>")
    second = told(graph, f"<mention/{SOURCE}/{start}-{end}-realism>")
    assert "fp:mentionOf fpid:lighthouse-realism" in first
    assert "fp:mentionOf fpid:realism" in second
    assert f'oa:start "{start}"^^<{t.XSD}integer>' in first & second
    assert f"fp:inPassage <passage/{SOURCE}/7>" in first & second


def test_the_works(graph: list[ox.Triple]) -> None:
    article = told(graph, f"fpid:{SOURCE}")
    assert "fp:author fpid:article-author" in article
    assert {part for part in article if part.startswith("fp:cites")} == {
        f"fp:cites fpid:{SOURCE}-ref-{number}" for number in (1, 2, 3)
    }
    assert told(graph, f"fpid:{SOURCE}-ref-1") == {
        "rdf:type fp:CitedWork",
        "rdf:type owl:NamedIndividual",
        'rdfs:label "Lights along the coast"@en',
        'dcterms:title "Lights along the coast"@en',
        'dcterms:creator "A. Quill"',
        'dcterms:language "en"',
        'fp:localId "ref-1"',
    }
    unknown = told(graph, f"fpid:{SOURCE}-ref-2")
    assert {'rdfs:label "cited work [2]"@en', 'rdfs:label "цитована праця [2]"@uk'} <= unknown


def test_several_citations_of_one_work(sample: Corpus) -> None:
    claim = replace(
        claim_of(sample, "montania", "supports", "lake-doctrine"),
        cites=(Citation("ref-3", "7"), Citation("ref-3", "9-11")),
    )
    graph = triples(with_claims(sample, claim))
    node = f"claim/{SOURCE}/{claim.id}"
    assert 'fp:pages "7"' in told(graph, f"<{node}#ref-3>")
    assert 'fp:pages "9-11"' in told(graph, f"<{node}#ref-3-2>")


def test_each_triple_stands_once_and_subjects_stand_together(real_corpus: Corpus) -> None:
    graph = triples(real_corpus)
    assert len(set(graph)) == len(graph)
    seen: list[object] = []
    for triple in graph:
        if not seen or seen[-1] != triple.subject:
            seen.append(triple.subject)
    assert len(set(seen)) == len(seen)


def test_the_type_comes_first(real_corpus: Corpus) -> None:
    for part in sections(real_corpus).values():
        before = None
        for triple in part:
            if triple.subject != before:
                assert triple.predicate.value == t.TYPE
            before = triple.subject


def test_blank_nodes_bear_names_that_follow_from_their_content(sample: Corpus) -> None:
    assert triples(sample) == triples(sample)
    labels = {str(triple.subject) for triple in triples(sample) if str(triple.subject)[0] == "_"}
    assert {label.partition("-")[0] for label in labels} == {
        "_:axiom",
        "_:negation",
        "_:background",
    }
    assert ontology_triples() == ontology_triples()
    blank = {str(q.subject) for q in ontology_triples() if isinstance(q.subject, ox.BlankNode)}
    assert blank == {f"_:ontology-{number + 1}" for number in range(len(blank))}


def test_every_term_that_is_used_is_declared(real_corpus: Corpus) -> None:
    """An undeclared property takes a graph out of OWL 2 DL."""
    declared = {q.subject for q in ontology_triples() if q.predicate.value == t.TYPE}
    built_in = (t.RDF, t.RDFS, t.OWL)
    for triple in triples(real_corpus):
        if not triple.predicate.value.startswith(built_in):
            assert triple.predicate in declared, triple.predicate
        if triple.predicate.value == t.TYPE and not str(triple.object)[1:].startswith(built_in):
            assert triple.object in declared, triple.object


def test_named_graphs(sample: Corpus) -> None:
    quads = assertion_quads(sample)
    claims = [claim for _, claim in accepted(sample)]
    graphs = {short(quad.graph_name) for quad in quads}
    assert graphs == {
        f"<claim/{SOURCE}/{claim.id}#{part}>"
        for claim in claims
        for part in ("head", "assertion", "provenance", "pubinfo")
    }
    reported = claim_of(sample, "primoria-foreign-policy", "characterisedAs", "lighthouse-realism")
    node = f"claim/{SOURCE}/{reported.id}"

    def inside(part: str) -> set[str]:
        return {
            f"{short(quad.subject)} {short(quad.predicate)} {short(quad.object)}"
            for quad in quads
            if short(quad.graph_name) == f"<{node}#{part}>"
        }

    assert inside("assertion") == {
        "fpid:primoria-foreign-policy fp:characterisedAs fpid:lighthouse-realism"
    }
    assert inside("head") == {
        f"<{node}> rdf:type np:Nanopublication",
        f"<{node}> np:hasAssertion <{node}#assertion>",
        f"<{node}> np:hasProvenance <{node}#provenance>",
        f"<{node}> np:hasPublicationInfo <{node}#pubinfo>",
    }
    assert f"<{node}#assertion> prov:wasAttributedTo fpid:coastal-observers" in inside("provenance")
    assert f"<{node}> fp:stance fp:Affirms" in inside("provenance")


def test_the_assertion_of_a_negative_claim_is_a_negation(sample: Corpus) -> None:
    claim = claim_of(sample, "primoria", "memberOf", "mountain-pact")
    graph = f"<claim/{SOURCE}/{claim.id}#assertion>"
    said = {
        f"{short(quad.predicate)} {short(quad.object)}"
        for quad in assertion_quads(sample)
        if short(quad.graph_name) == graph
    }
    assert said == {
        "rdf:type owl:NegativePropertyAssertion",
        "owl:sourceIndividual fpid:primoria",
        "owl:assertionProperty fp:memberOf",
        "owl:targetIndividual fpid:mountain-pact",
    }


def test_rdf_1_2(sample: Corpus, graph: list[ox.Triple]) -> None:
    found = rdf12_triples(sample)
    reified = {str(q.subject): str(q.object) for q in found if q.predicate.value == t.REIFIES}
    for source, claim in accepted(sample):
        subject, target = (f"<{t.FPID}{name}>" for name in (claim.subject, claim.object))
        node = f"<{t.CLAIM_BASE}{source.id}/{claim.id}>"
        assert reified[node] == f"{subject} <{t.FP}{claim.property}> {target}"
    plain = {q for q in found if q.predicate.value != t.REIFIES}
    axioms = {q.subject for q in graph if short(q.object) == "owl:Axiom"}
    assert plain - set(graph) == {q for q in plain if q.predicate.value == t.BACKGROUND}
    assert set(graph) - plain == {q for q in graph if q.subject in axioms}


def test_rdflib(sample: Corpus) -> None:
    graph = to_graph(sample)
    assert len(graph) == len(triples(sample)) + len(ontology_triples())
    assert len(to_graph(sample, ontology=False)) == len(triples(sample))
    fpid = rdflib.Namespace(t.FPID)
    assert (fpid.primoria, rdflib.RDFS.label, rdflib.Literal("Приморія", lang="uk")) in graph
    assert "fpid:primoria " in graph.serialize(format="turtle")


def test_rdflib_dataset(sample: Corpus) -> None:
    dataset = to_dataset(sample, ontology=False)
    assert len(dataset.default_graph) == len(triples(sample))
    assert len(list(dataset.quads())) == len(triples(sample)) + len(assertion_quads(sample))
    assert len(list(dataset.graphs())) == 4 * 14 + 1


def test_hostile_names(sample: Corpus) -> None:
    thing = replace(sample.entities["primoria"], exact_match=("http://a b/<>",))
    broken = replace(sample, entities={**sample.entities, "primoria": thing})
    with pytest.raises(LinkError, match="is not an IRI"):
        triples(broken)


def test_a_mention_outside_every_passage(sample: Corpus) -> None:
    stray = replace(sample.sources[0], mentions=(Mention("primoria", 90_000, 90_005),))
    with pytest.raises(LinkError, match="lies in no passage"):
        triples(replace(sample, sources=(stray,)))
