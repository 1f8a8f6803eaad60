"""What we write, read by parsers that share no code with what wrote it.

``test_roundtrip`` holds every file against pyoxigraph and rdflib; here the validators
of others read the files (raptor and serd in C, Jena in Java; Debian has all three),
and the W3C's own Turtle, with its corner cases, goes through our two writers.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Triple, parse

from fpgraph.jsonld import to_jsonld
from fpgraph.model import Corpus
from fpgraph.rdffiles import Content, RdfFile, rdf_files
from fpgraph.signatures import read_keys, signature, written_keys
from fpgraph.turtlefile import to_turtle
from w3c import TESTS, by_value, canonical

TURTLE = TESTS / "rdf" / "rdf11" / "rdf-turtle"
Written = tuple[RdfFile, Path]
#: A validator's command, its name for each form, and how it tells the number of statements.
VALIDATORS = {
    "rapper": (
        ["rapper", "--count", "--input"],
        {"turtle": "turtle", "nt": "ntriples", "nquads": "nquads", "trig": "trig", "xml": "rdfxml"},
        re.compile(r"returned (\d+) triples"),
    ),
    "serdi": (
        ["serdi", "-o", "nquads", "-i"],
        {"turtle": "turtle", "nt": "ntriples", "nquads": "nquads", "trig": "trig"},
        re.compile(r"\n"),
    ),
    "riot": (
        ["riot", "--check", "--strict", "--count", "--syntax"],
        {
            "turtle": "turtle",
            "nt": "ntriples",
            "nquads": "nquads",
            "trig": "trig",
            "xml": "rdfxml",
            "json-ld": "jsonld",
        },
        re.compile(r"(?:Triples|Quads) = ([\d,]+)"),
    ),
}


@pytest.fixture(scope="module")
def written(real_corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> list[Written]:
    folder = tmp_path_factory.mktemp("written")
    found = []
    for file in rdf_files(Content(real_corpus)):
        (folder / file.name).write_bytes(file.content)
        found.append((file, folder / file.name))
    return found


@pytest.mark.parametrize("validator", VALIDATORS)
def test_validators_of_others_agree(validator: str, written: list[Written]) -> None:
    """Every file is well-formed, and holds as many statements as were meant."""
    if not shutil.which(validator):
        pytest.skip(f"{validator} is not installed (Debian: raptor2-utils, serdi, riot of Jena)")
    command, names, told = VALIDATORS[validator]
    seen = 0
    for file, path in written:
        if file.format in names:
            run = [*command, names[file.format], str(path)]
            done = subprocess.run(run, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{file.name}: {done.stderr[-300:]}"
            assert counted(told, done.stdout + done.stderr) == file.holds.count, file.name
            seen += 1
    assert seen >= 5


@pytest.mark.parametrize("validator", VALIDATORS)
def test_validators_see_a_fault(validator: str, written: list[Written], tmp_path: Path) -> None:
    """A file that ends in the middle does not pass for a whole one."""
    if not shutil.which(validator):
        pytest.skip(f"{validator} is not installed")
    command, names, _ = VALIDATORS[validator]
    (whole,) = (file for file, _ in written if file.name == "graph.ttl")
    torn = tmp_path / "torn.ttl"
    torn.write_bytes(whole.content[: whole.content.rindex(b";")])
    run = [*command, names["turtle"], str(torn)]
    assert subprocess.run(run, capture_output=True, check=False).returncode


def counted(told: re.Pattern[str], output: str) -> int:
    """Return the number that a validator tells, or the lines that it writes."""
    found = told.findall(output)
    return len(found) if found[0] == "\n" else int(found[-1].replace(",", ""))


def corner_cases() -> Iterator[tuple[str, list[Triple]]]:
    """Yield the valid Turtle of the W3C's suite, numbers in canonical form as ours are."""
    for path in sorted(set(TURTLE.glob("*.ttl")) - {TURTLE / "manifest.ttl"}):
        try:
            quads = list(parse(path=str(path), base_iri=f"http://example.org/{path.name}"))
        except SyntaxError:  # it is there to be refused
            continue
        yield path.name, [Triple(*map(by_value, quad.triple)) for quad in quads]


@pytest.mark.skipif(not TURTLE.is_dir(), reason="../shared/rdf-tests is not beside the checkout")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    ("write", "form", "name"),
    [
        (lambda triples: to_turtle({"Data": triples}), RdfFormat.TURTLE, "turtle"),
        (to_jsonld, RdfFormat.JSON_LD, "json-ld"),
    ],
    ids=["turtle", "json-ld"],
)
def test_writers_survive_corner_cases(
    write: Callable[[list[Triple]], bytes], form: RdfFormat, name: str
) -> None:
    """What the W3C thought of (every kind of name, escape and nesting) comes back as it was."""
    tried = 0
    for file, triples in corner_cases():
        content = write(triples)
        wanted = canonical(Quad(*triple) for triple in triples)
        assert canonical(parse(content, format=form)) == wanted, file
        meant = signature(written_keys(triples))
        assert signature(read_keys(content, name)) == meant, file
        tried += 1
    assert tried == 221
