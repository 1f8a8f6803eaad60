"""Turtle that people read: prefixes, sections, a blank line between subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pyoxigraph import RdfFormat, Triple, serialize

from .vocabulary import prefixes

_PREFIX_LINE = re.compile(r"^@prefix\s+(\w*):\s+<([^<>]*)>\s*\.[ \t]*\n", re.MULTILINE)
_SUBJECT = re.compile(r"\n(?=[^\t\n])")
_RULE = "#" * 76


def to_turtle(sections: Mapping[str, Iterable[Triple]], *, before: str = "") -> bytes:
    """Return Turtle with a heading over each section.

    ``before`` is Turtle to stand first, as written; its prefixes join the others.
    """
    known = dict(prefixes())
    declared = {name: space for name, space in _PREFIX_LINE.findall(before) if name not in known}
    header = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in (known | declared).items())
    kept = _PREFIX_LINE.sub(lambda line: "" if _same(line, known | declared) else line[0], before)
    bodies = [f"{header}\n{kept.strip()}\n" if kept.strip() else header]
    for title, triples in sections.items():
        body = turtle_body(triples, known)
        if body:
            bodies.append(f"\n{_RULE}\n# {title}\n{_RULE}\n\n{body}")
    return "".join(bodies).encode()


def _same(line: re.Match[str], known: Mapping[str, str]) -> bool:
    return known.get(line[1]) == line[2]


def turtle_body(triples: Iterable[Triple], known: Mapping[str, str]) -> str:
    """Return Turtle that uses the prefixes ``known`` and leaves out their declarations."""
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(known))
    assert text is not None
    # The serialiser escapes line feeds in literals, so every line that does not
    # begin with a tab begins a subject.
    body = _PREFIX_LINE.sub("", text.decode())
    return _SUBJECT.sub("\n\n", body).replace("\n\t", "\n    ")
