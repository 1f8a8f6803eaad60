"""Ukrainian adjectives that are predicates: «лишається крихкою», «є вигідною для обох»."""

from __future__ import annotations

from ..clauses import HARD, Row
from ..fillers import Filler
from ..frame import Slot
from .groups import group_at
from .inflection import kinds, readings

#: Adjectives that say nothing of what something is like.
_EMPTY = frozenset(
    """
    таким такою такими одним однією першим першою першими другим другою третім третьою четвертим
    четвертою п'ятим п'ятою останнім останньою іншим іншою іншими
    самим самою своїм своєю таке все всім усім відомим відомою відомими присутнім присутньою
    присутніми готовим готовою готовими наявним наявною наявними можливим можливою можливими
    настільки неможливим неможливою неможливими необхідним необхідною необхідними
    """.split()  # noqa: SIM905 - a list of words
)
_LONGEST = 6
#: What these are to something is a relation of its own.
_RELATING = (
    "залежн", "важлив", "необхідн", "потрібн", "зацікавлен", "подібн", "схож", "тотожн",
    "протилежн", "відповідн", "суміжн", "властив", "притаманн",
)  # fmt: skip
#: Alone, these tell of a thing only that it is one.
_BARE = frozenset(
    """
    державою державами країною країнами членом регіоном організацією союзом угодою договором
    людиною містом місцем подією явищем процесом держава країна
    """.split()  # noqa: SIM905 - a list of words
)


def says_something(row: Row, filler: Filler) -> bool:
    """Tell whether a phrase says of what kind something is: "a state" says it of no state."""
    return filler.last - filler.first > 1 or row.words[filler.first] not in _BARE


def adjectives_at(row: Row, at: int, slot: Slot) -> list[Filler]:
    """Return the adjectives at ``at`` that end their clause, with their adverbs.

    What they are told apart from or good for belongs to the last of them.
    """
    found: list[Filler] = []
    begin = at
    while True:
        index = begin
        if row.word(begin) in _EMPTY:
            return []
        while index < len(row) and index not in row.heads and _is_adverb(row, index):
            index += 1
        if not _is_predicate(row, index, slot):
            return []
        end = _over_led(row, index + 1)
        if end > index + 1 and row.words[index].startswith(_RELATING):
            return []
        found.append(Filler("", "", begin, end))
        if end >= len(row) or row.words[end] in HARD or row.words[end] in ".),":
            return found if row.word(end) != "," or _ends_clause(row, end) else []
        if not row.is_conjunction(end):
            return []
        if not _is_predicate(row, end + 1, slot):
            return found
        begin = end + 1


def _is_adverb(row: Row, at: int) -> bool:
    return row.is_adverb(at) or kinds(row.words[at]) == {"adverb"}


def _is_predicate(row: Row, at: int, slot: Slot) -> bool:
    """Tell whether the word at ``at`` is an adjective in a case of ``slot``, and no participle."""
    if at >= len(row) or at in row.heads or row.words[at] in _EMPTY:
        return False
    word = row.words[at]
    if "noun" in kinds(word):
        return False
    return any(
        one.kind == "adjective" and not one.participle and one.case in slot.cases
        for one in readings(word)
    )


def _over_led(row: Row, at: int) -> int:
    """Return the token after a preposition and its noun at ``at``, with a genitive after that."""
    if not row.is_preposition(at):
        return at
    group = group_at(row, at + 1)
    if group is None:
        return at
    end = group.last
    owner = group_at(row, end) if end < len(row) else None
    if owner is not None and owner.cases == {"gen"}:
        end = owner.last
    return end if end - at <= _LONGEST else at


def _ends_clause(row: Row, comma: int) -> bool:
    """Tell whether a clause of its own, and no further adjective, follows the comma."""
    return row.opens_clause(comma + 1) or row.word(comma + 1) in ("та", "і", "й", "незважаючи")
