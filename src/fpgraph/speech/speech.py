"""The words that credit a speaker, from ``ontology/frames/*-speech.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ..errors import OntologyError
from ..model import Stance
from ..resources import ontology_folder

#: How the words of a cue stand in a sentence; ``uk-speech.toml`` says it with examples.
KINDS = frozenset(
    {
        "advise",
        "argued",
        "backward",
        "claim-to",
        "credit",
        "discern",
        "echo",
        "hearsay",
        "impersonal",
        "judge",
        "judged",
        "mean",
        "motto",
        "passing",
        "pointed",
        "possessive",
        "relate",
        "say",
        "seems",
        "self",
        "show",
        "stated",
        "theirs",
        "view",
        "whose",
        "reason",
        "proposal",
        "denial",
    }
)
STANCES = frozenset({"affirms", "denies", "hedges"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A group of words that credit a speaker in the same way.

    ``bare`` verbs go without "that", ``told`` ones may name who is told; ``strict``
    prepositions take people, groups and bodies that are named, ``people`` ones only
    people. ``initial`` words count at the beginning of a sentence only. ``charge``
    verbs hold something against somebody. ``cases`` are those of the speaker's name,
    ``joins`` the prepositions between two things that a speaker relates.
    """

    id: str
    kind: str
    stance: Stance
    language: str
    example: str
    cases: frozenset[str] = frozenset()
    bare: bool = False
    told: bool = False
    strict: bool = False
    people: bool = False
    initial: bool = False
    charge: bool = False
    joins: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Noun:
    """A form of a noun that may head the name of a speaker.

    ``label`` is its nominative of the same number, ``kind`` people, body, work or some.
    """

    label: str
    kind: str
    plural: bool
    nominative: bool
    oblique: bool


@dataclass(frozen=True)
class Speech:
    """All cues, nouns and closed classes of words, of all languages."""

    cues: tuple[Cue, ...]
    forms: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, Noun]
    words: Mapping[str, frozenset[str]] = field(repr=False)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The one-word forms of verbs."""
        kinds = {"say", "show", "judge", "relate"}
        return frozenset(
            form
            for form, cues in self.forms.items()
            if " " not in form and any(cue.kind in kinds for cue in cues)
        )

    @cached_property
    def titles(self) -> frozenset[str]:
        """The forms of nouns for people."""
        return frozenset(form for form, noun in self.nouns.items() if noun.kind == "people")

    @cached_property
    def _initial(self) -> tuple[str, ...]:
        """The words that count at the beginning of a sentence only, the longest first."""
        found = (form for form, cues in self.forms.items() if all(cue.initial for cue in cues))
        return tuple(sorted(found, key=lambda form: (-len(form), form)))

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Finds such words where they stand."""
        return re.compile(rf"({'|'.join(map(re.escape, self._initial))})(?=[ ,])")

    @cached_property
    def _search(self) -> tuple[Any, tuple[str, ...]]:
        from ahocorasick_rs import AhoCorasick

        forms = tuple(sorted(set(self.forms) - set(self._initial)))
        return AhoCorasick(forms), forms

    def triggers(self, lowered: str) -> Iterator[tuple[int, int, tuple[Cue, ...]]]:
        """Yield the places of cues in a text in small letters, in order, the longest only."""
        automaton, forms = self._search
        found: dict[int, tuple[int, int]] = {}
        size = len(lowered)
        for index, start, end in automaton.find_matches_as_indexes(lowered, overlapping=True):
            if start and (lowered[start - 1].isalnum() or lowered[start - 1] in "'’-"):
                continue
            if end < size and (lowered[end].isalnum() or lowered[end] == "-"):
                continue
            if start not in found or found[start][0] < end:
                found[start] = (end, index)
        last = 0
        for start in sorted(found):
            end, index = found[start]
            if end > last:
                yield start, end, self.forms[forms[index]]
                last = end


@cache
def load_speech(folder: Path | None = None) -> Speech:
    """Return the words of the speech files in ``folder``, that of the ontology unless given.

    Raises OntologyError when a file is missing, no TOML, or lacks what a cue needs.
    """
    folder = ontology_folder() / "frames" if folder is None else folder
    paths = sorted(folder.glob("*-speech.toml"))
    if not paths:
        raise OntologyError("there is no file of words that credit a speaker", path=folder)
    cues: list[Cue] = []
    forms: dict[str, list[Cue]] = {}
    nouns: dict[str, Noun] = {}
    words: dict[str, set[str]] = {}
    for path in paths:
        content = _content(path)
        for table in content.get("cue", ()):
            cue = _cue(table, content["language"], path)
            cues.append(cue)
            for form in _cue_forms(table):
                forms.setdefault(form, []).append(cue)
        for kind in ("works", "bodies", "people", "some"):
            for label, written in content.get(kind, {}).items():
                _add_noun(nouns, label, written, kind, content["language"])
        for name, written in content.get("words", {}).items():
            words.setdefault(name, set()).update(written.split())
    return Speech(
        tuple(cues),
        {form: tuple(found) for form, found in forms.items()},
        nouns,
        {name: frozenset(found) for name, found in words.items()},
    )


def _content(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"is no readable TOML ({error})", path=path) from error
    if content.get("language") not in {"en", "uk"}:
        raise OntologyError("names no language (en or uk)", path=path, field="language")
    return content


def _cue(table: Mapping[str, Any], language: str, path: Path) -> Cue:
    name = str(table.get("id", ""))
    for field_name in ("id", "kind", "stance", "example", "forms"):
        if not table.get(field_name):
            raise OntologyError(f"the cue {name!r} has none", path=path, field=field_name)
    for field_name, known in (("kind", KINDS), ("stance", STANCES)):
        if table[field_name] not in known:
            problem = f"the cue {name!r} has an unknown {field_name} {table[field_name]!r}"
            raise OntologyError(problem, path=path, field=field_name)
    flags = {flag: bool(table.get(flag)) for flag in ("bare", "told", "strict", "people", "charge")}
    return Cue(
        id=name,
        kind=table["kind"],
        stance=table["stance"],
        language=language,
        example=table["example"],
        cases=frozenset(table.get("cases", ())),
        initial=bool(table.get("initial")),
        joins=frozenset(table.get("joins", ())),
        **flags,
    )


def _cue_forms(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the forms of a cue: parted by bars where one may hold a space."""
    for name, written in table["forms"].items():
        if "|" in written or " " in name or table["kind"] == "credit":
            yield from (" ".join(part.split()) for part in written.split("|") if part.strip())
        else:
            yield from written.split()


def _add_noun(nouns: dict[str, Noun], label: str, written: str, kind: str, language: str) -> None:
    """Note the forms of a noun: in Ukrainian by number and case, in English by number."""
    kind = {"works": "work", "bodies": "body"}.get(kind, kind)
    if kind == "some":
        nouns[label] = Noun(label, kind, True, True, not written)
        for form in written.split():
            nouns[form] = Noun(label, kind, True, False, True)
    elif language == "en":
        many = written or label
        nouns[label] = Noun(label, kind, label == many, True, True)
        nouns[many] = Noun(many, kind, True, True, True)
    else:
        one, plurals, others = (part.split() for part in written.split("|"))
        _put(nouns, label, Noun(label, kind, False, True, label in one))
        for form in one:
            _put(nouns, form, Noun(label, kind, False, False, True))
        for form in plurals:
            _put(nouns, form, Noun(plurals[0], kind, True, True, form in others))
        for form in others:
            _put(nouns, form, Noun(plurals[0] if plurals else label, kind, True, False, True))


def _put(nouns: dict[str, Noun], form: str, noun: Noun) -> None:
    """Note a form; one that is both nominative and another case is kept as both."""
    known = nouns.get(form)
    if known is None:
        nouns[form] = noun
    elif known.label == noun.label or known.kind == noun.kind:
        better = noun if noun.nominative and not known.nominative else known
        nouns[form] = Noun(
            better.label,
            better.kind,
            better.plural,
            known.nominative or noun.nominative,
            known.oblique or noun.oblique,
        )
