"""Imports go down only: every module stands on a floor and imports from lower ones."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "fpgraph"

# From the ground up. A module imports from floors below its own and from what is
# named before it on its own floor. Whoever adds a module gives it a place here.
FLOORS = """
0 errors terms characters wordlists
1 model resources files vocabulary
2 lines heads titles marks abbreviations breaks cleaning hyphens furniture
2 language citations reprints sentences paragraphs outline text
2 tables records bibliography rules corpus
4 names statements description describe views recover dataset
5 entail reason shapes questions answers sandbox worker store
5 layout network picture
6 recorder signatures verify turtlefile jsonld rdffiles sheets netfiles terminal page export
7 coding check build
8 cli
"""
HEAVY = {"IPython", "jinja2", "matplotlib", "networkx", "numpy", "owlready2", "pandas"} | {
    "pyshacl",
    "pyvis",
    "rdflib",
    "rich",
}
# Loaded only by whoever reads files again, with rdflib.
LOADED_LATE = {"recorder"}


def places() -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for line in FLOORS.split("\n"):
        floor, *names = line.split() or ["0"]
        for name in names:
            assert name not in found, f"{name} stands on two floors"
            found[name] = (int(floor), len(found))
    return found


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.glob("*.py")) if not path.stem.startswith("__")]


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the modules of the package that are imported anywhere in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield from [node.module] if node.module else [name.name for name in node.names]


def loaded(tree: ast.Module) -> Iterator[str]:
    """Yield the packages that are imported when a module is loaded."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_imports_go_down(path: Path) -> None:
    floors = places()
    name = path.stem
    assert name in floors, f"give {name} a place in FLOORS"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for below in set(imported(tree)):
        if below == "__version__":
            continue
        assert below in floors, f"give {below} a place in FLOORS"
        assert floors[below] < floors[name], f"{name} imports {below}, which stands higher"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_nothing_heavy_is_loaded_at_once(path: Path) -> None:
    if path.stem in LOADED_LATE:
        return
    heavy = HEAVY.intersection(loaded(ast.parse(path.read_text(encoding="utf-8"))))
    assert not heavy, f"import {', '.join(heavy)} inside the function that needs it"
