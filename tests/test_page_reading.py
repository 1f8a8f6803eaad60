"""Reading the page and taking from it: sentences, copies, files, paper."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from lxml import etree
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from fpgraph import terms as t
from fpgraph.build import quote
from fpgraph.corpus import load_corpus
from fpgraph.dataset import sections, to_graph
from fpgraph.excerpts import passage_records
from fpgraph.model import Corpus, Mention, Passage
from fpgraph.page import render_page
from fpgraph.quotations import Mark, Quoted, mentions_by_passage, quoted
from fpgraph.sheets import claims_csv
from fpgraph.text import read_article
from test_page import SHOWN, Open, browser, hostile_html, html, visit

__all__ = ["browser", "hostile_html", "html", "visit"]  # fixtures: pytest finds them by name

SOURCE = "harbour-2020-1"
REPORTED = "b42c7652f2c0"  # coastal observers, relayed by the author, two works cited
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def quoting(sample: Corpus, sample_text: Path) -> str:
    """The page of a build that had the article."""
    return render_page(sample, quotations=quote(sample, [sample_text]))


@pytest.fixture(scope="module")
def real_html(real_corpus: Corpus) -> str:
    return render_page(real_corpus)


def words_of(page: Page, selector: str) -> list[str]:
    return [" ".join(words.split()) for words in page.locator(selector).all_inner_texts()]


# The words of a passage and the names in them


def test_names_are_marked_where_they_stand(sample: Corpus, sample_text: Path) -> None:
    (source,) = sample.sources
    article = read_article(sample_text, SOURCE)
    found = quote(sample, [sample_text])[SOURCE]
    named = mentions_by_passage(source)
    assert sum(map(len, named.values())) == len(source.mentions)
    for number, passage in found.items():
        assert "".join(words for words, _ in passage.pieces()) == passage.words
        assert len(passage.marks) == len(named.get(number, ()))
        for mark, mention in zip(passage.marks, named.get(number, ()), strict=True):
            stored = article.text[mention.start : mention.end]
            plain = re.sub(r"-\n", "", stored).replace("\n", " ")
            assert passage.words[mark.start : mark.end] == plain


def test_a_piece_knows_all_names_around_it_the_narrowest_first(
    sample: Corpus, sample_text: Path
) -> None:
    pieces = list(quote(sample, [sample_text])[SOURCE][1].pieces())
    assert pieces[0] == ("Зовнішня політика ", ("primoria-foreign-policy",))
    assert pieces[1] == ("Приморії", ("primoria", "primoria-foreign-policy"))
    assert pieces[2][1] == ()


def test_a_copy_with_a_line_more_before_it_is_marked(sample: Corpus, sample_text: Path) -> None:
    (source,) = sample.sources
    text = sample_text.read_text(encoding="utf-8")
    passage = source.passages[4]
    moved = Passage(5, "", 1, "uk", passage.start + 2, passage.end + 2, passage.fingerprint)
    article = read_article(sample_text, SOURCE)
    shifted = type(article)(
        SOURCE, "\n\n" + text, article.clean, [at + 2 for at in article.offsets]
    )
    mentions = mentions_by_passage(source)[5]
    there = quoted(shifted, passage, moved, mentions)
    here = quoted(article, passage, passage, mentions)
    assert there == here
    assert there.marks


def test_without_known_places_nothing_is_marked(
    sample: Corpus, sample_text: Path, tmp_path: Path
) -> None:
    text = sample_text.read_text(encoding="utf-8").replace("Примо-\nрії", "Приморії")
    copy = tmp_path / "copy.txt"
    copy.write_text(text, encoding="utf-8")
    found = quote(sample, [copy])[SOURCE]
    assert found[5] == Quoted("Уряд Приморії проводить маячну політику.")
    assert found[4] == quote(sample, [sample_text])[SOURCE][4]  # before it, and moved after it,
    assert found[12] == quote(sample, [sample_text])[SOURCE][12]  # all is known


def test_records_of_passages(sample: Corpus) -> None:
    (source,) = sample.sources
    numbers = {name: place for place, name in enumerate(sorted(sample.entities))}
    records = passage_records(source, numbers, {})
    assert set(records) == {str(passage.number) for passage in source.passages}
    assert records["14"]["reprints"] == 4
    assert records["1"]["named"] == [numbers["primoria-foreign-policy"], numbers["primoria"]]
    assert not any("pieces" in record for record in records.values())


# A node


def test_a_node_tells_its_neighbours_by_relation(visit: Open, real_html: str) -> None:
    page = visit(real_html, "#n=azerbaijan").page
    groups = page.locator("#details .group")
    assert groups.count() > 8
    group = page.locator("#details div", has=page.locator("summary", has_text="is a member of"))
    expect(group.locator(".neighbours")).to_contain_text("Council of Europe")
    assert group.locator(".claim").count() == 0
    group.locator("summary").click()
    expect(group.locator(".claim").first).to_be_visible()
    claims = int(group.locator("summary .count").inner_text())
    assert group.locator(".claim").count() == claims
    group.locator(".neighbours button", has_text="Council of Europe").click()
    expect(page.locator("#selected")).to_have_text("Council of Europe")


def test_a_node_tells_where_it_is_named(
    visit: Open, html: str, quoting: str, sample: Corpus
) -> None:
    (source,) = sample.sources
    numbers = [
        number
        for number, mentions in mentions_by_passage(source).items()
        if any(mention.entity == "primoria" for mention in mentions)
    ]
    page = visit(html, "#n=primoria").page
    expect(page.locator("#details .where").first).to_have_text(
        f"sentences {', '.join(map(str, sorted(numbers)))}"
    )
    page = visit(quoting, "#n=primoria").page
    named = page.locator("#details > .again")
    named.locator("summary").click()
    expect(named.locator("blockquote")).to_have_count(len(numbers))
    assert named.locator("mark.strong").count() >= len(numbers)


def test_a_claim_of_a_node_opens(visit: Open, html: str) -> None:
    page = visit(html, "#n=lighthouse-realism").page
    page.locator("#details .opens", has_text="Coastal observers").click()
    expect(page.locator("#selected")).to_have_text(
        "Coastal observers call the policy of Primoria lighthouse realism."
    )


# A claim


def test_a_claim_tells_who_says_it_where_and_on_what(visit: Open, html: str) -> None:
    page = visit(html, f"#c={REPORTED}").page
    assert words_of(page, ".row dt") == ["Said by", "Relayed by"]
    assert words_of(page, ".row dd") == ["coastal observers", "the author of the article"]
    assert words_of(page, "#details .speaker .badge") == ["affirms", "interpretation"]
    assert words_of(page, "#details .translation") == [
        "Прибережні оглядачі звуть політику Приморії маячним реалізмом."
    ]
    assert words_of(page, "#details .place .where") == [
        "Погляди оглядачів · paragraph 3 · sentence 7 · characters 200–299"
    ]
    assert words_of(page, "#details .cites li")[0] == "Lights along the coast pp. 12–15"
    assert page.locator("#details .cites li").count() == 2
    assert words_of(page, "#details .named li") == ["Primoria", "coastal observers", "realism"] or (
        set(words_of(page, "#details .named li")) == {"Primoria", "coastal observers", "realism"}
    )
    assert page.locator("blockquote").count() == 0


def test_the_sentence_stands_between_its_neighbours_with_its_names_marked(
    visit: Open, quoting: str
) -> None:
    page = visit(quoting, f"#c={REPORTED}").page
    said = words_of(page, "blockquote .said")
    assert len(said) == 1
    assert said[0].startswith("На думку прибережних оглядачів, політику Приморії можна назвати")
    context = words_of(page, "blockquote .context")
    assert context[0] == "Погляди оглядачів."
    assert context[1].startswith("О. Вербицька заперечує")
    assert len(context) == 2
    assert words_of(page, "mark.strong") == ["політику", "маячним реалізмом"] or words_of(
        page, "mark.strong"
    ) == ["політику", "Приморії", "маячним реалізмом"]
    assert words_of(page, "mark:not(.strong)")[0] == "прибережних оглядачів"
    expect(page.locator("blockquote")).to_have_attribute("lang", "uk")
    assert page.locator(".context mark").count() == 0


def test_a_marked_name_leads_to_its_entity(visit: Open, quoting: str) -> None:
    page = visit(quoting, f"#c={REPORTED}").page
    page.locator("mark a", has_text="прибережних оглядачів").click()
    expect(page.locator("#selected")).to_have_text("coastal observers")
    page.go_back()
    expect(page.locator("#selected")).to_contain_text("lighthouse realism")
    page.locator("mark.strong a", has_text="маячним реалізмом").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#selected")).to_have_text("lighthouse realism")


def test_repetitions_are_there_with_their_sentences(visit: Open, quoting: str) -> None:
    page = visit(quoting, "#c=0d427e11eb9f").page
    again = page.locator("details.again")
    expect(again.locator("summary")).to_have_text("repeated in sentence 19")
    again.locator("summary").click()
    expect(again.locator(".where")).to_contain_text("Abstract · paragraph 6 · sentence 19")
    expect(again.locator(".said")).to_contain_text("Primoria belongs to the League")
    expect(again.locator("blockquote")).to_have_attribute("lang", "en")


def test_hostile_words_are_text_in_pieces_too(visit: Open, sample: Corpus) -> None:
    (source,) = sample.sources
    nasty = '<img src=x onerror=alert(1)> & "quoted" </script>'
    marks = Quoted(nasty, (Mark("primoria", 5, 12), Mark("lighthouse-realism", 0, len(nasty))))
    page = visit(render_page(sample, quotations={source.id: {7: marks}}), f"#c={REPORTED}").page
    assert words_of(page, "blockquote .said") == [nasty]
    assert page.locator("img").count() == 0


# Copies


PASTED = """() => {
  const box = document.createElement("textarea");
  box.id = "pasted";
  document.body.append(box);
  box.focus();
}"""


def copied(page: Page, kind: str) -> str:
    """Press a button that copies, and paste what it copied."""
    page.evaluate("document.getElementById('told').textContent = ''")
    page.locator(f"[data-copy={kind}]").first.click()
    expect(page.locator("#told")).to_have_text(re.compile("Copied|Скопійовано"))
    expect(page.locator("#told")).to_have_attribute("role", "status")
    page.evaluate(PASTED)
    page.keyboard.press("Control+V")
    words = page.locator("#pasted").input_value()
    page.evaluate("document.getElementById('pasted').remove()")
    return words


def test_copy_as_citation(visit: Open, html: str) -> None:
    page = visit(html, f"#c={REPORTED}").page
    words = copied(page, "asCitation")
    for part in (
        "Учбовий вісник, № 1. 2020.", "Sentence 7, Section «Погляди оглядачів»",
        "Coastal observers call the policy of Primoria lighthouse realism.",
        "coastal observers, as relayed by the author of the article",
        f"{t.CLAIM_BASE}{SOURCE}/{REPORTED}",
    ):  # fmt: skip
        assert part in words
    page.locator("[data-language=uk]").click()
    assert "Прибережні оглядачі звуть" in copied(page, "asCitation")


def test_copy_as_query_returns_the_claims(visit: Open, html: str, sample: Corpus) -> None:
    store = ox.Store()
    store.extend(ox.Quad(*triple) for part in sections(sample).values() for triple in part)

    def claims(query: str) -> set[str]:
        return {row["claim"].value.rpartition("/")[2] for row in store.query(query)}  # type: ignore[union-attr]

    page = visit(html, f"#c={REPORTED}").page
    query = copied(page, "asQuery")
    assert claims(query) == {REPORTED}
    rows = list(store.query(query))  # type: ignore[arg-type]
    assert [row["sentence"].value for row in rows] == ["7"]
    assert claims(copied(visit(html, "#n=primoria").page, "asQuery")) == {
        claim.id
        for claim in sample.sources[0].claims
        if claim.status == "accepted" and "primoria" in {claim.subject, claim.object}
    }
    assert claims(copied(visit(html, "#n=o-verbytska").page, "asQuery")) == {"5ff6c20e3c39"}


def test_copying_without_the_clipboard_interface(visit: Open, html: str) -> None:
    page = visit(html, f"#c={REPORTED}").page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    assert REPORTED in copied(page, "asCitation")
    expect(page.locator("[data-copy=asCitation]")).to_be_visible()


def keys(triples: Iterable[Any]) -> set[Any]:
    """Return triples as a set in which a blank node is what is said of it."""
    found = [(triple.subject, triple.predicate, triple.object) for triple in triples]
    said: dict[Any, set[Any]] = defaultdict(set)
    for subject, predicate, value in found:
        if isinstance(subject, ox.BlankNode):
            said[subject].add((predicate, value))
    return {
        (frozenset(said[subject]) if subject in said else subject, predicate, value)
        for subject, predicate, value in found
    }


def parsed(turtle: str) -> set[Any]:
    triples = keys(ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE))
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == len(triples)
    return triples


def graph_of(corpus: Corpus) -> set[Any]:
    return keys(triple for part in sections(corpus).values() for triple in part)


def about(triples: set[Any], prefix: str) -> set[Any]:
    return {
        triple for triple in triples
        if isinstance(triple[0], ox.NamedNode) and triple[0].value.startswith(prefix)
    }  # fmt: skip


def test_copy_as_turtle_is_the_claim_as_in_the_graph(
    visit: Open, html: str, sample: Corpus
) -> None:
    whole = graph_of(sample)
    for name in (REPORTED, "3125ae02bcae", "c91833417fa8", "0d427e11eb9f"):
        turtle = parsed(copied(visit(html, f"#c={name}").page, "asTurtle"))
        assert turtle <= whole
        address = f"{t.CLAIM_BASE}{SOURCE}/{name}"
        assert about(turtle, address) == about(whole, address)
    turtle = parsed(copied(visit(html, "#n=primoria").page, "asTurtle"))
    assert turtle <= whole
    assert {s.value for s, _, _ in about(turtle, t.FPID)} == {f"{t.FPID}primoria"}


# Files


def saved(page: Page, kind: str) -> tuple[str, bytes]:
    page.locator("#save").click()
    with page.expect_download() as download:
        page.locator(f"[data-save={kind}]").click()
    name = download.value.suggested_filename
    expect(page.locator("#told")).to_contain_text(name)
    return name, Path(download.value.path()).read_bytes()


def test_saving_does_not_lead_away(visit: Open, html: str) -> None:
    page = visit(html, "#n=primoria").page
    name, _ = saved(page, "saveCsv")
    assert name == f"{SOURCE}-claims.csv"
    expect(page.locator("#selected")).to_have_text("Primoria")
    expect(page.locator("#save")).to_be_focused()


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_is_the_table_of_claims(
    visit: Open, real_html: str, real_corpus: Corpus, root: Path
) -> None:
    for corpus, page_html in (
        (real_corpus, real_html),
        (load_corpus(root / "tests" / "two-sources"), None),
    ):
        page = visit(page_html or render_page(corpus)).page
        _, content = saved(page, "saveCsv")
        assert content.startswith(b"\xef\xbb\xbf")
        ours, theirs = rows_of(content), rows_of(claims_csv(corpus))
        assert ours[0] == theirs[0]
        assert sorted(ours[1:]) == sorted(theirs[1:])


def test_csv_and_turtle_hold_what_is_shown(visit: Open, html: str, sample: Corpus) -> None:
    page = visit(html).page
    page.select_option("#speaker", label="O. Verbytska (1)")
    _, content = saved(page, "saveCsv")
    assert [row[-1].rpartition("/")[2] for row in rows_of(content)[1:]] == ["5ff6c20e3c39"]
    _, content = saved(page, "saveTurtle")
    turtle = parsed(content.decode())
    assert turtle <= graph_of(sample)
    claims = {s.value.partition("#")[0] for s, _, _ in about(turtle, t.CLAIM_BASE)}
    assert claims == {f"{t.CLAIM_BASE}{SOURCE}/5ff6c20e3c39"}


def test_formulas_are_guarded(visit: Open, sample: Corpus) -> None:
    from dataclasses import replace

    (source,) = sample.sources
    glosses = ["=1+1", "+1", "-1", "@A1", '=HYPERLINK("x","y")']
    claims = [
        replace(claim, gloss_en=gloss, gloss_uk=f"{gloss}, {gloss}")
        for claim, gloss in zip(source.claims, glosses, strict=False)
    ]
    corpus = Corpus(sample.entities, (replace(source, claims=tuple(claims)),))
    _, content = saved(visit(render_page(corpus)).page, "saveCsv")
    rows = rows_of(content)
    place = rows[0].index("gloss_en")
    assert {row[place] for row in rows[1:]} == {f"'{gloss}" for gloss in glosses}
    assert not any(cell[:1] in {"=", "+", "-", "@"} for row in rows for cell in row)


@pytest.mark.parametrize("which", ["sample", "two", "real"])
def test_turtle_is_what_the_graph_holds(
    visit: Open, which: str, sample: Corpus, real_corpus: Corpus, root: Path
) -> None:
    corpora = {"sample": sample, "real": real_corpus}
    corpus = corpora.get(which) or load_corpus(root / "tests" / "two-sources")
    _, content = saved(visit(render_page(corpus)).page, "saveTurtle")
    turtle = parsed(content.decode())
    parts = {title: keys(part) for title, part in sections(corpus).items()}
    claims, grounds = (
        parts["Claims"],
        parts["The claims that edges rest on; what is held not to be so"],
    )
    entities = parts["Entities, works and the edges between them"]
    assert about(turtle, t.CLAIM_BASE) == claims
    assert {triple for triple in turtle if isinstance(triple[0], frozenset)} == grounds
    written = {subject for subject, _, _ in about(turtle, t.FPID)}
    assert about(turtle, t.FPID) == {triple for triple in entities if triple[0] in written}
    named = {value for _, _, value in claims if str(value).startswith(f"<{t.FPID}")}
    assert named <= written
    assert turtle <= graph_of(corpus)


def test_matrix_as_csv(visit: Open, real_html: str) -> None:
    name, content = saved(visit(real_html).page, "saveMatrix")
    rows = rows_of(content)
    assert name == "politicus-2024-1-matrix.csv"
    assert rows[0][:6] == [
        "actor", "actor_label", "theory", "theory_label", "speaker", "speaker_label"
    ]  # fmt: skip
    assert ["russia", "offensive-realism"] in [[row[0], row[2]] for row in rows]
    assert any(row[4] == "" for row in rows[1:])  # blank cells: openings for research


def test_svg_is_the_picture(visit: Open, html: str) -> None:
    name, content = saved(visit(html).page, "saveSvg")
    assert name == f"{SOURCE}.svg"
    root = etree.fromstring(content)
    words = " ".join(" ".join(root.itertext()).split())
    for part in (
        "Foreign-policy graph", "lighthouse realism", "Montania", "Учбовий вісник, № 1. 2020.",
        "Theories", "Affiliation", "denied, or a negative statement", "hedged", "14 claims",
    ):  # fmt: skip
        assert part in words
    paths = [path.attrib for path in root.iter(f"{SVG}path")]
    dashes = {path.get("stroke-dasharray") for path in paths}
    assert {"7 5", "1.5 4.5"} <= dashes
    assert any(path["d"].startswith("M0-1.25L1.25 0") for path in paths)  # a theory's shape
    fills = {path.get("fill") for path in paths}
    assert {"#0072b2", "#d55e00"} <= fills
    assert not [name for part in root.iter() for name in part.attrib if name in {"style", "href"}]


def test_svg_with_hostile_labels_is_well_formed(visit: Open, hostile_html: str) -> None:
    _, content = saved(visit(hostile_html).page, "saveSvg")
    root = etree.fromstring(content)
    assert {part.tag.removeprefix(SVG) for part in root.iter()} <= {
        "svg", "g", "path", "text", "tspan", "title", "rect", "circle"
    }  # fmt: skip
    titles = [" ".join(str(title.text).split()) for title in root.iter(f"{SVG}title")]
    assert any(SHOWN in title for title in titles)
    assert not any(name.startswith("on") for part in root.iter() for name in part.attrib)


def test_svg_looks_like_the_picture(visit: Open, html: str, browser: Any) -> None:
    opened = visit(html)
    _, content = saved(opened.page, "saveSvg")
    box = opened.page.locator("#canvas").bounding_box()
    assert box is not None
    x, y = opened.spot("#d55e00")
    page = browser.new_page(viewport={"width": 1200, "height": 1100})
    page.set_content(content.decode().partition("?>")[2])
    (path,) = page.locator("svg svg path[fill='#d55e00'][stroke-linejoin]").all()
    drawn = path.bounding_box()
    frame = page.evaluate(
        """() => {
          const { left, top } = document.querySelector("svg").getBoundingClientRect();
          return { x: left, y: top + Number(document.querySelector("svg svg").getAttribute("y")) };
        }"""
    )
    assert drawn is not None
    assert drawn["x"] + drawn["width"] / 2 - frame["x"] == pytest.approx(x - box["x"], abs=3)
    assert drawn["y"] + drawn["height"] / 2 - frame["y"] == pytest.approx(y - box["y"], abs=3)
    page.close()


@pytest.mark.parametrize(("scheme", "paper"), [("light", (251, 250, 246)), ("dark", (20, 24, 30))])
def test_png_is_the_picture(
    visit: Open, html: str, scheme: str, paper: tuple[int, int, int]
) -> None:
    name, content = saved(visit(html, color_scheme=scheme).page, "savePng")
    assert name == f"{SOURCE}.png"
    with Image.open(BytesIO(content)) as image:
        assert image.width > 1200
        colours = image.convert("RGB").getcolors(maxcolors=1 << 24)
    assert colours is not None
    counts = {colour: count for count, colour in colours}
    ground = (255, 255, 255) if scheme == "light" else paper
    assert max(counts, key=lambda colour: counts[colour]) == ground
    theory = (213, 94, 0) if scheme == "light" else (255, 138, 61)
    assert counts.get(theory, 0) > 100


def test_the_menu_by_keyboard(visit: Open, html: str) -> None:
    page = visit(html, "#n=primoria").page
    page.locator("#save").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#save")).to_have_attribute("aria-expanded", "true")
    items = page.locator("#save-menu [role=menuitem]")
    expect(items.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(items.last).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("g")
    expect(items.nth(3)).to_have_text("Graph shown (Turtle)")
    expect(items.nth(3)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#save-menu")).to_be_hidden()
    expect(page.locator("#save")).to_be_focused()
    expect(page.locator("#selected")).to_have_text("Primoria")  # the selection stands
    page.keyboard.press("ArrowDown")
    with page.expect_download():
        page.keyboard.press("Enter")
    page.locator("#save").click()
    page.mouse.click(700, 500)
    expect(page.locator("#save-menu")).to_be_hidden()


# Paper and list


def on_paper(page: Page) -> str:
    reader = PdfReader(BytesIO(page.pdf()))
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


def test_a_handout_of_a_claim(visit: Open, quoting: str) -> None:
    page = visit(quoting, f"#c={REPORTED}").page
    words = on_paper(page)
    for part in (
        "Foreign-policy graph", "Учбовий вісник, № 1. 2020.", "lighthouse realism", "Theories",
        "Coastal observers call the policy of Primoria", "Said by", "sentence 7", "маячним",
    ):  # fmt: skip
        assert part in words
    for part in ("What kind", "Copy", "Back to the start", "Zoom"):
        assert part not in words


def test_a_handout_of_the_list(visit: Open, html: str) -> None:
    page = visit(html, color_scheme="dark").page
    page.locator("#tab-claims").click()
    words = on_paper(page)
    assert "Primoria is in the League." in words
    assert "The festival is no danger to the ports." in words
    assert "14 claims" in words


def test_the_list_says_what_the_picture_shows(visit: Open, html: str, sample: Corpus) -> None:
    page = visit(html).page
    page.locator("#tab-claims").click()
    nodes = page.locator("#node-list li")
    claims = [claim for claim in sample.sources[0].claims if claim.status == "accepted"]
    ends = {end for claim in claims for end in (claim.subject, claim.object)}
    expect(nodes).to_have_count(len(ends))
    expect(page.locator("#nodes-shown")).to_have_text(f"{len(ends)} nodes shown")
    page.select_option("#speaker", label="O. Verbytska (1)")
    assert words_of(page, "#node-list .entity") == ["Montania", "lake doctrine"]
    nodes.first.locator("button").click()
    expect(page.locator("#selected")).to_have_text("Montania")


def test_a_long_list_comes_in_parts(visit: Open, real_html: str, real_corpus: Corpus) -> None:
    page = visit(real_html).page
    page.locator("#tab-claims").click()
    rows = page.locator("#claim-list .listed")
    expect(rows).to_have_count(300)
    whole = sum(claim.status == "accepted" for claim in real_corpus.sources[0].claims)
    page.locator("#claim-list .plain").click()
    expect(rows).to_have_count(min(whole, 600))
    expect(rows.nth(300)).to_be_focused()


def test_mentions_outside_every_passage_are_left_out(sample: Corpus) -> None:
    from dataclasses import replace

    (source,) = sample.sources
    stray = replace(source, mentions=(Mention("primoria", 10**6, 10**6 + 5),))
    assert mentions_by_passage(stray) == {}


def test_the_graph_that_others_read_is_the_same(sample: Corpus, sample_text: Path) -> None:
    """Quoting does not change the graph but for the words."""
    found = quote(sample, [sample_text])
    plain, quoting = sections(sample), sections(sample, quotations=found)
    assert plain["Claims"] == quoting["Claims"]
    more = set(quoting["Passages"]) - set(plain["Passages"])
    exact = {triple.object.value for triple in more if triple.predicate.value == t.EXACT}  # type: ignore[union-attr]
    assert exact == {passage.words for passage in found[SOURCE].values()}
    assert len(to_graph(sample, ontology=False)) == len(graph_of(sample))
