"""Documents of strangers, read in a process that can be stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from ..errors import ArticleError
from .extraction import SECONDS, extract

#: Seconds to wait for a process that may compute for so many; the machine may be busy.
DEADLINE = 2.0 * SECONDS


def extract_confined(kind: str, content: bytes) -> tuple[str, dict[str, str]]:
    """Return the text and the properties of a document, read in a process of its own.

    Raises ArticleError, without a path, if it cannot be read, takes too long, needs
    too much memory or brings its reader down.
    """
    if not sys.executable:  # an interpreter within another program
        return extract(kind, content)
    command = [sys.executable, "-P", "-m", f"{__package__}.extraction", kind]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            command, input=content, capture_output=True, timeout=DEADLINE, check=False, env=_world()
        )
    except subprocess.TimeoutExpired:
        raise ArticleError(f"takes longer than {DEADLINE:g} s to be read") from None
    except OSError as error:
        reason = error.strerror or error
        raise ArticleError(f"cannot be read: its process does not start ({reason})") from None
    first, _, body = done.stdout.partition(b"\n")
    if done.returncode or not first:
        raise ArticleError("cannot be read: it brings its reader down")
    head = json.loads(first)
    if "error" in head:
        raise ArticleError(head["error"])
    return body.decode("utf-8"), head["properties"]


def _world() -> dict[str, str]:
    """Return the environment of the process: it finds packages where this one does.

    The current folder is left out, whose files must not stand in for the library's.
    """
    places = [entry for entry in sys.path if entry]
    root = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": os.pathsep.join([*places, root])}
