"""Files that are whole or not there: written beside, then renamed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from .errors import DataError


def read_text(path: Path, error: type[DataError]) -> str:
    """Return the text of a UTF-8 file; raise ``error`` if it cannot be had."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise error("the file does not exist", path=path) from None
    except IsADirectoryError:
        raise error("a folder stands where a file is expected", path=path) from None
    except UnicodeDecodeError as found:
        problem = f"the file is not UTF-8 (byte {found.start} is {found.object[found.start]:#04x})"
        raise error(problem, path=path) from None
    except OSError as found:
        raise error(f"the file cannot be read: {found.strerror}", path=path) from None


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files, named relative to ``folder``, all of them or, on an error, none.

    Raises DataError if the folder cannot be written, something stands in the way
    or the disk is full; the old files are then still there.
    """
    with Staging(folder) as staging:
        for name, content in contents.items():
            staging.add(name, content)
        staging.commit()


class Staging:
    """Files on their way into a folder: complete and synced, but not yet in place.

    ``add`` writes a file beside its place, ``commit`` renames all of them; whatever
    was not committed is removed when the block ends. Raises DataError.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pending: dict[Path, Path] = {}
        make_folder(folder)

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *_: object) -> None:
        for temporary in self.pending:
            temporary.unlink(missing_ok=True)

    def add(self, name: str, content: bytes) -> Path:
        """Write ``content`` beside the place of ``name``; return where it is for now."""
        path = self.folder / name
        if path.is_dir():
            raise DataError("a folder stands in the way of the file", path=path)
        try:
            temporary = _write_beside(path, content)
        except OSError as found:
            raise DataError(f"the file cannot be written: {found.strerror}", path=path) from None
        self.pending[temporary] = path
        return temporary

    def commit(self) -> None:
        """Give every file its place."""
        parents = {path.parent for path in self.pending.values()}
        for temporary, path in list(self.pending.items()):
            try:
                temporary.replace(path)
            except OSError as found:
                raise DataError(f"the file cannot be put: {found.strerror}", path=path) from None
            del self.pending[temporary]
        for parent in parents:
            _sync_folder(parent)


def make_folder(folder: Path) -> None:
    """Create ``folder`` and its parents; raise DataError if that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise DataError("a file stands in the way of the folder", path=folder) from None
    except OSError as found:
        raise DataError(f"the folder cannot be made: {found.strerror}", path=folder) from None


def _write_beside(path: Path, content: bytes) -> Path:
    handle, temporary = mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        # A temporary file is its owner's alone; the file it becomes is for all to read.
        Path(temporary).chmod(0o644)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Path(temporary)


def _sync_folder(folder: Path) -> None:
    # Some file systems cannot sync a folder; the files themselves are synced.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
