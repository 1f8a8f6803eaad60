"""Records from the graph: the way back from RDF to the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from . import terms as t
from .errors import LinkError
from .model import (
    Citation,
    Claim,
    Corpus,
    Entity,
    Kind,
    Mention,
    Passage,
    Polarity,
    Source,
    Stance,
)
from .records import citation_order, claim_order, mention_order, work_order
from .vocabulary import vocabulary

if TYPE_CHECKING:
    import rdflib


class _Index:
    """What a graph says of each subject."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self.said: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, target in graph.triples((None, None, None)):
            self.said[str(subject)][str(predicate)].append(target)

    def of_type(self, name: str) -> list[str]:
        """Return the subjects of a class, in order."""
        return sorted(
            subject
            for subject, said in self.said.items()
            if any(str(kind) == name for kind in said.get(t.TYPE, ()))
        )

    def all(self, subject: str, predicate: str, language: str | None = None) -> list[str]:
        """Return what is said, in order; only in ``language`` if one is given."""
        values = self.said[subject].get(predicate, ())
        return sorted(
            str(value)
            for value in values
            if language is None or getattr(value, "language", None) == language
        )

    def one(self, subject: str, predicate: str, language: str | None = None) -> str:
        """Return the one thing that is said; LinkError if nothing is."""
        if values := self.all(subject, predicate, language):
            return values[0]
        raise LinkError(f"the graph does not give {predicate} of {subject}")

    def any(self, subject: str, predicate: str, language: str | None = None) -> str:
        """Return the one thing that is said, or an empty text."""
        return next(iter(self.all(subject, predicate, language)), "")


def from_graph(graph: rdflib.Graph) -> Corpus:
    """Return the corpus that a plain graph was made from.

    The graph holds accepted claims only, so the others are not recovered. Of a
    work it tells the title, creators (as they are written), container, date,
    language and note; the CSL type comes back as ``article-journal`` for an
    article and ``document`` for what it cites, and other CSL fields do not come
    back. Raises LinkError if a record lacks what it must have.
    """
    index = _Index(graph)
    articles = index.of_type(t.ARTICLE)
    return Corpus(
        entities={entity.id: entity for entity in _entities(index)},
        sources=tuple(_source(index, article) for article in articles),
    )


def _entities(index: _Index) -> Iterable[Entity]:
    works = {*index.of_type(t.ARTICLE), *index.of_type(t.CITED_WORK)}
    classes = {t.FP + name for name in vocabulary().classes}
    for subject in index.of_type(t.NAMED_INDIVIDUAL):
        kinds = sorted(classes.intersection(index.all(subject, t.TYPE)))
        if subject in works or not kinds or not subject.startswith(t.FPID):
            continue
        yield Entity(
            id=_id(subject),
            type=kinds[0].removeprefix(t.FP),
            label_en=index.one(subject, t.PREF_LABEL, "en"),
            label_uk=index.one(subject, t.PREF_LABEL, "uk"),
            alt_en=tuple(index.all(subject, t.ALT_LABEL, "en")),
            alt_uk=tuple(index.all(subject, t.ALT_LABEL, "uk")),
            definition_en=index.any(subject, t.DEFINITION, "en"),
            definition_uk=index.any(subject, t.DEFINITION, "uk"),
            broader=tuple(map(_id, index.all(subject, t.BROADER))),
            exact_match=tuple(index.all(subject, t.EXACT_MATCH)),
        )


def _source(index: _Index, article: str) -> Source:
    source = _id(article)
    local = {
        work: index.one(work, t.LOCAL_ID)
        for work in index.all(article, t.CITES)
        if work.startswith(f"{article}-")
    }
    cited = sorted(local, key=lambda work: work_order(local[work]))
    works = (
        _work(index, article, source, "article-journal"),
        *(_work(index, work, local[work], "document") for work in cited),
    )
    passages = (_passage(index, node, local) for node in _belonging(index, article))
    claims = (
        _claim(index, node, local)
        for node in index.of_type(t.CLAIM)
        if index.one(node, t.WAS_DERIVED_FROM) == article
    )
    mentions = (
        Mention(
            entity=_id(index.one(node, t.MENTION_OF)),
            start=int(index.one(node, t.START)),
            end=int(index.one(node, t.END)),
        )
        for node in index.of_type(t.MENTION)
        if node.startswith(f"{t.MENTION_BASE}{source}/")
    )
    return Source(
        id=source,
        author=_id(index.one(article, t.AUTHOR)),
        works=works,
        passages=tuple(sorted(passages, key=lambda passage: passage.number)),
        mentions=tuple(sorted(mentions, key=mention_order)),
        claims=tuple(sorted(claims, key=claim_order)),
    )


def _belonging(index: _Index, article: str) -> list[str]:
    passages = index.of_type(t.PASSAGE)
    return [node for node in passages if index.one(node, t.HAS_SOURCE) == article]


def _work(index: _Index, node: str, identifier: str, kind: str) -> dict[str, Any]:
    work: dict[str, Any] = {"id": identifier, "type": kind}
    for name, predicate in (
        ("title", t.TITLE),
        ("container-title", t.IS_PART_OF),
        ("language", t.LANGUAGE),
        ("note", t.DESCRIPTION),
    ):
        if value := index.any(node, predicate):
            work[name] = value
    if creators := index.all(node, t.CREATOR):
        work["author"] = [{"literal": creator} for creator in creators]
    if date := index.any(node, t.ISSUED):
        work["issued"] = {"date-parts": [[int(part) for part in date.split("-")]]}
    if author := index.any(node, t.AUTHOR):
        work["custom"] = {"author-entity": _id(author)}
    return work


def _passage(index: _Index, node: str, local: Mapping[str, str]) -> Passage:
    position = f"{node}#position"
    duplicate = index.any(node, t.DUPLICATE_OF)
    return Passage(
        number=int(index.one(node, t.NUMBER)),
        section=index.any(node, t.SECTION),
        paragraph=int(index.one(node, t.PARAGRAPH)),
        language=index.one(node, t.LANGUAGE),
        start=int(index.one(position, t.START)),
        end=int(index.one(position, t.END)),
        fingerprint=index.one(node, t.FINGERPRINT),
        duplicate_of=_number(duplicate) if duplicate else None,
        cites=_citations(index, node, local),
    )


def _claim(index: _Index, node: str, local: Mapping[str, str]) -> Claim:
    def named(predicate: str) -> str:
        value = index.one(node, predicate)
        return local.get(value) or _id(value)

    def value(predicate: str) -> str:
        return index.one(node, predicate).removeprefix(t.FP).lower()

    rank = index.any(node, t.RANK)
    return Claim(
        id=node.rpartition("/")[2],
        subject=named(t.CLAIM_SUBJECT),
        property=index.one(node, t.CLAIM_PREDICATE).removeprefix(t.FP),
        object=named(t.CLAIM_OBJECT),
        rank=int(rank) if rank else None,
        asserted_by=named(t.ASSERTED_BY),
        reported_by=named(t.REPORTED_BY),
        stance=cast(Stance, value(t.STANCE)),
        polarity=cast(Polarity, value(t.POLARITY)),
        kind=cast(Kind, value(t.KIND)),
        passages=_numbers(index.all(node, t.HAS_EVIDENCE)),
        also=_numbers(index.all(node, t.REPEATED_IN)),
        cites=_citations(index, node, local),
        gloss_en=index.any(node, t.LABEL, "en"),
        gloss_uk=index.any(node, t.LABEL, "uk"),
        rule=index.one(node, t.CODED_BY),
        status="accepted",
    )


def _citations(index: _Index, node: str, local: Mapping[str, str]) -> tuple[Citation, ...]:
    found = (
        Citation(local[index.one(citation, t.CITED_WORK_OF)], index.any(citation, t.PAGES))
        for citation in index.all(node, t.HAS_CITATION)
    )
    return tuple(sorted(found, key=citation_order))


def _id(node: str) -> str:
    return node.removeprefix(t.FPID)


def _number(passage: str) -> int:
    return int(passage.rpartition("/")[2])


def _numbers(passages: list[str]) -> tuple[int, ...]:
    return tuple(sorted(map(_number, passages)))
