"""What the dictionary says of a Ukrainian word: its part of speech, case, number and gender."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_CASES = {
    "nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc",
}  # fmt: skip
_GENDERS = frozenset({"masc", "femn", "neut"})
#: The parts of speech that are told apart, by those of the dictionary.
_KINDS = {
    "NOUN": "noun", "ADJF": "adjective", "NUMR": "number", "NPRO": "pronoun", "VERB": "verb",
    "ADVB": "adverb", "PREP": "preposition", "CONJ": "conjunction", "PRCL": "particle",
    "GRND": "gerund", "COMP": "adverb", "PRED": "verb",
}  # fmt: skip
#: The dictionary takes these for nothing but what they seldom are.
_READ_AS = {"та": "conjunction", "і": "conjunction", "й": "conjunction", "або": "conjunction"}


#: Endings of infinitives; the dictionary does not know all of them as such.
_INFINITIVE = ("ти", "тися", "тись")


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: its part of speech, and what it agrees in.

    ``number`` is ``sing`` or ``plur`` and ``gender`` that of a singular, both empty where
    the word has none. ``participle`` tells whether an adjective is made of a verb, ``animate``
    whether a noun is one of people or beasts.
    """

    kind: str
    case: str = ""
    number: str = ""
    gender: str = ""
    participle: bool = False
    animate: bool = False


@cache
def _analyser() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="uk")


@lru_cache(1 << 15)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a Ukrainian word in small letters, guessed where it is unknown."""
    if word in _READ_AS:
        return (Reading(_READ_AS[word]),)
    found = dict.fromkeys(_reading(str(tag)) for tag in _analyser().tag(word))
    if Reading("verb") in found and word.endswith(_INFINITIVE):
        found = dict.fromkeys(
            Reading("infinitive") if one == Reading("verb") else one for one in found
        )
    return tuple(one for one in found if one is not None)


@cache
def _reading(tag: str) -> Reading | None:
    marks = frozenset(tag.replace(" ", ",").split(","))
    kind = next((_KINDS[mark] for mark in _KINDS if mark in marks), "")
    if kind == "verb" and "infn" in marks:
        return Reading("infinitive")
    if "voct" in marks or not kind or "Arch" in marks:
        return None
    case = next((_CASES[mark] for mark in _CASES if mark in marks), "")
    plural = "plur" in marks
    gender = "" if plural else next(iter(sorted(_GENDERS & marks)), "")
    number = "plur" if plural else "sing" if gender or "sing" in marks else ""
    if not case and kind == "noun":
        # The dictionary leaves the case of some base forms open.
        case = "nom"
    participle = kind == "adjective" and not marks.isdisjoint({"actv", "pssv"})
    return Reading(kind, case, number, gender, participle, kind == "noun" and "anim" in marks)


@lru_cache(1 << 14)
def kinds(word: str) -> frozenset[str]:
    """Return the parts of speech that ``word`` may be."""
    return frozenset(one.kind for one in readings(word))


@lru_cache(1 << 14)
def cases(word: str) -> frozenset[str]:
    """Return the cases that ``word`` may stand in as a noun, adjective, number or pronoun."""
    return frozenset(one.case for one in readings(word) if one.case)


@lru_cache(1 << 10)
def takes_object(word: str) -> bool:
    """Tell whether ``word`` is the infinitive of a verb with a direct object."""
    return any("tran" in tag and "infn" in tag for tag in map(str, _analyser().tag(word)))


@lru_cache(1 << 8)
def forms(lemma: str, number: str) -> frozenset[str]:
    """Return the forms that a Ukrainian noun has in the singular or plural."""
    parse = next((one for one in _analyser().parse(lemma) if "NOUN" in one.tag), None)
    if parse is None:
        return frozenset({lemma})
    return frozenset(
        form.word
        for form in parse.lexeme
        if ("plur" in form.tag) == (number == "plur") and "voct" not in form.tag
    )


@lru_cache(1 << 14)
def is_known(word: str) -> bool:
    """Tell whether ``word`` stands in the dictionary, so that its readings are no guesses."""
    return bool(_analyser().word_is_known(word))
