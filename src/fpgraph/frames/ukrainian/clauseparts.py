"""The parts of a Ukrainian clause in front of its verb: subject, adverbials, insertions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..clauses import Row
from ..grammar import RELATIVES, SUBJECT_RELATIVES
from ..wordform import Form
from .groupends import Phrase, phrase_at
from .groups import group_at, over_date
from .inflection import kinds, readings
from .inversion import TIMES

Span = tuple[int, int]

#: How many stretches between commas are looked through.
_STRETCHES = 6
#: Join a further predicate to a clause.
_JOINING = frozenset({"а", "але", "проте", "однак", "зате", "та", "і", "й", "або", "натомість"})
#: Clauses with these in front say when or why: what follows them is no part of theirs.
_SUBORDINATE = frozenset(
    """
    якщо якби коли хоча хоч доки поки щоб щоби аби бо адже оскільки позаяк тоді де куди звідки
    """.split()  # noqa: SIM905 - a list of words
)
#: Pronouns that may be a subject: what they stand for is told elsewhere.
_SUBJECTS = frozenset(
    """
    я ти він вона воно ми ви вони це те той та ті ця цей ці хто що ніхто ніщо щось хтось усе все
    усі всі дехто
    """.split()  # noqa: SIM905 - a list of words
)
_OBLIQUE = frozenset(
    """
    його її їх йому їй їм ним нею ними мені тобі нам вам нас вас собі себе цьому цього цим тому
    того тим цієї цій тих
    """.split()  # noqa: SIM905 - a list of words
)
#: These have their verb in the singular or the plural.
_COLLECTIVE = frozenset(
    """
    більшість меншість низка частина решта половина ряд чверть третина
    """.split()  # noqa: SIM905 - a list of words
)
_ADVERBIAL = frozenset({"adverb", "particle", "conjunction"})
#: Lead what somebody is or does first or alone: «першим із сусідів».
_RANKED = frozenset({"першим", "першою", "першими", "єдиним", "єдиною", "єдиними", "останнім"})
#: Possessives that do not inflect, and objects where no noun follows.
_FIXED = frozenset({"його", "її", "їх"})


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


def sought(row: Row, at: int, verb: Form) -> Sought:
    """Return where the subject of the verb is whose group begins at ``at``."""
    key = (at, verb.number, verb.gender)
    if key not in row.subjects:
        row.subjects[key] = _sought(row, at, verb)
    found: Sought = row.subjects[key]
    return found


def _sought(row: Row, at: int, verb: Form) -> Sought:
    end = at
    for _ in range(_STRETCHES):
        start = row.clause_start(end)
        if (earlier := _finite(row, start, end)) is not None:
            return _after_verb(row, earlier, end, verb, passed=end < at)
        begin = _over_opener(row, start, end)
        spans = _subjects(row, begin, end, verb)
        if spans is None or spans:
            return Sought(spans) if spans else _NOWHERE
        if row.word(start) in SUBJECT_RELATIVES["uk"]:
            return Sought(relative=start)
        if row.word(start - 1) != "," or begin - start > 1:
            return _NOWHERE
        if begin > start:
            return _earlier(row, start - 1) if row.words[start] in _JOINING else _NOWHERE
        over = _inserted(row, start - 1)
        if over is None:
            return _earlier(row, start - 1)
        end = over
    return _NOWHERE


def _over_opener(row: Row, start: int, end: int) -> int:
    """Return the token after the word that opens the clause at ``start``, with its preposition."""
    if start < end and row.is_preposition(start) and row.word(start + 1) in RELATIVES["uk"]:
        return start + 2
    if start < end and (row.opens_clause(start) or row.words[start] in _JOINING):
        return start + 1
    return start


def _after_verb(row: Row, earlier: int, end: int, verb: Form, *, passed: bool) -> Sought:
    """Return the subject of what a conjunction joins to the verb at ``earlier``."""
    if passed:
        return Sought(shared=earlier)
    for index in range(end - 1, earlier, -1):
        if row.is_conjunction(index):
            spans = _subjects(row, index + 1, end, verb)
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
    for _ in range(3):
        start = row.clause_start(comma)
        if row.word(start - 1) != "," or start == comma:
            return None
        if _is_insertion(row, start, comma):
            return start - 1
        if _finite(row, start, comma) is not None:
            return None
        comma = start - 1
    return None


def _is_insertion(row: Row, start: int, end: int) -> bool:
    """Tell whether the words ``start:end`` are a clause of their own, an aside or an apposition."""
    word = row.words[start]
    if not RELATIVES["uk"].isdisjoint(row.words[start : min(end, start + 3)]):
        return True  # «складником якого є порт»
    if row.is_preposition(start):
        return _finite(row, start, end) is None
    if word == "як" or word in _RANKED:
        return True
    first = start
    while first < end - 1 and first not in row.heads and row.is_adverb(first):
        first += 1
    found = readings(row.words[first])
    if any(one.participle or one.kind == "gerund" for one in found):
        return True
    if _finite(row, start, end) is not None:
        return False
    if all(row.is_adverb(i) for i in range(start, end)):
        return True
    phrase = phrase_at(row, first, end)
    return phrase is not None and "nom" in phrase.group.cases and end in phrase.ends


def _subjects(row: Row, begin: int, end: int, verb: Form) -> tuple[Span, ...] | None:
    """Return what among the tokens ``begin:end`` may be the subject; None where that is unclear.

    Empty where they are nothing but adverbials and objects.
    """
    found: list[tuple[Span, ...]] = []
    index = begin
    while index < end:
        over = _over_adverbial(row, index, end)
        if over > index:
            index = over
            continue
        phrase = phrase_at(row, index, end)
        if phrase is None:
            return None
        last = _last(row, phrase)
        if "nom" in phrase.group.cases:
            joined = tuple(_joined(row, index, last, end))
            if len(joined) > 1 and verb.number != "sing":
                found.append(joined)
                last = joined[-1][1]
            elif agrees_in_form(row, index, last, verb):
                last = _over_dated(row, last, end)
                found.append(((index, last),))
        index = last
    if len(found) > 1:
        found = [one for one in found if _is_certain(row, one[0])]
        if len(found) != 1:
            return None
    return found[0] if found else ()


def _last(row: Row, phrase: Phrase) -> int:
    """Return where a phrase ends; nothing but a genitive goes on with a name."""
    if not phrase.group.name:
        return phrase.ends[-1]
    return phrase.group.last


def _over_dated(row: Row, last: int, end: int) -> int:
    """Return where a phrase ends that a date parts: «відкриття у 2021 році представництва»."""
    begin = last + row.is_preposition(last) if last < end else last
    over = over_date(row, begin)
    if over == begin or over >= end:
        return last
    owner = phrase_at(row, over, end)
    return owner.ends[-1] if owner is not None and owner.group.cases == {"gen"} else last


def _joined(row: Row, begin: int, last: int, end: int) -> Iterator[Span]:
    """Yield the phrase ``begin:last`` and those that conjunctions join to it."""
    yield begin, last
    while last < end - 1 and row.is_conjunction(last):
        phrase = phrase_at(row, last + 1, end)
        if phrase is None or "nom" not in phrase.group.cases:
            return
        begin, last = last + 1, _last(row, phrase)
        yield begin, last


def _over_adverbial(row: Row, at: int, end: int) -> int:
    """Return the token after what at ``at`` tells when, where or how, or of an oblique pronoun."""
    word = row.words[at]
    date = over_date(row, at)
    if date > at:
        return date
    if row.is_preposition(at):
        if row.word(at + 1) in _OBLIQUE or row.word(at + 1)[:1].isdigit():
            over = over_date(row, at + 1)
            return max(over, at + 2)
        phrase = phrase_at(row, at + 1, end)
        return at if phrase is None else _over_owners(row, phrase, end)
    if at in row.heads or word in _SUBJECTS:
        return at
    group = group_at(row, at)
    if group is not None and not group.name:
        timed = row.words[group.last - 1] in TIMES and not group.bare
        return group.last if timed else at
    if word in _OBLIQUE or row.is_adverb(at) or word == "не":
        return at + 1
    found = kinds(word)
    plain = bool(found) and (found <= _ADVERBIAL or found == {"infinitive"})
    return at + 1 if plain else at


def _over_owners(row: Row, phrase: Phrase, end: int) -> int:
    """Return where a phrase after a preposition ends; a name goes on with genitives only."""
    if not phrase.group.name:
        return phrase.ends[-1]
    last = phrase.group.last
    while last < end:
        group = group_at(row, last)
        if group is None or group.cases != {"gen"}:
            break
        last = group.last
    return last


def _is_certain(row: Row, span: Span) -> bool:
    """Tell whether the words of ``span`` can be but a nominative."""
    phrase = phrase_at(row, *span)
    return phrase is not None and phrase.group.cases == {"nom"}


def agrees_in_form(row: Row, begin: int, end: int, verb: Form) -> bool:
    """Tell whether the noun of the phrase ``begin:end`` is of the number and gender of ``verb``."""
    phrase = phrase_at(row, begin, end)
    if phrase is None or not verb.number:
        return phrase is not None
    if phrase.group.name:
        return True
    word = row.words[phrase.group.head]
    if word in _COLLECTIVE or row.words[begin][0].isdigit():
        return True
    return any(
        one.kind == "noun"
        and one.case == "nom"
        and one.number == verb.number
        and (verb.number == "plur" or not verb.gender or one.gender in ("", verb.gender))
        for one in readings(word)
    )
