"""What the dictionary says of a Ukrainian word.

The dictionary is pymorphy3-dicts-uk (CC BY-SA 3.0 by its metadata), read when a lexicon
is compiled and never when a text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

#: A form and the cases that it may stand in.
Forms = dict[str, frozenset[str]]

CASE_OF = {
    "nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc",
    "ablt": "ins", "loct": "loc", "voct": "voc",
}  # fmt: skip
CASES = tuple(CASE_OF.values())
ALL_CASES = frozenset(CASES)

_ACRONYM = re.compile(r"(?:[^\W\d_a-zа-яіїєґ]{2,}|G\d+|[A-Z]\.(?:[A-Z]\.)+)")


@cache
def _analyser() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="uk")


@cache
def parses(word: str) -> tuple[Any, ...]:
    """Return the readings of a word in small letters by the dictionary, best first."""
    return tuple(_analyser().parse(word))


def is_known(parse: Any) -> bool:
    """Tell whether a reading stands in the dictionary; others are guesses."""
    return bool(parse.methods_stack[0][0].__class__.__name__ == "DictionaryAnalyzer")


def dictionary_version() -> str:
    """Return the version of the dictionary that forms are taken from."""
    from importlib.metadata import version

    return f"{version('pymorphy3')} {version('pymorphy3-dicts-uk')}"


def plain(text: str) -> str:
    """Return ``text`` with the apostrophe ' and without acute accents or soft hyphens."""
    for sign in "’ʼ`′‘":
        text = text.replace(sign, "'")
    return text.replace("\u00ad", "").replace("\u0301", "")


def is_acronym(word: str) -> bool:
    """Tell whether a word is written in capitals throughout."""
    return bool(_ACRONYM.fullmatch(word))


def gender_of(marks: Iterable[str]) -> str:
    """Return the gender that a reading is marked with, ``plur`` for the plural."""
    if "plur" in marks:
        return "plur"
    return next((mark for mark in ("masc", "femn", "neut") if mark in marks), "masc")


def capitalised_like(form: str, model: str) -> str:
    """Return ``form`` with the capitals of ``model``, in each of its parts."""
    if "-" in model and "-" in form:
        parts = zip(form.split("-"), model.split("-"), strict=False)
        return "-".join(capitalised_like(part, like) for part, like in parts)
    if model[1:2] == "'" == form[1:2] and model[2:3].isupper():
        return form[:2] + form[2:3].upper() + form[3:]  # «д'Івуар»
    return form[:1].upper() + form[1:] if model[:1].isupper() else form
