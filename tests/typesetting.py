# ruff: noqa: E501 - one passage a line
"""Texts of our own, one passage a line, and a typesetter that sets them like a journal.

A block of lines is a paragraph, "# " marks a heading on a line of its own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

UKRAINIAN_ARTICLE = """\
# Транзитні держави між двома ринками: уроки Чорноморського регіону

Мета статті полягає в тому, щоб з'ясувати, чому малі транзитні держави обирають різні стратегії.
Для цього порівняно чотири випадки за період 1994–2019 рр.
Показано, що ціна вибору залежить від географії менше, ніж прийнято вважати.

Ключові слова: транзит, малі держави, хеджування, енергетична політика.

# Вступ

Транзитна держава живе з того, що лежить між іншими.
У 2009 р. суперечка про ціни зупинила постачання на два тижні, і цей досвід змінив мислення урядів.
Як слушно зауважує О. В. Гриценко, «залежність ніколи не буває односторонньою» [4, с. 17].
Водночас Дж. Р. Паркер та ін. вважають, що йдеться радше про страх, ніж про розрахунок [7; 12, p. 204–211].
Хто має рацію?
Відповідь, на нашу думку, залежить від того, що вважати залежністю.

Аналіз останніх досліджень і публікацій.
Питанням транзиту присвячено праці проф. Г. Мельничук, акад. І. С. Дорошенка, Т. Лінда тощо.
Так, у монографії «Труби і прапори» доведено, що понад 12,5 млн. тонн нафти щороку змінюють маршрут з політичних причин [3–5].
Проте ці роботи не враховують змін після 2014 року.

# 2. Теоретичні рамки

Неокласичний реалізм поєднує два рівні: тиск системи та сприйняття еліт.
У межах цього підходу розрізняють три типи поведінки: 1. Балансування, тобто пошук противаги; 2. Примикання до сильнішого; а також 3. Хеджування, що поєднує обидва.
Останнє найчастіше трапляється там, де загроза невизначена (див. табл. 2 у кн. «Малі держави», т. 1, с. 45).
«Чи можна сидіти на двох стільцях?
Можна, якщо стільці не рухаються», – жартував один дипломат.

Хеджування має щонайменше три ознаки:

1) країна уникає військових союзів, які зобов'язують;

2) вона розподіляє торгівлю між кількома партнерами, зокрема на півночі й на півдні;

3) її керівництво говорить з кожним партнером його мовою.

Ці ознаки не є взаємовиключними.
Наприклад, Грузія у 1999 р. одночасно вела переговори з трьома сторонами.

# 3. Емпіричний матеріал

Перший випадок стосується нафтопроводу, який у 2005–2006 рр. оминув територію великого сусіда.
Угоду підписали у м. Стамбулі.
За словами тодішнього міністра, «ми будували не трубу, а незалежність.
Трубу можна перекрити, незалежність – ні» [9].
Це твердження, однак, перебільшене: через рік країна знову купувала газ у того самого постачальника.

Другий випадок менш відомий...
Уряд Молдови тричі змінював позицію, і щоразу – під тиском зовнішніх обставин.
Спочатку він просив знижку; потім – відстрочку; нарешті, погодився на аудит.

– Перегляд контрактів відбувався без участі парламенту.

– Незалежні експерти, серед них Л. Коваль, застерігали від поспіху.

– Громадська думка розділилася майже порівну.

# Висновки

Отже, транзит не визначає зовнішню політику, а лише розширює або звужує поле вибору.
Подальші дослідження мають охопити країни Балтії, Кавказу та Центральної Азії.
Важливо також перевірити, чи діє ця закономірність поза енергетикою, наприклад у сфері транспорту, зв'язку і т. д.
Саме це буде предметом наступної статті.
"""

ENGLISH_ARTICLE = """\
# Hedging at the Edge: How Coastal Republics Choose Their Patrons

This article asks why some coastal republics hedge while others bandwagon.
It draws on 46 interviews held between Jan. 2016 and Dec. 2018.
The answer, we argue, lies in the way elites read risk.

Keywords: hedging, small states, coastal republics, alliance choice

# Introduction

Small states are often told that they have no choice.
The U.S. government, for example, has repeatedly warned its partners that neutrality is a luxury.
Yet the record since 1991 tells a different story.
As Dr. Helen Marsh put it, “a small state chooses its weather, not its climate” [14, p. 33].
Others disagree [2; 5, pp. 12–19; 8].
What explains the difference?

According to J. K. Brandt, three things matter most: 1. The distance to the nearest great power; 2. The share of trade that crosses one border; and 3. The memory of past interventions.
None of them can be changed by decree.
Moreover, none of them is decisive on its own, i.e. each depends on how leaders see it.

# 1. The Argument

Hedging is not indecision.
It is a policy of keeping more than one door open, e.g. by buying arms from one side and fuel from the other.
Critics such as Laura P. Whitfield reply that doors get slammed.
“We were never asked,” one minister recalled.
“We were told.
And then we were thanked.”
This view, however plausible, rests on a single case.

The theory makes the following predictions:

• hedgers diversify trade before they diversify arms

• hedgers avoid permanent bases

• hedgers join organisations with weak obligations

If any of these fails, the argument fails with it.

# 2. Evidence from Four Capitals

The first case is the least expected.
In the spring of 2003, the cabinet met at 7 p.m. and decided to leave the customs union.
The prime minister, Mr. Arden, called it “the only sensible course.”
His successor, St. John Miles, reversed the decision within eighteen months!
Trade fell by 3.7 per cent, while defence spending rose from $1.2 billion to $2.05 billion.
Officials in the neighbouring U.N. mission took no position (see fig. 4, p. 118).

The second case confirms the pattern [3–5].
Here the elites were divided between so-called Atlanticists and Continentalists.
The former wanted guarantees; the latter wanted gas.
Both got neither.

# Conclusion

Hedging works as long as nobody forces a choice.
That condition is becoming rare, as Vols. 3 and 4 of the same survey suggest.
Future research should ask what happens when it ends.
"""

UKRAINIAN_INTERVIEW = """\
# «Нас ніхто не питав, чи ми готові»: розмова про нову дипломатію

Наша співрозмовниця двадцять років працювала в посольствах чотирьох країн.
Сьогодні вона викладає історію переговорів і пише книжку про забуті договори.

– Пані Олено, чому ви пішли з міністерства?

– Бо втомилася від паперів.
Кожна нота проходила через сім кабінетів.
А потім її переписували спочатку!

– Але ж дипломатія – це і є папери, хіба ні?

– Ні.
Дипломатія – це люди, які вміють мовчати в потрібний момент.
Пригадую, як у 1998 році посол В. Савчук три години слухав обвинувачення і не сказав ані слова.
Наступного дня договір підписали.

– Що б ви порадили молодим колегам?

– Вчити мови.
Англійську, турецьку, перську...
І не боятися говорити «не знаю».
"""

ENGLISH_BRIEF = """\
# Securing the Strait: Options for the Next Government

# Summary

The strait carries a fifth of the region's grain.
Its closure in June would cost the coastal states about 4 per cent of their output.
This brief sets out three options and recommends the second.

# Background

Since the war began, insurance rates have tripled.
Neither the E.U. nor the regional council has a mandate to escort ships.
Turkey has kept the strait open under the 1936 convention, but its patience is not endless.

# Options

1. Do nothing and rely on private insurers.

2. Create a joint escort group under a rotating command.

3. Ask the Security Council for a mandate.

The first option is cheap.
It is also blind: no insurer will cover a mine.
The third option would be vetoed, as it was in 2022.

# Recommendations

- Appoint a special envoy before the autumn session

- Share radar data with all coastal states, including those outside the alliance

- Review the arrangement every six months
"""

TEXTS = {
    "uk-article": UKRAINIAN_ARTICLE,
    "en-article": ENGLISH_ARTICLE,
    "uk-interview": UKRAINIAN_INTERVIEW,
    "en-brief": ENGLISH_BRIEF,
}


@dataclass(frozen=True)
class Block:
    """A paragraph with its passages, or a heading."""

    passages: tuple[str, ...]
    heading: bool = False


def blocks(text: str) -> list[Block]:
    """Return the paragraphs of one of the texts."""
    found = []
    for part in text.strip().split("\n\n"):
        lines = tuple(line.removeprefix("# ") for line in part.split("\n"))
        found.append(Block(lines, part.startswith("# ")))
    return found


def passages(text: str) -> list[str]:
    """Return the passages that a reader should find in one of the texts."""
    return [passage for block in blocks(text) for passage in block.passages]


_VOWELS = "аеєиіїоуюяaeiouy"


def broken(word: str, room: int, rng: random.Random, hyphen: str) -> tuple[str, str] | None:
    """Break a word so that its first part and a hyphen fit ``room``."""
    if not word.isalpha() or len(word) < 5 or word.isupper():
        return None
    places = [
        at
        for at in range(2, min(len(word) - 1, room))
        if word[at - 1].lower() in _VOWELS and word[at].lower() not in _VOWELS + "ьй"
    ]
    if not places or rng.random() < 0.3:
        return None
    at = places[-1]
    return word[:at] + hyphen, word[at:]


def wrapped(
    words: str, width: int, rng: random.Random, hyphen: str = "-", indent: str = ""
) -> list[str]:
    """Set a paragraph in lines of at most ``width`` characters."""
    lines: list[str] = []
    line = indent
    waiting = words.split(" ")[::-1]
    while waiting:
        word = waiting.pop()
        start = line if not line or line.isspace() else line + " "
        if len(start) + len(word) <= width or not line.strip():
            line = start + word
            continue
        parts = broken(word, width - len(start) - 1, rng, hyphen) if hyphen else None
        if parts:
            lines.append(start + parts[0])
            line = ""
            waiting.append(parts[1])
        else:
            lines.append(line)
            line = ""
            waiting.append(word)
    return [*lines, line]


@dataclass(frozen=True)
class Layout:
    """How a text is set."""

    width: int = 60
    hyphen: str = "-"
    blank: bool = True  # blank lines between paragraphs
    indent: str = ""
    page: int = 0  # lines a page, 0 for none
    head: tuple[str, ...] = ()  # running heads, {} is the page number
    feed: bool = False
    end: str = "\n"
    mark: str = ""  # before the text
    space: str = " "
    torn: float = 0.0  # how often a blank line stands within a paragraph


def typeset(text: str, layout: Layout, seed: int = 1) -> str:
    """Return one of the texts as a file would hold it."""
    rng = random.Random(seed)
    lines: list[str] = []
    for block in blocks(text):
        if lines and (layout.blank or block.heading):
            lines.append("")
        width = layout.width or 10**6
        hyphen = "" if block.heading else layout.hyphen
        indent = "" if block.heading else layout.indent
        for line in wrapped(" ".join(block.passages), width, rng, hyphen, indent):
            if layout.torn and lines and lines[-1] and rng.random() < layout.torn:
                lines.append("")
            lines.append(line)
    if layout.page:
        lines = list(_paged(lines, layout))
    result = layout.mark + "\n".join(lines) + "\n"
    if layout.space != " ":
        result = re.sub(r"(?<=\b\w) ", layout.space, result)
    return result.replace("\n", layout.end)


def _paged(lines: list[str], layout: Layout) -> Iterator[str]:
    number = 41
    for index, line in enumerate(lines):
        if index and index % layout.page == 0:
            number += 1
            head = layout.head[number % len(layout.head)].format(number)
            yield ""
            yield from head.split("\n")
            if layout.feed:
                yield "\f" + line
                continue
            yield ""
        yield line
