"""Reads plain text and Markdown: the text is the bytes decoded, and nothing else."""

from __future__ import annotations

from dateline.model.text import Document
from dateline.read.decoding import Decoder
from dateline.read.language import LanguageDetector
from dateline.read.seal import Found, seal
from dateline.read.soundness import check_bytes
from dateline.stages import Capture


class PlainReader:
    """Reads a ``.txt`` or ``.md`` file. Byte order mark, line ends and blank lines stay as they are."""

    media = "plain"

    def __init__(self, decoder: Decoder, detector: LanguageDetector) -> None:
        self._decoder = decoder
        self._detector = detector

    def read(self, capture: Capture) -> Document:
        """The document of a text; raises ``InputError`` for what is empty, binary or in no encoding we can tell."""
        check_bytes(capture.raw)
        decoded = self._decoder.decode(capture.raw)
        return seal(capture, Found(decoded.text, issues=decoded.issues), self._detector)
