"""What becomes of a name that the machine did not know: an entity's, or nobody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import CorpusError
from ..model import Entity
from ..records import write_claims, write_entities, write_names
from .coding import write_attributions
from .ignored import IGNORED, ignored_forms, without, write_ignored
from .namedesk import Desk, Named, labels, with_label

__all__ = ["Named", "accept_name", "contexts", "ignore_name"]


def accept_name(
    folder: Path | str | None,
    source: str,
    name: str,
    *,
    entity: str | None = None,
    new: Entity | None = None,
    label: str | None = None,
) -> Named:
    """Make a name of an article the name of ``entity``, or of the ``new`` entity.

    ``name`` is the id of the name or its form. The entity gets the form, or ``label``
    in its place, as an alternative label; one of the background gets a row in
    ``entities.csv``. In the tables of the article the entity stands where the name
    stood, and the name is gone. All files are written, or none. Raises CorpusError or
    LinkError, with file and field, for a name, an entity, an id or a label that cannot be.
    """
    desk = Desk(folder, source)
    found = desk.name(name)
    spelled = label or found.form
    if (entity is None) == (new is None):
        raise CorpusError("a name becomes that of an entity or of a new one", field="entity")
    target, entities = desk.described(entity) if new is None else desk.added(new)
    desk.clash(target, spelled)
    known = spelled in labels(target)
    entities[target.id] = target if known else with_label(target, spelled)
    texts = desk.renamed(found, target.id, entities)
    texts["entities.csv"] = write_entities(entities.values())
    desk.write(texts)
    return replace(desk.counted, name=found, entity=target.id, label="" if known else spelled)


def ignore_name(folder: Path | str | None, source: str, name: str) -> Named:
    """Take a name that is none from the tables of an article, for later readings too.

    Its form is kept in ``ignored-names.csv``; candidates that speak of it, and
    attributions to it, go with it. Raises CorpusError or LinkError.
    """
    desk = Desk(folder, source)
    found = desk.name(name)
    forms = ignored_forms(desk.home) | {found.form}
    names, voices, claims = without(
        desk.source.names, desk.attributions, desk.source.claims, frozenset({found.form})
    )
    desk.write(
        {
            f"{source}/{IGNORED}": write_ignored(forms),
            f"{source}/names.csv": write_names(names),
            f"{source}/claims.csv": write_claims(claims),
            f"{source}/attributions.csv": write_attributions(voices),
        }
    )
    return Named(found, dropped=len(desk.source.claims) - len(claims))


def contexts(text: str, places: Sequence[tuple[int, int]], width: int = 40) -> Iterator[str]:
    """Yield each place with ``width`` characters on either side, the name in brackets."""
    for start, end in places:
        before, after = text[max(0, start - width) : start], text[end : end + width]
        name = " ".join(text[start:end].split())
        yield " ".join(f"{before}⟦{name}⟧{after}".split())
