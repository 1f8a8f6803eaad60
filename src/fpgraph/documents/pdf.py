"""The text of a PDF, page by page, with what its fonts do to letters undone.

Pages are set apart by form feeds, by which running heads and page numbers are told
from the text later on.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from ..characters import clean
from ..errors import ArticleError
from .pagelines import PageLines, set_pages

_MOST_PAGES = 5_000
_MOST_HEADS = 12
#: A page with fewer letters shows a picture, or nothing.
_BLANK = 16
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\u00a0": " "}
)
_UNKNOWN = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]|\(cid:\d+\)|/g\d{1,5}(?=/|\s)")
#: Cyrillic letters of Windows-1251 that a font without a map shows as Latin ones.
_MISREAD = re.compile("[\u00c0-\u00ff\u00b3\u00bf\u00ba\u00b4\u00b2\u00af\u00aa\u00a5¨¸]")
_LATIN = re.compile("[A-Za-z]")
_ENCRYPTED = "is an encrypted PDF; save a copy of it without encryption"


def document_text(content: bytes) -> tuple[str, dict[str, str]]:
    """Return the text of a PDF and its properties.

    The properties are shown-title, shown-author and heads, the running heads, which
    are no part of the text.

    Raises ArticleError if the PDF is encrypted, broken, scanned, or written in fonts
    that do not tell their letters.
    """
    reader, count = _opened(content)
    if not count:
        raise ArticleError("is a PDF without pages")
    if count > _MOST_PAGES:
        raise ArticleError(f"is a PDF of {count} pages, more than {_MOST_PAGES}")
    drawn = [_drawn(reader, number) for number in range(count)]
    texts, heads = set_pages(drawn)
    pages = [_checked(text) for text in texts]
    _check_letters(pages)
    properties = _properties(reader)
    if heads:
        properties["heads"] = _checked("\n".join(heads[:_MOST_HEADS])).strip()
    return "\n\f".join(pages), properties


def _opened(content: bytes) -> tuple[Any, int]:
    """Return the reader of a PDF and how many pages there are."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(BytesIO(content), strict=False)
        # Many journals forbid changes only: then the password for reading is empty.
        barred = reader.is_encrypted and not reader.decrypt("")
        count = 0 if barred else len(reader.pages)
    except DependencyError:
        raise ArticleError(_ENCRYPTED) from None
    except MemoryError:
        raise
    except Exception as error:
        raise ArticleError("is a broken PDF: its pages are not found") from error
    if barred:
        raise ArticleError("is a PDF protected by a password; save a copy without one")
    return reader, count


def _drawn(reader: Any, number: int) -> PageLines:
    from pypdf.errors import DependencyError

    lines = PageLines()
    try:
        reader.pages[number].extract_text(visitor_text=lines.add)
    except DependencyError:
        raise ArticleError(_ENCRYPTED) from None
    except MemoryError:
        raise
    except Exception as error:
        raise ArticleError(f"is a broken PDF: page {number + 1} cannot be read") from error
    return lines


def _checked(words: str) -> str:
    """Return words in their letters; what cannot be told is kept as one sign, to be counted."""
    words = _reread(words.replace("\f", " ")).translate(_LIGATURES)
    return clean(_UNKNOWN.sub("\ufffd", words)) + "\n"


def _reread(words: str) -> str:
    """Read letters of Windows-1251 as such where a page shows them as Latin ones.

    Fonts of the nineties do not say that they are Cyrillic; a page of accented
    letters in three words out of four is in no language.
    """
    misread, latin = len(_MISREAD.findall(words)), len(_LATIN.findall(words))
    if misread < 40 or misread < 3 * latin:
        return words
    return "".join(
        character.encode("latin-1").decode("cp1251", "replace")
        if "\x80" <= character <= "\xff"
        else character
        for character in words
    )


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))


def _check_letters(pages: list[str]) -> None:
    """Refuse what shows pictures of text, or letters that nobody can tell."""
    letters = [_letters(page) for page in pages]
    blank = sum(1 for count in letters if count < _BLANK)
    if sum(letters) < _BLANK * len(pages) or 2 * blank > len(pages):
        problem = f"{blank} of its {len(pages)} pages hold no text" if blank else "it holds no text"
        raise ArticleError(
            f"is a scanned PDF, as it seems: {problem}; a program for text recognition can add it"
        )
    unknown = sum(page.count("\ufffd") for page in pages)
    if 4 * unknown > sum(letters):
        raise ArticleError(
            "is a PDF whose fonts do not tell their letters; a program for text recognition can"
        )


def _properties(reader: Any) -> dict[str, str]:
    try:
        found = reader.metadata or {}
        named = {"shown-title": found.get("/Title"), "shown-author": found.get("/Author")}
        texts = {key: str(value) for key, value in named.items() if value}
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - what is said about a text is no reason to refuse it
        return {}
    cleaned = {key: " ".join(clean(text).split())[:500] for key, text in texts.items()}
    return {key: text for key, text in cleaned.items() if text}
