from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fpgraph.errors import CorpusError, DataError
from fpgraph.files import Staging, read_text, write_files


def test_files_are_written_whole(tmp_path: Path) -> None:
    write_files(tmp_path / "new" / "folder", {"a.txt": b"a", "b.txt": b"b"})
    folder = tmp_path / "new" / "folder"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "a.txt": b"a",
        "b.txt": b"b",
    }
    assert (folder / "a.txt").stat().st_mode & 0o777 == 0o644


def test_a_full_disk_keeps_every_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.txt": b"old a", "b.txt": b"old b"})
    synced = []

    def full(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match="No space left on device") as caught:
        write_files(tmp_path, {"a.txt": b"new a", "b.txt": b"new b"})
    assert caught.value.path == tmp_path / "b.txt"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.txt": b"old a",
        "b.txt": b"old b",
    }


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(DataError, match="a folder stands in the way"):
        write_files(tmp_path, {"a.txt": b"a", "b.txt": b"b"})
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("here first")
    for folder in (tmp_path / "out", tmp_path / "out" / "below"):
        with pytest.raises(DataError, match="a file stands in the way of the folder"):
            write_files(folder, {"a.txt": b"a"})
    assert (tmp_path / "out").read_text() == "here first"


def test_an_unwritable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not stop root, who may run the tests; the refusal is the same.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("fpgraph.files.mkstemp", refuse)
    with pytest.raises(DataError, match=r"cannot be written: Permission denied"):
        write_files(tmp_path, {"a.txt": b"a"})


def test_what_is_not_committed_leaves_nothing(tmp_path: Path) -> None:
    with Staging(tmp_path) as staging:
        assert staging.add("a.txt", b"a").read_bytes() == b"a"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda _: None, "does not exist"),
        (lambda path: path.mkdir(), "a folder stands where a file is expected"),
        (lambda path: path.write_bytes("привіт".encode("cp1251")), "is not UTF-8 (byte 0 is 0xef)"),
    ],
)
def test_unreadable(make: object, problem: str, tmp_path: Path) -> None:
    assert callable(make)
    make(tmp_path / "file")
    with pytest.raises(CorpusError) as caught:
        read_text(tmp_path / "file", CorpusError)
    assert problem in caught.value.problem
    assert caught.value.path == tmp_path / "file"
