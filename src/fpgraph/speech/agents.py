"""Nouns for people that no list holds, told by how they end: planners, рецензенти."""

from __future__ import annotations

import re
from functools import lru_cache

from .speech import Noun

#: Endings of people in the plural and in the singular, in English.
_EN_MANY = re.compile(r"[a-z-]{3,}(?:ists|ians|crats|ologists|makers|[dgklmnptvyz]ers|[csdt]ors)\Z")
_EN_ONE = re.compile(r"[a-z-]{3,}(?:ist|ologist|crat|maker)\Z")
_UK_MANY = re.compile(
    r"[а-яіїєґ’'-]{3,}(?:исти|істи|їсти|ники|логи|вці|тори|нери|тери|сери|цери|гери|ачі|рафи|зенти)\Z"
)
_UK_GENITIVE = re.compile(
    r"([а-яіїєґ’'-]{3,}(?:ист|іст|їст|ник|лог|тор|нер|тер|сер|цер|гер|раф|зент))ів\Z"
)
_UK_ONE = re.compile(
    r"[а-яіїєґ’'-]{3,}(?:ист|іст|їст|лог|знавець|истка|істка|логиня|торка|знавиця|зент|зентка)\Z"
)
#: The shortest such word.
_LEAST = 6


@lru_cache(maxsize=4096)
def agent(word: str) -> Noun | None:
    """Return the noun that a word in small letters seems to be by its ending, else None."""
    if len(word) < _LEAST:
        return None
    if word[0] < "\u0400":
        if _EN_MANY.match(word):
            return Noun(word, "people", True, True, True)
        return Noun(word, "people", False, True, True) if _EN_ONE.match(word) else None
    genitive = _UK_GENITIVE.match(word)
    if genitive is not None:
        return Noun(genitive[1] + "и", "people", True, False, True)
    if _UK_MANY.match(word):
        return Noun(word, "people", True, True, False)
    return Noun(word, "people", False, True, False) if _UK_ONE.match(word) else None
