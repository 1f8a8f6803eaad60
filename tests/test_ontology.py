"""The ontology: complete in both languages, declared, and as OWL 2 DL wants it."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from fpgraph import terms as t
from fpgraph.resources import ontology_folder
from fpgraph.vocabulary import prefixes, vocabulary

BUILT_IN = (t.RDF, t.RDFS, t.OWL, t.XSD)
DECLARATIONS = {
    t.OWL + kind
    for kind in (
        "Class",
        "ObjectProperty",
        "DatatypeProperty",
        "AnnotationProperty",
        "NamedIndividual",
    )
}
SIMPLE_ONLY = {
    t.OWL + kind
    for kind in (
        "FunctionalProperty",
        "InverseFunctionalProperty",
        "IrreflexiveProperty",
        "AsymmetricProperty",
    )
}
FAMILIES = {
    t.AFFILIATION_RELATION,
    t.POLICY_RELATION,
    t.THEORY_RELATION,
    t.CAUSAL_RELATION,
    t.PLACE_RELATION,
    t.SCHOLARLY_RELATION,
}


@cache
def store() -> Store:
    graph = Store()
    graph.load(path=str(ontology_folder() / "fpgraph.ttl"), format=RdfFormat.TURTLE)
    return graph


def objects(subject: str, predicate: str) -> list[str]:
    quads = store().quads_for_pattern(NamedNode(subject), NamedNode(predicate), None)
    return sorted(getattr(quad.object, "value", "") for quad in quads)


def pairs(predicate: str) -> list[tuple[str, str]]:
    quads = store().quads_for_pattern(None, NamedNode(predicate), None)
    return sorted(
        (quad.subject.value, quad.object.value)
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    )


def declared() -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for subject, kind in pairs(t.TYPE):
        if kind in DECLARATIONS:
            kinds.setdefault(subject, set()).add(kind)
    return kinds


def terms() -> list[str]:
    return sorted(name for name in declared() if name.startswith(t.FP))


def texts(subject: str, predicate: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for quad in store().quads_for_pattern(NamedNode(subject), NamedNode(predicate), None):
        assert isinstance(quad.object, Literal)
        found.setdefault(quad.object.language or "", []).append(quad.object.value)
    return found


def test_is_one_ontology_of_the_packages_version(root: Path) -> None:
    found = [subject for subject, kind in pairs(t.TYPE) if kind == t.OWL + "Ontology"]
    assert found == [t.ONTOLOGY]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    assert objects(t.ONTOLOGY, t.VERSION_INFO) == [version] == [vocabulary().version]
    assert objects(t.ONTOLOGY, t.OWL + "versionIRI") == [f"{t.ONTOLOGY}/{version}"]


def test_has_its_metadata() -> None:
    for predicate in (t.TITLE, t.DESCRIPTION):
        found = texts(t.ONTOLOGY, predicate)
        assert set(found) == {"en", "uk"}
        assert all(len(values) == 1 for values in found.values())
    assert objects(t.ONTOLOGY, t.LICENSE) == ["https://creativecommons.org/licenses/by/4.0/"]
    assert objects(t.ONTOLOGY, t.CREATOR)
    assert objects(t.ONTOLOGY, t.OWL + "priorVersion")
    assert objects(t.ONTOLOGY, t.VANN + "preferredNamespacePrefix") == ["fp"]
    assert objects(t.ONTOLOGY, t.VANN + "preferredNamespaceUri") == [t.FP]


def test_imports_nothing() -> None:
    assert pairs(t.OWL + "imports") == []


@pytest.mark.parametrize("predicate", [t.LABEL, t.DEFINITION, t.EXAMPLE])
def test_every_term_has_its_texts_once_in_each_language(predicate: str) -> None:
    for term in terms():
        found = texts(term, predicate)
        assert set(found) == {"en", "uk"}, term
        assert all(len(values) == 1 for values in found.values()), term


def test_every_term_names_its_ontology() -> None:
    for term in terms():
        assert objects(term, t.RDFS + "isDefinedBy") == [t.ONTOLOGY], term


def test_no_two_definitions_are_the_same() -> None:
    for language in ("en", "uk"):
        counted = Counter(texts(term, t.DEFINITION)[language][0] for term in terms())
        assert [text for text, times in counted.items() if times > 1] == []


def test_no_two_relations_have_the_same_label() -> None:
    for language in ("en", "uk"):
        counted = Counter(vocabulary().label(name, language) for name in vocabulary().families)
        assert [label for label, times in counted.items() if times > 1] == []


def test_no_term_is_of_two_kinds() -> None:
    for term, kinds in declared().items():
        assert len(kinds) == 1, term


def test_every_term_used_is_declared() -> None:
    known = declared()
    for quad in parse(path=str(ontology_folder() / "fpgraph.ttl"), format=RdfFormat.TURTLE):
        used = [quad.predicate.value]
        if quad.predicate.value in {t.TYPE, t.SUB_CLASS_OF, t.SUB_PROPERTY_OF, t.DOMAIN, t.RANGE}:
            used.append(getattr(quad.object, "value", ""))
        for name in used:
            if name.startswith("http") and not name.startswith(BUILT_IN):
                assert name in known, name


def test_every_relation_has_family_domain_and_range() -> None:
    words = vocabulary()
    assert {t.FP + family for family in words.families.values()} == FAMILIES
    kinds = words.classes | {"Entity", "Claim", "Passage"}
    for name in words.families:
        assert words.domains[name], name
        assert words.ranges[name], name
        assert words.domains[name] | words.ranges[name] <= kinds, name


def test_an_inverse_mirrors_its_relation() -> None:
    words = vocabulary()
    for inverse, name in words.inverses.items():
        assert words.domains[inverse] == words.ranges[name]
        assert words.ranges[inverse] == words.domains[name]
        assert words.families[inverse] == words.families[name]


def test_every_class_lies_below_entity_or_is_a_record() -> None:
    records = {"Entity", "Claim", "Passage", "Mention", "Citation"}
    values = {"Stance", "Polarity", "ClaimKind"}
    classes = {name.removeprefix(t.FP) for name in terms() if t.OWL_CLASS in declared()[name]}
    assert classes == vocabulary().classes | records | values


def members(node: object) -> Iterator[str]:
    head = node
    while getattr(head, "value", "") != t.NIL:
        rest = None
        for quad in store().quads_for_pattern(head, None, None):  # type: ignore[arg-type]
            if quad.predicate.value == t.FIRST:
                yield getattr(quad.object, "value", "")
            if quad.predicate.value == t.REST:
                rest = quad.object
        head = rest


def disjoint_groups() -> list[set[str]]:
    return [
        set(members(quad.object))
        for quad in store().quads_for_pattern(None, NamedNode(t.OWL + "members"), None)
    ]


def test_top_classes_are_disjoint() -> None:
    top = {child for child, parent in pairs(t.SUB_CLASS_OF) if parent == t.ENTITY}
    assert top in disjoint_groups()
    apart = {t.ENTITY, t.CLAIM, t.PASSAGE, t.MENTION, t.CITATION}
    assert any(apart <= group for group in disjoint_groups())


def composite() -> set[str]:
    """Return the properties that are not simple: https://www.w3.org/TR/owl2-syntax/#Property_Hierarchy."""
    found = {name for name, kind in pairs(t.TYPE) if kind == t.TRANSITIVE_PROPERTY}
    chained = store().quads_for_pattern(None, NamedNode(t.PROPERTY_CHAIN), None)
    found |= {getattr(quad.subject, "value", "") for quad in chained}
    while True:
        wider = found | {upper for lower, upper in pairs(t.SUB_PROPERTY_OF) if lower in found}
        wider |= {one for one, other in pairs(t.INVERSE_OF) if other in found}
        wider |= {other for one, other in pairs(t.INVERSE_OF) if one in found}
        if wider == found:
            return found
        found = wider


def test_only_simple_properties_have_characteristics_that_need_it() -> None:
    assert t.TAKES_PART_IN in composite()
    for name in composite():
        kinds = {kind for subject, kind in pairs(t.TYPE) if subject == name}
        assert not kinds & SIMPLE_ONLY, name


def test_claim_predicate_is_an_annotation() -> None:
    assert declared()[t.CLAIM_PREDICATE] == {t.OWL + "AnnotationProperty"}


def test_context_names_every_term() -> None:
    path = ontology_folder() / "context.jsonld"
    context = json.loads(path.read_text(encoding="utf-8"))["@context"]
    for term in terms():
        entry = context[term.removeprefix(t.FP)]
        name = entry["@id"] if isinstance(entry, dict) else entry
        assert name.replace("fp:", t.FP) == term
        if t.OBJECT_PROPERTY in declared()[term]:
            assert entry["@type"] == "@id", term


def test_context_reads_as_json_ld() -> None:
    path = ontology_folder() / "context.jsonld"
    document = {
        **json.loads(path.read_text(encoding="utf-8")),
        "id": "fpid:estonia",
        "type": "State",
        "memberOf": "fpid:baltic-assembly",
        "label": {"en": "Estonia", "uk": "Естонія"},
    }
    content = json.dumps(document).encode()
    found = {str(quad.triple) for quad in parse(content, format=RdfFormat.JSON_LD)}
    estonia = f"<{t.FPID}estonia>"
    assert f"{estonia} <{t.FP}memberOf> <{t.FPID}baltic-assembly>" in found
    assert f'{estonia} <{t.LABEL}> "Естонія"@uk' in found
    assert f"{estonia} <{t.TYPE}> <{t.FP}State>" in found
    assert len(found) == 4


def test_prefixes_of_the_file_are_those_of_the_context() -> None:
    lines = (ontology_folder() / "fpgraph.ttl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("@prefix"):
            _, name, iri, _ = line.split()
            assert prefixes()[name.rstrip(":")] == iri.strip("<>")
