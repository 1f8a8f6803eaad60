"""Namespaces and the ontology terms that the code names.

Plain strings, so that this module costs nothing to import. A test holds every
constant against ``ontology/fpgraph.ttl`` and ``ontology/context.jsonld``;
what the code does not name, such as the single relations, it reads from there
(see ``fpgraph.vocabulary``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .vocabulary import Vocabulary as Vocabulary  # noqa: PLC0414
    from .vocabulary import prefixes as prefixes  # noqa: PLC0414
    from .vocabulary import vocabulary as vocabulary  # noqa: PLC0414

# Namespaces.
FP: Final = "https://w3id.org/fpgraph/ontology#"
FPID: Final = "https://w3id.org/fpgraph/id/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ORG: Final = "http://www.w3.org/ns/org#"
CITO: Final = "http://purl.org/spar/cito/"
FABIO: Final = "http://purl.org/spar/fabio/"
VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
VANN: Final = "http://purl.org/vocab/vann/"
NP: Final = "http://www.nanopub.org/nschema#"
SH: Final = "http://www.w3.org/ns/shacl#"
FPSH: Final = "https://w3id.org/fpgraph/shapes#"
WD: Final = "http://www.wikidata.org/entity/"

# Where things of a graph live.
ROOT: Final = "https://w3id.org/fpgraph/"
ONTOLOGY: Final = "https://w3id.org/fpgraph/ontology"
CLAIM_BASE: Final = "https://w3id.org/fpgraph/claim/"
PASSAGE_BASE: Final = "https://w3id.org/fpgraph/passage/"
MENTION_BASE: Final = "https://w3id.org/fpgraph/mention/"
ACTIVITY_BASE: Final = "https://w3id.org/fpgraph/activity/"
DATASET: Final = "https://w3id.org/fpgraph/dataset"

# Classes of the ontology.
ENTITY: Final = FP + "Entity"
ACTOR: Final = FP + "Actor"
WORK: Final = FP + "Work"
ARTICLE: Final = FP + "Article"
CITED_WORK: Final = FP + "CitedWork"
CLAIM: Final = FP + "Claim"
PASSAGE: Final = FP + "Passage"
MENTION: Final = FP + "Mention"
CITATION: Final = FP + "Citation"

# Individuals: the values of stance, polarity and kind.
AFFIRMS: Final = FP + "Affirms"
DENIES: Final = FP + "Denies"
HEDGES: Final = FP + "Hedges"
POSITIVE: Final = FP + "Positive"
NEGATIVE: Final = FP + "Negative"
FACT: Final = FP + "Fact"
INTERPRETATION: Final = FP + "Interpretation"

# Relations: the top and its families.
RELATED_TO: Final = FP + "relatedTo"
AFFILIATION_RELATION: Final = FP + "affiliationRelation"
POLICY_RELATION: Final = FP + "policyRelation"
THEORY_RELATION: Final = FP + "theoryRelation"
CAUSAL_RELATION: Final = FP + "causalRelation"
PLACE_RELATION: Final = FP + "placeRelation"
SCHOLARLY_RELATION: Final = FP + "scholarlyRelation"

# Relations that the code writes or looks for itself.
CITES: Final = FP + "cites"
TAKES_PART_IN: Final = FP + "takesPartIn"
ACTS_IN_LINE_WITH: Final = FP + "actsInLineWith"

# Properties of the records.
CLAIM_SUBJECT: Final = FP + "claimSubject"
CLAIM_PREDICATE: Final = FP + "claimPredicate"
CLAIM_OBJECT: Final = FP + "claimObject"
ASSERTED_BY: Final = FP + "assertedBy"
REPORTED_BY: Final = FP + "reportedBy"
STANCE: Final = FP + "stance"
POLARITY: Final = FP + "polarity"
KIND: Final = FP + "kind"
RANK: Final = FP + "rank"
CODED_BY: Final = FP + "codedBy"
BASED_ON_CLAIM: Final = FP + "basedOnClaim"
BACKGROUND: Final = FP + "background"
HAS_EVIDENCE: Final = FP + "hasEvidence"
REPEATED_IN: Final = FP + "repeatedIn"
HAS_CITATION: Final = FP + "hasCitation"
CITED_WORK_OF: Final = FP + "citedWork"
PAGES: Final = FP + "pages"
NUMBER: Final = FP + "number"
PARAGRAPH: Final = FP + "paragraph"
SECTION: Final = FP + "section"
FINGERPRINT: Final = FP + "fingerprint"
DUPLICATE_OF: Final = FP + "duplicateOf"
MENTIONS: Final = FP + "mentions"
MENTIONED_IN: Final = FP + "mentionedIn"
MENTION_OF: Final = FP + "mentionOf"
IN_PASSAGE: Final = FP + "inPassage"
AUTHOR: Final = FP + "author"
LOCAL_ID: Final = FP + "localId"

# RDF, RDFS and OWL.
TYPE: Final = RDF + "type"
FIRST: Final = RDF + "first"
REST: Final = RDF + "rest"
NIL: Final = RDF + "nil"
REIFIES: Final = RDF + "reifies"
LABEL: Final = RDFS + "label"
SUB_CLASS_OF: Final = RDFS + "subClassOf"
SUB_PROPERTY_OF: Final = RDFS + "subPropertyOf"
DOMAIN: Final = RDFS + "domain"
RANGE: Final = RDFS + "range"
OWL_CLASS: Final = OWL + "Class"
OBJECT_PROPERTY: Final = OWL + "ObjectProperty"
SYMMETRIC_PROPERTY: Final = OWL + "SymmetricProperty"
TRANSITIVE_PROPERTY: Final = OWL + "TransitiveProperty"
INVERSE_OF: Final = OWL + "inverseOf"
PROPERTY_CHAIN: Final = OWL + "propertyChainAxiom"
UNION_OF: Final = OWL + "unionOf"
NAMED_INDIVIDUAL: Final = OWL + "NamedIndividual"
VERSION_INFO: Final = OWL + "versionInfo"
AXIOM: Final = OWL + "Axiom"
ANNOTATED_SOURCE: Final = OWL + "annotatedSource"
ANNOTATED_PROPERTY: Final = OWL + "annotatedProperty"
ANNOTATED_TARGET: Final = OWL + "annotatedTarget"
NEGATIVE_ASSERTION: Final = OWL + "NegativePropertyAssertion"
SOURCE_INDIVIDUAL: Final = OWL + "sourceIndividual"
ASSERTION_PROPERTY: Final = OWL + "assertionProperty"
TARGET_INDIVIDUAL: Final = OWL + "targetIndividual"

# Reused vocabularies.
PREF_LABEL: Final = SKOS + "prefLabel"
ALT_LABEL: Final = SKOS + "altLabel"
DEFINITION: Final = SKOS + "definition"
EXAMPLE: Final = SKOS + "example"
BROADER: Final = SKOS + "broader"
EXACT_MATCH: Final = SKOS + "exactMatch"
TITLE: Final = DCTERMS + "title"
DESCRIPTION: Final = DCTERMS + "description"
CREATOR: Final = DCTERMS + "creator"
LICENSE: Final = DCTERMS + "license"
ISSUED: Final = DCTERMS + "issued"
LANGUAGE: Final = DCTERMS + "language"
IS_PART_OF: Final = DCTERMS + "isPartOf"
ACTIVITY: Final = PROV + "Activity"
WAS_DERIVED_FROM: Final = PROV + "wasDerivedFrom"
WAS_GENERATED_BY: Final = PROV + "wasGeneratedBy"
WAS_ATTRIBUTED_TO: Final = PROV + "wasAttributedTo"
SPECIFIC_RESOURCE: Final = OA + "SpecificResource"
TEXT_POSITION_SELECTOR: Final = OA + "TextPositionSelector"
TEXT_QUOTE_SELECTOR: Final = OA + "TextQuoteSelector"
HAS_SOURCE: Final = OA + "hasSource"
HAS_SELECTOR: Final = OA + "hasSelector"
START: Final = OA + "start"
END: Final = OA + "end"
EXACT: Final = OA + "exact"
VOID_DATASET: Final = VOID + "Dataset"
VOID_VOCABULARY: Final = VOID + "vocabulary"
DCAT_DATASET: Final = DCAT + "Dataset"
DCAT_VERSION: Final = DCAT + "version"


def __getattr__(name: str) -> Any:
    """Hand on what ``fpgraph.vocabulary`` reads from the ontology."""
    if name in {"Vocabulary", "prefixes", "vocabulary"}:
        from . import vocabulary

        return getattr(vocabulary, name)
    raise AttributeError(name)
