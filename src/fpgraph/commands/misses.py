"""``fpgraph misses``: the sentences that say something and have no claim."""

from __future__ import annotations

from pathlib import Path

import click

from .options import graph_option


@click.command("misses", epilog="Example: fpgraph misses politicus-2024-1 --format csv")
@click.argument("source", metavar="SOURCE-ID")
@graph_option
@click.option(
    "--article",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The text: quotations are then found, and the sentences shown.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "csv", "json")),
    default="table",
    show_default=True,
)
def command(source: str, folder: Path | None, article: Path | None, form: str) -> None:
    """List the sentences that cite, quote or name two entities and have no claim.

    Headings, reprints and lists of works are left out. A rejected claim is none.
    """
    from ..corpus import load_corpus
    from ..evaluation.coded_text import coded_article, source_of
    from ..evaluation.listing import write_rows
    from ..evaluation.misses import misses

    coded = source_of(load_corpus(folder), source)
    found = misses(coded, coded_article(article, source) if article else None)
    columns = ["passage", "section", "start", "end", "reasons"]
    rows = [
        {
            "passage": one.passage.number,
            "section": one.passage.section,
            "start": one.passage.start,
            "end": one.passage.end,
            "reasons": "; ".join(one.reasons),
            "words": one.words,
        }
        for one in found
    ]
    if article:
        columns.append("words")
    write_rows(columns, rows, form)
    if form == "table" and not rows:
        click.echo(f"every sentence of {source} that calls for a claim has one")
