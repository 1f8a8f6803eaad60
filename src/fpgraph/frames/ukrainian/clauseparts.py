"""The parts of a Ukrainian clause in front of its verb: subject, adverbials, insertions."""

from __future__ import annotations

from dataclasses import dataclass

from ..clauses import Row
from ..grammar import RELATIVES, SUBJECT_RELATIVES
from ..wordform import Form
from .groupends import phrase_at
from .groups import group_at
from .inflection import kinds, readings
from .nominatives import Span, nominatives

#: How many stretches between commas are looked through.
_STRETCHES = 6
#: Join a further predicate to a clause.
_JOINING = frozenset({"а", "але", "проте", "однак", "зате", "та", "і", "й", "або", "натомість"})
#: Clauses with these in front say when or why: what follows them is no part of theirs.
_SUBORDINATE = frozenset(
    """
    якщо якби коли хоча хоч доки поки щоб щоби аби бо адже оскільки позаяк тоді де куди звідки
    ніби нібито наче буцімто
    """.split()  # noqa: SIM905 - a list of words
)
#: What begins with these may say what a noun means.
_CONTENT = frozenset({"що", "щоб", "чи", "ніби", "нібито", "наче", "буцімто"})
#: Lead what somebody is or does first or alone: «першим із сусідів».
_RANKED = frozenset({"першим", "першою", "першими", "єдиним", "єдиною", "єдиними", "останнім"})


@dataclass(frozen=True, slots=True)
class Sought:
    """Where the subject of a verb stands.

    ``spans`` are its tokens, several where it is coordinated; ``relative`` is the place of
    the relative word that is the subject, ``shared`` the place of an earlier verb with the
    same subject; -1 where there is none.
    """

    spans: tuple[Span, ...] = ()
    relative: int = -1
    shared: int = -1


_NOWHERE = Sought()
_AND = frozenset({"і", "й", "та"})
_DASHES = frozenset({"–", "—"})


def before_subordinate(row: Row, at: int) -> int:
    """Return the comma before the clause that a comma and the conjunction at ``at`` close.

    «Литва знала, що мита зростуть, і закрила порт»; ``at`` where they close none.
    """
    if row.language != "uk" or row.word(at) not in _AND or row.word(at - 1) != ",":
        return at
    start = row.clause_start(at - 1)
    for _ in range(_STRETCHES):
        if row.word(start - 1) != ",":
            break
        if row.words[start] in _CONTENT or row.words[start] in RELATIVES["uk"]:
            return start - 1
        start = row.clause_start(start - 1)
    return at


def sought(row: Row, at: int, verb: Form) -> Sought:
    """Return where the subject of the verb is whose group begins at ``at``."""
    key = (at, verb.number, verb.gender)
    if key not in row.doers:
        row.doers[key] = _sought(row, at, verb)
    found: Sought = row.doers[key]
    return found


def _sought(row: Row, at: int, verb: Form) -> Sought:
    end = at
    for _ in range(_STRETCHES):
        start = row.clause_start(end)
        if (earlier := _finite(row, start, end)) is not None:
            return _after_verb(row, earlier, end, verb, passed=end < at)
        begin = _over_opener(row, start, end)
        spans = nominatives(row, begin, end, verb)
        if spans is None or spans:
            apart = row.word(start - 1) in _DASHES and start > 1
            return Sought(spans) if spans and not apart else _NOWHERE
        listed = start < end and not row.is_adverb(start) and group_at(row, start) is not None
        over = None if begin > start or listed else _inserted(row, start - 1)
        if over is None:
            return _before(row, (start, end), begin, verb)
        end = over
    return _NOWHERE


def _listed_before(row: Row, start: int, end: int, verb: Form) -> tuple[Span, ...]:
    """Return the subject before a list that goes on from ``start`` to ``end``.

    «А разом із Б, В та Г»; the list may be part of it: «незалежність А, Б та В».
    """
    if row.word(start - 1) != "," or row.is_verb(start):
        return ()
    before = row.clause_start(start - 1)
    if (before > 0 and row.word(before - 1) != ",") or _finite(row, before, start - 1) is not None:
        return ()
    found = nominatives(row, _over_opener(row, before, start - 1), start - 1, verb) or ()
    if found and found[-1][1] == start - 1:
        last = _list_end(row, start, end)
        return (*found[:-1], (found[-1][0], last if last > start else start - 1))
    return found


def _list_end(row: Row, start: int, end: int) -> int:
    """Return where the genitives end that a list goes on with at ``start``."""
    index = last = start
    while index < end:
        group = group_at(row, index)
        if group is not None and "gen" in group.cases:
            index = last = group.last
        elif row.is_conjunction(index):
            index += 1
        else:
            break
    return last


def _before(row: Row, stretch: Span, begin: int, verb: Form) -> Sought:
    """Return the subject of a clause whose ``stretch`` holds none, from what stands before it.

    ``begin`` is the token after the word that opens the clause.
    """
    start, end = stretch
    if row.word(start) in SUBJECT_RELATIVES["uk"]:
        return Sought(relative=start)
    if begin == start and (spans := _listed_before(row, start, end, verb)):
        return Sought(spans)
    joined = begin == start or (begin == start + 1 and row.words[start] in _JOINING)
    if not joined or row.word(start - 1) != ",":
        return _NOWHERE
    return _earlier(row, min(start - 1, before_subordinate(row, start)))


def _over_opener(row: Row, start: int, end: int) -> int:
    """Return the token after the word that opens the clause at ``start``, with its preposition."""
    for index in range(start, min(end, start + 3)):
        if not row.is_preposition(index):
            if index > start and row.words[index] in RELATIVES["uk"]:
                return index + 1  # «згідно з яким»
            break
    if start < end and (row.opens_clause(start) or row.words[start] in _JOINING):
        return start + 1
    return start


def _after_verb(row: Row, earlier: int, end: int, verb: Form, *, passed: bool) -> Sought:
    """Return the subject of what a conjunction joins to the verb at ``earlier``."""
    if passed:
        return Sought(shared=earlier)
    for index in range(end - 1, earlier, -1):
        if row.is_conjunction(index):
            spans = nominatives(row, index + 1, end, verb)
            if spans is None:
                return _NOWHERE
            return Sought(spans) if spans else Sought(shared=earlier)
    return _NOWHERE


def _earlier(row: Row, comma: int) -> Sought:
    """Return the last verb before ``comma`` whose subject what follows may share."""
    for _ in range(_STRETCHES):
        start = row.clause_start(comma)
        if (finite := _finite(row, start, comma)) is not None:
            opener = row.words[start]
            closed = opener in _SUBORDINATE or opener in RELATIVES["uk"] - {"що"}
            led = row.is_preposition(start) and row.word(start + 1) in RELATIVES["uk"]
            return _NOWHERE if closed or led else Sought(shared=finite)
        if row.word(start - 1) != ",":
            return _NOWHERE
        comma = start - 1
    return _NOWHERE


def _finite(row: Row, begin: int, end: int) -> int | None:
    """Return the last finite verb among the tokens ``begin:end``."""
    for index in range(end - 1, begin - 1, -1):
        if not row.is_verb(index):
            continue
        found = kinds(row.words[index])
        if "verb" in found and found.isdisjoint({"noun", "adjective", "infinitive", "adverb"}):
            return index
    return None


def _inserted(row: Row, comma: int) -> int | None:
    """Return the comma that opens what the one at ``comma`` closes, None where nothing is."""
    if row.word(comma) != ",":
        return None
    for _ in range(3):
        start = row.clause_start(comma)
        if row.word(start - 1) != "," or start == comma:
            return None
        if _is_insertion(row, start, comma) or _is_content(row, start):
            return start - 1
        if _finite(row, start, comma) is not None:
            return None
        comma = start - 1
    return None


def _is_content(row: Row, start: int) -> bool:
    """Tell whether the clause at ``start`` says what a noun before it means: «думка, що …, є»."""
    if row.words[start] not in _CONTENT:
        return False
    before = row.clause_start(start - 1)
    return _finite(row, before, start - 1) is None


def _is_insertion(row: Row, start: int, end: int) -> bool:
    """Tell whether the words ``start:end`` are a clause of their own, an aside or an apposition."""
    word = row.words[start]
    opened = not RELATIVES["uk"].isdisjoint(row.words[start : min(end, start + 3)])
    if opened or word == "як" or word in _RANKED:
        return True  # «складником якого є порт»
    first = start
    while first < end - 1 and first not in row.heads and row.is_adverb(first):
        first += 1
    if any(one.participle or one.kind == "gerund" for one in readings(row.words[first])):
        return True
    if _finite(row, start, end) is not None:
        return False
    if (
        row.is_preposition(start)
        or row.is_preposition(first)
        or all(row.is_adverb(i) for i in range(start, end))
    ):
        return True
    phrase = phrase_at(row, first, end)
    return phrase is not None and "nom" in phrase.group.cases and end in phrase.ends
