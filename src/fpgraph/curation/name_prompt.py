"""The question what an open name stands for, asked in the terminal."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from ..characters import clean
from ..errors import FpgraphError
from ..model import Entity, Name
from ..naming.nameforms import is_cyrillic
from .naming import accept_name
from .review import Review

_NEW = "new"
_TYPES = {"person": "Person", "organisation": "InternationalOrganisation"}


def take_name(review: Review, name: str) -> bool:
    """Ask which entity ``name`` is, an old or a new one; return False if it stays open.

    An old entity is also known by the name from then on; a new one gets a row in
    ``entities.csv``.
    """
    found = next(one for one in review.source.names if one.id == name)
    click.echo(f"  {name} is written {clean(found.form)!r}, {_times(len(found.places))}")
    if found.suggestion:
        click.echo(f"  spelled much like {found.suggestion} ({found.score} of 100)")
    asked = f"  the id of an entity, {_NEW}, or enter to leave it open"
    while True:
        try:
            typed = click.prompt(asked, default="", show_default=False).strip()
            if typed:
                _take(review, found, typed)
        except click.Abort:
            click.echo()
            return False
        except FpgraphError as problem:
            click.echo(click.style(f"  {problem}", fg="yellow"))
            continue
        return bool(typed)


def _take(review: Review, name: Name, typed: str) -> None:
    """Accept ``name`` as that of the entity ``typed``, or of a new one."""
    take = partial(accept_name, review.folder, review.id, name.id)
    if typed == _NEW:
        new = _entity(review, name)
        entity, take = new.id, partial(take, new=new)
    else:
        entity = str(review.cells.value("asserted_by", typed))
        take = partial(take, entity=entity)
    review.accept_name(name.id, entity, take)
    click.echo(click.style(f"  {name.id} stands for {entity} now", fg="green"))


def _entity(review: Review, name: Name) -> Entity:
    """Ask for the cells of a new entity; what is wrong with one is asked for again."""
    cyrillic = is_cyrillic(name.form)
    asked = {
        "id": name.id.removeprefix("name-"),
        "type": _TYPES.get(name.kind, ""),
        "label_en": "" if cyrillic else name.form,
        "label_uk": name.form if cyrillic else "",
        "definition_en": "",
        "definition_uk": "",
    }
    cells: dict[str, Any] = {}
    for field, present in asked.items():
        while True:
            typed = click.prompt(f"  {field}", default=present, show_default=bool(present))
            try:
                cells[field] = review.cells.entity_value(field, typed)
            except FpgraphError as problem:
                click.echo(click.style(f"  {problem}", fg="yellow"))
                continue
            break
    return Entity(**cells)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
