"""``fpgraph tidy``: the tables put in order."""

from __future__ import annotations

from pathlib import Path

import click

from .options import graph_option


@click.command("tidy", epilog="Example: fpgraph tidy --graph graph")
@graph_option
def command(folder: Path | None) -> None:
    """Put the tables in order: rows and cells sorted, ids of claims filled in."""
    from ..corpus import tidy

    changed = tidy(folder)
    for path in changed:
        click.echo(f"rewritten: {path}")
    if not changed:
        click.echo("all tables are tidy")
