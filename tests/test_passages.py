"""Sentences, headings, languages, citations and reprints."""

from __future__ import annotations

from pathlib import Path

import pytest

from fpgraph.citations import citations
from fpgraph.language import language_of
from fpgraph.model import Article
from fpgraph.sentences import split_sentences
from fpgraph.text import align, article_from_text, read_article
from typesetting import TEXTS, Layout, blocks, typeset

HERE = Path(__file__).resolve().parent
ARTICLE = HERE.parents[1] / "shared" / "article" / "politicus-2024-1.txt"
TABLE = HERE.parent / "graph" / "politicus-2024-1" / "passages.csv"
ARTICLES = sorted((HERE / "articles").glob("*.txt"))

# One paragraph a line, its sentences parted by "|".
SENTENCES = """\
Про це писав Р. Фішер.|Інші мовчали.
Договір підписали Г. А. Мороз і В. Ткач.|Потім настала тиша.
Як довів Сидоренко О. В., мир дорожчий.|Це відомо.
На думку Сидоренка О. В.|Україна мала інший шлях.
У 1991 р. Україна проголосила незалежність.
Угоду ратифікували у 1994 р.|Україна її виконала.
Угоду ратифікували у 1994 р.|Він був задоволений.
Після розпаду СРСР у 1991 р. Молдова шукала союзників.
У XIX ст. Порта втратила вплив.|Це був кінець.
Імпортували нафту, газ, вугілля і т. д.|Усе це коштувало дорого.
Було багато ринків, портів та ін.|Росія мовчала.
Запаси (тис. т) зросли до 3,5 млн. тонн.|Ціна впала.
Експорт становив 12.5 млрд дол. США.|Імпорт – удвічі менше.
Див. рис. 3 і табл. 4.|Далі йдеться про інше.
Він народився в с. Підгірці біля м. Львів.|Там і вчився.
Проф. Іван Мороз, акад. Г. Лис та доц. О. Кіт погодилися.
Площа – 500 кв. км.|Населення невелике.
«Ми не маємо вибору.|Ми маємо лише час», – сказав міністр.
«Чому ми тут?» – запитав посол.|Відповіді не було.
На запитання «Хто винен?» Росія відповіла мовчанням.
Він спитав: «Хто винен?»|Росія мовчала.
Вони прийшли!|А потім пішли?!|Ніхто не знає…|Можливо.
Але… росіяни не прийшли.
Це була поразка [12].|Вона тривала.
Це була поразка.[12]|Вона тривала.
Це була поразка. [12, с. 4]|Вона тривала.
Це була поразка» [9].|Вона тривала.
Це була «велика поразка».|Вона тривала.
Це була «велика поразка.»|Вона тривала.
Влада змінилася.1|Настав новий час.
Влада змінилася.¹|Настав новий час.
Зустріч відбулася 12.03.2014 о 15.30 у Києві.|Присутні мовчали.
Зросло на 3.5 відсотка, тобто 1.2 млн.|Потім упало.
Методи: 1. Аналіз; 2. Синтез; а також 3. Порівняння.|Усі вони відомі.
Методи: 1) аналіз; 2) синтез; 3) порівняння.|Усі вони відомі.
Виділимо два чинники: а) внутрішній; б) зовнішній.|Перший важливіший.
Було три етапи.|1. Підготовка.|2. Удар.|3. Відхід.
Президент (нар. 1954 р. у Баку) правив довго.|Потім пішов.
Це сталося (див. також: Коваль О. Нова карта. Київ, 2010. С. 5).|Потім усе змінилося.
Партія «Хто? Ми!» програла.
Перша група – «західники» – «романтики» – обрала інше.|Друга мовчала.
Текст […] обірвався.|Далі порожньо.
Дж. Маршалл і З. Мельник не зустрічалися.
Т. зв. гібридна війна триває.
Це, тобто т. зв. «сірі зони», небезпечно.
До н. е. тут були колонії.
Він працював у США.|Потім у ФРН.|Жив у РФ.
Нота датована 5 травня.|6 травня відповіли.
Ухвалено у 2014.|2015 рік приніс зміни.
Ст. 5 договору не діє.|Ст. 6 діє.
За ст. 5 договору сторони зобов'язані допомагати.
П. 3 статуту змінено.
Об 11 год. 30 хв. почалися переговори.|О 12 год. Туреччина вийшла.
Як сказав ген. Кравчук, війна закінчилась.
Країна (напр. Грузія) чекає.
Ж.-Ж. Руссо не був дипломатом.
Ціна зросла до 5 грн.|Уряд мовчав.
Він жив за адресою: вул. Садова, буд. 5, кв. 7.|Потім виїхав.
Порівняно три роки.|Показано, що цього досить.
Чи є вихід?|Є.|По-перше, чекати.
Цей процес (1999–2003 рр.) був довгим.|Він не скінчився.
За даними МВФ, ВВП зріс на 2,3 %.|Це небагато.
The U.S. Congress agreed.|The U.N. did not.
He met Dr. Smith and Mr. Jones at 5 p.m. on Friday.|They left.
They met at 5 p.m.|The talks failed.
John F. Kennedy and George W. Bush differed.|So did others.
As noted by Ivanov et al. (2010), power shifts.|This is new.
As Ivanov et al. argue, power shifts.
Several actors (e.g. Turkey, Iran, etc.) intervened.|Others did not.
Oil, gas, coal, etc.|Russia sells them all.
See vol. 3, no. 4, pp. 5–9.|Then stop.
He said no.|The talks ended.
“We lost.”|He paused.
“We lost,” he said.|“We will return.”|Then he left.
Is it over?|No.|Not yet!
He called it "the end."|Then he left.
Growth was 3.5 per cent.|Debt was $1.2 billion.
It fell to No. 4 in the list.|Others rose.
Washington, D.C. was silent.|Moscow, too.
It costs approx. 5 million, i.e. nothing.
He asked: “Who are we?”|Nobody answered.
Gen. Petraeus and Sen. McCain spoke.|Others listened.
Three reasons exist: 1. Fear; 2. Greed; and 3. Honour.|All matter.
In Jan. 2014 the crisis began.|By Feb. it was over.
The paper (Author, 2010, p. 5. See also Smith) is old.|It matters.
This was clear.[5]|Nobody cared.
This was "clear".5|Nobody cared.
Prices fell.|In 2014 they rose.
Article 5 applies.|Art. 6 does not.
Iran … waited.|Turkey . . . did not.
Ph.D. students disagree.|Mr. X. Y. Li agrees.
The treaty of St. Petersburg failed.
Cdr. J. Ek and Sen. P. Roe left.|Others stayed.
"""


@pytest.mark.parametrize("row", SENTENCES.strip().split("\n"))
def test_sentences(row: str) -> None:
    expected = row.split("|")
    block = " ".join(expected)
    assert [block[start:end] for start, end in split_sentences(block)] == expected


def test_a_missing_space_does_not_hide_a_stop() -> None:
    block = "Це кінець простору.Метою було інше. Див. сайт www.Example.org і ім.Шевченка."
    assert [block[a:b] for a, b in split_sentences(block)] == [
        "Це кінець простору.",
        "Метою було інше.",
        "Див. сайт www.Example.org і ім.Шевченка.",
    ]


def rows(article: Article) -> list[list[str]]:
    return [
        [p.section, p.language, "|".join(map(str, p.cites)), article.words(p)]
        for p in article.passages
    ]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles_of_other_kinds(path: Path) -> None:
    """Each text was written for its hazards; the table beside it was read line by line."""
    table = path.with_suffix(".tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert rows(read_article(path, "x")) == [line.split("\t") for line in table]


def test_there_are_articles_of_other_kinds() -> None:
    assert len(ARTICLES) >= 13


@pytest.mark.parametrize("name", TEXTS)
def test_headings_open_sections(name: str) -> None:
    article = article_from_text(typeset(TEXTS[name], Layout(width=0, hyphen="")), name)
    headings = [block.passages[0] for block in blocks(TEXTS[name]) if block.heading][1:]
    sections = dict.fromkeys(p.section for p in article.passages)
    for heading in headings:
        assert heading in sections
    assert next(iter(sections)) == ""


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Вступ.", "Вступ"),
        ("1. Вступ", "1. Вступ"),
        ("## Методи дослідження", "Методи дослідження"),
        ("**Висновки**", "Висновки"),
        ("ВИСНОВКИ", "ВИСНОВКИ"),
        ("Conclusions:", "Conclusions"),
        ("IV. Results", "IV. Results"),
        ("2.1 Роль малих портів", "2.1 Роль малих портів"),
        ("Енергія як важіль", "Енергія як важіль"),
        ("Слово " * 15, ("Слово " * 13).strip()),
    ],
)
def test_sections_are_named_by_their_headings(heading: str, section: str) -> None:
    body = "Порти стояли порожні цілу зиму, і ніхто не знав, чого чекати від весни. " * 3
    article = article_from_text(f"Назва статті\n\n{body}\n\n{heading}\n\n{body}", "x")
    assert article.passages[1].section == ""
    assert {p.section for p in article.passages[4:]} == {section}


def test_what_is_no_heading_opens_no_section() -> None:
    text = (
        "Назва статті\n\nУряд діяв повільно. Він помилився. Це було дорого. Таким чином. Усе"
        " змінилося за одну довгу зиму, коли порти замерзли.\n\nТаблиця 1. Порти і роки\n\n"
        "Порти закрили. Рішення ухвалили вночі, коли депутати вже роз'їхалися по домівках.\n\n"
        "– перший пункт\n\n– другий пункт без крапки\n\nПотім настала весна.\n"
    )
    assert {p.section for p in article_from_text(text, "x").passages} == {""}


def test_a_section_ends_with_its_keywords_and_with_its_language() -> None:
    text = (
        "Назва статті\n\nАнотація. Порти стояли порожні цілу зиму.\n\n"
        "Ключові слова: порти, зима.\n\nДержава чекала на дозвіл.\n\n"
        "Висновки. Дозвіл не надійшов ні взимку, ні навесні.\n\n"
        "The ports stood empty for the whole of the winter.\n"
    )
    assert [p.section for p in article_from_text(text, "x").passages] == [
        *("", "Анотація", "Анотація", "Ключові слова", "", "Висновки", "Висновки", ""),
    ]


def test_paragraphs_are_counted() -> None:
    body = "Перше речення тут. Друге речення тут."
    article = article_from_text(f"Назва\n\nВступ. {body}\n\n{body}\n\n1) пункт;\n2) пункт.", "x")
    assert [p.paragraph for p in article.passages] == [1, 2, 2, 2, 3, 3, 4, 5]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Держава обирає між двома шляхами.", "uk"),
        ("Государство выбирает между двумя путями.", "ru"),
        ("The state chooses between two ways.", "en"),
        ("Dövlət iki yol arasında seçim edir və gözləyir.", "az"),
        (
            "Der Staat wartet, weil niemand weiß, was morgen geschieht, und alle schweigen dazu.",
            None,
        ),
        ("Методы", None),
        ("NATO", None),
        ("12–15", None),
    ],
)
def test_languages(words: str, language: str | None) -> None:
    found = language_of(words)
    assert found == language or (words.startswith(("Der", "Методы")) and found in {"und", "ru"})


def test_a_heading_takes_the_language_of_its_text() -> None:
    text = "Назва\n\nДержава чекає. Їй не дозволять.\n\nПроблема\n\nЭто было ещё вчера."
    assert [p.language for p in article_from_text(text, "x").passages][3:] == ["ru", "ru"]
    text = "Держава чекає.\n\nНато\n\nЦе союз держав.\n\nSummary\n\nThe state is waiting for it."
    assert [p.language for p in article_from_text(text, "x").passages] == [
        "uk",
        "uk",
        "uk",
        "en",
        "en",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("слово [19, с. 90–121].", "ref-19:90-121"),
        ("слово [4, c. 21]", "ref-4:21"),
        ("слово [2, s. 27]", "ref-2:27"),
        ("слово [12, S. 4]", "ref-12:4"),
        ("слово [1; 2, p. 5]", "ref-1 ref-2:5"),
        ("слово [3–5]", "ref-3 ref-4 ref-5"),
        ("слово [4]-[6]", "ref-4 ref-5 ref-6"),
        ("слово [4, c. 21; 7]", "ref-4:21 ref-7"),
        ("слово [1, 2, 9]", "ref-1 ref-2 ref-9"),
        ("слово [7, pp. 31-35, 40; 8]", "ref-7:31-35, 40 ref-8"),
        ("слово [7, pp. 3, 8, с. 9]", "ref-7:3 ref-8:9"),
        ("слово [5, стр. 12—14]", "ref-5:12-14"),
        ("слово [5, стор. 12 − 14]", "ref-5:12-14"),
        ("слово [5, С.12]", "ref-5:12"),
        ("слово [6, р. 3]", "ref-6:3"),
        ("слово [6: 15–17]", "ref-6:15-17"),
        ("слово [див.: 6, с. 3]", "ref-6:3"),
        ("слово [8, т. 2, с. 15]", "ref-8:15"),
        ("слово [1] і ще [1] та [2]", "ref-1 ref-2"),
        ("слово [90–121] і [9–5]", ""),
        ("[sic] […] [2014] [1991–2000] [тобто він] [] [0] [x, с. 5]", ""),
        ("слово (Author, 2014, p. 5)", ""),
        ("слово [1", ""),
    ],
)
def test_citations(words: str, expected: str) -> None:
    found = citations(words)
    assert " ".join(map(str, found)) == expected


FIRST = "Порти стояли порожні цілу зиму, бо кораблі чекали на дозвіл далеко в морі."
SECOND = "Уряд двічі просив сусідів про допомогу, проте щоразу отримував відмову."
THIRD = "Лише навесні експерти склали список суден, які могли вийти без охорони."
OTHER = "Тим часом ціни на зерно подвоїлися, і малі пекарні почали зачинятися одна за одною."


def copies(*sentences: str) -> list[int | None]:
    return [p.duplicate_of for p in article_from_text(" ".join(sentences), "x").passages]


def test_a_run_printed_twice_is_marked_in_spite_of_small_differences() -> None:
    changed = SECOND.replace("щоразу отримував", "завжди отримував")
    assert copies(FIRST, SECOND, THIRD, OTHER, FIRST, changed, THIRD) == [
        *(None, None, None, None),
        *(1, 2, 3),
    ]


def test_one_long_sentence_printed_twice_is_marked_if_exact() -> None:
    assert copies(FIRST, SECOND, THIRD, FIRST) == [None, None, None, 1]
    assert copies(FIRST, SECOND, THIRD, FIRST.replace("цілу", "усю")) == [None] * 4
    assert copies("Ніхто не знає.", SECOND, "Ніхто не знає.") == [None] * 3


def test_headings_are_no_reprints() -> None:
    text = f"Назва\n\nВисновки\n\n{FIRST} {SECOND}\n\nВисновки\n\n{FIRST} {SECOND}"
    assert [p.duplicate_of for p in article_from_text(text, "x").passages] == [
        *(None, None, None, None),
        *(None, 3, 4),
    ]


def test_sentences_that_are_only_alike_are_no_reprints() -> None:
    assert copies(FIRST, SECOND, THIRD, OTHER) == [None] * 4


# The article itself: numbers only

# fmt: off
STARTS = [
    1, 90, 243, 429, 549, 557, 1098, 1116, 1261, 1375, 1464, 1689, 1875, 1885, 2138, 2461,
    2568, 2737, 2856, 2863, 3345, 3582, 3599, 3738, 3773, 3854, 3981, 4102, 4122, 4673, 4689,
    4872, 5124, 5319, 5437, 5563, 5837, 6022, 6218, 6571, 6767, 6906, 6981, 7171, 7330, 7451,
    7591, 7757, 7999, 8116, 8278, 8399, 8584, 8799, 8865, 9005, 9115, 9392, 9733, 10043,
    10271, 10471, 10603, 10822, 11125, 11388, 11812, 11974, 12095, 12280, 12495, 12561, 12701,
    12812, 13088, 13429, 13739, 13966, 14166, 14298, 14517, 14820, 15083, 15560, 15612, 15744,
    15846, 16056, 16217, 16315, 16389, 16445, 16568, 16676, 16835, 16956, 17148, 17224, 17340,
    17464, 17640, 17774, 18126, 18177, 18314, 18434, 18767, 19004, 19239, 19525, 19640, 19798,
    19902, 20003, 20164, 20285, 20417, 20543, 20659, 20740, 20864, 21025, 21101, 21337, 21436,
    21446, 21578, 21801, 21925, 22144, 22281, 22457, 22580, 22686, 22824, 23003, 23215, 23358,
    23367, 23943, 23967, 24122, 24249, 24373, 24606, 24818, 24831, 25098, 25424, 25537, 25716,
]
# fmt: on
REPRINTED = {29: 6} | {number: number - 17 for number in range(67, 84)}
ENGLISH = range(135, 152)


@pytest.fixture(scope="module")
def article() -> Article:
    if not ARTICLE.is_file():
        pytest.skip("the article is not beside the checkout")
    return read_article(ARTICLE, "politicus-2024-1")


def test_every_boundary_of_the_article(article: Article) -> None:
    """Each was looked at, one by one."""
    assert [p.start for p in article.passages] == STARTS
    assert article.passages[-1].end == 25815


def test_the_run_that_the_article_prints_twice(article: Article) -> None:
    found = {p.number: p.duplicate_of for p in article.passages if p.duplicate_of}
    assert found == REPRINTED
    exact = [
        number
        for number, earlier in REPRINTED.items()
        if article.passages[number - 1].fingerprint == article.passages[earlier - 1].fingerprint
    ]
    assert len(REPRINTED) - len(exact) == 1


def test_languages_and_citations_of_the_article(article: Article) -> None:
    english = [p.number for p in article.passages if p.language == "en"]
    assert english == list(ENGLISH)
    assert {p.language for p in article.passages} == {"uk", "en"}
    cited = {str(cite) for p in article.passages for cite in p.cites}
    assert len(cited) == 18
    assert not any(cite.startswith("ref-6") for cite in cited)
    assert {"ref-19:90-121", "ref-1:103-104", "ref-4:21", "ref-2:27", "ref-9"} <= cited


def test_page_furniture_of_the_article_is_gone(article: Article) -> None:
    kept = set(article.offsets)
    lost = "".join(
        "_" if i in kept or c.isspace() else c for i, c in enumerate(article.text)
    ).replace("_", " ")
    runs = [run for run in lost.split() if run.strip("-")]
    assert len(" ".join(runs)) == 46
    assert len(lost.split()) - len(runs) == 155


def test_the_table_of_passages_is_what_reading_gives(article: Article) -> None:
    table = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    stored = [line.rsplit(",", 7) for line in table]
    assert len(stored) == len(article.passages)
    found = align(article, article.passages)
    for line, passage in zip(table, article.passages, strict=True):
        assert line.startswith(f"{passage.number},")
        assert f",{passage.start},{passage.end},{passage.fingerprint}," in line
        assert found[passage.number] == passage
