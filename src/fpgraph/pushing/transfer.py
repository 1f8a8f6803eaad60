"""``push``: ontology and graph into one graph of a triple store, and looked at there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from time import perf_counter
from typing import BinaryIO, cast

from pyoxigraph import DefaultGraph, RdfFormat, Store, Triple, serialize

from ..errors import StoreError
from ..store import open_store
from ..vocabulary import prefixes
from .client import Client
from .credentials import Credentials
from .stores import Target, shown
from .verification import Verification, compare, count, missing

_IN_MEMORY = 32 * 1024**2
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Push:
    """What was pushed: where to, triples and bytes sent, triples there before, and the proof.

    ``verified`` is None where the graph held something else before and kept it: its
    questions then have other answers, and a sample of triples was looked for.
    """

    target: Target
    triples: int
    size: int
    before: int
    after: int
    verified: Verification | None
    seconds: float


def push(
    target: Target,
    *,
    replace: bool | None = None,
    credentials: Credentials | None = None,
    folder: Path | str | None = None,
    sources: Iterable[str] | None = None,
    timeout: float = 120.0,
    retries: int = 3,
    progress: Progress | None = None,
) -> Push:
    """Send ontology and graph to ``target`` and return what came of it.

    One request carries the whole, so a store with transactions has all of it or
    nothing (Blazegraph is emptied first, by another). With ``replace`` the graph's
    old content goes, without it stays; None will do only for an empty graph. Then
    the triples are counted and the competency questions asked of both engines.
    Raises CorpusError and LinkError as ``load_corpus`` does; StoreError if the store
    cannot be reached, refuses or holds something else afterwards.
    """
    since = perf_counter()
    say = progress or _silent
    # Virtuoso takes a Digest only: the password itself is never sent there.
    client = Client(
        target.write,
        credentials,
        waits=target.store == "virtuoso",
        timeout=timeout,
        retries=retries,
        say=progress,
    )
    say("reading the corpus")
    embedded = open_store(folder, sources)
    say("counting what is there")
    before = count(client, target)
    if before and replace is None:
        problem = f"the graph holds {before:,} triples already: say --replace or --add"
        raise StoreError(problem, address=shown(target.write))
    with _turtle(embedded) as body:
        size = body.seek(0, 2)
        say(f"sending {len(embedded):,} triples, {size:,} bytes")
        _send(client, target, body, replace=replace is not False)
    after = count(client, target)
    alone = replace is not False or not before
    verified = _verify(client, target, embedded, before, after, alone=alone, progress=progress)
    seconds = perf_counter() - since
    return Push(target, len(embedded), size, before, after, verified, seconds)


def _turtle(store: Store) -> BinaryIO:
    """Return the triples as Turtle in a file that is gone when it is closed."""
    file = cast("BinaryIO", SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 - the caller's
    serialize(_triples(store), file, RdfFormat.TURTLE, prefixes=dict(prefixes()))
    return file


def _triples(store: Store) -> Iterable[Triple]:
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph()))


def _send(client: Client, target: Target, body: BinaryIO, *, replace: bool) -> None:
    if replace and target.clearing:
        client.send("DELETE", target.clearing, headers={})
    method = "PUT" if replace and not target.clearing else "POST"
    headers = {"Content-Type": "text/turtle"}
    client.send(method, target.write, headers=headers, body=body, twice=method == "PUT")


def _verify(
    client: Client,
    target: Target,
    embedded: Store,
    before: int,
    after: int,
    *,
    alone: bool,
    progress: Progress | None,
) -> Verification | None:
    """Return the proof; None where a sample had to do. Raises StoreError if it fails."""
    sent, address = len(embedded), shown(target.query)
    if not alone:
        lost = missing(client, target, list(_triples(embedded)))
        if lost or not max(before, sent) <= after <= before + sent:
            problem = (
                f"{before:,} triples were there and {sent:,} were sent, but now there are "
                f"{after:,}, and {lost} of a sample are missing"
            )
            raise StoreError(problem, address=address)
        return None
    if after != sent:
        problem = f"{sent:,} triples were sent, but the graph holds {after:,}"
        raise StoreError(problem, address=address)
    verified = compare(client, target, embedded, progress=progress)
    if verified.differing:
        (name, how), *others = verified.differing
        more = f" (and {len(others)} more: {', '.join(n for n, _ in others)})" if others else ""
        problem = (
            f"{len(verified.differing)} of {verified.asked} questions are answered "
            f"differently: {name}: {how}{more}"
        )
        raise StoreError(problem, address=address)
    return verified


def _silent(_: str) -> None:
    """Say nothing."""
