"""Every store in turn: loaded natively and by ``fpgraph push``, asked all questions."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from store_servers import Running, TripleStore

from fpgraph.pushing.client import Client
from fpgraph.pushing.credentials import Credentials
from fpgraph.pushing.stores import Target, target
from fpgraph.pushing.transfer import Push, push
from fpgraph.pushing.verification import Verification, compare
from fpgraph.store import open_store

PUSHED = "https://example.org/pushed"


@dataclass(frozen=True, slots=True)
class Run:
    """How a store did: the natively loaded graph and the pushed one, compared; seconds."""

    store: str
    version: str
    native: Verification
    pushed: Push | None
    loading: float
    asking: float

    def row(self) -> tuple[str, ...]:
        """Return it as a row of the table."""
        pushed = ("not run", "", "")
        if self.pushed:
            assert self.pushed.verified is not None
            pushed = (
                f"{self.pushed.after:,}",
                f"{self.pushed.verified.alike} of {self.pushed.verified.asked}",
                f"{self.pushed.seconds:.1f}",
            )
        return (
            self.store,
            self.version,
            f"{self.native.triples:,}",
            f"{self.native.alike} of {self.native.asked}",
            f"{self.loading:.1f}",
            f"{self.asking:.1f}",
            *pushed,
        )


COLUMNS: Sequence[str] = (
    *("store", "version", "loaded", "alike", "load s", "ask s"),
    *("pushed", "alike", "push s"),
)


def place(store: TripleStore, server: Running, graph: str) -> Target:
    """Return where a graph of a running store is written and asked."""
    return target(server.address, store.kind, graph=graph, identified=bool(server.user))


def credentials(server: Running) -> Credentials | None:
    """Return who may write to a running store, if it wants to know."""
    return Credentials(server.user, server.password) if server.user else None


def run(store: TripleStore, turtle: Path) -> Run:
    """Load ``turtle`` into a store of its own, push the corpus too, and compare both.

    Raises Unavailable if the store does not start and StoreError if the push fails.
    """
    with tempfile.TemporaryDirectory(prefix="fpgraph-store-") as folder:
        with store.running(Path(folder), turtle) as server:
            native = place(store, server, server.native)
            client = Client(native.write)
            since = perf_counter()
            compared = compare(client, native, open_store())
            asking = perf_counter() - since
            pushed = None
            if store.writable:
                there = place(store, server, PUSHED)
                pushed = push(there, replace=True, credentials=credentials(server))
        return Run(store.name, store.version, compared, pushed, server.loaded, asking)
