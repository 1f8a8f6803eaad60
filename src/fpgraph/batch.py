"""Many articles read at once, by as many workers as are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from .curation.coding import checked_id
from .files import make_folder, write_files
from .jobs import Job, Outcome, problem_of, reading_into
from .model import Entity
from .pool import Lost, run
from .records import ENTITY_COLUMNS, read_entity, write_entities
from .tables import Problems, read_table


def read_articles(
    jobs: Sequence[Job],
    folder: Path,
    *,
    workers: int = 1,
    engine: str = "local",
    scheduler: str | None = None,
) -> Iterator[Outcome]:
    """Read articles into ``folder`` and yield what came of each, in the order of ``jobs``.

    ``workers`` processes share the work, on this machine or, with the engine ``dask``,
    on the cluster of ``scheduler``; the files written are the same. An article that
    cannot be read is an outcome with a problem, and so is one at which a worker dies.
    Raises CorpusError for an unusable ``entities.csv``.
    """
    for job in jobs:
        checked_id(job.source)
    entities = known_entities(folder)
    if engine == "dask":
        from .cluster import read_on_cluster

        found = read_on_cluster(jobs, folder, entities, workers, scheduler)
    elif len(jobs) == 1 and workers == 1:
        found = map(reading_into(folder, entities), jobs)
    else:
        found = _read_by_workers(jobs, folder, entities, workers)
    for outcome in found:
        if not outcome.problem and not (folder / "entities.csv").exists():
            write_files(folder, {"entities.csv": write_entities(()).encode()})
        yield outcome


def known_entities(folder: Path) -> dict[str, Entity]:
    """Return the entities of ``folder``, none where it has no ``entities.csv``."""
    path = folder / "entities.csv"
    if not path.exists():
        return {}
    problems = Problems()
    rows = read_table(path, ENTITY_COLUMNS, problems) or ()
    return {entity.id: entity for entity in (read_entity(row, problems) for row in rows)}


def _read_by_workers(
    jobs: Sequence[Job], folder: Path, entities: Mapping[str, Entity], workers: int
) -> Iterator[Outcome]:
    make_folder(folder)
    arguments = (folder, dict(entities))
    with closing(run(jobs, min(workers, len(jobs)), reading_into, arguments)) as found:
        for job, result in found:
            if isinstance(result, Lost):
                _sweep(folder / job.source)
                yield Outcome(job.path, job.source, problem=problem_of(result, job))
            elif isinstance(result, Exception):
                raise result
            else:
                yield result


def _sweep(home: Path) -> None:
    """Remove the temporary files that a dead worker left."""
    for path in home.glob(".*.tmp"):
        path.unlink(missing_ok=True)
