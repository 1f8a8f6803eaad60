"""Makes the files that are read: PDF and Word documents of our own, whole and spoilt."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf(
    pages: Sequence[str], *, title: str = "", author: str = "", feet: Sequence[str] = ()
) -> bytes:
    """Return a PDF that sets each line of its pages; ``feet`` stand at the foot of each."""
    letters = sorted({letter for page in [*pages, *feet] for letter in page if letter != "\n"})
    codes = {letter: code for code, letter in enumerate(letters, 1)}
    objects: list[bytes] = []

    def add(content: str | bytes) -> int:
        objects.append(content.encode("latin-1") if isinstance(content, str) else content)
        return len(objects)

    def stream(content: str) -> str:
        return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"

    unicode_map = add(stream(_to_unicode(codes)))
    descriptor = add(
        "<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000]"
        " /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    inner = add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor {descriptor} 0 R /DW 500 >>"
    )
    font = add(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H"
        f" /DescendantFonts [{inner} 0 R] /ToUnicode {unicode_map} 0 R >>"
    )
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for number, page in enumerate(pages):
        shown = _shown(page, 780, codes)
        shown += _shown(feet[number], 40, codes) if feet else ""
        content = add(stream(shown if page else ""))
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R"
                f" /Resources << /Font << /F1 {font} 0 R >> >> >>"
            )
        )
    add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>")
    catalog = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    info = add(f"<< /Title {_pdf_string(title)} /Author {_pdf_string(author)} >>")
    return _assembled(objects, catalog, info)


def _shown(page: str, top: int, codes: Mapping[str, int]) -> str:
    """Return what draws the lines of a page from ``top`` on; a blank line is a smaller gap."""
    lines = [
        "<" + "".join(f"{codes[letter]:04X}" for letter in line) + "> Tj"
        for line in page.split("\n")
    ]
    drawn = "\nT*\n".join(lines).replace("<> Tj\nT*", "0 -8 Td")
    return f"BT /F1 11 Tf 14 TL 60 {top} Td\n{drawn}\nET\n"


def _pdf_string(words: str) -> str:
    return f"<{(chr(0xFEFF) + words).encode('utf-16-be').hex()}>"


def _to_unicode(codes: Mapping[str, int]) -> str:
    pairs = [f"<{code:04X}> <{ord(letter):04X}>" for letter, code in codes.items()]
    blocks = [
        f"{len(pairs[at : at + 100])} beginbfchar\n"
        + "\n".join(pairs[at : at + 100])
        + "\nendbfchar"
        for at in range(0, len(pairs), 100)
    ]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def\n"
        "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap CMapName currentdict /CMap defineresource pop end end"
    )


def _assembled(objects: Sequence[bytes], catalog: int, info: int) -> bytes:
    written = BytesIO(b"")
    written.write(b"%PDF-1.5\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(written.tell())
        written.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = written.tell()
    written.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    written.writelines(b"%010d 00000 n \n" % place for place in places)
    written.write(
        b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, catalog, info, start)
    )
    return written.getvalue()


def paragraph(words: str, style: str = "", listed: str = "", more: str = "") -> str:
    """Return a paragraph of a Word document; ``listed`` is the number of its list."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    listing = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>' if listed else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    return f"<w:p><w:pPr>{styled}{listing}</w:pPr>{run}{more}</w:p>"


def part(name: str, body: str) -> str:
    """Return a part of a Word document with that root."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:{name} xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{body}</w:{name}>'
    )


def docx(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word document with that body, and with other parts or in place of its own."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{types}"/>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1"'
        f' Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **(parts or {}),
    }
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of these files."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
