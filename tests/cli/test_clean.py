"""Nothing in a text can steer the terminal that shows it."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dateline.cli import clean

TURNING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def harmless(text: str) -> bool:
    return not any(unicodedata.category(char) in ("Cc", "Cs") or char in TURNING for char in text)


@given(st.text(st.characters()))
def test_a_line_has_no_control_characters(text: str) -> None:
    assert harmless(clean.line(text))


@given(st.text(st.characters()))
def test_a_block_has_no_control_characters_but_its_line_ends(text: str) -> None:
    assert harmless(clean.block(text).replace("\n", ""))


@given(st.text(st.characters(whitelist_categories=["L", "N", "P", "S", "Zs"])))
def test_words_stay_as_they_are(text: str) -> None:
    assert clean.block(text) == clean.line(text) == text


def test_an_escape_sequence_is_shown_and_not_sent() -> None:
    assert clean.line("a\x1b[31mred\x07") == "a␛[31mred␇"


def test_line_ends_of_any_system_end_a_line() -> None:
    assert clean.block("a\r\nb\nc") == "a\nb\nc"


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_json_keeps_its_value_and_has_nothing_to_act_on(text: str) -> None:
    shown = clean.json_line(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(shown) == {"text": text}
    assert harmless(shown)


@given(st.text(), st.integers(2, 50))
def test_a_short_line_is_never_longer_than_asked(text: str, size: int) -> None:
    assert len(clean.short(text, size)) <= size
