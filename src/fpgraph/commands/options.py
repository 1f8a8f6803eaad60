"""Options, exit codes and progress that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

FORMATS = ("table", "csv", "json", "ttl")
WELL, NOT_WELL, MISUSE, STOPPED = 0, 1, 2, 130

graph_option = click.option(
    "--graph",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="The folder of the coded corpus; the bundled one unless given.",
)
source_option = click.option(
    "--source", "sources", metavar="ID", multiple=True, help="Only this article; repeatable."
)
format_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True
)


def progress() -> Callable[[str], None] | None:
    """Return what tells each step on a terminal, None elsewhere."""
    if not sys.stderr.isatty():
        return None
    return lambda step: click.echo(f"· {step}", err=True)
