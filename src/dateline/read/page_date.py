"""The publication date that a page declares, as exact as it is written there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.model.values import PartialDate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Without fixed bounds htmldate goes by today's date, and the same page would not always give the same date.
BOUNDS: Mapping[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2099-12-31",
}

_IN_ADDRESS = re.compile(r"/[12][0-9]{3}/[0-9]{1,2}/[0-9]{1,2}(/|$)")
_DATE_CUE = re.compile(r"date|datum|publish|posted|byline|dateline|entry-time|timestamp|pubtime", re.IGNORECASE)
_NOT_PUBLISHED = re.compile(r"updat|modif|copyright|image|expir|valid|event", re.IGNORECASE)
_LONGEST = 80  # characters of a line that says when a page was published
_MOST = 50  # such lines that are looked at
_CLOCK = re.compile(r"\b[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?")
_RUN = re.compile(r"(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?=[0-9]{6}(?![0-9])|[^0-9]|$)")
_NUMBER = re.compile(r"[0-9]+")
_MONTH_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_DAY = re.compile(r"(?<![0-9/.-])([0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}[/.-][0-9]{1,2})(?![0-9/.-])")
_EITHER_WAY = re.compile(r"\b([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})\b")


def page_date(tree: HtmlElement, url: str | None) -> PartialDate | None:
    """The date in a page's metadata, address or date line; None where it has none.

    Dates that merely stand in the article, of changes and of pictures do not count. "04/05/2017" is 2017, for
    nobody can tell the day from the month, and a month without a day stays a month.
    """
    from htmldate import find_date

    declared = _declarations(tree)
    address = url if url is not None and _IN_ADDRESS.search(url) else ""
    found = find_date(declared, url=address, deferred_url_extractor=True, **BOUNDS)
    if found is None:
        return None
    length = max(_written(found, string) for string in (address, *_strings(declared)))
    return PartialDate(found[:length], basis="published") if length else None


def _declarations(tree: HtmlElement) -> HtmlElement:
    """A page of nothing but what may declare a date."""
    from lxml.html import document_fromstring

    page = document_fromstring("<html><head></head><body></body></html>")
    head, body = page.head, page.body
    for element in tree.iter("meta", "script"):
        said = " ".join(str(element.get(name) or "") for name in ("name", "property", "itemprop", "http-equiv", "type"))
        if not _NOT_PUBLISHED.search(said) and (element.tag == "meta" or "ld+json" in said):
            head.append(_alone(element))
    for element in islice(_date_lines(tree), _MOST):
        body.append(_alone(element))
    return page


def _date_lines(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that are marked as a date, and the first ``time``, which is the article's own as a rule."""
    times = [one for one in tree.iter("time") if not _NOT_PUBLISHED.search(_labels(one))]
    marked = [one for one in times if one.get("pubdate") is not None or _DATE_CUE.search(_labels(one))]
    yield from (marked or times)[:1]
    for element in tree.iter("span", "div", "p", "li", "small", "abbr", "h2", "h3", "h4", "td", "em"):
        labels = _labels(element)
        if _DATE_CUE.search(labels) and not _NOT_PUBLISHED.search(labels):
            text = element.text_content()
            if len(text.strip()) <= _LONGEST:
                yield element


def _labels(element: HtmlElement) -> str:
    return " ".join(str(element.get(name) or "") for name in ("class", "id", "itemprop"))


def _alone(element: HtmlElement) -> HtmlElement:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _strings(page: HtmlElement) -> Iterator[str]:
    for element in page.iter():
        yield from (str(value) for value in element.attrib.values())
    body = page.body
    yield from (str(text) for text in body.itertext())
    for element in body.iterchildren():
        yield str(element.text_content())
    for script in page.iter("script"):
        yield from re.findall(r'"datePublished"\s*:\s*"([^"]{4,40})"', script.text or "")


def _written(found: str, string: str) -> int:
    """How many characters of the ISO date ``found`` are written in ``string``: 10, 7, 4 or none."""
    if len(string) > 10 * _LONGEST:
        return 0
    year, month, day = (int(part) for part in found.split("-"))
    unclocked = _CLOCK.sub(" ", _RUN.sub(r"\1 \2 \3 ", string))
    numbers = Counter(int(number) for number in _NUMBER.findall(unclocked))
    if not numbers[year]:
        return 4 if numbers[year % 100] and _EITHER_WAY.search(unclocked) else 0
    either = _EITHER_WAY.search(unclocked)
    if either is not None and max(int(either[1]), int(either[2])) <= 12 and either[1] != either[2]:
        return 4
    in_words = _MONTH_WORD.search(unclocked) and not _NO_DAY.search(unclocked)
    if Counter([day] if in_words else [month, day]) <= numbers:
        return 10
    return 7 if numbers[month] else 4
