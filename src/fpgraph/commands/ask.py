"""``fpgraph ask``: the competency questions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .options import format_option, graph_option, source_option


@click.command("ask", epilog="Example: fpgraph ask memberships --lang uk")
@click.argument("name", required=False)
@format_option
@click.option(
    "--lang",
    "language",
    type=click.Choice(("en", "uk")),
    default="en",
    show_default=True,
    help="The language of labels and statements.",
)
@click.option(
    "--article",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The text that was coded: the table then shows the sentences themselves.",
)
@click.option("--sparql", is_flag=True, help="Print the query instead, to copy and change.")
@graph_option
@source_option
def command(
    name: str | None,
    form: str,
    language: str,
    article: Path | None,
    sparql: bool,
    folder: Path | None,
    sources: tuple[str, ...],
) -> None:
    """Answer a competency question; without NAME, list them all.

    NAME is a number, a name or a part of a name. Each row names its speaker and the
    sentence it rests on. csv and json also have the addresses of the passage and the
    claim; ttl is everything known of the claims behind the rows.
    """
    from ..questions import find_question, headings, questions

    if name is None:
        from ..terminal import table

        rows = [(f"{q.number:02}", q.name, q.text(language)) for q in questions()]
        table(("no", "name", "question"), rows)
        return
    question = find_question(name)
    if sparql:
        click.echo(question.asked_in(language), nl=False)
        return
    from ..store import ask
    from ..terminal import write_answer

    answer = ask(
        question,
        language="uk" if language == "uk" else "en",
        folder=folder,
        sources=sources or None,
    )
    words = _words(article, folder, sources) if article else None
    write_answer(answer, form, all_columns=False, words=words, headings=headings(language))


def _words(article: Path, folder: Path | None, sources: tuple[str, ...]) -> Any:
    """Return the words of every passage of the article, by the passage's address."""
    from ..build import quote
    from ..corpus import load_corpus
    from ..terms import PASSAGE_BASE

    quotations = quote(load_corpus(folder, sources or None), [article])
    return {
        f"{PASSAGE_BASE}{source}/{number}": quoted.words
        for source, found in quotations.items()
        for number, quoted in found.items()
    }
