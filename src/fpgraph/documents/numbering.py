"""The signs of lists in a Word document, which its text does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .ooxml import child, local, value

_LETTERS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
BULLET = "• "


class Numbering:
    """Counts the items of lists, each list and level for itself."""

    def __init__(self, root: Any, styles: Mapping[str, Any]) -> None:
        self._styles = styles  # the list that a style of paragraphs belongs to
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._abstract: dict[str, str] = {}
        self._anew: set[str] = set()
        self._counts: dict[str, dict[int, int]] = {}
        for element in root if root is not None else ():
            tag = local(element.tag)
            if tag == "abstractNum":
                self._define(element)
            elif tag == "num":
                self._name(element)

    def _name(self, element: Any) -> None:
        """Note which list a number stands for; one that begins anew counts for itself."""
        number = value(element, "numId")
        abstract = child(element, "abstractNumId")
        self._abstract[number] = value(abstract) if abstract is not None else ""
        if child(element, "lvlOverride", "startOverride") is not None:
            self._anew.add(number)

    def _define(self, element: Any) -> None:
        identifier = value(element, "abstractNumId")
        for level in element:
            if local(level.tag) != "lvl":
                continue
            parts = {local(part.tag): value(part) for part in level}
            start = parts.get("start", "1")
            self._levels[identifier, _whole(value(level, "ilvl"))] = (
                parts.get("numFmt", "decimal"),
                parts.get("lvlText", "%1."),
                _whole(start),
            )

    def sign(self, listing: Any, style: str) -> str:
        """Return the sign of the next item, "" for a paragraph that is none.

        ``listing`` is the ``numPr`` of the paragraph or None; ``style`` its style.
        """
        chosen = listing if listing is not None else self._styles.get(style)
        if chosen is None:
            return ""
        parts = {local(part.tag): value(part) for part in chosen}
        if "numId" not in parts and style in self._styles:
            own = {local(part.tag): value(part) for part in self._styles[style]}
            parts = {**own, **parts}
        number, level = parts.get("numId", ""), _whole(parts.get("ilvl", "0"))
        abstract = self._abstract.get(number)
        if abstract is None:
            return ""  # numId 0 takes a paragraph out of its list
        form, shape, start = self._levels.get((abstract, level), ("decimal", "%1.", 1))
        if form == "bullet":
            return BULLET
        if form == "none":
            return ""
        counts = self._counts.setdefault(number if number in self._anew else abstract, {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return self._shown(abstract, shape, counts)

    def _shown(self, abstract: str, shape: str, counts: Mapping[int, int]) -> str:
        for level in range(9):
            form = self._levels.get((abstract, level), ("decimal", "", 1))[0]
            shape = shape.replace(f"%{level + 1}", _counted(counts.get(level, 1), form))
        return f"{shape.strip()} " if shape.strip() else ""


def _counted(count: int, form: str) -> str:
    letters = _LETTERS.get(form)
    if letters and 0 < count <= len(letters):
        return letters[count - 1]
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 40:
        roman = ""
        for worth, sign in _ROMAN:
            roman += sign * (count // worth)
            count %= worth
        return roman.upper() if form == "upperRoman" else roman
    return str(count)


def _whole(digits: str) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 7 else 0
