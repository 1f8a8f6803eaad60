"""Counts of a comparison and what follows from them: precision, recall, F1, intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..intervals import share, wilson

SCORE_COLUMNS = (
    "what", "coded", "found", "right", "precision", "precision_low", "precision_high",
    "met", "recall", "recall_low", "recall_high", "f1",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Score:
    """How the machine did at one thing.

    ``right`` of the ``found`` are in the coded corpus, ``met`` of the ``coded`` were
    found. The two differ where one coded thing is found at several places.
    """

    what: str
    coded: int = 0
    met: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right, None if nothing was found."""
        return share(self.right, self.found)

    @property
    def recall(self) -> float | None:
        """The share of what is coded that was found, None if nothing is coded."""
        return share(self.met, self.coded)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, None where one is not to be had."""
        if self.precision is None or self.recall is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.what,
            self.coded + other.coded,
            self.met + other.met,
            self.found + other.found,
            self.right + other.right,
        )

    def values(self) -> dict[str, Any]:
        """Return the numbers by name; shares from 0 to 1 with four digits, None if unknown."""
        precision = wilson(self.right, self.found) if self.found else (None, None)
        recall = wilson(self.met, self.coded) if self.coded else (None, None)
        numbers = {
            "precision": self.precision, "precision_low": precision[0],
            "precision_high": precision[1], "recall": self.recall,
            "recall_low": recall[0], "recall_high": recall[1], "f1": self.f1,
        }  # fmt: skip
        rounded = {
            name: None if number is None else round(number, 4) for name, number in numbers.items()
        }
        counts = {
            "what": self.what, "coded": self.coded, "met": self.met,
            "found": self.found, "right": self.right,
        }  # fmt: skip
        found = counts | rounded
        return {name: found[name] for name in SCORE_COLUMNS}
