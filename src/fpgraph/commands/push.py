"""``fpgraph push``: the graph into a triple store."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import NOT_WELL, WELL, progress, source_option

if TYPE_CHECKING:
    from ..pushing.credentials import Credentials

_STORES = (
    *("fuseki", "rdf4j", "graphdb", "virtuoso", "oxigraph", "qlever", "blazegraph"),
    "generic",
)
_SECRET = "FPGRAPH_PASSWORD"  # noqa: S105 - the name of a variable


@click.command(
    "push",
    epilog="Example: fpgraph push http://localhost:3030/ds --store fuseki "
    "--graph https://example.org/fp --replace",
)
@click.argument("address", metavar="URL")
@click.option("--store", type=click.Choice(_STORES), required=True, help="What answers at URL.")
@click.option(
    "--graph", metavar="IRI", default="", help="The named graph; the default graph unless given."
)
@click.option(
    "--replace/--add",
    default=None,
    help="Put the graph in place of what is there, or add to it; needed if anything is there.",
)
@click.option(
    "--user", metavar="NAME", help=f"Who writes; the password comes from {_SECRET} or a prompt."
)
@click.option(
    "--query",
    metavar="URL",
    default="",
    help="The query endpoint, if it is elsewhere; another host gets no password.",
)
@click.option(
    "--folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="The folder of the coded corpus; the bundled one unless given.",
)
@source_option
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0, 86400, min_open=True),
    default=120.0,
    show_default=True,
    help="How long to wait for each answer.",
)
@click.option(
    "--retries",
    type=click.IntRange(0, 20),
    default=3,
    show_default=True,
    help="How often to try again when the connection fails.",
)
def command(
    address: str,
    store: str,
    graph: str,
    query: str,
    user: str | None,
    folder: Path | None,
    sources: tuple[str, ...],
    **how: float | None,
) -> int:
    """Push ontology and graph into the triple store at URL, and look whether they arrived.

    URL is the store's base address or the exact one of its graph store protocol.
    Afterwards the triples are counted, and every competency question is asked of
    the store and of the embedded engine. Exits with 1 if the store is down, refuses
    or answers otherwise.
    """
    from ..errors import StoreError
    from ..pushing.stores import target
    from ..pushing.transfer import push

    secret = os.environ.get(_SECRET, "")
    identified = user is not None
    try:
        where = target(address, store, graph=graph, query=query, identified=identified)
        who = _credentials(user, secret, token=where.token)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if who and _in_clear(where.write):
        click.echo("the password goes over the network unencrypted: better use https", err=True)
    try:
        done = push(
            where,
            credentials=who,
            folder=folder,
            sources=sources or None,
            progress=progress(),
            **how,  # type: ignore[arg-type]
        )
    except StoreError as error:
        click.echo(f"fpgraph: {' '.join(str(error).split())}", err=True)
        return NOT_WELL
    place = f"the graph {graph}" if graph else "the default graph"
    click.echo(f"{done.triples:,} triples sent to {place} of {store} in {done.seconds:.1f} s")
    if done.verified:
        asked = f"all {done.verified.asked} questions are answered as by the embedded engine"
        click.echo(f"{done.after:,} triples are there, and {asked}")
    else:
        found = "a sample of what was sent is among them"
        click.echo(f"{done.before:,} triples were there, now there are {done.after:,}; {found}")
    return WELL


def _in_clear(address: str) -> bool:
    """Tell whether others on the network can read what is sent to an address."""
    from urllib.parse import urlsplit

    parts = urlsplit(address)
    own = parts.hostname in {"localhost", "::1"} or (parts.hostname or "").startswith("127.")
    return parts.scheme == "http" and not own


def _credentials(user: str | None, secret: str, *, token: bool) -> Credentials | None:
    """Return who asks; ValueError if there is a name that cannot be one, or no password."""
    from ..pushing.credentials import Credentials

    if not secret.isprintable():
        raise ValueError("the password holds a control character")
    if user is None:
        return Credentials("", secret) if token and secret else None
    if not user or ":" in user or not user.isprintable():
        raise ValueError("a user's name is not empty and holds no colon and no control character")
    if not secret:
        if not sys.stdin.isatty():
            raise ValueError(f"there is no password: set {_SECRET}")
        secret = click.prompt(f"Password of {user}", hide_input=True, err=True)
    return Credentials(user, secret)
