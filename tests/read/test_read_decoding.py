from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from dateline.errors import InputError
from dateline.read.decoding import Decoder

LEGACY = [
    ("en", "cp1252"), ("de", "cp1252"), ("fr", "cp1252"), ("es", "cp1252"), ("it", "cp1252"), ("pt", "cp1252"),
    ("sv", "cp1252"), ("da", "cp1252"), ("fi", "cp1252"), ("pl", "cp1250"), ("pl", "iso8859_2"), ("cs", "cp1250"),
    ("hu", "cp1250"), ("tr", "cp1254"), ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "cp866"), ("ru", "iso8859_5"),
    ("uk", "cp1251"), ("uk", "koi8_u"), ("bg", "cp1251"), ("sr", "cp1251"), ("el", "cp1253"), ("ar", "cp1256"),
    ("he", "cp1255"), ("zh", "gb18030"), ("zh", "big5"), ("ja", "shift_jis"), ("ja", "euc_jp"), ("ko", "euc_kr"),
    ("th", "cp874"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_an_old_encoding_is_told_and_said(
    decoder: Decoder, paragraphs: Mapping[str, str], language: str, encoding: str
) -> None:
    raw = f"{paragraphs[language]} – é".encode(encoding, "ignore")
    decoded = decoder.decode(raw)
    assert decoded.text == raw.decode(encoding)
    assert len(decoded.issues) == (0 if raw.isascii() else 1)


@pytest.mark.parametrize(
    "text",
    [
        "“We know nothing,” she said – “nothing at all.” It’s over.",
        "José Muñoz, who lives in Besançon, said the ferry had left.",
        "It cost £3 or €5, the owner of the café said.",
    ],
)
def test_english_with_western_letters_and_marks_is_windows_1252(decoder: Decoder, text: str) -> None:
    assert decoder.decode(text.encode("cp1252")).text == text


def test_the_guessed_encoding_is_named(decoder: Decoder) -> None:
    assert decoder.decode("The café is closed, he said.".encode("cp1252")).issues == (
        "not UTF-8: read as cp1252, which is a guess",
    )


def test_a_damaged_byte_of_utf_8_is_marked_and_said(decoder: Decoder) -> None:
    raw = "“No,” she said. “Never – not once.”".encode()
    decoded = decoder.decode(raw[:-1])
    assert decoded.text == "“No,” she said. “Never – not once.\ufffd"
    assert decoded.issues == ("damaged UTF-8: U+FFFD stands for what could not be read, first at byte 42",)


def test_bytes_in_no_encoding_are_refused_with_the_first_of_them(decoder: Decoder) -> None:
    raw = b"ok " + bytes(one for one in random.Random(5).randbytes(900) if one > 31)
    with pytest.raises(InputError, match=r"not UTF-8 \(byte \d+ is [0-9a-f]{2}\), and no other encoding fits"):
        decoder.decode(raw)


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "mac_roman"])
def test_german_of_the_old_days_is_refused_not_garbled(
    decoder: Decoder, paragraphs: Mapping[str, str], encoding: str
) -> None:
    with pytest.raises(InputError, match="no other encoding fits"):
        decoder.decode(paragraphs["de"].encode(encoding))


def test_a_russian_phrase_in_english_is_not_garbled(decoder: Decoder, english: str) -> None:
    text = f"{english} She called it «сложное положение» and left."
    assert decoder.decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("language", "encoding"), [("zh", "gb18030"), ("ja", "euc_jp"), ("ru", "koi8_r"), ("en", "cp1252")]
)
def test_a_long_text_is_told_from_a_part_of_it(
    decoder: Decoder, paragraphs: Mapping[str, str], language: str, encoding: str
) -> None:
    text = "The text begins. " * 9_000 + (paragraphs[language] + " “") * 2_000
    decoded = decoder.decode(text.encode(encoding, "ignore"))
    assert decoded.text == text.encode(encoding, "ignore").decode(encoding)


def test_half_a_character_after_a_byte_order_mark_is_refused(decoder: Decoder) -> None:
    with pytest.raises(InputError, match="byte order mark of utf-16-le"):
        decoder.decode("\ufeffHe said yes.".encode("utf-16-le")[:-1])


def test_a_declared_encoding_is_believed_where_it_fits(decoder: Decoder, paragraphs: Mapping[str, str]) -> None:
    decoded = decoder.decode(paragraphs["cs"].encode("iso8859_2"), declared="iso8859_2")
    assert (decoded.text, decoded.issues) == (paragraphs["cs"], ())


def test_a_declared_encoding_that_does_not_fit_is_not_believed(decoder: Decoder, paragraphs: Mapping[str, str]) -> None:
    decoded = decoder.decode(paragraphs["ru"].encode("koi8_r"), declared="ascii")
    assert decoded.text == paragraphs["ru"]


def test_utf_8_wins_over_a_declared_encoding(decoder: Decoder) -> None:
    assert decoder.decode("“Yes,” he said.".encode(), declared="cp1252").text == "“Yes,” he said."
