#!/usr/bin/env python3
"""Measure the network page against plain pyvis of the same graph, in headless Chromium.

``python scripts/page_speed.py`` measures synthetic graphs of 200, 1,000, 5,000 and
20,000 nodes with three edges a node; name other sizes as arguments. Each page is
opened in a browser of its own, one after the other; pyvis's is given up after two
minutes. A picture answers to the mouse when something is painted and dragging
changes it. Plain pyvis is with physics for the time to that, as it comes; for the
frames a second while panning it has physics off and the same places as ours.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from synthetic_graph import synthetic_corpus

if TYPE_CHECKING:
    import networkx as nx
    from playwright.sync_api import Page

SIZES = (200, 1_000, 5_000, 20_000)
CAP = 120.0  # seconds that a page is given to answer
PANNING = 3.0  # seconds
Row = tuple[str, str, str]
Places = dict[str, tuple[float, float]]

#: A few pixels that stand for the picture: null as long as nothing is painted.
_PICTURE = """() => {
  const canvas = document.querySelector("canvas");
  const waiting = document.querySelector("#loadingBar")?.offsetParent;
  if (!canvas || canvas.width === 0 || waiting) return null;
  const [width, height] = [160, 100];
  const copy = Object.assign(document.createElement("canvas"), { width, height });
  const context = copy.getContext("2d");
  context.drawImage(canvas, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height).data;
  return pixels.some((value) => value !== 0) ? pixels.join() : null;
}"""
_COUNT = """() => {
  window.frames_seen = 0;
  const count = () => { window.frames_seen += 1; requestAnimationFrame(count); };
  requestAnimationFrame(count);
}"""


@dataclass(frozen=True)
class PageSpeed:
    """What was measured of one graph; None where the browser had to be given up.

    ``laid_out`` and ``written`` are processor seconds in the build, ``answers`` seconds
    from navigation to an answer to the mouse, ``frames`` a second while panning;
    those that begin with ``plain`` are pyvis's own.
    """

    nodes: int
    laid_out: float
    written: float
    size: int
    answers: float | None
    plain_answers: float | None
    frames: float | None
    plain_frames: float | None

    @property
    def times_as_fast(self) -> float:
        """How many times as fast as plain pyvis at least (0 if ours did not answer)."""
        return (self.plain_answers or CAP) / self.answers if self.answers else 0.0


def page_speed(nodes: int) -> PageSpeed:
    """Return the speed of our page and of pyvis's with so many nodes."""
    from fpgraph.layout import layout
    from fpgraph.network import network
    from fpgraph.page import render_page

    corpus = synthetic_corpus(nodes)
    graph = network(corpus)
    begin = time.process_time()
    places = layout(graph)
    between = time.process_time()
    page = render_page(corpus, graph, places=places)
    end = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        ours, plain, still = (Path(folder, f"{name}.html") for name in ("ours", "plain", "still"))
        ours.write_text(page, encoding="utf-8")
        plain.write_text(plain_pyvis(graph), encoding="utf-8")
        still.write_text(plain_pyvis(graph, places), encoding="utf-8")
        return PageSpeed(
            nodes,
            between - begin,
            end - between,
            ours.stat().st_size,
            _in_browser("answers", ours),
            _in_browser("answers", plain),
            _in_browser("frames", ours),
            _in_browser("frames", still),
        )


def plain_pyvis(graph: nx.MultiDiGraph, places: Places | None = None) -> str:
    """Return the page that pyvis itself makes of a graph: with physics, unless places are given."""
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    net = Network(height="900px", width="100%", directed=True, cdn_resources="in_line")
    # What add_node() and add_edge() do, without looking through a list each time.
    for name in graph.nodes:
        spot: dict[str, Any] = {}
        if places:
            spot = {"x": places[name][0], "y": places[name][1]}
        node = Node(name, "dot", graph.nodes[name]["label_en"], font_color=False, **spot)
        net.nodes.append(node.options)
        net.node_ids.append(name)
        net.node_map[name] = node.options
    for one, other in graph.edges():
        net.edges.append(Edge(one, other, directed=True).options)
    if places:
        net.toggle_physics(status=False)
    return str(net.generate_html())


def _in_browser(what: str, path: Path) -> float | None:
    """Return a measurement, made in a process of its own that can be given up."""
    command = [sys.executable, str(Path(__file__).resolve()), "--measure", what, str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        output, _ = process.communicate(timeout=CAP + 15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # the browser too: it may not listen any more
        process.communicate()
        return None
    if process.returncode:
        raise SystemExit(f"measuring {what} of {path.name} failed")
    seconds = float(output)
    return seconds if seconds >= 0 else None


def _measure(what: str, path: str) -> float:
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(CAP * 1000)
        page.route("http*://**", lambda route: route.abort())
        begin = time.perf_counter()
        page.goto(Path(path).as_uri(), wait_until="commit")
        answered = _answer(page, begin)
        found = _frames(page) if what == "frames" and answered >= 0 else answered
        browser.close()
    return found


def _answer(page: Page, begin: float) -> float:
    """Return the seconds until dragging changes the picture; -1 if it never does."""
    while time.perf_counter() - begin < CAP:
        before = page.evaluate(_PICTURE)
        if before is None:
            time.sleep(0.02)
            continue
        x, y = _corner(page)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 30, y + 30, steps=2)
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        after = page.evaluate(_PICTURE)
        page.mouse.up()
        if after is not None and after != before:
            return time.perf_counter() - begin
    return -1.0


def _corner(page: Page) -> tuple[float, float]:
    box = page.locator("canvas").first.bounding_box()
    assert box
    return box["x"] + 25, box["y"] + 25


def _frames(page: Page) -> float:
    """Return the frames a second while the picture is dragged about."""
    page.wait_for_timeout(1000)
    page.evaluate(_COUNT)
    x, y = _corner(page)
    page.mouse.move(x, y)
    page.mouse.down()
    first, begin, step = page.evaluate("window.frames_seen"), time.perf_counter(), 0
    while time.perf_counter() - begin < PANNING:
        step += 1
        page.mouse.move(x + 4 * (step % 60), y + 3 * (step % 40))
    seen = page.evaluate("window.frames_seen") - first
    page.mouse.up()
    return float(seen / (time.perf_counter() - begin))


def rows(sizes: Sequence[int] = SIZES) -> Iterator[Row]:
    """Yield what was measured, what is wanted and what was found, in words."""
    for nodes in sizes:
        found = page_speed(nodes)
        name = f"{nodes:,} nodes"
        wanted = "≥ 10 times as fast" if nodes >= 1_000 else ""
        yield f"{name}: answers to the mouse", wanted, _raced(found)
        frames = f"{_told(found.frames, '.0f')} / {_told(found.plain_frames, '.0f')} a second"
        yield f"{name}: frames while panning, plain pyvis's", "≥ pyvis's", frames
        yield f"{name}: size of the file", "", f"{found.size / 1e6:.2f} MB"
        built = f"{found.laid_out:.2f} s, {found.written:.2f} s"
        yield f"{name}: layout, page in the build", "", built


def _raced(found: PageSpeed) -> str:
    plain = f"{found.plain_answers:.1f} s" if found.plain_answers else f"more than {CAP:.0f} s"
    more = "" if found.plain_answers else "more than "
    return f"{_told(found.answers, '.2f')} s; pyvis {plain}: {more}{found.times_as_fast:.0f} times"


def _told(number: float | None, how: str) -> str:
    return "none" if number is None else format(number, how)


def main() -> None:
    """Print a table of all sizes asked for."""
    if sys.argv[1:2] == ["--measure"]:
        print(_measure(*sys.argv[2:4]))
        return
    table = Table("measured", "wanted", "found")
    sizes = [int(size.replace(",", "")) for size in sys.argv[1:]] or SIZES
    for row in rows(sizes):
        table.add_row(*row)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
