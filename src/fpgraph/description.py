"""The triples about one subject, put together in order."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from . import terms as t
from .names import iri, text

Term = NamedNode | BlankNode | Literal | Triple


class Description:
    """The triples about one subject, in order."""

    def __init__(self, subject: NamedNode | BlankNode) -> None:
        self.subject = subject
        self.triples: list[Triple] = []

    def add(self, predicate: str, *objects: Term) -> None:
        """Say ``predicate`` of the subject for each of ``objects``."""
        for value in objects:
            self.triples.append(Triple(self.subject, iri(predicate), value))

    def types(self, *classes: str) -> None:
        """Say of what classes the subject is."""
        self.add(t.TYPE, *map(iri, classes))

    def texts(self, predicate: str, values: Mapping[str, str]) -> None:
        """Say ``predicate`` in each language that has a text."""
        for language, value in values.items():
            if value:
                self.add(predicate, text(value, language))
