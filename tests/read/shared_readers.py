"""The readers, made once for all tests of reading, so that the language model is loaded but once."""

from __future__ import annotations

from dateline.model.text import Document
from dateline.read.decoding import Decoder
from dateline.read.html import HtmlReader
from dateline.read.jsonl import JsonlReader
from dateline.read.language import LanguageDetector
from dateline.read.plain import PlainReader
from dateline.stages import Capture, Reader
from dateline.vocab.languages import Languages

LANGUAGES = Languages.load()
DETECTOR = LanguageDetector(LANGUAGES)
DECODER = Decoder(LANGUAGES, DETECTOR)
READERS: dict[str, Reader] = {
    "plain": PlainReader(DECODER, DETECTOR),
    "html": HtmlReader(DECODER, DETECTOR),
    "jsonl": JsonlReader(DETECTOR),
}


def read(media: str, raw: bytes, published: str | None = None) -> Document:
    """The document of a report given as bytes."""
    return READERS[media].read(Capture("report", media, raw, published))
