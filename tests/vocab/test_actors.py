"""The actor base: what its files hold, and how it is asked."""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.vocab.actor_dates import Period
from dateline.vocab.actor_roles import offices, sectors
from dateline.vocab.actors import Actors, actors
from dateline.vocab.load import rows

FILES = ("bodies", "institutions", "groups", "parties", "media", "companies")
PARTIAL = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")
STATUSES = {"member", "observer", "associate", "participant", "permanent", "suspended", "excluded"}
CODES = """
COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC
"""
SECTORS = set(CODES.split())
base = cache(actors)


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_whole(name: str) -> None:
    countries = {row["iso"] for row in rows("actors/codes")}
    for row in rows(f"actors/{name}"):
        assert re.fullmatch(r"[a-z0-9-]+", row["id"]), row
        assert row["name"], row
        assert row["country"] in countries | {""}, row
        assert set(row["sectors"].split()) <= SECTORS, row
        assert row["plover"] in {"", "IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", "MAR"}, row
        assert PARTIAL.fullmatch(row["from"]), row
        assert PARTIAL.fullmatch(row["until"]), row
        assert not row["until"] or not row["from"] or row["from"][:4] <= row["until"][:4], row


def test_ids_are_given_once() -> None:
    given_out = Counter(row["id"] for name in FILES for row in rows(f"actors/{name}"))
    people = {one.id for one in base().every() if one.terms}
    assert [one for one, count in given_out.items() if count > 1] == []
    assert people.isdisjoint(given_out)


def test_a_form_without_a_mark_stands_for_one_actor_in_a_country() -> None:
    """A form of two bodies of one country could never be told apart."""
    for one in base().every():
        if not one.terms:
            senses = base().named(one.name)
            assert Counter(sense.actor.country for sense in senses).most_common(1)[0][1] == 1, one.name


def test_memberships_name_bodies_countries_and_dates() -> None:
    countries = {row["iso"] for row in rows("actors/codes")}
    bodies = {row["id"] for row in rows("actors/bodies")} | {"csto-treaty"}
    for row in rows("actors/memberships"):
        assert row["body"] in bodies, row
        assert row["country"] in countries, row
        assert row["status"] in STATUSES, row
        assert PARTIAL.fullmatch(row["from"]), row
        assert PARTIAL.fullmatch(row["until"]), row
        assert not row["until"] or row["from"] < row["until"], row


def test_a_country_is_not_twice_a_member_at_once() -> None:
    times: dict[tuple[str, str, str], list[Period]] = defaultdict(list)
    for row in rows("actors/memberships"):
        times[row["body"], row["country"], row["status"]].append(Period(row["from"], row["until"]))
    clashing = [key for key, some in times.items() if any(a.surely_meets(b) for a, b in combinations(some, 2))]
    assert clashing == []


def test_nobody_holds_an_office_beside_another() -> None:
    terms: dict[tuple[str, str], list[Period]] = defaultdict(list)
    bodies = {one.id for one in base().every() if not one.terms}
    for row in rows("actors/holders"):
        assert base().code(row["at"]) is not None or row["at"] in bodies, row
        assert row["from"], row
        assert PARTIAL.fullmatch(row["from"]), row
        assert PARTIAL.fullmatch(row["until"]), row
        terms[row["at"], row["office"]].append(Period(row["from"], row["until"]))
    clashing = [key for key, some in terms.items() if any(a.surely_meets(b) for a, b in combinations(some, 2))]
    assert clashing == []


def test_every_office_has_words_and_every_person_of_the_list_an_office() -> None:
    words = offices()
    held = {row["office"] for row in rows("actors/holders")}
    assert held <= {one for one in held if one in words.head or words.sector(one) is not None or one in BODY_OFFICES}
    holders = {row["person"] for row in rows("actors/holders")}
    assert {row["person"] for row in rows("actors/people")} <= holders


BODY_OFFICES = {"director-general", "managing-director", "high-commissioner", "prosecutor"}


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2010-06-01", ["Dmitry Medvedev"]),
        ("2017-04-12", ["Vladimir Putin"]),
        ("2012-05-07", ["Dmitry Medvedev", "Vladimir Putin"]),  # the day of the change
        ("2008", ["Dmitry Medvedev", "Vladimir Putin"]),
        ("2009", ["Dmitry Medvedev"]),
    ],
)
def test_the_russian_president_by_date(day: str, holders: list[str]) -> None:
    assert sorted(one.name for one in base().holders("RU", "president", day)) == holders


@pytest.mark.parametrize(
    ("body", "country", "day", "member"),
    [
        ("csto", "UZ", "2005-01-01", False),
        ("csto", "UZ", "2010-01-01", True),
        ("csto", "UZ", "2013-01-01", False),
        ("csto-treaty", "GE", "1998-01-01", True),
        ("csto-treaty", "AZ", "2000-01-01", False),
        ("csto", "TJ", "2017-04-12", True),
        ("sco", "IN", "2016-06-24", False),
        ("sco", "IN", "2017-06-09", True),
        ("cis", "GE", "2009-08-19", False),
        ("nato", "SE", "2024-03-06", False),
        ("nato", "SE", "2024-03-07", True),
        ("eu", "GB", "2020-01-31", True),
        ("eu", "GB", "2020-02-01", False),
        ("eaeu", "KG", "2015-03-01", False),
        ("un", "SS", "2011-07-13", False),
    ],
)
def test_membership_by_date(body: str, country: str, day: str, *, member: bool) -> None:
    assert (country in base().members(body, day)) is member


@pytest.mark.parametrize("form", ["ISIS", "I.S.I.S.", "isil", "Da’esh", "the Islamic State", "Islamic-State"])
def test_names_fold(form: str) -> None:
    assert [sense.actor.id for sense in base().named(form)] == ["islamic-state"]


def test_codes_follow_the_manual() -> None:
    assert base().code("GL") == "DNK"  # a dependency goes with its state
    assert base().code("XK") == "KOS"
    assert base().code("HK") == "HKG"
    assert base().code("PS") == "PSE"
    (reuters,) = base().named("Reuters")
    assert reuters.actor.sectors == ("JRN",)  # MED is health


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("interior ministry", ("GOV", "COP")),
        ("ministry of defence of oria", ("GOV", "MIL")),
        ("7000 troops", ("MIL",)),
        ("national police", ("COP",)),
        ("armed men", ("UAF",)),
        ("news agency", ("JRN",)),
        ("spokesman", ()),
        ("oria", ()),
    ],
)
def test_sector_of_words(phrase: str, codes: tuple[str, ...]) -> None:
    assert sectors().of(phrase.split()) == codes


def test_offices_of_one_state_only() -> None:
    size, found = offices().ending(["us", "secretary", "of", "state"])
    assert size == 3
    assert [(one.id, one.only) for one in found] == [("foreign-minister", "US")]


dates = st.dates().map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


@given(dates, dates, dates)
def test_a_period_holds_or_is_over_or_is_to_come(first: str, last: str, on: str) -> None:
    period = Period(min(first, last), max(first, last))
    if period.over(on) or period.to_come(on):
        assert not period.may_hold(on)
    assert period.may_hold(period.first)
    assert period.may_hold(period.last)


@given(dates, dates, dates)
def test_precision_never_makes_a_holder_disappear(first: str, last: str, on: str) -> None:
    """Who may hold an office on a day may hold it in that month and that year."""
    period = Period(min(first, last), max(first, last))
    if period.may_hold(on):
        assert period.may_hold(on[:7])
        assert period.may_hold(on[:4])


def test_loads_fast() -> None:
    def once() -> float:
        start = time.process_time()
        found: Actors = actors()
        assert found.named("UN")
        return time.process_time() - start

    assert min(once() for _ in range(3)) < 0.2  # 0.06 s on a quiet machine
