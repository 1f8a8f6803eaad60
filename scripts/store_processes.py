"""Programs that are run to their end, and servers that are started, awaited and ended."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

_PATIENCE = 90.0


class Unavailable(Exception):
    """A store cannot be had or does not start here; the message says why."""


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def call(
    command: list[str], folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> None:
    """Run a command to its end; raise Unavailable with its last words if it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            timeout=600,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unavailable(f"{command[0]} does not run: {error}") from None
    if done.returncode:
        said = " ".join(done.stdout.decode("utf-8", "replace").split())[-200:] or "nothing"
        raise Unavailable(f"{command[0]} failed ({done.returncode}): {said}")


@contextmanager
def started(command: list[str], log: Path, probe: str, folder: Path) -> Iterator[None]:
    """Run a server until the block ends; wait first until it answers."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    try:
        _await(process, log, probe)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await(process: subprocess.Popen[bytes], log: Path, probe: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
            raise Unavailable(f"the server ended at once: {' '.join(said)[:200]}")
        try:
            with urlopen(probe, timeout=5):
                return
        except HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise Unavailable(f"the server did not answer within {_PATIENCE:g} s")
