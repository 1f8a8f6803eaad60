"""From the file of an article to its passages, with the place of every character.

A text is read as strict UTF-8 with nothing translated: offsets count the code points
of ``open(path, encoding="utf-8", newline="")``, so that a byte order mark counts as
one character and a line end of Windows as two. Of a PDF, an HTML page or a Word
document they count the code points of what ``documents.documents`` makes of it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from .citations import citations
from .collecting import uncollected
from .documents.documents import LARGEST, document_text
from .errors import ArticleError, QuotationNotFound
from .language import languages
from .model import Article, Passage
from .outline import Piece, outline
from .paragraphs import read_paragraphs
from .reprints import reprints, words_of
from .titles import is_bibliography

__all__ = ["align", "article_from_text", "citations", "fingerprint", "quotation", "read_article"]

_SIGNS = re.compile(r"[\W_]+")
_CUT = re.compile(r"[.!?…:;]+[»”\"’)]*(?:\s*\[[^\[\]]{1,60}\])*\.?\s|\s(?=[–—•]\s|\d{1,2}[.)]\s)")
#: Neighbouring sentences that one passage may be merged from.
_MERGED = 6


def read_article(path: Path | str, source: str) -> Article:
    """Return the article in the file ``path`` with its passages; ``source`` is its id.

    Offsets are code points into the decoded file as it is stored, ends exclusive.
    Raises ArticleError when the file is missing, empty, too large, of a kind that cannot
    be read or of another than its name says, or no text in UTF-8.
    """
    return article_from_text(document_text(path, LARGEST), source, path)


def article_from_text(text: str, source: str, path: Path | str | None = None) -> Article:
    """Return the article with the given text, as ``read_article`` does from a file."""
    if "\0" in text:
        raise ArticleError(f"is not a text: character {text.index(chr(0))} is zero", path=path)
    with uncollected():
        clean, offsets, paragraphs = read_paragraphs(text)
        pieces = outline(clean, paragraphs)
        if not any(_SIGNS.sub("", clean[piece.start : piece.end]) for piece in pieces):
            raise ArticleError("holds no words", path=path)
        return Article(source, text, clean, offsets, _passages(clean, offsets, pieces))


def _passages(clean: str, offsets: Sequence[int], pieces: Sequence[Piece]) -> tuple[Passage, ...]:
    words = [(clean[piece.start : piece.end], piece.heading) for piece in pieces]
    tongues = languages(words)
    tokens = [words_of(said) for said, _ in words]
    copies = reprints(tokens, [piece.heading for piece in pieces])
    return tuple(
        Passage(
            number=number,
            section=piece.section,
            paragraph=piece.paragraph,
            language=tongue,
            start=offsets[piece.start],
            end=offsets[piece.end - 1] + 1,
            fingerprint=_fingerprint(said, spoken),
            duplicate_of=None if copy is None else copy + 1,
            cites=() if is_bibliography(piece.section) else citations(said),
        )
        for number, (piece, (said, _), spoken, tongue, copy) in enumerate(
            zip(pieces, words, tokens, tongues, copies, strict=True), 1
        )
    )


def fingerprint(words: str) -> str:
    """Return 16 hex digits that stand for the letters and digits of ``words``.

    SHA-256 over the UTF-8 of NFC, case-folded text without any other character, so
    that line breaks, hyphens and punctuation make no difference.
    """
    return _digest(_letters(words))


def _fingerprint(words: str, tokens: Sequence[str]) -> str:
    """Return the fingerprint of ``words``, whose ``words_of`` are known already."""
    if not unicodedata.is_normalized("NFC", words):
        return fingerprint(words)
    return _digest("".join(tokens).replace("_", ""))


def _letters(words: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFC", words).casefold())


def _digest(letters: str) -> str:
    return hashlib.sha256(letters.encode("utf-8")).hexdigest()[:16]


def quotation(article: Article, passage: Passage) -> str:
    """Return the cleaned words of ``passage``; its offsets must be those of ``article``."""
    return article.words(passage)


def align(
    article: Article, passages: Iterable[Passage], path: Path | str | None = None
) -> dict[int, Passage]:
    """Return each of the passages of a corpus as it stands in ``article``, by its number.

    A passage keeps its offsets where the words there have its fingerprint; else it is
    sought among the sentences of the article, whole, merged or split. Raises
    QuotationNotFound, with the source and the number, when the text does not hold it.
    """
    wanted = list(passages)
    finder = _Finder(article, Counter(passage.fingerprint for passage in wanted))
    found: dict[int, Passage] = {}
    for passage in wanted:
        span = finder.find(passage)
        if span is None:
            raise QuotationNotFound(
                f"the text of {article.source} does not hold passage {passage.number}"
                f" (fingerprint {passage.fingerprint})",
                path=path,
                row=passage.number + 1,
                field="fingerprint",
            )
        found[passage.number] = replace(passage, start=span[0], end=span[1])
    return found


class _Finder:
    """Finds passages in an article by their fingerprints."""

    def __init__(self, article: Article, wanted: Mapping[str, int]) -> None:
        self.article = article
        self._wanted = wanted
        self._asked: Counter[str] = Counter()
        self._places: dict[str, list[tuple[int, int]]] | None = None

    def find(self, passage: Passage) -> tuple[int, int] | None:
        """Return where ``passage`` stands, None when it does not."""
        mark = passage.fingerprint
        rank = self._asked[mark]
        self._asked[mark] += 1
        if fingerprint(self.article.words(passage)) == mark:
            return passage.start, passage.end
        if self._places is None:
            self._places = {}
            for size in range(1, _MERGED + 1):
                self._merge(size)
            self._split()
        places = sorted(self._places.get(mark, ()))
        if len(places) == self._wanted[mark]:
            return places[rank]
        return min(places, key=lambda span: abs(span[0] - passage.start), default=None)

    def _put(self, mark: str, span: tuple[int, int]) -> None:
        if self._places is not None:
            self._places.setdefault(mark, []).append(span)

    def _merge(self, size: int) -> None:
        """Note what ``size`` neighbouring sentences make together."""
        passages = self.article.passages
        letters = [_letters(self.article.words(passage)) for passage in passages]
        for first in range(len(passages) - size + 1):
            mark = _digest("".join(letters[first : first + size]))
            self._put(mark, (passages[first].start, passages[first + size - 1].end))

    def _split(self) -> None:
        """Note the parts of sentences between their stops."""
        offsets = self.article.offsets
        for passage in self.article.passages:
            begin = bisect_left(offsets, passage.start)
            words = self.article.words(passage)
            cuts = [0, *(cut.end() for cut in _CUT.finditer(words)), len(words)][:40]
            for i, left in enumerate(cuts):
                for right in cuts[i + 1 :]:
                    part = words[left:right]
                    trimmed = part.strip()
                    if trimmed and len(trimmed) < len(words):
                        at = begin + left + part.index(trimmed)
                        span = (offsets[at], offsets[at + len(trimmed) - 1] + 1)
                        self._put(_digest(_letters(trimmed)), span)
