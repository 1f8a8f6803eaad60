"""The language of a sentence: Ukrainian, English, Russian, Azerbaijani, or not told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .wordlists import ENGLISH, RUSSIAN, UKRAINIAN

UNKNOWN = "und"
_LATIN = re.compile("[A-Za-z\u00c0-\u024fƏə]+")
_UKRAINIAN = "іїєґІЇЄҐ"
_RUSSIAN = "ыэъёЫЭЪЁ"
_OTHER_LATIN = re.compile("[əƏ]")


def language_of(words: str) -> str | None:
    """Return the language tag of ``words``, ``und``, or None when they are too few to tell."""
    return _told(words, _letters(words))


def _told(words: str, letters: tuple[int, int]) -> str | None:
    cyrillic, others = letters
    if cyrillic > others:
        return _cyrillic(words)
    latin = _LATIN.findall(words)
    if not latin:
        return None
    if _OTHER_LATIN.search(words):
        return "az"
    hits = len([word for word in latin if word.lower() in ENGLISH])
    if hits and hits * 12 >= len(latin):
        return "en"
    return None if len(latin) < 15 else UNKNOWN


def _letters(words: str) -> tuple[int, int]:
    """Return how many Cyrillic and how many Latin letters there are.

    Where more than half are Cyrillic, the others are not counted.
    """
    # The upper byte of a Cyrillic letter is 4: counted so, a hundred times faster.
    cyrillic = words.encode("utf-16-le", "surrogatepass")[1::2].count(4)
    if 2 * cyrillic > len(words):
        return cyrillic, 0
    return cyrillic, sum(map(len, _LATIN.findall(words)))


def _cyrillic(words: str) -> str | None:
    russian = sum(map(words.count, _RUSSIAN))
    if not russian and any(map(words.__contains__, _UKRAINIAN)):
        return "uk"  # as most is
    ukrainian = sum(map(words.count, _UKRAINIAN))
    if ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    tokens = words.casefold().split()
    ukrainian = sum(1 for token in tokens if token in UKRAINIAN)
    russian = sum(1 for token in tokens if token in RUSSIAN)
    if ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    return None


def languages(passages: Iterable[tuple[str, bool]]) -> list[str]:
    """Return the language of each of the passages, given as words and "is a heading".

    What is too short to tell takes after its neighbours in the same script: a
    heading after the next, a sentence after the one before.
    """
    given = list(passages)
    letters = [_letters(words) for words, _ in given]
    told = [_told(words, counted) for (words, _), counted in zip(given, letters, strict=True)]
    scripts = [_script(*counted) for counted in letters]
    before = _nearest(told, scripts)
    after = _nearest(told[::-1], scripts[::-1])[::-1]
    result = []
    for number, (words, heading) in enumerate(given):
        nearest = (after, before) if heading else (before, after)
        language = told[number] or nearest[0][number] or nearest[1][number]
        if language is None and scripts[number] == "latin" and words.isascii():
            language = "en"
        result.append(language or UNKNOWN)
    return result


def _nearest(told: list[str | None], scripts: list[str]) -> list[str | None]:
    """Return for each passage the language told last before it, in its own script."""
    seen: dict[str, str] = {}
    result = []
    for language, script in zip(told, scripts, strict=True):
        result.append(seen.get(script))
        if language is not None:
            seen[script] = seen[""] = language
    return result


def _script(cyrillic: int, latin: int) -> str:
    if not cyrillic and not latin:
        return ""
    return "cyrillic" if cyrillic >= latin else "latin"
