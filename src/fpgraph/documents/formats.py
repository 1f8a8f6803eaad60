"""What a file holds, told from its first bytes and not from its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType

#: The kinds that can be read, by the end of a file's name.
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".md": "text",
        ".markdown": "text",
        ".pdf": "pdf",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".docx": "docx",
    }
)
#: The same the other way round: the name a file of that kind should have.
ENDINGS: Mapping[str, str] = MappingProxyType(
    {"text": ".txt", "pdf": ".pdf", "html": ".html", "docx": ".docx"}
)
#: What the kinds that can be read are called.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "text": "plain text",
        "pdf": "a PDF",
        "html": "an HTML page",
        "docx": "a Word document (.docx)",
    }
)
_BEGINNINGS = (
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"SQLite format 3\x00", "a database"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_PARTS = (
    ("EncryptedPackage", "an Office document protected by a password"),
    ("WordDocument", "an old Word document (.doc)"),
    ("PowerPoint Document", "an old PowerPoint presentation (.ppt)"),
    ("Workbook", "an old Excel workbook (.xls)"),
)
_OPEN_DOCUMENTS = {
    "application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument table (.ods)",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    "application/epub+zip": "an EPUB book",
}
_ZIP_PARTS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "an Excel workbook (.xlsx)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
    ("index.fb2", "an e-book"),
)
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(
    rb"<(?:!doctype|/?(?:html|head|body|meta|title|p|div|h[1-6]|br|span|article|table|a|ul|ol|li)"
    rb"[\s/>])",
    re.IGNORECASE,
)
_SIGNS = (
    (re.compile(rb".{0,1024}?%PDF-", re.DOTALL), "pdf"),
    (_PAGE, "html"),
    (
        re.compile(rb"\s*(?:From: <Saved by|MIME-Version:).{0,2000}multipart/related", re.DOTALL),
        "a web page saved as one MHTML file",
    ),
    (re.compile(rb".{0,4096}<pkg:package", re.DOTALL), "a Word document saved as XML"),
)


def format_of(content: bytes) -> str:
    """Return what ``content`` is: a kind that can be read, or what else it seems to be.

    The kinds are ``pdf``, ``docx``, ``html`` and, for all that shows no sign of
    anything else, ``text``; whatever cannot be read comes as words: ``an EPUB book``.
    """
    if content.startswith(b"PK\x03\x04"):
        return _archived(content)
    if content.startswith(_OLE):
        return _old_office(content)
    head = content[:8192]
    begun = (words for beginning, words in _BEGINNINGS if head.startswith(beginning))
    shown = (kind for sign, kind in _SIGNS if sign.match(head))
    return next(begun, None) or next(shown, "text")


def has_markup(content: bytes) -> bool:
    """Tell whether any tag of HTML stands in ``content``, after wide characters too."""
    head = content[:2]
    if head in {b"\xff\xfe", b"\xfe\xff"}:
        content = content.replace(b"\0", b"")
    return _MARKUP.search(content) is not None


def _archived(content: bytes) -> str:
    """Tell what a zip holds; one that cannot be opened is for the caller to complain of."""
    import zipfile  # not quick to load, and few articles come in one

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").decode("ascii", "replace").strip()
                return _OPEN_DOCUMENTS.get(kind, "a ZIP archive")
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return "text" if b"word/" not in content else "a damaged Word document (.docx)"
    for part, kind in _ZIP_PARTS:
        if part in names:
            return kind
    main = any(name.startswith("word/document") and name.endswith(".xml") for name in names)
    return "docx" if main and "[Content_Types].xml" in names else "a ZIP archive"


def _old_office(content: bytes) -> str:
    for part, words in _OLE_PARTS:
        if part.encode("utf-16-le") in content:
            return words
    return "an old Office document"
