"""The phrase that a clause begins with, as the subject of its verb."""

from __future__ import annotations

from typing import NamedTuple

from .anaphora import meant_by_noun
from .clauses import Row
from .fillers import Filler
from .frame import Slot
from .governing import OFFICES
from .grammar import CONJUNCTIONS
from .phraseheads import headed
from .takenup import both_at, kinds_at
from .ukrainian.adjuncts import is_time, over_led, tells_how
from .ukrainian.agreement import may_be_subject
from .ukrainian.groups import group_at, over_date
from .wordform import Form

#: A clause that begins after these has its subject first.
_CLAUSE_BORDERS = {
    "uk": frozenset({"", ".", ":", ";", "що"}),
    "en": frozenset({"", ".", ":", ";", "that", "because", "although", "since", "while"}),
}
_DATING = frozenset({"in", "since", "by", "after", "before", "until", "during", "on", "from"})
#: Words after a comma with which a Ukrainian clause of its own begins that states something.
_JOINING = frozenset(
    "а але проте однак бо адже тож оскільки хоча хоч".split()  # noqa: SIM905 - a list of words
)
#: The longest aside at the head of a sentence.
_ASIDE = 7


def is_border(row: Row, at: int) -> bool:
    """Tell whether a clause whose subject stands first begins after the token ``at``."""
    return row.word(at) in _CLAUSE_BORDERS[row.language]


def clause_phrase(row: Row, start: int, at: int, slot: Slot, verb: Form) -> list[Filler]:
    """Return the words from the head of the clause at ``start`` to the verb at ``at``."""
    if row.language == "uk":
        lead = _lead(row, start, at)
        return [] if lead is None else _ukrainian(row, lead, at, slot, verb)
    start = _over_date(row, start, at)
    if start >= at or not _begins(row, start):
        return []
    while start < at - 1 and row.words[start] in CONJUNCTIONS["en"]:
        start += 1
    if found := meant_by_noun(row, start, at, slot):
        return found
    if not slot.phrase or (row.is_adverb(start) and row.words[start] != "most"):
        return []
    whole = headed(row, start, at, slot)
    return [] if whole is None else [whole]


class _Lead(NamedTuple):
    """What may be the subject at the head of a Ukrainian clause: the words ``begin:end``.

    ``vague`` tells that they name nothing of their own.
    """

    begin: int
    end: int
    vague: bool


def _lead(row: Row, start: int, at: int) -> _Lead | None:
    """Return what the clause at ``start`` begins with before its verb at ``at``."""
    key = (start, at)
    if key not in row.leads:
        row.leads[key] = _lead_from(row, start, at)
    known: _Lead | None = row.leads[key]
    return known


def _lead_from(row: Row, start: int, at: int) -> _Lead | None:
    if start >= at or not _begins(row, start):
        return None
    begin, end = _over_adverbials(row, start, at), at
    while end > begin and (row.is_adverb(end - 1) or row.words[end - 1] == "не"):
        end -= 1
    group = group_at(row, begin) if begin < end else None
    if group is None or "nom" not in group.cases:
        return None
    if any(tells_how(row, i) for i in range(group.last, end)):
        return None  # «країна в силу обставин»: where the subject ends is not plain
    vague = end - begin == 1 and row.words[begin] in OFFICES
    return _Lead(begin, end, vague or bool(kinds_at(row, begin, end) or both_at(row, begin, end)))


def _ukrainian(row: Row, lead: _Lead, at: int, slot: Slot, verb: Form) -> list[Filler]:
    if found := meant_by_noun(row, lead.begin, lead.end, slot):
        return found
    if not slot.phrase or lead.vague:
        return []
    whole = headed(row, lead.begin, at, slot)
    if whole is None or not may_be_subject(row, lead.begin, at, verb):
        return []
    return [whole]


def _begins(row: Row, start: int) -> bool:
    """Tell whether a clause whose subject stands first begins at ``start``."""
    if start == 0 or is_border(row, start - 1):
        return True
    if row.language == "uk" and row.words[start - 1] == ",":
        return row.words[start] in _JOINING or _is_aside(row, start - 1)
    if row.language == "uk" and row.words[start - 1] in _JOINING:
        return row.word(start - 2) == ","
    before = row.starts[start] - 1
    return row.clean[before] in '“"«„' or (
        row.language == "en" and row.words[start - 1][0].isdigit()
    )


def _is_aside(row: Row, comma: int) -> bool:
    """Tell whether the words before ``comma`` are an aside at the head: «По-перше», «На жаль»."""
    begin = row.clause_start(comma)
    if not 0 < comma - begin <= _ASIDE or not (begin == 0 or is_border(row, begin - 1)):
        return False
    if any(row.is_verb(i) or row.opens_clause(i) for i in range(begin, comma)):
        return False
    alone = all(row.is_adverb(i) or row.words[i].startswith("по-") for i in range(begin, comma))
    return alone or row.is_preposition(begin)


def _over_adverbials(row: Row, start: int, at: int) -> int:
    """Return where the subject begins after what says when or where: «Після війни уряд …»."""
    while start < at and (row.words[start] in _JOINING or row.is_conjunction(start)):
        start += 1
    while start < at and start not in row.heads:
        following = start + 1 if row.is_adverb(start) else over_date(row, start)
        if row.is_preposition(start) and (led := over_led(row, start)) > start:
            following = _over_genitives(row, led, at)
        elif following <= start and (group := group_at(row, start)) is not None:
            following = group.last if group.last < at and is_time(row, group) else following
        if following <= start or following > at:
            break
        start = following
    return start


def _over_genitives(row: Row, at: int, end: int) -> int:
    """Return the token after the nouns that the one before ``at`` governs."""
    while at < end:
        group = group_at(row, at)
        if group is None or "nom" in group.cases or "gen" not in group.cases:
            break
        at = group.last
    return at


def _over_date(row: Row, start: int, at: int) -> int:
    """Return where an English subject begins after a date: "In 2014 a terminal was moored"."""
    dated = row.word(start - 1) in _DATING and start + 1 < at
    if dated and row.words[start].isdigit() and len(row.words[start]) == 4:
        return start + 1  # "since" opens a clause too
    if row.word(start) in _DATING and start == 0:
        for index in range(1, min(4, at)):
            if row.words[index][0].isdigit() and row.word(index + 1) != ",":
                return index + 1
    return start
