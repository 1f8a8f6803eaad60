"""Where small words join English words with a capital into one name, and where they part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import capitals as c
from .capitals import INNER, Piece
from .nameparts import Around, Known
from .namewords import ABSTRACT, CONTINENTS, ORDINARY, PARTICLES, SUBJECTS
from .plainwords import CALENDAR

_AFTER = re.compile(r" ([a-z]+)")
_JOINING = frozenset({"of", "for", "on"})
_STATES = frozenset({"State", "FormerState"})
_LISTED = re.compile(r"(?:,| and)[ \u00a0](?=[A-Z])")
_NOUN = r"[A-Z][\w’'-]+(?:[ \u00a0][A-Z][\w’'-]+)?"
_SERIES = re.compile(rf"(?:,[ \u00a0]{_NOUN})*,?[ \u00a0]and[ \u00a0]{_NOUN}(?![\w-])")
_CAPITAL = re.compile(r"[A-Z][\w’'-]+")


def joined_parts(text: Around, whole: Sequence[Piece]) -> list[list[Piece]]:
    """Return the parts of a run: «University of Oslo» is one, «Oslo and Bergen» are two."""
    following = _AFTER.match(text.clean, whole[-1].end)
    headed = following is not None and c.is_head(following[1])
    parts: list[list[Piece]] = [[]]
    inner: list[Piece] = []
    for index, piece in enumerate(whole):
        if piece.sort == INNER:
            inner.append(piece)
            continue
        if inner and parts[-1]:
            words = [one.text for one in inner]
            if not _lists(text, piece) and _joins(
                text.known, parts[-1], words, whole[index:], headed=headed
            ):
                parts[-1] += inner
            else:
                parts.append([])
        inner = []
        parts[-1].append(piece)
        if piece.shut:
            parts.append([])
    return [part for part in parts if part]


def _lists(text: Around, piece: Piece) -> bool:
    """Tell whether states are listed that belong to what is named: «Alliance of Chile, …»."""
    if not piece.linked or text.known.type_at(piece.start) not in _STATES:
        return False
    return _LISTED.match(text.clean, text.known.reaches(piece.start)) is not None


def _joins(
    known: Known,
    part: Sequence[Piece],
    inner: Sequence[str],
    after: Sequence[Piece],
    *,
    headed: bool,
) -> bool:
    if all(word in PARTICLES for word in inner):
        return True
    words = [one for one in part if one.sort == c.WORD]
    if not words or after[0].text.lower() in CALENDAR:
        return False
    if inner[0] in _JOINING:
        return _belongs(known, part, inner, after[0])
    already = any(one.sort == INNER and one.text in _JOINING for one in part)
    if inner[0] in ("to", "in"):
        return already and _goes_on(inner[0], after[0])
    if len(inner) > 1 or inner[0] not in ("and", "&"):
        return False
    return _pairs(words, after, already=already, headed=headed)


def _goes_on(inner: str, piece: Piece) -> bool:
    if inner == "in":
        return piece.text.lower() in CONTINENTS
    return not piece.linked and not c.is_given(piece.text)


def _belongs(known: Known, part: Sequence[Piece], inner: Sequence[str], piece: Piece) -> bool:
    """Tell whether «of», «for» or «on» goes on within a name or a title."""
    words = [one for one in part if one.sort == c.WORD]
    if inner[0] == "of" and c.is_title(words[-1].text) and all(map(_is_titular, words)):
        return True
    if piece.linked and any(one.sort == INNER for one in part):
        return c.is_head(words[0].text) and known.type_at(piece.start) in _STATES
    joined = any(one.sort == INNER for one in part)
    if joined and inner[0] == "of" and words[-1].text.lower().endswith(ABSTRACT):
        return not piece.linked and not c.is_given(piece.text)
    heads = c.is_head(words[-1].text) and not c.is_title(piece.text)
    return heads and (len(inner) == 1 or list(inner[1:]) == ["the"])


def series(text: Around, part: Sequence[Piece]) -> int:
    """Return where a series within a name ends: «Treaty of Friendship, Trade and Navigation»."""
    end = part[-1].end
    if not any(one.sort == INNER and one.text in _JOINING for one in part) or part[-1].linked:
        return end
    found = _SERIES.match(text.clean, end)
    if found is None:
        return end
    for word in _CAPITAL.finditer(text.clean, part[-1].start, found.end()):
        if text.known.covers(*word.span()) or not _is_subject(word[0]):
            return end
    return found.end()


def _is_subject(word: str) -> bool:
    """Tell whether a word says what ministries and treaties are about."""
    small = word.lower()
    return (
        small in ORDINARY or small in SUBJECTS or c.is_portfolio(small)
        or small.endswith(ABSTRACT) or (c.heads_other(small) and small[-1:] != "s")
    )  # fmt: skip


def _is_titular(piece: Piece) -> bool:
    return c.is_title(piece.text) or c.is_portfolio(piece.text) or c.is_common(piece.text)


def _pairs(words: Sequence[Piece], after: Sequence[Piece], *, already: bool, headed: bool) -> bool:
    """Tell whether «and» stands within a name: «Trade and Industry», «Belt and Road Initiative».

    ``headed`` tells that a noun in small letters follows: «Law and Justice party».
    """
    piece = after[0]
    if not _may_follow(piece, alone=not already or len(after) == 1, headed=headed):
        return False
    heads = c.is_head(words[-1].text)
    if already:
        return not heads and not words[-1].linked
    if heads or any(one.linked for one in words) or c.is_given(words[0].text):
        return False
    last = 0
    while last + 1 < len(after) and after[last + 1].sort == c.WORD:
        last += 1
    if headed and len(words) == len(after) == 1:
        return words[0].text.lower() in ORDINARY and piece.text.lower() in ORDINARY
    return last > 0 and c.is_head(after[last].text)


def _may_follow(piece: Piece, *, alone: bool, headed: bool) -> bool:
    """Tell whether a word may follow «and» within a name."""
    if piece.linked or c.acronym(piece.text) or c.heads_organisation(piece.text):
        return False
    if c.is_given(piece.text) or (c.is_title(piece.text) and not headed):
        return False
    return not (alone and c.heads_other(piece.text))
