"""Ukrainian nouns and acronyms: the readings of a nominative, and how each is declined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from .worddict import CASE_OF, CASES, capitalised_like, gender_of, is_acronym, is_known, parses


class Noun:
    """One reading of the head: its gender or ``plur``, and (form, case) pairs."""

    def __init__(self, gender: str, forms: tuple[tuple[str, str], ...]) -> None:
        self.gender = gender
        self.forms = forms
        self.nominative = {form for form, case in forms if case == "nom"}
        self.genitive = {form for form, case in forms if case == "gen"}


def noun_readings(word: str) -> list[Noun]:
    """Return the readings of ``word`` as a noun in the nominative."""
    return list(_readings(word))


@cache
def _readings(word: str) -> list[Noun]:
    if roman(word):
        return []
    if is_acronym(word):
        return [Noun("acronym", tuple(acronym_forms(word)))]
    if "-" in word and (double := _hyphenated(word)):
        return double
    found = []
    seen = set()
    for parse in parses(word.lower()):
        marks = parse.tag.grammemes
        if "NOUN" not in marks or marks & {"gent", "datv", "accs", "ablt", "loct", "voct"}:
            continue
        if marks & {"Surn", "Name", "Patr"} and not word[0].isupper():
            continue
        gender = gender_of(marks)
        forms = tuple(lexeme(word, parse, plural=gender == "plur"))
        if forms and (gender, forms) not in seen:
            seen.add((gender, forms))
            found.append(Noun(gender, forms))
    return found


def lexeme(word: str, parse: Any, *, plural: bool) -> Iterator[tuple[str, str]]:
    """Yield (form, case) of a reading of ``word`` in the singular or the plural."""
    fixed = "Fixd" in parse.tag.grammemes
    if fixed:
        yield from ((word, case) for case in CASES)
        return
    for form in parse.lexeme:
        marks = form.tag.grammemes
        if ("plur" in marks) != plural:
            continue
        case = next((CASE_OF[mark] for mark in CASE_OF if mark in marks), "nom")
        yield capitalised_like(form.word, word), case


def _hyphenated(word: str) -> list[Noun]:
    """Return two nouns joined by a hyphen: both declined, or the last one only."""
    if is_known(parses(word.lower())[0]):
        return []
    first, _, last = word.rpartition("-")
    found = []
    for noun in noun_readings(last):
        whole = [f"{first}-{form}" for form, _ in noun.forms]
        pairs = list(zip(whole, (case for _, case in noun.forms), strict=True))
        for other in noun_readings(first):
            if (other.gender == "plur") == (noun.gender == "plur"):
                pairs += [
                    (f"{a}-{b}", case)
                    for a, case in other.forms
                    for b, same in noun.forms
                    if case == same
                ]
        found.append(Noun(noun.gender, tuple(dict.fromkeys(pairs))))
    return found


def acronym_forms(word: str) -> Iterator[tuple[str, str]]:
    """Yield (form, case) of an acronym: as it is, and with the endings that it may take."""
    yield from ((word, case) for case in CASES)
    if "." in word or word[-1] in "АЕЄИІЇОУЮЯAEIOUY" or not re.match("[А-ЯІЇЄҐA-Z]{3}", word):
        return
    endings = (("а", "gen"), ("у", "gen"), ("у", "dat"), ("ові", "dat"), ("ом", "ins"))
    for ending, case in (*endings, ("і", "loc"), ("у", "loc"), ("ові", "loc")):
        for joint in ("", "'"):
            yield f"{word}{joint}{ending}", case


def roman(word: str) -> bool:
    """Tell whether a word is a numeral in Roman letters, or in Cyrillic ones like them."""
    return bool(re.fullmatch(r"[IVXLCІХ]{1,6}", word)) and word not in {"CIC", "ХХ"}
