"""The machine's reading of texts against what people coded in them.

Compared are mentions, attributions and claims. What counts as coded are the mentions
coded by hand and the accepted claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..curation.confidence import confidence
from ..errors import ArticleError
from ..model import Article, Corpus
from ..parts import Reading
from .coded_text import paired
from .comparison import Comparison, Counts, Difference
from .scores import Score

__all__ = ["Difference", "Evaluation", "confidence", "evaluate"]


class Reads(Protocol):
    """Whatever reads an article, as ``reading.reader.Reader`` does."""

    def read(self, article: Article, author: str) -> Reading:
        """Return the reading of ``article``."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores over all texts, in groups too, and every difference.

    ``by`` holds for frame, property and kind the score of each, over claims that agree
    in statement, speaker, stance and polarity. ``unjudged`` counts attributions in
    passages in which no claim is coded: nothing says whether they are right.
    """

    scores: tuple[Score, ...]
    by: Mapping[str, tuple[Score, ...]]
    differences: tuple[Difference, ...]
    unjudged: int


def evaluate(
    corpus: Corpus,
    articles: Iterable[Path],
    sources: Iterable[str] = (),
    reader: Reads | None = None,
) -> Evaluation:
    """Return how the machine's reading of the texts ``articles`` compares with the corpus.

    ``sources`` names the articles that must be among them; any others are left out.
    Raises ArticleError for a text that cannot be read or an article without a text,
    QuotationNotFound for a text that does not hold what was coded.
    """
    wanted = tuple(dict.fromkeys(sources))
    pairs = paired(corpus, articles)
    given = {source.id for source, _, _ in pairs}
    for name in wanted:
        if name not in given:
            raise ArticleError(f"no text of {name} was given; name its file with --article")
    if reader is None:
        from ..reading.reader import Reader

        reader = Reader(
            {k: one for k, one in corpus.entities.items() if k not in corpus.background}
        )
    counts = Counts()
    for source, article, path in pairs:
        if not wanted or source.id in wanted:
            Comparison(corpus, source, article, path, counts).run(
                reader.read(article, source.author)
            )
    return _evaluation(counts)


def _evaluation(counts: Counts) -> Evaluation:
    by = {
        group: tuple(sorted(table.values(), key=lambda one: (-one.found, -one.coded, one.what)))
        for group, table in counts.by.items()
    }
    differences = sorted(
        counts.differences,
        key=lambda one: (one.verdict, one.source, one.start, one.end, one.what, one.said),
    )
    return Evaluation(tuple(counts.scores.values()), by, tuple(differences), counts.unjudged)
