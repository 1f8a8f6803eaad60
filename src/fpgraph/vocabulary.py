"""What the ontology allows: types, relations, families, labels; and the prefixes.

Read from ``ontology/fpgraph.ttl`` and ``ontology/context.jsonld``, once a process.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from . import terms as t
from .errors import OntologyError
from .resources import ontology_folder

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions, Store

Texts = Mapping[str, Mapping[str, str]]
Names = frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """The terms of the ontology by local name (``memberOf``, ``State``).

    ``classes`` are the types an entity may have; ``properties`` the relations a
    claim may use (neither families nor inverses); ``families`` gives the family
    of every relation; ``inverses`` leads from an inverse (``hasMember``) to the
    relation claims are written with (``memberOf``). ``domains`` and ``ranges``
    hold the classes named for each property, ``parents`` the superclass of each
    class; ``labels`` and ``definitions`` go from name to language to text.
    """

    version: str
    classes: Names
    properties: Names
    families: Mapping[str, str]
    inverses: Mapping[str, str]
    symmetric: Names
    domains: Mapping[str, Names]
    ranges: Mapping[str, Names]
    parents: Mapping[str, str]
    labels: Texts = field(repr=False)
    definitions: Texts = field(repr=False)

    def label(self, name: str, language: str) -> str:
        """Return the label of the term ``name`` in ``language``, or the name itself."""
        return self.labels.get(name, {}).get(language, name)

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Return the class ``name`` and the classes above it, nearest first."""
        return tuple(_upwards(name, self.parents))


def _upwards(name: str, parents: Mapping[str, str]) -> Iterator[str]:
    here: str | None = name
    while here is not None:
        yield here
        here = parents.get(here)


@cache
def prefixes() -> Mapping[str, str]:
    """Return prefix to namespace, from ``context.jsonld``: the one list of them."""
    path = ontology_folder() / "context.jsonld"
    try:
        context = json.loads(path.read_text(encoding="utf-8"))["@context"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OntologyError("the JSON-LD context cannot be read", path=path) from error
    return MappingProxyType(
        {
            name: value
            for name, value in context.items()
            if isinstance(value, str) and value.startswith("http") and value[-1] in "#/"
        }
    )


@cache
def vocabulary() -> Vocabulary:
    """Return the terms of the packaged ontology."""
    return read_vocabulary(ontology_folder() / "fpgraph.ttl")


def read_vocabulary(path: Path) -> Vocabulary:
    """Return the terms of the ontology file at ``path``.

    OntologyError if the file is missing or not Turtle.
    """
    from pyoxigraph import RdfFormat, Store

    store = Store()
    try:
        store.load(path=str(path), format=RdfFormat.TURTLE)
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"the ontology cannot be read: {error}", path=path) from error
    return _from_store(store)


def _from_store(store: Store) -> Vocabulary:
    classes = _below(t.ENTITY, t.SUB_CLASS_OF, store)
    related = _below(t.RELATED_TO, t.SUB_PROPERTY_OF, store) - {"relatedTo"}
    parents = _parents(store, t.SUB_CLASS_OF)
    above = _parents(store, t.SUB_PROPERTY_OF)
    top = {name for name in related if above[name] == "relatedTo"}
    inverses = {s: o for s, o in _links(store, t.INVERSE_OF) if s in related}
    relations = related - top
    return Vocabulary(
        version=_value(store, t.ONTOLOGY, t.VERSION_INFO),
        classes=classes - {"Entity"},
        properties=relations - inverses.keys(),
        families={name: _family(name, above) for name in sorted(relations)},
        inverses=inverses,
        symmetric=frozenset(_instances(store, t.SYMMETRIC_PROPERTY)) & relations,
        domains=_classes(store, t.DOMAIN),
        ranges=_classes(store, t.RANGE),
        parents=parents,
        labels=_texts(store, t.LABEL),
        definitions=_texts(store, t.DEFINITION),
    )


def _family(name: str, above: Mapping[str, str]) -> str:
    *_, family, _top = _upwards(name, above)
    return family


def _local(iri: object) -> str | None:
    value = getattr(iri, "value", "")
    return value.removeprefix(t.FP) if value.startswith(t.FP) else None


def _links(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    from pyoxigraph import NamedNode

    for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
        subject, target = _local(quad.subject), _local(quad.object)
        if subject and target:
            yield subject, target


def _parents(store: Store, predicate: str) -> dict[str, str]:
    return dict(sorted(_links(store, predicate)))


def _below(top: str, predicate: str, store: Store) -> Names:
    below = defaultdict(list)
    for lower, upper in _links(store, predicate):
        below[upper].append(lower)
    found, queue = set(), [top.removeprefix(t.FP)]
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue.extend(below[name])
    return frozenset(found)


def _instances(store: Store, kind: str) -> Iterator[str]:
    from pyoxigraph import NamedNode

    for quad in store.quads_for_pattern(None, NamedNode(t.TYPE), NamedNode(kind)):
        if name := _local(quad.subject):
            yield name


def _classes(store: Store, predicate: str) -> dict[str, Names]:
    """Return the classes that ``predicate`` names for each term, alone or in a union."""
    members = f"<{predicate}>/<{t.UNION_OF}>/<{t.REST}>*/<{t.FIRST}>"
    query = f"SELECT ?name ?class {{ ?name <{predicate}>|({members}) ?class }}"
    found: dict[str, set[str]] = defaultdict(set)
    for row in cast("QuerySolutions", store.query(query)):
        name, kind = _local(row["name"]), _local(row["class"])
        if name and kind:
            found[name].add(kind)
    return {name: frozenset(found[name]) for name in sorted(found)}


def _texts(store: Store, predicate: str) -> dict[str, dict[str, str]]:
    from pyoxigraph import Literal, NamedNode

    found: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
        name, text = _local(quad.subject), quad.object
        if name and isinstance(text, Literal) and text.language:
            found[name][text.language] = text.value
    return dict(sorted(found.items()))


def _value(store: Store, subject: str, predicate: str) -> str:
    from pyoxigraph import NamedNode

    quads = store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
    return next((str(getattr(quad.object, "value", "")) for quad in quads), "")
