"""From the coded corpus to every file: the pipeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from pyoxigraph import Quad, Store, Triple

from .corpus import load_corpus
from .errors import ArticleError, DataError, GraphError, QuotationNotFound
from .export import export
from .model import Corpus, Source
from .quotations import Quotations, Quoted, mentions_by_passage, quoted
from .rdffiles import Content
from .resources import export_folder
from .shapes import gate
from .statements import accepted, edges

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: of how many of what, which files, in how many seconds."""

    folder: Path
    entities: Mapping[str, int]
    works: int
    passages: int
    mentions: int
    claims: Mapping[str, int]
    speakers: Mapping[str, int]
    waiting: int
    edges: int
    triples: int
    quotations: int
    files: Mapping[str, int]
    steps: Mapping[str, float] = field(compare=False)

    @property
    def seconds(self) -> float:
        """How long the build took."""
        return sum(self.steps.values())


class _Clock:
    """Passes on each step's name as it begins, and keeps how long it took."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress
        self.steps: dict[str, float] = {}
        self.current = ""
        self.since = perf_counter()

    def __call__(self, step: str) -> None:
        self.stop()
        self.current = step
        if self.progress:
            self.progress(step)

    def stop(self) -> None:
        now = perf_counter()
        if self.current:
            self.steps[self.current] = self.steps.get(self.current, 0.0) + now - self.since
        self.since, self.current = now, ""


def build(
    out: Path | str | None = None,
    *,
    folder: Path | str | None = None,
    sources: Iterable[str] | None = None,
    articles: Iterable[Path | str] = (),
    progress: Progress | None = None,
) -> BuildReport:
    """Write every file format from the coded corpus and return what was made.

    ``out`` is ``export`` in ``folder`` unless given, and where neither is given
    ``graph/export`` in a checkout and ``export`` elsewhere; ``folder`` and ``sources``
    are those of ``load_corpus``. With ``articles``, the
    texts that were coded, every passage is verified against its text and quoted in
    the output, which then is ``export`` in the current folder unless given and may
    not be ``graph/export``: the words of an article are not ours to publish.
    ``progress`` is called with the name of each step as it begins.

    Raises CorpusError or LinkError for a fault in the corpus, QuotationNotFound for
    a passage that a text does not hold, GraphError if an edge stands that no author
    affirms or a file does not read back, DataError if the folder cannot be written.
    Nothing is written then.
    """
    clock = _Clock(progress)
    texts = [Path(article) for article in articles]
    target = _target(out, folder, quoting=bool(texts))
    clock("reading the corpus")
    corpus = load_corpus(folder, sources)
    if texts:
        clock("verifying the passages against the text")
    quotations = quote(corpus, texts)
    clock("making the graph")
    content = Content(corpus, quotations)
    clock("holding it to the gate")
    hold(content.whole)
    files = export(corpus, target, content=content, quotations=quotations, progress=clock)
    clock.stop()
    return BuildReport(
        folder=target,
        **_counts(corpus),
        triples=len(content.graph),
        quotations=sum(map(len, quotations.values())),
        files=files,
        steps=dict(clock.steps),
    )


def hold(triples: Iterable[Triple]) -> None:
    """Raise GraphError if ontology and graph hold an edge that no author affirms."""
    graph = Store()
    graph.extend(Quad(*triple) for triple in triples)
    report = gate(graph)
    if not report.conforms:
        first = report.findings[0]
        more = len(report.findings) - 1
        rest = f", and {more} more" if more else ""
        raise GraphError(f"{first.focus}: {first.message} ({first.check}{rest})")


def quote(corpus: Corpus, texts: Iterable[Path]) -> Quotations:
    """Return every passage of the articles in ``texts``, with the names in it marked.

    Raises QuotationNotFound if a text does not hold a passage.
    """
    from .text import align, read_article

    quotations: dict[str, dict[int, Quoted]] = {}
    for path in texts:
        source = _source(corpus, path)
        article = read_article(path, source.id)
        found = align(article, source.passages, corpus.folder / source.id / "passages.csv")
        mentions = mentions_by_passage(source)
        quotations[source.id] = {
            passage.number: quoted(
                article, passage, found[passage.number], mentions.get(passage.number, ())
            )
            for passage in source.passages
        }
    return quotations


def _target(out: Path | str | None, folder: Path | str | None, *, quoting: bool) -> Path:
    published = export_folder()
    if not quoting:
        beside = published if folder is None else Path(folder) / "export"
        return beside if out is None else Path(out)
    target = Path("export") if out is None else Path(out)
    if published.is_absolute() and target.resolve() == published.resolve():
        problem = "this folder is published, and an article's words are not ours to publish"
        raise DataError(f"{problem}; choose another with --out", path=target)
    return target


def _source(corpus: Corpus, path: Path) -> Source:
    """Return the source that a text belongs to: by its name, by its words, or the only one."""
    from .text import align, read_article

    for source in corpus.sources:
        if path.stem == source.id:
            return source
    if len(corpus.sources) == 1:
        return corpus.sources[0]
    for source in corpus.sources:
        try:
            align(read_article(path, source.id), source.passages)
        except QuotationNotFound:
            continue
        return source
    raise ArticleError("the text is that of no coded article", path=path)


def _counts(corpus: Corpus) -> dict[str, Any]:
    claims = [claim for _, claim in accepted(corpus)]
    entities = Counter(entity.type for entity in corpus.entities.values())
    return {
        "entities": dict(sorted(entities.items())),
        "works": sum(len(source.works) for source in corpus.sources),
        "passages": sum(len(source.passages) for source in corpus.sources),
        "mentions": sum(len(source.mentions) for source in corpus.sources),
        "claims": dict(sorted(Counter(claim.stance for claim in claims).items())),
        "speakers": dict(Counter(claim.asserted_by for claim in claims).most_common()),
        "waiting": sum(
            claim.status == "candidate" for source in corpus.sources for claim in source.claims
        ),
        "edges": len(edges(corpus)),
    }
