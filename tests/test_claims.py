"""Candidate claims: what the frames read in sentences of our own, and in whole articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpgraph.frames.claims import candidate_claims
from fpgraph.frames.frames import Frames, load_frames
from fpgraph.frames.shapes import person_gender
from fpgraph.frames.specimens import read_claims, specimen
from fpgraph.model import Article, Claim, Entity, Name
from fpgraph.parts import Attribution, Link
from fpgraph.reading.reader import Reader
from fpgraph.text import article_from_text

FOLDER = Path(__file__).parent / "claims"


@cache
def frames() -> Frames:
    return load_frames()


def sentences_of(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield family, sentence and claims of a file of sentences."""
    family, sentence = "", ""
    claims: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "# end"]:
        if line.startswith("    "):
            claims.append(line.strip())
            continue
        if sentence:
            yield family, sentence, claims
            sentence, claims = "", []
        if line.startswith("## "):
            family = line[3:]
        elif line and not line.startswith("#"):
            sentence = line


CASES = [
    pytest.param(path.stem[:2], sentence, claims, id=f"{path.stem}-{family}-{number}")
    for path in sorted(FOLDER.glob("*.txt"))
    for number, (family, sentence, claims) in enumerate(sentences_of(path), 1)
]


@pytest.mark.parametrize(("language", "sentence", "expected"), CASES)
def test_sentences(language: str, sentence: str, expected: list[str]) -> None:
    found = [said for _, said in read_claims(sentence, frames(), language)]
    assert sorted(found) == sorted(expected)


def read(
    marked: str, language: str = "uk", attributions: tuple[Attribution, ...] = ()
) -> tuple[Article, list[Claim], list[Name], list[Link]]:
    article, parted, links = specimen(marked, language)
    return article, *candidate_claims(
        article, parted, links, attributions, frames(), Lexicon(), "author"
    )


class Lexicon:
    """Knows two states."""

    entities: ClassVar[Mapping[str, Entity]] = {
        "Литва": Entity("Литва", "State", "Lithuania", "Литва"),
        "Грузію": Entity("Грузію", "State", "Georgia", "Грузія"),
    }


SUPPORT = "[Литва:State:nom] підтримує [Грузію:State:acc]."


def test_the_author_speaks_where_nobody_else_does() -> None:
    _, claims, _, _ = read(SUPPORT)
    assert [(claim.asserted_by, claim.reported_by) for claim in claims] == [("author", "author")]


def test_a_claim_belongs_to_the_innermost_speaker() -> None:
    end = len("Литва підтримує Грузію.")
    outer = Attribution("historian", 0, end, end, end, "cue")
    inner = Attribution("minister", 0, end - 1, end, end, "cue", "denies")
    _, claims, _, _ = read(SUPPORT, attributions=(outer, inner))
    assert [(c.asserted_by, c.reported_by, c.stance) for c in claims] == [
        ("minister", "author", "denies")
    ]


def test_what_credits_a_speaker_is_the_authors() -> None:
    cue = Attribution("historian", 0, 30, 0, 20, "cue")
    _, claims, _, _ = read(SUPPORT, attributions=(cue,))
    assert [claim.asserted_by for claim in claims] == ["author"]


def test_what_two_say_together_is_a_claim_of_each() -> None:
    spans = [Attribution(name, 0, 30, 40, 45, "cue") for name in ("poet", "historian")]
    _, claims, _, _ = read(SUPPORT, attributions=tuple(spans))
    assert sorted(claim.asserted_by for claim in claims) == ["historian", "poet"]


def test_a_repeated_statement_is_one_claim() -> None:
    _, claims, _, _ = read(f"{SUPPORT} Йшов дощ. Отже, {SUPPORT}")
    assert [(claim.passages, claim.also) for claim in claims] == [((1,), (3,))]


def test_statements_of_other_polarity_or_stance_are_others() -> None:
    _, claims, _, _ = read(
        f"{SUPPORT} [Литва:State:nom] не підтримує [Грузію:State:acc]."
        " Мабуть, [Литва:State:nom] підтримує [Грузію:State:acc]."
    )
    assert {(claim.polarity, claim.stance) for claim in claims} == {
        ("positive", "affirms"),
        ("negative", "affirms"),
        ("positive", "hedges"),
    }


def test_a_citation_at_the_end_of_a_list_covers_the_list() -> None:
    _, claims, _, _ = read(
        "Вступ.\n\nПріоритетами [Литви:State:gen] є:\n"
        "1) мир у регіоні;\n2) торгівля лісом [3, с. 7].\n"
    )
    assert [str(cite) for claim in claims for cite in claim.cites] == ["ref-3:7", "ref-3:7"]


def test_the_items_of_a_list_may_be_sentences_of_their_own() -> None:
    _, claims, names, _ = read(
        "Пріоритетами [Литви:State:gen] є:\n\n– мир у регіоні;\n\n– торгівля лісом.\n\nЙшов дощ."
    )
    assert [name.form for name in names] == ["мир у регіоні", "торгівля лісом"]
    assert len({claim.passages for claim in claims}) == 2


def test_reprints_headings_and_lists_of_works_claim_nothing() -> None:
    article, parted, links = specimen(SUPPORT, "uk")
    passage = replace(article.passages[0], duplicate_of=1)
    reprint = [replace(one, passage=passage) for one in parted]
    works = [
        replace(one, passage=replace(passage, duplicate_of=None, section="Література"))
        for one in parted
    ]
    foreign = [
        replace(one, passage=replace(passage, duplicate_of=None, language="de")) for one in parted
    ]
    for silent in (reprint, works, foreign):
        assert candidate_claims(article, silent, links, [], frames(), Lexicon(), "author")[0] == []


def test_candidates_can_be_accepted_as_they_are() -> None:
    _, (claim,), _, _ = read(SUPPORT)
    assert (claim.gloss_en, claim.gloss_uk) == (
        "Lithuania supports Georgia.",
        "Литва підтримує: Грузія.",
    )
    assert (claim.rule, claim.status) == ("uk-supports", "candidate")
    assert re.fullmatch("[0-9a-f]{12}", claim.id)


def test_glosses_say_what_is_denied_or_doubted() -> None:
    _, claims, _, _ = read(
        "[Литва:State:nom] не підтримує [Грузію:State:acc]."
        " Мабуть, [Литва:State:nom] підтримує [Грузію:State:acc]."
    )
    assert sorted(claim.gloss_en for claim in claims) == [
        "It is not the case that Lithuania supports Georgia.",
        "Possibly, Lithuania supports Georgia.",
    ]
    assert sorted(claim.gloss_uk for claim in claims) == [
        "Можливо, Литва підтримує: Грузія.",
        "Неправильно, що Литва підтримує: Грузія.",
    ]


def test_an_unknown_phrase_becomes_a_name() -> None:
    article, (claim,), (name,), (link,) = read("[Литва:State:nom] прагне спокійного моря.")
    assert claim.object == name.id == link.entity == "name-spokiinoho-moria"
    assert name.kind == "phrase"
    assert article.clean[link.start : link.end] == name.form == "спокійного моря"
    assert name.places == ((link.start, link.end),)


def test_a_pronoun_stands_for_the_subject_before_it() -> None:
    article, parted, links = specimen(
        "[Литва:State:nom] мовчить. Вона підтримує [Грузію:State:acc].", "uk"
    )
    claims, _, _ = candidate_claims(article, parted, links, [], frames(), Lexicon(), "author")
    assert [(claim.subject, claim.object) for claim in claims] == [("Литва", "Грузію")]


WORDS = st.sampled_from(
    [
        "[Литва:State:nom]",
        "[Грузію:State:acc]",
        "[мир:Goal:acc]",
        "підтримує",
        "прагне",
        "є",
        "членом",
        "не",
        ",",
        ".",
        "що",
        "яка",
        "і",
        "та",
        "на",
        "до",
        "від",
        "порт",
        "нового",
        "моря",
        "(",
        ")",
        ":",
        "–",
        "«",
        "»",
        "якщо",
        "?",
        "1)",
        "2)",
        "[3]",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=30))
def test_whatever_is_read_stands_in_the_text(words: list[str]) -> None:
    marked = " ".join(words)
    if not re.search(r"\w", marked):
        return
    article, claims, names, coined = read(marked)
    known = {"Литва", "Грузію", "мир", article.source, *(name.id for name in names)}
    numbers = {passage.number for passage in article.passages}
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert {claim.subject, claim.object} <= known
        assert claim.subject != claim.object
        assert {*claim.passages, *claim.also} <= numbers
    for link in coined:
        assert any(
            (link.start, link.end) in name.places for name in names if name.id == link.entity
        )


def test_the_same_text_gives_the_same_claims() -> None:
    marked = "\n".join(sentence for _, sentence, _ in sentences_of(FOLDER / "uk.txt"))
    assert read(marked) == read(marked)


def test_a_text_without_names_claims_nothing() -> None:
    article = article_from_text("Йшов дощ, а потім сніг. Метою прогулянки був спокій.", "walk")
    assert candidate_claims(article, (), [], [], frames(), Lexicon(), "author") == ([], [], [])


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Ангела Меркель", "femn"),
        ("Віктор Орбан", "masc"),
        ("Маргарет Тетчер", ""),
        ("Микола Азаров", ""),
        ("Гілларі Клінтон", ""),
    ],
)
def test_a_given_name_tells_the_gender_or_nothing(label: str, expected: str) -> None:
    assert person_gender(label) == expected


def test_the_gloss_calls_an_unknown_name_as_the_text_does() -> None:
    text = "Salim al-Harrasi, an Omani analyst, came to Riyadh."
    claims = Reader({}).read(article_from_text(text, "visit"), "visit-author").claims
    assert [one.gloss_en for one in claims] == ["Salim al-Harrasi is a national of Oman."]
