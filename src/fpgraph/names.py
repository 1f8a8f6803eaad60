"""The IRIs of what a graph holds, and RDF terms made with care."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from pyoxigraph import BlankNode, Literal, NamedNode

from . import terms as t
from .characters import clean
from .errors import LinkError
from .model import Claim, Mention, Passage, Source

XSD_BOOLEAN = NamedNode(t.XSD + "boolean")


@lru_cache(maxsize=1 << 16)
def iri(value: str) -> NamedNode:
    """Return an IRI; LinkError if ``value`` is none."""
    try:
        return NamedNode(value)
    except ValueError:
        raise LinkError(f"{value!r} is not an IRI") from None


def text(value: str, language: str | None = None) -> Literal:
    """Return a cleaned literal, with its language if that is known."""
    return Literal(clean(value), language=language or None)


def entity_iri(name: str) -> NamedNode:
    """Return the IRI of an entity or, by its id in the graph, of a work."""
    return iri(t.FPID + name)


def named_iri(source: Source, name: str) -> NamedNode:
    """Return the IRI of what a claim names: an entity, the article or a cited work."""
    cited = any(work.get("id") == name for work in source.works[1:])
    return entity_iri(source.work_id(name) if cited else name)


def claim_iri(source: Source, claim: Claim) -> NamedNode:
    """Return the IRI of a claim."""
    return iri(f"{t.CLAIM_BASE}{source.id}/{claim.id}")


def passage_iri(source: Source, number: int) -> NamedNode:
    """Return the IRI of a passage."""
    return iri(f"{t.PASSAGE_BASE}{source.id}/{number}")


def part_iri(whole: NamedNode, part: str) -> NamedNode:
    """Return the IRI of a part of a record, such as ``<claim#assertion>``."""
    return iri(f"{whole.value}#{part}")


def mention_iris(source: Source) -> Iterator[tuple[Mention, NamedNode, Passage]]:
    """Yield each mention with its IRI and its passage, in the order of the text.

    Where two entities share a span, all after the first bear the entity's id too.
    """
    passages = sorted(source.passages, key=lambda passage: passage.start)
    starts = [passage.start for passage in passages]
    before = None
    for mention in sorted(source.mentions, key=lambda m: (m.start, m.end, m.entity)):
        name = f"{t.MENTION_BASE}{source.id}/{mention.start}-{mention.end}"
        if before == (mention.start, mention.end):
            name = f"{name}-{mention.entity}"
        before = (mention.start, mention.end)
        index = bisect_right(starts, mention.start) - 1
        if index < 0 or mention.end > passages[index].end:
            raise LinkError(f"the mention {mention.start}-{mention.end} lies in no passage")
        yield mention, iri(name), passages[index]


def blank(kind: str, *parts: object) -> BlankNode:
    """Return a blank node whose label follows from what it is about."""
    digest = sha256("\n".join(map(str, parts)).encode()).hexdigest()
    return BlankNode(f"{kind}-{digest[:16]}")
