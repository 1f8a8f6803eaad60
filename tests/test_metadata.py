"""What is known of an article and of the works it cites, and what is left open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document_files import docx, paragraph, pdf
from fpgraph.bibliography import read_bibliography, write_bibliography
from fpgraph.documents.entries import numbered, work
from fpgraph.documents.metadata import bibliography, text_fingerprint
from fpgraph.errors import CorpusError
from fpgraph.tables import Problems
from fpgraph.text import read_article

BODY = (
    "Портове місто Приморія роками шукало партнерів за морем, бо власних сил йому не вистачало."
    " Рада вирішила, що угода з сусідами корисніша за суперечку [2, с. 12]. Інші вчені"
    " вважали, що вода не питає дозволу [1; 4]."
)
LIST = """Література

1. Лиман К. Вода і влада : монографія. Одеса : Маяк, 2011. 214 с.
2. Верба О. В., Мороз Г. І. Порти без кораблів. Вісник моря. 2019. № 2. С. 10–15.
3. Quill A. Lights along the coast. London: Reef, 1999. 300 p.
"""


def stored(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def works(path: Path, source: str = "harbour-1") -> list[dict[str, Any]]:
    """Return the bibliography of a file, as ``source.json`` may hold it."""
    article = read_article(path, source)
    found = bibliography(article, path)
    folder = path.parent / source
    folder.mkdir(exist_ok=True)
    (folder / "source.json").write_text(write_bibliography(tuple(found)), encoding="utf-8")
    assert list(read_bibliography(folder / "source.json", Problems())) == found
    cited = {cite.work for passage in article.passages for cite in passage.cites}
    assert cited <= {each["id"] for each in found}
    return found


def first(path: Path) -> dict[str, Any]:
    return works(path)[0]


class TestArticle:
    def test_the_text_is_told_by_its_kind_its_length_and_its_fingerprint(
        self, tmp_path: Path
    ) -> None:
        text = f"Порти взимку та навесні\n\n{BODY}\n"
        assert works(stored(tmp_path, "a.txt", text))[0] == {
            "id": "harbour-1",
            "type": "document",
            "title": "Порти взимку та навесні",
            "language": "uk",
            "custom": {
                "author-entity": "harbour-1-author",
                "text": {
                    "format": "text",
                    "characters": len(text),
                    "fingerprint": text_fingerprint(text),
                },
            },
        }
        assert text_fingerprint("abc") == "ba7816bf8f01cfea"

    @pytest.mark.parametrize(
        ("opening", "expected"),
        [
            (
                (
                    "Вісник моря. 2023. Т. 4, № 1\nУДК 327\nDOI https://doi.org/10.1234/sea.2023.7"
                    "\n\nО. В. Верба\n\nМАЛІ ПОРТИ ТА ВЕЛИКІ РІКИ"
                ),
                {
                    "title": "МАЛІ ПОРТИ ТА ВЕЛИКІ РІКИ",
                    "container-title": "Вісник моря",
                    "volume": "4",
                    "issue": "1",
                    "issued": {"date-parts": [[2023]]},
                    "DOI": "10.1234/sea.2023.7",
                    "author": [{"family": "Верба", "given": "О. В."}],
                    "type": "article-journal",
                },
            ),
            (
                "Coastal Review\nVolume 8, Number 2\n\nWhen Harbours Disagree\n\nby Anna Quill",
                {
                    "title": "When Harbours Disagree",
                    "volume": "8",
                    "issue": "2",
                    "author": [{"family": "Quill", "given": "Anna"}],
                    "type": "article-journal",
                },
            ),
            (
                "Мороз Григорій Іванович\nкандидат наук, доцент\n\nДипломатія спільних портів",
                {
                    "title": "Дипломатія спільних портів",
                    "author": [{"family": "Мороз", "given": "Григорій Іванович"}],
                },
            ),
            ("# Порт як ресурс\n\n*Аналітична записка*", {"title": "Порт як ресурс"}),
            ("ІНТЕРВ'Ю\n\n«Нас ніхто не питав»", {"title": "Нас ніхто не питав"}),
        ],
    )
    def test_what_an_opening_prints(
        self, tmp_path: Path, opening: str, expected: dict[str, Any]
    ) -> None:
        found = first(stored(tmp_path, "a.txt", f"{opening}\n\n{BODY}\n"))
        del found["id"], found["custom"], found["language"]
        assert found == {"type": "document", **expected}

    def test_a_text_without_a_title_is_called_by_its_id(self, tmp_path: Path) -> None:
        assert first(stored(tmp_path, "a.txt", BODY))["title"] == "harbour-1"

    def test_what_a_journal_says_of_a_page_is_believed(self, tmp_path: Path) -> None:
        page = (
            '<!DOCTYPE html><html lang="uk"><head><title>Порти | Сайт</title>'
            '<meta name="citation_title" content="Порти \n без кораблів">'
            '<meta name="citation_author" content="Верба, Олена"><meta name="citation_author"'
            ' content="Г. Мороз"><meta name="citation_journal_title" content="Вісник моря">'
            '<meta name="citation_issue" content="2"><meta name="citation_doi"'
            ' content="https://doi.org/10.1234/sea.7"><meta name="citation_date"'
            f' content="2019/05/01"></head><body><h1>Порти</h1><p>{BODY}</p></body></html>'
        )
        found = first(stored(tmp_path, "a.html", page))
        assert found["custom"]["text"]["format"] == "html"
        assert {key: found[key] for key in found if key not in {"id", "custom"}} == {
            "type": "article-journal",
            "title": "Порти без кораблів",
            "author": [{"family": "Верба", "given": "Олена"}, {"literal": "Г. Мороз"}],
            "container-title": "Вісник моря",
            "issue": "2",
            "issued": {"date-parts": [[2019]]},
            "DOI": "10.1234/sea.7",
            "language": "uk",
        }

    @pytest.mark.parametrize(
        ("title", "author", "expected"),
        [
            ("Порти взимку", "Олена Верба", ("Порти взимку", [{"literal": "Олена Верба"}])),
            ("Microsoft Word - стаття 3.docx", "User", ("Порти взимку", None)),
            ("Інша назва", "Інша Людина", ("Порти взимку", None)),
        ],
    )
    def test_a_file_is_believed_where_its_text_bears_it_out(
        self, tmp_path: Path, title: str, author: str, expected: tuple[str, Any]
    ) -> None:
        page = "Порти взимку\n\nОлена Верба\n\n" + BODY.replace(". ", ".\n")
        core = (
            '<c xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator></c>"
        )
        document = docx("".join(map(paragraph, page.split("\n\n"))), {"docProps/core.xml": core})
        for path in (
            stored(tmp_path, "a.pdf", pdf([page], title=title, author=author)),
            stored(tmp_path, "a.docx", document),
        ):
            found = first(path)
            assert (found["title"], found.get("author")) == expected

    def test_running_heads_of_a_pdf_name_the_journal(self, tmp_path: Path) -> None:
        lines = BODY.replace(". ", ".\n").split("\n")
        pages = [f"Вісник моря. 2019. № 2\n\n{line}" for line in ["Порти взимку", *lines]]
        found = first(stored(tmp_path, "a.pdf", pdf(pages)))
        assert found["container-title"] == "Вісник моря"
        assert (found["issue"], found["title"]) == ("2", "Порти взимку")


class TestWorks:
    def test_the_list_of_works_and_what_is_cited_beyond_it(self, tmp_path: Path) -> None:
        path = stored(tmp_path, "a.txt", f"Порти взимку\n\n{BODY}\n\n{LIST}")
        assert works(path)[1:] == [
            {
                "id": "ref-1",
                "type": "book",
                "author": [{"family": "Лиман", "given": "К."}],
                "title": "Вода і влада : монографія",
                "issued": {"date-parts": [[2011]]},
                "citation-number": "1",
            },
            {
                "id": "ref-2",
                "type": "article-journal",
                "author": [
                    {"family": "Верба", "given": "О. В."},
                    {"family": "Мороз", "given": "Г. І."},
                ],
                "title": "Порти без кораблів",
                "issued": {"date-parts": [[2019]]},
                "citation-number": "2",
            },
            {
                "id": "ref-3",
                "type": "book",
                "author": [{"family": "Quill", "given": "A."}],
                "title": "Lights along the coast",
                "issued": {"date-parts": [[1999]]},
                "citation-number": "3",
            },
            {"id": "ref-4", "type": "document", "citation-number": "4"},
        ]

    def test_without_a_list_there_are_numbers_only(self, tmp_path: Path) -> None:
        path = stored(tmp_path, "a.txt", f"Порти взимку\n\n{BODY}\n")
        assert works(path)[1:] == [
            {"id": f"ref-{number}", "type": "document", "citation-number": str(number)}
            for number in (1, 2, 4)
        ]

    def test_a_list_without_numbers_counts_when_it_is_complete(self, tmp_path: Path) -> None:
        entries = [line.partition(" ")[2] for line in LIST.split("\n")[2:5]]
        body = BODY.replace("; 4]", "; 3]")
        full = f"Порти взимку\n\n{body}\n\nЛітература\n\n" + "\n\n".join(entries)
        titles = [each.get("title") for each in works(stored(tmp_path, "a.txt", full))[1:]]
        assert titles == [
            "Вода і влада : монографія",
            "Порти без кораблів",
            "Lights along the coast",
        ]
        short = full.rpartition("\n\n")[0]
        assert not any("title" in each for each in works(stored(tmp_path, "b.txt", short))[1:])

    def test_the_first_of_two_lists_counts(self, tmp_path: Path) -> None:
        second = "References\n\n1. Lyman K. Voda i vlada. 2011.\n2. Verba O. Porty. 2019.\n"
        path = stored(tmp_path, "a.txt", f"Порти взимку\n\n{BODY}\n\n{LIST}\n{second}")
        assert works(path)[1]["title"] == "Вода і влада : монографія"

    def test_a_list_that_word_numbers(self, tmp_path: Path) -> None:
        from test_documents import NUMBERED

        entries = [line.partition(" ")[2] for line in LIST.split("\n")[2:5]]
        body = paragraph("Порти взимку") + paragraph(BODY) + paragraph("Література")
        body += "".join(paragraph(entry, listed="1") for entry in entries)
        path = stored(tmp_path, "a.docx", docx(body, {"word/numbering.xml": NUMBERED}))
        assert [each.get("title") for each in works(path)[1:3]] == [
            "Вода і влада : монографія",
            "Порти без кораблів",
        ]

    def test_what_no_table_may_hold_is_left_out(self, tmp_path: Path) -> None:
        text = f"Порти\u202e взимку\u200f\n\n{BODY}\n\nЛітература\n\n"
        text += "1. Лиман К. Вода\u202e і вла\u0301да. Одеса, 2011.\r\n2. Щось\u0007 інше\u200f.\n"
        found = works(stored(tmp_path, "a.txt", text))
        assert found[0]["title"] == "Порти взимку"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "Лиман К., Верба О. Вода і влада / К. Лиман, О. Верба. – К. : Наука, 2011. – 214 с.",
            {
                "type": "book",
                "author": [{"family": "Лиман", "given": "К."}, {"family": "Верба", "given": "О."}],
                "title": "Вода і влада",
                "issued": {"date-parts": [[2011]]},
            },
        ),
        (
            "Berg, M., & Holm, E. (2014). Weather and war: A history. Oslo: Nord.",
            {
                "type": "document",
                "author": [{"family": "Berg", "given": "M."}, {"family": "Holm", "given": "E."}],
                "title": "Weather and war: A history",
                "issued": {"date-parts": [[2014]]},
            },
        ),
        (
            "Berg M. Harbour politics // Journal of Coasts. – 2011. – Vol. 4, No. 2. – P. 11–29.",
            {
                "type": "article-journal",
                "author": [{"family": "Berg", "given": "M."}],
                "title": "Harbour politics",
                "issued": {"date-parts": [[2011]]},
            },
        ),
        (
            (
                "Doe, J. (2020a). Why do ports close? Journal of Ports, 12(3), 44–59."
                " https://doi.org/10.1234/jp.2020.5"
            ),
            {
                "type": "document",
                "author": [{"family": "Doe", "given": "J."}],
                "title": "Why do ports close?",
                "issued": {"date-parts": [[2020]]},
                "URL": "https://doi.org/10.1234/jp.2020.5",
                "DOI": "10.1234/jp.2020.5",
            },
        ),
        (
            "Quill, Anna. Lights along the coast. London: Reef, 1999.",
            {
                "type": "document",
                "author": [{"family": "Quill", "given": "Anna"}],
                "title": "Lights along the coast",
                "issued": {"date-parts": [[1999]]},
            },
        ),
        (
            "Орлов І. (ред.) Море і право. Одеса, 2015.",
            {
                "type": "document",
                "editor": [{"family": "Орлов", "given": "І."}],
                "title": "Море і право",
                "issued": {"date-parts": [[2015]]},
            },
        ),
        (
            "Tan Y. The veto of the last mile, in: Lind A. (ed.) Corridors. London, 2018. P. 4–6.",
            {
                "type": "chapter",
                "author": [{"family": "Tan", "given": "Y."}],
                "title": "The veto of the last mile",
                "issued": {"date-parts": [[2018]]},
            },
        ),
        (
            "Концепція портової політики. URL: https://example.org/doc (дата звернення: 12.03.21).",
            {
                "type": "webpage",
                "URL": "https://example.org/doc",
                "note": "Концепція портової політики. URL: https://example.org/doc"
                " (дата звернення: 12.03.21).",
            },
        ),
        (
            "Закон України «Про порти» від 17 травня 2012 р. № 4709-VI.",
            {
                "type": "document",
                "issued": {"date-parts": [[2012]]},
                "note": "Закон України «Про порти» від 17 травня 2012 р. № 4709-VI.",
            },
        ),
        # Two years, neither of them in the imprint: not sure.
        (
            "Порт у 1991 і 2001 роках: хроніка.",
            {"type": "document", "note": "Порт у 1991 і 2001 роках: хроніка."},
        ),
    ],
)
def test_entries(entry: str, expected: dict[str, Any]) -> None:
    assert work(entry) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("12. Лиман К.", (12, "Лиман К.")),
        ("[3] Berg M.", (3, "Berg M.")),
        ("4) Berg M.", (4, "Berg M.")),
        ("7 Berg M.", (7, "Berg M.")),
        ("Berg M. 2001", (0, "Berg M. 2001")),
        ("2011 рік", (0, "2011 рік")),
    ],
)
def test_numbers_of_entries(entry: str, expected: tuple[int, str]) -> None:
    assert numbered(entry) == expected


@given(st.text(max_size=200))
def test_any_entry_keeps_its_words_or_a_title(entry: str) -> None:
    found = work(entry)
    assert ("title" in found) != ("note" in found)
    assert found["type"] in {"article-journal", "book", "chapter", "document", "webpage"}


def test_a_bibliography_that_breaks_a_rule_is_told(tmp_path: Path) -> None:
    # The check that the tests above lean on does fail.
    folder = tmp_path / "harbour-1"
    folder.mkdir()
    (folder / "source.json").write_text('[{"id": "harbour-2"}]', encoding="utf-8")
    with pytest.raises(CorpusError):
        read_bibliography(folder / "source.json", Problems())
