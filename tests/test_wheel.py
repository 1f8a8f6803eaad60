"""The built wheel works in a fresh environment, from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("*.whl")
    return built


def test_holds_the_data_and_no_exports(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {
        "fpgraph/py.typed",
        "fpgraph/ontology/fpgraph.ttl",
        "fpgraph/ontology/context.jsonld",
        "fpgraph/graph/entities.csv",
        "fpgraph/graph/politicus-2024-1/claims.csv",
    } <= set(names)
    packed = {path.relative_to(ROOT / "ontology").as_posix() for path in _files(ROOT / "ontology")}
    assert packed == {
        name.removeprefix("fpgraph/ontology/") for name in names if "/ontology/" in name
    }
    assert not [name for name in names if "/export/" in name]


def test_answers_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", str(wheel)], check=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def fpgraph(*arguments: str) -> str:
        return subprocess.run(
            [str(programs / "fpgraph"), *arguments],
            cwd=elsewhere,
            env=plain,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    assert "Council of Europe" in fpgraph("ask", "memberships", "--format", "csv")
    fpgraph("build")
    assert (elsewhere / "export" / "foreign-policy.ttl").is_file()
    assert (elsewhere / "export" / "index.html").is_file()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != ".DS_Store"]
