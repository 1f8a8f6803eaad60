"""Relation frames: what in a text may state which relation, as data of ``ontology/frames``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from ..errors import OntologyError
from ..files import read_text
from ..model import Kind, Polarity, Stance
from ..parts import CASES
from ..resources import ontology_folder
from ..vocabulary import Vocabulary, vocabulary
from .forms import Form, NotationError, parts, remember, table
from .grammar import PREPOSITIONS
from .kept import digest, load, store

#: Where a slot may stand, seen from the trigger.
PLACES = frozenset(
    {
        "before",
        "touching",
        "next",
        "after",
        "inside",
        "apposition",
        "opening",
        "beyond",
        "article",
        "outer",
        "inner",
    }
)
#: What a frame without a trigger goes by.
STRUCTURES = frozenset({"nested", "adjacent", "keywords"})
_FRAME_KEYS = frozenset(
    {
        "id", "property", "trigger", "subject", "object", "preceded", "gap", "polarity",
        "stance", "kind", "rank", "list", "speaker", "structure", "example", "claim", "counter",
    }
)  # fmt: skip
_SLOT_KEYS = frozenset(
    {
        "where", "type", "case", "prep", "phrase", "head", "without", "drop", "deep", "verb",
        "weak",
    }
)  # fmt: skip
_GAP = 6
#: The longest phrase that names an actor, in words.
_ACTOR_WORDS = 4


@dataclass(frozen=True, slots=True)
class Slot:
    """What may fill the subject or the object of a frame, and where it stands.

    ``types`` are the classes a filler may have or stand below, empty for any, and
    ``without`` those it may not. ``cases`` are the possible ones, empty for any; ``prep``
    the prepositions that lead to it, empty for none. ``phrase`` is the longest provisional
    noun phrase in words, 0 for none; it holds one of the words ``heads`` where there are
    any and none of ``lacks``, and may begin with an infinitive where ``verb`` says so.
    Words in ``dropped`` may govern a name without being part of it; ``deep`` looks for the
    first fitting name even within another.
    """

    where: str
    types: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    prep: frozenset[str] = frozenset()
    phrase: int = 0
    heads: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    deep: bool = False
    verb: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A way in which a language states a relation."""

    id: str
    language: str
    property: str
    subject: Slot
    object: Slot
    triggers: tuple[str, ...] = ()
    preceded: frozenset[str] = frozenset()
    gap: int = _GAP
    polarity: Polarity = "positive"
    stance: Stance = "affirms"
    kind: Kind = "interpretation"
    rank: int | None = None
    takes_list: bool = False
    structure: str = ""
    speaker: Slot | None = None
    example: str = ""
    claims: tuple[str, ...] = ()
    counter: str = ""


#: The forms of a later part of a trigger by their first words.
Stretch = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger of a frame as it is sought: its first words, then what follows a gap.

    ``fronted`` is the preposition that stands with the object in front of the verb.
    """

    frame: Frame
    first: Form
    rest: tuple[Stretch, ...] = ()
    fronted: str = ""


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
    def keys(self) -> tuple[str, ...]:
        """The first words of all triggers, with a space on either side."""
        return tuple(self.patterns)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The finite verbs among the words that triggers begin with."""
        forms = (p.first for found in self.patterns.values() for p in found)
        return frozenset(form.verb for form in forms if form.verb)

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
    kept = load(key)
    remember(kept or {})
    frames: dict[str, Frame] = {}
    for path, text in texts.items():
        for frame in _read(path, text):
            if frame.id in frames:
                raise OntologyError(f"frame {frame.id} stands already", path=path, field="id")
            frames[frame.id] = frame
    compiled = compile_frames(frames.values())
    if kept is None:
        store(key, table())
    return compiled


def compile_frames(frames: Iterable[Frame]) -> Frames:
    """Return ``frames`` with their triggers in every form."""
    ordered = tuple(sorted(frames, key=lambda frame: frame.id))
    patterns: dict[str, list[Pattern]] = {}
    for frame in ordered:
        for trigger in frame.triggers:
            first, *later = parts(trigger, frame.language)
            rest = tuple(map(_stretch, later))
            for form in first:
                key = f" {' '.join(form.words)} "
                patterns.setdefault(key, []).append(Pattern(frame, form, rest))
                if (bare := _without_preposition(frame, form)) is not None and not rest:
                    found = Pattern(frame, bare, (), form.words[-1])
                    patterns.setdefault(f" {' '.join(bare.words)} ", []).append(found)
    return Frames(ordered, {key: tuple(found) for key, found in sorted(patterns.items())})


def _without_preposition(frame: Frame, form: Form) -> Form | None:
    """Return a verb without the preposition that its object may take to the front with it."""
    free = frame.language == "uk" and frame.subject.where == "before"
    if not free or frame.object.where != "after" or frame.object.prep or len(form.words) < 2:
        return None
    if form.verb != form.words[0] or form.words[-1] not in PREPOSITIONS["uk"]:
        return None
    return replace(form, words=form.words[:-1])


def _stretch(forms: Iterable[Form]) -> Stretch:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        found.setdefault(form.words[0], []).append(form.words)
    return {word: tuple(sorted(options, key=len, reverse=True)) for word, options in found.items()}


def _read(path: Path, text: str) -> Iterator[Frame]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"the file is not TOML: {error}", path=path) from None
    language = content.get("language")
    if language not in ("uk", "en"):
        raise OntologyError("the language is neither uk nor en", path=path, field="language")
    if unknown := sorted(set(content) - {"language", "actors", "frame"}):
        raise OntologyError("the file has an unknown key", path=path, field=unknown[0])
    listed = _FrameReader(path, content, language, 0)
    actors = frozenset(listed.forms("actors"))
    rows = content.get("frame", [])
    if not isinstance(rows, list):
        raise OntologyError("frames are written under [[frame]]", path=path, field="frame")
    for number, row in enumerate(rows, 1):
        frame = _FrameReader(path, row, language, number).frame()
        yield replace(frame, subject=_with_actors(frame.subject, actors))


def _with_actors(slot: Slot, actors: frozenset[str]) -> Slot:
    """Return ``slot`` so that a phrase with a word for an actor may fill it, if actors may."""
    places = ("before", "inside", "after", "beyond")
    takes = slot.where in places and not slot.phrase and "Actor" in slot.types
    if not actors or not takes:
        return slot
    return replace(slot, phrase=_ACTOR_WORDS, heads=actors)


class _FrameReader:
    """Reads one frame; whatever is wrong with it becomes an error with its place."""

    def __init__(self, path: Path, row: Mapping[str, Any], language: str, number: int) -> None:
        self.path, self.row, self.language = path, row, language
        self.name = str(row.get("id", number))
        self.terms: Vocabulary = vocabulary()

    def fault(self, field: str, problem: str) -> OntologyError:
        return OntologyError(f"frame {self.name}: {problem}", path=self.path, field=field)

    def frame(self) -> Frame:
        row = self.row
        if unknown := sorted(set(row) - _FRAME_KEYS):
            raise self.fault(unknown[0], "the key is unknown")
        name = self.property_name()
        return Frame(
            id=self.word("id"),
            language=self.language,
            property=name,
            subject=self.slot("subject", self.terms.domains),
            object=self.slot("object", self.terms.ranges),
            triggers=self.triggers(),
            preceded=frozenset(self.words("preceded")),
            gap=self.count("gap", _GAP),
            polarity=cast(Polarity, self.choice("polarity", ("positive", "negative"))),
            stance=cast(Stance, self.choice("stance", ("affirms", "hedges", "denies"))),
            kind=cast(Kind, self.choice("kind", ("interpretation", "fact"))),
            rank=self.count("rank", 0) or None,
            takes_list=row.get("list", False) is True,
            structure=self.structure(),
            speaker=self.slot("speaker", {}) if "speaker" in row else None,
            example=self.word("example"),
            claims=tuple(self.words("claim")),
            counter=self.word("counter"),
        )

    def property_name(self) -> str:
        name = self.word("property")
        if name not in self.terms.properties:
            raise self.fault("property", f"{name!r} is no property that claims are written with")
        return name

    def word(self, key: str) -> str:
        value = self.row.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(key, "a text is missing")
        return value

    def words(self, key: str) -> list[str]:
        value = self.row.get(key, [])
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
            raise self.fault(key, "is neither a text nor a list of texts")
        return listed

    def count(self, key: str, default: int) -> int:
        value = self.row.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.fault(key, "is not a whole number")
        return value

    def choice(self, key: str, options: Sequence[str]) -> str:
        value = self.row.get(key, options[0])
        if value not in options:
            raise self.fault(key, f"is none of {', '.join(options)}")
        return str(value)

    def structure(self) -> str:
        value = str(self.row.get("structure", ""))
        if value and value not in STRUCTURES:
            raise self.fault("structure", f"is none of {', '.join(sorted(STRUCTURES))}")
        if bool(value) == bool(self.row.get("trigger")):
            raise self.fault("trigger", "a frame has either a trigger or a structure")
        return value

    def triggers(self) -> tuple[str, ...]:
        found = tuple(self.words("trigger"))
        for trigger in found:
            try:
                parts(trigger, self.language)
            except NotationError as error:
                raise self.fault("trigger", str(error)) from None
        return found

    def _below(self, name: str, classes: frozenset[str]) -> bool:
        return not classes.isdisjoint(self.terms.ancestors(name))

    def forms(self, key: str) -> Iterator[str]:
        """Yield the forms of the words that ``key`` lists."""
        for written in self.words(key):
            try:
                stretches = parts(written, self.language)
            except NotationError as error:
                raise self.fault(key, str(error)) from None
            for stretch in stretches:
                yield from (form.words[0] for form in stretch)

    def slot(self, key: str, declared: Mapping[str, frozenset[str]]) -> Slot:
        table = self.row.get(key)
        if not isinstance(table, dict):
            raise self.fault(key, "a slot is missing")
        if unknown := sorted(set(table) - _SLOT_KEYS):
            raise self.fault(f"{key}.{unknown[0]}", "the key is unknown")
        inner = _FrameReader(self.path, table, self.language, 0)
        inner.name = self.name
        where = table.get("where")
        if where not in PLACES:
            raise self.fault(f"{key}.where", f"is none of {', '.join(sorted(PLACES))}")
        written = inner.words("type")
        without = {name[1:] for name in written if name.startswith("-")}
        types = {name for name in written if not name.startswith("-")}
        if strange := sorted((types | without) - self.terms.classes):
            raise self.fault(f"{key}.type", f"{strange[0]!r} is no class of entities")
        allowed = declared.get(str(self.row["property"]), frozenset())
        if allowed and "Entity" not in allowed:
            beyond = [name for name in sorted(types) if not self._below(name, allowed)]
            if beyond:
                raise self.fault(f"{key}.type", f"the property takes no {beyond[0]} there")
        cases = set(inner.words("case"))
        if strange := sorted(cases - CASES):
            raise self.fault(f"{key}.case", f"{strange[0]!r} is no case")
        return Slot(
            where=where,
            types=frozenset(types or allowed) - {"Entity"},
            without=frozenset(without),
            cases=frozenset(cases),
            prep=frozenset(inner.words("prep")),
            phrase=inner.count("phrase", 0),
            heads=frozenset(inner.forms("head")),
            lacks=frozenset(inner.forms("without")),
            dropped=frozenset(inner.forms("drop")),
            deep=table.get("deep", False) is True,
            verb=table.get("verb", False) is True,
            weak=table.get("weak", False) is True,
        )
