"""The texts that coded articles were coded from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..documents.documents import document_text
from ..errors import ArticleError, CorpusError, QuotationNotFound
from ..model import Article, Corpus, Source
from ..text import align, article_from_text


def coded_article(path: Path | str, source: str) -> Article:
    """Return the article in a file of any format that can be read; ``source`` is its id.

    Raises ArticleError for a file that cannot.
    """
    return article_from_text(document_text(Path(path)), source, path)


def source_of(corpus: Corpus, name: str) -> Source:
    """Return the coded article called ``name``; raises CorpusError if there is none."""
    for source in corpus.sources:
        if source.id == name:
            return source
    raise CorpusError(f"no coded article is called {name!r}", path=corpus.folder)


def paired(corpus: Corpus, paths: Iterable[Path]) -> list[tuple[Source, Article, Path]]:
    """Return each text with the article that was coded from it.

    That is the one the file is named after, the only one there is, or the one whose
    passages it holds. Raises ArticleError for a text that belongs to none.
    """
    return [(*_pair(corpus, path), path) for path in paths]


def _pair(corpus: Corpus, path: Path) -> tuple[Source, Article]:
    named = [source for source in corpus.sources if source.id == path.stem]
    for source in named or corpus.sources:
        article = coded_article(path, source.id)
        if named or len(corpus.sources) == 1:
            return source, article
        try:
            align(article, source.passages)
        except QuotationNotFound:
            continue
        return source, article
    raise ArticleError("the text is that of no coded article", path=path)
