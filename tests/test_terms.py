"""The constants of the code against the ontology and its prefixes."""

from __future__ import annotations

import subprocess
import sys

from fpgraph import terms as t
from fpgraph.resources import ontology_folder
from fpgraph.vocabulary import prefixes

# Not in the ontology: XML Schema, RDF and OWL belong to the languages themselves; RDF
# 1.2 reifiers, nanopublications and shapes stand in views and files of their own.
OUTSIDE = (t.RDF, t.RDFS, t.OWL, t.XSD, t.NP, t.SH, t.FPSH)
PLACES = {t.ROOT, t.FPID, t.ONTOLOGY, t.DATASET}
PLACES |= {t.CLAIM_BASE, t.PASSAGE_BASE, t.MENTION_BASE, t.ACTIVITY_BASE}


def constants() -> dict[str, str]:
    return {
        name: value
        for name, value in vars(t).items()
        if name.isupper() and isinstance(value, str) and value.startswith("http")
    }


def namespaces() -> dict[str, str]:
    return {
        name: value
        for name, value in constants().items()
        if value[-1] in "#/" and value not in PLACES - {t.FPID}
    }


def test_namespaces_are_the_prefixes() -> None:
    assert {name.lower(): value for name, value in namespaces().items()} == dict(prefixes())


def test_terms_are_declared() -> None:
    content = (ontology_folder() / "fpgraph.ttl").read_text(encoding="utf-8")
    short = {value: name for name, value in prefixes().items()}
    for name, value in constants().items():
        if name in namespaces() or value in PLACES or value.startswith(OUTSIDE):
            continue
        start = next(start for start in short if value.startswith(start))
        term = f"{short[start]}:{value.removeprefix(start)}"
        assert f"\n{term} a owl:" in content, name


def test_importing_costs_nothing_else() -> None:
    code = "import sys, fpgraph.terms; print('pyoxigraph' in sys.modules, 'rdflib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
