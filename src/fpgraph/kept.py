"""Compiled tables kept on disk between runs, under a key of all that they depend on."""

from __future__ import annotations

import hashlib
import marshal
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from .collecting import uncollected
from .errors import DataError
from .files import write_files

_SIGNED = 32
#: So many tables of a kind stay: the newest ones.
_MOST = 6


def cache_folder() -> Path:
    """Return where compiled tables are kept: ``FPGRAPH_CACHE``, or the user's cache folder."""
    if chosen := os.environ.get("FPGRAPH_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "fpgraph"


def load(kind: str, key: str) -> Any:
    """Return the tables of ``kind`` kept under ``key``; None when there are none that are whole."""
    try:
        content = _path(kind, key).read_bytes()
        if hashlib.sha256(content[_SIGNED:]).digest() != content[:_SIGNED]:
            return None
        with uncollected():
            return marshal.loads(content[_SIGNED:])  # noqa: S302 - plain tables, whole by their hash
    except (OSError, ValueError, EOFError, TypeError):
        return None


def store(kind: str, key: str, tables: Any) -> None:
    """Keep ``tables`` and drop the oldest of their kind.

    A folder that cannot be written only costs time.
    """
    content = marshal.dumps(tables)
    path = _path(kind, key)
    with suppress(DataError, OSError):
        write_files(path.parent, {path.name: hashlib.sha256(content).digest() + content})
        aged = sorted(path.parent.glob(f"{kind}-*"), key=lambda one: one.stat().st_mtime_ns)
        for old in aged[:-_MOST]:
            old.unlink(missing_ok=True)


def _path(kind: str, key: str) -> Path:
    return cache_folder() / f"{kind}-{key[:32]}"
