"""The lexicon: every form of every name, compiled once and kept on disk."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..collecting import uncollected
from ..kept import load, store
from ..model import Entity
from .ambiguity import Sense, ambiguous
from .background import background_entities
from .compiling import COMPILERS, tables
from .merging import Merged, merged, names_of
from .spelling import key
from .territories import states
from .tree import Tree
from .worddict import dictionary_version

__all__ = ["Lexicon", "Sense", "compile_lexicon", "key"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names that a reader knows.

    ``entities`` are the corpus's own and the background ones. ``forms`` maps a form,
    spelled as ``key`` spells it (no punctuation, hyphens as blanks, the apostrophe '),
    to its senses, in the order of their letters; a concept stands there with a small
    first letter. ``firsts`` are the words that forms begin with, as texts spell them,
    each with those of the forms; ``heads`` the entities that one is a kind of by its
    label, as foreign policy of «зовнішня політика Росії».
    """

    entities: Mapping[str, Entity] = field(repr=False)
    forms: Mapping[str, tuple[Sense, ...]] = field(repr=False)
    firsts: tuple[tuple[str, tuple[str, ...]], ...] = field(repr=False)
    heads: Mapping[str, frozenset[str]] = field(repr=False)
    _engine: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (self.entities, self.forms, self.firsts, self.heads)
        return Lexicon, parts

    def tree(self) -> Tree:
        """Return the searcher for the forms, made on first use."""
        if "tree" not in self._engine:
            self._engine["tree"] = Tree(self.forms, self.firsts)
        found: Tree = self._engine["tree"]
        return found

    def capitals(self) -> Mapping[str, str]:
        """Return the forms by their spelling in capitals, made on first use."""
        if "capitals" not in self._engine:
            capitals: dict[str, str] = {}
            for form in self.forms:
                capitals.setdefault(form.upper(), form)
            self._engine["capitals"] = capitals
        found: Mapping[str, str] = self._engine["capitals"]
        return found


def compile_lexicon(entities: Mapping[str, Entity]) -> Lexicon:
    """Return the lexicon of ``entities`` and of the background entities.

    A background entity whose label, or one of whose names if the two are of a kind,
    belongs to an entity of the corpus is taken for that one and gives it its names.
    The forms are kept in the folder ``FPGRAPH_CACHE``, or in the user's cache folder,
    under a hash of all that they depend on.
    """
    whole = merged(entities, background_entities())
    digest = _digest(whole)
    kept = load("lexicon", digest)
    if kept is None:
        with uncollected():
            kept = tables(whole)
        store("lexicon", digest, kept)
    forms, firsts, heads = kept
    known = {one: whole.own.get(one) or whole.named[one] for one in sorted(whole.named)}
    return Lexicon(known, forms, firsts, heads)


def _digest(whole: Merged) -> str:
    from importlib.metadata import version

    content: list[Any] = [dictionary_version(), sorted(ambiguous().items())]
    content += [sorted(states().items()), marshal.version, version("babel")]
    content += [Path(__file__).with_name(f"{name}.py").read_bytes() for name in COMPILERS]
    content += [sorted(whole.taken.items())]
    for one in sorted(whole.named):
        entity = whole.named[one]
        content.append((one, entity.type, *names_of(entity)))
    return hashlib.sha256(repr(content).encode()).hexdigest()
