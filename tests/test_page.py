"""The page: one safe file, the same in every build, and what it does in a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from fpgraph import picture as picture_module
from fpgraph.characters import clean
from fpgraph.errors import DataError
from fpgraph.model import Citation, Claim, Corpus, Entity, Passage, Source
from fpgraph.network import network
from fpgraph.page import TEMPLATES, render_page
from fpgraph.quotations import Quoted

MOST_BYTES = 2_000_000
NASTY = (
    "<img src=x onerror=alert(1)> </script><script>alert(2)</script> <!-- ]]> \"'\\ `${alert(3)}` "
    "{{ 7*7 }} {% raw %} &lt;b&gt; <a href='javascript:alert(4)'>href</a> "
    "\u202e\u2066dim\u2069 \u2028 "
)
SHOWN = " ".join(clean(NASTY).split())


class _Parts(HTMLParser):
    """Elements, and what stands in scripts and styles, as a browser would see them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.styles: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attributes = self.elements[-1] if self.elements else ("", {})
        if self.cdata_elem == "script" and tag == "script":
            self.scripts.append((attributes, data))
        elif self.cdata_elem == "style":
            self.styles.append(data)

    def block(self, name: str) -> Any:
        (content,) = (text for attributes, text in self.scripts if attributes.get("id") == name)
        return json.loads(content)


def _hostile() -> Corpus:
    """Two nodes and one claim, with markup in every field that can hold text."""

    def entity(name: str, kind: str, number: int) -> Entity:
        text = f"{number} {NASTY}"
        return Entity(
            name, kind, text, text, (text,), (text,), text, text, (),
            ("javascript:alert(5)", "https://example.org/\"><script>alert(6)</script>"),
        )  # fmt: skip

    entities = [
        entity("actor-one", "Actor", 1),
        entity("theory-two", "Theory", 2),
        entity("speaker-three", "Scholar", 3),
    ]
    claim = Claim(
        "0123456789ab", "actor-one", "characterisedAs", "theory-two", "speaker-three",
        "speaker-three", (1,), 3, "denies", "negative", "fact", (), (Citation("ref-1", NASTY),),
        NASTY, NASTY, NASTY, "accepted",
    )  # fmt: skip
    article = {"id": "a-1", "title": NASTY, "container-title": NASTY, "language": NASTY}
    works = (article, {"id": "ref-1", "title": NASTY, "note": NASTY})
    passage = Passage(1, NASTY, 1, NASTY, 5, 25, "0" * 16)
    source = Source("a-1", "speaker-three", works, (passage,), (), (claim,))
    return Corpus({found.id: found for found in entities}, (source,))


@pytest.fixture(scope="module")
def html(sample: Corpus) -> str:
    return render_page(sample)


@pytest.fixture(scope="module")
def hostile_html() -> str:
    return render_page(_hostile(), quotations={"a-1": {1: Quoted(NASTY)}}, title=NASTY)


def test_policy_allows_what_is_there_and_nothing_else(html: str) -> None:
    parts = _Parts(html)
    run = [text for attributes, text in parts.scripts if "type" not in attributes]
    assert len(run) == 2
    policy = next(
        str(attributes["content"])
        for tag, attributes in parts.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in run]
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == allowed
    assert rules["img-src"] == "data:"
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_elsewhere(html: str) -> None:
    loading = {"src", "srcset", "href", "action", "data", "poster", "background", "xlink:href"}
    for tag, attributes in _Parts(html).elements:
        addresses = [value for name, value in attributes.items() if name in loading]
        assert all(str(address).startswith("data:") for address in addresses), tag
        assert not any(name.startswith("on") or name == "style" for name in attributes), tag
    assert "@import" not in html
    assert "sourceMappingURL" not in html


def test_hostile_text_makes_no_element(html: str, hostile_html: str) -> None:
    tags = [tag for tag, _ in _Parts(html).elements]
    assert [tag for tag, _ in _Parts(hostile_html).elements] == tags
    assert "img" not in tags


def test_hostile_text_is_whole_in_the_records(hostile_html: str) -> None:
    records = _Parts(hostile_html).block("records")
    assert records["claims"][0]["en"] == clean(NASTY)
    assert records["title"]["uk"] == clean(NASTY)
    assert "\u202e" not in hostile_html


def test_ids_in_the_picture_are_numbers(hostile_html: str) -> None:
    built = _Parts(hostile_html).block("network")
    assert all(type(node["id"]) is int and "title" not in node for node in built["nodes"])
    assert all(type(edge["id"]) is int and "title" not in edge for edge in built["edges"])
    assert built["options"]["physics"] == {"enabled": False}


def test_every_claim_of_the_graph_is_there(sample: Corpus, html: str) -> None:
    parts = _Parts(html)
    records, built = parts.block("records"), parts.block("network")
    graph = network(sample)
    assert {claim["id"] for claim in records["claims"]} == {
        key for *_, key in graph.edges(keys=True)
    }
    assert len(built["edges"]) == graph.number_of_edges()
    assert len(built["nodes"]) == graph.number_of_nodes()


def test_lines_tell_denied_hedged_and_reported_apart(html: str) -> None:
    parts = _Parts(html)
    records, built = parts.block("records"), parts.block("network")
    edges = {records["claims"][edge["id"]]["id"]: edge for edge in built["edges"]}
    plain, denied, negative = edges["b6ef34708144"], edges["5ff6c20e3c39"], edges["c91833417fa8"]
    hedged, reported = edges["92086ba8688a"], edges["b42c7652f2c0"]
    assert not plain["dashes"]
    assert denied["dashes"] == negative["dashes"] not in (False, hedged["dashes"])
    assert denied["arrows"]["to"]["type"] == "bar"
    assert reported["width"] < plain["width"]
    assert reported["arrows"] != plain["arrows"]


def test_part_of_the_graph_can_be_shown(sample: Corpus) -> None:
    graph = network(sample, reported=False)
    parts = _Parts(render_page(sample, graph, title="Affirmed"))
    claims = parts.block("records")["claims"]
    assert len(claims) == graph.number_of_edges()
    assert all(claim["affirmed"] for claim in claims)


def test_places_can_be_given(sample: Corpus) -> None:
    graph = network(sample)
    places = {name: (float(number), 7.0) for number, name in enumerate(graph)}
    built = _Parts(render_page(sample, graph, places=places)).block("network")
    assert {node["y"] for node in built["nodes"]} == {7.0}


def test_every_type_and_family_has_a_look_and_a_name(html: str) -> None:
    parts = _Parts(html)
    records, look, strings = parts.block("records"), parts.block("look"), parts.block("strings")
    tops = {kind["top"] for kind in records["types"].values()}
    assert tops == set(look["types"])
    assert set(records["families"]) == set(look["families"])
    shapes = [kind["path"] for kind in look["types"].values()]
    assert len(set(shapes)) == len(shapes)
    assert strings["en"].keys() == strings["uk"].keys()
    assert {f"type.{top}" for top in tops} <= strings["en"].keys()
    for one, other in zip(strings["en"].values(), strings["uk"].values(), strict=True):
        assert isinstance(one, str) == isinstance(other, str)


def test_scripts_name_only_words_that_exist() -> None:
    strings = json.loads((TEMPLATES / "strings.json").read_text(encoding="utf-8"))["en"]
    sources = [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.glob("*.*"))]
    named = set(re.findall(r'\btext\("(\w+)"', "\n".join(sources)))
    named |= set(re.findall(r'data-(?:text|label)="(\w+)"', "\n".join(sources)))
    assert named <= strings.keys()


def test_real_page_is_small(real_corpus: Corpus) -> None:
    assert len(render_page(real_corpus).encode()) < MOST_BYTES


def test_same_page_in_every_process(sample_folder: Path) -> None:
    code = (
        "import hashlib, sys; from fpgraph.corpus import load_corpus; "
        "from fpgraph.page import render_page; "
        "print(hashlib.sha256(render_page(load_corpus(sys.argv[1])).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, str(sample_folder)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, "without its copy"), (b"</script>", "cannot stand inside"), (b"\xff", "without its")],
)
def test_missing_library_is_a_clear_error(
    content: bytes | None, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "vis-network.min.js"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr(picture_module, "VIS_NETWORK", path)
    picture_module.vis_network.cache_clear()
    with pytest.raises(DataError, match=problem):
        picture_module.vis_network()
    picture_module.vis_network.cache_clear()


# In a browser


@dataclass
class Visit:
    """A page that is open, and everything it should not have done."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def text(self) -> str:
        return " ".join(self.page.locator("#details").inner_text().split())

    def spot(self, colour: str) -> tuple[float, float]:
        """Where the middle of what is painted in ``colour`` is in the window."""
        found = self.page.evaluate(_SPOT, colour)
        assert found, f"nothing is painted in {colour}"
        return found[0], found[1]

    def painted(self, colour: str) -> bool:
        return bool(self.page.evaluate(_SPOT, colour))


_SPOT = """(colour) => {
  const canvas = document.querySelector("#canvas canvas");
  const [width, height] = [canvas.width, canvas.height];
  const copy = Object.assign(document.createElement("canvas"), { width, height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const pixels = context.getImageData(0, 0, width, height).data;
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let [count, x, y] = [0, 0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    if (wanted.some((value, band) => Math.abs(pixels[at + band] - value) > 2)) continue;
    count += 1;
    x += (at / 4) % width;
    y += Math.floor(at / 4 / width);
  }
  if (count < 12) return null;
  const frame = canvas.getBoundingClientRect();
  return [
    frame.left + x / count * frame.width / width, frame.top + y / count * frame.height / height,
  ];
}"""
_SETTLED = """() => new Promise((done) => setTimeout(
  () => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), 160))"""
ACTOR, THEORY = "#0072b2", "#d55e00"


def _chromium() -> str | None:
    named = os.environ.get("FPGRAPH_CHROMIUM")
    return named or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = _chromium()
    if path is None:
        pytest.skip("no Chromium on this machine; name one in FPGRAPH_CHROMIUM")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page from a file, and afterwards hold against it what it should not have done."""
    visits = []

    def open_page(html: str, fragment: str = "", **options: Any) -> Visit:
        settings: dict[str, Any] = {
            "viewport": {"width": 1440, "height": 900},
            "locale": "en-GB",
            "reduced_motion": "reduce",
        }
        page = browser.new_context(**{**settings, **options}).new_page()
        made = Visit(page)
        visits.append(made)
        page.on("request", lambda request: made.requests.append(request.url))
        page.on("console", lambda message: made.complaints.append(message.text))
        page.on("pageerror", lambda error: made.complaints.append(str(error)))
        page.on("dialog", lambda dialog: made.complaints.append(f"dialog: {dialog.message}"))
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " (event) => console.error('policy', event.violatedDirective))"
        )
        path = tmp_path / "index.html"
        path.write_bytes(html.encode())
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("body[data-ready]")
        page.evaluate(_SETTLED)
        return made

    yield open_page
    address = (tmp_path / "index.html").as_uri()
    for made in visits:
        asked = [url for url in made.requests if not url.startswith("data:image/svg+xml,")]
        assert {url.split("#")[0] for url in asked} == {address}
        assert made.complaints == []
        made.page.context.close()


def test_it_opens_and_paints(visit: Open, html: str) -> None:
    opened = visit(html)
    assert opened.painted(ACTOR)
    assert opened.painted(THEORY)
    expect(opened.page.locator("#title")).to_have_text("Foreign-policy graph")
    expect(opened.page.locator("#citation")).to_contain_text("Учбовий вісник, № 1. 2020.")
    expect(opened.page.locator("#shown")).to_have_text("14 claims")


def test_click_on_a_node_tells_all_about_it(visit: Open, html: str, sample: Corpus) -> None:
    opened = visit(html)
    place = next(passage for passage in sample.sources[0].passages if passage.number == 7)
    opened.page.mouse.click(*opened.spot(THEORY))
    text = opened.text()
    for words in (
        "lighthouse realism", "маячний реалізм",  # labels
        "An invented theory: who lights the coast leads it.", "Вигадана",  # definitions
        "beacon realism",  # alternatives
        "Coastal observers call the policy of Primoria lighthouse realism.",  # gloss
        "coastal observers as relayed by the author of the article",  # speaker and relayer
        f"{place.section} · sentence 7",
        "Lights along the coast pp. 12–15",  # citation
    ):  # fmt: skip
        assert words in text
    assert opened.page.evaluate("location.hash") == "#n=lighthouse-realism"


def test_the_other_end_leads_on(visit: Open, html: str) -> None:
    opened = visit(html, "#n=lighthouse-realism")
    opened.page.locator("#details .claim .entity", has_text="Montania").click()
    expect(opened.page.locator("#selected")).to_have_text("Montania")
    expect(opened.page.locator("#details")).to_contain_text("O. Verbytska denies")
    expect(opened.page.locator(".badge.denies").first).to_have_text("denies")
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator("#selected")).to_have_text("Where to begin")
    assert opened.page.evaluate("location.hash") == ""


def test_click_on_a_line_shows_its_claim(visit: Open, hostile_html: str) -> None:
    opened = visit(hostile_html)
    (x, y), (other_x, other_y) = opened.spot(ACTOR), opened.spot(THEORY)
    opened.page.mouse.click((x + other_x) / 2, (y + other_y) / 2)
    assert opened.page.evaluate("location.hash") == "#c=0123456789ab"
    expect(opened.page.locator(".statement .relation")).to_have_text("is characterised as")


def test_search_by_keyboard_in_both_languages(visit: Open, html: str) -> None:
    opened = visit(html)
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("приморі")
    options = page.locator("#results [role=option]")
    expect(options.first).to_contain_text("Primoria")
    expect(page.locator("#search")).to_have_attribute("aria-activedescendant", "result-0")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search")).to_have_attribute("aria-activedescendant", "result-1")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#selected")).to_have_text("Primoria")
    expect(page.locator("#selected")).to_be_focused()
    page.fill("#search", "beacon")
    expect(options).to_have_count(1)
    page.fill("#search", "zzz")
    expect(page.locator("#search-status")).to_have_text("Nothing found")


def test_legend_hides_a_type(visit: Open, html: str) -> None:
    opened = visit(html)
    theories = opened.page.locator("#types .key", has_text="Theories")
    expect(theories).to_contain_text("1")
    theories.click()
    opened.page.evaluate(_SETTLED)
    expect(theories).to_have_attribute("aria-pressed", "false")
    expect(theories).to_be_focused()
    assert not opened.painted(THEORY)
    expect(opened.page.locator("#shown")).to_have_text("12 claims of 14 shown")
    opened.page.locator("#reset").click()
    opened.page.evaluate(_SETTLED)
    assert opened.painted(THEORY)


def test_filters_by_speaker_stance_and_family(visit: Open, html: str) -> None:
    opened = visit(html)
    page, shown = opened.page, opened.page.locator("#shown")
    page.select_option("#speaker", label="O. Verbytska (1)")
    expect(shown).to_have_text("1 claim of 14 shown")
    page.locator("#tab-claims").click()
    expect(page.locator("#claim-list li")).to_have_count(1)
    page.select_option("#speaker", "others")
    expect(shown).to_have_text("2 claims of 14 shown")
    page.select_option("#speaker", "")
    page.select_option("#stance", "denied")
    expect(shown).to_have_text("3 claims of 14 shown")
    page.select_option("#stance", "hedged")
    expect(shown).to_have_text("1 claim of 14 shown")
    page.locator("#families .key", has_text="Cause").click()
    expect(page.locator("#list-hint")).to_have_text("No claim passes the filters.")


def test_list_of_claims_by_keyboard(visit: Open, html: str) -> None:
    opened = visit(html)
    page = opened.page
    page.locator("#tab-details").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tab-claims")).to_be_focused()
    expect(page.locator("#claim-list li")).to_have_count(14)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#selected")).to_have_text(
        "The article studies the foreign policy of Primoria."
    )


def test_language_is_the_browsers_and_can_be_changed(visit: Open, html: str) -> None:
    opened = visit(html, locale="uk-UA")
    page = opened.page
    assert page.evaluate("document.documentElement.lang") == "uk"
    expect(page.locator("#title")).to_have_text("Граф зовнішньої політики")
    page.mouse.click(*opened.spot(THEORY))
    expect(page.locator("#selected")).to_have_text("маячний реалізм")
    page.locator("[data-language=en]").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("#selected")).to_have_text("lighthouse realism")
    expect(page.locator("#details")).to_contain_text("is characterised as")
    expect(page.locator("#tab-claims")).to_have_text("Claims")


def test_words_of_the_article_are_shown_where_they_are_given(visit: Open, sample: Corpus) -> None:
    words = "Words that stand in for a sentence."
    html = render_page(sample, quotations={"harbour-2020-1": {7: Quoted(words)}})
    opened = visit(html, "#c=b42c7652f2c0")
    expect(opened.page.locator("blockquote")).to_have_text(words)


@pytest.mark.parametrize(
    "fragment",
    ["#n=nobody", "#n=<img src=x onerror=alert(1)>", "#n=__proto__", "#c=%00", "#x=primoria"],
)
def test_strange_addresses_lead_nowhere(visit: Open, html: str, fragment: str) -> None:
    opened = visit(html, fragment)
    expect(opened.page.locator("#selected")).to_have_text("Where to begin")


def test_hostile_text_shows_as_text(visit: Open, hostile_html: str) -> None:
    opened = visit(hostile_html)
    page = opened.page
    assert " ".join(page.title().split()) == SHOWN
    assert " ".join(page.locator("#title").inner_text().split()) == SHOWN
    assert SHOWN in " ".join(page.locator("#citation").inner_text().split())
    x, y = opened.spot(THEORY)
    page.mouse.move(x, y)  # over it, where pyvis's titles would run
    page.mouse.click(x, y)
    # Label and translation, two definitions, two alternatives, gloss, both ends, section, pages …
    assert opened.text().count(SHOWN) >= 9
    page.locator("[data-language=uk]").click()
    page.fill("#search", "onerror")
    expect(page.locator("#results [role=option]").first).to_contain_text("<img src=x")
    page.keyboard.press("Enter")
    page.locator("#tab-claims").click()
    page.locator("#claim-list button").first.click()
    expect(page.locator("blockquote")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img, iframe, object, embed, base").count() == 0
    assert page.locator("script").count() == 6
    for link in page.locator("a").all():
        assert str(link.get_attribute("href")).startswith("https://example.org/")


@pytest.mark.parametrize("size", [(360, 640), (768, 1024), (3840, 2160)])
def test_it_fits_the_window(visit: Open, html: str, size: tuple[int, int]) -> None:
    opened = visit(html, viewport={"width": size[0], "height": size[1]})
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.painted(ACTOR)
    assert opened.page.evaluate("document.querySelector('#canvas').clientHeight") >= size[1] // 2


def test_nothing_to_show(visit: Open, sample: Corpus) -> None:
    (source,) = sample.sources
    bare = Source(source.id, source.author, source.works, source.passages, (), ())
    opened = visit(render_page(Corpus(sample.entities, (bare,))))
    expect(opened.page.locator("#shown")).to_have_text("0 claims")
    opened.page.fill("#search", "primoria")
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#selected")).to_have_text("Primoria")


def test_dark_where_the_browser_is(visit: Open, html: str) -> None:
    opened = visit(html, color_scheme="dark")
    assert opened.painted("#ff8a3d")
    opened.page.emulate_media(color_scheme="light")
    opened.page.evaluate(_SETTLED)
    assert opened.painted(THEORY)


def test_picture_by_keyboard(visit: Open, html: str) -> None:
    opened = visit(html)
    before = opened.spot(THEORY)
    opened.page.locator("#canvas").focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.evaluate(_SETTLED)
    moved = opened.spot(THEORY)
    assert moved[0] == pytest.approx(before[0] - 80, abs=3)
    opened.page.keyboard.press("0")
    opened.page.evaluate(_SETTLED)
    assert opened.spot(THEORY) == pytest.approx(before, abs=2)
