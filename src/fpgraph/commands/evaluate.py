"""``fpgraph evaluate``: how well the machine reads what people coded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import graph_option

if TYPE_CHECKING:
    from ..evaluation.evaluate import Difference
    from ..evaluation.scores import Score

_DIFFERENCE_COLUMNS = (
    "verdict", "what", "source", "passage", "start", "end", "rule", "said", "note", "words",
)  # fmt: skip


@click.command(
    "evaluate", epilog="Example: fpgraph evaluate politicus-2024-1 --article article.txt --by frame"
)
@click.argument("sources", metavar="[SOURCE-ID]...", nargs=-1)
@click.option(
    "--article",
    "articles",
    metavar="FILE",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    help="A text that was coded; repeatable.",
)
@graph_option
@click.option(
    "--by",
    type=click.Choice(("frame", "property", "kind")),
    help="The claims in groups, instead of the whole.",
)
@click.option(
    "--show",
    type=click.Choice(("wrong", "missed")),
    help="List what was found and is not coded, or is coded and was not found.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "csv", "json")),
    default="table",
    show_default=True,
)
def command(
    sources: tuple[str, ...],
    articles: tuple[Path, ...],
    folder: Path | None,
    by: str | None,
    show: str | None,
    form: str,
) -> None:
    """Read texts by machine and compare with what people coded in them.

    Counts, precision, recall and F1 with their 95 % (Wilson) intervals, for mentions
    (the very place), attributions (who speaks in a passage) and claims (the statement
    in its passage; with its speaker; with stance and polarity too). A phrase without an
    entity yet stands for the entity that was coded at its place, if the two share half
    of the longer. Groups count claims that agree in all of that.
    """
    from ..corpus import load_corpus
    from ..evaluation.evaluate import evaluate
    from ..evaluation.listing import write_rows

    found = evaluate(load_corpus(folder), articles, sources)
    if show:
        listed = [one for one in found.differences if one.verdict == show]
        write_rows(_DIFFERENCE_COLUMNS, [_difference(one) for one in listed], form)
        return
    scores = found.by[by] if by else found.scores
    _write(scores, form)
    if form == "table" and not by and found.unjudged:
        click.echo(
            f"{found.unjudged} attributions stand where no claim is coded and are not judged",
            err=True,
        )


def _write(scores: Iterable[Score], form: str) -> None:
    from ..evaluation.listing import write_rows
    from ..evaluation.scores import SCORE_COLUMNS

    if form != "table":
        write_rows(SCORE_COLUMNS, [score.values() for score in scores], form)
        return
    rows = [_row(score) for score in scores]
    write_rows(("what", "coded", "found", "right", "precision", "recall", "F1"), rows, form)


def _row(score: Score) -> dict[str, Any]:
    return {
        "what": score.what,
        "coded": score.coded,
        "found": score.found,
        "right": score.right,
        "precision": _percent(score.right, score.found),
        "recall": _percent(score.met, score.coded),
        "F1": "" if score.f1 is None else f"{score.f1:.1%}",
    }


def _percent(right: int, of: int) -> str:
    """Return a share with its interval: ``93.5% (90.1–95.8)``."""
    from ..intervals import wilson

    if not of:
        return ""
    low, high = (100 * end for end in wilson(right, of))
    return f"{right / of:.1%} ({low:.1f}–{high:.1f})"


def _difference(one: Difference) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _DIFFERENCE_COLUMNS}
