"""What a relation frame is made of."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Kind, Polarity, Stance
from .wordform import Form

#: How many words a gap in a trigger stands for, unless the frame says so.
GAP = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """What may fill the subject or the object of a frame, and where it stands.

    ``types`` are the classes a filler may have or stand below, empty for any, and
    ``without`` those it may not. ``cases`` are the possible ones, empty for any; ``prep``
    the prepositions that lead to it, empty for none. ``phrase`` is the longest provisional
    noun phrase in words, 0 for none; it holds one of the words ``heads`` where there are
    any and none of ``lacks``, and may begin with an infinitive where ``verb`` says so.
    Words in ``dropped`` may govern a name without being part of it; ``deep`` looks for the
    first fitting name even within another. ``clause`` takes a clause with "how" or "that",
    ``adjective`` an adjective that ends the clause. A noun in one of the cases ``over`` may
    stand in between: «змусила Данію відкрити ринки».
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
    clause: bool = False
    adjective: bool = False
    over: frozenset[str] = frozenset()


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
    unless: frozenset[str] = frozenset()
    gap: int = GAP
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

    ``fronted`` is what stands with the object in front of the verb: a preposition, or more.
    """

    frame: Frame
    first: Form
    rest: tuple[Stretch, ...] = ()
    fronted: str = ""
