"""Names that more than capital letters tells: bylines, titles of works, places and heads."""

from __future__ import annotations

import pytest

from fpgraph.lexicon.lexicon import Lexicon
from fpgraph.naming.unlinked import standing, unlinked
from fpgraph.parts import Link, sentences
from fpgraph.text import article_from_text

EMPTY = Lexicon({}, {}, (), {})
TOWNS = ("Мальмо", "Орхус", "Malmö", "Aarhus", "Turku", "Тампере", "Турку")


def read(text: str) -> tuple[set[str], set[str]]:
    """Return the unknown names in ``text`` and the towns that are still linked beside them."""
    article = article_from_text(text, "sea-2024-1")
    clean = article.clean
    links = [
        Link(town.lower(), clean.index(town), clean.index(town) + len(town), "label", "Region")
        for town in TOWNS
        if town in clean
    ]
    links.sort(key=lambda one: one.start)
    names, met = unlinked(article, sentences(article), links, EMPTY)
    kept = {clean[one.start : one.end] for one in standing(links, met)}
    return {name.form for name in names}, kept


BODY = "\n\nThe text that follows is about the sea and about ports, and it names nobody at all.\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Orla Venbrook", {"Orla Venbrook"}),
        ("Orla Venbrook and Tibor Halm", {"Orla Venbrook", "Tibor Halm"}),
        ("Interview by Orla Venbrook", {"Orla Venbrook"}),
        ("Р. Гармаш, Л. Ворніч", {"Р. Гармаш", "Л. Ворніч"}),
        ("Розмовляла Мілена Ворніч", {"Мілена Ворніч"}),
        ("Policy Brief", set()),
        ("Key Findings", set()),
        ("I. INTRODUCTION", set()),
        ("Східна політика", set()),
    ],
)
def test_a_line_below_the_title_names_the_authors(line: str, expected: set[str]) -> None:
    assert read(f"Of ports and ships\n\n{line}{BODY}")[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Years later he wrote The Price of Calm Water in a month.", {"The Price of Calm Water"}),
        ("In Ports and Parliaments, a pamphlet, it was said.", {"Ports and Parliaments"}),
        ("She is the author of Sailing to the Edge and a sailor.", {"Sailing to the Edge"}),
        ("Він пояснив це у праці «Людина, порт і море» 1948 року.", {"Людина, порт і море"}),
        ("Про це йдеться в есе Ворніча «До тихої води».", {"До тихої води", "Ворніча"}),
        ("Тоді ухвалили закон «Про чистоту води».", {"Про чистоту води"}),
        ("У доповіді сказано, що «Порт зачинено».", set()),
        ("She called them the authors of war and peace.", set()),
    ],
)
def test_titles_of_works_and_acts(text: str, expected: set[str]) -> None:
    assert read(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "names", "towns"),
    [
        ("Nothing came of the Malmö summit that year.", {"Malmö summit"}, set()),
        ("They met in Malmö at a summit.", set(), {"Malmö"}),
        ("The old Malmö–Aarhus railway was sold.", {"Malmö–Aarhus railway"}, set()),
        ("The Malmö–Aarhus talks were dull.", set(), {"Malmö", "Aarhus"}),
        ("Тоді залізниця Мальмо – Орхус стала.", {"залізниця Мальмо – Орхус"}, set()),
        ("Тоді рейс Мальмо – Орхус скасували.", set(), {"Мальмо", "Орхус"}),
        ("Люди стояли на площі Тампере вночі.", {"площі Тампере"}, set()),
    ],
)
def test_names_made_with_places(text: str, names: set[str], towns: set[str]) -> None:
    assert read(text) == (names, towns)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They signed the Treaty of Amity, Commerce and Navigation.",
            {"Treaty of Amity, Commerce and Navigation"},
        ),
        (
            "Money went to the Fund for Responding to Loss and Damage.",
            {"Fund for Responding to Loss and Damage"},
        ),
        (
            "Here the Agency for the Cooperation of Harbours, Venbrook and Halm agreed.",
            {"Agency for the Cooperation of Harbours", "Venbrook", "Halm"},
        ),
        (
            "Тоді Рада із зовнішньої та оборонної політики мовчала.",
            {"Рада із зовнішньої та оборонної політики"},
        ),
        ("Комітет з розвитку торгівлі виступив проти.", {"Комітет з розвитку торгівлі"}),
        ("Рада вирішила з метою безпеки чекати.", set()),
        ("It was a post-Thaw setting of three Rs.", set()),
        ("Так було 1991 р. Згодом усе минуло.", set()),
    ],
)
def test_how_far_names_of_bodies_and_treaties_go(text: str, expected: set[str]) -> None:
    assert read(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Регату Олег Гармаш називає святом моря.", "Олег Гармаш"),
        ("Оглядачка видання HarbourDaily Олена Ворніч пише про море.", "Олена Ворніч"),
        ("Працівник Інституту Веснянки Олег Гармаш пише про море.", "Олег Гармаш"),
        ("Працівник Інституту Веснянки Олег Гармаш пише про море.", "Інституту Веснянки"),
    ],
)
def test_a_full_name_begins_with_its_given_name(text: str, expected: str) -> None:
    assert expected in read(f"Of ports and ships{BODY}\n{text}\n")[0]
