"""What the repository holds is our own: no run of words of the article stands in it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from fpgraph.text import read_article

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT.parent / "shared" / "article" / "politicus-2024-1.txt"
#: Names and terms are shorter than this many words, sentences longer.
RUN = 9


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of words of ``text``, words broken at a line's end joined."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"-\s*\n\s*", "", text).casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is no checkout, so there is no list of its files")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_a_run_is_found_across_a_broken_line() -> None:
    printed = "The small harbour town keeps its treaties and its neigh-\nbours in good order."
    ours = "We know: the small harbour town keeps its treaties and its neighbours, always."
    assert runs(printed) & runs(ours)
    assert not runs(printed) & runs("A small town keeps treaties with those who live next to it.")


def test_no_words_of_the_article() -> None:
    if not ARTICLE.is_file():
        pytest.skip(f"the text of the article is not at {ARTICLE}")
    article = read_article(ARTICLE, "politicus-2024-1")
    printed = runs(article.text) | runs(article.clean)
    copied = {
        path.relative_to(ROOT).as_posix(): " ".join(min(found))
        for path in tracked()
        if (found := printed & runs(text_of(path)))
    }
    assert copied == {}
