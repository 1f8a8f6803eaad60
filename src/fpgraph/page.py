"""The network as one HTML file: opens anywhere, asks the network for nothing.

pyvis builds the nodes, edges and options, and lends its copy of vis-network;
template, style and behaviour are ours (see ``templates/``). Text from the corpus
enters the file as JSON only, in blocks that a browser does not run, and is shown
as text only; a Content-Security-Policy with hashes lets nothing else run.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .characters import clean
from .describe import Quotations, issued
from .model import Claim, Corpus, Entity, Source
from .network import affirmed, authors, family, network, source_id, top_type, work_entity
from .picture import picture, vis_network
from .vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx

Record = dict[str, Any]

TEMPLATES = Path(__file__).resolve().parent / "templates"
SCRIPTS = ("records", "text", "labels", "view", "picture", "panel", "controls", "search", "main")
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath d='M3 12L8 4L13 12' fill='none' stroke='%23888'/%3E%3Ccircle cx='8' cy='4' r='3' "
    "fill='%230072b2'/%3E%3Ccircle cx='3' cy='12' r='2.5' fill='%23e69f00'/%3E"
    "%3Ccircle cx='13' cy='12' r='2.5' fill='%23d55e00'/%3E%3C/svg%3E"
)


def render_page(
    corpus: Corpus,
    graph: nx.MultiDiGraph | None = None,
    *,
    places: Mapping[str, tuple[float, float]] | None = None,
    quotations: Quotations | None = None,
    title: str | None = None,
) -> str:
    """Return the page: ``graph`` (all of ``network(corpus)`` unless given) to look at and ask.

    ``graph`` may be any part of ``network(corpus)``; ``places`` saves computing
    ``layout(graph)`` again. ``quotations`` holds words of passages by article and
    number; where they are given, claims show them. Write the page as UTF-8.
    Raises DataError if pyvis came without its copy of vis-network.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    graph = network(corpus) if graph is None else graph
    records = _Records(corpus, graph, quotations or {})
    look, strings = _json_file("look.json"), _json_file("strings.json")
    scripts = [vis_network(), _behaviour()]
    style = _file("page.css")
    colours = {name: item["light"] for part in look.values() for name, item in part.items()}
    blocks = {
        "records": records.all(title),
        "network": picture(graph, records.number, records.claim_number, colours, places),
        "look": look,
        "strings": strings,
    }
    loader = FileSystemLoader(TEMPLATES)
    template = Environment(loader=loader, autoescape=True, trim_blocks=True).get_template(
        "page.html"
    )
    return template.render(
        policy=_policy(scripts, style),
        heading=clean(title or strings["en"]["title"]),
        icon=ICON,
        style=Markup(style),  # noqa: S704 - a file of ours
        scripts=list(map(Markup, scripts)),
        blocks=[(name, Markup(_block(content))) for name, content in blocks.items()],  # noqa: S704
    )


def _behaviour() -> str:
    parts = "\n".join(_file(f"{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();'


def _policy(scripts: Sequence[str], style: str) -> str:
    allowed = " ".join(map(_source_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_source_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _source_hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _block(content: object) -> str:
    """Return JSON that can stand in a script element: no character ends it or opens another."""
    written = json.dumps(_cleaned(content), ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def _cleaned(value: Any) -> Any:
    """Return a value with all its texts cleaned: no control and no bidirectional characters."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): _cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    return value


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _json_file(name: str) -> Any:
    return json.loads(_file(name))


class _Records:
    """What the page knows, with numbers in place of ids."""

    def __init__(self, corpus: Corpus, graph: nx.MultiDiGraph, quotations: Quotations) -> None:
        self.corpus = corpus
        self.graph = graph
        self.quotations = quotations
        self.terms = vocabulary()
        works = [
            work_entity(source, position)
            for source in corpus.sources
            for position in range(len(source.works))
        ]
        entities = sorted([*corpus.entities.values(), *works], key=lambda entity: entity.id)
        self.entities = entities
        self.number = {entity.id: number for number, entity in enumerate(entities)}
        keys = {key for _, _, key in graph.edges(keys=True)}
        self.claims = [
            (place, source, claim)
            for place, source in enumerate(corpus.sources)
            for claim in source.claims
            if claim.id in keys and claim.status == "accepted"
        ]
        self.claim_number = {claim.id: number for number, (_, _, claim) in enumerate(self.claims)}

    def all(self, title: str | None) -> Record:
        named = Counter(
            mention.entity for source in self.corpus.sources for mention in source.mentions
        )
        return {
            "title": {"en": title, "uk": title} if title else None,
            "entities": [self._entity(entity, named[entity.id]) for entity in self.entities],
            "claims": [self._claim(place, source, claim) for place, source, claim in self.claims],
            "passages": [self._passages(source) for source in self.corpus.sources],
            "sources": [self._source(source) for source in self.corpus.sources],
            "types": {name: self._type(name) for name in sorted(self.terms.classes)},
            "relations": {name: self._relation(name) for name in sorted(self.terms.properties)},
            "families": {
                name.removesuffix("Relation"): self._labels(name)
                for name in sorted(set(self.terms.families.values()))
            },
            "values": {
                name.lower(): self._labels(name)
                for name in ("Affirms", "Denies", "Hedges", "Positive", "Negative")
            },
        }

    def _labels(self, name: str) -> Record:
        return {tongue: self.terms.label(name, tongue) for tongue in ("en", "uk")}

    def _type(self, name: str) -> Record:
        return {"top": top_type(self.terms, name), **self._labels(name)}

    def _relation(self, name: str) -> Record:
        inverse = next((way for way, back in self.terms.inverses.items() if back == name), None)
        inverted = self._labels(inverse) if inverse else {}
        return {
            "family": family(self.terms, name),
            "symmetric": name in self.terms.symmetric,
            **self._labels(name),
            **{f"inverse_{tongue}": label for tongue, label in inverted.items()},
        }

    def _entity(self, entity: Entity, mentions: int) -> Record:
        node = self.graph.nodes.get(entity.id, {})
        return {
            "id": entity.id,
            "type": entity.type,
            "en": entity.label_en,
            "uk": entity.label_uk,
            "alt_en": entity.alt_en,
            "alt_uk": entity.alt_uk,
            "definition_en": entity.definition_en,
            "definition_uk": entity.definition_uk,
            "broader": [self.number[name] for name in entity.broader],
            "match": entity.exact_match,
            "mentions": mentions,
            "drawn": entity.id in self.graph,
            "importance": node.get("importance", 0.0),
        }

    def _claim(self, place: int, source: Source, claim: Claim) -> Record:
        return {
            "id": claim.id,
            "source": place,
            "subject": self.number[source_id(source, claim.subject)],
            "relation": claim.property,
            "object": self.number[source_id(source, claim.object)],
            "rank": claim.rank,
            "speaker": self.number[claim.asserted_by],
            "relayer": self.number[claim.reported_by],
            "stance": claim.stance,
            "polarity": claim.polarity,
            "kind": claim.kind,
            "affirmed": affirmed(source, claim),
            "passages": claim.passages,
            "also": claim.also,
            "cites": [
                (self.number[source.work_id(citation.work)], citation.pages)
                for citation in claim.cites
            ],
            "en": claim.gloss_en,
            "uk": claim.gloss_uk,
        }

    def _passages(self, source: Source) -> Record:
        """Section, start, end and, where they are known, the words of each passage in use."""
        used = {
            number
            for _, owner, claim in self.claims
            if owner.id == source.id
            for number in (*claim.passages, *claim.also)
        }
        words = self.quotations.get(source.id, {})
        return {
            str(passage.number): [
                passage.section,
                passage.start,
                passage.end,
                *([words[passage.number]] if passage.number in words else []),
            ]
            for passage in source.passages
            if passage.number in used
        }

    def _source(self, source: Source) -> Record:
        article = source.works[0]
        return {
            "id": source.id,
            "author": self.number[source.author],
            "language": article.get("language", ""),
            "citation": _citation(article),
        }


def _citation(work: Mapping[str, Any]) -> str:
    """Return a reference in one line, from CSL-JSON."""
    title = str(work.get("title") or work["id"])
    if work.get("title") and not title.startswith("["):  # square brackets: supplied, not printed
        title = f"«{title}»"
    issue = f"№ {work['issue']}" if work.get("issue") else ""
    journal = ", ".join(filter(None, (work.get("container-title", ""), issue)))
    return ". ".join(filter(None, (authors(work), title, journal, issued(work)))) + "."
