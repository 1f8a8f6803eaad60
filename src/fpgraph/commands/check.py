"""``fpgraph check``: corpus and graph held to their rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .options import MISUSE, NOT_WELL, graph_option, progress, source_option


@click.command("check", epilog="Example: fpgraph check --reason")
@graph_option
@source_option
@click.option("--reason", "reasoner", is_flag=True, help="Also look for contradictions, by HermiT.")
def command(folder: Path | None, sources: tuple[str, ...], reasoner: bool) -> None:
    """Hold corpus and graph to their rules: tables, shapes, violation queries, the gate.

    Exits with 1 if the graph breaks a rule, and with 2 if the tables do, for then there
    is no graph.
    """
    from ..check import check

    report = check(folder, sources or None, reasoner=reasoner, progress=progress())
    if report.ran == ("corpus",):
        for finding in report.findings:
            click.echo(f"fpgraph: {finding.focus}: {finding.message}", err=True)
        sys.exit(MISUSE)
    if not report.conforms:
        from ..terminal import table

        rows = [(finding.check, finding.focus, finding.message) for finding in report.findings]
        table(("check", "about", "problem"), rows)
        sys.exit(NOT_WELL)
    ran = ", ".join(report.ran)
    click.echo(f"all well: {len(report.ran)} checks ran ({ran})")
