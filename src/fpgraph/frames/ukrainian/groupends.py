"""Where a Ukrainian noun phrase ends: what its noun governs, and what belongs to the verb."""

from __future__ import annotations

from dataclasses import dataclass

from ..clauses import Row
from ..phrasewords import WITH_VERB
from .adjuncts import is_adjunct
from .groups import Group, group_at, over_date
from .inflection import is_known, kinds, takes_object

#: A noun made of a verb governs what the verb does: «володіння землею», «служіння народові».
_VERBAL = ("ння", "нню", "нням", "нні", "ття", "ттю", "ттям", "тті")
_WITH_INSTRUMENTAL = (
    "торг", "обмін", "контрол", "керівництв", "війн", "володар", "гра", "спекуляц", "шантаж",
)  # fmt: skip
_WITH_DATIVE = (
    "допомог", "підтримк", "загроз", "протиді", "опір", "опор", "відповід", "альтернатив",
    "поступк", "переваг", "виклик", "противаг", "завад", "перешкод", "удар",
)  # fmt: skip
_PRONOUNS = frozenset({"його", "її", "їх", "це", "цього", "себе", "нас", "вас"})
_ONESELF = frozenset({"себе", "собі", "собою"})
#: How many groups may follow one another in a phrase.
_MOST = 9


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its group and the places where it may end, the last one in full."""

    group: Group
    ends: tuple[int, ...]


def phrase_at(row: Row, at: int, limit: int) -> Phrase | None:
    """Return the noun phrase that begins at the token ``at`` and ends at ``limit`` at most."""
    place = (at, limit)
    if place not in row.phrases:
        row.phrases[place] = _phrase_at(row, at, limit)
    found: Phrase | None = row.phrases[place]
    return found


def _phrase_at(row: Row, at: int, limit: int) -> Phrase | None:
    group = group_at(row, at)
    if group is None or group.last > limit:
        return None
    ends, last = [group.last], group
    for _ in range(_MOST):
        inner = _governed(row, ends[-1], limit, last, group)
        if inner is None:
            break
        ends.append(inner.last)
        last = inner
    at_end = ends[-1]
    if row.word(at_end - 1) in WITH_VERB and at_end < limit and _is_infinitive(row, at_end):
        ends.append(limit)
    return Phrase(group, tuple(ends))


def deed_ends(row: Row, at: int, limit: int) -> tuple[int, ...]:
    """Return where the phrase of the infinitive at ``at`` may end, the last one in full.

    It ends before what joins a further infinitive to it and before an adjunct.
    """
    index = at + 1
    ends = [index] if _stands_alone(row, at, limit) else []
    if row.is_preposition(index) and row.word(index + 1) in _ONESELF:
        index += 2
    while index < limit:
        if row.is_adverb(index) and index not in row.heads:
            index += 1
            continue
        if _is_infinitive(row, index):
            index += 1
        else:
            joint = row.is_conjunction(index) and len(ends) > 1
            inner = (
                None
                if row.is_preposition(index) and is_adjunct(row, index)
                else phrase_at(row, index + (joint or row.is_preposition(index)), limit)
            )
            if inner is None:
                break
            index = inner.ends[-1]
        ends.append(index)
    return tuple(ends)


def _stands_alone(row: Row, at: int, limit: int) -> bool:
    """Tell whether the infinitive at ``at`` says enough: "to win", but not "to lower"."""
    if row.word(at - 1) in _PRONOUNS:
        return False
    return at + 1 >= limit or not takes_object(row.words[at])


def _is_infinitive(row: Row, at: int) -> bool:
    return "infinitive" in kinds(row.words[at])


def _governed(row: Row, at: int, limit: int, last: Group, whole: Group) -> Group | None:
    """Return what goes on the phrase ``whole`` at ``at``, after its innermost group ``last``."""
    if at >= limit:
        return None
    after_date = over_date(row, at)
    if after_date > at:
        return Group(at, after_date, at, frozenset()) if last is whole else None
    if row.is_preposition(at):
        return None if is_adjunct(row, at) else _led(row, at, limit)
    if row.is_conjunction(at):
        return _joined(row, at, limit, last, whole)
    inner = group_at(row, at)
    if inner is None or inner.last > limit:
        return None
    return inner if _governs(row, last, inner) else None


def _led(row: Row, at: int, limit: int) -> Group | None:
    """Return the group that the preposition at ``at`` leads to."""
    inner = group_at(row, at + 1)
    if inner is None or inner.last > limit or inner.cases == {"nom"}:
        return None
    return inner


def _governs(row: Row, last: Group, inner: Group) -> bool:
    """Tell whether the noun of ``last`` may govern ``inner`` without a preposition."""
    if "gen" in inner.cases:
        return True
    noun = row.words[last.last - 1]
    verbal = noun.endswith(_VERBAL)
    if "ins" in inner.cases and (verbal or noun.startswith(_WITH_INSTRUMENTAL)):
        return True
    if "dat" in inner.cases and (verbal or noun.startswith(_WITH_DATIVE)):
        return True
    # A name in apposition: «форум «Захід»», «президент Пакс».
    own = row.raw[inner.head][0].isupper() or not is_known(row.words[inner.head])
    proper = inner.bare and own and not last.name
    return proper and bool(inner.cases & last.cases)


def _joined(row: Row, at: int, limit: int, last: Group, whole: Group) -> Group | None:
    """Return the group that a conjunction at ``at`` joins to the innermost one, if to that.

    «Розвиток торгівлі та енергетики»: both are developed. What may be joined to the noun of
    the whole phrase as well is a further item of a list where it has words of its own.
    """
    if last is whole or not last.cases:
        return None
    led = row.is_preposition(at + 1) and row.word(last.first - 1) == row.word(at + 1)
    inner = group_at(row, at + 1 + led)
    if inner is None or inner.last > limit or not inner.cases & last.cases:
        return None
    if led or (inner.name and last.name):
        return inner
    if inner.cases & whole.cases:
        goes_on = inner.last < limit and _governed(row, inner.last, limit, inner, inner) is not None
        if inner.name or goes_on or (last.bare and not inner.bare):
            return None
    return inner
