"""The page for everyone: axe, keyboard, small and large windows, touch, less motion."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from fpgraph.build import quote
from fpgraph.model import Corpus
from fpgraph.page import render_page
from test_page import THEORY, Open, browser, html, visit

__all__ = ["browser", "html", "visit"]  # fixtures: pytest finds them by name

REPORTED = "b42c7652f2c0"
SETTLED = (
    "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(true)), 250))"
)


@pytest.fixture(scope="module")
def quoting(sample: Corpus, sample_text: Path) -> str:
    """The page of a build that had the article."""
    return render_page(sample, quotations=quote(sample, [sample_text]))


@pytest.fixture(scope="module")
def real_html(real_corpus: Corpus) -> str:
    return render_page(real_corpus)


# axe: https://github.com/dequelabs/axe-core


@cache
def axe() -> str:
    package = pytest.importorskip("axe_playwright_python")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Return what axe finds with all its rules, each with the elements it is about."""
    page.evaluate(SETTLED)
    page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate(
        "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
    )
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found]


def press_and_close(page: Page, button: str) -> list[tuple[str, list[str]]]:
    page.locator(button).click()
    found = violations(page)
    page.keyboard.press("Escape")
    return found


MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "Ukrainian": {"locale": "uk-UA"},
    "360 px": {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True},
    "dark and Ukrainian on a phone": {
        "color_scheme": "dark", "locale": "uk-UA", "viewport": {"width": 360, "height": 640},
    },
}  # fmt: skip


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(visit: Open, quoting: str, mode: str) -> None:
    page = visit(quoting, **MODES[mode]).page
    assert violations(page) == []
    for button in ("#save", "#open-matrix", "#open-help"):
        assert press_and_close(page, button) == [], button
    page.locator("#tab-claims").click()
    assert violations(page) == []
    for fragment in (
        "#n=primoria", f"#c={REPORTED}", "#path=o-verbytska,primoria", "#path=montania,primoria"
    ):  # fmt: skip
        page.evaluate("(hash) => { location.hash = hash; }", fragment)
        assert violations(page) == [], fragment
    page.fill("#search", "lighthouse")
    assert violations(page) == []


def test_axe_finds_nothing_on_the_real_page(visit: Open, real_html: str) -> None:
    page = visit(real_html).page
    assert violations(page) == []
    assert press_and_close(page, "#open-matrix") == []
    page.locator("#types .key").first.click()
    page.evaluate("location.hash = '#n=azerbaijan'")
    assert violations(page) == []


def test_axe_would_find_something(visit: Open, html: str) -> None:
    page = visit(html).page
    page.evaluate("document.querySelector('#search').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('#search').removeAttribute('placeholder')")
    page.evaluate("document.querySelector('#shown').id = 'twice'")
    assert violations(page)


# Keyboard

FOCUSED = """() => {
  const { activeElement: element } = document;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    name: element.id || element.dataset.key || element.className || element.tagName,
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth,
    body: element === document.body,
  };
}"""


def walk(page: Page) -> set[str]:
    """Press Tab until the focus leaves the page; return where it was, seen each time."""
    names: set[str] = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found["body"]:
            return names
        assert found["outline"], found["name"]
        assert found["inside"], found["name"]
        names.add(found["name"])
    pytest.fail("the focus never left the page")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_focus_can_be_seen_wherever_it_goes(visit: Open, quoting: str, mode: str) -> None:
    page = visit(quoting, **MODES[mode]).page
    names = walk(page)
    assert {"skip", "search", "save", "speaker", "canvas", "zoom-in", "tab-details"} <= names
    page.evaluate("(hash) => { location.hash = hash; }", f"#c={REPORTED}")
    expect(page.locator("#selected")).to_be_focused()
    assert {"A", "who"} <= walk(page)


def test_all_from_search_to_a_copy_without_a_mouse(visit: Open, quoting: str) -> None:
    page = visit(quoting).page
    page.keyboard.press("/")
    page.keyboard.type("lighthouse realism")
    page.keyboard.press("Enter")
    expect(page.locator("#selected")).to_be_focused()
    opens = page.locator("#details .opens", has_text="Coastal")
    for _ in range(30):
        page.keyboard.press("Tab")
        if opens.evaluate("(button) => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#selected")).to_contain_text("Coastal observers")
    copy = page.locator("[data-copy=asCitation]")
    for _ in range(30):
        page.keyboard.press("Tab")
        if copy.evaluate("(button) => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_have_text("Copied.")
    page.keyboard.press("Escape")
    expect(page.locator("#selected")).to_have_text("Where to begin")


def test_words_in_the_other_language_are_marked_as_such(visit: Open, quoting: str) -> None:
    page = visit(quoting, "#n=lighthouse-realism").page
    expect(page.locator("#details .translation")).to_have_attribute("lang", "uk")
    expect(page.locator("#details .definition.foreign")).to_have_attribute("lang", "uk")
    page.locator("[data-language=uk]").click()
    expect(page.locator("#details .translation")).to_have_attribute("lang", "en")


# Windows, touch, motion


@pytest.mark.parametrize("width", [360, 412, 768, 1024, 1440, 2560, 3840])
def test_nothing_sticks_out_sideways(visit: Open, quoting: str, width: int) -> None:
    height = 640 if width < 500 else width * 9 // 16
    page = visit(quoting, viewport={"width": width, "height": height}, locale="uk-UA").page
    fits = "document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(fits)
    for fragment in ("#n=primoria", f"#c={REPORTED}", "#path=montania,primoria"):
        page.evaluate("(hash) => { location.hash = hash; }", fragment)
        page.evaluate(SETTLED)
        assert page.evaluate(fits), fragment
        panel = page.locator("#panel").evaluate("(box) => box.scrollWidth <= box.clientWidth")
        assert panel, fragment
    page.locator("#save").click()
    assert page.evaluate(fits)
    box = page.locator("#save-menu").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_text_grows_with_the_window(visit: Open, html: str) -> None:
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    small = visit(html, viewport={"width": 1024, "height": 768}).page.evaluate(size)
    large = visit(html, viewport={"width": 3840, "height": 2160}).page.evaluate(size)
    assert 15 <= small < large


PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}


def test_a_tap_on_a_node(visit: Open, html: str) -> None:
    opened = visit(html, **PHONE)
    opened.page.touchscreen.tap(*opened.spot(THEORY))
    expect(opened.page.locator("#selected")).to_have_text("lighthouse realism")


def fingers(page: Page) -> Callable[..., None]:
    session = page.context.new_cdp_session(page)

    def move(kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    return move


def test_two_fingers_zoom_and_one_moves(visit: Open, html: str) -> None:
    opened = visit(html, **PHONE)
    page = opened.page
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = fingers(page)
    before = opened.spot(THEORY)
    touch("touchStart", (x, y))
    for step in range(1, 11):
        touch("touchMove", (x + 6 * step, y))
    touch("touchEnd")
    page.evaluate(SETTLED)
    moved = opened.spot(THEORY)
    assert moved[0] - before[0] == pytest.approx(60, abs=12)
    touch("touchStart", (x - 30, y), (x + 30, y))
    for step in range(1, 11):
        touch("touchMove", (x - 30 - 4 * step, y), (x + 30 + 4 * step, y))
    touch("touchEnd")
    page.evaluate(SETTLED)
    zoomed = opened.spot(THEORY)
    assert abs(zoomed[1] - y) > abs(moved[1] - y) * 1.5
    assert page.evaluate("visualViewport.scale") == pytest.approx(1)


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_no_motion_where_none_is_wanted(
    visit: Open, real_html: str, motion: str, moves: bool
) -> None:
    page = visit(real_html, "#n=azerbaijan", reduced_motion=motion).page
    still = page.locator("#types .key").first.evaluate(
        "(key) => getComputedStyle(key).transitionDuration === '0s'"
    )
    assert still is not moves
    # Pictures of the canvas right after a key that shows all, and later: the same, or not yet.
    at_once, later = page.evaluate(
        """async () => {
          const shot = () => document.querySelector("#canvas canvas").toDataURL();
          const frames = async (count) => {
            for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
          };
          await frames(30);
          document.querySelector("#fit").click();
          await frames(2);
          const first = shot();
          await new Promise((done) => setTimeout(done, 60));
          return [first, shot()];
        }"""
    )
    assert (at_once != later) is moves


def test_pictures_of_the_page_are_small(root: Path) -> None:
    """``scripts/screenshots`` makes them; see there for which."""
    script = (root / "scripts" / "screenshots").read_text(encoding="utf-8")
    names = re.findall(r'^    \("([\w-]+)", "', script, re.MULTILINE)
    assert len(names) == 6
    for name in names:
        content = (root / "docs" / f"{name}.png").read_bytes()
        assert content.startswith(b"\x89PNG")
        assert len(content) < 150_000, name
