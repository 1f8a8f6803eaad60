"""Ordinary words that tell how a name beside them is meant, in Ukrainian and English."""

from __future__ import annotations


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: Prepositions: what follows them in a label does not agree with its head.
PREPOSITIONS = _words(
    """
    в у з із зі на до від для про по за під над між при через серед без біля щодо проти
    перед поза крізь заради навколо уздовж вздовж після
    """
)

#: Prepositions that a place in the genitive follows.
OF_PLACES = _words(
    "з із зі до від біля коло поблизу довкола навколо після для без проти окрім крім"
)

#: Prepositions that a place in the locative follows, and an adjective in the accusative.
IN_PLACES = _words("в у на по")

#: Words inside a name that have no capital.
SMALL = _words("a an the of in on and or to for with from by at as into over between")

#: Words that a sentence begins with and that are no given names.
FIRST = _words(
    """
    A After Against Albeit All Although Among An And As At Because Before Behind Beyond Both But
    By Clearly Despite During Either Even Ever Except Following For From Given He Here How However
    If In Indeed Inside Into Its Later Like Many Meanwhile Modern Most Near Neither Neighbouring
    No Nor Not Now Of On Once Only Or Our Out Outside Over Perhaps Post-Soviet Rather Should Since
    So Some Soviet Still Such That Their Then There These They This Those Though Through Thus To
    Today Toward Towards Under Unlike Until Upon We What When Where Whereas Whether Which While
    Whilst Why Will With Within Without Yet
    """
)

#: Capitalised words that stand before a name and do not belong to it.
TITLES = _words(
    """
    President Prime Minister Chancellor Secretary General King Queen Prince Princess Emperor
    Senator Ambassador Professor Mr Mrs Ms Dr Sir Lord Lady Foreign Defence Defense Under Of
    The In And For With From Soviet Republic Comrade Premier Chairman Marshal Pope Tsar Sultan
    Shah Ayatollah Sheikh Emir Commissioner Representative Congressman Governor Colonel Admiral
    Президент Президента Президенту Президентом Президентові Прем’єр Прем’єр-міністр
    Прем'єр-міністр Канцлер Канцлера Міністр Міністра Король Короля Імператор Генерал Пан Пана
    Сенатор Посол Професор Доктор Маршал Генсек Голова Шах Папа Султан
    """
)

#: English words that do not stand before a noun as its attribute.
NO_ATTRIBUTES = _words(
    """
    the and for with from its their his her this that these those other such all any both
    was were are has have had been will would not but own more most also then than who which
    """
)
