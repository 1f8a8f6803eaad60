"""A server of the tests: ``fpgraph serve`` as a process of its own, and how to ask it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote


@dataclass(frozen=True)
class Reply:
    """What came back: status, headers (names in small letters), body."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Served:
    """A server that runs: its process and its port."""

    process: subprocess.Popen[str]
    port: int

    def ask(
        self,
        address: str,
        *,
        method: str = "GET",
        body: bytes | None = None,
        timeout: float = 30,
        headers: Mapping[str, str] | None = None,
        **named: str,
    ) -> Reply:
        """Send one request; ``content_type="…"`` is the header Content-Type."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, address, body, {**(headers or {}), **_dashed(named)})
            found = connection.getresponse()
            received = {name.lower(): value for name, value in found.getheaders()}
            return Reply(found.status, received, found.read())
        finally:
            connection.close()

    def query(self, text: str, *, timeout: float = 30, **headers: str) -> Reply:
        """Ask a query by GET."""
        return self.ask(f"/sparql?query={quote(text)}", timeout=timeout, headers=_dashed(headers))

    def workers(self) -> set[int]:
        """The processes of the workers."""
        return {worker for nursery in self.nurseries() for worker in _children(nursery)}

    def nurseries(self) -> set[int]:
        """The process that bears the workers; a set, for it may be between two lives."""
        return {child for child in _children(self.process.pid) if b"nursery" in _command(child)}

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Send a signal; return the exit code and what was said on standard error."""
        self.process.send_signal(number)
        _, told = self.process.communicate(timeout=15)
        return self.process.returncode, told


@contextmanager
def served(folder: Path | None = None, *options: str) -> Iterator[Served]:
    """Run a server on a free port; nothing of it is left afterwards."""
    graph = ["--graph", str(folder)] if folder else []
    command = [sys.executable, "-m", "fpgraph", "serve", "--port", "0", *graph, *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first, process.communicate()[1]
        yield Served(process, int(first.split()[0].rstrip("/").rpartition(":")[2]))
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=15)


def alive(process: int) -> bool:
    """Tell whether a process runs; one that is dead and not yet buried does not."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return stat.rpartition(") ")[2][:1] not in {"Z", "X"}


def _dashed(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def _children(process: int) -> set[int]:
    """Return the processes whose parent is ``process``."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent, *_ = path.read_text(encoding="utf-8").rpartition(") ")[2].split()
            if int(parent) == process and state != "Z":
                found.add(int(path.parent.name))
    return found


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
