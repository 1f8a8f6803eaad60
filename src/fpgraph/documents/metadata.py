"""The bibliography of an article that was read: itself, and the works that it cites.

What the file says of itself is believed where the text bears it out, or where the
page of a journal says it for this very purpose. Nothing is guessed: a work of which
only the number is known is a document with a number.
https://citeproc-js.readthedocs.io/en/latest/csl-json/
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..characters import clean
from ..model import Article
from ..titles import is_bibliography
from .documents import read_document
from .entries import numbered, work
from .opening import authors_of, imprint_of, shows, title_of

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def bibliography(article: Article, path: Path | str) -> list[dict[str, Any]]:
    """Return the works of ``source.json`` in CSL-JSON: the article, then ``ref-1`` and so on.

    ``path`` is the file that the article was read from. Every work that a passage
    cites has a record; those of the list of works that none cites have one, too.
    """
    document = read_document(path)
    entries = _entries(article)
    cited = {int(cite.work.removeprefix("ref-")) for one in article.passages for cite in one.cites}
    works = [
        {"id": f"ref-{number}", **_numbered_work(number, entries)}
        for number in sorted(cited | set(entries))
    ]
    return [_article(article, document.kind, document.properties), *works]


def _article(article: Article, kind: str, said: Mapping[str, str]) -> dict[str, Any]:
    title = _title(article, said)
    imprint = {**imprint_of(article, said.get("heads", "")), **_said_imprint(said)}
    authors = _authors(article, title, said)
    printed = "container-title" in imprint or "DOI" in imprint or "issue" in imprint
    return {
        "id": article.source,
        "type": "article-journal" if printed else "document",
        "title": title,
        **({"author": authors} if authors else {}),
        **imprint,
        "language": _language(article),
        "custom": {
            "author-entity": f"{article.source}-author",
            "text": {
                "format": kind,
                "characters": len(article.text),
                "fingerprint": text_fingerprint(article.text),
            },
        },
    }


def text_fingerprint(text: str) -> str:
    """Return 16 hex digits that stand for a text, every character of it counted."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _title(article: Article, said: Mapping[str, str]) -> str:
    if title := _cell(said.get("title", "")):
        return title
    shown = _cell(said.get("shown-title", ""))
    if len(shown.split()) > 1 and shows(article, shown):
        return shown
    return _cell(title_of(article)) or article.source


def _authors(article: Article, title: str, said: Mapping[str, str]) -> list[dict[str, str]]:
    names = [_cell(name) for name in said.get("author", "").split("|")]
    if not any(names):
        shown = _cell(said.get("shown-author", ""))
        names = [shown] if len(shown.split()) > 1 and shows(article, shown) else []
    if any(names):
        return [_person(name) for name in names if name]
    return [
        {key: _cell(value) for key, value in author.items()}
        for author in authors_of(article, title)
    ]


def _person(name: str) -> dict[str, str]:
    """Return a name whose parts only a comma tells apart."""
    family, comma, given = name.partition(",")
    if comma and family.strip() and given.strip() and "," not in given:
        return {"family": family.strip(), "given": given.strip()}
    return {"literal": name}


def _said_imprint(said: Mapping[str, str]) -> dict[str, Any]:
    """Return what the head of a page says of the journal."""
    keys = {"journal": "container-title", "volume": "volume", "issue": "issue"}
    found: dict[str, Any] = {
        field: value for key, field in keys.items() if (value := _cell(said.get(key, "")))
    }
    if year := _YEAR.search(said.get("date", "")):
        found["issued"] = {"date-parts": [[int(year[0])]]}
    if identifier := _DOI.search(said.get("doi", "")):
        found["DOI"] = _cell(identifier[0])
    return found


def _language(article: Article) -> str:
    """Return the language of most of the text."""
    letters: Counter[str] = Counter()
    for passage in article.passages:
        letters[passage.language] += passage.end - passage.start
    return max(letters, key=lambda language: (letters[language], language), default="und")


def _numbered_work(number: int, entries: Mapping[int, str]) -> dict[str, Any]:
    fields = work(entries[number]) if number in entries else {"type": "document"}
    fields["citation-number"] = str(number)
    return {key: _cells(value) for key, value in fields.items()}


def _entries(article: Article) -> dict[int, str]:
    """Return the entries of the article's list of works by their numbers.

    Of several lists, such as one in Latin letters after another, the first counts. A
    list without numbers counts if it is as long as the highest number cited.
    """
    lists: dict[str, list[str]] = {}
    for section, entry in _listed(article):
        lists.setdefault(section, []).append(entry)
    most = max(
        (int(cite.work[4:]) for passage in article.passages for cite in passage.cites), default=0
    )
    for listing in lists.values():
        found = _by_number(listing)
        if found:
            return found
        if most and len(listing) == most:
            return dict(enumerate(listing, 1))
    return {}


def _by_number(listing: list[str]) -> dict[int, str]:
    """Return the entries that numbers in a row stand before, what is torn off joined."""
    found: dict[int, str] = {}
    for entry in listing:
        number, words = numbered(entry)
        if number == len(found) + 1:
            found[number] = words
        elif found:
            found[len(found)] += f" {entry}"
    return found if len(found) > 1 else {}


def _listed(article: Article) -> list[tuple[str, str]]:
    """Return the paragraphs of sections that list works, each with its section."""
    found: list[tuple[str, str]] = []
    paragraph = 0
    for passage in article.passages:
        if not is_bibliography(passage.section):
            continue
        words = article.words(passage)
        if is_bibliography(words) and len(words) < 100:
            continue
        if passage.paragraph == paragraph and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {words}")
        else:
            found.append((passage.section, words))
        paragraph = passage.paragraph
    return found


def _cells(value: Any) -> Any:
    if isinstance(value, str):
        return _cell(value)
    if isinstance(value, dict):
        return {key: _cells(item) for key, item in value.items()}
    return [_cells(item) for item in value] if isinstance(value, list) else value


def _cell(words: str) -> str:
    """Return words as a table may hold them: one line, no spaces around it."""
    return clean(" ".join(clean(words).split()))
