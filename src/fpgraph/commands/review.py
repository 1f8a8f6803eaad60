"""``fpgraph review``: a scholar decides on the candidate claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import graph_option

if TYPE_CHECKING:
    from ..curation.review import Review


@click.command("review", epilog="Example: fpgraph review journal-2024-1 --article article.txt")
@click.argument("source", metavar="SOURCE-ID")
@graph_option
@click.option(
    "--article",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The text that was read: the sentences are then shown.",
)
@click.option("--rule", metavar="FRAME", help="Only the candidates that this frame proposed.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    help="Stop after so many candidates.",
)
def command(
    source: str, folder: Path | None, article: Path | None, rule: str | None, limit: int | None
) -> None:
    """Walk the candidate claims of an article in the order of the text, and decide.

    Keys: a accept, r reject, e edit, s skip, u undo, q quit, ? help. Every decision is
    saved at once. Standard input may also be a file or a pipe, with a key on each line.

    The same in a spreadsheet: change status in claims.csv to accepted or rejected, save
    as CSV in UTF-8, and run fpgraph tidy. To change what a claim says there, reject its
    row and add a row of your own with the rule hand.
    """
    from ..curation.name_prompt import take_name
    from ..curation.review import Review
    from ..curation.walk import Walk

    review = Review(source, folder, rule=rule, limit=limit)
    words = None
    if article is not None:
        from ..curation.showing import Words
        from ..evaluation.coded_text import coded_article

        words = Words(coded_article(article, source), review.source)
    if review.current is None:
        click.echo(f"no candidate of {source} waits for a decision")
        return
    Walk(review, words, take_name).run()
    click.echo(summary(review))


def summary(review: Review) -> str:
    """Return what was decided, in a line."""
    counts = review.counts
    done = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    waiting = sum(claim.status == "candidate" for claim in review.source.claims)
    return f"{done or 'nothing decided'}; still to decide in {review.id}: {waiting}"
