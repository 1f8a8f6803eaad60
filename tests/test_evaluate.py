"""The machine's reading against the coded corpus: counts, shares, groups, differences."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from fpgraph import cli
from fpgraph.errors import ArticleError, QuotationNotFound
from fpgraph.evaluation.evaluate import Evaluation, evaluate
from fpgraph.evaluation.scores import SCORE_COLUMNS, Score
from fpgraph.model import Article, Claim, Corpus, Mention, Name, Source
from fpgraph.parts import Attribution, Reading
from fpgraph.text import read_article

SOURCE = "harbour-2020-1"


@dataclass
class Said:
    """A reader that says what it is told to."""

    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    names: tuple[Name, ...] = ()
    authors: list[str] = field(default_factory=list)

    def read(self, article: Article, author: str) -> Reading:
        self.authors.append(author)
        return Reading(
            article,
            mentions=self.mentions,
            attributions=self.attributions,
            claims=self.claims,
            names=self.names,
        )


@pytest.fixture
def source(sample: Corpus) -> Source:
    return sample.sources[0]


@pytest.fixture
def accepted(source: Source) -> tuple[Claim, ...]:
    """The accepted claims, as if frames had found them."""
    return tuple(
        replace(one, rule=f"uk-{one.property}", status="candidate")
        for one in source.claims
        if one.status == "accepted"
    )


def scored(sample: Corpus, text: Path, reader: Said) -> Evaluation:
    return evaluate(sample, [text], reader=reader)


def score(found: Evaluation, what: str) -> tuple[int, int, int, int]:
    """Return coded, met, found, right."""
    (one,) = [one for one in found.scores if one.what == what]
    return one.coded, one.met, one.found, one.right


STRICT = "claims with speaker, stance, polarity"


class TestMentions:
    def test_the_very_place(self, sample: Corpus, source: Source, sample_text: Path) -> None:
        coded = source.mentions
        shifted = replace(coded[3], start=coded[3].start + 1)
        other = replace(coded[1], entity="montania")
        found = scored(sample, sample_text, Said((*coded[:3], shifted, other)))
        assert score(found, "mentions") == (37, 3, 5, 3)

    def test_names_and_concepts_apart(
        self, sample: Corpus, source: Source, sample_text: Path
    ) -> None:
        found = scored(sample, sample_text, Said(source.mentions))
        names, concepts = score(found, "mentions, named"), score(found, "mentions, concepts")
        assert names[0] + concepts[0] == 37
        # Primoria, Montania, the League, the council's lower-case kin, the pact, a scholar …
        assert names == (names[0],) * 4
        assert concepts[0] == sum(
            one.entity
            in {"primoria-foreign-policy", "lighthouse-policy", "lighthouse-realism", "realism",
                "lake-doctrine", "neighbourly-trust", "port-security", "fish-trade",
                "shared-lighthouse", "coastal-observers"}
            for one in source.mentions
        )  # fmt: skip

    def test_differences(self, sample: Corpus, source: Source, sample_text: Path) -> None:
        wrong = Mention("montania", 54, 62, "label")
        found = scored(sample, sample_text, Said((*source.mentions[1:], wrong)))
        listed = [(one.verdict, one.said, one.start, one.rule) for one in found.differences
                  if one.what == "mention"]  # fmt: skip
        assert listed == [("missed", source.mentions[0].entity, 0, "hand"),
                          ("wrong", "montania", 54, "label")]  # fmt: skip
        (wrong_one,) = [one for one in found.differences if one.verdict == "wrong"]
        assert wrong_one.passage == 3
        assert wrong_one.words == "Приморія є членом Союзу Тихих Гаваней."

    def test_a_source_read_by_the_machine_has_no_coded_mentions(
        self, sample: Corpus, source: Source, sample_text: Path
    ) -> None:
        machine = tuple(replace(one, rule="label") for one in source.mentions)
        corpus = replace(sample, sources=(replace(source, mentions=machine),))
        found = scored(corpus, sample_text, Said(machine))
        assert [one.what for one in found.scores if "mention" in one.what] == []

    def test_another_copy_has_other_places(
        self, sample: Corpus, sample_text: Path, tmp_path: Path
    ) -> None:
        copy = tmp_path / f"{SOURCE}.txt"
        copy.write_text("\n\n" + sample_text.read_text(encoding="utf-8"), encoding="utf-8")
        with pytest.raises(ArticleError, match="passage 1 stands elsewhere") as found:
            scored(sample, copy, Said())
        assert str(copy) in str(found.value)


class TestClaims:
    def test_all_right(
        self, sample: Corpus, accepted: tuple[Claim, ...], sample_text: Path
    ) -> None:
        found = scored(sample, sample_text, Said(claims=accepted))
        for what in ("claims", "claims with speaker", STRICT):
            assert score(found, what) == (14, 14, 14, 14)
        assert not [one for one in found.differences if one.what == "claim"]

    def test_each_level_asks_for_more(
        self, sample: Corpus, accepted: tuple[Claim, ...], sample_text: Path
    ) -> None:
        other_voice = replace(accepted[1], asserted_by="o-verbytska")
        other_stance = replace(accepted[2], stance="hedges")
        elsewhere = replace(accepted[3], passages=(9,))
        claims = (accepted[0], other_voice, other_stance, elsewhere)
        found = scored(sample, sample_text, Said(claims=claims))
        assert score(found, "claims") == (14, 3, 4, 3)
        assert score(found, "claims with speaker") == (14, 2, 4, 2)
        assert score(found, STRICT) == (14, 1, 4, 1)
        notes = {one.note for one in found.differences
                 if one.what == "claim" and one.verdict == "wrong"}  # fmt: skip
        assert notes == {"the speaker differs", "stance or polarity differ", ""}

    def test_a_symmetric_relation_has_no_direction(
        self, sample: Corpus, source: Source, accepted: tuple[Claim, ...], sample_text: Path
    ) -> None:
        coded = replace(
            accepted[1], property="cooperatesWith", object="montania", status="accepted"
        )
        corpus = replace(sample, sources=(replace(source, claims=(coded,)),))
        turned = replace(coded, subject="montania", object="primoria", rule="uk-with")
        assert score(scored(corpus, sample_text, Said(claims=(turned,))), STRICT) == (1, 1, 1, 1)

    def test_a_reprint_is_as_right_and_counts_once(
        self, sample: Corpus, accepted: tuple[Claim, ...], sample_text: Path
    ) -> None:
        body = next(one for one in accepted if one.property == "bodyOf")
        first, reprint = (replace(body, passages=(n,), also=()) for n in (4, 14))
        for claims in ((first,), (reprint,), (first, reprint)):
            assert score(scored(sample, sample_text, Said(claims=claims)), STRICT) == (14, 1, 1, 1)

    def test_where_it_is_repeated_it_is_right_too(
        self, sample: Corpus, accepted: tuple[Claim, ...], sample_text: Path
    ) -> None:
        member = next(one for one in accepted if one.object == "league-of-quiet-harbours")
        twice = tuple(replace(member, passages=(n,), also=()) for n in (3, 19))
        assert score(scored(sample, sample_text, Said(claims=twice)), STRICT) == (14, 1, 2, 2)

    def test_what_was_rejected_is_wrong(
        self, sample: Corpus, source: Source, sample_text: Path
    ) -> None:
        rejected = tuple(one for one in source.claims if one.status == "rejected")
        assert score(scored(sample, sample_text, Said(claims=rejected)), "claims")[2:] == (1, 0)

    @pytest.mark.parametrize(("cut", "right"), [(0, 1), (2, 1), (-9, 0)])
    def test_an_open_name_stands_for_what_was_coded_at_its_place(
        self, sample: Corpus, source: Source, accepted: tuple[Claim, ...], sample_text: Path,
        cut: int, right: int,
    ) -> None:  # fmt: skip
        member = next(one for one in accepted if one.object == "league-of-quiet-harbours")
        place = next(one for one in source.mentions if one.entity == member.object)
        end = place.end - cut if cut >= 0 else place.start - cut
        name = Name("name-league", "league", "phrase", ((place.start, end),))
        said = Said(claims=(replace(member, object=name.id),), names=(name,))
        assert score(scored(sample, sample_text, said), STRICT) == (14, right, 1, right)

    def test_in_groups(
        self, sample: Corpus, accepted: tuple[Claim, ...], sample_text: Path
    ) -> None:
        wrong = replace(accepted[1], object="mountain-pact")
        found = scored(sample, sample_text, Said(claims=(*accepted[1:3], wrong)))
        frames = {one.what: (one.found, one.right) for one in found.by["frame"]}
        assert frames == {"uk-memberOf": (2, 1), "uk-bodyOf": (1, 1)}
        properties = {one.what: one for one in found.by["property"]}
        member = properties["memberOf"]
        assert (member.coded, member.met, member.found, member.right) == (2, 1, 2, 1)
        assert properties["hasPriority"].recall == 0
        assert sum(one.coded for one in found.by["kind"]) == 14
        assert [one.found for one in found.by["frame"]] == [2, 1]


class TestAttributions:
    def test_a_voice_in_its_passage(self, sample: Corpus, sample_text: Path) -> None:
        right = Attribution("o-verbytska", 300, 370, 300, 323, "verb")
        wrong = Attribution("coastal-observers", 371, 408, 371, 380, "on-the-view")
        found = scored(sample, sample_text, Said(attributions=(right, wrong)))
        assert score(found, "attributions") == (2, 1, 2, 1)
        listed = [(one.verdict, one.said, one.passage) for one in found.differences
                  if one.what == "attribution"]  # fmt: skip
        assert listed == [("missed", "coastal-observers", 7), ("wrong", "coastal-observers", 9)]

    def test_nothing_coded_nothing_judged(self, sample: Corpus, sample_text: Path) -> None:
        heading = Attribution("o-verbytska", 181, 199, 181, 185, "verb")
        found = scored(sample, sample_text, Said(attributions=(heading,)))
        assert score(found, "attributions") == (2, 0, 0, 0)
        assert found.unjudged == 1

    def test_the_speaker_of_a_claim_counts(
        self, sample: Corpus, accepted: tuple[Claim, ...], sample_text: Path
    ) -> None:
        found = scored(sample, sample_text, Said(claims=accepted))
        assert score(found, "attributions") == (2, 2, 2, 2)


class TestTexts:
    def test_the_author_speaks_elsewhere(self, sample: Corpus, sample_text: Path) -> None:
        reader = Said()
        scored(sample, sample_text, reader)
        assert reader.authors == ["article-author"]

    def test_an_article_without_its_text(self, sample: Corpus, sample_text: Path) -> None:
        with pytest.raises(ArticleError, match="no text of other-2020 was given"):
            evaluate(sample, [sample_text], ["other-2020"], reader=Said())

    def test_another_text(self, sample: Corpus, tmp_path: Path) -> None:
        path = tmp_path / "other.txt"
        path.write_text("Зовсім інший текст. І ще речення.", encoding="utf-8")
        with pytest.raises(QuotationNotFound):
            evaluate(sample, [path], reader=Said())

    def test_the_order_of_what_was_found_makes_no_difference(
        self, sample: Corpus, accepted: tuple[Claim, ...], source: Source, sample_text: Path
    ) -> None:
        there = scored(sample, sample_text, Said(source.mentions[:9], claims=accepted[:9]))
        back = scored(
            sample, sample_text, Said(source.mentions[:9][::-1], claims=accepted[:9][::-1])
        )
        assert there == back


class TestScore:
    COUNT = st.integers(0, 50)

    @given(COUNT, COUNT, COUNT, COUNT)
    def test_shares_lie_in_their_intervals(self, a: int, b: int, c: int, d: int) -> None:
        one = Score("x", coded=a + b, met=a, found=c + d, right=c)
        values = one.values()
        assert tuple(values) == SCORE_COLUMNS
        for name in ("precision", "recall"):
            if values[name] is not None:
                assert 0 <= values[f"{name}_low"] <= values[name] <= values[f"{name}_high"] <= 1
        if one.f1 is not None and one.precision is not None and one.recall is not None:
            assert min(one.precision, one.recall) - 1e-9 <= one.f1
            assert one.f1 <= max(one.precision, one.recall) + 1e-9

    def test_known_values(self) -> None:
        one = Score("x", coded=10, met=6, found=8, right=6)
        assert one.precision == 0.75
        assert one.recall == 0.6
        assert one.f1 == pytest.approx(2 / 3)
        assert Score("x").f1 is None


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, source: Source, accepted: tuple[Claim, ...]) -> None:
    """A reader in the place of the real one: the command is what is tested."""
    said = Said(source.mentions[:30], claims=(*accepted[:7], replace(accepted[8], rank=None)))
    module = SimpleNamespace(Reader=lambda _: said)
    monkeypatch.setitem(sys.modules, "fpgraph.reading.reader", module)


def run(*arguments: str | Path) -> tuple[int, str, str]:
    runner = CliRunner()
    with runner.isolation() as (out, err, _):
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        sys.stdout.flush()
        said = out.getvalue().decode(), err.getvalue().decode()
    assert isinstance(ended.value.code, int)
    return ended.value.code, *said


@pytest.mark.usefixtures("machine")
class TestCommand:
    def call(self, folder: Path, text: Path, *more: str) -> str:
        code, said, problem = run("evaluate", "--graph", folder, "--article", text, *more)
        assert code == 0, problem
        return said

    def test_a_table(self, sample_folder: Path, sample_text: Path) -> None:
        lines = self.call(sample_folder, sample_text, SOURCE).splitlines()
        assert lines[0].split() == ["what", "coded", "found", "right", "precision", "recall", "F1"]
        (mentions,) = [line for line in lines if line.startswith("mentions  ")]
        assert mentions.split() == ["mentions", "37", "30", "30", "100.0%", "(88.6–100.0)",
                                    "81.1%", "(65.8–90.5)", "89.6%"]  # fmt: skip

    def test_csv_and_json(self, sample_folder: Path, sample_text: Path) -> None:
        rows = list(
            csv.DictReader(StringIO(self.call(sample_folder, sample_text, "--format", "csv")))
        )
        assert tuple(rows[0]) == SCORE_COLUMNS
        found: list[dict[str, Any]] = json.loads(
            self.call(sample_folder, sample_text, "--format", "json")
        )
        assert [row["what"] for row in rows] == [one["what"] for one in found]
        assert found[-1] == {"what": STRICT, "coded": 14, "found": 8, "right": 8, "met": 8,
                             "precision": 1.0, "precision_low": 0.6756, "precision_high": 1.0,
                             "recall": 0.5714, "recall_low": 0.3259, "recall_high": 0.7862,
                             "f1": 0.7273}  # fmt: skip

    def test_by_frame(self, sample_folder: Path, sample_text: Path) -> None:
        said = self.call(sample_folder, sample_text, "--by", "frame")
        assert "uk-memberOf" in said
        assert "claims" not in said

    def test_what_was_missed(self, sample_folder: Path, sample_text: Path) -> None:
        said = self.call(sample_folder, sample_text, "--show", "missed")
        assert "Хибно думати, що фестиваль «Сім маяків» унеможливлює безпеку портів." in said
        assert "seven-lighthouses-festival precludes port-security" in said

    def test_two_runs_are_the_same(self, sample_folder: Path, sample_text: Path) -> None:
        once = self.call(sample_folder, sample_text, "--show", "missed", "--format", "csv")
        assert once == self.call(sample_folder, sample_text, "--show", "missed", "--format", "csv")

    def test_no_such_text(self, sample_folder: Path, tmp_path: Path) -> None:
        code, said, problem = run(
            "evaluate", "--graph", sample_folder, "--article", tmp_path / "none.txt"
        )
        assert (code, said) == (2, "")
        assert problem.startswith(f"fpgraph: {tmp_path / 'none.txt'}: ")


def test_places_are_those_of_the_stored_file(sample: Corpus, sample_text: Path) -> None:
    text = read_article(sample_text, SOURCE).text
    found = scored(sample, sample_text, Said())
    first = next(one for one in found.differences if one.said == "lake-doctrine")
    assert text[first.start : first.end].replace("\n", " ") == "озерну доктрину"
