"""The network as one HTML file: opens anywhere, asks the network for nothing.

pyvis builds the nodes, edges and options, and lends its copy of vis-network;
template, style and behaviour are ours (see ``templates/``). Text from the corpus
enters the file as JSON only, in blocks that a browser does not run, and is shown
as text only; a Content-Security-Policy with hashes lets nothing else run.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .characters import clean
from .model import Corpus
from .network import network
from .pagerecords import PageRecords
from .picture import picture, vis_network
from .quotations import Quotations

if TYPE_CHECKING:
    import networkx as nx

LARGEST = 1_000_000  # characters that stand in the file as they are; more are compressed
TEMPLATES = Path(__file__).resolve().parent / "templates"
SCRIPTS = (
    "records", "text", "labels", "view", "picture", "dots", "standing", "sentences",
    "turtle", "copying", "panel", "controls", "search", "address", "walk", "route", "matrix",
    "grid", "keys", "scene", "svg", "exports", "main",
)  # fmt: skip
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath d='M3 12L8 4L13 12' fill='none' stroke='%23888'/%3E%3Ccircle cx='8' cy='4' r='3' "
    "fill='%230072b2'/%3E%3Ccircle cx='3' cy='12' r='2.5' fill='%23e69f00'/%3E"
    "%3Ccircle cx='13' cy='12' r='2.5' fill='%23d55e00'/%3E%3C/svg%3E"
)


def render_page(
    corpus: Corpus,
    graph: nx.MultiDiGraph | None = None,
    *,
    places: Mapping[str, tuple[float, float]] | None = None,
    quotations: Quotations | None = None,
    title: str | None = None,
    site: bool = False,
) -> str:
    """Return the page: ``graph`` (all of ``network(corpus)`` unless given) to look at and ask.

    ``graph`` may be any part of ``network(corpus)``; ``places`` saves computing
    ``layout(graph)`` again. ``quotations`` holds words of passages by article and
    number; where they are given, claims show them with the names in them marked.
    ``site`` adds the ways to the other pages of ``fpgraph serve``. Write the page as UTF-8.
    Raises DataError if pyvis came without its copy of vis-network.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    graph = network(corpus) if graph is None else graph
    records = PageRecords(corpus, graph, quotations or {})
    look, strings = _json_file("look.json"), _json_file("strings.json")
    scripts = [vis_network(), _behaviour()]
    style = _file("page.css")
    colours = {name: item["light"] for part in look.values() for name, item in part.items()}
    blocks = {
        "records": records.all(title),
        "network": picture(graph, records.number, records.claim_number, colours, places),
        "look": look,
        "strings": strings,
    }
    loader = FileSystemLoader(TEMPLATES)
    template = Environment(loader=loader, autoescape=True, trim_blocks=True).get_template(
        "page.html"
    )
    return template.render(
        policy=_policy(scripts, style),
        heading=clean(title or strings["en"]["title"]),
        icon=ICON,
        site=site,
        style=Markup(style),  # noqa: S704 - a file of ours
        scripts=list(map(Markup, scripts)),
        blocks=[(name, Markup(_block(content))) for name, content in blocks.items()],  # noqa: S704
    )


def _behaviour() -> str:
    parts = "\n".join(_file(f"{name}.js") for name in SCRIPTS)
    return f'(async () => {{\n"use strict";\n{parts}}})();'


def _policy(scripts: Sequence[str], style: str) -> str:
    allowed = " ".join(map(_source_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_source_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _source_hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _block(content: object) -> str:
    """Return JSON that can stand in a script element: no character ends it or opens another.

    What is large becomes a string: the JSON compressed, in base64 (see ``records.js``).
    """
    written = json.dumps(_cleaned(content), ensure_ascii=False, separators=(",", ":"))
    if len(written) > LARGEST:
        packed = gzip.compress(written.encode(), 6, mtime=0)
        written = json.dumps(b64encode(packed).decode())
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written


def _cleaned(value: Any) -> Any:
    """Return a value with all its texts cleaned: no control and no bidirectional characters."""
    kind = type(value)  # before isinstance(), which is slow: a large graph has millions of values
    if kind is int or kind is bool or kind is float or value is None:
        return value
    if kind is str or isinstance(value, str):
        return clean(value)
    if kind is dict or isinstance(value, Mapping):
        return {clean(str(key)): _cleaned(item) for key, item in value.items()}
    if kind is list or isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    return value


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _json_file(name: str) -> Any:
    return json.loads(_file(name))
