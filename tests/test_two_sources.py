"""The graph folder of two sources is well, tidy, and its sources disagree as meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from fpgraph.check import check
from fpgraph.corpus import check_corpus, load_corpus, tidy
from fpgraph.model import Claim, Corpus
from fpgraph.statements import contested, edges, negations
from fpgraph.store import ask
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


def test_the_question_of_disagreements_shows_both_voices() -> None:
    answer = ask("disagreements", folder=FOLDER)
    assert {(row["statement"], row["speaker"], row["opponent"]) for row in answer} >= {
        (
            "Primoria is inside the Mountain Pact.",
            "the author of the second article",
            "the author of the article",
        ),
        ("Primoria wants to be trusted next door.", "the author of the article", "A. Skelna"),
    }
    assert len(ask("disagreements", folder=FOLDER, sources=[FIRST])) == 0


def test_what_authors_contest_is_neither_edge_nor_negation(corpus: Corpus) -> None:
    pact = tuple(map(iri, ("id/primoria", "ontology#memberOf", "id/mountain-pact")))
    assert pact in contested(corpus)
    assert pact not in edges(corpus)
    assert pact not in negations(corpus)
    alone = load_corpus(FOLDER, [SECOND])
    assert pact in edges(alone)
    assert check(FOLDER).conforms


def test_questions_can_be_asked_of_one_source_or_of_all() -> None:
    for name in (FIRST, SECOND):
        rows = ask("sources-and-coverage", folder=FOLDER, sources=[name])
        assert len(rows) == 1
        assert {row["claim"] for row in ask("memberships", folder=FOLDER, sources=[name])} <= {
            row["claim"] for row in ask("memberships", folder=FOLDER)
        }
    assert len(ask("sources-and-coverage", folder=FOLDER)) == 2


def iri(local: str) -> NamedNode:
    return NamedNode(f"https://w3id.org/fpgraph/{local}")
