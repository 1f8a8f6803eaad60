"""The forms of Ukrainian words in triggers, from the dictionary."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ..wordform import Form, NotationError

_TAGS = {
    "nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct",
    "sing": "sing", "plur": "plur", "past": "past", "pres": "pres", "fut": "futr",
    "inf": "infn", "impers": "Impe", "femn": "femn", "masc": "masc", "neut": "neut",
}  # fmt: skip
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct", "voct"})


@cache
def ukrainian(lemma: str, tags: tuple[str, ...]) -> tuple[Form, ...]:
    """Return the forms of a word that ``tags`` ask for; finite ones of a verb unless they do."""
    wanted = {_TAGS.get(tag, "") for tag in tags}
    if "" in wanted:
        raise NotationError(f"{{{lemma}:{' '.join(tags)}}} has an unknown tag")
    found: dict[str, Form] = {}
    for word, marks in _lexeme(lemma):
        if _is_wanted(marks, wanted):
            number, gender = _agreement(lemma, marks)
            verb = word if number and "VERB" in marks else ""
            mood = "future" if verb and "futr" in marks and not tags else ""
            form = Form((word,), number, gender, verb, mood)
            found[word] = form if found.get(word, form) == form else Form((word,), verb=verb)
    if not found:
        raise NotationError(f"{{{lemma}}} has no such form")
    return tuple(found.values())


def _agreement(lemma: str, marks: frozenset[str]) -> tuple[str, str]:
    """Return the number and gender that the subject of a form has."""
    if not marks & {"VERB", "ADJF"} or marks & {"Impe", "infn", "rv_datv"}:
        return "", ""
    if lemma == "бути" and "pres" in marks:
        return "", ""
    if "plur" in marks:
        return "plur", ""
    return "sing", next(iter(marks & {"masc", "femn", "neut"}), "")


def _lexeme(lemma: str) -> list[tuple[str, frozenset[str]]]:
    """Return the forms of a word with their marks; homonyms of one kind together."""
    verb = lemma.endswith(("ти", "тися"))
    adjective = lemma.endswith(("ий", "ій"))
    kind = "VERB" if verb else "ADJF" if adjective else "NOUN"
    parses = [
        parse for parse in _analyser().parse(lemma) if kind in str(parse.tag) and parse.is_known
    ]
    exact = [parse for parse in parses if parse.normal_form == lemma] or parses[:1]
    if not exact:
        raise NotationError(f"{{{lemma}}} is not in the dictionary")
    return [
        (form.word, frozenset(re.split("[ ,]", str(form.tag))))
        for parse in (exact if verb else exact[:1])
        for form in parse.lexeme
    ]


@cache
def _analyser() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="uk")


def _is_wanted(marks: frozenset[str], wanted: set[str]) -> bool:
    if "Arch" in marks:
        return False
    if "VERB" in marks:
        return _is_wanted_verb(marks, wanted)
    cases = wanted & _CASES
    if cases and not (cases & marks or ("nomn" in cases and not marks & _CASES)):
        return False
    if "sing" in wanted and "plur" in marks:
        return False
    return wanted - _CASES - {"sing"} <= marks


def _is_wanted_verb(marks: frozenset[str], wanted: set[str]) -> bool:
    third = "past" in marks or "3per" in marks
    if not wanted:
        return third and bool(marks & {"past", "pres", "futr"})
    if wanted & {"infn", "Impe"}:
        kinds = {"infn", "rv_datv"} if "infn" in wanted else set()
        return bool(marks & (kinds | (wanted & {"Impe"})))
    return third and bool(wanted & marks)


@cache
def unfinished(lemma: str) -> tuple[Form, ...]:
    """Return the infinitive, the gerunds and the form in -но or -то of a verb."""
    if not lemma.endswith(("ти", "тися")) or lemma in ("бути", "мати"):
        return ()
    found = {lemma: "inf"}
    for word, marks in _lexeme(lemma):
        if "infn" in marks and word.endswith(("ти", "тися", "тись")):
            found[word] = "inf"
        elif "Impe" in marks:
            found[word] = "passive"
        elif (gerund := _gerund(word, marks)) is not None:
            found[gerund] = "gerund"
    return tuple(Form((word,), mood=mood) for word, mood in found.items())


def _gerund(word: str, marks: frozenset[str]) -> str | None:
    """Return the gerund made from a form: «прагнуть» → «прагнучи», «визнав» → «визнавши»."""
    stem = word.removesuffix("ся").removesuffix("сь")
    tail = "сь" if stem != word else ""
    if {"plur", "3per", "pres"} <= marks and stem.endswith("ть"):
        return stem[:-2] + "чи" + tail
    if {"masc", "past", "perf"} <= marks:
        return stem + "ши" + tail
    return None
