"""Reading a user's own dump of GeoNames: what is taken, what is left out, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import small_sources

from dateline.compile.drafts import Draft, Source
from dateline.compile.dump import Dump
from dateline.compile.supplement import supplement
from dateline.compile.writer import write
from dateline.errors import GazetteerError
from dateline.vocab.gazetteer import Gazetteer, Place


class Heard(list[str]):
    """What is told while a dump is read."""

    def __call__(self, message: str) -> None:
        self.append(message)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "dump"


@pytest.fixture
def heard() -> Heard:
    return Heard()


def read(
    folder: Path, heard: Heard, *, fewest: int = 500, known: tuple[Place, ...] = ()
) -> tuple[Source, dict[int, Draft]]:
    source = Dump(folder, fewest=fewest, known=known, tell=heard).source()
    return source, {place.number: place for place in source.places}


def test_every_kind_of_place_is_read(folder: Path, heard: Heard) -> None:
    small_sources.dump(folder, *small_sources.PLACES)
    _, places = read(folder, heard)
    kinds = {place.name: place.feature for place in places.values()}
    assert kinds == {
        "Republic of Tajikistan": "country",
        "Viloyati Khatlon": "unit1",
        "Sughd": "unit1",
        "Kushoniyon District": "unit2",
        "Khujand": "settlement",
        "Bokhtar": "settlement",
        "Markazi Nav": "settlement",
        "Daryoi Nav": "river",
        "Qullai Nav": "mountain",
        "Poygohi Nav": "base",
    }


def test_settlement_lies_in_its_units(folder: Path, heard: Heard) -> None:
    _, places = read(small_sources.dump(folder, "bokhtar"), heard)
    bokhtar = places[1220747]
    assert (bokhtar.country, bokhtar.unit1, bokhtar.unit2) == ("TJ", 1347488, 8220958)
    assert (bokhtar.lat, bokhtar.lon, bokhtar.population) == (37.83, 68.77, 110_800)


def test_units_without_a_line_stand_in_the_middle_of_their_settlements(folder: Path, heard: Heard) -> None:
    _, places = read(small_sources.dump(folder, "bokhtar"), heard)
    assert (places[1347488].lat, places[1347488].population) == (37.83, 110_800)
    assert (places[8220958].lat, places[8220958].unit1) == (37.83, 1347488)
    assert (places[1220409].lat, places[1220409].population) == (37.83, 9_100_835)


def test_what_a_dump_does_not_say_is_taken_from_what_is_known(folder: Path, heard: Heard) -> None:
    where = ("TJ", 0, 0, 38.5, 71.0, 0)
    known = Place(1347488, "geonames:1347488", "Khatlon", "region", "unit1", "region", *where, "TJ-KT", "Q487", ())
    _, places = read(small_sources.dump(folder, "unit1"), heard, known=(known,))
    assert places[1347488].extra == {"code": "TJ-KT", "wikidata": "Q487"}


def test_points_and_installations_are_told_apart_from_areas(folder: Path, heard: Heard) -> None:
    _, places = read(small_sources.dump(folder, "river", "peak", "base"), heard)
    assert places[900003].extra == {}
    assert places[900004].extra == {"precision": "point"}
    assert places[900005].extra == {"kind": "installation", "precision": "point"}


def test_small_settlements_are_left_out_but_seats_are_kept(folder: Path, heard: Heard) -> None:
    small_sources.dump(folder, "hamlet", "seat")
    assert 900001 not in read(folder, heard)[1]
    assert 900002 in read(folder, heard)[1]
    assert 900001 in read(folder, heard, fewest=0)[1]


def test_feature_that_has_hardly_a_name_is_left_out(folder: Path, heard: Heard) -> None:
    _, places = read(small_sources.dump(folder, "river", "brook"), heard)
    assert 900003 in places
    assert 900007 not in places


def test_names_in_scripts_that_we_do_not_read_are_left_out(folder: Path, heard: Heard) -> None:
    source, _ = read(small_sources.dump(folder, "khujand"), heard)
    assert {name.form for name in source.names if name.number == 1514879} == {"Leninabad", "Худжанд"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1|too|short", "3 columns instead of 19"),
        (small_sources.PLACES["bokhtar"].replace("37.83", "north"), "could not convert"),
        (small_sources.PLACES["bokhtar"].replace("37.83", "91"), "91 is not from -90.0 to 90.0"),
        (small_sources.PLACES["bokhtar"].replace("37.83", "nan"), "nan is not from"),
        (small_sources.PLACES["bokhtar"].replace("110800", "many"), "invalid literal"),
        (small_sources.PLACES["bokhtar"].replace("1220747|", "-4|"), "-4 is not from 1"),
        (small_sources.PLACES["bokhtar"].replace("1220747|", "99999999999|"), "99999999999 is not from 1"),
    ],
)
def test_malformed_line_is_counted_and_the_first_is_named(folder: Path, heard: Heard, line: str, reason: str) -> None:
    _, places = read(small_sources.dump(folder, "khujand", line, line), heard)
    assert 1514879 in places
    (said,) = [message for message in heard if "malformed" in message]
    assert said.startswith(f"TJ.txt: 2 malformed lines left out, the first is line 2 ({reason}")


def test_line_that_is_not_utf8_is_malformed(folder: Path, heard: Heard) -> None:
    small_sources.dump(folder, "khujand")
    with (folder / "TJ.txt").open("ab") as file:
        file.write(b"\xff\xfe\n")
    read(folder, heard)
    assert "TJ.txt: 1 malformed lines left out, the first is line 2 (not UTF-8)" in heard


def test_line_separators_inside_a_name_do_not_end_a_line(folder: Path, heard: Heard) -> None:
    read(small_sources.dump(folder, small_sources.PLACES["khujand"].replace("Leninabad", "Lenin\u2028abad\x85")), heard)
    assert not [message for message in heard if "malformed" in message]


def test_how_much_was_read_and_kept_is_told(folder: Path, heard: Heard) -> None:
    read(small_sources.dump(folder, "khujand", "hamlet", "hotel"), heard)
    assert "TJ.txt: 3 lines read, 1 places kept" in heard


def test_all_countries_stands_for_the_other_files(folder: Path, heard: Heard) -> None:
    small_sources.dump(folder, "khujand")
    small_sources.dump(folder, "bokhtar", name="allCountries.txt")
    _, places = read(folder, heard)
    assert 1220747 in places
    assert 1514879 not in places


def test_folder_without_places_says_what_it_needs(folder: Path, heard: Heard) -> None:
    small_sources.dump(folder, "khujand", name="notes.md")
    with pytest.raises(GazetteerError, match=r"no places of GeoNames: no allCountries\.txt"):
        read(folder, heard)


@pytest.mark.parametrize("name", ["countryInfo.txt", "admin1CodesASCII.txt", "admin2Codes.txt"])
def test_missing_table_is_named(folder: Path, heard: Heard, name: str) -> None:
    small_sources.dump(folder, "khujand")
    (folder / name).unlink()
    with pytest.raises(GazetteerError, match=f"has no {name}: a dump needs"):
        read(folder, heard)


def test_file_without_any_place_is_an_error(folder: Path, heard: Heard) -> None:
    with pytest.raises(GazetteerError, match=r"no place was read from TJ\.txt"):
        read(small_sources.dump(folder, "hotel"), heard)


def test_dump_with_the_supplement_makes_a_gazetteer(folder: Path, heard: Heard, tmp_path: Path) -> None:
    base, _ = read(small_sources.dump(folder, *small_sources.PLACES), heard)
    missing = Heard()
    write(tmp_path / "own.sqlite", [base, supplement(base, missing=missing)])
    gazetteer = Gazetteer(tmp_path / "own.sqlite")
    assert gazetteer.candidates("Kurgan Tyube")[0].place.id == "geonames:1220747"
    assert gazetteer.candidates("Tajikistan")[0].place.id == "iso:TJ"
    assert gazetteer.candidates("Tajik")[0].place.id == "iso:TJ"
    assert gazetteer.candidates("Strait of Hormuz")[0].place.feature == "strait"
    assert "iso:FR" in missing
    assert "iso:TJ" not in missing
