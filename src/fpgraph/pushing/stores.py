"""The triple stores that are known, and the addresses each of them answers at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")
_NIL = "http://www.openrdf.org/schema/sesame#nil"
_NULL = "http://www.bigdata.com/rdf#nullGraph"


@dataclass(frozen=True, slots=True)
class Target:
    """One graph of one store: where it is written, where it is asked.

    ``graph`` is its IRI, empty for the default graph. ``asks`` is the graph that a
    query names as its default graph, empty where the store takes the right one
    by itself. ``clearing`` is the address that a DELETE empties it by, where replacing
    takes two requests. ``token`` tells that the password is a bearer token.
    """

    store: str
    graph: str
    query: str
    write: str
    asks: str = ""
    clearing: str = ""
    token: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    """What sets a kind of store apart.

    ``places`` turns a path into the paths of graph store and query endpoint;
    ``nil`` is what it calls its default graph in a query.
    """

    places: Callable[[str], tuple[str, str]]
    nil: str = ""
    defaults: bool = True
    token: bool = False


def target(
    address: str, store: str, *, graph: str = "", query: str = "", identified: bool = False
) -> Target:
    """Return where ``graph`` of the ``store`` at ``address`` is written and asked.

    ``address`` is the base or one of the exact addresses, ``query`` the address of
    the query endpoint where it is another than the store's usual one;
    ``identified`` tells that a user is named. Raises ValueError, in one sentence,
    if an address or the graph is malformed or says too little.
    """
    kind = STORES[store]
    if graph and not _IRI.fullmatch(graph):
        raise ValueError(f"{graph!r} is no absolute IRI, so it cannot name a graph")
    if not (graph or kind.defaults):
        raise ValueError(f"{store} has no default graph to write to: name one with --graph IRI")
    if store == "generic" and not query:
        raise ValueError("of a generic store the query endpoint must be told too: --query URL")
    base = checked(address)
    write, ask = kind.places(base.path.rstrip("/"))
    if store == "virtuoso" and not identified:
        write = write.removesuffix("-auth")
    asked = urlunsplit(checked(query)) if query else _at(base, ask)
    here = f"graph={quote(graph, safe='')}" if graph else "default"
    written, clearing = _at(base, write, here), ""
    if store == "blazegraph":
        written, clearing = _blazegraph(base, write, graph)
    return Target(store, graph, asked, written, graph or kind.nil, clearing, kind.token)


def checked(address: str) -> SplitResult:
    """Return the parts of an http or https address; ValueError if it is none."""
    try:
        parts = urlsplit(address)
        named = parts.hostname, parts.port
    except ValueError:
        raise ValueError(f"{address!r} is no address of a triple store") from None
    if parts.username is not None or parts.password is not None:
        raise ValueError(
            "a name or password does not belong in an address: "
            "use --user, and FPGRAPH_PASSWORD or the prompt"
        )
    if parts.scheme not in {"http", "https"} or not named[0] or re.search(r"[\x00-\x20]", address):
        raise ValueError(f"{address!r} is no http or https address")
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~-._?") for part in parts[2:4])
    return SplitResult(parts.scheme, parts.netloc, path, query, "")


def shown(address: str) -> str:
    """Return an address as an error tells it: its parameters may hold a secret."""
    return address.partition("?")[0]


def _at(base: SplitResult, path: str, more: str = "") -> str:
    query = "&".join(part for part in (base.query, more) if part)
    return urlunsplit((base.scheme, base.netloc, path or "/", query, ""))


def _fuseki(path: str) -> tuple[str, str]:
    base = _without(path, "/data", "/get", "/sparql", "/query", "/update", "/upload")
    if not base:
        raise ValueError("name the data set too, as in http://localhost:3030/NAME")
    return f"{base}/data", f"{base}/sparql"


def _rdf4j(path: str) -> tuple[str, str]:
    base = _without(path, "/rdf-graphs/service", "/statements")
    if "/repositories/" not in f"{base}/" or base.endswith("/repositories"):
        raise ValueError("name the repository too, as in http://localhost:7200/repositories/NAME")
    return f"{base}/rdf-graphs/service", base


def _virtuoso(path: str) -> tuple[str, str]:
    ends = ("/sparql-graph-crud-auth", "/sparql-graph-crud", "/sparql-auth", "/sparql")
    base = _without(path, *ends)
    return f"{base}/sparql-graph-crud-auth", f"{base}/sparql"


def _oxigraph(path: str) -> tuple[str, str]:
    base = _without(path, "/store", "/query", "/update")
    return f"{base}/store", f"{base}/query"


def _blazegraph_places(path: str) -> tuple[str, str]:
    if not path.endswith("/sparql"):
        path = f"{path.removesuffix('/namespace/kb')}/namespace/kb/sparql"
    return path, path


def _same(path: str) -> tuple[str, str]:
    return path, path


def _without(path: str, *ends: str) -> str:
    return next((path.removesuffix(end) for end in ends if path.endswith(end)), path)


def _blazegraph(base: SplitResult, path: str, graph: str) -> tuple[str, str]:
    """Return the addresses that add to and empty a graph: Blazegraph has its own protocol.

    Its one request that takes out and puts in leaves triples with blank nodes there.
    """
    added = _at(base, path, f"context-uri={quote(graph, safe='')}" if graph else "")
    return added, _at(base, path, f"c={quote(f'<{graph or _NULL}>', safe='')}")


STORES = {
    "fuseki": _Kind(_fuseki),
    "rdf4j": _Kind(_rdf4j, nil=_NIL),
    "graphdb": _Kind(_rdf4j, nil=_NIL),
    "virtuoso": _Kind(_virtuoso, defaults=False),
    "oxigraph": _Kind(_oxigraph),
    "qlever": _Kind(_same, token=True),
    "blazegraph": _Kind(_blazegraph_places, nil=_NULL),
    "generic": _Kind(_same),
}
