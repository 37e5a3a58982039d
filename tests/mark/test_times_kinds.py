"""Time expressions by kind: fiscal, seasonal, zoned, counted, narrative; and dates that cannot be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from crude_marks import document, marks_of
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.mark.times import TimeMarker
from dateline.model.marks import Doubt, Mark, Time
from dateline.vocab.times import Times

MARKER = TimeMarker(Times.load())
FRIDAY = "2021-10-15"

FISCAL = [
    ("Profit rose in fiscal 2004.", "fiscal 2004", "2004"),
    ("Profit rose in the fiscal year 2005.", "the fiscal year 2005", "2005"),
    ("Profit rose in the first quarter of fiscal 2004.", "the first quarter of fiscal 2004", "2004-Q1"),
    ("Profit rose in Q3 2020.", "Q3 2020", "2020-Q3"),
    ("Profit rose in FY 2019.", "FY 2019", "2019"),
    ("Profit rose in H1 2005.", "H1 2005", "2005-H1"),
    ("Profit for the year ended March 31 rose.", "the year", "P1Y"),
    ("It was the hottest day of the year.", "the year", "2021"),
    ("Third quarter profit was 30 cents, against 20 cents a year earlier.", "a year earlier", "2020-Q3"),
]
SEASONS = [
    ("They met last winter.", "last winter", "2020-WI"),
    ("They met in spring 2008.", "spring 2008", "2008-SP"),
    ("They met in the winter of 2001-02.", "the winter of 2001", "2001-WI"),
    ("They met in the summer of 481 BC.", "the summer of 481 BC", "BC0481-SU"),
]
BEFORE = [
    ("They met on October 3. The following day it rained.", "The following day", "2021-10-04"),
    ("They met on October 3. The day before, it rained.", "The day before", "2021-10-02"),
    ("They met on October 3. The next month it rained.", "the next month", "2021-11"),
    ("They met on October 3. It rained that same day.", "that same day", "2021-10-03"),
    ("They met in 1994. That year it rained.", "That year", "1994"),
    ("They met the week before last.", "the week before last", "2021-W39"),
    ("They met in the morning.", "the morning", "2021-10-15TMO"),
    ("They met on October 3. They left later in the day.", "later in the day", "2021-10-03"),
    ("It rained for the rest of the month.", "the rest of the month", "2021-10"),
]
CLOCKS = [
    ("They met at 10:30 a.m. on Monday.", "10:30 a.m. on Monday", "2021-10-11T10:30"),
    ("They met at 10:30 EST on Monday.", "10:30 EST on Monday", "2021-10-11T10:30"),
    ("They met at 1400 GMT on Tuesday.", "1400 GMT on Tuesday", "2021-10-12T14:00"),
    ("They met at 2004 GMT.", "2004 GMT", "2021-10-15T20:04"),
    ("They met at 18:30 local time on October 12.", "18:30 local time on October 12", "2021-10-12T18:30"),
    ("They met at 9:15 Kabul time.", "9:15 Kabul time", "2021-10-15T09:15"),
    ("They met at 7:37 pm local time (1137 UTC) on Tuesday.", "7:37 pm local time", "2021-10-12T19:37"),
    ("They met at 7:37 pm local time (1137 UTC) on Tuesday.", "1137 UTC", "XXXX-XX-XXT11:37"),
    ("They met at night.", "night", "XXXX-XX-XXTNI"),
    ("They met at about 8:10 am this morning.", "about 8:10 am this morning", "2021-10-15T08:10"),
    ("They met at 3:30 in the afternoon.", "3:30 in the afternoon", "2021-10-15T15:30"),
    ("They met at 10:30 on Monday night.", "10:30 on Monday night", "2021-10-11T22:30"),
]
SHORT = [
    ("They met in '98.", "'98", "1998"),
    ("They met in '07.", "'07", "2007"),
    ("They met in the summer of '98.", "the summer of '98", "1998-SU"),
    ("They met in May '98.", "May '98", "1998-05"),
    ("The file is dated 13/05/45.", "13/05/45", "1945-05-13"),
    ("The file is dated 13/05/04.", "13/05/04", "2004-05-13"),
    ("It dates from the 20th century.", "the 20th century", "19"),
    ("It dates from the 1990s.", "the 1990s", "199"),
]
MODIFIED = [
    ("It began in early 2004.", "2004", "START"),
    ("It began in mid-2004.", "2004", "MID"),
    ("It began in late 2004.", "2004", "END"),
    ("It began at the end of 2004.", "2004", "END"),
    ("It began in 2004.", "2004", None),
    ("It lasted about a week.", "P1W", "APPROX"),
    ("It lasted nearly a year.", "P1Y", "LESS_THAN"),
    ("It lasted more than a year.", "P1Y", "MORE_THAN"),
    ("It lasted less than a year.", "P1Y", "LESS_THAN"),
    ("It lasted at least two years.", "P2Y", "EQUAL_OR_MORE"),
    ("It lasted no more than two years.", "P2Y", "EQUAL_OR_LESS"),
    ("It lasted up to two years.", "P2Y", "EQUAL_OR_LESS"),
]
SETS = [
    ("They met every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("They met three times a month.", "three times a month", "P1M"),
    ("They met every other day.", "every other day", "P2D"),
]
LEANING = [
    ("They will meet on Thursday.", "2021-10-21"),
    ("They met on Thursday.", "2021-10-14"),
    ("The deadline was extended until Tuesday.", "2021-10-19"),
    ("It was sent as early as Tuesday.", "2021-10-19"),
    ("It fell following Saturday.", "2021-10-09"),
    ("It will open in the coming months.", "FUTURE_REF"),
]
FEWER = [
    ("Resolutions 1373 (2001) and 1624 (2005) stand.", ["2001", "2005"]),
    ("It is in the report S/2003/1148.", []),
    ("It is twice the mass of the Sun.", []),
    ("They skated at the Winter Games.", []),
    ("It was bought by the Sunday Ledger.", []),
    ("They fled, 2018 of them to this camp.", []),
    ("The Border Today newspaper said so.", []),
    ("A Halloween-themed house was shown.", []),
    ("The harvest season was short.", []),
]
IMPOSSIBLE = [
    ("They met on 30 February 2017.", "30 February 2017"),
    ("They met on February 30.", "February 30"),
    ("They met on April 31.", "April 31"),
    ("They met on 29 February 2019.", "29 February 2019"),
    ("They met on January 32, 2017.", "January 32, 2017"),
    ("The file is dated 2017-13-02.", "2017-13-02"),
    ("The file is dated 31/02/2017.", "31/02/2017"),
    ("The file is dated 31.04.2017.", "31.04.2017"),
    ("They met on April 30-31, 2017.", "April 30-31, 2017"),
]


def every(text: str, published: str | None = FRIDAY) -> list[Mark]:
    return list(MARKER.mark(document(text, published), marks_of(text)))


def found(text: str, published: str | None = FRIDAY) -> list[Time]:
    return [mark for mark in every(text, published) if isinstance(mark, Time)]


def doubted(text: str) -> list[tuple[str, str]]:
    marks = [mark for mark in every(text) if isinstance(mark, Doubt)]
    return [(mark.about, text[mark.span.start : mark.span.end]) for mark in marks]


@pytest.mark.parametrize(("text", "words", "value"), [*FISCAL, *SEASONS, *BEFORE, *CLOCKS, *SHORT, *SETS])
def test_an_expression_has_its_words_and_its_value(text: str, words: str, value: str) -> None:
    marked = [(text[time.span.start : time.span.end].lower(), time.value) for time in found(text)]
    assert (words.lower(), value) in marked


@pytest.mark.parametrize(("text", "value", "mod"), MODIFIED)
def test_what_narrows_or_loosens_a_time_is_kept_beside_its_value(text: str, value: str, mod: str | None) -> None:
    assert [(time.value, time.mod) for time in found(text)] == [(value, mod)]


@pytest.mark.parametrize(("text", "value"), LEANING)
def test_a_day_is_past_or_to_come_as_its_sentence_says(text: str, value: str) -> None:
    assert [time.value for time in found(text)] == [value]


@pytest.mark.parametrize(("text", "values"), FEWER)
def test_what_only_looks_like_a_time_is_none(text: str, values: list[str]) -> None:
    assert [time.value for time in found(text)] == values


@pytest.mark.parametrize(("text", "words"), IMPOSSIBLE)
def test_a_date_that_no_calendar_has_is_a_doubt_and_no_time(text: str, words: str) -> None:
    assert doubted(text) == [("impossible date", words)]
    assert found(text) == []


def test_a_day_of_leap_years_by_itself_is_no_doubt_and_keeps_its_year_open() -> None:
    assert [(time.value, time.date) for time in found("They met on February 29.")] == [("XXXX-02-29", None)]


def test_a_year_of_another_calendar_is_left_open() -> None:
    assert [(time.value, time.date) for time in found("It fell in 1425 AH.")] == [("XXXX", None)]


def test_figures_that_could_be_day_or_month_keep_their_year() -> None:
    assert [time.value for time in found("The file is dated 03/04/2005.")] == ["2005"]


@pytest.mark.parametrize(
    ("beside", "value"),
    [
        ("Another is dated 25/04/2005.", "2005-04-03"),
        ("Another is dated 04/25/2005.", "2005-03-04"),
        ("They met on 12 October.", "2005-04-03"),
        ("They met on October 12.", "2005-03-04"),
        ("They met on October 12 and on 14 October.", "2005"),
    ],
)
def test_the_other_dates_of_a_text_show_which_figure_is_the_month(beside: str, value: str) -> None:
    assert found(f"The file is dated 03/04/2005. {beside}")[0].value == value


STORY = "War began in 1854. It spread in 1855. It ended in 1856. In 1857 it was history. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Peace came on March 30, 1856. The army left in July.", "1856-07"),
        ("Peace came on November 30, 1856. The army left in January.", "1857-01"),
        ("They met on March 10, 1856, and agreed a plan for 1859. They fell on March 11.", "1856-03-11"),
        ("They met on March 10, 1856. Two years earlier they had lost. They left in April.", "1856-04"),
        ("They met in 490 BC. The following year they left.", "BC0489"),
    ],
)
def test_a_story_goes_on_from_its_last_date(text: str, value: str) -> None:
    assert found(STORY + text)[-1].value == value


def test_a_month_has_the_year_that_its_sentence_stated() -> None:
    assert [time.value for time in found("It fell in October 2004 and again in late November.")] == [
        "2004-10",
        "2004-11",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [("A week later he left.", "FUTURE_REF"), ("The next day he left.", "XXXX-XX-XX")],
)
def test_what_was_later_than_nothing_named_stays_open(text: str, value: str) -> None:
    assert [(time.value, time.date) for time in found(text)] == [(value, None)]


def test_a_year_earlier_is_counted_from_the_quarter_reported_each_time() -> None:
    text = "Third quarter profit was 30 cents, against 20 cents a year earlier. Sales were 9, against 8 a year ago."
    assert [time.value for time in found(text)] == ["2021-Q3", "2020-Q3", "2020-Q3"]


def test_the_quarter_is_the_one_named_before() -> None:
    assert [time.value for time in found("It lost in the second quarter of 2020. In the quarter it sold less.")] == [
        "2020-Q2",
        "2020-Q2",
    ]


def test_a_text_of_many_years_has_no_today() -> None:
    years = " ".join(f"It rained in {year}." for year in range(1990, 2004))
    assert found(f"{years} It is a town today.")[-1].value == "PRESENT_REF"


def test_a_report_without_a_date_leans_on_the_one_at_its_head() -> None:
    times = found("Friday, October 15, 2021\nThe council said yesterday that it would meet.", None)
    assert [time.value for time in times] == ["2021-10-15", "2021-10-14"]


def test_another_table_gives_another_language() -> None:
    times = Times.load()
    words = {**times.book.words, "gestern": ("DEICTIC", -1)}
    book = type(times.book)(words, times.book.macros, times.book.rules, times.book.cues)
    marker = TimeMarker(Times(book, times.numbers, times.suffixes, times.list_of_dates))
    text = "It rained gestern."
    assert [mark.value for mark in marker.mark(document(text, FRIDAY), marks_of(text)) if isinstance(mark, Time)] == [
        "2021-10-14"
    ]


WORDS = (
    "the last next May 12 31 June , . 2004 1990s week two years ago 10:30 p.m. of - and Monday third quarter BC 5 'in "
    "half a century Christmas morning 99999999999 year before after next 1400 GMT local time ( ) fiscal Q3 FY 30 "
    "February 03/04/2005 2017-13-02 31/12/9999 AH following day early 0000 9999 winter every other times Sun. rest"
)
LISTS = st.lists(st.sampled_from(WORDS.split()), max_size=16)
DAYS = st.sampled_from([None, "2004-02-29", "0001-01-01", "9999-12-31"])


@settings(max_examples=300, deadline=None)
@given(LISTS, DAYS)
def test_marks_of_any_time_words_lie_in_order_and_do_not_overlap(words: list[str], day: str | None) -> None:
    marks = every(" ".join(words), day)
    assert all(one.span.end <= other.span.start for one, other in pairwise(marks))


@settings(max_examples=300, deadline=None)
@given(LISTS, DAYS)
def test_every_date_is_one_of_the_calendar(words: list[str], day: str | None) -> None:
    for time in found(" ".join(words), day):
        assert time.value
        assert time.date is None or time.date.earliest <= time.date.latest


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_marks_of_any_text_stand_on_its_words(text: str) -> None:
    for mark in every(text):
        assert document(text)[mark.span].strip()


def test_rate_per_hour_is_no_set() -> None:
    words = "The wind blew at 30 miles per hour and it rained twice per hour."
    found = MARKER.mark(document(words, published=FRIDAY), marks_of(words))
    assert [time.value for time in found if isinstance(time, Time)] == ["PT1H"]
