"""The hand-made part: targets are found, a target that is not there is no silence."""

from __future__ import annotations

import pytest
import small_sources

from dateline.compile import supplement as module
from dateline.compile.drafts import Draft, Named, Source
from dateline.compile.supplement import supplement
from dateline.errors import GazetteerError
from dateline.vocab.gazetteer import Sort

TABLES = {
    "countries": [{"code": "MW", "name": "Marrow", "forms": "Marrowland", "demonyms": "Marrower"}],
    "places/world_regions": [],
    "places/historical": [],
    "places/features": [],
    "places/aliases": [],
    "places/disputed": [],
    "places/outlets": [],
}


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, str]]]:
    made = {name: list(rows) for name, rows in TABLES.items()}
    monkeypatch.setattr(module, "rows", lambda name: iter(made[name]))
    return made


def alias(form: str, target: str, kind: str = "other form") -> dict[str, str]:
    return {"form": form, "target": target, "kind": kind}


def feature(**given: str) -> dict[str, str]:
    row = {"id": "quill-pass", "name": "Quill Pass", "forms": "Pass of Quills", "kind": "pass", "countries": "MW"}
    return {**row, "lat": "1.5", "lon": "2.5", "precision": "point", "geonames": "", "claims": "", **given}


def base() -> Source:
    source = small_sources.source()
    unit = Draft(9, "Quillshire", "unit1", "MW", extra={"code": "MW-QS"})
    inner = Draft(10, "Old Quill", "settlement", "MW", unit1=9, population=5)
    return Source((*source.places, unit, inner), (*source.names[:2], Named("Q-Town", 10, Sort.OTHER)), "made up")


@pytest.mark.parametrize(
    ("target", "number"),
    [
        ("iso:MW", 1),
        ("unit:MW-QS", 9),
        ("city:Old Quill,MW", 3),
        ("city:old-quill,MW-QS", 10),
        ("city:Q Town,MW", 10),
        ("place:quill-pass", -1),
    ],
)
def test_target_is_found(tables: dict[str, list[dict[str, str]]], target: str, number: int) -> None:
    tables["places/features"] = [feature()]
    tables["places/aliases"] = [alias("Another", target)]
    assert [name.number for name in supplement(base()).names if name.form == "Another"] == [number]


@pytest.mark.parametrize("target", ["iso:ZZ", "unit:MW-ZZ", "city:Nowhere,MW", "place:none", "nonsense"])
@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("places/aliases", {"form": "A", "target": "", "kind": "acronym"}),
        ("places/disputed", {"target": "", "claims": "AA: ours"}),
        ("places/outlets", {"domain": "a.example", "home": ""}),
    ],
)
def test_target_that_is_not_there_is_an_error(
    tables: dict[str, list[dict[str, str]]], table: str, row: dict[str, str], target: str
) -> None:
    tables[table] = [{name: value or target for name, value in row.items()}]
    with pytest.raises(GazetteerError, match=f"speaks of '{target}'"):
        supplement(base())


def test_target_that_a_dump_lacks_is_told_and_left_out(tables: dict[str, list[dict[str, str]]]) -> None:
    tables["places/aliases"] = [alias("A", "iso:ZZ"), alias("B", "iso:MW")]
    missing: list[str] = []
    made = supplement(base(), missing=missing.append)
    assert missing == ["iso:ZZ"]
    assert {"B"} == {name.form for name in made.names} & {"A", "B"}


def test_country_goes_by_the_name_of_the_list(tables: dict[str, list[dict[str, str]]]) -> None:
    assert {place.number: place.name for place in supplement(base()).places} == {1: "Marrow"}


def test_disputed_country_keeps_the_name_of_the_list(tables: dict[str, list[dict[str, str]]]) -> None:
    tables["places/disputed"] = [{"target": "iso:MW", "claims": "AA: ours|BB: ours"}]
    last = {place.number: place for place in supplement(base()).places}[1]
    assert (last.name, last.extra["claims"]) == ("Marrow", "AA: ours|BB: ours")


def test_feature_with_a_number_of_geonames_stands_for_that_place(tables: dict[str, list[dict[str, str]]]) -> None:
    tables["places/features"] = [feature(geonames="77"), feature(id="own")]
    numbers = {place.extra["id"]: place.number for place in supplement(base()).places if "id" in place.extra}
    assert numbers == {"place:quill-pass": 77, "place:own": -2}


def test_feature_of_several_countries_has_none(tables: dict[str, list[dict[str, str]]]) -> None:
    tables["places/features"] = [feature(countries="MW|ZZ"), feature(id="b", kind="bridge")]
    shared, bridge = (place for place in supplement(base()).places if "id" in place.extra)
    assert shared.country is None
    assert (bridge.country, bridge.extra["kind"]) == ("MW", "installation")
