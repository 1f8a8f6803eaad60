"""What claims are about: which statements hold as edges, which as negations."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode

from . import terms as t
from .model import Claim, Corpus, Source
from .names import claim_iri, iri, named_iri

Statement = tuple[NamedNode, NamedNode, NamedNode]
Grounds = dict[Statement, list[tuple[NamedNode, Claim]]]


def accepted(corpus: Corpus) -> Iterator[tuple[Source, Claim]]:
    """Yield the claims that a scholar accepted, with their sources."""
    for source in corpus.sources:
        for claim in source.claims:
            if claim.status == "accepted":
                yield source, claim


def is_edge(source: Source, claim: Claim) -> bool:
    """Tell whether the article's author affirms the statement: only then it is an edge."""
    said = (claim.asserted_by, claim.stance, claim.polarity)
    return said == (source.author, "affirms", "positive")


def is_negation(source: Source, claim: Claim) -> bool:
    """Tell whether the article's author holds that the statement is not so."""
    said = (claim.stance, claim.polarity)
    return claim.asserted_by == source.author and said in {
        ("affirms", "negative"),
        ("denies", "positive"),
    }


def statement(source: Source, claim: Claim) -> Statement:
    """Return what a claim is about: subject, property and object."""
    return (
        named_iri(source, claim.subject),
        iri(t.FP + claim.property),
        named_iri(source, claim.object),
    )


def edges(corpus: Corpus) -> Grounds:
    """Return the statements that authors affirm, each with the claims it rests on.

    What the author of another article holds to be untrue is contested, and no edge.
    """
    return _grounds(corpus, is_edge)


def negations(corpus: Corpus) -> Grounds:
    """Return the statements that authors hold to be untrue, each with its claims.

    What the author of another article affirms is contested, and no negation.
    """
    return _grounds(corpus, is_negation)


def contested(corpus: Corpus) -> frozenset[Statement]:
    """Return the statements that the author of one article affirms and another's denies."""
    affirmed, denied = _voices(corpus, is_edge), _voices(corpus, is_negation)
    return frozenset(
        key for key in affirmed.keys() & denied.keys() if len(affirmed[key] | denied[key]) > 1
    )


def _voices(corpus: Corpus, holds: Callable[[Source, Claim], bool]) -> dict[Statement, set[str]]:
    """Return the articles whose authors hold each statement."""
    found: dict[Statement, set[str]] = {}
    for source, claim in accepted(corpus):
        if holds(source, claim):
            found.setdefault(statement(source, claim), set()).add(source.id)
    return found


def _grounds(corpus: Corpus, holds: Callable[[Source, Claim], bool]) -> Grounds:
    found: Grounds = {}
    open_questions = contested(corpus) if len(corpus.sources) > 1 else frozenset()
    for source, claim in accepted(corpus):
        key = statement(source, claim)
        if holds(source, claim) and key not in open_questions:
            found.setdefault(key, []).append((claim_iri(source, claim), claim))
    return {key: found[key] for key in sorted(found, key=statement_order)}


def statement_order(key: Statement) -> tuple[str, str, str]:
    """Return the key that sorts statements by their IRIs."""
    subject, predicate, target = key
    return (subject.value, predicate.value, target.value)
