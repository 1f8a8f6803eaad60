"""Known names in running text: where they stand and what they stand for.

The text is never lemmatised. A searcher finds the first words of all forms, a walk
over the following words confirms the rest; what a form of several meanings stands
for is decided by ``senses``, which of two overlapping names stays by ``nesting``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import repeat
from typing import Any

from ..collecting import uncollected
from ..lexicon.lexicon import Lexicon
from ..lexicon.spelling import UNSEEN, spelled, squeezed
from ..lexicon.tree import Node, Tree, entry
from ..model import Article
from ..parts import Link, Sentence
from ..titles import is_bibliography
from .context import Context
from .defined import defined
from .nesting import nested
from .senses import chosen
from .walk import CONJUNCTIONS, Hit, Walk

#: The most words of a name in capitals, and the fewest letters of one.
_LONGEST_NAME = 8
_SHORTEST = 4
_SMALL_LETTER = re.compile("[a-zа-яіїєґ]")


def link(article: Article, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Link]:
    """Return the known names in ``article.clean``, sorted by (start, -end, entity).

    A name inside a longer one is a link of its own, unless it is only a part of the
    longer name. Adjectives and peoples are ``weak``. What a form stands for is decided
    by rule or, where no rule applies, left open: then there is no link. Lists of works
    are not read.
    """
    text, places = article.clean, None
    sentences = _read(sentences)
    if any(sign in text for sign in UNSEEN):
        text, places = squeezed(text)
        sentences = [_moved(sentence, places) for sentence in sentences]
    with uncollected():
        links = _linked(text, sentences, lexicon)
    if places is None:
        return links
    return [_back(one, places) for one in links]


def _read(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences without those of lists of works, whose names nobody speaks of."""
    listed: dict[str, bool] = {}
    read = []
    for sentence in sentences:
        section = sentence.passage.section
        if section not in listed:
            listed[section] = is_bibliography(section)
        if not listed[section]:
            read.append(sentence)
    return read


def _linked(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Link]:
    # All but the links is gone before the collector looks again.
    text += "  "  # So that every word has a sign behind it.
    blank, raw = spelled(text)
    hits = scan(text, blank, raw, lexicon)
    hits.sort()
    if added := _capitals(text, blank, sentences, lexicon, hits):
        hits += added
        hits.sort()
    found = nested(chosen(hits, Context(text, sentences)), lexicon.heads)
    return _links(defined(found, text), sentences)


def scan(text: str, blank: str, raw: bytes, lexicon: Lexicon) -> list[Hit]:
    """Return every form in ``text`` with its place and its senses, whatever they ask for.

    The text ends in two blanks; ``blank`` and ``raw`` are as ``spelled`` spells it.
    """
    tree = lexicon.tree()
    starts = tree.starts
    hits: list[Hit] = []
    add, find = hits.append, blank.find
    walk = Walk(text, blank, hits)
    go, follow = walk.go, walk.follow
    for number, start, stop in tree.search(b" " + raw):
        end = stop - 2
        node = starts[number]
        if node is None:
            _begin(tree, number, blank, start, end, hits, go)
            continue
        if node.entry is not None:
            add((start, -end, node.entry))
        if (after := node.after) is not None:
            if text[end] != " ":
                go(node, start, end)
                continue
            # Most first words are followed by something else: look before the walk.
            next_ = find(" ", end + 1)
            word = blank[end + 1 : next_]
            longer = after.get(word)
            if longer is None:
                if not word or word[-2:] == "'s" or (word in CONJUNCTIONS and node.shared):
                    follow(node, start, end)
                continue
            if longer.entry is not None:
                add((start, -next_, longer.entry))
            if longer.after is not None:
                go(longer, start, next_)
    return hits


def _begin(
    tree: Tree, number: int, blank: str, start: int, end: int, hits: list[Hit],
    go: Callable[[Node, int, int], None],
) -> None:  # fmt: skip
    """Add the forms that begin with a word of several readings, or one that is new."""
    if number in tree.odd and blank[start:end] != tree.firsts[number][0]:
        return
    for node, cut in tree.begun(number):
        if node.entry is not None:
            hits.append((start, cut - end, node.entry))
        if not cut:
            go(node, start, end)


def _capitals(
    text: str, blank: str, sentences: Sequence[Sentence], lexicon: Lexicon, hits: Sequence[Hit]
) -> list[Hit]:
    """Return the names in passages, or beginnings of passages, that are in capitals throughout.

    ``hits`` are those found so far, sorted.
    """
    added: list[Hit] = []
    for sentence in sentences:
        start = sentence.start
        if not text[start : start + _SHORTEST].isupper():
            continue
        capitals = lexicon.capitals()
        small = _SMALL_LETTER.search(text, start, sentence.end)
        stop = text.rfind(" ", start, small.start()) if small else sentence.end
        stop = max(stop, start)
        seen = {
            (hit[0], -hit[1])
            for hit in hits[bisect_left(hits, (start,)) : bisect_left(hits, (stop,))]
        }
        places = _words(blank, start, stop)
        for first, (start, _) in enumerate(places):
            for _, end in places[first : first + _LONGEST_NAME]:
                form = capitals.get(" ".join(blank[start:end].split()))
                if form is not None and (start, end) not in seen and len(form) >= _SHORTEST:
                    added.append((start, -end, entry(lexicon.forms[form], capital=True)))
    return added


def _words(blank: str, start: int, end: int) -> list[tuple[int, int]]:
    places = []
    at = start
    for word in blank[start:end].split():
        at = blank.index(word, at)
        places.append((at, at + len(word)))
        at += len(word)
    return places


def _setter(name: str) -> Callable[[Link, Any], None]:
    """Return what fills a slot of a new link.

    The links are many and frozen: their own constructor takes three times as long.
    """
    setter: Callable[[Link, Any], None] = Link.__dict__[name].__set__
    return setter


_ENTITY, _START, _END, _RULE, _TYPE, _CASES, _WEAK = map(
    _setter, ("entity", "start", "end", "rule", "type", "cases", "weak")
)


def _links(found: Sequence[Hit], sentences: Sequence[Sentence]) -> list[Link]:
    """Return the links that lie within one sentence each."""
    whole = _within(found, sentences)
    links = list(map(Link.__new__, repeat(Link, len(whole))))
    for one, (start, back, (sense, _, _)) in zip(links, whole, strict=True):
        _ENTITY(one, sense[0])
        _START(one, start)
        _END(one, -back)
        _RULE(one, sense[1])
        _TYPE(one, sense[2])
        _CASES(one, sense[3])
        _WEAK(one, sense[4])
    return links


def _within(found: Sequence[Hit], sentences: Sequence[Sentence]) -> list[Hit]:
    whole: list[Hit] = []
    waiting = iter(sentences)
    first = last = 0
    for one in found:
        start = one[0]
        while start >= last:
            sentence = next(waiting, None)
            if sentence is None:
                return whole
            first, last = sentence.start, sentence.end
        if start >= first and -one[1] <= last:
            whole.append(one)
    return whole


def _moved(sentence: Sentence, places: Sequence[int]) -> Sentence:
    """Return ``sentence`` as it stands in the text without its invisible characters."""
    start, end = bisect_left(places, sentence.start), bisect_left(places, sentence.end)
    return Sentence(sentence.passage, start, end)


def _back(one: Link, places: Sequence[int]) -> Link:
    start, end = places[one.start], places[one.end - 1] + 1
    return Link(one.entity, start, end, one.rule, one.type, one.cases, one.weak)
