from __future__ import annotations

import csv
import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpgraph.characters import fault
from fpgraph.corpus import check_corpus, load_corpus, tidy, write_corpus
from fpgraph.errors import CorpusError, DataError, LinkError
from fpgraph.model import Citation, Claim, Corpus, Entity
from fpgraph.records import ENTITY_COLUMNS, claim_id, read_entity, write_entities
from fpgraph.tables import Problems, read_table

SOURCE = "harbour-2020-1"
ENTITIES = "entities.csv"
PASSAGES = f"{SOURCE}/passages.csv"
MENTIONS = f"{SOURCE}/mentions.csv"
CLAIMS = f"{SOURCE}/claims.csv"
WORKS = f"{SOURCE}/source.json"

Row = dict[str, str]


def change(folder: Path, name: str, line: int, **cells: str) -> None:
    """Write other cells into a row of a table; the header is line 1."""
    path = folder / name
    rows = list(csv.DictReader(StringIO(path.read_text(encoding="utf-8"))))
    columns = list(rows[0])
    rows[line - 2].update(cells)
    write(path, columns, rows)


def append(folder: Path, name: str, line: int, **cells: str) -> int:
    """Copy a row to the end of its table, with other cells; return the new row's line."""
    path = folder / name
    rows = list(csv.DictReader(StringIO(path.read_text(encoding="utf-8"))))
    rows.append({**rows[line - 2], **cells})
    write(path, list(rows[0]), rows)
    return len(rows) + 1


def write(path: Path, columns: list[str], rows: list[Row]) -> None:
    stream = StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(stream.getvalue(), encoding="utf-8", newline="")


def line_of(folder: Path, name: str, **cells: str) -> int:
    """Return the line of the first row with these cells."""
    text = (folder / name).read_text(encoding="utf-8")
    for line, row in enumerate(csv.DictReader(StringIO(text)), 2):
        if all(row[column] == value for column, value in cells.items()):
            return line
    raise AssertionError(cells)


# The corpora themselves.


def test_the_sample_has_every_kind_of_claim(sample: Corpus) -> None:
    (source,) = sample.sources
    assert (len(sample.entities), len(source.passages), len(source.mentions)) == (19, 19, 37)
    claims = [claim for claim in source.claims if claim.status == "accepted"]
    assert len(claims) == 14
    assert {claim.stance for claim in claims} == {"affirms", "denies", "hedges"}
    assert {claim.polarity for claim in claims} == {"positive", "negative"}
    assert {claim.kind for claim in claims} == {"fact", "interpretation"}
    assert {claim.status for claim in source.claims} == {"accepted", "candidate", "rejected"}
    assert [claim.rank for claim in claims if claim.rank] == [1, 2]
    assert any(claim.asserted_by != source.author for claim in claims)
    assert any(passage.duplicate_of for passage in source.passages)
    assert (Citation("ref-1", "12-15"), Citation("ref-2")) in {claim.cites for claim in claims}


def test_the_sample_conforms(sample_folder: Path) -> None:
    report = check_corpus(sample_folder)
    assert report.conforms
    assert report.ran == ("corpus",)


def test_the_real_corpus_conforms() -> None:
    assert check_corpus().findings == ()


def test_the_real_corpus_is_tidy(real_corpus: Corpus) -> None:
    for name, text in write_corpus(real_corpus).items():
        assert (real_corpus.folder / name).read_text(encoding="utf-8") == text, f"tidy {name}"


def test_every_real_claim_has_its_own_id(real_corpus: Corpus) -> None:
    for source in real_corpus.sources:
        prints = {passage.number: passage.fingerprint for passage in source.passages}
        for claim in source.claims:
            said = [source.id, claim.subject, claim.property, claim.object, claim.asserted_by]
            said += [claim.reported_by, claim.stance, claim.polarity]
            said += sorted(prints[number] for number in claim.passages)
            digest = hashlib.sha256("\n".join(said).encode("utf-8")).hexdigest()
            assert claim.id == digest[:12]


def test_sources_can_be_chosen(sample_copy: Path) -> None:
    other = shutil.copytree(sample_copy / SOURCE, sample_copy / "harbour-2021-2")
    works = json.loads((other / "source.json").read_text(encoding="utf-8"))
    works[0]["id"] = "harbour-2021-2"
    (other / "source.json").write_text(json.dumps(works), encoding="utf-8")
    (other / "claims.csv").write_text(
        (other / "claims.csv").read_text(encoding="utf-8").replace(SOURCE, "harbour-2021-2"),
        encoding="utf-8",
    )
    tidy(sample_copy)
    assert [source.id for source in load_corpus(sample_copy).sources] == [SOURCE, "harbour-2021-2"]
    chosen = load_corpus(sample_copy, sources=["harbour-2021-2"])
    assert [source.id for source in chosen.sources] == ["harbour-2021-2"]
    with pytest.raises(CorpusError, match="no coded article is called 'harbour-1999-9'"):
        load_corpus(sample_copy, sources=["harbour-1999-9"])


# Every rule: what is changed, and the error that names it.

RULES: list[tuple[str, str, int, Row, type[DataError], str, str]] = [
    ("id not kebab-case", ENTITIES, 3, {"id": "Coastal Observers"}, CorpusError, "id", "hyphens"),
    ("id not ASCII", ENTITIES, 3, {"id": "оглядачі"}, CorpusError, "id", "lower-case ASCII"),
    ("id empty", ENTITIES, 3, {"id": ""}, CorpusError, "id", "the cell is empty"),
    ("type", ENTITIES, 3, {"type": "Wizard"}, LinkError, "type", "unknown class of the ontology"),
    ("type is a record", ENTITIES, 3, {"type": "Claim"}, LinkError, "type", "unknown class"),
    ("label missing", ENTITIES, 3, {"label_uk": ""}, CorpusError, "label_uk", "empty"),
    ("label padded", ENTITIES, 3, {"label_en": " x"}, CorpusError, "label_en", "space"),
    ("label bidi", ENTITIES, 3, {"label_en": "a\u202eb"}, CorpusError, "label_en", "U+202E"),
    ("label line", ENTITIES, 3, {"label_en": "a\nb"}, CorpusError, "label_en", "U+000A"),
    ("alt empty", ENTITIES, 3, {"alt_en": "a||b"}, CorpusError, "alt_en", "'' is not a label"),
    ("alt twice", ENTITIES, 3, {"alt_en": "a|b|a"}, CorpusError, "alt_en", "'a' stands twice"),
    ("broader", ENTITIES, 3, {"broader": "nothing"}, LinkError, "broader", "entity 'nothing'"),
    ("match", ENTITIES, 3, {"exact_match": "Q42"}, CorpusError, "exact_match", "IRI"),
    ("match space", ENTITIES, 3, {"exact_match": "http://a b/"}, CorpusError, "exact_match", "IRI"),
    ("number", PASSAGES, 4, {"id": "7"}, CorpusError, "id", "count from 1, expected 3"),
    ("number zero", PASSAGES, 2, {"id": "0"}, CorpusError, "id", "less than 1"),
    ("number text", PASSAGES, 4, {"id": "3.0"}, CorpusError, "id", "whole number"),
    ("number long", PASSAGES, 4, {"end": "9" * 5000}, CorpusError, "end", "whole number"),
    ("paragraph", PASSAGES, 4, {"paragraph": ""}, CorpusError, "paragraph", "empty"),
    ("language", PASSAGES, 4, {"language": "Ukrainian!"}, CorpusError, "language", "tag"),
    ("start before", PASSAGES, 4, {"start": "3"}, CorpusError, "start", "passage before ends"),
    ("end first", PASSAGES, 4, {"end": "5"}, CorpusError, "end", "not after the start"),
    ("negative", PASSAGES, 4, {"start": "-1"}, CorpusError, "start", "whole number"),
    ("print", PASSAGES, 4, {"fingerprint": "12xy"}, CorpusError, "fingerprint", "hexadecimal"),
    ("reprint later", PASSAGES, 4, {"duplicate_of": "9"}, CorpusError, "duplicate_of", "earlier"),
    ("reprint self", PASSAGES, 4, {"duplicate_of": "3"}, CorpusError, "duplicate_of", "earlier"),
    ("cite", PASSAGES, 4, {"cites": "ref-9"}, LinkError, "cites", "unknown work 'ref-9'"),
    ("cite form", PASSAGES, 4, {"cites": "[9]"}, CorpusError, "cites", "such as ref-19"),
    ("mention of", MENTIONS, 4, {"entity": "nobody"}, LinkError, "entity", "unknown entity"),
    ("mention end", MENTIONS, 4, {"end": "1"}, CorpusError, "end", "not after the start"),
    ("mention gap", MENTIONS, 4, {"end": "9000"}, CorpusError, "start", "within a passage"),
    ("subject", CLAIMS, 3, {"subject": "nobody"}, LinkError, "subject", "unknown entity or work"),
    ("object", CLAIMS, 3, {"object": ""}, CorpusError, "object", "empty"),
    ("property", CLAIMS, 3, {"property": "likes"}, LinkError, "property", "'likes'"),
    ("family", CLAIMS, 3, {"property": "policyRelation"}, LinkError, "property", "unknown"),
    ("inverse", CLAIMS, 3, {"property": "hasMember"}, LinkError, "property", "unknown"),
    ("rank", CLAIMS, 3, {"rank": "first"}, CorpusError, "rank", "whole number"),
    ("rank zero", CLAIMS, 3, {"rank": "0"}, CorpusError, "rank", "less than 1"),
    ("speaker", CLAIMS, 3, {"asserted_by": "ref-1"}, LinkError, "asserted_by", "unknown entity"),
    ("relayer", CLAIMS, 3, {"reported_by": ""}, CorpusError, "reported_by", "empty"),
    ("stance", CLAIMS, 3, {"stance": "doubts"}, CorpusError, "stance", "affirms, denies, hedges"),
    ("polarity", CLAIMS, 3, {"polarity": "no"}, CorpusError, "polarity", "positive, negative"),
    ("kind", CLAIMS, 3, {"kind": "opinion"}, CorpusError, "kind", "fact, interpretation"),
    (
        "status",
        CLAIMS,
        3,
        {"status": "new"},
        CorpusError,
        "status",
        "candidate, accepted, rejected",
    ),
    ("no passage", CLAIMS, 3, {"passages": ""}, CorpusError, "passages", "names no passage"),
    ("passage", CLAIMS, 3, {"passages": "400"}, LinkError, "passages", "unknown passage '400'"),
    ("passage twice", CLAIMS, 3, {"passages": "3|3"}, CorpusError, "passages", "stands twice"),
    ("also", CLAIMS, 3, {"also": "400"}, LinkError, "also", "unknown passage '400'"),
    ("also said", CLAIMS, 3, {"also": "3"}, CorpusError, "also", "passage 3 stands in passages"),
    ("claim cites", CLAIMS, 3, {"cites": "ref-9:1"}, LinkError, "cites", "unknown work 'ref-9'"),
    ("gloss en", CLAIMS, 3, {"gloss_en": ""}, CorpusError, "gloss_en", "both languages"),
    ("gloss uk", CLAIMS, 3, {"gloss_uk": ""}, CorpusError, "gloss_uk", "both languages"),
    ("rule", CLAIMS, 3, {"rule": ""}, CorpusError, "rule", "empty"),
    ("claim id", CLAIMS, 3, {"id": "0123456789ab"}, CorpusError, "id", "`fpgraph tidy` writes"),
    ("claim without id", CLAIMS, 3, {"id": ""}, CorpusError, "id", "the id is missing"),
    ("other content", CLAIMS, 3, {"stance": "hedges"}, CorpusError, "id", "match the content"),
]


@pytest.mark.parametrize(
    ("name", "line", "cells", "error", "field", "problem"),
    [rule[1:] for rule in RULES],
    ids=[rule[0] for rule in RULES],
)
def test_rules(
    name: str,
    line: int,
    cells: Row,
    error: type[DataError],
    field: str,
    problem: str,
    sample_copy: Path,
) -> None:
    change(sample_copy, name, line, **cells)
    with pytest.raises(DataError) as caught:
        load_corpus(sample_copy)
    fault = caught.value
    assert type(fault) is error
    assert (fault.path, fault.row, fault.field) == (sample_copy / name, line, field)
    assert problem in fault.problem
    assert "\n" not in str(fault)
    findings = check_corpus(sample_copy).findings
    assert f"{sample_copy / name}, row {line}, field {field}" in {found.focus for found in findings}


def test_two_rows_with_one_id(sample_copy: Path) -> None:
    line = append(sample_copy, ENTITIES, 3)
    with pytest.raises(CorpusError, match="stands already in row 3") as caught:
        load_corpus(sample_copy)
    assert (caught.value.row, caught.value.field) == (line, "id")


def test_the_same_claim_twice(sample_copy: Path) -> None:
    line = append(sample_copy, CLAIMS, 3, kind="interpretation")
    with pytest.raises(CorpusError, match="the same claim stands already in row 3") as caught:
        load_corpus(sample_copy)
    assert caught.value.row == line


def test_a_candidate_may_repeat_no_claim_either(sample_copy: Path) -> None:
    append(sample_copy, CLAIMS, 3, id="", status="candidate")
    with pytest.raises(CorpusError, match="the same claim stands already in row 3"):
        load_corpus(sample_copy)


def test_the_same_mention_twice(sample_copy: Path) -> None:
    append(sample_copy, MENTIONS, 3)
    with pytest.raises(CorpusError, match="the mention stands already in row 3"):
        load_corpus(sample_copy)


def test_a_circle_of_broader(sample_copy: Path) -> None:
    realism = line_of(sample_copy, ENTITIES, id="realism")
    change(sample_copy, ENTITIES, realism, broader="lighthouse-realism")
    with pytest.raises(CorpusError, match="goes in a circle: ") as caught:
        load_corpus(sample_copy)
    assert caught.value.field == "broader"
    assert len(check_corpus(sample_copy).findings) == 1


def test_an_entity_broader_than_itself(sample_copy: Path) -> None:
    line = line_of(sample_copy, ENTITIES, id="realism")
    change(sample_copy, ENTITIES, line, broader="realism")
    with pytest.raises(CorpusError, match="realism > realism"):
        load_corpus(sample_copy)


def test_a_long_chain_of_broader_is_no_circle(sample_copy: Path) -> None:
    names = [f"step-{number}" for number in range(3000)]
    with (sample_copy / ENTITIES).open("a", encoding="utf-8", newline="") as stream:
        for name, above in zip(names, [*names[1:], ""], strict=True):
            stream.write(f"{name},Concept,{name},{name},,,,,{above},\n")
    assert len(load_corpus(sample_copy).entities) == 3019


# The bibliography.


@pytest.mark.parametrize(
    ("alter", "error", "field", "problem"),
    [
        (lambda works: works[0].update(id="other"), CorpusError, "[0].id", "name of the folder"),
        (lambda works: works[0].pop("title"), CorpusError, "[0].title", "title of the article"),
        (lambda works: works[0].pop("custom"), CorpusError, "[0].custom.author-entity", "missing"),
        (lambda works: works[0].update(custom={"author-entity": "x"}), LinkError, None, "'x'"),
        (lambda works: works[2].update(id="smith"), CorpusError, "[2].id", "form ref-1"),
        (lambda works: works[2].update(id="ref-1"), CorpusError, "[2].id", "stands twice"),
        (lambda works: works[1].update(title="a\u0000b"), CorpusError, "[1].title", "U+0000"),
        (lambda works: works[1].update(title=7), CorpusError, "[1].title", "not a text"),
        (lambda works: works.clear(), CorpusError, None, "empty"),
    ],
)
def test_bibliography(
    alter: Callable[[Any], object],
    error: type[DataError],
    field: str | None,
    problem: str,
    sample_copy: Path,
) -> None:
    works = json.loads((sample_copy / WORKS).read_text(encoding="utf-8"))
    alter(works)
    (sample_copy / WORKS).write_text(json.dumps(works), encoding="utf-8")
    with pytest.raises(error) as caught:
        load_corpus(sample_copy)
    assert caught.value.path == sample_copy / WORKS
    assert problem in caught.value.problem
    assert field is None or caught.value.field == field


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[{]", "not valid JSON"),
        ("{}", "not a list of works"),
        ('["ref-1"]', "not a list of works"),
        ("[" * 100_000, "nested too deeply"),
        ("", "not valid JSON"),
    ],
)
def test_malformed_bibliography(text: str, problem: str, sample_copy: Path) -> None:
    (sample_copy / WORKS).write_text(text)
    with pytest.raises(CorpusError, match=problem):
        load_corpus(sample_copy)


# Files that no table can be read from.


def edited(edit: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(edit(path.read_bytes()))


@pytest.mark.parametrize(
    ("spoil", "row", "field", "problem"),
    [
        (lambda path: path.unlink(), None, None, "the file does not exist"),
        (edited(lambda _: b""), None, None, "the file is empty"),
        (edited(lambda _: b"\n\n"), None, None, "the file is empty"),
        (edited(lambda old: b"\xef\xbb\xbf" + old), None, None, "byte order mark"),
        (edited(lambda old: old.replace(b"\n", b"\r\n")), None, None, "carriage return"),
        (edited(lambda old: old.replace(b"hand", b"h\0nd", 1)), None, None, "NUL byte"),
        (edited(lambda old: old.replace("є".encode(), b"\xba")), None, None, "not UTF-8"),
        (edited(lambda old: old.decode().encode("utf-16")), None, None, "not UTF-8"),
        (edited(lambda old: old.replace(b",", b";")), 1, None, "separated by semicolons"),
        (edited(lambda old: old.replace(b"stance", b"attitude", 1)), 1, "attitude", "unknown"),
        (edited(lambda old: old.replace(b",stance", b"", 1)), 1, "stance", "column is missing"),
        (edited(lambda old: old.replace(b"id,", b"id,id,", 1)), 1, "id", "column stands twice"),
        (edited(lambda old: old.replace(b"id,s", b"id,note,s", 1)), 1, "note", "unknown column"),
        (
            edited(lambda old: old.replace(b"subject,property", b"property,subject", 1)),
            1,
            None,
            "columns are out of order",
        ),
        (edited(lambda old: old + b"one,two\n"), 18, None, "2 cells where 17 are expected"),
        (edited(lambda old: old + b"\n"), 18, None, "0 cells where 17 are expected"),
        (edited(lambda old: old + b'"never closed\n'), 18, None, "not valid CSV"),
    ],
)
def test_unusable_tables(
    spoil: Callable[[Path], object],
    row: int | None,
    field: str | None,
    problem: str,
    sample_copy: Path,
) -> None:
    path = sample_copy / CLAIMS
    spoil(path)
    with pytest.raises(CorpusError) as caught:
        load_corpus(sample_copy)
    assert (caught.value.path, caught.value.row, caught.value.field) == (path, row, field)
    assert problem in caught.value.problem


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="the graph folder does not exist"):
        load_corpus(tmp_path / "nowhere")
    assert len(check_corpus(tmp_path / "nowhere").findings) == 1


def test_a_folder_without_articles(sample_copy: Path) -> None:
    shutil.rmtree(sample_copy / SOURCE)
    with pytest.raises(CorpusError, match="holds no coded article"):
        load_corpus(sample_copy)


def test_rows_are_counted_by_lines_of_the_file(sample_copy: Path) -> None:
    line = line_of(sample_copy, ENTITIES, id="fish-trade")
    change(sample_copy, ENTITIES, line, definition_en="two\nlines")
    change(sample_copy, ENTITIES, line + 1, type="Wizard")
    problems = check_corpus(sample_copy).findings
    assert [finding.focus.split(", ", 1)[1] for finding in problems] == [
        f"row {line}, field definition_en",
        f"row {line + 2}, field type",
    ]


def test_every_fault_is_found_at_once(sample_copy: Path) -> None:
    change(sample_copy, ENTITIES, 3, type="Wizard", label_uk="")
    change(sample_copy, PASSAGES, 4, fingerprint="short")
    change(sample_copy, CLAIMS, 3, stance="doubts", property="likes")
    (sample_copy / MENTIONS).write_text("entity;start;end;rule\n")
    messages = "\n".join(finding.message for finding in check_corpus(sample_copy).findings)
    for part in ("Wizard", "empty", "16 hexadecimal", "doubts", "likes", "semicolons"):
        assert part in messages


# Tidy.


def test_tidy_fills_sorts_and_cleans(sample_copy: Path, sample: Corpus) -> None:
    claims = sample_copy / CLAIMS
    rows = list(csv.DictReader(StringIO(claims.read_text(encoding="utf-8"))))
    columns = list(rows[0])
    for row in rows:
        row["id"] = ""
        row["cites"] = "|".join(reversed(row["cites"].split("|")))
    write(claims, columns, list(reversed(rows)))
    claims.write_bytes(b"\xef\xbb\xbf" + claims.read_bytes().replace(b"\n", b"\r\n"))
    change(sample_copy, ENTITIES, 3, definition_en="  spaced \u200e out ", alt_en="b|a")
    changed = tidy(sample_copy)
    assert set(changed) == {claims, sample_copy / ENTITIES}
    assert tidy(sample_copy) == ()
    found = load_corpus(sample_copy)
    assert [claim for claim in found.sources[0].claims if claim.status == "accepted"] == [
        claim for claim in sample.sources[0].claims if claim.status == "accepted"
    ]
    assert all(claim.id for claim in found.sources[0].claims)
    assert found.entities["coastal-observers"].alt_en == ("a", "b")
    assert found.entities["coastal-observers"].definition_en == "spaced  out"


def test_tidy_changes_nothing_if_a_rule_is_broken(sample_copy: Path) -> None:
    change(sample_copy, CLAIMS, 3, id="", subject="nobody")
    before = (sample_copy / CLAIMS).read_bytes()
    with pytest.raises(LinkError, match="'nobody'"):
        tidy(sample_copy)
    assert (sample_copy / CLAIMS).read_bytes() == before


def test_writing_gives_the_same_bytes(sample: Corpus, sample_folder: Path) -> None:
    for name, text in write_corpus(sample).items():
        assert (sample_folder / name).read_bytes() == text.encode()


# Laws.

CELLS = st.text(st.characters(codec="utf-8"), max_size=30).filter(
    lambda text: fault(text) is None and "|" not in text
)
LABELS = CELLS.filter(bool)


@given(LABELS, LABELS, st.sets(LABELS, max_size=3), CELLS)
def test_entities_survive_their_table(
    label_en: str, label_uk: str, alt: set[str], definition: str
) -> None:
    entity = Entity("x", "State", label_en, label_uk, tuple(sorted(alt)), (), definition)
    assert read_back(write_entities([entity])) == [entity]


def read_back(text: str) -> list[Entity]:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / ENTITIES
        path.write_bytes(text.encode())
        problems = Problems()
        rows = read_table(path, ENTITY_COLUMNS, problems)
        return [read_entity(row, problems) for row in rows or ()]


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_corpus_error(content: bytes) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / ENTITIES
        path.write_bytes(content)
        problems = Problems(collect=True)
        rows = read_table(path, ENTITY_COLUMNS, problems)
        assert rows is not None or problems.found
        assert all(isinstance(problem, CorpusError) for problem in problems.found)


@given(st.sampled_from(["subject", "property", "object", "asserted_by", "reported_by"]), LABELS)
def test_the_id_follows_from_the_content(field: str, value: str) -> None:
    from fpgraph.model import Passage

    passages = {1: Passage(1, "", 1, "uk", 0, 9, "0" * 16)}
    claim = Claim("", "a", "seeks", "b", "c", "d", (1,))
    other = replace(claim, **{field: value})  # type: ignore[arg-type]
    same = claim_id("s", claim, passages) == claim_id("s", other, passages)
    assert same == (claim == other)
    assert claim_id("s", replace(claim, gloss_en="x", rank=2, also=(1,)), passages) == claim_id(
        "s", claim, passages
    )


def test_an_unreadable_folder(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not stop root, who may run the tests; the refusal is the same.
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(CorpusError, match="cannot be read: Permission denied"):
        load_corpus(sample_copy)
