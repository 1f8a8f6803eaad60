"""The bibliography of a coded article: CSL-JSON, the article first, then what it cites."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .characters import fault
from .errors import CorpusError
from .files import read_text
from .records import WORK
from .tables import Problems

Work = Mapping[str, Any]


def read_bibliography(path: Path, problems: Problems) -> tuple[Work, ...]:
    """Return the works in a ``source.json``, the article first.

    The article's id is the name of its folder; the works it cites are ``ref-1``,
    ``ref-2`` and so on. https://citeproc-js.readthedocs.io/en/latest/csl-json/
    """
    try:
        works = _parse(path)
    except CorpusError as found:
        problems.add(found)
        return ()
    for index, work in enumerate(works):
        for name, problem in _work_faults(index, work, path.parent.name):
            problems.add(CorpusError(problem, path=path, field=f"[{index}].{name}"))
    _check_unique(path, works, problems)
    return tuple(works)


def write_bibliography(works: Iterator[Work] | tuple[Work, ...]) -> str:
    """Return a bibliography as text, two spaces deep, letters as they are."""
    return json.dumps(list(works), ensure_ascii=False, indent=2) + "\n"


def author_of(works: tuple[Work, ...]) -> str:
    """Return the id of the entity that speaks where the article credits nobody else."""
    custom = works[0].get("custom") if works else None
    author = custom.get("author-entity") if isinstance(custom, Mapping) else None
    return author if isinstance(author, str) else ""


def _parse(path: Path) -> list[dict[str, Any]]:
    text = read_text(path, CorpusError)
    try:
        works = json.loads(text)
    except json.JSONDecodeError as found:
        raise CorpusError(f"not valid JSON: {found.msg}", path=path, row=found.lineno) from None
    except (RecursionError, ValueError):
        raise CorpusError("not valid JSON: nested too deeply", path=path) from None
    if not isinstance(works, list) or not all(isinstance(work, dict) for work in works):
        raise CorpusError("the file is not a list of works in CSL-JSON", path=path)
    if not works:
        raise CorpusError("the list of works is empty; the article comes first", path=path)
    return works


def _work_faults(index: int, work: Work, source: str) -> Iterator[tuple[str, str]]:
    identifier = work.get("id")
    if index == 0:
        if identifier != source:
            yield "id", f"{identifier!r} is not the name of the folder, {source!r}"
        if not author_of((work,)):
            yield "custom.author-entity", "the id of the entity that speaks is missing"
        if not work.get("title"):
            yield "title", "the title of the article is missing"
    elif not (isinstance(identifier, str) and WORK.fullmatch(identifier)):
        yield "id", f"{identifier!r} is not of the form ref-1"
    for name in ("type", "title", "container-title", "language", "issue"):
        if not isinstance(work.get(name, ""), str):
            yield name, "the value is not a text"
    for name, text in _texts(work):
        if defect := fault(text):
            yield name, defect


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{name}[{index}]")


def _check_unique(path: Path, works: list[dict[str, Any]], problems: Problems) -> None:
    seen = set()
    for index, work in enumerate(works):
        identifier = str(work.get("id"))
        if identifier in seen:
            problem = f"the id {identifier!r} stands twice"
            problems.add(CorpusError(problem, path=path, field=f"[{index}].id"))
        seen.add(identifier)
