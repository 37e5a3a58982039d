"""The readers, one a medium."""

from __future__ import annotations

from dateline.read.decoding import Decoder
from dateline.read.html import HtmlReader
from dateline.read.jsonl import JsonlReader
from dateline.read.language import LanguageDetector
from dateline.read.plain import PlainReader
from dateline.stages import Reader
from dateline.vocab.languages import Languages


def readers() -> tuple[Reader, ...]:
    """Every reader, ready to read. They share one language detector, which loads its model when it first needs it."""
    languages = Languages.load()
    detector = LanguageDetector(languages)
    decoder = Decoder(languages, detector)
    return (PlainReader(decoder, detector), HtmlReader(decoder, detector), JsonlReader(detector))
