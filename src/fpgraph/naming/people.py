"""Persons in a run of words with a capital letter: initials, given names, surnames."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from . import capitals as c
from .capitals import INITIAL, INNER, Piece
from .nameforms import is_cyrillic, nominative_rank
from .nameparts import PERSON, Around, Found
from .namewords import ABSTRACT_ENDINGS, PARTICLES
from .plainwords import CALENDAR

PEOPLE = frozenset({"Person", "Politician", "Scholar"})
_LONGEST = 5
_SECOND = re.compile(r"-[а-яіїєґ]+(?![\w-])")


def initialled(text: Around, group: list[Piece]) -> tuple[list[Piece], Found | None, list[Piece]]:
    """Return the person with initials in ``group``, and what stands before and behind.

    The initials stand in front of the surname or, where no surname follows, behind it.
    """
    at = next(i for i, piece in enumerate(group) if piece.sort == INITIAL)
    after = at
    while after < len(group) and group[after].sort == INITIAL:
        after += 1
    stop = after
    while after < len(group) and group[after].sort == INNER:
        after += 1
    while after + 1 < len(group) and group[after].text.lower() in PARTICLES:
        after += 1
    if after + 1 < len(group) and group[after].sort == c.WORD and c.is_given(group[after].text):
        # «S. Frederick Starr»
        after += group[after + 1].sort == c.WORD
    if after < len(group) and not _is_abstract(group[after].text):
        return _in_front(text, group, at, after)
    if not at:
        return [], None, []
    surname = group[at - 1]
    if c.acronym(surname.text) or len(surname.text) < 3 or _is_ordinary(text, surname.text):
        return group[: at - 1], None, []
    given = tuple(piece.text for piece in group[at:stop])
    person = Found(surname.start, group[stop - 1].end, PERSON, surname.text, given)
    return group[: at - 1], person, group[stop:]


def _in_front(
    text: Around, group: list[Piece], at: int, after: int
) -> tuple[list[Piece], Found | None, list[Piece]]:
    begin, surname = at, group[after]
    if at and not group[at - 1].linked:
        # «Robert D. Kaplan»
        before = group[at - 1].text
        begin = at - 1 if c.is_given(before) or not is_cyrillic(before) else at
    if len(surname.text) < 2 or c.acronym(surname.text) or c.is_numeral(surname.text):
        return group[:begin], None, []
    given = tuple(piece.text for piece in group[begin:after] if piece.sort != INNER)
    end = hyphened(text.clean, surname.end)
    person = Found(group[begin].start, end, PERSON, surname.text, given)
    return group[:begin], person, group[after + 1 :]


def full_name(text: Around, group: Sequence[Piece]) -> Found:
    """Return the person whose given names and surname make up ``group``."""
    kept = list(group[:_LONGEST])
    if len(group) > _LONGEST:
        kept.append(group[_LONGEST])
    while kept[-1].sort == INNER:
        kept.pop()
    last = -2 if c.is_numeral(kept[-1].text) and len(kept) > 2 else -1
    given = tuple(piece.text for piece in kept[:last] if piece.sort == c.WORD)
    start = c.prefix(text.clean, kept[0].start)
    return Found(start, hyphened(text.clean, kept[-1].end), PERSON, kept[last].text, given)


def hyphened(clean: str, end: int) -> int:
    """Return ``end``, or where a second half in small letters ends: «Халла-ахо»."""
    found = _SECOND.match(clean, end)
    return found.end() if found else end


def stretches(text: Around, part: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the stretches of a part that the lexicon does not know.

    What stands before a known person's surname is a given name and no name of its own.
    """
    group: list[Piece] = []
    for piece in part:
        if not piece.linked and not (piece.sort == c.WORD and piece.text.lower() in CALENDAR):
            group.append(piece)
            continue
        person = piece.linked and text.known.type_at(piece.start) in PEOPLE
        forenames = person and (
            all(_is_forename(one) for one in group)
            # «Торвальда Столтенберга», but «у Сирті Муаммар Каддафі»
            or (len(group) == 1 and nominative_rank(group[0].text) < 2)
        )
        if group and not forenames:
            yield group
        group = []
    if group:
        yield group


def _is_forename(piece: Piece) -> bool:
    return piece.sort in (INITIAL, INNER) or c.is_given(piece.text)


def _is_abstract(word: str) -> bool:
    return is_cyrillic(word) and word.endswith(ABSTRACT_ENDINGS)


def _is_ordinary(text: Around, word: str) -> bool:
    return c.is_starter(word) or c.is_title(word) or text.words.occurs(word) or c.is_head(word)
