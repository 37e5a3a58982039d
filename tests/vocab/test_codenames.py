"""The names that codes stand for: every code that an actor can have has one."""

from __future__ import annotations

from dateline.vocab.codenames import CodeNames
from dateline.vocab.load import rows, table

NAMES = CodeNames.load()


def test_countries_and_bodies_are_named_by_their_plover_code() -> None:
    assert [NAMES.actors[code] for code in ("AFG", "KOS", "HKG", "UNO", "IGO")] == [
        "Afghanistan",
        "Kosovo",
        "Hong Kong",
        "United Nations",
        "International Governmental Organization",
    ]


def test_a_dependency_is_named_by_its_state() -> None:
    (greenland,) = [row["plover"] for row in rows("actors/codes") if row["iso"] == "GL"]
    assert NAMES.actors[greenland] == "Denmark"


def test_every_country_has_a_name_and_an_alpha3_code() -> None:
    codes = {row["plover"] for row in rows("actors/codes")} - {"ATA"}
    assert [code for code in codes if code not in NAMES.actors] == []
    assert (NAMES.countries["TJ"], NAMES.alpha3["TJ"]) == ("Tajikistan", "TJK")


def test_every_sector_of_the_actor_base_has_a_name() -> None:
    files = ("agents", "groups", "institutions", "parties", "media", "companies")
    used = {code for name in files for row in rows(f"actors/{name}") for code in (row.get("sectors") or "").split()}
    used |= {code for codes in table("actors/patterns")["sectors"] for code in codes.split()}
    assert sorted(code for code in used if code not in NAMES.sectors) == []


def test_names_hold_nothing_that_separates_them() -> None:
    assert [name for name in NAMES.sectors.values() if "," in name or ";" in name] == []
