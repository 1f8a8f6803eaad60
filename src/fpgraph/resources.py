"""Where the ontology and the coded corpus lie: in the package or in the checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .errors import OntologyError

PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    for root in (PACKAGE, PACKAGE.parents[1]):
        if (root / "ontology" / "fpgraph.ttl").is_file():
            return root
    raise OntologyError("the ontology is missing from the installation", path=PACKAGE)


def ontology_folder() -> Path:
    """Return the folder that holds ``fpgraph.ttl`` and its companions."""
    return _root() / "ontology"


def graph_folder() -> Path:
    """Return the folder that holds ``entities.csv`` and the coded articles."""
    return _root() / "graph"


def export_folder() -> Path:
    """Return where exports go unless told otherwise.

    ``graph/export`` in a checkout, ``export`` in the current folder elsewhere.
    """
    return Path("export") if _root() == PACKAGE else _root() / "graph" / "export"
