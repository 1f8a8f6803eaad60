"""Relation frames: what in a text may state which relation, as data of ``ontology/frames``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ..errors import OntologyError
from ..files import read_text
from ..kept import load, store
from ..resources import ontology_folder
from .betweenphrases import needs_no_name
from .english.turned import turned as otherwise
from .formkey import digest
from .forms import Form, parts, remember, table
from .frame import Frame, Pattern, Slot, Stretch
from .framefile import read_frames
from .grammar import PREPOSITIONS
from .moods import passive, with_agent
from .needs import Needs

__all__ = ["Frame", "Frames", "Pattern", "Slot", "compile_frames", "load_frames"]

#: How many forms the triggers of one frame may have.
_MOST_FORMS = 10_000


class Sought(NamedTuple):
    """The patterns that the same words lead to, by what they need.

    Those of ``parted`` go by a further word that a sentence must hold for them: one that
    their second part may begin with, or the preposition that stands in front.
    """

    whole: tuple[tuple[int, list[Pattern]], ...]
    parted: tuple[tuple[int, dict[str, list[Pattern]]], ...]


@dataclass(frozen=True)
class Frames:
    """All frames and what finds them in a text."""

    frames: tuple[Frame, ...]
    patterns: Mapping[str, tuple[Pattern, ...]] = field(repr=False)

    def __iter__(self) -> Iterator[Frame]:
        return iter(self.frames)

    def structural(self, language: str) -> tuple[Frame, ...]:
        """Return the frames of ``language`` that go by no trigger word."""
        return tuple(f for f in self.frames if f.structure and f.language == language)

    @cached_property
    def nameless(self) -> frozenset[str]:
        """The ids of the frames that a sentence without any name may be read by."""
        return frozenset(frame.id for frame in self.frames if needs_no_name(frame))

    @cached_property
    def nameless_keys(self) -> frozenset[str]:
        """The first words of the triggers of ``nameless``."""
        return frozenset(
            key
            for key, patterns in self.patterns.items()
            if any(pattern.frame.id in self.nameless for pattern in patterns)
        )

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The first words of all triggers, with a space on either side."""
        return tuple(self.patterns)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The finite verbs among the words that triggers begin with."""
        forms = (p.first for found in self.patterns.values() for p in found)
        return frozenset(form.verb for form in forms if form.verb)

    @cached_property
    def needs(self) -> Needs:
        """What the frames ask of the names of a sentence."""
        return Needs(self.frames)

    @cached_property
    def _sought(self) -> dict[tuple[str, str], Sought]:
        return {}

    def sought(self, key: str, language: str) -> Sought:
        """Return the patterns of ``language`` that ``key`` leads to, by what they need."""
        known = self._sought.get((key, language))
        if known is None:
            patterns = [p for p in self.patterns[key] if p.frame.language == language]
            known = self._sought[key, language] = _by_need(patterns, self.needs)
        return known

    @cached_property
    def finder(self) -> Any:
        """The automaton that finds ``keys``; not pickled."""
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        return AhoCorasick(
            self.keys or ("\0",),
            matchkind=MatchKind.Standard,
            implementation=Implementation.DFA if len(self.keys) < 4000 else None,
        )

    def __getstate__(self) -> dict[str, Any]:
        return {"frames": self.frames, "patterns": self.patterns}


def _by_need(patterns: Iterable[Pattern], needs: Needs) -> Sought:
    """Return ``patterns`` by what they need, the frames of each of them in their order."""
    whole: dict[int, list[Pattern]] = {}
    parted: dict[int, dict[str, list[Pattern]]] = {}
    for pattern in patterns:
        need = needs.of[pattern.frame.id]
        further = _further(pattern)
        if not further:
            whole.setdefault(need, []).append(pattern)
        for word in further:
            parted.setdefault(need, {}).setdefault(word, []).append(pattern)
    return Sought(tuple(whole.items()), tuple(parted.items()))


def _further(pattern: Pattern) -> Iterable[str]:
    if pattern.fronted:
        return (max(pattern.fronted.split(), key=len),)  # "to the ranks of": the rarest word
    return pattern.rest[0] if pattern.rest else ()


def load_frames(folder: Path | str | None = None) -> Frames:
    """Return the frames in the TOML files of ``folder``, those of fpgraph unless given.

    Files whose name ends in ``-speech`` hold frames of attribution and are left out.
    Raises OntologyError, with file and field, for what is not a frame.
    """
    root = ontology_folder() / "frames" if folder is None else Path(folder)
    if not root.is_dir():
        raise OntologyError("there is no such folder of frames", path=root)
    paths = [path for path in sorted(root.rglob("*.toml")) if not path.stem.endswith("-speech")]
    texts = {path: read_text(path, OntologyError) for path in paths}
    key = digest(text.encode() for text in texts.values())
    kept = load("frames", key)
    remember(kept or {})
    frames: dict[str, Frame] = {}
    places: dict[str, Path] = {}
    for path, text in texts.items():
        for frame in read_frames(path, text):
            if frame.id in frames:
                raise OntologyError(f"frame {frame.id} stands already", path=path, field="id")
            frames[frame.id], places[frame.id] = frame, path
    compiled = compile_frames(frames.values(), places)
    if kept is None:
        store("frames", key, table())
    return compiled


def compile_frames(
    frames: Iterable[Frame], places: Mapping[str, Path] = MappingProxyType({})
) -> Frames:
    """Return ``frames`` with their triggers in every form; ``places`` are their files by id.

    Raises OntologyError where a frame has so many forms that reading would become slow.
    """
    slots: dict[Slot, Slot] = {}
    ordered = tuple(_sharing(frame, slots) for frame in sorted(frames, key=lambda one: one.id))
    patterns: dict[str, list[Pattern]] = {}
    for frame in ordered:
        turned = passive(frame)
        turned = turned and _sharing(turned, slots)
        every = (one for trigger in frame.triggers for one in _patterns(frame, trigger, turned))
        for number, pattern in enumerate(every):
            if number == _MOST_FORMS:
                raise OntologyError(
                    f"frame {frame.id}: the triggers stand for more than {_MOST_FORMS:,} forms;"
                    " put … in place of words that may be missing",
                    path=places.get(frame.id),
                    field="trigger",
                )
            key = f" {' '.join(pattern.first.words)} "
            patterns.setdefault(key, []).append(pattern)
    return Frames(ordered, {key: tuple(found) for key, found in sorted(patterns.items())})


def _sharing(frame: Frame, slots: dict[Slot, Slot]) -> Frame:
    """Return ``frame`` with the slots of ``slots`` that are equal to its own.

    What is known of a slot is then known of it in every frame.
    """
    subject, target = (slots.setdefault(slot, slot) for slot in (frame.subject, frame.object))
    return replace(frame, subject=subject, object=target)


def _patterns(frame: Frame, trigger: str, turned: Frame | None) -> Iterator[Pattern]:
    """Yield all that ``trigger`` is sought as: active, passive, with its preposition in front.

    ``turned`` is the frame turned round, as its passive has it.
    """
    first, *later = parts(trigger, frame.language)
    rest = tuple(map(_stretch, later))
    for form in first:
        if form.mood != "passive":
            yield Pattern(frame, form, rest)
        elif turned is not None and not rest and len(form.words) == 1:
            yield Pattern(turned, form)
        if not rest and (bare := _without_preposition(frame, form)) is not None:
            yield Pattern(frame, bare[0], (), bare[1])
    yield from otherwise(frame, [form for form in first if form.mood != "passive"], rest)
    if turned is not None and frame.language == "en":
        yield from (Pattern(turned, form) for form in with_agent(trigger))


def _without_preposition(frame: Frame, form: Form) -> tuple[Form, str] | None:
    """Return a verb, and the preposition that its object may take to the front with it.

    With nouns that go with it: "to the ranks of the union stepped Finland".
    """
    slots = (frame.subject, frame.object)
    doer, other = slots if frame.subject.where == "before" else reversed(slots)
    free = frame.language == "uk" and doer.where == "before" and "nom" in doer.cases
    if not free or other.where != "after" or other.prep or len(form.words) < 2:
        return None
    if form.verb != form.words[0]:
        return None
    prepositions = PREPOSITIONS["uk"]
    cut = next((i for i, word in enumerate(form.words) if word in prepositions), 0)
    if not cut or (cut > 1 and form.words[-1] not in prepositions):
        return None
    if len(form.words) - cut > 1 and form.words[-1] in prepositions:
        cut = len(form.words) - 1
    return replace(form, words=form.words[:cut]), " ".join(form.words[cut:])


def _stretch(forms: Iterable[Form]) -> Stretch:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        found.setdefault(form.words[0], []).append(form.words)
    return {word: tuple(sorted(options, key=len, reverse=True)) for word, options in found.items()}
