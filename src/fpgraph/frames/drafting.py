"""Drafts of claims: who says what a trigger and its arguments state, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from ..model import Article, Citation, Name, Stance
from ..parts import Link, Sentence
from ..vocabulary import vocabulary
from .arguments import Target
from .circumstances import Circumstance
from .clauses import Row
from .english.reported import reporting
from .fillers import NAMED, Filler, is_kind
from .frame import Frame
from .matching import Match
from .phrases import phrase_id
from .phrasewords import COUNTING, POINTING
from .repetition import Draft
from .sources import Speakers
from .structures import structural
from .ukrainian.claimed import THAT, claiming


@dataclass(frozen=True, slots=True)
class Said:
    """What ties a subject to an object: the trigger, its circumstance, who is told to say it."""

    match: Match
    circumstance: Circumstance
    speaker: str | None


_BEFORE = POINTING | COUNTING


def known(row: Row, filler: Filler, classes: Iterable[str]) -> str:
    """Return the known idea or people of ``classes`` that a phrase is word for word, or "".

    Words that only point at it or count it, such as "this" and "several", are left out.
    """
    if filler.entity or filler.first < 0:
        return ""
    first = filler.first
    while row.words[first] in _BEFORE and first < filler.last - 1 and first not in row.heads:
        first += 1
    for link, last in row.heads.get(first, ()):
        named = link.type != "PopulationGroup" and is_kind(link.type, NAMED)
        idea = not link.weak and link.type and not named
        if last == filler.last and idea and is_kind(link.type, frozenset(classes)):
            return link.entity
    return ""


@dataclass
class Drafting:
    """Makes drafts of claims and coins names for phrases."""

    article: Article
    sentences: Sequence[Sentence]
    speakers: Speakers
    cites: Mapping[int, tuple[Citation, ...]]
    names: dict[str, Name] = field(default_factory=dict)
    coined: dict[tuple[str, int, int], Link] = field(default_factory=dict)

    def drafts(
        self, index: int, row: Row, said: Said, subject: Filler, target: Target
    ) -> Iterator[Draft]:
        """Yield the claim of the sentence at ``index`` once for each of its speakers."""
        frame, filler = said.match.pattern.frame, target.filler
        overlap = subject.first < filler.last and filler.first < subject.last
        if overlap and target.row is row and subject.first >= 0:
            return
        terms = vocabulary()
        ends = (
            known(row, subject, terms.domains[frame.property]) or self.name(row, subject),
            known(target.row, filler, terms.ranges[frame.property])
            or self.name(target.row, filler),
        )
        if ends[0] == ends[1]:
            return
        passage, lead = self.sentences[target.index].passage, self.sentences[index].passage
        turns = (said.circumstance.negative, frame.polarity == "negative", target.negative)
        for speaker, stance in self._speakers(row, said):
            yield Draft(
                subject=ends[0],
                relation=frame.property,
                object=ends[1],
                rank=target.rank,
                speaker=speaker,
                stance=stance,
                polarity="negative" if sum(turns) % 2 == 1 else "positive",
                kind=frame.kind,
                passage=passage,
                cites=self.cites.get(passage.number) or self.cites.get(lead.number, ()),
                rule=frame.id,
                coined=not (subject.entity and filler.entity),
            )

    def _speakers(self, row: Row, said: Said) -> Iterator[tuple[str, Stance]]:
        """Yield who is committed to what the trigger states, and in what stance."""
        frame = said.match.pattern.frame
        told = [(said.speaker, "affirms")] if said.speaker is not None else None
        place = row.starts[said.match.begin]
        if not told and not row.vocabulary.isdisjoint(THAT):
            verb = (reporting if row.language == "en" else claiming)(row, said.match.begin)
            if verb >= 0 and self.speakers.at(row.starts[verb]) == self.speakers.at(place):
                return  # whoever says so is not known
        for speaker, stance in told or self.speakers.at(place):
            hedged = said.circumstance.hedged and stance == "affirms"
            own = "hedges" if hedged else stance
            yield speaker, cast(Stance, own if frame.stance == "affirms" else frame.stance)

    def name(self, row: Row, filler: Filler) -> str:
        """Return the id of what fills a slot; a phrase gets a name of its own."""
        if filler.entity:
            return filler.entity
        start, end = row.starts[filler.first], row.ends[filler.last - 1]
        form = self.article.clean[start:end]
        if "«" in form and form.count("«") > form.count("»"):
            end += 1
            form = self.article.clean[start:end]
        name = phrase_id(form)
        known = self.names.get(name)
        places = sorted({*(known.places if known else ()), (start, end)})
        self.names[name] = Name(name, known.form if known else form, "phrase", tuple(places))
        self.coined[name, start, end] = Link(name, start, end, "phrase", "")
        return name

    def structural(
        self, index: int, frames: Sequence[Frame], links: Sequence[Link]
    ) -> Iterator[Draft]:
        """Yield the claims of the sentence at ``index`` that names beside names make."""
        passage = self.sentences[index].passage
        cites = self.cites.get(passage.number, ())
        for frame, subject, target, place in structural(
            frames, self.article, self.sentences[index], links
        ):
            for speaker, stance in self.speakers.at(place):
                yield Draft(
                    subject, frame.property, target, frame.rank, speaker,
                    cast(Stance, stance), frame.polarity, frame.kind, passage, cites, frame.id,
                )  # fmt: skip
