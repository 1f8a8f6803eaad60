"""The start of coding an article: its passages, and empty tables beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .errors import CorpusError
from .files import write_files
from .records import KEBAB, write_claims, write_mentions, write_passages
from .resources import graph_folder
from .text import read_article


def begin(article: Path | str, source: str, folder: Path | str | None = None) -> Iterator[str]:
    """Write what the coding of an article starts from; yield a line for each file.

    ``folder`` is the graph folder, in which a folder called ``source`` is made.
    Passages that mentions or claims already rest on are not rewritten: CorpusError
    if the text now splits in another way. Raises ArticleError for an unusable text.
    """
    if not KEBAB.fullmatch(source):
        problem = f"{source!r} is no id: small letters a to z, digits and hyphens"
        raise CorpusError(problem, field="--as")
    place = Path(folder or graph_folder()) / source
    passages = write_passages(read_article(article, source).passages)
    empty = {
        "source.json": _bibliography(source),
        "mentions.csv": write_mentions(()),
        "claims.csv": write_claims(()),
    }
    begun = {name: content for name, content in empty.items() if not (place / name).exists()}
    if _is_coded(place) and _differ(place / "passages.csv", passages):
        problem = "the article is coded, and the text would now split into other passages"
        raise CorpusError(problem, path=place / "passages.csv")
    files = {"passages.csv": passages, **begun}
    write_files(place, {name: content.encode() for name, content in files.items()})
    yield f"{passages.count(chr(10)) - 1} passages in {place / 'passages.csv'}"
    for name in begun:
        yield f"begun: {place / name}"


def _bibliography(source: str) -> str:
    work = {
        "id": source,
        "type": "article-journal",
        "title": "",
        "custom": {"author-entity": "article-author"},
    }
    return json.dumps([work], ensure_ascii=False, indent=2) + "\n"


def _is_coded(place: Path) -> bool:
    """Tell whether any mention or claim rests on the passages."""
    return any(
        (place / name).is_file() and len((place / name).read_bytes().splitlines()) > 1
        for name in ("mentions.csv", "claims.csv")
    )


def _differ(path: Path, content: str) -> bool:
    return path.is_file() and path.read_bytes() != content.encode()
