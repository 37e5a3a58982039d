"""Amounts: figures, bounds, units, what they count, and what is no amount."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from crude_marks import document, marks_of
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mark.amounts import AmountMarker, taken
from dateline.mark.times import TimeMarker
from dateline.model.marks import Amount

MARKER, TIMES = AmountMarker(), TimeMarker()
ANY = "?"

FIGURES = [
    ("They saw 7,000 troops.", "7000", "7000", "exactly", "person"),
    ("They saw seven thousand troops.", "7000", "7000", "exactly", "person"),
    ("They saw two hundred and five troops.", "205", "205", "exactly", "person"),
    ("They saw 3.5 million people.", "3500000", "3500000", "exactly", "person"),
    ("They saw 40k people.", "40000", "40000", "exactly", "person"),
    ("They saw some 7,000 troops.", "7000", "7000", "about", "person"),
    ("They saw about 40 troops.", "40", "40", "about", "person"),
    ("They saw nearly 40 troops.", "40", "40", "about", "person"),
    ("They saw an estimated 40 troops.", "40", "40", "about", "person"),
    ("They saw at least 40 troops.", "40", None, "at_least", "person"),
    ("They saw more than 40 troops.", "40", None, "at_least", "person"),
    ("They saw no fewer than 40 troops.", "40", None, "at_least", "person"),
    ("They saw over 40 troops.", "40", None, "at_least", "person"),
    ("They saw 40 or more troops.", "40", None, "at_least", "person"),
    ("They saw fewer than 40 troops.", None, "40", "at_most", "person"),
    ("They saw up to 40 troops.", None, "40", "at_most", "person"),
    ("They saw as many as 40 troops.", None, "40", "at_most", "person"),
    ("They saw dozens of troops.", "12", None, "at_least", "person"),
    ("They saw tens of thousands of troops.", "10000", None, "at_least", "person"),
    ("They saw 30 to 40 troops.", "30", "40", "range", "person"),
    ("They saw 30-40 troops.", "30", "40", "range", "person"),
    ("They saw between 30 and 40 troops.", "30", "40", "range", "person"),
    ("They lost three or four troops.", "3", "4", "range", "person"),
    ("At least 12 killed, police said.", "12", None, "at_least", "person"),
    ("They saw two dozen policemen.", "24", "24", "exactly", ANY),
    ("A third of the land burned.", "0.333", "0.333", "exactly", "share"),
    ("Two-thirds of the land burned.", "0.667", "0.667", "exactly", "share"),
    ("Half of the land burned.", "0.5", "0.5", "exactly", "share"),
    ("One in five people left.", "0.2", "0.2", "exactly", "share"),
    ("About a quarter of the land burned.", "0.25", "0.25", "about", "share"),
    ("It rose by 40 percent.", "40", "40", "exactly", "percent"),
    ("It rose by 4.5%.", "4.5", "4.5", "exactly", "percent"),
    ("It rose by 2 percentage points.", "2", "2", "exactly", "percentage_point"),
    ("It fell to -3.5%.", "-3.5", "-3.5", "exactly", "percent"),
    ("It is 100 kilometers from there.", "100", "100", "exactly", "km"),
    ("It is 100km from there.", "100", "100", "exactly", "km"),
    ("It is a 100-kilometre road.", "100", "100", "exactly", "km"),
    ("It is over 40 square kilometres.", "40", None, "at_least", "km2"),
    ("They ran at 90 km/h.", "90", "90", "exactly", "km/h"),
    ("It weighs 70kg.", "70", "70", "exactly", "kg"),
    ("It weighs 2½ tonnes.", "2.5", "2.5", "exactly", "t"),
    ("It cost $20.", "20", "20", "exactly", "USD"),
    ("It cost $3.5bn.", "3500000000", "3500000000", "exactly", "USD"),
    ("It cost US$1.2 million.", "1200000", "1200000", "exactly", "USD"),
    ("It cost A$40.", "40", "40", "exactly", "AUD"),
    ("It cost €5 million.", "5000000", "5000000", "exactly", "EUR"),
    ("It cost 300 million roubles.", "300000000", "300000000", "exactly", "RUB"),
    ("It cost $10 to $15 billion.", "10000000000", "15000000000", "range", "USD"),
    ("It costs $52 a barrel.", "52", "52", "exactly", "USD/bbl"),
    ("They pump 9,000 barrels per day.", "9000", "9000", "exactly", "bbl/day"),
    ("It was minus 30 degrees Celsius.", "-30", "-30", "exactly", "degC"),
    ("It lasted two years.", "2", "2", "exactly", "year"),
    ("A 44-year-old man left.", "44", "44", "exactly", "year"),
    ("They sent six tanks.", "6", "6", "exactly", "tank"),
    ("They have two local clinics.", "2", "2", "exactly", None),
]

COUNTED = [
    ("They saw some 7,000 northern troops.", "northern troops", "some 7,000 northern troops"),
    ("A total of some 7,000 northern troops stood there.", "northern troops", "some 7,000 northern troops"),
    ("They have two main clinics in town.", "main clinics", "two main clinics"),
    ("They saw dozens of local farmers.", "local farmers", "dozens of local farmers"),
    ("A third of the rural land burned.", "rural land", "A third of the rural land"),
    ("They bought 70 kg of rice.", "rice", "70 kg of rice"),
    ("They lost 40 percent of their land.", "land", "40 percent of their land"),
    ("They sent 12 Mi-8 helicopters.", "Mi-8 helicopters", "12 Mi-8 helicopters"),
    ("They saw 20 people on Monday.", "people", "20 people"),
    ("They saw 20 more people.", "people", "20 more people"),
]

NOTHING = [
    "They met in 2004.",
    "They met on October 12, 2019.",
    "They met on 2019-10-12.",
    "They met at 10:30.",
    "They met at 5 p.m. on Monday.",
    "They met in the 1990s.",
    "They met two days earlier.",
    "The 201st base stood there.",
    "The 201stmilitary base stood there.",
    "The Su-25 and the F-16 stood there.",
    "The Su25 stood there.",
    "Resolution 1373 was passed.",
    "They read Article 5.",
    "He lived in room 12.",
    "Flight 370 was lost.",
    "It was No. 5 on the list.",
    "Call +44 20 7946 0018.",
    "Call (202) 555-0143 now.",
    "Agent 007 left.",
    "They won 2-1 and left.",
    "It was 24/7 work.",
    "Version 2.4.1 came out.",
    "The third house fell.",
    "The second half began.",
    "No one left.",
    "They left one by one.",
    "The Stoxx 600 fell.",
    "They live at 575 Ilmenau Road.",
    "COVID-19 came.",
    "It was nineteen ninety-six.",
    "He came to the point.",
    "They came in the hundreds.",
]


def found(text: str) -> list[Amount]:
    marks = marks_of(text)
    whole = document(text, "2021-10-15")
    return list(MARKER.mark(whole, marks.plus(TIMES.mark(whole, marks))))


@pytest.mark.parametrize(("text", "low", "high", "bound", "unit"), FIGURES)
def test_an_amount_has_its_figure_bound_and_unit(
    text: str, low: str | None, high: str | None, bound: str, unit: str | None
) -> None:
    [amount] = found(text)
    ends = tuple(None if end is None else Decimal(end) for end in (low, high))
    assert (amount.quantity.low, amount.quantity.high, amount.quantity.bound) == (*ends, bound)
    assert unit in (ANY, amount.quantity.unit)


@pytest.mark.parametrize(("text", "counted", "words"), COUNTED)
def test_an_amount_covers_its_words_and_names_what_it_counts(text: str, counted: str, words: str) -> None:
    [amount] = found(text)
    assert amount.counted is not None
    assert document(text)[amount.counted] == counted
    assert document(text)[amount.span] == words


@pytest.mark.parametrize("text", NOTHING)
def test_no_amount_where_none_is_meant(text: str) -> None:
    assert [text[amount.span.start : amount.span.end] for amount in found(text)] == []


def test_a_figure_given_twice_is_one_amount_with_two_readings() -> None:
    text = "The wall is long, more than 200 miles, 240 miles."
    [amount] = found(text)
    assert document(text)[amount.span] == "more than 200 miles, 240 miles"
    assert (amount.quantity.low, amount.quantity.high) == (Decimal(200), Decimal(240))
    assert (amount.quantity.unit, amount.quantity.bound) == ("mi", "range")


def test_two_lengths_of_a_list_stay_two_amounts() -> None:
    assert [amount.quantity.high for amount in found("The roads are 200 miles, 240 miles.")] == [200, 240]


def test_a_rise_from_one_figure_to_another_is_no_range() -> None:
    assert [amount.quantity.high for amount in found("Sales rose 7% to $2.3 billion.")] == [7, 2_300_000_000]


def test_only_lengths_of_time_leave_room_for_an_amount() -> None:
    text = "In 2004 it lasted two years."
    times = TIMES.mark(document(text), marks_of(text))
    assert [document(text)[span] for span in taken(list(times))] == ["2004"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_gives_amounts_within_it(text: str) -> None:
    for amount in found(text):
        assert document(text)[amount.span].strip()


FIGURES_AND_SIGNS = "²³½٣५0123456789 /.,:$%€°-–−+'’()abdkmpst\n"
WORDS = (
    "about more than 7 1,300 3.5 million half a third of between and to - – $ € US$ % km kilometers troops people 40kg "
    "minus or one in five dozens thousands 0 00 . , ( ) 1/2 ½ per barrel day 99999999999999999999999999999999 2004 no -"
    " up at least most x × / old year few or so"
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=14))
def test_any_string_of_number_words_gives_amounts_in_order_that_do_not_overlap(words: list[str]) -> None:
    amounts = found(" ".join(words))
    assert all(one.span.end <= other.span.start for one, other in pairwise(amounts))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=14))
def test_what_is_counted_lies_in_the_amount(words: list[str]) -> None:
    for amount in found(" ".join(words)):
        assert amount.counted is None or amount.span.covers(amount.counted)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=FIGURES_AND_SIGNS, max_size=40))
def test_any_string_of_figures_and_signs_gives_amounts_within_it(text: str) -> None:
    for amount in found(text):
        assert document(text)[amount.span].strip()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=14))
def test_the_same_text_gives_the_same_amounts(words: list[str]) -> None:
    text = " ".join(words)
    whole, marks = document(text, "2021-10-15"), marks_of(text)
    assert found(text) == list(AmountMarker().mark(whole, marks.plus(TimeMarker().mark(whole, marks))))
