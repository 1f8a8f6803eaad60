"""What the opening of an article plainly says of it: title, authors, journal, issue, year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..characters import clean
from ..model import Article, Passage
from ..titles import is_bibliography, is_front_matter, is_known_heading, label

#: The title stands among so many first passages, and imprints in so many first characters.
_FIRST = 12
_HEAD = 3500
_LONGEST_TITLE = 300
_LONGEST_IMPRINT = 160
#: A passage of that many characters is text.
_BODY = 150
_MOST_GAPS = 400
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐƏĞİŞ"
_LOWER = "a-zß-öø-ÿа-яёіїєґəğış"
_NAME = rf"[{_UPPER}][{_LOWER}'’ʼ]+(?:-[{_UPPER}][{_LOWER}'’ʼ]+)?"
_INITIALS = rf"(?:[{_UPPER}]\.\s?){{1,2}}"
_PERSON = re.compile(
    rf"(?P<given>{_INITIALS})\s?(?P<family>{_NAME})"
    rf"|(?P<family2>{_NAME}),?\s(?P<given2>{_INITIALS})"
)
_PATRONYMIC = re.compile(
    rf"(?P<family>{_NAME})\s(?P<given>{_NAME}\s{_NAME}(?:ович|евич|йович|івна|ївна|овна|евна))\b"
)
_BY = re.compile(
    rf"(?i:by|автор(?:ка|и)?:?|author:?)\s+(?P<given>{_NAME}(?:\s[A-Z]\.)?)\s(?P<family>{_NAME})$"
)
_DOI = re.compile(
    r"\b(?:doi:?|doi\.org/)\s*(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s,;]+)", re.IGNORECASE
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISSUE = (
    r"(?:№|No\.?|N[oº]|Вип(?:уск|\.)?|Issue|Number)\s?"
    r"(?P<issue>\d{1,4}(?:\s?\(\d{1,4}\))?(?:[/–-]\d{1,3})?)"
)
_VOLUME = r"(?:Т(?:ом|\.)|Vol(?:ume|\.)?)\s?(?P<volume>\d{1,3})"
#: The parts of an imprint, in the orders that journals print them in.
_IMPRINTS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_VOLUME}\W{{1,3}}{_ISSUE}\W{{1,3}}\(?{_YEAR}\b",
        rf"{_ISSUE}\W{{1,3}}\(?{_YEAR}\b",
        rf"\b{_YEAR}\W{{1,4}}{_VOLUME}\W{{1,4}}{_ISSUE}",
        rf"\b{_YEAR}\W{{1,4}}{_ISSUE}",
        rf"{_VOLUME}\W{{1,3}}{_ISSUE}",
        rf"{_VOLUME}\W{{1,3}}\(?{_YEAR}\b",
    )
)
_DEGREE = re.compile(
    r"\b(?:к|д)\.\s?[а-яіїє]+\.\s?(?:н|наук)\b|\b(?:кандидат|доктор|доцент|професор|канд\.|докт\.)"
    r"|\b(?:PhD|Ph\.D|Dr|Prof|Professor|Fellow)\b"
)
_JOURNAL = re.compile(rf"[«\"“]?[{_UPPER}][\w'’ʼ«»“”\"&:,\s-]{{3,90}}$")
_ENDINGS = re.compile(r"[\s.,;:|/–—(№-]+$|^\W*\d{1,4}(?=\s)")


def title_of(article: Article) -> str:
    """Return the title of an article as its first passages show it, "" if they do not."""
    found: list[tuple[int, str]] = []
    for passage in article.passages[:_FIRST]:
        said = article.words(passage)
        words = _plain(said)
        if is_bibliography(words) or label(words) or is_known_heading(words):
            break
        if _may_be_title(said, words):
            found.append((passage.start, words))
        elif len(words) > _BODY or (found and said.endswith((".", "!", "?"))):
            break
    # The name of the journal stands above its number, the title below it.
    below = _imprint_place(article)
    found = [one for one in found if one[0] >= below] or found
    # A rubric of one word stands above the title.
    several = (words for _, words in found if len(words.split()) > 1)
    return next(several, found[0][1] if found else "")


def _imprint_place(article: Article) -> int:
    """Return where the first imprint stands in the opening, 0 if there is none."""
    for place, line in _imprint_lines(article):
        if place < _HEAD and _imprint_in(line):
            return place
    return 0


def _may_be_title(said: str, words: str) -> bool:
    stopped = said.rstrip("*_ ").endswith((".", ";", ":", ","))
    named = is_front_matter(words) or _DEGREE.search(words)
    letters = sum(map(str.isalpha, words))
    short = letters > 3 and len(words) <= _LONGEST_TITLE
    return short and not (stopped or named or _imprint_in(words))


def _imprint_in(line: str) -> re.Match[str] | None:
    """Return the year and the numbers of a journal where a line prints them."""
    words = " ".join(line.split())
    if len(words) > _LONGEST_IMPRINT:
        return None
    return next((found for shape in _IMPRINTS if (found := shape.search(words))), None)


def shows(article: Article, words: str) -> bool:
    """Tell whether the opening of the article shows these words, letters alone compared."""
    wanted = re.sub(r"[\W_]+", "", words).casefold()
    return bool(wanted) and wanted in re.sub(r"[\W_]+", "", _head(article)).casefold()


def _head(article: Article) -> str:
    return clean(article.text[: 2 * _HEAD])[:_HEAD]


def authors_of(article: Article, title: str) -> list[dict[str, str]]:
    """Return the authors whose names stand by themselves beside the title."""
    found: list[dict[str, str]] = []
    for words in _lines_by_title(article, title):
        full = _PATRONYMIC.match(words) or _BY.match(words)
        if full:
            found.append({"family": full["family"], "given": full["given"]})
            continue
        names = list(_PERSON.finditer(words))
        rest = _PERSON.sub("", words)
        if names and len(re.findall(r"[^\W\d_]{2,}", rest)) == 0:
            found += [
                {"family": one["family"] or one["family2"], "given": _given(one)} for one in names
            ]
        if found:
            break
    return found[:12]


def _given(name: re.Match[str]) -> str:
    initials = name["given"] or name["given2"]
    return " ".join(initials.replace(".", ". ").split())


def _lines_by_title(article: Article, title: str) -> Iterator[str]:
    """Yield the lines around the title: those before it, and the next few."""
    near = list(article.passages[:_FIRST])
    place = next((i for i, one in enumerate(near) if _plain(article.words(one)) == title), 0)
    for passage in [*near[:place], *near[place + 1 : place + 4]]:
        for line in _stored(article, passage).splitlines():
            if words := _plain(line):
                yield words


def _stored(article: Article, passage: Passage) -> str:
    return clean(article.text[passage.start : passage.end])[:400]


def _plain(words: str) -> str:
    """Return a line without marks of headings, and without quotation marks around all of it."""
    words = " ".join(clean(words).split()).strip("*_# ")
    whole = re.fullmatch(r"[«“\"]([^«»“”\"]+)[»”\"]", words)
    return (whole[1] if whole else words).rstrip(" .") if len(words) < _BODY else words


def imprint_of(article: Article, heads: str = "") -> dict[str, Any]:
    """Return container-title, volume, issue, issued and DOI as far as the opening prints them.

    ``heads`` are running heads that are no part of the text.
    """
    found: dict[str, Any] = {}
    if identifier := _DOI.search(_head(article)):
        found["DOI"] = identifier[1].rstrip(".)")
    for line in [*clean(heads).splitlines(), *(line for _, line in _imprint_lines(article))]:
        if imprint := _imprint_in(line):
            found.update(_imprint(imprint))
            break
    return found


def _imprint_lines(article: Article) -> Iterator[tuple[int, str]]:
    """Yield the lines that are no text, with their places: the opening, and what was dropped."""
    body = next((one.start for one in article.passages if one.end - one.start > _BODY), _HEAD)
    at = 0
    spans = [(0, min(body, _HEAD))]
    for passage in article.passages:
        if at < passage.start and at >= body:
            spans.append((at, passage.start))
        at = passage.end
    for start, end in spans[:_MOST_GAPS]:
        place = start
        for line in article.text[start:end].splitlines(keepends=True):
            yield place, clean(line)
            place += len(line)


def _imprint(imprint: re.Match[str]) -> dict[str, Any]:
    parts = imprint.groupdict()
    found: dict[str, Any] = {}
    if parts.get("year"):
        found["issued"] = {"date-parts": [[int(parts["year"])]]}
    for key in ("volume", "issue"):
        if parts.get(key):
            found[key] = " ".join(parts[key].split())
    before = imprint.string[: imprint.start()]
    for _ in range(3):
        before = _ENDINGS.sub("", before).strip()
    if _JOURNAL.fullmatch(before) and not is_front_matter(before):
        found["container-title"] = before
    return found
