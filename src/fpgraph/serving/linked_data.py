"""What is said of a thing at its address, as triples.

Everything that the graph speaks of under ``https://w3id.org/fpgraph/`` answers at
the same path here, with 200 and not with 303: the address of this server is no
name of the thing but the place of a document about it (what redirects from the
name to a document is w3id.org). Names with a ``#`` are spoken of in the document
that their path names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store, Triple, serialize

from ..jsonld import to_jsonld
from ..rdffiles import to_rdfxml
from ..terms import ONTOLOGY, ROOT
from ..turtlefile import to_turtle

#: So many triples that point at a thing are told with it; the rest by asking for them.
MOST_POINTING = 5000


@dataclass(frozen=True, slots=True)
class Document:
    """What is said of things: the subjects, their triples, and triples that point at them."""

    iri: str
    subjects: tuple[NamedNode, ...]
    said: tuple[Triple, ...]
    pointing: tuple[Triple, ...]


class Library:
    """The documents of a store, by the path of their address."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def prepare(self) -> None:
        """Read once through the store for the names with a ``#``."""
        self._parts  # noqa: B018

    def document(self, path: str) -> Document | None:
        """Return the document at ``path`` (``id/azerbaijan``), None if nothing is said there."""
        iri = ONTOLOGY if path.startswith("ontology/") else f"{ROOT}{path}"
        try:
            node = NamedNode(iri)
        except ValueError:
            return None
        subjects = [node] if self._is_subject(node) else []
        subjects += self._parts.get(iri, [])
        if not subjects:
            return None
        said = dict.fromkeys(triple for subject in subjects for triple in self._said(subject))
        pointing = [] if iri == ONTOLOGY else self._pointing(node)
        return Document(
            iri, tuple(subjects), tuple(said), tuple(one for one in pointing if one not in said)
        )

    def _is_subject(self, node: NamedNode) -> bool:
        return next(self.store.quads_for_pattern(node, None, None), None) is not None

    @cached_property
    def _parts(self) -> dict[str, list[NamedNode]]:
        """The names with a ``#`` of each document."""
        found: dict[str, dict[NamedNode, None]] = defaultdict(dict)
        for quad in self.store:
            subject = quad.subject
            if isinstance(subject, NamedNode) and subject.value.startswith(ROOT):
                iri, mark, _ = subject.value.partition("#")
                if mark:
                    found[iri][subject] = None
        return {iri: sorted(nodes, key=lambda n: n.value) for iri, nodes in found.items()}

    def _said(self, subject: NamedNode) -> Iterator[Triple]:
        """Yield the triples of a subject and of the blank nodes that it leads to."""
        waiting: list[NamedNode | BlankNode] = [subject]
        seen = set(waiting)
        while waiting:
            for quad in self.store.quads_for_pattern(waiting.pop(), None, None):
                yield quad.triple
                if isinstance(quad.object, BlankNode) and quad.object not in seen:
                    seen.add(quad.object)
                    waiting.append(quad.object)

    def _pointing(self, node: NamedNode) -> list[Triple]:
        found = []
        for quad in self.store.quads_for_pattern(None, None, node):
            if isinstance(quad.subject, NamedNode):
                found.append(quad.triple)
            if len(found) == MOST_POINTING:
                break
        return found


def written(document: Document, form: str) -> bytes:
    """Return a document in a form of ``negotiation.GRAPH``, by its short name."""
    triples = list(dict.fromkeys((*document.said, *document.pointing)))
    if form == "ttl":
        return to_turtle(
            {"What is said here": document.said, "What points here": document.pointing}
        )
    return graph_in(triples, form)


def graph_in(triples: list[Triple], form: str) -> bytes:
    """Return triples in a form of ``negotiation.GRAPH``, by its short name."""
    if form == "ttl":
        return to_turtle({"": triples})
    if form == "jsonld":
        return to_jsonld(triples)
    if form == "rdf":
        return to_rdfxml(triples)
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""
