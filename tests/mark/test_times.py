"""Time expressions: what is marked, with which TIMEX3 value and date, and what is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from crude_marks import document, marks_of
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mark.times import TimeMarker
from dateline.model.marks import Time

MARKER = TimeMarker()
FRIDAY = "2021-10-15"

DATED = [
    ("They met on October 12, 2019.", "October 12, 2019", "2019-10-12"),
    ("They met on 12 October 2019.", "12 October 2019", "2019-10-12"),
    ("They met on the 12th of October, 2019.", "the 12th of October, 2019", "2019-10-12"),
    ("They met on Oct. 12, 2019, in the capital.", "Oct. 12, 2019", "2019-10-12"),
    ("They met on Saturday, October 12, 2019.", "Saturday, October 12, 2019", "2019-10-12"),
    ("The file is dated 2019-10-12.", "2019-10-12", "2019-10-12"),
    ("The file is dated 13.10.2019.", "13.10.2019", "2019-10-13"),
    ("The file is dated 13/10/2019.", "13/10/2019", "2019-10-13"),
    ("It began in March 1987.", "March 1987", "1987-03"),
    ("It began in March of 1987.", "March of 1987", "1987-03"),
    ("It began in early 2003.", "early 2003", "2003"),
    ("It began in mid-2003.", "mid-2003", "2003"),
    ("It began at the end of 2003.", "the end of 2003", "2003"),
    ("It began in 2003.", "2003", "2003"),
    ("Founded in 1912, it grew fast.", "1912", "1912"),
    ("It began in the 1960s.", "the 1960s", "196"),
    ("It began in the early '60s.", "the early '60s", "196"),
    ("It dates from the 17th century.", "the 17th century", "16"),
    ("It fell in 490 BC.", "490 BC", "BC0490"),
    ("They met in the summer of 2018.", "the summer of 2018", "2018-SU"),
    ("Sales in the third quarter of 2018 fell.", "the third quarter of 2018", "2018-Q3"),
    ("Sales in the first half of 2018 fell.", "the first half of 2018", "2018-H1"),
    ("It was nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("They met on September 9.", "September 9", "2021-09-09"),
    ("They met on 9 September.", "9 September", "2021-09-09"),
    ("They met on December 9.", "December 9", "2021-12-09"),
    ("They met in June.", "June", "2021-06"),
    ("They met last December.", "last December", "2020-12"),
    ("They met in December last year.", "December last year", "2020-12"),
    ("They met on Wednesday.", "Wednesday", "2021-10-13"),
    ("They met on Friday.", "Friday", "2021-10-15"),
    ("They met last Friday.", "last Friday", "2021-10-08"),
    ("He spoke ahead of next Tuesday.", "next Tuesday", "2021-10-19"),
    ("They will meet on Tuesday.", "Tuesday", "2021-10-19"),
    ("They met today.", "today", "2021-10-15"),
    ("They met yesterday.", "yesterday", "2021-10-14"),
    ("They met the day before yesterday.", "the day before yesterday", "2021-10-13"),
    ("They met last week.", "last week", "2021-W40"),
    ("They met this year.", "this year", "2021"),
    ("They met earlier this year.", "earlier this year", "2021"),
    ("They met two years ago.", "two years ago", "2019"),
    ("They met three months ago.", "three months ago", "2021-07"),
    ("They met ten days ago.", "ten days ago", "2021-10-05"),
    ("They met on Wednesday night.", "Wednesday night", "2021-10-13TNI"),
    ("They met last night.", "last night", "2021-10-14TNI"),
    ("They met at 5:30 p.m. on Wednesday.", "5:30 p.m. on Wednesday", "2021-10-13T17:30"),
    ("They met on October 3. Two days earlier it rained.", "Two days earlier", "2021-10-01"),
    ("They met on October 3. The next day it rained.", "The next day", "2021-10-04"),
    ("They met on October 3. It rained that day.", "that day", "2021-10-03"),
    ("They met on Christmas Eve.", "Christmas Eve", "2020-12-24"),
    ("They met in April and May 2018.", "April", "2018-04"),
]

OPEN = [
    ("They met several years ago.", "several years ago", "DATE", "PAST_REF"),
    ("It is now closed.", "now", "DATE", "PRESENT_REF"),
    ("It closed recently.", "recently", "DATE", "PAST_REF"),
    ("It lasted two years.", "two years", "DURATION", "P2Y"),
    ("It lasted more than five hours.", "more than five hours", "DURATION", "PT5H"),
    ("It lasted a few weeks.", "a few weeks", "DURATION", "PXW"),
    ("It lasted two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
    ("They signed a five-year lease.", "five-year", "DURATION", "P5Y"),
    ("It rained for the past three months.", "the past three months", "DURATION", "P3M"),
    ("It rained for a decade.", "a decade", "DURATION", "P1DE"),
    ("They meet every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
    ("They meet twice a week.", "twice a week", "SET", "P1W"),
    ("They meet annually.", "annually", "SET", "P1Y"),
    ("They meet on Sundays.", "Sundays", "SET", "XXXX-WXX-7"),
]

NOTHING = [
    "Revenue fell by 17.7-17 percent.",
    "The vote was 17.7-20.",
    "You may leave.",
    "May I ask why?",
    "The troops march on.",
    "They held the Long March in honour.",
    "Ilse May said no.",
    "April Olsen came by.",
    "A total of 7,000 came.",
    "They met in room 2004.",
    "Resolution 1993 was passed.",
    "Flight 1987 was late.",
    "They counted 2000 soldiers.",
    "It cost $2004 then.",
    "The sun was hot.",
    "He sat down and spoke.",
    "The second house fell.",
    "A third of the land burned.",
    "The score was 3:2 in the end.",
    "Call +44 20 7946 0018 or come by.",
    "A 44-year-old woman left.",
    "She is 52 years old.",
    "The Su-25 and the 201st base stood there.",
    "The 201stmilitary base stood there.",
    "Prices fall of their own accord.",
    "He went to Easter Island.",
    "In fourteen hundred cases it failed.",
    "It is 1990 km long.",
]


def found(text: str, published: str | None = FRIDAY) -> list[Time]:
    return [mark for mark in MARKER.mark(document(text, published), marks_of(text)) if isinstance(mark, Time)]


@pytest.mark.parametrize(("text", "words", "value"), DATED)
def test_a_date_has_its_words_and_its_value(text: str, words: str, value: str) -> None:
    assert (words, value) in [(text[time.span.start : time.span.end], time.value) for time in found(text)]


@pytest.mark.parametrize(("text", "words", "kind", "value"), OPEN)
def test_what_is_not_on_the_calendar_has_a_value_and_no_date(text: str, words: str, kind: str, value: str) -> None:
    assert [(text[t.span.start : t.span.end], t.type, t.value, t.date) for t in found(text)] == [
        (words, kind, value, None)
    ]


@pytest.mark.parametrize("text", NOTHING)
def test_no_date_where_none_is_meant(text: str) -> None:
    assert [text[time.span.start : time.span.end] for time in found(text) if time.date is not None] == []


@pytest.mark.parametrize("text", [text for text in NOTHING if "then" not in text and "hundred" not in text])
def test_no_time_at_all_where_none_is_meant(text: str) -> None:
    assert [text[time.span.start : time.span.end] for time in found(text)] == []


def test_a_stated_date_says_so() -> None:
    [time] = found("They met on October 12, 2019.")
    assert time.date is not None
    assert (time.date.first, time.date.last, time.date.basis) == ("2019-10-12", None, "stated")


def test_a_date_with_the_year_of_publication_says_that_it_is_relative() -> None:
    [time] = found("They met on September 9.")
    assert time.date is not None
    assert (time.date.first, time.date.basis) == ("2021-09-09", "relative")


def test_a_week_covers_its_seven_days() -> None:
    [time] = found("They met last week.")
    assert time.date is not None
    assert (time.date.first, time.date.last) == ("2021-10-04", "2021-10-10")


def test_a_decade_covers_its_ten_years() -> None:
    [time] = found("It began in the 1960s.")
    assert time.date is not None
    assert (time.date.first, time.date.last) == ("1960", "1969")


def test_two_days_of_a_month_are_two_dates() -> None:
    assert [time.value for time in found("They met on 12-14 October 2019.")] == ["2019-10-12", "2019-10-14"]


def test_a_month_for_next_month_is_ahead() -> None:
    assert [time.value for time in found("They will meet in November.")] == ["2021-11"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on April 12.", "XXXX-04-12"),
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met two years ago.", "PAST_REF"),
    ],
)
def test_without_a_publication_date_the_year_stays_open(text: str, value: str) -> None:
    assert [(time.value, time.date) for time in found(text, None)] == [(value, None)]


def test_a_publication_known_by_its_year_gives_no_days() -> None:
    assert [(time.value, time.date) for time in found("They met yesterday.", "2021")] == [("XXXX-XX-XX", None)]


def test_without_a_publication_date_a_day_takes_no_year_from_another_sentence() -> None:
    assert [time.value for time in found("It was signed in 1993. They met on April 12.", None)] == [
        "1993",
        "XXXX-04-12",
    ]


def test_history_leans_on_the_year_spoken_of() -> None:
    text = (
        "War began in 1854. It spread in 1855. It ended in 1856. Peace came on March 30, 1856. The army left in July."
    )
    assert found(text)[-1].value == "1856-07"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_gives_times_within_it(text: str) -> None:
    for time in found(text):
        assert document(text)[time.span].strip()


FIGURES_AND_SIGNS = "²³½٣५0123456789 /.,:$%€°-–−+'’()abdkmpst\n"
WORDS = (
    "the last next May 12 31 June , . 2004 1990s week two years ago 10:30 p.m. of - and Monday third quarter BC 5 'in "
    "half a century Christmas morning 99999999999 year before"
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=14),
    st.sampled_from([None, "2004-02-29", "2004-12", "0001", "9999-12-31"]),
)
def test_any_string_of_time_words_gives_times_in_order_that_do_not_overlap(words: list[str], day: str | None) -> None:
    times = found(" ".join(words), day)
    assert all(one.span.end <= other.span.start for one, other in pairwise(times))


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=FIGURES_AND_SIGNS, max_size=40))
def test_any_string_of_figures_and_signs_gives_times_within_it(text: str) -> None:
    for time in found(text):
        assert document(text)[time.span].strip()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=14))
def test_the_same_text_gives_the_same_times(words: list[str]) -> None:
    text = " ".join(words)
    again = TimeMarker().mark(document(text, FRIDAY), marks_of(text))
    assert found(text) == [mark for mark in again if isinstance(mark, Time)]
