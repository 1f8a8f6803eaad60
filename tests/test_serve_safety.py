"""The server under attack: what kills an engine, what takes all of a machine, bad manners."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from endpoint import Served, alive, served
from test_store import HOSTILE, TWISTED

pytest.importorskip("uvicorn")
DIRECT = {"Content-Type": "application/sparql-query"}
ENDLESS = HOSTILE["an endless product"]
SMALL = "SELECT ?s { ?s a fp:State }"
MEGABYTES = 100


@pytest.fixture(scope="module")
def server(sample_folder: Path) -> Iterator[Served]:
    with served(sample_folder, "--limit", "3", "--workers", "2") as running:
        yield running
        assert running.query("ASK {}").json["boolean"] is True
        assert running.stop() == (0, "")


def until(holds: Callable[[], bool], seconds: float = 15) -> None:
    """Wait until something holds; fail if it does not in time."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def calm(server: Served) -> Served:
    """The server when none of the workers is at work any more."""
    until(lambda: len(server.workers()) == 2)
    return server


def post(server: Served, text: str) -> tuple[int, str]:
    body = text.encode("utf-8", "surrogatepass")
    reply = server.ask("/sparql", method="POST", body=body, headers=DIRECT)
    assert "Traceback" not in reply.text
    return reply.status, reply.text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_kills_an_engine_kills_one_worker(calm: Served, text: str) -> None:
    status, told = post(calm, text)
    assert status in {413, 500, 504}
    assert re.fullmatch(r"[A-Z][^\n]{10,300}\.\n", told)
    assert calm.query(SMALL, timeout=5).status == 200


@pytest.mark.parametrize("text", TWISTED.values(), ids=TWISTED)
def test_a_twisted_query_harms_nobody(calm: Served, text: str) -> None:
    status, _ = post(calm, text)
    assert status in {200, 400, 500, 504}
    assert calm.query(SMALL, timeout=5).status == 200


def test_a_query_is_stopped_at_the_limit_and_its_process_is_gone(calm: Served) -> None:
    before = calm.workers()
    begin = time.monotonic()
    status, told = post(calm, ENDLESS)
    assert (status, told) == (504, "The query took longer than 3 s and was stopped.\n")
    assert 2.9 < time.monotonic() - begin < 6
    until(lambda: len(calm.workers()) == 2)
    assert len(before & calm.workers()) == 1


def test_slow_queries_leave_the_quick_ones_a_lane(calm: Served) -> None:
    """Six runaways at once on two lanes: two may run on, the rest is told to come again."""
    with ThreadPoolExecutor(6) as threads:
        slow = [threads.submit(post, calm, ENDLESS) for _ in range(6)]
        answered = 0
        while not all(one.done() for one in slow):
            assert calm.query(SMALL, timeout=8).status == 200
            answered += 1
        outcomes = sorted(one.result()[0] for one in slow)
    assert answered > 10
    assert set(outcomes) == {503, 504}
    assert outcomes.count(504) >= 2


def test_a_refusal_for_a_while_says_for_how_long(calm: Served) -> None:
    def ask() -> tuple[int, str | None]:
        reply = calm.ask("/sparql", method="POST", body=ENDLESS.encode(), headers=DIRECT)
        return reply.status, reply.headers.get("retry-after")

    with ThreadPoolExecutor(5) as threads:
        outcomes = list(threads.map(lambda _: ask(), range(5)))
    assert (503, "5") in outcomes
    assert {after for status, after in outcomes if status == 504} == {None}


def test_a_client_that_hangs_up_frees_its_worker(sample_folder: Path) -> None:
    with served(sample_folder, "--limit", "600", "--workers", "1") as server:
        for _ in range(3):
            with socket.create_connection(("127.0.0.1", server.port)) as client:
                request = f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
                client.sendall(request.encode())
                until(lambda: len(server.workers()) == 2)  # one is slow, one has come for it
            until(lambda: len(server.workers()) == 1)
        assert server.query(SMALL).status == 200


def test_a_thousand_clients_at_once(server: Served) -> None:
    """Each gets its answer, or is told when to come again and then gets it."""
    request = (
        f"GET /sparql?query={quote(SMALL)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    )

    async def ask(begin: asyncio.Event) -> list[int]:
        statuses: list[int] = []
        await begin.wait()
        while not statuses or statuses[-1] == 503:
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(request.encode())
            content = await asyncio.wait_for(reader.read(), 60)
            writer.close()
            statuses.append(int(content.split()[1]))
            if statuses[-1] == 503:
                assert b"retry-after: 1\r\n" in content
                await asyncio.sleep(1 + len(statuses) / 10)
        return statuses

    async def all_at_once() -> list[list[int]]:
        begin = asyncio.Event()
        tasks = [asyncio.ensure_future(ask(begin)) for _ in range(1000)]
        await asyncio.sleep(0)
        begin.set()
        return await asyncio.gather(*tasks)

    found = asyncio.run(all_at_once())
    assert len(found) == 1000
    assert {statuses[-1] for statuses in found} == {200}
    assert {status for statuses in found for status in statuses} <= {200, 503}


class _Zeros:
    """A body of so many megabytes that is never in memory."""

    def __init__(self, megabytes: int) -> None:
        self.left = megabytes

    def read(self, _: int = -1) -> bytes:
        self.left -= 1
        return bytes(1024**2) if self.left >= 0 else b""


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("kind", ["application/sparql-query", "application/x-www-form-urlencoded"])
def test_a_body_of_100_megabytes(server: Served, kind: str, chunked: bool) -> None:
    from http.client import HTTPConnection

    before = _memory(server.process.pid)
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    headers = {"Content-Type": kind}
    if not chunked:
        headers["Content-Length"] = str(MEGABYTES * 1024**2)
    connection.request("POST", "/sparql", _Zeros(MEGABYTES), headers, encode_chunked=chunked)
    reply = connection.getresponse()
    assert reply.status == 413
    assert reply.read() == b"The request is larger than 1024 kB.\n"
    connection.close()
    assert _memory(server.process.pid) < before + 40 * 1024
    assert server.query("ASK {}").status == 200


def _memory(process: int) -> int:
    """Return the resident memory of a process in kB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s*(\d+)", status)
    assert found
    return int(found[1])


@pytest.mark.parametrize("length", [17_000, 200_000])
def test_an_address_that_is_too_long(server: Served, length: int) -> None:
    for address in (f"/sparql?query={'a' * length}", f"/id/{'a' * length}"):
        assert server.ask(address).status == 414


def test_an_answer_that_is_too_large(server: Served, sample_folder: Path) -> None:
    status, told = post(server, HOSTILE["an answer without end"])
    assert status in {500, 504}
    assert "give the query a LIMIT" in told or "took longer" in told
    with served(sample_folder, "--limit", "60") as patient:
        status, told = post(patient, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
        assert (status, told) == (500, "The answer is larger than 64 MB; give the query a LIMIT.\n")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nASK",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\n\r\n",
        b"GET /" + b"a" * 2_000_000,
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200_000,
        b"\x00" * 100_000,
    ],
    ids=lambda sent: repr(sent[:30]),
)
def test_what_is_not_http(server: Served, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.settimeout(10)
        try:
            client.sendall(sent)
            client.shutdown(socket.SHUT_WR)
            content = client.recv(65536)
        except OSError:  # the server has hung up, which is its right
            content = b""
    assert content == b"" or content.startswith(b"HTTP/1.1 4")
    assert server.query("ASK {}").status == 200


UNREAD = """
import json, os, socket, sys
from pyoxigraph import Store
from fpgraph.serving import worker

worker.refuse = lambda *_: None
ours, theirs = socket.socketpair()
if not os.fork():
    ours.close()
    worker.work(theirs, Store(), worker.Settings(0, 2**30, 10**6, {}, "x:"))
    os._exit(0)
theirs.close()
pipe = ours.makefile("rwb")
for text in sys.argv[1:]:
    query = text.encode()
    head = {"query": len(query), "rows": "json", "graph": "nt", "seconds": 5}
    pipe.write(json.dumps(head).encode() + b"\\n" + query)
    pipe.flush()
    print(pipe.readline().decode(), end="")
    sys.stdout.flush()
"""


def test_workers_open_neither_socket_nor_file() -> None:
    """What would get past the first reading still reaches nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(1)
        port = listener.getsockname()[1]
        service = f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}"
        done = subprocess.run(
            [sys.executable, "-c", UNREAD, service], check=True, capture_output=True, timeout=30
        )
        assert json.loads(done.stdout)["error"] == "engine"
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_worker_that_is_killed_is_replaced(calm: Served) -> None:
    for _ in range(3):
        for worker in calm.workers():
            os.kill(worker, signal.SIGKILL)
        until(lambda: calm.query(SMALL).status == 200)
        until(lambda: len(calm.workers()) == 2)


def test_the_process_that_bears_them_is_replaced_too(calm: Served) -> None:
    (nursery,) = calm.nurseries()
    os.kill(nursery, signal.SIGKILL)
    # A worker that outlives it for a moment may answer the first; the dead are noticed by asking.
    until(lambda: calm.query(SMALL).status == 200 and len(calm.workers()) == 2)
    assert calm.nurseries() != {nursery}


def test_nothing_is_left_when_the_server_is_killed(sample_folder: Path) -> None:
    with served(sample_folder, "--limit", "600") as server:
        threading.Thread(target=_ask_and_be_left, args=(server,), daemon=True).start()
        until(lambda: len(server.workers()) == 5)
        processes = server.nurseries() | server.workers()
        server.stop(signal.SIGKILL)
        until(lambda: not any(map(alive, processes)))


def test_it_ends_while_a_query_runs(sample_folder: Path) -> None:
    with served(sample_folder, "--limit", "600") as server:
        threading.Thread(target=_ask_and_be_left, args=(server,), daemon=True).start()
        until(lambda: len(server.workers()) == 5)
        assert server.stop() == (0, "")


def _ask_and_be_left(server: Served) -> None:
    try:
        server.query(ENDLESS)
    except OSError:
        return
