"""The silence report: which sentences call for a claim, and why."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from fpgraph import cli
from fpgraph.errors import QuotationNotFound
from fpgraph.evaluation.misses import misses
from fpgraph.model import Corpus, Mention, Source
from fpgraph.text import article_from_text, read_article

SOURCE = "harbour-2020-1"


@pytest.fixture
def silent(sample: Corpus) -> Source:
    """The sample article, of which nothing is claimed."""
    return replace(sample.sources[0], claims=())


def found(source: Source, text: str | None = None) -> dict[int, tuple[str, ...]]:
    article = article_from_text(text, source.id) if text else None
    return {one.passage.number: one.reasons for one in misses(source, article)}


def source_of(text: str, *mentions: tuple[str, str]) -> Source:
    """Return an article without claims, with the first occurrence of each name mentioned."""
    passages = article_from_text(text, "bay-2022").passages
    places = tuple(
        Mention(entity, text.index(words), text.index(words) + len(words))
        for entity, words in mentions
    )
    return Source("bay-2022", "author", ({"id": "bay-2022"},), passages, places, ())


def test_sentences_that_cite_or_name_two_entities(silent: Source) -> None:
    assert found(silent) == {
        3: ("names primoria, league-of-quiet-harbours",),
        4: ("names port-council, league-of-quiet-harbours",),
        5: ("names primoria-government, lighthouse-policy",),
        7: (
            "cites ref-1:12-15, ref-2",
            "names coastal-observers, primoria-foreign-policy, lighthouse-realism",
        ),
        8: ("cites ref-3:7", "names o-verbytska, montania, lake-doctrine"),
        9: ("names primoria, mountain-pact",),
        10: ("names shared-lighthouse, neighbourly-trust",),
        12: ("names primoria, port-security, fish-trade",),
        13: ("names primoria, seven-lighthouses-festival",),
        15: ("names montania, lighthouse-realism",),
        16: ("names seven-lighthouses-festival, port-security",),
        18: ("names primoria, neighbourly-trust",),
        19: ("names primoria, league-of-quiet-harbours, neighbourly-trust",),
    }


@pytest.mark.parametrize(
    ("status", "missed"), [("accepted", False), ("candidate", False), ("rejected", True)]
)
def test_a_claim_speaks_unless_it_was_rejected(sample: Corpus, status: str, missed: bool) -> None:
    source = sample.sources[0]
    (member,) = [one for one in source.claims if one.id == "b6ef34708144"]
    claims = (replace(member, status=status),)  # type: ignore[arg-type]
    assert (3 in found(replace(source, claims=claims))) is missed
    # Passage 19 repeats it.
    assert (19 in found(replace(source, claims=claims))) is missed


def test_the_coded_sample_is_silent_nowhere(sample: Corpus) -> None:
    assert misses(sample.sources[0]) == ()


def test_a_claim_on_a_reprint_speaks_for_the_first_print(sample: Corpus) -> None:
    source = sample.sources[0]
    (body,) = [one for one in source.claims if one.property == "bodyOf"]
    on_reprint = replace(body, passages=(14,), also=())
    assert 4 not in found(replace(source, claims=(on_reprint,)))


def test_a_name_within_a_name_is_not_a_second_thing() -> None:
    text = "Тут ідеться про зовнішню політику Приморії."
    assert found(source_of(text, ("policy", "зовнішню політику Приморії"),
                           ("primoria", "Приморії"))) == {}  # fmt: skip


def test_one_thing_named_twice_is_one() -> None:
    text = "Приморія є Приморією."
    assert found(source_of(text, ("primoria", "Приморія"), ("primoria", "Приморією"))) == {}


def test_lists_of_works_are_left_out() -> None:
    text = "Приморія межує з Гірнією [1, с. 5].\n\nЛітература\n\n1. Приморія і Гірнія. Порт, 2001."
    source = source_of(text, ("primoria", "Приморія"), ("montania", "Гірнією"))
    assert found(source) == {1: ("cites ref-1:5", "names primoria, montania")}


class TestQuotations:
    @pytest.mark.parametrize(
        ("text", "quoted"),
        [
            ("Вона каже: «Порти мають бути відкриті всім». Далі тиша.", [1]),
            ("He said: “Ports have to be open.” Then nothing more came.", [1]),
            ('He said: "Ports have to be open." Then nothing more came.', [1]),
            ("Вона каже: „Порти мають бути відкриті“. Далі тиша.", [1]),
            ("Фестиваль «Сім маяків» минув. Далі тиша.", []),
            ("Вона каже: «Порти мають бути відкриті всім. І море теж є для всіх». Кінець.", [1, 2]),
            ("Вона каже: «Приєднався «Союз» до всіх інших». Кінець.", [1]),
            ("Вона каже: «Порти мають бути відкриті всім. І на тому кінець.", []),
            ("Rock'n'roll isn't quoted here, nor is it anybody's. Nothing.", []),
        ],
    )
    def test_stretches_between_marks(self, text: str, quoted: list[int]) -> None:
        assert found(source_of(text), text) == dict.fromkeys(quoted, ("quotes",))

    def test_a_mark_left_open_reaches_no_further_than_its_paragraph(self) -> None:
        text = "Вона каже: «Порти відкриті.\n\nІнший каже таке саме» про порти. Кінець."
        assert found(source_of(text), text) == {}


class TestCommand:
    @pytest.fixture
    def folder(self, sample_copy: Path) -> Path:
        path = sample_copy / SOURCE / "claims.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if ",memberOf," not in line and ",supports," not in line]
        path.write_text("".join(kept), encoding="utf-8")
        return sample_copy

    def run(self, *arguments: str | Path) -> tuple[int, str]:
        runner = CliRunner()
        with runner.isolation() as (out, err, _):
            with pytest.raises(SystemExit) as ended:
                cli.main([str(argument) for argument in arguments])
            sys.stdout.flush()
            said = out.getvalue().decode() + err.getvalue().decode()
        assert isinstance(ended.value.code, int)
        return ended.value.code, said

    def test_a_table(self, folder: Path) -> None:
        code, said = self.run("misses", SOURCE, "--graph", folder)
        assert code == 0
        lines = said.splitlines()
        assert lines[0].split() == ["passage", "section", "start", "end", "reasons"]
        assert [line.split()[0] for line in lines[1:]] == ["3", "8", "9"]

    def test_with_the_text_the_words_are_shown(self, folder: Path, sample_text: Path) -> None:
        code, said = self.run(
            "misses", SOURCE, "--graph", folder, "--article", sample_text, "--format", "json"
        )
        assert code == 0
        assert json.loads(said)[0] == {
            "passage": 3, "section": "Вступ", "start": 54, "end": 92,
            "reasons": "names primoria, league-of-quiet-harbours",
            "words": "Приморія є членом Союзу Тихих Гаваней.",
        }  # fmt: skip

    def test_csv(self, folder: Path) -> None:
        _, said = self.run("misses", SOURCE, "--graph", folder, "--format", "csv")
        rows = list(csv.DictReader(StringIO(said)))
        assert [row["passage"] for row in rows] == ["3", "8", "9"]

    def test_nothing_is_missed(self, sample_folder: Path) -> None:
        code, said = self.run("misses", SOURCE, "--graph", sample_folder)
        assert code == 0
        assert said == f"every sentence of {SOURCE} that calls for a claim has one\n"

    def test_no_such_article(self, sample_folder: Path) -> None:
        code, said = self.run("misses", "nothing", "--graph", sample_folder)
        assert code == 2
        assert said == f"fpgraph: {sample_folder}: no coded article is called 'nothing'\n"


def test_another_text(silent: Source) -> None:
    with pytest.raises(QuotationNotFound):
        misses(silent, article_from_text("Зовсім інший текст. І ще речення.", SOURCE))


def test_the_words_are_those_of_the_text(silent: Source, sample_text: Path) -> None:
    words = {
        one.passage.number: one.words for one in misses(silent, read_article(sample_text, SOURCE))
    }
    assert words[18] == "Отже, Приморія шукає довіри між сусідами."
