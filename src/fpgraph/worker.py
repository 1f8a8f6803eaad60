"""Answers a query within limits: in a process of its own, so that it can be stopped.

Nothing of fpgraph is imported here: ``sandbox`` starts this file by its path and
hands it one frame on standard input: a line of JSON (``query`` and ``graph``,
the lengths in bytes; ``answer``, the most bytes that may come back; ``memory``
and ``seconds``, the limits; ``prefixes``), then the query, then N-Quads. Back
comes a line of JSON, ``{"kind": …}`` or ``{"error": …}``, and after it the
answer: SPARQL 1.1 Results JSON, or N-Triples. The workers of the endpoint
(``serving.nursery``) answer and are confined by the same functions.
"""

from __future__ import annotations

import json
import os
import sys
from io import BytesIO
from typing import Any, NamedTuple

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    serialize,
)


class FullError(Exception):
    """The answer is larger than was asked for."""


class KindError(Exception):
    """No form is wanted for this kind of answer, which is the message."""


class Forms(NamedTuple):
    """How rows (or yes and no) and graphs shall be written; None where they are not wanted."""

    rows: QueryResultsFormat | None = QueryResultsFormat.JSON
    graph: RdfFormat | None = RdfFormat.N_TRIPLES


class _Bounded(BytesIO):
    """A buffer that takes so many bytes and no more."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def write(self, content: Any) -> int:
        if self.tell() + len(content) > self.most:
            raise FullError
        return super().write(content)


def confine(memory: int, seconds: int | None = None) -> None:
    """Give up files, sockets, memory and time beyond what is needed from now on.

    A new file or socket gets the lowest number that is free; with that number
    itself not allowed none can be opened, and SERVICE reaches nothing. Where the
    platform has no such limits (Windows), only the caller's deadline holds.
    """
    try:
        import resource
    except ImportError:
        return
    lowest_free = os.dup(0)
    os.close(lowest_free)
    limits = {
        resource.RLIMIT_NOFILE: lowest_free,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_AS: memory,
    }
    if seconds is not None:
        limits[resource.RLIMIT_CPU] = seconds
    for kind, limit in limits.items():
        try:
            resource.setrlimit(kind, (limit, limit))
        except (OSError, ValueError):  # macOS refuses some; the deadline still holds
            continue


def answer(
    store: Store,
    text: str,
    prefixes: dict[str, str],
    most: int,
    forms: Forms = Forms(),  # noqa: B008 - it cannot change
    base: str | None = None,
) -> tuple[str, bytes]:
    """Return the kind of the answer (select, ask, graph) and its bytes.

    Raises KindError before the work begins if ``forms`` has none for this kind,
    FullError if the answer takes more than ``most`` bytes, SyntaxError if the query
    is not valid, and what the engine raises.
    """
    found = store.query(text, base_iri=base, prefixes=prefixes)
    buffer = _Bounded(most)
    if isinstance(found, QueryBoolean | QuerySolutions):
        kind = "ask" if isinstance(found, QueryBoolean) else "select"
        if forms.rows is None:
            raise KindError(kind)
        found.serialize(buffer, format=forms.rows)
        return kind, buffer.getvalue()
    if forms.graph is None:
        raise KindError("graph")
    if forms.graph in {RdfFormat.TURTLE, RdfFormat.RDF_XML}:
        serialize(found, buffer, format=forms.graph, prefixes=prefixes)
    else:
        found.serialize(buffer, format=forms.graph)
    return "graph", buffer.getvalue()


def _reply(head: dict[str, str], body: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()


def main() -> None:
    """Read a frame, answer it."""
    head = json.loads(sys.stdin.buffer.readline())
    text = sys.stdin.buffer.read(head["query"]).decode()
    store = Store()
    store.bulk_load(sys.stdin.buffer.read(head["graph"]), format=RdfFormat.N_QUADS)
    confine(head["memory"], head["seconds"])
    try:
        kind, body = answer(store, text, head["prefixes"], head["answer"])
    except SyntaxError as error:
        _reply({"error": "syntax", "message": str(error)})
    except FullError:
        _reply({"error": "size", "message": ""})
    except (MemoryError, OSError, RuntimeError, ValueError) as error:
        _reply({"error": "engine", "message": str(error)})
    else:
        _reply({"kind": kind}, body)


if __name__ == "__main__":
    main()
