"""What a document says, as its page shows it: labels in place of names, links that stay here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from .. import terms as t
from ..characters import clean
from ..vocabulary import prefixes
from .linked_data import Document

#: So many of the things that point at one by the same property are shown.
_MOST = 200
_DEEPEST = 4
_FIRST = (t.LABEL, t.ALT_LABEL, t.TYPE, t.DEFINITION, t.EXAMPLE)
#: The preferred label is the label again, and every entity an individual.
_UNSAID = {NamedNode(t.PREF_LABEL), NamedNode(t.NAMED_INDIVIDUAL)}
_NAMES = tuple(NamedNode(iri) for iri in (t.LABEL, t.PREF_LABEL, t.TITLE))


@dataclass(frozen=True, slots=True)
class Value:
    """A name or a literal as it is shown; ``rows`` are those of a node without a name."""

    text: str
    href: str = ""
    iri: str = ""
    language: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A property and its values; ``more`` are not shown."""

    predicate: Value
    values: tuple[Value, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that a document speaks of."""

    title: str
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A document for its page."""

    iri: str
    place: str
    title: str
    query: str
    index: tuple[Value, ...]
    subjects: tuple[Subject, ...]
    pointing: tuple[Row, ...]


class Reader:
    """Shows documents of a store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def shown(
        self, document: Document, path: str, language: str, reused: Mapping[str, str]
    ) -> Shown:
        """Return what the page of a document shows in ``language``.

        ``reused`` are the words for properties of other vocabularies, by short name.
        """
        return _Shower(self.store, document.said, language, reused).document(document, path)


class _Shower:
    def __init__(
        self, store: Store, said: Iterable[Triple], language: str, reused: Mapping[str, str]
    ) -> None:
        self.store = store
        self.reused = reused
        self.language = language
        self.said: dict[object, list[Triple]] = defaultdict(list)
        for triple in said:
            self.said[triple.subject].append(triple)

    def document(self, document: Document, path: str) -> Shown:
        subjects = tuple(self.subject(node, document.iri) for node in document.subjects)
        index = [self.value(node) for node in document.subjects if "#" in node.value]
        return Shown(
            iri=document.iri,
            place=f"/{quote(path)}",
            title=self.label(NamedNode(document.iri)),
            query=f"DESCRIBE <{document.iri}>",
            index=tuple(sorted(index, key=lambda one: one.text.casefold()))
            if len(index) > 1
            else (),
            subjects=subjects,
            pointing=self.pointing(document.pointing),
        )

    def subject(self, node: NamedNode, iri: str) -> Subject:
        anchor = node.value.removeprefix(iri).removeprefix("#")
        return Subject(self.label(node), anchor, self.rows(node, 0))

    def rows(self, node: NamedNode | BlankNode, depth: int) -> tuple[Row, ...]:
        """Return what is said of a node: label, type and definition first, then by name."""
        by_property: dict[str, list[Triple]] = defaultdict(list)
        for triple in self.said[node]:
            if triple.predicate in _UNSAID or triple.object in _UNSAID:
                continue
            by_property[triple.predicate.value].append(triple)
        rows = [
            Row(
                self.value(NamedNode(iri)),
                tuple(self.value(triple.object, depth) for triple in self._ordered(triples)),
            )
            for iri, triples in by_property.items()
        ]
        return tuple(sorted(rows, key=_place))

    def _ordered(self, triples: Sequence[Triple]) -> list[Triple]:
        def order(triple: Triple) -> tuple[bool, str]:
            tongue = triple.object.language if isinstance(triple.object, Literal) else None
            return tongue != self.language, str(triple.object)

        return sorted(triples, key=order)

    def pointing(self, triples: Iterable[Triple]) -> tuple[Row, ...]:
        by_property: dict[NamedNode, list[NamedNode]] = defaultdict(list)
        for triple in triples:
            if isinstance(triple.subject, NamedNode):
                by_property[triple.predicate].append(triple.subject)
        rows = []
        for predicate, nodes in by_property.items():
            values = [self.value(node) for node in sorted(nodes, key=lambda n: n.value)[:_MOST]]
            values.sort(key=lambda value: value.text.casefold())
            rows.append(Row(self.value(predicate), tuple(values), max(0, len(nodes) - _MOST)))
        return tuple(sorted(rows, key=_place))

    def value(self, term: object, depth: int = 0) -> Value:
        if isinstance(term, Literal):
            return Value(clean(term.value), language=term.language or "")
        if isinstance(term, NamedNode):
            return Value(self.label(term), _address(term.value), term.value)
        if isinstance(term, BlankNode) and depth < _DEEPEST and self.said[term]:
            return Value("", rows=self.rows(term, depth + 1))
        return Value("…")

    def label(self, node: NamedNode) -> str:
        """Return the label of a node in the language, in any, or its short name."""
        found: dict[str, str] = {}
        for predicate in _NAMES:
            for quad in self.store.quads_for_pattern(node, predicate, None):
                if isinstance(quad.object, Literal):
                    found.setdefault(quad.object.language or "", quad.object.value)
        for tongue in (self.language, "", "en", "uk"):
            if tongue in found:
                return clean(found[tongue])
        short = _short(node.value)
        return self.reused.get(short, short)


def _place(row: Row) -> tuple[int, str]:
    iri = row.predicate.iri
    return _FIRST.index(iri) if iri in _FIRST else len(_FIRST), row.predicate.text.casefold()


def _address(iri: str) -> str:
    """Return where a name is explained: on this site if it is ours; "" if it is no link."""
    if iri.startswith(t.ROOT):
        return f"/{iri.removeprefix(t.ROOT)}"
    return iri if iri.startswith(("https://", "http://")) else ""


def _short(iri: str) -> str:
    for prefix, space in prefixes().items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri.removeprefix(t.ROOT)
