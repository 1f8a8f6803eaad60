"""Acronyms that an article explains itself: what it says they stand for is what they mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .walk import Hit

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ-][^\W_]+)*")
#: Small words, of which an acronym takes no letter.
_PASSED = frozenset(
    [
        *("of", "and", "the", "for", "on", "in", "to", "a", "an", "de", "la", "du", "та", "і", "й"),
        *("з", "із", "зі", "у", "в", "на", "до", "про", "при", "для", "від"),
    ]
)
_LONGEST = 160
_SHORTEST = 2


def defined(found: Sequence[Hit], text: str) -> list[Hit]:
    """Return the names with the acronyms that the text explains linked as it explains them.

    «Річна національна програма (РНП)» is no party: what stands before the bracket, or
    within it, has the letters of the acronym. Where that is nothing known, the acronym
    is left out.
    """
    explained: dict[str, Hit | None] = {}
    for one in found:
        if one[2][0][1] != "acronym" or "(" not in (text[one[0] - 1], text[1 - one[1]]):
            continue
        if (place := _explanation(text, one[0], -one[1])) is not None:
            said = _at(found, *place)
            if said is None or said[2][0][0] != one[2][0][0]:
                explained.setdefault(text[one[0] : -one[1]], said)
    if not explained:
        return list(found)
    return [new for one in found if (new := _explained(one, text, explained)) is not None]


def _explained(one: Hit, text: str, explained: dict[str, Hit | None]) -> Hit | None:
    if one[2][0][1] != "acronym" or (form := text[one[0] : -one[1]]) not in explained:
        return one
    said = explained[form]
    if said is None:
        return None
    sense = said[2][0]
    new = (sense[0], "acronym", sense[2], one[2][0][3], False, sense[5])
    return one[0], one[1], (new, False, (new,))


def _at(found: Sequence[Hit], start: int, end: int) -> Hit | None:
    """Return the longest known name that ends where the explanation does, or holds it.

    ``found`` is in the order of the text.
    """
    near = found[bisect_left(found, (start - _LONGEST,)) : bisect_left(found, (start + 2,))]
    there = [one for one in near if -one[1] >= end - 1 and not one[2][0][4]]
    return min(there, key=lambda one: (one[1] - one[0], one), default=None)


def _explanation(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the words stand that an acronym at ``start:end`` is made of."""
    letters = [sign for sign in text[start:end] if sign.isalpha()]
    if len(letters) < _SHORTEST or not all(map(str.isupper, letters)):
        return None
    if text[start - 1 : start] == "(":
        stop = start - 1
        words = list(_WORD.finditer(text, max(0, stop - _LONGEST), stop))
        return _spelt(words[::-1], letters[::-1])
    if text[end : end + 2] == " (":
        close = text.find(")", end, end + _LONGEST)
        return _spelt(list(_WORD.finditer(text, end + 2, max(close, 0))), letters)
    return None


def _spelt(words: Sequence[re.Match[str]], letters: Sequence[str]) -> tuple[int, int] | None:
    """Return the place of the words, in this order, that begin with ``letters``."""
    wanted = iter(letters)
    letter = next(wanted, None)
    used: list[re.Match[str]] = []
    for word in words:
        if letter is None:
            break
        if word[0][0].upper() == letter:
            used.append(word)
            letter = next(wanted, None)
        elif word[0] not in _PASSED:
            return None
    if letter is not None or not used:
        return None
    return min(one.start() for one in used), max(one.end() for one in used)
