"""The gold tables of the own-written texts are consistent, and the counting counts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import get_args

import pytest

from fpgraph.model import Claim, Entity, Mention, Name, Polarity, Stance
from fpgraph.parts import Attribution, Reading
from fpgraph.records import KEBAB
from fpgraph.text import article_from_text
from fpgraph.vocabulary import vocabulary
from gold_tables import (
    ARTICLE,
    AUTHOR,
    FIRST_SIGHT,
    GOLD,
    KINDS,
    NOTHING,
    PHRASE,
    Gold,
    gold_names,
    load_gold,
    score_attributions,
    score_claims,
    score_mentions,
)

PLACES = {name: folder for folder in (GOLD, FIRST_SIGHT) for name in gold_names(folder)}
NAMES = tuple(PLACES)


@cache
def gold(name: str) -> Gold:
    return load_gold(name, PLACES[name])


def joined(words: str) -> str:
    """Return words as they read, without the breaks of lines."""
    return " ".join(words.replace("-\n", "").split())


def test_there_are_texts_in_both_languages() -> None:
    tongues = [article_from_text(gold(name).text, name).passages[0].language for name in NAMES]
    assert len(NAMES) >= 6
    assert {"en", "uk"} <= set(tongues)


@pytest.mark.parametrize("name", NAMES)
def test_mentions(name: str) -> None:
    text = gold(name)
    places = [(one.start, one.end) for one in text.mentions]
    assert [one.start for one in text.mentions] == sorted(one.start for one in text.mentions)
    assert len(set(places)) == len(places)
    for one in text.mentions:
        assert text.text[one.start : one.end] == one.surface
        assert one.surface == one.surface.strip()
        assert one.kind in KINDS
        assert KEBAB.fullmatch(one.name), one.name
        assert one.end <= text.coded
    kinds = {(one.name, one.kind) for one in text.mentions}
    assert len(kinds) == len({one.name for one in text.mentions})


@pytest.mark.parametrize("name", NAMES)
def test_speeches(name: str) -> None:
    text = gold(name)
    assert text.speeches
    for one in text.speeches:
        assert text.text[one.start : one.end] == one.words
        assert joined(one.surface) in joined(text.text)
        assert KEBAB.fullmatch(one.speaker), one.speaker
        assert one.stance in get_args(Stance)


@pytest.mark.parametrize("name", NAMES)
def test_claims(name: str) -> None:
    text = gold(name)
    properties = vocabulary().properties
    speakers = {AUTHOR, *(one.speaker for one in text.speeches)}
    named = {one.name for one in text.mentions}
    assert 30 <= len(text.claims) <= 80
    assert len(set(text.claims)) == len(text.claims)
    for one in text.claims:
        assert one.property in properties
        assert one.stance in get_args(Stance)
        assert one.polarity in get_args(Polarity)
        assert one.speaker in speakers
        assert one.rank is None or one.property == "hasPriority"
        for words, place in ((one.subject, one.subject_place), (one.object, one.object_place)):
            if words.startswith(PHRASE):
                assert place is not None
                written = text.text[place[0] : place[1]]
                assert joined(written) == words.removeprefix(PHRASE)
            else:
                assert words in named or words == ARTICLE
            if place is not None:
                assert one.start <= place[0] < place[1] <= one.end


def perfect(text: Gold) -> tuple[Reading, dict[str, Entity]]:
    """Return the reading that holds all that the gold holds, and its entities."""
    article = article_from_text(text.text, text.name)
    entities = {one.name: Entity(one.name, "State", one.name, one.name) for one in text.mentions}
    mentions = tuple(Mention(one.name, one.start, one.end) for one in text.mentions)
    phrases: dict[str, Name] = {}
    for claim in text.claims:
        for words, place in (
            (claim.subject, claim.subject_place),
            (claim.object, claim.object_place),
        ):
            if words.startswith(PHRASE) and place is not None:
                called = f"name-{place[0]}-{place[1]}"
                phrases[called] = Name(called, words, "phrase", (place,))
    voices = tuple(
        Attribution(one.speaker, one.start, one.end, one.start, one.start, "hand", one.stance)
        for one in text.speeches
    )

    def argument(words: str, place: tuple[int, int] | None) -> str:
        if words == ARTICLE:
            return text.name
        return f"name-{place[0]}-{place[1]}" if words.startswith(PHRASE) and place else words

    claims = tuple(
        Claim(
            id="",
            subject=argument(one.subject, one.subject_place),
            property=one.property,
            object=argument(one.object, one.object_place),
            asserted_by=one.speaker,
            reported_by=AUTHOR,
            passages=tuple(
                part.number
                for part in article.passages
                if part.start < one.end and one.start < part.end
            ),
            rank=one.rank,
            stance=one.stance,  # type: ignore[arg-type]
            polarity=one.polarity,  # type: ignore[arg-type]
        )
        for one in text.claims
    )
    reading = Reading(article, mentions, (), tuple(phrases.values()), voices, claims)
    return reading, entities


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_itself_scores_full(name: str) -> None:
    text = gold(name)
    reading, entities = perfect(text)
    for score in (
        score_mentions(text, reading, entities),
        score_attributions(text, reading, entities),
        score_claims(text, reading, entities),
        score_claims(text, reading, entities, lenient=True),
    ):
        assert (score.wrong, score.missed) == ((), ())
        assert score.right == score.machine > 0
        assert score.found == score.gold > 0


def test_faults_are_counted() -> None:
    text = gold("nordic")
    reading, entities = perfect(text)
    first = reading.mentions[0]
    moved = replace(reading, mentions=(replace(first, entity="peru"), *reading.mentions[1:]))
    score = score_mentions(text, moved, entities)
    assert (score.machine - score.right, score.gold - score.right) == (1, 1)
    assert len(score.wrong) == len(score.missed) == 1
    claim = reading.claims[0]
    turned = replace(reading, claims=(replace(claim, property="opposes"), *reading.claims[1:]))
    assert score_claims(text, turned, entities).wrong
    assert not score_claims(text, turned, entities, lenient=True).wrong
    silent = replace(reading, attributions=())
    assert score_attributions(text, silent, entities).right == 0


def test_scores_add() -> None:
    text = gold("nordic")
    score = score_mentions(text, *perfect(text))
    assert score + NOTHING == score
    assert (score + score).gold == 2 * score.gold
    assert NOTHING.precision == NOTHING.recall == 1.0
