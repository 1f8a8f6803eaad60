"""The closed classes of Ukrainian and English that clauses are read by, and shapes of words."""

from __future__ import annotations

import re
from functools import lru_cache


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: English words that are nouns as often as verbs.
NOUN_VERBS = _words(
    """
    trade aid aim plan need demand support influence cause result interest fear hope claim lead
    head use value focus struggle fight work help attempt wish want desire shape trigger balance
    challenge block veto sponsor fund finance favour favor benefit profit contrast accord conduct
    practice ally partner import export produce sign name list mark bid push press lobby campaign
    call act function link bridge span effect impact view regard brand label increase advance
    change exercise counter target address fit match suit host end start launch lack welcome
    protest resort order question debate limit project design study document report note review
    track force
    deal concern guarantee pledge fuel spark drive signal rule run stand yield mirror group boost
    rank stress value range score wage
    """
)

PREPOSITIONS = {
    "uk": _words(
        """
        в у на з із зі зо до від од для про при по за над під між поміж серед через без біля
        після проти крім окрім щодо стосовно замість завдяки всупереч попри задля ради крізь
        поза перед навколо довкола близько протягом упродовж уздовж внаслідок унаслідок
        відповідно згідно залежно понад поряд поруч разом шляхом к о об навпроти заради
        вслід услід поблизу всередині усередині наприкінці напередодні посеред включно
        """
    ),
    "en": _words(
        """
        of in on at by for from with to into onto upon over under between among amid against
        about after before during since until till within without through throughout across
        along around behind beside besides beyond despite except near off per regarding
        concerning toward towards via versus like unlike because due as than amidst following
        including given
        """
    ),
}

#: Begins a clause of its own after a comma (or, in English, without one).
OPENERS = {
    "uk": _words(
        """
        що щоб щоби аби як якщо якби коли де куди звідки хоча хоч оскільки бо адже позаяк
        але проте однак втім утім зате тоді поки доки чому чи навіщо скільки немов ніби наче
        мовби тому отже причому притому тобто а
        """
    ),
    "en": _words(
        """
        that while whereas because although though if unless when where since whether why how
        but yet so whilst lest once
        """
    ),
}

RELATIVES = {
    "uk": _words(
        """
        який яка яке які якого якої якому якій яку яким якою яких якими котрий котра котре
        котрі що чий чия чиє чиї
        """
    ),
    "en": _words("which who that whose whom"),
}
#: Relative words that may be a subject.
SUBJECT_RELATIVES = {
    "uk": {
        "який": "masc", "котрий": "masc", "яка": "femn", "котра": "femn", "яке": "neut",
        "котре": "neut", "які": "plur", "котрі": "plur", "що": "",
    },
    "en": {"which": "", "who": "", "that": ""},
}  # fmt: skip

CONJUNCTIONS = {"uk": _words("і й та або чи"), "en": _words("and or nor")}
#: Joins two verbs of one subject.
JOINING_VERBS = {
    "uk": _words("і й та або але а проте однак"),
    "en": _words("and or but yet"),
}

#: Stands between a subject and its verb, or between a verb and its object, and says little.
ADVERBS = {
    "uk": _words(
        """
        також теж так ще вже тільки лише навіть саме зараз нині сьогодні тепер тоді потім
        завжди часто інколи ніколи знову далі водночас одночасно насамперед передусім зокрема
        особливо дедалі більше менше дуже надто майже все всіляко цілком повністю справді
        дійсно фактично традиційно послідовно активно всебічно успішно рішуче відкрито навпаки
        просто тихо тепло зате         постійно поступово значно суттєво істотно остаточно
        офіційно неодноразово раніше
        надалі згодом досі відтак натомість однак проте отже таким чином тим часом сам сама
        самі само же ж б би то таки власне загалом переважно здебільшого безпосередньо
        прямо чітко однозначно від-самого-початку нарешті врешті зрештою відповідно причому
        разом як-і-раніше є був була було були можна
        """
    ),
    "en": _words(
        """
        also still now today then always often again already currently thus therefore
        however moreover indeed too even only just both consistently traditionally actively
        ever never not no longer has have had is are was were been being be did does do
        long since later once soon further together more most less very quite rather instead
        thus hence nonetheless nevertheless meanwhile almost merely perhaps maybe likewise
        somehow afterwards above-all forever otherwise altogether may might could
        """
    ),
}
#: Stands before a noun and is part of its phrase.
DETERMINERS = {
    "uk": _words(
        """
        свій своя своє свої свого своєї своєму своїй свою своїм своєю своїх своїми
        усі всі усіх всіх усім всім усіма всіма увесь весь уся вся усе всю усю всього
        інший інша інше інші інших іншими іншого іншої будь-який будь-яка будь-яке будь-які
        будь-яких будь-якими будь-якого будь-якої будь-яку кожний кожна кожне кожного кожної
        низка низку низки кілька декілька деякі деяких деякими багато два дві три обидва обидві
        сам сама саме самі так званий такий такої нову нова нової нове нові новий
        якнайшвидше якомога найбільш більш менш дуже
        """
    ),
    "en": _words(
        """
        the a an its their his her our this these some any all both each every other another
        several many various such own new main key joint free great small large big long old young
        high low good bad strong weak deep close common open full true false early late soft sole
        single first second third next last whole major minor senior junior top chief core
        former rival grand vast broad narrow wide mutual founding leading growing rising
        long-standing overarching so-called best better worst real fair firm hard clear quiet two
        three four five six seven eight nine ten neither either
        """
    ),
}

#: Says that something is done, and little more; what is done follows.
LIGHT = {
    "uk": _words(
        """
        проведення проведенню проведенням проведенні здійснення здійсненню здійсненням здійсненні
        реалізація реалізації реалізацію реалізацією впровадження впровадженню впровадженням
        """
    ),
    "en": _words("conduct pursuit implementation"),
}
#: May follow an English name that is an object; what else follows makes it an attribute.
FREE_WORDS = _words(
    """
    twice once last next early late today tomorrow yesterday later again alone itself themselves
    alike together abroad first respectively so here there worldwide everywhere overnight
    anew apart away back forever instead meanwhile nearby
    """
)
#: Says only when or whether.
AUXILIARIES = _words(
    "є був була було були буде будуть is are was were be been has have had does do did"
)

#: Pronouns that may be a subject, with the gender of what they stand for.
SUBJECT_PRONOUNS = {
    "uk": {"він": "masc", "вона": "femn", "воно": "neut"},
    "en": {"he": "person", "she": "person", "it": "thing"},
}
#: The forms of "be".
BE = _words("is are was were be been being")
#: "Not only" denies nothing.
ONLY = _words("лише тільки просто only just merely simply")
#: A verb follows these in English.
BEFORE_VERBS = _words("to may might can could will would must should shall not never")
#: A noun follows these in English, whatever else the word may be.
NOUN_LEADERS = _words("'s ' whose no more less most least first second third last next main key")
_QUALIFYING = re.compile(r"\w{2,}(?:ous|ful|ive|less|able|ible|[^l]ic|ical|ional|ary)$")
_NOUNS_LIKE_ADJECTIVES = _words("public republic executive military secretary initiative")

PRONOUNS = {
    "uk": _words(
        """
        я ти він вона воно ми ви вони його її їх йому їй їм ним нею ними нього неї них нам нас
        вам вас мене мені це цей ця ці цього цієї цьому цій цю цим цією цих цими той те ті
        того тієї тому тій ту тим тією тих тими такий така таке такі такого такої хто ніхто
        ніщо щось хтось себе собі собою їхній їхня їхнє їхні їхнього їхньої їхньому їхніх їхню
        їхнім їхньою їхніми
        """
    ),
    "en": _words(
        """
        i you he she it we they him them me us this that these those our
        itself themselves himself herself what who one ones so there
        """
    ),
}

NEGATIONS = {
    "uk": _words("не ні жоден жодна жодне жодного жодної жодному жодним ніколи"),
    "en": _words("not never neither nor no cannot"),
}
HEDGES = {
    "uk": _words(
        """
        можливо імовірно ймовірно мабуть нібито начебто ніби очевидно напевно певно либонь
        може можуть міг могла могло могли здається видається припускають припускається
        вважається гіпотетично теоретично потенційно схоже умовно ймовірніше найімовірніше
        """
    ),
    "en": _words(
        """
        may might perhaps possibly maybe seems seem seemingly allegedly apparently likely
        probably arguably reportedly supposedly presumably could potentially appears appear
        purportedly ostensibly conceivably
        """
    ),
}
#: In front of the verb these make a clause one that states nothing.
UNREAL = {
    "uk": _words("якщо якби щоб щоби аби нехай хай б би чи коли-б треба слід варто необхідно"),
    "en": _words("if unless whether lest would should must shall ought will let"),
}
#: Before a verb in the infinitive: somebody ought to, and perhaps does not.
OUGHT = {
    "uk": _words(
        """
        має мають мав мала мали мусить мусять повинен повинна повинно повинні слід треба
        потрібно необхідно варто зобов'язаний зобов'язана зобов'язані
        """
    ),
    "en": _words("to ought should must would will shall"),
}
#: Begins what a comma sets off: a participle or a comparison.
_PARTICIPLE = {
    "uk": re.compile(
        r"(?:\w+(?:ний|на|не|ні|ної|ного|ному|ну|ним|ною|них|ними|тий|та|те|ті|ючий|юча|юче|ючі"
        r"|учи|ючи|ачи|ячи|вши|вшись|ючись|ачись|ячись|учись|лий|ла|лі)|як|зокрема|крім|окрім"
        r"|включно|незважаючи|попри|разом|поряд|наприклад|передусім|насамперед|особливо|а)$"
    ),
    "en": re.compile(
        r"(?:\w+(?:ed|ing)|led|known|born|built|held|made|seen|set|put|taken|driven|written|drawn"
        r"|brought|torn|caught|bound|long|once|then|now|as|including|like|together|along|unlike"
        r"|despite|a|an|the)$"
    ),
}
_ADVERB = {
    "uk": re.compile(r"\w{2,}(?:[бвгджзклмнрстхцчшщ]но|[иі]чно|ьно|ко|иво|во|че|ше|же|мо)$"),
    "en": re.compile(r"\w{2,}ly$"),
}
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
        r"\w*(?:"
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
    trigger peer
    """
)
_VERB = {
    "uk": re.compile(
        r"\w*(?:[аяуюіоиеє](?:ється|ються)|иться|яться|ється|ються|уться|аться|еться"
        r"|(?:[аяиіу]|ува)(?:вся|лася|лося|лися|лась|лось|лись)"
        r"|\w[аяиіуо](?:ла|ло|ли)|\w(?:ував|ював|ивав|авав|івав|ував)"
        r"|[аяуюоиіе]є|[аяуюіоиеє]ють|[бвгґджзклмнпрстфхцчшщ](?:уть|ить|ять|ать)|їть|їдять"
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
    дев'ять десять двадцять тридцять пам'ять лють путь суть честь участь частина область смерть
    мить нить путівка міць кість гість вість стать третя чверть сталь готують чоло весела цілі
    цілої мило капітала тривала зріла стиглі сталого колишнє стале стала сталий засіб
    знано рано вікно полотно зерно ніколи інколи коли школи шкали скали
    """
)
_NOMINAL = re.compile(r"\w+(?:ість|ати|іти|ити|ути)$")


def is_preposition(word: str, language: str) -> bool:
    """Tell whether ``word``, in small letters, is a preposition."""
    return word in PREPOSITIONS[language]


@lru_cache(1 << 16)
def is_adverb(word: str, language: str) -> bool:
    """Tell whether ``word`` is an adverb or particle, or looks like one."""
    if word in ADVERBS[language]:
        return True
    if word.endswith(("ство", "цтво")) or word in _NOT_ADVERB:
        return False
    return _ADVERB[language].match(word) is not None


@lru_cache(1 << 16)
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


@lru_cache(1 << 16)
def is_verb(word: str, language: str) -> bool:
    """Tell whether ``word`` is or looks like a finite verb or an infinitive."""
    if language == "uk":
        if word in _FINITE:
            return True
        if word in _NOT_VERB:
            return False
    return _VERB[language].match(word) is not None


def gender(label: str) -> str:
    """Return the gender or ``plur`` that the first word of a Ukrainian label has, or ""."""
    first = label.split(" ", 1)[0].lower().rstrip(".,")
    if not first or label.isupper() or "." in label:
        return ""
    if first.endswith(("а", "я")):
        return "neut" if first.endswith(("ння", "ття", "ччя", "ддя", "ззя", "лля")) else "femn"
    if first.endswith(("о", "е", "є")):
        return "neut"
    if first.endswith(("і", "и", "ї")):
        return "plur"
    return "" if first.endswith(("ь", "у", "ю")) else "masc"
