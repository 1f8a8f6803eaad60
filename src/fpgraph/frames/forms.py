"""The trigger words of frames: their notation and the forms it stands for.

``{прагнути} до`` is a verb in the finite forms of the third person and a word as it
stands. ``{член:ins}`` keeps the forms of one case, ``{is|are}`` is not needed: ``{be}``
is a verb. ``(під час|у)`` is either, ``[одним із|однією з]`` may be there or not, ``…``
leaves room for a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

_PART = re.compile(r"\{[^{}]+\}|\[[^\[\]]+\]|\([^()]+\)|…|[^\s{}\[\]()…]+")
_TAGS = {
    "nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct",
    "sing": "sing", "plur": "plur", "past": "past", "pres": "pres", "fut": "futr",
    "inf": "infn", "impers": "Impe", "femn": "femn", "masc": "masc", "neut": "neut",
}  # fmt: skip
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct", "voct"})
_ENGLISH_TAGS = frozenset({"base", "s", "past", "pp", "ing", "n", "sing", "plur", "finite"})
_IRREGULAR = {
    "be": ("are", "is", "was|were|been", "been", "being"),
    "have": ("have", "has", "had", "had", "having"),
    "do": ("do", "does", "did", "done", "doing"),
    "go": ("go", "goes", "went", "gone", "going"),
    "hold": ("hold", "holds", "held", "held", "holding"),
    "lead": ("lead", "leads", "led", "led", "leading"),
    "seek": ("seek", "seeks", "sought", "sought", "seeking"),
    "give": ("give", "gives", "gave", "given", "giving"),
    "take": ("take", "takes", "took", "taken", "taking"),
    "make": ("make", "makes", "made", "made", "making"),
    "see": ("see", "sees", "saw", "seen", "seeing"),
    "lie": ("lie", "lies", "lay", "lain", "lying"),
    "lay": ("lay", "lays", "laid", "laid", "laying"),
    "rest": ("rest", "rests", "rested", "rested", "resting"),
    "rise": ("rise", "rises", "rose", "risen", "rising"),
    "arise": ("arise", "arises", "arose", "arisen", "arising"),
    "grow": ("grow", "grows", "grew", "grown", "growing"),
    "bring": ("bring", "brings", "brought", "brought", "bringing"),
    "win": ("win", "wins", "won", "won", "winning"),
    "become": ("become", "becomes", "became", "become", "becoming"),
    "begin": ("begin", "begins", "began", "begun", "beginning"),
    "draw": ("draw", "draws", "drew", "drawn", "drawing"),
    "drive": ("drive", "drives", "drove", "driven", "driving"),
    "forge": ("forge", "forges", "forged", "forged", "forging"),
    "fall": ("fall", "falls", "fell", "fallen", "falling"),
    "find": ("find", "finds", "found", "found", "finding"),
    "build": ("build", "builds", "built", "built", "building"),
    "get": ("get", "gets", "got", "got", "getting"),
    "keep": ("keep", "keeps", "kept", "kept", "keeping"),
    "leave": ("leave", "leaves", "left", "left", "leaving"),
    "meet": ("meet", "meets", "met", "met", "meeting"),
    "put": ("put", "puts", "put", "put", "putting"),
    "set": ("set", "sets", "set", "set", "setting"),
    "show": ("show", "shows", "showed", "shown", "showing"),
    "speak": ("speak", "speaks", "spoke", "spoken", "speaking"),
    "stand": ("stand", "stands", "stood", "stood", "standing"),
    "strive": ("strive", "strives", "strove", "striven", "striving"),
    "think": ("think", "thinks", "thought", "thought", "thinking"),
    "underlie": ("underlie", "underlies", "underlay", "underlain", "underlying"),
    "undergo": ("undergo", "undergoes", "underwent", "undergone", "undergoing"),
    "undermine": ("undermine", "undermines", "undermined", "undermined", "undermining"),
    "withdraw": ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"),
    "write": ("write", "writes", "wrote", "written", "writing"),
    "fight": ("fight", "fights", "fought", "fought", "fighting"),
    "choose": ("choose", "chooses", "chose", "chosen", "choosing"),
    "come": ("come", "comes", "came", "come", "coming"),
    "spend": ("spend", "spends", "spent", "spent", "spending"),
    "say": ("say", "says", "said", "said", "saying"),
    "underpin": ("underpin", "underpins", "underpinned", "underpinned", "underpinning"),
    "breed": ("breed", "breeds", "bred", "bred", "breeding"),
    "spread": ("spread", "spreads", "spread", "spread", "spreading"),
    "feed": ("feed", "feeds", "fed", "fed", "feeding"),
    "send": ("send", "sends", "sent", "sent", "sending"),
    "buy": ("buy", "buys", "bought", "bought", "buying"),
    "sell": ("sell", "sells", "sold", "sold", "selling"),
    "lend": ("lend", "lends", "lent", "lent", "lending"),
    "run": ("run", "runs", "ran", "run", "running"),
    "sit": ("sit", "sits", "sat", "sat", "sitting"),
    "break": ("break", "breaks", "broke", "broken", "breaking"),
    "lose": ("lose", "loses", "lost", "lost", "losing"),
    "pay": ("pay", "pays", "paid", "paid", "paying"),
    "quit": ("quit", "quits", "quit", "quit", "quitting"),
    "let": ("let", "lets", "let", "let", "letting"),
    "bind": ("bind", "binds", "bound", "bound", "binding"),
    "bid": ("bid", "bids", "bid", "bid", "bidding"),
    "uphold": ("uphold", "upholds", "upheld", "upheld", "upholding"),
    "throw": ("throw", "throws", "threw", "thrown", "throwing"),
    "tie": ("tie", "ties", "tied", "tied", "tying"),
    "dwell": ("dwell", "dwells", "dwelt", "dwelt", "dwelling"),
    "forbid": ("forbid", "forbids", "forbade", "forbidden", "forbidding"),
    "understand": ("understand", "understands", "understood", "understood", "understanding"),
    "overcome": ("overcome", "overcomes", "overcame", "overcome", "overcoming"),
    "shake": ("shake", "shakes", "shook", "shaken", "shaking"),
    "cut": ("cut", "cuts", "cut", "cut", "cutting"),
    "deal": ("deal", "deals", "dealt", "dealt", "dealing"),
    "spin": ("spin", "spins", "spun", "spun", "spinning"),
    "know": ("know", "knows", "knew", "known", "knowing"),
    "cast": ("cast", "casts", "cast", "cast", "casting"),
    "stick": ("stick", "sticks", "stuck", "stuck", "sticking"),
    "mean": ("mean", "means", "meant", "meant", "meaning"),
    "depend": ("depend", "depends", "depended", "depended", "depending"),
}
_DOUBLED = {
    "admit", "ban", "commit", "compel", "confer", "control", "deter", "drag", "drop", "expel",
    "fit", "incur", "occur", "permit", "plan", "prefer", "propel", "rebel", "rebut", "recur",
    "refer", "ship", "spin", "spur", "stem", "step", "stop", "transfer", "trap",
}  # fmt: skip
_PLURALS = {"policy": "policies", "man": "men", "party": "parties", "basis": "bases"}


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a part of a trigger may stand in a text.

    ``words`` are in small letters; ``number`` is ``sing`` or ``plur`` where the form
    of a verb or participle tells how many are its subject, ``gender`` ``masc``, ``femn``
    or ``neut`` where it tells that too. ``verb`` is the word that is a finite verb.
    """

    words: tuple[str, ...]
    number: str = ""
    gender: str = ""
    verb: str = ""


#: The forms of triggers by language and notation, as plain tuples.
Table = dict[tuple[str, str], tuple[tuple[tuple[tuple[str, ...], str, str, str], ...], ...]]
_KNOWN: dict[tuple[str, str], tuple[tuple[Form, ...], ...]] = {}


class NotationError(ValueError):
    """A trigger is not written as triggers are."""


def parts(trigger: str, language: str) -> tuple[tuple[Form, ...], ...]:
    """Return the forms of ``trigger``, one tuple for each stretch between ``…``.

    Raises NotationError when it does not follow the notation or a word in braces is
    not in the dictionary.
    """
    known = _KNOWN.get((language, trigger))
    if known is not None:
        return known
    if _PART.sub("", trigger).strip() or not trigger.strip():
        raise NotationError(f"{trigger!r} is not a trigger")
    stretches: list[list[str]] = [[]]
    for piece in _PART.findall(trigger):
        if piece == "…":
            stretches.append([])
        else:
            stretches[-1].append(piece)
    if not all(stretches):
        raise NotationError(f"{trigger!r} begins or ends in an ellipsis")
    found = tuple(tuple(_combined(stretch, language)) for stretch in stretches)
    _KNOWN[language, trigger] = found
    return found


def remember(table: Table) -> None:
    """Take the forms of triggers from ``table``, as ``table`` returned it in another run."""
    for key, stretches in table.items():
        _KNOWN[key] = tuple(tuple(Form(*form) for form in stretch) for stretch in stretches)


def table() -> Table:
    """Return the forms of all triggers met so far, as plain tuples."""
    return {
        key: tuple(
            tuple((form.words, form.number, form.gender, form.verb) for form in stretch)
            for stretch in stretches
        )
        for key, stretches in sorted(_KNOWN.items())
    }


def _combined(pieces: list[str], language: str) -> Iterator[Form]:
    seen = set()
    for choice in product(*(tuple(_piece(piece, language)) for piece in pieces)):
        words = tuple(word for form in choice for word in form.words)
        agreeing = next((form for form in choice if form.number or form.verb), Form(()))
        if words and words not in seen:
            seen.add(words)
            yield Form(words, agreeing.number, agreeing.gender, agreeing.verb)


def _piece(piece: str, language: str) -> Iterator[Form]:
    if piece.startswith("["):
        yield Form(())
        yield from _options(piece[1:-1])
    elif piece.startswith("("):
        yield from _options(piece[1:-1])
    elif piece.startswith("{"):
        lemmas, _, tags = piece[1:-1].partition(":")
        for lemma in lemmas.split("|"):
            yield from _inflected(lemma.strip(), tuple(tags.split()), language)
    else:
        for option in piece.split("|"):
            yield Form((option.lower(),))


def _options(listing: str) -> Iterator[Form]:
    for option in listing.split("|"):
        yield Form(tuple(option.lower().split()))


def _inflected(lemma: str, tags: tuple[str, ...], language: str) -> tuple[Form, ...]:
    return _ukrainian(lemma, tags) if language == "uk" else _english(lemma, tags)


@cache
def _ukrainian(lemma: str, tags: tuple[str, ...]) -> tuple[Form, ...]:
    wanted = {_TAGS.get(tag, "") for tag in tags}
    if "" in wanted:
        raise NotationError(f"{{{lemma}:{' '.join(tags)}}} has an unknown tag")
    found: dict[str, Form] = {}
    for word, marks in _lexeme(lemma):
        if _is_wanted(marks, wanted):
            number, gender = _agreement(lemma, marks)
            verb = word if number and "VERB" in marks else ""
            form = Form((word,), number, gender, verb)
            found[word] = form if found.get(word, form) == form else Form((word,), verb=verb)
    if not found:
        raise NotationError(f"{{{lemma}}} has no such form")
    return tuple(found.values())


def _agreement(lemma: str, marks: frozenset[str]) -> tuple[str, str]:
    """Return the number and gender that the subject of a form has."""
    if not marks & {"VERB", "ADJF"} or marks & {"Impe", "infn", "rv_datv"}:
        return "", ""
    if lemma == "бути" and "pres" in marks:
        return "", ""
    if "plur" in marks:
        return "plur", ""
    return "sing", next(iter(marks & {"masc", "femn", "neut"}), "")


def _lexeme(lemma: str) -> list[tuple[str, frozenset[str]]]:
    """Return the forms of a word with their marks; homonyms of one kind together."""
    verb = lemma.endswith(("ти", "тися"))
    adjective = lemma.endswith(("ий", "ій"))
    kind = "VERB" if verb else "ADJF" if adjective else "NOUN"
    parses = [
        parse for parse in _analyser().parse(lemma) if kind in str(parse.tag) and parse.is_known
    ]
    exact = [parse for parse in parses if parse.normal_form == lemma] or parses[:1]
    if not exact:
        raise NotationError(f"{{{lemma}}} is not in the dictionary")
    return [
        (form.word, frozenset(re.split("[ ,]", str(form.tag))))
        for parse in (exact if verb else exact[:1])
        for form in parse.lexeme
    ]


@cache
def _analyser() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="uk")


def _is_wanted(marks: frozenset[str], wanted: set[str]) -> bool:
    if "Arch" in marks:
        return False
    if "VERB" in marks:
        if not wanted:
            return "past" in marks or {"pres", "3per"} <= marks
        if wanted & {"infn", "Impe"}:
            kinds = {"infn", "rv_datv"} if "infn" in wanted else set()
            return bool(marks & (kinds | (wanted & {"Impe"})))
        return bool(wanted & marks) and ("past" in marks or "3per" in marks)
    cases = wanted & _CASES
    if cases and not (cases & marks or ("nomn" in cases and not marks & _CASES)):
        return False
    if "sing" in wanted and "plur" in marks:
        return False
    return wanted - _CASES - {"sing"} <= marks


@cache
def _english(lemma: str, tags: tuple[str, ...]) -> tuple[Form, ...]:
    if unknown := set(tags) - _ENGLISH_TAGS:
        raise NotationError(f"{{{lemma}:{' '.join(sorted(unknown))}}} has an unknown tag")
    if "n" in tags:
        both = (Form((lemma,), ""), Form((_plural(lemma),), ""))
        return both[:1] if "sing" in tags else both[1:] if "plur" in tags else both
    base, third, past, participle, present = _conjugated(lemma)
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


def _conjugated(verb: str) -> tuple[str, str, str, str, str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if re.search("[^aeiou]y$", verb):
        past = verb[:-1] + "ied"
        return verb, verb[:-1] + "ies", past, past, verb + "ing"
    third = verb + ("es" if re.search("(?:s|x|z|ch|sh|o)$", verb) else "s")
    if verb.endswith("e"):
        return verb, third, verb + "d", verb + "d", verb[:-1] + "ing"
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return verb, third, stem + "ed", stem + "ed", stem + "ing"
