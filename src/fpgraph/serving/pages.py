"""The pages of the site: questions, editor, documents; in English and in Ukrainian."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from ..page import ICON, TEMPLATES
from ..questions import find_question, questions
from ..terms import ROOT
from ..vocabulary import prefixes, vocabulary
from .linked_data import Document
from .negotiation import GRAPH, ROWS

if TYPE_CHECKING:
    from jinja2 import Environment

    from .showing import Reader

FOLDER = TEMPLATES / "serve"
_LABELS = {
    "json": "JSON",
    "xml": "XML",
    "csv": "CSV",
    "tsv": "TSV",
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "nt": "N-Triples",
    "rdf": "RDF/XML",
}
_SAID = (
    "query",
    "running",
    "stopped",
    "unreachable",
    "rows",
    "first",
    "yes",
    "no",
    "graph",
    "none",
)
_FIRST = """PREFIX fp: <https://w3id.org/fpgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?theory ?label
WHERE {
  ?theory a fp:Theory ;
          rdfs:label ?label .
  FILTER(LANG(?label) = "%s")
}
ORDER BY ?label
"""


class Pages:
    """Pages as HTML; ``language`` is en or uk, ``chosen`` whether the address names it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def questions(self, language: str, *, chosen: bool) -> str:
        """Return the page that lists the competency questions."""
        return _rendered(
            "questions.html", "/questions", {}, language, chosen, questions=questions()
        )

    def editor(self, query: str | None, example: str | None, language: str, *, chosen: bool) -> str:
        """Return the page with the editor, holding a query or a question by its name.

        Raises QueryError if there is no question of that name.
        """
        given = query is not None or example is not None
        question = find_question(example) if example else None
        if question:
            query = question.asked_in(language)
        address = {"query": query} if query and not question else {}
        if question:
            address = {"example": question.id}
        return _rendered(
            "editor.html",
            "/sparql",
            address,
            language,
            chosen,
            query=query if query is not None else _FIRST % language,
            run=given,
            example=question.id if question else "",
            questions=questions(),
            vendored=(FOLDER / "vendor" / "yasqe.min.js").is_file(),
            forms=[
                (kind, form.name, _LABELS[form.name])
                for kind, forms in (("rows", ROWS), ("graph", GRAPH))
                for form in forms
            ],
            given=_block(_given(language)),
        )

    def document(self, document: Document, path: str, language: str, *, chosen: bool) -> str:
        """Return the page that shows what is said in a document."""
        return _rendered(
            "document.html",
            f"/{path}",
            {},
            language,
            chosen,
            document=self.reader.shown(document, path, language, words(language)["reused"]),
            forms=[(form.name, form.types[0], _LABELS[form.name]) for form in GRAPH],
        )

    def missing(self, path: str, language: str, *, chosen: bool) -> str:
        """Return the page that says that there is nothing."""
        return _rendered("missing.html", path, {}, language, chosen)


def words(language: str) -> Mapping[str, Any]:
    """Return the words of the site in ``language``."""
    found: Mapping[str, Any] = _strings()[language]
    return found


@cache
def _strings() -> Mapping[str, Mapping[str, Any]]:
    strings: Mapping[str, Mapping[str, Any]] = json.loads(
        (FOLDER / "strings.json").read_text(encoding="utf-8")
    )
    return strings


def _given(language: str) -> dict[str, Any]:
    """Return what the script of the editor works with."""
    terms = vocabulary()
    space = prefixes()["fp"]
    return {
        "words": {name: words(language)[name] for name in _SAID},
        "root": ROOT,
        "spaces": sorted(prefixes().items(), key=lambda pair: -len(pair[1])),
        "terms": {
            "classes": [space + name for name in sorted(terms.classes)],
            "properties": [space + name for name in sorted(terms.labels) if name[0].islower()],
        },
    }


def _block(content: object) -> Any:
    """Return JSON for a script element that no browser runs; no character ends the element."""
    from markupsafe import Markup

    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return Markup(written)  # noqa: S704 - escaped above


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _rendered(
    template: str,
    path: str,
    parameters: Mapping[str, str],
    language: str,
    chosen: bool,
    **values: Any,
) -> str:
    """Return a page; its links keep the language once it was chosen."""
    other = "en" if language == "uk" else "uk"

    def at(place: str, **asked: str) -> str:
        fields = {**asked, **({"lang": language} if chosen else {})}
        return f"{place}?{urlencode(fields)}" if fields else place

    return (
        _environment()
        .get_template(template)
        .render(
            words=words(language),
            language=language,
            chosen=chosen,
            other=other,
            other_address=f"{path}?{urlencode({**parameters, 'lang': other})}",
            here=path,
            at=at,
            icon=ICON,
            **values,
        )
    )


__all__: Sequence[str] = ("FOLDER", "Pages", "words")
