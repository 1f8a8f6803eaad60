"""Questions to the graph: SPARQL 1.1 over Oxigraph, read-only."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
)

from .answers import Answer, Kind
from .corpus import load_corpus
from .dataset import ontology_triples, triples
from .errors import OntologyError, QueryError
from .model import Language
from .questions import Question, find_question
from .resources import graph_folder
from .sandbox import LIMIT, refuse, run, syntax_problem
from .terms import CLAIM_BASE, PASSAGE_BASE
from .vocabulary import prefixes

_Key = tuple[Path, tuple[str, ...] | None, tuple[tuple[str, int, int], ...]]
_kept: dict[_Key, Store] = {}


def open_store(folder: Path | str | None = None, sources: Iterable[str] | None = None) -> Store:
    """Return a store in memory with the ontology and the graph in its default graph.

    ``folder`` holds the coded corpus (by default the bundled one), ``sources``
    picks some of its articles. The store is the caller's own, to alter at will.
    Raises CorpusError and LinkError as ``load_corpus`` does.
    """
    return _filled(Path(folder or graph_folder()), None if sources is None else tuple(sources))


def ask(
    question: str | Question,
    *,
    language: Language = "en",
    folder: Path | str | None = None,
    sources: Iterable[str] | None = None,
    store: Store | None = None,
) -> Answer:
    """Return the answer to a competency question.

    ``question`` is a number, a name or a part of a name that only one question
    has; labels come in ``language``. Without a ``store`` the corpus in ``folder``
    is asked. Raises QueryError if there is no such question.
    """
    found = question if isinstance(question, Question) else find_question(question)
    store = _shared(folder, sources) if store is None else store
    try:
        result = store.query(found.asked_in(language))
    except SyntaxError as error:
        raise OntologyError(syntax_problem(str(error)), path=found.path) from None
    return _answer(result, store, found.text(language))


def query(
    text: str,
    *,
    limit: float = LIMIT,
    folder: Path | str | None = None,
    sources: Iterable[str] | None = None,
    store: Store | None = None,
    name: str = "query",
) -> Answer:
    """Return the answer to any SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE.

    The query runs in a process of its own that can open no file and no socket and
    is ended after ``limit`` seconds. The prefixes of the graph need not be
    declared. Raises QueryError, which carries ``name``, if the query is not valid,
    would change something, asks another endpoint or file, takes too long or is
    too large.
    """
    if limit <= 0:
        raise QueryError("the time limit must be more than 0 seconds", name=name)
    refuse(text, name, prefixes())
    store = _shared(folder, sources) if store is None else store
    graph = store.dump(format=RdfFormat.N_QUADS) or b""
    kind, content = run(text, graph, name=name, limit=limit, prefixes=prefixes())
    return Answer(kind, content, name, prefixes(), partial(describe, store))


def describe(store: Store, nodes: Iterable[NamedNode]) -> list[Triple]:
    """Return what the store says of claims: their own triples, passages and citations."""
    found: dict[Triple, None] = {}
    waiting = list(nodes)
    seen = set(waiting)
    while waiting:
        for quad in store.quads_for_pattern(waiting.pop(), None, None, DefaultGraph()):
            found[quad.triple] = None
            part = quad.object
            if isinstance(part, NamedNode) and _belongs(part) and part not in seen:
                seen.add(part)
                waiting.append(part)
    return list(found)


def _belongs(node: NamedNode) -> bool:
    """Tell whether a node is part of a claim's record rather than a thing it is about."""
    return node.value.startswith((CLAIM_BASE, PASSAGE_BASE))


def _answer(
    result: QuerySolutions | QueryBoolean | QueryTriples, store: Store, title: str
) -> Answer:
    kind: Kind
    if isinstance(result, QueryTriples):
        kind, content = "graph", result.serialize(format=RdfFormat.N_TRIPLES)
    else:
        kind = "select" if isinstance(result, QuerySolutions) else "ask"
        content = result.serialize(format=QueryResultsFormat.JSON)
    return Answer(kind, content or b"", title, prefixes(), partial(describe, store))


def _filled(folder: Path, sources: tuple[str, ...] | None) -> Store:
    corpus = load_corpus(folder, sources)
    store = Store()
    store.extend(Quad(*triple) for triple in ontology_triples())
    store.extend(Quad(*triple) for triple in triples(corpus))
    return store


def _shared(folder: Path | str | None, sources: Iterable[str] | None) -> Store:
    """Return a store that later questions reuse as long as no table has changed."""
    place = Path(folder or graph_folder())
    chosen = None if sources is None else tuple(sources)
    key = (place.absolute(), chosen, _signature(place))
    if key not in _kept:
        _kept.clear()
        _kept[key] = _filled(place, chosen)
    return _kept[key]


def _signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    tables: Mapping[str, os.stat_result] = {
        str(path): path.stat()
        for pattern in ("*.csv", "*/*.csv", "*/source.json")
        for path in folder.glob(pattern)
    }
    return tuple(sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in tables.items()))
