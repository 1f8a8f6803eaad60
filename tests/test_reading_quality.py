"""The machine's reading of our own texts is as precise and as complete as it was."""

from __future__ import annotations

import pytest

from gold_quality import KINDS, quality
from gold_tables import Score

# What the reading reached when the floors were set, less a little: a rule that makes
# it worse is noticed. docs/reading.md has the numbers on texts nobody had tuned for.
FLOORS = {
    "mentions": (0.98, 0.95),
    "attributions": (0.90, 0.78),
    "claims": (0.83, 0.15),
    "claims, ends only": (0.91, 0.17),
}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return quality()


@pytest.mark.parametrize("kind", KINDS)
def test_precise_and_complete_enough(kind: str, scores: dict[str, Score]) -> None:
    score = scores[kind]
    precision, recall = FLOORS[kind]
    assert score.right >= precision * score.machine, "\n".join(score.wrong)
    assert score.found >= recall * score.gold, "\n".join(score.missed)
