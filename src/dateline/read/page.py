"""Makes a page ready for the extraction of its article, and the article's text ready to be sealed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document as Article

_BEGINNING = 4096  # characters in which a whole page has its "<html"
_ELEMENT = re.compile(r"<[A-Za-z!/?]")
_LONG_TAG = re.compile(r"<[^<>]{8192,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 2000  # of one element: the parser takes time with the square of their number
_MANY_ELEMENTS = 10_000  # more than all but the longest articles have; above it there are no second opinions
_MOST_ELEMENTS = 20_000  # takes a second or two; a page with more is no article
_ROW = re.compile(r"\| (.*?) ?\| ?")
_RULE = re.compile(r"\|(---\|)+")


def parsed(page: str) -> HtmlElement:
    """The tree of a page or of a fragment; raises ``InputError`` for what has no element or a monstrous one."""
    from trafilatura.utils import load_html

    if _ELEMENT.search(page) is None:
        raise InputError("not HTML: no element found")
    for tag in _LONG_TAG.findall(page):
        count = len(_QUOTED.sub("", tag).split())
        if count > _MOST_ATTRIBUTES:
            raise InputError(f"not readable as HTML: an element with {count} attributes")
    tree = load_html(page if "<html" in page[:_BEGINNING].lower() else f"<html>{page}</html>")
    if tree is None:
        raise InputError("not HTML: no element found")
    count = _size(tree)
    if count > _MOST_ELEMENTS:
        raise InputError(f"not an article: a page of {count:,} elements, more than {_MOST_ELEMENTS:,}")
    return tree


def article(tree: HtmlElement, dates: Mapping[str, Any]) -> Article:
    """The article of a page with what the page says of itself; raises ``InputError`` when there is none.

    It does not depend on the pages read before: trafilatura's memory of repeated passages is off. ``dates`` are
    the bounds that htmldate is to keep to.
    """
    from trafilatura.core import bare_extraction
    from trafilatura.settings import Extractor, use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")  # below it, inline tags would break lines
    options = Extractor(
        config=config,
        output_format="python",
        comments=False,
        dedup=False,
        with_metadata=True,
        date_params=dict(dates),
        fast=_size(tree) > _MANY_ELEMENTS,
    )
    found = bare_extraction(_without_layout_tables(tree), options=options)
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise InputError("no article text found in the page")
    return found


def lines(text: str) -> str:
    """The text of an article, a paragraph a line, the rows of tables as cells with tabs between them."""
    kept = (line for line in text.strip().split("\n") if not _RULE.fullmatch(line.strip()))
    rows = ((line, _ROW.fullmatch(line)) for line in kept)
    return "\n".join("\t".join(row[1].split(" | ")) if row else line for line, row in rows)


def _size(tree: HtmlElement) -> int:
    return sum(1 for _ in tree.iter())


def _without_layout_tables(tree: HtmlElement) -> HtmlElement:
    """A copy in which tables that only arrange the page are plain blocks, so that their paragraphs stay apart."""
    page = deepcopy(tree)
    for table in list(page.iter("table")):
        cells = table.iter("td", "th")
        if any(cell.find(".//p") is not None or len(cell.findall(".//br")) > 1 for cell in cells):
            for part in list(table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th")):
                part.tag = "div"
    return page
