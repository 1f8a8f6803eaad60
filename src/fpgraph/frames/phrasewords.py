"""The closed classes that tell where a noun phrase begins and ends, and what is none."""

from __future__ import annotations


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: A clause that begins with one of these says what a noun of saying or thinking before them means.
CONTENT = _words("that whether чи що щоб як")
#: Nouns of saying and thinking.
SAYING = _words(
    """
    переконанні переконанням припущенні припущенням думці думки ідеї тезі тези висновку твердженні
    argument assumption belief claim conclusion fact hope idea notion thesis view висновок
    впевненість гіпотезу думка думку надію переконання позицію правило припущення сумнів
    твердження те теза тезу факт ідею ідея
    """
)
#: Stands before a noun and is left out of a phrase.
DROPPED = {
    "uk": _words(
        """
        свого свою своя своє своєму своєю своєї свої своїй своїм своїми своїх свій
        жодного жодної жодному жодній жодним жодною
        водночас передусім насамперед радше переважно здебільшого навіть також саме головно власне
        швидше скоріше лише тільки фактично
        """
    ),
    "en": _words("a an her his its the their"),
}
#: Words that add nothing to a name.
ARTICLES = {
    "uk": _words(
        """
        сам сама саме свого свою своя своє своєму своєю своєї свої своїй своїм своїми своїх свій це
        цей ця ці
        """
    ),
    "en": _words("a an both her his its our the their these this those"),
}
#: Pronouns that may stand before a noun.
POINTING = _words(
    """
    our these this those його така таке такий таким такими таких такого такому такою такої таку
    такі такій це цей цим цими цих цього цьому цю ця ці цій цією цієї їх їхнього їхньому їхньою
    їхньої їхню їхня їхнє їхні їхній їхнім їхніми їхніх її
    """
)
#: What comes before these says how many or which of a thing, and not what it is.
COUNTING = _words(
    """
    певний певна певне певні певних певним певними певного певної певній певною певну певному
    деякі деяких деяким деякими окремі окремих окремим окремими різні різних різним різними
    численні численних численним численними низка низку низкою низки ряд ряду рядом кількість
    кількості кількістю великий велика велике великі великих великим великими великої великій
    великого великому велику великою значний значна значне значні значних значним значними
    значної значній значну значною чималий чимала чималі чималих багатий багаті багатих
    потужний потужна потужні потужних ціла цілий цілу
    certain some several many various numerous different number series range variety of set
    large big considerable substantial vast
    """
)
#: An infinitive after these belongs to their phrase.
WITH_VERB = _words(
    """
    to бажання бажанням готовності готовність готовністю дозвіл звичка звички звичку здатності
    здатні здатність здатністю можливості можливість можливістю намір наміром наміру
    необхідність обов'язок план потреба потреби потребу права право правом прагнення прагненням
    рішення спроба спроби спробою спробу шанс вміння уміння вмінню умінню вмінням умінням вмінні
    умінні нездатність нездатності нездатністю спроможність спроможності обіцянка обіцянку
    """
)
#: What these count is told after a colon.
COUNTS = _words(
    """
    five following four seven several six three two два двом двома двох дві декілька декількох
    кілька кількох кількома наступні наступних п'ять п'яти п'ятьох сім такі такими таких три трьом
    трьома трьох чотири чотирма чотирьох чотирьом шести шість
    """
)
#: Ukrainian nouns that say nothing of what they count: «три причини».
COUNTED = (
    "принцип", "засад", "чинник", "фактор", "рис", "реч", "причин", "елемент", "напрям",
    "обставин", "аспект", "пункт", "умов", "складник", "складов", "пріоритет", "мет", "ціл",
)  # fmt: skip
#: A phrase with one of these stands for nothing.
NOTHING = _words(
    """
    neither no none nor not such ані жоден жодна жодне жодного жодної не ні ніхто ніщо такий
    """
)
#: Ends a noun phrase: what follows says with whom, as what, why, or gives examples.
AFTERWARDS = {
    "en": _words(
        """
        after alongside amid because before despite during except including instead namely thanks
        throughout together until via whereas
        """
    ),
    "uk": _words("включно завдяки замість зокрема попри разом спільно"),
}
#: Lead to the year at the end of a phrase.
DATED = _words("after before by from in on since until в від до з на після у")
#: The same as AFTERWARDS, with the word that must follow.
AFTERWARDS_BOTH = frozenset(
    [
        ("along", "with"),
        ("as", "a"),
        ("as", "an"),
        ("as", "its"),
        ("as", "the"),
        ("as", "their"),
        ("as", "well"),
        ("by", "means"),
        ("due", "to"),
        ("in", "exchange"),
        ("in", "order"),
        ("in", "return"),
        ("less", "than"),
        ("jointly", "with"),
        ("more", "than"),
        ("rather", "than"),
        ("so", "as"),
        ("such", "as"),
        ("together", "with"),
    ]
)
