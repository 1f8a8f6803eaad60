"""The review: its core, its files, and the walk through it at a terminal and by a pipe."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from fpgraph import cli
from fpgraph.corpus import check_corpus, load_corpus, tidy
from fpgraph.curation.decisions import read_decisions
from fpgraph.curation.editing import FIELDS
from fpgraph.curation.review import Review
from fpgraph.errors import CorpusError
from fpgraph.model import Claim, Entity, Name
from fpgraph.records import write_claims, write_entities, write_names

SOURCE = "harbour-2020-1"
CANDIDATES = [
    ("primoria", "seeks", "port-security", (12,), "uk-seeks"),
    ("primoria", "supports", "fish-trade", (13,), "uk-supports"),
    ("montania", "opposes", "lighthouse-policy", (15,), "uk-opposes"),
    ("primoria", "cooperatesWith", "montania", (18,), "uk-seeks"),
]  # fmt: skip


@pytest.fixture
def folder(sample_copy: Path) -> Path:
    """A graph folder whose article has four candidates with glosses, and no other."""
    (source,) = load_corpus(sample_copy).sources
    claims = [claim for claim in source.claims if claim.status != "candidate"]
    for subject, name, target, passages, rule in CANDIDATES:
        said = Claim("", subject, name, target, "article-author", "article-author", passages)
        words = {
            "gloss_en": f"{subject} {name} {target}.",
            "gloss_uk": f"Про {subject} і {target}.",
        }
        claims.append(replace(said, rule=rule, **words))  # type: ignore[arg-type]
    path = sample_copy / SOURCE / "claims.csv"
    path.write_text(write_claims(claims), encoding="utf-8")
    tidy(sample_copy)
    return sample_copy


def statuses(folder: Path) -> list[str]:
    """Return what became of the candidates, in their order; "" for one that is gone."""
    (source,) = load_corpus(folder).sources
    found = {(one.subject, one.property, one.object): one.status for one in source.claims}
    return [found.get(one[:3], "") for one in CANDIDATES]


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.csv"))}


class TestCore:
    def test_candidates_come_in_the_order_of_the_text(self, folder: Path) -> None:
        review = Review(SOURCE, folder)
        seen = []
        while review.current:
            seen.append(review.current.passages[0])
            review.skip()
        assert seen == [12, 13, 15, 18]
        assert review.counts == {"accepted": 0, "rejected": 0, "edited": 0, "skipped": 4}

    def test_only_one_frame_and_only_so_many(self, folder: Path) -> None:
        assert Review(SOURCE, folder, rule="uk-seeks").left == 2
        assert Review(SOURCE, folder, rule="uk-seeks", limit=1).left == 1
        assert Review(SOURCE, folder, rule="no-such").current is None

    def test_every_decision_is_in_the_files_at_once(self, folder: Path) -> None:
        review = Review(SOURCE, folder)
        review.accept()
        assert statuses(folder) == ["accepted", "candidate", "candidate", "candidate"]
        review.reject()
        assert statuses(folder) == ["accepted", "rejected", "candidate", "candidate"]
        assert [one.outcome for one in read_decisions(folder / SOURCE)].count("accepted") == 1
        assert check_corpus(folder).conforms
        assert tidy(folder) == ()

    def test_an_edited_claim_is_accepted_and_its_proposal_remembered(self, folder: Path) -> None:
        review = Review(SOURCE, folder)
        claim = review.edit(object="fish-trade", rank="3", stance="hedges", gloss_en="Other.")
        assert (claim.status, claim.rule, claim.rank) == ("accepted", "uk-seeks", 3)
        assert statuses(folder)[0] == ""
        (edited,) = [one for one in read_decisions(folder / SOURCE) if one.outcome == "edited"]
        assert edited.arguments[:3] == ("primoria", "seeks", "port-security")
        assert edited.claim == claim.id
        assert check_corpus(folder).conforms

    def test_new_words_alone_are_no_fault_of_the_frame(self, folder: Path) -> None:
        review = Review(SOURCE, folder)
        review.edit(gloss_uk="Інші слова.", kind="fact")
        assert review.counts["accepted"] == 1
        assert not [one for one in read_decisions(folder / SOURCE) if one.outcome == "edited"]

    def test_undo_takes_back_one_after_the_other(self, folder: Path) -> None:
        before = tables(folder)
        review = Review(SOURCE, folder)
        review.accept()
        after_one = tables(folder)
        review.skip()
        review.edit(subject="primoria")
        review.reject()
        assert review.undo() is not None
        assert review.undo() is not None
        assert tables(folder) == after_one
        assert review.current is not None
        assert review.current.passages == (15,)
        review.undo()
        assert tables(folder) == before
        assert review.current.passages == (12,)
        assert review.undo() is None
        assert review.counts == {"accepted": 0, "rejected": 0, "edited": 0, "skipped": 0}

    def test_the_record_of_a_frame_grows_with_the_review(self, folder: Path) -> None:
        review = Review(SOURCE, folder)
        assert review.current is not None
        last = review.passage(18)
        claim = next(
            one
            for one in review.source.claims
            if one.passages == (last.number,) and one.rule == "uk-seeks"
        )
        assert review.record(claim) is None
        review.accept()
        assert review.record(claim) == (1, 1)
        review.undo()
        assert review.record(claim) is None

    @pytest.mark.parametrize(
        ("changes", "problem"),
        [
            ({"subject": "primora"}, "field subject: unknown entity or work 'primora'; close to"),
            ({"subject": "primora"}, "; close to it: primoria"),
            ({"object": "Рада портів"}, "close to it: port-council"),
            ({"asserted_by": "ref-1"}, "field asserted_by: unknown entity 'ref-1'"),
            ({"property": "seek"}, "close to it: seeks"),
            ({"property": "hasMember"}, "the other way round, as 'memberOf'"),
            ({"rank": "first"}, "'first' is not a rank"),
            ({"rank": "0"}, "'0' is not a rank"),
            ({"stance": "maybe"}, "known are affirms, denies, hedges"),
            ({"gloss_uk": "  "}, "a gloss in both languages"),
            ({"status": "accepted"}, "can be edited"),
            ({"property": "hasPriority", "object": "port-security"}, "says the same and is"),
        ],
    )  # fmt: skip
    def test_what_a_cell_may_not_hold_is_refused(
        self, folder: Path, changes: dict[str, str], problem: str
    ) -> None:
        before = tables(folder)
        review = Review(SOURCE, folder)
        with pytest.raises(CorpusError) as found:
            review.edit(**changes)
        assert problem in str(found.value)
        assert tables(folder) == before
        assert review.left == 4

    def test_an_accepted_claim_has_both_glosses(self, folder: Path) -> None:
        path = folder / SOURCE / "claims.csv"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Про primoria і port-security.", ""), encoding="utf-8")
        review = Review(SOURCE, folder)
        with pytest.raises(CorpusError, match="gloss_uk: an accepted claim has a gloss"):
            review.accept()
        review.edit(gloss_uk="Приморія хоче безпечних портів.")
        assert statuses(folder)[0] == "accepted"

    def test_nothing_is_written_over_another_programs_work(self, folder: Path) -> None:
        review = Review(SOURCE, folder)
        path = folder / SOURCE / "claims.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("Fish", "Fishes"), "utf-8")
        theirs = tables(folder)
        with pytest.raises(CorpusError, match="another program has written the file"):
            review.accept()
        assert tables(folder) == theirs

    def test_no_such_article(self, folder: Path) -> None:
        with pytest.raises(CorpusError, match="no coded article is called 'nothing'"):
            Review("nothing", folder)

    def test_nothing_is_left(self, folder: Path) -> None:
        review = Review(SOURCE, folder, rule="none")
        with pytest.raises(CorpusError, match="no candidate of harbour-2020-1 is left"):
            review.accept()


NAME = "name-bay-league"


@pytest.fixture
def with_name(folder: Path) -> Path:
    """The folder, where two candidates speak of a name that is no entity yet."""
    (source,) = load_corpus(folder).sources
    claims = [
        replace(one, id="", object=NAME)
        if one.passages in {(12,), (18,)} and one.status == "candidate"
        else one
        for one in source.claims
    ]
    names = [Name(NAME, "Bay League", "organisation", ((524, 538),))]
    (folder / SOURCE / "names.csv").write_text(write_names(names), encoding="utf-8")
    (folder / SOURCE / "claims.csv").write_text(write_claims(claims), encoding="utf-8")
    tidy(folder)
    return folder


def entity_in_place(folder: Path) -> None:
    """Do what accepting a name does: a row for the entity, and its id in the claims."""
    corpus = load_corpus(folder)
    new = Entity("bay-league", "InternationalOrganisation", "Bay League", "Ліга затоки")
    text = write_entities([*corpus.entities.values(), new])
    (folder / "entities.csv").write_text(text, encoding="utf-8")
    path = folder / SOURCE / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(NAME, "bay-league"), "utf-8")
    (folder / SOURCE / "names.csv").write_text(write_names([]), encoding="utf-8")
    tidy(folder)


class TestNames:
    def test_a_claim_of_an_open_name_cannot_be_accepted(self, with_name: Path) -> None:
        review = Review(SOURCE, with_name)
        assert review.current is not None
        assert review.open_names(review.current) == (NAME,)
        with pytest.raises(CorpusError, match="'name-bay-league' stands for no entity yet"):
            review.accept()
        review.reject()
        assert check_corpus(with_name).conforms

    def test_the_walk_goes_on_with_the_entity(self, with_name: Path) -> None:
        review = Review(SOURCE, with_name)
        review.skip()
        review.reject()
        review.accept_name(NAME, "bay-league", lambda: entity_in_place(with_name))
        assert review.left == 2
        review.skip()
        assert review.accept().object == "bay-league"
        assert review.current is None
        assert check_corpus(with_name).conforms

    def test_decisions_follow_the_name(self, with_name: Path) -> None:
        review = Review(SOURCE, with_name)
        review.reject()
        review.accept_name(NAME, "bay-league", lambda: entity_in_place(with_name))
        found = [one for one in read_decisions(with_name / SOURCE) if one.rule == "uk-seeks"]
        (claim,) = [one for one in review.source.claims if one.id == found[0].claim]
        assert found[0].arguments[2] == claim.object == "bay-league"
        assert claim.status == "rejected"

    def test_a_name_can_be_taken_back(self, with_name: Path) -> None:
        review = Review(SOURCE, with_name)
        before = tables(with_name)
        review.accept_name(NAME, "bay-league", lambda: entity_in_place(with_name))
        review.accept()
        review.undo()
        review.undo()
        assert tables(with_name) == before
        assert review.current is not None
        assert review.current.object == NAME


def test_a_gloss_of_the_machine_follows_the_edited_statement(folder: Path) -> None:
    review = Review(SOURCE, folder)
    assert review.current is not None
    written = review.cells.gloss(review.current, "en")
    path = folder / SOURCE / "claims.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("primoria seeks port-security.", written), encoding="utf-8")
    claim = Review(SOURCE, folder).edit(object="fish-trade")
    assert "trade in fish" in claim.gloss_en
    assert claim.gloss_uk == "Про primoria і port-security."


def run(*arguments: str | Path, given: str | None = None) -> tuple[int, str]:
    """Run the command in this process with standard input from a pipe."""
    runner = CliRunner()
    with runner.isolation(input=given) as (out, err, _):
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        sys.stdout.flush()
        said = out.getvalue().decode() + err.getvalue().decode()
    assert isinstance(ended.value.code, int)
    return ended.value.code, said


def review(folder: Path, *more: str | Path, given: str) -> str:
    code, said = run("review", SOURCE, "--graph", folder, *more, given=given)
    assert code == 0, said
    return said


class TestNamesByPipe:
    def test_an_entity_that_is_known(self, with_name: Path) -> None:
        said = review(with_name, given="a\nleague-of-quiet\nleague-of-quiet-harbours\na\nq\n")
        assert "name-bay-league is written 'Bay League', once" in said
        assert "unknown entity 'league-of-quiet'; close to it: league-of-quiet-harbours" in said
        corpus = load_corpus(with_name)
        assert "Bay League" in corpus.entities["league-of-quiet-harbours"].alt_en
        assert [one.object for one in corpus.sources[0].claims if one.rule == "uk-seeks"] == [
            "league-of-quiet-harbours",
            "league-of-quiet-harbours",
        ]
        assert corpus.sources[0].names == ()

    def test_a_new_entity(self, with_name: Path) -> None:
        cells = "primoria\n\n\n\nЛіга затоки\n\nAn invented league.\nВигадана ліга.\n"
        said = review(with_name, given=f"a\nnew\n{cells}a\nq\n")
        assert "the id 'primoria' is taken" in said
        assert "field definition_en: the cell is empty" in said
        entity = load_corpus(with_name).entities["bay-league"]
        assert entity.type == "InternationalOrganisation"
        assert (entity.label_en, entity.label_uk) == ("Bay League", "Ліга затоки")
        assert "1 accepted; still to decide in harbour-2020-1: 3" in said
        assert check_corpus(with_name).conforms

    @pytest.mark.parametrize("keys", ["a\n\nq\n", "a\nnew\n", "a\n"])
    def test_a_name_can_stay_open(self, with_name: Path, keys: str) -> None:
        before = tables(with_name)
        review(with_name, given=keys)
        assert tables(with_name) == before

    def test_undo_takes_the_name_back(self, with_name: Path) -> None:
        before = tables(with_name)
        review(with_name, given="a\nmountain-pact\na\nu\nu\nq\n")
        assert tables(with_name) == before


class TestPipe:
    def test_keys_by_line(self, folder: Path) -> None:
        said = review(folder, given="a\nreject\ns\nA\n")
        assert statuses(folder) == ["accepted", "rejected", "candidate", "accepted"]
        assert said.splitlines()[-1] == (
            "2 accepted, 1 rejected, 1 skipped; still to decide in harbour-2020-1: 1"
        )

    def test_the_end_of_the_input_is_an_end(self, folder: Path) -> None:
        review(folder, given="a\n")
        assert statuses(folder) == ["accepted", "candidate", "candidate", "candidate"]

    def test_undo_and_quit(self, folder: Path) -> None:
        said = review(folder, given="a\nr\nu\nu\nu\nr\nq\na\n")
        assert statuses(folder) == ["rejected", "candidate", "candidate", "candidate"]
        assert "nothing to undo" in said

    def test_keys_of_a_ukrainian_keyboard(self, folder: Path) -> None:
        review(folder, given="ф\nк\nі\nй\n")
        assert statuses(folder) == ["accepted", "rejected", "candidate", "candidate"]

    def test_help_and_wrong_keys(self, folder: Path) -> None:
        said = review(folder, given="?\nx\n\nq\n")
        assert said.count("leave it undecided") == 2
        assert "no key 'x'" in said
        assert statuses(folder) == ["candidate"] * 4

    def test_a_wrong_cell_is_asked_for_again(self, folder: Path) -> None:
        # subject: wrong, then right; object: changed; rank: given; the rest is kept.
        said = review(folder, given="e\nmontana\nmontania\n\nfish-trade\n2\n\n\n\n\n\n\n\ny\nq\n")
        assert "field subject: unknown entity or work 'montana'; close to it: montania" in said
        (source,) = load_corpus(folder).sources
        (claim,) = [one for one in source.claims if one.rank == 2 and one.subject == "montania"]
        assert (claim.property, claim.object, claim.status) == ("seeks", "fish-trade", "accepted")

    def test_an_edit_can_be_left(self, folder: Path) -> None:
        before = tables(folder)
        review(folder, given="e\nmontania\n" + "\n" * 9 + "n\nq\n")
        assert tables(folder) == before
        review(folder, given="e\nmontania\n")
        assert tables(folder) == before

    def test_what_is_shown(self, folder: Path, sample_text: Path) -> None:
        said = review(folder, "--article", sample_text, given="q\n")
        shown = said.split("[a]ccept")[0]
        assert "1 of 4 · passage 12 · Напрями політики" in shown
        assert "‹Приморії› є, по-перше, ‹безпека портів›, по-друге, ‹торгівля рибою›" in shown
        assert "‹Приморія› започаткувала" not in shown
        assert "Приморія започаткувала фестиваль «Сім маяків»." in shown
        assert "en  primoria seeks port-security." in shown
        assert "Приморія — прагне — безпека портів" in shown
        assert "speaker article-author: affirms, positive, interpretation" in shown
        assert "frame uk-seeks: never reviewed" in shown

    def test_without_the_text_the_place_is_shown(self, folder: Path) -> None:
        assert "characters 489 to 565 of the text" in review(folder, given="q\n")

    def test_another_copy_of_the_text(
        self, folder: Path, sample_text: Path, tmp_path: Path
    ) -> None:
        copy = tmp_path / "copy.txt"
        copy.write_text("\n\n" + sample_text.read_text(encoding="utf-8"), encoding="utf-8")
        said = review(folder, "--article", copy, given="q\n")
        assert "Пріоритетами Приморії є, по-перше, безпека портів" in said

    def test_another_text(self, folder: Path, tmp_path: Path) -> None:
        other = tmp_path / "other.txt"
        other.write_text("Зовсім інший текст. І ще речення.", encoding="utf-8")
        code, said = run("review", SOURCE, "--graph", folder, "--article", other, given="a\n")
        assert code == 2
        assert re.fullmatch(r"fpgraph: [^\n]+does not hold passage 1 [^\n]+\n", said)
        assert statuses(folder) == ["candidate"] * 4

    def test_nothing_waits(self, folder: Path) -> None:
        said = review(folder, "--rule", "none", given="")
        assert said == "no candidate of harbour-2020-1 waits for a decision\n"

    def test_no_such_article(self, folder: Path) -> None:
        code, said = run("review", "nothing", "--graph", folder, given="")
        assert (code, said) == (2, f"fpgraph: {folder}: no coded article is called 'nothing'\n")


class Terminal:
    """A review in a process of its own, at a pseudo terminal."""

    def __init__(self, folder: Path, *more: str) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fpgraph", "review", SOURCE, "--graph", str(folder), *more],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm"},
            start_new_session=True,
            # The terminal is that of the process, so that control-C reaches it.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )
        os.close(slave)
        self.said = ""

    def until(self, words: str, seconds: float = 20) -> str:
        """Return what is printed until ``words`` have been, from where the last call ended."""
        end = time.monotonic() + seconds
        while words not in self.said:
            left = end - time.monotonic()
            assert left > 0, f"no {words!r} in {self.said!r}"
            if select.select([self.master], [], [], left)[0]:
                self.said += os.read(self.master, 65536).decode(errors="replace")
        found, _, self.said = self.said.partition(words)
        return found

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def close(self) -> int:
        code = self.process.wait(20)
        os.close(self.master)
        return code


@pytest.fixture
def terminal(folder: Path) -> Iterator[Callable[..., Terminal]]:
    begun: list[Terminal] = []

    def begin(*more: str) -> Terminal:
        begun.append(Terminal(folder, *more))
        return begun[-1]

    yield begin
    for one in begun:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


class TestTerminal:
    def test_single_keys(self, folder: Path, terminal: Callable[..., Terminal]) -> None:
        screen = terminal()
        screen.until("[?]")
        screen.press("a")
        screen.until("accepted")
        screen.until("[?]")
        screen.press("к")  # r, on a Ukrainian keyboard
        screen.until("rejected")
        screen.until("[?]")
        screen.press("u")
        screen.until("taken back: rejected")
        screen.until("[?]")
        screen.press("q")
        screen.until("1 accepted; still to decide in harbour-2020-1: 3")
        assert screen.close() == 0
        assert statuses(folder) == ["accepted", "candidate", "candidate", "candidate"]

    def test_the_cells_of_an_edit(self, folder: Path, terminal: Callable[..., Terminal]) -> None:
        screen = terminal("--limit", "1")
        screen.until("[?]")
        screen.press("e")
        asked = ["subject", "property", "object", "object", *FIELDS[3:]]
        typed = ["montania", "", "nonsense", "fish-trade", "2", *[""] * 6]
        for field, cell in zip(asked, typed, strict=True):
            screen.until(f"  {field}")
            screen.press(f"{cell}\n")
        screen.until("accept it so?")
        screen.press("y\n")
        screen.until("edited and accepted")
        assert screen.close() == 0
        assert statuses(folder)[0] == ""

    def test_keys_pressed_ahead_and_arrows(
        self, folder: Path, terminal: Callable[..., Terminal]
    ) -> None:
        screen = terminal()
        screen.until("[?]")
        screen.press("rar")
        screen.until("4 of 4")
        screen.until("[?]")
        screen.press("\x1b[A")  # the letter of an arrow accepts nothing
        screen.until("no key")
        screen.until("[?]")
        screen.press("\x04")
        screen.until("1 accepted, 2 rejected; still to decide in harbour-2020-1: 1")
        assert screen.close() == 0
        assert statuses(folder) == ["rejected", "accepted", "rejected", "candidate"]

    def test_control_c_loses_nothing(self, folder: Path, terminal: Callable[..., Terminal]) -> None:
        screen = terminal()
        screen.until("[?]")
        screen.press("r")
        screen.until("rejected")
        screen.until("[?]")
        screen.press("\x03")
        screen.until("fpgraph: stopped")
        assert screen.close() == 130
        assert statuses(folder) == ["rejected", "candidate", "candidate", "candidate"]

    def test_a_kill_at_any_moment_loses_nothing(
        self, folder: Path, terminal: Callable[..., Terminal]
    ) -> None:
        # What was said to be decided is in the files, and the files are whole.
        for turn, key in enumerate("rar"):
            screen = terminal()
            screen.until("[?]")
            screen.press(key)
            if turn % 2 == 0:
                screen.until("rejected")
            else:
                screen.until("accepted")
            screen.process.send_signal(signal.SIGKILL)
            assert screen.close() == -signal.SIGKILL
            assert check_corpus(folder).conforms
        assert statuses(folder) == ["rejected", "accepted", "rejected", "candidate"]

    def test_a_kill_in_the_middle_of_writing(self, folder: Path) -> None:
        # Keys go in faster than they are taken; wherever it ends, all is whole.
        decided = 0
        for wait in (0.0, 0.002, 0.005, 0.01):
            before = statuses(folder)
            keys = subprocess.Popen(
                [sys.executable, "-m", "fpgraph", "review", SOURCE, "--graph", str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert keys.stdin is not None
            assert keys.stdout is not None
            keys.stdin.write("a\nu\n" * 200)
            keys.stdin.flush()
            while "taken back" not in keys.stdout.readline():
                pass
            time.sleep(wait)
            keys.kill()
            keys.communicate()
            assert check_corpus(folder).conforms
            after, asked = statuses(folder), before.index("candidate")  # the first still open
            assert after[:asked] + after[asked + 1 :] == before[:asked] + before[asked + 1 :]
            assert after[asked] in {"candidate", "accepted"}
            decided += 1
            review(folder, given="q\n")
        assert decided == 4


def test_a_spreadsheet_does_it_too(folder: Path) -> None:
    path = folder / SOURCE / "claims.csv"
    text = path.read_text(encoding="utf-8").replace("uk-seeks,candidate", "uk-seeks,accepted")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert run("tidy", "--graph", folder)[0] == 0
    assert statuses(folder) == ["accepted", "candidate", "candidate", "accepted"]
    code, said = run("build", "--graph", folder, "--out", folder / "out")
    assert code == 0
    assert "2 claims wait for a decision" in said
