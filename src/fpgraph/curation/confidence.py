"""How often each frame was right, by what scholars decided on its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..intervals import wilson
from ..model import Corpus
from .decisions import read_decisions, taken_up


def confidence(corpus: Corpus) -> Mapping[str, tuple[int, int]]:
    """Return for each rule how many of its decided claims were right, and of how many.

    Over all articles of the corpus. Right is what was accepted as it was proposed;
    what was rejected, or accepted only after its statement was edited, is not.
    """
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for source in corpus.sources:
        for decision in taken_up(source, read_decisions(corpus.folder / source.id)):
            of[decision.rule] += 1
            right[decision.rule] += decision.outcome == "accepted"
    return {rule: (right[rule], of[rule]) for rule in sorted(of)}


def told(counts: tuple[int, int] | None) -> str:
    """Return what a frame's record is in words, with its 95 % interval."""
    if not counts or not counts[1]:
        return "never reviewed"
    low, high = wilson(*counts)
    return f"right {counts[0]} of {counts[1]} ({low:.0%} to {high:.0%})"
