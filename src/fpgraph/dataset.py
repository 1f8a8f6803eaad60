"""The coded corpus as RDF and back.

The plain graph stands in the default graph: RDF 1.1 in which a claim is a node
with a speaker, and only what an author affirms is an edge. Named graphs
(nanopublications) and RDF 1.2 triple terms are views of the same claims.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from . import terms as t
from .describe import (
    background_triples,
    claim_triples,
    dataset_triples,
    edge_triples,
    entity_triples,
    mention_triples,
    passage_triples,
)
from .errors import OntologyError
from .model import Corpus
from .quotations import Quotations
from .recover import from_graph
from .resources import ontology_folder
from .views import assertion_quads, with_triple_terms
from .vocabulary import prefixes

__all__ = [
    "assertion_quads",
    "from_graph",
    "ontology_triples",
    "rdf12_triples",
    "sections",
    "to_dataset",
    "to_graph",
    "triples",
]

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


def sections(corpus: Corpus, *, quotations: Quotations | None = None) -> dict[str, list[Triple]]:
    """Return the plain graph of ``corpus`` by section, each triple once, in canonical order.

    ``quotations`` holds words of passages by article and number; where they are
    given, the passages quote them.
    """
    parts = {
        "The data set": dataset_triples(corpus),
        "Entities, works and the edges between them": entity_triples(corpus),
        "Claims": claim_triples(corpus),
        "The claims that edges rest on; what is held not to be so": edge_triples(corpus),
        "Links to other data sets: background, not taken from an article": (
            background_triples(corpus)
        ),
        "Passages": passage_triples(corpus, quotations),
        "Mentions": mention_triples(corpus),
    }
    seen: set[Triple] = set()
    found = {}
    for title, part in parts.items():
        found[title] = [triple for triple in dict.fromkeys(part) if triple not in seen]
        seen.update(found[title])
    return found


def triples(corpus: Corpus, *, quotations: Quotations | None = None) -> list[Triple]:
    """Return the plain graph of ``corpus``, each triple once, in canonical order."""
    parts = sections(corpus, quotations=quotations)
    return [triple for part in parts.values() for triple in part]


def rdf12_triples(
    corpus: Corpus, *, quotations: Quotations | None = None, plain: list[Triple] | None = None
) -> list[Triple]:
    """Return the plain graph in RDF 1.2: each claim reifies its statement.

    ``plain`` is what ``triples`` returned, if that is at hand.
    """
    plain = triples(corpus, quotations=quotations) if plain is None else plain
    return list(with_triple_terms(corpus, plain))


def ontology_triples() -> list[Triple]:
    """Return the triples of the ontology, subject by subject in the order of its file."""
    return list(_ontology())


@cache
def _ontology() -> tuple[Triple, ...]:
    path = ontology_folder() / "fpgraph.ttl"
    try:
        parsed = list(parse(path=str(path), format=RdfFormat.TURTLE))
    except (OSError, SyntaxError) as found:
        raise OntologyError(f"the ontology cannot be read: {found}", path=path) from found
    names: dict[BlankNode, BlankNode] = {}

    def named(node: Any) -> Any:
        if not isinstance(node, BlankNode):
            return node
        return names.setdefault(node, BlankNode(f"ontology-{len(names) + 1}"))

    renamed = [Triple(named(q.subject), q.predicate, named(q.object)) for q in parsed]
    by_subject: dict[NamedNode | BlankNode, list[Triple]] = {}
    for triple in renamed:
        by_subject.setdefault(triple.subject, []).append(triple)  # type: ignore[arg-type]
    return tuple(triple for group in by_subject.values() for triple in group)


def to_graph(corpus: Corpus, *, ontology: bool = True) -> rdflib.Graph:
    """Return the plain graph of ``corpus`` for rdflib, with the ontology unless told not to."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    _fill(graph, _plain(corpus, ontology))
    return graph


def to_dataset(corpus: Corpus, *, ontology: bool = True) -> rdflib.Dataset:
    """Return ``corpus`` as a data set for rdflib.

    The default graph is the plain graph; each claim adds the four named graphs of
    a nanopublication.
    """
    import rdflib

    dataset = rdflib.Dataset()
    _fill(dataset.default_graph, _plain(corpus, ontology))
    _bind(dataset)
    for quad in assertion_quads(corpus):
        graph = dataset.graph(rdflib.URIRef(quad.graph_name.value))  # type: ignore[union-attr]
        graph.add((_rdflib(quad.subject), _rdflib(quad.predicate), _rdflib(quad.object)))
    return dataset


def _plain(corpus: Corpus, ontology: bool) -> Iterable[Triple]:
    return (*(ontology_triples() if ontology else ()), *triples(corpus))


def _fill(graph: rdflib.Graph, parts: Iterable[Triple]) -> None:
    _bind(graph)
    for triple in parts:
        graph.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))


def _bind(graph: rdflib.Graph) -> None:
    for prefix, namespace in prefixes().items():
        graph.bind(prefix, namespace, override=True, replace=True)


def _rdflib(term: Any) -> Node:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    assert isinstance(term, Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    # rdflib writes "x" and "x"^^xsd:string as two different terms.
    plain = datatype == t.XSD + "string"
    return rdflib.Literal(
        term.value, datatype=None if plain else rdflib.URIRef(datatype), normalize=False
    )
