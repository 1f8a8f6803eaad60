"""Many articles at once: naming, workers that die, the same bytes whoever reads."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner, Result

from fpgraph.batch import known_entities, read_articles
from fpgraph.commands.read import command
from fpgraph.corpus import load_corpus
from fpgraph.errors import CorpusError, DataError
from fpgraph.jobs import Job, Outcome, attempt, find_jobs, problem_of
from fpgraph.model import Entity
from fpgraph.pool import Lost, run
from fpgraph.records import write_entities
from fpgraph.transliteration import kebab

distributed: Any = import_module("distributed")

WAYS: dict[str, dict[str, Any]] = {
    "alone": {"workers": 1},
    "two workers": {"workers": 2},
    "five workers": {"workers": 5},
    "dask": {"workers": 2, "engine": "dask"},
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Own-written articles, a bad file among them."""
    folder = tmp_path_factory.mktemp("texts")
    for path in sorted((root / "tests" / "articles").glob("[acr]*.txt")):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "broken.txt").write_bytes("Слово".encode("cp1251"))
    (folder / "Лист із гавані.md").write_text("# Лист\n\nУкраїна підтримала договір.\n", "utf-8")
    return folder


def read_all(texts: Path, into: Path, **way: Any) -> list[Outcome]:
    jobs, bad = find_jobs([texts])
    assert not bad
    return list(read_articles(jobs, into, **way))


def files(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def alone(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Outcome], Path]:
    into = tmp_path_factory.mktemp("alone")
    return read_all(texts, into, **WAYS["alone"]), into


class TestReading:
    def test_each_article_has_a_folder(self, alone: tuple[list[Outcome], Path]) -> None:
        outcomes, into = alone
        good = [outcome for outcome in outcomes if not outcome.problem]
        assert "lyst-iz-havani" in {outcome.source for outcome in good}
        assert {path.name for path in into.iterdir()} == {
            "entities.csv",
            *(outcome.source for outcome in good),
        }
        assert all(outcome.tally.passages for outcome in good)

    def test_the_bad_file_is_told(self, alone: tuple[list[Outcome], Path]) -> None:
        outcomes, _ = alone
        bad = [outcome for outcome in outcomes if outcome.problem]
        assert [outcome.path.name for outcome in bad] == ["broken.txt"]
        assert "UTF-8" in bad[0].problem
        assert "broken.txt" not in bad[0].problem

    def test_the_corpus_can_be_loaded(self, alone: tuple[list[Outcome], Path]) -> None:
        outcomes, into = alone
        corpus = load_corpus(into)
        assert [source.id for source in corpus.sources] == sorted(
            outcome.source for outcome in outcomes if not outcome.problem
        )

    @pytest.mark.parametrize("way", [name for name in WAYS if name != "alone"])
    def test_whoever_reads_writes_the_same(
        self, way: str, alone: tuple[list[Outcome], Path], texts: Path, tmp_path: Path
    ) -> None:
        outcomes, into = alone
        assert read_all(texts, tmp_path, **WAYS[way]) == outcomes
        assert files(tmp_path) == files(into)

    def test_the_order_makes_no_difference(
        self, alone: tuple[list[Outcome], Path], texts: Path, tmp_path: Path
    ) -> None:
        jobs, _ = find_jobs([texts])
        list(read_articles(jobs[::-1], tmp_path, workers=2))
        assert files(tmp_path) == files(alone[1])

    def test_one_article(self, texts: Path, tmp_path: Path) -> None:
        job = Job(texts / "alliance.txt", "my-own-id")
        (outcome,) = read_articles([job], tmp_path)
        assert outcome.source == "my-own-id"
        assert (tmp_path / "my-own-id" / "claims.csv").is_file()

    def test_nothing_is_left_of_a_bad_file(self, texts: Path, tmp_path: Path) -> None:
        (outcome,) = read_articles([Job(texts / "broken.txt", "broken")], tmp_path / "new")
        assert outcome.problem
        assert not (tmp_path / "new").exists()

    def test_an_entity_and_an_article_share_no_id(self, texts: Path, tmp_path: Path) -> None:
        own = Entity("harbour-bell", "Concept", "harbour bell", "портовий дзвін")
        (tmp_path / "entities.csv").write_text(write_entities([own]), encoding="utf-8")
        (outcome,) = read_articles([Job(texts / "alliance.txt", "harbour-bell")], tmp_path)
        assert "'harbour-bell' is the id of an entity" in outcome.problem

    def test_unusable_entities_stop_all(self, texts: Path, tmp_path: Path) -> None:
        (tmp_path / "entities.csv").write_text("nonsense\n", encoding="utf-8")
        with pytest.raises(CorpusError, match=r"entities\.csv"):
            list(read_articles([Job(texts / "alliance.txt", "a-1")], tmp_path))

    def test_ids_are_checked(self, texts: Path, tmp_path: Path) -> None:
        with pytest.raises(CorpusError, match="is no id"):
            list(read_articles([Job(texts / "alliance.txt", "A b")], tmp_path))

    def test_known_entities(self, tmp_path: Path, sample_folder: Path) -> None:
        assert known_entities(tmp_path) == {}
        (tmp_path / "entities.csv").write_text(write_entities(()), encoding="utf-8")
        assert known_entities(tmp_path) == {}
        assert "primoria" in known_entities(sample_folder)


class TestNaming:
    def test_folders_are_searched(self, tmp_path: Path) -> None:
        for name in ("b.txt", "sub/A b.md", "sub/.hidden.txt", ".git/c.txt", "image.png"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("x")
        jobs, bad = find_jobs([tmp_path])
        assert jobs == [Job(tmp_path / "b.txt", "b"), Job(tmp_path / "sub" / "A b.md", "a-b")]
        assert not bad

    def test_equal_names_are_told(self, tmp_path: Path) -> None:
        paths = [tmp_path / name for name in ("one.txt", "One.md", "two.txt", "日本.txt")]
        jobs, bad = find_jobs(paths)
        assert jobs == [Job(paths[2], "two")]
        assert [outcome.path for outcome in bad] == [paths[0], paths[1], paths[3]]
        assert "'one'" in bad[0].problem
        assert "no id" in bad[2].problem

    def test_a_file_given_twice_is_read_once(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("x")
        jobs, bad = find_jobs([tmp_path, tmp_path / "a.txt"])
        assert [job.source for job in jobs] == ["a"]
        assert not bad

    def test_an_empty_folder_is_told(self, tmp_path: Path) -> None:
        jobs, bad = find_jobs([tmp_path])
        assert not jobs
        assert bad[0].problem == "the folder holds no article"


class TestProblems:
    job = Job(Path("x/a.txt"), "a")

    @pytest.mark.parametrize(
        ("error", "told"),
        [
            (DataError("holds no words", path="x/a.txt"), "holds no words"),
            (CorpusError("is bad", path="g/claims.csv"), "g/claims.csv: is bad"),
            (MemoryError(), "it needs more memory than there is"),
            (OSError(28, "No space left on device"), "No space left on device"),
            (Lost(-9), "the worker died at it (SIGKILL)"),
            (Lost(3), "the worker died at it (exit code 3)"),
            (KeyError("x"), "a fault in fpgraph, please report it (KeyError: 'x')"),
        ],
    )
    def test_they_are_told_in_a_sentence(self, error: Exception, told: str) -> None:
        assert problem_of(error, self.job) == told

    def test_an_attempt_that_fails(self) -> None:
        def work() -> object:
            raise ValueError("no")

        outcome = attempt(self.job, work)  # type: ignore[arg-type]
        assert "ValueError: no" in outcome.problem


def doubling(_: int) -> Callable[[int], tuple[int, int]]:
    """What the workers of these tests do; some numbers kill them."""
    made = os.getpid()

    def double(number: int) -> tuple[int, int]:
        if number == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 14:
            os._exit(3)
        if number == 15:
            raise ValueError("not this one")
        time.sleep(0.05 if number % 5 == 0 else 0)
        return 2 * number, made

    return double


def unmakeable() -> Callable[[int], int]:
    raise OSError("nothing to work with")


class TestPool:
    def test_results_come_in_order(self) -> None:
        found = list(run(range(12), 3, doubling, (0,)))
        assert [job for job, _ in found] == list(range(12))
        answers = [answer for _, answer in found if isinstance(answer, tuple)]
        assert [double for double, _ in answers] == [2 * job for job in range(12)]
        assert len({made for _, made in answers}) <= 3

    def test_a_worker_that_dies_harms_no_other_job(self) -> None:
        found = dict(run(range(10, 20), 2, doubling, (0,)))
        lost = {job: answer for job, answer in found.items() if isinstance(answer, Lost)}
        assert {job: answer.cause for job, answer in lost.items()} == {
            13: "SIGKILL",
            14: "exit code 3",
        }
        assert isinstance(found[15], ValueError)
        assert sum(isinstance(answer, tuple) for answer in found.values()) == 7

    def test_what_cannot_be_made_is_told_with_each_job(self) -> None:
        found = list(run(range(2), 1, unmakeable, ()))
        assert [str(answer) for _, answer in found] == ["nothing to work with"] * 2

    def test_jobs_are_taken_as_they_are_needed(self) -> None:
        taken = []

        def jobs() -> Iterator[int]:
            for number in range(1000):
                taken.append(number)
                yield number

        with closing(run(jobs(), 1, doubling, (0,))) as found:
            next(found)
        assert len(taken) < 40


INTERRUPTED = """
import sys
from pathlib import Path
from fpgraph.batch import read_articles
from fpgraph.jobs import Job
if __name__ == "__main__":
    jobs = [Job(Path(sys.argv[1]), f"a-{number}") for number in range(500)]
    try:
        for outcome in read_articles(jobs, Path(sys.argv[2]), workers=2):
            print(outcome.source, flush=True)
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


def test_ctrl_c_ends_it_cleanly(texts: Path, tmp_path: Path) -> None:
    script = tmp_path / "many.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    into = tmp_path / "into"
    call = [sys.executable, str(script), str(texts / "alliance.txt"), str(into)]
    with Popen(call, stdout=PIPE, stderr=PIPE, text=True, start_new_session=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "a-0\n"
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert out.endswith("stopped\n")
    assert not err
    written = [path for path in into.iterdir() if path.is_dir()]
    assert 1 <= len(written) < 500
    assert {len(list(path.iterdir())) for path in written} == {7}
    assert is_gone(process.pid)


def is_gone(group: int) -> bool:
    """Tell whether the processes of a group end within some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_dask_that_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, texts: Path, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    job = Job(texts / "alliance.txt", "a-1")
    with pytest.raises(DataError, match=r"pip install 'foreign-policy-graph\[dask\]'"):
        list(read_articles([job], tmp_path, engine="dask"))


def invoked(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def _drain(terminal: int, into: bytearray) -> None:
    """Read what a terminal is told until its other end is closed."""
    with suppress(OSError):
        while part := os.read(terminal, 4096):
            into += part


class TestCommand:
    def test_one_article(self, texts: Path, tmp_path: Path) -> None:
        done = invoked(texts / "alliance.txt", "--as", "a-1", "--into", tmp_path)
        assert done.exit_code == 0, done.output
        counted = r"\d+ passages?, \d+ mentions?, \d+ unknown names?, \d+ candidate claims?, "
        assert re.fullmatch(rf"a-1: {counted}\d+ speakers?\n", done.stdout)
        assert not done.stderr

    def test_what_is_decided_is_told_of(self, texts: Path, tmp_path: Path) -> None:
        arguments = (texts / "Лист із гавані.md", "--as", "a-1", "--into", tmp_path)
        invoked(*arguments)
        claims = tmp_path / "a-1" / "claims.csv"
        with claims.open("a", encoding="utf-8") as file:
            speaker = "a-1-author"
            file.write(f",ukraine,supports,ukraine,,{speaker},{speaker},affirms,positive,")
            file.write("interpretation,2,,,,,hand,accepted\n")
        again = invoked(*arguments)
        assert re.search(r"\n  .*decided", again.stdout)
        assert ",hand,accepted\n" in claims.read_text(encoding="utf-8")

    def test_a_folder(self, texts: Path, tmp_path: Path) -> None:
        done = invoked(texts, "--into", tmp_path, "--workers", 2)
        assert done.exit_code == 2
        lines = done.stdout.splitlines()
        assert [line.split(":")[0] for line in lines] == [
            kebab(path.stem) for path in sorted(texts.iterdir()) if path.name != "broken.txt"
        ]
        head, row = done.stderr.splitlines()
        assert re.split("  +", head) == ["not read", "problem"]
        assert row.startswith(str(texts / "broken.txt"))

    def test_the_bar_stays_out_of_the_answer(self, texts: Path, tmp_path: Path) -> None:
        outer, inner = os.openpty()
        call = [sys.executable, "-m", "fpgraph", "read", str(texts), "--into", str(tmp_path)]
        with Popen(call, stdout=PIPE, stderr=inner, text=True) as process:
            os.close(inner)
            terminal = Thread(target=_drain, args=(outer, drained := bytearray()))
            terminal.start()
            out, _ = process.communicate(timeout=60)
        terminal.join()
        shown = drained.decode(errors="replace")
        os.close(outer)
        assert process.returncode == 2
        assert len(out.splitlines()) == len(list(texts.iterdir())) - 1
        assert not re.search(r"\x1b|\d/\d", out)
        assert re.search(r"\d/\d", shown)

    def test_one_bad_article(self, texts: Path, tmp_path: Path) -> None:
        done = invoked(texts / "broken.txt", "--as", "b-1", "--into", tmp_path)
        assert done.exit_code == 2
        assert done.stderr.startswith(f"fpgraph: {texts / 'broken.txt'}: is not UTF-8")
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["a.txt"], "Missing option '--as'"),
            (["a.txt", "b.txt", "--as", "x-1"], "--as names one article"),
            (["a.txt", "--as", "x-1", "--scheduler", "tcp://h:1"], "--engine dask"),
            (["a.txt", "--as", "x-1", "--workers", "-1"], "--workers"),
        ],
    )
    def test_misuse_is_told(self, arguments: list[str], told: str) -> None:
        done = invoked(*arguments)
        assert done.exit_code == 2
        assert told in " ".join(done.output.split())


class TestCluster:
    def test_a_cluster_that_runs_already(
        self, texts: Path, alone: tuple[list[Outcome], Path], tmp_path: Path
    ) -> None:
        cluster = distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        )
        with cluster:
            way = {"engine": "dask", "scheduler": cluster.scheduler_address}
            assert read_all(texts, tmp_path, **way) == alone[0]
        assert files(tmp_path) == files(alone[1])

    def test_a_scheduler_that_does_not_answer(
        self, monkeypatch: pytest.MonkeyPatch, texts: Path, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("fpgraph.cluster._PATIENCE", 0.5)
        way = {"engine": "dask", "scheduler": "tcp://127.0.0.1:9"}
        with pytest.raises(DataError, match="does not answer"):
            read_all(texts, tmp_path, **way)

    def test_a_file_that_is_not_there(self, texts: Path, tmp_path: Path) -> None:
        jobs = [Job(texts / "none.txt", "a-1"), Job(texts, "a-2")]
        here = list(read_articles(jobs, tmp_path, workers=1))
        there = list(read_articles(jobs, tmp_path, workers=1, engine="dask"))
        assert here == there
        assert here[0].problem == "there is no such file"
        assert "folder" in here[1].problem
