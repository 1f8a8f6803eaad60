"""``fpgraph frames``: the relation frames of the reader, and how often each was right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import graph_option

if TYPE_CHECKING:
    from ..frames.frames import Frame, Frames, Slot

_STATUSES = ("accepted", "rejected", "candidate")

_EPILOG = """\b
Examples:
  fpgraph frames
  fpgraph frames uk-supports
  fpgraph frames --property seeks --lang en
  fpgraph frames --check
"""


@click.command("frames", epilog=_EPILOG)
@click.argument("name", metavar="[NAME]", required=False)
@graph_option
@click.option("--lang", "language", type=click.Choice(("en", "uk")), help="Of this language only.")
@click.option("--property", "relation", metavar="PROPERTY", help="Of this property only.")
@click.option(
    "--frames",
    "frames_folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the frames are, if not where fpgraph keeps its own.",
)
@click.option("--check", "checked", is_flag=True, help="Read the example of every frame.")
def command(
    name: str | None,
    folder: Path | None,
    language: str | None,
    relation: str | None,
    frames_folder: Path | None,
    checked: bool,
) -> None:
    """List the relation frames; with NAME, an id or a part of one, show those in full.

    The counts are of the claims that a frame found in the articles of the graph folder:
    accepted and rejected by a reviewer, and those that still wait.
    """
    from ..frames.frames import load_frames

    frames = load_frames(frames_folder)
    chosen = [frame for frame in frames if _wanted(frame, name, language, relation)]
    chosen = [frame for frame in chosen if frame.id == name] or chosen
    if not chosen:
        raise click.UsageError("no frame is like that.")
    if checked:
        _check(chosen, frames)
        return
    counts = _counts(folder)
    if name and len(chosen) <= 20:
        click.echo("\n\n".join(_shown(frame, counts) for frame in chosen))
        return
    from ..terminal import table

    rows = [
        (
            frame.id,
            frame.language,
            frame.property,
            *(str(counts[frame.id, status] or "") for status in _STATUSES),
            _right(frame, counts),
            _plain(frame.example),
        )
        for frame in chosen
    ]
    table(("frame", "lang", "property", *_STATUSES, "right", "example"), rows)


def _wanted(frame: Frame, name: str | None, language: str | None, relation: str | None) -> bool:
    return (
        (name is None or name in frame.id)
        and language in (None, frame.language)
        and relation in (None, frame.property)
    )


def _counts(folder: Path | None) -> Counter[tuple[str, str]]:
    """Return how many claims each frame found, by frame and status."""
    from ..corpus import load_corpus

    return Counter(
        (claim.rule, claim.status)
        for source in load_corpus(folder).sources
        for claim in source.claims
    )


def _right(frame: Frame, counts: Counter[tuple[str, str]]) -> str:
    """Return how often the frame was right: "87 % of 15"."""
    accepted, rejected = (counts[frame.id, status] for status in _STATUSES[:2])
    reviewed = accepted + rejected
    return f"{round(100 * accepted / reviewed)} % of {reviewed}" if reviewed else ""


def _plain(example: str) -> str:
    from ..frames.specimens import unmarked

    return unmarked(example)


def _shown(frame: Frame, counts: Counter[tuple[str, str]]) -> str:
    lines = [
        f"{frame.id} ({frame.language}): {frame.property}, {frame.kind}",
        *(f"  trigger  {trigger}" for trigger in frame.triggers),
        *([f"  structure  {frame.structure}"] if frame.structure else ()),
        f"  subject  {_slot(frame.subject)}",
        f"  object   {_slot(frame.object)}",
        f"  example  {_plain(frame.example)}",
        *(f"           {claim}" for claim in frame.claims),
        f"  but not  {_plain(frame.counter)}",
        "  claims   "
        + ", ".join(f"{counts[frame.id, status]} {status}" for status in _STATUSES)
        + (f"; right: {right}" if (right := _right(frame, counts)) else ""),
    ]
    return "\n".join(lines)


def _slot(slot: Slot) -> str:
    said = [slot.where]
    if slot.types:
        said.append(f"type {', '.join(sorted(slot.types))}")
    if slot.cases:
        said.append(f"case {', '.join(sorted(slot.cases))}")
    if slot.phrase:
        said.append(f"or a phrase of up to {slot.phrase} words")
    return "; ".join(said)


def _check(chosen: list[Frame], frames: Frames) -> None:
    """Read every example and counter-example; exit with 1 when one is read wrongly."""
    from ..frames.specimens import faults

    wrong = [fault for frame in chosen for fault in faults(frame, frames)]
    for fault in wrong:
        click.echo(fault)
    if wrong:
        raise click.exceptions.Exit(1)
    click.echo(f"all well: {len(chosen)} frames read their examples")
