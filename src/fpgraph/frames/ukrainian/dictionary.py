"""The dictionary of Ukrainian words, asked for the tags of a word.

It is a graph of bytes whose edges stand in one array. To follow them here, in one loop, is
several times as fast as to ask its library, which calls functions for every byte.
"""

from __future__ import annotations

from array import array
from binascii import a2b_base64
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

#: What of a unit of the array is the label of the edge that leads to it.
_LABEL = 0x8000_00FF
#: Units with this bit keep where the next are in blocks of 256.
_FAR = 0x200
#: Units with this bit end what is told.
_LAST = 0x100
#: What stands between a word and what is told of it.
_SEPARATOR = (1,)
_BYTES = {sign: tuple(sign.encode()) for sign in "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'-"}
#: Letters in whose place the dictionary may have another.
_ELSE = {"г": "ґ"}


@cache
def analyser() -> Any:
    """Return the analyser of Ukrainian words, made when it is first asked for."""
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="uk")


@cache
def _graph() -> tuple[array[int], array[int]]:
    """Return the units, and the labels of their first children and next siblings by turns.

    They are empty where another library than that in Python holds them.
    """
    words = analyser().dictionary.words
    if not hasattr(words, "dct"):
        return array("I"), array("B")
    return words.dct._units, words.guide._units


def tags(word: str) -> tuple[str, ...]:
    """Return the tags of ``word`` in small letters, guessed where the dictionary has it not."""
    if len(word) > 1 and _graph()[0]:
        ends = _ends(word, 0, 0)
        if ends:
            return _told(ends[0]) if len(ends) == 1 else sum(map(_told, ends), ())
    return tuple(map(str, analyser().tag(word)))


def _ends(word: str, begin: int, node: int) -> list[int]:
    """Return where what is told of ``word`` begins, for each spelling of its rest."""
    units = _graph()[0]
    others: list[int] = []
    for at in range(begin, len(word)):
        sign = word[at]
        if sign in _ELSE:
            varied = _followed(_BYTES[_ELSE[sign]], node)
            if varied:
                others += _ends(word, at + 1, varied)
        for label in _BYTES.get(sign, _SEPARATOR):
            unit = units[node]
            node ^= ((unit >> 10) << 8 if unit & _FAR else unit >> 10) ^ label
            if units[node] & _LABEL != label:
                return others
    node = _followed(_SEPARATOR, node)
    return [node, *others] if node else others


def _followed(labels: tuple[int, ...], node: int) -> int:
    """Return the node that ``labels`` lead to from ``node``, 0 where there is none."""
    units = _graph()[0]
    for label in labels:
        unit = units[node]
        node ^= ((unit >> 10) << 8 if unit & _FAR else unit >> 10) ^ label
        if units[node] & _LABEL != label:
            return 0
    return node


@lru_cache(1 << 14)
def _told(node: int) -> tuple[str, ...]:
    """Return the tags of the words that lead to ``node``; words that inflect alike share it."""
    dictionary = analyser().dictionary
    places = map(dictionary.words._struct.unpack, map(a2b_base64, _values(node)))
    return tuple(str(dictionary.build_tag_info(*place)) for place in places)


def _values(node: int) -> Iterator[bytes]:
    """Yield what is told from ``node`` on, in the order of its bytes."""
    units, labels = _graph()
    waiting = [(node, b"")]
    while waiting:
        node, told = waiting.pop()
        unit = units[node]
        if unit & _LAST:
            yield told
        following = []
        label = labels[2 * node]
        while label:
            child = node ^ ((unit >> 10) << 8 if unit & _FAR else unit >> 10) ^ label
            following.append((child, told + bytes((label,))))
            label = labels[2 * child + 1]
        waiting += reversed(following)
