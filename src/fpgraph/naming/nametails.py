"""How far the name of an organisation goes on in small letters, as Ukrainian names do."""

from __future__ import annotations

import re
from functools import lru_cache

from .capitals import LOWER, heads_organisation, heads_other

_NEXT = re.compile(rf"[ \u00a0]([{LOWER}][{LOWER}’'ʼ-]*)(?![\w’'-])")
_CAPITAL = re.compile(r"[ \u00a0](?=[А-ЯІЇЄҐ])")
_ADJECTIVE = re.compile(r"(?:[нкщтрлвчх](?:ого|ої|их)|нього|ньої|ніх|[оеє]вої)$")
_NOUN = re.compile(
    r"(?:[бвгґджзклмнпрстфхцчшщ]и|[а-яіїєґ]{3}ів|їв|[нстрлдбч]ей|ень|ння|ття|ств|ств[аоу]|цтва"
    r"|[аеиіо]ції|[а-яіїєґ]{2}ії|ості|ергії|зпеки|кілля|прав|справ|сил|наук|ідносин|осіб|раїн|ержав"
    r"|земель|вчень|торгівлі|[а-яіїєґ]{3}[ую])$"
)
_OTHER_NOUN = re.compile(r"(?:[аяуюиіїй]|ів|ей|ень|[бвгґджзклмнпрстфхцчшщь])$")
#: In the forms of nouns, and yet none: verbs, adverbs, conjunctions, prepositions.
_NOT = re.compile(
    r"^(?:при|до|за|роз|пере|об|ви|від|про|по|у|на|з|під){0,3}вів$"
    r"|(?:хотів|умів|вмів|терпів|сидів|волів|смів|велів|горів|летів|глядів|олодів|озумів)$|"
    r"^(?:та|і|й|з|із|зі|у|в|на|до|від|за|для|про|при|по|але|або|чи|як|що|які|який|яка|яке|яких|його|"
    r"її|їх|їхні|цей|ця|це|ці|той|та|те|ті|так|також|тоді|тепер|завжди|коли|поки|хоча|якби|щоб|інколи"
    r"|проти|після|перед|під|над|між|через|серед|щодо|задля|заради|навколо|поблизу|мали|були|стали"
    r"|не|ні|бо|теж|ще|вже|лише|тільки|раніше|пізніше|разом|нині|досі|відтоді|нерідко|двічі|тричі"
    r"|всі|усі|інші|деякі|зокрема|надалі|сьогодні|торік|щороку|буде|має|може|мав|був|де|куди|наразі"
    r"|навіть|водночас|поряд|поруч|однак|проте|отже|восени|взимку|влітку|навесні|усередині)$"
    r"|(?:ли|ла|ло|ив|ав|яв|ув|їв|ться|лися|лась|лось|вся|ти|ує|ює|ає|яє|іє|уть|ють|ать|ять|ить|вши"
    r"|ючи|учи|ачи|ячи|но|то|ому|ему|єму)$"
)
#: Nouns that end like verbs.
_STILL = (
    "ства", "ття", "школи", "справ", "прав", "держав", "островів", "активів", "архівів", "мотивів",
    "колективів", "перспектив", "ініціатив", "альтернатив", "сили", "мети", "освіти", "мито",
)  # fmt: skip
_LINKING = re.compile(
    r"[ \u00a0](?:(?:з|із|зі)[ \u00a0](?:питань|прав|безпеки|закордонних|контролю|розслідувань?)"
    rf"|[ув][ \u00a0](?:[{LOWER}]+их[ \u00a0])?справах)(?!\w)"
)
#: «Рада із зовнішньої політики», «Комітет з теорії»: a genitive after «з», no instrumental.
_WITH = re.compile(
    rf"[ \u00a0](?:з|із|зі)(?=[ \u00a0][{LOWER}’'-]{{2,}}"
    r"(?:ої|ого|их|ії|ння|ття|лля|ості|ики|ства|тку|хисту|гляду|рингу|отьби|тримки|безпеки|торгівлі)"
    r"(?![\w’'-]))"
)
_AND = re.compile(r"[ \u00a0](?:і|й|та)(?=[ \u00a0])")
_LONGEST = 8


def genitive_tail(clean: str, end: int, stop: int) -> int:
    """Return where the genitives after an organisation's noun at ``end`` come to an end.

    «Інститут» is followed by «стратегічних досліджень», «Рада» by «національної
    безпеки і оборони»; what cannot be a genitive ends the name, as does ``stop``.
    """
    at = sure = end
    pending = False
    for _ in range(_LONGEST):
        linking = _LINKING.match(clean, at, stop)
        if linking:
            at = linking.end()
            pending = linking[0].endswith("закордонних")
            sure = sure if pending else at
            continue
        if at == end and (after := _WITH.match(clean, at, stop)):
            at, pending = after.end(), True
            continue
        joined = _AND.match(clean, at, stop) if at > end and (sure == at or pending) else None
        word = _NEXT.match(clean, joined.end() if joined else at, stop)
        if word is None or _is_none(word[1]) or (joined and pending and not _is_adjective(word[1])):
            break
        if _is_adjective(word[1]):
            pending = True
        elif _is_noun(word[1]) or (pending and not joined and _OTHER_NOUN.search(word[1])):
            sure, pending = word.end(), False
        else:
            break
        at = word.end()
    return sure


def headed_tail(clean: str, end: int, stop: int) -> tuple[int, str]:
    """Return where the noun after an adjective at ``end`` ends, and that noun.

    «Преспанська» is followed by «угода», «Міжнародний» by «валютний фонд». The noun is
    "" when none of those that names are built on follows.
    """
    at = end
    for _ in range(3):
        word = _NEXT.match(clean, at, stop)
        if word is None:
            return end, ""
        if heads_organisation(word[1]) or heads_other(word[1]):
            return word.end(), word[1]
        if not _is_middle(word[1]):
            return end, ""
        at = word.end()
    return end, ""


def follows_capital(clean: str, end: int) -> int:
    """Return where a Ukrainian word with a capital begins right after ``end``, or -1."""
    found = _CAPITAL.match(clean, end)
    return found.end() if found else -1


@lru_cache(maxsize=1 << 13)
def _is_none(word: str) -> bool:
    return _NOT.search(word) is not None and not word.endswith(_STILL)


@lru_cache(maxsize=1 << 13)
def _is_adjective(word: str) -> bool:
    return len(word) > 4 and _ADJECTIVE.search(word) is not None


@lru_cache(maxsize=1 << 13)
def _is_noun(word: str) -> bool:
    return len(word) > 3 and _NOUN.search(word) is not None


@lru_cache(maxsize=1 << 13)
def _is_middle(word: str) -> bool:
    """Tell whether a word may be an adjective in any case."""
    return len(word) > 4 and (
        re.search(r"(?:[нкщтрлвчх]|ськ|цьк)(?:ий|ого|ому|им|ім|а|ої|ій|у|ою|е|і|их|ими)$", word)
        is not None
    )


_ENDINGS = {
    "feminine": (
        ("ією", "ins"), ("ою", "ins"), ("ею", "ins"), ("ії", "gen dat loc"), ("ію", "acc"),
        ("ія", "nom"), ("а", "nom"), ("и", "gen"), ("у", "acc"), ("і", "dat loc"),
    ),
    "neuter": (("ом", "ins"), ("ям", "ins"), ("у", "dat loc"), ("ю", "dat loc"), ("а", "gen"),
               ("і", "loc"), ("о", "nom acc"), ("я", "nom gen acc")),
    "masculine": (("ові", "dat loc"), ("ом", "ins"), ("ем", "ins"), ("у", "gen dat loc"),
                  ("ю", "gen dat loc"), ("а", "gen"), ("і", "loc"), ("", "nom acc")),
    "acronym": (("ові", "dat loc"), ("ом", "ins"), ("у", "gen dat loc"), ("а", "gen"),
                ("і", "loc")),
}  # fmt: skip
_FEMALE = (
    "парті", "рад", "агенці", "організаці", "асоціаці", "академі", "комісі", "асамбле", "ліг",
    "коаліці", "служб", "федераці", "конфедераці", "корпораці", "компані", "спілк", "армі", "місі",
    "мереж", "прокуратур", "поліці", "гварді", "груп", "церкв", "спільнот", "школ", "кафедр",
    "лаборатор", "бібліотек", "газет", "адміністраці", "дум", "держдум", "інспекці", "палат",
)  # fmt: skip
_NEUTRAL = (
    "агентств", "міністерств", "управлінн", "товариств", "об’єднанн", "об'єднанн", "казначейств",
    "видавництв", "підприємств",
)  # fmt: skip


def organisation_cases(words: str, *, acronym: bool) -> frozenset[str]:
    """Return the cases that the noun of an organisation's name may stand in, empty if any."""
    if acronym:
        return _cases(words.lstrip("".join(filter(str.isupper, set(words)))), "acronym")
    noun = next((word for word in words.split() if heads_organisation(word)), "").lower()
    if not noun:
        return frozenset()
    if noun.startswith(_FEMALE):
        return _cases(noun, "feminine")
    return _cases(noun, "neuter" if noun.startswith(_NEUTRAL) else "masculine")


def _cases(word: str, gender: str) -> frozenset[str]:
    for ending, cases in _ENDINGS[gender]:
        if word.endswith(ending):
            return frozenset(cases.split())
    return frozenset()
