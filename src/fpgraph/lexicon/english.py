"""The spellings that an English label may take in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .ordinarywords import SMALL

_BRITISH = (
    ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"),
    ("isations", "izations"), ("yse", "yze"), ("defence", "defense"), ("offence", "offense"),
    ("labour", "labor"), ("colour", "color"), ("neighbour", "neighbor"), ("centre", "center"),
    ("behaviour", "behavior"), ("favour", "favor"), ("honour", "honor"), ("harbour", "harbor"),
    ("programme", "program"), ("theatre", "theater"), ("armour", "armor"),
    ("judgement", "judgment"), ("catalogue", "catalog"), ("modelling", "modeling"),
    ("travelling", "traveling"), ("fulfil ", "fulfill "),
)  # fmt: skip
#: Words in -ise that are never spelled with a z.
_ALWAYS_S = re.compile(
    r"(?:exerc|enterpr|prom|comprom|rev|adv|superv|telev|improv|surpr|pra|ra|no|w|otherw|expert"
    r"|prec|conc|dev|disgu|franch|merchand|cr|r|likew|parad)is[ei]",
    re.IGNORECASE,
)
_INSERTED = re.compile(r"\b(of|in|to|with|for|over|against|between|from) (?!the |a |an )")


#: Nouns at the end of a name that many spell with a small letter.
_COMMON = frozenset(
    (
        *("Doctrine", "Policy", "Process", "Agreement", "Agreements", "Accords", "Treaty", "Plan"),
        *("Summit", "Conference", "Convention", "Protocol", "War", "Wars", "Format", "Corridor"),
        *("Pipeline", "Strait", "Peninsula", "Region", "Crisis", "Revolution", "Trap", "Pact"),
        *("Declaration", "Memorandum", "Charter", "Valley", "Government", "Group"),
    )
)
_NOUNS = frozenset(
    (
        *("Union", "Commission", "Council", "Court", "Bank", "Fund", "Assembly", "Secretariat"),
        *("Organisation", "Organization", "League", "Alliance", "Parliament", "Community"),
        *("Commonwealth", "Forum", "Agency", "Tribunal", "Committee", "Mission"),
    )
)


def shortened(label: str) -> str:
    """Return the noun by which an organisation is called once it is known, or ""."""
    words = label.partition(" (")[0].split()
    if len(words) < 2:
        return ""
    if len(words) > 2 and words[1] in ("of", "for", "on") and words[0] in _NOUNS:
        return words[0]
    return words[-1] if words[-1] in _NOUNS else ""


def spellings(label: str, *, concept: bool) -> tuple[str, ...]:
    """Return the spellings of ``label``, itself first.

    British and American, with and without the hyphen or the article; of a concept also
    the plural and the title case.
    """
    found = [label]
    found += _exchanged(found)
    found += _hyphens(found)
    if concept:
        found += _articles(found)
        found += [plural for form in found if (plural := _plural(form))]
        found += [titled for form in found if (titled := _titled(form))]
    else:
        found += _capitals(found)
    return tuple(dict.fromkeys(found))


def _exchanged(forms: Iterable[str]) -> list[str]:
    found = []
    for form in forms:
        british, american = form, form
        if not _ALWAYS_S.search(form):
            for one, other in _BRITISH:
                if one in american:
                    american = re.sub(rf"(?<=\w){one}\b|\b{one}", other, american)
                if other in british:
                    british = re.sub(rf"(?<=\w\w){other}\b|\b{other}", one, british)
        found += [american, british]
    return found


def _hyphens(forms: Iterable[str]) -> list[str]:
    """Return «multivector» for «multi-vector»; the blank is the same as the hyphen anyway."""
    prefixes = r"\b(multi|anti|pro|non|neo|post|pre|geo|bi|uni|inter|counter|co|trans)-(?=[a-z])"
    return [re.sub(prefixes, r"\1", form) for form in forms]


def _articles(forms: Iterable[str]) -> list[str]:
    found = []
    for form in forms:
        found.append(_INSERTED.sub(r"\1 the ", form, count=1))
        found.append(form.replace(" the ", " ", 1))
    return found


def _plural(form: str) -> str | None:
    words = form.split()
    tail = next((at for at, word in enumerate(words) if at and word in SMALL), len(words))
    noun = words[tail - 1]
    if not noun.isalpha() or len(noun) < 4 or noun.endswith(("s", "ness", "ity", "ism", "ed")):
        return None
    if noun.endswith(("ch", "sh", "x", "z")):
        many = noun + "es"
    elif noun.endswith("y") and noun[-2] not in "aeiou":
        many = noun[:-1] + "ies"
    else:
        many = noun + "s"
    return " ".join([*words[: tail - 1], many, *words[tail:]])


def _titled(form: str) -> str | None:
    words = form.split()
    if len(words) < 2:
        return None
    return " ".join(
        word
        if at and word in SMALL
        else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
        for at, word in enumerate(words)
    )


def _capitals(forms: Iterable[str]) -> list[str]:
    """Return a name with the capitals that not everybody writes left out, and put in."""
    found = []
    for form in forms:
        words = form.split()
        if len(words) < 2 or any(word.isupper() for word in words if len(word) > 1):
            continue
        if titled := _titled(form):
            found.append(titled)
        if words[-1] in _COMMON:
            found.append(" ".join([*words[:-1], words[-1].lower()]))
    return found
