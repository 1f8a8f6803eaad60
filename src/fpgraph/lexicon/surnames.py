"""How surnames are declined in Ukrainian, foreign ones included: by their ending."""

from __future__ import annotations

from collections.abc import Iterator

_CASES = ("nom", "gen", "dat", "acc", "ins", "loc", "voc")

# Nominative, genitive, dative, accusative, instrumental, locative, vocative.
_ADJECTIVE = ("ий", "ого", "ому", "ого", "им", "ому|ім", "ий")
_SOFT_ADJECTIVE = ("ій", "ього", "ьому", "ього", "ім", "ьому|ім", "ій")
_FEMALE_ADJECTIVE = ("а", "ої", "ій", "у", "ою", "ій", "а")
_POSSESSIVE = ("", "а", "у|ові", "а", "им", "і|у|ові", "е")
_FEMALE_POSSESSIVE = ("а", "ої", "ій", "у", "ою", "ій", "а|о")
_CONSONANT = ("", "а", "у|ові", "а", "ом", "і|у|ові", "е")
_SIBILANT = ("", "а", "у|еві", "а", "ем|ом", "і|у|еві", "е")
_SOFT_SIGN = ("ь", "я", "ю|еві", "я", "ем", "і|ю|еві", "ю")
_IOTA = ("й", "я", "ю|єві", "я", "єм", "ї|ю|єві", "ю")
_O = ("о", "а", "у|ові", "а", "ом", "у|ові", "о|е")
_A = ("а", "и", "і", "у", "ою", "і", "о")
_SOFT_A = ("я", "і", "і", "ю", "ею", "і", "е")
_IOTA_A = ("я", "ї", "ї", "ю", "єю", "ї", "є")
_SOFTENED = {"г": "з", "к": "ц", "х": "с"}
#: Endings of surnames of men: how they end, how much of it changes, and into what.
_BY_ENDING: tuple[tuple[tuple[str, ...], int, tuple[str, ...]], ...] = (
    (("ий",), 2, _ADJECTIVE),
    (("й",), 1, _IOTA),
    (("ь",), 1, _SOFT_SIGN),
    (("ко",), 1, _O),
    (("ж", "ч", "ш", "щ"), 0, _SIBILANT),
)
_POSSESSIVES = ("ов", "ев", "єв", "ін", "їн", "ин")
_FEMALES = ("ова", "ева", "єва", "іна", "їна", "ина", "ська", "цька", "зька", "ая")
#: In -ін and -ин, but no possessives in origin: Берліном, not Берліним.
_SHORTEST_POSSESSIVE = 5
#: Shorter ones may be French, and not decline: Фуко.
_SHORTEST_IN_KO = 6


def surname_forms(word: str, *, female: bool) -> Iterator[tuple[str, str]]:
    """Yield (form, case) of a surname in the nominative, fixed where it does not decline."""
    if "-" in word:
        first, _, last = word.rpartition("-")
        yield from ((f"{first}-{form}", case) for form, case in surname_forms(last, female=female))
        firsts = list(surname_forms(first, female=female))
        for form, case in surname_forms(last, female=female):
            yield from ((f"{other}-{form}", case) for other, its in firsts if its == case)
        return
    for stem, endings in _declension(word, female=female):
        for ending, case in zip(endings, _CASES, strict=True):
            for variant in ending.split("|"):
                yield stem + variant, case
        if endings is _A and stem[-1:] in _SOFTENED:
            yield stem[:-1] + _SOFTENED[stem[-1]] + "і", "dat"
            yield stem[:-1] + _SOFTENED[stem[-1]] + "і", "loc"


def _declension(word: str, *, female: bool) -> list[tuple[str, tuple[str, ...]]]:
    fixed: list[tuple[str, tuple[str, ...]]] = [(word, ("",) * 7)]
    if word.endswith(("а", "я")):
        return _in_a(word, female=female)
    if female:
        return fixed
    return _masculine(word) or fixed


def _in_a(word: str, *, female: bool) -> list[tuple[str, tuple[str, ...]]]:
    if female and word.endswith(_FEMALES):
        return [(word[:-1], _FEMALE_ADJECTIVE), (word[:-1], _FEMALE_POSSESSIVE)]
    if word.endswith("а"):
        return [(word[:-1], _A)]
    iota = word[-2:-1] in "аеєиіїоуюяьй"
    return [(word[:-1], _IOTA_A if iota else _SOFT_A)]


def _masculine(word: str) -> list[tuple[str, tuple[str, ...]]]:
    if word.endswith("ній") and len(word) > 4:
        return [(word[:-2], _SOFT_ADJECTIVE), (word[:-1], _IOTA)]
    if word.endswith(_POSSESSIVES) and len(word) >= _SHORTEST_POSSESSIVE:
        return [(word, _POSSESSIVE), (word, _CONSONANT)]
    if word.endswith("ко") and len(word) < _SHORTEST_IN_KO:
        return [(word[:-1], _O), (word, ("",) * 7)]
    for ends, cut, endings in _BY_ENDING:
        if word.endswith(ends):
            return [(word[: len(word) - cut], endings)]
    if word[-1:] in "еєиіїоуюя" or not word[-1:].isalpha():
        return []
    return [(word, _CONSONANT)]
