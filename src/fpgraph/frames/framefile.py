"""Reading frames from TOML files; whatever is wrong with one is told with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from ..errors import OntologyError
from ..model import Kind, Polarity, Stance
from ..parts import CASES
from ..vocabulary import Vocabulary, vocabulary
from .forms import NotationError, parts
from .frame import GAP, Frame, Slot

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
        "clause",
        "outer",
        "inner",
    }
)
#: What a frame without a trigger goes by.
STRUCTURES = frozenset({"nested", "adjacent", "keywords", "dash"})
_FRAME_KEYS = frozenset(
    {
        "id", "property", "trigger", "subject", "object", "preceded", "gap", "polarity",
        "stance", "kind", "rank", "list", "speaker", "structure", "example", "claim", "counter",
        "unless",
    }
)  # fmt: skip
_SLOT_KEYS = frozenset(
    {
        "where", "type", "case", "prep", "phrase", "head", "without", "drop", "deep", "verb",
        "weak", "clause", "adjective", "over",
    }
)  # fmt: skip
#: The longest phrase that names an actor, in words.
_ACTOR_WORDS = 4


def read_frames(path: Path, text: str) -> Iterator[Frame]:
    """Yield the frames that ``text``, the content of the file ``path``, holds.

    Raises OntologyError, with file and field, for what is not a frame.
    """
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
            unless=frozenset(self.words("unless")),
            gap=self.count("gap", GAP),
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
        cases, over = set(inner.words("case")), set(inner.words("over"))
        if strange := sorted((cases | over) - CASES):
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
            clause=table.get("clause", False) is True,
            adjective=table.get("adjective", False) is True,
            over=frozenset(over),
        )
