"""The language of a whole text: Ukrainian or English, or one that cannot be read.

A sentence is told by its function words and by letters that one language only has;
a text is refused when no sentence of it, or next to none, is Ukrainian or English.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..errors import ArticleError
from ..model import Article
from ..titles import is_bibliography

#: The part of a text that must be Ukrainian or English, of what can be told.
_SHARE = 1 / 3
#: The part of its words that a sentence's function words must make.
_DENSITY = 0.12
#: A text with fewer letters is too short to tell.
_SHORT = 160
#: So many passages are looked at, evenly strewn.
_SAMPLE = 400
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_FOREIGN_CYRILLIC = re.compile("[ыэъёўјљњћђџѓќѕәғқңөұүһ]", re.IGNORECASE)
_READ = frozenset({"Ukrainian", "English"})
_SCRIPTS = {"CJK": "Chinese or Japanese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}
_SCRIPTS["HANGUL"] = "Korean"
_FUNCTION_WORDS = {
    "Ukrainian": """і й та що не на у в до з із за як це від його її їх але або про при під для
        також які який яка цього який є був була було були за між через після щоб якщо ще вже
        бо тому так лише навіть коли де чи ж саме та інші""",
    "English": """the of and to in a is that for it as was with be by on not he his they this are
        or had but from at which an have were their we has been would there its more when who
        will no if can than these those into between about also""",
    "Russian": """и в не на что он с как это по но из у за от к же бы для его или их так при
        был была было были о также который которые чтобы этого если уже еще только между после
        может до со все под где ли""",
    "Belarusian": """і ў не на што ён з як гэта па але у за ад да для яго або іх так пры быў была
        было былі таксама які якія каб калі ужо толькі паміж пасля можа бо гэтага""",
    "Bulgarian": """и на да се от за не по в с са като че е до при което които който или през
        към тази този това след между има най но са още както също бъде беше""",
    "Serbian": """и у је да се на за не су од са као које који што или по али из то о би до
        између након због кроз овај који била био нису""",
    "Macedonian": """и на во да се од за не со кои која што или по но е до при ќе како бил
        била меѓу после преку овој оваа се""",
    "Kazakh": """және мен бұл үшін бір болып деп да де ол туралы осы емес ретінде арасындағы
        кейін арқылы сондай еді""",
    "German": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine
        als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie
        einem über einen so zum war haben nur oder aber vor zur bis mehr durch""",
    "French": """de la le et les des en un du une que est pour qui dans par plus pas au sur ne
        se ce il sont la avec ou son elle aux ces cette mais leur été comme entre""",
    "Spanish": """de la que el en y a los se del las un por con no una su para es al lo como más
        o pero sus le ha este sí porque esta entre cuando muy sin sobre también""",
    "Portuguese": """de a o que e do da em um para com não uma os no se na por mais as dos como
        mas ao ele das à seu sua ou quando muito nos já também pelo pela entre""",
    "Italian": """di che e la il un a per in una non sono del si della con le da i dei nel al
        alla come più anche gli lo delle ma questo questa tra dalla nella""",
    "Romanian": """de și în a la cu pe nu că din o un pentru se este mai care sau ca au fost
        prin după sunt între dar această acest lui""",
    "Polish": """w i na z do się nie że jest o to jak przez po od dla za co przed oraz ale są
        tym ich jego może tylko także był była było które który między gdy""",
    "Czech": """a v se na je že s z do o i to k ve pro za by ale jako po jsou které který od
        byl byla nebo tak při podle mezi však také""",
    "Slovak": """a v sa na je že s z do o i to k vo pre za by ale ako po sú ktoré ktorý od bol
        bola alebo tak pri podľa medzi však tiež""",
    "Hungarian": """a az és hogy nem is egy ez volt meg de csak azt már még mint vagy el ki
        között szerint után által ezt lehet""",
    "Turkish": """ve bir bu için ile olarak de da çok daha en gibi olan ne kadar sonra göre
        ancak arasında ise değil olduğu tarafından hem""",
    "Azerbaijani": """və bir bu üçün ilə olan da də kimi olaraq daha sonra görə ən isə deyil
        lakin həm onun arasında tərəfindən edir idi""",
    "Dutch": """de van het een en in is dat op te zijn voor met die niet aan er om ook als door
        maar bij uit nog naar over hij worden tussen wordt""",
    "Swedish": """och i att det som en på är av för med den till inte om ett har de var från
        kan eller men vid mellan också""",
    "Finnish": """ja on ei että se oli mutta ovat kun hän myös kuin tai joka sen jos niin mukaan
        välillä ole vain""",
    "Lithuanian": """ir kad į su yra tai iš buvo bet kaip ne apie po per už jo arba tarp nuo
        taip pat kuris""",
    "Latvian": """un ir ka no ar uz par kas bija bet kā pie arī vai pēc tas starp nav lai""",
    "Croatian": """i u je da se na za ne su od sa kao koje koji što ili po ali iz to o bi do
        između nakon zbog kroz ovaj bila bio nije""",
    "Vietnamese": "và của là có cho không được trong một các với những này đã về người để",
    "Indonesian": "dan yang di dari untuk dengan pada ini itu dalam tidak adalah oleh akan juga",
}


def check_language(article: Article, path: Path | str | None = None) -> None:
    """Raise ArticleError, naming the language, unless the article is Ukrainian or English.

    Long parts in other languages are no harm; a third of what can be told must be
    Ukrainian or English. A text too short to tell passes.
    """
    tongues = _tongues(article)
    letters = tongues.total()
    known = sum(count for tongue, count in tongues.items() if tongue in _READ)
    foreign = {tongue: count for tongue, count in tongues.items() if tongue and tongue not in _READ}
    most = max(foreign, key=lambda tongue: (foreign[tongue], tongue), default="")
    if letters < _SHORT and known >= foreign.get(most, 0):
        return
    if known < _SHARE * (known + sum(foreign.values())):
        raise ArticleError(
            f"is written in {most}, as it seems; only Ukrainian and English can be read", path=path
        )
    if letters >= _SHORT and known < 0.1 * letters:
        raise ArticleError(
            "is in a language that is not known; only Ukrainian and English can be read", path=path
        )


def _tongues(article: Article) -> Counter[str]:
    """Return how many letters of the article are in which language; "" where it is not told."""
    passages = [one for one in article.passages if not is_bibliography(one.section)]
    passages = passages or list(article.passages)
    found: Counter[str] = Counter()
    for passage in passages[:: max(1, len(passages) // _SAMPLE)]:
        words = article.words(passage)[:1000]
        found[tongue_of(words)] += sum(map(str.isalpha, words))
    return found


def tongue_of(words: str) -> str:
    """Return the name of the language of ``words``, "" when it cannot be told."""
    tokens = [token.casefold() for token in _WORD.findall(words)]
    text = "".join(tokens)
    script = _script(text)
    if script not in {"LATIN", "CYRILLIC"}:
        return _SCRIPTS.get(script, script.title())
    if script == "CYRILLIC" and not _FOREIGN_CYRILLIC.search(text):
        letters = len(_UKRAINIAN.findall(text))
        if 50 * letters > len(text):
            return "Ukrainian"
    hits: Counter[str] = Counter()
    known = _by_word()
    for token in tokens:
        hits.update(known.get(token, ()))
    if not hits:
        return ""
    ranked = hits.most_common()
    best = [tongue for tongue, count in ranked if count == ranked[0][1]]
    if ranked[0][1] < max(1, _DENSITY * len(tokens)) or len(best) > 1:
        return ""
    return best[0]


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for tongue, listing in _FUNCTION_WORDS.items():
        for word in dict.fromkeys(listing.split()):
            found.setdefault(word, []).append(tongue)
    return {word: tuple(tongues) for word, tongues in found.items()}


def _script(text: str) -> str:
    """Return the first word of the Unicode names of most letters: LATIN, GEORGIAN, CJK."""
    counts = Counter(text[:400])
    scripts: Counter[str] = Counter()
    for letter, count in counts.items():
        if letter.isascii():
            scripts["LATIN"] += count
        else:
            scripts[unicodedata.name(letter, "").partition(" ")[0]] += count
    return max(scripts, key=lambda script: (scripts[script], script), default="")
