"""Queries of strangers: read before they run, and run where they can be stopped."""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .errors import QueryError

LIMIT = 10.0
"""Seconds that a query may take unless told otherwise."""

LONGEST = 256 * 1024
"""The most characters that a query may have."""

_MEMORY = 2 * 1024**3
_ANSWER = 64 * 1024**2
_UPDATES = frozenset(
    {"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"}
)
# Possessive throughout, so that no text takes more than one pass. A string that does
# not end is taken to its line's end; the engine will complain of it.
_TOKEN = re.compile(
    r"""
      (?P<skip>\#[^\n\r]*+ | \s++
        | \"{3}(?:[^"\\]|\\.|"(?!""))*+(?:\"{3})? | '{3}(?:[^'\\]|\\.|'(?!''))*+(?:'{3})?
        | "(?:[^"\\\n\r]|\\.)*+"? | '(?:[^'\\\n\r]|\\.)*+'?
        | [?$]\w*+ | @[A-Za-z0-9-]*+)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*+>)
    | (?P<run>[\w:](?:[\w.:%-]|\\.)*+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"\w+")
_PLACE = re.compile(r"^error at (\d+):(\d+): (.*)$", re.DOTALL)

Kind = Literal["select", "ask", "graph"]


@dataclass(frozen=True, slots=True)
class Token:
    """A keyword, an IRI or a prefixed name of a query, and where it stands."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """Yield what is not comment, string, variable or blank space in a query."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "run":
            yield from _parts(found[0], found.start())
        elif found.lastgroup != "skip":
            yield Token(found.lastgroup or "other", found[0], found.start())


def _parts(run: str, start: int) -> Iterator[Token]:
    """Yield what stands in a run without blanks: words, as in ``1.FILTER``, or a name."""
    prefix, colon, _ = run.partition(":")
    words = list(_WORD.finditer(prefix))
    for word in words[:-1] if colon else words:
        yield Token("word", word[0], start + word.start())
    if colon:
        yield Token("name", run, start)


def refuse(text: str, name: str, prefixes: Mapping[str, str]) -> None:
    """Raise QueryError for what is not a question to the one graph at hand.

    That is: an update, SERVICE (nothing is asked of the network), FROM (there is
    one graph), a prefix that nobody declared, and a text beyond all measure. What
    is left is for the engine to judge.
    """
    if len(text) > LONGEST:
        raise QueryError(f"the query is longer than {LONGEST // 1024} kB", name=name)
    read = list(tokens(text))
    declared = {*prefixes, *_declarations(read)}
    verb = _verb(read)
    if verb in _UPDATES:
        raise QueryError(f"{verb} would change the graph, which can only be read", name=name)
    for token in read:
        word = token.text.upper() if token.kind == "word" else ""
        if word == "SERVICE":
            problem = "SERVICE is refused, for no other endpoint is ever asked"
            raise QueryError(f"{place(text, token.start)}: {problem}", name=name)
        if word == "FROM":
            problem = "FROM is refused, for there is one graph and no file is ever read"
            raise QueryError(f"{place(text, token.start)}: {problem}", name=name)
        if token.kind == "name" and not _declared(token, declared):
            problem = f"the prefix {token.text.partition(':')[0]}: is not declared"
            raise QueryError(f"{place(text, token.start)}: {problem}", name=name)


def _declarations(read: list[Token]) -> Iterator[str]:
    """Yield the prefixes that a query declares."""
    declares = False
    for token in read:
        if token.kind == "name" and declares:
            yield token.text[:-1]
        declares = token.text.upper() == "PREFIX" or (declares and token.kind == "word")


def _declared(name: Token, declared: Set[str]) -> bool:
    """Tell whether the prefix of a name is known; ``1-fp:x`` has the prefix ``fp`` too."""
    prefix = name.text.partition(":")[0]
    ends = (prefix[cut.end() :] for cut in re.finditer(r"^|[.-]", prefix))
    return prefix == "_" or any(end in declared for end in ends)


def _verb(read: list[Token]) -> str:
    """Return the first keyword after the prologue, in capitals."""
    words = (token.text.upper() for token in read if token.kind == "word")
    return next((word for word in words if word not in {"BASE", "PREFIX", "VERSION"}), "")


def place(text: str, start: int) -> str:
    """Return the line and the column of an offset, both from 1."""
    line = text.count("\n", 0, start) + 1
    return f"line {line}, column {start - text.rfind(chr(10), 0, start)}"


def syntax_problem(message: str) -> str:
    """Return the engine's complaint about a query as one sentence."""
    found = _PLACE.match(message)
    problem = " ".join((found[3] if found else message).split())
    if len(problem) > 200:
        problem = f"{problem[:200]}…"
    return f"line {found[1]}, column {found[2]}: {problem}" if found else problem


def run(
    text: str, graph: bytes, *, name: str, limit: float, prefixes: Mapping[str, str]
) -> tuple[Kind, bytes]:
    """Return the kind of the answer and its bytes, asked of N-Quads in a process.

    Raises QueryError if the query is not valid, takes longer than ``limit``
    seconds, needs too much memory, answers too much or brings the engine down.
    """
    query = text.encode("utf-8", "surrogatepass")
    head = {
        "query": len(query),
        "graph": len(graph),
        "answer": _ANSWER,
        "memory": _MEMORY,
        "seconds": math.ceil(limit) + 1,
        "prefixes": dict(prefixes),
    }
    frame = json.dumps(head).encode() + b"\n" + query + graph
    try:
        done = subprocess.run(  # noqa: S603 - our own file, no shell
            _command(), input=frame, capture_output=True, timeout=limit, check=False, env=world()
        )
    except subprocess.TimeoutExpired:
        raise QueryError(f"it took longer than {limit:g} s and was stopped", name=name) from None
    except OSError as error:
        problem = f"the process for the query does not start: {error.strerror}"
        raise QueryError(problem, name=name) from None
    first, _, body = done.stdout.partition(b"\n")
    if done.returncode or not first:
        problem = "it brought the engine down (nested too deeply, or too much memory)"
        raise QueryError(problem, name=name)
    reply = json.loads(first)
    if "error" in reply:
        raise QueryError(_problem(reply), name=name)
    return reply["kind"], body


def _problem(reply: Mapping[str, str]) -> str:
    if reply["error"] == "syntax":
        return syntax_problem(reply["message"])
    if reply["error"] == "size":
        return f"the answer is larger than {_ANSWER // 1024**2} MB; give the query a LIMIT"
    return f"the engine gave up: {' '.join(reply['message'].split())[:200]}"


def _command() -> list[str]:
    if not sys.executable:
        raise QueryError("no Python interpreter is known to run the query in")
    # -P: the folder of this package must not stand in for the standard library.
    return [sys.executable, "-P", str(Path(__file__).with_name("worker.py"))]


def world() -> dict[str, str]:
    """Return a worker's environment: it finds packages where this process does."""
    places = [entry or str(Path.cwd()) for entry in sys.path]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
