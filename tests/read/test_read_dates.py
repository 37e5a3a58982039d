from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.values import PartialDate
from dateline.read.dates import published

ZONES = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))


@given(st.datetimes(timezones=ZONES))
def test_an_iso_moment_is_its_day_as_written(moment: datetime) -> None:
    assert published(moment.isoformat()) == PartialDate(moment.date().isoformat(), basis="published")


@given(st.datetimes(min_value=datetime(1900, 1, 1), timezones=ZONES))
def test_a_mail_date_is_its_day_as_written(moment: datetime) -> None:
    assert published(format_datetime(moment)) == PartialDate(moment.date().isoformat(), basis="published")


@given(st.dates(), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_a_date_is_as_exact_as_written(day: date, form: str) -> None:
    length = {"%Y": 4, "%Y-%m": 7, "%Y-%m-%d": 10}[form]
    assert published(day.isoformat()[:length]) == PartialDate(day.isoformat()[:length], basis="published")


@given(st.text(max_size=80))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert isinstance(published(text), PartialDate | None)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (" 2017-04-12 ", "2017-04-12"),
        ("20170412", "2017-04-12"),
        ("20170412T233000Z", "2017-04-12"),
        ("2017-04-12 23:30", "2017-04-12"),
        ("2017-04-12 23:30:00 UTC", "2017-04-12"),
        ("2017-04-12T23:30:00.123456-05:00", "2017-04-12"),
        ("12 Apr 2017 10:00 GMT", "2017-04-12"),
        ("Wed, 12 Apr 17 10:00:00 EST", "2017-04-12"),
        ("Mon, 2 Jan 95 08:00:00 +0000", "1995-01-02"),
    ],
)
def test_common_forms_are_understood(written: str, day: str) -> None:
    assert published(written) == PartialDate(day, basis="published")


@pytest.mark.parametrize(
    "written",
    ["last Tuesday", "12/04/2017", "2017-13", "2017-02-30", "2017-0412", "201704", "0000", "31 Jun 2017",
     "2017-04-12T25:00", "1491955200", "٢٠١٧", "12 Foo 2017", "", "2017-04-12" * 20],
)  # fmt: skip
def test_what_is_no_date_is_none(written: str) -> None:
    assert published(written) is None
