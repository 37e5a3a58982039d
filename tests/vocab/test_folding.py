"""Names are made alike: the same key however a name is written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.vocab.folding import folded, words

LETTERS = st.text(alphabet=st.characters(categories=["L"]), min_size=1, max_size=12)
NAMES = st.lists(LETTERS, min_size=1, max_size=4)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_a_key_is_letters_and_figures(text: str) -> None:
    assert all(char.isalnum() for char in folded(text))


@given(NAMES, st.sampled_from(["", " ", "-", " - ", "‐", "  ", "_", "/"]))
def test_what_stands_between_the_words_does_not_matter(parts: list[str], between: str) -> None:
    assert folded(between.join(parts)) == folded(" ".join(parts))


@given(NAMES, st.sampled_from(["'", "’", "‘", "ʻ", "ʼ", "`", "."]))
def test_apostrophes_and_full_stops_do_not_divide(parts: list[str], mark: str) -> None:
    assert words(mark.join(parts)) == words("".join(parts))


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), max_size=20))
def test_case_does_not_matter(name: str) -> None:
    assert folded(name.upper().lower()) == folded(name.lower())


@given(st.text(max_size=20), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_composed_and_decomposed_are_one(text: str, form: str) -> None:
    assert folded(unicodedata.normalize(form, text)) == folded(text)


@given(LETTERS, st.sampled_from(["\u0300", "\u0301", "\u0308", "\u0323", "\u0327"]))
def test_diacritics_do_not_matter(name: str, diacritic: str) -> None:
    assert folded("".join(letter + diacritic for letter in name)) == folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qurghon Teppa", "Qürghonteppa"),
        ("Gorno-Badakhshan", "Gorno Badakhshan"),
        ("Xi'an", "Xi’an"),
        ("Łódź", "Lodz"),
        ("İstanbul", "istanbul"),
        ("U.S.", "US"),
        ("St. John’s", "St Johns"),
        ("Weißenfels", "WEISSENFELS"),
        ("Душанбе", "ДУШАНБЕ"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


def test_words_are_counted_as_they_are_written() -> None:
    assert words("Qurghon Teppa") == ["qurghon", "teppa"]
    assert words("Qurghonteppa") == ["qurghonteppa"]
    assert words("U.S.") == ["us"]


def test_a_name_without_letters_has_no_key() -> None:
    assert folded("– …") == ""
