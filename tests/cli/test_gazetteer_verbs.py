"""``dateline gazetteer``: compiling, looking up, and what each says when it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline.vocab.gazetteer import Gazetteer

TABLES = {
    "countryInfo.txt": "TJ\tTJK\t762\tTI\tTajikistan\tDushanbe\t1\t9100835\tAS\t\t\t\t\t\t\t\t1220409\tKG\t\n",
    "admin1CodesASCII.txt": "TJ.03\tKhatlon\tKhatlon\t1347488\n",
    "admin2Codes.txt": "TJ.03.1\tKushoniyon\tKushoniyon\t8220958\n",
}
TOWN = "{number}\t{name}\t{name}\t\t37.83\t68.77\tP\tPPL\tTJ\t\t03\t1\t\t\t{people}\t\t400\tAsia/Dushanbe\t2020-01-01\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    folder = tmp_path / "dump"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    towns = TOWN.format(number=1220747, name="Bokhtar", people=110800) + TOWN.format(number=5, name="Navobod", people=9)
    (folder / "TJ.txt").write_text(towns + "5\tbroken\n", encoding="utf-8")
    return folder


def test_own_dump_is_compiled_and_used(dump: Path, dateline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    made = dateline("gazetteer", "build", "--geonames", str(dump), "--output", "own.sqlite")
    assert made.code == 0
    assert made.out.startswith("own.sqlite: ")
    assert "TJ.txt: 1 malformed lines left out, the first is line 3 (2 columns instead of 19)" in made.err
    assert "rows of the supplement were left out, since the dump has no iso:" in made.err
    monkeypatch.setenv("DATELINE_GAZETTEER", "own.sqlite")
    (found,) = dateline("gazetteer", "find", "BOKHTAR", "--json").objects
    assert (found["id"], found["units"][0]["id"]) == ("geonames:1220747", "geonames:8220958")
    assert dateline("gazetteer", "find", "Navobod").code == 1
    assert dateline("gazetteer", "about", "--json").objects[0]["file"] == "own.sqlite"


def test_smaller_settlements_can_be_kept(dump: Path, dateline: Any) -> None:
    arguments = ("--geonames", str(dump), "--min-population", "0", "--output", "own.sqlite", "--json")
    (made,) = dateline("gazetteer", "build", *arguments).objects
    assert made["kind"] == "gazetteer"
    assert "iso:FR" in made["missing"]
    assert Gazetteer(Path("own.sqlite")).holds("Navobod")


def test_two_builds_give_the_same_bytes(dump: Path, dateline: Any) -> None:
    for name in ("one.sqlite", "two.sqlite"):
        assert dateline("gazetteer", "build", "--geonames", str(dump), "--output", name).code == 0
    assert Path("one.sqlite").read_bytes() == Path("two.sqlite").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--output", "a.sqlite"), 2, "error: say what to compile: either --packages DIR or --geonames DIR"),
        (
            ("--packages", "x", "--geonames", "y", "--output", "a.sqlite"),
            2,
            "error: say what to compile: either --packages DIR or --geonames DIR",
        ),
        (
            ("--packages", "x", "--min-population", "5", "--output", "a.sqlite"),
            2,
            "error: --min-population is for --geonames; of the packages all places are taken",
        ),
        (("--geonames", "x", "--output", "n/a.sqlite"), 2, "error: there is no folder 'n' for the gazetteer"),
        (("--geonames", "x", "--output", "a.sqlite"), 3, "error: there is no folder 'x'"),
    ],
)
def test_build_says_what_is_wrong(dateline: Any, arguments: tuple[str, ...], code: int, message: str) -> None:
    said = dateline("gazetteer", "build", *arguments)
    assert (said.code, said.out, said.err.strip()) == (code, "", message)
    assert list(Path().glob("*.sqlite*")) == []


def test_ctrl_c_leaves_no_file(dump: Path, dateline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.compile import writer

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, "_entries", stopped)
    said = dateline("gazetteer", "build", "--geonames", str(dump), "--output", "own.sqlite")
    assert said.code == 130
    assert list(Path().glob("*.sqlite*")) == []


def test_find_shows_what_a_name_may_be(dateline: Any) -> None:
    said = dateline("gazetteer", "find", "Qurghon Teppa")
    assert said.code == 0
    assert said.out.splitlines()[:2] == [
        "Bokhtar  settlement in Khatlon, TJ",
        "  geonames:1220747  37.8365 68.7776 (settlement)  110,800 people",
    ]


def test_find_shows_whose_view_a_label_is(dateline: Any) -> None:
    said = dateline("gazetteer", "find", "Crimea", "--limit", "1")
    assert "  UA: " in said.out
    assert "  RU: " in said.out


def test_find_says_how_many_are_not_shown(dateline: Any) -> None:
    said = dateline("gazetteer", "find", "Springfield", "--limit", "2", "--json")
    assert len(said.objects) == 2
    assert "more: --limit" in said.err


def test_find_as_json_has_all_fields(dateline: Any) -> None:
    found = dateline("gazetteer", "find", "Pa.", "--json").objects
    (unit,) = [one for one in found if one["code"] == "US-PA"]
    assert (unit["by"], unit["feature"], unit["precision"]) == ("abbreviation", "unit1", "region")
    assert unit["country"] == "US"
    assert unit["claims"] == []


def test_unknown_name_is_one_clear_line(dateline: Any) -> None:
    said = dateline("gazetteer", "find", "Zzyqxville", "--json")
    assert (said.code, said.out, said.err) == (1, "", "no place is known by the name 'Zzyqxville'\n")


def test_about_names_sources_and_licences(dateline: Any) -> None:
    said = dateline("gazetteer", "about")
    shown = " ".join(said.out.split())
    assert "GeoNames (CC BY 4.0" in shown
    assert "Natural Earth" in shown


@pytest.mark.parametrize("verb", [("about",), ("find", "Kunduz")])
def test_gazetteer_that_is_none_is_named(dateline: Any, verb: tuple[str, ...]) -> None:
    assert dateline("gazetteer", *verb, "--gazetteer", "none.sqlite").err.startswith(
        "error: there is no gazetteer 'none.sqlite'. Make one with"
    )
    Path("text.sqlite").write_text("words " * 500, encoding="utf-8")
    said = dateline("gazetteer", *verb, "--gazetteer", "text.sqlite")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("error: 'text.sqlite' is no gazetteer:")
