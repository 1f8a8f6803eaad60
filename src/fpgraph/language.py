"""The language of a sentence: Ukrainian, English, Russian, Azerbaijani, or not told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .wordlists import ENGLISH, RUSSIAN, UKRAINIAN

UNKNOWN = "und"
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024fƏə]+")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")
_OTHER_LATIN = re.compile("[əƏ]")


def language_of(words: str) -> str | None:
    """Return the language tag of ``words``, ``und``, or None when they are too few to tell."""
    cyrillic = "".join(_CYRILLIC.findall(words))
    latin = _LATIN.findall(words)
    if len(cyrillic) > sum(map(len, latin)):
        return _cyrillic(words, cyrillic)
    if not latin:
        return None
    if _OTHER_LATIN.search(words):
        return "az"
    hits = len([word for word in latin if word.lower() in ENGLISH])
    if hits and hits * 12 >= len(latin):
        return "en"
    return None if len(latin) < 15 else UNKNOWN


def _cyrillic(words: str, letters: str) -> str | None:
    ukrainian, russian = len(_UKRAINIAN.findall(letters)), len(_RUSSIAN.findall(letters))
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
    told = [language_of(words) for words, _ in given]
    scripts = [_script(words) for words, _ in given]
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


def _script(words: str) -> str:
    cyrillic = sum(map(len, _CYRILLIC.findall(words)))
    latin = sum(map(len, _LATIN.findall(words)))
    if not cyrillic and not latin:
        return ""
    return "cyrillic" if cyrillic >= latin else "latin"
