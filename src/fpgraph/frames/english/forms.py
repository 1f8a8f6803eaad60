"""The forms of English verbs and nouns in triggers."""

from __future__ import annotations

import re
from functools import cache

from ..wordform import Form, NotationError
from .irregular import IRREGULAR

_TAGS = frozenset({"base", "s", "past", "pp", "ing", "n", "sing", "plur", "finite"})
#: Other words than these make no triggers of their -ing forms and participles.
_AUXILIARY = frozenset({"be", "have", "do"})
_DOUBLED = {
    "admit", "ban", "bar", "cap", "chat", "clap", "commit", "compel", "confer", "control", "dam",
    "deter", "dip", "drag", "drop", "drum", "dub", "equip", "expel", "fit", "flip", "grab", "gut",
    "hem", "hop", "incur", "jam", "knot", "map", "occur", "outwit", "overlap", "permit", "pin",
    "pit", "plan", "plot", "prefer", "prop", "propel", "ram", "readmit", "rebel", "rebut",
    "recur", "refer", "rip", "rob", "rub", "sag", "sap", "scan", "scar", "scrap", "scrub", "ship",
    "shrug", "shun", "skip", "slam", "slap", "slip", "slot", "snap", "snub", "span", "spar",
    "spin", "spur", "stem", "step", "stir", "stop", "strap", "strip", "stun", "sum", "swap",
    "tag", "tap", "tar", "thin", "throb", "tip", "top", "transfer", "trap", "trim", "trot", "tug",
    "unwrap", "whip", "wrap", "zip",
}  # fmt: skip
_PLURALS = {"policy": "policies", "man": "men", "party": "parties", "basis": "bases"}


@cache
def english(lemma: str, tags: tuple[str, ...]) -> tuple[Form, ...]:
    """Return the forms of a verb or noun that ``tags`` ask for; finite ones unless they do."""
    if unknown := set(tags) - _TAGS:
        raise NotationError(f"{{{lemma}:{' '.join(sorted(unknown))}}} has an unknown tag")
    if "n" in tags:
        both = (Form((lemma,), ""), Form((_plural(lemma),), ""))
        return both[:1] if "sing" in tags else both[1:] if "plur" in tags else both
    base, third, past, participle, present = conjugated(lemma)
    forms = []
    if not tags or {"base", "finite"} & set(tags):
        forms.append(Form((base,), "plur", verb=base))
    if not tags or {"s", "finite"} & set(tags):
        forms.append(Form((third,), "sing", verb=third))
    if not tags or {"past", "finite"} & set(tags):
        numbers = ("sing", "plur", "") if lemma == "be" else ("",)
        forms += [
            Form((word,), number, verb=word)
            for word, number in zip(past.split("|"), numbers, strict=True)
        ]
    if "pp" in tags:
        forms.append(Form((participle,)))
    if "ing" in tags:
        forms.append(Form((present,)))
    return tuple(forms)


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if re.search("[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search("(?:s|x|z|ch|sh)$", noun) else "s")


def conjugated(verb: str) -> tuple[str, str, str, str, str]:
    """Return base, third person, past, participle and -ing form of ``verb``."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if re.search("[^aeiou]y$", verb):
        past = verb[:-1] + "ied"
        return verb, verb[:-1] + "ies", past, past, verb + "ing"
    third = verb + ("es" if re.search("(?:s|x|z|ch|sh|o)$", verb) else "s")
    if verb.endswith("e"):
        return verb, third, verb + "d", verb + "d", verb[:-1] + "ing"
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return verb, third, stem + "ed", stem + "ed", stem + "ing"


@cache
def unfinished(lemma: str) -> tuple[Form, ...]:
    """Return the forms of a verb that a helper verb or another clause makes finite.

    The participle where it is not the past too ("has given") and the -ing form ("is giving").
    """
    if lemma in _AUXILIARY:
        return ()
    _, _, past, participle, present = conjugated(lemma)
    perfect = () if participle in past.split("|") else (Form((participle,), mood="pp"),)
    return (*perfect, Form((present,), mood="ing"))
