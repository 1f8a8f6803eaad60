"""Imports go down only: every module stands on a floor and imports from lower ones."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "fpgraph"

# From the ground up. A module imports from floors below its own and from what is
# named before it on its own floor. A package stands on one floor; within it, imports
# go in no circle. Whoever adds a module or a package gives it a place here.
FLOORS = """
0 errors terms characters wordlists transliteration collecting intervals
1 model parts resources files pool kept vocabulary
2 lines heads titles marks breaks cleaning hyphens furniture
2 language citations reprints sentences paragraphs outline documents text
2 tables records bibliography lexicon rules corpus
3 linking naming speech frames reading
4 quotations names statements description describe views recover dataset
5 entail reason shapes questions answers sandbox worker store
5 crowd layout network picture excerpts
6 recorder signatures verify turtlefile jsonld rdffiles sheets netfiles terminal
6 pagerecords page export
7 check build show serving pushing curation evaluation jobs cluster batch
8 commands cli
"""
HEAVY = {
    *("IPython", "ahocorasick_rs", "babel", "dask", "distributed", "docx", "jinja2", "lxml"),
    *("matplotlib", "networkx", "numpy", "owlready2", "pandas", "pymorphy3", "pypdf"),
    *("pyshacl", "pyvis", "rapidfuzz", "rdflib", "rich"),
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
    return [path for path in sorted(PACKAGE.rglob("*.py")) if not path.stem.startswith("__")]


def name_of(path: Path) -> str:
    """Return the name of a module within the package: ``text``, ``linking.link``."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def unit(name: str) -> str:
    """Return what has a place of its own: the package of a module, or the module."""
    return name.partition(".")[0]


def imported(tree: ast.AST, name: str) -> Iterator[str]:
    """Yield the modules of fpgraph that the module ``name`` imports anywhere."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            around = name.split(".")[: -node.level]
            within = [node.module] if node.module else [one.name for one in node.names]
            yield from (".".join([*around, module]) for module in within)


def loaded(tree: ast.Module) -> Iterator[str]:
    """Yield the packages that are imported when a module is loaded."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_go_down(path: Path) -> None:
    floors = places()
    name = name_of(path)
    here = unit(name)
    assert here in floors, f"give {here} a place in FLOORS"
    for below in set(imported(ast.parse(path.read_text(encoding="utf-8")), name)):
        there = unit(below)
        if there in ("__version__", here):
            continue
        assert there in floors, f"give {there} a place in FLOORS"
        assert floors[there] < floors[here], f"{name} imports {below}, which stands higher"


@pytest.mark.parametrize(
    "package", sorted({unit(name_of(p)) for p in modules() if "." in name_of(p)})
)
def test_imports_go_in_no_circle(package: str) -> None:
    inside = {
        name_of(path): {
            below
            for below in imported(ast.parse(path.read_text(encoding="utf-8")), name_of(path))
            if unit(below) == package and below != package
        }
        for path in modules()
        if unit(name_of(path)) == package
    }
    TopologicalSorter(inside).prepare()  # raises CycleError


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_what_one_language_needs_is_not_taken_from_the_other(path: Path) -> None:
    name = name_of(path)
    for one, other in (("english", "ukrainian"), ("ukrainian", "english")):
        if name.startswith(f"frames.{one}."):
            below = set(imported(ast.parse(path.read_text(encoding="utf-8")), name))
            assert not [its for its in below if its.startswith(f"frames.{other}.")]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nothing_heavy_is_loaded_at_once(path: Path) -> None:
    if path.stem in LOADED_LATE:
        return
    heavy = HEAVY.intersection(loaded(ast.parse(path.read_text(encoding="utf-8"))))
    assert not heavy, f"import {', '.join(heavy)} inside the function that needs it"
