"""Reads the ways in which machines write a publication date. Nothing is made more exact than it is written."""

from __future__ import annotations

import re

from dateline.errors import ValueFault
from dateline.model.values import PartialDate

_TIME = r"([01][0-9]|2[0-4])(:?[0-5][0-9](:?[0-6][0-9]([.,][0-9]+)?)?)?"
_ZONE = r"(Z|[A-Z]{2,5}|[+-][0-9]{2}(:?[0-9]{2})?)"
_PREFIX = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_MOMENT = re.compile(
    rf"(?P<y>[0-9]{{4}})(?P<s>-?)(?P<m>[0-9]{{2}})(?P=s)(?P<d>[0-9]{{2}})([T ]\s*{_TIME}\s*{_ZONE}?)?", re.I
)
_MAIL = re.compile(
    rf"([a-z]{{3,9}},\s*)?(?P<d>[0-9]{{1,2}})\s+(?P<m>[a-z]{{3}})\s+(?P<y>[0-9]{{4}}|[0-9]{{2}})(\s+{_TIME}\s*{_ZONE}?)?",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY_TURN = 69  # RFC 2822: a year of two digits up to here is of this century
_LONGEST = 64


def published(written: str) -> PartialDate | None:
    """The date of "2017", "2017-04", "2017-04-12T23:30:00-05:00", "20170412" or "Wed, 12 Apr 2017 23:30:00 GMT".

    It is the day as written, whatever the time zone. None for what is not written like that, or is no date.
    """
    given = written.strip()
    if len(given) > _LONGEST:
        return None
    day = given if _PREFIX.fullmatch(given) else _moment(given) or _mail(given)
    try:
        return None if day is None else PartialDate(day, basis="published")
    except ValueFault:
        return None


def _moment(given: str) -> str | None:
    found = _MOMENT.fullmatch(given)
    return None if found is None else f"{found['y']}-{found['m']}-{found['d']}"


def _mail(given: str) -> str | None:
    found = _MAIL.fullmatch(given)
    if found is None or found["m"].lower() not in _MONTHS:
        return None
    year = int(found["y"])
    if len(found["y"]) == 2:
        year += 2000 if year < _CENTURY_TURN else 1900
    return f"{year:04}-{_MONTHS.index(found['m'].lower()) + 1:02}-{int(found['d']):02}"
