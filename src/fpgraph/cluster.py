"""Articles read on a Dask cluster: their bytes are sent, what was read comes back."""

from __future__ import annotations

import gc
import logging
import pickle
import tempfile
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .curation.coding import Draft, Tally, author_in, place
from .documents.documents import document_text
from .errors import ArticleError, DataError
from .jobs import Job, Outcome, attempt, problem_of, read_draft
from .model import Entity
from .pool import deaf
from .text import read_article

if TYPE_CHECKING:
    from .reading.reader import Reader

#: So many articles for each worker are on their way at once.
_AHEAD = 3
#: Seconds to wait for the cluster.
_PATIENCE = 10
#: A larger file is not sent, in bytes.
LARGEST_FILE = 256 * 1024 * 1024
#: The reader of this worker process, by the entities it knows.
_readers: dict[bytes, Reader] = {}


def read_on_cluster(
    jobs: Sequence[Job],
    folder: Path,
    entities: Mapping[str, Entity],
    workers: int,
    scheduler: str | None,
) -> Iterator[Outcome]:
    """Read articles on the cluster of ``scheduler``, or on one of ``workers`` started here.

    Yields outcomes in the order of ``jobs``, as ``batch.read_articles`` does. Raises
    DataError when Dask is not installed or the scheduler does not answer.
    """
    with ExitStack() as stack:
        client = stack.enter_context(_client(stack, workers, scheduler))
        yield from _results(client, jobs, folder, entities)


def _client(stack: ExitStack, workers: int, scheduler: str | None) -> Any:
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        problem = "the engine dask needs Dask: pip install 'foreign-policy-graph[dask]'"
        raise DataError(problem) from None
    if scheduler is None:
        with deaf():
            cluster = distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
            )
        return distributed.Client(stack.enter_context(cluster), set_as_default=False)
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        problem = f"the scheduler {scheduler} does not answer or has no workers ({error})"
        raise DataError(problem) from None
    return client


def _results(
    client: Any, jobs: Sequence[Job], folder: Path, entities: Mapping[str, Entity]
) -> Iterator[Outcome]:
    """Send so many articles at a time as the cluster has work for, and write what comes."""
    # With every article, for what is sent once is lost with the worker that keeps it.
    known = zlib.compress(pickle.dumps(dict(entities)))
    waiting: dict[int, Any] = {}
    sent = 0
    for given, job in enumerate(jobs):
        while sent < len(jobs) and sent < given + _AHEAD * max(1, len(client.nthreads())):
            waiting[sent] = _sent(client, jobs[sent], folder, known)
            sent += 1
        yield attempt(job, partial(_placed, job, waiting.pop(given), folder))


def _sent(client: Any, job: Job, folder: Path, known: bytes) -> Any:
    """Return the reading to come, or the error that kept it from being asked for."""
    try:
        if job.path.stat().st_size > LARGEST_FILE:
            raise OSError  # noqa: TRY301 - told in the words of whoever reads it here
        content = job.path.read_bytes()
    except OSError:
        try:
            document_text(job.path)
        except ArticleError as error:
            return error
        raise
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of an article of more than 10 MB
        author = author_in(folder, job.source)
        return client.submit(
            read_sent, known, content, job.path.name, job.source, author, pure=False
        )


def _placed(job: Job, future: Any, folder: Path) -> Tally:
    if isinstance(future, Exception):
        raise future
    try:
        answer = future.result()
    except Exception as error:
        if type(error).__name__ == "KilledWorker":
            raise ArticleError("the worker died at it") from None
        raise
    if isinstance(answer, str):
        raise ArticleError(answer)
    return place(answer, folder, partial(read_article, job.path, job.source))


def read_sent(entities: bytes, content: bytes, name: str, source: str, author: str) -> Draft | str:
    """Return what the reading of an article brings, or why it cannot be read.

    ``content`` are the bytes of the file called ``name``. This runs on the cluster.
    """
    from .reading.reader import Reader

    if entities not in _readers:
        _readers.clear()
        # What is unpacked comes from whoever may run any function here.
        _readers[entities] = Reader(pickle.loads(zlib.decompress(entities)))  # noqa: S301
        gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        job = Job(Path(folder) / name, source)
        job.path.write_bytes(content)
        try:
            return read_draft(_readers[entities], job, author)
        except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
            return problem_of(error, job)
