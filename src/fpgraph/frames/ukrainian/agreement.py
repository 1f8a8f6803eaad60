"""Whether a Ukrainian noun phrase can be the subject of a verb form, by the ending of its head."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..clauses import Row
from ..fillers import Filler, Genders
from ..wordform import Form
from .inflection import readings

_ACCUSATIVE = ("у", "ю")
#: The adjectives before an accusative of the feminine.
_ATTRIBUTES = ("ську", "цьку", "ну", "ту")
_PLURAL = ("и", "і", "ї", "а", "я")
#: The endings that no head has with a singular verb of that gender.
_NOT = {"femn": ("о", "е", "є"), "masc": ("а", "о", "е", "є")}
_NEUTER = ("о", "е", "є", "я")
_COUNTING = frozenset(
    """
    кілька декілька багато чимало мало більшість меншість низка частина решта половина п'ять шість
    сім вісім дев'ять десять обидва обидві два дві три чотири
    """.split()  # noqa: SIM905 - a list of words
)

#: Acronyms of what is many.
_MANY = frozenset({"сша", "оае", "зсу"})


def enough(row: Row, found: list[Filler], at: int, verb: Form, genders: Genders) -> list[Filler]:
    """Return the subjects ``found`` of a verb at ``at`` unless they are too few for a plural.

    In «лад визначають угоди» the one name in front of the verb is its object.
    """
    one = found[0] if len(found) == 1 and verb.number == "plur" else None
    if one is None or not one.entity or one.last != at or row.words[at - 1] in _MANY:
        return found
    joined = one.first > 0 and row.is_conjunction(one.first - 1)
    if joined or row.clause_start(at) > one.first:
        return found
    return found if genders.get(one.entity, "plur") == "plur" else []


def numbered(word: str, verb: Form) -> Form:
    """Return ``verb`` with the number and gender that its form ``word`` tells, if it tells them."""
    return verb if verb.number or verb.mood else _numbered(word, verb)


@lru_cache(1 << 12)
def _numbered(word: str, verb: Form) -> Form:
    told = {(one.number, one.gender) for one in readings(word) if one.kind == "verb"}
    if len(told) != 1:
        return verb
    number, gender = told.pop()
    return replace(verb, number=number, gender=gender)


def may_be_subject(row: Row, begin: int, end: int, verb: Form) -> bool:
    """Tell whether the words ``begin:end`` may be the subject of ``verb``.

    An accusative in -у or -ю is none, nor is a head of another number or gender.
    """
    if row.language != "uk" or not verb.number:
        return True
    if row.words[begin] in _COUNTING or row.words[begin][0].isdigit():
        return True
    head = begin
    while head < end - 1 and row.is_adjective(head) and row.words[head] not in _COUNTING:
        head += 1
    word = row.words[head]
    if row.raw[head].isupper() or not word[-1].isalpha() or word.isascii():
        return True
    if word.endswith(_ACCUSATIVE) or row.words[begin].endswith(_ATTRIBUTES):
        return False
    joined = any(row.is_conjunction(i) for i in range(begin, end))
    return _agree(word, verb, joined=joined)


def _agree(word: str, verb: Form, *, joined: bool) -> bool:
    """Tell whether a head, alone or ``joined`` with another, has the number of ``verb``."""
    if verb.number == "plur":
        return joined or word.endswith(_PLURAL)
    if word.endswith(("и", "ї")) and not joined:
        return False
    if verb.gender == "neut":
        return word.endswith(_NEUTER)
    return not word.endswith(_NOT.get(verb.gender, "\0"))
