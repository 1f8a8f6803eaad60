"""Checks of a graph: SHACL shapes for single records, queries for what joins them.

Shapes are SHACL core (https://www.w3.org/TR/shacl/); whatever compares records
is a SELECT in ``ontology/checks`` that must return nothing. The gate is the part
of those queries that every build is held to: said is not so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pyoxigraph import DefaultGraph, QuerySolutions, RdfFormat, Store

from . import terms as t
from .errors import OntologyError
from .model import Finding, Report
from .resources import ontology_folder
from .vocabulary import prefixes

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_ENDING = "-violation.rq"
_MOST = 3


@dataclass(frozen=True, slots=True)
class Violation:
    """A query that must return nothing: what it finds, what to do, whether it is a gate."""

    name: str
    problem: str
    remedy: str
    gate: bool
    query: str


@cache
def violations() -> tuple[Violation, ...]:
    """Return the violation queries of the ontology, by name.

    OntologyError if one lacks its first comment lines, ``# problem:`` and ``# remedy:``.
    """
    paths = sorted((ontology_folder() / "checks").glob(f"*{_ENDING}"))
    return tuple(_read_violation(path) for path in paths)


def _read_violation(path: Path) -> Violation:
    query = path.read_text(encoding="utf-8")
    heads = dict(_heads(query))
    for key in ("problem", "remedy"):
        if not heads.get(key):
            raise OntologyError("the comment line is missing", path=path, field=key)
    name = path.name.removesuffix(_ENDING)
    return Violation(name, heads["problem"], heads["remedy"], "gate" in heads, query)


def _heads(query: str) -> Iterator[tuple[str, str]]:
    for line in query.splitlines():
        if not line.startswith("# "):
            return
        key, _, value = line.removeprefix("# ").partition(": ")
        yield key, value


def gate(graph: Store) -> Report:
    """Return which direct relations of ``graph`` do not rest on their author's claim.

    ``graph`` holds ontology and graph in its default graph.
    """
    return _run(graph, [each for each in violations() if each.gate])


def check_violations(graph: Store) -> Report:
    """Return what the violation queries find in ``graph`` (ontology and graph)."""
    return _run(graph, violations())


def _run(graph: Store, queries: tuple[Violation, ...] | list[Violation]) -> Report:
    findings = [finding for each in queries for finding in _findings(graph, each)]
    return Report(tuple(findings), tuple(each.name for each in queries))


def _findings(graph: Store, violation: Violation) -> list[Finding]:
    try:
        rows = cast("QuerySolutions", graph.query(violation.query))
    except SyntaxError as error:
        path = ontology_folder() / "checks" / f"{violation.name}{_ENDING}"
        raise OntologyError(f"not valid SPARQL: {error}", path=path) from error
    names = [variable.value for variable in rows.variables]
    found = set()
    for row in rows:
        parts = [f"{name} {_short(row[name])}" for name in names if name != "focus" and row[name]]
        message = f"{violation.problem} ({', '.join(parts)})" if parts else violation.problem
        found.add((_short(row["focus"]), message))
    return [Finding(violation.name, focus, message) for focus, message in sorted(found)]


def _short(term: Any) -> str:
    value = str(getattr(term, "value", term))
    for prefix, start in prefixes().items():
        if value.startswith(start) and len(value) > len(start):
            return f"{prefix}:{value[len(start) :]}"
    return value.removeprefix(t.ROOT)


def shape_names() -> tuple[str, ...]:
    """Return the names of the shapes, one for each file in ``ontology/shapes``."""
    return tuple(sorted(path.stem for path in (ontology_folder() / "shapes").glob("*.ttl")))


def check_shapes(graph: Store) -> Report:
    """Return where the records of ``graph`` (ontology and graph) break their shapes."""
    import pyshacl

    shapes = _shapes()
    _, results, _ = pyshacl.validate(
        _to_rdflib(graph), shacl_graph=shapes, inference="none", do_owl_imports=False
    )
    found = set(_results(results, shapes))
    return Report(tuple(Finding(*each) for each in sorted(found)), shape_names())


def _to_rdflib(graph: Store) -> Graph:
    import rdflib

    rdflib.NORMALIZE_LITERALS = False
    content = BytesIO()
    graph.dump(content, format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    return rdflib.Graph().parse(data=content.getvalue(), format="nt")


def _shapes() -> Graph:
    store = Store()
    for path in sorted((ontology_folder() / "shapes").glob("*.ttl")):
        try:
            store.load(path=str(path), format=RdfFormat.TURTLE)
        except (OSError, SyntaxError) as error:
            raise OntologyError(f"the shape cannot be read: {error}", path=path) from error
    return _to_rdflib(store)


def _results(results: Graph, shapes: Graph) -> Iterator[tuple[str, str, str]]:
    from rdflib import SH

    for result in results.subjects(SH.focusNode):
        shape = results.value(result, SH.sourceShape)
        name = _short(_owner(shape, shapes)).removeprefix("fpsh:")
        focus = _name(results.value(result, SH.focusNode))
        message = str(results.value(result, SH.resultMessage) or "")
        values = [_name(value) for value in results.objects(result, SH.value)]
        told = f" ({', '.join(sorted(values)[:_MOST])})" if values else ""
        yield name, focus, f"{message}{told}"


def _owner(shape: Node | None, shapes: Graph) -> str:
    """Return the IRI of the named shape that ``shape``, a part of it, belongs to."""
    from rdflib import URIRef

    here, seen = shape, set()
    while here is not None and not isinstance(here, URIRef) and here not in seen:
        seen.add(here)
        here = next(iter(shapes.subjects(None, here)), None)
    return str(here)


def _name(node: Node | None) -> str:
    from rdflib import BNode

    return "a blank node" if isinstance(node, BNode) else _short(str(node))
