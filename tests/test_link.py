"""Known names in running text: Ukrainian and English, nested, ambiguous, odd."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpgraph.lexicon.lexicon import Lexicon, compile_lexicon
from fpgraph.linking.link import link
from fpgraph.model import Article, Entity
from fpgraph.parts import Link, Sentence, sentences
from fpgraph.text import article_from_text


def made(*rows: tuple[str, str, str, str]) -> dict[str, Entity]:
    return {row[0]: Entity(*row) for row in rows}


OWN = made(
    ("russia", "State", "Russia", "Росія"),
    ("foreign-policy", "PolicyCourse", "foreign policy", "зовнішня політика"),
    ("danish-policy", "PolicyCourse", "foreign policy of Denmark", "зовнішня політика Данії"),
    ("offensive-realism", "Theory", "offensive realism", "наступальний реалізм"),
    ("east-west-corridor", "Resource", "East–West corridor", "коридор Схід — Захід"),
    ("danish-territory", "Region", "territory of Denmark", "територія Данії"),
    ("regional-order", "InternationalOrder", "regional order", "регіональний порядок"),
    ("older-marten", "Politician", "O. B. Marten", "О. Б. Мартен"),
    ("younger-marten", "Politician", "P. K. Marten", "П. К. Мартен"),
    ("realism-as-a-virtue", "Concept", "realism as a virtue", "реалізм як чеснота"),
    ("leagues", "Coalition", "leagues", "ліги"),
)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FPGRAPH_CACHE", str(tmp_path_factory.getbasetemp() / "lexicons"))
        return compile_lexicon(OWN)


def links_of(text: str, lexicon: Lexicon) -> tuple[Article, list[Link]]:
    article = article_from_text(text, "test")
    return article, link(article, sentences(article), lexicon)


def names(text: str, lexicon: Lexicon, *, weak: bool = False) -> list[tuple[str, str]]:
    article, links = links_of(text, lexicon)
    return [(article.clean[one.start : one.end], one.entity) for one in links if one.weak == weak]


def entities(text: str, lexicon: Lexicon) -> list[str]:
    return [entity for _, entity in names(text, lexicon)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Послів відкликали з Польщі.", [("Польщі", "poland")]),
        ("Рішення ухвалили в НАТО.", [("НАТО", "nato")]),
        ("Кордон Косова закрили.", [("Косова", "kosovo")]),
        ("Роки Другої світової минули.", [("Другої світової", "second-world-war")]),
        ("Переговори у ГУАМі тривають.", [("ГУАМі", "guam")]),
        ("Це рішення ГУАМ-у.", [("ГУАМ-у", "guam")]),
        ("Гвінея-Бісау чекає.", [("Гвінея-Бісау", "guinea-bissau")]),
        ("Наш посол у Кот-д'Івуарі.", [("Кот-д'Івуарі", "cote-divoire")]),
        ("Дощить у В’єтнамі та у В'єтнамі.", [("В’єтнамі", "vietnam"), ("В'єтнамі", "vietnam")]),
        ("Так діє Велика\u00a0Британія.", [("Велика Британія", "united-kingdom")]),
        ("Так діє Росі\u0301я.", [("Росі\u0301я", "russia")]),
        ("Азер\u00adбайджан чекає.", [("Азербайджан", "azerbaijan")]),
        ("The talks in Poland went on.", [("Poland", "poland")]),
        ("Poland's envoys left.", [("Poland", "poland")]),
        ("They left the U.S. for good.", [("U.S.", "usa")]),
        ("Spent in Türkiye and Turkey.", [("Türkiye", "turkey"), ("Turkey", "turkey")]),
        ("the states' treaty with Norway’s king", [("Norway", "norway")]),
    ],
)
def test_names(text: str, found: list[tuple[str, str]], lexicon: Lexicon) -> None:
    assert names(text, lexicon) == found


def test_lower_case_is_no_name(lexicon: Lexicon) -> None:
    assert names("They ate turkey from fine china in the chad.", lexicon) == []
    assert names("Він писав пером, тому перу немає спокою, а чад ішов з печі.", lexicon) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Того дня почалося літо.", []),
        ("Мали вони й інші плани.", []),
        ("Малі держави мовчать.", []),
        ("Перу автора належить роман.", []),
        ("Уряд держави Того мовчить.", ["togo"]),
        ("У Малі знову неспокійно.", ["mali"]),
        ("Столиця Перу гарна. Перу мовчить.", ["peru", "peru"]),
        ("«Того я не знаю», – сказав посол.", []),
    ],
)
def test_names_that_are_words(text: str, found: list[str], lexicon: Lexicon) -> None:
    assert [entity for entity in entities(text, lexicon) if entity != "small-state"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Дипломати Данії дивляться на Захід з надією.", ["denmark", "west"]),
        ("Загони рушили на Захід.", []),
        ("Загони рушили на захід.", []),
        ("Захід відбувся в суботу.", []),
        ("Since then the West and Norway agree.", ["west", "norway"]),
        ("They travelled to the East for years.", []),
        ("In East Anglia it rained.", []),
        ("Данія дивиться на Захід. Захід мовчить.", ["denmark", "west", "west"]),
        ("The North waits. Denmark is calm.", ["denmark"]),
        (
            "North Korea waits. South Korea does not. The North is calm.",
            ["north-korea", "south-korea", "north-korea"],
        ),
    ],
)
def test_parts_of_the_world(text: str, found: list[str], lexicon: Lexicon) -> None:
    assert entities(text, lexicon) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Michael Jordan scored; we met in Jordan.", ["jordan"]),
        ("He studied at Georgia Tech, far from Georgia.", ["georgia"]),
        ("Nigeria's National Security Council met.", ["nigeria"]),
        ("In May Theresa May went home; May was warm.", ["theresa-may"]),
        ("They heard that Hunter Biden left.", []),
        ("They heard that President Biden left.", ["joe-biden"]),
        ("Тоді ж почалася Мурманська весна.", []),
        ("Поїзд прибув із Мурманська вчасно.", ["murmansk"]),
        ("У Мурманську похолодало.", ["murmansk"]),
        ("Вони їдуть у Мурманську область.", ["murmansk-oblast"]),
    ],
)
def test_parts_of_other_names(text: str, found: list[str], lexicon: Lexicon) -> None:
    assert entities(text, lexicon) == found


def test_nested_names(lexicon: Lexicon) -> None:
    text = "Тут ідеться про зовнішню політику Данії та про Раду Безпеки ООН."
    assert names(text, lexicon) == [
        ("зовнішню політику Данії", "danish-policy"),
        ("Данії", "denmark"),
        ("Раду Безпеки ООН", "un-security-council"),
        ("ООН", "united-nations"),
    ]


def test_what_a_description_names_is_spoken_of(lexicon: Lexicon) -> None:
    assert entities("Територія Данії мала.", lexicon) == ["danish-territory", "denmark"]
    assert entities("За планом Маршалла й доктриною Трумена.", lexicon) == [
        "marshall-plan",
        "truman-doctrine",
    ]


def test_a_part_of_a_name_is_no_mention(lexicon: Lexicon) -> None:
    assert entities("Рада Європи й Північна Корея мовчать.", lexicon) == [
        "council-of-europe",
        "north-korea",
    ]
    assert entities("The Council of Europe and South Sudan.", lexicon) == [
        "council-of-europe",
        "south-sudan",
    ]


def test_in_between(lexicon: Lexicon) -> None:
    article, links = links_of(
        "Це наступальний (реваншистський) реалізм. Мовиться про регіональний і світовий порядок.",
        lexicon,
    )
    found = [(article.clean[one.start : one.end], one.entity, one.rule) for one in links]
    assert found == [
        ("наступальний (реваншистський) реалізм", "offensive-realism", "bracketed"),
        ("регіональний і світовий порядок", "regional-order", "coordinated"),
        ("світовий порядок", "world-order", "label"),
    ]


def test_what_does_not_join(lexicon: Lexicon) -> None:
    assert "offensive-realism" not in entities("Це наступальний, реалізм кращий.", lexicon)
    assert "danish-policy" not in entities("Зовнішня політика. Данії нема.", lexicon)
    assert "danish-policy" not in entities("Зовнішня політика\n\nДанії нема.", lexicon)
    assert "offensive-realism" not in entities("offensive and costly campaigns, realism", lexicon)


def test_shared_nouns_of_names(lexicon: Lexicon) -> None:
    text = "Держави Східної та Західної Європи; North and South Korea."
    assert names(text, lexicon) == [
        ("Східної та Західної Європи", "eastern-europe"),
        ("Західної Європи", "western-europe"),
        ("North and South Korea", "north-korea"),
        ("South Korea", "south-korea"),
    ]


def test_dashes(lexicon: Lexicon) -> None:
    assert "east-west-corridor" in entities("Через коридор Схід-Захід ідуть потяги.", lexicon)
    assert "east-west-corridor" in entities("Через коридор Схід — Захід ідуть потяги.", lexicon)
    assert "east-west-corridor" in entities("The East-West corridor opened.", lexicon)


def test_persons_of_one_surname(lexicon: Lexicon) -> None:
    text = "Спершу П. К. Мартен мовчав. Згодом Мартен заговорив."
    assert names(text, lexicon) == [
        ("П. К. Мартен", "younger-marten"),
        ("Мартен", "younger-marten"),
    ]
    assert entities("Мартен заговорив перший.", lexicon) == []
    both = "П. К. Мартен і О. Б. Мартен зустрілися. Мартен мовчав."
    assert entities(both, lexicon) == ["younger-marten", "older-marten"]
    assert (
        entities("П.К. Мартен, П.К.Мартен і Мартен П. К. тут.", lexicon) == ["younger-marten"] * 3
    )


def test_another_initial_is_another_person(lexicon: Lexicon) -> None:
    text = "Дж. Міршаймер писав про це. Пізніше Міршаймер мовчав. А Ґ. Міршаймер – фізик."
    assert entities(text, lexicon) == ["mearsheimer", "mearsheimer"]


def test_adjectives_are_weak(lexicon: Lexicon) -> None:
    text = "Російські посли; російсько-данські розмови. Danish ships, US-led forces, the Danes."
    assert names(text, lexicon) == []
    assert names(text, lexicon, weak=True) == [
        ("Російські", "russia"),
        ("російсько", "russia"),
        ("данські", "denmark"),
        ("Danish", "denmark"),
        ("US", "usa"),
        ("Danes", "denmark"),
    ]


def test_two_names_with_a_hyphen(lexicon: Lexicon) -> None:
    text = "Шлях Данія-Норвегія відкрито. Канал Росія-24 закрито."
    assert entities(text, lexicon) == ["denmark", "norway"]
    assert "western-europe" not in entities("До Південно-Західної Європи далеко.", lexicon)


def test_capitals(lexicon: Lexicon) -> None:
    text = "ПОЛІТИКА ДАНІЇ ТА РАДИ ЄВРОПИ\n\nТут починається текст про порти та про флот."
    assert names(text, lexicon) == [("ДАНІЇ", "denmark"), ("РАДИ ЄВРОПИ", "council-of-europe")]


def test_a_capitalised_concept(lexicon: Lexicon) -> None:
    assert entities("Зовнішня політика змінилася.", lexicon) == ["foreign-policy"]
    assert entities("Foreign policy changed.", lexicon) == ["foreign-policy"]
    assert entities("Тоді Ліги купців ще не було.", lexicon) == []


def test_realism_needs_words_of_theory(lexicon: Lexicon) -> None:
    assert entities("Теорія реалізму проста.", lexicon) == ["realism"]
    assert entities("Він показав реалізм і терпіння.", lexicon) == []


def test_a_later_name(lexicon: Lexicon) -> None:
    assert entities("Тоді до Альянсу вступили інші.", lexicon) == []
    assert entities("Є НАТО. Тоді до Альянсу вступили інші.", lexicon) == ["nato", "nato"]
    assert entities("Тоді до Альянсу вступили інші. Це НАТО.", lexicon) == ["nato", "nato"]


def test_an_acronym_is_what_the_article_says(lexicon: Lexicon) -> None:
    assert entities("Then came the PRC, and the PRC spoke.", lexicon) == ["china", "china"]
    text = "The Port Reform Council (PRC) met, and the PRC spoke."
    assert "china" not in entities(text, lexicon)
    text = "The People’s Republic of China (PRC) met, and the PRC spoke."
    assert entities(text, lexicon) == ["china"] * 3


def test_a_name_in_company(lexicon: Lexicon) -> None:
    assert entities("Then Congress voted.", lexicon) == []
    assert entities("The United States waited. Then Congress voted.", lexicon)[-1] == "us-congress"
    assert entities("США чекали. Потім Конгрес українців проголосував.", lexicon) == ["usa"]
    assert entities("NATO waits. Alliance theory does not.", lexicon)[:1] == ["nato"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The European Union waits. Then the Union acts.", ["european-union", "european-union"]),
        ("The Union acts.", []),
        ("The European Union waits. Union leaders act.", ["european-union"]),
        ("Африканський Союз чекає. Потім Союз діяв.", ["african-union", "african-union"]),
        ("Африканський Союз чекає. Потім Союз журналістів діяв.", ["african-union"]),
        ("Там засідає Африканський союз.", ["african-union"]),
    ],
)
def test_an_organisation_by_its_noun(text: str, found: list[str], lexicon: Lexicon) -> None:
    assert entities(text, lexicon) == found


def test_a_plus_makes_another_name(lexicon: Lexicon) -> None:
    assert entities("They left OPEC+ and OPEC.", lexicon) == ["opec-plus", "opec"]


def test_a_state_inside_the_name_of_what_it_is_a_party_to(lexicon: Lexicon) -> None:
    text = "The Forum on China–Africa Cooperation met. Форум пройшов у Раді Європи."
    assert entities(text, lexicon) == [
        "forum-on-chinaafrica-cooperation",
        "china",
        "council-of-europe",
    ]


def test_places_that_treaties_are_called_after(lexicon: Lexicon) -> None:
    assert entities("They broke the Treaty of Narva in Narva.", lexicon) == ["narva"]


def test_a_name_that_is_a_word_in_a_list(lexicon: Lexicon) -> None:
    assert entities("Малі, Чад та Нігер вийшли.", lexicon) == ["mali", "chad", "niger"]


def test_a_heading_that_only_begins_like_one_is_read(lexicon: Lexicon) -> None:
    text = (
        "A study\n\nThe envoys of Denmark came to the capital and waited there.\n\n"
        "3. Sources of strain\n\nThe king of Norway was not amused by any of that.\n"
    )
    assert entities(text, lexicon) == ["denmark", "norway"]


def test_lists_of_works_are_not_read(lexicon: Lexicon) -> None:
    text = (
        "Стаття\n\nПосол Данії прибув до столиці й мовчав.\n\n"
        "Література\n\n1. Пенник О. Зовнішня політика Норвегії. Київ, 2019. 120 с.\n"
    )
    assert entities(text, lexicon) == ["denmark"]


def test_other_languages(lexicon: Lexicon) -> None:
    text = (
        "Отношения Германии и Швеции были тогда очень сложными, и это знали все послы.\n\n"
        "Стосунки тих держав були складні, і про це знали всі посли."
    )
    assert entities(text, lexicon) == ["germany", "sweden"]
    assert entities("They dined at the Almaniya in Kiel, as ever.", lexicon) == []


def test_cases_and_rules(lexicon: Lexicon) -> None:
    _, links = links_of("Про це знали в Норвегії та в ООН.", lexicon)
    assert [(one.entity, one.rule, one.type) for one in links] == [
        ("norway", "territory", "State"),
        ("united-nations", "acronym", "InternationalOrganisation"),
    ]
    assert links[0].cases == {"gen", "dat", "loc"}


def test_sorted_and_within_a_sentence(lexicon: Lexicon) -> None:
    article, links = links_of(
        "Рада Безпеки ООН та зовнішня політика Данії. The UN Security Council met in Denmark.",
        lexicon,
    )
    places = [(one.start, -one.end, one.entity) for one in links]
    assert places == sorted(places)
    spans = [(one.start, one.end) for one in sentences(article)]
    assert all(any(a <= one.start and one.end <= b for a, b in spans) for one in links)


WORDS = st.sampled_from(
    [
        *("Росія", "Данії", "зовнішня", "політика", "(", ")", ",", ".", "-", "—", "«", "»", "'"),
        *("Схід", "Захід", "П.", "К.", "Мартен", "and", "the", "West", "U.S.", "\u00ad", "\u0301"),
        *("РОСІЯ", "Росі", "наступальний", "реалізм", "Kenya's", "\n", "  ", "Того", "х", " та "),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30), st.sampled_from(["", " "]))
def test_any_run_of_words(lexicon: Lexicon, words: list[str], joint: str) -> None:
    text = joint.join(words)
    whole = Article("x", text, text, range(len(text)))
    fake = article_from_text("Ні.", "x").passages[0]
    found = link(whole, [Sentence(fake, 0, len(text))], lexicon)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.entity in lexicon.entities
        assert text[one.start].isalnum()
        outside = text[one.start - 1 : one.start] + text[one.end : one.end + 1]
        assert not any(sign.isalpha() for sign in outside)
    assert found == sorted(found, key=lambda one: (one.start, -one.end, one.entity))
    assert len({(one.entity, one.start, one.end) for one in found}) == len(found)


def test_nothing_in_nothing(lexicon: Lexicon) -> None:
    empty = Article("x", "", "", [])
    assert link(empty, [], lexicon) == []
