"""What a word looks like, by its ending and lists of exceptions: verb, adjective, adverb."""

from __future__ import annotations

import re
from functools import lru_cache

from .grammar import ADVERBS, DETERMINERS, PREPOSITIONS


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_QUALIFYING = re.compile(r"\w{2,}(?:ous|ful|ive|less|able|ible|[^l]ic|ical|ional|ary)$")
_NOUNS_LIKE_ADJECTIVES = _words("public republic executive military secretary initiative")
#: Begins what a comma sets off: a participle or a comparison.
_PARTICIPLE = {
    "uk": re.compile(
        r"(?:\w+(?:ний|на|не|ні|ної|ного|ному|ну|ним|ною|них|ними|тий|та|те|ті|ючий|юча|юче|ючі"
        r"|учи|ючи|ачи|ячи|вши|вшись|ючись|ачись|ячись|учись|лий|ла|лі)|як|зокрема|крім|окрім"
        r"|включно|незважаючи|попри|разом|поряд|наприклад|передусім|насамперед|особливо|а)$"
    ),
    "en": re.compile(
        r"(?:\w+(?:ed|ing)|led|known|born|built|held|made|seen|set|put|taken|driven|written|drawn"
        r"|brought|torn|caught|bound|long|once|then|now|as|including|like|together|along|alone|unlike"
        r"|despite|a|an|the)$"
    ),
}
_ADVERB = {
    "uk": re.compile(r"\w{2,}(?:[бвгджзклмнрстхцчшщ]но|[иі]чно|ьно|ко|иво|во|че|ше|же|мо)$"),
    "en": re.compile(r"\w{2,}ly$"),
}
#: The last letters of what the patterns match: most words are told by them alone.
_ADVERB_ENDINGS = {"uk": ("но", "ко", "во", "че", "ше", "же", "мо"), "en": ("ly",)}
_VERB_ENDINGS = ("ся", "сь", "ть", "ав", "ла", "ло", "ли", "є", "ти", "но", "то")
_NOT_ADVERB = _words(
    """
    право військо слово молоко яблуко керівництво партнерство суспільство співробітництво
    громадянство верховенство лідерство посередництво виробництво товариство відомство
    агентство посольство міністерство людство дійство господарство законодавство членство
    сусідство панівство добросусідство панство братство збройне вікно зерно судно полотно
    family ally supply reply assembly monopoly anomaly italy july rely apply imply comply multiply
    fly rally butterfly
    """
)
_ADJECTIVE = {
    "uk": re.compile(
        r"[\w'-]*(?:"
        r"(?:ий|ій|ого|ього|ому|ьому|им|ім|ої|ьої|их|іх|ими|іми|ший|ша|ше|ші)"
        r"|(?:ськ|цьк|зьк|ичн|ічн|льн|йн|вн|нн|чн|шн|жн|тн|рн|сн|дн|мн|лив|ист|аст)(?:а|е|і|у|ою)"
        r"|(?:ськ|цьк|зьк)(?:им|ими)"
        r"|(?:дн|жн|шн)(?:я|є|ю|ьою)"
        r")$"
    ),
    "en": re.compile(
        r"\w{2,}(?:al|ic|ive|ous|ful|less|ary|ory|ern|ese|ian|ish|ed|(?<!m)ent|ant|able|ible|er|est|ly)$"
    ),
}
_NOT_ADJECTIVE = _words(
    """
    умов основ мови основи мову країну країна країни війна війну зміна зміну ціна ціну стіна
    рим крим режим том дим їм їх них цим тим ним всім усім своїм війні країні зміні ціні
    економіки політики значення сторону сторона сторони частина частину безпека вплив
    виборів договір вибір простір збір прозорій вік рік бік кордон суверен питання
    населення організацій реалій традицій інституцій позицій санкцій амбіцій інвестицій
    територій акцій дій подій армій партій опозицій коаліцій операцій кампаній країн
    president student agent incident continent precedent opponent component proponent parent
    accident moment content event extent talent patient deterrent dissident resident
    capital proposal arrival approval withdrawal signal journal refusal denial renewal
    removal betrayal festival tribunal trial goal deal appeal ideal official general admiral
    initiative alternative perspective motive objective representative narrative detective
    incentive directive archive topic logic traffic music critic republic politics rhetoric
    arctic atlantic pacific antarctic fabric interest forest west east guest quest request
    conquest harvest test protest contest unrest arrest merchant tenant servant grant plant
    restaurant participant immigrant migrant warrant giant accountant covenant determinant need
    seed speed breed deed feed territory history victory theory memory factory inventory
    laboratory category secretary boundary library summary adversary intermediary january
    february commentary diary beneficiary guardian politician civilian historian family ally
    supply reply assembly monopoly anomaly italy july consensus focus census status bonus
    campus surplus nexus genius corpus virus cable table variable power leader member order
    border water summer winter number paper river matter minister newspaper partner manner
    letter copper silver chapter cover danger hunger anger tender offer barrier carrier frontier
    corner center buffer computer soldier officer user voter worker farmer trader player lawyer
    teacher speaker ruler founder observer supporter defender commander transfer character
    weather quarter disaster master chamber september october november december supplier
    importer exporter producer consumer peacekeeper broker maker reader writer lender manager
    trigger peer neither
    """
)
_VERB = {
    "uk": re.compile(
        r"\w*(?:[аяуюіоиеє](?:ється|ються)|иться|яться|ється|ються|уться|аться|еться"
        r"|(?:[аяиіу]|ува)(?:вся|лася|лося|лися|лась|лось|лись)"
        r"|\w[аяиіуо](?:ла|ло|ли)|\w(?:ував|ював|ивав|авав|івав|ував)"
        r"|[аяуюоиіе]є|[аяуюіоиеє]ють|[бвгґджзклмнпрстфхцчшщ](?:уть|ить|ять|ать)|їть|їться|їмося|їдять"
        r"|\w{2,}(?:ити|ати|яти|увати|ювати|іти|нути)(?:ся|сь)?"
        r"|(?:ено|ано|ято|уто|ито))$"
    ),
    "en": re.compile(
        r"(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|may|might|will|would"
        r"|shall|should|must|cannot|isn't|aren't|wasn't|weren't|doesn't|don't|didn't)$"
    ),
}
_FINITE = _words(
    """
    є був була було були буде будуть має мають мав мала мало мали може можуть міг могла могли
    стає стають став стала стало стали дає дають дав дала дали веде ведуть вів вела вели йде
    йдуть бере беруть брав брала брали хоче хочуть каже кажуть вважає несе несуть живе живуть
    росте ростуть зріс зросла зросли зміг зумів прагне прагнуть відбувся виник виріс зник
    немає нема постав розпочав почав дістав здобув набув
    """
)
_NOT_VERB = _words(
    """
    сила хвиля школа мала сталі столиця влада криза мета країна справ прав держав заяв основ
    сили школи хвили справа слава слово діло тіло село коло мило число масло джерело зброя
    надія дія подія історія частіть повість область діяльність безпека кати мати рати дати
    дата дати дипломати аташати результати мандати формати агрегати солдати депутати кандидати
    палати зарплати втрати утрати витрати платити карати факти акти контракти пакти контакти
    конфлікти об'єкти суб'єкти проєкти проекти аспекти ефекти інститути статути маршрути
    атрибути ліміти візити кредити еліти світи освіти орбіти захист апарати плати цитати
    трати адвокати делегати стати затрати блокади сенати демократи бюрократи технократи
    аристократи автократи постулати сертифікати дебати дукати штати карати канати шість п'ять
    одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять
    дев'ятнадцять дев'ять десять двадцять тридцять
    пам'ять лють путь суть честь участь частина область смерть
    мить нить путівка міць кість гість вість стать третя чверть сталь готують чоло весела цілі
    цілої мило капітала тривала зріла стиглі сталого колишнє стале стала сталий засіб
    метали канали капітали генерали ідеали матеріали сигнали потенціали арсенали канали фестивалі
    мандати магнати транзити квоти теракти протести проекти тести
    термінали журнали скандали персонали ритуали квартали портали металу
    знано рано вікно полотно зерно ніколи інколи коли школи шкали скали
    """
)


def is_preposition(word: str, language: str) -> bool:
    """Tell whether ``word``, in small letters, is a preposition."""
    return word in PREPOSITIONS[language]


@lru_cache(1 << 13)
def is_adverb(word: str, language: str) -> bool:
    """Tell whether ``word`` is an adverb or particle, or looks like one."""
    if word in ADVERBS[language]:
        return True
    if not word.endswith(_ADVERB_ENDINGS[language]) or word in _NOT_ADVERB:
        return False
    if word.endswith(("ство", "цтво")):
        return False
    return _ADVERB[language].match(word) is not None


@lru_cache(1 << 13)
def is_adjective(word: str, language: str) -> bool:
    """Tell whether ``word`` is a determiner or looks like an adjective."""
    if word in DETERMINERS[language]:
        return True
    return _ADJECTIVE[language].match(word) is not None and word not in _NOT_ADJECTIVE


def looks_qualifying(word: str) -> bool:
    """Tell whether an English word looks like an adjective and like no noun."""
    return _QUALIFYING.match(word) is not None and word not in _NOUNS_LIKE_ADJECTIVES


def is_participle(word: str, language: str) -> bool:
    """Tell whether ``word`` may begin what commas set off from a noun."""
    return _PARTICIPLE[language].match(word) is not None


@lru_cache(1 << 13)
def is_verb(word: str, language: str) -> bool:
    """Tell whether ``word`` is or looks like a finite verb or an infinitive."""
    if language == "uk":
        if word in _FINITE:
            return True
        if word in _NOT_VERB or not word.endswith(_VERB_ENDINGS):
            return False
    return _VERB[language].match(word) is not None


#: Places whose name in -і is no plural.
_UNDECLINED = _words(
    "тбілісі делі нью-делі хельсінкі сочі батумі кутаїсі сухумі поті малі гаїті фіджі"
    " кірибаті абу-дабі найробі маямі нагасакі чилі"
)


def gender(label: str) -> str:
    """Return the gender or ``plur`` that the first word of a Ukrainian label has, or ""."""
    first = label.split(" ", 1)[0].lower().rstrip(".,")
    if not first or label.isupper() or "." in label or first in _UNDECLINED:
        return ""
    if first.endswith(("а", "я")):
        return "neut" if first.endswith(("ння", "ття", "ччя", "ддя", "ззя", "лля")) else "femn"
    if first.endswith(("о", "е", "є")):
        return "neut"
    if first.endswith(("і", "и", "ї")):
        return "plur"
    return "" if first.endswith(("ь", "у", "ю")) else "masc"


#: Given names of men in -а and -я, and of women that end in a consonant: not told by form.
_UNTOLD = _words(
    """
    микола ілля лука сава микита кузьма хома лула абдулла абдалла мустафа муса іса реза нікола
    андреа джошуа єгуда йегуда саша міша яша зія усама осама акіра шінья мусса яхья єхья закарія
    маргарет елізабет кармен ізабель гретхен інгрід астрід рут джудіт едіт кетрін катрін жаклін
    марін шейх мішель ніколь рашель доріт тамар естер нурит мірʼям мір'ям керолін меделін елен
    """
)


def person_gender(label: str) -> str:
    """Return the gender that the first word of a person's Ukrainian label tells, or ""."""
    first = label.split(" ", 1)[0].lower()
    told = gender(label) if first not in _UNTOLD else ""
    return told if told in ("masc", "femn") else ""
