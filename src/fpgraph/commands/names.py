"""``fpgraph names``: the names that an article brought and the lexicon does not know."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import graph_option

if TYPE_CHECKING:
    from ..curation.naming import Named
    from ..model import Article, Entity, Name, Source

_PASSAGES = 5
_CONTEXTS = 3

_EPILOG = """\b
Examples:
  fpgraph names journal-2024-1 --article article.txt
  fpgraph names journal-2024-1 --accept name-r-fridman --as freedman
  fpgraph names journal-2024-1 --accept "Р. Фрідман" --new Scholar
      --id fridman --label-en "R. Fridman" --label-uk "Р. Фрідман"
  fpgraph names journal-2024-1 --ignore name-skhid
"""


@click.command("names", epilog=_EPILOG)
@click.argument("source", metavar="[SOURCE-ID]", required=False)
@graph_option
@click.option(
    "--article",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The text that was read: each name is then shown in its context.",
)
@click.option("--accept", metavar="NAME", help="Make this name, an id or a form, an entity's.")
@click.option("--as", "entity", metavar="ENTITY", help="The entity that the name belongs to.")
@click.option("--new", "kind", metavar="TYPE", help="Make a new entity of this class of the name.")
@click.option("--id", "identity", metavar="ID", help="The id of the new entity.")
@click.option("--label-en", metavar="TEXT", default="", help="Its label in English.")
@click.option("--label-uk", metavar="TEXT", default="", help="Its label in Ukrainian.")
@click.option("--ignore", metavar="NAME", help="This is no name: leave it out from now on.")
def command(  # noqa: PLR0913, PLR0917
    source: str | None,
    folder: Path | None,
    article: Path | None,
    accept: str | None,
    entity: str | None,
    kind: str | None,
    identity: str | None,
    label_en: str,
    label_uk: str,
    ignore: str | None,
) -> None:
    """Show the names that are unknown in an article, or in all, the most frequent first.

    The suggestion is the entity whose label is spelled most like the name, with a score
    of 100 at most. Accepting a name adds it to the labels of an entity, or makes a new
    one, and puts the entity in the place of the name in the tables of the article.
    """
    details = bool(kind or identity or label_en or label_uk)
    if accept is None and ignore is None:
        if entity or details:
            raise click.UsageError("--as and --new go with --accept.")
        _show(source, folder, article)
        return
    if source is None or (accept is not None and ignore is not None):
        raise click.UsageError("name one article, and either --accept or --ignore.")
    if ignore is not None:
        if entity or details:
            raise click.UsageError("--as and --new go with --accept.")
        from ..curation.naming import ignore_name

        click.echo(_ignored(ignore_name(folder, source, ignore)))
        return
    if bool(entity) == details or (details and not (kind and identity)):
        raise click.UsageError("--accept goes with --as, or with --new, --id and the labels.")
    from ..curation.naming import accept_name

    new = _entity(kind or "", identity or "", label_en, label_uk) if details else None
    click.echo(_accepted(accept_name(folder, source, accept or "", entity=entity, new=new)))


def _entity(kind: str, identity: str, label_en: str, label_uk: str) -> Entity:
    from ..model import Entity

    return Entity(identity, kind, label_en.strip(), label_uk.strip())


def _accepted(named: Named) -> str:
    said = [f"{_counted(named.mentions, 'mention')} and {_counted(named.claims, 'claim')} renamed"]
    if named.label:
        said.append(f"{named.label!r} is now a label")
    if named.dropped:
        said.append(f"{_counted(named.dropped, 'candidate')} that was there already left out")
    return f"{named.name.form} is {named.entity}: {'; '.join(said)}"


def _ignored(named: Named) -> str:
    dropped = f", {_counted(named.dropped, 'candidate')} of it left out" if named.dropped else ""
    return f"{named.name.form} is no name{dropped}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _show(source: str | None, folder: Path | None, article: Path | None) -> None:
    from ..corpus import load_corpus
    from ..terminal import table

    if article is not None and source is None:
        raise click.UsageError("--article goes with the id of an article.")
    sources = load_corpus(folder, [source] if source else None).sources
    text = _text(article, sources[0]) if article else None
    rows = []
    for one in sources:
        for name in _ordered(one.names):
            close = f"{name.suggestion} ({name.score})" if name.suggestion else ""
            where = _where(name, one) if text is None else _contexts(name, text)
            row = (name.id, name.form, name.kind, str(len(name.places)), close, where)
            rows.append(row if source else (one.id, *row))
    if not rows:
        click.echo("no name waits for a decision")
        return
    columns = ("id", "form", "kind", "count", "suggestion", "context" if text else "passages")
    table(columns if source else ("article", *columns), rows)


def _ordered(names: Iterable[Name]) -> list[Name]:
    return sorted(names, key=lambda name: (-len(name.places), name.id))


def _text(path: Path, source: Source) -> Article:
    """Return the text of an article; raises ArticleError if its passages are others."""
    from ..evaluation.coded_text import coded_article
    from ..text import align

    article = coded_article(path, source.id)
    align(article, source.passages, path)
    return article


def _where(name: Name, source: Source) -> str:
    from bisect import bisect_right

    starts = [passage.start for passage in source.passages]
    numbers = dict.fromkeys(bisect_right(starts, start) for start, _ in name.places)
    shown = [str(number) for number in list(numbers)[:_PASSAGES]]
    return " ".join([*shown, "…"] if len(numbers) > _PASSAGES else shown)


def _contexts(name: Name, article: Article) -> str:
    from ..curation.naming import contexts

    return " · ".join(contexts(article.text, name.places[:_CONTEXTS]))
