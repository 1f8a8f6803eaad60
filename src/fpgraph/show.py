"""The network page inside a notebook: all of the graph, or what a query found of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from . import terms as t
from .answers import Answer
from .errors import QueryError
from .model import Corpus
from .names import claim_iri
from .statements import accepted, is_edge, statement

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

Part = tuple[str, str, str]


@dataclass(frozen=True)
class View:
    """A page that a notebook shows in a frame of its own.

    The frame holds the page itself (``srcdoc``), so that nothing is loaded and
    nothing is written beside the notebook.
    """

    page: str = field(repr=False)
    height: int = 640
    title: str = "Foreign-policy graph"

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.page)}" title="{escape(self.title)}" width="100%"'
            f' height="{self.height}" style="border: 1px solid #8888; border-radius: 6px"'
            ' allow="clipboard-write; fullscreen"></iframe>'
        )


def show(
    shown: Corpus | nx.MultiDiGraph | rdflib.Graph | Answer | None = None,
    *,
    corpus: Corpus | None = None,
    height: int = 640,
    title: str | None = None,
) -> View:
    """Return the network page for a notebook cell, which shows it.

    ``shown`` is a corpus (the packaged one unless given), a part of ``network(corpus)``,
    or the answer of a CONSTRUCT or DESCRIBE query, as an Answer or an rdflib graph:
    then the claims that it names, those that its edges rest on, and the entities
    that it names are shown. ``corpus`` is the one that a part or an answer is of.
    ``height`` is in pixels.

    Raises QueryError for an answer that is no graph or names nothing of the corpus.
    """
    from .corpus import load_corpus
    from .page import render_page

    if isinstance(shown, Corpus):
        corpus, shown = shown, None
    corpus = load_corpus() if corpus is None else corpus
    graph = None if shown is None else _graph(corpus, shown)
    page = render_page(corpus, graph, title=title)
    return View(page, height, title or View.title)


def _graph(corpus: Corpus, shown: Any) -> nx.MultiDiGraph:
    if isinstance(shown, Answer):
        if shown.kind != "graph":
            problem = "only the answer of a CONSTRUCT or DESCRIBE query can be shown as a network"
            raise QueryError(problem, name=shown.title or "answer")
        return part(corpus, (_plain(row) for row in shown.rows), shown.title or "answer")
    if hasattr(shown, "edges"):
        return shown
    return part(corpus, ((str(s), str(p), str(o)) for s, p, o in shown), "graph")


def _plain(row: Iterable[Any]) -> Part:
    subject, predicate, target = (str(getattr(term, "value", term)) for term in row)
    return subject, predicate, target


def part(corpus: Corpus, triples: Iterable[Part], name: str) -> nx.MultiDiGraph:
    """Return the part of ``network(corpus)`` that triples name.

    Those are the claims named, the claims that an edge among the triples rests on,
    and the entities named. Raises QueryError, with ``name``, if there is nothing.
    """
    from .network import network

    found = list(triples)
    named = {term for triple in found for term in (triple[0], triple[2])}
    stated = set(found)
    keys = set(_keys(corpus, named, stated))
    whole = network(corpus)
    kept = whole.edge_subgraph([edge for edge in whole.edges(keys=True) if edge[2] in keys])
    nodes = {iri.removeprefix(t.FPID) for iri in named if iri.startswith(t.FPID)}
    graph = whole.__class__(kept)
    graph.add_nodes_from((node, whole.nodes[node]) for node in sorted(nodes & set(whole)))
    if not graph:
        raise QueryError("the graph names no claim and no entity of the corpus", name=name)
    return graph


def _keys(corpus: Corpus, named: set[str], stated: set[Part]) -> Iterator[str]:
    """Yield the ids of the claims that are named, or whose statement is made as an edge."""
    for source, claim in accepted(corpus):
        if claim_iri(source, claim).value in named:
            yield claim.id
        elif is_edge(source, claim):
            subject, predicate, target = (term.value for term in statement(source, claim))
            if (subject, predicate, target) in stated:
                yield claim.id
