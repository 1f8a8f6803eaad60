#!/usr/bin/env python3
"""Measure ``fpgraph serve``: ``python scripts/endpoint_speed.py``.

Three things, each a ratio or a difference within one run, against a server started
on a free port of this machine: what HTTP adds to a small query; how many small queries
16 clients get answered; how long the others wait while a runaway query runs.
"""

from __future__ import annotations

import contextlib
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

#: A question as a page or a notebook asks it: a few rows.
SMALL = "SELECT ?s ?label { ?s a fp:State ; rdfs:label ?label } LIMIT 10"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass(frozen=True)
class Overhead:
    """Milliseconds, the median: the query embedded, over HTTP, and the difference."""

    embedded: float
    http: float

    @property
    def added(self) -> float:
        """What HTTP adds."""
        return self.http - self.embedded


@dataclass(frozen=True)
class Throughput:
    """Queries a second of all clients together, and how many failed."""

    rate: float
    failed: int


@dataclass(frozen=True)
class Fairness:
    """The 99th percentile in milliseconds, without and with a runaway query beside."""

    alone: float
    beside: float

    @property
    def ratio(self) -> float:
        """How many times longer the slowest wait."""
        return self.beside / self.alone


@contextmanager
def served(*options: str) -> Iterator[int]:
    """Run ``fpgraph serve`` on a free port of this machine; give its number."""
    command = [sys.executable, "-m", "fpgraph", "serve", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            yield int(line.split()[0].rstrip("/").rpartition(":")[2])
        finally:
            process.terminate()


class Client:
    """A connection that asks one query again and again, as cheaply as can be."""

    def __init__(self, port: int, query: str = SMALL) -> None:
        head = f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        self.request = head.encode()
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self) -> bool:
        """Ask; tell whether the answer was 200 and whole."""
        self.socket.sendall(self.request)
        content = b""
        while b"\r\n\r\n" not in content:
            part = self.socket.recv(65536)
            if not part:
                return False
            content += part
        head, _, body = content.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        while len(body) < length:
            body += self.socket.recv(65536)
        return head.startswith(b"HTTP/1.1 200")


def _timed(client: Client, number: int) -> list[float]:
    """Return the milliseconds of so many answers."""
    found = []
    for _ in range(number):
        begin = time.perf_counter()
        assert client.ask()
        found.append((time.perf_counter() - begin) * 1000)
    return found


def overhead(port: int, number: int = 1000) -> Overhead:
    """Return what HTTP adds to the embedded engine's answer, by one client."""
    from pyoxigraph import QueryResultsFormat, QuerySolutions

    from fpgraph.store import open_store
    from fpgraph.vocabulary import prefixes

    store = open_store()
    known = dict(prefixes())
    embedded = []
    for _ in range(number):
        begin = time.perf_counter()
        found = store.query(SMALL, prefixes=known)
        assert isinstance(found, QuerySolutions)
        found.serialize(format=QueryResultsFormat.JSON)
        embedded.append((time.perf_counter() - begin) * 1000)
    client = Client(port)
    _timed(client, 50)
    return Overhead(statistics.median(embedded), statistics.median(_timed(client, number)))


def throughput(port: int, clients: int = 16, seconds: float = 5.0) -> Throughput:
    """Return how many small queries so many clients get answered a second."""
    answered, failed = [0] * clients, [0] * clients
    end = time.perf_counter() + seconds

    def ask(number: int) -> None:
        client = Client(port)
        while time.perf_counter() < end:
            try:
                good = client.ask()
            except OSError:
                good, client = False, Client(port)
            (answered if good else failed)[number] += 1

    begin = time.perf_counter()
    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Throughput(sum(answered) / (time.perf_counter() - begin), sum(failed))


def fairness(port: int, number: int = 6000) -> Fairness:
    """Return how long others wait without and with a runaway query, in turns."""
    client = Client(port)
    alone: list[float] = []
    beside: list[float] = []
    for _ in range(4):
        alone += _timed(client, number // 4)
        runaway = Client(port, RUNAWAY)
        thread = threading.Thread(target=_until_stopped, args=(runaway,))
        thread.start()
        time.sleep(0.05)
        beside += _timed(client, number // 4)
        runaway.socket.shutdown(socket.SHUT_RDWR)
        thread.join()
        time.sleep(0.2)
    return Fairness(_percentile(alone), _percentile(beside))


def _until_stopped(client: Client) -> None:
    with contextlib.suppress(OSError):
        client.ask()


def _percentile(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield what was measured, what is promised and what was found, in words."""
    with served() as port:
        one = overhead(port)
        took = f"{one.added:.2f} ms ({one.embedded:.2f} ms embedded, {one.http:.2f} ms over HTTP)"
        yield "a small query: what HTTP adds", "≤ 3 ms", took
        many = throughput(port)
        told = f"{many.rate:.0f} a second, {many.failed} failed"
        yield "16 clients, small queries", "≥ 500 a second, none failing", told
        fair = fairness(port)
        times = f"{fair.ratio:.1f} ({fair.beside:.2f} ms / {fair.alone:.2f} ms)"
        yield "99th percentile beside a runaway query / alone", "≤ 3", times


def main() -> None:
    """Print the three measurements and what was promised."""
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for what, promised, found in rows():
        print(f"{what}: {found} (promised: {promised})")
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
