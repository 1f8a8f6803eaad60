"""The words by which unknown names are told from ordinary words with a capital letter.

Lists of Ukrainian and English, in small letters, Ukrainian nouns as stems where a stem
serves all forms. A word that a text reads wrongly is added here.
"""

from __future__ import annotations


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


def _stems(listing: str) -> tuple[str, ...]:
    return tuple(listing.split())


#: Particles of surnames, and those that Arabic names begin with.
PARTICLES = _words(
    """
    de von van der den ter ten la le du di da dos das del al el bin ibn af zu
    фон ван дер ден де ла ле дю да ді дель аль ель ібн бін бен дос
    """
)

#: Titles and occupations before a person's name: the stem of the Ukrainian ones.
TITLE_STEMS = _stems(
    """
    президент міністр міністерк прем'єр прем’єр прем’єрк прем'єрк канцлер канцлерк корол королев
    принц принцес секретар секретарк генсек генерал адмірал полковник підполковник маршал професор
    професорк проф доктор докторк академік доцент посол посл сенатор сенаторк конгресмен депутат
    депутатк губернатор мер голов голова директор директорк очільник очільниц лідер лідерк глав
    речник речниц представник представниц комісар уповноважен шейх емір султан аятол імам науковець
    науковц науковиц дослідник дослідниц політолог політологин політик політикин історик історикин
    філософ філософин соціолог соціологин економіст економістк експерт експертк аналітик аналітикин
    оглядач оглядачк журналіст журналістк дипломат дипломатк юрист юристк правник правниц вчений
    вчен учений учен автор авторк колег пан пані папа патріарх архієпископ цар імператор князь княз
    хан віцепрезидент екс держсекретар радник радниц консул теоретик класик засновник засновниц
    мислитель мислител письменник письменниц публіцист викладач викладачк керівник керівниц
    заступник
    заступниц співробітник співробітниц командувач командир диктатор монарх екссекретар співголов
    товариш сер лорд королева кардинал єпископ спецпредставник екскерівник експрезидент
    екс-президент
    опозиціонер однодум учитель учител учениц учень
    """
)
TITLES = _words(
    """
    president minister chancellor premier king queen prince princess secretary secretary-general
    general admiral colonel professor prof dr mr mrs ms sir lord lady ambassador commissioner
    senator
    governor mayor chairman chairwoman chair chairperson director chief speaker representative pope
    sheikh emir sultan ayatollah imam marshal commander captain major judge dame baroness count
    congressman congresswoman envoy spokesman spokeswoman spokesperson spokesman leader author
    scholar analyst historian economist researcher academic expert theorist diplomat philosopher
    tsar emperor empress crown vice-president vice-chancellor vice deputy adviser advisor
    co-chair rapporteur coordinator mp mep phd chancellors presidents ministers professors st
    saint reverend rev archbishop bishop patriarch cardinal general-secretary high
    """
)
#: Words between the title and the name, or before the title.
PORTFOLIOS = _words(
    """
    prime foreign defence defense finance interior justice first acting former home economy trade
    energy health education state affairs security national treasury general exterior agriculture
    late then european union external relations policy under permanent special joint
    executive federal supreme allied
    """
)

#: Nouns that an organisation's name is built on: stems of the Ukrainian ones.
ORGANISATION_STEMS = _stems(
    """
    інститут парті рад комітет агентств агенці центр союз університет міністерств організаці
    асоціаці
    академі коледж фонд банк комісі суд трибунал асамбле ліг коаліці альянс блок парламент конгрес
    сейм сенат служб управлінн департамент бюро федераці конфедераці корпораці компані товариств
    спілк об’єднанн об'єднанн рух фронт арм корпус місі секретаріат кабінет клуб форум мереж
    прокуратур
    поліці гварді група груп підприємств холдинг концерн видавництв синдикат синод церкв патріархат
    директорат співдружн спільнот школ факультет кафедр лаборатор музе бібліотек телеканал газет
    адміністраці штаб казначейств інспекці флот співтовариств
    палат бірж академія
    """
)
#: Nouns that other names are built on.
OTHER_STEMS = _stems(
    """
    процес угод договір договор пакт деклараці конвенці харті ініціатив конференці саміт мор океан
    заток проток півостр острів остров архіпелаг четвірк трикутник платформ республік імпері
    королівств князівств област округ війн революці доктрин формат формул меморандум протокол статут
    акт програм проєкт проект партнерств стратегі план коридор перемир мир канал рік гор пустел
    долин зон басейн хребет хребт каган халіфат султанат емірат рейх герцогств діалог механізм
    """
)
#: English head nouns: of organisations, then of other names.
ORGANISATIONS = _words(
    """
    institute institution party council committee agency centre center union university ministry
    organisation organization association academy college fund bank commission court tribunal
    assembly league coalition alliance bloc parliament congress senate service department bureau
    federation confederation corporation company society movement front army corps mission
    secretariat cabinet club forum network police guard group church school faculty laboratory
    museum library authority board office house chamber foundation trust think-tank taskforce force
    forces command brigade division regiment directorate inspectorate community commonwealth
    observatory register consortium enterprise holding press times post journal news agency navy
    democrats greens facility
    """
)
OTHER_HEADS = _words(
    """
    process agreement agreements treaty pact declaration convention charter initiative conference
    summit sea ocean gulf bay strait straits peninsula island islands archipelago triangle platform
    republic empire kingdom principality province region war wars revolution doctrine format formula
    memorandum protocol statute act programme program project partnership strategy plan corridor
    canal river mountains mountain desert valley basin plateau dialogue mechanism accord accords
    concept framework cooperation policy route compact resolution order uprising spring
    crisis conflict battle siege cape horn cup games prize award report review paper facility pillar
    pipeline stream exercise operation line wall bridge port airport base triangle security area
    zone
    """
)


#: Words before which, in small letters, a capital word is no title of theirs.
SPEECH = _stems(
    """
    зазнача зазначи вважа стверджу ствердж пише писа писав наголошу наголоси підкреслю підкресли
    заяви заявля каже сказа говори дово довод переконан відзнач зауваж додає додав припуска
    поясню поясни застеріга критику критику запита відповід уважа вказу вказа наполяга наполіг
    пропону запропонув попередж оголоси оголошу визнає визна порівню описа опису називає назва
    аналізу розгляда розгляну висуну виступ обґрунтов твердит
    очіку прогнозу сподіва побою сумніва погоджу заперечу радить передбача
    say said argue claim write wrote note maintain contend insist believe think thought hold held
    suggest state warn stress emphasi remark observ point add explain conclude propos assert
    describ criticis criticiz call describe told tell declar announc acknowledg admit
    expect predict doubt fear hope agree concede reckon recommend denie
    """
)

#: What a quotation may be the name of, besides organisations: stems.
QUOTED_STEMS = _stems(
    """
    журнал часопис видання сайт портал радіо операці батальйон полк бригад загін крейсер фрегат
    судн корабель трубопровід газопровід газопров нафтопров тов ват пат зат корпораці кампані курс
    принцип концепт навчання ракет комплекс систем порт аеропорт форум термінал платформ
    премі нагород конкурс фестивал виставк супутник танкер авіаносець авіаносц автострад залізниц
    завод родовищ
    """
)
QUOTED_HEADS = _words(
    "magazine newspaper website campaign vision pipeline ship frigate battalion doctrine principle"
    " slogan firm exercises exercise operation system missile system"
)
#: Words of address before which ’s does not part a name.
POSSESSIVE_NAMES = _words("king queen people women workers children veterans st peoples")
CONTINENTS = _words("europe asia africa america americas caucasus pacific balkans mediterranean")

#: Endings of Ukrainian surnames, in the nominative, that few other words have.
SURNAME_ENDINGS = (
    "енко", "ський", "цький", "зький", "ович", "евич", "чук", "щук", "шин", "швілі", "дзе",
    "ман", "берг", "штейн", "сон", "сен", "айєр", "аймер", "гер", "ер", "ян", "їч", "іч", "ич",
    "оглу", "льд", "рт", "нд", "лл", "тт", "кс", "нс",
)  # fmt: skip
#: What English names of ministries and treaties list.
SUBJECTS = _words(
    """
    peace commerce culture sport sports science technology research industry tourism youth
    environment
    forestry fisheries food housing transport communications media telecommunications damage loss
    democracy good neighbourliness neighborliness arbitration extradition punishment suppression
    services family families women children veterans immigration refugees tax taxes customs
    infrastructure water resources nature forests mining petroleum oil gas power justice arts
    crime drugs terrorism disarmament arms mines torture slavery genocide racism wildlife seas
    """
)
#: English nouns that stand with a capital and alone for what was named in full before.
VAGUE = _words(
    "compass guidelines doctrine act ii iii member members head secretary side parties pillar"
    " states nation nations world peace order east west north south left right cold great"
)

#: English words that names of things are made of, and names of people hardly ever.
ORDINARY = _words(
    """
    green deal open joint second third blue red black silver golden iron steel enhanced strategic
    compass global gateway digital common free fair civil hot special grand good nuclear weapon
    response rapid reaction capital forward presence freedom navigation mutual assistance collective
    defence defense economic investment growth stability stabilisation stabilization rights human
    law rule market single customs borders border climate energy clean carbon ocean space cyber
    maritime naval air land army sky skies shield spear sword storm desert eagle star path way plus
    mission vision future generation next big new old early grey gray gap rim gate house wall street
    hill city town lake fort mount port san santa saint hong kong tel los las abu kuala phnom buenos
    rio são sao addis lower upper middle inner outer far near high low deep long short first last
    fifth fourth column five seven ten eyes nations people heritage bloody sunday friday prize
    truth justice liberty unity solidarity pride left right popular national united democratic
    link wire radical progressive social christian workers labour labor freedom alternative
    five-star
    """
)
#: Endings of Ukrainian nouns that are no surnames.
ABSTRACT_ENDINGS = (
    "ння", "ття", "ість", "ості", "ція", "ції", "цію", "ізм", "ізму", "изм", "ство", "ства", "цтво",
    "цтва", "ість", "логія", "логії", "графія", "ика", "ики", "ура", "ури", "мент", "тет",
)  # fmt: skip
#: Nouns of organisations that begin the name of one even where a sentence begins.
TELLING_STEMS = (
    "інститут", "університет", "фонд", "центр", "академі", "міністерств", "бібліотек", "музе",
    "асоціаці", "агентств", "коледж",
)  # fmt: skip
#: Agreements and waters: an adjective in -ський before them tells a name at any place.
TREATY_STEMS = (
    "угод", "договір", "договор", "декларац", "конвенц", "пакт", "процес", "меморандум",
    "протокол", "харт", "море", "моря", "морі", "океан", "півостр", "острів", "острови", "заток",
    "проток", "архіпелаг",
)  # fmt: skip
#: Adjectives in -ський that are made of no name.
ORDINARY_ADJECTIVES = (
    "європейськ", "міськ", "сільськ", "людськ", "військ", "цивільн", "радянськ", "громадянськ",
    "громадськ", "партнерськ", "товариськ", "братськ", "сусідськ", "союзницьк", "науково",
    "дослідницьк", "батьківськ", "заводськ", "морськ", "приморськ", "селянськ", "панівн",
)  # fmt: skip

#: Endings of English nouns that stand without an article and speak of no person.
ABSTRACT = ("ism", "ion", "ity", "nce", "ment", "ness", "ship", "ogy", "icy", "sis", "ory", "ing")

#: What may follow the stem of a Ukrainian noun.
NOUN_ENDINGS = _words(
    """
    а у і ї и о е я ю є й ь ом ем єм ою ею єю ію ія ії ів їв ам ям ах ях ами ями ові ок ній ість
    ння кою ка ку ки ці ня ий ого ому им их ими
    """
) | {""}

#: Works, whose titles stand in quotation marks; and acts, whose titles begin with «Про».
WORK_STEMS = (
    "книг", "книз", "книжц", "книжк", "прац", "монограф", "роман", "фільм", "есе", "трактат",
    "памфлет", "маніфест", "мемуар", "збірк", "збірник", "підручник", "трилогі", "бестселер",
    "доповід", "серіал", "п'єс", "п’єс",
)  # fmt: skip
ACT_STEMS = ("закон", "указ", "постанов", "директив", "резолюці", "регламент", "наказ", "декрет")
#: Texts, whose titles in quotation marks are no names here; and what calls something so.
TEXT_STEMS = (
    "стат", "розділ",
    "рубри", "гасл", "термін", "понятт", "слов", "фраз", "вислов", "назв", "тез", "питанн",
    "запитанн", "заклик", "формул",
)  # fmt: skip
