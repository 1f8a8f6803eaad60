"""What is published is what a build makes: regenerate and compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fpgraph.build import BuildReport, build
from fpgraph.model import Corpus

# As many words in a row are no coincidence.
RUN = 9


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    return build(tmp_path_factory.mktemp("rebuilt"))


def test_a_rebuild_gives_the_published_bytes(rebuilt: BuildReport, root: Path) -> None:
    published = root / "graph" / "export"
    assert published.is_dir(), "run `fpgraph build` and commit what it makes"
    assert {path.name for path in published.iterdir()} == set(rebuilt.files)
    for name in rebuilt.files:
        same = (published / name).read_bytes() == (rebuilt.folder / name).read_bytes()
        assert same, f"{name} is not what `fpgraph build` makes; run it and commit the result"


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    yield from zip(*(words[start:] for start in range(RUN)), strict=False)


@pytest.mark.parametrize("name", ["graph.ttl", "claims.csv", "nodes.csv", "index.html"])
def test_no_sentence_of_the_article_is_published(
    name: str, rebuilt: BuildReport, article_path: Path, real_corpus: Corpus
) -> None:
    """The words of an article are not ours; its title is, as a reference to it."""
    from fpgraph.text import read_article

    article = set(runs(read_article(article_path, article_path.stem).clean))
    for source in real_corpus.sources:
        article -= set(runs(source.works[0]["title"]))
    text = (rebuilt.folder / name).read_text(encoding="utf-8")
    # Each literal for itself: words of two neighbouring ones make no sentence.
    for line in re.split(r'["\n]', text):
        taken = article.intersection(runs(line))
        assert not taken, " ".join(min(taken))
