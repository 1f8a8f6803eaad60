"""Readers of documents: their text, what they refuse and in which words."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from document_files import docx, paragraph, part, pdf, zipped
from fpgraph.characters import clean
from fpgraph.documents import confined
from fpgraph.documents.documents import check_language, document_text, read_document
from fpgraph.documents.extraction import extract
from fpgraph.documents.tongues import tongue_of
from fpgraph.errors import ArticleError
from fpgraph.model import Article
from fpgraph.text import article_from_text, fingerprint, read_article

UKRAINIAN = (
    "Портове місто Приморія роками шукало партнерів за морем. Рада вирішила, що угода з"
    " сусідами корисніша за суперечку. Як зазначає К. Лиман, «вода не питає дозволу» [3, с. 12]."
)
ENGLISH = (
    "The harbour town of Primoria had been looking for partners overseas. The council decided"
    " that a treaty with the neighbours was worth more than a quarrel with them."
)


def stored(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path) -> str:
    """Return the sentence with which the file is refused, the path left out."""
    with pytest.raises(ArticleError) as caught:
        document_text(path)
    assert caught.value.path == path
    assert str(caught.value) == f"{path}: {caught.value.problem}"
    return caught.value.problem


def undecodable(byte: int, encoding: str) -> str:
    problem = f"is not UTF-8: byte {byte} does not decode"
    return f"{problem}; it looks like {encoding}, save it as UTF-8"


def unreadable(what: str) -> str:
    return f"{what}, as it seems, which cannot be read; save it as .docx or .txt"


def words(article: Article) -> list[str]:
    return [article.words(passage) for passage in article.passages]


def html(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


class TestText:
    @pytest.mark.parametrize("name", ["a.txt", "a.md", "a.markdown", "a.TXT", "a", "a.text"])
    def test_a_text_comes_as_it_is_stored(self, tmp_path: Path, name: str) -> None:
        text = "\ufeff# Порт\r\n\r\nСлово «так»\u200f і \u202eще\u202c.\r\n"
        assert document_text(stored(tmp_path, name, text)) == text

    def test_marks_of_markdown_are_no_words(self, tmp_path: Path) -> None:
        text = "# Порт\n\n## Вступ\n\nРада *мовчала*.\n\n> Усі чекали на звістку з моря.\n"
        path = stored(tmp_path, "a.md", text)
        article = read_article(path, "x")
        assert article.text == text
        assert words(article) == [
            "Порт",
            "Вступ",
            "Рада *мовчала*.",
            "Усі чекали на звістку з моря.",
        ]

    @given(st.text(alphabet="а бі.\n\r\t\u202e\u200f\ufeff\u0007\u00ad«»", max_size=60))
    def test_unseen_characters_reach_no_fingerprint(self, noise: str) -> None:
        text = f"{noise}Порт мовчав.{noise}"
        article = article_from_text(text, "x")
        for passage in article.passages:
            said = article.words(passage)
            assert clean(said).replace("\u00ad", "") == said
            assert passage.fingerprint == fingerprint(text[passage.start : passage.end])


class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "content", "problem"),
        [
            (
                "a.txt",
                UKRAINIAN.encode("cp1251"),
                undecodable(0, "Windows-1251"),
            ),
            (
                "a.txt",
                UKRAINIAN.encode("koi8_u", "replace"),
                undecodable(0, "KOI8-U"),
            ),
            (
                "a.txt",
                UKRAINIAN.encode("mac_cyrillic"),
                undecodable(0, "Mac Cyrillic"),
            ),
            (
                "a.txt",
                UKRAINIAN.encode("cp1125", "replace"),
                undecodable(0, "CP866"),
            ),
            (
                "a.md",
                "The café stood near the harbour, and nobody went there.".encode("cp1252"),
                undecodable(7, "Windows-1252"),
            ),
            (
                "a.txt",
                UKRAINIAN.encode("utf-16"),
                undecodable(0, "UTF-16"),
            ),
            (
                "a.txt",
                UKRAINIAN.encode() + "ще".encode("cp1251"),
                (
                    f"is not UTF-8: byte {len(UKRAINIAN.encode())} does not decode;"
                    " most of the text does, so it may hold two encodings"
                ),
            ),
            ("a.txt", b"harbour \0 town", "is not a text: byte 8 is zero"),
            ("a.txt", pdf([ENGLISH]), "is called .txt but is a PDF, as it seems; name it .pdf"),
            (
                "a",
                pdf([ENGLISH]),
                "has no ending to its name but is a PDF, as it seems; name it .pdf",
            ),
            (
                "a.pdf",
                ENGLISH.encode(),
                "is called .pdf but is plain text, as it seems; name it .txt",
            ),
            (
                "a.html",
                ENGLISH.encode(),
                "is called .html but is plain text, as it seems; name it .txt",
            ),
            (
                "a.txt",
                html(f"<p>{ENGLISH}</p>").encode(),
                "is called .txt but is an HTML page, as it seems; name it .html",
            ),
            (
                "a.pdf",
                docx(paragraph(ENGLISH)),
                "is called .pdf but is a Word document (.docx), as it seems; name it .docx",
            ),
            (
                "a.docx",
                ENGLISH.encode(),
                "is called .docx but is plain text, as it seems; name it .txt",
            ),
            (
                "a.docx",
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
                unreadable("is an old Word document (.doc)"),
            ),
            (
                "a.docx",
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
                unreadable("is an Office document protected by a password"),
            ),
            (
                "a.odt",
                zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
                unreadable("is an OpenDocument text (.odt)"),
            ),
            (
                "a.docx",
                zipped({"mimetype": "application/epub+zip"}),
                unreadable("is an EPUB book"),
            ),
            (
                "a.docx",
                zipped({"notes.txt": "harbour"}),
                unreadable("is a ZIP archive"),
            ),
            (
                "a.docx",
                zipped({"xl/workbook.xml": "<a/>"}),
                unreadable("is an Excel workbook (.xlsx)"),
            ),
            (
                "a.rtf",
                b"{\\rtf1 harbour}",
                unreadable("is an RTF document"),
            ),
            (
                "a.pdf",
                b"\x89PNG\r\n\x1a\n",
                unreadable("is a PNG picture"),
            ),
            (
                "a.htm",
                b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n",
                unreadable("is a web page saved as one MHTML file"),
            ),
            ("a.pdf", b"", "is empty"),
            ("a.docx", b" \n", "is empty"),
        ],
    )
    def test_each_in_its_own_sentence(
        self, tmp_path: Path, name: str, content: bytes, problem: str
    ) -> None:
        assert refusal(stored(tmp_path, name, content)) == problem

    def test_what_is_not_there(self, tmp_path: Path) -> None:
        assert refusal(tmp_path / "none.pdf") == "there is no such file"
        assert refusal(tmp_path) == "is a folder, not the text of an article"

    def test_a_text_of_a_hundred_megabytes(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        with path.open("wb") as file:
            file.truncate(100 * 1024 * 1024)
        assert refusal(path) == "is larger than 32 MB"


class TestPdf:
    def test_running_heads_and_page_numbers_go(self, tmp_path: Path) -> None:
        bodies = [
            (
                "Порт і море\n\nРада міста вирішила чекати, бо угода не мала підтримки.\nРибалки"
                " ладнали старі човни, а море було неспо-"
            ),
            (
                "кійне цілу зиму. Навесні прийшов перший корабель, і ціни\nна сіль упали вдвічі."
                " Тоді мер запросив сусідів"
            ),
            "до столу, і вони підписали угоду про спільний порт.\nВона діє й досі.",
        ]
        pages = [f"ВІСНИК ПРИМОРІЇ {number}\n\n{body}" for number, body in enumerate(bodies, 7)]
        path = stored(tmp_path, "a.pdf", pdf(pages, title="untitled", feet="789"))
        document = read_document(path)
        assert document.kind == "pdf"
        assert document.text == "\n\f".join(f"{body}\n" for body in bodies)
        heads = "ВІСНИК ПРИМОРІЇ 7\n7\nВІСНИК ПРИМОРІЇ 8\n8\nВІСНИК ПРИМОРІЇ 9\n9"
        assert document.properties == {"shown-title": "untitled", "heads": heads}
        assert words(read_article(path, "x")) == [
            "Порт і море",
            "Рада міста вирішила чекати, бо угода не мала підтримки.",
            "Рибалки ладнали старі човни, а море було неспокійне цілу зиму.",
            "Навесні прийшов перший корабель, і ціни на сіль упали вдвічі.",
            "Тоді мер запросив сусідів до столу, і вони підписали угоду про спільний порт.",
            "Вона діє й досі.",
        ]

    def test_lines_of_the_text_that_resemble_each_other_stay(self, tmp_path: Path) -> None:
        pages = [
            "Порт номер 4 чекає на корабель\nі на сіль.",
            "Порт номер 9 чекає на корабель\nі на рибу.",
        ]
        document = read_document(stored(tmp_path, "a.pdf", pdf(pages)))
        assert document.text == "\n\f".join(f"{page}\n" for page in pages)
        assert "heads" not in document.properties

    def test_gaps_and_indents_part_paragraphs(self, tmp_path: Path) -> None:
        page = (
            "Harbours in winter\n\nIntroduction\n\nThe council waited for a ship that never came"
            "\nand nobody asked why it had been so late.\nIt was a long winter.\n\nA second"
            " paragraph begins here, and it is\nlonger than a line.\nThen it ends, as things do."
        )
        assert read_document(stored(tmp_path, "a.pdf", pdf([page]))).text == page + "\n"

    def test_ligatures_become_letters(self, tmp_path: Path) -> None:
        path = stored(tmp_path, "a.pdf", pdf(["The ﬁrst oﬃce of the ﬂeet"]))
        assert document_text(path) == "The first office of the fleet\n"

    def test_letters_of_windows_1251_are_read_as_such(self, tmp_path: Path) -> None:
        shown = UKRAINIAN.encode("cp1251").decode("latin-1")
        path = stored(tmp_path, "a.pdf", pdf([shown[:90] + "\n" + shown[90:]]))
        assert document_text(path).replace("\n", "") == UKRAINIAN

    def test_the_same_bytes_give_the_same_text(self, tmp_path: Path) -> None:
        content = pdf([ENGLISH[:80], ENGLISH[80:]])
        texts = {document_text(stored(tmp_path, f"{name}.pdf", content)) for name in "ab"}
        assert len(texts) == 1

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (
                pdf(["", "", ""]),
                (
                    "is a scanned PDF, as it seems: 3 of its 3 pages hold no text;"
                    " a program for text recognition can add it"
                ),
            ),
            (
                pdf([ENGLISH, "", "", ""]),
                (
                    "is a scanned PDF, as it seems: 3 of its 4 pages hold no text;"
                    " a program for text recognition can add it"
                ),
            ),
            (b"%PDF-1.7\nnothing of the kind", "is a broken PDF: its pages are not found"),
            (
                pdf([ENGLISH])[:400],
                "is a broken PDF: its pages are not found",
            ),
            (
                pdf(["\ue123\ue124\ue125 " * 30 + "harbour town council"]),
                (
                    "is a PDF whose fonts do not tell their letters;"
                    " a program for text recognition can"
                ),
            ),
        ],
    )
    def test_what_cannot_be_read(self, tmp_path: Path, content: bytes, problem: str) -> None:
        assert refusal(stored(tmp_path, "a.pdf", content)) == problem

    @pytest.mark.parametrize("password", ["", "hidden"])
    def test_encrypted(self, tmp_path: Path, password: str) -> None:
        from pypdf import PdfReader, PdfWriter

        writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([ENGLISH[:80]]))))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        path = tmp_path / "a.pdf"
        writer.write(path)
        if password:
            problem = "is a PDF protected by a password; save a copy without one"
            assert refusal(path) == problem
        else:  # changes only are forbidden
            assert document_text(path) == ENGLISH[:80] + "\n"


class TestHtml:
    def test_blocks_become_paragraphs(self, tmp_path: Path) -> None:
        page = html(
            "<header><a>Home</a></header><nav><li>Menu</li></nav>"
            "<h1>Порт і <em>море</em></h1><p>Рада\n  мовчала.<br>Потім <b>ні</b>.</p>"
            "<script>alert(1)</script><style>p {}</style><p>Друге&nbsp;речення &laquo;є&raquo;.</p>"
            "<ul><li>риба</li><li><p>сіль</p></li><li></li></ul>"
            "<ol start=3><li>угода</li><li>суперечка</li></ol>"
            "<div>Текст<div>ще текст</div>і кінець</div>"
            "<table><tr><th>Рік</th><th>Порт</th></tr><tr><td>1999</td><td>Приморія</td></tr></table>"
            "<p hidden>таємне</p><p style='display: none'>таємне</p>"
            "<blockquote><p>Чуже слово.</p></blockquote><form><input value=x>Пошук</form>"
            "<aside>Реклама</aside><footer>© 2020</footer>"
        )
        assert document_text(stored(tmp_path, "a.html", page)) == (
            "# Порт і море\n\nРада мовчала.\nПотім ні.\n\nДруге\u00a0речення «є».\n\n"
            "• риба\n\n• сіль\n\n3. угода\n\n4. суперечка\n\n"
            "Текст\n\nще текст\n\nі кінець\n\nРік | Порт\n\n1999 | Приморія\n\nЧуже слово.\n"
        )

    def test_the_article_of_a_page_is_its_text(self, tmp_path: Path) -> None:
        page = html(
            f"<div>Also read this</div><article><header><h1>Harbours</h1></header>"
            f"<p>{ENGLISH}</p></article><div>Subscribe now</div>"
        )
        path = stored(tmp_path, "a.htm", page)
        assert document_text(path) == f"# Harbours\n\n{ENGLISH}\n"
        short = html(f"<article>Teaser</article><p>{ENGLISH}</p>")
        assert ENGLISH in document_text(stored(tmp_path, "b.htm", short))

    def test_a_page_that_is_one_form_or_one_table(self, tmp_path: Path) -> None:
        form = html("<form>" + f"<p>{ENGLISH}</p>" * 4 + "</form>")
        assert document_text(stored(tmp_path, "a.html", form)).count(ENGLISH) == 4
        table = html(
            f"<table><tr><td>Menu</td><td><p>{ENGLISH}</p>" + "<p>More.</p></td></tr></table>"
        )
        expected = f"Menu\n\n{ENGLISH}\n\nMore.\n"
        assert document_text(stored(tmp_path, "b.html", table)) == expected

    @pytest.mark.parametrize(
        ("declared", "codec"),
        [
            ("<meta charset=windows-1251>", "cp1251"),
            ("<meta http-equiv=content-type content='text/html; charset=koi8-u'>", "koi8_u"),
            ("<meta charset='utf-8'>", "utf-8"),
            ("", "utf-8"),
            ("", "utf-8-sig"),
            ("", "utf-16"),
            # The page is UTF-8, whatever it declares.
            ("<meta charset=windows-1251>", "utf-8"),
        ],
    )
    def test_the_encoding_that_a_page_declares(
        self, tmp_path: Path, declared: str, codec: str
    ) -> None:
        said = UKRAINIAN.replace("–", "-").partition("«")[0]
        content = html(f"<p>{said}</p>", declared).encode(codec)
        assert document_text(stored(tmp_path, "a.html", content)) == said.strip() + "\n"

    def test_an_encoding_that_nobody_declares(self, tmp_path: Path) -> None:
        problem = refusal(stored(tmp_path, "a.html", html(f"<p>{UKRAINIAN}</p>").encode("cp1251")))
        assert problem.endswith("does not decode; it looks like Windows-1251, save it as UTF-8")

    def test_unseen_characters_are_left_out(self, tmp_path: Path) -> None:
        page = html("<p>По&#x202e;рт&#7; міс&#xFEFF;та</p>")
        assert document_text(stored(tmp_path, "a.html", page)) == "Порт міста\n"

    def test_hostile_pages(self, tmp_path: Path) -> None:
        nested = {depth: "<div>" * depth + "Порт" + "</div>" * depth for depth in (500, 50_000)}
        assert document_text(stored(tmp_path, "a.html", html(nested[500]))) == "Порт\n"
        problem = "is an HTML page that is nested too deeply"
        assert refusal(stored(tmp_path, "a.html", html(nested[50_000]))) == problem
        long = "слово " * 2_000_000
        assert len(document_text(stored(tmp_path, "a.html", html(f"<p>{long}")))) == len(long)
        entities = "<!DOCTYPE html [<!ENTITY a 'ho'><!ENTITY b '&a;&a;'>]><p>&b; Порт</p>"
        assert "hoho" not in document_text(stored(tmp_path, "b.html", entities))
        many = "<!doctype html>" + "<b>" * 3_000_001
        assert refusal(stored(tmp_path, "c.html", many)) == "holds more than 3 million tags"


NOTES = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NUMBERED = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>',
)
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr>'
    '<w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>',
)


class TestDocx:
    def test_paragraphs_headings_lists_tables_and_notes(self, tmp_path: Path) -> None:
        cell = "<w:tc><w:tcPr/>{}</w:tc>"
        body = (
            paragraph("Порт і море", "1")
            + paragraph("Порт і море 3", "T1")
            + paragraph(
                "Рада мовчала", more=f"{NOTES}<w:r><w:t>.</w:t><w:br/><w:t>Так.</w:t></w:r>"
            )
            + paragraph("Вступ", "Own")
            + paragraph("риба", listed="1")
            + paragraph("сіль", listed="1")
            + paragraph("інше", listed="3")
            + paragraph("крапка", listed="2")
            + "<w:tbl><w:tr>"
            + cell.format(paragraph("Рік"))
            + cell.format(paragraph("Порт"))
            + "</w:tr></w:tbl>"
            + "<w:p><w:del><w:r><w:delText>старе</w:delText></w:r></w:del><w:ins><w:r>"
            "<w:t>нове</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>таємне</w:t></w:r></w:p>"
            + paragraph("")
        )
        notes = part(
            "footnotes",
            '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">'
            + paragraph("Див.: Лиман К. Вода.")
            + "</w:footnote>",
        )
        parts = {
            "word/numbering.xml": NUMBERED,
            "word/styles.xml": STYLES,
            "word/footnotes.xml": notes,
        }
        document = read_document(stored(tmp_path, "a.docx", docx(body, parts)))
        assert document.kind == "docx"
        assert document.text == (
            "# Порт і море\n\nРада мовчала.\nТак.\n\n1 Див.: Лиман К. Вода.\n\n## Вступ\n\n"
            "1. риба\n\n2. сіль\n\n1. інше\n\n• крапка\n\nРік | Порт\n\nнове\n"
        )

    def test_text_boxes_come_once(self, tmp_path: Path) -> None:
        box = f"<w:r><w:pict><w:txbxContent>{paragraph('У рамці.')}</w:txbxContent></w:pict></w:r>"
        body = paragraph("Текст.", more=f"{box}<w:Fallback>{box}</w:Fallback>")
        assert document_text(stored(tmp_path, "a.docx", docx(body))) == "Текст.\n\nУ рамці.\n"

    def test_properties(self, tmp_path: Path) -> None:
        core = (
            '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Порт\n і море'
            "</dc:title><dc:creator>О. Верба</dc:creator></c:coreProperties>"
        )
        content = docx(paragraph("Текст."), {"docProps/core.xml": core})
        document = read_document(stored(tmp_path, "a.docx", content))
        assert document.properties == {"shown-title": "Порт і море", "shown-author": "О. Верба"}

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (
                docx("", {"word/document.xml": part("document", " " * (140 * 1024 * 1024))}),
                "is refused: 'word/document.xml' unpacks to 140 MB, more than 128 MB",
            ),
            (
                docx("", {"word/document.xml": part("document", " " * (20 * 1024 * 1024))}),
                "is refused as a zip bomb: 'word/document.xml' unpacks to ",
            ),
            (
                docx(
                    "",
                    {
                        "word/document.xml": '<!DOCTYPE a [<!ENTITY b "bb">]>'
                        + part("document", "<w:body>&b;</w:body>").partition("?>")[2]
                    },
                ),
                "is refused: 'word/document.xml' holds a DOCTYPE, which no Word document needs",
            ),
            (
                docx(
                    "",
                    {
                        "word/document.xml": (
                            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "b">]>'
                            "<a>&b;</a>"
                        ).encode("utf-16")
                    },
                ),
                "is refused: 'word/document.xml' holds a DOCTYPE, which no Word document needs",
            ),
            (
                docx("", {"word/document.xml": "<w:document>"}),
                "is a damaged Word document: 'word/document.xml' is not valid XML",
            ),
        ],
    )
    def test_what_is_refused(self, tmp_path: Path, content: bytes, problem: str) -> None:
        assert refusal(stored(tmp_path, "a.docx", content)).startswith(problem)

    def test_damaged(self, tmp_path: Path) -> None:
        content = docx(paragraph(ENGLISH * 40))
        cut = stored(tmp_path, "a.docx", content[:-40])
        problem = "is a damaged Word document (.docx), as it seems, which cannot be read"
        assert refusal(cut).startswith(problem)
        with zipfile.ZipFile(BytesIO(content)) as archive:
            at = archive.getinfo("word/document.xml").header_offset + 60
        spoilt = content[:at] + b"\xff" * 40 + content[at + 40 :]
        problem = "is a damaged Word document: it does not unpack"
        assert refusal(stored(tmp_path, "b.docx", spoilt)) == problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", pdf(["Harbours\n\n" + ENGLISH.replace(" partners", "\npartners")] * 2)),
        ("a.html", html(f"<h1>Harbours</h1><p>{ENGLISH}</p>").encode()),
        ("a.docx", docx(paragraph("Harbours") + paragraph(ENGLISH))),
    ],
)
def test_offsets_are_those_of_the_text_that_was_made(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = stored(tmp_path, name, content)
    article = read_article(path, "x")
    assert article.text == document_text(path)
    for place, letter in zip(article.offsets, article.clean, strict=True):
        assert article.text[place] == letter or (article.text[place] + letter).isspace()
    sentences = words(article)
    assert sentences[0] == "Harbours"
    assert sentences[1] == ENGLISH.partition(". ")[0] + "."


class TestProcess:
    def test_the_deadline_holds(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(confined, "DEADLINE", 0.001)
        path = stored(tmp_path, "a.html", html("<p>Порт чекає на перший корабель весни.</p>"))
        assert refusal(path) == "takes longer than 0.001 s to be read"

    def test_a_reader_that_dies(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(confined, "_world", lambda: {"PYTHONHOME": "/nowhere"})
        path = stored(tmp_path, "a.html", html("<p>Порт чекає на другий корабель весни.</p>"))
        assert refusal(path) == "cannot be read: it brings its reader down"

    def test_without_an_interpreter(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.executable", "")
        path = stored(tmp_path, "a.html", html("<p>Порт чекає на третій корабель весни.</p>"))
        assert document_text(path) == "Порт чекає на третій корабель весни.\n"


TONGUES = {
    "German": "Der Rat der Stadt hat sich nach langem Streit für einen Vertrag mit den Nachbarn"
    " entschieden. Die Fischer sind nicht zufrieden, aber sie warten auf den Frühling.",
    "Polish": "Rada miasta po długim sporze zdecydowała się na umowę z sąsiadami. Rybacy nie są"
    " zadowoleni, ale czekają na wiosnę, bo nie mają innego wyjścia.",
    "French": "Le conseil de la ville a choisi un traité avec les voisins. Les pêcheurs ne sont pas"
    " contents, mais ils attendent le printemps dans leurs maisons.",
    "Spanish": "El consejo de la ciudad eligió un tratado con los vecinos. Los pescadores no están"
    " contentos, pero esperan la primavera en sus casas.",
    "Italian": "Il consiglio della città ha scelto un trattato con i vicini. I pescatori non sono"
    " contenti, ma aspettano la primavera nelle loro case.",
    "Turkish": "Kent meclisi uzun bir tartışmadan sonra komşularla bir anlaşma yaptı. Balıkçılar"
    " memnun değil ama bahar için bekliyorlar ve başka bir yol yok.",
    "Azerbaijani": "Şəhər şurası uzun mübahisədən sonra qonşularla müqavilə bağladı. Balıqçılar"
    " razı deyil, lakin onlar yaz üçün gözləyir və başqa yol yoxdur.",
    "Romanian": "Consiliul orașului a ales un tratat cu vecinii. Pescarii nu sunt mulțumiți, dar"
    " așteaptă primăvara în casele lor și nu au altă cale.",
    "Czech": "Rada města se po dlouhém sporu rozhodla pro smlouvu se sousedy. Rybáři nejsou"
    " spokojeni, ale čekají na jaro, protože jinou cestu nemají.",
    "Russian": "Городской совет после долгого спора выбрал договор с соседями. Рыбаки не довольны,"
    " но они ждут весны, потому что другого пути у них нет.",
    "Bulgarian": "Градският съвет избра договор със съседите. Рибарите не са доволни, но чакат"
    " пролетта, защото друг път за тях няма и не се вижда.",
    "Belarusian": "Гарадскі савет пасля доўгай спрэчкі выбраў дамову з суседзямі. Рыбакі не"
    " задаволеныя, але яны чакаюць вясны, бо ў іх няма іншага шляху.",
    "Serbian": "Градски савет је изабрао уговор са суседима. Рибари нису задовољни, али они чекају"
    " пролеће, јер за њих нема другог пута.",
    "Georgian": "ქალაქის საბჭომ აირჩია ხელშეკრულება მეზობლებთან. მეთევზეები უკმაყოფილონი არიან.",
    "Arabic": "اختار مجلس المدينة معاهدة مع الجيران. الصيادون غير راضين لكنهم ينتظرون الربيع.",
    "Chinese or Japanese": "市议会选择了与邻国签订条约。渔民们并不满意，但他们在等待春天。",
    "Greek": "Το συμβούλιο της πόλης επέλεξε μια συνθήκη με τους γείτονες. Οι ψαράδες περιμένουν.",
    "Armenian": "Քաղաքի խորհուրդը ընտրեց պայմանագիր հարևանների հետ։ Ձկնորսները սպասում են գարնանը։",
}


class TestLanguage:
    @pytest.mark.parametrize("tongue", TONGUES)
    def test_other_languages_are_named(self, tongue: str) -> None:
        article = article_from_text(f"{TONGUES[tongue]}\n\n" * 3, "x")
        problem = f"is written in {tongue}, as it seems; only Ukrainian and English can be read"
        with pytest.raises(ArticleError) as caught:
            check_language(article, "a.txt")
        assert str(caught.value) == f"a.txt: {problem}"

    @pytest.mark.parametrize("tongue", TONGUES)
    def test_other_languages_may_be_parts(self, tongue: str) -> None:
        for known in (UKRAINIAN, ENGLISH):
            check_language(article_from_text(f"{known}\n\n{TONGUES[tongue]}\n\n{known}", "x"))

    def test_an_abstract_is_not_enough(self) -> None:
        text = f"{ENGLISH}\n\n{UKRAINIAN}\n\n" + f"{TONGUES['Russian']}\n\n" * 9
        with pytest.raises(ArticleError, match="written in Russian"):
            check_language(article_from_text(text, "x"))

    def test_a_language_that_nobody_lists(self) -> None:
        text = "Halmashauri ya mji ilichagua mkataba wa majirani baada ya mabishano marefu. " * 6
        with pytest.raises(ArticleError, match="in a language that is not known"):
            check_language(article_from_text(text, "x"))

    @pytest.mark.parametrize("text", ["Порт мовчав.", "Harbour", "Місто Баку", "Рада [1]."])
    def test_a_text_too_short_to_tell_passes(self, text: str) -> None:
        check_language(article_from_text(text, "x"))

    def test_both_languages_are_told(self) -> None:
        assert tongue_of(UKRAINIAN) == "Ukrainian"
        assert tongue_of(ENGLISH) == "English"


def large_page(size: int) -> bytes:
    return html(f"<p class='t'>{UKRAINIAN} <i>{ENGLISH}</i></p>\n" * size).encode()


def large_document(size: int) -> bytes:
    runs = "".join(f"<w:r><w:t>{word} </w:t></w:r>" for word in UKRAINIAN.split())
    return docx(f"<w:p>{runs}</w:p>" * size)


def unpacked(content: bytes) -> int:
    if not zipfile.is_zipfile(BytesIO(content)):
        return len(content)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return sum(each.file_size for each in archive.infolist())


@pytest.mark.parametrize(
    ("kind", "make", "megabytes_a_second"), [("html", large_page, 10), ("docx", large_document, 5)]
)
def test_speed(kind: str, make: Callable[[int], bytes], megabytes_a_second: float) -> None:
    extract(kind, make(1))
    content = make(8_000)
    begin = time.process_time()
    extract(kind, content)
    seconds = time.process_time() - begin
    assert unpacked(content) / 1e6 / seconds > megabytes_a_second
