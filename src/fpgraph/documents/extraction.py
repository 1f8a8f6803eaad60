"""Reads one document in a process of its own, so that it can be stopped.

``confined`` starts it with the kind of the document as its argument. The document
comes on standard input; a line of JSON goes back, ``{"properties": …}`` or
``{"error": …}``, and after it the text in UTF-8.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from ..errors import ArticleError

MEMORY = 2 * 1024**3
"""Bytes that the process may use."""

SECONDS = 60
"""Seconds of computing that a document may take."""

_LIBRARIES = {"pdf": "pypdf", "docx": "lxml.etree", "html": "lxml.etree"}
_MODULES = {"pdf": "pdf", "docx": "docx", "html": "webpage"}

_Reader = Callable[[bytes], tuple[str, dict[str, str]]]


def extract(kind: str, content: bytes) -> tuple[str, dict[str, str]]:
    """Return the text and the properties of a document of that kind.

    Raises ArticleError, without a path, if it cannot be read.
    """
    return _reader(kind)(content)


def _reader(kind: str) -> _Reader:
    # Each kind brings a library of its own, which the others need not wait for; it
    # loads before the limits hold.
    import_module(_LIBRARIES[kind])
    module = import_module(f".{_MODULES[kind]}", __package__)
    read: _Reader = module.document_text
    return read


def confine() -> None:
    """Give up memory and time beyond what a document needs.

    Where the platform has no such limits, only the caller's deadline holds.
    """
    try:
        import resource
    except ImportError:
        return
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_AS: MEMORY,
    }
    for kind, limit in limits.items():
        with suppress(OSError, ValueError):  # macOS refuses some
            resource.setrlimit(kind, (limit, limit))


def main() -> None:
    """Read a document, answer with its text."""
    read = _reader(sys.argv[1])
    confine()
    try:
        text, properties = read(sys.stdin.buffer.read())
        body = text.encode("utf-8", "replace")
        head: dict[str, object] = {"properties": properties}
    except ArticleError as error:
        head, body = {"error": error.problem}, b""
    except (MemoryError, RecursionError):
        head, body = {"error": "needs too much memory to be read"}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
