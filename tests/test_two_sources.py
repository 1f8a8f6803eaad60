"""The graph folder of two sources is well, tidy, and its sources disagree as meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fpgraph.corpus import check_corpus, load_corpus, tidy
from fpgraph.model import Claim, Corpus
from fpgraph.text import align, read_article

FOLDER = Path(__file__).parent / "two-sources"
FIRST, SECOND = "harbour-2020-1", "strait-2021-2"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(FOLDER)


def accepted(corpus: Corpus, source: str) -> dict[tuple[str, str, str], Claim]:
    claims = next(one.claims for one in corpus.sources if one.id == source)
    return {
        (one.subject, one.property, one.object): one for one in claims if one.status == "accepted"
    }


def affirmed(claim: Claim) -> bool:
    """Tell whether the speaker holds that the relation holds."""
    return (claim.stance == "affirms") == (claim.polarity == "positive")


def test_well_and_tidy(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(FOLDER, folder)
    assert check_corpus(folder).conforms
    assert tidy(folder) == ()


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_passages_stand_in_the_text(corpus: Corpus, name: str) -> None:
    source = next(one for one in corpus.sources if one.id == name)
    article = read_article(FOLDER / f"{name}.txt", name)
    assert {one.language for one in source.passages} == {"en", "uk"}
    assert align(article, source.passages) == {one.number: one for one in source.passages}
    for mention in source.mentions:
        assert article.text[mention.start : mention.end].strip()


def test_the_authors_contradict_and_agree(corpus: Corpus) -> None:
    first, second = accepted(corpus, FIRST), accepted(corpus, SECOND)
    own = {
        statement
        for statement in first.keys() & second.keys()
        if first[statement].asserted_by == "article-author"
        and second[statement].asserted_by == "strait-author"
    }
    against = {one for one in own if affirmed(first[one]) != affirmed(second[one])}
    assert against >= {
        ("primoria", "memberOf", "mountain-pact"),
        ("seven-lighthouses-festival", "precludes", "port-security"),
    }
    assert ("primoria", "memberOf", "league-of-quiet-harbours") in own - against


def test_a_cited_scholar_disagrees_with_the_other_author(corpus: Corpus) -> None:
    first, second = accepted(corpus, FIRST), accepted(corpus, SECOND)
    trust = ("primoria", "seeks", "neighbourly-trust")
    doctrine = ("montania", "supports", "lake-doctrine")
    assert second[trust].asserted_by == "a-skelna"
    assert affirmed(first[trust]) != affirmed(second[trust])
    assert first[doctrine].asserted_by == "o-verbytska"
    assert affirmed(first[doctrine]) != affirmed(second[doctrine])
