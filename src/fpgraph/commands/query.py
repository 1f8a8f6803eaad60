"""``fpgraph query``: a SPARQL query of one's own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .options import format_option, graph_option, source_option


@click.command(
    "query", epilog="Example: echo 'SELECT ?state { ?state a fp:State }' | fpgraph query -"
)
@click.argument("file", metavar="FILE|-")
@format_option
@click.option(
    "--limit",
    metavar="SECONDS",
    type=float,
    default=10.0,
    show_default=True,
    help="The query is stopped after this time.",
)
@graph_option
@source_option
def command(
    file: str, form: str, limit: float, folder: Path | None, sources: tuple[str, ...]
) -> None:
    """Run a SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE from FILE, or - for standard input.

    The graph can only be read, and neither files nor the network. The prefixes of the
    graph (fp:, fpid:, rdfs: and so on) need not be declared.
    """
    from ..store import query
    from ..terminal import write_answer

    name = "query" if file == "-" else file
    answer = query(
        _read_query(file), limit=limit, folder=folder, sources=sources or None, name=name
    )
    write_answer(answer, form, all_columns=True)


def _read_query(file: str) -> str:
    from ..errors import QueryError

    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise QueryError(f"the file cannot be read: {error.strerror}", name=file) from None
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not UTF-8 at byte {error.start}", name=file) from None
