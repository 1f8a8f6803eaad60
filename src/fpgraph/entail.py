"""The relations that follow from those in the graph, without a reasoner.

Only what says something new: property chains and transitivity. The other
direction of an inverse or symmetric relation is used on the way and not told.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, cast

from . import terms as t

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions, Store

Edge = tuple[str, str, str]


@dataclass(frozen=True, slots=True, order=True)
class Inference:
    """A relation that follows, as IRIs, and the two relations it follows from."""

    subject: str
    relation: str
    object: str
    because: tuple[Edge, Edge]

    @property
    def edge(self) -> Edge:
        """Subject, relation and object."""
        return self.subject, self.relation, self.object


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the ontology says of the relations: chains by their first link, and mirrors."""

    first: Mapping[str, Set[tuple[str, str]]]
    last: Mapping[str, Set[tuple[str, str]]]
    mirrors: Mapping[str, Set[str]]


def infer(graph: Store) -> tuple[Inference, ...]:
    """Return the relations that follow in ``graph`` and are not stated, sorted.

    ``graph`` holds ontology and graph in its default graph. OWL 2 property
    chains of two links and transitive properties are followed to the end.
    """
    rules = _rules(graph)
    stated = set(_edges(graph, rules))
    known = set(stated)
    known.update(chain.from_iterable(_mirrored(edge, rules) for edge in stated))
    out, into = _index(known)
    found: dict[Edge, tuple[Edge, Edge]] = {}
    queue = deque(sorted(known))
    while queue:
        edge = queue.popleft()
        for new, because in sorted(_steps(edge, rules, out, into)):
            if new in known or new[0] == new[2]:
                continue
            found[new] = because
            for each in (new, *_mirrored(new, rules)):
                known.add(each)
                out[each[0]].add(each)
                into[each[2]].add(each)
                queue.append(each)
    return tuple(sorted(Inference(*edge, because) for edge, because in found.items()))


def _steps(
    edge: Edge,
    rules: _Rules,
    out: Mapping[str, Set[Edge]],
    into: Mapping[str, Set[Edge]],
) -> Iterator[tuple[Edge, tuple[Edge, Edge]]]:
    subject, predicate, target = edge
    for second, conclusion in rules.first.get(predicate, ()):
        for other in out.get(target, ()):
            if other[1] == second:
                yield (subject, conclusion, other[2]), (edge, other)
    for first, conclusion in rules.last.get(predicate, ()):
        for other in into.get(subject, ()):
            if other[1] == first:
                yield (other[0], conclusion, target), (other, edge)


def _mirrored(edge: Edge, rules: _Rules) -> Iterator[Edge]:
    for mirror in sorted(rules.mirrors.get(edge[1], ())):
        yield edge[2], mirror, edge[0]


def _index(edges: Set[Edge]) -> tuple[defaultdict[str, set[Edge]], defaultdict[str, set[Edge]]]:
    out, into = defaultdict(set), defaultdict(set)
    for edge in edges:
        out[edge[0]].add(edge)
        into[edge[2]].add(edge)
    return out, into


def _rules(graph: Store) -> _Rules:
    first, last, mirrors = defaultdict(set), defaultdict(set), defaultdict(set)
    inverses = set()
    for name, other in _rows(graph, f"?a <{t.INVERSE_OF}> ?b", "ab"):
        inverses.add(name)
        mirrors[name].add(other)
        mirrors[other].add(name)
    for one, two, conclusion in (*_chains(graph), *_transitive(graph)):
        if conclusion not in inverses:  # the relation itself yields as much
            first[one].add((two, conclusion))
            last[two].add((one, conclusion))
    for (name,) in _rows(graph, f"?a <{t.TYPE}> <{t.SYMMETRIC_PROPERTY}>", "a"):
        mirrors[name].add(name)
    return _Rules(first, last, mirrors)


def _chains(graph: Store) -> Iterator[tuple[str, ...]]:
    pattern = (
        f"?c <{t.PROPERTY_CHAIN}> ?l . ?l <{t.FIRST}> ?a ; <{t.REST}> ?m . "
        f"?m <{t.FIRST}> ?b ; <{t.REST}> <{t.NIL}>"
    )
    return _rows(graph, pattern, "abc")


def _transitive(graph: Store) -> Iterator[tuple[str, ...]]:
    for (name,) in _rows(graph, f"?a <{t.TYPE}> <{t.TRANSITIVE_PROPERTY}>", "a"):
        yield name, name, name


def _edges(graph: Store, rules: _Rules) -> Iterator[Edge]:
    from pyoxigraph import DefaultGraph, NamedNode

    concluded = {name for found in rules.first.values() for _, name in found}
    for name in sorted({*rules.first, *rules.last, *rules.mirrors, *concluded}):
        for quad in graph.quads_for_pattern(None, NamedNode(name), None, DefaultGraph()):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                yield quad.subject.value, name, quad.object.value


def _rows(graph: Store, pattern: str, names: str) -> Iterator[tuple[str, ...]]:
    variables = " ".join(f"?{name}" for name in names)
    found = graph.query(f"SELECT {variables} WHERE {{ {pattern} }}")
    for row in cast("QuerySolutions", found):
        values = tuple(getattr(row[name], "value", "") for name in names)
        if all(value.startswith(t.FP) for value in values):
            yield values
