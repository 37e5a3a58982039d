from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
import shared_readers
from any_script import ANY_SCRIPT
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.model import wire
from dateline.model.ids import document_id
from dateline.model.text import Document

STRINGS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | STRINGS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3),
    max_leaves=8,
)
OWN = {"id", "text", "title", "published", "outlet", "url", "language", "licence"}
SAID = "He said yes."


def read(raw: bytes, published: str | None = None) -> Document:
    return shared_readers.read("jsonl", raw, published)


def read_fields(published: str | None = None, /, **fields: Any) -> Document:
    return read(json.dumps({"id": "17", "text": SAID, **fields}).encode(), published)


@given(ANY_SCRIPT, st.booleans())
def test_the_text_comes_back_unchanged(text: str, ascii_only: bool) -> None:
    line = json.dumps({"id": "1", "text": text}, ensure_ascii=ascii_only)
    assert read(line.encode("utf-8")).text == text


@given(st.dictionaries(STRINGS.filter(lambda name: name not in OWN), VALUES, max_size=4))
def test_unknown_fields_come_back_under_extra(extra: dict[str, Any]) -> None:
    assert wire.document(read_fields(**extra))["source"]["extra"] == extra


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_an_input_error(raw: bytes) -> None:
    with suppress(InputError):
        document = read(raw)
        assert document.source.id


@given(st.dictionaries(st.sampled_from(sorted(OWN)), VALUES))
def test_any_values_give_a_document_or_an_input_error(fields: dict[str, Any]) -> None:
    with suppress(InputError):
        document = read(json.dumps(fields).encode())
        assert document.text == fields["text"]


def test_the_known_fields_have_their_places() -> None:
    document = read_fields(
        title="Ferry leaves early",
        published="Wed, 12 Apr 2017 23:30:00 -0500",
        outlet="Velmora Gazette",
        url="https://velmora.example/ferry",
        language="English",
        licence="CC BY 4.0",
    )
    source = document.source
    assert (document.title, document.language, document.issues) == ("Ferry leaves early", "en", ())
    assert (source.id, source.outlet, source.url) == ("17", "Velmora Gazette", "https://velmora.example/ferry")
    assert (source.language, source.licence, source.extra) == ("English", "CC BY 4.0", ())
    assert source.published is not None
    assert (source.published.first, source.published.basis) == ("2017-04-12", "published")


def test_the_id_is_that_of_text_outlet_address_and_date() -> None:
    document = read_fields(outlet="Gazette", url="https://a.example", published="2017-04-12T10:00:00Z", title="x", y=1)
    assert document.id == document_id(text=SAID, outlet="Gazette", url="https://a.example", published="2017-04-12")


@pytest.mark.parametrize("value", [None, "", "  "])
def test_null_and_blank_are_absent(value: str | None) -> None:
    assert read_fields(**dict.fromkeys(OWN - {"id", "text"}, value)) == read_fields()


def test_a_number_as_id_is_its_digits() -> None:
    assert read_fields(id=4711).source.id == "4711"


def test_a_date_that_is_not_understood_is_an_issue_and_kept() -> None:
    document = read_fields(published="last Tuesday")
    assert document.source.published is None
    assert document.issues == (
        "published 'last Tuesday' is not a date that is understood; write it as 2017, 2017-04 or 2017-04-12",
    )
    assert document.source.extra == (("published", '"last Tuesday"'),)


@pytest.mark.parametrize(
    ("own", "date"), [("2016-01-02", "2016-01-02"), (None, "2017-04"), ("last Tuesday", "2017-04")]
)
def test_the_given_date_stands_in_for_one_that_is_missing(own: str | None, date: str) -> None:
    published = read_fields("2017-04", published=own).source.published
    assert published is not None
    assert published.first == date


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": "x"}, "the field 'id' must be a string that is not empty, it is not there"),
        ({"id": "", "text": "x"}, "the field 'id' must be a string that is not empty, it is the string ''"),
        ({"id": True, "text": "x"}, "the field 'id' must be a string that is not empty, it is true or false"),
        ({"id": "1"}, "the field 'text' must be a string, it is not there"),
        ({"id": "1", "text": None}, "the field 'text' must be a string, it is null"),
        ({"id": "1", "text": ["x"]}, "the field 'text' must be a string, it is a list"),
        ({"id": "1", "text": "x", "title": 5}, "the field 'title' must be a string or null, it is a number"),
        ({"id": "1", "text": "x", "published": 2017}, "the field 'published' must be a string or null, it is a number"),
        ({"id": "1", "text": "x", "outlet": {}}, "the field 'outlet' must be a string or null, it is an object"),
        ({"id": "1", "text": " \n"}, "no text: empty, or white space only"),
        ([1, 2], "this is a list"),
        ("x", "this is the string 'x'"),
    ],
)
def test_a_wrong_field_is_refused_by_name(fields: object, message: str) -> None:
    with pytest.raises(InputError, match=message.replace("(", r"\(")):
        read(json.dumps(fields).encode())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            rb'{"id": "1", "text": "He said \ud83d yes."}',
            "the field 'text' holds a lone surrogate, U.D83D, at character 8",
        ),
        (rb'{"id": "1", "text": "He \u0000 said"}', "the field 'text' holds NUL at character 3"),
        (rb'{"id": "1", "text": "x", "a": [{"b": "\udc00"}]}', "the field 'a' holds a lone surrogate"),
        (rb'{"id": "1", "text": "x", "a\ud800": 1}', "the field name '.*' holds a lone surrogate"),
        (rb'{"id": "1", "text": "x", "a": NaN}', "NaN is no JSON value"),
        (rb'{"id": "1", "text": "x", "a": -1e999}', "the number -1e999 is too large"),
        (rb'{"id": "1", "text": "x", "text": "y"}', "the field 'text' stands twice"),
        (b'{"id": "1", "text": "x"', "not JSON: .* at character 23"),
        (b'{"id": "1", "text": "caf\xe9"}', "not UTF-8 at byte 24; JSON Lines are always UTF-8"),
        (b'{"id": "1", "text": "x", "a": ' + b"[" * 50_000, "JSON nested more than 100 deep"),
        (b'{"id": "1", "text": "x", "a": ' + b"[" * 200 + b"]" * 200 + b"}", "JSON nested more than 100 deep"),
        (b'{"id": "1", "text": "x", "a": ' + b"9" * 5_000 + b"}", "not readable: "),
    ],
)
def test_a_broken_line_is_refused_with_the_place(line: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(line)


def test_a_pair_of_surrogates_is_its_character() -> None:
    assert read(rb'{"id": "1", "text": "He said \ud83d\ude00 yes."}').text == "He said \U0001f600 yes."


def test_a_byte_order_mark_before_the_object_is_no_part_of_it() -> None:
    assert read(b'\xef\xbb\xbf{"id": "1", "text": "\xef\xbb\xbfHe said yes."}').text == "\ufeffHe said yes."
