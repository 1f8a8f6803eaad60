"""A text read by the machine, compared with what people coded in it.

A passage that reprints another goes by the number of the first print throughout:
what was coded in the one is right in the other too, and counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import ArticleError
from ..model import Article, Claim, Corpus, Entity, Source
from ..parts import Reading
from ..vocabulary import vocabulary
from .coded_places import Grid, coded_there
from .scores import Score

#: The classes whose entities bear names, where their label has a capital letter.
_NAMED = frozenset({"Actor", "Region", "Event", "Initiative", "Work"})


@dataclass(frozen=True, slots=True)
class Difference:
    """Something the machine found that is not coded (wrong), or did not find (missed).

    ``start`` and ``end`` are places of the stored file, ``passage`` is a number of the
    coded corpus (0 where it has none there); ``said`` holds ids, ``note`` says what
    is near.
    """

    verdict: str
    what: str
    source: str
    passage: int
    start: int
    end: int
    rule: str
    said: str
    note: str = ""
    words: str = ""


class Counts:
    """What is counted over all texts: scores, scores in groups, differences."""

    def __init__(self) -> None:
        self.scores: dict[str, Score] = {}
        self.by: dict[str, dict[str, Score]] = {"frame": {}, "property": {}, "kind": {}}
        self.differences: list[Difference] = []
        self.unjudged = 0

    def add(self, score: Score, group: str = "") -> None:
        """Add a score to that of the same name, among all or in a group."""
        table = self.by[group] if group else self.scores
        table[score.what] = table.get(score.what, Score(score.what)) + score


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim and the coded passages it stands in, reprints by their first print."""

    claim: Claim
    places: frozenset[int]


Level = Callable[[Claim], tuple[str, ...]]


def _statement(claim: Claim) -> tuple[str, ...]:
    if claim.property in vocabulary().symmetric:
        return (claim.property, *sorted((claim.subject, claim.object)))
    return (claim.property, claim.subject, claim.object)


def _with_speaker(claim: Claim) -> tuple[str, ...]:
    return (*_statement(claim), claim.asserted_by)


def _strict(claim: Claim) -> tuple[str, ...]:
    return (*_with_speaker(claim), claim.stance, claim.polarity)


_LEVELS: Mapping[str, Level] = {
    "claims": _statement,
    "claims with speaker": _with_speaker,
    "claims with speaker, stance, polarity": _strict,
}


class Comparison:
    """One text's reading against its coding."""

    def __init__(
        self, corpus: Corpus, source: Source, article: Article, path: Path, counts: Counts
    ) -> None:
        self.corpus = corpus
        self.source = source
        self.counts = counts
        self.path = path
        self.grid = Grid(source, article, path)

    def run(self, reading: Reading) -> None:
        """Count what ``reading`` found, and note what is wrong or missed."""
        self._mentions(reading)
        accepted = [one for one in self.source.claims if one.status == "accepted"]
        spans = {one.number: (one.start, one.end) for one in reading.article.passages}
        found = list(self._found(self._resolved(reading), spans))
        self._attributions(reading, found, accepted)
        self._claims(found, accepted)

    def _mentions(self, reading: Reading) -> None:
        coded = {
            (one.entity, one.start, one.end) for one in self.source.mentions if one.rule == "hand"
        }
        if not coded:
            return
        if self.grid.moved:
            problem = (
                f"passage {self.grid.moved[0]} stands elsewhere than in the text that was coded"
            )
            raise ArticleError(problem, path=self.path)
        rules = {(one.entity, one.start, one.end): one.rule for one in reading.mentions}
        for what, wanted in (("mentions", None), ("named", True), ("concepts", False)):
            here = {one for one in coded if wanted in (None, self._is_named(one[0]))}
            there = {one for one in rules if wanted in (None, self._is_named(one[0]))}
            both = len(here & there)
            label = what if wanted is None else f"mentions, {what}"
            self.counts.add(Score(label, len(here), both, len(there), both))
        for verdict, places in (("wrong", rules.keys() - coded), ("missed", coded - rules.keys())):
            for entity, start, end in sorted(places):
                rule = rules.get((entity, start, end), "hand")
                self._differ(verdict, "mention", start, end, rule, entity)

    def _is_named(self, name: str) -> bool:
        entity = self._entity(name)
        if entity is None:
            return True
        above = vocabulary().ancestors(entity.type)
        label = entity.label_uk or entity.label_en
        return bool(_NAMED.intersection(above)) and any(letter.isupper() for letter in label)

    def _entity(self, name: str) -> Entity | None:
        if name in self.corpus.entities:
            return self.corpus.entities[name]
        from ..lexicon.background import background_entities

        return background_entities().get(name)

    def _resolved(self, reading: Reading) -> Iterator[Claim]:
        """Yield the claims; a name still open stands for what was coded at its place.

        The two places must share at least half of the longer.
        """
        coded = [] if self.grid.moved else [m for m in self.source.mentions if m.rule == "hand"]
        coded.sort(key=lambda one: one.start)
        meant = {one.id: found for one in reading.names if (found := coded_there(one, coded))}
        for claim in reading.claims:
            subject, object_ = (meant.get(end, end) for end in (claim.subject, claim.object))
            yield replace(claim, subject=subject, object=object_)

    def _found(
        self, claims: Iterable[Claim], spans: Mapping[int, tuple[int, int]]
    ) -> Iterator[_Said]:
        """Yield the machine's claims, a claim of a reprint only once."""
        seen = set()
        for claim in claims:
            places: frozenset[int] = frozenset()
            for number in (*claim.passages, *claim.also):
                places |= self.grid.numbers(*spans[number])
            key = (_strict(claim), claim.rule, places)
            if key not in seen:
                seen.add(key)
                yield _Said(claim, places)

    def _attributions(
        self, reading: Reading, found: Iterable[_Said], accepted: Iterable[Claim]
    ) -> None:
        author = self.source.author
        coded: set[tuple[int, str]] = set()
        wide: set[tuple[int, str]] = set()
        judged: set[int] = set()
        for claim in accepted:
            judged |= self.grid.firsts((*claim.passages, *claim.also))
            if claim.asserted_by != author:
                coded |= {(one, claim.asserted_by) for one in self.grid.firsts(claim.passages)}
                wide |= {(one, claim.asserted_by) for one in self.grid.firsts(claim.also)}
        rules: dict[tuple[int, str], str] = {}
        for said in found:
            if said.claim.asserted_by != author:
                rules |= {(one, said.claim.asserted_by): said.claim.rule for one in said.places}
        for voice in reading.attributions:
            if voice.speaker != author:
                numbers = self.grid.numbers(voice.start, voice.end)
                rules |= {(one, voice.speaker): voice.rule for one in numbers}
        pairs = {pair for pair in rules if pair[0] in judged}
        self.counts.unjudged += len(rules) - len(pairs)
        right = len(pairs & (coded | wide))
        self.counts.add(Score("attributions", len(coded), len(coded & pairs), len(pairs), right))
        for verdict, those in (("wrong", pairs - coded - wide), ("missed", coded - pairs)):
            for number, speaker in sorted(those):
                passage = self.grid.by_number[number]
                rule = rules.get((number, speaker), "hand")
                near = sorted(one for at, one in coded | pairs if at == number and one != speaker)
                note = f"also there: {', '.join(dict.fromkeys(near))}" if near else ""
                self._differ(
                    verdict, "attribution", passage.start, passage.end, rule, speaker, note
                )

    def _claims(self, found: list[_Said], accepted: Iterable[Claim]) -> None:
        coded = [_Said(one, self.grid.firsts((*one.passages, *one.also))) for one in accepted]
        met_at: dict[str, set[int]] = {}
        right_at: dict[str, set[int]] = {}
        for what, level in _LEVELS.items():
            right_at[what] = _matched(found, coded, level)
            met_at[what] = _matched(coded, found, level)
            self.counts.add(
                Score(what, len(coded), len(met_at[what]), len(found), len(right_at[what]))
            )
        strict = list(_LEVELS)[-1]
        for index, said in enumerate(found):
            self._group(said.claim, Score("", found=1, right=index in right_at[strict]), found=True)
            if index not in right_at[strict]:
                self._claim_differs("wrong", said, index, right_at)
        for index, said in enumerate(coded):
            self._group(said.claim, Score("", coded=1, met=index in met_at[strict]), found=False)
            if index not in met_at[strict]:
                self._claim_differs("missed", said, index, met_at)

    def _group(self, claim: Claim, score: Score, *, found: bool) -> None:
        # What no frame found is no frame's miss.
        if found:
            self.counts.add(replace(score, what=claim.rule), "frame")
        self.counts.add(replace(score, what=claim.property), "property")
        self.counts.add(replace(score, what=claim.kind), "kind")

    def _claim_differs(
        self, verdict: str, said: _Said, index: int, matched: Mapping[str, set[int]]
    ) -> None:
        claim = said.claim
        statement, speaker, _ = _LEVELS
        note = ""
        if index in matched[speaker]:
            note = "stance or polarity differ"
        elif index in matched[statement]:
            note = "the speaker differs"
        elif any(name.startswith("name-") for name in (claim.subject, claim.object)):
            note = "speaks of an open name"
        places = [self.grid.by_number[number] for number in sorted(said.places)]
        start, end = (places[0].start, places[0].end) if places else (0, 0)
        told = f"{claim.subject} {claim.property} {claim.object}"
        how = f"{claim.asserted_by}, {claim.stance}, {claim.polarity}"
        self._differ(verdict, "claim", start, end, claim.rule, f"{told} ({how})", note)

    def _differ(
        self, verdict: str, what: str, start: int, end: int, rule: str, said: str, note: str = ""
    ) -> None:
        passages = self.grid.at(start, end)
        words = " ".join(" ".join(map(self.grid.article.words, passages)).split())
        number = passages[0].number if passages else 0
        self.counts.differences.append(
            Difference(verdict, what, self.source.id, number, start, end, rule, said, note, words)
        )


def _matched(these: Iterable[_Said], those: Iterable[_Said], level: Level) -> set[int]:
    """Return the positions of claims among ``these`` that ``those`` hold at the same place."""
    there: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for said in those:
        there[level(said.claim)] |= said.places
    return {
        index
        for index, said in enumerate(these)
        if said.places & there.get(level(said.claim), set())
    }
