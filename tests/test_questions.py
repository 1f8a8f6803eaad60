"""The competency questions: each asks in two languages, runs, and has its stored answer."""

from __future__ import annotations

import csv
import re
import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from fpgraph.answers import Answer
from fpgraph.dataset import to_graph
from fpgraph.errors import OntologyError, QueryError
from fpgraph.model import Corpus
from fpgraph.questions import Question, find_question, headings, questions
from fpgraph.store import ask, open_store

if TYPE_CHECKING:
    from rdflib import Graph

ANSWERS = Path(__file__).parent / "answers"
QUESTIONS = questions()
#: What only several sources can answer; tests/test_sources.py asks it of two.
OF_SEVERAL = {"disagreements"}
RENEW = "if that is as it should be, run scripts/answers and commit what changed"
each = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


@pytest.fixture(scope="session")
def store() -> Store:
    return open_store()


@pytest.fixture(scope="session")
def rdflib_graph(real_corpus: Corpus) -> Graph:
    return to_graph(real_corpus)


def table(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.replace("\r\n", "\n"), newline="")))


def test_there_are_enough_and_they_are_numbered_without_a_gap() -> None:
    assert len(QUESTIONS) >= 30
    assert [question.number for question in QUESTIONS] == list(range(1, len(QUESTIONS) + 1))
    assert len({question.name for question in QUESTIONS}) == len(QUESTIONS)


@each
def test_asks_in_english_and_ukrainian(question: Question) -> None:
    assert question.text_en.endswith("?")
    assert question.text_uk.endswith("?")
    assert question.text_en.isascii()
    assert re.search("[а-яґєії]", question.text_uk)
    assert not re.search("[ыэъё]", question.text_uk)


@each
def test_stands_alone_and_switches_language(question: Question) -> None:
    text = question.asked_in("uk")
    assert '"en"' not in text
    assert text.count('"uk"') == question.sparql.count('"en"') == question.sparql.count("LANG(")
    Store().query(question.sparql)  # every prefix is declared in the file
    body = question.sparql.partition("\n\n")[2]
    for declared in re.findall(r"^PREFIX (\w+:)", question.sparql, re.MULTILINE):
        assert declared in body, f"{declared} is declared and not used"


@each
def test_every_row_names_speaker_sentence_and_claim(question: Question, store: Store) -> None:
    answer = ask(question, store=store)
    assert "ORDER BY" in question.sparql
    if "claim" in answer.variables:
        assert {"speaker", "sentence", "passage"} <= set(answer.variables)
        for row in answer:
            assert row["claim"]
            assert row["speaker"]
            assert row["sentence"]


@each
def test_has_its_stored_answer(question: Question, store: Store) -> None:
    path = ANSWERS / f"{question.id}.csv"
    assert path.is_file(), RENEW
    answer = ask(question, store=store)
    assert (len(answer) > 0) == (question.name not in OF_SEVERAL)
    assert table(answer.to_csv()) == table(path.read_text(encoding="utf-8")), RENEW


def test_no_stored_answer_is_stale() -> None:
    names = {path.stem for path in ANSWERS.iterdir()}
    assert names == {question.id for question in QUESTIONS}, RENEW


@each
def test_rdflib_gives_the_same_answer(
    question: Question, store: Store, rdflib_graph: Graph
) -> None:
    found = rdflib_graph.query(question.sparql)
    answer = ask(question, store=store)
    assert [str(name) for name in found.vars or ()] == list(answer.variables)
    rows = [
        ["" if term is None else str(term) for term in row]
        for row in found
        if isinstance(row, tuple)
    ]
    assert rows == table(answer.to_csv())[1:]


@each
def test_answers_alike_in_ukrainian(question: Question, store: Store) -> None:
    english, ukrainian = ask(question, store=store), ask(question, language="uk", store=store)
    assert ukrainian.title == question.text_uk
    assert _claims(ukrainian) == _claims(english)
    labelled = [name for name in english.variables if f'LANG(?{name}) = "en"' in question.sparql]
    for name in labelled:
        texts = {row[name] for row in ukrainian if row[name]}
        assert texts.isdisjoint(row[name] for row in english if not _is_name(row[name]))


def test_every_column_has_a_heading_in_both_languages(store: Store) -> None:
    english, ukrainian = headings("en"), headings("uk")
    assert list(english) == sorted(english) == list(ukrainian)
    columns = {name for question in QUESTIONS for name in ask(question, store=store).variables}
    assert set(english) == columns | {"words"}
    assert all(text.isascii() and text for text in english.values())
    assert all(re.search("[а-яґєії]", text) for text in ukrainian.values())


def test_headings_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys.modules[Question.__module__], "ontology_folder", lambda: tmp_path)
    with pytest.raises(OntologyError, match="headings cannot be read"):
        headings("en")


def _is_name(text: str) -> bool:
    return bool(text) and not re.search("[A-Za-z]", text)


def _claims(answer: Answer) -> list[str]:
    if "claim" not in answer.variables:
        return [str(len(answer))]
    return sorted(row["claim"] for row in answer)


@pytest.mark.parametrize(
    "wanted", ["1", "01", "001", "memberships", "MEMBERSHIPS", "01-memberships"]
)
def test_a_question_is_found(wanted: str) -> None:
    assert find_question(wanted).id == "01-memberships"


def test_a_part_of_a_name_is_enough_if_it_is_the_only_one() -> None:
    assert find_question("ranked").name == "ranked-priorities"
    with pytest.raises(
        QueryError, match=r"several questions fit: .*speakers, .*speakers-and-works"
    ):
        find_question("speaker")


def test_a_whole_name_wins_over_a_part() -> None:
    assert find_question("speakers").name == "speakers"


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("membershps", "close to it: 01-memberships"),
        ("instrumnets", "instruments"),
        ("99", "they run from 01 to"),
        ("", "close to it"),
        ("²", "close to it"),
        ("xyzzy", "close to it"),
    ],
)
def test_an_unknown_question_is_told_with_what_comes_close(wanted: str, hint: str) -> None:
    with pytest.raises(QueryError, match="there is no such question") as caught:
        find_question(wanted)
    assert hint in str(caught.value)
    assert caught.value.name == wanted


GOOD = "# en: Why?\n# uk: Чому?\n\nSELECT ?x WHERE { ?x ?y ?z }\n"


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({}, "there are no questions"),
        ({"why.rq": GOOD}, "a question is called NN-what-it-asks.rq"),
        ({"01-why.rq": GOOD, "01-how.rq": GOOD}, "01-how.rq has the same number"),
        ({"01-why.rq": "SELECT ?x WHERE { ?x ?y ?z }"}, 'row 1: the line must begin with "# en: "'),
        ({"01-why.rq": "# en: Why?\n\n"}, 'row 2: the line must begin with "# uk: "'),
        ({"01-why.rq": ""}, "row 1"),
    ],
)
def test_a_malformed_question_is_told(tmp_path: Path, files: dict[str, str], problem: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=re.escape(problem)):
        questions(tmp_path)


def test_a_question_that_is_no_sparql_is_a_fault_of_the_ontology(
    tmp_path: Path, store: Store
) -> None:
    (tmp_path / "01-why.rq").write_text("# en: Why?\n# uk: Чому?\nSELECT {", encoding="utf-8")
    with pytest.raises(OntologyError, match="line 3, column") as caught:
        ask(questions(tmp_path)[0], store=store)
    assert caught.value.path == tmp_path / "01-why.rq"
