"""Bytes to text: UTF-8 first, a byte order mark, else a detected encoding, which is said; never a silent guess."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from dateline.errors import InputError
from dateline.read.language import LanguageDetector
from dateline.vocab.languages import Languages

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SCRIPTS = {  # encodings that charset-normalizer may find, with the scripts their texts are in
    "cp1251": "CYRILLIC", "koi8_r": "CYRILLIC", "koi8_u": "CYRILLIC", "iso8859_5": "CYRILLIC", "cp866": "CYRILLIC",
    "mac_cyrillic": "CYRILLIC", "cp1253": "GREEK", "iso8859_7": "GREEK", "cp1255": "HEBREW", "iso8859_8": "HEBREW",
    "cp1256": "ARABIC", "iso8859_6": "ARABIC", "cp874": "THAI", "gb18030": "CJK", "big5": "CJK",
    "cp932": "CJK HIRAGANA KATAKANA", "euc_jp": "CJK HIRAGANA KATAKANA", "cp949": "HANGUL CJK",
}  # fmt: skip
_SISTERS = {"cp1250": ("iso8859_2",)}  # encodings of the same languages
_MOST_CHAOS = 0.1  # charset-normalizer's share of disorder above which nothing is believed
_FEWEST = 8  # letters outside ASCII that it takes to tell an encoding
_LATIN = 3  # times as many ASCII letters as other bytes: a text in Latin letters with accents and curly quotes
_SAMPLE = 65_536  # bytes that are looked at to tell an encoding
_RUN = re.compile(rb"[\x80-\xff]{3,}")  # hardly ever in Latin letters
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_MISPLACED = re.compile(  # what stands inside words when the code page is the wrong one
    r"[\x80-\x9f]|(?<=[^\W\d_])[¹³¼½¾¿¡±¤¦¬¢£¥§¶¯¸¨†‡‰•„“”‚›‹](?=[^\W\d_])|(?<=[A-Za-z])[À-ÖØ-ÞŠŽŸ](?=[a-z])"
)
_MOST_MISPLACED = 0.05  # of the characters outside ASCII


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what there is to know of how it was decoded, a sentence each."""

    text: str
    issues: tuple[str, ...] = ()


class Decoder:
    """Turns bytes into text without changing a character: a byte order mark (U+FEFF) and line ends stay.

    What is not UTF-8 is read in the encoding that charset-normalizer and the language of the text point to, with
    an issue that names it. UTF-8 with a few damaged bytes is read with U+FFFD in their place, with an issue too.
    """

    def __init__(self, languages: Languages, detector: LanguageDetector) -> None:
        self._languages = languages
        self._detector = detector

    def decode(self, raw: bytes, *, declared: str | None = None, evidence: bytes | None = None) -> Decoded:
        """The text of ``raw``; raises ``InputError`` when no encoding can be told with confidence.

        ``declared`` is an encoding that the input names, believed if the bytes fit. ``evidence`` are the bytes
        of ``raw`` to judge by, when not all of them are running text.
        """
        for mark, encoding in _MARKS:
            if raw.startswith(mark):
                return Decoded(_strict(raw, encoding))
        try:
            return Decoded(raw.decode("utf-8"))
        except UnicodeDecodeError as fault:
            first = fault.start
        named = _named(raw, declared)
        if named is not None:
            return named
        return self._damaged(raw, first) or self._detected(raw, evidence or raw, first)

    @staticmethod
    def _damaged(raw: bytes, first: int) -> Decoded | None:
        """UTF-8 with a few bytes that are not: at most one for every three characters outside ASCII."""
        sound = _beyond_ascii(raw.decode("utf-8", "ignore"))
        text = raw.decode("utf-8", "replace")
        if sound < 3 * (_beyond_ascii(text) - sound):
            return None
        return Decoded(text, (f"damaged UTF-8: U+FFFD stands for what could not be read, first at byte {first}",))

    def _detected(self, raw: bytes, evidence: bytes, first: int) -> Decoded:
        sample = _window(evidence)
        high, in_runs = len(_HIGH.findall(sample)), sum(map(len, _RUN.findall(sample)))
        if len(_ASCII_LETTER.findall(sample)) >= _LATIN * high and in_runs <= high / 2:
            found = self._latin(raw, sample)
        else:
            found = _foreign(raw, sample)
        if found is None:
            raise InputError(
                f"not UTF-8 (byte {first} is {raw[first : first + 1].hex()}), and no other encoding fits. "
                "Save it as UTF-8 if it is text"
            )
        text, encoding = found
        return Decoded(text, (f"not UTF-8: read as {encoding}, which is a guess",))

    def _latin(self, raw: bytes, sample: bytes) -> tuple[str, str] | None:
        """Text in Latin letters: the code page of its language, else the Western one."""
        language = self._detector.judge(sample.decode("cp1252", "ignore")).code
        page = self._languages.pages.get(language, "cp1252")
        for encoding in (page, *_SISTERS.get(page, ()), "cp1252"):
            text = _tried(raw, encoding)
            if text is not None and len(_MISPLACED.findall(text)) <= _MOST_MISPLACED * _beyond_ascii(text):
                return text, encoding
        return None


def _beyond_ascii(text: str) -> int:
    """How many characters are not ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _window(evidence: bytes) -> bytes:
    """A stretch around the first byte outside ASCII, cut where no encoding has half a character."""
    first = _HIGH.search(evidence)
    start = max(0, first.start() - _SAMPLE // 32) if first else 0
    if len(evidence) - start <= _SAMPLE:
        return evidence[start:]
    cut = max(evidence.rfind(end, start + _SAMPLE // 2, start + _SAMPLE) for end in (b"\n", b" "))
    return evidence[start : cut if cut > 0 else len(evidence)]


def _foreign(raw: bytes, sample: bytes) -> tuple[str, str] | None:
    """Text in another script, as charset-normalizer tells it, if the letters are those of that encoding's script."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_SCRIPTS)).best()
    if best is None or best.encoding not in _SCRIPTS or best.chaos > _MOST_CHAOS:
        return None
    text = _tried(raw, best.encoding)
    letters = [one for one in str(best) if one > "\x7f" and one.isalpha()]
    scripts = _SCRIPTS[best.encoding].split()
    fitting = sum(unicodedata.name(one, "").partition(" ")[0] in scripts for one in letters)
    if text is None or fitting < max(_FEWEST, 0.9 * len(letters)):
        return None
    return text, best.encoding


def _named(raw: bytes, declared: str | None) -> Decoded | None:
    """The text in the declared encoding, if there is one and nearly all bytes fit it."""
    if declared is None:
        return None
    try:
        text = raw.decode(declared, "replace")
    except LookupError:
        return None
    lost = text.count("\ufffd")
    if not lost:
        return Decoded(text)
    if lost > 0.01 * len(text):
        return None
    return Decoded(text, (f"not all of it is {declared}, as it says: U+FFFD stands for what could not be read",))


def _tried(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as fault:
        raise InputError(
            f"begins with the byte order mark of {encoding}, but byte {fault.start} is not: {fault.reason}"
        ) from fault
