"""The machine's reading of own-written texts counted against their gold coding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from fpgraph.model import Claim, Entity, Mention
from fpgraph.parts import Reading
from gold_matching import Matcher, alike, overlap, span
from gold_rows import (
    ARTICLE,
    AUTHOR,
    FIRST_SIGHT,
    GOLD,
    KINDS,
    PHRASE,
    Gold,
    GoldClaim,
    GoldMention,
    GoldSpeech,
    Place,
    gold_names,
    load_gold,
)

__all__ = [
    "ARTICLE", "AUTHOR", "FIRST_SIGHT", "GOLD", "KINDS", "NOTHING", "PHRASE", "Gold", "GoldClaim",
    "GoldMention", "GoldSpeech", "Matcher", "Place", "Score", "gold_names", "load_gold",
    "score_attributions", "score_claims", "score_mentions",
]  # fmt: skip

T = TypeVar("T")

#: Sentences of one speaker that far apart are one stretch, quotation marks between them.
_GAP = 4
#: A stretch no longer is a crumb, such as a stop after a quotation.
_CRUMB = 3
# What the machine knows besides may be a name or a concept; only names are gold.
_NAMED = frozenset(
    [
        "Coalition",
        "FormerState",
        "InternationalOrganisation",
        "OrganisationBody",
        "Person",
        "Politician",
        "Region",
        "Scholar",
        "State",
    ]
)


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the machine's are right, how many it has, how many there are.

    ``found`` is how many of the gold's it has: as many as are right, unless one of the
    machine's may stand for several.
    """

    right: int
    machine: int
    gold: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    found: int

    @property
    def precision(self) -> float:
        return self.right / self.machine if self.machine else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.machine + other.machine,
            self.gold + other.gold,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.found + other.found,
        )

    def __str__(self) -> str:
        return (
            f"precision {self.right}/{self.machine} = {self.precision:.3f},"
            f" recall {self.found}/{self.gold} = {self.recall:.3f}"
        )


NOTHING = Score(0, 0, 0, (), (), 0)


def _score(
    machine: Sequence[T], gold: Sequence[object], fits: Callable[[T, int], bool],
    machine_words: Callable[[T], str], gold_words: Callable[[int], str],
) -> Score:  # fmt: skip
    """Pair each of the machine's with the first gold one it fits and nothing took."""
    free = list(range(len(gold)))
    wrong = []
    for one in machine:
        found = next((at for at in free if fits(one, at)), None)
        if found is None:
            wrong.append(machine_words(one))
        else:
            free.remove(found)
    right = len(machine) - len(wrong)
    missed = tuple(gold_words(at) for at in free)
    return Score(right, len(machine), len(gold), tuple(wrong), missed, right)


def score_mentions(gold: Gold, reading: Reading, entities: Mapping[str, Entity]) -> Score:
    """Return how the machine's mentions and unknown names stand against the gold's.

    A known name is right where the gold has the same name in about that place, an
    unknown one where the gold has any name there. Concepts that the machine knows are
    not counted, nor is anything in the references.
    """
    match = Matcher(gold, reading, entities)
    found = [one for one in reading.mentions if one.end <= gold.coded and _named(one, match)]
    for name in reading.names:
        if name.kind != "phrase":
            places = [(start, end) for start, end in name.places if end <= gold.coded]
            found += [Mention(name.id, start, end, name.kind) for start, end in places]
    found.sort(key=lambda one: (one.start, one.end, one.entity))
    known = {(one.start, one.end, one.entity): one for one in found}

    def fits(one: Mention, at: int) -> bool:
        wanted = gold.mentions[at]
        if not alike((one.start, one.end), (wanted.start, wanted.end)):
            return False
        return one.entity in match.forms or match.same(one.entity, wanted.name)

    return _score(
        list(known.values()),
        gold.mentions,
        fits,
        lambda one: f"{gold.name} {one.start} {gold.text[one.start : one.end]!r} as {one.entity}",
        lambda at: f"{gold.name} {gold.mentions[at].start} {gold.mentions[at].surface!r}",
    )


def _named(one: Mention, match: Matcher) -> bool:
    known = match.entities.get(one.entity)
    if known is None or (known.type in _NAMED and known.label_en != known.label_en.lower()):
        return True
    place = (one.start, one.end)
    return any(
        match.same(one.entity, gold.name) and alike(place, (gold.start, gold.end))
        for gold in match.gold.mentions
    )


def score_attributions(gold: Gold, reading: Reading, entities: Mapping[str, Entity]) -> Score:
    """Return how the machine's speakers stand against the gold's.

    One of the machine's stretches is right when at least half of it is said by that
    speaker, one of the gold's is found when at least half of it is given to its speaker.
    """
    match = Matcher(gold, reading, entities)
    spoken = _stretches(reading, gold.coded)
    said = [one for one in gold.speeches if one.end - one.start > _CRUMB]
    pairs = {
        (i, j)
        for i, (speaker, *_) in enumerate(spoken)
        for j, one in enumerate(said)
        if match.speaker(speaker, one)
    }
    places = [(start, end) for _, start, end in spoken]
    spans = [(one.start, one.end) for one in said]
    wrong = [
        f"{gold.name} {speaker}: {gold.text[start:end]!r}"
        for i, (speaker, start, end) in enumerate(spoken)
        if not _half((start, end), [spans[j] for k, j in sorted(pairs) if k == i])
    ]
    missed = [
        f"{gold.name} {one.speaker}: {one.words!r}"
        for j, one in enumerate(said)
        if not _half(spans[j], [places[i] for i, k in sorted(pairs) if k == j])
    ]
    right = len(spoken) - len(wrong)
    found = len(said) - len(missed)
    return Score(right, len(spoken), len(said), tuple(wrong), tuple(missed), found)


def _stretches(reading: Reading, end: int) -> list[tuple[str, int, int]]:
    """Return what each speaker says before ``end``, neighbouring sentences as one."""
    found: list[tuple[str, int, int]] = []
    for one in sorted(reading.attributions, key=lambda one: (one.speaker, one.start, one.end)):
        if one.end > end or one.end - one.start <= _CRUMB:
            continue
        last = found[-1] if found else ("", 0, 0)
        if last[0] == one.speaker and one.start - last[2] <= _GAP:
            found[-1] = (last[0], last[1], max(last[2], one.end))
        else:
            found.append((one.speaker, one.start, one.end))
    return found


def _half(place: Place, others: Iterable[Place]) -> bool:
    """Tell whether at least half of ``place`` lies in the other places."""
    inside = {at for one in others for at in range(max(place[0], one[0]), min(place[1], one[1]))}
    return 2 * len(inside) >= place[1] - place[0]


def score_claims(
    gold: Gold, reading: Reading, entities: Mapping[str, Entity], *, lenient: bool = False
) -> Score:
    """Return how the machine's claims stand against the gold's.

    Right is the same property between the same two in the same sentence, of the same
    speaker, as sure and with the same sign; ``lenient`` asks only for the same two.
    """
    match = Matcher(gold, reading, entities)
    places = {one.number: (one.start, one.end) for one in reading.article.passages}

    def fits(one: Claim, at: int) -> bool:
        wanted = gold.claims[at]
        if not any(overlap(places[number], span(wanted)) for number in one.passages):
            return False
        if not lenient and not _agree(one, wanted, match):
            return False
        return all(
            match.argument(entity, wanted, side, lenient=lenient)
            for entity, side in ((one.subject, "subject"), (one.object, "object"))
        )

    def words(one: Claim) -> str:
        spoken = f"{one.subject} {one.property} {one.object} by {one.asserted_by}"
        sentence = " ".join(gold.text[slice(*places[one.passages[0]])].split())
        return f"{gold.name} {one.rule}: {spoken} ({one.stance}, {one.polarity}): {sentence}"

    def missed(at: int) -> str:
        one = gold.claims[at]
        spoken = f"{one.subject} {one.property} {one.object} by {one.speaker}"
        return f"{gold.name} {one.start} {spoken} ({one.stance}, {one.polarity})"

    made = [one for one in reading.claims if places[one.passages[0]][1] <= gold.coded]
    return _score(made, gold.claims, fits, words, missed)


def _agree(one: Claim, wanted: GoldClaim, match: Matcher) -> bool:
    # To deny that something is and to state that it is not come to the same.
    signs = [(said.stance == "denies") == (said.polarity == "negative") for said in (one, wanted)]
    hedged = [said.stance == "hedges" for said in (one, wanted)]
    if one.property != wanted.property or signs[0] != signs[1] or hedged[0] != hedged[1]:
        return False
    if wanted.speaker == AUTHOR:
        return one.asserted_by == one.reported_by
    return any(
        match.speaker(one.asserted_by, said)
        for said in match.gold.speeches
        if said.speaker == wanted.speaker
    )
