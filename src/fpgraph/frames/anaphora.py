"""What a pronoun or a common noun with "the" stands for: the subject of the words before it."""

from __future__ import annotations

from collections.abc import Sequence

from ..parts import Link
from .clauses import Row
from .fillers import PEOPLE, Filler, Genders, is_kind, suits
from .frame import Slot
from .governing import is_certain
from .grammar import SUBJECT_PRONOUNS
from .takenup import POINTING, both_at, kinds_at
from .ukrainian.inflection import readings

#: How many sentences a chain of pronouns may go back.
_CHAIN = 3
#: Words before the first comma that say when or where.
_ADVERBIAL = 9
_PLURAL = {"uk": "вони", "en": "they"}
_OPENING = frozenset(
    "і й та але проте однак а утім втім отже тож and but yet so".split()  # noqa: SIM905
)


def meant(row: Row, at: int, slot: Slot, genders: Genders) -> list[Filler]:
    """Return what the pronoun at ``at`` stands for, as a filler that stands at its place."""
    word = row.words[at]
    plural = word == _PLURAL[row.language]
    if not plural and word not in SUBJECT_PRONOUNS[row.language]:
        return []
    found = _before(row, at)
    if plural:
        if len(found) < 2 and not all(genders.get(link.entity) == "plur" for link in found):
            return []
    elif len(found) != 1:
        return []
    wanted = "" if plural else SUBJECT_PRONOUNS[row.language][word]
    if all(suits(link, slot) and _agrees(row, link, wanted, genders) for link in found):
        return [Filler(link.entity, link.type, at, at + 1) for link in found]
    return []


def meant_by_noun(row: Row, begin: int, end: int, slot: Slot) -> list[Filler]:
    """Return what a common noun stands for: the name of its kind that was spoken of before."""
    if kinds := both_at(row, begin, end):
        found = _two_before(row, kinds)
    elif kinds := kinds_at(row, begin, end):
        found = _kin_before(row, begin, kinds)
    else:
        return []
    if all(suits(link, slot) for link in found):
        return [Filler(link.entity, link.type, begin, end) for link in found]
    return []


def _kin_before(row: Row, at: int, kinds: frozenset[str]) -> list[Link]:
    """Return the one name of the classes ``kinds`` that the words before ``at`` speak of."""
    if row.language == "en":
        return _english_kin(row, at, kinds) if _opens(row, at) else []
    start = row.clause_start(at)
    here = [link for link in names(row, start) if _is_of(link, kinds)]
    where = row if here else row.earlier()
    if where is None:
        return []
    spoken = topic(where, 1 if here else _CHAIN)
    if len(spoken) == 1 and _is_of(spoken[0], kinds) and (not here or spoken[0] in here):
        return spoken
    if row.words[at] not in POINTING["uk"]:
        return []
    found = here or [link for link in names(where, len(where)) if _is_of(link, kinds)]
    return found[:1] if len({link.entity for link in found}) == 1 else []


def _english_kin(row: Row, at: int, kinds: frozenset[str]) -> list[Link]:
    """Return what the sentence before speaks of, or the one name of its kind there."""
    found = _before(row, at)
    return found if len(found) == 1 and _is_of(found[0], kinds) else _only_one(row, kinds)


def _only_one(row: Row, kinds: frozenset[str]) -> list[Link]:
    """Return the one name of the classes ``kinds`` in the sentence before, if there is but one."""
    where = row.earlier()
    if where is None:
        return []
    found = [link for link in names(where, len(where)) if link.type and _is_of(link, kinds)]
    return found[:1] if len({link.entity for link in found}) == 1 else []


def _two_before(row: Row, kinds: frozenset[str]) -> list[Link]:
    """Return the two names of the classes ``kinds`` that the sentence before speaks of."""
    earlier = row.earlier()
    if earlier is None:
        return []
    joined = [
        (one, other)
        for begin in sorted(earlier.heads)
        for one, end in earlier.heads[begin][:1]
        if earlier.is_conjunction(end)
        for other, _ in earlier.heads.get(end + 1, ())[:1]
        if _is_of(one, kinds) and _is_of(other, kinds)
    ]
    named = {link.entity for link in names(earlier, len(earlier)) if _is_of(link, kinds)}
    return list(joined[0]) if len(joined) == 1 and len(named) == 2 else []


def _is_of(link: Link, kinds: frozenset[str]) -> bool:
    return bool(link.type) and is_kind(link.type, kinds)


def names(row: Row, end: int) -> list[Link]:
    """Return the names that begin before the token ``end`` and that no other name holds."""
    found, reached = [], 0
    for begin in sorted(row.heads):
        link, last = row.heads[begin][0]
        if reached <= begin < end and not link.weak:
            found.append(link)
            reached = last
    return found


def _before(row: Row, at: int) -> list[Link]:
    """Return what the clause or sentence before the pronoun at ``at`` speaks of."""
    start = row.clause_start(at) if row.language == "uk" else at
    if not _opens(row, start):
        if row.language == "en" or names(row, start):
            return [link for link in topic(row, 1) if link.start < row.starts[start]]
        if _speaks_of(row, start, SUBJECT_PRONOUNS["uk"].get(row.words[at], "plur")):
            return []
    earlier = row.earlier()
    return topic(earlier, _CHAIN) if earlier is not None else []


def _speaks_of(row: Row, end: int, wanted: str) -> bool:
    """Tell whether a common noun before ``end`` may be what a pronoun of that gender means."""
    return any(
        one.kind == "noun" and one.case == "nom" and (one.gender or one.number) == wanted
        for word in row.words[:end]
        for one in readings(word)
    )


def _opens(row: Row, at: int) -> bool:
    return all(row.is_adverb(i) or row.is_mark(i) or row.words[i] in _OPENING for i in range(at))


def topic(row: Row, depth: int) -> list[Link]:
    """Return what the sentence ``row`` speaks of: the names that are its first subject."""
    for start in _starts(row):
        found = _subject(row, start)
        if found:
            return found
        if depth > 1 and _refers(row, start):
            earlier = row.earlier()
            return topic(earlier, depth - 1) if earlier is not None else []
    if row.language == "uk":
        certain = [
            link
            for begin in sorted(row.heads)
            for link, _ in row.heads[begin][:1]
            if not link.weak and is_certain(link)
        ]
        return certain if len({link.entity for link in certain}) == 1 else []
    return []


def _refers(row: Row, start: int) -> bool:
    pronouns = SUBJECT_PRONOUNS[row.language]
    if row.word(start) in pronouns or row.word(start) == _PLURAL[row.language]:
        return True
    return any(kinds_at(row, start, end) for end in (start + 1, start + 2) if end <= len(row))


def _starts(row: Row) -> Sequence[int]:
    """Return where the subject of ``row`` may begin: at its head, and after an adverbial."""
    first = 0
    while (
        first < len(row)
        and first not in row.heads
        and (row.is_adverb(first) or row.is_mark(first) or row.words[first] in _OPENING)
    ):
        first += 1
    found = [first]
    if row.is_preposition(first) or row.opens_clause(first):
        for index in range(first, min(len(row), first + _ADVERBIAL)):
            if row.words[index] == ",":
                return [index + 1]
            if row.words[index][0].isdigit() and index + 1 in row.heads:
                return [index + 1]
        return []
    return found


def _subject(row: Row, start: int) -> list[Link]:
    """Return the names that the tokens from ``start`` on begin with, as subjects."""
    index = start
    while index < len(row) and index not in row.heads and row.is_adjective(index):
        index += 1
    if index < len(row) and index in row.heads and row.heads[index][0][0].weak:
        return []
    found: list[Link] = []
    while index in row.heads:
        link, end = row.heads[index][0]
        if link.weak or not _may_lead(row, link, end):
            return []
        found.append(link)
        index = end
        if not (row.word(index) == "," or row.is_conjunction(index)):
            break
        joined = (
            index + 2 if row.word(index) == "," and row.is_conjunction(index + 1) else index + 1
        )
        if joined not in row.heads:
            break
        index = joined
    return found


def _may_lead(row: Row, link: Link, end: int) -> bool:
    """Tell whether a name at the head of a clause is its subject and no attribute."""
    if row.language == "uk":
        return not link.cases or "nom" in link.cases
    following = row.word(end)
    if not following or following in ("'s", "'"):
        return False
    return not following.isalpha() or (
        row.is_verb(end)
        or row.is_adverb(end)
        or row.is_conjunction(end)
        or row.opens_clause(end)
        or following.endswith(("s", "ed"))
    )


def _agrees(row: Row, link: Link, wanted: str, genders: Genders) -> bool:
    """Tell whether a pronoun of that gender may stand for ``link``."""
    person = bool(link.type) and is_kind(link.type, PEOPLE)
    if not wanted:
        return True
    if row.language == "uk":
        return genders.get(link.entity, "") == wanted
    return person if wanted == "person" else bool(link.type) and not person
