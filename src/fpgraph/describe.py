"""Records as triples, in the order in which a reader meets them.

This is the plain graph, RDF 1.1 that every store reads: the data set, entities
with the edges that authors affirm, works, claims, what ties edges to claims,
passages and mentions. Repeated triples are left to the caller.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from . import terms as t
from .description import Description
from .model import Citation, Claim, Corpus, Entity, Passage, Source
from .names import (
    blank,
    claim_iri,
    entity_iri,
    iri,
    mention_iris,
    named_iri,
    part_iri,
    passage_iri,
    text,
)
from .quotations import Quotations, Quoted
from .statements import Grounds, accepted, edges, negations, statement
from .vocabulary import vocabulary

TITLE = {
    "en": "Foreign policy as claimed: statements with their speakers and sentences",
    "uk": "Зовнішня політика у твердженнях: висловлювання з мовцями й реченнями",
}
DESCRIPTION = {
    "en": "What articles on foreign policy say, each statement with its speaker and its sentence.",
    "uk": "Що кажуть статті про зовнішню політику: кожне твердження з мовцем і реченням.",
}
RUN = {
    "en": "making the graph from the coded corpus",
    "uk": "створення графа з розміченого корпусу",
}
CREATOR = "The fpgraph developers"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

_STANCE = {"affirms": t.AFFIRMS, "denies": t.DENIES, "hedges": t.HEDGES}
_POLARITY = {"positive": t.POSITIVE, "negative": t.NEGATIVE}
_KIND = {"fact": t.FACT, "interpretation": t.INTERPRETATION}
TRUE = Literal("true", datatype=NamedNode(t.XSD + "boolean"))


def activity() -> NamedNode:
    """Return the IRI of the run that makes the graph: one for each version."""
    return iri(f"{t.ACTIVITY_BASE}fpgraph-{vocabulary().version}")


def dataset_triples(corpus: Corpus) -> Iterator[Triple]:
    """Yield what describes the data set as a whole; it bears no time stamp."""
    articles = [entity_iri(source.id) for source in corpus.sources]
    about = Description(iri(t.DATASET))
    about.types(t.VOID_DATASET, t.DCAT_DATASET)
    about.texts(t.TITLE, TITLE)
    about.texts(t.DESCRIPTION, DESCRIPTION)
    about.add(t.CREATOR, text(CREATOR))
    about.add(t.LICENSE, iri(LICENCE))
    about.add(t.DCAT_VERSION, text(vocabulary().version))
    about.add(t.VOID_VOCABULARY, iri(t.ONTOLOGY))
    about.add(t.WAS_DERIVED_FROM, *articles)
    about.add(t.WAS_GENERATED_BY, activity())
    run = Description(activity())
    run.types(t.ACTIVITY)
    run.texts(t.LABEL, RUN)
    run.add(t.PROV + "used", *articles)
    yield from about.triples
    yield from run.triples


def entity_triples(corpus: Corpus) -> Iterator[Triple]:
    """Yield entities by id, each followed by the edges that start from it."""
    outgoing: dict[NamedNode, list[Triple]] = defaultdict(list)
    for subject, predicate, target in edges(corpus):
        outgoing[subject].append(Triple(subject, predicate, target))
    for name in sorted(corpus.entities):
        yield from _entity(corpus.entities[name])
        yield from outgoing.pop(entity_iri(name), ())
    for source in corpus.sources:
        for work in source.works:
            yield from work_triples(source, work)
            yield from outgoing.pop(named_iri(source, str(work["id"])), ())
    for rest in outgoing.values():
        yield from rest


def _entity(entity: Entity) -> list[Triple]:
    labels = {"en": entity.label_en, "uk": entity.label_uk}
    about = Description(entity_iri(entity.id))
    about.types(t.FP + entity.type, t.NAMED_INDIVIDUAL)
    about.texts(t.LABEL, labels)
    about.texts(t.PREF_LABEL, labels)
    about.add(t.ALT_LABEL, *(text(label, "en") for label in sorted(entity.alt_en)))
    about.add(t.ALT_LABEL, *(text(label, "uk") for label in sorted(entity.alt_uk)))
    about.texts(t.DEFINITION, {"en": entity.definition_en, "uk": entity.definition_uk})
    about.add(t.BROADER, *map(entity_iri, sorted(entity.broader)))
    about.add(t.EXACT_MATCH, *map(iri, sorted(entity.exact_match)))
    return about.triples


def work_triples(source: Source, work: Mapping[str, Any]) -> list[Triple]:
    """Return what is told of a work: the article, or one that it cites."""
    local = str(work["id"])
    article = local == source.id
    about = Description(named_iri(source, local))
    about.types(t.ARTICLE if article else t.CITED_WORK, t.NAMED_INDIVIDUAL)
    title, language = str(work.get("title", "")), work.get("language")
    if title == local:  # nothing better is known, and an id is in no language
        about.add(t.LABEL, text(title))
        about.add(t.TITLE, text(title))
    elif title:
        about.add(t.LABEL, text(title, language))
        about.add(t.TITLE, text(title, language))
    else:
        number = local.removeprefix("ref-")
        about.texts(t.LABEL, {"en": f"cited work [{number}]", "uk": f"цитована праця [{number}]"})
    about.add(t.CREATOR, *(text(name) for name in _creators(work)))
    if container := work.get("container-title"):
        about.add(t.IS_PART_OF, text(container))
    if year := issued(work):
        about.add(t.ISSUED, text(year))
    if language:
        about.add(t.LANGUAGE, text(language))
    if note := work.get("note"):
        about.add(t.DESCRIPTION, text(note))
    if article:
        about.add(t.AUTHOR, entity_iri(source.author))
        about.add(t.CITES, *(named_iri(source, str(cited["id"])) for cited in source.works[1:]))
    else:
        about.add(t.LOCAL_ID, text(local))
    return about.triples


def _creators(work: Mapping[str, Any]) -> Iterator[str]:
    for person in work.get("author", ()):
        parts = (person.get("given"), person.get("family"))
        yield person.get("literal") or " ".join(part for part in parts if part)


def issued(work: Mapping[str, Any]) -> str:
    """Return when a work came out, as far as known: ``2024`` or ``2024-03``."""
    parts = (work.get("issued", {}).get("date-parts") or [[]])[0]
    return "-".join(f"{int(part):0{2 if place else 4}}" for place, part in enumerate(parts))


def claim_triples(corpus: Corpus) -> Iterator[Triple]:
    """Yield the accepted claims, each followed by its citations."""
    for source, claim in accepted(corpus):
        node = claim_iri(source, claim)
        about = Description(node)
        state(about, source, claim)
        about.texts(t.LABEL, {"en": claim.gloss_en, "uk": claim.gloss_uk})
        about.add(t.WAS_DERIVED_FROM, entity_iri(source.id))
        about.add(t.HAS_EVIDENCE, *(passage_iri(source, n) for n in sorted(claim.passages)))
        about.add(t.REPEATED_IN, *(passage_iri(source, n) for n in sorted(claim.also)))
        about.add(t.CODED_BY, text(claim.rule))
        yield from _cited(about, source, claim.cites)


def state(about: Description, source: Source, claim: Claim) -> None:
    """Say what a claim is about, who says it and how."""
    subject, predicate, target = statement(source, claim)
    about.types(t.CLAIM)
    about.add(t.CLAIM_SUBJECT, subject)
    about.add(t.CLAIM_PREDICATE, predicate)
    about.add(t.CLAIM_OBJECT, target)
    if claim.rank is not None:
        about.add(t.RANK, Literal(claim.rank))
    about.add(t.ASSERTED_BY, entity_iri(claim.asserted_by))
    about.add(t.REPORTED_BY, entity_iri(claim.reported_by))
    about.add(t.STANCE, iri(_STANCE[claim.stance]))
    about.add(t.POLARITY, iri(_POLARITY[claim.polarity]))
    about.add(t.KIND, iri(_KIND[claim.kind]))


def _cited(about: Description, source: Source, citations: tuple[Citation, ...]) -> Iterator[Triple]:
    """Yield ``about`` with its citations, then the citations themselves."""
    nodes: list[Description] = []
    seen: dict[str, int] = defaultdict(int)
    for citation in citations:
        seen[citation.work] += 1
        times = f"-{seen[citation.work]}" if seen[citation.work] > 1 else ""
        assert isinstance(about.subject, NamedNode)
        node = Description(part_iri(about.subject, citation.work + times))
        node.types(t.CITATION)
        node.add(t.CITED_WORK_OF, named_iri(source, citation.work))
        if citation.pages:
            node.add(t.PAGES, text(citation.pages))
        nodes.append(node)
    about.add(t.CITES, *(named_iri(source, work) for work in seen))
    about.add(t.HAS_CITATION, *(node.subject for node in nodes))
    yield from about.triples
    for node in nodes:
        yield from node.triples


def edge_triples(corpus: Corpus) -> Iterator[Triple]:
    """Yield what ties each edge to the claims it rests on, and negations to theirs."""
    for grounds, kind, names in (
        (edges(corpus), t.AXIOM, (t.ANNOTATED_SOURCE, t.ANNOTATED_PROPERTY, t.ANNOTATED_TARGET)),
        (
            negations(corpus),
            t.NEGATIVE_ASSERTION,
            (t.SOURCE_INDIVIDUAL, t.ASSERTION_PROPERTY, t.TARGET_INDIVIDUAL),
        ),
    ):
        yield from _tied(grounds, kind, names)


def _tied(grounds: Grounds, kind: str, names: tuple[str, str, str]) -> Iterator[Triple]:
    label = "axiom" if kind == t.AXIOM else "negation"
    for key, claims in grounds.items():
        about = Description(blank(label, *key))
        about.types(kind)
        for name, part in zip(names, key, strict=True):
            about.add(name, part)
        about.add(t.BASED_ON_CLAIM, *(claim for claim, _ in claims))
        if kind == t.AXIOM:
            ranks = sorted({claim.rank for _, claim in claims if claim.rank is not None})
            about.add(t.RANK, *map(Literal, ranks))
        yield from about.triples


def background_triples(corpus: Corpus) -> Iterator[Triple]:
    """Yield what marks links to other data sets as no statement of an article."""
    for name in sorted(corpus.entities):
        for match in sorted(corpus.entities[name].exact_match):
            key = (entity_iri(name), iri(t.EXACT_MATCH), iri(match))
            about = Description(blank("background", *key))
            about.types(t.AXIOM)
            about.add(t.ANNOTATED_SOURCE, key[0])
            about.add(t.ANNOTATED_PROPERTY, key[1])
            about.add(t.ANNOTATED_TARGET, key[2])
            about.add(t.BACKGROUND, TRUE)
            yield from about.triples


def passage_triples(corpus: Corpus, quotations: Quotations | None) -> Iterator[Triple]:
    """Yield the passages, each followed by its selectors and citations."""
    for source in corpus.sources:
        mentioned: dict[int, set[str]] = defaultdict(set)
        for mention, _, passage in mention_iris(source):
            mentioned[passage.number].add(mention.entity)
        quoted = (quotations or {}).get(source.id, {})
        for passage in source.passages:
            names = sorted(mentioned[passage.number])
            yield from _passage(source, passage, names, quoted.get(passage.number))


def _passage(
    source: Source, passage: Passage, mentioned: Iterable[str], quoted: Quoted | None
) -> Iterator[Triple]:
    node = passage_iri(source, passage.number)
    selectors = [_position(node, passage)]
    if quoted is not None:
        quote = Description(part_iri(node, "quote"))
        quote.types(t.TEXT_QUOTE_SELECTOR)
        quote.add(t.EXACT, text(quoted.words, passage.language))
        selectors.append(quote)
    about = Description(node)
    about.types(t.PASSAGE, t.SPECIFIC_RESOURCE)
    about.add(t.NUMBER, Literal(passage.number))
    if passage.section:  # what stands before the first heading is in no section
        about.add(t.SECTION, text(passage.section))
    about.add(t.PARAGRAPH, Literal(passage.paragraph))
    about.add(t.LANGUAGE, text(passage.language))
    about.add(t.FINGERPRINT, text(passage.fingerprint))
    about.add(t.HAS_SOURCE, entity_iri(source.id))
    about.add(t.HAS_SELECTOR, *(selector.subject for selector in selectors))
    if passage.duplicate_of is not None:
        about.add(t.DUPLICATE_OF, passage_iri(source, passage.duplicate_of))
    about.add(t.MENTIONS, *map(entity_iri, mentioned))
    yield from _cited(about, source, passage.cites)
    for selector in selectors:
        yield from selector.triples


def _position(node: NamedNode, passage: Passage) -> Description:
    about = Description(part_iri(node, "position"))
    about.types(t.TEXT_POSITION_SELECTOR)
    about.add(t.START, Literal(passage.start))
    about.add(t.END, Literal(passage.end))
    return about


def mention_triples(corpus: Corpus) -> Iterator[Triple]:
    """Yield the mentions, in the order of the text."""
    for source in corpus.sources:
        for mention, node, passage in mention_iris(source):
            about = Description(node)
            about.types(t.MENTION, t.TEXT_POSITION_SELECTOR)
            about.add(t.MENTION_OF, entity_iri(mention.entity))
            about.add(t.IN_PASSAGE, passage_iri(source, passage.number))
            about.add(t.START, Literal(mention.start))
            about.add(t.END, Literal(mention.end))
            yield from about.triples
