from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from fpgraph.build import BuildReport, build, hold
from fpgraph.dataset import ontology_triples, triples
from fpgraph.errors import (
    ArticleError,
    CorpusError,
    DataError,
    GraphError,
    LinkError,
    QuotationNotFound,
)
from fpgraph.model import Corpus
from fpgraph.resources import export_folder

SOURCE = "harbour-2020-1"
FP = "https://w3id.org/fpgraph/ontology#"
FPID = "https://w3id.org/fpgraph/id/"


@pytest.fixture(scope="module")
def built(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    return build(tmp_path_factory.mktemp("built"), folder=sample_folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_report(built: BuildReport) -> None:
    assert sum(built.entities.values()) == 19
    assert built.entities["State"] == 2
    assert (built.works, built.passages, built.mentions) == (4, 19, 37)
    assert built.claims == {"affirms": 11, "denies": 2, "hedges": 1}
    assert built.speakers == {"article-author": 12, "coastal-observers": 1, "o-verbytska": 1}
    assert (built.waiting, built.edges, built.quotations) == (1, 9, 0)
    assert built.files == {
        path.name: path.stat().st_size for path in sorted(built.folder.iterdir())
    }
    assert built.seconds == pytest.approx(sum(built.steps.values()))


def test_a_line_for_each_step(sample_folder: Path, tmp_path: Path) -> None:
    steps: list[str] = []
    report = build(tmp_path, folder=sample_folder, progress=steps.append)
    assert steps == list(report.steps)
    assert steps[0] == "reading the corpus"
    assert steps[-1] == "putting the files in place"


PROGRAM = "import sys; from fpgraph.build import build; build(sys.argv[1], folder=sys.argv[2])"


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_the_same_bytes_in_another_process(
    seed: str, built: BuildReport, sample_folder: Path, tmp_path: Path, root: Path
) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root / "src")}
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "out"), str(sample_folder)],
        env=environment,
        check=True,
        cwd=tmp_path,
    )
    assert contents(tmp_path / "out") == contents(built.folder)


def test_the_same_bytes_whatever_the_order_of_the_rows(
    built: BuildReport, sample_copy: Path, tmp_path: Path
) -> None:
    for name in ("entities.csv", f"{SOURCE}/mentions.csv", f"{SOURCE}/claims.csv"):
        header, *rows = (sample_copy / name).read_text(encoding="utf-8").splitlines(keepends=True)
        text = "".join([header, *reversed(rows)])
        (sample_copy / name).write_text(text, encoding="utf-8", newline="")
    build(tmp_path / "out", folder=sample_copy)
    assert contents(tmp_path / "out") == contents(built.folder)


# The gate.


def whole(corpus: Corpus) -> list[ox.Triple]:
    return ontology_triples() + triples(corpus)


def test_a_graph_of_ones_own_is_exported_beside_it(sample_copy: Path) -> None:
    """The bundled article's export stays, and the second build takes the first for no source."""
    published = {path: path.stat().st_mtime_ns for path in sorted(export_folder().glob("*"))}
    for _ in range(2):
        report = build(folder=sample_copy)
        assert report.folder == sample_copy / "export"
        assert (sample_copy / "export" / "foreign-policy.ttl").is_file()
    assert {path: path.stat().st_mtime_ns for path in published} == published


def test_the_gate_lets_a_build_pass(sample: Corpus, real_corpus: Corpus) -> None:
    hold(whole(sample))
    hold(whole(real_corpus))


@pytest.mark.parametrize(
    ("subject", "name", "target"),
    [
        # said by observers, denied by a scholar, held untrue, hedged, denied by the author
        ("primoria-foreign-policy", "characterisedAs", "lighthouse-realism"),
        ("montania", "supports", "lake-doctrine"),
        ("primoria", "memberOf", "mountain-pact"),
        ("shared-lighthouse", "ledTo", "neighbourly-trust"),
        ("seven-lighthouses-festival", "precludes", "port-security"),
        # said by nobody, and rejected in review
        ("montania", "memberOf", "league-of-quiet-harbours"),
        ("montania", "opposes", "lake-doctrine"),
    ],
)
def test_the_gate_stops_what_no_author_affirms(
    subject: str, name: str, target: str, sample: Corpus
) -> None:
    edge = ox.Triple(
        ox.NamedNode(FPID + subject), ox.NamedNode(FP + name), ox.NamedNode(FPID + target)
    )
    with pytest.raises(GraphError, match=subject):
        hold([*whole(sample), edge])


def test_a_build_stops_at_the_gate(
    sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fpgraph.statements.is_edge", lambda *_: True)
    with pytest.raises(GraphError):
        build(tmp_path / "out", folder=sample_folder)
    assert not (tmp_path / "out").exists()


# With the article at hand.


def test_quotations(sample_folder: Path, sample_text: Path, tmp_path: Path) -> None:
    report = build(tmp_path / "out", folder=sample_folder, articles=[sample_text])
    assert report.quotations == 19
    graph = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert 'oa:exact "Уряд Приморії проводить маячну політику."@uk' in graph
    assert "verifying the passages against the text" in report.steps


def test_without_the_article_there_is_none_of_its_words(built: BuildReport) -> None:
    for name, content in contents(built.folder).items():
        assert "Уряд Приморії проводить маячну політику".encode() not in content, name
        if name != "foreign-policy.ttl":  # whose ontology declares the term
            assert b"oa:TextQuoteSelector ;" not in content


def test_a_copy_with_other_line_breaks(
    sample_folder: Path, sample_text: Path, tmp_path: Path
) -> None:
    text = sample_text.read_text(encoding="utf-8").replace("-\n", "").replace("\n\n", "¶")
    text = text.replace("\n", " ").replace("¶", "\n\n")
    copy = tmp_path / "copy.txt"
    copy.write_text(text, encoding="utf-8")
    report = build(tmp_path / "out", folder=sample_folder, articles=[copy])
    assert report.quotations == 19
    assert "Уряд Приморії проводить маячну політику" in (tmp_path / "out" / "graph.ttl").read_text(
        encoding="utf-8"
    )


def test_a_passage_that_the_text_does_not_hold(
    sample_folder: Path, sample_text: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(sample_text.read_text(encoding="utf-8").replace("маячну", "рибну"))
    with pytest.raises(QuotationNotFound, match="passage 5") as caught:
        build(tmp_path / "out", folder=sample_folder, articles=[other])
    assert caught.value.path == sample_folder / SOURCE / "passages.csv"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", [b"", b"\n\n", "привіт".encode("cp1251"), b"a\0b"])
def test_a_text_that_cannot_be_read(content: bytes, sample_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(content)
    with pytest.raises(ArticleError):
        build(tmp_path / "out", folder=sample_folder, articles=[tmp_path / "text.txt"])
    assert not (tmp_path / "out").exists()


def test_quotations_stay_out_of_the_published_folder(
    sample_folder: Path, sample_text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DataError, match="not ours to publish"):
        build(export_folder(), folder=sample_folder, articles=[sample_text])
    monkeypatch.chdir(tmp_path)
    report = build(folder=sample_folder, articles=[sample_text])
    assert report.folder == Path("export")
    assert (tmp_path / "export" / "index.html").is_file()


def test_a_text_is_matched_to_its_article(
    sample_copy: Path, sample_text: Path, tmp_path: Path
) -> None:
    """With several coded articles a text is known by its name or by its words."""
    import json

    from fpgraph.build import quote
    from fpgraph.corpus import load_corpus, tidy

    other = shutil.copytree(sample_copy / SOURCE, sample_copy / "aardvark-2019-1")
    works = json.loads((other / "source.json").read_text(encoding="utf-8"))
    works[0]["id"] = "aardvark-2019-1"
    (other / "source.json").write_text(json.dumps(works), encoding="utf-8")
    for name in ("claims", "passages"):
        path = other / f"{name}.csv"
        text = path.read_text(encoding="utf-8").replace(SOURCE, "aardvark-2019-1")
        if name == "passages":
            text = text.replace(
                load_corpus(sample_copy / ".", [SOURCE]).sources[0].passages[4].fingerprint,
                "0123456789abcdef",
            )
        path.write_text(text, encoding="utf-8")
    tidy(sample_copy)
    corpus = load_corpus(sample_copy)
    unnamed = tmp_path / "unnamed.txt"
    shutil.copy(sample_text, unnamed)
    assert set(quote(corpus, [unnamed])) == {SOURCE}
    unnamed.write_text("Зовсім інший текст про інше.", encoding="utf-8")
    with pytest.raises(ArticleError, match="of no coded article"):
        quote(corpus, [unnamed])


def test_the_real_article(article_path: Path, tmp_path: Path, real_corpus: Corpus) -> None:
    report = build(tmp_path, articles=[article_path])
    assert report.quotations == sum(len(source.passages) for source in real_corpus.sources)


# What goes wrong is told in a sentence, and nothing is written.


def test_a_fault_in_the_corpus(sample_copy: Path, tmp_path: Path) -> None:
    claims = sample_copy / SOURCE / "claims.csv"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text.replace("montania,rejects", "montania,likes"), encoding="utf-8")
    with pytest.raises(LinkError, match="'likes'"):
        build(tmp_path / "out", folder=sample_copy)
    claims.write_text(text.replace(",hedges,", ",hopes,"), encoding="utf-8")
    with pytest.raises(CorpusError, match="'hopes'"):
        build(tmp_path / "out", folder=sample_copy)
    assert not (tmp_path / "out").exists()


def test_sources(sample_folder: Path, tmp_path: Path) -> None:
    assert build(tmp_path, folder=sample_folder, sources=[SOURCE]).passages == 19
    with pytest.raises(CorpusError, match="no coded article is called"):
        build(tmp_path, folder=sample_folder, sources=["other"])


def test_an_empty_corpus_builds_too(sample: Corpus, tmp_path: Path) -> None:
    from fpgraph.export import export

    source = replace(sample.sources[0], claims=(), mentions=(), passages=())
    empty = replace(sample, sources=(source,))
    assert export(empty, tmp_path)["graph.ttl"] > 0
