"""Reading what the ontology allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from fpgraph import vocabulary as module
from fpgraph.errors import OntologyError
from fpgraph.vocabulary import prefixes, read_vocabulary, vocabulary


def test_classes_are_the_types_of_entities() -> None:
    classes = vocabulary().classes
    assert {"State", "Doctrine", "Document", "CitedWork"} <= classes
    assert classes.isdisjoint({"Entity", "Claim", "Passage", "Stance"})


def test_properties_are_neither_families_nor_inverses() -> None:
    words = vocabulary()
    assert {"memberOf", "hasPriority", "cites", "takesPartIn"} <= words.properties
    assert words.properties.isdisjoint({"relatedTo", "affiliationRelation", "hasMember"})
    assert words.properties.isdisjoint({"assertedBy", "mentions"})
    assert words.inverses["hasMember"] == "memberOf"
    assert words.families["hasMember"] == words.families["memberOf"] == "affiliationRelation"


def test_unions_are_read() -> None:
    words = vocabulary()
    assert words.domains["hasPriority"] == {"Actor", "PolicyCourse"}
    assert words.ranges["memberOf"] == {"Actor"}


def test_kinds_are_inherited() -> None:
    words = vocabulary()
    assert words.ancestors("Politician") == ("Politician", "Person", "Actor", "Entity")
    assert words.ancestors("Region") == ("Region", "Entity")


def test_labels_are_in_both_languages() -> None:
    words = vocabulary()
    assert words.label("memberOf", "uk") == "є членом"
    assert words.label("State", "en") == "state"
    assert words.label("unheardOf", "en") == "unheardOf"
    assert set(words.definitions["State"]) == {"en", "uk"}


def test_symmetric_relations_are_known() -> None:
    assert "cooperatesWith" in vocabulary().symmetric
    assert "memberOf" not in vocabulary().symmetric


def test_prefixes_are_namespaces_only() -> None:
    assert prefixes()["fp"] == "https://w3id.org/fpgraph/ontology#"
    assert "memberOf" not in prefixes()
    assert "id" not in prefixes()


def test_a_missing_ontology_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OntologyError) as caught:
        read_vocabulary(tmp_path / "nowhere.ttl")
    assert caught.value.path == tmp_path / "nowhere.ttl"


def test_a_broken_ontology_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("fp:State a owl:Class", encoding="utf-8")
    with pytest.raises(OntologyError, match="cannot be read"):
        read_vocabulary(path)


def test_a_broken_context_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "context.jsonld").write_text("{", encoding="utf-8")
    monkeypatch.setattr(module, "ontology_folder", lambda: tmp_path)
    with pytest.raises(OntologyError, match="context"):
        prefixes.__wrapped__()
