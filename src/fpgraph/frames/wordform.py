"""A form in which a word of a trigger may stand in a text."""

from __future__ import annotations

from dataclasses import dataclass

#: The mood of a noun whose doer "of" ties to it: "the accession of Finland to NATO".
OWNED = "owned"
#: The mood of a participle without its "is": "NATO, based on a treaty, …".
REDUCED = "reduced"


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a part of a trigger may stand in a text.

    ``words`` are in small letters; ``number`` is ``sing`` or ``plur`` where the form
    of a verb or participle tells how many are its subject, ``gender`` ``masc``, ``femn``
    or ``neut`` where it tells that too. ``verb`` is the word that is a finite verb.
    ``mood`` is ``future``, that of a verb which other words must make finite (``inf``,
    ``ing``, ``pp``, ``gerund``), ``passive`` where the
    subject is its agent, ``owned`` or ``reduced``.
    """

    words: tuple[str, ...]
    number: str = ""
    gender: str = ""
    verb: str = ""
    mood: str = ""


class NotationError(ValueError):
    """A trigger is not written as triggers are."""
