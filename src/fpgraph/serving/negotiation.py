"""Which form an answer takes: the Accept header against the forms there are.

RFC 9110, section 12 (https://www.rfc-editor.org/rfc/rfc9110#section-12). What a
client wants most decides; where it wants several equally, our own order does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .refusal import Refusal

_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of an answer: its short name and its media types, the proper one first."""

    name: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The form chosen, and the media type to call it by."""

    form: Form
    type: str

    @property
    def content_type(self) -> str:
        """The value for Content-Type; every text is UTF-8."""
        return f"{self.type}; charset=utf-8" if self.type.startswith("text/") else self.type


HTML = Form("html", ("text/html", "application/xhtml+xml"))
ROWS = (
    Form("json", ("application/sparql-results+json", "application/json")),
    Form("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Form("csv", ("text/csv",)),
    Form("tsv", ("text/tab-separated-values",)),
)
GRAPH = (
    Form("ttl", ("text/turtle", "application/x-turtle")),
    Form("jsonld", ("application/ld+json", "application/json")),
    Form("nt", ("application/n-triples",)),
    Form("rdf", ("application/rdf+xml", "application/xml", "text/xml")),
)


def choose(accept: str | None, forms: Sequence[Form]) -> Choice | None:
    """Return the form of ``forms`` that an Accept header wants most; None if it wants none."""
    ranges = list(_ranges(accept or "")) or [("*/*", 1.0)]
    best: tuple[float, Choice] | None = None
    for form in forms:
        for kind in form.types:
            wanted = _wanted(kind, ranges)
            if wanted > (best[0] if best else 0.0):
                best = wanted, Choice(form, kind)
    return best[1] if best else None


def named(name: str, forms: Sequence[Form]) -> Choice | None:
    """Return the form with this short name or media type; None if there is none."""
    wanted = name.strip().lower()
    for form in forms:
        if wanted == form.name or wanted in form.types:
            return Choice(form, wanted if wanted in form.types else form.types[0])
    return None


def chosen_form(accept: str | None, forms: Sequence[Form], name: str | None) -> Choice:
    """Return the form asked for, by ``name`` or else by Accept; Refusal (406) if there is none."""
    found = named(name, forms) if name else choose(accept, forms)
    if found is None:
        raise unacceptable(forms)
    return found


def unacceptable(forms: Sequence[Form]) -> Refusal:
    """Return the refusal that says which media types there are."""
    types = ", ".join(form.types[0] for form in forms)
    return Refusal(406, f"this can be had as {types}, and Accept names none of them")


def language(accept: str | None) -> str:
    """Return the language of a page, ``en`` or ``uk``, that an Accept-Language header wants."""
    ranges = [(tag.partition("-")[0], q) for tag, q in _ranges(accept or "")]
    wanted = {
        tongue: max((q for tag, q in ranges if tag == tongue), default=0.0)
        for tongue in ("en", "uk")
    }
    return "uk" if wanted["uk"] > wanted["en"] else "en"


def _ranges(header: str) -> Iterator[tuple[str, float]]:
    """Yield the parts of an Accept header in lower case, each with its weight from 0 to 1."""
    for part in header.lower().split(",")[:100]:
        kind, *parameters = part.split(";")
        weight = 1.0
        for parameter in parameters:
            if parameter.strip().startswith("q"):
                found = _QUALITY.fullmatch(parameter)
                weight = float(found[1]) if found else 0.0
        if kind.strip():
            yield kind.strip(), weight


def _wanted(kind: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the weight of the narrowest range that a media type falls in."""
    family = kind.partition("/")[0]
    for pattern in (kind, f"{family}/*", "*/*"):
        weights = [weight for wanted, weight in ranges if wanted == pattern]
        if weights:
            return max(weights)
    return 0.0
