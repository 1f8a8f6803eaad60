"""What a scholar decided on candidate claims, kept for every later reading.

``claims.csv`` is what counts: a status written there, by ``fpgraph review`` or in a
spreadsheet, is the decision. ``decisions.csv`` beside it remembers what that table
cannot: as what an edited claim was proposed, and what was rejected where the row is
deleted. A decision is known by the fingerprints of its sentences, the rule that
proposed it and its arguments: subject, property, object, speaker, stance, polarity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from ..errors import CorpusError
from ..model import Claim, Passage, Source
from ..records import CLAIM_COLUMNS, read_claim, write_claims
from ..tables import Problems, Row, read_table, write_table

Outcome = Literal["accepted", "rejected", "edited"]
Arguments = tuple[str, str, str, str, str, str]

DECISION_COLUMNS = (
    "fingerprint", "rule", "subject", "property", "object", "asserted_by",
    "stance", "polarity", "decision", "claim",
)  # fmt: skip
STRANDED_COLUMNS = ("fingerprint", *CLAIM_COLUMNS)
DECISIONS, STRANDED = "decisions.csv", "stranded.csv"
_OUTCOMES = ("accepted", "rejected", "edited")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a claim as the machine proposed it.

    ``prints`` are the fingerprints of its sentences; ``claim`` is the id of the claim
    in ``claims.csv``: for an edited one, of what it was made into.
    """

    prints: tuple[str, ...]
    rule: str
    arguments: Arguments
    outcome: Outcome
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Stranded:
    """A decided claim whose sentence the present text does not hold."""

    prints: tuple[str, ...]
    claim: Claim


def arguments(claim: Claim) -> Arguments:
    """Return what ``claim`` says and who says it: what a decision is about."""
    return (
        claim.subject, claim.property, claim.object,
        claim.asserted_by, claim.stance, claim.polarity,
    )  # fmt: skip


def prints(claim: Claim, passages: Mapping[int, Passage]) -> tuple[str, ...]:
    """Return the fingerprints of the sentences that say ``claim``, sorted."""
    found = {passages[number].fingerprint for number in claim.passages if number in passages}
    return tuple(sorted(found))


def decided(claim: Claim, outcome: Outcome, passages: Mapping[int, Passage]) -> Decision:
    """Return the decision ``outcome`` on ``claim``."""
    return Decision(prints(claim, passages), claim.rule, arguments(claim), outcome, claim.id)


def taken_up(source: Source, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions brought up to what ``claims.csv`` says now.

    The status of a row there wins, so that a spreadsheet decides as well as the
    review. What is not there keeps its rejection; an acceptance without a row lapses.
    """
    passages = {passage.number: passage for passage in source.passages}
    machine = [claim for claim in source.claims if claim.rule != "hand"]
    standing = {(arguments(claim), one) for claim in machine for one in prints(claim, passages)}
    kept = [
        decision
        for decision in decisions
        if decision.outcome != "accepted"
        and not any((decision.arguments, one) in standing for one in decision.prints)
    ]
    edited = {decision.claim for decision in kept if decision.outcome == "edited"}
    kept += [
        decided(claim, claim.status, passages)
        for claim in machine
        if claim.status == "rejected" or (claim.status == "accepted" and claim.id not in edited)
    ]
    return ordered(kept)


def rename(
    decisions: Iterable[Decision], old: str, new: str, ids: Mapping[str, str] | None = None
) -> tuple[Decision, ...]:
    """Return the decisions with the entity ``old`` called ``new``.

    ``ids`` leads from the ids of claims to those that the renaming gave them.
    """
    return ordered(
        replace(
            decision,
            arguments=cast(
                Arguments, tuple(new if part == old else part for part in decision.arguments)
            ),
            claim=(ids or {}).get(decision.claim, decision.claim),
        )
        for decision in decisions
    )


def ordered(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions, each once, in the order of the file."""
    return tuple(
        sorted(
            set(decisions),
            key=lambda one: (one.prints, one.rule, one.arguments, one.outcome, one.claim),
        )
    )


def read_decisions(place: Path) -> tuple[Decision, ...]:
    """Return the decisions in the folder of an article; none if it has no ``decisions.csv``.

    Raises CorpusError, with row and field, for a file that cannot be used.
    """
    return ordered(_decision(row) for row in _rows(place / DECISIONS, DECISION_COLUMNS))


def read_stranded(place: Path) -> tuple[Stranded, ...]:
    """Return the stranded claims in the folder of an article; none if there is no such file."""
    return tuple(
        Stranded(tuple(_split(row, "fingerprint")), read_claim(row, Problems()))
        for row in _rows(place / STRANDED, STRANDED_COLUMNS)
    )


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Return ``decisions.csv`` as text."""
    rows = [
        ("|".join(one.prints), one.rule, *one.arguments, one.outcome, one.claim)
        for one in ordered(decisions)
    ]
    return write_table(DECISION_COLUMNS, rows)


def write_stranded(stranded: Iterable[Stranded]) -> str:
    """Return ``stranded.csv`` as text: the claims, with the fingerprints for passages."""
    import csv

    rows = []
    for one in sorted(stranded, key=lambda one: (one.prints, one.claim.id)):
        bare = replace(one.claim, passages=(), also=())
        _, cells = csv.reader(write_claims([bare]).splitlines())
        rows.append(("|".join(one.prints), *cells))
    return write_table(STRANDED_COLUMNS, rows)


def _rows(path: Path, columns: Sequence[str]) -> list[Row]:
    if not path.is_file():
        return []
    # A spreadsheet leaves a byte order mark and its own line ends.
    return read_table(path, columns, Problems(), repair=True) or []


def _split(row: Row, field: str) -> list[str]:
    found = [part for part in row.cells[field].split("|") if part]
    if not found:
        raise row.error("the cell is empty", field)
    return sorted(found)


def _decision(row: Row) -> Decision:
    outcome = row.cells["decision"]
    if outcome not in _OUTCOMES:
        problem = f"{outcome!r} is not one of {', '.join(_OUTCOMES)}"
        raise CorpusError(problem, path=row.path, row=row.line, field="decision")
    said = [row.cells[name] for name in DECISION_COLUMNS[2:8]]
    return Decision(
        tuple(_split(row, "fingerprint")),
        row.cells["rule"],
        cast(Arguments, tuple(said)),
        cast(Outcome, outcome),
        row.cells["claim"],
    )
