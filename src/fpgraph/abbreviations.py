"""Abbreviations of Ukrainian and English prose, by what may follow their stop."""

from __future__ import annotations

#: Something named or said follows: never the end of a sentence.
JOINING = frozenset(
    "див напр ім проф акад доц канд докт д-р п-н гр зв цит пор упоряд вул просп бул обл р-н смт"
    " оз хр ген адм полк кол св препод м о №"
    " к.і.н к.п.н к.політ.н к.е.н к.ф.н к.ю.н д.політ.н д.і.н т.зв т.з к.н д.н"
    " dr mr mrs ms prof hon gen col lt capt sgt maj adm sen rep gov amb st mt ft messrs"
    " vs cf viz e.g i.e eg ie approx resp".split()
)
#: A number belongs to it; before a word it is judged like ``ENDING``.
BEFORE_NUMBER = frozenset(
    "с ст п пп т ч кн р рр гл розд рис табл іл стор стр сс вип арк абз пункт див буд кв"
    " no nos vol vols p pp fig figs ch chap art arts sec para fn nr c s ca".split()
)
#: May end a sentence; what follows tells.
ENDING = frozenset(
    "р рр ст с д п ін інш тис млн млрд грн руб коп дол долл екз км га год хв сек кв куб тов"
    " al u.s u.n u.k e.u u.s.a u.s.s.r inc ltd co corp jr sr a.m p.m b.c a.d jan feb mar apr"
    " jun jul aug sept sep oct nov dec н.е ibid ph.d m.a b.a d.c в вв стол г гг т ч кн ред лат"
    " англ нім фр рос укр азерб тур ред пер опубл".split()
)
#: Of these a number stands before, and a capital letter after them begins a sentence.
MEASURES = frozenset("грн руб коп дол долл км кг га куб".split())
#: Ends a list: a capital letter after it begins a sentence.
CLOSING = frozenset("т.д т.п т.ін ін etc".split())

#: Words that begin a sentence and no name.
STARTERS = frozenset(
    "але проте однак це цей ця ці цього цьому він вона воно вони ми у в на за з із зі як якщо"
    " коли тому отже таким також крім після під при для до від тим так саме водночас сьогодні"
    " натомість хоча втім утім зокрема наприклад нині тоді потім і й та а що щоб попри серед між"
    " чи не усі всі його її їх такий така таке такі тож тут там адже якби одним одна один інші"
    " інша інший жоден жодна обидва обидві кожен кожна наш наша наше наші"
    " the this that these those it he she they we i in on at by for from with as if when while"
    " however but and so thus therefore moreover although since after before during such a an"
    " there its his her their our what why how yet not no most some many both each under despite"
    " instead meanwhile today to of another other even finally first second here then only you"
    " но это этот эта эти он она они мы если когда поэтому также".split()
)
