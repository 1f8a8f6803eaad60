"""Personal names in Ukrainian: initials stay, given names and surnames are declined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .nouns import lexeme
from .surnames import surname_forms
from .worddict import CASES, Forms, parses, plain

_WOMEN = ("ова", "ева", "єва", "іна", "їна", "ська", "цька")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)(?:-?[^\W\d_]\.)*")


def person_forms(label: str) -> Forms:
    """Return the forms of a personal name; its initials stay as they are."""
    words = plain(label).split()
    found: dict[str, set[str]] = {}
    for female in _women(words):
        choices = [
            [(word, case) for case in CASES]
            if _INITIAL.fullmatch(word)
            else list(_personal(word, at, len(words), female=female))
            for at, word in enumerate(words)
        ]
        for case in CASES:
            lines = [""]
            for options in choices:
                lines = [f"{line} {form}" for line in lines for form, its in options if its == case]
            for line in lines:
                found.setdefault(line[1:], set()).add(case)
    return {form: frozenset(cases) for form, cases in found.items()}


def _women(words: list[str]) -> tuple[bool, ...]:
    """Return whether the name is a woman's: both where the given name is for either."""
    named = [word for word in words if not _INITIAL.fullmatch(word)]
    if len(named) < 2:
        return (bool(named) and named[-1].endswith(_WOMEN),)
    marks = [parse.tag.grammemes for parse in parses(named[0].lower())]
    given = [its for its in marks if "Name" in its and "nomn" in its]
    known = tuple(
        female
        for female, mark in ((False, "masc"), (True, "femn"))
        if any(mark in its for its in given)
    )
    return known or (named[0].endswith(("а", "я")) and named[-1].endswith(("а", "я")),)


def _personal(word: str, at: int, count: int, *, female: bool) -> Iterator[tuple[str, str]]:
    """Yield (form, case) of one word of a name; the last one is the surname."""
    if at == count - 1:
        yield from surname_forms(word, female=female)
        return
    given = [
        parse
        for parse in parses(word.lower())
        if "NOUN" in parse.tag.grammemes
        and parse.tag.grammemes & {"Name", "Patr"}
        and "nomn" in parse.tag.grammemes
        and ("femn" in parse.tag.grammemes) == female
    ]
    if given:
        yield from lexeme(word, given[0], plural=False)
    elif word[:1].islower():
        yield from ((word, case) for case in CASES)  # «фон», «де», «аль»
    else:
        yield from surname_forms(word, female=female)
