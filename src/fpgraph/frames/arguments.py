"""The subjects and objects around a trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..parts import Sentence
from .beside import apposition, touching
from .clausephrases import whole_clause
from .clauses import Row
from .copula import clause_subject
from .english.companions import behind
from .english.contrast import set_against, told_apart
from .english.descriptions import DESCRIBING, described
from .english.ledrelatives import led_pairs
from .english.qualities import without_quality
from .english.references import referred
from .fillers import Filler, Genders
from .frame import Frame, Slot
from .leading import segment
from .leftward import before
from .lists import is_counted, items
from .matching import Match
from .moods import group_start
from .rightward import after, heading, inside, next_to, opening
from .ukrainian.adjectives import says_something
from .ukrainian.agreement import numbered
from .ukrainian.companions import with_companions
from .ukrainian.contrast import contrasted, contrasted_led, denied_after, denied_before
from .ukrainian.freeorder import fronted_pairs, inverted_pairs, owned, taken_up
from .ukrainian.gapping import DASHES, gapped
from .ukrainian.groupends import deed_ends
from .ukrainian.joined import is_whole
from .ukrainian.latesubjects import begins_with_verb, late_subjects
from .ukrainian.predicatives import predicated
from .ukrainian.reach import parted, reached

#: Verbs of making somebody do something; who does it is no object of a relation.
_CAUSING = (
    "help", "prevent", "stop", "forc", "urg", "ask", "invit", "persuad", "convinc", "encourag",
    "allow", "enabl", "допом", "дозвол", "змус", "змуш", "переконал", "заклика", "закликал",
    "заваж", "завад", "перешкодж", "перешкод", "заборон",
)  # fmt: skip
#: Properties whose object may be that somebody does something.
DEEDS = frozenset({"enables", "precludes"})
_DEED_WORDS = 10
#: Cases in which an object may look like a subject.
_DIRECT = frozenset({"nom", "acc"})
#: Subjects that are sought before the object, since they are found with less ado.
_EARLY = frozenset({"before", "touching", "apposition", "next"})


@dataclass(frozen=True, slots=True)
class Target:
    """What fills the object: its row, its rank in a list, and the place of its sentence.

    ``negative`` is the first part of "not this but that".
    """

    row: Row
    filler: Filler
    rank: int | None
    index: int
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Arguments:
    """Finds what fills the slots of a frame around a trigger.

    ``source`` is the id of the article, ``make_row`` gives the row of a sentence.
    """

    source: str
    sentences: Sequence[Sentence]
    genders: Genders
    make_row: Callable[[int], Row]

    def pairs(self, index: int, row: Row, match: Match) -> list[tuple[Filler, Target]]:
        """Return the subjects with the objects that the trigger ``match`` ties together."""
        found = self._around(index, row, match)
        if found and row.language == "uk" and not DASHES.isdisjoint(row.vocabulary):
            ends = [last for subject, target in found for last in _ends(row, subject, target)]
            further = gapped(row, match, max(match.end, *ends))
            found = [*found, *self._tied(index, row, match, further)]
        return found

    def _around(self, index: int, row: Row, match: Match) -> list[tuple[Filler, Target]]:
        """Return the pairs of the clause that the trigger ``match`` itself stands in."""
        lead = match.pattern.fronted
        if not lead:
            found = self._in_order(index, row, match)
            if found or row.language != "uk":
                return found
            spoken = match.pattern.frame.speaker is not None
            turn = predicated if spoken else inverted_pairs
            turned = turn(row, match, self.genders)
        elif row.language == "en":
            turned = led_pairs(row, match, self.genders)
        elif (end := parted(row, match.end, lead)) is not None:
            return self._in_order(index, row, replace(match, end=end))
        else:
            turned = fronted_pairs(row, match, self.genders)
        found = self._tied(index, row, match, turned)
        return found or (self._late(index, row, match) if row.language == "uk" else [])

    def _late(self, index: int, row: Row, match: Match) -> list[tuple[Filler, Target]]:
        """Return the pairs of a Ukrainian clause that begins with its verb."""
        frame = match.pattern.frame
        plain = frame.subject.where == "before" and frame.object.where == "after"
        if not plain or frame.speaker is not None or "nom" not in frame.subject.cases:
            return []
        verb = numbered(row.words[match.begin], match.pattern.first)
        if verb.mood or not begins_with_verb(row, group_start(row, match.begin), verb):
            return []
        targets = self._targets(index, row, match)
        at = targets[-1].filler.last if targets and targets[-1].row is row else match.end
        sure = not frame.object.cases & _DIRECT
        if not targets and not sure:
            return []
        subjects = late_subjects(row, at, frame.subject, verb, self.genders, sure=sure)
        if subjects and not targets and sure:
            behind = reached(row, subjects[-1].last, frame.object)
            targets = [Target(row, one, frame.rank, index) for one in behind]
        return [(subject, target) for subject in subjects for target in targets]

    def _tied(
        self, index: int, row: Row, match: Match, found: Iterable[tuple[Filler, Filler]]
    ) -> list[tuple[Filler, Target]]:
        rank = match.pattern.frame.rank
        return [(subject, Target(row, filler, rank, index)) for subject, filler in found]

    def _in_order(self, index: int, row: Row, match: Match) -> list[tuple[Filler, Target]]:
        """Return the pairs whose subjects and objects stand where the frame has them."""
        frame = match.pattern.frame
        if frame.object.where == "beyond" and not frame.takes_list:
            return self._beyond(index, row, match)
        subjects: list[Filler] = []
        if frame.subject.where in _EARLY:
            subjects = self.fill(row, match, frame.subject)
            if not subjects:
                return []
            if row.language == "uk" and frame.subject.where == "before":
                subjects = with_companions(row, match.begin, match.end, subjects, frame.subject)
        targets = self._targets(index, row, match)
        if not targets:
            return []
        subjects = subjects or self._subjects(row, match, targets)
        if row.language == "en" and frame.kind == "fact" and frame.subject.where == "before":
            known = {one.entity for one in subjects}
            last = targets[-1].filler
            others = behind(row, last.last, frame.subject) if subjects and last.entity else []
            subjects = [*subjects, *(one for one in others if one.entity not in known)]
        found = [(subject, target) for subject in subjects for target in targets]
        if found and frame.subject.where == "after":
            found += _denied(row, match, subjects[-1], targets)
        return found

    def _beyond(self, index: int, row: Row, match: Match) -> list[tuple[Filler, Target]]:
        """Return the subjects with the objects that stand beyond them."""
        frame = match.pattern.frame
        return [
            (subject, Target(row, filler, frame.rank, index))
            for whole in self.fill(row, match, frame.subject, one=True)
            for subject in [without_quality(row, whole) if frame.object.adjective else whole]
            for at in [_over_border(row, subject)]
            for filler in after(row, at, frame.object) or heading(row, at, frame.object)
        ]

    def _targets(self, index: int, row: Row, match: Match) -> list[Target]:
        frame = match.pattern.frame
        if frame.object.where == "after" and (lead := denied_before(row, match.end)):
            said = contrasted_led(row, match.end, frame.object, lead)
            return [Target(row, filler, frame.rank, index, denied) for filler, denied in said]
        where = frame.subject.where
        one = where == "beyond" or (where == "touching" and not frame.object.verb)
        fillers = self.fill(row, match, frame.object, one=one)
        if frame.object.where == "after" and row.words[match.begin].startswith(_CAUSING):
            fillers = [
                whole
                for filler in fillers
                if (whole := _deed(row, filler, frame) if _acts(row, filler) else filler)
                is not None
            ]
        if row.language == "en":
            fillers = list(described(row, (match.begin, match.end), frame.property, fillers))
        elif frame.property in DESCRIBING:
            fillers = [filler for filler in fillers if says_something(row, filler)]
        targets = [Target(row, filler, frame.rank, index) for filler in fillers]
        if not targets and frame.object.where == "after":
            targets = self._contrasted(index, row, match)
        elif fillers and frame.object.where == "after":
            targets += self._against(index, row, match, fillers[-1])
        counted = frame.object.where == "after" and is_counted(row, match.end)
        listed = frame.takes_list or (counted and not _counts_others(row, match.end, frame.object))
        return targets or (self._listed(index, row, match) if listed else [])

    def _contrasted(self, index: int, row: Row, match: Match) -> list[Target]:
        """Return the objects of "not this but that", or of "neither this nor that"."""
        frame = match.pattern.frame
        apart = contrasted if row.language == "uk" else told_apart
        found = apart(row, match.end, frame.object)
        return [Target(row, one, frame.rank, index, negative=denied) for one, denied in found]

    def _against(self, index: int, row: Row, match: Match, last: Filler) -> list[Target]:
        """Return what an object is said not to be: "peace rather than war"."""
        frame = match.pattern.frame
        if row.language == "uk":
            found = denied_after(row, last, frame.object)
        else:
            found = set_against(row, match.begin, last.last, frame.object)
        return [Target(row, one, frame.rank, index, negative=True) for one in found]

    def _subjects(self, row: Row, match: Match, targets: Sequence[Target]) -> list[Filler]:
        slot = match.pattern.frame.subject
        if slot.where == "beyond":
            at = _over_border(row, targets[0].filler)
            return after(row, at, slot, one=True) or heading(row, at, slot)
        return self.fill(row, match, slot)

    def fill(self, row: Row, match: Match, slot: Slot, *, one: bool = False) -> list[Filler]:
        """Return what fills ``slot``, unless it stands beyond the other one."""
        filled = self._in_place(row, match, slot, one=one)
        if row.language == "uk" and slot.where == "after":
            filled = taken_up(row, match.end, filled, slot, self.genders)
        if filled:
            return filled
        if row.language == "en":
            return referred(row, match, slot, self.genders)
        return owned(row, match, slot, self.genders)

    def _in_place(self, row: Row, match: Match, slot: Slot, *, one: bool) -> list[Filler]:
        """Return what fills ``slot`` where the frame has it."""
        begin, end, verb = match.begin, match.end, match.pattern.first
        found: list[Filler] = []
        match slot.where:
            case "before":
                found = before(row, begin, slot, verb, self.genders)
            case "after":
                found = reached(row, end, slot, one=one)
            case "touching":
                found = touching(row, begin, slot)
            case "apposition":
                found = apposition(row, begin, slot, verb, self.genders)
            case "inside":
                found = inside(row, *match.gap, slot) if match.gap else []
            case "opening":
                found = opening(row, begin, slot)
            case "next":
                found = next_to(row, end, slot)
            case "clause":
                found = clause_subject(row, begin, slot)
            case "article":
                found = [Filler(self.source, "Article", -1, -1)]
        return found

    def _listed(self, index: int, row: Row, match: Match) -> list[Target]:
        """Return the items of the list that a trigger leads to."""
        slot = replace(match.pattern.frame.object, cases=frozenset())
        found, marked = items(row, match.end, index, self.sentences, self.make_row)
        listed = []
        for item in found:
            if slot.clause and marked:
                fillers = [told] if (told := whole_clause(item.row, item.first)) else []
            elif item.last is None:
                fillers = after(item.row, item.first, slot, one=marked)
            elif not (fillers := segment(item.row, item.first, item.last, slot)):
                return []
            if row.language == "uk" and not slot.clause:
                fillers = [one for one in fillers if is_whole(item.row, one.last)]
            place = item.passage or index
            listed += [Target(item.row, filler, item.rank, place) for filler in fillers]
        return listed


def _counts_others(row: Row, at: int, slot: Slot) -> bool:
    """Tell whether what is counted at ``at`` is nothing for ``slot``: "rests on three tools:"."""
    end = next((i for i in range(at, len(row)) if row.words[i] in ":,;"), len(row))
    return not slot.lacks.isdisjoint(row.words[at:end])


def _denied(
    row: Row, match: Match, last: Filler, targets: Sequence[Target]
) -> Iterator[tuple[Filler, Target]]:
    """Yield the subjects behind an English verb that are set against ``last``."""
    if row.language == "en":
        for subject in set_against(row, match.begin, last.last, match.pattern.frame.subject):
            yield from ((subject, replace(target, negative=True)) for target in targets)


def _acts(row: Row, filler: Filler) -> bool:
    """Tell whether a verb follows what fills a slot, so that it is made to do something."""
    following = row.word(filler.last)
    if row.language == "en":
        return following in ("to", "from") or following in row.verbs
    return following.endswith(("ти", "тися", "тись")) and row.is_verb(filler.last)


def _deed(row: Row, filler: Filler, frame: Frame) -> Filler | None:
    """Return somebody with what they are enabled to do, as one phrase."""
    if frame.property not in DEEDS or not frame.object.phrase:
        return None
    if row.language == "uk":
        doing = deed_ends(row, filler.last, min(len(row), filler.last + _DEED_WORDS))
        return Filler("", "", filler.first, doing[-1])
    if row.word(filler.last) not in ("to", "from"):
        return None
    end = filler.last
    while end < len(row) and row.words[end] not in ".,;:" and end - filler.first < _DEED_WORDS:
        end += 1
    return Filler("", "", filler.first, end)


def _ends(row: Row, subject: Filler, target: Target) -> tuple[int, int]:
    """Return where a subject and an object end in ``row``."""
    return subject.last, target.filler.last if target.row is row else 0


def _over_border(row: Row, filler: Filler) -> int:
    """Return the token after the comma or dash, or the "and" of "between", that parts two slots."""
    at = filler.last
    word = row.word(at)
    between = row.word(filler.first - 1) in ("between", "між", "поміж")
    if word in ("–", "—", ",") or (between and row.is_conjunction(at)):
        at += 1
        if word == "," and row.word(at) in ("–", "—"):
            at += 1
        if row.word(at) in ("це", "that", "is"):
            at += 1
    return at
