"""From the first word of a name to its last: over blanks, brackets and coordinations.

«наступальний (реваншистський) реалізм» is offensive realism with a remark, «регіональної
та світової безпеки» holds regional security although a word stands in between.
"""

from __future__ import annotations

import re

from ..lexicon.ambiguity import DASHED, PART, PERSON
from ..lexicon.ordinarywords import NO_ATTRIBUTES
from ..lexicon.spelling import DASHES, DOTS, JOINTS
from ..lexicon.tree import (
    Entry,
    Node,
    entry,
    is_adjective_shape,
    is_attribute_shape,
    is_compass,
)

#: A form with its place: start, minus the end, what it may stand for. Of two that
#: begin together the longer one comes first.
Hit = tuple[int, int, Entry]

#: A bracketed insertion inside a name is no longer than this.
_LONGEST_INSERTION = 60
#: No more adjectives than this stand before a noun that they share.
_MOST_SHARED = 4
_UKRAINIAN = frozenset({"та", "і", "й", "або", "чи"})
_ENGLISH = frozenset({"and", "or"})
CONJUNCTIONS = _UKRAINIAN | _ENGLISH
#: The signs that a name may go on after, and those of them with which few do.
_DOTS = frozenset(sign[0] for sign in DOTS)
_SIGNS = frozenset(sign[0] for sign in (*JOINTS, *DOTS, *DASHES))
_DOT = re.compile(r"[. \u00a0]\w\.(?!\w)")


class Walk:
    """Goes on from a first word as long as the words that follow belong to a form."""

    def __init__(self, text: str, blank: str, hits: list[Hit]) -> None:
        self.text = text
        self.find = blank.find
        self.blank = blank
        self.add = hits.append

    def go(self, node: Node, start: int, end: int) -> None:
        """Add the forms that begin with ``node``, whose words stand at ``start:end``.

        The words that follow after single blanks are looked up here, as nearly all are.
        """
        text, blank, find, add = self.text, self.blank, self.find, self.add
        after = node.after
        while after is not None:
            if text[end] != " ":
                sign = text[end]
                if sign in _SIGNS and (sign not in _DOTS or node.dotted or node.shared):
                    self.follow(node, start, end)
                return
            stop = find(" ", end + 1)
            word = blank[end + 1 : stop]
            longer = after.get(word)
            if longer is None:
                if not word or word[-2:] == "'s" or (word in CONJUNCTIONS and node.shared):
                    self.follow(node, start, end)
                return
            node, after, end = longer, longer.after, stop
            if node.entry is not None:
                add((start, -end, node.entry))

    def follow(self, node: Node, start: int, end: int, ask: int = 0, rule: str = "") -> None:
        """Do the same over signs: brackets, dots, dashes, conjunctions.

        ``ask`` is what a sense must allow for the signs passed so far; ``rule`` is
        that of a name with something in between.
        """
        blank, text, find = self.blank, self.text, self.find
        while node.after is not None:
            stop = find(" ", end + 1)
            at = end + 1
            if stop == at or text[end] != " ":
                while blank[at : at + 1] == " ":
                    at += 1
                stop = find(" ", at)
                asked = self._asked(node, start, end, at, ask, rule)
                if asked is None or stop < 0:
                    return
                ask = asked
            word = blank[at:stop]
            longer = node.after.get(word)
            if longer is None:
                self._otherwise(node, word, start, (end, stop), ask, rule)
                return
            node, end = longer, stop
            if node.entry is not None:
                self._add(start, stop, node.entry, ask, rule)

    def _asked(self, node: Node, start: int, end: int, at: int, ask: int, rule: str) -> int | None:
        """Return what the signs at ``end:at`` ask for; None if they end the name."""
        gap = self.text[end:at]
        if gap in JOINTS:
            return ask
        if gap in DOTS:
            if gap == ", " and not rule:
                self._shared(node, start, end, ask)
            return ask | PERSON
        if gap in DASHES:
            return ask | DASHED
        if gap == " (" and not rule:
            close = self.text.find(")", at, at + _LONGEST_INSERTION)
            if close > 0 and self.text[close + 1 : close + 2] == " ":
                self.follow(node, start, close + 1, ask, "bracketed")
        return None

    def _otherwise(
        self, node: Node, word: str, start: int, place: tuple[int, int], ask: int, rule: str
    ) -> None:
        """Try the word that does not go on as a possessive or as a conjunction."""
        end, stop = place
        if word.endswith("'s"):
            found = node.after.get(word[:-2]) if node.after else None
            if found is not None and found.entry is not None:
                self._add(start, stop - 2, found.entry, ask, rule)
        elif not rule and word in CONJUNCTIONS:
            self._shared(node, start, end, ask)

    def _shared(self, node: Node, start: int, end: int, ask: int) -> None:
        """Pass over further adjectives of the same noun: «…, … та …»."""
        if not node.shared:
            return
        at = end
        for _ in range(_MOST_SHARED):
            joint, begin, stop = self._joint(at)
            if not joint or not _alike(node.word, self.blank[begin:stop]):
                return
            at = stop
            if joint in CONJUNCTIONS:
                self.follow(node, start, at, ask, "coordinated")
                return

    def _joint(self, at: int) -> tuple[str, int, int]:
        """Return the comma or conjunction after ``at`` and the place of the word after it."""
        text, find = self.text, self.find
        if text.startswith(", ", at):
            stop = find(" ", at + 2)
            return ",", at + 2, stop
        if not text.startswith(" ", at):
            return "", at, at
        stop = find(" ", at + 1)
        word = self.blank[at + 1 : stop]
        if word not in CONJUNCTIONS or text[stop : stop + 1] != " ":
            return "", at, at
        return word, stop + 1, find(" ", stop + 1)

    def _add(self, start: int, end: int, found: Entry, ask: int, rule: str) -> None:
        if ask & PERSON and _DOT.match(self.text, end - 2):
            end += 1  # The dot of the last initial: «U.S.», «Волтц К.».
        if not (ask or rule):
            self.add((start, -end, found))
            return
        senses = tuple(sense for sense in found[2] if sense[5] & ask == ask)
        if rule == "coordinated":
            # The places between are spoken of: «Східної та Центральної Європи».
            senses = tuple((s[0], rule, s[2], s[3], s[4], s[5] & ~PART) for s in senses)
        elif rule:
            senses = tuple((sense[0], rule, *sense[2:]) for sense in senses)
        if senses:
            self.add((start, -end, entry(senses, capital=self.text[start].isupper())))


def _alike(first: str, other: str) -> bool:
    """Tell whether two words are adjectives of one noun, by their shape."""
    if is_adjective_shape(first):
        return first[-1] == other[-1:] and is_adjective_shape(other)
    if first[:1].isupper():
        return is_compass(first) and is_compass(other)
    return is_attribute_shape(other) and other not in NO_ATTRIBUTES and first.isascii()
