"""What ``scripts/scale.py`` measures with: articles like the coded one, whole and in parts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
import scale
from pyoxigraph import Store, parse
from synthetic_articles import first_part, synthetic_articles

from fpgraph.build import hold
from fpgraph.dataset import ontology_triples, triples
from fpgraph.model import Claim, Corpus


@pytest.fixture(scope="module")
def articles() -> list[Corpus]:
    return list(islice(synthetic_articles(), 4))


def shape(claim: Claim) -> tuple[object, ...]:
    return claim.property, claim.stance, claim.polarity, claim.kind, claim.passages, claim.cites


def test_every_article_has_the_shape_of_the_coded_one(
    articles: list[Corpus], real_corpus: Corpus
) -> None:
    model = real_corpus.sources[0]
    for corpus in articles:
        (source,) = corpus.sources
        assert Counter(map(shape, source.claims)) == Counter(map(shape, model.claims))
        assert len(source.mentions) == len(model.mentions)
        assert len({claim.asserted_by for claim in source.claims}) == len(
            {claim.asserted_by for claim in model.claims}
        )


def test_actors_are_shared_and_concepts_are_not(articles: list[Corpus]) -> None:
    known = [set(corpus.entities) for corpus in articles]
    assert not set.intersection(*known)  # each comes with what no earlier one spoke of
    spoken = [{claim.subject for claim in corpus.sources[0].claims} for corpus in articles]
    shared = set.intersection(*spoken[:2])
    kinds = {articles[0].entities[name].type for name in shared}
    assert "State" in kinds
    assert not kinds & {"Concept", "Goal", "Event", "PolicyCourse"}


def test_each_article_passes_the_gate(articles: list[Corpus]) -> None:
    together = [triple for corpus in articles for triple in triples(corpus)]
    hold([*ontology_triples(), *together])


def test_the_same_articles_come_each_time(articles: list[Corpus]) -> None:
    assert list(islice(synthetic_articles(), 4)) == articles


def test_a_part_is_whole_in_itself(articles: list[Corpus]) -> None:
    part = first_part(articles[0], 0.4)
    (source,) = part.sources
    numbers = {passage.number for passage in source.passages}
    assert source.claims
    for claim in source.claims:
        assert numbers.issuperset((*claim.passages, *claim.also))
    assert {mention.entity for mention in source.mentions} <= part.entities.keys()
    assert 0.3 < len(triples(part)) / len(triples(articles[0])) < 0.5


def test_as_many_triples_as_asked_for_in_both_forms(tmp_path: Path) -> None:
    told = scale.write("60000", str(tmp_path))
    turtle, plain = (
        {str(quad) for quad in parse(path=str(tmp_path / name))}
        for name in ("graph.ttl", "graph.nt")
    )
    assert turtle == plain
    assert told["written"] == pytest.approx(60_000, rel=0.05)
    assert told["articles"] == 3


def test_a_question_is_stopped_and_the_next_is_answered(
    tmp_path: Path, real_corpus: Corpus
) -> None:
    graph = tmp_path / "graph.nt"
    graph.write_text(
        "".join(f"{triple} .\n" for triple in (*ontology_triples(), *triples(real_corpus))),
        encoding="utf-8",
    )
    scale.load(str(graph), str(tmp_path / "db"))
    store = Store.read_only(str(tmp_path / "db"))
    assert scale.count(str(tmp_path / "db"))["triples"] == len(store)
    taken, memory = scale.questions(tmp_path / "db", 20)
    assert None not in taken
    assert memory > 10
    # A timer strikes at the processor's ticks, so that very quick questions get through.
    stopped, _ = scale.questions(tmp_path / "db", 0.000_001)
    assert None in stopped
    assert len(stopped) == len(taken)


def test_the_exponent_is_the_slope() -> None:
    assert scale.exponent({10: 3.0, 100: 300.0, 1000: 30_000.0}) == pytest.approx(2)
    assert scale.exponent({10: 3.0}) is None
    lines = list(scale.table([scale.Measured(10, {"a": 1.0}), scale.Measured(1000, {"a": 10.0})]))
    assert lines[-1] == "| a | 1.00 | 10 | 0.50 |"


def test_only_questions_that_every_size_answered_are_compared() -> None:
    few, many = scale.Measured(10, {}, [1.0, 2.0, 4.0]), scale.Measured(100, {}, [3.0, None, 8.0])
    scale.compare([few, many])
    (name,) = few.found
    assert name == "the 2 questions answered at every size, s"
    assert (few.found[name], many.found[name]) == (5.0, 11.0)


def test_sizes_are_read_as_people_write_them() -> None:
    assert [scale.number(text) for text in ("10k", "1.5m", "700")] == [10_000, 1_500_000, 700]


def test_a_step_of_the_script_runs_by_itself(tmp_path: Path) -> None:
    run = [sys.executable, scale.__file__, "write", "5000", str(tmp_path)]
    told = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    assert json.loads(told)["articles"] == 1
