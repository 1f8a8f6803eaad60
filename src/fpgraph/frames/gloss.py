"""A claim in words, in both languages, from the labels of what it speaks of."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Claim, Entity, Name
from ..vocabulary import vocabulary

#: What a claim that is negative, hedged or denied begins with.
_TURNS = {
    ("en", "negative"): "it is not the case that",
    ("uk", "negative"): "неправильно, що",
    ("en", "hedges"): "possibly,",
    ("uk", "hedges"): "можливо,",
    ("en", "denies"): "it is denied that",
    ("uk", "denies"): "заперечено, що",
}


def gloss(
    claim: Claim,
    language: str,
    entities: Mapping[str, Entity],
    names: Mapping[str, Name],
    titles: Mapping[str, str] | None = None,
) -> str:
    """Return ``claim`` as a sentence: subject, label of the property, object.

    Entities are called by their labels in ``language``, names by their spelling,
    works by ``titles``. Ukrainian names stay as they are called: a colon leads to the
    object. A negative or hedged claim says so in front.
    """
    subject, target = (
        _called(end, language, entities, names, titles or {})
        for end in (claim.subject, claim.object)
    )
    colon = ":" if language == "uk" else ""
    said = f"{subject} {vocabulary().label(claim.property, language)}{colon} {target}"
    for turn in (claim.polarity, claim.stance):
        if (language, turn) in _TURNS:
            said = f"{_TURNS[language, turn]} {said}"
    return f"{said[:1].upper()}{said[1:]}."


def _called(
    end: str,
    language: str,
    entities: Mapping[str, Entity],
    names: Mapping[str, Name],
    titles: Mapping[str, str],
) -> str:
    if end in entities:
        entity = entities[end]
        return entity.label(language) or entity.label_en or entity.label_uk or end
    if end in names:
        return names[end].form
    return titles.get(end) or ("ця стаття" if language == "uk" else "this article")
