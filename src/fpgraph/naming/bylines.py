"""The lines that name the authors of a text: before it, or above a part of it."""

from __future__ import annotations

import re
from functools import lru_cache

from . import capitals as c
from .nameparts import Words
from .namewords import ORDINARY, PARTICLES

_UPPER = r"[^\W\d_a-zа-яіїєґ]"
_INITIALS = rf"(?:{_UPPER}\.[ \u00a0]?){{1,2}}"
_SURNAME = rf"{_UPPER}[\w’'ʼ]+(?:-{_UPPER}[\w’'ʼ]+)*"
_INITIALLED = re.compile(rf"{_INITIALS}{_SURNAME}|{_SURNAME} {_INITIALS}")
_FULL_NAME = re.compile(
    rf"{_SURNAME}(?: {_UPPER}\.)?(?: (?:{'|'.join(sorted(PARTICLES))}))*(?: {_SURNAME}){{1,3}}"
)
_CREDIT = re.compile(
    r"(?:(?i:(?:(?:interview(?:ed)?|text|report|story|analysis|essay|review) )?by)"
    r"|Автор(?:к[аи]|и)?:?|Розмовля(?:в|ла)|Спілкува(?:вся|лася)|Записа(?:в|ла)|Підготува(?:в|ла))"
    rf" (?={_UPPER})"
)
#: «I. Introduction» is a heading with a number.
_COUNTED = re.compile(r"[IVXІХ]+\. ")
_BETWEEN = re.compile(r"[,;] | and | & | та | і | й ")
_LONGEST = 120
_FINAL = re.compile(r"[.!?…:]$")


def is_byline(line: str, words: Words, *, front: bool) -> bool:
    """Tell whether ``line`` names who wrote the text.

    Below a title, where ``front`` says it stands, that is a line of names, perhaps
    with an institution behind the first; elsewhere only a line with a given name.
    """
    line = " ".join(line.split())
    credited = _CREDIT.match(line) if front else None
    if credited:
        line = line[credited.end() :]
    if len(line) > _LONGEST or (_FINAL.search(line) and not _INITIALLED.fullmatch(line)):
        return False
    parts = _BETWEEN.split(line)
    if not front:
        return len(parts) == 1 and not _COUNTED.match(line) and _is_author(line)
    if _is_author(parts[0]):
        return True
    return all(_is_named(part, words, told=bool(credited)) for part in parts)


def credit(line: str) -> int:
    """Return how long the words before the name of a byline are: «Interview by»."""
    found = _CREDIT.match(line)
    return found.end() if found else 0


def _is_author(line: str) -> bool:
    """Tell whether a line is a name with initials or with a known given name."""
    if _INITIALLED.fullmatch(line):
        return not line.rpartition(" ")[2].isupper()
    if not _FULL_NAME.fullmatch(line):
        return False
    first, *rest = line.split()
    return c.is_given(first) and not any(map(_is_noun, rest))


def _is_named(part: str, words: Words, *, told: bool) -> bool:
    """Tell whether none of the words of a name by its shape is an ordinary one."""
    if part.isupper():
        return False
    if _INITIALLED.fullmatch(part):
        return True
    if not _FULL_NAME.fullmatch(part):
        return False
    names = part.split()
    if told:
        return True
    return (
        not c.adjectival(names[0])
        and not any(map(_is_noun, names))
        and not any(map(words.occurs, names))
    )


@lru_cache(maxsize=1 << 10)
def _is_noun(word: str) -> bool:
    small = word.lower()
    return (
        c.is_listed(word) or c.is_title(word)
        or (small in ORDINARY and small not in PARTICLES) or bool(c.acronym(word))
    )  # fmt: skip
