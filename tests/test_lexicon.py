"""Forms of names: declension, spelling, and the compiled lexicon."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpgraph.kept import cache_folder
from fpgraph.lexicon import lexicon as module
from fpgraph.lexicon.english import spellings
from fpgraph.lexicon.inflection import (
    head_phrases,
    is_adjective,
    is_ordinary,
    phrase_forms,
    plural_forms,
)
from fpgraph.lexicon.lexicon import Lexicon, compile_lexicon, key
from fpgraph.lexicon.personal import person_forms
from fpgraph.lexicon.spelling import blanked, spelled, squeezed
from fpgraph.model import Entity


@pytest.fixture(autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = tmp_path_factory.getbasetemp() / "lexicons"
    monkeypatch.setenv("FPGRAPH_CACHE", str(shared))


OWN = {
    "harbour-league": Entity(
        "harbour-league", "InternationalOrganisation", "Harbour League", "Ліга гаваней"
    ),
    "russia": Entity("russia", "State", "Russia", "Росія"),
    "guam": Entity("guam", "InternationalOrganisation", "GUAM", "ГУАМ"),
    "oman": Entity("oman", "Person", "Walter Oman", "Вальтер Оман"),
    "power": Entity("power", "Concept", "power", "влада"),
    "quiet-policy": Entity("quiet-policy", "PolicyCourse", "quiet policy", "тиха політика"),
}


@pytest.mark.parametrize(
    ("label", "forms"),
    [
        ("Рада Європи", ["Ради Європи", "Раді Європи", "Раду Європи", "Радою Європи"]),
        ("зовнішня політика Данії", ["зовнішньої політики Данії", "зовнішній політиці Данії"]),
        ("Рух неприєднання", ["Руху неприєднання", "Рухом неприєднання", "Русі неприєднання"]),
        ("нові суб’єкти", ["нових суб'єктів", "новими суб'єктами"]),
        ("усі країни", ["усіх країн", "усім країнам", "усіма країнами"]),
        ("нові сусіди-держави", ["нових сусідів-держав", "новими сусідами-державами"]),
        ("мир та безпека", ["миру та безпеки", "миром та безпекою"]),
        ("міжнародний порядок денний", ["міжнародного порядку денного"]),
        ("1990-ті роки", ["1990-х років", "1990-х роках"]),
        ("XXI століття", ["XXI столітті", "XXI століттям"]),
        ("ГУАМ", ["ГУАМу", "ГУАМом"]),
        ("Сполучені Штати", ["Сполучених Штатів", "Сполученими Штатами"]),
        ("перша за часом група знаті", ["першої за часом групи знаті"]),
        ("44-денна війна", ["44-денної війни", "44-денну війну"]),
        ("Комітет Міністрів", ["Комітету Міністрів", "Комітеті Міністрів"]),
    ],
)
def test_phrases_are_declined(label: str, forms: list[str]) -> None:
    found = phrase_forms(label)
    assert label.replace("’", "'") in found
    assert set(forms) <= set(found)


def test_cases_are_the_possible_ones() -> None:
    found = phrase_forms("велика держава")
    assert found["великої держави"] == {"gen"}
    assert found["великою державою"] == {"ins"}
    assert found["великій державі"] == {"dat", "loc"}
    assert phrase_forms("Кавказ")["Кавказ"] == {"nom", "acc"}


def test_no_form_of_another_word() -> None:
    assert "рад Європи" not in phrase_forms("Рада Європи")
    assert "Радом Європи" not in phrase_forms("Рада Європи")
    assert "сучасними політика" not in phrase_forms("сучасна політика")


def test_indeclinable_and_unparsed_labels_keep_one_form() -> None:
    assert set(phrase_forms("НАТО")) == {"НАТО"}
    assert set(phrase_forms("хто владар, той і суддя")) == {"хто владар, той і суддя"}


@pytest.mark.parametrize(
    ("label", "forms"),
    [
        ("Р. Фрідман", ["Р. Фрідмана", "Р. Фрідманом"]),
        ("Г. А. Алієв", ["Г. А. Алієвим", "Г. А. Алієва"]),
        ("Ангела Меркель", ["Ангели Меркель", "Ангелою Меркель"]),
        ("Володимир Зеленський", ["Володимира Зеленського", "Володимиром Зеленським"]),
        ("Кеннет Волтц", ["Кеннета Волтца", "Кеннетом Волтцом"]),
        ("Барак Обама", ["Барака Обами", "Бараком Обамою"]),
        ("Леонід Кучма", ["Леоніда Кучми"]),
        ("Гельмут Коль", ["Гельмута Коля", "Гельмутом Колем"]),
        ("Мішель Фуко", ["Мішеля Фуко"]),
    ],
)
def test_persons_are_declined(label: str, forms: list[str]) -> None:
    assert set(forms) <= set(person_forms(label))


def test_a_woman_with_a_surname_on_a_consonant() -> None:
    assert not any(form.endswith("Меркеля") for form in person_forms("Ангела Меркель"))


def test_the_other_number() -> None:
    assert "кольорової революції" in plural_forms("кольорові революції")
    assert "ядерних держав" in plural_forms("ядерна держава")
    assert plural_forms("НАТО") == {}


def test_what_a_label_is_a_kind_of() -> None:
    kinds = head_phrases("сучасна зовнішня політика Данії")
    assert {"зовнішня політика данії", "зовнішня політика", "політика"} <= kinds
    assert "данії" not in kinds
    assert "незалежність" not in head_phrases("збереження незалежності")


def test_qualities_and_ordinary_words() -> None:
    assert is_adjective("успішний")
    assert is_adjective("багаті")
    assert not is_adjective("успішність")
    assert is_ordinary("Перу", "Перу")
    assert is_ordinary("Того", "Того")
    assert not is_ordinary("Польщі", "Польща")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("modernisation of defence", "modernization of defense"),
        ("centre of power", "centers of power"),
        ("multi-vector diplomacy", "multivector diplomacy"),
        ("policy of small states", "policy of the small states"),
        ("balance of power", "Balance of Power"),
    ],
)
def test_english_spellings(label: str, expected: str) -> None:
    assert expected in spellings(label, concept=True)


def test_words_that_are_never_spelled_with_a_z() -> None:
    assert "exercize of power" not in spellings("exercise of power", concept=True)
    assert "compromize" not in spellings("compromise", concept=True)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_blanked_keeps_the_places(text: str) -> None:
    assert len(blanked(text)) == len(text)
    shorter, places = squeezed(text)
    assert [text[at] for at in places] == list(shorter)


@given(st.text(max_size=40))
def test_key_is_stable(text: str) -> None:
    assert key(key(text)) == key(text)


def test_own_entities_swallow_background() -> None:
    lexicon = compile_lexicon(OWN)
    assert lexicon.entities["russia"] is OWN["russia"]
    for form in ("Росії", "Російської Федерації", "РФ", "Russian Federation"):
        assert [sense[0] for sense in lexicon.forms[form]] == ["russia"], form
    adjective = lexicon.forms["російської"][0]
    assert adjective[0] == "russia"
    assert adjective[1] == "adjective"
    assert adjective[4] is True


def test_another_thing_of_that_name_is_not_swallowed() -> None:
    lexicon = compile_lexicon(OWN)
    assert [sense[0] for sense in lexicon.forms["ГУАМу"]] == ["guam"]
    assert [sense[0] for sense in lexicon.forms["Гуаму"]] == ["guam-island"]
    assert lexicon.entities["oman"].type == "Person"
    assert "оманського" not in lexicon.forms


def test_forms_of_own_entities() -> None:
    lexicon = compile_lexicon(OWN)
    assert lexicon.forms["Лігою гаваней"][0][:3] == (
        "harbour-league",
        "label",
        "InternationalOrganisation",
    )
    assert "тихої політики" in lexicon.forms
    assert "Тихої політики" not in lexicon.forms
    assert "Лігою" in {word for word, _ in lexicon.firsts}


def test_ordinary_words_are_no_names() -> None:
    lexicon = compile_lexicon(OWN)
    assert "влада" not in lexicon.forms
    assert "power" not in lexicon.forms


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No background: what is compiled is little."""
    monkeypatch.setattr(module, "background_entities", dict)


@pytest.mark.usefixtures("alone")
def test_the_cache_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FPGRAPH_CACHE", str(tmp_path / "cache"))
    first = compile_lexicon(OWN)
    kept = list((tmp_path / "cache").iterdir())
    assert len(kept) == 1
    content = kept[0].read_bytes()
    again = compile_lexicon(OWN)
    assert again == first
    kept[0].write_bytes(content[: len(content) // 2])
    assert compile_lexicon(OWN) == first
    assert kept[0].read_bytes() == content
    kept[0].write_bytes(content[:40] + b"x" + content[41:])
    assert compile_lexicon(OWN) == first


@pytest.mark.usefixtures("alone")
def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("FPGRAPH_CACHE", str(blocked))
    assert "Лігою гаваней" in compile_lexicon(OWN).forms


@pytest.mark.usefixtures("alone")
def test_other_entities_are_another_lexicon() -> None:
    fewer = {"russia": OWN["russia"]}
    assert "Лігою гаваней" not in compile_lexicon(fewer).forms
    assert "Лігою гаваней" in compile_lexicon(OWN).forms


def test_where_the_cache_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FPGRAPH_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_folder() == Path("/somewhere/fpgraph")


def test_pickled() -> None:
    lexicon = compile_lexicon(OWN)
    lexicon.tree()
    copy: Lexicon = pickle.loads(pickle.dumps(lexicon))
    assert copy == lexicon
    assert copy.tree().firsts == lexicon.firsts


def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    code = (
        "from fpgraph.model import Entity\n"
        "from fpgraph.lexicon import lexicon\n"
        "few = dict(list(lexicon.background_entities().items())[:150])\n"
        "lexicon.background_entities = lambda: few\n"
        "lexicon.compile_lexicon({'a': Entity('a', 'State', 'Ruritania', 'Руританія')})\n"
    )
    contents = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed, "FPGRAPH_CACHE": str(folder)}
        subprocess.run([sys.executable, "-c", code], env=environment, check=True)
        contents.append([(path.name, path.read_bytes()) for path in folder.iterdir()])
    assert contents[0] == contents[1]


def test_the_modules_that_count_are_named() -> None:
    folder = Path(module.__file__).parent
    from fpgraph.lexicon.compiling import COMPILERS

    assert all((folder / f"{name}.py").is_file() for name in COMPILERS)


@given(st.text(alphabet="абґ’'ʼ .,–-«»\u00a0xyé№ə\n+", max_size=40))
def test_both_spellings_of_a_text_are_as_long_and_say_the_same(text: str) -> None:
    blank, raw = spelled(text)
    assert len(blank) == len(raw) == len(text)
    assert raw == blank.encode("cp1251", "replace")
    # A letter that is not among those of most texts must not change how the others are spelled.
    assert spelled(f"{text} ə")[0] == f"{blanked(f'{text} ')} ə"[: len(text)] + " ə"
