"""``fpgraph read``: the machine's first reading of articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import MISUSE

if TYPE_CHECKING:
    from ..jobs import Job, Outcome


@click.command("read", epilog="Example: fpgraph read article.txt --as journal-2024-1 --into graph")
@click.argument(
    "articles", metavar="ARTICLE…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--as", "source", metavar="SOURCE-ID", help="The id of the article, where there is one only."
)
@click.option(
    "--into",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="The folder of the coded corpus; the bundled one unless given.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="So many processes share the work; 0 is one for each core.",
)
@click.option(
    "--engine",
    type=click.Choice(("local", "dask")),
    default="local",
    show_default=True,
    help="Where the workers are: on this machine, or on a Dask cluster.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="The scheduler of the Dask cluster; without it one is started here.",
)
def command(
    articles: tuple[Path, ...],
    source: str | None,
    folder: Path | None,
    workers: int,
    engine: str,
    scheduler: str | None,
) -> None:
    """Read articles: sentences, names, who speaks where, candidate claims.

    ARTICLE is a text, PDF, web page or Word file, or a folder of them. Each is written
    into a folder of its own, called SOURCE-ID; of several articles, each is called
    after its file. What was decided before stays. A file that cannot be read is told
    of at the end, with exit code 2, and the others are read.
    """
    from ..batch import read_articles
    from ..resources import graph_folder

    if scheduler and engine != "dask":
        raise click.UsageError("--scheduler goes with --engine dask.")
    target = folder or graph_folder()
    jobs, bad = _found(articles, source, target)
    found = read_articles(
        jobs,
        target,
        workers=workers or os.cpu_count() or 1,
        engine=engine,
        scheduler=scheduler,
    )
    with _telling(len(jobs)) as tell:
        for outcome in found:
            tell([] if outcome.problem else _lines(outcome))
            if outcome.problem:
                bad.append(outcome)
    if bad:
        _tell_problems(bad, alone=len(jobs) == len(bad) == 1)
        sys.exit(MISUSE)


def _found(
    articles: Sequence[Path], source: str | None, folder: Path
) -> tuple[list[Job], list[Outcome]]:
    from ..batch import known_entities
    from ..jobs import Job, find_jobs
    from ..lexicon.background import background_entities

    alone = len(articles) == 1 and not articles[0].is_dir()
    if source is not None:
        if not alone:
            raise click.UsageError(
                "--as names one article; of several, each is called after its file."
            )
        return [Job(articles[0], source)], []
    if alone:
        raise click.UsageError("Missing option '--as': the id of the article.")
    return find_jobs(articles, {**known_entities(folder), **background_entities()})


def _lines(outcome: Outcome) -> list[str]:
    tally = outcome.tally
    counted = (
        (tally.passages, "passage"),
        (tally.mentions, "mention"),
        (tally.names, "unknown name"),
        (tally.candidates, "candidate claim"),
        (tally.speakers, "speaker"),
    )
    parts = [f"{number} {what}{'' if number == 1 else 's'}" for number, what in counted]
    return [f"{outcome.source}: {', '.join(parts)}", *(f"  {note}" for note in tally.notes)]


def _tell_problems(bad: Sequence[Outcome], *, alone: bool) -> None:
    """Tell what could not be read, in a line or in a table."""
    if alone:
        click.echo(f"fpgraph: {bad[0].path}: {bad[0].problem}", err=True)
        return
    from ..terminal import table

    sys.stdout.flush()
    rows = [(str(outcome.path), outcome.problem) for outcome in bad]
    table(("not read", "problem"), rows, stream=sys.stderr)


@contextmanager
def _telling(total: int) -> Iterator[Callable[[Iterable[str]], None]]:
    """Give what tells the lines of an article that is done, above a bar on a terminal."""
    if total < 2 or not sys.stderr.isatty():
        yield _tell_plainly
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("read", total=total)

        def tell(lines: Iterable[str]) -> None:
            if sys.stdout.isatty():
                for line in lines:
                    console.out(line, highlight=False)
            else:
                _tell_plainly(lines)
            bar.advance(task)

        yield tell


def _tell_plainly(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
