"""An article to read and what came of it: found, read, written into its folder."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .curation.coding import Draft, Tally, author_in, draft, place
from .errors import ArticleError, DataError, FpgraphError
from .model import Entity
from .pool import Lost, guard
from .text import read_article
from .transliteration import kebab

if TYPE_CHECKING:
    from .reading.reader import Reader


@dataclass(frozen=True, slots=True)
class Job:
    """An article to read: the file it is in, and the id it is to have."""

    path: Path
    source: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: a tally, or else the problem, in a sentence."""

    path: Path
    source: str
    tally: Tally = field(default_factory=Tally)
    problem: str = ""


def find_jobs(paths: Iterable[Path], taken: Container[str] = ()) -> tuple[list[Job], list[Outcome]]:
    """Return the articles in ``paths``, files and folders, each named after its file.

    A name that is ``taken``, the id of an entity, is followed by ``-article``. Folders
    are searched to their depths for files that can hold an article. The second list
    tells of files that cannot be named, and of those that would be named alike.
    """
    jobs: list[Job] = []
    bad: list[Outcome] = []
    files: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        inside = _articles(path)
        files.update(dict.fromkeys(inside))
        if not inside:
            bad.append(Outcome(path, "", problem="the folder holds no article"))
    names = {path: kebab(path.stem) for path in files}
    names = {path: f"{name}-article" if name in taken else name for path, name in names.items()}
    often = Counter(names.values())
    for path, name in names.items():
        if not name:
            problem = "its name makes no id; read it alone, with --as"
        elif often[name] > 1:
            problem = f"another file would be called {name!r} as well; read it alone, with --as"
        else:
            jobs.append(Job(path, name))
            continue
        bad.append(Outcome(path, name, problem=problem))
    return jobs, bad


def _articles(folder: Path) -> list[Path]:
    from .documents.documents import SUFFIXES

    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def reading_into(folder: Path, entities: Mapping[str, Entity]) -> Callable[[Job], Outcome]:
    """Return what reads an article and writes its tables into ``folder``."""
    from .reading.reader import Reader

    reader = Reader(entities)
    # The lexicon stays: a sixth of the time would go into looking for garbage in it.
    gc.freeze()

    def read(job: Job) -> Outcome:
        return attempt(job, partial(put, job))

    def put(job: Job) -> Tally:
        read = read_draft(reader, job, author_in(folder, job.source))
        with guard:
            return place(read, folder, partial(read_article, job.path, job.source))

    return read


def read_draft(reader: Reader, job: Job, author: str) -> Draft:
    """Return what the reading of an article brings; ArticleError if it cannot be read."""
    from .documents.documents import check_language
    from .documents.metadata import bibliography

    if job.source in reader.lexicon.entities:
        problem = f"{job.source!r} is the id of an entity; read it alone, with another id --as"
        raise ArticleError(problem)
    article = read_article(job.path, job.source)
    check_language(article, job.path)
    works = [dict(work) for work in bibliography(article, job.path)]
    works[0]["custom"] = {**works[0].get("custom", {}), "author-entity": author}
    return draft(reader.read(article, author), works)


def attempt(job: Job, work: Callable[[], Tally]) -> Outcome:
    """Return the outcome of ``work``; whatever goes wrong is its problem."""
    try:
        return Outcome(job.path, job.source, work())
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        return Outcome(job.path, job.source, problem=problem_of(error, job))


def problem_of(error: Exception, job: Job) -> str:
    """Return what went wrong with an article, in one sentence without its path."""
    if isinstance(error, DataError) and (error.path is None or error.path.name == job.path.name):
        return error.problem
    if isinstance(error, FpgraphError):
        return str(error)
    if isinstance(error, MemoryError):
        return "it needs more memory than there is"
    if isinstance(error, Lost):
        return f"the worker died at it ({error.cause})"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"a fault in fpgraph, please report it ({type(error).__name__}: {error})"
