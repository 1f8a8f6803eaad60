"""Errors of fpgraph.

    FpgraphError
    + DataError              a file is missing or malformed: path, row, field
      - OntologyError        the ontology or one of its companion files
      - ArticleError         the text of an article
      - CorpusError          the coded corpus
        - QuotationNotFound  a passage that the given text does not hold
    + LinkError              a record names a term or entity that does not exist
    + GraphError             the graph breaks a rule that a build must keep
      - InconsistentGraph    the reasoner found a contradiction
    + QueryError             no such question, not valid SPARQL, or too slow
    + StoreError             a triple store refused or did not answer

The message is one sentence; the details are attributes of the error.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class FpgraphError(Exception):
    """The root of every error that fpgraph raises on purpose."""


class DataError(FpgraphError):
    """A file is missing or malformed.

    ``path`` is the file, ``row`` the line of the file counted from 1 (the
    header of a table is line 1), ``field`` the column or key; each may be None.
    """

    def __init__(
        self,
        problem: str,
        *,
        path: Path | str | None = None,
        row: int | None = None,
        field: str | None = None,
    ) -> None:
        self.problem = problem
        self.path = None if path is None else Path(path)
        self.row = row
        self.field = field
        where = [] if path is None else [str(path)]
        if row is not None:
            where.append(f"row {row}")
        if field is not None:
            where.append(f"field {field}")
        super().__init__(f"{', '.join(where)}: {problem}" if where else problem)


class OntologyError(DataError):
    """The ontology, a shape, a question or the JSON-LD context is unusable."""


class ArticleError(DataError):
    """The text of an article cannot be read."""


class CorpusError(DataError):
    """A table of the coded corpus is missing or malformed."""


class QuotationNotFound(CorpusError):
    """A passage of the corpus does not stand in the text that was given."""


class LinkError(DataError):
    """A record names a term, an entity, a work or a passage that does not exist."""


class GraphError(FpgraphError):
    """The graph breaks a rule that every build must keep."""


class InconsistentGraph(GraphError):
    """The reasoner found a contradiction; ``axioms`` says what it is about."""

    def __init__(self, message: str, axioms: Iterable[str] = ()) -> None:
        self.axioms = tuple(axioms)
        super().__init__(message)


class QueryError(FpgraphError):
    """A question that does not exist, is not valid SPARQL or took too long.

    ``name`` is the question's name or the file the query came from.
    """

    def __init__(self, problem: str, *, name: str = "query") -> None:
        self.problem = problem
        self.name = name
        super().__init__(f"{name}: {problem}")


class StoreError(FpgraphError):
    """A triple store refused or did not answer.

    ``address`` is where it was asked, ``answer`` what it said.
    """

    def __init__(self, problem: str, *, address: str = "", answer: str = "") -> None:
        self.address = address
        self.answer = answer
        super().__init__(f"{address}: {problem}" if address else problem)
