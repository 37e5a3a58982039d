"""What each rule of the trap suite catches, and what it lets pass."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from trap_walkers import RIGHT, TEXT, Told, town, write

from dateline.evaluate.trap_rules import locate
from dateline.evaluate.traps import measure
from dateline.model.links import Entity, Link, Reading
from dateline.model.text import Span
from dateline.model.values import PartialDate, Quantity

PARIS = town(lat=33.66, lon=-95.55, country="US")
TUESDAY: dict[str, Any] = {"kind": "time", "timex": ("DATE", "2017-04-11"), "date": PartialDate("2017-04-11")}
TWO = Quantity(Decimal(2), Decimal(2), "tank")


def faults(folder: Path, asked: str, *found: tuple[str, dict[str, Any], Entity | None]) -> list[tuple[str, str]]:
    """The faults of a walker that finds ``found`` in a case that asks this, each with its layer and what it got."""
    [result] = measure(Told(found), write(folder, asked)).results
    return [(fault.layer, fault.got) for fault in result.faults]


def place(entity: Entity | None = PARIS, **fields: Any) -> tuple[str, dict[str, Any], Entity | None]:
    return "Paris", {"kind": "place", "use": "literal", **fields}, entity


def amount(words: str = "Two tanks", counted: str = "tanks", quantity: Quantity = TWO) -> tuple[Any, ...]:
    span = Span(TEXT.index(counted), TEXT.index(counted) + len(counted))
    return words, {"kind": "amount", "quantity": quantity, "counted": span}, None


def test_words_are_found_whole_and_by_number() -> None:
    assert locate("Roman, Oman, Oman", "Oman") == Span(7, 11)
    assert locate("Roman, Oman, Oman", "Oman#2") == Span(13, 17)


def test_a_place_as_wanted_has_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, RIGHT, place()) == []


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (place(town(lat=48.86, lon=2.35, country="FR")), [("places", "FR"), ("places", "Town (t) at 48.86, 2.35")]),
        (place(town(country="US")), [("places", "unresolved")]),
        (place(replace(PARIS, id="u")), [("places", "u")]),
        (place(None), [("places", "None"), ("places", "unresolved"), ("places", "None")]),
        (place(use="metonymic"), [("names", "metonymic")]),
        (place(kind="region"), [("names", "region")]),
        (place(kind="person"), [("names", "'Paris' (person)")]),
    ],
)
def test_a_place_seen_wrongly_has_its_faults(tmp_path: Path, found: Any, wrong: list[tuple[str, str]]) -> None:
    assert faults(tmp_path, RIGHT, found) == wrong


OPEN = 'places = [{ words = "Paris", at = [[0, 0], [33.6, -95.5]], country = "US", or_open = true }]'


def test_what_may_stay_open_may_be_unresolved_or_unseen_but_not_wrong(tmp_path: Path) -> None:
    assert faults(tmp_path, OPEN) == []
    assert faults(tmp_path, OPEN, place(town())) == []
    assert faults(tmp_path, OPEN, place()) == []
    assert faults(tmp_path, OPEN, place(town(lat=1.0, lon=1.0, country="US"))) != []


def test_the_second_place_of_a_word_is_another_mention(tmp_path: Path) -> None:
    assert faults(tmp_path, 'not_places = ["Paris#2"]', place()) == []
    assert faults(tmp_path, 'not_places = ["Paris"]', place()) == [("names", "'Paris' (place)")]


def test_a_place_that_only_touches_the_words_is_seen(tmp_path: Path) -> None:
    wide = ("left Paris", {"kind": "region", "use": "literal"}, None)
    assert faults(tmp_path, 'not_places = ["Paris"]', wide) == [("names", "'left Paris' (region)")]


TIMES = [
    ('times = [{ words = "Tuesday", type = "DATE", value = ["2016", "2017-04-1*"], first = "2017-04-11" }]', 0),
    ('times = [{ words = "Tuesday", type = "SET" }]', 1),
    ('times = [{ words = "Tuesday", value = "2017-04-18" }]', 1),
    ('times = [{ words = "Tuesday", first = "2017" }]', 1),
    ('times = [{ words = "Tuesday", last = "2017-04-12" }]', 1),
    ('times = [{ words = "Tuesday", undated = true }]', 1),
    ('times = [{ words = "Two", value = "*" }]', 1),
    ('times = [{ words = "Two", value = "*", or_open = true }]', 0),
    ('no_times = ["Two"]', 0),
    ('no_times = ["Tuesday"]', 1),
    ('no_dates = ["Tuesday"]', 1),
]


@pytest.mark.parametrize(("asked", "count"), TIMES)
def test_a_time_is_held_to_what_is_asked(tmp_path: Path, asked: str, count: int) -> None:
    found = faults(tmp_path, asked, ("Tuesday", TUESDAY, None))
    assert [layer for layer, _ in found] == ["times"] * count


def test_a_figure_taken_for_a_year_is_a_fault_and_an_hour_is_not(tmp_path: Path) -> None:
    head = 'theme = "t"\n[[case]]\nid = "a"\ntext = "They saw 1,919 men."\n'
    folder = write(tmp_path, 'not_years = ["1,919"]', head=head)
    year, hour = ({**TUESDAY, "date": PartialDate(first)} for first in ("1919", "2016-11-08"))
    assert measure(Told((("1,919", year, None),)), folder).share == 0
    assert measure(Told((("1,919", hour, None),)), folder).share == 1


AMOUNTS = [
    ('low = "2", high = ["2", "3"], unit = "tank", bound = "exactly", counted = ["the tanks", "x"]', []),
    ('low = "3"', ["2"]),
    ('high = "-"', ["2"]),
    ('low = "2.0", unit = "person"', ["tank"]),
    ('bound = ["about", "range"]', ["exactly"]),
    ('counted = "tank"', ["tanks"]),
]


@pytest.mark.parametrize(("fields", "got"), AMOUNTS)
def test_an_amount_is_held_to_what_is_asked(tmp_path: Path, fields: str, got: list[str]) -> None:
    asked = f'amounts = [{{ words = "Two tanks", {fields} }}]'
    assert faults(tmp_path, asked, amount()) == [("amounts", one) for one in got]


def test_an_open_end_is_asked_for_with_a_dash(tmp_path: Path) -> None:
    least = replace(TWO, high=None, bound="at_least")
    assert faults(tmp_path, 'amounts = [{ words = "Two", high = "-" }]', amount(quantity=least)) == []


def test_no_amount_spares_the_one_that_is_asked_for(tmp_path: Path) -> None:
    asked = 'no_amounts = ["tanks"]'
    assert faults(tmp_path, asked, amount()) == [("amounts", "'Two tanks' (amount)")]
    assert faults(tmp_path, asked + '\namounts = [{ words = "Two", low = "2" }]', amount()) == []
    assert faults(tmp_path, asked + '\namounts = [{ words = "Two", low = "2" }]', amount(), amount("tanks left")) == [
        ("amounts", "'tanks left' (amount)")
    ]


ACTORS = [
    ('kind = "organisation", code = ["RUS"], country = "RU"', []),
    ('kind = "person"', [("names", "organisation")]),
    ('code = "USA"', [("actors", "Town (t) ['RUS']")]),
    ('country = "US"', [("actors", "Town (t) RU")]),
]


@pytest.mark.parametrize(("fields", "wrong"), ACTORS)
def test_an_actor_is_held_to_what_is_asked(tmp_path: Path, fields: str, wrong: list[tuple[str, str]]) -> None:
    asked = f'actors = [{{ words = "Paris", {fields} }}]'
    found = ("Paris", {"kind": "organisation"}, town(codes=(("plover", "RUS"),), country="RU"))
    assert faults(tmp_path, asked, found) == wrong


def test_an_actor_that_nobody_sees_is_a_fault_of_the_names(tmp_path: Path) -> None:
    assert faults(tmp_path, 'actors = [{ words = "Paris" }]') == [("names", "nothing")]


def test_one_entity_and_two_entities_are_told_apart(tmp_path: Path) -> None:
    two, paris = ("Two", {"kind": "group"}, town("t")), ("Paris", {"kind": "group"}, town("t"))
    other = ("Paris", {"kind": "group"}, town("u"))
    same, differ = 'same = [["Two", "Paris"]]', 'differ = [["Two", "Paris"]]'
    assert faults(tmp_path, same, two, paris) == []
    assert faults(tmp_path, same, two, other) == [("actors", "['t', 'u']")]
    assert faults(tmp_path, same, two) == [("actors", "['t', None]")]
    assert faults(tmp_path, differ, two, other) == []
    assert faults(tmp_path, differ, two) == []
    assert faults(tmp_path, differ, two, paris) == [("actors", "['t', 't']")]


def test_entities_that_are_one_in_all_reports_are_one(tmp_path: Path) -> None:
    class Merged(Told):
        def walk(self, document: Any, clock: Any) -> Reading:
            reading = super().walk(document, clock)
            links = tuple(Link(key, "same", "actor:x", "told") for key in ("t", "u"))
            known = reading.resolution
            merged = replace(known, entities=(*known.entities, town("actor:x")), links=known.links + links)
            return replace(reading, resolution=merged)

    found = (("Two", {"kind": "group"}, town("t")), ("Paris", {"kind": "group"}, town("u")))
    assert measure(Merged(found), write(tmp_path, 'same = [["Two", "Paris"]]')).share == 1
