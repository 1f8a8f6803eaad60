"""What belongs to a Ukrainian verb and to no noun: when, where, how, in spite of what."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses import HARD, Row
from .groups import Group, group_at, over_date


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: Prepositions that tell how, why or when something is done.
_ALONE = _words(
    """
    попри завдяки внаслідок унаслідок протягом упродовж впродовж шляхом замість задля заради
    всупереч наприкінці напередодні після крім окрім відповідно згідно залежно незважаючи
    зокрема включно спільно паралельно
    """
)
#: The same of two words: the second ones by the first.
_DOUBLE = {
    "за": _words(
        """
        допомогою допомоги рахунок умови умов участю участі підтримки посередництва сприяння
        посередництвом ініціативи ініціативою часів президентства правління прикладом винятком
        """
    ),
    "з": _words("метою огляду боку нагоди часом часів приводу свого допомогою"),
    "під": _words("час тиском впливом приводом егідою виглядом"),
    "у": _words(
        "силу разі зв'язку відповідь обмін умовах межах рамках ході результаті випадку період роки"
    ),
    "на": _words(
        "тлі відміну основі підставі противагу користь початку думку знак чолі шкоду кшталт"
    ),
    "разом": _words("з із зі"),
    "поряд": _words("з із зі"),
    "поруч": _words("з із зі"),
    "до": _words("речі того"),
}
_DOUBLE["в"] = _DOUBLE["у"]
_TIMES = _words(
    """
    столітті століття сторіччі десятилітті десятиліття епоху добу час часи часу період роки рік
    місяць місяці місяця тиждень день дня дні січні лютому березні квітні травні червні липні
    серпні вересні жовтні листопаді грудні тижні році року роках років десятиліттями роками
    """
)
_ADVERBIAL = _words(
    """
    торік щороку навесні влітку восени взимку улітку узимку роками століттями десятиліттями
    тоді нині зараз сьогодні донедавна щойно тут там всюди скрізь
    """
)
#: Prepositions whose noun tells of the verb where it follows that verb.
_TELLING = _words(
    "у в на з із зі за під для при через перед до від між поміж над серед проти без по"
)
_PERSONS = _words("нас нам нами вас вам нього неї них ним нею ними себе собі мене мені усіх всіх")
#: The most words that stand between a verb and its object, and that commas set off in them.
_FAR = 12
_ASIDE = 7


def tells_how(row: Row, at: int) -> bool:
    """Tell whether the preposition at ``at`` tells how or why: «завдяки», «у силу»."""
    word = row.words[at]
    return word in _ALONE or row.word(at + 1) in _DOUBLE.get(word, ())


def is_adjunct(row: Row, at: int) -> bool:
    """Tell whether the preposition at ``at`` leads to what can belong to the verb only."""
    if tells_how(row, at):
        return True
    if over_date(row, at + 1) > at + 1 or _is_year(row, at + 1):
        return True
    group = group_at(row, at + 1)
    return group is not None and not group.name and row.words[group.last - 1] in _TIMES


def _is_year(row: Row, at: int) -> bool:
    word = row.word(at)
    return word[:4].isdigit() and len(word) >= 4 and word[:2] in ("17", "18", "19", "20")


def over_adjuncts(row: Row, at: int, wanted: frozenset[str]) -> Iterator[int]:
    """Yield where an object may begin behind the adjuncts that follow its verb at ``at``.

    ``wanted`` are the cases that the object may stand in.
    """
    index = at
    while index - at <= _FAR and index < len(row):
        following = _over_adjunct(row, index, wanted)
        if following <= index:
            return
        yield following
        owner = group_at(row, following) if row.is_preposition(index) else None
        if owner is not None and owner.cases == {"gen"}:
            yield owner.last
            following = owner.last
        index = following


def _over_adjunct(row: Row, at: int, wanted: frozenset[str]) -> int:
    """Return the token after the adjunct that begins at ``at``, or ``at`` where none does."""
    if row.words[at] == ",":
        return _over_aside(row, at)
    over = over_date(row, at)
    if over > at or row.is_mark(at):
        return over
    if row.is_preposition(at):
        return over_led(row, at)
    if at not in row.heads and (row.words[at] in _ADVERBIAL or row.is_adverb(at)):
        return at + 1
    group = group_at(row, at)
    return group.last if group is not None and _is_adverbial(row, group, wanted) else at


def _is_adverbial(row: Row, group: Group, wanted: frozenset[str]) -> bool:
    """Tell whether a group without a preposition is no object: «минулого року», «Україні»."""
    if is_time(row, group):
        return True
    return group.cases <= {"dat", "loc"} and "dat" in group.cases and "dat" not in wanted


def is_time(row: Row, group: Group) -> bool:
    """Tell whether a noun group says when or how long: «півтора року», «перші десятиліття»."""
    return row.words[group.last - 1] in _TIMES and not group.cases.isdisjoint({"gen", "acc"})


def over_led(row: Row, at: int) -> int:
    """Return the token after a preposition, its noun and the date after that."""
    word = row.words[at]
    double = row.word(at + 1) in _DOUBLE.get(word, ())
    if not double and word not in _TELLING and word not in _ALONE:
        return at
    begin = at + 2 if double else at + 1
    date = over_date(row, begin)
    if date > begin:
        return date
    if _is_year(row, begin):
        return begin + 1
    if row.word(begin) in _PERSONS:
        return begin + 1
    group = group_at(row, begin)
    if group is None or group.cases == {"nom"}:
        return begin if double else at
    return over_date(row, group.last)


def _over_aside(row: Row, comma: int) -> int:
    """Return the token after what two commas set off from ``comma`` on: «, попри спротив, »."""
    begin = comma + 1
    end = begin
    while end < min(len(row), begin + _ASIDE) and row.words[end] != ",":
        if row.words[end] in HARD or row.words[end] in "()[].":
            return comma
        end += 1
    if end == begin or row.word(end) != ",":
        return comma
    if row.words[begin] == "як":
        return end + 1  # «як зауважує міністр»
    told = row.is_preposition(begin) or row.is_adverb(begin)
    return end + 1 if told and not any(row.is_verb(i) for i in range(begin, end)) else comma
