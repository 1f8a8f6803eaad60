"""Candidate claims: what the frames find between the names of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, cast

from ..model import Article, Citation, Claim, Entity, Name, Stance
from ..parts import Attribution, Link, Sentence
from ..records import claim_id
from ..titles import is_bibliography
from .arguments import Arguments, Target
from .circumstances import Circumstance, circumstance
from .clauses import Row
from .fillers import Filler, Genders, fits
from .frames import Frame, Frames
from .gloss import gloss
from .grammar import SUBJECT_PRONOUNS, gender
from .matching import Match, hits, matches
from .phrases import phrase_id
from .repetition import Draft, merged
from .sources import Speakers, cited
from .structures import structural


class Entities(Protocol):
    """What claims need of a lexicon."""

    @property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by id."""


def candidate_claims(
    article: Article,
    sentences: Sequence[Sentence],
    links: Sequence[Link],
    attributions: Sequence[Attribution],
    frames: Frames,
    lexicon: Entities,
    author: str,
) -> tuple[list[Claim], list[Name], list[Link]]:
    """Return the claims that ``frames`` find, the names coined for them, and their links.

    The claims are candidates in the order of the text; ``author`` is the entity that
    speaks where no attribution says otherwise. Places are those of ``article.clean``.
    """
    reader = _Reader(
        article=article,
        sentences=sentences,
        linked=_by_sentence(sentences, links),
        genders=_genders(lexicon.entities, links),
        speakers=Speakers(attributions, author),
        cites=cited(article.clean, sentences, attributions),
        frames=frames,
    )
    drafts = list(reader.drafts())
    return reader.finished(merged(drafts, [s.passage for s in sentences], author), lexicon)


@dataclass
class _Reader:
    """Reads the sentences of one article by frames."""

    article: Article
    sentences: Sequence[Sentence]
    linked: Mapping[int, Sequence[Link]]
    genders: Genders
    speakers: Speakers
    cites: Mapping[int, tuple[Citation, ...]]
    frames: Frames
    names: dict[str, Name] = field(default_factory=dict)
    coined: dict[tuple[str, int, int], Link] = field(default_factory=dict)
    rows: dict[int, Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.arguments = Arguments(self.article.source, self.sentences, self.genders, self.row)

    def drafts(self) -> Iterator[Draft]:
        """Yield what each sentence claims."""
        found = self._hits()
        structures = {language: self.frames.structural(language) for language in ("uk", "en")}
        for index in sorted(self.linked):
            sentence = self.sentences[index]
            if not _speaks(self.article.clean, sentence):
                continue
            yield from self._structural(index, structures[sentence.passage.language])
            if index in found:
                yield from self._framed(index, found[index])

    def finished(
        self, claims: Iterable[Claim], lexicon: Entities
    ) -> tuple[list[Claim], list[Name], list[Link]]:
        """Return ``claims`` with glosses and ids, and the names and links they need."""
        passages = {sentence.passage.number: sentence.passage for sentence in self.sentences}
        done = []
        for claim in claims:
            said = replace(
                claim,
                gloss_en=gloss(claim, "en", lexicon.entities, self.names),
                gloss_uk=gloss(claim, "uk", lexicon.entities, self.names),
            )
            done.append(replace(said, id=claim_id(self.article.source, said, passages)))
        used = {end for claim in done for end in (claim.subject, claim.object, claim.asserted_by)}
        names = [self.names[name] for name in sorted(self.names) if name in used]
        coined = [self.coined[key] for key in sorted(self.coined) if key[0] in used]
        return done, names, sorted(coined, key=lambda link: (link.start, -link.end, link.entity))

    def _hits(self) -> dict[int, list[tuple[str, int]]]:
        """Return the first parts of triggers by sentence, where it holds a name."""
        starts = [sentence.start for sentence in self.sentences]
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for key, start in hits(self.article.clean, self.frames):
            index = bisect_right(starts, start) - 1
            if index in self.linked:
                found[index].append((key, start))
        return dict(found)

    def row(self, index: int) -> Row:
        """Return the sentence at ``index`` as a row of tokens."""
        if index not in self.rows:
            row = self.rows[index] = Row(
                self.article.clean,
                self.sentences[index],
                self.linked.get(index, ()),
                "uk" if self.sentences[index].passage.language == "uk" else "en",
                self.frames.verbs,
            )
            if SUBJECT_PRONOUNS[row.language].keys() & set(row.words[:3]):
                row.before = self._before(index)
        return self.rows[index]

    def _before(self, index: int) -> Row | None:
        """Return the sentence before the one at ``index``, if it is of the same paragraph."""
        if index == 0:
            return None
        one, other = (self.sentences[i].passage for i in (index - 1, index))
        same = one.paragraph == other.paragraph and one.language == other.language
        return self.row(index - 1) if same else None

    def _framed(self, index: int, found: Sequence[tuple[str, int]]) -> Iterator[Draft]:
        language = self.sentences[index].passage.language
        patterns = [
            (start, pattern)
            for key, start in found
            for pattern in self.frames.patterns[key]
            if pattern.frame.language == language and self._fillable(index, pattern.frame)
        ]
        if not patterns:
            return
        row = self.row(index)
        matched = []
        for start, pattern in patterns:
            match = matches(row, pattern, row.at(start))
            if match is not None:
                matched.append(match)
        matched.sort(key=lambda match: (match.begin, -match.first_end, match.pattern.frame.id))
        read = [(match, list(self._read(index, row, match))) for match in matched]
        read = [(match, drafts) for match, drafts in read if drafts]
        for match, drafts in read:
            if not any(_hides(other, theirs, match, drafts) for other, theirs in read):
                yield from drafts

    def _fillable(self, index: int, frame: Frame) -> bool:
        """Tell whether the names of a sentence can fill the slots of ``frame`` at all."""
        links = self.linked[index]
        for slot in (frame.subject, frame.object):
            if slot.where == "article" or slot.phrase or frame.takes_list:
                continue
            if slot.where == "before" and frame.subject is slot:
                continue
            if not any(fits(link, slot) for link in links):
                return False
        return True

    def _read(self, index: int, row: Row, match: Match) -> Iterator[Draft]:
        frame = match.pattern.frame
        if frame.preceded and row.word(match.begin - 1) not in frame.preceded:
            return
        said = circumstance(row, match.begin, match.first_end, match.between)
        if said is None:
            return
        told = None
        if frame.speaker is not None:
            speakers = self.arguments.fill(row, match, frame.speaker, one=True)
            if not speakers:
                return
            told = self._entity(row, speakers[0])
        for subject, target in self.arguments.pairs(index, row, match):
            yield from self._draft(index, row, match, said, subject, target, told)

    def _draft(
        self,
        index: int,
        row: Row,
        match: Match,
        said: Circumstance,
        subject: Filler,
        target: Target,
        told: str | None,
    ) -> Iterator[Draft]:
        frame, filler = match.pattern.frame, target.filler
        overlap = subject.first < filler.last and filler.first < subject.last
        if overlap and target.row is row and subject.first >= 0:
            return
        speaker, stance = self.speakers.at(row.starts[match.begin])
        if told is not None:
            speaker, stance = told, "affirms"
        if frame.stance != "affirms":
            stance = frame.stance
        elif said.hedged and stance == "affirms":
            stance = "hedges"
        turns = (said.negative, frame.polarity == "negative", target.negative)
        negative = sum(turns) % 2 == 1
        passage = self.sentences[target.index].passage
        lead = self.sentences[index].passage
        yield Draft(
            subject=self._entity(row, subject),
            relation=frame.property,
            object=self._entity(target.row, filler),
            rank=target.rank,
            speaker=speaker,
            stance=cast(Stance, stance),
            polarity="negative" if negative else "positive",
            kind=frame.kind,
            passage=passage,
            cites=self.cites.get(passage.number) or self.cites.get(lead.number, ()),
            rule=frame.id,
            coined=not (subject.entity and filler.entity),
        )

    def _entity(self, row: Row, filler: Filler) -> str:
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

    def _structural(self, index: int, frames: Sequence[Frame]) -> Iterator[Draft]:
        sentence = self.sentences[index]
        for frame, subject, target, place in structural(
            frames, self.article, sentence, self.linked[index]
        ):
            speaker, stance = self.speakers.at(place)
            yield Draft(
                subject, frame.property, target, frame.rank, speaker,
                cast(Stance, stance), frame.polarity, frame.kind, sentence.passage,
                self.cites.get(sentence.passage.number, ()), frame.id,
            )  # fmt: skip


def _by_sentence(sentences: Sequence[Sentence], links: Sequence[Link]) -> dict[int, list[Link]]:
    """Return the links of each sentence, by its place among the sentences."""
    found: dict[int, list[Link]] = defaultdict(list)
    index, last = 0, len(sentences) - 1
    for link in sorted(links, key=lambda link: (link.start, -link.end, link.entity)):
        while index < last and sentences[index + 1].start <= link.start:
            index += 1
        if index <= last and link.end <= sentences[index].end:
            found[index].append(link)
    return dict(found)


def _genders(entities: Mapping[str, Entity], links: Iterable[Link]) -> Genders:
    used = {link.entity for link in links}
    return {name: gender(entities[name].label_uk) for name in used if name in entities}


def _speaks(clean: str, sentence: Sentence) -> bool:
    """Tell whether claims are read in a sentence: no reprint, no heading, no list of works."""
    passage = sentence.passage
    if passage.language not in ("uk", "en") or passage.duplicate_of is not None:
        return False
    if not passage.section:
        return True
    words = clean[sentence.start : sentence.end].strip(" .:*_#")
    return words != passage.section.strip(" .:") and not is_bibliography(passage.section)


def _hides(other: Match, theirs: Sequence[Draft], match: Match, drafts: Sequence[Draft]) -> bool:
    """Tell whether ``other`` says more at the place of ``match``.

    A longer trigger says more than a shorter one, a known name more than a phrase.
    """
    if other is match:
        return False
    if other.begin == match.begin:
        if other.pattern.frame.property == match.pattern.frame.property:
            known = [all(not draft.coined for draft in found) for found in (theirs, drafts)]
            if known[0] != known[1]:
                return known[0]
        return other.end > match.end
    return other.begin < match.begin and match.end <= other.end
