"""What a set of triples amounts to, whoever wrote or read them and in what order.

Two graphs with the same signature hold the same triples up to the labels of their
blank nodes. One side is pyoxigraph's, which writes; the other rdflib's, which reads.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from .errors import GraphError

# Subject, predicate, object and graph as keys; those of blank nodes begin with "_:".
Keys = tuple[str, str, str, str]

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
# Stand-ins for RDF 1.2 triple terms, so that a parser of RDF 1.1 can read them.
_PARTS = tuple(f"urn:x-triple-term:{part}" for part in ("subject", "predicate", "object"))
_TRIPLE_TERM = re.compile(r'"(?:[^"\\]|\\.)*"|<<\( (\S+) (\S+) (\S+) \)>>')


@dataclass(frozen=True, slots=True)
class Signature:
    """How many triples there are, and a digest of them; signatures of parts add up."""

    count: int = 0
    digest: int = 0

    def __add__(self, other: Signature) -> Signature:
        return Signature(self.count + other.count, (self.digest + other.digest) % (1 << 128))


def signature(quads: Iterable[Keys]) -> Signature:
    """Return the signature of distinct triples.

    A blank node counts as what is said of it. That tells graphs apart in which
    blank nodes form no circle, as none of ours do; on a circle GraphError is raised.
    """
    distinct = set(quads)
    said: dict[str, list[Keys]] = defaultdict(list)
    for quad in distinct:
        if quad[0][0] == "_":
            said[quad[0]].append(quad)
    names: dict[str, str] = {}
    total = 0
    for subject, predicate, target, graph in distinct:
        source = _blank(subject, said, names, ()) if subject[0] == "_" else subject
        end = _blank(target, said, names, ()) if target[0] == "_" else target
        total += _number(f"{source}\0{predicate}\0{end}\0{graph}")
    return Signature(len(distinct), total % (1 << 128))


def _blank(
    node: str, said: Mapping[str, list[Keys]], names: dict[str, str], above: tuple[str, ...]
) -> str:
    if node in above:
        raise GraphError("blank nodes are tied in a circle and cannot be compared")
    if node not in names:
        parts = sorted(
            (
                predicate,
                _blank(target, said, names, (*above, node)) if target[0] == "_" else target,
                graph,
            )
            for _, predicate, target, graph in said.get(node, ())
        )
        names[node] = f"_:{_number(repr(parts)):032x}"
    return names[node]


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=16).digest())


def _literal(value: str, language: str | None, datatype: str) -> str:
    return f'"{value}\0{language.lower()}' if language else f'"{value}\0\0{datatype}'


def written_keys(quads: Iterable[Any]) -> Iterator[Keys]:
    """Yield the keys of pyoxigraph triples or quads.

    A triple term counts as a blank node of its own with its three parts.
    """
    from pyoxigraph import DefaultGraph, Triple

    keys: dict[Any, str] = {}
    terms = 0
    for quad in quads:
        subject, predicate, target, *graph = quad
        where = "" if not graph or isinstance(graph[0], DefaultGraph) else _key(graph[0], keys)
        if isinstance(target, Triple):
            name = f"_:triple-term-{terms}"
            terms += 1
            for part, value in zip(_PARTS, target, strict=True):
                yield name, f"<{part}", _key(value, keys), where
        else:
            name = _key(target, keys)
        yield _key(subject, keys), _key(predicate, keys), name, where


def _key(term: Any, keys: dict[Any, str]) -> str:
    if (known := keys.get(term)) is None:
        known = keys[term] = _written_key(term)
    return known


def _written_key(term: Any) -> str:
    from pyoxigraph import BlankNode, Literal

    if isinstance(term, Literal):
        return _literal(term.value, term.language, term.datatype.value)
    return f"{'_:' if isinstance(term, BlankNode) else '<'}{term.value}"


def read_keys(content: bytes, name: str) -> Iterator[Keys]:
    """Yield the keys of what rdflib reads; ``name`` is rdflib's name of the format.

    ``turtle-1.2`` is Turtle with triple terms, which rdflib does not know: they are
    rewritten as blank nodes with their three parts.
    """
    import rdflib

    from .recorder import Recorder

    # Compared is what stands in the file, not what rdflib makes of it.
    rdflib.NORMALIZE_LITERALS = False
    if name == "turtle-1.2":
        name, content = "turtle", _without_triple_terms(content)
    store = Recorder()
    if name in {"trig", "nquads"}:
        rdflib.Dataset(store=store).parse(data=content, format=name)
    else:
        rdflib.Graph(store=store, bind_namespaces="none").parse(data=content, format=name)
    default = {None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID}
    for s, p, o, context in store.found:
        named = isinstance(context, rdflib.URIRef) and context not in default
        target = f"<{o}" if isinstance(o, rdflib.URIRef) else _read_key(o)
        source = f"<{s}" if isinstance(s, rdflib.URIRef) else f"_:{s}"
        yield source, f"<{p}", target, f"<{context}" if named else ""


def _without_triple_terms(content: bytes) -> bytes:
    def rewritten(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        parts = zip(_PARTS, found.groups(), strict=True)
        return "[ " + " ; ".join(f"<{part}> {value}" for part, value in parts) + " ]"

    return _TRIPLE_TERM.sub(rewritten, content.decode()).encode()


def _read_key(term: Any) -> str:
    if hasattr(term, "datatype"):
        return _literal(str(term), term.language, str(term.datatype or _XSD_STRING))
    return f"_:{term}"
