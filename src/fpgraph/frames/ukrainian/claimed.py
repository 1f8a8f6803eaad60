"""Clauses that only say what somebody claims: «твердженням, що», «чутки про те, що»."""

from __future__ import annotations

from ..clauses import Row


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


#: Nouns of thought and speech, in the forms that a clause may hang on.
_CLAIMED = _words(
    """
    думка думки думці думку думкою теза тези тезі тезу тезою твердження твердженню твердженням
    уявлення уявленню уявленням припущення припущенню припущенням переконання переконанню
    переконанням ідея ідеї ідею ідеєю гіпотеза гіпотези гіпотезу гіпотезою міф міфу міфом чутка
    чутки чутку чуткою чутками ілюзія ілюзії ілюзію ілюзією побоювання побоюванням побоюваннями
    сподівання сподіванням сподіваннями надія надії надію надією підозра підозри підозру підозрою
    підозрами заява заяви заяві заяву заявою заявами звинувачення звинуваченням звинуваченнями
    закид закиди закидом закидами аргумент аргументу аргументом аргументами погляд погляду
    поглядом версія версії версію версією обіцянка обіцянки обіцянку обіцянкою обіцянками
    запевнення запевненням запевненнями натяк натяки натяком натяками погроза погрози погрозу
    погрозою погрозами застереження застереженням застереженнями гасло гаслом словами
    """
)
#: Who speaks where these stand is the author.
_OWN = _words("ми наш наша нашу нашої стаття статті статтю автор авторка дослідження дослідженні")
#: Begin what is claimed, in either language.
THAT = frozenset({"that", "що", "нібито", "ніби", "начебто"})
#: What verbs of saying and thinking begin with.
_REPORTING = tuple(
    """
    вважа уважа стверджу тверди каже кажуть каза сказа пише пишуть писа написа заяв поясн наголо
    підкресл зазнач заува перекон запев обіця пообіця прогноз припус дума побою сподіва вірит вірив
    скарж поскарж доріка дорікн повідом погрож застер попере натяка натякн гада додав додає
    відпов нагад розпов запевн присяга нарік бурч жарту твердж хвал похвал
    """.split()  # noqa: SIM905 - a list of words
)


def claiming(row: Row, at: int) -> int:
    """Return the noun or verb of saying that the clause of the token ``at`` hangs on, else -1.

    None that the author speaks or thinks with.
    """
    if row.language != "uk":
        return -1
    start = row.clause_start(at)
    if start < 2 or row.words[start] not in THAT or row.words[start - 1] != ",":
        return -1
    said = start - 2
    if said > 1 and row.words[said] == "те" and row.words[said - 1] == "про":
        said -= 2
    word = row.words[said]
    reports = word.startswith(_REPORTING) and row.is_verb(said)
    if not (word in _CLAIMED or (reports and not word.endswith(("мо", "ю", "ся")))):
        return -1
    above = row.words[row.clause_start(said) : said]
    return said if _OWN.isdisjoint(above) else -1
