"""What an article says several times is one claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import Citation, Claim, Kind, Passage, Polarity, Stance
from ..records import citation_order
from ..titles import heading_text
from ..vocabulary import vocabulary

_BODY = ("вступ", "introduction", "постановка проблеми", "введение", "giriş", "background")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as one sentence makes it."""

    subject: str
    relation: str
    object: str
    rank: int | None
    speaker: str
    stance: Stance
    polarity: Polarity
    kind: Kind
    passage: Passage
    cites: tuple[Citation, ...]
    rule: str
    coined: bool = False

    @property
    def content(self) -> tuple[str, ...]:
        """What makes two drafts the same claim; a symmetric relation has no direction."""
        ends = (self.subject, self.object)
        if self.relation in vocabulary().symmetric:
            ends = (min(ends), max(ends))
        return (self.relation, *ends, self.speaker, self.stance, self.polarity)


def merged(drafts: Iterable[Draft], passages: Sequence[Passage], author: str) -> list[Claim]:
    """Return one claim for each content among ``drafts``, in the order of the text.

    The first sentence of the main text that says it is its passage; the others, and
    those of abstracts and of other languages, are in ``also``.
    """
    order = _main_first(passages)
    found: dict[tuple[str, ...], list[Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.content, []).append(draft)
    claims = []
    for group in found.values():
        group.sort(key=lambda draft: (order[draft.passage.number], draft.rule))
        claims.append(_claim(group, author))
    return sorted(
        claims, key=lambda claim: (claim.passages, claim.subject, claim.property, claim.object)
    )


def _claim(group: Sequence[Draft], author: str) -> Claim:
    first = group[0]
    numbers = [number for number, _ in groupby(draft.passage.number for draft in group)]
    here = [draft for draft in group if draft.passage.number == first.passage.number]
    cites = sorted({cite for draft in here for cite in draft.cites}, key=citation_order)
    return Claim(
        id="",
        subject=first.subject,
        property=first.relation,
        object=first.object,
        rank=next((draft.rank for draft in group if draft.rank is not None), None),
        asserted_by=first.speaker,
        reported_by=author,
        stance=first.stance,
        polarity=first.polarity,
        kind=first.kind,
        passages=(first.passage.number,),
        also=tuple(sorted(set(numbers) - {first.passage.number})),
        cites=tuple(cites),
        rule=first.rule,
        status="candidate",
    )


def _main_first(passages: Sequence[Passage]) -> dict[int, tuple[bool, int]]:
    """Return what sorts passages: the main text in its own language before all else."""
    if not passages:
        return {}
    tongues: dict[str, int] = {}
    for passage in passages:
        tongues[passage.language] = tongues.get(passage.language, 0) + passage.end - passage.start
    main = max(sorted(tongues), key=lambda tongue: tongues[tongue])
    begin = next(
        (
            passage.number
            for passage in passages
            if heading_text(passage.section).casefold().lstrip("0123456789. ").startswith(_BODY)
        ),
        0,
    )
    return {
        passage.number: (passage.language != main or passage.number < begin, passage.number)
        for passage in passages
    }
