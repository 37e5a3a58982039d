"""The gazetteer that ships: what it holds, how fast it answers, and files that are none."""

from __future__ import annotations

import random
import sqlite3
import time
from pathlib import Path

import pytest

from dateline.errors import GazetteerError
from dateline.vocab.gazetteer import Candidate, Gazetteer, Sort, digest, shipped

LARGEST = 45_000_000
ENOUGH = 20_000  # look-ups a second that any machine must reach; 50,000 are wanted, see docs/places.md


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(shipped())


def first(gazetteer: Gazetteer, form: str) -> Candidate:
    return gazetteer.candidates(form)[0]


def test_file_is_small_enough() -> None:
    assert shipped().stat().st_size <= LARGEST


def test_file_names_its_sources_and_licences(gazetteer: Gazetteer) -> None:
    assert "GeoNames (CC BY 4.0" in gazetteer.about["notice"]
    assert "Natural Earth" in gazetteer.about["notice"]


@pytest.mark.parametrize("form", ["Qurghon Teppa", "Qurghonteppa", "qurghon-teppa", "Bokhtar", "BOKHTAR"])
def test_spellings_are_one_place(gazetteer: Gazetteer, form: str) -> None:
    place = first(gazetteer, form).place
    assert (place.number, place.id, place.country) == (1220747, "geonames:1220747", "TJ")


def test_a_name_in_other_words_than_its_own_is_respelled(gazetteer: Gazetteer) -> None:
    assert not first(gazetteer, "New York").respelled
    assert first(gazetteer, "Newyork").respelled


@pytest.mark.parametrize(
    ("form", "country"), [("Tajik", "TJ"), ("Turkish", "TR"), ("Georgians", "GE"), ("Afghan", "AF"), ("British", "GB")]
)
def test_demonym_is_of_its_country(gazetteer: Gazetteer, form: str, country: str) -> None:
    found = [one for one in gazetteer.candidates(form) if one.sort == Sort.DEMONYM]
    assert [one.place.id for one in found] == [f"iso:{country}"]


@pytest.mark.parametrize(
    ("form", "code"), [("Pa.", "US-PA"), ("TX", "US-TX"), ("Calif.", "US-CA"), ("Ont.", "CA-ON"), ("B.C.", "CA-BC")]
)
def test_abbreviation_is_of_its_unit(gazetteer: Gazetteer, form: str, code: str) -> None:
    found = [one.place.code for one in gazetteer.candidates(form) if one.sort == Sort.ABBREVIATION]
    assert code in found


@pytest.mark.parametrize("form", ["DPRK", "North Korea"])
def test_acronym_is_of_its_country(gazetteer: Gazetteer, form: str) -> None:
    assert first(gazetteer, form).place.id == "iso:KP"


@pytest.mark.parametrize(
    ("form", "views"), [("Crimea", {"UA", "RU"}), ("Abkhazia", {"GE", "RU"}), ("Taiwan", {"CN", "TW"})]
)
def test_disputed_place_carries_whose_view_a_label_is(gazetteer: Gazetteer, form: str, views: set[str]) -> None:
    claims = [claim for one in gazetteer.candidates(form) for claim in one.place.claims]
    assert views <= {claim.partition(":")[0] for claim in claims}


@pytest.mark.parametrize("name", ["Taiwan", "Palestine", "Kosovo", "Western Sahara"])
def test_disputed_country_has_the_name_of_our_list(gazetteer: Gazetteer, name: str) -> None:
    assert first(gazetteer, name).place.name == name


@pytest.mark.parametrize(
    ("form", "feature"),
    [
        ("Soviet Union", "historical"),
        ("Central Asia", "world_region"),
        ("Amu Darya", "river"),
        ("Strait of Hormuz", "strait"),
        ("Bagram Air Base", "air_base"),
        ("Khatlon", "unit1"),
        ("Rapides Parish", "unit2"),
        ("Kazakhstan", "country"),
    ],
)
def test_features_are_of_their_kinds(gazetteer: Gazetteer, form: str, feature: str) -> None:
    assert feature in {one.place.feature for one in gazetteer.candidates(form)}


def test_a_place_lies_in_its_units(gazetteer: Gazetteer) -> None:
    place = first(gazetteer, "Bokhtar").place
    above = gazetteer.place(place.unit1)
    assert above is not None
    assert (above.name, above.precision) == ("Khatlon", "region")


def test_a_name_nobody_has_is_not_known(gazetteer: Gazetteer) -> None:
    for form in ("Zzyqxville", "", "–", "a" * 200, "\0"):
        assert gazetteer.candidates(form) == ()
        assert not gazetteer.holds(form)


def test_outlets_are_at_home_somewhere(gazetteer: Gazetteer) -> None:
    home = gazetteer.home("https://www.24.kg/english/1")
    assert home is not None
    assert home.id == "iso:KG"
    assert gazetteer.home("https://kunduz-times.example/") is None


def test_the_most_populous_stands_first(gazetteer: Gazetteer) -> None:
    people = [one.place.population for one in gazetteer.candidates("Springfield") if one.place.feature == "settlement"]
    assert len(people) > 10
    assert people == sorted(people, reverse=True)


def test_every_place_is_found_by_its_number(gazetteer: Gazetteer) -> None:
    number = 0
    for number, place in enumerate(gazetteer.every(), 1):
        if number % 5_000 == 0:
            assert gazetteer.place(place.number) == place
    assert number == int(gazetteer.about["places"])


def test_file_is_opened_for_reading_only(gazetteer: Gazetteer) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._database.execute("DELETE FROM names")


def test_cold_look_ups_are_fast() -> None:
    with sqlite3.connect(f"{shipped().as_uri()}?mode=ro&immutable=1", uri=True) as database:
        names = [name for (name,) in database.execute("SELECT folded FROM names LIMIT 400000")]
    some, fresh = random.Random(1).sample(names, 20_000), Gazetteer(shipped())
    began = time.process_time()
    found = sum(bool(fresh.candidates(name)) for name in some)
    assert found / (time.process_time() - began) >= ENOUGH


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"there is no gazetteer '.*none\.sqlite'\. Make one with"):
        Gazetteer(tmp_path / "none.sqlite")


def test_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_text("a report, not a gazetteer\n" * 200, encoding="utf-8")
    with pytest.raises(GazetteerError, match="is no gazetteer"):
        Gazetteer(other)


def test_database_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE about (name, value)")
        database.execute("INSERT INTO about VALUES ('format', 'dateline gazetteer 0')")
    database.close()
    with pytest.raises(GazetteerError, match="no gazetteer of this version"):
        Gazetteer(other)


def test_digest_tells_files_apart(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    assert digest(one) == digest(one) != digest(other)
