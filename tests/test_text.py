"""Reading a file: errors, cleaning, offsets, layouts, fingerprints, alignment."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpgraph.errors import ArticleError, QuotationNotFound
from fpgraph.hyphens import Vocabulary, keeps_hyphen
from fpgraph.lines import split_lines
from fpgraph.model import Article
from fpgraph.text import align, article_from_text, fingerprint, quotation, read_article
from fpgraph.titles import is_bibliography
from typesetting import TEXTS, Layout, blocks, passages, typeset, wrapped

ARTICLE = Path(__file__).resolve().parents[2] / "shared" / "article" / "politicus-2024-1.txt"

TWO_HEADS = ("НАУКОВИЙ ВІСНИК «ЕХО»\n\n{} Випуск 3. 2021", "Г. Мороз. Транзитні держави\n{}")
JOURNAL = ("Coastal Review {}", "{} Journal of Regional Affairs, Vol. 12, No. 3 (2019)")
LAYOUTS = {
    "plain": Layout(),
    "one line a paragraph": Layout(width=0, hyphen=""),
    "one line a paragraph, no blank lines": Layout(width=0, hyphen="", blank=False),
    "narrow": Layout(width=34),
    "windows": Layout(width=72, end="\r\n", mark="\ufeff"),
    "soft hyphens": Layout(hyphen="\u00ad"),
    "other hyphen": Layout(hyphen="\u2010", width=48),
    "no-break spaces": Layout(space="\u00a0"),
    "no blank lines": Layout(blank=False, width=64),
    "indented": Layout(blank=False, indent="   ", width=58),
    "two kinds of heads": Layout(width=52, page=23, head=TWO_HEADS),
    "page numbers": Layout(width=80, page=17, head=("{}", "– {} –")),
    "form feeds": Layout(width=60, page=18, head=("{}",), feed=True, hyphen=""),
    "heads and form feeds": Layout(width=66, page=18, head=JOURNAL, feed=True),
    "head of two lines": Layout(
        width=45, page=20, head=("{} | Page", "ISSN 1234-567X\nМороз   {}")
    ),
    "torn by blank lines": Layout(width=64, torn=0.12),
}


def words(article: Article) -> list[str]:
    return [quotation(article, passage) for passage in article.passages]


def marks(article: Article) -> list[str]:
    return [passage.fingerprint for passage in article.passages]


# Layouts


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", TEXTS)
def test_passages_do_not_depend_on_the_layout(name: str, layout: str) -> None:
    expected = [fingerprint(passage) for passage in passages(TEXTS[name])]
    for seed in range(4):
        article = article_from_text(typeset(TEXTS[name], LAYOUTS[layout], seed), name)
        found = marks(article)
        if len(found) > len(expected) and LAYOUTS[layout].page:
            # A head that comes once, between two paragraphs, may be a heading.
            found = [mark for mark in found if mark in expected]
        assert found == expected, words(article)


@pytest.mark.parametrize("layout", [Layout(width=0, hyphen=""), Layout(width=48, hyphen="\u00ad")])
@pytest.mark.parametrize("name", TEXTS)
def test_words_come_back_as_they_were_set(name: str, layout: Layout) -> None:
    assert words(article_from_text(typeset(TEXTS[name], layout), name)) == passages(TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_broken_words_come_back_whole(name: str) -> None:
    """Only plain words are broken here, so every hyphen has to go."""
    for seed in range(8):
        article = article_from_text(typeset(TEXTS[name], Layout(width=40), seed), name)
        assert words(article) == passages(TEXTS[name])


@pytest.mark.parametrize("layout", ["indented", "no blank lines"])
@pytest.mark.parametrize("name", TEXTS)
def test_paragraphs_are_found_without_blank_lines(name: str, layout: str) -> None:
    article = article_from_text(typeset(TEXTS[name], LAYOUTS[layout]), name)
    expected = [block.passages[0] for block in blocks(TEXTS[name])]
    found = {
        fingerprint(words(article)[numbers[0]])
        for numbers in (
            [p.number - 1 for p in group]
            for _, group in groupby(article.passages, key=lambda p: p.paragraph)
        )
    }
    missed = [first for first in expected if fingerprint(first) not in found]
    # The last line of a paragraph may be full by chance.
    assert len(missed) <= 1
    assert len(found) <= len(expected) + 1


def test_running_heads_are_dropped_whole() -> None:
    layout = Layout(width=60, page=21, head=("Marsh and Brandt", "Hedging at the edge"))
    article = article_from_text(typeset(TEXTS["en-article"] * 3, layout), "x")
    assert "Marsh and Brandt" not in article.clean
    assert "Hedging at the edge" not in article.clean
    assert "Hedging at the Edge" in article.clean


def test_a_head_that_repeats_the_title_is_dropped() -> None:
    body = "The state waited for the ice to melt. Nobody knew when it would.\n\n"
    title = "Ports in the Ice: A Study of Waiting"
    text = f"{title}\n\n{body * 15}PORTS IN THE ICE\n\n{body * 2}"
    assert words(article_from_text(text, "x")).count("PORTS IN THE ICE") == 0


def test_counted_pages_are_dropped_between_close_lines() -> None:
    text = "The ports stood empty.\nNobody had asked\nPage 2 of 3\nwhy they did. It was cold.\n"
    assert words(article_from_text(text, "x")) == [
        "The ports stood empty.",
        "Nobody had asked why they did.",
        "It was cold.",
    ]


def test_blank_lines_within_a_sentence_are_bridged() -> None:
    cases = [
        ("Порти стояли порожні. Уряд шукав підтримки у Раді,", "Комітеті та парламенті."),
        ("Порти стояли порожні. Уряд шукав підтримки у столицях від Києва до", "Варшави."),
        ("Порти стояли порожні цілу зиму. Уряд", "діяв повільно."),
        ("Порти стояли порожні. Це довів О. В.", "Гриценко."),
        ("Порти стояли порожні. Це вже відомо [4, с.", "17]."),
        ("Порти стояли порожні. Це вже відомо", "[4, с. 17]."),
    ]
    for before, after in cases:
        article = article_from_text(f"{before}\n\n{after}\n\nКінець зими настав.", "x")
        assert words(article)[1:] == [f"{before} {after}".split(". ", 1)[1], "Кінець зими настав."]


def test_a_full_line_without_a_stop_goes_on_after_a_blank_line() -> None:
    text = (
        "Порти стояли порожні цілу зиму, і ніхто не знав, що буде\n"
        "далі. Потім надійшов дозвіл. Його підписав прем'єр-міністр\n\n"
        "України разом із послом. Кораблі вийшли в море того ж\nдня, хоча море було неспокійне.\n"
    )
    assert "Його підписав прем'єр-міністр України разом із послом." in words(
        article_from_text(text, "x")
    )


def test_what_stands_between_the_halves_of_a_word_is_dropped() -> None:
    before = "Уряд довго зволікав. Потім він підписав угоду, яка мала забезпе-"
    after = "чити мир на двадцять років."
    head = "\n\n\nСЕРІЯ «ПОЛІТИКА»\n\n212 Випуск 7. 1999\n\n"
    article = article_from_text(before + head + after, "x")
    assert words(article)[-1] == (
        "Потім він підписав угоду, яка мала забезпечити мир на двадцять років."
    )


def test_a_footnote_within_a_sentence_is_dropped_and_one_between_is_kept() -> None:
    text = (
        "The council met in May. It agreed that the ports should\n\n"
        "1 See Lind (2001), p. 4.\n\nremain open. Nobody voted against.\n\n"
        "2 See Holm (2003), p. 9. It is out of print.\n\nThen the season ended.\n"
    )
    assert words(article_from_text(text, "x")) == [
        "The council met in May.",
        "It agreed that the ports should remain open.",
        "Nobody voted against.",
        "2 See Holm (2003), p. 9. It is out of print.",
        "Then the season ended.",
    ]


def test_a_reprinted_paragraph_is_no_running_head() -> None:
    body = typeset(TEXTS["uk-article"], Layout(width=44))
    once = article_from_text(body, "x")
    twice = article_from_text(f"{body}\n{body}", "x")
    assert len(twice.passages) == 2 * len(once.passages)


# The map back to the file


def check_map(article: Article) -> None:
    assert len(article.clean) == len(article.offsets)
    assert all(a < b for a, b in zip(article.offsets, article.offsets[1:], strict=False))
    for character, offset in zip(article.clean, article.offsets, strict=True):
        there = article.text[offset]
        assert character == there or (character.isspace() and there.isspace())
    for before, after in zip(article.passages, article.passages[1:], strict=False):
        assert before.end <= after.start
    for number, passage in enumerate(article.passages, 1):
        assert passage.number == number
        assert 0 <= passage.start < passage.end <= len(article.text)
        said = quotation(article, passage)
        assert said == said.strip() != ""
        assert said[0] == article.text[passage.start]
        assert said[-1] == article.text[passage.end - 1]
        assert fingerprint(said) == passage.fingerprint


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", TEXTS)
def test_every_character_has_its_place(name: str, layout: str) -> None:
    check_map(article_from_text(typeset(TEXTS[name], LAYOUTS[layout]), name))


PIECES = st.sampled_from(
    "слово Держава states а x 1. 2) – • [3] [4,_с._5] «так» (ні) т._д. р. Проф. II 2014 -\n \n \n\n"
    " \r\n \f \u00a0 \u00ad \ufeff \u200b . , ; : ! ? … # ** - — \t".replace("_", "\u2007").split(
        " "
    )
)


@given(st.lists(PIECES, min_size=1, max_size=80), st.sampled_from(["", " "]))
def test_any_text_maps_back_or_is_refused(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    try:
        article = article_from_text(text, "x")
    except ArticleError:
        return
    check_map(article)


@given(st.text(max_size=300))
def test_any_string_is_read_or_refused(text: str) -> None:
    with suppress(ArticleError):
        check_map(article_from_text(text, "x"))


def test_nothing_but_line_hyphens_and_white_space_is_lost() -> None:
    text = typeset(TEXTS["uk-article"], Layout(width=50))
    article = article_from_text(text, "x")
    kept = set(article.offsets)
    lost = [text[i] for i in range(len(text)) if i not in kept and not text[i].isspace()]
    assert set(lost) == {"-"}


def test_offsets_count_what_is_stored() -> None:
    text = "\ufeffПерше речення тут.\r\n\r\nДру\u00adге  речення там."
    article = article_from_text(text, "x")
    one, two = article.passages
    assert (one.start, one.end) == (1, 19)
    assert text[two.start : two.end] == "Дру\u00adге  речення там."
    assert quotation(article, two) == "Друге речення там."
    assert article.clean == "Перше речення тут.\nДруге речення там."
    spaces = [at for at, sign in zip(article.offsets, article.clean, strict=True) if sign == " "]
    assert [text[at - 1] for at in spaces] == ["е", "я", "е", "я"]


def test_the_file_is_read_untranslated(tmp_path: Path) -> None:
    text = "\ufeffOne sentence stands here.\r\n\r\nAnother\r\nfollows it.\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    article = read_article(path, "x")
    with path.open(encoding="utf-8", newline="") as file:
        assert article.text == file.read() == text
    assert words(article) == ["One sentence stands here.", "Another follows it."]
    assert read_article(str(path), "x") == article


# Hyphens at the end of a line

KEPT, JOINED = True, False
HYPHENS = [
    ("на засадах соціально-", "економічних реформ", "", KEPT),
    ("підхід теоретико-", "методологічний був", "", KEPT),
    ("союз військово-", "політичний розпався", "", KEPT),
    ("угода українсько-", "польська діє", "", KEPT),
    ("зовнішньо-", "політичний курс", "", JOINED),
    ("загально-", "відомий факт", "", JOINED),
    ("Чорноморсь-", "кий флот", "", JOINED),
    ("еконо-", "мічних санкцій", "", JOINED),
    ("демо-", "кратичних країн", "", JOINED),
    ("полі-", "тичний лідер", "", JOINED),
    ("Південно-", "Східний вітер", "", KEPT),
    ("Схід-", "Захід", "", KEPT),
    ("ПОЛІ-", "ТИКА держав", "", JOINED),
    ("у 1990-", "ті роки", "", KEPT),
    ("1939–1945-", "1950 рр.", "", KEPT),
    ("екс-", "президент мовчав", "", KEPT),
    ("віце-", "прем'єр пішов", "", KEPT),
    ("будь-", "який уряд", "", KEPT),
    ("коли-", "небудь потім", "", KEPT),
    ("країни-", "члени мовчали", "країни чекали, а члени союзу голосували", KEPT),
    ("країни-", "члени мовчали", "", JOINED),
    ("пере-", "мовини тривали", "", JOINED),
    ("наф-", "топровід", "", JOINED),
    ("торговельно-", "економічні", "Слово торговельноекономічні тут.", JOINED),
    ("нео-", "реалізм", "Тут є нео-реалізм.", KEPT),
    ("об'-", "єкт", "", JOINED),
    ("the policy-", "making process", "policy matters", KEPT),
    ("foreign pol-", "icy of states", "", JOINED),
    ("self-", "determination of peoples", "", KEPT),
    ("they antici-", "pated a war", "", JOINED),
    ("well-", "known facts", "", KEPT),
    ("govern-", "ment of states", "", JOINED),
]


@pytest.mark.parametrize(("before", "after", "elsewhere", "kept"), HYPHENS)
def test_hyphen_at_the_end_of_a_line(before: str, after: str, elsewhere: str, kept: bool) -> None:
    vocabulary = Vocabulary(split_lines(f"{before}\n{after}\n{elsewhere}"))
    assert keeps_hyphen(before, after, vocabulary) is kept


def test_a_hanging_hyphen_keeps_its_space() -> None:
    article = article_from_text("We need both short-\nand long-term plans for the coast.", "x")
    assert words(article) == ["We need both short- and long-term plans for the coast."]


def test_a_broken_line_keeps_its_hyphen_before_a_new_paragraph() -> None:
    article = article_from_text("Кінець рядка зі зламаним сло-\n\nНовий абзац тут.", "x")
    assert words(article) == ["Кінець рядка зі зламаним сло-", "Новий абзац тут."]


# Setting the text anew changes no fingerprint


def set_anew(article: Article, width: int, hyphen: str, end: str, seed: int) -> str:
    rng = random.Random(seed)
    lines: list[str] = []
    for _, paragraph in groupby(article.passages, key=lambda passage: passage.paragraph):
        lines += wrapped(" ".join(map(article.words, paragraph)), width, rng, hyphen)
        lines.append("")
    return end.join(lines)


SETTINGS = (
    st.integers(30, 140),
    st.sampled_from(["-", "", "\u00ad", "\u2010"]),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(0, 10**6),
)


@given(st.sampled_from(sorted(TEXTS)), *SETTINGS)
def test_fingerprints_survive_another_setting(
    name: str, width: int, hyphen: str, end: str, seed: int
) -> None:
    article = article_from_text(typeset(TEXTS[name], Layout()), name)
    again = article_from_text(set_anew(article, width, hyphen, end, seed), name)
    assert marks(again) == marks(article)


@given(*SETTINGS)
def test_fingerprints_of_the_article_survive_another_setting(
    width: int, hyphen: str, end: str, seed: int
) -> None:
    if not ARTICLE.is_file():
        pytest.skip("the article is not beside the checkout")
    article = read_article(ARTICLE, "x")
    again = article_from_text(set_anew(article, width, hyphen, end, seed), "x")
    assert marks(again) == marks(article)
    assert {p.number: p.fingerprint for p in align(again, article.passages).values()} == {
        p.number: p.fingerprint for p in article.passages
    }


# Fingerprints


def test_a_fingerprint_counts_letters_and_digits_only() -> None:
    assert fingerprint("Abc, 1!") == fingerprint("a-b C\n1") == fingerprint("abc1")
    assert fingerprint("Її") == fingerprint("\u0406\u0308\u0456\u0308")
    assert fingerprint("один") != fingerprint("одна")
    assert fingerprint("") == "e3b0c44298fc1c14"
    assert fingerprint("abc") == "ba7816bf8f01cfea"


# Bad input


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no words"),
        (b" \n\t\r\n\xc2\xa0", "no words"),
        (b"\xef\xbb\xbf", "no words"),
        (b"... [ ] --", "no words"),
        ("Слово".encode("cp1251"), "not UTF-8: byte 0 "),
        ("Добре. ".encode() + b"\xff", "not UTF-8: byte 12 "),
        (b"PK\x03\x04\x00\x00", "byte 4 is zero"),
        ("Слово".encode("utf-16"), "byte"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "стаття.txt"
    path.write_bytes(content)
    with pytest.raises(ArticleError, match=problem) as caught:
        read_article(path, "x")
    assert caught.value.path == path
    assert str(path) in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        read_article(tmp_path / "none.txt", "x")
    with pytest.raises(ArticleError, match="folder"):
        read_article(tmp_path, "x")
    with pytest.raises(ArticleError):
        read_article("a\0b", "x")


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fpgraph.text.LARGEST", 1024 * 1024)
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 300_000)
    with pytest.raises(ArticleError, match="larger than 1 MB"):
        read_article(path, "x")


HOSTILE: dict[str, Callable[[int], str]] = {
    "parentheses": lambda n: "слово " + "(" * n,
    "brackets": lambda n: "слово " + "[" * n,
    "broken words": lambda n: "a-\n" * (n // 3),
    "no stops": lambda n: "слово " * (n // 6),
    "one word": lambda n: "a" * n,
    "citations": lambda n: "a. [1]" * (n // 6),
    "half citations": lambda n: "[1" * (n // 2),
    "pages": lambda n: "[1, с. " + "1, " * (n // 3) + "]",
    "quotes": lambda n: "«a.» " * (n // 5),
    "initials": lambda n: "А. " * (n // 3),
    "years": lambda n: "У 1991 р. Росія " * (n // 16),
    "stops": lambda n: "a" + ".!" * (n // 2),
    "spaces": lambda n: "a" + " " * n + "b",
    "soft hyphens": lambda n: "a\u00ad" * (n // 2),
    "commas": lambda n: "A,\n\n" * (n // 4),
    "capitals": lambda n: "Слово\n" * (n // 6),
    "enumerations": lambda n: "1. a; " * (n // 6),
    "items": lambda n: "1. a\n" * (n // 5),
    "the same sentence": lambda n: "Це те саме речення про те саме. " * (n // 32),
    "numbers": lambda n: "1\n\n" * (n // 3) + "a",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    def cost(size: int) -> float:
        begin = time.process_time()
        article_from_text(HOSTILE[name](size), "x")
        return time.process_time() - begin

    small, large = cost(50_000), cost(200_000)
    assert large < 0.5 or large < 8 * small
    assert large < 10


# Finding passages again


def test_passages_are_found_in_a_copy_set_otherwise() -> None:
    stored = article_from_text(typeset(TEXTS["uk-article"], LAYOUTS["two kinds of heads"]), "x")
    copy = article_from_text(typeset(TEXTS["uk-article"], LAYOUTS["windows"]), "x")
    found = align(copy, stored.passages)
    assert [found[p.number].start for p in copy.passages] == [p.start for p in copy.passages]
    assert align(stored, stored.passages) == {p.number: p for p in stored.passages}


def test_passages_that_a_copy_merges_or_splits_are_found() -> None:
    whole = article_from_text("Рада мовчала, бо чекала. Уряд діяв. Народ сміявся з обох.", "x")
    merged = replace(
        whole.passages[0],
        fingerprint=fingerprint("Рада мовчала, бо чекала. Уряд діяв."),
        start=900,
        end=990,
    )
    found = align(whole, [merged])[1]
    assert whole.text[found.start : found.end] == "Рада мовчала, бо чекала. Уряд діяв."
    joined = article_from_text("Вона питала: «Хто ми? Де ми?» і чекала на відповідь.", "x")
    part = replace(merged, fingerprint=fingerprint("Де ми?» і чекала на відповідь."))
    found = align(joined, [part])[1]
    assert joined.text[found.start : found.end] == "Де ми?» і чекала на відповідь."


def test_a_reprint_is_found_at_its_own_place() -> None:
    body = "Порти стояли порожні цілу зиму. Зерно чекало на кораблі."
    stored = article_from_text(f"{body}\n\nМинув рік після угоди.\n\n{body}", "x")
    copy = article_from_text(f"{'Передмова до видання. ' * 40}\n\n{stored.text}", "x")
    found = align(copy, stored.passages)
    starts = [found[p.number].start for p in stored.passages]
    assert starts == sorted(starts)
    assert len(set(starts)) == len(starts)


def test_a_passage_that_is_missing_is_named(tmp_path: Path) -> None:
    stored = article_from_text("Перше речення. Друге речення.", "harbour-1")
    other = article_from_text("Перше речення. Зовсім інше.", "harbour-1")
    with pytest.raises(QuotationNotFound) as caught:
        align(other, stored.passages, tmp_path / "passages.csv")
    assert "harbour-1" in str(caught.value)
    assert "passage 2" in str(caught.value)
    assert (caught.value.row, caught.value.field) == (3, "fingerprint")


@pytest.mark.parametrize(
    ("heading", "listed"),
    [
        ("References", True),
        ("Література:", True),
        ("Джерела та література", True),
        ("Sources of strain", False),
        ("Джерела напруги", False),
        ("Література як зброя", False),
    ],
)
def test_lists_of_works(heading: str, listed: bool) -> None:
    assert is_bibliography(heading) is listed
