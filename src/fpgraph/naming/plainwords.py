"""Words with a capital letter that name nobody: those that begin sentences, adjectives, measures.

A word that a text reads wrongly as a name is added here, in small letters.
"""

from __future__ import annotations


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: Words that begin sentences with a capital letter and name nobody.
STARTERS = _words(
    """
    а або адже аби але аналогічно аналізуючи б без безумовно безперечно беручи більше більшість
    близько будь був була були було в вже ви відповідно відомо відтак відтоді він вона вони вони
    водночас врешті все всі всього втім вважаючи говорячи головне дійсно далі де деякі для до
    довкола додамо донедавна доки дуже думка дійшовши є ж з за завдяки завжди загалом зазначимо
    замість заради зараз зауважимо зважаючи зв'язку звісно звичайно згідно зі зокрема зрештою
    зрозуміло й його йдеться її їх їхня їхній їхні із інакше іноді інколи інша інше інші і кожен
    кожна кожне коли колись коментуючи крім куди ледве лише майже має між мабуть ми мовляв можна
    можливо на над навіть навколо наголосимо надалі найбільше найперше намагаючись наприклад
    напередодні наразі насамперед наступного натомість не невдовзі недарма незабаром незважаючи
    немає ні ніхто ніщо новий нова нове нові ніколи ну о об обидва обидві однак один одна одне
    окремо окрім ось отже оцінюючи очевидно перед перша перше перший перші під після пізніше по
    поблизу побоюючись поверх подібно поки попри поряд порівняно поступово потім починаючи поміж
    про протягом проте проти раніше разом різні саме сам своєю свої своє спершу сьогодні спочатку
    справді стосовно сучасна сучасний сучасні так така таке такий таким такі також там тепер теж
    тим тими тобто тоді том тому тут та те ті той треба тривалий тільки у увесь уже унаслідок усе
    усі
    услід утім хіба хоч хоча це цей ці ця цього цьому через чи чим чимало чому що щодо щойно щоб
    щоправда щороку як яка яке який якби якщо які якщо-таки я ти вам нам нас вас них ним нею неї
    колишній колишня колишнє колишні великий велика велике великі головний головна малий мала
    останній остання останні друга друге другий другі третій третя третє нинішній нинішня нинішні
    частина чверть половина десятки сотні тисячі мільйони низка ряд багато мало кілька декілька
    роль візит політика уряд адміністрація стратегія доктрина режим позиція слова праця теорія
    концепція підхід модель книга стаття указ заява промова команда прихід перемога поразка
    відставка
    смерть обрання влада столиця армія війська сили війна криза конфлікт договір угода зустріч
    переговори союз альянс партія партнерство відносини вплив зовнішня внутрішня економіка історія
    населення народ лідери країни держави міністри союзники партнери сусіди противники прибічники
    критики прихильники послідовники аналітики експерти дослідники науковці історики автори
    проблема питання відповідь рішення реакція думки оцінка оцінки аналіз дослідження досвід
    приклад приклади успіх невдача причина причини наслідки результат результати мета завдання
    інтереси амбіції спроба спроби прагнення намір наміри план плани курс вибір вибори референдум
    вступ вихід членство приєднання розширення створення розпад крах падіння початок кінець
    північ південь схід захід регіон територія кордон кордони острів острови море океан
    а-ля натомiсть зате себто либонь певна певний певні власне врахувавши врахуючи услід спільна
    згодом насамкінець відколи торік щораз дедалі позаяк оскільки аніж невипадково почасти
    здебільшого
    переважно подекуди повсюди всюди звідси звідти туди сюди нині донині відтепер віднині одразу
    відразу негайно раптом раптово зненацька нещодавно недавно вчора завтра позавчора узимку взимку
    навесні влітку восени вранці увечері вночі щодня щомісяця щотижня щороку щоразу вдруге втретє
    вперше уперше вкотре нарешті наостанок насправді наприкінці посеред всередині усередині довго
    недовго легко важко важливо цікаво показово прикметно симптоматично характерно примітно
    парадоксально
    вочевидь імовірно ймовірно певно напевно навряд навпаки навзаєм навіщо нащо звідки відкіля доти
    допоки відтак потому опісля згідно стосовно попервах попервах незмінно неодноразово нерідко
    зазвичай традиційно історично формально фактично юридично теоретично практично стратегічно
    економічно політично відверто чесно коротко стисло детальніше точніше радше скоріше швидше краще
    гірше вище нижче ближче ширше глибше менше щонайменше щонайбільше принаймні бодай далебі авжеж
    тож отож отак урешті-решт врешті-решт по-перше по-друге
    по-третє по-четверте себто приміром скажімо гадаю вважаю переконаний переконана
    поза попереду позаду ліворуч праворуч додатково паралельно одночасно
    відповідаючи виступаючи визнаючи спираючись зваживши проголосивши підписавши ставши
    маючи бувши прагнучи шукаючи вступивши отримавши здобувши втративши користуючись скориставшись
    закон постанова наказ розпорядження кодекс стаття додаток протокол пункт сторона сторони держава
    республіка конституція майбутнє минуле сьогодення
    about above according across accordingly additionally admittedly after afterwards again against
    all almost along already also although always amid among an and another any apart are around as
    asked at back based because been before behind being below beneath beside besides better between
    beyond both but by can certainly clearly compared consequently consider considering contrary
    conversely critics could currently data day deep despite did different do does down during each
    earlier early either else elsewhere enough even eventually ever every everybody everyone
    everything evidence except far few fewer finally first five for former formally fortunately
    four from further furthermore generally given giving had hardly has have having he hence her
    here
    hers herself him himself his historically how however i if ignoring importantly in including
    increasingly indeed initially instead is it its itself just last lastly late later latest least
    led less let like likewise little long looking made mainly making many maybe meanwhile might
    military more moreover most mostly much my named naturally nearly neither never nevertheless new
    next no nobody none nonetheless nor not notably nothing notwithstanding now observers obviously
    of off officials often old on once one ones only onto opponents or originally other others
    otherwise our out outside over overall own owing part partly per perhaps politically possibly
    presumably previously probably put quite rather recent recently regarding regardless rejecting
    relations same scholars second secondly see seeing seen several shall she should similarly
    simply since six small so some somebody someone something sometimes soon still strategically
    subsequently such supporters surely taken taking ten than thanks that the their theirs them then
    there thereafter therefore these they third this those though three through throughout thus to
    today together too toward towards traditionally two typically ultimately under undoubtedly
    unless
    unlike until up upon us using usually very via was we well were what whatever when whenever
    where
    whereas wherever whether which while who whoever whom whose why will with within without would
    writing yes yet you your central military public private economic political foreign domestic
    global regional international national local great western eastern northern southern major
    greater strong weak big leading key analysts experts historians diplomats leaders countries
    states governments allies partners neighbours members capitals ministers forces power powers
    peace war security trade policy relations talks negotiations elections sanctions troops
    article articles chapter section table figure part volume issue annex appendix paragraph box
    note equation step case phase stage type level model option scenario question hypothesis
    words rules ideas facts numbers figures nobody government governments constitution republics
    parliaments senators ministries commissions committees abstract keywords introduction
    conclusion conclusions references source sources author authors
    """
)

#: Adjectives with a capital letter that stand by themselves, and what people are called.
CAPITAL_ADJECTIVES = _words(
    """
    east west north south
    southeast northeast southwest northwest southeastern northeastern southwestern central
    nordic baltic balkan western eastern northern southern european euro-atlantic transatlantic
    atlantic pacific arctic antarctic eurasian soviet post-soviet slavic arab arabic islamic
    islamist
    islamists muslim muslims christian christians catholic catholics orthodox protestant protestants
    jewish jew jews hindu hindus buddhist buddhists sunni sunnis shia shias shiite shiites kurdish
    kurd kurds turkic ottoman habsburg byzantine roman greek latin anglo-saxon germanic iberian
    caucasian persian westphalian wilsonian kantian hobbesian grotian machiavellian marxist marxists
    leninist stalinist gaullist trumpian maoist keynesian weberian british english french german
    dutch danish swedish norwegian finnish icelandic spanish polish czech slovak turkish
    irish scottish welsh swiss greek thai serb serbs croat croats swede swedes dane danes
    finn finns pole poles briton britons turk turks czechs slovaks slovene slovenes bosniak bosniaks
    spaniard spaniards afghan afghans kazakh kazakhs uzbek uzbeks tajik tajiks kyrgyz turkmen
    filipino filipinos cypriot cypriots saudi saudis emirati qatari kuwaiti omani yemeni iraqi
    iraqis
    israeli israelis pakistani pakistanis bangladeshi azerbaijani azerbaijanis chinese japanese
    vietnamese portuguese maltese lebanese taiwanese sudanese congolese senegalese african
    africans asian asians american americans russian russians ukrainian ukrainians germans dutch
    frenchman englishman europeans westerners westerner easterners slav slavs celtic hispanic
    himalayan andean saharan levantine alpine anglophone francophone lusophone eurosceptic
    eurosceptics euro euros internet web god christmas
    easter realism realist realists liberalism marxism communism communist communists nazi nazis
    fascist democrat democrats republican republicans tory tories conservative conservatives labour
    liberal liberals socialist socialists constructivism neorealism neorealist monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august
    september october november december winter summer autumn spring
    """
)

ADJECTIVE_ENDINGS = (
    "isation", "ization", "ian", "ians", "ean", "eans", "ese", "ish", "ism", "ist", "ists", "istic",
)  # fmt: skip

#: Capitals that name nobody: measures, files, terms, forms of address.
NO_ACRONYMS = _words(
    """
    ЗМІ ВВП ВНП ПДВ УДК ББК ISBN ISSN DOI URL HTTP HTTPS WWW PDF GDP GNP GNI AI IT TV CEO USD EUR
    UAH GBP LNG NGO NGOs UAV UAVs FDI ICT IR RD COVID ORCID FPA PPP HDI CV ID PR OK VS AD BC BCE CE
    AM PM MP MPs MEP MEPs PHD MA BA MSC MW GW KW KWH MWH TWH KM KG CM MM MHZ GHZ KB MB GB TB HTML
    XML
    СПГ ШІ ІТ НДР ПІБ ТОВ ВАТ ПАТ ЗАТ ПЗРК БПЛА ППО ПРО РСЗВ РЕБ ВПК ОПК ГЕС АЕС ТЕС ДТП СНІД ВІЛ
    НУО ГО ІКТ ПЛР FAQ DIY VIP CO NB PS TBD II III IV VI VII VIII IX XI JEL FIG TAB VOL NO PP ETC
    МБР ICBM ICBMS A2AD WMD SMEs SME VAT ОВК UDC РЕЗЮМЕ THE AND OF FOR IN TO КМ КГ ГВТ МВТ КВТ
    """
)

CALENDAR = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень
    липня серпень серпня вересень вересня жовтень жовтня листопад листопада грудень грудня
    """
)
