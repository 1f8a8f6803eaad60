"""Foreign-policy articles as a knowledge graph in which every statement knows its speaker.

    import fpgraph

    for row in fpgraph.ask("memberships"):          # a competency question
        print(row["actor"], row["organisation"], row["speaker"], row["sentence"])
    fpgraph.query("SELECT ?s WHERE { ?s a fp:State }").to_dataframe()

    corpus = fpgraph.load_corpus()                  # entities, passages, mentions, claims
    fpgraph.to_graph(corpus)                        # rdflib.Graph
    fpgraph.network(corpus)                         # networkx.MultiDiGraph
    fpgraph.build("export")                         # every file format, and the page

Nothing heavy is imported until a name is used. Every error raised on purpose is an
``FpgraphError``; the tree of them is drawn in ``fpgraph.errors``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .answers import Answer as Answer
    from .build import build as build
    from .check import check as check
    from .corpus import load_corpus as load_corpus
    from .dataset import to_dataset as to_dataset
    from .dataset import to_graph as to_graph
    from .errors import FpgraphError as FpgraphError
    from .model import Article as Article
    from .model import Citation as Citation
    from .model import Claim as Claim
    from .model import Corpus as Corpus
    from .model import Entity as Entity
    from .model import Mention as Mention
    from .model import Passage as Passage
    from .model import Report as Report
    from .model import Source as Source
    from .network import network as network
    from .questions import questions as questions
    from .reading.reader import Reader as Reader
    from .reason import reason as reason
    from .reason import to_owlready as to_owlready
    from .show import show as show
    from .store import ask as ask
    from .store import query as query
    from .text import read_article as read_article

    __version__: str

_HOME = {
    "Answer": "answers",
    "Article": "model",
    "Citation": "model",
    "Claim": "model",
    "Corpus": "model",
    "Entity": "model",
    "FpgraphError": "errors",
    "Mention": "model",
    "Passage": "model",
    "Reader": "reading.reader",
    "Report": "model",
    "Source": "model",
    "ask": "store",
    "build": "build",
    "check": "check",
    "load_corpus": "corpus",
    "network": "network",
    "query": "store",
    "questions": "questions",
    "read_article": "text",
    "reason": "reason",
    "show": "show",
    "to_dataset": "dataset",
    "to_graph": "dataset",
    "to_owlready": "reason",
}

__all__ = [
    "Answer",
    "Article",
    "Citation",
    "Claim",
    "Corpus",
    "Entity",
    "FpgraphError",
    "Mention",
    "Passage",
    "Reader",
    "Report",
    "Source",
    "__version__",
    "ask",
    "build",
    "check",
    "load_corpus",
    "network",
    "query",
    "questions",
    "read_article",
    "reason",
    "show",
    "to_dataset",
    "to_graph",
    "to_owlready",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("foreign-policy-graph")
        except PackageNotFoundError:  # run from a checkout that is not installed
            return "0+unknown"
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps names such as ``build`` for the functions.

    Python binds each module that it loads to its name in the package, and so
    ``fpgraph.build`` would be the module once that is loaded.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
