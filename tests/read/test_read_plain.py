from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
import shared_readers
from any_script import ANY_SCRIPT, RANGES, written
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model.text import Document
from dateline.read.all import readers
from dateline.stages import Capture


def read(raw: bytes, published: str | None = None) -> Document:
    return shared_readers.read("plain", raw, published)


@pytest.mark.parametrize("script", sorted(RANGES))
def test_a_text_in_any_script_comes_back_unchanged(script: str) -> None:
    @given(written(script))
    def unchanged(text: str) -> None:
        assert read(text.encode("utf-8")).text == text

    unchanged()


@given(ANY_SCRIPT, st.sampled_from(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]))
def test_a_byte_order_mark_tells_the_encoding_and_stays(text: str, encoding: str) -> None:
    marked = "\ufeff" + text.lstrip("\ufeff")
    raw = marked.encode(encoding) if encoding[-2:] in ("le", "be") else marked[1:].encode(encoding)
    assert read(raw).text == marked


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_an_input_error(raw: bytes) -> None:
    with suppress(InputError):
        document = read(raw)
        assert document.text.strip()


def test_byte_order_mark_line_ends_and_last_lines_stay(english: str) -> None:
    text = f"\ufeffFerry leaves early\r\n\r\n{english}\r\n\n\n"
    assert read(text.encode("utf-8")).text == text


def test_front_matter_is_text() -> None:
    text = "---\ntitle: Ferry\n---\nThe ferry left.\n"
    assert read(text.encode()).text == text


@pytest.mark.parametrize(
    "raw", [b"", b" \n\t\r\n", "\u00a0\u2003\n".encode(), codecs.BOM_UTF8, "\ufeff \u200b".encode()]
)
def test_nothing_but_white_space_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="empty, or white space only"):
        read(raw)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or an Office document"),
        (b"\x1f\x8b\x08\x00", "a gzip file"),
        (b"{\\rtf1\\ansi text}", "an RTF document"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(raw: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind):
        read(raw)


def test_nul_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match="binary, with NUL at byte 13"):
        read(b"He said yes. \x00 She left for the harbour and would not come back before the evening.")


def test_utf_16_without_a_byte_order_mark_is_refused_with_the_likely_cause(english: str) -> None:
    with pytest.raises(InputError, match="UTF-16 or UTF-32 without a byte order mark"):
        read(english.encode("utf-16-le"))


def test_control_characters_in_plenty_are_refused() -> None:
    with pytest.raises(InputError, match="control characters"):
        read(b"He\x01said\x02yes\x03and\x04no\x05")


def test_a_stray_control_character_is_kept(english: str) -> None:
    text = english + "\x0c\x1b" + english
    assert read(text.encode()).text == text


def test_the_given_date_is_that_of_the_report() -> None:
    published = read(b"He said yes.", "2017-04").source.published
    assert published is not None
    assert (published.first, published.last, published.basis) == ("2017-04", None, "published")


def test_the_given_date_is_part_of_the_id() -> None:
    assert read(b"He said yes.", "2017-04").id != read(b"He said yes.").id


def test_the_locator_is_not_part_of_the_document() -> None:
    elsewhere = Capture("elsewhere/b.txt", "plain", b"He said yes.")
    assert shared_readers.READERS["plain"].read(elsewhere) == read(b"He said yes.")


def test_every_medium_has_one_reader() -> None:
    assert [reader.media for reader in readers()] == ["plain", "html", "jsonl"]
