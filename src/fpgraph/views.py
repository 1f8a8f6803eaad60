"""Other forms of the same claims: named graphs, and RDF 1.2 triple terms."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, Triple

from . import terms as t
from .describe import CREATOR, LICENCE, TRUE, activity, state
from .description import Description
from .model import Claim, Corpus, Source
from .names import blank, claim_iri, entity_iri, iri, part_iri, passage_iri, text
from .statements import accepted, statement

_NANOPUBLICATION = t.NP + "Nanopublication"
_PARTS = (
    (t.NP + "hasAssertion", "assertion"),
    (t.NP + "hasProvenance", "provenance"),
    (t.NP + "hasPublicationInfo", "pubinfo"),
)


def assertion_quads(corpus: Corpus) -> list[Quad]:
    """Return each claim as a nanopublication: four named graphs.

    ``<claim#assertion>`` holds the bare statement, also where it is only reported
    or denied: who reads it looks into ``<claim#provenance>`` for speaker and
    stance. https://nanopub.net/guidelines/working_draft/
    """
    quads = []
    for source, claim in accepted(corpus):
        node = claim_iri(source, claim)
        for part, triples in (
            ("head", _head(node)),
            ("assertion", _assertion(source, claim)),
            ("provenance", _provenance(source, claim, node)),
            ("pubinfo", _publication(node)),
        ):
            quads += [
                Quad(triple.subject, triple.predicate, triple.object, part_iri(node, part))
                for triple in triples
            ]
    return quads


def _head(node: NamedNode) -> list[Triple]:
    about = Description(node)
    about.types(_NANOPUBLICATION)
    for predicate, part in _PARTS:
        about.add(predicate, part_iri(node, part))
    return about.triples


def _assertion(source: Source, claim: Claim) -> list[Triple]:
    subject, predicate, target = statement(source, claim)
    if claim.polarity == "positive":
        return [Triple(subject, predicate, target)]
    about = Description(blank("assertion", source.id, claim.id))
    about.types(t.NEGATIVE_ASSERTION)
    about.add(t.SOURCE_INDIVIDUAL, subject)
    about.add(t.ASSERTION_PROPERTY, predicate)
    about.add(t.TARGET_INDIVIDUAL, target)
    return about.triples


def _provenance(source: Source, claim: Claim, node: NamedNode) -> list[Triple]:
    said = Description(part_iri(node, "assertion"))
    said.add(t.WAS_ATTRIBUTED_TO, entity_iri(claim.asserted_by))
    said.add(t.WAS_DERIVED_FROM, entity_iri(source.id))
    said.add(t.WAS_DERIVED_FROM, *(passage_iri(source, n) for n in sorted(claim.passages)))
    about = Description(node)
    state(about, source, claim)
    kept = {t.ASSERTED_BY, t.REPORTED_BY, t.STANCE, t.POLARITY, t.KIND}
    return said.triples + [triple for triple in about.triples if triple.predicate.value in kept]


def _publication(node: NamedNode) -> list[Triple]:
    about = Description(node)
    about.add(t.CREATOR, text(CREATOR))
    about.add(t.LICENSE, iri(LICENCE))
    about.add(t.WAS_GENERATED_BY, activity())
    return about.triples


def with_triple_terms(corpus: Corpus, triples: list[Triple]) -> Iterator[Triple]:
    """Yield ``triples`` in RDF 1.2: claims reify their statements.

    A triple term is named, not asserted, so that reported and denied claims have
    one as well; ``owl:Axiom`` nodes, which RDF 1.1 needs instead, are left out.
    https://www.w3.org/TR/rdf12-concepts/#section-triple-terms
    """
    reified: dict[object, Triple] = {
        claim_iri(source, claim): Triple(*statement(source, claim))
        for source, claim in accepted(corpus)
    }
    axioms = {
        triple.subject
        for triple in triples
        if triple.predicate.value == t.TYPE and triple.object == iri(t.AXIOM)
    }
    for triple in triples:
        if triple.subject in axioms:
            continue
        yield triple
        if triple.predicate.value == t.TYPE and triple.subject in reified:
            yield Triple(triple.subject, iri(t.REIFIES), reified[triple.subject])
    yield from _background(corpus)


def _background(corpus: Corpus) -> Iterator[Triple]:
    for name in sorted(corpus.entities):
        for match in sorted(corpus.entities[name].exact_match):
            link = Triple(entity_iri(name), iri(t.EXACT_MATCH), iri(match))
            about = Description(blank("background", link))
            about.add(t.REIFIES, link)
            about.add(t.BACKGROUND, TRUE)
            yield from about.triples
