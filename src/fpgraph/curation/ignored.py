"""What a scholar said is no name, kept for every later reading of an article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..model import Claim, Name
from ..parts import Attribution
from ..tables import Problems, read_table, write_table

IGNORED_COLUMNS = ("form",)
IGNORED = "ignored-names.csv"


def ignored_forms(home: Path) -> frozenset[str]:
    """Return the forms in ``ignored-names.csv`` in the folder of an article; none without it.

    Raises CorpusError for a malformed table.
    """
    path = home / IGNORED
    rows = read_table(path, IGNORED_COLUMNS, Problems(), repair=True) if path.is_file() else ()
    return frozenset(row.cells["form"] for row in rows or ())


def write_ignored(forms: Iterable[str]) -> str:
    """Return ``ignored-names.csv`` as text, sorted."""
    return write_table(IGNORED_COLUMNS, ([form] for form in sorted(set(forms))))


def without(
    names: Iterable[Name],
    attributions: Iterable[Attribution],
    claims: Iterable[Claim],
    forms: frozenset[str],
) -> tuple[tuple[Name, ...], tuple[Attribution, ...], tuple[Claim, ...]]:
    """Return what a reading found without the names spelled as one of ``forms``.

    Nobody of that name speaks, and no candidate speaks of it; what was decided stays.
    """
    known = tuple(names)
    gone = {name.id for name in known if name.form in forms}
    return (
        tuple(name for name in known if name.id not in gone),
        tuple(voice for voice in attributions if voice.speaker not in gone),
        tuple(claim for claim in claims if not _speaks_of(claim, gone)),
    )


def _speaks_of(claim: Claim, gone: set[str]) -> bool:
    named = {claim.subject, claim.object, claim.asserted_by, claim.reported_by}
    return claim.status == "candidate" and not gone.isdisjoint(named)
