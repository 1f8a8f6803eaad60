"""Ukrainian adjectives: in which gender a form is a nominative, and how it is declined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from .worddict import CASES, gender_of, parses

_HARD = {
    "masc": ("ий", "ого", "ому", "ого|ий", "им", "ому|ім", "ий"),
    "femn": ("а", "ої", "ій", "у", "ою", "ій", "а"),
    "neut": ("е", "ого", "ому", "е", "им", "ому|ім", "е"),
    "plur": ("і", "их", "им", "і|их", "ими", "их", "і"),
}
_SOFT = {
    "masc": ("ій", "ього", "ьому", "ього|ій", "ім", "ьому|ім", "ій"),
    "femn": ("я", "ьої", "ій", "ю", "ьою", "ій", "я"),
    "neut": ("є", "ього", "ьому", "є", "ім", "ьому|ім", "є"),
    "plur": ("і", "іх", "ім", "і|іх", "іми", "іх", "і"),
}
_NOMINATIVE = {
    "masc": ("ий", "ій", "їй"), "femn": ("а", "я"), "neut": ("е", "є"), "plur": ("і", "ї"),
}  # fmt: skip
_ALL = ("і", "іх", "ім", "і|іх", "іма", "іх", "і")
_DECADE = ("ті|і|ті", "х|тих", "м|тим", "ті|і", "ми|тими", "х|тих", "ті|і")
_ENDED = re.compile(r"^(\d+)-(ті|і)$")


@cache
def adjective_genders(word: str) -> frozenset[str]:
    """Return the genders (``plur`` among them) of an adjective in the nominative."""
    if _ENDED.match(word) or word.lower() in {"усі", "всі"}:
        return frozenset({"plur"})
    found = set()
    for parse in parses(word.lower()):
        marks = parse.tag.grammemes
        if ("ADJF" in marks or "NPRO" in marks) and "nomn" in marks and "anim" not in marks:
            gender = gender_of(marks)
            if word.lower().endswith(_NOMINATIVE[gender]):
                found.add(gender)
    return frozenset(found)


def adjective_forms(word: str, gender: str) -> tuple[tuple[str, str], ...]:
    """Return (form, case) of an adjective that is given in the nominative of ``gender``."""
    if decade := _ENDED.match(word):
        return tuple(_spread(f"{decade[1]}-", _DECADE))
    if word.lower() in {"усі", "всі"}:
        return tuple(_spread(word[:-1], _ALL))
    cut = 2 if gender == "masc" else 1
    found: list[tuple[str, str]] = []
    for soft in _softness(word, gender):
        found += _spread(word[:-cut], (_SOFT if soft else _HARD)[gender])
    return tuple(dict.fromkeys(found))


def _softness(word: str, gender: str) -> list[bool]:
    """Tell whether the adjective is soft: of «нові» or «сусідні» only the dictionary can say."""
    if gender != "plur":
        return [word.endswith(("ій", "я", "є"))]
    ends = {p.normal_form[-2:] for p in parses(word.lower()) if "ADJF" in p.tag.grammemes}
    return [soft for soft, end in ((False, "ий"), (True, "ій")) if end in ends] or [False]


def _spread(stem: str, endings: Iterable[str]) -> Iterator[tuple[str, str]]:
    for ending, case in zip(endings, CASES, strict=True):
        for variant in ending.split("|"):
            yield stem + variant, case
