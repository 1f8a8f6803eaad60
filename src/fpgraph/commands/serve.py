"""``fpgraph serve``: the graph as a site and a SPARQL endpoint on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from .options import graph_option, source_option


@click.command("serve", epilog="Example: fpgraph serve --open")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8008,
    show_default=True,
    help="Where to listen; 0 takes any port that is free.",
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="Another address than this lets other machines ask.",
)
@click.option("--open", "show", is_flag=True, help="Open the site in a browser.")
@graph_option
@source_option
@click.option(
    "--limit",
    metavar="SECONDS",
    type=click.FloatRange(0, 3600, min_open=True),
    default=10.0,
    show_default=True,
    help="A query is stopped after this time.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    help="Quick queries answered at a time; one for each processor, at least 4, unless given.",
)
@click.option(
    "--allow-host",
    "hosts",
    metavar="NAME",
    multiple=True,
    help="A name that the server goes by; repeatable.",
)
@click.option(
    "--allow-origin",
    "origins",
    metavar="ORIGIN",
    multiple=True,
    help="A site whose pages may ask, such as https://example.org, or * for all; repeatable.",
)
def command(
    port: int,
    host: str,
    show: bool,
    folder: Path | None,
    sources: tuple[str, ...],
    limit: float,
    workers: int | None,
    **allowed: tuple[str, ...],
) -> None:
    """Serve the network page, the questions and a SPARQL 1.1 endpoint.

    The graph can only be read; nothing is ever fetched. Ctrl-C ends the server.
    """
    import os

    from ..corpus import load_corpus
    from ..serving.requirements import needed
    from ..store import open_store

    needed()
    from ..serving.server import is_loopback, listen, run
    from ..serving.site import Site

    chosen = sources or None
    with listen(host, port) as sock:
        site = Site(
            open_store(folder, chosen),
            load_corpus(folder, chosen),
            workers or max(4, os.cpu_count() or 4),
            limit,
        )
        if not is_loopback(host):
            click.echo(f"every machine that reaches {host} can ask this server", err=True)
        address = f"http://{f'[{host}]' if ':' in host else host}:{sock.getsockname()[1]}/"

        def started() -> None:
            click.echo(f"{address} (SPARQL: {address}sparql); Ctrl-C ends the server")
            if show:
                _open(address)

        run(site, sock, started=started, **allowed)


def _open(address: str) -> None:
    """Open the site in a browser, if there is one; the server does not wait for it."""
    import threading
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
