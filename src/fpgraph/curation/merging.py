"""A new reading of an article, and the decisions that were taken on the old one.

Decided and hand-coded claims stand; they follow their sentences by fingerprint into
another copy of the text. Candidates are the machine's: those that no longer arise
vanish, and those that were decided do not come back. The rule that proposed a claim
makes no difference here: a statement rejected in a sentence stays rejected when
another frame finds it there, for it is the statement that was judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..model import Article, Claim, Passage, Source
from ..records import claim_id, claim_order, write_claims
from .decisions import (
    DECISIONS,
    STRANDED,
    Arguments,
    Decision,
    Stranded,
    arguments,
    decided,
    prints,
    read_decisions,
    read_stranded,
    taken_up,
    write_decisions,
    write_stranded,
)
from .relocation import relocated

Numbers = Mapping[int, Passage]
#: Statements and the sentences they stand in, by fingerprint.
Judged = set[tuple[Arguments, str]]


@dataclass(frozen=True, slots=True)
class Merged:
    """The claims of an article after a new reading, and what became of the old ones.

    ``stands`` counts decided and hand-coded claims that are kept, ``moved`` those
    among them whose passages have other numbers now. ``judged`` counts candidates
    that were decided before, ``vanished`` old candidates that no longer arise.
    ``stranded`` holds decided claims whose sentence is gone; ``returned`` and
    ``narrowed`` name claims that came back from there or lost one of their sentences.
    """

    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    stranded: tuple[Stranded, ...]
    stands: int
    moved: int
    judged: int
    vanished: int
    returned: tuple[str, ...] = ()
    narrowed: tuple[str, ...] = ()

    @property
    def candidates(self) -> int:
        """The number of claims that wait for a decision."""
        return sum(claim.status == "candidate" for claim in self.claims)

    def lines(self) -> tuple[str, ...]:
        """Return what is worth telling of the old claims, a sentence each."""
        counts = (
            ("decided claims that stand", self.stands),
            ("candidates that were decided before", self.judged),
            ("decided claims that followed their sentences to other passages", self.moved),
            ("undecided candidates that no longer arise", self.vanished),
        )
        told = [f"{what}: {count}" for what, count in counts if count]
        told += [f"claim {one} is back: its sentence is in the text again" for one in self.returned]
        told += [f"claim {one} has lost some of its sentences" for one in self.narrowed]
        told += [
            f"claim {one.claim.id} has lost its sentence and is kept in {STRANDED}"
            for one in self.stranded
        ]
        return tuple(told)


def merge(
    old: Source,
    new: Source,
    decisions: Iterable[Decision] = (),
    stranded: Iterable[Stranded] = (),
    article: Article | None = None,
) -> Merged:
    """Return the claims of ``new``, a reading, with every decision taken on ``old``.

    ``decisions`` and ``stranded`` are those of the article's folder. With ``article``,
    the text that was read, sentences are found again where it now splits otherwise.
    """
    old, edited = _with_ids(old)
    before = {passage.number: passage for passage in old.passages}
    after = {passage.number: passage for passage in new.passages}
    places = relocated(old.passages, new.passages, article)
    taken = [_followed(one, before, places, after) for one in taken_up(old, decisions)]
    held = _Held(new.id, after, edited)
    for claim in old.claims:
        if _stands(claim, {name.id for name in new.names}):
            held.move(claim, places, before)
    held.bring_back(stranded)
    taken = [replace(one, claim=held.ids.get(one.claim, one.claim)) for one in taken]
    candidates, judged = _candidates(held, new.claims, taken)
    for one in judged:
        if one.id in edited:
            became = held.ids.get(edited[one.id], "")
            taken.append(replace(decided(one, "edited", after), claim=became))
    claims = {claim.id: claim for claim in (*candidates, *held.claims)}
    merged = tuple(sorted(claims.values(), key=claim_order))
    return Merged(
        claims=merged,
        decisions=taken_up(replace(new, claims=merged), taken),
        stranded=tuple(held.stranded),
        stands=len(held.claims),
        moved=held.moved,
        judged=len(judged),
        vanished=len(_proposed(old) - {claim.id for claim in (*candidates, *judged)}),
        returned=tuple(held.returned),
        narrowed=tuple(held.narrowed),
    )


def merge_folder(place: Path, old: Source, new: Source, article: Article | None = None) -> Merged:
    """Return ``merge`` with the decisions that the folder ``place`` of the article holds."""
    return merge(old, new, read_decisions(place), read_stranded(place), article)


def merged_files(place: Path, merged: Merged) -> dict[str, bytes]:
    """Return the files of ``merged`` by name, in the order in which they are to be put.

    ``decisions.csv`` and ``stranded.csv`` only if there is something to say in them
    or they are in the folder ``place`` already.
    """
    files = {}
    if merged.decisions or (place / DECISIONS).exists():
        files[DECISIONS] = write_decisions(merged.decisions).encode()
    if merged.stranded or (place / STRANDED).exists():
        files[STRANDED] = write_stranded(merged.stranded).encode()
    files["claims.csv"] = write_claims(merged.claims).encode()
    return files


class _Held:
    """The decided claims on their way into a new list of passages."""

    def __init__(self, source: str, passages: Numbers, edited: Mapping[str, str]) -> None:
        self.source = source
        self.passages = passages
        self.edited = edited
        self.claims: list[Claim] = []
        self.stranded: list[Stranded] = []
        self.returned: list[str] = []
        self.narrowed: list[str] = []
        self.ids: dict[str, str] = {}
        self.moved = 0

    def move(self, claim: Claim, places: Mapping[int, tuple[int, ...]], before: Numbers) -> None:
        said = _numbers(claim.passages, places)
        also = _numbers(claim.also, places)
        if not said:
            # A sentence that repeats it says it as well.
            said, also = also, ()
        if not said:
            self.stranded.append(Stranded(prints(claim, before), claim))
            return
        also = tuple(number for number in also if number not in said)
        found = self.with_id(replace(claim, passages=said, also=also))
        self.claims.append(found)
        self.ids[claim.id] = found.id
        self.moved += (said, also) != (claim.passages, claim.also)
        wanted = (*claim.passages, *claim.also)
        if any(not places.get(number) for number in wanted):
            self.narrowed.append(found.id)

    def bring_back(self, stranded: Iterable[Stranded]) -> None:
        numbers = defaultdict(list)
        for passage in self.passages.values():
            if passage.duplicate_of is None:
                numbers[passage.fingerprint].append(passage.number)
        standing = {claim.id for claim in self.claims}
        for one in stranded:
            found = sorted({number for mark in one.prints for number in numbers[mark]})
            claim = replace(one.claim, passages=tuple(found))
            if not found:
                self.stranded.append(one)
            elif (claim := self.with_id(claim)).id not in standing:
                self.claims.append(claim)
                self.returned.append(claim.id)

    def with_id(self, claim: Claim) -> Claim:
        return replace(claim, id=claim_id(self.source, claim, self.passages))

    def judged(self) -> Judged:
        """Return what the claims say, and in which sentences."""
        return {
            (arguments(claim), mark)
            for claim in self.claims
            for mark in _wide(claim.passages + claim.also, self.passages)
        }


def _candidates(
    held: _Held, proposed: Iterable[Claim], taken: Sequence[Decision]
) -> tuple[list[Claim], list[Claim]]:
    """Return the candidates that remain, and those that were decided before."""
    standing = held.judged()
    rejected, edited = _outcomes(taken, "rejected"), _outcomes(taken, "edited")
    found: list[Claim] = []
    again: list[Claim] = []
    for proposal in proposed:
        claim = held.with_id(proposal)
        marks = {(arguments(claim), mark) for mark in _wide(claim.passages, held.passages)}
        if marks & (standing | edited) or claim.id in held.edited:
            again.append(claim)
        elif marks & rejected:
            again.append(claim)
            found.append(replace(claim, status="rejected"))
        else:
            found.append(claim)
    return found, again


def _outcomes(taken: Iterable[Decision], outcome: str) -> Judged:
    return {(one.arguments, mark) for one in taken if one.outcome == outcome for mark in one.prints}


def _wide(numbers: Iterable[int], passages: Numbers) -> set[str]:
    """Return the fingerprints of passages, and of those that they reprint."""
    found = set()
    for number in numbers:
        passage = passages[number]
        found.add(passage.fingerprint)
        if passage.duplicate_of is not None and passage.duplicate_of in passages:
            found.add(passages[passage.duplicate_of].fingerprint)
    return found


def _numbers(old: Iterable[int], places: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({new for number in old for new in places.get(number, ())}))


def _followed(
    decision: Decision, before: Numbers, places: Mapping[int, tuple[int, ...]], after: Numbers
) -> Decision:
    """Return a decision that also knows its sentences as the text splits now."""
    marks = set(decision.prints)
    for number, passage in before.items():
        if passage.fingerprint in decision.prints:
            marks |= {after[new].fingerprint for new in places[number]}
    return replace(decision, prints=tuple(sorted(marks)))


def _proposed(source: Source) -> set[str]:
    """Return the ids of the machine's undecided claims."""
    return {
        claim.id for claim in source.claims if claim.status == "candidate" and claim.rule != "hand"
    }


def _with_ids(source: Source) -> tuple[Source, dict[str, str]]:
    """Return ``source`` with the ids that its claims have by their content.

    And which an edited claim was proposed under: an accepted row that still bears the
    id of other content was changed in a spreadsheet.
    """
    passages = {passage.number: passage for passage in source.passages}
    claims, edited = [], {}
    for claim in source.claims:
        found = claim
        if all(number in passages for number in claim.passages):
            found = replace(claim, id=claim_id(source.id, claim, passages))
        if claim.id not in {"", found.id} and claim.status == "accepted" and claim.rule != "hand":
            edited[claim.id] = found.id
        claims.append(found)
    return replace(source, claims=tuple(claims)), edited


def _stands(claim: Claim, names: set[str]) -> bool:
    """Tell whether a claim is a person's, and none that speaks of a name no longer met.

    Only a rejected claim may do that; ``decisions.csv`` remembers it.
    """
    if claim.status == "candidate" and claim.rule != "hand":
        return False
    said = (claim.subject, claim.object, claim.asserted_by)
    lost = any(name.startswith("name-") and name not in names for name in said)
    return not (lost and claim.status == "rejected")
