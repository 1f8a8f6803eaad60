"""The closed classes of Ukrainian and English that clauses are read by."""

from __future__ import annotations


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
    track force control reform transit
    deal concern guarantee pledge fuel spark drive signal rule run stand yield mirror group boost
    dispute contest fall move form chair command promise attack reach step look turn hold threat
    endeavour conflict contact escape delay gain surge rise record state hedge quest back-up embargo
    boycott ban shift split break feed drain share vote honour honor grant loan abandon sanction tie
    curb embrace retreat grip hit cut slump spread return visit offer request access rule
    rank stress value range score wage neglect dream hunger thirst court chase
    arm shelter train shield harbour harbor blacklist bomb shell raid blockade quarrel feud rival
    battle clash object lament dread rally purchase side patrol repair escape exercise drill
    point place matter pressure supply present race answer advocate voice team display distance
    guard combat breach treasure mention permit trace strain care
    """
)

PREPOSITIONS = {
    "uk": _words(
        """
        в у на з із зі зо до від од для про при по за над під між поміж серед через без біля
        після проти крім окрім щодо стосовно замість завдяки всупереч попри задля крізь
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

#: The relative words in the genitive: "the member of which".
OF_WHICH = _words("якого якої яких котрого котрої котрих")

CONJUNCTIONS = {"uk": _words("і й та або чи"), "en": _words("and or nor")}
#: Joins two verbs of one subject.
JOINING_VERBS = {
    "uk": _words("і й та або але а проте однак"),
    "en": _words("and or nor but yet"),
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
        разом як-і-раніше є був була було були можна торік позаторік щороку щодня вчора учора
        завтра навесні восени взимку влітку улітку вранці уранці ввечері увечері уперше вперше
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
        three four five six seven eight nine ten either
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
PLURAL_PRONOUNS = _words("вони they")
#: The forms of "be".
BE = _words("is are was were be been being")
#: After these it is said what their subject is.
COPULAS = BE | _words("remain remains remained become becomes became")
#: "Not only" denies nothing.
ONLY = _words("лише тільки просто only just merely simply")
#: A verb follows these in English.
BEFORE_VERBS = _words("to may might can could will would must should shall not never")
#: A noun follows these in English, whatever else the word may be.
NOUN_LEADERS = _words("'s ' whose no more less most least first second third last next main key")

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
        itself themselves himself herself what who one ones so there theirs ours hers
        """
    ),
}

NEGATIONS = {
    "uk": _words("не ні жоден жодна жодне жодного жодної жодному жодним ніколи"),
    "en": _words("not never neither nor no cannot hardly scarcely"),
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
    "en": _words("if unless whether lest would should must shall ought let"),
}
#: Before a verb in the infinitive: somebody ought to, and perhaps does not.
OUGHT = {
    "uk": _words(
        """
        має мають мав мала мали мусить мусять повинен повинна повинно повинні слід треба
        потрібно необхідно варто зобов'язаний зобов'язана зобов'язані
        """
    ),
    "en": _words("to ought should must would shall"),
}
