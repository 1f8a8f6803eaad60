"""The cells of a claim as a reviewer types them: checked, with suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, get_args

from ..characters import clean
from ..errors import CorpusError
from ..model import Claim, Corpus, Entity, Kind, Polarity, Source, Stance
from ..records import KEBAB
from ..vocabulary import vocabulary

#: The cells that may be edited, in the order in which they are asked for.
FIELDS = (
    "subject", "property", "object", "rank", "asserted_by", "stance", "polarity", "kind",
    "gloss_en", "gloss_uk",
)  # fmt: skip
_WORDS: Mapping[str, tuple[str, ...]] = {
    "stance": get_args(Stance),
    "polarity": get_args(Polarity),
    "kind": get_args(Kind),
}
_CLOSE = 0.6
#: The shapes of the ontology ask for as many characters.
_DEFINITION = 5


class Cells:
    """What the cells of one article's claims may hold."""

    def __init__(self, corpus: Corpus, source: Source) -> None:
        self.entities = corpus.entities
        self.works = {str(work["id"]) for work in source.works}
        self.names = {name.id: name for name in source.names}

    def known(self, name: str) -> bool:
        """Tell whether ``name`` is an entity, of the corpus or of the background."""
        return name in self.entities or name in _background()

    def gloss(self, claim: Claim, language: str) -> str:
        """Return the gloss that the machine gives ``claim``."""
        from ..frames.gloss import gloss

        entities = self.entities
        if not {claim.subject, claim.object} <= entities.keys() | self.works:
            entities = {**_background(), **entities}
        return gloss(claim, language, entities, self.names)

    def value(self, field: str, typed: str) -> str | int | None:
        """Return what ``typed`` puts into a cell.

        Raises CorpusError, with the field, for what the cell may not hold; it names
        what is written or called much like it.
        """
        text = " ".join(clean(typed).split())
        if field == "rank":
            return _rank(text)
        if field.startswith("gloss"):
            if not text:
                raise CorpusError("an accepted claim has a gloss in both languages", field=field)
            return text
        if field in _WORDS:
            return _one_of(field, text, _WORDS[field])
        if field == "property":
            return _property(text)
        return self._entity(field, text)

    def entity_value(self, field: str, typed: str) -> str:
        """Return what ``typed`` puts into a cell of a new entity; CorpusError if it cannot."""
        text = " ".join(clean(typed).split())
        if field == "type":
            classes = vocabulary().classes
            if text not in classes:
                names = {name.casefold(): name for name in sorted(classes)}
                problem = f"unknown class of the ontology {text!r}{_close(text, names)}"
                raise CorpusError(problem, field=field)
        elif not text:
            raise CorpusError("the cell is empty", field=field)
        if field.startswith("definition") and len(text) < _DEFINITION:
            raise CorpusError("a definition has five characters or more", field=field)
        if field == "id":
            if not KEBAB.fullmatch(text) or text.startswith("name-"):
                problem = f"{text!r} is not an id of lower-case ASCII words joined by hyphens"
                raise CorpusError(problem, field=field)
            if self.known(text) or text in self.works:
                raise CorpusError(f"the id {text!r} is taken", field=field)
        return text

    def changed(self, claim: Claim, changes: Mapping[str, Any]) -> Claim:
        """Return ``claim`` with cells as typed; raises CorpusError for a bad one."""
        for name in changes:
            if name not in FIELDS:
                raise CorpusError(f"only {', '.join(FIELDS)} can be edited", field=name)
        values: dict[str, Any] = {
            name: self.value(name, "" if value is None else str(value))
            for name, value in changes.items()
        }
        return replace(claim, **values)

    def _entity(self, field: str, text: str) -> str:
        if self.known(text) or (field != "asserted_by" and text in self.works):
            return text
        labels: dict[str, str] = {}
        for name, entity in (*_background().items(), *self.entities.items()):
            for label in (entity.label_en, entity.label_uk, *entity.alt_en, *entity.alt_uk):
                labels[label.casefold()] = name
            labels[name] = name
        what = "entity" if field == "asserted_by" else "entity or work"
        raise CorpusError(f"unknown {what} {text!r}{_close(text, labels)}", field=field)


def _background() -> Mapping[str, Entity]:
    from ..lexicon.background import background_entities

    return background_entities()


def _rank(text: str) -> int | None:
    if text in {"", "-"}:
        return None
    if not (text.isascii() and text.isdigit() and 0 < int(text[:10]) < 1_000_000_000):
        raise CorpusError(f"{text!r} is not a rank such as 1, nor - for none", field="rank")
    return int(text)


def _one_of(field: str, text: str, known: Iterable[str]) -> str:
    found = [word for word in known if text and word.startswith(text.casefold())]
    if len(found) != 1:
        problem = f"unknown {field} {text!r}; known are {', '.join(known)}"
        raise CorpusError(problem, field=field)
    return found[0]


def _property(text: str) -> str:
    terms = vocabulary()
    if text in terms.properties:
        return text
    if text in terms.inverses:
        problem = f"{text!r} is written the other way round, as {terms.inverses[text]!r}"
        raise CorpusError(problem, field="property")
    names = {name.casefold(): name for name in terms.properties}
    names |= {
        terms.label(name, language).casefold(): name
        for language in ("en", "uk")
        for name in sorted(terms.properties)
    }
    raise CorpusError(
        f"unknown property of the ontology {text!r}{_close(text, names)}", field="property"
    )


def _close(text: str, names: Mapping[str, str]) -> str:
    """Return a hint at the names that are written or called most like ``text``."""
    from difflib import get_close_matches

    sought = text.casefold()
    near = get_close_matches(sought, sorted(names), n=6, cutoff=_CLOSE)
    if sought:
        near += sorted(name for name in names if sought in name)
    found = list(dict.fromkeys(names[name] for name in near))[:4]
    return f"; close to it: {', '.join(found)}" if found else ""
