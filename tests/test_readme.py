"""The README's commands do what it shows, and its scripts run what it says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ (.+?)\n(.*?)```", README, re.DOTALL)
SHELL = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_prints_what_is_shown(
    command: str, shown: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every line shown stands in what is printed, in that order; … stands for the rest."""
    folder = tmp_path_factory.getbasetemp() / "readme"
    folder.mkdir(exist_ok=True)
    printed = run(command, folder)
    at = 0
    for part in re.split("…\n?", shown):
        found = printed.find(part.rstrip(), at)
        assert found >= 0, f"{part!r} is not in {printed!r}"
        at = found + len(part.rstrip())
    assert "…" in shown or printed.strip() == shown.strip()


def test_there_is_something_to_run() -> None:
    assert len(CONSOLE) >= 4


def test_check_runs_exactly_the_test_command() -> None:
    lines = (ROOT / "scripts" / "check").read_text(encoding="utf-8").splitlines()
    assert SHELL[1] in lines
    assert "exec scripts/check" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_names_only_files_that_exist() -> None:
    for name in re.findall(r"\]\(([\w./-]+)\)", README):
        assert (ROOT / name).exists(), name
    table = README.split("## Two commands")[1]
    exports = {path.name for path in (ROOT / "graph" / "export").iterdir()}
    named = set(re.findall(r"`([\w-]+(?:\.\w+)?\.(?:ttl|graphml|gexf|csv|html))`", table))
    assert named <= exports | {"entities.csv"}


def test_the_python_shown_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def run(command: str, folder: Path) -> str:
    """Run a line of the README with this Python's fpgraph; what it writes lies in ``folder``."""
    fpgraph = f"{shlex.quote(sys.executable)} -m fpgraph"
    verbs = "ask|build|check|query|read|names|misses|frames"
    line = re.sub(rf"\bfpgraph (?={verbs})", f"{fpgraph} ", command)
    line = line.replace("my-graph", shlex.quote(str(folder / "my-graph")))
    if " build" in line:
        line += f" --out {shlex.quote(str(folder / 'export'))}"
    done = subprocess.run(
        line,
        shell=True,
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "160"},
    )
    return "\n".join(text.rstrip() for text in done.stdout.splitlines()) + "\n"
