"""The text of a Word document (.docx, ECMA-376): its paragraphs, lists, tables and notes.

The sizes of its parts are checked before any is unpacked; a DOCTYPE, which no
document needs and entity bombs do, is refused.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ..characters import clean
from ..errors import ArticleError
from .blocks import Blocks
from .numbering import Numbering
from .ooxml import child, local, value

_MB = 1024 * 1024
#: The most that one part, and all parts together, may unpack to, in bytes.
_LARGEST_PART = 128 * _MB
_LARGEST = 1024 * _MB
#: The most parts, and how many times smaller than its text a part may be packed.
_MOST_PARTS = 10_000
_DENSEST = 250
_SKIPPED = frozenset({"Fallback", "moveFrom", "del", "pPrChange", "rPrChange", "txbxContent"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_SIGNS = {"tab": " ", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
#: Where none of these stands, a paragraph is its runs of text.
_UNCOMMON = [f"{{*}}{name}" for name in sorted({*_SKIPPED, *_NOTES, *_SIGNS, "br", "vanish"})]
_HEADING_NAMES = ("heading ", "заголовок ")
_TITLE_NAMES = frozenset({"title", "название", "назва", "заголовок"})


def document_text(content: bytes) -> tuple[str, dict[str, str]]:
    """Return the text of a document and its properties: title, author, language.

    Headings come as in Markdown, rows of tables with bars between the cells, a note
    as a paragraph after the one that refers to it. Raises ArticleError if the
    document is damaged, unpacks to too much, or holds a DOCTYPE.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_sizes(archive)
            return _Document(archive).text(), _properties(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and "password" in str(error):
            raise ArticleError("is a Word document packed with a password") from None
        raise ArticleError("is a damaged Word document: it does not unpack") from None


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS:
        raise ArticleError(f"is refused: it holds {len(parts)} parts, more than any document")
    whole = sum(part.file_size for part in parts)
    if whole > _LARGEST:
        raise ArticleError(
            f"is refused: it unpacks to {whole // _MB} MB, more than {_LARGEST // _MB} MB"
        )
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        if part.file_size > _LARGEST_PART:
            raise ArticleError(
                f"is refused: {part.filename!r} unpacks to {part.file_size // _MB} MB,"
                f" more than {_LARGEST_PART // _MB} MB"
            )
        if part.file_size > _MB and part.file_size > _DENSEST * max(part.compress_size, 1):
            times = part.file_size // max(part.compress_size, 1)
            raise ArticleError(
                f"is refused as a zip bomb: {part.filename!r} unpacks to {times} times its size"
            )


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:
    """Return the root of a part; None when there is no such part."""
    from lxml import etree

    try:
        raw = archive.read(name)
    except KeyError:
        return None
    refusal = ArticleError(f"is refused: {name!r} holds a DOCTYPE, which no Word document needs")
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise refusal
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise ArticleError(f"is a damaged Word document: {name!r} is not valid XML") from None
    if root.getroottree().docinfo.doctype:
        raise refusal
    return root


class _Document:
    """Reads the main part of a document, its notes beside the paragraphs they belong to."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.blocks = Blocks()
        name = _main_part(archive)
        self.folder = name.rpartition("/")[0]
        self.root = _parsed(archive, name)
        if self.root is None:
            raise ArticleError("is a Word document without a text")
        self.levels, self.contents, listed = self._styles()
        self.numbering = Numbering(self._part("numbering"), listed)
        self.notes: dict[str, dict[str, str]] = {reference: {} for reference in _NOTES}
        self._referred: list[tuple[str, str]] = []
        self._counts = dict.fromkeys(_NOTES, 0)
        self.notes = {reference: self._notes(name) for reference, name in _NOTES.items()}

    def text(self) -> str:
        """Return the text of the document."""
        body = child(self.root, "body")
        if body is not None:
            self._read(body)
        return self.blocks.text()

    def _part(self, name: str) -> Any:
        return _parsed(self.archive, f"{self.folder}/{name}.xml".lstrip("/"))

    def _styles(self) -> tuple[dict[str, int], set[str], dict[str, Any]]:
        """Return the styles of headings with their levels, of contents, and of lists."""
        levels: dict[str, int] = {}
        contents: set[str] = set()
        listed: dict[str, Any] = {}
        root = self._part("styles")
        for style in root if root is not None else ():
            if local(style.tag) != "style" or value(style, "type") != "paragraph":
                continue
            identifier = value(style, "styleId")
            named = child(style, "name")
            name = value(named).lower() if named is not None else ""
            level = _outline_level(style)
            number = name[name.find(" ") + 1 :]
            if name.startswith(_HEADING_NAMES) and number.isdecimal():
                level = int(number)
            if name in _TITLE_NAMES:
                level = 1
            if level and level < 7:
                levels[identifier] = level
            if name.startswith("toc ") or name == "table of figures":
                contents.add(identifier)
            listing = child(style, "pPr", "numPr")
            if listing is not None:
                listed[identifier] = listing
        return levels, contents, listed

    def _notes(self, name: str) -> dict[str, str]:
        """Return the words of the notes by their ids."""
        root = self._part(name)
        found: dict[str, str] = {}
        for note in root if root is not None else ():
            if value(note, "type") in {"separator", "continuationSeparator"}:
                continue
            words = " ".join("".join(self._words(note)).split())
            if words:
                found[value(note, "id")] = words
        return found

    def _read(self, container: Any) -> None:
        """Read the paragraphs and tables in ``container``, wrappers looked through."""
        stack: list[Iterator[Any]] = [iter(container)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
                continue
            tag = local(element.tag)
            if tag == "p":
                self._paragraph(element)
            elif tag == "tr":
                if not self._row(element):
                    stack.append(iter(element))
            elif tag not in _SKIPPED and not tag.endswith("Pr"):
                stack.append(iter(element))

    def _row(self, row: Any) -> bool:
        """Read a row of short cells; others are read paragraph by paragraph."""
        cells = []
        for cell in row:
            if local(cell.tag) == "tc":
                paragraphs = [one for one in cell.iter() if local(one.tag) == "p"]
                texts = ("".join(self._words(one)).strip() for one in paragraphs)
                words = [text for text in texts if text]
                if len(words) > 3 or sum(map(len, words)) > 400:
                    self._referred.clear()
                    return False
                cells.append(" ".join(words))
        if len(cells) < 2:
            self._referred.clear()
            return False
        self.blocks.add(" | ".join(cell.replace("\n", " ") for cell in cells if cell))
        self._add_notes()
        return True

    def _paragraph(self, paragraph: Any) -> None:
        first = next(iter(paragraph), None)
        properties = first if first is not None and local(first.tag) == "pPr" else None
        styled = child(properties, "pStyle")
        style = value(styled) if styled is not None else ""
        words = "".join(self._words(paragraph))
        if words.strip() and style not in self.contents:
            level = _outline_level(paragraph) or self.levels.get(style, 0)
            sign = self.numbering.sign(child(properties, "numPr"), style)
            if level:
                self.blocks.head(level)
                words = sign.replace("• ", "") + words.lstrip()
            else:
                self.blocks.sign(sign)
            self.blocks.add(words)
            self.blocks.plain()
        if next(paragraph.iter("{*}txbxContent"), None) is not None:
            for box in _boxes(paragraph):
                self._read(box)
        self._add_notes()

    def _add_notes(self) -> None:
        referred, self._referred = self._referred, []
        for kind, identifier in referred:
            words = self.notes[kind].get(identifier)
            if words:
                self._counts[kind] += 1
                self.blocks.add(f"{self._counts[kind]} {words}")

    def _words(self, container: Any) -> Iterator[str]:
        """Return the words in ``container``; note which notes it refers to."""
        if next(container.iter(*_UNCOMMON), None) is None:
            return (element.text or "" for element in container.iter("{*}t"))
        return self._mixed_words(container)

    def _mixed_words(self, container: Any) -> Iterator[str]:
        stack: list[Iterator[Any]] = [iter(container)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
                continue
            tag = local(element.tag)
            if tag == "t":
                yield element.text or ""
            elif tag in self.notes:
                self._referred.append((tag, value(element, "id")))
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == "br":
                yield "" if value(element, "type") in {"page", "column"} else "\n"
            elif tag == "r" and _is_hidden(element):
                continue
            elif tag not in _SKIPPED and tag not in {"rPr", "pPr"}:
                stack.append(iter(element))


def _is_hidden(run: Any) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and value(vanish) not in {"0", "false", "off"}


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes in a paragraph, each once: older programs get a copy."""
    for box in paragraph.iter():
        if local(box.tag) == "txbxContent":
            above = (local(one.tag) for one in box.iterancestors())
            if not {"Fallback", "txbxContent"}.intersection(above):
                yield box


def _outline_level(styled: Any) -> int:
    """Return the level of a heading, from 1; 0 for body text."""
    level = child(styled, "pPr", "outlineLvl")
    depth = value(level) if level is not None else ""
    return int(depth) + 1 if depth.isdecimal() and int(depth) < 6 else 0


def _main_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the part that holds the text, as the package says."""
    relations = _parsed(archive, "_rels/.rels")
    for relation in relations if relations is not None else ():
        if value(relation, "Type").endswith("/officeDocument"):
            return value(relation, "Target").lstrip("/")
    return "word/document.xml"


def _properties(archive: zipfile.ZipFile) -> dict[str, str]:
    root = _parsed(archive, "docProps/core.xml")
    names = {"title": "shown-title", "creator": "shown-author", "language": "language"}
    return {
        names[local(element.tag)]: words
        for element in (root if root is not None else ())
        if local(element.tag) in names and (words := " ".join(clean(element.text or "").split()))
    }
