"""Headings: the known ones of scholarly articles, and what else may head a section."""

from __future__ import annotations

import re
from functools import lru_cache

from .wordlists import CLAUSE, HEADINGS, SMALL

_NUMBERING = re.compile(
    r"^(?:§\s*)?(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXІХ]{1,5})[.)]?|[A-ZА-Я]\.)\s+(?=\S)"
)
_MARKS = ' \t*_#=«»"“”.:—–-'
_LONGEST_SECTION = 80
#: The label of a line of keywords ends before.
LABELLED = 40

_STRONG = re.compile(
    r"^(?:вступ|методи|методологія|новизна|анотація|висновки|виклад|постановка|аналіз останніх"
    r"|результати дослідження|обговорення|introduction|conclusions?|methods|methodology|novelty"
    r"|findings|recommendations|background)\b(?! (?:is|are|was|were|the|of)\b)"
)
_BIBLIOGRAPHY = re.compile(
    r"^(?:література|джерела|список (?:використан|літератур|джерел|литератур)|бібліографія"
    r"|використані джерела|references|bibliography|works cited|sources|literature|литература"
    r"|ədəbiyyat)"
)
#: "Sources of strain", «Джерела напруги»: a heading of the text after all.
_SPOKEN_OF = re.compile(
    r"\b(?:sources|references|literature) (?:of|for|to|on|in|behind|about)\b"
    r"|\bджерела (?!та\b|і\b|й\b|літератур|інформаці|фактичн|ілюстрат|використан)"
    r"|\bлітература (?:про|як|в|у)\b"
)
_LABEL = re.compile(
    r"^[*_]*((?:Ключов[іi] слова|Key\s?words|Ключевые слова|Index terms|Açar sözlər)\b"
    r"|(?:Abstract|Summary|Анотація|Резюме|Аннотация|Xülasə)(?=[*_]*\s?[:—–]))",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^(?:\[?\d{1,3}\]?[.)]?\s|.*\b(?:1[89]|20)\d\d\b)", re.DOTALL)
_NOTE = re.compile(r"^(?:\d{1,3}|[*†‡]{1,3}|[¹²³⁰-⁹]{1,3}|\[\d{1,3}\])\s*[^\W\d]")
_SOURCE = re.compile(
    r"\b(?:[СCPSс]|pp?|Див|See|Цит|Там само|Ibid|Op\. cit)\.?\s?(?:\d|:)"
    r"|^\S+\s*(?:Див|See|Там само|Ibid)\b"
)
_CAPTION = re.compile(
    r"^(?:таблиця|рисунок|рис\.|діаграма|схема|графік|карта|джерело|примітка"
    r"|table|figure|fig\.|chart|map|box|source|note)\b\s*(?:\d|:|[IVX]+\b)",
    re.IGNORECASE,
)
_SUBLIST = re.compile(r"^(?:[•▪●◦‣∙·■□►▸✓➢*–—-]\s|\(?\w{1,3}\)\s)")
_VERB = re.compile(
    r"(?:\w(?:ться|тися|ють|уть|ять|ать|ить|їть|али|или|іли|ала|ила|іла|ало|ило|лося|лась|вся"
    r"|ено|ано|ято|ував|[уаи]ти|іти|[аяуюіо]є|[аиіяує]в|[аиіяує]л[аио]|ся)"
    r"|є|був|була|було|були|буде|мав|може|можна|треба|слід|варто|немає|нема|йде|йдеться"
    r"|став|стала|хоче|прагне|веде|бере|несе|живе|росте|каже|пише|гине|тягне)$"
)
_AUTHOR = re.compile(
    r"@|^by\s|^(?:розділ|секція|рубрика|наукові статті|articles?|section|author|автор|dr\.?"
    r"|prof\.?|д\.|к\.|канд|доктор|доцент|професор|кафедра|інститут|department|institute"
    r"|orcid|policy brief|аналітична записка)\b|університет|university"
    r"|(?:^|\s)(?-i:[А-ЯІЇЄҐA-Z])\.\s?(?-i:[А-ЯІЇЄҐA-Z])|^.{0,24}\b(?:19|20)\d\d\b.{0,4}$",
    re.IGNORECASE,
)
_FINAL = re.compile(r"[.!?…;:,][\"»”*_)\]]*$")


def heading_text(words: str) -> str:
    """Return a heading as the name of a section: at most 80 characters, no final stop."""
    name = re.sub(r"\s+", " ", words).strip(_MARKS)
    if len(name) <= _LONGEST_SECTION:
        return name
    return name[: _LONGEST_SECTION + 1].rpartition(" ")[0] or name[:_LONGEST_SECTION]


def _bare(words: str) -> str:
    """Return the words of a heading without number and marks, in small letters."""
    stripped = words[:120].strip(_MARKS)
    return _NUMBERING.sub("", stripped, count=1).strip(_MARKS).casefold().replace("’", "'")


def is_known_heading(words: str) -> bool:
    """Tell whether ``words``, a line or a sentence, are a heading that articles use."""
    return len(words) < 100 and _bare(words) in HEADINGS


@lru_cache(1 << 8)
def is_bibliography(words: str) -> bool:
    """Tell whether a section of that name lists works."""
    bare = _bare(words)
    return _BIBLIOGRAPHY.match(bare) is not None and _SPOKEN_OF.search(bare) is None


def is_reference(words: str) -> bool:
    """Tell whether a paragraph looks like an entry of a list of works."""
    return _ENTRY.match(words) is not None and (len(words) < 600)


def is_note(words: str) -> bool:
    """Tell whether a paragraph is a footnote that names a work: one passage, whatever its stops."""
    return len(words) < 400 and _NOTE.match(words) is not None and _SOURCE.search(words) is not None


def is_caption(words: str) -> bool:
    """Tell whether a line names a table, a figure or a source."""
    return _CAPTION.match(words) is not None


def label(words: str) -> str:
    """Return the label of a line of keywords, or ""."""
    found = _LABEL.match(words[:LABELLED])
    return found[1] if found else ""


def is_numbered(words: str) -> bool:
    """Tell whether a heading carries a number."""
    return _NUMBERING.match(words.lstrip("*_ ")) is not None


def is_front_matter(words: str) -> bool:
    """Tell whether a short line names an author, an institution or a date."""
    return _AUTHOR.search(words) is not None


def stands_alone(words: str) -> bool:
    """Tell whether a line may be a heading by its shape: short, without a stop, no list item."""
    if len(words) > LONGEST_HEADING or _FINAL.search(words) or _SUBLIST.match(words):
        return False
    bare = words.lstrip(_MARKS)
    return bool(bare) and not bare[0].islower() and any(character.isalpha() for character in bare)


LONGEST_HEADING = 110


def is_run_in_heading(sentence: str, following: str) -> bool:
    """Tell whether the sentence that begins a paragraph is a heading before ``following``.

    Known ones always are; another one must be short, without a verb, and the text
    after it longer.
    """
    if is_known_heading(sentence):
        return True
    if not 3 < len(sentence) <= _LONGEST_SECTION or not sentence.rstrip("*_ ").endswith("."):
        return False
    bold = sentence.startswith(("**", "__"))
    bare = _NUMBERING.sub("", sentence.strip(_MARKS), count=1)
    tokens = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", bare)
    if not 1 <= len(tokens) <= 8 or (not bold and len(following) < 2 * len(sentence)):
        return False
    if bold and sentence.rstrip().endswith(("**", "__")):
        return True
    if bold or _STRONG.match(bare.casefold()):
        return not _has_verb(tokens)
    return _is_name(bare, tokens)


def _has_verb(tokens: list[str]) -> bool:
    return any(_VERB.search(token) or token.casefold() in CLAUSE for token in tokens)


def _is_name(bare: str, tokens: list[str]) -> bool:
    """Tell whether the words name a thing and say nothing about it."""
    if len(tokens) < 2 or _has_verb(tokens) or re.search(r"[,!?:;«»“”\"\[\]()—–]", bare):
        return False
    if tokens[0].isascii():
        return all(token[0].isupper() or token in SMALL for token in tokens) and len(tokens) > 2
    return len(tokens[0]) > 3 and bare[0].isupper()
