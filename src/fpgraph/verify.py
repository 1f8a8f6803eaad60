"""Files read again before they take their place, by a parser that did not write them.

pyoxigraph writes, rdflib reads. rdflib takes its time, so the files are read in two
further processes while the rest of the build goes on. Run as a program, this module
reads jobs on standard input and answers each with a problem or null, in JSON lines.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .errors import GraphError
from .signatures import Signature, read_keys, signature, written_keys

# How long rdflib takes for a triple in each format, roughly, to share out the work.
_EFFORT = {"trig": 16, "nquads": 14, "xml": 14, "turtle": 13, "turtle-1.2": 15, "json-ld": 9}


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read again: where it is, in what format, and what it must hold."""

    path: str
    format: str
    count: int
    digest: int

    @property
    def effort(self) -> int:
        """How long it takes, in no unit."""
        return _EFFORT.get(self.format, 10) * self.count


class Verification:
    """Files being read again in the background; ``finish`` waits for the result.

    The processes start at once and take each file as soon as it is submitted.
    """

    def __init__(self, *, workers: int = 2) -> None:
        self.workers = [_Worker(_start()) for _ in range(workers)]

    def __enter__(self) -> Verification:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.end()

    def submit(self, job: Job) -> None:
        """Have a file read again by whoever has least to do."""
        min(self.workers, key=lambda worker: worker.load).take(job)

    def finish(self, named: Callable[[str], str] = str) -> None:
        """Wait; raise GraphError for the first file that does not hold what it must.

        ``named`` turns the path that was read into the one to name.
        """
        for worker in self.workers:
            for job, found in worker.answers():
                if found:
                    raise GraphError(f"{named(job.path)}: {found}")


@dataclass(slots=True)
class _Worker:
    """A process that reads files again, and what it was given to do."""

    process: subprocess.Popen[bytes]
    jobs: list[Job] = field(default_factory=list)
    load: int = 0

    def take(self, job: Job) -> None:
        self.jobs.append(job)
        self.load += job.effort
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):  # why it ended is told when it is asked for answers
            self.process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
            self.process.stdin.flush()

    def answers(self) -> Iterator[tuple[Job, str | None]]:
        output, complaint = self.process.communicate()
        lines = output.splitlines()
        for job, line in zip(self.jobs, lines, strict=False):
            yield job, json.loads(line)
        if len(lines) < len(self.jobs):
            why = f"it could not be read again: {_last_line(complaint)}"
            yield self.jobs[len(lines)], why

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                with suppress(BrokenPipeError):
                    stream.close()
        self.process.wait()


def _start() -> subprocess.Popen[bytes]:
    # By path, so that it works where the package is not installed, and not by
    # multiprocessing, which would run the caller's own script again.
    root = str(Path(__file__).resolve().parents[1])
    program = f"import sys; sys.path.insert(0, {root!r}); from fpgraph.verify import main; main()"
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own program
        [sys.executable, "-P", "-W", "ignore", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _last_line(output: bytes) -> str:
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "the process ended without a word"


def problem(job: Job) -> str | None:
    """Return what is wrong with a file, or None."""
    expected = Signature(job.count, job.digest)
    try:
        content = Path(job.path).read_bytes()
        found = [signature(read_keys(content, job.format))]
        if job.format == "turtle-1.2":
            from pyoxigraph import RdfFormat, parse

            # rdflib read it with the triple terms rewritten; here it stands as it is.
            found.append(signature(written_keys(parse(content, format=RdfFormat.TURTLE))))
    except Exception as fault:  # noqa: BLE001 - whatever a parser raises, the file is unfit
        return f"it cannot be read again: {type(fault).__name__}: {fault}"
    for read in found:
        if read.count != expected.count:
            return f"it reads back as {read.count} triples where {expected.count} were written"
        if read != expected:
            return "it reads back with other triples than were written"
    return None


def main() -> None:
    """Read the files named on standard input again; one job a line, one answer a line."""
    import gc

    import rdflib  # noqa: F401 - while the first file is still being written

    # Parsing allocates much and frees little; the collector would only look on.
    gc.disable()
    for line in sys.stdin:
        print(json.dumps(problem(Job(**json.loads(line)))), flush=True)
