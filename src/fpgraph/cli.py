"""The command ``fpgraph``: parse, call, print, exit.

Exit codes: 0 well, 1 not well (a check found something), 2 misuse or unreadable
input.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from .errors import FpgraphError

if TYPE_CHECKING:
    from .build import BuildReport

FORMATS = ("table", "csv", "json", "ttl")
_WELL, _NOT_WELL, _MISUSE, _STOPPED = 0, 1, 2, 130

_graph = click.option(
    "--graph",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="The folder of the coded corpus; the bundled one unless given.",
)
_source = click.option(
    "--source", "sources", metavar="ID", multiple=True, help="Only this article; repeatable."
)
_format = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True
)


class _Version(click.Option):
    """``--version``, which looks the version up only when it is asked for."""

    def __init__(self, *_: Any, **__: Any) -> None:
        super().__init__(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            help="Show the version and exit.",
            callback=self._show,
        )

    @staticmethod
    def _show(context: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            from . import __version__

            click.echo(f"fpgraph {__version__}")
            context.exit()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: fpgraph ask memberships",
)
@click.option("--version", cls=_Version)
def cli() -> None:
    """Foreign-policy articles as a knowledge graph: who says what, and in which sentence.

    Exit codes: 0 well, 1 not well (a check found something), 2 misuse or unreadable input.
    """


@cli.command("build", epilog="Example: fpgraph build --out export")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the files go: graph/export in a checkout, ./export elsewhere, unless given.",
)
@_graph
@_source
@click.option(
    "--article",
    "articles",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The text that was coded: its passages are verified and quoted; repeatable.",
)
def build_command(
    out: Path | None, folder: Path | None, sources: tuple[str, ...], articles: tuple[Path, ...]
) -> None:
    """Write the graph in every format, and the network page."""
    from .build import build

    report = build(
        out, folder=folder, sources=sources or None, articles=articles, progress=_progress()
    )
    for line in summary(report):
        click.echo(line)


@cli.command("ask", epilog="Example: fpgraph ask memberships --lang uk")
@click.argument("name", required=False)
@_format
@click.option(
    "--lang",
    "language",
    type=click.Choice(("en", "uk")),
    default="en",
    show_default=True,
    help="The language of labels and statements.",
)
@click.option(
    "--article",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The text that was coded: the table then shows the sentences themselves.",
)
@click.option("--sparql", is_flag=True, help="Print the query instead, to copy and change.")
@_graph
@_source
def ask_command(
    name: str | None,
    form: str,
    language: str,
    article: Path | None,
    sparql: bool,
    folder: Path | None,
    sources: tuple[str, ...],
) -> None:
    """Answer a competency question; without NAME, list them all.

    NAME is a number, a name or a part of a name. Each row names its speaker and the
    sentence it rests on. csv and json also have the addresses of the passage and the
    claim; ttl is everything known of the claims behind the rows.
    """
    from .questions import find_question, headings, questions

    if name is None:
        from .terminal import table

        rows = [(f"{q.number:02}", q.name, q.text(language)) for q in questions()]
        table(("no", "name", "question"), rows)
        return
    question = find_question(name)
    if sparql:
        click.echo(question.asked_in(language), nl=False)
        return
    from .store import ask
    from .terminal import write_answer

    answer = ask(
        question,
        language="uk" if language == "uk" else "en",
        folder=folder,
        sources=sources or None,
    )
    words = _words(article, folder, sources) if article else None
    write_answer(answer, form, all_columns=False, words=words, headings=headings(language))


@cli.command(
    "query", epilog="Example: echo 'SELECT ?state { ?state a fp:State }' | fpgraph query -"
)
@click.argument("file", metavar="FILE|-")
@_format
@click.option(
    "--limit",
    metavar="SECONDS",
    type=float,
    default=10.0,
    show_default=True,
    help="The query is stopped after this time.",
)
@_graph
@_source
def query_command(
    file: str, form: str, limit: float, folder: Path | None, sources: tuple[str, ...]
) -> None:
    """Run a SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE from FILE, or - for standard input.

    The graph can only be read, and neither files nor the network. The prefixes of the
    graph (fp:, fpid:, rdfs: and so on) need not be declared.
    """
    from .store import query
    from .terminal import write_answer

    name = "query" if file == "-" else file
    answer = query(
        _read_query(file), limit=limit, folder=folder, sources=sources or None, name=name
    )
    write_answer(answer, form, all_columns=True)


@cli.command("check", epilog="Example: fpgraph check --reason")
@_graph
@_source
@click.option("--reason", "reasoner", is_flag=True, help="Also look for contradictions, by HermiT.")
def check_command(folder: Path | None, sources: tuple[str, ...], reasoner: bool) -> None:
    """Hold corpus and graph to their rules: tables, shapes, violation queries, the gate.

    Exits with 1 if the graph breaks a rule, and with 2 if the tables do, for then there
    is no graph.
    """
    from .check import check

    report = check(folder, sources or None, reasoner=reasoner, progress=_progress())
    if report.ran == ("corpus",):
        for finding in report.findings:
            click.echo(f"fpgraph: {finding.focus}: {finding.message}", err=True)
        sys.exit(_MISUSE)
    if not report.conforms:
        from .terminal import table

        rows = [(finding.check, finding.focus, finding.message) for finding in report.findings]
        table(("check", "about", "problem"), rows)
        sys.exit(_NOT_WELL)
    ran = ", ".join(report.ran)
    click.echo(f"all well: {len(report.ran)} checks ran ({ran})")


@cli.command("read", epilog="Example: fpgraph read article.txt --as journal-2024-1 --into graph")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("--as", "source", metavar="SOURCE-ID", required=True, help="The id of the article.")
@click.option(
    "--into",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="The folder of the coded corpus; the bundled one unless given.",
)
def read_command(article: Path, source: str, folder: Path | None) -> None:
    """Split the text of an article into passages, ready to be coded.

    Writes passages.csv into a folder called SOURCE-ID and, where they are missing, an
    empty mentions.csv and claims.csv and a source.json to fill in. Where the article is
    coded already, its passages are left as they are.
    """
    from .coding import begin

    for line in begin(article, source, folder):
        click.echo(line)


@cli.command("tidy", epilog="Example: fpgraph tidy --graph graph")
@_graph
def tidy_command(folder: Path | None) -> None:
    """Put the tables in order: rows and cells sorted, ids of claims filled in."""
    from .corpus import tidy

    changed = tidy(folder)
    for path in changed:
        click.echo(f"rewritten: {path}")
    if not changed:
        click.echo("all tables are tidy")


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


def _read_query(file: str) -> str:
    from .errors import QueryError

    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise QueryError(f"the file cannot be read: {error.strerror}", name=file) from None
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not UTF-8 at byte {error.start}", name=file) from None


def _words(article: Path, folder: Path | None, sources: tuple[str, ...]) -> Any:
    """Return the words of every passage of the article, by the passage's address."""
    from .build import quote
    from .corpus import load_corpus
    from .terms import PASSAGE_BASE

    quotations = quote(load_corpus(folder, sources or None), [article])
    return {
        f"{PASSAGE_BASE}{source}/{number}": words
        for source, found in quotations.items()
        for number, words in found.items()
    }


def _progress() -> Callable[[str], None] | None:
    if not sys.stderr.isatty():
        return None
    return lambda step: click.echo(f"· {step}", err=True)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and exit; whatever goes wrong is one line, never a traceback."""
    _write_utf8()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except click.exceptions.Exit as asked:
        code = asked.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except BrokenPipeError:
        # The reader has seen enough: nothing is left to say, nor to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = _WELL
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("FPGRAPH_TRACEBACK"):
            raise
        problem, code = _told(error)
        click.echo(f"fpgraph: {' '.join(problem.split())}", err=True)
    sys.exit(code if isinstance(code, int) else _WELL)


def _run(arguments: list[str] | None) -> object:
    """Run the command as click does, but leave what happens to it from outside to us."""
    if os.environ.get("_FPGRAPH_COMPLETE"):  # a shell asks how a word may go on
        return cli.main(args=arguments, prog_name="fpgraph")
    given = sys.argv[1:] if arguments is None else list(arguments)
    with cli.make_context("fpgraph", given) as context:
        return cli.invoke(context)


def _told(error: BaseException) -> tuple[str, int]:
    """Return what went wrong in a sentence, and the exit code."""
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return "stopped", _STOPPED
    if isinstance(error, FpgraphError):
        return str(error), _MISUSE
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror or error}", _MISUSE
    fault = f"{type(error).__name__}: {error}"
    return f"a fault in fpgraph, please report it ({fault})", _MISUSE


def _write_utf8() -> None:
    """Write UTF-8 into pipes and files, whatever the encoding of the place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
