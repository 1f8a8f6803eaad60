"""The shipped entities: territories, states and the gazetteer."""

from __future__ import annotations

import csv
import re

import pytest

from fpgraph.lexicon.ambiguity import RULES, ambiguous
from fpgraph.lexicon.background import background_entities, gazetteer
from fpgraph.lexicon.territories import foreign_names, states, territories
from fpgraph.records import KEBAB
from fpgraph.resources import ontology_folder
from fpgraph.vocabulary import vocabulary

FOLDER = ontology_folder() / "lexicon"


def test_every_entity_is_well_formed() -> None:
    classes = vocabulary().classes
    for key, entity in background_entities().items():
        assert key == entity.id
        assert KEBAB.fullmatch(key), key
        assert entity.type in classes, key
        for text in (entity.label_en, entity.label_uk):
            assert text, key
            assert text == text.strip(), key
        for text in (entity.definition_en, entity.definition_uk):
            assert text.endswith("."), key
            assert text[0].isupper(), key


def test_labels_are_in_their_script() -> None:
    latin = {"pesco", "socar", "eulex", "kfor"}
    for key, entity in background_entities().items():
        assert not re.search("[А-Яа-яІіЇїЄє]", entity.label_en), key
        assert not re.search("[А-Яа-яІіЇїЄє]", entity.definition_en), key
        # Firms and newspapers are spelled in Latin letters in Ukrainian, too.
        brand = entity.label_uk in (entity.label_en, *entity.alt_en, f"The {entity.label_en}")
        cyrillic = re.search("[А-Яа-яІіЇїЄє]", entity.label_uk)
        assert key in latin or brand or cyrillic, key
        assert re.search("[А-Яа-яІіЇїЄє]", entity.definition_uk), key
        assert not re.search("[ыэъё]", entity.definition_uk), key


def test_an_alternative_stands_once() -> None:
    for key, entity in gazetteer().items():
        english = (entity.label_en, *entity.alt_en)
        ukrainian = (entity.label_uk, *entity.alt_uk)
        assert len(set(english)) == len(english), key
        assert len(set(ukrainian)) == len(ukrainian), key
        assert not any(name.count("«") != name.count("»") for name in ukrainian), key


def test_no_label_belongs_to_two() -> None:
    for language in ("en", "uk"):
        seen: dict[str, str] = {}
        for key, entity in background_entities().items():
            label = entity.label(language)
            assert label not in seen, (label, key, seen.get(label))
            seen[label] = key


@pytest.mark.parametrize("name", ["names.csv", "states.csv"])
def test_tables_are_sorted(name: str) -> None:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        firsts = [row[0] for row in csv.reader(file)][1:]
    assert firsts == sorted(firsts)
    assert len(firsts) == len(set(firsts))


def test_states_are_states() -> None:
    found = background_entities()
    for key in ("poland", "mali", "togo", "kosovo", "united-kingdom", "north-macedonia"):
        assert found[key].type == "State"
    for key in ("guam-island", "central-asia", "africa", "greenland", "crimea", "moscow"):
        assert found[key].type == "Region"
    assert len(states()) == 197


def test_no_pseudo_territories() -> None:
    codes = {code for _, code in territories().values()}
    assert not codes & {"XA", "XB", "ZZ", "QO", "EZ", "EU", "UN"}
    assert len(codes) > 270


def test_names_of_other_languages() -> None:
    assert foreign_names("ru")["germany"] == "Германия"
    assert foreign_names("az")["georgia"] == "Gürcüstan"


def test_rules_of_ambiguous_words() -> None:
    placed = {"start", "strict", "given", "later", "direction", "theory", "short", "company"}
    assert set(RULES) == {"never", *placed}
    assert ambiguous()[("влада", "uk")] == RULES["never"]
    assert ambiguous()[("Того", "uk")] == RULES["strict"]
    used = set(ambiguous().values())
    assert used <= set(range(1 << 19))


def test_a_class_of_every_kind() -> None:
    types = {entity.type for entity in gazetteer().values()}
    wanted = {"InternationalOrganisation", "OrganisationBody", "Scholar", "Politician", "Region"}
    wanted |= {"Theory", "Concept", "Event", "Document", "Resource", "Instrument", "Goal", "Status"}
    assert wanted <= types
    assert len(gazetteer()) > 900
