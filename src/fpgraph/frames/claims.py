"""Candidate claims: what the frames find between the names of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from ..model import Article, Claim, Entity, Name
from ..parts import Attribution, Link, Sentence
from ..records import claim_id
from ..titles import is_bibliography
from .arguments import DEEDS, Arguments, Target
from .circumstances import circumstance
from .clauses import Row
from .copula import dashed, may_be_dashed
from .drafting import Drafting, Said
from .english.deednouns import is_open
from .english.references import REFERRING as REFERRING_EN
from .english.slight import is_slight
from .fillers import Genders
from .frame import Frame, Pattern
from .frames import Frames
from .gloss import gloss
from .matching import Match, hits, matches
from .needs import Fillable
from .repetition import Draft, merged
from .sentencelinks import acting, by_sentence, genders
from .sources import Speakers, cited
from .takenup import TAKING_UP
from .ukrainian.references import REFERRING
from .wordform import REDUCED

#: Moods of triggers that no frame has as they are sought.
_DERIVED = frozenset({"passive", REDUCED})
#: How many sentences are kept as rows of tokens.
_ROWS = 16
#: What a sentence holds where pronouns stand for names, by language.
_REFERRING = {"uk": (REFERRING, TAKING_UP), "en": (REFERRING_EN,)}


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
    names: Iterable[Name] = (),
) -> tuple[list[Claim], list[Name], list[Link]]:
    """Return the claims that ``frames`` find, the names coined for them, and their links.

    The claims are candidates in the order of the text; ``author`` is the entity that
    speaks where no attribution says otherwise, ``names`` are those among the links that
    no entity bears. Places are those of ``article.clean``.
    """
    reader = _Reader(
        article=article,
        sentences=sentences,
        linked=by_sentence(sentences, acting(links, lexicon.entities)),
        genders=genders(lexicon.entities, links),
        frames=frames,
        names={name.id: name for name in names},
        drafting=Drafting(
            article,
            sentences,
            Speakers(attributions, author),
            cited(article.clean, sentences, attributions),
        ),
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
    frames: Frames
    names: Mapping[str, Name]
    drafting: Drafting
    rows: dict[int, Row] = field(default_factory=dict)
    taking_up: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.arguments = Arguments(self.article.source, self.sentences, self.genders, self.row)

    def drafts(self) -> Iterator[Draft]:
        """Yield what each sentence claims."""
        found = self._hits()
        structures = {language: self.frames.structural(language) for language in ("uk", "en")}
        dashes = {
            language: [frame for frame in frames if frame.structure == "dash"]
            for language, frames in structures.items()
        }
        for index in sorted(self.linked.keys() | found.keys()):
            sentence = self.sentences[index]
            if not _speaks(self.article.clean, sentence):
                continue
            if index in self.linked:
                named = structures[sentence.passage.language]
                yield from self.drafting.structural(index, named, self.linked[index])
                yield from self._dashed(index, dashes[sentence.passage.language])
            if index in found:
                yield from self._framed(index, found[index])

    def finished(
        self, claims: Iterable[Claim], lexicon: Entities
    ) -> tuple[list[Claim], list[Name], list[Link]]:
        """Return ``claims`` with glosses and ids, and the names and links they need."""
        passages = {sentence.passage.number: sentence.passage for sentence in self.sentences}
        known, links = self.drafting.names, self.drafting.coined
        called = {**self.names, **known}
        done = []
        for claim in claims:
            said = replace(
                claim,
                gloss_en=gloss(claim, "en", lexicon.entities, called),
                gloss_uk=gloss(claim, "uk", lexicon.entities, called),
            )
            done.append(replace(said, id=claim_id(self.article.source, said, passages)))
        used = {end for claim in done for end in (claim.subject, claim.object, claim.asserted_by)}
        names = [known[name] for name in sorted(known) if name in used]
        coined = [links[key] for key in sorted(links) if key[0] in used]
        return done, names, sorted(coined, key=lambda link: (link.start, -link.end, link.entity))

    def _hits(self) -> dict[int, list[tuple[str, int]]]:
        """Return the first parts of triggers by sentence.

        Without a name only a Ukrainian sentence is read, by what needs none.
        """
        starts = [sentence.start for sentence in self.sentences]
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for key, start in hits(self.article.clean, self.frames):
            index = bisect_right(starts, start) - 1
            named = index in self.linked or self._takes_up(index)
            if index >= 0 and (named or key in self.frames.nameless_keys):
                found[index].append((key, start))
        return dict(found)

    def _speaks_of_names(self, index: int) -> bool:
        """Tell whether a sentence holds a name or what may stand for one."""
        return index in self.linked or self._takes_up(index)

    def _takes_up(self, index: int) -> bool:
        """Tell whether a sentence without a name may speak of one in those before it."""
        known = self.taking_up.get(index)
        if known is None:
            near = index > 0 and not self.linked.keys().isdisjoint((index - 1, index - 2))
            place = self.sentences[index] if near else None
            known = place is not None and bool(
                TAKING_UP.search(self.article.clean, place.start, place.end)
            )
            self.taking_up[index] = known
        return known

    def row(self, index: int) -> Row:
        """Return the sentence at ``index`` as a row of tokens."""
        row = self.rows.get(index)
        if row is None:
            while len(self.rows) >= _ROWS:  # what is far behind is not asked for again
                del self.rows[min(self.rows)]
            row = self.rows[index] = Row(
                self.article.clean,
                self.sentences[index],
                self.linked.get(index, ()),
                "uk" if self.sentences[index].passage.language == "uk" else "en",
                self.frames.verbs,
            )
            row.earlier = partial(self._before, index)
        return row

    def _before(self, index: int) -> Row | None:
        """Return the sentence before the one at ``index``, if it is of the same paragraph."""
        if index == 0:
            return None
        one, other = (self.sentences[i].passage for i in (index - 1, index))
        same = one.paragraph == other.paragraph and one.language == other.language
        return self.row(index - 1) if same else None

    def _framed(self, index: int, found: Sequence[tuple[str, int]]) -> Iterator[Draft]:
        matched = list(self._matched(index, found))
        matched.sort(key=lambda match: (match.begin, -match.first_end, match.pattern.frame.id))
        if not matched:
            return
        row = self.row(index)
        read = [(match, list(self._read(index, row, match))) for match in matched]
        read = [(match, drafts) for match, drafts in read if drafts]
        for match, drafts in read:
            if not any(_hides(other, theirs, match, drafts) for other, theirs in read):
                yield from drafts

    def _dashed(self, index: int, frames: Sequence[Frame]) -> Iterator[Draft]:
        """Yield what a dash in place of a verb says."""
        sentence, links = self.sentences[index], self.linked.get(index, ())
        if not may_be_dashed(self.article.clean, sentence, links, frames):
            return
        row = self.row(index)
        for match, subject, filler in dashed(row, frames):
            told = circumstance(row, match.begin, match.first_end)
            if told is not None:
                said, target = Said(match, told, None), Target(row, filler, None, index)
                yield from self.drafting.drafts(index, row, said, subject, target)

    def _matched(self, index: int, found: Sequence[tuple[str, int]]) -> Iterator[Match]:
        """Yield the triggers of a sentence whose slots its names can fill at all."""
        language = self.sentences[index].passage.language
        fillable = Fillable(
            self.frames.needs,
            self.linked.get(index, ()),
            self.linked.get(index - 1, ()),
            partial(self._refers, index),
        )
        named = self._speaks_of_names(index)
        for key, start in found:
            sought = self.frames.sought(key, language)
            able: list[Pattern] = []
            for need, patterns in sought.whole:
                if fillable[need]:
                    able += patterns
            for need, parted in sought.parted:
                if fillable[need]:
                    able += _begun(parted, self.row(index))
            if not named:
                able = [one for one in able if one.frame.id in self.frames.nameless]
            if able:
                row = self.row(index)
                yield from matches(row, able, row.at(start))

    def _refers(self, index: int) -> bool:
        """Tell whether a sentence has pronouns that may stand for names."""
        sentence = self.sentences[index]
        place = (self.article.clean, sentence.start, sentence.end)
        return any(one.search(*place) for one in _REFERRING[sentence.passage.language])

    def _read(self, index: int, row: Row, match: Match) -> Iterator[Draft]:
        frame = match.pattern.frame
        if frame.preceded and row.word(match.begin - 1) not in frame.preceded:
            return
        pairs = self.arguments.pairs(index, row, match) if frame.speaker is None else []
        if not pairs and frame.speaker is None:
            return
        told = circumstance(row, match.begin, match.first_end, match.between)
        if told is None or is_open(row, match.begin, frame, match.pattern.first):
            return
        speakers: list[str | None] = [None]
        if frame.speaker is not None:
            found = self.arguments.fill(row, match, frame.speaker, one=True)
            speakers = [self.drafting.name(row, one) for one in found]
            pairs = self.arguments.pairs(index, row, match) if speakers else []
        for speaker in speakers:
            said = Said(match, told, speaker)
            for subject, target in pairs:
                if not is_slight(row, match.begin, frame, subject, target.filler):
                    yield from self.drafting.drafts(index, row, said, subject, target)


def _begun(parted: Mapping[str, Sequence[Pattern]], row: Row) -> Iterator[Pattern]:
    """Yield the patterns whose second part begins with a word of ``row``."""
    if parted.keys().isdisjoint(row.vocabulary):
        return
    seen = set()
    for word in sorted(row.vocabulary & parted.keys()):
        for pattern in parted[word]:
            if id(pattern) not in seen:
                seen.add(id(pattern))
                yield pattern


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
            if other.end == match.end and match.pattern.first.mood in _DERIVED:
                return other.pattern.first.mood not in _DERIVED  # written by hand
            known = [all(not draft.coined for draft in found) for found in (theirs, drafts)]
            if known[0] != known[1]:
                return known[0]
            if other.end == match.end:
                return other.first_end > match.first_end  # "pay little attention to"
        return other.end > match.end and match.pattern.frame.property not in DEEDS
    return other.begin < match.begin and match.end <= other.end
