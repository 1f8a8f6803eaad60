"""What ``import fpgraph`` gives: few names, sorted, documented, loaded only when used."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import fpgraph

PACKAGE = Path(fpgraph.__file__ or "").parent
HEAVY = ("rdflib", "networkx", "owlready2", "pyshacl", "pandas", "numpy", "rich", "pyvis", "jinja2")


def test_the_names_are_few_and_sorted() -> None:
    assert fpgraph.__all__ == sorted(fpgraph.__all__)
    assert len(fpgraph.__all__) == len(set(fpgraph.__all__)) < 30


@pytest.mark.parametrize("name", fpgraph.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    found = getattr(fpgraph, name)
    assert name in dir(fpgraph)
    if name != "__version__":
        assert not inspect.ismodule(found)
        assert inspect.getdoc(found)
        assert found.__module__.startswith("fpgraph.")


def test_types_and_names_agree() -> None:
    """What type checkers see is what comes at run time."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    checked = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    assert set(checked) == set(fpgraph.__all__) - {"__version__"}
    for name, module in checked.items():
        home = importlib.import_module(f"fpgraph.{module}")
        assert getattr(fpgraph, name) is getattr(home, name)
    assert (PACKAGE / "py.typed").is_file()


def test_functions_keep_their_names_when_their_modules_are_loaded() -> None:
    for name in ("build", "check", "network", "questions", "reason"):
        importlib.import_module(f"fpgraph.{name}")
        assert callable(getattr(fpgraph, name))
    from fpgraph import build, network

    assert callable(build)
    assert callable(network)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        fpgraph.nonsense  # noqa: B018


def test_the_version_is_that_of_the_distribution() -> None:
    assert fpgraph.__version__[0].isdigit()


@pytest.mark.parametrize(
    "code",
    [
        "import fpgraph",
        "import fpgraph; fpgraph.ask('01')",
        "import fpgraph; fpgraph.load_corpus()",
        "import fpgraph; fpgraph.questions()",
        "from fpgraph.cli import cli; cli.list_commands(None)",
    ],
)
def test_nothing_heavy_is_loaded(code: str) -> None:
    program = f"{code}; import sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
