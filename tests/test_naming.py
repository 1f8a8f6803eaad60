"""Accepting and refusing names: an alias, a new entity, nobody's; and the command for it."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from fpgraph import files
from fpgraph.commands.names import command
from fpgraph.corpus import check_corpus, load_corpus
from fpgraph.curation.decisions import DECISIONS, Decision, read_decisions, write_decisions
from fpgraph.curation.ignored import ignored_forms, without
from fpgraph.curation.namedesk import read_attributions
from fpgraph.curation.naming import accept_name, contexts, ignore_name
from fpgraph.errors import CorpusError, DataError, LinkError
from fpgraph.model import Article, Claim, Entity, Mention, Name
from fpgraph.parts import Attribution
from fpgraph.records import (
    claim_id,
    write_claims,
    write_entities,
    write_mentions,
    write_names,
    write_passages,
)
from fpgraph.tables import write_table
from fpgraph.text import article_from_text

SOURCE = "sea-2024-1"
TEXT = (
    "Про приморську політику пише Л. Горвіц. Горвіц вважає, що Приморія дотримується рівноваги. "
    "У Приморії з Горвіцем згодні не всі. Про це мовчить КЗМП.\n"
)
OWN = (
    Entity("author", "Scholar", "the author", "автор статті"),
    Entity("primoria", "State", "Primoria", "Приморія"),
    Entity("horwitz", "Scholar", "L. Horwitz", "Лев Горвіц"),
    Entity("balance", "PolicyCourse", "balance", "рівновага"),
)


def claim(subject: str, speaker: str, passage: int, **more: str) -> Claim:
    return Claim(
        id="",
        subject=subject,
        property="pursues",
        object=more.pop("object", "balance"),
        asserted_by=speaker,
        reported_by="author",
        passages=(passage,),
        gloss_en="a",
        gloss_uk="б",
        rule=more.pop("rule", "pursues-uk"),
        status=more.pop("status", "candidate"),  # type: ignore[arg-type]
    )


def places(article: Article, *words: str) -> tuple[tuple[int, int], ...]:
    found, at = [], 0
    for word in words:
        at = article.text.index(word, at)
        found.append((at, at + len(word)))
        at += len(word)
    return tuple(found)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Return a graph folder with one read article, two unknown names in it."""
    article = article_from_text(TEXT, SOURCE)
    numbers = {passage.number: passage for passage in article.passages}
    people = places(article, "Л. Горвіц", "Горвіц", "Горвіцем")
    names = [
        Name("name-l-horvits", "Л. Горвіц", "person", people, "horwitz", 85),
        Name("name-kzmp", "КЗМП", "acronym", places(article, "КЗМП")),
    ]
    claims = [
        claim("primoria", "name-l-horvits", 2),
        claim("name-kzmp", "author", 4),
        claim("primoria", "author", 2, status="accepted"),
    ]
    claims = [replace(one, id=claim_id(SOURCE, one, numbers)) for one in claims]
    start, end = people[1]
    voice = ("name-l-horvits", start, end + 40, start, end, "affirms", "says")
    work = {
        "id": SOURCE, "type": "article-journal", "title": "Море",
        "custom": {"author-entity": "author"},
    }  # fmt: skip
    home = tmp_path / SOURCE
    home.mkdir()
    columns = ("speaker", "start", "end", "cue_start", "cue_end", "stance", "rule")
    texts = {
        "source.json": json.dumps([work], ensure_ascii=False, indent=2) + "\n",
        "passages.csv": write_passages(article.passages),
        "mentions.csv": write_mentions(
            [Mention("primoria", *places(article, "Приморія")[0], "label")]
        ),
        "claims.csv": write_claims(claims),
        "names.csv": write_names(names),
        "attributions.csv": write_table(columns, [voice]),
    }
    for name, text in texts.items():
        (home / name).write_bytes(text.encode())
    (tmp_path / "entities.csv").write_bytes(write_entities(OWN).encode())
    (tmp_path / "article.txt").write_bytes(TEXT.encode())
    assert check_corpus(tmp_path).conforms
    return tmp_path


def contents(folder: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


def rows(path: Path) -> Sequence[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_name_becomes_an_alias_of_an_entity(graph: Path) -> None:
    named = accept_name(graph, SOURCE, "name-l-horvits", entity="horwitz")
    assert (named.entity, named.label, named.mentions, named.claims) == (
        "horwitz", "Л. Горвіц", 3, 1,
    )  # fmt: skip
    corpus = load_corpus(graph)
    assert check_corpus(graph).conforms
    assert corpus.entities["horwitz"].alt_uk == ("Л. Горвіц",)
    source = corpus.sources[0]
    assert [name.id for name in source.names] == ["name-kzmp"]
    found = [mention for mention in source.mentions if mention.entity == "horwitz"]
    assert [TEXT[one.start : one.end] for one in found] == ["Л. Горвіц", "Горвіц", "Горвіцем"]
    assert {mention.rule for mention in found} == {"name"}
    (said,) = [one for one in source.claims if one.asserted_by == "horwitz"]
    assert said.id == claim_id(SOURCE, said, {p.number: p for p in source.passages})
    assert "Primoria" in said.gloss_en
    assert [voice.speaker for voice in read_attributions(graph / SOURCE)] == ["horwitz"]


def test_the_form_stands_for_the_id_and_a_label_for_the_form(graph: Path) -> None:
    named = accept_name(graph, SOURCE, "Л. Горвіц", entity="horwitz", label="Левко Горвіц")
    assert named.label == "Левко Горвіц"
    assert load_corpus(graph).entities["horwitz"].alt_uk == ("Левко Горвіц",)
    named = accept_name(graph, SOURCE, "kzmp", entity="balance", label="рівновага")
    assert named.label == ""
    assert load_corpus(graph).entities["balance"].alt_uk == ()


def test_a_name_becomes_a_new_entity(graph: Path) -> None:
    new = Entity("kzmp", "InternationalOrganisation", "CMSP", "Комітет моря", ("KZMP",))
    named = accept_name(graph, SOURCE, "name-kzmp", new=new)
    corpus = load_corpus(graph)
    assert check_corpus(graph).conforms
    assert corpus.entities["kzmp"].alt_uk == ("КЗМП",)
    assert corpus.entities["kzmp"].alt_en == ("KZMP",)
    assert named.claims == 1
    assert "kzmp" in {one.subject for one in corpus.sources[0].claims}


def test_a_background_entity_gets_a_row(graph: Path) -> None:
    accept_name(graph, SOURCE, "name-kzmp", entity="european-union")
    ids = {row["id"]: row for row in rows(graph / "entities.csv")}
    assert "КЗМП" in ids["european-union"]["alt_uk"].split("|")
    assert check_corpus(graph).conforms


def test_a_candidate_that_says_what_is_said_already_falls_away(graph: Path) -> None:
    named = accept_name(graph, SOURCE, "name-l-horvits", entity="author", label="автор")
    assert (named.claims, named.dropped) == (0, 1)
    (one,) = [one for one in load_corpus(graph).sources[0].claims if one.subject == "primoria"]
    assert one.status == "accepted"


def test_decisions_are_renamed(graph: Path) -> None:
    arguments = ("primoria", "pursues", "balance", "name-l-horvits", "affirms", "positive")
    home = graph / SOURCE
    rejected = Decision(("0" * 16,), "pursues-uk", arguments, "rejected")
    (home / DECISIONS).write_bytes(write_decisions([rejected]).encode())
    accept_name(graph, SOURCE, "name-l-horvits", entity="horwitz")
    (decision,) = read_decisions(home)
    assert decision.arguments[3] == "horwitz"


@pytest.mark.parametrize(
    ("arguments", "error", "field"),
    [
        ({"name": "name-nobody", "entity": "horwitz"}, LinkError, "id"),
        ({"entity": "nobody"}, LinkError, "id"),
        ({"entity": None}, CorpusError, "entity"),
        ({"entity": "horwitz", "label": "рівновага"}, CorpusError, "alt_uk"),
        ({"entity": "horwitz", "label": "a|b"}, CorpusError, "alt_en"),
        ({"new": Entity("Bad Id", "Scholar", "X", "Х")}, CorpusError, "id"),
        ({"new": Entity("name-x", "Scholar", "X", "Х")}, CorpusError, "id"),
        ({"new": Entity("primoria", "Scholar", "X", "Х")}, CorpusError, "id"),
        ({"new": Entity(SOURCE, "Scholar", "X", "Х")}, CorpusError, "id"),
        ({"new": Entity("european-union", "Scholar", "X", "Х")}, CorpusError, "id"),
        ({"new": Entity("new", "Sailor", "X", "Х")}, LinkError, "type"),
        ({"new": Entity("new", "Scholar", "", "Х")}, CorpusError, "label_en"),
        ({"new": Entity("new", "Scholar", "Х", "Х")}, CorpusError, "label_en"),
        ({"new": Entity("new", "Scholar", "X", "X")}, CorpusError, "label_uk"),
        ({"new": Entity("new", "Scholar", "Balance", "Х")}, CorpusError, "alt_en"),
        ({"new": Entity("new", "Scholar", "X", "Х", broader=("nobody",))}, LinkError, "broader"),
    ],
)
def test_what_cannot_be_changes_nothing(
    graph: Path, arguments: dict[str, object], error: type[DataError], field: str
) -> None:
    before = contents(graph)
    asked = {"name": "name-l-horvits", **arguments}
    with pytest.raises(error) as raised:
        accept_name(graph, SOURCE, str(asked.pop("name")), **asked)  # type: ignore[arg-type]
    assert raised.value.field == field
    assert contents(graph) == before


def test_a_full_disk_changes_nothing(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(graph)
    written = []

    def fail(path: Path, content: bytes) -> Path:
        written.append(path)
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        return kept(path, content)

    kept = files._write_beside
    monkeypatch.setattr(files, "_write_beside", fail)
    with pytest.raises(DataError, match="No space left"):
        accept_name(graph, SOURCE, "name-l-horvits", entity="horwitz")
    assert contents(graph) == before


def test_an_ignored_name_is_gone_and_stays_so(graph: Path) -> None:
    named = ignore_name(graph, SOURCE, "name-kzmp")
    assert named.dropped == 1
    source = load_corpus(graph).sources[0]
    assert [name.id for name in source.names] == ["name-l-horvits"]
    assert check_corpus(graph).conforms
    assert ignored_forms(graph / SOURCE) == {"КЗМП"}
    ignore_name(graph, SOURCE, "Л. Горвіц")
    assert ignored_forms(graph / SOURCE) == {"КЗМП", "Л. Горвіц"}
    assert read_attributions(graph / SOURCE) == ()


def test_a_new_reading_leaves_out_what_is_ignored() -> None:
    names = [Name("name-a", "А", "person", ((0, 1),)), Name("name-b", "Б", "person", ((2, 3),))]
    voices = [Attribution(name, 0, 9, 0, 1, "says") for name in ("name-a", "name-b", "author")]
    claims = [claim("name-a", "author", 1), claim("x", "name-a", 1, status="rejected"),
              claim("x", "name-b", 1)]  # fmt: skip
    left = without(names, voices, claims, frozenset({"А"}))
    assert [name.id for name in left[0]] == ["name-b"]
    assert [voice.speaker for voice in left[1]] == ["name-b", "author"]
    assert left[2] == tuple(claims[1:])


def test_contexts_mark_the_name() -> None:
    text = "x" * 50 + " слово\nдруге " + "y" * 50
    start = text.index("слово")
    (shown,) = contexts(text, [(start, start + 11)])
    assert shown == f"{'x' * 39} ⟦слово друге⟧ {'y' * 39}"


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, [str(one) for one in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def test_the_command_lists_the_names_by_count(graph: Path) -> None:
    code, out = run(SOURCE, "--graph", graph)
    assert code == 0
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["id", "form", "kind", "count", "suggestion", "passages"]
    assert lines[1] == [
        "name-l-horvits", "Л.", "Горвіц", "person", "3", "horwitz", "(85)", "1", "2", "3",
    ]  # fmt: skip
    assert lines[2][:2] == ["name-kzmp", "КЗМП"]
    assert run("--graph", graph)[1].splitlines()[1].startswith(SOURCE)


def test_the_command_shows_contexts(graph: Path) -> None:
    _, out = run(SOURCE, "--graph", graph, "--article", graph / "article.txt")
    assert "Про це мовчить ⟦КЗМП⟧" in out
    (graph / "other.txt").write_text("Інший текст про інше.", encoding="utf-8")
    with pytest.raises(DataError):
        run(SOURCE, "--graph", graph, "--article", graph / "other.txt")


def test_the_command_accepts_and_ignores(graph: Path) -> None:
    code, out = run(SOURCE, "--graph", graph, "--accept", "Л. Горвіц", "--as", "horwitz")
    assert (code, out) == (
        0, "Л. Горвіц is horwitz: 3 mentions and 1 claim renamed; 'Л. Горвіц' is now a label\n",
    )  # fmt: skip
    code, out = run(SOURCE, "--graph", graph, "--ignore", "КЗМП")
    assert (code, out) == (0, "КЗМП is no name, 1 candidate of it left out\n")
    assert run(SOURCE, "--graph", graph)[1] == "no name waits for a decision\n"


def test_the_command_makes_an_entity(graph: Path) -> None:
    code, _ = run(
        SOURCE, "--graph", graph, "--accept", "name-kzmp", "--new", "InternationalOrganisation",
        "--id", "kzmp", "--label-en", "Sea Committee", "--label-uk", "Комітет моря",
    )  # fmt: skip
    assert code == 0
    assert load_corpus(graph).entities["kzmp"].label_en == "Sea Committee"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--accept", "name-kzmp", "--as", "horwitz"],
        [SOURCE, "--accept", "name-kzmp"],
        [SOURCE, "--as", "horwitz"],
        [SOURCE, "--accept", "name-kzmp", "--as", "horwitz", "--new", "State"],
        [SOURCE, "--accept", "name-kzmp", "--new", "State"],
        [SOURCE, "--accept", "name-kzmp", "--as", "horwitz", "--ignore", "name-kzmp"],
        [SOURCE, "--ignore", "name-kzmp", "--as", "horwitz"],
        ["--article", "article.txt"],
    ],
)
def test_the_command_refuses_what_makes_no_sense(graph: Path, arguments: list[str]) -> None:
    before = contents(graph)
    code, _ = run(*arguments, "--graph", graph)
    assert code == 2
    assert contents(graph) == before
