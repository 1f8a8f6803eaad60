"""Workers that answer queries, so that a bad query costs one worker and nobody else.

Quick queries have lanes of their own: a query that is not done after a tenth of a
second steps back behind all others for the processor, and after ``SLOW`` seconds a
new worker takes the place of its worker. There are as many slow lanes as quick ones;
a query that finds them full is stopped. At the limit every query is stopped, by the
end of its worker.
"""

from __future__ import annotations

import asyncio
import json
import math
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import count

from ..errors import FpgraphError
from ..sandbox import world
from .nursery import BEAR, END, ORDER, STEP_BACK
from .refusal import Refusal, busy
from .worker import Settings

SLOW = 0.5
"""Seconds after which a query is a slow one."""
WAITING = 256
"""The most queries that wait for a worker."""

#: Seconds after which the processor is for others first.
_BACK = 0.1
#: Seconds to wait for a worker, for the graph to load, before a worker is tried again.
_PATIENCE = 10.0
_LOADING = 600.0
_AGAIN = 1.0
_READ = 1024**2
_DOWN = "the query brought the engine down (nested too deeply, or too much memory)"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a query: its kind (select, ask, graph) and its bytes."""

    kind: str
    content: bytes


@dataclass(slots=True, eq=False)
class _Worker:
    number: int
    reader: asyncio.StreamReader
    transport: asyncio.Transport
    back: bool = False
    slow: bool = False
    stopped: bool = False


class Pool:
    """Workers with the graph in them; ``start`` first, ``close`` in the end.

    ``graph`` is N-Quads, ``limit`` the seconds that a query may take.
    """

    def __init__(
        self,
        graph: bytes,
        *,
        prefixes: Mapping[str, str],
        base: str,
        workers: int,
        limit: float,
        memory: int = 1024**3,
        answer: int = 64 * 1024**2,
        waiting: int = WAITING,
    ) -> None:
        self.limit = limit
        self._graph = graph
        self._settings = Settings(len(graph), memory, answer, dict(prefixes), base)
        self._most, self._most_waiting = workers, waiting
        self._numbers = count(1)
        self._idle: deque[_Worker] = deque()
        self._waiting: deque[asyncio.Future[_Worker]] = deque()
        self._workers: set[_Worker] = set()
        self._slow = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._restarting = asyncio.Lock()
        self._nursery: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    async def start(self) -> None:
        """Load the graph and bear the workers; FpgraphError if that cannot be done."""
        await self._start_nursery()
        for _ in range(self._most):
            await self._bear()

    async def ask(self, query: str, rows: str | None, graph: str | None) -> Reply:
        """Return the answer, in the form ``rows`` or ``graph`` as its kind may be.

        Raises Refusal: 400 for what is no query to this graph, 406 if no form is
        wanted for this kind of answer, 500 if it is too large or broke the engine, 503
        if too many ask, 504 if it took too long.
        """
        text = query.encode("utf-8", "surrogatepass")
        seconds = math.ceil(self.limit) + 1
        job = {"query": len(text), "rows": rows, "graph": graph, "seconds": seconds}
        worker = await self._free_worker()
        loop = asyncio.get_running_loop()
        marks = (
            loop.call_later(_BACK, self._step_back, worker),
            loop.call_later(SLOW, self._leave_lane, worker),
        )
        try:
            async with asyncio.timeout(self.limit):
                worker.transport.write(json.dumps(job).encode() + b"\n" + text)
                # A worker that dies leaves an empty line, which is no JSON: ValueError.
                head = json.loads(await worker.reader.readline())
                content = await worker.reader.readexactly(head["size"])
        except TimeoutError:
            self._discard(worker)
            sentence = f"the query took longer than {self.limit:g} s and was stopped"
            raise Refusal(504, sentence) from None
        except (OSError, EOFError, ValueError):
            self._discard(worker)
            raise self._why(worker) from None
        except BaseException:  # whoever asked has gone
            self._discard(worker)
            raise
        finally:
            for mark in marks:
                mark.cancel()
        if worker.back or head["tired"]:
            self._discard(worker)
        else:
            self._release(worker)
        if "error" in head:
            raise _refusal(head["error"], head["message"])
        return Reply(head["kind"], content)

    @property
    def asked(self) -> int:
        """How many queries are being answered or wait."""
        return len(self._workers) - len(self._idle) + len(self._waiting)

    async def close(self) -> None:
        """End all workers."""
        for task in list(self._tasks):
            task.cancel()
        for waiter in self._waiting:
            waiter.cancel()
        for worker in self._workers:
            worker.transport.abort()
        self._workers.clear()
        self._idle.clear()
        await asyncio.to_thread(self._end_nursery)

    async def _free_worker(self) -> _Worker:
        while self._idle:
            worker = self._idle.popleft()
            if not worker.reader.at_eof():
                return worker
            self._discard(worker)
        if len(self._waiting) >= self._most_waiting:
            raise busy("too many queries wait already; ask again in a moment")
        waiter: asyncio.Future[_Worker] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        try:
            async with asyncio.timeout(_PATIENCE):
                return await waiter
        except TimeoutError:
            sentence = "no worker came free in time; ask again in a moment"
            raise busy(sentence, seconds=5) from None
        finally:
            if waiter in self._waiting:
                self._waiting.remove(waiter)
            elif sys.exc_info()[0] and not waiter.cancelled():
                self._release(waiter.result())

    def _release(self, worker: _Worker) -> None:
        """Hand a worker to who has waited longest, or let it rest."""
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(worker)
                return
        self._idle.append(worker)

    def _step_back(self, worker: _Worker) -> None:
        """Let a worker have the processor only when no other wants it; it cannot be undone."""
        worker.back = True
        self._order(STEP_BACK, worker.number)

    def _leave_lane(self, worker: _Worker) -> None:
        """Let a slow query leave its lane; stop it if the slow lanes are full."""
        if self._slow >= self._most:
            worker.stopped = True
            self._order(END, worker.number)
            return
        worker.slow = True
        self._slow += 1
        self._replace()

    def _discard(self, worker: _Worker) -> None:
        """End a worker; another takes its place, if it has none yet."""
        if worker not in self._workers:
            return
        self._workers.remove(worker)
        worker.transport.abort()
        self._order(END, worker.number)
        if worker.slow:
            self._slow -= 1
        else:
            self._replace()

    def _why(self, worker: _Worker) -> Refusal:
        if worker.stopped:
            return busy("too many slow queries run already; ask again later", seconds=5)
        return Refusal(500, _DOWN)

    def _order(self, verb: bytes, number: int) -> None:
        # Where the nursery is gone its workers are too.
        with suppress(OSError):
            assert self._control is not None
            self._control.send(ORDER.pack(verb, number))

    def _replace(self) -> None:
        task = asyncio.get_running_loop().create_task(self._bear_at_last())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bear_at_last(self) -> None:
        """Have a worker born, however often it takes."""
        while True:
            try:
                return await self._bear()
            except (OSError, FpgraphError):  # no memory, no process, no file is to be had
                await asyncio.sleep(_AGAIN)

    async def _bear(self) -> None:
        """Have a worker born, and the nursery again if it died."""
        ours, theirs = socket.socketpair()
        number = next(self._numbers)
        try:
            with theirs:
                await self._ask_for(number, theirs)
        except BaseException:
            ours.close()
            raise
        ours.setblocking(False)
        reader = asyncio.StreamReader(limit=_READ)
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_connection(
            lambda: asyncio.StreamReaderProtocol(reader), sock=ours
        )
        worker = _Worker(number, reader, transport)
        self._workers.add(worker)
        self._release(worker)

    async def _ask_for(self, number: int, connection: socket.socket) -> None:
        """Tell the nursery to bear a worker; if it is dead, start another."""
        try:
            self._tell_to_bear(number, connection)
        except OSError:
            async with self._restarting:
                try:
                    self._tell_to_bear(number, connection)
                except OSError:
                    await self._start_nursery()
                    self._tell_to_bear(number, connection)

    def _tell_to_bear(self, number: int, connection: socket.socket) -> None:
        assert self._control is not None
        socket.send_fds(self._control, [ORDER.pack(BEAR, number)], [connection.fileno()])

    async def _start_nursery(self) -> None:
        await asyncio.to_thread(self._end_nursery)
        try:
            await asyncio.to_thread(self._load_nursery)
        except OSError as error:
            problem = f"the process for the queries does not start: {error.strerror or error}"
            raise FpgraphError(problem) from None

    def _load_nursery(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._nursery = subprocess.Popen(  # noqa: S603 - our own module, no shell
                [sys.executable, "-P", "-m", f"{__package__}.nursery", str(theirs.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=world(),
                start_new_session=True,  # Ctrl-C is for the server, which ends it
            )
        self._control = ours
        assert self._nursery.stdin is not None
        with self._nursery.stdin as pipe:
            pipe.write(json.dumps(asdict(self._settings)).encode() + b"\n")
            pipe.write(self._graph)
        ours.settimeout(_LOADING)
        if not ours.recv(1):
            raise OSError("it ended while it loaded the graph")
        ours.settimeout(1.0)

    def _end_nursery(self) -> None:
        if self._control:
            self._control.close()
        if self._nursery:
            try:
                self._nursery.wait(5)
            except subprocess.TimeoutExpired:
                self._nursery.kill()
                self._nursery.wait()
        self._nursery = None


def _refusal(error: str, message: str) -> Refusal:
    if error == "kind":
        what = "a graph" if message == "graph" else "rows or yes and no"
        return Refusal(406, f"the answer is {what}, and Accept names no form for that")
    return Refusal(400 if error == "query" else 500, message)
