"""``fpgraph build``: every file format, and the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import graph_option, progress, source_option

if TYPE_CHECKING:
    from ..build import BuildReport


@click.command("build", epilog="Example: fpgraph build --out export")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the files go, unless given: FOLDER/export with --graph FOLDER; without,"
    " graph/export in a checkout and ./export elsewhere.",
)
@graph_option
@source_option
@click.option(
    "--article",
    "articles",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The text that was coded: its passages are verified and quoted; repeatable.",
)
def command(
    out: Path | None, folder: Path | None, sources: tuple[str, ...], articles: tuple[Path, ...]
) -> None:
    """Write the graph in every format, and the network page."""
    from ..build import build

    report = build(
        out, folder=folder, sources=sources or None, articles=articles, progress=progress()
    )
    for line in summary(report):
        click.echo(line)


def summary(report: BuildReport) -> list[str]:
    """Return the lines that sum up a build."""
    entities, claims = sum(report.entities.values()), sum(report.claims.values())
    what = f"{entities} entities, {report.works} works, {claims} claims by {len(report.speakers)}"
    lines = [
        f"{what} speakers, {report.mentions} mentions; from {report.passages} sentences",
        f"{report.edges} edges that the author affirms; {report.triples} triples",
    ]
    if report.waiting:
        lines.append(f"{report.waiting} claims wait for a decision and are left out")
    if report.quotations:
        lines.append(f"{report.quotations} sentences verified against the text and quoted")
    size = sum(report.files.values()) / 1_000_000
    lines.append(
        f"{len(report.files)} files, {size:.1f} MB, in {report.folder} ({report.seconds:.1f} s)"
    )
    return lines
