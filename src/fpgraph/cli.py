"""The command ``fpgraph``: finds the command asked for, and turns errors into one line.

Exit codes: 0 well, 1 not well (a check found something), 2 misuse or unreadable
input.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NoReturn

import click

from .commands.options import MISUSE, STOPPED, WELL
from .errors import FpgraphError

#: Each command with what the list of commands says of it, in the order of the list.
COMMANDS = {
    "build": "Write the graph in every format, and the network page.",
    "ask": "Answer a competency question; without NAME, list them all.",
    "query": "Run a SPARQL query from a file or standard input.",
    "check": "Hold corpus and graph to their rules.",
    "read": "Read articles: names, who speaks, candidate claims.",
    "names": "Show the names an article brought, and accept them.",
    "review": "Decide on the candidate claims of an article, one by one.",
    "misses": "List the sentences that should have a claim and have none.",
    "frames": "List the relation frames, and how often each was right.",
    "evaluate": "Compare the machine's reading with the coded claims.",
    "serve": "Serve the page, the questions and a SPARQL endpoint on this machine.",
    "push": "Send the graph to a triple store, and verify that it arrived.",
    "tidy": "Put the tables in order: rows, cells, ids of claims.",
}


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


class _Commands(click.Group):
    """The commands by name, each imported only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        found = import_module(f".commands.{cmd_name}", __package__).command
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: fpgraph ask memberships",
)
@click.option("--version", cls=_Version)
def cli() -> None:
    """Foreign-policy articles as a knowledge graph: who says what, and in which sentence.

    Exit codes: 0 well, 1 not well (a check found something), 2 misuse or unreadable input.
    """


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
        code = WELL
    except (Exception, KeyboardInterrupt) as error:
        if os.environ.get("FPGRAPH_TRACEBACK"):
            raise
        problem, code = _told(error)
        click.echo(f"fpgraph: {' '.join(problem.split())}", err=True)
    sys.exit(code if isinstance(code, int) else WELL)


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
        return "stopped", STOPPED
    if isinstance(error, FpgraphError):
        return str(error), MISUSE
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{error.strerror or error}", MISUSE
    fault = f"{type(error).__name__}: {error}"
    return f"a fault in fpgraph, please report it ({fault})", MISUSE


def _write_utf8() -> None:
    """Write UTF-8 into pipes and files, whatever the encoding of the place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
