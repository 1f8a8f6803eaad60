"""Worker processes on one machine, each of which may die without harm to the others."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

#: So many jobs for each worker may be done before an earlier one is.
_AHEAD = 16
#: Seconds that a worker has to end what it is writing.
_GRACE = 5.0


class Lost(Exception):
    """The worker died at a job; ``cause`` tells by which signal or with which exit code."""

    def __init__(self, code: int | None) -> None:
        known = {int(one): one.name for one in signal.Signals}
        self.cause = known.get(-code if code else 0, f"exit code {code}")
        super().__init__(f"the worker died ({self.cause})")


class Guard:
    """Puts off the end of a worker while it is within ``with guard:``."""

    def __init__(self) -> None:
        self._inside = False
        self._asked = False

    def listen(self) -> None:
        """End this process when asked to, at once or at the end of the block."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, self._end)

    def _end(self, *_: object) -> None:
        self._asked = True
        if not self._inside:
            os._exit(0)

    def __enter__(self) -> Guard:
        self._inside = True
        return self

    def __exit__(self, *_: object) -> None:
        self._inside = False
        if self._asked:
            os._exit(0)


#: What a worker must not be stopped in goes within this.
guard = Guard()


@dataclass(slots=True)
class _Worker(Generic[Job]):
    process: Any
    pipe: Connection
    job: tuple[int, Job] | None = None


def run(
    jobs: Iterable[Job],
    workers: int,
    make: Callable[..., Callable[[Job], Result]],
    arguments: tuple[Any, ...],
) -> Generator[tuple[Job, Result | Exception], None, None]:
    """Yield each job with its result, in the order of the jobs.

    Every worker calls ``make(*arguments)`` once and the function that comes back for
    each job; an error that it raises, and ``Lost`` where the worker died, stands in
    the place of the result. ``jobs`` are taken as they are needed.
    """
    pool = _Pool(workers, make, arguments)
    try:
        yield from pool.results(iter(jobs))
    finally:
        pool.close()


@contextmanager
def deaf() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: whoever started them ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class _Pool(Generic[Job, Result]):
    def __init__(
        self,
        workers: int,
        make: Callable[..., Callable[[Job], Result]],
        arguments: tuple[Any, ...],
    ) -> None:
        self._context = get_context("spawn")
        self._size = workers
        self._made = (make, arguments)
        self._workers: list[_Worker[Job]] = []
        self._done: dict[int, tuple[Job, Result | Exception]] = {}

    def results(self, jobs: Iterator[Job]) -> Iterator[tuple[Job, Result | Exception]]:
        taken = given = 0
        while True:
            while given in self._done:
                yield self._done.pop(given)
                given += 1
            while len(self._busy()) < self._size and taken < given + _AHEAD * self._size:
                job = next(jobs, None)
                if job is None:
                    break
                self._give(self._idle(), (taken, job))
                taken += 1
            if not self._busy():
                return
            self._collect()

    def _busy(self) -> list[_Worker[Job]]:
        return [worker for worker in self._workers if worker.job is not None]

    def _idle(self) -> _Worker[Job]:
        """Return a worker without a job, a new one if need be."""
        for worker in self._workers:
            if worker.job is None:
                return worker
        self._workers.append(self._start())
        return self._workers[-1]

    def _start(self) -> _Worker[Job]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, *self._made))
        with deaf():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker[Job], job: tuple[int, Job]) -> None:
        worker.job = job
        # A worker that is dead already is found by its silence.
        with suppress(OSError):
            worker.pipe.send(job[1])

    def _collect(self) -> None:
        """Wait until a worker answers or dies."""
        busy = {worker.pipe: worker for worker in self._busy()}
        for pipe in connection.wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            number, job = worker.job  # type: ignore[misc]
            try:
                self._done[number] = (job, worker.pipe.recv())
                worker.job = None
            except (EOFError, OSError):
                worker.process.join()
                self._done[number] = (job, Lost(worker.process.exitcode))
                self._workers.remove(worker)
                worker.pipe.close()

    def close(self) -> None:
        """End the workers: idle ones at once, one that writes when it has written."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_GRACE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()


def _work(
    pipe: Connection, make: Callable[..., Callable[[Any], Any]], arguments: tuple[Any, ...]
) -> None:
    """Do the jobs that come through ``pipe`` until it is closed."""
    guard.listen()
    function = None
    with suppress(EOFError, OSError):
        while True:
            job = pipe.recv()
            try:
                function = function or make(*arguments)
                answer = function(job)
            except Exception as error:  # noqa: BLE001 - it is handed to whoever asked
                answer = error
            pipe.send(answer)
