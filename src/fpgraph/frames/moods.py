"""Verb forms that are not finite: which words make them so, and passives of active frames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .clauses import Row
from .english.insertions import before_inserted
from .forms import parts
from .frame import Frame
from .grammar import BE
from .wordform import OWNED, REDUCED, Form


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_ONE_VERB = re.compile(r"\{[^{}:]+\}$")
_HAVE = _words("have has had having 've")
_MODALS = _words("will can could may might does do did 'll")
#: After these a verb with "to" says that it is done.
_CONTINUING = _words(
    """
    continue continues continued begin begins began begun start starts started decide decides
    decided agree agrees agreed choose chooses chose chosen come comes came tend tends tended
    proceed proceeds proceeded manage manages managed going able used
    """
)
#: After these an -ing form says that it is done.
_PHASES = _words("begin begins began begun start starts started keep keeps kept continue continued")
#: A Ukrainian infinitive after these says that it is done, or, with «може», perhaps.
_HELPERS = _words(
    """
    буде будуть почав почала почало почали починає починають розпочав розпочала розпочали став
    стала стали продовжує продовжують продовжував продовжувала продовжували може можуть міг могла
    могли зміг змогла змогли зумів зуміла зуміли вирішив вирішила вирішили погодився погодилася
    погодились погодилися здатен здатна здатне здатні
    """
)
_LIKE_PREPOSITIONS = _words(
    "including according following regarding concerning depending owing barring excluding"
    " considering given starting beginning leading"
)
_ALL = _words("both all each")
_FUTURE = _words("will 'll going буде будуть")
#: Leads to an -ing form or a gerund that shares the subject of its sentence.
LEADS = _words("by while when thereby thus without")


def group_start(row: Row, at: int) -> int:
    """Return where the group of the verb at ``at`` begins: its adverbs and helper verbs."""
    known = row.verb_groups.get(at)
    if known is None:
        known = row.verb_groups[at] = _group_start(row, at)
    return known


def _group_start(row: Row, at: int) -> int:
    while at > 0 and at not in row.tails:
        word = row.words[at - 1]
        if row.is_adverb(at - 1) or word == "не":
            at -= 1
        elif row.language == "uk":
            if word not in _HELPERS or not row.words[at].endswith(("ти", "тися", "тись")):
                break
            at -= 1
        else:
            start = _over_helper(row, at)
            if start == at:
                break
            at = start
    return at


def _over_helper(row: Row, at: int) -> int:
    """Return where the English helper begins that stands before ``at``, or ``at``."""
    before = at - 1
    word = row.words[before]
    if word == "to" and row.word(before - 1) in _CONTINUING:
        return before - 1
    if word == "and" and row.words[at].endswith("ly") and row.word(before - 1).endswith("ly"):
        return before - 1  # "openly and repeatedly"
    if word == ",":
        start = before_inserted(row, at)  # "has, since May, supported"
        return start if row.word(start - 1) in _HAVE | BE | _MODALS else at
    both = word == "neither" or (word in _ALL and before in row.tails)
    continuing = word in _PHASES and row.words[at].endswith("ing")
    return before if both or word in _MODALS or continuing else at


def is_helped(row: Row, at: int) -> bool:
    """Tell whether a helper verb makes the infinitive at ``at`` a statement."""
    index = at - 1
    while index > 0 and row.is_adverb(index):
        index -= 1
    if row.language == "en":
        return row.word(index) == "to" and row.word(index - 1) in _CONTINUING
    return row.word(index) in _HELPERS


def is_future(row: Row, at: int, form: Form) -> bool:
    """Tell whether the verb at ``at`` speaks of what is yet to come."""
    if form.mood == "future":
        return True
    return not _FUTURE.isdisjoint(row.words[group_start(row, at) : at])


def is_led(row: Row, at: int, form: Form) -> bool:
    """Tell whether the words before a form that is not finite let it say something."""
    if form.mood == "inf":
        return is_helped(row, at)
    if form.mood in ("", "passive", "gerund", "future", OWNED):
        return True
    index = at - 1
    while index >= 0 and row.is_adverb(index) and row.words[index] not in _HAVE | BE:
        index -= 1
    word = row.word(index)
    if form.mood == REDUCED:
        return word not in BE | _HAVE | _MODALS
    if form.mood == "pp":
        return word in _HAVE
    if word in BE or word in _PHASES:
        return True
    return row.words[at] not in _LIKE_PREPOSITIONS and (word in ("", ",") or word in LEADS)


def passive(frame: Frame) -> Frame | None:
    """Return ``frame`` turned round: its object is the subject of the verb, its subject the agent.

    None where the frame is no plain verb with a direct object.
    """
    subject, target = frame.subject, frame.object
    plain = subject.where == "before" and target.where == "after" and not target.prep
    if not plain or frame.speaker is not None or frame.takes_list or frame.preceded:
        return None
    if frame.language == "en":
        agent = replace(subject, where="after")
        return replace(frame, subject=agent, object=replace(target, where="before", verb=False))
    if "acc" not in target.cases:
        return None
    agent = replace(subject, where="after", cases=frozenset({"ins"}), phrase=0)
    patient = replace(target, where="before", cases=frozenset({"acc"}), verb=False)
    return replace(frame, subject=agent, object=patient)


def with_agent(trigger: str) -> Iterator[Form]:
    """Yield the participles of an English trigger that is one verb, with "by"."""
    if not _ONE_VERB.match(trigger):
        return
    for form in parts(f"{trigger[:-1]}:pp}} by", "en")[0]:
        yield replace(form, mood="passive")
