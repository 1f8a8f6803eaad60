"""A worker of the endpoint: answers one query after the other until it is ended.

A query comes as a line of JSON (``query``, its length in bytes; ``rows`` and
``graph``, the short names of the forms wanted or null; ``seconds``, its share of
the processor) and the query itself. Back go a line of JSON and the answer:
``{"kind": …, "size": …}`` or ``{"error": …, "message": …, "size": 0}``; ``tired``
is true where the worker has grown and should be replaced.
"""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, cast

from pyoxigraph import QueryResultsFormat, RdfFormat, Store

from ..errors import QueryError
from ..sandbox import refuse, syntax_problem
from ..worker import Forms, FullError, KindError, answer, confine

ROWS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
}
#: A worker that has grown by so many bytes does not give them back.
_TIRED = 128 * 1024**2


@dataclass(frozen=True, slots=True)
class Settings:
    """What workers hold and are bound by: bytes of graph, memory and answer; prefixes, base."""

    graph: int
    memory: int
    answer: int
    prefixes: dict[str, str]
    base: str


class _Size:
    """The address space of this process; its file is opened before none can be."""

    def __init__(self) -> None:
        self._file = -1
        with suppress(OSError):
            self._file = os.open("/proc/self/statm", os.O_RDONLY)

    def bytes(self) -> int:
        """Return the bytes; 0 on a system that does not tell."""
        if self._file < 0:
            return 0
        return int(os.pread(self._file, 64, 0).split()[0]) * os.sysconf("SC_PAGE_SIZE")


def work(connection: socket.socket, store: Store, settings: Settings) -> None:
    """Answer queries over ``connection`` until it is closed."""
    size = _Size()
    at_birth = size.bytes()
    confine(at_birth + settings.memory)
    with connection, suppress(OSError), connection.makefile("rwb", buffering=65536) as pipe:
        while line := pipe.readline():
            job = json.loads(line)
            _allow(job["seconds"])
            text = pipe.read(job["query"]).decode()
            head, body = _answered(text, job, store, settings)
            head |= {"size": len(body), "tired": size.bytes() > at_birth + _TIRED}
            _reply(cast("IO[bytes]", pipe), head, body)


def _reply(pipe: IO[bytes], head: dict[str, Any], body: bytes) -> None:
    pipe.write(json.dumps(head).encode() + b"\n")
    pipe.write(body)
    pipe.flush()


def _answered(
    text: str, job: dict[str, Any], store: Store, settings: Settings
) -> tuple[dict[str, Any], bytes]:
    """Return the head of the reply and the answer."""
    prefixes = settings.prefixes
    forms = Forms(ROWS.get(job["rows"]), GRAPHS.get(job["graph"]))
    try:
        refuse(text, "query", prefixes)
        kind, body = answer(store, text, prefixes, settings.answer, forms, settings.base)
    except QueryError as error:
        return {"error": "query", "message": error.problem}, b""
    except SyntaxError as error:
        return {"error": "query", "message": syntax_problem(str(error))}, b""
    except KindError as error:
        return {"error": "kind", "message": str(error)}, b""
    except FullError:
        most = f"{settings.answer // 1024**2} MB"
        problem = f"the answer is larger than {most}; give the query a LIMIT"
        return {"error": "size", "message": problem}, b""
    except (MemoryError, OSError, RuntimeError, ValueError) as error:
        problem = f"the engine gave up: {' '.join(str(error).split())[:200]}"
        return {"error": "engine", "message": problem}, b""
    return {"kind": kind}, body


def _allow(seconds: int) -> None:
    """Give this process so many seconds more of the processor, and no others."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, hard))
