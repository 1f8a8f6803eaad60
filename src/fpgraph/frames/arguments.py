"""The subjects and objects around a trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..parts import Sentence
from .beside import apposition, touching
from .clauses import Row
from .copula import clause_subject
from .fillers import Filler, Genders
from .frame import Frame, Slot
from .grammar import ONLY
from .inversion import following_subject, fronted, leading_object, relative_object, takes_accusative
from .leading import segment
from .leftward import before
from .lists import items
from .matching import Match
from .reach import reached
from .rightward import after, heading, inside, next_to, opening

_NEITHER = frozenset({"ані", "ні", "neither"})
#: Verbs of making somebody do something; who does it is no object of a relation.
_CAUSING = (
    "help", "prevent", "stop", "forc", "urg", "ask", "invit", "persuad", "convinc", "encourag",
    "allow", "enabl", "допом", "дозвол", "змус", "змуш", "переконал", "заклика", "закликал",
)  # fmt: skip
#: Properties whose object may be that somebody does something.
_DEEDS = frozenset({"enables", "precludes"})
_DEED_WORDS = 10
#: Properties that say of what kind something is.
_DESCRIBING = frozenset({"characterisedAs", "servesAs"})
_NAMED_THINGS = frozenset({"Initiative", "Event", "Document", "Work", "Person"})
#: What is preferred and what is not are parted by these.
_THAN = frozenset({"to", "over", "rather"})
#: Subjects that are sought before the object, since they are found with less ado.
_EARLY = frozenset({"before", "touching", "apposition", "next"})
_ALSO = frozenset({"й", "і", "також", "also", "even"})
_NOR = frozenset({"ані", "ні", "nor"})


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

    def pairs(self, index: int, row: Row, match: Match) -> Iterator[tuple[Filler, Target]]:
        """Yield the subjects with the objects that the trigger ``match`` ties together."""
        frame = match.pattern.frame
        if match.pattern.fronted:
            yield from self._fronted(index, row, match)
            return
        if frame.object.where == "beyond" and not frame.takes_list:
            for subject in self.fill(row, match, frame.subject, one=True):
                at = _over_border(row, subject)
                for filler in after(row, at, frame.object) or heading(row, at, frame.object):
                    yield subject, Target(row, filler, frame.rank, index)
            return
        early: list[Filler] | None = None
        if frame.subject.where in _EARLY:
            early = self.fill(row, match, frame.subject)
        targets = self._targets(index, row, match) if early is None or early else []
        if early is None and targets:
            early = self._subjects(row, match, targets)
        found = False
        for subject in early if early and targets else ():
            for target in targets:
                found = True
                yield subject, target
        if not found and _is_plain(frame) and row.language == "uk":
            yield from self._inverted(index, row, match)

    def _targets(self, index: int, row: Row, match: Match) -> list[Target]:
        frame = match.pattern.frame
        one = frame.subject.where in ("beyond", "touching")
        fillers = self.fill(row, match, frame.object, one=one)
        if frame.object.where == "after" and row.words[match.begin].startswith(_CAUSING):
            fillers = [
                whole
                for filler in fillers
                if (whole := _deed(row, filler, frame) if _acts(row, filler) else filler)
                is not None
            ]
        if row.language == "en":
            fillers = list(_described(row, match, fillers))
        targets = [Target(row, filler, frame.rank, index) for filler in fillers]
        if not targets and frame.object.where == "after":
            targets = self._contrasted(index, row, match)
        return targets or (self._listed(index, row, match) if frame.takes_list else [])

    def _contrasted(self, index: int, row: Row, match: Match) -> list[Target]:
        """Return the objects of "not this but that", or of "neither this nor that"."""
        frame, at = match.pattern.frame, match.end
        if row.word(at) in _NEITHER:
            # A Ukrainian verb says "not" itself.
            fillers, denied = _neither(row, at + 1, frame.object), row.language == "en"
            return [Target(row, filler, frame.rank, index, denied) for filler in fillers]
        found = _not_but(row, at, frame.object)
        if found is None:
            return []
        first, second, denied = found
        return [
            Target(row, first, frame.rank, index, negative=denied),
            Target(row, second, frame.rank, index),
        ]

    def _subjects(self, row: Row, match: Match, targets: Sequence[Target]) -> list[Filler]:
        slot = match.pattern.frame.subject
        if slot.where == "beyond":
            at = _over_border(row, targets[0].filler)
            return after(row, at, slot, one=True) or heading(row, at, slot)
        return self.fill(row, match, slot)

    def _fronted(self, index: int, row: Row, match: Match) -> Iterator[tuple[Filler, Target]]:
        """Yield the pairs of a verb whose object stands in front with its preposition."""
        frame, verb = match.pattern.frame, match.pattern.first
        if row.word(match.end) == match.pattern.fronted:
            return
        targets = fronted(row, match.begin, match.pattern.fronted, frame.object)
        if not targets:
            return
        subjects = following_subject(row, match.end, frame.subject, verb, self.genders)
        if not subjects:
            subjects = before(row, match.begin, frame.subject, verb, self.genders)
        for subject in subjects:
            for filler in targets:
                yield subject, Target(row, filler, frame.rank, index)

    def _inverted(self, index: int, row: Row, match: Match) -> Iterator[tuple[Filler, Target]]:
        """Yield the pairs of a verb with its object in front and its subject behind."""
        frame, verb = match.pattern.frame, match.pattern.first
        subjects = following_subject(row, match.end, frame.subject, verb, self.genders)
        related = relative_object(row, match.begin, frame.object)
        if related and not subjects:
            subjects = before(row, match.begin, frame.subject, verb, self.genders)
        if not subjects:
            return
        for filler in related or leading_object(row, match.begin, frame.object):
            for subject in subjects:
                yield subject, Target(row, filler, frame.rank, index)

    def fill(self, row: Row, match: Match, slot: Slot, *, one: bool = False) -> list[Filler]:
        """Return what fills ``slot``, unless it stands beyond the other one."""
        verb = match.pattern.first
        found: dict[str, Callable[[], list[Filler]]] = {
            "article": lambda: [Filler(self.source, "Article", -1, -1)],
            "before": lambda: before(row, match.begin, slot, verb, self.genders),
            "apposition": lambda: apposition(row, match.begin, slot, verb, self.genders),
            "opening": lambda: opening(row, match.begin, slot),
            "touching": lambda: touching(row, match.begin, slot),
            "inside": lambda: inside(row, *match.gap, slot) if match.gap else [],
            "clause": lambda: clause_subject(row, match.begin, slot),
            "next": lambda: next_to(row, match.end, slot),
            "after": lambda: reached(row, match.end, slot, one=one),
        }
        return found[slot.where]() if slot.where in found else []

    def _listed(self, index: int, row: Row, match: Match) -> list[Target]:
        """Return the items of the list that a trigger leads to."""
        slot = replace(match.pattern.frame.object, cases=frozenset())
        found, marked = items(row, match.end, index, self.sentences, self.make_row)
        listed = []
        for item in found:
            if item.last is None:
                fillers = after(item.row, item.first, slot, one=marked)
            elif not (fillers := segment(item.row, item.first, item.last, slot)):
                return []
            place = item.passage or index
            listed += [Target(item.row, filler, item.rank, place) for filler in fillers]
        return listed


def _acts(row: Row, filler: Filler) -> bool:
    """Tell whether a verb follows what fills a slot, so that it is made to do something."""
    following = row.word(filler.last)
    if row.language == "en":
        return following in ("to", "from") or following in row.verbs
    return following.endswith(("ти", "тися", "тись")) and row.is_verb(filler.last)


def _deed(row: Row, filler: Filler, frame: Frame) -> Filler | None:
    """Return somebody with what they are enabled to do, as one phrase."""
    if frame.property not in _DEEDS or not frame.object.phrase:
        return None
    if row.word(filler.last) not in ("to", "from"):
        return None
    end = filler.last
    while end < len(row) and row.words[end] not in ".,;:" and end - filler.first < _DEED_WORDS:
        end += 1
    return Filler("", "", filler.first, end)


def _described(row: Row, match: Match, fillers: Sequence[Filler]) -> Iterator[Filler]:
    """Yield ``fillers`` that say what the frame asks: no proper name where a thing is described.

    What is preferred ends before what it is preferred to.
    """
    for filler in fillers:
        begin, last = filler.first, filler.last
        proper = row.raw[begin][0].isupper() and not any(
            link.weak for link, _ in row.heads.get(begin, ())
        )
        unkind = not filler.type or filler.type in _NAMED_THINGS
        describes = match.pattern.frame.property in _DESCRIBING
        if describes and unkind and proper and row.raw[begin].istitle():
            continue
        if row.words[match.begin].startswith("prefer") and not filler.entity:
            last = next((i for i in range(begin + 1, last) if row.words[i] in _THAN), last)
        yield replace(filler, last=last)


def _is_plain(frame: Frame) -> bool:
    return (
        frame.subject.where == "before"
        and frame.object.where == "after"
        and takes_accusative(frame.object)
    )


def _neither(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return this and that of "neither this nor that", from "this" on."""
    first = after(row, at, slot, one=True)
    if not first:
        return []
    nor = _over_comma(row, first[0].last)
    return [*first, *(after(row, nor + 1, slot, one=True) if row.word(nor) in _NOR else ())]


def _not_but(row: Row, at: int, slot: Slot) -> tuple[Filler, Filler, bool] | None:
    """Return this and that of "not this but that", and whether this is not so.

    "Not only this but also that" denies nothing.
    """
    if row.word(at) not in ("не", "not"):
        return None
    only = row.word(at + 1) in ONLY
    first = after(row, at + 2 if only else at + 1, slot, one=True)
    if not first:
        return None
    turn = _over_comma(row, first[0].last)
    if row.word(turn) not in ("а", "але", "but"):
        return None
    turn += 2 if row.word(turn + 1) in _ALSO else 1
    second = after(row, turn, slot, one=True)
    return (first[0], second[0], not only) if second else None


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


def _over_comma(row: Row, at: int) -> int:
    return at + 1 if row.word(at) == "," else at
