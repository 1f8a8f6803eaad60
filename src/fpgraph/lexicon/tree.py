"""The forms of a lexicon as a tree of words, opened where a text asks for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from sys import intern
from typing import Any

from .ambiguity import PERSON, PLACED, SMALL, Sense
from .spelling import LETTERS

#: What a form stands for: its first sense, whether the place has to decide, all senses.
Entry = tuple[Sense, bool, tuple[Sense, ...]]

_ADJECTIVE = re.compile(
    r"[^\W\d_a-z]+(?:[иі]й|ь?ого|ь?ому|[иі]м|ь?ої|ь?ою|[иі]х|[иі]ми"
    r"|(?:н|ськ|цьк|зьк|ов|ев|єв|ч|ш)[аяеєіую])"
)
_COMPASS = re.compile(
    r"(?:Nor|Sou)th(?:ern)?|(?:Ea|We)st(?:ern)?|Central|Upper|Lower|Inner|Outer|Near|Middle|Far"
)
_ATTRIBUTE = re.compile(r"[a-z]{3,}")


def entry(senses: tuple[Sense, ...], *, capital: bool) -> Entry:
    """Return what a form with these senses stands for; ``capital`` if the text spells it so."""
    asked = PLACED | SMALL if capital else PLACED
    return senses[0], len(senses) > 1 or bool(senses[0][5] & asked), senses


def is_adjective_shape(word: str) -> bool:
    """Tell whether a Ukrainian word has the shape of an adjective."""
    return _ADJECTIVE.fullmatch(word) is not None


def is_compass(word: str) -> bool:
    """Tell whether an English word names a part of a country or a continent."""
    return _COMPASS.fullmatch(word) is not None


def is_attribute_shape(word: str) -> bool:
    """Tell whether an English word may be an adjective."""
    return _ATTRIBUTE.fullmatch(word) is not None


class Node:
    """The words of a form up to one of them, and which words may follow.

    ``dotted`` tells that a longer form has initials or another dot.
    """

    __slots__ = ("_shared", "after", "dotted", "entry", "word")

    def __init__(self, word: str) -> None:
        self.word = word
        self.entry: Entry | None = None
        self.after: dict[str, Node] | None = None
        self.dotted = False
        self._shared: bool | None = None

    @property
    def shared(self) -> bool:
        """Whether the word may share its noun with another adjective."""
        if self._shared is None:
            word = self.word
            self._shared = is_adjective_shape(word) or is_compass(word) or is_attribute_shape(word)
        return self._shared

    def next(self, word: str) -> Node:
        """Return the node of the word that follows, made if it is not there."""
        if self.after is None:
            self.after = {}
        found = self.after.get(word)
        if found is None:
            found = self.after[word] = Node(word)
        return found


#: What a first word begins, and how many letters at its end are not of the name.
Start = tuple[Node, int]


class Tree:
    """The searcher for the first words of all forms, and the tree behind each of them."""

    def __init__(
        self,
        forms: Mapping[str, tuple[Sense, ...]],
        firsts: Sequence[tuple[str, tuple[str, ...]]],
    ) -> None:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        self.forms = forms
        self.firsts = firsts
        self.sorted = list(forms)
        words = [f" {word} ".encode(LETTERS, "replace") for word, _ in firsts]
        self._search: Any = BytesAhoCorasick(words, implementation=Implementation.ContiguousNFA)
        #: The words that others may look like in the one-byte spelling.
        self.odd = frozenset(number for number, word in enumerate(words) if b"?" in word)
        #: What a first word begins; None for those not asked yet, and those to be asked.
        self.starts: list[Node | None] = [None] * len(firsts)
        self._opened: dict[tuple[str, bool], Node] = {}

    def search(self, raw: bytes) -> list[tuple[int, int, int]]:
        """Return (number, start, end) of every first word in a text spelled in one byte each."""
        found: list[tuple[int, int, int]] = self._search.find_matches_as_indexes(
            raw, overlapping=True
        )
        return found

    def begun(self, number: int) -> tuple[Start, ...]:
        """Return what the first word of that number begins; a single one is remembered."""
        word, keys = self.firsts[number]
        capital = word[:1].isupper()
        begun = tuple((self._node(one, capital=capital), len(word) - len(one)) for one in keys)
        if len(begun) == 1 and not begun[0][1] and number not in self.odd:
            self.starts[number] = begun[0][0]
        return begun

    def _node(self, first: str, *, capital: bool) -> Node:
        if (first, capital) in self._opened:
            return self._opened[first, capital]
        root = self._opened[first, capital] = Node(first)
        for form in self._beginning(first):
            senses = self.forms[form]
            dotted = any(sense[5] & PERSON for sense in senses)
            node = root
            for word in map(intern, form.split(" ")[1:]):
                node.dotted = node.dotted or dotted
                node = node.next(word)
            node.entry = entry(senses, capital=capital)
        return root

    def _beginning(self, first: str) -> Sequence[str]:
        """Return the forms with that first word, which stand side by side."""
        begin = bisect_left(self.sorted, first)
        return self.sorted[begin : bisect_left(self.sorted, first + "!", begin)]
