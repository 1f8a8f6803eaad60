"""The records that the page embeds: the corpus with numbers in place of ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .describe import issued, work_triples
from .excerpts import passage_records
from .model import Claim, Corpus, Entity, Source
from .names import claim_iri
from .network import affirmed, authors, family, source_id, top_type, work_entity
from .quotations import Quotations
from .statements import edges, negations
from .terms import CLAIM_BASE, PASSAGE_BASE
from .turtlefile import turtle_body
from .vocabulary import prefixes, vocabulary

if TYPE_CHECKING:
    import networkx as nx

Record = dict[str, Any]


class PageRecords:
    """What the page knows, with numbers in place of ids."""

    def __init__(self, corpus: Corpus, graph: nx.MultiDiGraph, quotations: Quotations) -> None:
        self.corpus = corpus
        self.graph = graph
        self.quotations = quotations
        self.terms = vocabulary()
        works = {
            source.work_id(str(work["id"])): (source, position)
            for source in corpus.sources
            for position, work in enumerate(source.works)
        }
        self.works = works
        described = [work_entity(*place) for place in works.values()]
        entities = sorted([*corpus.entities.values(), *described], key=lambda entity: entity.id)
        self.entities = entities
        self.number = {entity.id: number for number, entity in enumerate(entities)}
        keys = {key for _, _, key in graph.edges(keys=True)}
        self.claims = [
            (place, source, claim)
            for place, source in enumerate(corpus.sources)
            for claim in source.claims
            if claim.id in keys and claim.status == "accepted"
        ]
        self.holds = {
            iri: kind
            for kind, grounds in (("edge", edges(corpus)), ("negation", negations(corpus)))
            for claims in grounds.values()
            for iri, _ in claims
        }
        self.claim_number = {claim.id: number for number, (_, _, claim) in enumerate(self.claims)}

    def all(self, title: str | None) -> Record:
        """Return all of them."""
        named = Counter(
            mention.entity for source in self.corpus.sources for mention in source.mentions
        )
        return {
            "title": {"en": title, "uk": title} if title else None,
            "entities": [self._entity(entity, named[entity.id]) for entity in self.entities],
            "claims": [self._claim(place, source, claim) for place, source, claim in self.claims],
            "passages": [
                passage_records(source, self.number, self.quotations.get(source.id, {}))
                for source in self.corpus.sources
            ],
            "sources": [self._source(source) for source in self.corpus.sources],
            "prefixes": dict(prefixes()),
            "bases": {"claim": CLAIM_BASE, "passage": PASSAGE_BASE},
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
            **self._turtle(entity.id),
        }

    def _turtle(self, name: str) -> Record:
        """Return what the graph tells of a work; of the others the page can write it itself."""
        if name not in self.works:
            return {}
        source, position = self.works[name]
        try:
            told = work_triples(source, source.works[position])
        except ValueError:  # what an unchecked bibliography calls a language may be none
            return {}
        return {"turtle": turtle_body(told, prefixes()).strip()}

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
            "rule": claim.rule,
            "holds": self.holds.get(claim_iri(source, claim)),
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
