"""Passages printed twice: runs of sentences that come again with small differences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+")
#: How alike two sentences of a run are, at least.
_ALIKE = 0.8
#: How many words in a row point from one sentence to another.
_SHINGLE = 4
#: Where such rows begin, to have fewer of them.
_LONG_WORD = 7
#: A single sentence is a reprint only if it has so many words, and the very same.
_LONE = 12
#: A run is one only if it has so many words.
_RUN = 15
#: A row of words that more sentences share says nothing.
_COMMON = 6


def words_of(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence, case folded: runs of letters, digits and ``_``."""
    return tuple(_WORD.findall(sentence.casefold()))


def reprints(tokens: Sequence[tuple[str, ...]], heading: Sequence[bool]) -> list[int | None]:
    """Return for each sentence the index of the earlier one that it reprints, or None.

    ``tokens`` are the ``words_of`` each, and ``heading`` tells which are headings;
    they are never reprints. A run of sentences counts with small differences, a single
    one only if long and exact.
    """
    pairs = _pairs(tokens, heading)
    result: list[int | None] = [None] * len(tokens)
    done = 0
    for later in range(len(tokens)):
        if later < done or not pairs[later]:
            continue
        run = max(
            (_run(earlier, later, tokens, heading, pairs) for earlier in pairs[later]), key=len
        )
        if _counts(run, tokens):
            for a, b in run:
                result[b] = a
            done = run[-1][1] + 1
    return result


def _pairs(tokens: Sequence[tuple[str, ...]], heading: Sequence[bool]) -> list[list[int]]:
    """Return for each sentence the earlier ones that are like it."""
    # Most rows of words come once: such a row leads to a number and not to a list.
    index: dict[int, int | list[int]] = {}
    exact: dict[tuple[str, ...], int] = {}
    pairs: list[list[int]] = []
    for number, words in enumerate(tokens):
        found: list[int] = []
        if not heading[number] and words:
            votes = _votes(index, words, number)
            best = sorted(votes, key=lambda earlier: (-votes[earlier], earlier))[:3]
            found = [earlier for earlier in best if _alike(tokens[earlier], words)]
            same = exact.setdefault(words, number)
            if same != number and same not in found:
                found.insert(0, same)
        pairs.append(found)
    return pairs


def _votes(
    index: dict[int, int | list[int]], words: tuple[str, ...], number: int
) -> dict[int, int]:
    """Return how many rows of words each earlier sentence shares; enter those of this one."""
    votes: defaultdict[int, int] = defaultdict(int)
    for shingle in _shingles(words):
        known = index.setdefault(shingle, number)
        if isinstance(known, list):
            for earlier in known:
                votes[earlier] += 1
            if len(known) < _COMMON:
                known.append(number)
        elif known != number:
            votes[known] += 1
            index[shingle] = [known, number]
    return votes


def _shingles(words: tuple[str, ...]) -> set[int]:
    """Return hashes of the rows of words that begin with a long word, or of all rows."""
    following = (words[start:] for start in range(1, _SHINGLE))
    rows = list(zip(words, *following, strict=False)) or [words]
    return {hash(row) for row in rows if len(row[0]) >= _LONG_WORD} or set(map(hash, rows))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other:
        return True
    if not 0.66 < len(one) / len(other) < 1.5 or max(len(one), len(other)) > 400:
        return False
    # No words are shared but those of both; that is cheaper told, and mostly enough.
    shared = sum(map(frozenset(other).__contains__, one))
    if 2.0 * shared / (len(one) + len(other)) < _ALIKE:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.real_quick_ratio() >= _ALIKE
        and matcher.quick_ratio() >= _ALIKE
        and (matcher.ratio() >= _ALIKE)
    )


def _run(
    earlier: int,
    later: int,
    tokens: Sequence[tuple[str, ...]],
    heading: Sequence[bool],
    pairs: Sequence[Sequence[int]],
) -> list[tuple[int, int]]:
    """Follow both copies as long as they go alike; a heading may stand in only one of them."""
    run = [(earlier, later)]
    a, b = earlier + 1, later + 1
    while b < len(tokens) and a < later:
        if a in pairs[b] or (tokens[a] == tokens[b] and not heading[b]):
            run.append((a, b))
            a, b = a + 1, b + 1
        elif heading[b]:
            b += 1
        elif heading[a]:
            a += 1
        else:
            break
    return run


def _counts(run: Sequence[tuple[int, int]], tokens: Sequence[tuple[str, ...]]) -> bool:
    if len(run) == 1:
        a, b = run[0]
        return tokens[a] == tokens[b] and len(tokens[b]) >= _LONE
    return sum(len(tokens[b]) for _, b in run) >= _RUN
