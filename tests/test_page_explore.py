"""Asking the page and sharing what it shows: search, filters, paths, matrix, address, keys."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Locator, Page, expect

from fpgraph.corpus import load_corpus
from fpgraph.model import Corpus
from fpgraph.network import network
from fpgraph.page import render_page
from test_page import SHOWN, THEORY, Open, Visit, browser, hostile_html, html, visit

__all__ = ["browser", "hostile_html", "html", "visit"]  # fixtures: pytest finds them by name


@pytest.fixture(scope="module")
def real_html(real_corpus: Corpus) -> str:
    return render_page(real_corpus)


@pytest.fixture(scope="module")
def ties(real_corpus: Corpus) -> nx.MultiGraph:
    """The network of the real corpus, walked in either direction."""
    return nx.MultiGraph(network(real_corpus).to_undirected())


@pytest.fixture(scope="module")
def two_html(root: Path) -> str:
    return render_page(load_corpus(root / "tests" / "two-sources"))


def found(page: Page, words: str) -> list[str]:
    page.fill("#search", words)
    return page.locator("#results [role=option] bdi:first-of-type").all_inner_texts()


def address(page: Page) -> str:
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def selected(opened: Visit) -> Locator:
    return opened.page.locator("#selected")


def steps_of(page: Page) -> list[str]:
    return page.locator(".steps > .step > p").all_inner_texts()


# Search


def test_search_ranks_the_whole_before_its_beginning_and_a_word(
    visit: Open, real_html: str
) -> None:
    page = visit(real_html).page
    assert found(page, "russia")[0] == "Russia"
    assert found(page, "росія")[0] == "Russia"
    assert found(page, "realism")[0] == "realism as a virtue"  # also called just so
    assert found(page, "realis")[0] == "offensive realism"  # more central than what begins so
    names = found(page, "policy azerbaijan foreign")
    assert "foreign policy of Azerbaijan" in names


def test_search_passes_over_accents_apostrophes_and_hyphens(visit: Open, real_html: str) -> None:
    page = visit(real_html).page
    with_them = found(page, "євразійці")
    assert with_them
    assert with_them == found(page, "ЄВРАЗІИЦІ")
    assert found(page, "mearsheimers theory")[0] == found(page, "Mearsheimer’s theory")[0]
    assert found(page, "post soviet states")[0] == "post-Soviet states"


def test_results_stand_in_groups_and_lead_to_claims(visit: Open, html: str) -> None:
    opened = visit(html)
    page = opened.page
    page.fill("#search", "lighthouse")
    groups = page.locator("#results .group-name")
    expect(groups.first).to_have_text("Theories")
    expect(groups.last).to_have_text("Claims")
    options = page.locator("#results [role=option]")
    numbers = [option.get_attribute("id") for option in options.all()]
    assert numbers == [f"result-{number}" for number in range(len(numbers))]
    page.keyboard.press("ArrowUp")  # from the first to the last, which is a claim
    expect(options.last).to_have_attribute("aria-selected", "true")
    claim = options.last.locator("bdi").first.inner_text()
    page.keyboard.press("Enter")
    expect(selected(opened)).to_have_text(claim)
    assert address(page).startswith("#c=")


# Filters


def test_filter_by_work_cited(visit: Open, html: str) -> None:
    opened = visit(html)
    page, shown = opened.page, opened.page.locator("#shown")
    page.select_option("#citation-filter", "cited")
    expect(shown).to_have_text("2 claims of 14 shown")
    page.select_option("#citation-filter", label="Lights along the coast (1)")
    expect(shown).to_have_text("1 claim of 14 shown")
    assert address(page) == "#citation=harbour-2020-1-ref-1"
    page.select_option("#citation-filter", "uncited")
    expect(shown).to_have_text("12 claims of 14 shown")
    page.locator("#reset").click()
    expect(shown).to_have_text("14 claims")
    assert address(page) == ""


def test_one_article_has_no_filter_by_article(visit: Open, html: str) -> None:
    page = visit(html).page
    expect(page.locator("#source-filter")).to_be_hidden()
    expect(page.locator("label[for=source-filter]")).to_be_hidden()
    expect(page.locator("#contested")).to_be_hidden()


def test_filter_by_article_and_what_is_contested(visit: Open, two_html: str) -> None:
    opened = visit(two_html)
    page = opened.page
    whole = re.findall(r"\d+", page.locator("#shown").inner_text())[0]
    counts = []
    for place in ("0", "1"):
        page.select_option("#source-filter", place)
        counts.append(int(re.findall(r"\d+", page.locator("#shown").inner_text())[0]))
    assert sum(counts) == int(whole)
    assert address(page) == "#source=strait-2021-2"
    page.select_option("#source-filter", "")
    page.locator("#contested").check()
    assert address(page) == "#contested"
    page.locator("#tab-claims").click()
    glosses = page.locator("#claim-list .gloss").all_inner_texts()
    assert "Primoria is outside the Mountain Pact." in glosses
    assert "Primoria is inside the Mountain Pact." in glosses
    assert "Primoria is in the League." not in glosses  # both say so


# Steps around a node


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_neighbourhood_by_key(visit: Open, real_html: str, ties: nx.MultiGraph, steps: int) -> None:
    opened = visit(real_html, "#n=eurasianism")
    page = opened.page
    page.keyboard.press(str(steps))
    around = nx.ego_graph(ties, "eurasianism", radius=steps)
    pressed = page.locator(f"#walk [data-steps='{steps}']")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    number = len(around) - 1
    told = "1 neighbour," if number == 1 else f"{number} neighbours,"
    expect(page.locator("#walk-status")).to_contain_text(told)
    assert address(page) == "#n=eurasianism" + (f"&steps={steps}" if steps > 1 else "")


def test_neighbourhood_by_click_and_filter(
    visit: Open, real_html: str, real_corpus: Corpus
) -> None:
    opened = visit(real_html, "#n=eurasianism&steps=3")
    page = opened.page
    page.locator("#walk [data-steps='2']").click()
    assert address(page) == "#n=eurasianism&steps=2"
    page.select_option("#stance", "affirmed")
    page.locator("#families .key", has_text="Policy").click()
    kept = nx.MultiGraph(
        (one, two, key)
        for one, two, key, edge in network(real_corpus).edges(keys=True, data=True)
        if edge["family"] != "policy"
        and (edge["stance"], edge["polarity"]) == ("affirms", "positive")
    )
    number = len(nx.ego_graph(kept, "eurasianism", radius=2)) - 1
    expect(page.locator("#walk-status")).to_contain_text(f"{number} neighbour")
    page.keyboard.press("Escape")
    expect(page.locator("#walk")).to_be_hidden()


# Paths


@pytest.mark.parametrize(
    ("start", "end"),
    [("turkey", "offensive-realism"), ("putin", "guam"), ("eurasianism", "council-of-europe")],
)
def test_shortest_path_by_address(
    visit: Open, real_html: str, ties: nx.MultiGraph, start: str, end: str
) -> None:
    opened = visit(real_html, f"#path={start},{end}")
    page = opened.page
    length = nx.shortest_path_length(ties, start, end)
    assert len(steps_of(page)) == length
    expect(page.locator("#details .counts")).to_have_text(
        f"{length} step{'s' if length > 1 else ''}"
    )
    for line in page.locator(".steps > .step > .listed .where").all_inner_texts():
        assert re.search(r".+ · sentences? \d+", line)


def test_path_from_here_to_what_is_searched(visit: Open, real_html: str) -> None:
    opened = visit(real_html, "#n=turkey")
    page = opened.page
    page.keyboard.press("p")
    expect(page.locator("#walk-status")).to_contain_text("Path from Turkey: choose where it ends")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("offensive realism")
    page.keyboard.press("Enter")
    expect(selected(opened)).to_have_text("Turkey → offensive realism")
    expect(selected(opened)).to_be_focused()
    assert address(page) == "#path=turkey,offensive-realism"
    sentence = page.locator("p.path").inner_text()
    # Each claim in its own direction, whichever way the path takes it.
    assert "utlet to Turkey concerns Turkey; " in sentence
    assert sentence.endswith(
        "occupation foreign policy of Russia is characterised as offensive realism."
    )
    page.locator(".steps .listed").last.click()
    assert address(page).startswith("#c=")
    page.go_back()
    expect(selected(opened)).to_have_text("Turkey → offensive realism")


def test_path_by_click_and_button(visit: Open, html: str) -> None:
    opened = visit(html, "#n=primoria-foreign-policy")
    page = opened.page
    page.locator("#path-from").click()
    page.keyboard.press("Escape")
    expect(page.locator("#path-stop")).to_be_hidden()
    expect(selected(opened)).to_have_text("foreign policy of Primoria")
    page.locator("#path-from").click()
    page.mouse.click(*opened.spot(THEORY))
    expect(selected(opened)).to_have_text("foreign policy of Primoria → lighthouse realism")
    expect(page.locator("p.path")).to_have_text(
        "Foreign policy of Primoria is characterised as lighthouse realism"
        " (says coastal observers)."
    )
    page.locator("#details .plain", has_text="Another path").click()
    expect(page.locator("#path-stop")).to_be_visible()
    page.locator("#path-stop").click()
    expect(page.locator("#path-stop")).to_be_hidden()


def test_path_respects_the_filters_and_says_when_there_is_none(visit: Open, html: str) -> None:
    opened = visit(html, "#path=primoria-foreign-policy,lighthouse-realism&speaker=article-author")
    page = opened.page
    expect(page.locator("p.path")).to_have_text(
        "No path: no chain of claims that pass the filters ties the two."
    )
    page.locator("#reset").click()
    assert len(steps_of(page)) == 1
    page.goto(page.url.split("#")[0] + "#path=primoria,primoria-government")
    expect(page.locator("p.path")).to_have_text("No path: no chain of claims ties the two.")
    page.goto(page.url.split("#")[0] + "#path=primoria,primoria")
    expect(page.locator("p.path")).to_have_text("Both ends are the same.")


def test_denied_claims_on_a_path_say_so(visit: Open, html: str) -> None:
    opened = visit(html, "#path=montania,lake-doctrine&lang=uk")
    expect(opened.page.locator("p.path")).to_contain_text("(заперечує О. Вербицька)")
    expect(opened.page.locator(".steps .badge.denies")).to_have_text("заперечує")


# The matrix


def test_matrix_names_speakers_and_says_through_what(visit: Open, real_html: str) -> None:
    opened = visit(real_html)
    page = opened.page
    page.keyboard.press("m")
    cell = page.get_by_role("button", name=re.compile("^Russia × offensive realism:"))
    expect(cell).to_have_attribute(
        "aria-label", re.compile("author of the article, through a policy")
    )
    expect(cell).to_contain_text("researchers and analysts")
    cell.click()
    assert address(page) == "#matrix=russia,offensive-realism"
    groups = page.locator("#matrix-cell h4").all_inner_texts()
    assert "Through: foreign policy of Russia" in groups
    page.locator("#matrix-cell .listed", has_text="researchers and analysts").click()
    expect(page.locator("#matrix")).to_be_hidden()
    expect(selected(opened)).to_be_focused()
    expect(opened.page.locator("#details")).to_contain_text("researchers and analysts")
    page.go_back()
    expect(page.locator("#matrix-cell h3")).to_have_text("Russia × offensive realism")


def test_matrix_by_keyboard(visit: Open, html: str) -> None:
    opened = visit(html)
    page = opened.page
    page.locator("#open-matrix").focus()
    page.keyboard.press("Enter")
    first = page.locator("#matrix-table .cell").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    second = page.locator("#matrix-table tbody tr").nth(1).locator(".cell").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("PageUp")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")  # to no cell
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#matrix-cell h3")).to_contain_text(" × ")
    page.keyboard.press("Escape")
    expect(page.locator("#matrix")).to_be_hidden()
    expect(page.locator("#open-matrix")).to_be_focused()
    expect(page).to_have_url(re.compile(r"^[^#]*#?$"))
    expect(selected(opened)).to_have_text("Where to begin")


def test_a_blank_cell_is_an_opening_and_shows_the_path(visit: Open, html: str) -> None:
    opened = visit(html, "#matrix")
    page = opened.page
    page.locator("#matrix-all").check()
    page.select_option("#matrix-kinds", "theories")
    blank = page.get_by_role("button", name="Primoria × lighthouse realism: blank", exact=True)
    blank.click()
    assert address(page) == "#matrix=primoria,lighthouse-realism&columns=theories&untied"
    expect(page.locator("#matrix-cell")).to_contain_text("an opening for research")
    page.locator("#matrix-cell .plain").click()
    expect(selected(opened)).to_have_text("Primoria → lighthouse realism")
    page.go_back()
    expect(page.locator("#matrix-all")).to_be_checked()
    expect(page.locator("#matrix-cell h3")).to_have_text("Primoria × lighthouse realism")


def test_denied_ties_are_marked_and_filters_hold(visit: Open, two_html: str) -> None:
    opened = visit(two_html, "#matrix=montania,lake-doctrine")
    page = opened.page
    voices = page.locator("[aria-selected=true] .voice")
    expect(voices.filter(has_text="✕ O. Verbytska")).to_have_class(re.compile("denied"))
    assert voices.count() == 2
    page.goto(page.url.split("#")[0] + "#matrix=montania,lake-doctrine&stance=affirmed")
    expect(page.locator("#matrix-status")).to_contain_text("The filters hold here too.")
    expect(voices).to_have_count(1)


def test_matrix_as_a_table(
    visit: Open, real_html: str, real_corpus: Corpus, tmp_path: Path
) -> None:
    page = visit(real_html, "#matrix").page
    with page.expect_download() as download:
        page.locator("#matrix-save").click()
    path = tmp_path / "matrix.csv"
    download.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    shown = page.locator("#matrix-table .cell").count()
    assert len({(row["actor"], row["theory"]) for row in rows}) == shown
    known = {claim.id: claim for source in real_corpus.sources for claim in source.claims}
    tied = [row for row in rows if row["claims"]]
    assert len(rows) > len(tied) > 0
    for row in tied:
        *_, reading = (known[name] for name in row["claims"].split("|"))
        assert row["speaker"] == reading.asserted_by
        ends = {reading.subject, reading.object}
        assert ends == {row["through"] or row["actor"], row["theory"]}


# The address


EVERYTHING = (
    "#n=montania&steps=2&speaker=article-author&citation=uncited&stance=affirmed"
    "&kind=interpretation&types=Event,Goal&lines=causal&lang=uk&view=claims"
)


def test_everything_is_in_the_address(visit: Open, html: str) -> None:
    page = visit(html, EVERYTHING).page
    for box, value in (
        ("#speaker", None), ("#citation-filter", "uncited"), ("#stance", "affirmed"),
        ("#kind", "interpretation"),
    ):  # fmt: skip
        if value:
            expect(page.locator(box)).to_have_value(value)
    expect(page.locator("#speaker option:checked")).to_contain_text("автор статті")
    expect(page.locator("#types .key[aria-pressed=false]")).to_have_count(1)  # the sample has goals
    expect(page.locator("#families .key[aria-pressed=false]")).to_have_count(1)
    expect(page.locator("#tab-claims")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#walk [data-steps='2']")).to_have_attribute("aria-pressed", "true")
    page.locator("#tab-details").click()
    expect(page.locator("#selected")).to_have_text("Гірнія")
    # Written again as it was read, but for the type that the sample does not have and the tab.
    assert address(page) == EVERYTHING.replace("Event,", "").replace("&view=claims", "")


def test_what_is_done_can_be_opened_elsewhere(visit: Open, html: str) -> None:
    page = visit(html).page
    page.mouse.click(*Visit(page).spot(THEORY))
    page.select_option("#stance", "affirmed")
    page.locator("[data-language=uk]").click()
    page.locator("#tab-claims").click()
    claims = page.locator("#claim-list li").count()
    other = visit(html, address(page)).page
    expect(other.locator("#claim-list li")).to_have_count(claims)
    assert other.evaluate("document.documentElement.lang") == "uk"
    other.locator("#tab-details").click()
    expect(other.locator("#selected")).to_have_text("маячний реалізм")


STRANGE = (
    "steps=9", "steps=<b>", "speaker=nobody", "speaker=fish-trade", "citation=__proto__",
    "stance=constructor", "kind=toString", "source=1", "contested", "types=Nobody,<img>",
    "lines=__proto__", "lang=__proto__", "lang=xx", "view=nowhere", "view=<script>", "x", "=", "%",
    "c=%E0%A4%A", "c=" + "9" * 3000, "path=primoria", "path=primoria,nobody", "&&&", "matrixes",
    "path=primoria,montania,realism", "from=nobody", "columns=both",
)  # fmt: skip


def follow(page: Page, fragment: str) -> None:
    """Go to another address of the same page, and wait until it has gone there."""
    page.evaluate(
        "(fragment) => new Promise((done) => {"
        " addEventListener('hashchange', () => done(true), { once: true });"
        " location.hash = fragment; })",
        fragment,
    )


def test_strange_pieces_are_left_out_one_by_one(visit: Open, html: str) -> None:
    opened = visit(html, "#lang=en")
    page = opened.page
    for piece in STRANGE:
        follow(page, "#n=montania")
        expect(selected(opened)).to_have_text("Montania")
        follow(page, f"#{piece}&n=primoria")
        expect(selected(opened)).to_have_text("Primoria")
        expect(page.locator("#shown")).to_have_text("14 claims")
        page.locator("[data-language=en]").click()
        assert address(page) == "#n=primoria&lang=en", piece


def test_strange_pieces_from_the_start(visit: Open, html: str) -> None:
    opened = visit(html, "#" + "&".join(STRANGE) + "&n=primoria")
    expect(selected(opened)).to_have_text("Primoria")
    expect(opened.page.locator("#shown")).to_have_text("14 claims")


def test_strange_cells_open_the_matrix_without_one(visit: Open, html: str) -> None:
    page = visit(html).page
    for cell in ("primoria", "primoria,primoria", "realism,primoria", "<img src=x>,1", ",,,"):
        follow(page, f"#matrix={cell}")
        expect(page.locator("#matrix")).to_be_visible()
        expect(page.locator("#matrix-cell")).to_have_text("Choose a cell to read its claims.")
        follow(page, "#")
        expect(page.locator("#matrix")).to_be_hidden()


def test_links_of_before_still_lead(visit: Open, html: str) -> None:
    opened = visit(html, "#c=b42c7652f2c0")
    expect(opened.page.locator(".statement .relation")).to_have_text("is characterised as")
    opened = visit(html, "#n=montania")
    expect(selected(opened)).to_have_text("Montania")


def test_back_and_forward(visit: Open, html: str) -> None:
    opened = visit(html, "#n=primoria")
    page = opened.page
    before = page.evaluate("history.length")
    page.select_option("#stance", "affirmed")
    page.locator("#types .key", has_text="Theories").click()
    page.locator("[data-language=uk]").click()
    page.locator("[data-language=en]").click()
    assert page.evaluate("history.length") == before  # filters make no steps
    page.fill("#search", "montania")
    page.keyboard.press("Enter")
    page.locator("#walk [data-steps='3']").click()
    assert page.evaluate("history.length") == before + 2
    page.go_back()
    expect(page.locator("#walk [data-steps='1']")).to_have_attribute("aria-pressed", "true")
    expect(selected(opened)).to_have_text("Montania")
    page.go_back()
    expect(selected(opened)).to_have_text("Primoria")
    expect(page.locator("#stance")).to_have_value("affirmed")
    page.go_forward()
    page.go_forward()
    expect(selected(opened)).to_have_text("Montania")
    expect(page.locator("#walk [data-steps='3']")).to_have_attribute("aria-pressed", "true")


def test_copy_link(visit: Open, html: str) -> None:
    page = visit(
        html, "#n=primoria&steps=2", permissions=["clipboard-read", "clipboard-write"]
    ).page
    page.locator("#copy-link").click()
    expect(page.locator("#told")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith("#n=primoria&steps=2")


def test_hidden_claim_that_is_searched_brings_the_filters_down(visit: Open, html: str) -> None:
    page = visit(html, "#stance=hedged").page
    page.fill("#search", "outside the mountain pact")
    page.keyboard.press("Enter")
    expect(page.locator("#selected")).to_have_text("Primoria is outside the Mountain Pact.")
    expect(page.locator("#stance")).to_have_value("")


# Keys


def test_help_lists_the_keys_and_gives_the_focus_back(visit: Open, html: str) -> None:
    page = visit(html).page
    page.locator("#tab-claims").focus()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    expect(page.locator("#help kbd", has_text="m")).to_have_count(2)  # m and Home
    for _ in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('#help')"
        )
    page.keyboard.press("m")  # no key acts behind it
    expect(page.locator("#matrix")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    expect(page.locator("#tab-claims")).to_be_focused()


def test_single_keys_can_be_switched_off(visit: Open, html: str) -> None:
    page = visit(html).page
    page.locator("#open-help").click()
    page.locator("#single-keys").uncheck()
    page.locator("#help-close").click()
    expect(page.locator("#open-help")).to_be_focused()
    page.keyboard.press("m")
    expect(page.locator("#matrix")).to_be_hidden()


def test_keys_are_letters_while_one_types(visit: Open, html: str) -> None:
    page = visit(html, "#n=primoria").page
    page.locator("#search").focus()
    page.keyboard.type("m3p?")
    expect(page.locator("#search")).to_have_value("m3p?")
    assert address(page) == "#n=primoria"
    expect(page.locator("dialog[open]")).to_have_count(0)


# Hostile


def test_hostile_text_in_paths_and_matrix_shows_as_text(visit: Open, hostile_html: str) -> None:
    opened = visit(hostile_html, "#path=actor-one,theory-two")
    page = opened.page

    def words(selector: str) -> str:
        return " ".join(page.locator(selector).first.inner_text().split())

    assert words("p.path").count(SHOWN) >= 3
    assert SHOWN in words(".step")
    page.keyboard.press("m")
    page.locator("#matrix-table .cell").first.click()
    assert words("#matrix-table").count(SHOWN) >= 3
    assert words("#matrix-cell").count(SHOWN) >= 3
    page.keyboard.press("Escape")
    page.fill("#search", "onerror")
    assert SHOWN in words("#results")
    assert page.locator("img, iframe, object, embed, base").count() == 0


@pytest.mark.parametrize("size", [(360, 640), (3840, 2160)])
def test_matrix_and_bar_fit_the_window(visit: Open, html: str, size: tuple[int, int]) -> None:
    page = visit(
        html, "#n=primoria&matrix", viewport={"width": size[0], "height": size[1]}, locale="uk-UA"
    ).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator("#matrix").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    page.keyboard.press("Escape")
    frame, bar = (page.locator(name).bounding_box() for name in ("#picture", "#walk"))
    assert frame is not None
    assert bar is not None
    assert bar["x"] + bar["width"] <= frame["x"] + frame["width"]
