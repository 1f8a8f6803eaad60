"""The text of an HTML page: what is to be read on it, a block to a paragraph.

Headings come as in Markdown (``## …``), items of lists with their sign or number,
rows of tables with bars between the cells. Nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..characters import clean
from ..errors import ArticleError
from .blocks import Blocks
from .encodings import decoded_page


def _tags(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: No page of an article has more tags.
_MOST_TAGS = 3_000_000
_DROPPED = _tags(
    """
    script style noscript template nav aside form header footer iframe object embed svg math
    canvas audio video map button select option textarea input head title meta link dialog
    """
)
_KEPT_ASIDES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes", "note"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu"})
_BLOCKS = _tags(
    """
    address article blockquote body center dd details div dl dt fieldset figcaption figure
    footer form header hgroup html legend main ol p section summary table tbody td tfoot th
    thead ul caption noframes
    """
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_ODD_SPACE = re.compile(r"[\t\n\r\f]|  ")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LONGEST_CELL = 400
_WHOLE_PAGE = 500
#: What scholarly journals say of an article in the head of its page.
_META = {
    "citation_title": "title",
    "dc.title": "title",
    "og:title": "shown-title",
    "citation_author": "author",
    "dc.creator": "author",
    "author": "shown-author",
    "citation_journal_title": "journal",
    "dc.source": "journal",
    "citation_issue": "issue",
    "citation_volume": "volume",
    "citation_doi": "doi",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_year": "date",
    "dc.date": "date",
}


def document_text(content: bytes) -> tuple[str, dict[str, str]]:
    """Return the text of an HTML page and what its head says of it.

    The keys are title, author (several with bars between), journal, volume, issue,
    doi, date, language and shown-title, shown-author for what may be the site's.
    Raises ArticleError if the page does not decode or is beyond all measure.
    """
    from lxml import etree

    page = decoded_page(content)
    if page.count("<") > _MOST_TAGS:
        raise ArticleError(f"holds more than {_MOST_TAGS // 1_000_000} million tags")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise ArticleError("is an HTML page that is nested too deeply")
    if root is None:
        return "", {}
    properties = _properties(root)
    text = _Page().read(root)
    narrow = _main_part(root)
    if narrow is not None:
        part = _Page().read(narrow)
        text = part if 2 * len(part) >= len(text) else text
    return text, properties


def _main_part(root: Any) -> Any:
    """Return the one element that the page says is its text, None if it says so of none."""
    for name in ("article", "main"):
        found = root.findall(f".//{name}")
        if len(found) == 1:
            return found[0]
    return None


def _properties(root: Any) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        key = _META.get(name.replace("dcterms.", "dc."))
        content = " ".join(clean(meta.get("content") or "").split())
        if key and content:
            found.setdefault(key, []).append(content.replace("|", " "))
    title = root.find(".//head/title")
    if title is not None and title.text:
        found.setdefault("shown-title", []).append(" ".join(clean(title.text).split()))
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if _TAG.fullmatch(language):
        found["language"] = [language.lower()]
    return {
        key: "|".join(dict.fromkeys(values)) if key == "author" else values[0]
        for key, values in found.items()
    }


class _Page:
    """Walks through a page and gathers its blocks."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self._lists: list[int | None] = []  # the number of the item before; None: not numbered
        self._articles = 0
        self._preformatted = 0

    def read(self, root: Any) -> str:
        """Return the text of an element and of all within it."""
        # A stack of one's own: pages are nested more deeply than Python calls.
        stack: list[Iterator[Any]] = [iter(())]
        opened: list[Any] = [root]
        self._open(root)
        stack.append(iter(root))
        while opened:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                element = opened.pop()
                self._close(element)
                if opened:
                    self._words(element.tail)
            elif not isinstance(child.tag, str) or self._is_dropped(child):
                self._words(child.tail)
            elif child.tag == "tr" and self._is_row(child):
                self.blocks.add(" | ".join(_cells(child)))
                self._words(child.tail)
            else:
                opened.append(child)
                stack.append(iter(child))
                self._open(child)
        return self.blocks.text()

    def _words(self, words: str | None) -> None:
        if not words:
            return
        if not self._preformatted and _ODD_SPACE.search(words):
            words = _SPACE.sub(" ", words)
        self.blocks.say(words)

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self.blocks.end()
            self._articles += tag in {"article", "main"}
            if tag in {"ol", "ul"}:
                self._lists.append(_first_number(element) - 1 if tag == "ol" else None)
        elif tag in _HEADINGS:
            self.blocks.end()
            self.blocks.head(_HEADINGS[tag])
        elif tag == "li":
            self._item(element)
        elif tag == "br":
            self.blocks.line()
        elif tag in {"pre", "hr", "tr"}:
            self.blocks.end()
            self._preformatted += tag == "pre"
        self._words(element.text)

    def _item(self, element: Any) -> None:
        self.blocks.end()
        number = self._lists[-1] if self._lists else None
        if number is None:
            self.blocks.sign("• ")
            return
        value = element.get("value") or ""
        number = int(value) if value.isdecimal() and len(value) < 6 else number + 1
        self._lists[-1] = number
        self.blocks.sign(f"{number}. ")

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS or tag in _HEADINGS or tag in {"li", "pre", "tr"}:
            self.blocks.end()
            if tag in _HEADINGS or tag == "li":
                self.blocks.plain()
            self._articles -= tag in {"article", "main"}
            self._preformatted -= tag == "pre"
            if tag in {"ol", "ul"} and self._lists:
                self._lists.pop()

    def _is_dropped(self, element: Any) -> bool:
        tag, attributes = element.tag, element.attrib
        role = attributes.get("role", "") if attributes else ""
        if tag in _DROPPED:
            if tag == "header":
                return self._articles == 0 or role in _ROLES
            if tag == "form":
                return _prose(element) < _WHOLE_PAGE
            return tag != "aside" or role not in _KEPT_ASIDES
        if not attributes:
            return False
        hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
        return hidden or role in _ROLES or _HIDDEN.search(attributes.get("style", "")) is not None

    def _is_row(self, row: Any) -> bool:
        """Tell whether a row holds short cells: some pages are set as one large table."""
        cells = [cell for cell in row if isinstance(cell.tag, str)]
        if len(cells) < 2:
            return False
        for cell in cells:
            blocks = sum(1 for inner in cell.iter() if inner.tag in _BLOCKS or inner.tag == "li")
            # The cell itself is a block, and one paragraph may stand in it.
            if blocks > 2 or len("".join(cell.itertext())) > _LONGEST_CELL:
                return False
        return True


def _cells(row: Any) -> list[str]:
    texts = ("".join(cell.itertext()) for cell in row if isinstance(cell.tag, str))
    return [words for text in texts if (words := " ".join(text.split()))]


def _prose(form: Any) -> int:
    """Return how much is said in the paragraphs of a form: some pages are one large form."""
    return sum(len("".join(paragraph.itertext())) for paragraph in form.iter("p"))


def _first_number(element: Any) -> int:
    start = element.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 6 else 1
