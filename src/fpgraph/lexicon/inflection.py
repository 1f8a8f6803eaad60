"""The forms that a Ukrainian label takes in running text, each with its possible cases.

Used when a lexicon is compiled; texts are never lemmatised. The word forms come from
the dictionary and, for adjectives and surnames, from the declensions of a school grammar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product

from .adjectives import adjective_forms, adjective_genders
from .nouns import Noun, lexeme, noun_readings, roman
from .ordinarywords import PREPOSITIONS
from .worddict import CASES, Forms, capitalised_like, gender_of, is_acronym, is_known, parses, plain

_CONJUNCTIONS = frozenset({"та", "і", "й", "а", "або", "чи"})


def phrase_forms(label: str) -> Forms:
    """Return the forms of a Ukrainian noun phrase in the nominative, the label among them.

    The head noun and the adjectives before it are declined, what follows stays as it
    is. A label in which no head is found (a sentence, an adjective) keeps one form or
    the forms of its adjectives.
    """
    words = plain(label).split()
    if not words or any(character in label for character in ",;:"):
        return {" ".join(words): frozenset()}
    head = _head(words)
    if head is None:
        return _headless(words)
    at, nouns = head
    found: dict[str, set[str]] = {}
    for table in nouns:
        for form, case in _declined(words, at, table):
            found.setdefault(form, set()).add(case)
    return {form: frozenset(cases) for form, cases in found.items()} or {
        " ".join(words): frozenset()
    }


def _head(words: list[str]) -> tuple[int, list[Noun]] | None:
    """Return the place of the head noun and its readings that agree with what precedes."""
    before: list[str] = []
    in_phrase = False
    for at, word in enumerate(words):
        low = word.lower()
        if low in PREPOSITIONS and before:
            in_phrase = True
            continue
        nouns = noun_readings(word)
        if before:
            nouns = [
                noun for noun in nouns if any(noun.gender in adjective_genders(w) for w in before)
            ]
        adjective = adjective_genders(word)
        if adjective and at + 1 < len(words) and _more_likely_adjective(words, at, nouns):
            before.append(word)
            in_phrase = False
        elif nouns:
            return at, nouns
        elif not (in_phrase or low in _CONJUNCTIONS or word[0].isdigit() or roman(word)):
            return None
    return None


def _more_likely_adjective(words: list[str], at: int, nouns: list[Noun]) -> bool:
    if not nouns:
        return True
    follower = next((w for w in words[at + 1 :] if w.lower() not in _CONJUNCTIONS), "")
    return any(
        noun.gender in adjective_genders(words[at]) for noun in noun_readings(follower)
    ) or bool(adjective_genders(follower) & adjective_genders(words[at]))


def head_phrases(label: str) -> frozenset[str]:
    """Return the parts of a noun phrase that it is a kind of, in small letters.

    «сучасна зовнішня політика Росії» is a kind of «зовнішня політика Росії», «сучасна
    зовнішня політика», «зовнішня політика» and «політика»; of «Росія» it is none.
    """
    words = plain(label).split()
    head = _head(words)
    if head is None:
        return frozenset()
    at = head[0]
    return frozenset(
        " ".join(words[first:last]).lower()
        for first in range(at + 1)
        for last in range(at + 1, len(words) + 1)
        if last - first < len(words)
    )


def plural_forms(label: str) -> Forms:
    """Return the forms of the other number of a noun phrase, when the head has one."""
    words = plain(label).split()
    head = _head(words) if not any(sign in label for sign in ",;:") else None
    if head is None or is_acronym(words[head[0]]):
        return {}
    at = head[0]
    found: dict[str, set[str]] = {}
    for noun in _other_number(words[at], head[1]):
        lead = _other_lead(words[:at], noun.gender)
        if lead is not None and not _coordinated(words[at + 1 :]):
            for form, case in _declined([*lead, *words[at:]], at, noun):
                found.setdefault(form, set()).add(case)
    return {form: frozenset(cases) for form, cases in found.items()}


def _other_number(word: str, nouns: list[Noun]) -> Iterator[Noun]:
    plural = all(noun.gender == "plur" for noun in nouns)
    for parse in parses(word.lower()):
        marks = parse.tag.grammemes
        if "NOUN" not in marks or marks & {"Pltm", "Fixd", "Surn", "Name", "Patr"}:
            continue
        if marks & {"gent", "datv", "accs", "ablt", "loct", "voct"}:
            continue
        if ("plur" in marks) != plural:
            continue
        forms = tuple(lexeme(word, parse, plural=not plural))
        if forms:
            gender = "plur"
            if plural:
                first = parses(parse.normal_form)[0].tag.grammemes
                gender = gender_of(first)
            yield Noun(gender, forms)


def _other_lead(words: list[str], gender: str) -> list[str] | None:
    """Return the adjectives in the nominative of another gender or number."""
    ends = {"masc": "ий", "femn": "а", "neut": "е", "plur": "і"}
    soft = {"masc": "ій", "femn": "я", "neut": "є", "plur": "і"}
    found = []
    for word in words:
        if word.lower() in _CONJUNCTIONS:
            found.append(word)
            continue
        lemmas = [p.normal_form for p in parses(word.lower()) if "ADJF" in p.tag.grammemes]
        if not lemmas or not lemmas[0].endswith(("ий", "ій")):
            return None
        endings = soft if lemmas[0].endswith("ій") else ends
        found.append(capitalised_like(lemmas[0][:-2] + endings[gender], word))
    return found


def _declined(words: list[str], at: int, noun: Noun) -> Iterator[tuple[str, str]]:
    """Yield the phrase in every case; ``at`` is the place of the noun."""
    tail = words[at + 1 :]
    second = _coordinated(tail)
    after: dict[str, list[str]] = {}
    if tail and noun.gender in adjective_genders(tail[0]) and not noun_readings(tail[0]):
        # «порядок денний»: the adjective follows.
        for form, case in adjective_forms(tail[0], noun.gender):
            after.setdefault(case, []).append(form)
    adjectives = {
        place: adjective_forms(word, noun.gender)
        for place, word in enumerate(words[:at])
        if noun.gender in adjective_genders(word)
    }
    for form, case in noun.forms:
        for lead in _leads(words[:at], adjectives, case, form, noun):
            if second is None:
                for first in after.get(case, tail[:1]) or [""]:
                    yield " ".join([*lead, form, first, *tail[1:]]).strip(), case
            else:
                for more in second(case):
                    yield " ".join([*lead, form, tail[0], more]), case


def _leads(
    words: list[str],
    adjectives: Mapping[int, tuple[tuple[str, str], ...]],
    case: str,
    form: str,
    noun: Noun,
) -> Iterator[list[str]]:
    choices: list[list[str]] = [[]]
    for place, word in enumerate(words):
        variants = [word]
        if place in adjectives:
            variants = [one for one, its in adjectives[place] if its == case]
            if case == "acc" and len(variants) > 1:
                # «бачу новий світ» but «бачу нового сусіда»: the noun decides.
                animate = form in noun.genitive and form not in noun.nominative
                variants = [v for v in variants if v.endswith(("ого", "их", "іх")) == animate]
        choices = [[*lead, variant] for lead in choices for variant in variants]
    yield from choices


def _coordinated(tail: list[str]) -> Callable[[str], list[str]] | None:
    """Return the forms by case of a second head («мир та безпека»), if the tail is one."""
    if len(tail) < 2 or tail[0].lower() not in _CONJUNCTIONS:
        return None
    rest = phrase_forms(" ".join(tail[1:])) if _head(tail[1:]) else {}
    if not rest:
        return None
    return lambda case: [form for form, cases in rest.items() if case in cases]


def _headless(words: list[str]) -> Forms:
    """Return the forms of adjectives without a noun, or the words as they are."""
    genders = set.intersection(*(set(adjective_genders(word)) for word in words))
    found: dict[str, set[str]] = {}
    for gender in sorted(genders):
        # «Друга світова»: the words agree in case.
        tables = [list(adjective_forms(word, gender)) for word in words]
        for case in CASES:
            fitting = [[form for form, its in table if its == case] for table in tables]
            for forms in product(*fitting):
                found.setdefault(" ".join(forms), set()).add(case)
    if found:
        return {form: frozenset(cases) for form, cases in found.items()}
    return {" ".join(words): frozenset()}


def is_adjective(label: str) -> bool:
    """Tell whether a label is a lone adjective in the nominative, or several of them."""
    words = [word for word in plain(label).split() if word.lower() not in _CONJUNCTIONS]
    if not words or not words[0][:1].islower():
        return False
    if len(words) == 1:
        return bool(adjective_genders(words[0]))
    return all(adjective_genders(word) and not noun_readings(word) for word in words)


def is_adjective_form(form: str) -> bool:
    """Tell whether the dictionary has a form, in small letters, as one of an adjective."""
    return any("ADJF" in parse.tag.grammemes and is_known(parse) for parse in parses(form.lower()))


def is_ordinary(form: str, name: str) -> bool:
    """Tell whether a form of a name is, in small letters, also a form of another word."""
    own = _own_words(name)
    for parse in parses(form.lower()):
        if parse.tag.grammemes & {"Surn", "Name", "Patr"} or parse.normal_form in own:
            continue
        if is_known(parse):
            return True
    return False


@cache
def _own_words(name: str) -> frozenset[str]:
    """Return the words that ``name`` is in the nominative."""
    other = {"gent", "datv", "accs", "ablt", "loct", "voct"}
    own = {p.normal_form for p in parses(name.lower()) if not p.tag.grammemes & other}
    return frozenset({name.lower(), *own})
