"""Corpora of any size that are shaped like the coded article: to measure with, not to read."""

from __future__ import annotations

import hashlib
import random
from bisect import bisect
from itertools import accumulate

from fpgraph.model import Citation, Claim, Corpus, Entity, Mention, Passage, Source

SOURCE = "synthetic-1"
AUTHOR = "synthetic-author"
CLAIMS_A_NODE = 3
NODES_A_REGION = 60  # of those that speak of each other more than of the rest

#: Types and properties with their shares in the coded article, in per cent.
_TYPES = {
    "State": 8, "EliteGroup": 4, "Concept": 36, "Goal": 18, "Event": 12, "PolicyCourse": 7,
    "Region": 5, "Resource": 3, "Instrument": 3, "Theory": 2, "InternationalOrder": 1, "Method": 1,
}  # fmt: skip
_PROPERTIES = {
    "concerns": 16, "characterisedAs": 13, "seeks": 10, "directedAt": 9, "ledTo": 9, "involves": 7,
    "hasPriority": 7, "importantFor": 6, "locatedIn": 5, "pursues": 5, "influencedBy": 5,
    "requires": 5, "analyses": 3,
}  # fmt: skip
_FIRST = (
    ("regional", "регіональна"), ("economic", "економічна"), ("strategic", "стратегічна"),
    ("mutual", "взаємна"), ("cultural", "культурна"), ("military", "військова"),
    ("political", "політична"), ("lasting", "тривала"), ("northern", "північна"),
)  # fmt: skip
_SECOND = (
    ("security", "безпека"), ("rivalry", "конкуренція"), ("policy of influence", "політика впливу"),
    ("integration", "інтеграція"), ("partnership", "співпраця"), ("doctrine", "доктрина"),
    ("crisis of confidence", "криза довіри"), ("energy corridor", "енергетична магістраль"),
)  # fmt: skip


def synthetic_corpus(nodes: int, seed: int = 1) -> Corpus:
    """Return a corpus with so many nodes in its network and three claims a node.

    Few nodes have very many claims, most have few; nodes come in regions of some
    sixty that speak mostly of each other. The same ``seed`` gives the same corpus.
    """
    dice = random.Random(seed)
    entities = [_entity(dice, number) for number in range(nodes)]
    speakers = [_speaker(number) for number in range(12)]
    claims = _claims(dice, entities, speakers)
    passages = tuple(_passage(number) for number in range(1, nodes // 3 + 3))
    mentions = tuple(
        Mention(entity.id, 40 * number, 40 * number + 9)
        for number, entity in enumerate(entities)
        for _ in range(dice.randint(1, 3))
    )
    article = {"id": SOURCE, "title": "A synthetic article", "language": "en"}
    source = Source(SOURCE, AUTHOR, (article, {"id": "ref-1"}), passages, mentions, claims)
    return Corpus({entity.id: entity for entity in (*entities, *speakers)}, (source,))


def _entity(dice: random.Random, number: int) -> Entity:
    (kind,) = dice.choices(list(_TYPES), list(_TYPES.values()))
    first, second = dice.choice(_FIRST), dice.choice(_SECOND)
    return Entity(
        f"node-{number}",
        kind,
        f"{first[0]} {second[0]} {number}",
        f"{first[1]} {second[1]} {number}",
        definition_en=f"Made up under number {number}, to try how a page of this size does.",
        definition_uk=f"Вигадане під числом {number}, щоб спробувати сторінку такого розміру.",
    )


def _speaker(number: int) -> Entity:
    name = f"speaker-{number}" if number else AUTHOR
    return Entity(name, "Scholar", f"Scholar {number}", f"Дослідник {number}")


def _passage(number: int) -> Passage:
    digest = hashlib.sha256(str(number).encode()).hexdigest()[:16]
    return Passage(number, f"Part {number // 50 + 1}", number // 4 + 1, "en", 120 * number,
                   120 * number + 110, digest)  # fmt: skip


def _claims(
    dice: random.Random, entities: list[Entity], speakers: list[Entity]
) -> tuple[Claim, ...]:
    """Every node speaks of one of its region, the rest is drawn by weight: the few most often."""
    count = len(entities)
    weights = [1.0 / (number + 1) ** 0.75 for number in range(count)]
    dice.shuffle(weights)
    sums = list(accumulate(weights))
    found: dict[tuple[int, str, int], Claim] = {}
    while len(found) < CLAIMS_A_NODE * count:
        one = len(found) if len(found) < count else bisect(sums, dice.random() * sums[-1])
        one = min(one, count - 1)
        other = _partner(dice, one, sums)
        (name,) = dice.choices(list(_PROPERTIES), list(_PROPERTIES.values()))
        if one != other and (one, name, other) not in found:
            ends = entities[one], entities[other]
            found[one, name, other] = _claim(dice, name, *ends, speakers, count)
    return tuple(found.values())


def _partner(dice: random.Random, one: int, sums: list[float]) -> int:
    first = one - one % NODES_A_REGION
    last = min(first + NODES_A_REGION, len(sums))
    begin, end = (sums[first - 1] if first else 0.0), sums[last - 1]
    if dice.random() < 0.15:
        begin, end = 0.0, sums[-1]
    return min(bisect(sums, begin + dice.random() * (end - begin)), len(sums) - 1)


def _claim(
    dice: random.Random, name: str, one: Entity, other: Entity, speakers: list[Entity], count: int
) -> Claim:
    speaker = AUTHOR if dice.random() < 0.88 else dice.choice(speakers).id
    digest = hashlib.sha256(f"{one.id} {name} {other.id}".encode()).hexdigest()[:12]
    return Claim(
        digest,
        one.id,
        name,
        other.id,
        speaker,
        AUTHOR,
        (dice.randint(1, count // 3 + 1),),
        stance=dice.choices(("affirms", "denies", "hedges"), (93, 3, 4))[0],
        polarity=dice.choices(("positive", "negative"), (95, 5))[0],
        kind=dice.choices(("interpretation", "fact"), (70, 30))[0],
        cites=(Citation("ref-1", "12-15"),) if dice.random() < 0.1 else (),
        gloss_en=f"{one.label_en} stands in a made-up relation to {other.label_en}.",
        gloss_uk=f"{one.label_uk} перебуває у вигаданому відношенні до: {other.label_uk}.",
        status="accepted",
    )
