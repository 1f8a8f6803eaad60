#!/usr/bin/env python3
"""Load a large graph into real stores and ask it: ``python scripts/scale_stores.py --size 1m``.

The graph is that of ``scale.py``, the stores those of ``triple-stores``, each with its own
loader. A question that is not answered within the limit is counted as stopped; the server
is started anew then, for some go on with it. Told are seconds by the wall.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import scale
from store_runs import place
from store_servers import (
    NATIVE,
    STORES,
    Running,
    TripleStore,
    Unavailable,
    cache_folder,
    free_port,
    started,
)

import fpgraph
from fpgraph.pushing.stores import Target

_COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_RESULTS = "application/sparql-results+json"


@contextmanager
def again(store: TripleStore, folder: Path) -> Iterator[Target]:
    """Run the server of a store that is loaded already."""
    port = free_port()
    command = store.command(folder, port)
    if store.name == "virtuoso":  # its port stands in its own file
        port = int((folder / "virtuoso.ini").read_text().rpartition("127.0.0.1:")[2].split()[0])
    with started(command, folder / "again.log", store.probe(port), folder):
        yield _asked(store, store.address(port))


def _asked(store: TripleStore, address: str) -> Target:
    graph = NATIVE if store.name in {"virtuoso", "blazegraph"} else ""
    return place(store, Running(address, graph, 0.0), graph)


def ask(where: Target, text: str, limit: float) -> tuple[float, bytes] | None:
    """Return the seconds and the answer, None if it does not come in time."""
    form = {"query": text} | ({"default-graph-uri": where.asks} if where.asks else {})
    request = Request(where.query, urlencode(form).encode(), {"Accept": _RESULTS})
    begin = time.perf_counter()
    try:
        with urlopen(request, timeout=limit) as reply:
            found = reply.read()
    except (OSError, URLError):
        return None
    taken = time.perf_counter() - begin
    return (taken, found) if taken <= limit else None


def measure(store: TripleStore, turtle: Path, folder: Path, limit: float) -> str:
    """Return what loading and asking took, as one line."""
    with store.running(folder, turtle) as server:
        loaded = server.loaded
    taken: list[float] = []
    stopped = []
    with ExitStack() as stack:
        where = stack.enter_context(again(store, folder))
        counted = ask(where, _COUNT, 600)
        for question in fpgraph.questions():
            if (found := ask(where, question.asked_in("en"), limit)) is None:
                stopped.append(question.id[:2])
                stack.close()
                where = stack.enter_context(again(store, folder))
            else:
                taken.append(found[0])
    triples = int(_number(counted[1])) if counted else 0
    files = (one for one in folder.rglob("*") if one.is_file() and one.suffix != ".ttl")
    size = sum(one.stat().st_size for one in files) / 1_000_000
    return (
        f"{store.name} {store.version}: {triples:,} triples loaded in {loaded:.1f} s, "
        f"{size:,.0f} MB on disk; {len(taken)} questions answered in {sum(taken):.1f} s, "
        f"the middle one in {1000 * statistics.median(taken):.0f} ms; "
        f"stopped: {' '.join(stopped) or 'none'}"
    )


def _number(answer: bytes) -> str:
    """Return the value in an answer of one cell."""
    (row,) = json.loads(answer)["results"]["bindings"]
    (cell,) = row.values()
    return str(cell["value"])


def main() -> None:
    """Measure each store and print a line on it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="1m", help="how many triples")
    parser.add_argument("--only", default="virtuoso,fuseki,oxigraph", help="which stores")
    parser.add_argument("--limit", type=float, default=20, help="seconds for a question")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scale.step("write", scale.number(given.size), folder)
        for wanted in given.only.split(","):
            store = STORES[wanted](cache_folder())
            try:
                line = measure(store, folder / "graph.ttl", folder / wanted, given.limit)
            except Unavailable as error:
                line = f"{wanted}: {error}"
            print(line, flush=True)


if __name__ == "__main__":
    main()
