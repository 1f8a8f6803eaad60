"""JSON-LD with the short names of ``ontology/context.jsonld``, one subject a line.

https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from . import terms as t
from .errors import OntologyError
from .resources import ontology_folder
from .vocabulary import prefixes

_INTEGER = t.XSD + "integer"
_STRING = t.XSD + "string"


@dataclass(frozen=True, slots=True)
class _Name:
    """A short name of the context: how its values are written."""

    name: str
    type: str = ""
    by_language: bool = False


def to_jsonld(triples: Iterable[Triple]) -> bytes:
    """Return triples as JSON-LD with its context inside; nothing needs to be fetched."""
    context = _context()
    writer = _Writer(context)
    by_subject: dict[NamedNode | BlankNode, list[Triple]] = {}
    for triple in triples:
        assert not isinstance(triple.subject, Triple)
        by_subject.setdefault(triple.subject, []).append(triple)
    nodes = (_compact_json(writer.node(node, said)) for node, said in by_subject.items())
    head = json.dumps(context, ensure_ascii=False, indent=1)
    body = ",\n".join(nodes)
    return f'{{"@context": {head},\n"@graph": [\n{body}\n]}}\n'.encode()


class _Writer:
    """Terms and values in the short form that one context gives them."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self.spaces = prefixes()
        self.names: dict[str, _Name] = {}
        for name, value in context.items():
            entry = value if isinstance(value, dict) else {"@id": value}
            meaning = entry.get("@id")
            if name.startswith("@") or not isinstance(meaning, str) or meaning.startswith("@"):
                continue
            if (whole := self._expanded(meaning)) and name not in self.spaces:
                kind = self._expanded(entry.get("@type", ""))
                by_language = entry.get("@container") == "@language"
                self.names.setdefault(whole, _Name(name, kind, by_language))

    def node(self, node: NamedNode | BlankNode, said: Iterable[Triple]) -> dict[str, Any]:
        values: dict[str, list[Any]] = {}
        for triple in said:
            values.setdefault(triple.predicate.value, []).append(triple.object)
        written: dict[str, Any] = {"id": self.reference(node)}
        if kinds := values.pop(t.TYPE, None):
            written["type"] = _one([self.kind(kind) for kind in kinds])
        for predicate, objects in values.items():
            name, value = self.property(predicate, objects)
            written[name] = value
        return written

    def kind(self, node: NamedNode | BlankNode) -> str:
        name = self.names.get(node.value) if isinstance(node, NamedNode) else None
        return name.name if name else self.reference(node)

    def property(self, predicate: str, objects: list[Any]) -> tuple[str, Any]:
        """Return the short name if it can say all the values, else the long form."""
        name = self.names.get(predicate)
        if name and name.by_language and (texts := _by_language(objects)):
            return name.name, texts
        if name and not name.by_language:
            short = [self.short(value, name.type) for value in objects]
            if None not in short:
                return name.name, _one(short)
        return self.shortened(predicate), _one([self.long(value) for value in objects])

    def short(self, value: Any, kind: str) -> Any:
        if not isinstance(value, Literal):
            return self.reference(value) if kind == "@id" else None
        if value.language:
            return None
        datatype = value.datatype.value
        if kind == _INTEGER == datatype and value.value == str(_number(value.value)):
            return _number(value.value)
        same = datatype == (kind or _STRING)
        return value.value if same else None

    def long(self, value: Any) -> Any:
        if not isinstance(value, Literal):
            return {"id": self.reference(value)}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype.value == _STRING:
            return value.value
        return {"@value": value.value, "@type": self.shortened(value.datatype.value)}

    def reference(self, node: NamedNode | BlankNode) -> str:
        return self.shortened(node.value) if isinstance(node, NamedNode) else f"_:{node.value}"

    def shortened(self, iri: str) -> str:
        for prefix, space in self.spaces.items():
            if iri.startswith(space) and not iri.startswith("//", len(space)):
                return f"{prefix}:{iri[len(space) :]}"
        return iri

    def _expanded(self, value: str) -> str:
        prefix, colon, rest = value.partition(":")
        return self.spaces[prefix] + rest if colon and prefix in self.spaces else value


def _context() -> dict[str, Any]:
    path = ontology_folder() / "context.jsonld"
    try:
        context = json.loads(path.read_text(encoding="utf-8"))["@context"]
    except (OSError, ValueError, KeyError, TypeError):
        raise OntologyError("the JSON-LD context cannot be read", path=path) from None
    if not isinstance(context, dict):
        raise OntologyError("the JSON-LD context is not an object", path=path)
    return context


def _by_language(objects: list[Any]) -> dict[str, Any] | None:
    texts: dict[str, list[str]] = {}
    for value in objects:
        if not (isinstance(value, Literal) and value.language):
            return None
        texts.setdefault(value.language, []).append(value.value)
    return {language: _one(values) for language, values in texts.items()}


def _number(text: str) -> int | None:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _compact_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
