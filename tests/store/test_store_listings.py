"""Places, times, amounts and actors: what is listed, in which order, and what the filters keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_readings import PRODUCERS, Report, span_of

from dateline.errors import UsageError, ValueFault
from dateline.model import ids
from dateline.model.links import Entity, Link, Mention, Reading
from dateline.model.values import PartialDate, Quantity
from dateline.store import ActorFilter, AmountFilter, PlaceFilter, Store, TimeFilter

TEXT = (
    "Velik said it would send 7,000 troops to Old Harbour by May 2022.\n\n"
    "In Velik, Marta Kolvén spoke of at least 40 boats off Tarn, three days after 4 March 2021."
)
VELIK = Entity("iso:VK", "country", "Velik", ("Velik",), (("plover", "VKA"),), "VK", 10.0, 20.0, precision="country")
HARBOUR = Entity(
    "geonames:7",
    "place",
    "Old Harbour",
    ("Old Harbour",),
    (),
    "VK",
    10.5,
    20.0,
    7,
    None,
    "settlement",
    0.9,
    ("MO: its own",),
)
TARN = Entity("e-tarn", "place", "Tarn", ("Tarn",))
MARTA = Entity(
    "e-marta", "person", "Marta Kolvén", ("Marta Kolvén", "Kolvén"), (("plover", "VKA"), ("sector", "GOV")), "VK"
)
TIMES = (("May 2022", "DATE", "2022-05"), ("4 March 2021", "DATE", "2021-03-04"), ("three days", "DURATION", "P3D"))
AMOUNTS = (
    ("7,000 troops", "troops", Quantity(Decimal(7000), Decimal(7000), "person")),
    ("at least 40 boats", "boats", Quantity(Decimal(40), None, "boat", "at_least")),
)


def reading(published: str | None = "2021-03-08", outlet: str = "Morrow Wire", same: str | None = None) -> Reading:
    """The report above, with its places, times, amounts and actors, from that day and outlet."""
    made = Report(
        TEXT, entities=(VELIK, HARBOUR, TARN, MARTA), outlet=outlet, published=published, title="Ships"
    ).reading()
    document, found = made.document, made.resolution
    mentions = [replace(one, use="metonymic") if one.kind == "country" else one for one in found.mentions]
    for words, kind, value in TIMES:
        date = PartialDate(value) if kind == "DATE" else None
        mentions.append(_mention(document.id, "time", words, timex=(kind, value), date=date))
    for words, counted, quantity in AMOUNTS:
        mentions.append(_mention(document.id, "amount", words, quantity=quantity, counted=span_of(TEXT, counted)))
    links = found.links if same is None else (*found.links, Link("e-marta", "same", same, "same name"))
    return replace(made, resolution=replace(found, mentions=tuple(mentions), links=links))


def _mention(document: str, kind: Any, words: str, **values: Any) -> Mention:
    span = span_of(TEXT, words)
    assert span is not None
    return Mention(ids.mention_id(document, kind, span), kind, span, **values)


def keep(store: Store, *given: Reading) -> None:
    from dateline.stages import Capture

    run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
    for one in given:
        name = f"{one.document.source.outlet}{one.document.source.published}"
        store.keep(Capture(f"{name}.txt", "plain", TEXT.encode(), name), one, run)


@pytest.fixture
def filled(store: Store) -> Store:
    """Three reports: of March 2021, of March 2022 in another outlet, and one without a date."""
    keep(store, reading(), reading("2022-03", "Evening Post"), reading(None))
    return store


def names(found: Iterator[dict[str, Any]]) -> list[str]:
    return [one["name"] for one in found]


def test_places_are_counted_over_reports_and_those_not_on_the_map_come_last(filled: Store) -> None:
    found = list(filled.places(PlaceFilter()))
    assert [(one["name"], one["id"], one["resolved"]) for one in found] == [
        ("Old Harbour", "geonames:7", True),
        ("Velik", "iso:VK", True),
        ("Tarn", None, False),
    ]
    assert [(one["reports"], one["mentions"]) for one in found] == [(3, 3)] * 3
    harbour = found[0]
    assert (harbour["lat"], harbour["lon"], harbour["geonames"], harbour["score"]) == (10.5, 20.0, 7, 0.9)
    assert (harbour["claims"], harbour["first_published"]) == (["MO: its own"], "2021-03-08")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"name": "harbour"}, ["Old Harbour"]),
        ({"name": "harb"}, []),
        ({"country": "VK"}, ["Old Harbour", "Velik"]),
        ({"kind": "country"}, ["Velik"]),
        ({"use": "metonymic"}, ["Velik"]),
        ({"precision": "settlement"}, ["Old Harbour"]),
        ({"near": (10.0, 20.0), "km": 50}, ["Velik"]),
        ({"near": (10.0, 20.0), "km": 56}, ["Old Harbour", "Velik"]),
        ({"box": (19.0, 10.2, 21.0, 11.0)}, ["Old Harbour"]),
        ({"box": (170.0, 0.0, 25.0, 11.0)}, ["Old Harbour", "Velik"]),
        ({"resolved": False}, ["Tarn"]),
        ({"min_score": 0.8}, ["Old Harbour"]),
        ({"outlet": "evening"}, ["Old Harbour", "Velik", "Tarn"]),
        ({"until": "2020"}, []),
        ({"limit": 1}, ["Old Harbour"]),
    ],
)
def test_places_are_filtered(wanted: dict[str, Any], found: list[str], filled: Store) -> None:
    assert names(filled.places(PlaceFilter(**wanted))) == found


@pytest.mark.parametrize(
    ("since", "until", "reports"), [("2022", None, 1), (None, "2021", 1), ("2021-03-09", "2022-03-01", 1)]
)
def test_only_reports_of_that_time_are_counted(
    since: str | None, until: str | None, reports: int, filled: Store
) -> None:
    assert {one["reports"] for one in filled.places(PlaceFilter(since=since, until=until))} == {reports}


def test_mentions_of_places_come_newest_first_with_the_words_around(filled: Store) -> None:
    found = list(filled.place_mentions(PlaceFilter(name="harbour")))
    assert [one["published"] for one in found] == ["2022-03", "2021-03-08", None]
    one = found[0]
    ((start, end),) = one["marks"]
    assert one["snippet"][start:end] == "Old Harbour"
    assert one["snippet"] == "Velik said it would send 7,000 troops to Old Harbour by May 2022."
    assert (one["place"]["id"], one["title"]) == ("geonames:7", "Ships")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["2022-05", "2021-03-04", "P3D"]),
        ({"since": "2022"}, ["2022-05"]),
        ({"until": "2021"}, ["2021-03-04"]),
        ({"type": "DURATION"}, ["P3D"]),
        ({"value": "2021-"}, ["2021-03-04"]),
        ({"value": "2021_"}, []),
        ({"outlet": "post"}, []),
        ({"limit": 2}, ["2022-05", "2021-03-04"]),
    ],
)
def test_times_are_filtered_by_the_date_meant(wanted: dict[str, Any], found: list[str], store: Store) -> None:
    keep(store, reading())
    assert [one["timex"]["value"] for one in store.times(TimeFilter(**wanted))] == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["7000", "40"]),
        ({"units": ("person", "km")}, ["7000"]),
        ({"counted": "BOATS"}, ["40"]),
        ({"counted": "boat"}, []),
        ({"least": 100}, ["7000", "40"]),
        ({"least": 7001}, ["40"]),
        ({"most": 100}, ["40"]),
        ({"most": 39}, []),
        ({"bound": "at_least"}, ["40"]),
        ({"since": "2021-03-09"}, []),
        ({"limit": 1}, ["7000"]),
    ],
)
def test_amounts_are_filtered_by_what_they_may_be(wanted: dict[str, Any], found: list[str], store: Store) -> None:
    keep(store, reading())
    assert [one["quantity"]["low"] for one in store.amounts(AmountFilter(**wanted))] == found


def test_a_place_is_an_actor_only_where_it_acts(filled: Store) -> None:
    found = list(filled.actors(ActorFilter()))
    assert [(one["name"], one["code"], one["reports"]) for one in found if one["kind"] == "country"] == [
        ("Velik", "VKA", 3)
    ]
    assert "Old Harbour" not in [one["name"] for one in found]


def test_reports_own_entities_are_apart_unless_found_to_be_the_same(store: Store) -> None:
    keep(store, reading(), reading("2022", same="same:marta"))
    found = {one["id"]: one["reports"] for one in store.actors(ActorFilter(kind="person"))}
    assert found == {"e-marta": 1, "same:marta": 1}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"name": "kolven"}, ["Marta Kolvén"]),
        ({"country": "VK"}, ["Marta Kolvén", "Velik"]),
        ({"sector": "gov"}, ["Marta Kolvén"]),
        ({"code": "VKA"}, ["Marta Kolvén", "Velik"]),
        ({"kind": "country"}, ["Velik"]),
        ({"since": "2023"}, []),
    ],
)
def test_actors_are_filtered(wanted: dict[str, Any], found: list[str], store: Store) -> None:
    keep(store, reading())
    assert sorted(names(store.actors(ActorFilter(**wanted)))) == found


def test_a_code_that_nobody_has_is_told_with_those_that_there_are(filled: Store) -> None:
    with pytest.raises(UsageError, match=r"no sector 'MIL'\. Choices: GOV"):
        filled.actors(ActorFilter(sector="MIL"))


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: PlaceFilter(kind="town"), "no kind of place 'town'. Choices: country, installation"),
        (lambda: PlaceFilter(use="litteral"), "no use 'litteral'.*Did you mean 'literal'"),
        (lambda: PlaceFilter(precision="exact"), "no precision 'exact'"),
        (lambda: PlaceFilter(near=(1, 2)), "near needs km"),
        (lambda: PlaceFilter(km=5), "near needs km"),
        (lambda: PlaceFilter(near=(91, 2), km=5), "no place at 91,2"),
        (lambda: PlaceFilter(near=(1, 2), km=0), "km must be more than 0"),
        (lambda: PlaceFilter(box=(0, 5, 1, 4)), "ends at 4 north"),
        (lambda: PlaceFilter(limit=0), "limit must be 1 or more"),
        (lambda: TimeFilter(type="DAY"), "no type of time 'DAY'. Choices: DATE, DURATION, SET, TIME"),
        (lambda: TimeFilter(value=" "), "value must have a character"),
        (lambda: AmountFilter(bound="most"), "no bound 'most'"),
        (lambda: AmountFilter(least=5, most=4), "max 4 is less than min 5"),
        (lambda: AmountFilter(least=float("nan")), "min must be a number"),
        (lambda: ActorFilter(name="?"), "no word in name"),
        (lambda: ActorFilter(since="2018", until="2017"), "until 2017 is before since 2018"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(ask: Callable[[], object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ask()


def test_a_date_that_is_none_is_told() -> None:
    with pytest.raises(ValueFault, match="not a date"):
        TimeFilter(since="May")


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["2021-01", "2022-02-02", None]), st.sampled_from(["A", "B"])),
        unique=True,
        max_size=5,
    ),
    st.fixed_dictionaries(
        {},
        optional={
            "since": st.just("2022"),
            "outlet": st.just("A"),
            "country": st.just("VK"),
            "kind": st.just("place"),
            "use": st.just("literal"),
        },
    ),
    st.randoms(),
)
def test_filters_compose_and_a_limit_cuts_what_is_listed_whatever_the_order_of_arrival(
    fresh: Callable[[], Store], given: list[tuple[str | None, str]], wanted: dict[str, Any], random: Any
) -> None:
    kept = [reading(published, outlet) for published, outlet in given]
    with fresh() as store, fresh() as other:
        keep(store, *kept)
        random.shuffle(kept)
        keep(other, *kept)
        whole = list(store.places(PlaceFilter(**wanted)))
        assert list(other.places(PlaceFilter(**wanted))) == whole
        for limit in range(1, len(whole) + 2):
            assert list(store.places(PlaceFilter(**wanted, limit=limit))) == whole[:limit]
        reports = [
            one
            for one in given
            if ("since" not in wanted or (one[0] or "") >= "2022") and wanted.get("outlet") in (None, one[1])
        ]
        assert all(one["reports"] == len(reports) for one in whole)
        assert bool(whole) == bool(reports)
