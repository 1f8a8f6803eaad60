"""How good the machine's reading of the texts in ``tests/gold`` is, or of another folder.

``python tests/gold_quality.py [FOLDER]`` prints precision and recall with their 95 %
Wilson intervals, and with ``--show`` what is wrong and what is missed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fpgraph.intervals import wilson
from fpgraph.reading.reader import Reader
from fpgraph.text import read_article
from gold_tables import (
    GOLD,
    NOTHING,
    Score,
    gold_names,
    load_gold,
    score_attributions,
    score_claims,
    score_mentions,
)

KINDS = ("mentions", "attributions", "claims", "claims, ends only")


def quality(folder: Path = GOLD) -> dict[str, Score]:
    """Return the summed scores of all texts in ``folder``, by what is counted.

    The reader knows the background lexicon only. "Ends only" counts a claim as right
    whose subject and object are right, whatever its property and speaker.
    """
    reader = Reader({})
    entities = reader.lexicon.entities
    sums = [NOTHING] * len(KINDS)
    for name in gold_names(folder):
        gold = load_gold(name, folder)
        reading = reader.read(read_article(gold.path, name), f"{name}-author")
        scores = (
            score_mentions(gold, reading, entities),
            score_attributions(gold, reading, entities),
            score_claims(gold, reading, entities),
            score_claims(gold, reading, entities, lenient=True),
        )
        sums = [one + other for one, other in zip(sums, scores, strict=True)]
    return dict(zip(KINDS, sums, strict=True))


def main(arguments: list[str]) -> None:
    """Print the scores of the texts in the folder named, or of ``tests/gold``."""
    shown = "--show" in arguments
    folders = [Path(one) for one in arguments if one != "--show"] or [GOLD]
    for kind, score in quality(folders[0]).items():
        found = _share(score.right, score.machine)
        print(f"{kind:20} precision {found:32} recall {_share(score.found, score.gold)}")
        for line in (*score.wrong, *score.missed) if shown else ():
            print("   ", " ".join(line.split()))


def _share(part: int, whole: int) -> str:
    if not whole:
        return "–"
    low, high = wilson(part, whole)
    return f"{part / whole:6.1%} ({part}/{whole}, {low:.1%}–{high:.1%})"


if __name__ == "__main__":
    main(sys.argv[1:])
