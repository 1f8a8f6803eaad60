"""A claim in words, in both languages, from the labels of what it speaks of."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Claim, Entity, Name
from ..vocabulary import vocabulary

_TURNS = {
    ("en", "negative"): "It is not so that",
    ("uk", "negative"): "Не так, що",
    ("en", "hedges"): "Possibly",
    ("uk", "hedges"): "Можливо",
    ("en", "denies"): "Denied",
    ("uk", "denies"): "Заперечено",
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
    works by ``titles``. A negative or hedged claim says so in front.
    """
    ends = [
        _called(end, language, entities, names, titles or {})
        for end in (claim.subject, claim.object)
    ]
    said = f"{ends[0]} – {vocabulary().label(claim.property, language)} – {ends[1]}"
    turns = [
        _TURNS[language, turn]
        for turn in (claim.stance, claim.polarity)
        if (language, turn) in _TURNS
    ]
    for turn in reversed(turns):
        said = f"{turn}: {said}"
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
