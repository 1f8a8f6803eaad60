"""The relation frames: notation, files, examples, and the command that lists them."""

from __future__ import annotations

import pickle
import shutil
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from fpgraph.commands.frames import command
from fpgraph.errors import OntologyError
from fpgraph.frames import forms
from fpgraph.frames.forms import NotationError, parts
from fpgraph.frames.frames import Frames, load_frames
from fpgraph.frames.specimens import faults, read_specimen
from fpgraph.resources import ontology_folder
from fpgraph.vocabulary import vocabulary

FOLDER = ontology_folder() / "frames"

#: Properties that follow from what an article is, not from its sentences.
UNSTATED = {"actsInLineWith", "cites", "takesPartIn"}

GOOD = """
language = "en"

[[frame]]
id = "en-greets"
property = "supports"
trigger = ["{greet}"]
subject = { where = "before" }
object = { where = "after", phrase = 4 }
example = "[Norway:State] greets [Sweden:State]."
claim = "Norway > Sweden"
counter = "[Norway:State] sleeps beside [Sweden:State]."
"""


@cache
def frames() -> Frames:
    return load_frames()


@pytest.mark.parametrize("name", [frame.id for frame in frames()])
def test_each_frame_reads_its_example_and_not_its_counter_example(name: str) -> None:
    frame = next(frame for frame in frames() if frame.id == name)
    assert faults(frame, frames()) == []


@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_property_that_a_text_can_state_has_a_frame(language: str) -> None:
    stated = {frame.property for frame in frames() if frame.language == language}
    assert vocabulary().properties - stated <= UNSTATED


def test_there_are_more_than_a_hundred_frames_of_either_language() -> None:
    for language in ("uk", "en"):
        assert sum(frame.language == language for frame in frames()) > 100


def test_ids_begin_with_their_language() -> None:
    assert all(frame.id.startswith(f"{frame.language}-") for frame in frames())


def words(trigger: str, language: str) -> list[set[str]]:
    return [{" ".join(form.words) for form in stretch} for stretch in parts(trigger, language)]


def test_a_verb_stands_for_its_finite_forms() -> None:
    (found,) = parts("{прагнути} до", "uk")
    assert {" ".join(form.words) for form in found if not form.mood} == {
        "прагне до", "прагнуть до", "прагнув до", "прагнула до", "прагнуло до", "прагнули до",
        "праг до", "прагла до", "прагло до", "прагли до",
    }  # fmt: skip
    (found,) = parts("{seek}", "en")
    assert {form.words[0] for form in found if not form.mood} == {"seek", "seeks", "sought"}


def test_a_verb_stands_for_forms_that_other_words_make_finite() -> None:
    (found,) = parts("{визнати}", "uk")
    moods = {form.mood: form.words[0] for form in found if form.mood != "future"}
    assert (moods["gerund"], moods["passive"]) == ("визнавши", "визнано")
    assert "визнати" in {form.words[0] for form in found if form.mood == "inf"}
    assert {"визнає", "визнають"} <= {form.words[0] for form in found if form.mood == "future"}
    (found,) = parts("{give}", "en")
    assert {form.mood: form.words[0] for form in found if form.mood} == {
        "pp": "given", "ing": "giving",
    }  # fmt: skip


def test_tags_choose_among_the_forms() -> None:
    assert words("{член:ins}", "uk") == [{"членом", "членами"}]
    assert words("{обрати:impers}", "uk") == [{"обрано"}]
    assert words("{priority:n}", "en") == [{"priority", "priorities"}]
    assert words("{pursue:pp}", "en") == [{"pursued"}]


def test_options_alternatives_and_gaps() -> None:
    assert words("в|у [цій] статті", "uk") == [
        {"в статті", "у статті", "в цій статті", "у цій статті"}
    ]
    assert words("(під час|у)", "uk") == [{"під час", "у"}]
    assert words("є … {член:ins sing}", "uk") == [{"є"}, {"членом"}]


def test_a_form_tells_number_and_gender() -> None:
    told = {form.words[0]: (form.number, form.gender) for form in parts("{вступити:past}", "uk")[0]}
    assert told["вступила"] == ("sing", "femn")
    assert told["вступили"] == ("plur", "")


@pytest.mark.parametrize(
    ("trigger", "language"),
    [
        ("{прагхнути}", "uk"), ("{член:abl}", "uk"), ("… до", "uk"), ("{seek:dative}", "en"),
        ("{seek", "en"), (" ", "en"),
    ],
)  # fmt: skip
def test_what_is_no_trigger(trigger: str, language: str) -> None:
    with pytest.raises(NotationError):
        parts(trigger, language)


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_scholar_adds_a_frame_without_programming(tmp_path: Path) -> None:
    own = load_frames(folder(tmp_path, GOOD))
    assert [frame.id for frame in own] == ["en-greets"]
    assert read_specimen("[Norway:State] never greeted [Sweden:State].", own, "en") == [
        ("en-greets", "not Norway > Sweden")
    ]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('language = "en"', 'language = "de"', "language"),
        ('language = "en"', 'language = "en"\nspeed = 3', "speed"),
        ('property = "supports"', 'property = "adores"', "property"),
        ('property = "supports"', 'property = "supports"\ncolour = "red"', "colour"),
        ('property = "supports"', 'property = "supports"\nkind = "guess"', "kind"),
        ('property = "supports"', 'property = "supports"\ngap = -1', "gap"),
        ('trigger = ["{greet}"]', "trigger = 3", "trigger"),
        ('trigger = ["{greet}"]', 'trigger = "{greet:dative}"', "trigger"),
        ('trigger = ["{greet}"]', "", "trigger"),
        ('trigger = ["{greet}"]', 'structure = "circular"', "structure"),
        ('where = "before"', 'where = "above"', "subject.where"),
        ('where = "before"', 'where = "before", type = "Dragon"', "subject.type"),
        ('where = "before"', 'where = "before", type = "Region"', "subject.type"),
        ('where = "before"', 'where = "before", case = "abl"', "subject.case"),
        ('where = "before"', 'where = "before", colour = "red"', "subject.colour"),
        ("phrase = 4", 'phrase = "long"', "phrase"),
        ('example = "[Norway:State] greets [Sweden:State]."', "", "example"),
        ('counter = "[Norway:State] sleeps beside [Sweden:State]."', "", "counter"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in GOOD
    with pytest.raises(OntologyError) as caught:
        load_frames(folder(tmp_path, GOOD.replace(old, new)))
    assert caught.value.field == field
    assert caught.value.path == tmp_path / "own.toml"


def test_a_frame_at_fault_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="en-greets"):
        load_frames(folder(tmp_path, GOOD.replace("{greet}", "{greet:dative}")))


def test_a_trigger_of_too_many_forms_is_refused(tmp_path: Path) -> None:
    maybe = " ".join(f"[{'|'.join(f'{letter}{i}' for i in range(9))}]" for letter in "abcdef")
    with pytest.raises(OntologyError, match="more than 10,000 forms") as caught:
        load_frames(folder(tmp_path, GOOD.replace("{greet}", f"{{greet}} {maybe}")))
    assert (caught.value.path, caught.value.field) == (tmp_path / "own.toml", "trigger")


def test_a_file_that_is_no_toml_and_an_id_that_stands_twice(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="TOML"):
        load_frames(folder(tmp_path, "[[frame"))
    (tmp_path / "other.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(OntologyError, match="already"):
        load_frames(folder(tmp_path, GOOD))
    with pytest.raises(OntologyError, match="folder"):
        load_frames(tmp_path / "nowhere")


def test_frames_of_speech_are_left_out(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "en-speech.toml", tmp_path)
    assert list(load_frames(tmp_path)) == []


def test_frames_survive_pickling() -> None:
    copied = pickle.loads(pickle.dumps(frames()))
    assert copied == frames()
    assert copied.keys == frames().keys


def test_kept_forms_are_the_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FPGRAPH_CACHE", str(tmp_path))
    monkeypatch.setattr(forms, "_KNOWN", {})
    first = load_frames()
    (kept,) = tmp_path.glob("frames-*")
    monkeypatch.setattr(forms, "_KNOWN", {})
    assert load_frames() == first
    kept.write_bytes(b"torn")
    monkeypatch.setattr(forms, "_KNOWN", {})
    assert load_frames() == first


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, arguments)
    return result.exit_code, result.output


def test_the_command_lists_frames_with_their_counts() -> None:
    code, output = run("--lang", "uk", "--property", "supports")
    assert code == 0
    assert "uk-supports" in output
    assert "uk-opposes" not in output


def test_the_command_shows_a_frame() -> None:
    code, output = run("uk-supports")
    assert code == 0
    assert "{підтримувати}" in output
    assert "0 accepted" in output
    assert "uk-supports-part" not in output


def test_the_command_reads_the_examples(tmp_path: Path) -> None:
    assert run("--check", "--lang", "uk")[0] == 0
    wrong = folder(tmp_path, GOOD.replace("Norway > Sweden", "Sweden > Norway"))
    code, output = run("--check", "--frames", str(wrong))
    assert code == 1
    assert "en-greets" in output


def test_the_command_knows_when_no_frame_is_meant() -> None:
    assert run("no-such-frame")[0] == 2
