"""Trigger forms kept on disk between runs, so that the dictionary need not be opened again."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from ..errors import DataError
from ..files import write_files
from ..lexicon.lexicon import cache_folder
from .forms import Table

_DICTIONARY = "pymorphy3-dicts-uk"
_SIGNED = 32
#: What the forms depend on besides the frames.
_MAKERS = ("forms.py", "english.py", "irregular.py", "ukrainian.py", "wordform.py")


def digest(contents: Iterable[bytes]) -> str:
    """Return the key of the forms that frames with these ``contents`` have."""
    found = hashlib.sha256(version(_DICTIONARY).encode())
    for name in _MAKERS:
        found.update(Path(__file__).with_name(name).read_bytes())
    for content in contents:
        found.update(hashlib.sha256(content).digest())
    return found.hexdigest()


def load(key: str) -> Table | None:
    """Return the forms kept under ``key``; None when there are none that are whole."""
    try:
        content = _path(key).read_bytes()
        if hashlib.sha256(content[_SIGNED:]).digest() != content[:_SIGNED]:
            return None
        table: Table = marshal.loads(content[_SIGNED:])  # noqa: S302 - whole by its hash
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return table


def store(key: str, table: Table) -> None:
    """Keep ``table``; a folder that cannot be written only costs time."""
    content = marshal.dumps(table)
    path = _path(key)
    try:
        write_files(path.parent, {path.name: hashlib.sha256(content).digest() + content})
    except DataError:
        return


def _path(key: str) -> Path:
    return cache_folder() / f"frames-{key[:32]}"
