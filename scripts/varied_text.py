"""Made-up Ukrainian prose to measure with, which no cache of sentences can flatter.

Word forms of the dictionary are drawn by Zipf's law; labels of entities are strewn in,
inflected, at places that are known. The same seed makes the same text.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import accumulate, islice, product
from typing import Any

from fpgraph.model import Entity

#: The words that lead the list, as they do in any Ukrainian text.
_COMMON = """
    і в на та з у до що не за для як від про це або яка який які є також був була було були між
    після через при під зі із його її їх але проти щодо серед тому може має можна час року країн
    держави держав політики політика відносини відносин регіону безпеки інтересів вплив впливу
    розвитку підтримує співпраці відбулися сприяє вважає зазначає прагне входить членом стала
    призвела спрямована умовах системи боротьби сторони території світу уряд президент рішення
"""
_LETTERS = "абвгдежзиклмнопрстуфхцчшщюяєії"
_CASES = ("gent", "datv", "ablt", "loct")
_NAMED = {"Surn", "Name", "Patr", "Geox", "Abbr", "Orgn"}
_SAYING = ("зазначає", "наголошує", "стверджує", "пише", "вважає", "переконує")
_VOWELS = frozenset("аеєиіїоуюя")
_WIDTH = 78


@dataclass(frozen=True, slots=True)
class Strewn:
    """A label of ``entity`` that stands at ``start:end`` of a made-up text."""

    entity: str
    start: int
    end: int


@dataclass(slots=True)
class _Paragraph:
    """A paragraph under construction, on one line."""

    words: str = ""
    strewn: list[Strewn] = field(default_factory=list)

    def add(self, words: str, entity: str = "") -> None:
        if entity:
            self.strewn.append(Strewn(entity, len(self.words), len(self.words) + len(words)))
        self.words += words


class Prose:
    """A vocabulary and labels to make texts of.

    ``labels`` are surface forms with their entities; no form belongs to two.
    """

    def __init__(self, entities: Iterable[Entity], words: int = 40_000, seed: int = 2024) -> None:
        pymorphy3: Any = import_module("pymorphy3")
        morphology = pymorphy3.MorphAnalyzer(lang="uk")
        chance = random.Random(seed)
        self.words, self.names = _vocabulary(morphology, words, chance)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        forms = [
            (form, entity.id) for entity in entities for form in _inflections(entity, morphology)
        ]
        owners = Counter(form.casefold() for form, _ in forms)
        self.labels = sorted(
            (form, name) for form, name in dict.fromkeys(forms) if owners[form.casefold()] == 1
        )

    def text(self, size: int, seed: int = 1) -> tuple[str, list[Strewn]]:
        """Return a text of about ``size`` bytes in UTF-8, and where labels stand in it."""
        return _Writer(self, random.Random(seed)).write(size)

    def drawn(self, chance: random.Random, number: int) -> list[str]:
        """Return ``number`` words, drawn by Zipf's law."""
        return chance.choices(self.words, cum_weights=self._weights, k=number)


def _vocabulary(morphology: Any, number: int, chance: random.Random) -> tuple[list[str], list[str]]:
    """Return word forms of the dictionary in chance order, and surnames."""
    prefixes = ["".join(letters) for letters in product(_LETTERS, repeat=3)]
    chance.shuffle(prefixes)
    found: dict[str, None] = {}
    names: dict[str, None] = {}
    for prefix in prefixes:
        for word in islice(morphology.dictionary.words.iterkeys(prefix), 0, 60, 3):
            if not word.isalpha():
                continue
            tag = morphology.parse(word)[0].tag
            if "Surn" in tag and "nomn" in tag and len(word) > 4:
                names[word.capitalize()] = None
            elif _NAMED.isdisjoint(tag.grammemes):
                found[word] = None
        if len(found) >= number:
            break
    drawn = sorted(found)
    chance.shuffle(drawn)
    return [*_COMMON.split(), *drawn], sorted(names)


def _inflections(entity: Entity, morphology: Any) -> Iterator[str]:
    """Give the label of ``entity`` and what it becomes in other cases, where that is plain."""
    yield entity.label_uk
    words = entity.label_uk.split(" ")
    heads = _heads(words, morphology)
    if not heads or entity.type in {"Scholar", "Politician"}:
        return
    rest = words[len(heads) :]
    if "," in entity.label_uk or any(_agrees(word, morphology) for word in rest):
        return
    for case in _CASES:
        turned = [_turned(parse, case, heads[-1].tag) for parse in heads]
        if all(turned):
            put = [_cased(str(new), old) for new, old in zip(turned, words, strict=False)]
            yield " ".join([*put, *rest])


def _heads(words: Sequence[str], morphology: Any) -> list[Any]:
    """Return the readings of a noun and of the adjectives before it; none if unsure."""
    found: list[Any] = []
    for word, following in zip(words, [*words[1:], ""], strict=True):
        readings = _nominative(word, morphology)
        if found:
            readings = [one for one in readings if one.tag.number == found[-1].tag.number]
        if not readings or word.isupper():
            return []
        numbers = {one.tag.number for one in _nominative(following, morphology)}
        adjectives = [one for one in readings if one.tag.POS == "ADJF"]
        adjectives = [one for one in adjectives if one.tag.number in numbers]
        found.append((adjectives or readings)[0])
        if found[-1].tag.POS == "NOUN":
            return found
    return []


def _nominative(word: str, morphology: Any) -> list[Any]:
    readings = morphology.parse(word) if word else []
    return [one for one in readings if "nomn" in one.tag and one.tag.POS in {"NOUN", "ADJF"}]


def _agrees(word: str, morphology: Any) -> bool:
    """Tell whether a word after the noun may change with it: an adjective, or after "and"."""
    readings = _nominative(word, morphology)
    return word in {"та", "і", "й"} or any(one.tag.POS == "ADJF" for one in readings)


def _turned(parse: Any, case: str, head: Any) -> str | None:
    wanted = {case, head.number}
    if parse.tag.POS == "ADJF" and head.number == "sing":
        wanted.add(head.gender)
    found = parse.inflect({grammeme for grammeme in wanted if grammeme})
    return None if found is None else str(found.word)


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


class _Writer:
    """Writes one text."""

    def __init__(self, prose: Prose, chance: random.Random) -> None:
        self.prose = prose
        self.chance = chance
        self.parts: list[str] = []
        self.strewn: list[Strewn] = []
        self.length = 0
        self.size = 0

    def write(self, size: int) -> tuple[str, list[Strewn]]:
        """Return the text and where the labels stand."""
        self._put(self._phrase(5).capitalize() + "\n\n")
        number = 0
        while self.size < size:
            number += 1
            if number % 25 == 0:
                self._put(f"{number // 25}. {self._phrase(3).capitalize()}\n\n")
            if number % 9 == 0:
                self._put(f"– {number // 9} –\n\n")
            self._paragraph()
        return "".join(self.parts), self.strewn

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)
        self.size += len(words.encode())

    def _phrase(self, number: int) -> str:
        return " ".join(self.prose.drawn(self.chance, number))

    def _paragraph(self) -> None:
        paragraph = _Paragraph()
        for number in range(self.chance.randint(3, 8)):
            if number:
                paragraph.add(" ")
            self._sentence(paragraph)
        breaks: list[int] = []
        words = paragraph.words
        if self.chance.random() < 0.5:
            words, breaks = _wrapped(words, self.chance)
        for label in paragraph.strewn:
            # A hyphen and a line end stand before all that follows a break.
            start = label.start + 2 * bisect_right(breaks, label.start)
            end = label.end + 2 * bisect_right(breaks, label.end - 1)
            self.strewn.append(Strewn(label.entity, self.length + start, self.length + end))
        self._put(words + "\n\n")

    def _sentence(self, paragraph: _Paragraph) -> None:
        kind, chance = self.chance.random(), self.chance
        name = f"{chance.choice('АБВГДЗІКЛМНОПРСТ')}. {chance.choice(self.prose.names)}"
        if kind < 0.03:
            paragraph.add(f"Як {chance.choice(_SAYING)} {name}, «")
            self._clause(paragraph, chance.randint(8, 20))
            paragraph.add(f"» [{chance.randint(1, 40)}, с. {chance.randint(3, 200)}].")
        elif kind < 0.05:
            paragraph.add("«")
            self._clause(paragraph, chance.randint(8, 20))
            paragraph.add(f"», – {chance.choice(_SAYING)} {name}.")
        elif kind < 0.08:
            paragraph.add(f"{name} {chance.choice(_SAYING)}, що ")
            self._clause(paragraph, chance.randint(8, 18), first=False)
            paragraph.add(".")
        elif kind < 0.10:
            paragraph.add(f"На думку {name}, ")
            self._clause(paragraph, chance.randint(8, 18), first=False)
            paragraph.add(".")
        else:
            self._clause(paragraph, chance.randint(8, 25))
            cited = f" [{chance.randint(1, 40)}]" if chance.random() < 0.1 else ""
            paragraph.add(cited + chance.choices(".?!…", (94, 3, 2, 1))[0])

    def _clause(self, paragraph: _Paragraph, number: int, *, first: bool = True) -> None:
        words = self.prose.drawn(self.chance, number)
        for index, word in enumerate(words):
            if index:
                sign = self.chance.random()
                paragraph.add(", " if sign < 0.1 else " – " if sign < 0.12 else " ")
            drawn = self.chance.random()
            if drawn < 0.07:
                form, entity = self.chance.choice(self.prose.labels)
                paragraph.add(_cased(form, "А") if first and not index else form, entity)
            else:
                shown = self.chance.choice(self.prose.names) if drawn < 0.08 else word
                paragraph.add(shown.capitalize() if first and not index else shown)


def _wrapped(words: str, chance: random.Random) -> tuple[str, list[int]]:
    """Return a paragraph set to lines, and where hyphens were put, as places in ``words``."""
    lines: list[str] = []
    breaks: list[int] = []
    start = 0
    while len(words) - start > _WIDTH:
        space = words.rfind(" ", start + 1, start + _WIDTH + 1)
        after = words.find(" ", space + 1)
        word = words[space + 1 : after if after > 0 else len(words)]
        room = start + _WIDTH - space - 2
        cut = next(
            (at for at in range(min(room, len(word) - 2), 1, -1) if word[at - 1] in _VOWELS), 0
        )
        if cut and word.isalpha() and chance.random() < 0.6:
            breaks.append(space + 1 + cut)
            lines.append(words[start : breaks[-1]] + "-")
            start = breaks[-1]
        else:
            lines.append(words[start:space])
            start = space + 1
    lines.append(words[start:])
    return "\n".join(lines), breaks
