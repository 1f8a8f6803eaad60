"""The words that reading goes by: abbreviations, function words, parts of compounds, headings.

Lists of Ukrainian and English with some Russian and Azerbaijani, all in small letters.
A word that a text reads wrongly is added here.
"""

from __future__ import annotations


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


def _phrases(listing: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in listing.replace("\n", "|").split("|")) - {""}


#: Something named or said follows: never the end of a sentence.
JOINING = _words(
    """
    див напр ім проф акад доц канд докт д-р п-н гр зв цит пор упоряд вул просп бул обл р-н
    смт оз хр ген адм полк кол св препод м о № к.і.н к.п.н к.політ.н к.е.н к.ф.н к.ю.н
    д.політ.н д.і.н т.зв т.з к.н д.н dr mr mrs ms prof hon gen col lt capt sgt maj adm sen
    rep gov amb st mt ft messrs vs cf viz e.g i.e eg ie approx resp cdr cmdr cpt brig rev
    pres incl bros app appx
    """
)

#: A number belongs to it; before a word it is judged like ``ENDING``.
BEFORE_NUMBER = _words(
    """
    с ст п пп т ч кн р рр гл розд рис табл іл стор стр сс вип арк абз пункт див
    буд кв січ лют бер квіт трав черв лип серп вер жовт листоп груд
    no
    nos vol vols p pp fig figs ch chap art arts sec para fn nr c s ca
    """
)

#: May end a sentence; what follows tells.
ENDING = _words(
    """
    р рр ст с д п ін інш тис млн млрд грн руб коп дол долл екз км га год хв сек кв куб тов
    al u.s u.n u.k e.u u.s.a u.s.s.r inc ltd co corp jr sr a.m p.m b.c a.d jan feb mar apr
    jun jul aug sept sep oct nov dec н.е ibid ph.d m.a b.a d.c в вв стол г гг т ч кн ред лат
    англ нім фр рос укр азерб тур пер опубл
    """
)

#: A number stands before these, and a capital letter after them begins a sentence.
MEASURES = _words(
    """
    грн руб коп дол долл км кг га куб
    """
)

#: Ends a list: a capital letter after it begins a sentence.
CLOSING = _words(
    """
    т.д т.п т.ін ін etc
    """
)

#: Begins a sentence and no name.
STARTERS = _words(
    """
    але проте однак це цей ця ці цього цьому він вона воно вони ми у в на за з із зі як якщо
    коли тому отже таким також крім після під при для до від тим так саме водночас сьогодні
    натомість хоча втім утім зокрема наприклад нині тоді потім і й та а що щоб попри серед
    між чи не усі всі його її їх такий така таке такі тож тут там адже якби одним одна один
    інші інша інший жоден жодна обидва обидві кожен кожна наш наша наше наші the this that
    these those it he she they we i in on at by for from with as if when while however but
    and so thus therefore moreover although since after before during such a an there its
    his her their our what why how yet not no most some many both each under despite instead
    meanwhile today to of another other even finally first second here then only you
    по-перше по-друге по-третє но это
    этот эта эти он она они мы если когда поэтому также
    """
)

#: Leads to the last item of an enumeration.
LEADS = _words(
    """
    також і й та або а and or also finally then
    """
)

#: Before "с." these tell of a village.
PLACED = _words(
    """
    в у із з зі до від біля під поблизу через для
    """
)

#: Ends no paragraph.
OPEN_ENDED = _words(
    """
    і й та у в на з із зі до для чи або що як по про за від при над під між через без и с к
    о из от или of the and in to for with by a an or on at from as that its
    """
)

#: First parts of compounds that keep their hyphen.
KEPT_BEFORE = _words(
    """
    екс віце обер унтер лейб прем'єр прем’єр генерал міні максі нон альфа бета будь хто що
    який яка яке які чий де куди коли як казна бозна хтозна self non vice half well quasi
    anti cross ultra neo
    """
)

#: Second parts of compounds that keep their hyphen.
KEPT_AFTER = _words(
    """
    небудь таки якого якому якій якою яких якими based making maker makers led owned term
    level scale style driven oriented building century being known backed sponsored
    controlled related sharing keeping speaking
    """
)

#: Stems in -о that grow together with what follows.
GROWN = _words(
    """
    загально внутрішньо зовнішньо сільсько північно південно східно західно взаємно народно
    повно рівно чорно давно вільно різно верховно широко високо глибоко далеко близько
    середньо ранньо пізньо верхньо нижньо власно законо право слово одно
    (?:[вджзклмнрстцчшщьй]но|(?:сь|зь|ць)ко|[иі]ко|[еоі]во|[ая]рно|[ії]йно|рсько|сько)$
    (?:[ин]{1,2}|ськ|цьк|зьк|ов|ев|єв|ичн|ічн|льн|[бвгджзклмнпрстфхцчшщ])
    (?:ий|ій|ого|ому|им|ім|их|ими|ими|а|у|ої|ою|і|е|я|ю|є|ії|ього|ьому|іх|ях)$ між над під
    перед понад пере проти анти після само авто без через
    """
)

#: Words that are also prefixes: no compound with a hyphen.
SEPARATE = _words(
    """
    між над під перед понад пере проти анти після само авто без через
    """
)

#: Frequent words that Russian lacks.
UKRAINIAN = _words(
    """
    та що не це як до від або чи який яка яке його її їх був було була були вона воно вони
    він щоб після проти також між під час якщо коли тому бути має для за на
    """
)

#: Frequent words that Ukrainian lacks.
RUSSIAN = _words(
    """
    и что это как от или который которая его её их был было была были она они он чтобы после
    против также между если когда потому быть имеет не из с к только ещё при
    """
)

#: Frequent words of English.
ENGLISH = _words(
    """
    the of and to in a is that for on with as by are was were be has have had it its this
    from at an which not or but their they he she we you i what how why will would can could
    may
    """
)

#: Makes a clause of what might be a heading.
CLAUSE = _words(
    """
    це цей ця ці він вона воно вони ми ви я ти так ні але проте однак тому отже таким втім
    утім також крім водночас ось чому адже бо якщо коли хто що як чи дякую this that it he
    she they we you i but so yes no thus therefore however is are was were has have had will
    would can could may might must should do does did not thank there here
    """
)

#: Small words that headings in capitals write small.
SMALL = _words(
    """
    a an and as at by for from in into of on or the to vs with between after before
    """
)

#: Headings of scholarly articles and policy papers, without number and stop.
HEADINGS = _phrases(
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
    analysis|case study|results|findings|key findings|key points|key takeaways
    results and discussion|discussion|conclusion|conclusions|concluding remarks
    conclusions and recommendations|policy implications|implications|recommendations
    policy recommendations|policy options
    the way forward|way forward|next steps|outlook|limitations|acknowledgements|acknowledgments
    notes|endnotes|appendix|annex|references|bibliography|works cited|sources|literature
    further reading|about the author|about the authors|preface|foreword|afterword|epilogue
    введение|аннотация|резюме|цель|цели и задачи|методы|методы исследования|методология
    основная часть|основной текст|результаты|обсуждение|заключение|вывод|выводы|литература
    список литературы|giriş|nəticə|xülasə|metodlar|ədəbiyyat
    """
)
