"""The mappings: well-formed SSSOM, of terms and entities that exist."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from fpgraph.model import Corpus
from fpgraph.resources import ontology_folder
from fpgraph.vocabulary import prefixes, vocabulary

TABLES = sorted((ontology_folder() / "mappings").glob("*.sssom.tsv"))
COLUMNS = [
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "comment",
]
PREDICATES = {f"skos:{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")}
OBJECTS = {
    "wikidata": r"wd:Q[1-9]\d*",
    "iso3166": r"iso3166:[A-Z]{2}",
    "plover": r"plover:[A-Z]+",
}
each_table = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)


def head(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# ") for line in lines if line.startswith("#")]


def rows(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(table, delimiter="\t"))


def test_there_are_three() -> None:
    assert {path.name.removesuffix(".sssom.tsv") for path in TABLES} == set(OBJECTS)


@each_table
def test_has_the_columns_and_no_empty_cell(path: Path) -> None:
    for row in rows(path):
        assert list(row) == COLUMNS
        assert all(row.values()), row


@each_table
def test_says_what_it_is_and_under_which_licence(path: Path) -> None:
    keys = {line.partition(":")[0] for line in head(path)}
    assert {"mapping_set_id", "mapping_set_title", "license", "curie_map"} <= keys


@each_table
def test_declares_every_prefix_as_the_context_does(path: Path) -> None:
    declared = dict(re.findall(r'^  (\w+): "(.*)"$', "\n".join(head(path)), re.MULTILINE))
    cells = ("subject_id", "predicate_id", "object_id", "mapping_justification")
    used = {row[cell].partition(":")[0] for row in rows(path) for cell in cells}
    assert set(declared) == used
    for name, iri in declared.items():
        assert prefixes().get(name, iri) == iri


@each_table
def test_subjects_exist(path: Path, real_corpus: Corpus) -> None:
    for row in rows(path):
        prefix, _, name = row["subject_id"].partition(":")
        if prefix == "fp":
            assert row["subject_label"] == vocabulary().label(name, "en")
            assert name in vocabulary().properties
        else:
            assert row["subject_label"] == real_corpus.entities[name].label_en


@each_table
def test_predicates_and_objects_have_their_form(path: Path) -> None:
    pattern = OBJECTS[path.name.removesuffix(".sssom.tsv")]
    for row in rows(path):
        assert row["predicate_id"] in PREDICATES
        assert re.fullmatch(pattern, row["object_id"])


@each_table
def test_rows_are_sorted_and_none_stands_twice(path: Path) -> None:
    keys = [(row["subject_id"], row["predicate_id"], row["object_id"]) for row in rows(path)]
    assert keys == sorted(set(keys))


def test_exact_matches_of_entities_are_the_mapped_ones(real_corpus: Corpus) -> None:
    path = ontology_folder() / "mappings" / "wikidata.sssom.tsv"
    mapped = {(row["subject_id"].removeprefix("fpid:"), row["object_id"]) for row in rows(path)}
    for entity in real_corpus.entities.values():
        for match in entity.exact_match:
            assert (entity.id, match.replace(prefixes()["wd"], "wd:")) in mapped
