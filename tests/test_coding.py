"""The writing of a reading: what comes into the folder, and what stays there."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpgraph.curation.coding import Draft, Tally, author_in, checked_id, draft, place
from fpgraph.errors import CorpusError
from fpgraph.model import Article, Claim, Mention, Name
from fpgraph.parts import Attribution, Reading
from fpgraph.records import KEBAB
from fpgraph.text import article_from_text
from fpgraph.transliteration import kebab

TEXT = (
    "Порти на півночі\n\n"
    "Приморія вступила до Ліги тихих гаваней. Як пише О. Лиман, Острівна республіка боїться"
    " морської блокади [2, с. 14]. Гавані відкриті цілий рік.\n"
)
LONGER = TEXT.replace("Гавані відкриті", "Узимку лід не заважає. Гавані відкриті")


def read(text: str = TEXT) -> tuple[Article, Draft]:
    article = article_from_text(text, "sea-1")
    at = text.index("Приморія")
    fears = text.index("Острівна")
    numbers = {article.words(one).split()[0]: one.number for one in article.passages}
    claim = Claim(
        id="",
        subject="primoria",
        property="memberOf",
        object="league",
        asserted_by="sea-1-author",
        reported_by="sea-1-author",
        passages=(numbers["Приморія"],),
        rule="membership",
    )
    fear = replace(claim, subject="name-island", property="fears", object="blockade", rule="fear")
    reading = Reading(
        article=article,
        mentions=(Mention("primoria", at, at + 8, "label"),),
        adjectives=(Mention("primoria", fears, fears + 8, "adjective"),),
        names=(Name("name-island", "Острівна республіка", "name", ((fears, fears + 19),)),),
        attributions=(Attribution("name-lyman", fears, fears + 40, fears - 17, fears - 2, "as"),),
        claims=(replace(fear, passages=(numbers["Як"],)), claim, claim),
    )
    works = [{"id": "sea-1", "type": "article-journal", "title": "Порти на півночі"}]
    works[0]["custom"] = {"author-entity": "sea-1-author"}  # type: ignore[assignment]
    return article, draft(reading, [*works, {"id": "ref-2", "type": "document"}])


def put(folder: Path, text: str = TEXT) -> Tally:
    article, made = read(text)
    return place(made, folder, lambda: article)


def test_a_new_folder_gets_every_table(tmp_path: Path) -> None:
    assert put(tmp_path) == Tally(passages=4, mentions=1, names=1, candidates=2, speakers=1)
    home = tmp_path / "sea-1"
    assert sorted(path.name for path in home.iterdir()) == [
        "adjectives.csv", "attributions.csv", "claims.csv", "mentions.csv",
        "names.csv", "passages.csv", "source.json",
    ]  # fmt: skip
    claims = (home / "claims.csv").read_text(encoding="utf-8").splitlines()
    assert len(claims) == 3  # what is proposed twice stands once
    assert all(line.endswith(",candidate") for line in claims[1:])
    voices = (home / "attributions.csv").read_text(encoding="utf-8").splitlines()
    assert voices[0] == "speaker,start,end,cue_start,cue_end,stance,rule"
    assert voices[1].startswith("name-lyman,")


def test_the_same_reading_writes_the_same_bytes(tmp_path: Path) -> None:
    put(tmp_path / "one")
    put(tmp_path / "two")
    put(tmp_path / "two")
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "sea-1").iterdir()}
        for name in ("one", "two")
    )
    assert one == two


def test_a_draft_does_not_depend_on_the_order_of_claims() -> None:
    article, made = read()
    again = draft(Reading(article, claims=tuple(reversed(made.claims))), made.works)
    assert again.claims == made.claims


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_decided_claims_stay(tmp_path: Path) -> None:
    put(tmp_path)
    claims = tmp_path / "sea-1" / "claims.csv"
    change(claims, "membership,candidate", "membership,accepted")
    tally = put(tmp_path)
    assert tally.candidates == 1
    assert tally.notes
    assert "membership,accepted" in claims.read_text(encoding="utf-8")


def test_decided_claims_follow_their_sentences(tmp_path: Path) -> None:
    put(tmp_path)
    claims = tmp_path / "sea-1" / "claims.csv"
    change(claims, "membership,candidate", "membership,accepted")
    before = TEXT.replace("Порти на півночі\n\n", "Порти на півночі\n\nЛіто було коротке. ")
    assert put(tmp_path, before).passages == 5
    accepted = [line for line in claims.read_text(encoding="utf-8").splitlines() if "accep" in line]
    assert len(accepted) == 1
    assert ",3,," in accepted[0]


def test_mentions_set_by_hand_keep_their_passages(tmp_path: Path) -> None:
    put(tmp_path)
    home = tmp_path / "sea-1"
    change(home / "mentions.csv", ",label", ",hand")
    files = {path: path.read_bytes() for path in home.iterdir()}
    with pytest.raises(CorpusError, match="would now split into other passages"):
        put(tmp_path, LONGER)
    assert {path: path.read_bytes() for path in home.iterdir()} == files
    put(tmp_path)
    assert "hand" in (home / "mentions.csv").read_text(encoding="utf-8")


def test_one_mention_by_hand_does_not_freeze_the_rest(tmp_path: Path) -> None:
    put(tmp_path)
    mentions = tmp_path / "sea-1" / "mentions.csv"
    at = TEXT.index("Гавані")
    with mentions.open("a", encoding="utf-8") as file:
        file.write(f"harbours,{at},{at + 6},hand\n")
    change(mentions, "primoria", "something-old")
    assert put(tmp_path).mentions == 2
    rows = mentions.read_text(encoding="utf-8").splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == ["primoria", "harbours"]


def test_what_was_filled_in_stays(tmp_path: Path) -> None:
    put(tmp_path)
    home = tmp_path / "sea-1"
    works = json.loads((home / "source.json").read_text(encoding="utf-8"))
    works[0]["title"] = "Виправлена назва"
    works[0]["custom"]["author-entity"] = "lyman"
    (home / "source.json").write_text(json.dumps(works[:1]), encoding="utf-8")
    passages = (home / "passages.csv").read_text(encoding="utf-8")
    (home / "passages.csv").write_text(passages.replace(",uk,", ",uk-UA,"), encoding="utf-8")
    put(tmp_path)
    again = json.loads((home / "source.json").read_text(encoding="utf-8"))
    assert again[0] == works[0]
    assert again[1]["id"] == "ref-2"  # a passage cites it
    assert author_in(tmp_path, "sea-1") == "lyman"
    assert ",uk-UA," in (home / "passages.csv").read_text(encoding="utf-8")


def test_a_malformed_table_is_told_and_left(tmp_path: Path) -> None:
    put(tmp_path)
    claims = tmp_path / "sea-1" / "claims.csv"
    claims.write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"claims\.csv"):
        put(tmp_path)
    assert claims.read_text(encoding="utf-8") == "nonsense\n"


def test_the_author_of_a_new_article(tmp_path: Path) -> None:
    assert author_in(tmp_path, "sea-1") == "sea-1-author"


@pytest.mark.parametrize("name", ["Ä", "a b", "../up", "A-1", ""])
def test_ids_are_plain(name: str) -> None:
    with pytest.raises(CorpusError, match="is no id"):
        checked_id(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Зовнішня політика, № 2 (2024)", "zovnishnia-polityka-2-2024"),
        ("Північний_вітер", "pivnichnyi-viter"),
        ("Згода і об’єднання", "zghoda-i-obiednannia"),
        ("Юрій Ґалаґан", "yurii-galagan"),
        ("Xülasə", "xulasa"),
        ("日本", ""),
    ],
)
def test_names_become_ids(name: str, expected: str) -> None:
    assert kebab(name) == expected


@given(st.text(max_size=40))
def test_an_id_is_one_or_empty(name: str) -> None:
    found = kebab(name)
    assert not found or KEBAB.fullmatch(found)
    assert kebab(found) == found
