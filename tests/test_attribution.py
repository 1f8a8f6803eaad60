"""Who speaks where: texts of our own with gold, in Ukrainian and English."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpgraph.errors import OntologyError
from fpgraph.model import Entity
from fpgraph.parts import Attribution, Link, sentences
from fpgraph.speech.attribution import attributions
from fpgraph.speech.speech import Cue, load_speech
from fpgraph.text import article_from_text

FOLDER = Path(__file__).parent / "attribution"
GOLD = re.compile(r"\{([a-z0-9+-]+)>|\}")
WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    gold: frozenset[tuple[int, str]]  # places of words and who says them
    links: tuple[Link, ...]


def read_cases(path: Path) -> Iterator[Case]:
    names: dict[str, tuple[str, str, frozenset[str]]] = {}
    head, *blocks = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for line in head.splitlines():
        if line.startswith("@"):
            form, _, what = line[1:].partition("=")
            entity, kind, cases = (part.strip() for part in what.split(","))
            names[form.strip()] = (entity, kind, frozenset(cases.split()))
    for block in blocks:
        title, _, body = block.partition("\n")
        text, gold = plain(body.strip() + "\n")
        yield Case(f"{path.stem}-{title.strip()}", text, gold, tuple(linked(text, names)))


def plain(marked: str) -> tuple[str, frozenset[tuple[int, str]]]:
    """Return a text without its marks, and the words that each speaker says."""
    text, spans, at = "", [], 0
    speakers: list[str] = []
    start = 0
    for mark in GOLD.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            speakers, start = mark[1].split("+"), len(text)
        else:
            spans += [(start, len(text), speaker) for speaker in speakers]
    text += marked[at:]
    return text, frozenset(
        (word.start(), speaker)
        for start, end, speaker in spans
        for word in WORD.finditer(text, start, end)
    )


def linked(text: str, names: dict[str, tuple[str, str, frozenset[str]]]) -> list[Link]:
    found: list[Link] = []
    for form, (entity, kind, cases) in names.items():
        matches = re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE)
        found += [
            Link(entity, match.start(), match.end(), "hand", kind, cases)
            for match in matches
            if match[0][1:] == form[1:]
        ]
    return sorted(found, key=lambda link: (link.start, -link.end, link.entity))


def read(case: Case) -> tuple[list[Attribution], frozenset[tuple[int, str]], str]:
    """Return what was found, the gold at places of the running text, and that text."""
    article = article_from_text(case.text, "own")

    def place(stored: int) -> int:
        return bisect_left(article.offsets, stored)

    links = [replace(one, start=place(one.start), end=place(one.end)) for one in case.links]
    found = attributions(article, sentences(article), links)[0]
    gold = frozenset((place(at), speaker) for at, speaker in case.gold)
    return found, gold, article.clean


def heard(found: Sequence[Attribution], text: str) -> frozenset[tuple[int, str]]:
    """Return the places of words and who says them: the innermost speakers."""
    words = set()
    for word in WORD.finditer(text):
        over = [one for one in found if one.start <= word.start() < one.end]
        if over:
            least = min(one.end - one.start for one in over)
            words |= {(word.start(), o.speaker) for o in over if o.end - o.start == least}
    return frozenset(words)


CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    found, gold, text = read(case)
    told = heard(found, text)

    def show(places: frozenset[tuple[int, str]]) -> list[str]:
        return [f"{who}: {WORD.match(text, at)[0]}" for at, who in sorted(places)]  # type: ignore[index]

    assert show(told - gold) == []
    assert show(gold - told) == []


def test_precision_and_recall() -> None:
    """Counted in words over all cases; the cases themselves say where it fails."""
    right = told_in_all = gold_in_all = 0
    for case in CASES:
        found, gold, text = read(case)
        told = heard(found, text)
        right += len(told & gold)
        told_in_all += len(told)
        gold_in_all += len(gold)
    assert right >= 0.98 * told_in_all
    assert right >= 0.95 * gold_in_all


def said(text: str, *links: Link) -> list[tuple[str, str, str, str]]:
    """Return speaker, stance, cue and words of what ``attributions`` finds in a text."""
    article = article_from_text(text, "own")
    found = attributions(article, sentences(article), links)[0]
    clean = article.clean
    return [
        (
            one.speaker,
            one.stance,
            clean[one.cue_start : one.cue_end].strip(),
            clean[one.start : one.end],
        )
        for one in found
    ]


def scholar(text: str, form: str, *cases: str) -> Link:
    at = text.index(form)
    return Link("moreau", at, at + len(form), "hand", "Scholar", frozenset(cases))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Moreau denies that the bridge is safe.", "denies"),
        ("Moreau does not deny that the bridge is safe.", "affirms"),
        ("Moreau does not think that the bridge is safe.", "denies"),
        ("Moreau may argue that the bridge is safe.", "hedges"),
        ("Moreau doubts that the bridge is safe.", "hedges"),
        ("Moreau argues that the bridge is safe.", "affirms"),
        ("Moreau заперечує, що міст надійний.", "denies"),
        ("Moreau не заперечує, що міст надійний.", "affirms"),
        ("Moreau сумнівається, що міст надійний.", "hedges"),
        ("Moreau стверджує, нібито міст надійний.", "hedges"),
        ("Moreau не виключає, що міст надійний.", "hedges"),
        ("Moreau пояснює, що міст надійний.", "affirms"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    (found,) = said(text, scholar(text, "Moreau"))
    assert found[1] == stance


def test_what_stands_in_the_cue_is_the_authors() -> None:
    text = "According to Moreau, one of the founders of the school, bridges outlive walls."
    (found,) = said(text, scholar(text, "Moreau"))
    assert found == (
        "moreau",
        "affirms",
        "According to Moreau, one of the founders of the school,",
        "bridges outlive walls",
    )


def test_cue_in_the_middle_parts_what_is_said() -> None:
    text = "Мости є вічними, на думку Моро, якщо про них дбати."
    found = said(text, scholar(text, "Моро"))
    assert [words for *_, words in found] == ["Мости є вічними", "якщо про них дбати"]
    assert len({cue for _, _, cue, _ in found}) == 1


def test_a_subject_before_a_cue_says_nothing_by_itself() -> None:
    text = "Мости, на думку Моро, переживають мури."
    (found,) = said(text, scholar(text, "Моро"))
    assert found[3] == "переживають мури"


def test_weak_links_do_not_speak() -> None:
    text = "Swiss claimed that the bridge was safe."
    link = Link("switzerland", 0, 5, "hand", "State", frozenset(), weak=True)
    assert said(text, link) == []


def test_concepts_do_not_speak() -> None:
    text = "Neutrality claims that the bridge is safe."
    assert said(text, Link("neutrality", 0, 10, "hand", "Concept")) == []


def test_coined_names_are_those_that_speak() -> None:
    text = "Критики угоди вважають, що вона застаріла. Оглядачі прибули до міста."
    article = article_from_text(text, "own")
    found, names = attributions(article, sentences(article), [])
    assert [name.form for name in names] == ["критики угоди"]
    assert {one.speaker for one in found} == {names[0].id}
    assert [text[start:end] for start, end in names[0].places] == ["Критики угоди"]


def test_cases_of_a_group_yield_one_name() -> None:
    text = "На думку західних оглядачів, міст хиткий. Західні оглядачі кажуть, що річка мілка."
    article = article_from_text(text, "own")
    found, names = attributions(article, sentences(article), [])
    assert [(name.id, len(name.places)) for name in names] == [("name-zakhidni-ohliadachi", 2)]
    assert len(found) == 2


def test_followers_of_this_school_are_those_of_the_school_named_before() -> None:
    text = "Many trust functionalism. Followers of this school argue that trade makes peace."
    theory = Link("functionalism", 11, 24, "hand", "Theory")
    entities = {
        "functionalism": Entity("functionalism", "Theory", "functionalism", "функціоналізм"),
        "followers-of-functionalism": Entity(
            "followers-of-functionalism",
            "ExpertGroup",
            "followers of functionalism",
            "послідовники функціоналізму",
        ),
    }
    article = article_from_text(text, "own")
    found, names = attributions(article, sentences(article), [theory], entities)
    assert [one.speaker for one in found] == ["followers-of-functionalism"]
    assert names == []


EXAMPLE_SPEAKER = re.compile(
    r"\b(?:[Пп]ос[ло]\w*|[Рр]ечниця|Аналітик|[Дд]ослідни\w+|Історик\w*|Канцлер|[Рр]еспубліка|Моргентау"
    r"|envoy|premier|colonel|historian|economist|general|chancellor|[Rr]epublic|ministry"
    r"|Morgenthau)\b"
)


@pytest.mark.parametrize("cue", load_speech().cues, ids=lambda cue: cue.id)
def test_the_example_of_a_cue_is_credited_to_it(cue: Cue) -> None:
    kind = "State" if "epublic" in cue.example or "еспубліка" in cue.example else "Scholar"
    article = article_from_text(cue.example, "own")
    links = [
        Link("somebody", found.start(), found.end(), "hand", kind)
        for found in EXAMPLE_SPEAKER.finditer(article.clean)
    ]
    found = attributions(article, sentences(article), links)[0]
    assert any(one.rule.startswith(cue.id) for one in found), cue.example


SHOUT = """
language = "en"

[[cue]]
id = "x"
kind = "shout"
stance = "affirms"
example = "X."

[cue.forms]
"x" = "xs"
"""


def test_speech_files_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "xx-speech.toml"
    with pytest.raises(OntologyError, match="no file"):
        load_speech(tmp_path)
    for content, problem in [
        ("language = ", "TOML"),
        ('language = "fr"', "language"),
        ('language = "en"\n[[cue]]\nid = "x"', "has none"),
        (SHOUT, "unknown kind"),
    ]:
        path.write_text(content, encoding="utf-8")
        load_speech.cache_clear()
        with pytest.raises(OntologyError, match=problem):
            load_speech(tmp_path)


TOKENS = (
    "Moreau argues that “ ” « » , . : ; — – ( ) [1] said Моро вважає що як на думку according to"
    " he they який who Критики experts 'İ не not"
)
words = st.sampled_from([*TOKENS.split(), "\n\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(words, min_size=1, max_size=40).map(" ".join))
def test_any_text_is_read_and_stretches_lie_within_it(text: str) -> None:
    article = article_from_text("A. " + text, "own")
    links = [
        Link("moreau", match.start(), match.end(), "hand", "Scholar")
        for match in re.finditer("Moreau|Моро", article.clean)
    ]
    found, names = attributions(article, sentences(article), links)
    assert found == attributions(article, sentences(article), links)[0]
    for one in found:
        assert 0 <= one.start < one.end <= len(article.clean)
        assert 0 <= one.cue_start < one.cue_end <= len(article.clean)
        assert one.stance in {"affirms", "denies", "hedges"}
        assert one.speaker == "moreau" or one.speaker in {name.id for name in names}
