"""What several tests need: the sample corpus and the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from fpgraph.corpus import load_corpus
from fpgraph.model import Corpus

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests" / "sample"
SOURCE = "harbour-2020-1"
ARTICLE = ROOT.parent / "shared" / "article" / "politicus-2024-1.txt"

# No deadline: the first example pays for the imports. The same examples each time.
settings.register_profile("fpgraph", deadline=None, derandomize=True)
settings.load_profile("fpgraph")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """A small graph folder; not to be written to."""
    return SAMPLE


@pytest.fixture(scope="session")
def sample_text() -> Path:
    """The text that the sample corpus was coded from."""
    return SAMPLE / f"{SOURCE}.txt"


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Corpus:
    """The corpus in the small graph folder."""
    return load_corpus(sample_folder)


@pytest.fixture
def sample_copy(tmp_path: Path) -> Path:
    """A small graph folder of one's own, to break."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "graph"))


@pytest.fixture(scope="session")
def real_corpus() -> Corpus:
    """The coded articles of this repository."""
    return load_corpus()


@pytest.fixture(scope="session")
def article_path() -> Path:
    """The real article, which is not in the repository; skips where it is not at hand."""
    if not ARTICLE.is_file():
        pytest.skip("the article is not beside the checkout; its words are not ours to keep")
    return ARTICLE
