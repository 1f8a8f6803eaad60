"""The names of territories in Russian and Azerbaijani, declined by their endings."""

from __future__ import annotations

from collections.abc import Iterator

from . import ambiguity
from .labels import Form
from .spelling import key


def foreign_forms(name: str, language: str) -> Iterator[Form]:
    """Yield the forms of a territory's Russian or Azerbaijani name."""
    mark = ambiguity.RUSSIAN if language == "ru" else ambiguity.AZERBAIJANI
    endings = _russian(name) if language == "ru" else _azerbaijani(name)
    for form in dict.fromkeys((name, *endings)):
        yield Form(key(form), "territory", frozenset(), mark | ambiguity.PART, 1)


def _russian(name: str) -> list[str]:
    if " " in name or name[-1:] in "оеиуыэю":
        return []
    stem, last = name[:-1], name[-1:]
    if name.endswith("ия"):
        return [stem + ending for ending in ("и", "ю", "ей")]
    if last == "а":
        hard = "и" if stem[-1:] in "гкхжчшщ" else "ы"
        return [stem + ending for ending in (hard, "е", "у", "ой")]
    if last == "ь":
        return [stem + ending for ending in ("и", "ью", "я", "ю", "ем", "е")]
    if last == "й":
        return [stem + ending for ending in ("я", "ю", "ем", "е")]
    return [name + ending for ending in ("а", "у", "ом", "е")]


def _azerbaijani(name: str) -> list[str]:
    vowels = [letter for letter in name.lower() if letter in "aıoueəiöü"]
    last = vowels[-1] if vowels else "a"
    open_ = "a" if last in "aıou" else "ə"
    close = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü"}
    narrow = close.get(last, "ü")
    if name[-1:].lower() in "aıoueəiöü":
        endings = (f"n{narrow}n", f"y{open_}", f"n{narrow}", f"d{open_}", f"d{open_}n")
    else:
        endings = (f"{narrow}n", open_, narrow, f"d{open_}", f"d{open_}n")
    return [name + ending for ending in endings]
