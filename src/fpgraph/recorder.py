"""A store for rdflib that only writes down what it is given.

Half the time that rdflib takes to read a file goes into the indices of its own
store, which nobody asks when a file is read only to be compared. This module
imports rdflib; import it where it is needed.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

from rdflib import Graph
from rdflib.store import Store


class Recorder(Store):
    """Keeps triples with their graphs in ``found``, in the order in which they come."""

    context_aware = True
    formula_aware = True
    graph_aware = True

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[Any, Any, Any, Any]] = []

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:  # noqa: ARG002
        """Write down a triple and the name of its graph."""
        self.found.append((*triple, getattr(context, "identifier", context)))

    def addN(self, quads: Any) -> None:  # noqa: N802 - rdflib's name
        """Write down several triples, each with its graph."""
        for *triple, context in quads:
            self.add(triple, context)

    def remove(self, triple: Any, context: Any = None) -> None:
        """Keep what there is."""

    def add_graph(self, graph: Any) -> None:
        """Take no note of a graph without triples."""

    def remove_graph(self, graph: Any) -> None:
        """Keep what there is."""

    def bind(self, prefix: str, namespace: Any, override: bool = True) -> None:
        """Take no note of a prefix."""

    def namespace(self, prefix: str) -> None:
        """Know no prefix."""

    def prefix(self, namespace: Any) -> None:
        """Know no prefix."""

    def namespaces(self) -> Iterator[Any]:
        """Know no prefix."""
        return iter(())

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:  # noqa: ARG002
        """Answer no question."""
        return iter(())

    def contexts(self, triple: Any = None) -> Generator[Graph, None, None]:  # noqa: ARG002
        """Answer no question."""
        yield from ()

    def __len__(self, context: Any = None) -> int:
        return len(self.found)
