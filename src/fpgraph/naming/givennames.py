"""Frequent given names in Ukrainian and English texts, in small letters, in the nominative.

A name that a text has and the list lacks is added here.
"""

from __future__ import annotations


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


GIVEN = _words(
    """
    юстина агнешка малгожата войцех пйотр марцін лукаш агата йоанна бартош дорота небойша доніка
    альбін ульріке аннегрет гернот бернд сабіна ґійом гійом тьєррі сільвен матьє селін фатіма
    аміна айше мехмет селім гюльнур шашанк кадзуо сіндзо фуміо акіко кейко даліа гітанас інгріда
    арвідас урмас алар рііна бйорн астрід інгрід карін бенте мартен йерун рутгер
    август августин адам адольф айдар аіде аксель акіра алан алекс александар александр алексіс
    алессандро
    алехандро алла альберт альфред ален аліна аліса алі амін ана анатоль анатолій ангела андерс
    андре андреа андрес андрей андреас андрій анджей анна аннекс антоній антоніо антон антті
    антуан аня аркадій арнольд арсен артем артур архип аскар атаман ахмед ахмет бан барак барбара
    баррі бартоломей башар бен бенджамін беньямін берт білл біл богдан боб борис борислав боріс
    боян браян бронислав бруно вадим валентин валентина валерій вальтер василь вацлав венді вернер
    вер'ям віктор віктор'я вікторія вілл віллі вільгельм вільям вінстон віра віталій влад владислав
    володимир всеволод вук вячеслав в'ячеслав гаррі гайдар ганна ганс гарольд гарі геннадій генрі
    генріх георг георге георгій герман герхард гельмут гейдар гельга гжегож гліб гордон горан
    грегорі
    григорій грета грем гюнтер данило даніель данієль дарина дарія дейв девід деніел денис деян
    джавахарлал джастін джеймс джеймі джейк джейн джек джеремі джеррі джеффрі джил джиммі джим джо
    джоан джозеф джон джонатан джордж джорджія джоел джуд джулія джуліо діна дік дмитро драган
    дональд дуглас дуайт дін євген євгенія едвард едгар едуард ейбрагам ейлін ейнар ека елізабет
    елеонора еліот емануель еммануель емма енвер енді еді ентоні ерік ернест ернесто ерна естер жак
    жан жанна желько жерар жозеп жорж жозе зоран збігнєв зінаїда зигмунт златко золтан зузана
    іван іво ігор ілля ілон ілхам ільхам індіра інна ірина ізабель іоанн іоаннис ісаак ібрагім
    йенс йозеф йоганн йоганнес йонас йоахім йорг йошко юрген кай карин карл карло карлос карлес
    касім катажина катерина квентін кевін кемаль кеннет кім кір кирило кваме клаус клаудія клод кнут
    колін конрад константин кора корнель костянтин кофі крістін крістіна крістіан крістофер
    ксенія кшиштоф кшиштов ларрі ларс лариса лев лейла леонід леонард леопольд лех лешек леся
    луїс людмила людвіг люк лідія лілія магнус майк майкл макс максим малкольм маргарет марія
    марина марин марек маріо марко марк маркус мартін мартіна маруся маттео махмуд мацей мей мелані
    метте мет'ю метью мевлют меттью миколай микола милан мирослав мирослава михайло міхаель міхаїл
    міхай міхал мікеле міло мілорад мілош міґель мігель міколай мішель мойше мохаммед мухаммед
    мухаммад муаммар мустафа надія назар наталія натан наполеон нарендра ненсі нельсон нік ніколас
    нікола ніколо ніколь ніл ніна нурсултан ніколай новак оксана олаф олена олександр олександра
    олексій олег олесь оле ольга омар онур орест орхан остап отто павло пабло патрік пауль пауло
    педро пер петер петра петро пітер поль пол пьотр радослав радован раджив райнер ральф раміз
    рамзан рауль ребекка реджеп ренато рене рекс рей рікардо річард роберт роберта роберто роджер
    роман рональд ростислав руслан руперт руді рудольф рюрік рюдігер саддам саллі салман сальвадор
    самюель самуель сара саулі світлана себастьян сем сергій сесіль сільвіо сі симон синдзо сінзо
    сімон
    скотт славомир слободан соломія софія станіслав степан стефан стефано стів стівен стюарт сунь
    сьюзан сьюзен тамара тарас тедрос тереза тетяна теодор тім тімоті тома томас томаш томислав
    томмі
    тоні тургут туре уго ульріх ульф уляна урсула фелікс федір федеріко філіп філіпп фінн флоріан
    франк франклін франсуа франц франческо фредерік френк френсіс фрідріх фріц фарид хав'єр хадсон
    хайнц халіл ханна харріс хасан хельмут хенрі хіларі хілларі хорхе хосе хуан хуго чарльз чарлі
    чеслав шарль шимон шон штефан юлія юлій юрій юха юхан юсеф ядвіга яков яків ян яна янез
    яніс яннік ярослав ярина яцек
    aaron abdel abdul abraham adam adolf ahmed ahmad alain alan albert alberto alejandro aleksandar
    aleksander alessandro alex alexander alexandra alexandre alexei alfred ali alice alison allan
    amanda amelia amina ana anatol anatoly anders andre andrea andreas andrei andrej andrew andrey
    andrii andrzej andy angela angelo ann anna anne annegret anthony antje antoine anton antonio
    antony antti anwar arnaud arne arthur aung austin barack barbara barry bart bashar beatrice ben
    benazir benedict benjamin bernard bernie bertrand beth bill bjarne björn bjørn bob bohdan boris
    borut boyko brad brandon brenda brent brian bruce bruno carl carla carlo carlos carol caroline
    carsten catherine cecilia celeste charles charlotte chris christian christina christine
    christopher claire clara claude claudia colin condoleezza craig cristina cyril dan daniel
    daniela
    danylo david dave dean deborah denis dennis derek desmond diana dick diego dieter dimitri
    dmitri dmitry dmytro dominic dominique donald donna doris dorothy douglas dragan dwight eamon
    ed eddie edgar edgars edith eduard eduardo edward edwin elena eleanor elisabeth elizabeth ella
    ellen elon emil emily emma emmanuel enrico enrique eric erich erik erika erna ernest esther
    eugene
    eva evelyn fabian fatima federico felix fernando fidel fiona florence francesca francesco
    francis francisco franco francois françois frank franklin franz fred frederick frederik
    friedrich
    fumio gabriel gareth gary gene geoffrey georg george georges gerald gerard gerhard giacomo
    gideon
    gilbert giorgia giorgio giovanni giulio giuseppe glenn gordon graham grant greg gregory greta
    guido
    gunnar gustav guy göran hamid hannah hans harald harold harri harry hassan heather hector heidi
    heiko helen helena helga helle helmut henri henrik henry herbert herman heydar hillary hugh hugo
    ian ibrahim ilham ilya imran indira ines inga ingrid irina isaac isabel isabella ivan ivo jaap
    jack jacob jacques jake jakob james jamie jan jana jane janet janez janos jared jason javier jay
    jean jeff jefferson jeffrey jens jeremy jerome jerry jesse jessica jim jimmy jo joan joanna joao
    joaquin joe joel johan johann johannes john johnny jon jonas jonathan jordan jorge jose josef
    josep joseph joshua josip joão joyce juan judith judy juha jukka julia julian julie julius
    jürgen
    justin jörg kaja kamala karel karen karin karl karla kate katherine kathleen kathryn katja
    keith kemal
    ken kenneth kevin khalid kim kofi konrad konstantin kristian kristina kurt kyle lars larry
    laszlo
    laura laurence lauren laurent lawrence lech lee len leo leon leonard leonid leslie linda lisa
    lloyd louis louise lucas lucia lucy ludwig luigi luis luka lukas luke lydia lyudmila madeleine
    magnus mahatma mahmoud malcolm manfred manuel marc marcel marco marcus margaret margot maria
    marie
    marina marine mario marion marjorie mark markku marko markus marta martha martin martti mary
    massimo mathias matteo matthew matthias matti maurice mauro max maxim megan mehmet melissa mette
    mevlut michael michal michel michele michelle miguel mihai mikael mike mikhail mikheil mikko
    milan
    milo milorad milos mitchell mitt mohamed mohammad mohammed moritz muammar muhammad murat
    mykhailo
    mykola nadia nancy narendra natalia natalie nathan nathalie neil nelson nicholas nick nicola
    nicolas nicole niels nigel nikita nikola nikolai nikos nils nina noam nora norman nuri ola olaf
    olav ole oleg oleh oleksandr oleksii olena olga oliver olivia olivier olof omar oscar otto owen
    pablo
    pamela paolo pascal patricia patrick paul paula paulo pavel pavlo pedro peggy per pete peter
    petr petra petro philip philippe phillip pierre piotr rachel radek radoslaw rafael rajiv ralf
    ralph ramon randall raul ray raymond rebecca recep regina reinhard rene rex ricardo richard rick
    rob robert roberta roberto robin rodrigo roger roland rolf roman romano ronald ronnie rosa rose
    ross roy rudolf rupert ruslan russell ruth ryan saddam sally sam samantha samuel sandra sanna
    sarah
    sara sauli scott sean sebastian sergei sergey sergio serhii shannon sharon sheila shimon shinzo
    sidney silvio simon slobodan sofia sonia sophie stanley stefan stefano steffen stella stephan
    stephanie stephen stephen steve steven stuart sue susan susanna svein svetlana sven sylvia taras
    tarja taro tatiana ted terence teresa terry thabo theo theodore theresa thierry thomas tim timo
    timothy tina tobias toby todd tom tomas tomasz tony torsten trond tobias ulf ulrich ursula
    uwe valentina valerie vasily vera veronica vesna victor victoria viktor vincent viola virginia
    vitaly vlad vladimir volodymyr volker walter wanda warren wendy werner wilhelm will willem
    william willy winston wolfgang xi yasser yevhen yitzhak yoshihide yuri yuriy yves zbigniew zoran
    zsuzsa
    """
)
