"""Every RDF serialisation of the graph, with the signature it must read back with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from .dataset import assertion_quads, ontology_triples, rdf12_triples, sections
from .jsonld import to_jsonld
from .model import Corpus
from .quotations import Quotations
from .resources import ontology_folder
from .signatures import Signature, signature, written_keys
from .turtlefile import to_turtle
from .vocabulary import prefixes

_ROOT_ELEMENT = re.compile(r"<rdf:RDF( [^>]*)>")


@dataclass(frozen=True, slots=True)
class RdfFile:
    """A file to write: its name, its content, rdflib's name of the format, what it holds."""

    name: str
    content: bytes
    format: str
    holds: Signature


class Content:
    """What the files are written from, put together once."""

    def __init__(self, corpus: Corpus, quotations: Quotations | None = None) -> None:
        self.ontology = ontology_triples()
        self.sections = sections(corpus, quotations=quotations)
        self.graph = [triple for part in self.sections.values() for triple in part]
        self.assertions = assertion_quads(corpus)
        self.rdf12 = rdf12_triples(corpus, plain=self.graph)

    @property
    def whole(self) -> list[Triple]:
        """The ontology and the plain graph."""
        return self.ontology + self.graph

    @property
    def dataset(self) -> list[Quad]:
        """The whole as default graph, and the named graphs."""
        return [Quad(*triple) for triple in self.whole] + self.assertions


def rdf_files(content: Content) -> Iterator[RdfFile]:
    """Yield every RDF file; ``foreign-policy.*`` all hold ontology and graph.

    ``graph.ttl`` leaves out the ontology; TriG and N-Quads add the named graphs;
    the RDF 1.2 view has triple terms in place of ``owl:Axiom`` nodes.
    """
    graph = signature(written_keys(content.graph))
    whole = graph + signature(written_keys(content.ontology))
    dataset = whole + signature(written_keys(content.assertions))
    rdf12 = signature(written_keys(content.rdf12))
    everything = content.whole
    quads = content.dataset

    def written(
        name: str, form: RdfFormat, called: str, data: list[Triple] | list[Quad], holds: Signature
    ) -> RdfFile:
        return RdfFile(name, _serialized(data, form), called, holds)

    yield written("foreign-policy.nq", RdfFormat.N_QUADS, "nquads", quads, dataset)
    yield written("foreign-policy.trig", RdfFormat.TRIG, "trig", quads, dataset)
    yield written("foreign-policy.nt", RdfFormat.N_TRIPLES, "nt", everything, whole)
    yield RdfFile("foreign-policy.rdf", to_rdfxml(everything), "xml", whole)
    yield RdfFile("foreign-policy.jsonld", to_jsonld(everything), "json-ld", whole)
    ontology = (ontology_folder() / "fpgraph.ttl").read_text(encoding="utf-8")
    parts = content.sections
    yield RdfFile("foreign-policy.ttl", to_turtle(parts, before=ontology), "turtle", whole)
    yield RdfFile("graph.ttl", to_turtle(parts), "turtle", graph)
    yield RdfFile(
        "foreign-policy.rdf12.ttl",
        to_turtle({"The graph in RDF 1.2: a claim reifies its statement": content.rdf12}),
        "turtle-1.2",
        rdf12,
    )


def to_rdfxml(triples: list[Triple]) -> bytes:
    """Return RDF/XML whose namespaces stand in alphabetic order."""
    text = _serialized(triples, RdfFormat.RDF_XML).decode()

    def ordered(found: re.Match[str]) -> str:
        return "<rdf:RDF\n    " + "\n    ".join(sorted(found[1].split())) + ">"

    return _ROOT_ELEMENT.sub(ordered, text, count=1).encode()


def _serialized(data: list[Triple] | list[Quad], form: RdfFormat) -> bytes:
    content = serialize(data, format=form, prefixes=dict(prefixes()))
    assert content is not None
    return content
