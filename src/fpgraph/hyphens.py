"""The hyphen at the end of a line: part of the word, or made by the line break.

No dictionary: the text itself tells (the same word elsewhere, unbroken), then the
shape of the two parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .lines import Line
from .wordlists import GROWN, KEPT_AFTER, KEPT_BEFORE, SEPARATE

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`\u2010\u2011-][^\W\d_]+)*")
_TAIL = re.compile(r"[^\W_]+(?:['’ʼ`\u2010\u2011-][^\W_]+)*['’ʼ`]?$")
_HEAD = re.compile(r"['’ʼ`]?[^\W_]+(?:['’ʼ`\u2010\u2011-][^\W_]+)*")

#: "anti-" and its like that begin plain words: anticipate, crossing, neolithic.
_NO_COMPOUND = ("cip", "ing", "ed", "ent", "ity", "est", "sense", "fare", "er")
_STEM = re.compile(
    r"(?:[вджзклмнрстцчшщьй]но|(?:сь|зь|ць)ко|[иі]ко|[еоі]во|[ая]рно|[ії]йно|рсько|сько)$"
)
_ADJECTIVE = re.compile(
    r"(?:[ин]{1,2}|ськ|цьк|зьк|ов|ев|єв|ичн|ічн|льн|[бвгджзклмнпрстфхцчшщ])"
    r"(?:ий|ій|ого|ому|им|ім|их|ими|ими|а|у|ої|ою|і|е|я|ю|є|ії|ього|ьому|іх|ях)$"
)
_AND = frozenset({"and"})


class Vocabulary:
    """The words of a text that no line break touches."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = lines
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = frozenset(self._collect())
        return word.casefold() in self._words

    def _collect(self) -> list[str]:
        found: set[str] = set()
        broken = False
        for line in self._lines:
            words = line.words
            if broken:
                words = words.partition(" ")[2]
            broken = line.broken
            if broken:
                words = words.rpartition(" ")[0]
            found.update(words.split())
        # Most words come many times, and no word crosses white space.
        return _WORD.findall(" ".join(found).casefold())


def keeps_hyphen(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the hyphen between the lines ``before`` and ``after`` is part of the word.

    ``before`` comes with its hyphen. Most line-end hyphens are not; the answer has
    no bearing on a fingerprint, which counts letters and digits only.
    """
    tail = _TAIL.search(before[:-1], max(0, len(before) - 60, before.rfind(" ") + 1))
    head = _HEAD.match(after[:60])
    if tail is None or head is None:
        return True
    left, right = tail[0], head[0]
    if not (left[-1].isalpha() or left[-1] in "'’ʼ`") or not right[0].isalpha():
        return True
    if right[0].isupper():
        return not (left.isupper() and right.isupper() and len(left) > 1)
    if left + right in vocabulary:
        return False
    return f"{left}-{right}" in vocabulary or _compound(left.casefold(), right, vocabulary)


def _compound(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Judge by the shape of the parts."""
    last = re.split(r"[-\u2010\u2011]", left)[-1]
    first = re.split(r"[-\u2010\u2011]", right)[0]
    if last in KEPT_BEFORE:
        return len(first) > 3 and not first.startswith(_NO_COMPOUND)
    if first in KEPT_AFTER and len(last) > 2:
        return last in vocabulary or not last.isascii()
    if last == "по":
        return (
            bool(re.search(r"(?:ому|ємуу?|[сц]ьки|перше|друге|третє)$", first)) and len(first) > 4
        )
    if _STEM.search(last) and len(last) > 4 and last not in GROWN:
        return len(first) > 5 and _ADJECTIVE.search(first) is not None
    whole = len(last) > 3 and len(first) > 3 and last not in SEPARATE
    return whole and last in vocabulary and first in vocabulary


def hangs(before: str, after: str) -> bool:
    """Tell whether the hyphen ends a word of its own: "short- and long-term"."""
    word = after.partition(" ")[0]
    return word in _AND and before.isascii()
