"""Numbers in figures and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.mark.numerals import Numerals, figure
from dateline.vocab.numbers import Numbers

WORDS = "one five ten twenty hundred thousand million and - a dozen"
NUMERALS = Numerals(Numbers.load())


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one", "1"),
        ("twenty - one", "21"),
        ("two hundred", "200"),
        ("a hundred", "100"),
        ("two hundred and five", "205"),
        ("two hundred thousand", "200000"),
        ("one million two hundred thousand and six", "1200006"),
        ("a million", "1000000"),
        ("two dozen", "24"),
        ("3.5 million", "3500000"),
        ("4 hundred million", "400000000"),
        ("2 1 / 2", "2.5"),
        ("1,300", "1300"),
        ("twenty sixteen", "2016"),
    ],
)
def test_a_number_has_its_value(words: str, value: str) -> None:
    numeral = NUMERALS.at(words.split(), 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(value), len(words.split()))


@pytest.mark.parametrize("words", ["a", "a house", "and two", "house"])
def test_what_is_no_number_gives_none(words: str) -> None:
    assert NUMERALS.at(words.split(), 0) is None


def test_and_between_two_counts_does_not_join_them() -> None:
    numeral = NUMERALS.at(["two", "and", "three"], 0)
    assert numeral is not None
    assert numeral.end == 1


def test_a_longer_run_of_digits_than_any_quantity_is_no_figure() -> None:
    assert figure("9" * 31) is None


def test_more_millions_than_any_quantity_are_no_number() -> None:
    assert NUMERALS.at(["million"] * 1000, 0) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_are_read_as_they_are_written(number: int) -> None:
    assert figure(f"{number:,}") == number


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1))
def test_a_numeral_takes_at_least_one_word_and_no_more_than_there_are(words: list[str]) -> None:
    numeral = NUMERALS.at(words, 0)
    assert numeral is None or 0 < numeral.end <= len(words)
