"""Where the passages of an old reading stand in a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..errors import QuotationNotFound
from ..model import Article, Passage
from ..text import align


def relocated(
    old: Sequence[Passage], new: Sequence[Passage], article: Article | None
) -> dict[int, tuple[int, ...]]:
    """Return the new numbers of each old passage, none where its words are gone.

    Passages are known by their fingerprints; a first print stays the first. With
    ``article``, the text of the new ones, those that split otherwise are found too.
    """
    there = defaultdict(list)
    for passage in new:
        there[passage.fingerprint].append(passage.number)
    seen: dict[str, int] = defaultdict(int)
    found: dict[int, tuple[int, ...]] = {}
    for passage in old:
        numbers = there.get(passage.fingerprint)
        if numbers:
            turn = min(seen[passage.fingerprint], len(numbers) - 1)
            seen[passage.fingerprint] += 1
            found[passage.number] = (numbers[turn],)
        else:
            found[passage.number] = _split_otherwise(passage, new, article)
    return found


def _split_otherwise(
    passage: Passage, new: Sequence[Passage], article: Article | None
) -> tuple[int, ...]:
    """Return the numbers of the new passages that hold the words of an old one."""
    if article is None:
        return ()
    try:
        there = align(article, [passage])[passage.number]
    except QuotationNotFound:
        return ()
    return tuple(one.number for one in new if one.start < there.end and there.start < one.end)
