"""The text of an article's file, whatever its kind: plain text, PDF, HTML or Word.

Of plain text and Markdown it is the decoded file as it is stored, byte order mark
and line ends included. Of the other kinds it is what their readers make of them,
the same in every run; offsets count its code points.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import ArticleError
from .encodings import decoded
from .formats import ENDINGS, NAMES, SUFFIXES, format_of, has_markup
from .tongues import check_language

__all__ = ["LARGEST", "SUFFIXES", "Document", "check_language", "document_text", "read_document"]

#: No text is larger, in bytes; documents hold pictures, too.
LARGEST = 32 * 1024 * 1024
_LARGEST_PACKED = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its kind (text, pdf, html, docx) and what its file says of it."""

    text: str
    kind: str
    properties: Mapping[str, str] = field(default_factory=dict)


# The document read last: its properties are asked for after its text.
_LAST: dict[tuple[str, str], Document] = {}


def document_text(path: Path | str, largest: int = LARGEST) -> str:
    """Return the text of the article in the file ``path``, ``largest`` bytes at most.

    Raises ArticleError when the file is missing, too large, of another kind than its
    name says, of a kind that cannot be read, or damaged.
    """
    return read_document(path, largest).text


def read_document(path: Path | str, largest: int = LARGEST) -> Document:
    """Return the document in the file ``path``, as ``document_text`` does its text."""
    path = Path(path)
    try:
        return _read(path, largest)
    except ArticleError as error:
        if error.path is not None:
            raise
        raise ArticleError(error.problem, path=path) from error.__cause__


def _read(path: Path, largest: int) -> Document:
    expected = SUFFIXES.get(path.suffix.lower(), "text")
    content = _content(path, largest if expected in {"text", "html"} else _LARGEST_PACKED)
    _check_kind(content, expected, path.suffix.lower())
    if expected == "text":
        return Document(decoded(content), "text")
    key = (expected, hashlib.sha256(content).hexdigest())
    if key not in _LAST:
        document = _extracted(expected, content, largest)
        _LAST.clear()
        _LAST[key] = document
    return _LAST[key]


def _extracted(kind: str, content: bytes, largest: int) -> Document:
    from .confined import extract_confined

    text, properties = extract_confined(kind, content)
    if len(text) > largest:
        raise ArticleError(f"holds more text than {_megabytes(largest)}")
    return Document(text, kind, properties)


def _content(path: Path, largest: int) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError("is a folder, not the text of an article")
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError:
        raise ArticleError("there is no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"cannot be read ({reason})") from error
    if len(content) > largest:
        raise ArticleError(f"is larger than {_megabytes(largest)}")
    return content


def _check_kind(content: bytes, expected: str, suffix: str) -> None:
    """Refuse what is not of the kind that its name says."""
    found = format_of(content)
    if found == "text" and expected == "html" and has_markup(content):
        return
    if found == expected:
        return
    if found not in ENDINGS:
        raise ArticleError(
            f"is {found}, as it seems, which cannot be read; save it as .docx or .txt"
        )
    if not content.strip() and expected != "text":
        raise ArticleError("is empty")
    called = f"is called {suffix}" if suffix else "has no ending to its name"
    raise ArticleError(f"{called} but is {NAMES[found]}, as it seems; name it {ENDINGS[found]}")


def _megabytes(size: int) -> str:
    return f"{size // 1024 // 1024} MB"
