"""Whether what the machine names is what the gold names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from fpgraph.model import Entity
from fpgraph.parts import Reading
from gold_rows import ARTICLE, PHRASE, Gold, GoldClaim, GoldSpeech, Place

_KEBAB = re.compile(r"[^a-z0-9]+")


def kebab(words: str) -> str:
    """Return ``words`` as lower-case ASCII words joined by hyphens, without an article."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    return _KEBAB.sub("-", plain).strip("-").removeprefix("the-")


def overlap(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def alike(one: Place, other: Place) -> bool:
    """Tell whether two places share at least half of the longer."""
    return 2 * overlap(one, other) >= max(one[1] - one[0], other[1] - other[0])


class Matcher:
    """Tells whether what the machine names is what the gold names."""

    def __init__(self, gold: Gold, reading: Reading, entities: Mapping[str, Entity]) -> None:
        self.gold = gold
        self.reading = reading
        self.entities = entities
        self.forms = {name.id: name.form for name in reading.names}
        self.phrases = {name.id for name in reading.names if name.kind == "phrase"}
        self.places: dict[str, list[Place]] = {}
        for mention in (*reading.mentions, *reading.adjectives):
            self.places.setdefault(mention.entity, []).append((mention.start, mention.end))
        for name in reading.names:
            self.places.setdefault(name.id, []).extend(name.places)

    def same(self, entity: str, name: str) -> bool:
        """Tell whether the entity ``entity`` is called ``name`` by its id or a label."""
        known = self.entities.get(entity)
        called = {entity}
        if known is not None:
            called |= {kebab(label) for label in (known.label_en, *known.alt_en)}
        if kebab(name) in {kebab(one) for one in called}:
            return True
        if known is not None and known.type not in {"Person", "Politician", "Scholar"}:
            return False
        return known is not None and _last(name) == _last(kebab(known.label_en))

    def speaker(self, entity: str, said: GoldSpeech) -> bool:
        """Tell whether the machine's speaker ``entity`` is the one who said that."""
        if self.same(entity, said.speaker):
            return True
        named = [(one.start, one.end) for one in self.gold.mentions if one.name == said.speaker]
        if entity in self.forms and _touch(self.places.get(entity, ()), named):
            return True
        known = self.entities.get(entity)
        labels = [self.forms.get(entity, "")]
        labels += [known.label_en, known.label_uk] if known is not None else []
        stems = {word[:5] for word in _words(said.surface)}
        return any(word[:5] in stems for label in labels for word in _words(label))

    def argument(self, entity: str, claim: GoldClaim, side: str, *, lenient: bool) -> bool:
        """Tell whether ``entity`` is the subject or the object of the gold claim.

        Two phrases need only touch; a name and a phrase must share half of the longer,
        since the attack of a state is not the state, unless the match is ``lenient``.
        """
        wanted = claim.subject if side == "subject" else claim.object
        place = claim.subject_place if side == "subject" else claim.object_place
        if wanted == ARTICLE:
            return entity == self.reading.article.source
        if not wanted.startswith(PHRASE) and self.same(entity, wanted):
            return True
        inside = [one for one in self.places.get(entity, ()) if overlap(one, span(claim))]
        named = [place] if place is not None else []
        named += [
            (one.start, one.end)
            for one in self.gold.mentions
            if one.name == wanted and overlap((one.start, one.end), span(claim))
        ]
        phrases = wanted.startswith(PHRASE) and entity in self.phrases
        if lenient or phrases:
            return _touch(inside, named)
        return any(alike(one, other) for one in inside for other in named)


def _last(name: str) -> str:
    return name.rpartition("-")[2]


def span(claim: GoldClaim) -> Place:
    return claim.start, claim.end


def _touch(some: Iterable[Place], others: Sequence[Place]) -> bool:
    return any(overlap(one, other) for one in some for other in others)


def _words(label: str) -> list[str]:
    return [word for word in re.findall(r"\w+", label.casefold()) if len(word) > 2]
