"""Reads an HTML page: the text of its article, a paragraph a line, and what the page says of itself."""

from __future__ import annotations

import codecs
import logging
import re
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.model.text import Document, Source
from dateline.read.decoding import Decoder
from dateline.read.language import LanguageDetector
from dateline.read.page import article, lines, parsed
from dateline.read.page_date import BOUNDS, page_date
from dateline.read.seal import Found, seal
from dateline.read.soundness import check_bytes
from dateline.stages import Capture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{2,40})", re.IGNORECASE
)
_BEGINNING = 4096  # bytes in which a page may name its encoding
_WIDER = {  # what browsers take these encodings for
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
_FIT_FOR_PAGES = re.compile(
    r"ascii|cp(125[0-8]|866|874|932|936|949|950)|iso8859[-_][0-9]+|koi8[-_][rut]|mac[-_](roman|cyrillic)"
    r"|big5(hkscs)?|gb(k|2312|18030)|euc[-_](jp|kr)|shift_jis|tis[-_]620"
)
_TAG = re.compile(rb"<[^<>]*>")


class HtmlReader:
    """Reads a web page as it was saved. Menus, comments and scripts are left out; nothing is ever fetched.

    Title, outlet, canonical address, licence and publication date are those that the page declares. The declared
    language counts only for a text that does not show its own: templates often declare the wrong one.
    """

    media = "html"

    def __init__(self, decoder: Decoder, detector: LanguageDetector) -> None:
        self._decoder = decoder
        self._detector = detector

    def read(self, capture: Capture) -> Document:
        """The document of a page; raises ``InputError`` for what is no HTML or holds no article."""
        raw = capture.raw
        check_bytes(raw)
        decoded = self._decoder.decode(raw, declared=_declared_encoding(raw), evidence=_running_text(raw))
        return seal(capture, _found(decoded.text, decoded.issues), self._detector)


def _found(page: str, issues: tuple[str, ...]) -> Found:
    """What there is in a page. A page that trips up the parsers is refused like one that is no HTML."""
    _quieten()
    try:
        return _taken_apart(page, issues)
    except InputError:
        raise
    except Exception as fault:
        raise InputError(f"not readable as HTML: {type(fault).__name__}: {fault}") from fault


def _taken_apart(page: str, issues: tuple[str, ...]) -> Found:
    tree = parsed(page)
    found = article(tree, BOUNDS)
    url = _canonical(tree) or found.url
    source = Source(
        outlet=found.sitename,
        url=url,
        published=page_date(tree, url),
        language=_declared_language(tree),
        licence=found.license,
    )
    return Found(lines(found.text or ""), source=source, title=found.title, trusted=False, issues=issues)


def _declared_encoding(raw: bytes) -> str | None:
    """The encoding a page names in its first bytes, if it is one that pages are written in, UTF-8 apart."""
    named = _CHARSET.search(raw[:_BEGINNING])
    if named is None:
        return None
    try:
        encoding = codecs.lookup(named[1].decode("ascii")).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(encoding, encoding) if _FIT_FOR_PAGES.fullmatch(encoding) else None


def _running_text(raw: bytes) -> bytes:
    """The page without its tags, scripts and styles."""
    kept = raw
    for name in (b"script", b"style"):
        first, *others = kept.split(b"<" + name)
        kept = b" ".join([first, *(part.partition(b"</" + name)[2] for part in others)])
    return _TAG.sub(b" ", kept)


def _declared_language(tree: HtmlElement) -> str | None:
    declared = str(tree.xpath("string((//html/@lang | //html/@xml:lang)[1])")).strip()
    return declared or str(tree.xpath("string(//meta[@http-equiv='content-language']/@content)")).strip() or None


def _canonical(tree: HtmlElement) -> str | None:
    address = str(tree.xpath("string(//link[@rel='canonical']/@href)")).strip()
    return address if address.startswith(("http://", "https://")) else None


def _quieten() -> None:
    """What the parsers have to say goes to those who ask for it, not to the terminal."""
    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
