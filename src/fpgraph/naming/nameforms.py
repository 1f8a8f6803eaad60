"""The forms of one name: what they share, which is the nominative, how it is romanised.

Names that no dictionary holds are declined by their ending, so two forms belong
together when one stem and one declension yield both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ..transliteration import kebab

# Endings by declension, as ending: cases.
_HARD = {
    "": "nom", "а": "gen acc", "у": "dat loc", "ові": "dat loc", "ом": "ins", "і": "loc",
    "е": "voc",
}  # fmt: skip
_SOFT = {
    "ь": "nom", "й": "nom", "": "nom", "я": "gen acc", "ю": "dat loc", "еві": "dat loc",
    "єві": "dat loc", "ем": "ins", "єм": "ins", "ї": "loc", "і": "loc", "є": "voc",
}  # fmt: skip
_HUSHED = {
    "": "nom", "а": "gen acc", "у": "dat loc", "еві": "dat loc", "ем": "ins", "ом": "ins",
    "і": "loc",
}  # fmt: skip
_IN_O = {"о": "nom", "а": "gen acc", "у": "dat loc", "ові": "dat loc", "ом": "ins"}
_ADJECTIVE = {
    "ий": "nom", "ого": "gen acc", "ому": "dat loc", "им": "ins", "ім": "loc",
    "а": "nom", "ої": "gen", "ій": "dat loc", "у": "acc", "ою": "ins",
}  # fmt: skip
_POSSESSIVE = {
    "": "nom", "а": "nom gen acc", "у": "dat loc acc", "им": "ins", "ові": "dat loc",
    "і": "loc", "ої": "gen", "ій": "dat loc", "ою": "ins",
}  # fmt: skip
_IN_A = {"а": "nom", "и": "gen", "і": "dat loc", "у": "acc", "ою": "ins", "о": "voc"}
_IN_YA = {
    "я": "nom", "і": "gen dat loc", "ї": "gen dat loc", "ю": "acc", "ею": "ins", "єю": "ins",
    "е": "voc", "є": "voc",
}  # fmt: skip
_PLURAL = {"и": "nom acc", "": "gen", "ів": "gen", "ам": "dat", "ами": "ins", "ах": "loc"}
_DECLENSIONS = {
    "hard": (_HARD, re.compile(r"[бвгґдзклмнпрстфхцчжшщ]$")),
    "soft": (_SOFT, re.compile(r"[лнрстцздеаиіоуюяєьй]$")),
    "hushed": (_HUSHED, re.compile(r"[чжшщрц]$")),
    "o": (_IN_O, re.compile(r"[кнлрчтг]$")),
    "adjective": (_ADJECTIVE, re.compile(r"(?:ськ|цьк|зьк|н|т|в|б|к|р)$")),
    "possessive": (_POSSESSIVE, re.compile(r"(?:ов|ев|єв|ів|їв|ін|їн|ин)$")),
    "a": (_IN_A, re.compile(r"[бвгґдзклмнпрстфхцчжшщ]$")),
    "ya": (_IN_YA, re.compile(r"[лнрстцздеаиіоуюя'’]$")),
    "plural": (_PLURAL, re.compile(r"[бвгґдзклмнпрстфхцчжшщ]$")),
}
_SHORTEST_STEM = 2
_CRUDE = re.compile(
    r"(?:ові|еві|єві|ого|ому|ими|ами|ями|ів|їв|ій|ої|ою|ею|єю|ом|ем|єм|им|ім|ам|ах|их|іх|ях|ії"
    r"|ий|[аяуюіїоеєиьй])$"
)
_CONSONANT = re.compile(r"[бвгґдзклмнпрстфхцчжшщй]$")
_OBLIQUE = re.compile(r"(?<=[а-яіїєґ]{3})(?:ом|ем|єм|им|ім|ій|ам|ах)$")
#: How surnames end that do not decline: Моргентау, Чаушеску.
_FOREIGN = ("ау", "оу", "еу", "еску", "яну")
_MUTED = re.compile(r"[’'ʼ`]")

# Latin letters that do not fall apart into a letter and a mark.
_FOLDED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ə": "a", "ŋ": "n",
}  # fmt: skip


def romanised(form: str) -> str:
    """Return ``form`` in small ASCII letters, its words joined by hyphens.

    Ukrainian by the official transliteration (resolution 55 of the Cabinet of
    Ministers, 27 January 2010), Latin letters without their marks.
    """
    return kebab("".join(_FOLDED.get(letter, letter) for letter in form.lower()))


def _ascii(letter: str) -> str:
    if letter in _FOLDED:
        return _FOLDED[letter]
    plain = unicodedata.normalize("NFD", letter)
    return "".join(mark for mark in plain if mark.isascii() and mark.isalnum())


def name_id(form: str, taken: dict[str, int]) -> str:
    """Return the id of a name, numbered from 2 when ``taken`` holds it; notes it there."""
    base = f"name-{romanised(form) or 'unnamed'}"
    number, name = taken.get(base, 0) + 1, base
    while name in taken:
        number = max(number, 2)
        name = f"{base}-{number}"
        number += 1
    taken[name] = 1
    if name != base:
        taken[base] = number - 1
    return name


@lru_cache(maxsize=1 << 13)
def is_cyrillic(word: str) -> bool:
    """Tell whether a word is written in Cyrillic letters."""
    return any("\u0400" <= letter <= "\u052f" for letter in word)


@lru_cache(maxsize=1 << 13)
def declined(word: str) -> tuple[tuple[str, str, str], ...]:
    """Return every (stem, declension, cases) that a Ukrainian ``word`` may be a form of."""
    return tuple(sorted(set(_declined(_MUTED.sub("'", word.lower())))))


def _declined(word: str) -> Iterator[tuple[str, str, str]]:
    for name, (endings, shape) in _DECLENSIONS.items():
        for ending, cases in endings.items():
            if not word.endswith(ending):
                continue
            stem = word[: len(word) - len(ending)]
            if len(stem) >= _SHORTEST_STEM and shape.search(stem):
                yield stem, name, cases
    yield word, "fixed", ""
    if len(word) > 5 and word.endswith("ець"):
        yield word[:-3] + "ц", "soft", "nom"


@lru_cache(maxsize=1 << 13)
def form_keys(word: str) -> frozenset[tuple[str, str]]:
    """Return what the forms of one name share: two words with a common key belong together."""
    if not is_cyrillic(word):
        return frozenset({(folded(word), "")})
    return frozenset((stem, name) for stem, name, _ in declined(word))


def folded(word: str) -> str:
    """Return a Latin word without capitals and marks, so that Vučić is Vucic."""
    return "".join(_ascii(letter) for letter in word.lower() if letter.isalpha())


def crude_stem(word: str) -> str:
    """Return a word of several without its ending: enough to tell the forms of a phrase."""
    small = _MUTED.sub("'", word.lower())
    if not is_cyrillic(small):
        return small
    shorter = _CRUDE.sub("", small)
    return shorter if len(shorter) > 2 else small


@lru_cache(maxsize=1 << 13)
def nominative_rank(word: str) -> int:
    """Return 0 where a form looks like a nominative, 1 where it may be one, 2 where not."""
    if not is_cyrillic(word):
        return 0
    small = word.lower()
    if small.endswith(("ий", "ко", "ь")) or _CONSONANT.search(small):
        oblique = _OBLIQUE.search(small)
        return 1 if oblique else 0
    return 1 if small.endswith(("а", "я", "о", "е")) else 2


@lru_cache(maxsize=1 << 13)
def cases_of(word: str, others: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the cases that the ending of a Ukrainian surname allows, empty if any.

    ``others`` are the other forms of the name: they tell its declension.
    """
    if not is_cyrillic(word) or word.lower().endswith(("е", "є")):
        return frozenset()
    shared = {key for other in others if other != word for key in form_keys(other)}
    parses = [parse for parse in declined(word) if parse[1] != "fixed"]
    agreed = [parse for parse in parses if parse[:2] in shared]
    return frozenset(case for parse in agreed or _likely(word) for case in parse[2].split())


def _likely(word: str) -> list[tuple[str, str, str]]:
    """Return the declensions that a single form suggests; none where it may not decline."""
    small = word.lower()
    if small.endswith(_FOREIGN):
        return []
    if _CONSONANT.search(small) and not small.endswith(("ом", "ем", "им", "ім", "ів")):
        return [(small, "hard", "nom")]
    if small.endswith(("ий", "енко")):
        return [(small, "adjective", "nom")]
    for ending, cases in (
        ("ького", "gen acc"), ("ькому", "dat loc"), ("ьким", "ins"), ("ької", "gen"),
        ("ькій", "dat loc"), ("ькою", "ins"), ("ові", "dat loc"), ("еві", "dat loc"),
        ("ом", "nom ins"), ("ем", "nom ins"), ("им", "nom ins"), ("ою", "ins"), ("ею", "ins"),
        ("а", "nom gen acc"), ("я", "nom gen acc"), ("у", "dat acc loc"), ("ю", "dat acc loc"),
    ):  # fmt: skip
        if small.endswith(ending) and len(small) > len(ending) + 2:
            return [(small, "guess", cases)]
    return []
