"""The process that holds the graph and bears the workers which answer queries.

It is started as a program of its own: it loads the graph once and then forks a
worker whenever it is told to, in about a millisecond and without a copy of the
graph, so that a worker may be killed at any time. It alone ends workers, for it
alone is their parent and cannot mistake another process for one of them.

On standard input come a line of JSON (``worker.Settings``) and the graph as N-Quads.
Then it takes orders of five bytes over the socket whose number is its argument:
``+`` and a number bear a worker, which answers over the socket that comes along;
``-`` and a number end it; ``~`` and a number let it step back behind the others.
When the socket closes, all end.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import select
import signal
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from .worker import Settings, work

ORDER = struct.Struct("!cI")
BEAR, END, STEP_BACK = b"+", b"-", b"~"
_STEPPED_BACK = 19
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def main() -> None:
    """Load the graph, then take orders until nobody is left to give any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings = Settings(**json.loads(sys.stdin.buffer.readline()))
    store = Store()
    store.bulk_load(sys.stdin.buffer.read(settings.graph), format=RdfFormat.N_QUADS)
    gc.collect()
    gc.freeze()  # else the collector would touch, and so copy, every page in each worker
    control = socket.socket(fileno=int(sys.argv[1]))
    control.sendall(b".")
    nursery = _Nursery(control, store, settings)
    with suppress(OSError):
        while nursery.take_order():
            pass
    nursery.end_all()


class _Nursery:
    def __init__(self, control: socket.socket, store: Store, settings: Settings) -> None:
        self.control = control
        self.store = store
        self.settings = settings
        self.workers: dict[int, int] = {}

    def take_order(self) -> bool:
        """Do what is asked next; False when nobody asks any more."""
        ready, _, _ = select.select([self.control], [], [], 1.0)
        self.bury()
        if not ready:
            return True
        order, files, _, _ = socket.recv_fds(self.control, ORDER.size, 1)
        if len(order) < ORDER.size:
            return False
        verb, number = ORDER.unpack(order)
        if verb == BEAR:
            self.bear(number, socket.socket(fileno=files[0]))
        elif number in self.workers:
            process = self.workers[number]
            if verb == END:
                os.kill(process, signal.SIGKILL)
            else:
                os.setpriority(os.PRIO_PROCESS, process, _STEPPED_BACK)
        return True

    def bear(self, number: int, connection: socket.socket) -> None:
        """Fork a worker that answers over ``connection``."""
        process = os.fork()
        if process:
            self.workers[number] = process
            connection.close()
            return
        try:
            self.control.close()
            _bind_to_parent()
            work(connection, self.store, self.settings)
        finally:
            os._exit(0)

    def bury(self) -> None:
        """Forget the workers that are dead; only here are their process numbers given free."""
        with suppress(ChildProcessError):
            while True:
                process, _ = os.waitpid(-1, os.WNOHANG)
                if not process:
                    return
                self.workers = {n: one for n, one in self.workers.items() if one != process}

    def end_all(self) -> None:
        """Kill every worker, and wait until it is dead."""
        self.bury()
        for process in self.workers.values():
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _bind_to_parent() -> None:
    """Let this process die with its parent, and first of all when memory runs out."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


if __name__ == "__main__":
    main()
