"""Articles without end, shaped like the coded one: to measure with, not to read.

Each is a copy of the coded article under other names: as many claims, passages and
mentions, in the same proportions of types, properties, speakers and stances. What
articles share (states, organisations, people, theories, regions) is drawn from pools
that grow with the square root of their number, as vocabularies do; concepts, goals,
events and the rest are each article's own. So an actor is spoken of in ever more
articles, and there are ever more actors.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import blake2b

from fpgraph.corpus import load_corpus
from fpgraph.model import Claim, Corpus, Entity, Source

_SHARED = frozenset(
    {
        "Coalition", "EliteGroup", "ExpertGroup", "FormerState", "Government", "Ideology",
        "InternationalOrder", "InternationalOrganisation", "Method", "OrganisationBody",
        "Politician", "Region", "Resource", "Scholar", "State", "StateGroup", "Theory",
    }
)  # fmt: skip
Named = Callable[[str], str]


def synthetic_articles() -> Iterator[Corpus]:
    """Yield one article after another, with the entities that no earlier one spoke of.

    The first is the coded article itself. The same articles come each time.
    """
    model = load_corpus()
    source = model.sources[0]
    seen: set[str] = set()
    number = 0
    while True:
        named = _names(model, source, number)
        entities = {
            name: _entity(entity, name, named)
            for entity in model.entities.values()
            if (name := named(entity.id)) not in seen
        }
        seen.update(entities)
        yield Corpus(entities, (_source(source, number, named),))
        number += 1


def first_part(corpus: Corpus, share: float) -> Corpus:
    """Return the beginning of an article: a share of its passages and what stands in them."""
    (source,) = corpus.sources
    last = max(1, round(share * len(source.passages)))
    passages = source.passages[:last]
    claims = tuple(
        replace(claim, also=tuple(n for n in claim.also if n <= last))
        for claim in source.claims
        if max(claim.passages) <= last
    )
    mentions = tuple(one for one in source.mentions if one.end <= passages[-1].end)
    spoken = {one.entity for one in mentions} | {source.author}
    for claim in claims:
        spoken |= {claim.subject, claim.object, claim.asserted_by, claim.reported_by}
    entities = {name: one for name, one in corpus.entities.items() if name in spoken}
    part = replace(source, passages=passages, claims=claims, mentions=mentions)
    return Corpus(entities, (part,))


def _names(model: Corpus, source: Source, number: int) -> Named:
    """Return how things are called in an article; the first keeps the names as they are."""
    pool = math.isqrt(number) + 1

    @cache
    def named(name: str) -> str:
        entity = model.entities.get(name)
        if entity is None:  # a cited work is called so within each article
            return _article(source, number) if name == source.id else name
        shared = entity.type in _SHARED and name != source.author
        variant = _dice(f"{number} {name}") % pool if shared else number
        return f"{name}-{variant}" if variant else name

    return named


def _article(source: Source, number: int) -> str:
    return f"synthetic-{number}" if number else source.id


def _entity(entity: Entity, name: str, named: Named) -> Entity:
    variant = name.removeprefix(entity.id).removeprefix("-")
    if not variant:
        return entity
    return replace(
        entity,
        id=name,
        label_en=f"{entity.label_en} {variant}",
        label_uk=f"{entity.label_uk} {variant}",
        broader=tuple(map(named, entity.broader)),
        exact_match=tuple(f"{iri}-{variant}" for iri in entity.exact_match),
    )


def _source(source: Source, number: int, named: Named) -> Source:
    if not number:
        return source
    name = _article(source, number)
    article, *cited = source.works
    return replace(
        source,
        id=name,
        author=named(source.author),
        works=({**article, "id": name, "title": f"{article['title']} {number}"}, *cited),
        passages=tuple(
            replace(one, fingerprint=f"{_dice(f'{number} {one.fingerprint}'):016x}")
            for one in source.passages
        ),
        mentions=tuple(replace(one, entity=named(one.entity)) for one in source.mentions),
        claims=tuple(_claim(claim, number, named) for claim in source.claims),
    )


def _claim(claim: Claim, number: int, named: Named) -> Claim:
    return replace(
        claim,
        subject=named(claim.subject),
        object=named(claim.object),
        asserted_by=named(claim.asserted_by),
        reported_by=named(claim.reported_by),
        gloss_en=f"{claim.gloss_en} ({number})",
        gloss_uk=f"{claim.gloss_uk} ({number})",
    )


def _dice(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
