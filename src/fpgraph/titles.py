"""Headings: the known ones of scholarly articles, and what else may head a section."""

from __future__ import annotations

import re

_NUMBERING = re.compile(r"^(?:§\s*)?(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXІХ]{1,5})[.)]?|[A-ZА-Я]\.)\s+(?=\S)")
_MARKS = " \t*_#=«»\"“”.:—–-"
_LONGEST_SECTION = 80

_KNOWN = frozenset(
    """
    вступ|вступна частина|передмова|анотація|резюме|актуальність|актуальність теми
    актуальність дослідження|постановка проблеми|постановка питання|огляд літератури
    аналіз досліджень|аналіз досліджень і публікацій|аналіз останніх досліджень
    аналіз останніх досліджень і публікацій|аналіз останніх досліджень та публікацій
    стан наукової розробки|ступінь наукової розробки|мета|мета статті|мета дослідження|мета роботи
    мета і завдання|мета та завдання|цілі|цілі і завдання|цілі та завдання|завдання
    завдання дослідження|об'єкт дослідження|предмет дослідження|метод|методи|методи дослідження
    методика|методологія|методологія дослідження|матеріали та методи|матеріали і методи
    теоретичні засади|теоретична основа|теоретико-методологічні засади|наукова новизна|новизна
    новизна у статті|новизна статті|новизна дослідження|виклад основного матеріалу
    виклад матеріалу|виклад основного матеріалу дослідження|основний текст|основна частина
    основний матеріал|результати|результати дослідження|результати та обговорення
    результати і обговорення|обговорення|дискусія|висновок|висновки|висновки дослідження
    загальні висновки|висновки та перспективи подальших досліджень|висновки і перспективи
    висновки і рекомендації|висновки та рекомендації|рекомендації|пропозиції|підсумки|післямова
    практичне значення|подяка|подяки|примітки|додаток|додатки|література|джерела
    список літератури|список використаних джерел|список використаної літератури|бібліографія
    використані джерела|джерела та література|список джерел|про автора|про авторів|контекст
    передумови|передісторія|короткий виклад|ключові тези|головне
    abstract|summary|executive summary|introduction|background|context|aim|aims|aim of the article
    purpose|purpose of the article|purpose of the study|objective|objectives|goals|methods|method
    methodology|research methods|materials and methods|data and methods|literature review
    theoretical framework|conceptual framework|research question|research questions|hypotheses
    novelty|novelty in the article|scientific novelty|main text|main body|main part|main material
    analysis|case study|results|findings|key findings|key points|key takeaways|results and discussion
    discussion|conclusion|conclusions|concluding remarks|conclusions and recommendations
    policy implications|implications|recommendations|policy recommendations|policy options
    the way forward|way forward|next steps|outlook|limitations|acknowledgements|acknowledgments
    notes|endnotes|appendix|annex|references|bibliography|works cited|sources|literature
    further reading|about the author|about the authors|preface|foreword|afterword|epilogue
    введение|аннотация|резюме|цель|цели и задачи|методы|методы исследования|методология
    основная часть|основной текст|результаты|обсуждение|заключение|вывод|выводы|литература
    список литературы|giriş|nəticə|xülasə|metodlar|ədəbiyyat
    """.replace("\n", "|").replace("    ", "").split("|")
) - {""}
_STRONG = re.compile(
    r"^(?:вступ|методи|методологія|новизна|анотація|висновки|виклад|постановка|аналіз останніх"
    r"|результати дослідження|обговорення|introduction|conclusions?|methods|methodology|novelty"
    r"|findings|recommendations|background)\b(?! (?:is|are|was|were|the|of)\b)"
)
_BIBLIOGRAPHY = re.compile(
    r"^(?:література|джерела|список (?:використан|літератур|джерел|литератур)|бібліографія"
    r"|використані джерела|references|bibliography|works cited|sources|literature|литература|ədəbiyyat)"
)
_LABEL = re.compile(r"^[*_]*((?:Ключов[іi] слова|Key\s?words|Ключевые слова|Index terms|Açar sözlər)\b)", re.IGNORECASE)
_SUBLIST = re.compile(r"^(?:[•▪●◦‣∙·■□►▸✓➢*–—-]\s|\(?\w{1,3}\)\s)")
_VERB = re.compile(
    r"(?:\w(?:ться|тися|ють|уть|ять|ать|ить|їть|али|или|іли|алося|алась|ався|ився|ала|ила|іла|ало|ило"
    r"|ено|ано|ято|ував|увати|ити|ати|іти|[аяуюіо]є|[аиі]в|ся)"
    r"|є|був|була|було|були|буде|мав|може|можна|треба|слід|варто|немає|нема|йде|йдеться|став|стала|хоче)$"
)
_CLAUSE = frozenset(
    "це цей ця ці він вона воно вони ми ви я ти так ні але проте однак тому отже таким втім утім"
    " також крім водночас ось чому адже бо якщо коли хто що як чи дякую"
    " this that it he she they we you i but so yes no thus therefore however is are was were has"
    " have had will would can could may might must should do does did not thank there here".split()
)
_SMALL = frozenset("a an and as at by for from in into of on or the to vs with between after before".split())
_AUTHOR = re.compile(
    r"@|\bby\s+[A-Z]|^(?:author|автор|dr\.?|prof\.?|д\.|к\.|канд|доктор|доцент|професор|професор|університет"
    r"|кафедра|інститут|university|department|institute|orcid|policy brief|аналітична записка)\b"
    r"|(?:^|\s)[А-ЯІЇЄҐA-Z]\.\s?(?:[А-ЯІЇЄҐA-Z]\.)?|\b(?:19|20)\d\d\b|університет|university",
    re.IGNORECASE,
)
_FINAL = re.compile(r"[.!?…;:,][\"»”*_)\]]*$")


def heading_text(words: str) -> str:
    """Return a heading as a section's name: no marks around it, no final stop, at most 80 characters."""
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
    return len(words) < 100 and _bare(words) in _KNOWN


def is_bibliography(words: str) -> bool:
    """Tell whether a section of that name lists works."""
    return _BIBLIOGRAPHY.match(_bare(words)) is not None


def label(words: str) -> str:
    """Return the label of a line of keywords, or ""."""
    found = _LABEL.match(words[:40])
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
    if bold or _STRONG.match(bare.casefold()):
        return not _has_verb(tokens)
    return _is_name(bare, tokens)


def _has_verb(tokens: list[str]) -> bool:
    return any(_VERB.search(token) or token.casefold() in _CLAUSE for token in tokens)


def _is_name(bare: str, tokens: list[str]) -> bool:
    """Tell whether the words name a thing and say nothing about it."""
    if len(tokens) < 2 or _has_verb(tokens) or re.search(r"[,!?:;«»“”\"\[\]()—–]", bare):
        return False
    if tokens[0].isascii():
        return all(token[0].isupper() or token in _SMALL for token in tokens) and len(tokens) > 2
    return len(tokens[0]) > 3 and bare[0].isupper()
