"""Writing a gazetteer: the same bytes each time, all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import small_sources

from dateline.compile import writer
from dateline.compile.drafts import Draft, Source
from dateline.compile.writer import write
from dateline.errors import GazetteerError
from dateline.vocab.gazetteer import Gazetteer, Sort


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "small.sqlite"


def test_what_is_written_is_found(path: Path) -> None:
    assert write(path, [small_sources.source()]) == 3
    gazetteer = Gazetteer(path)
    assert [one.place.number for one in gazetteer.candidates("OLD-QUILL")] == [3, 2]
    assert [one.respelled for one in gazetteer.candidates("Old Quill")] == [True, False]
    (demonym,) = gazetteer.candidates("marrower")
    assert (demonym.place.id, demonym.sort) == ("iso:MW", Sort.DEMONYM)
    (town,) = (one.place for one in gazetteer.candidates("OQ"))
    assert (town.lat, town.wikidata, town.precision) == (1.1235, "Q1", "settlement")
    home = gazetteer.home("https://news.marrow.example/a")
    assert home is not None
    assert home.number == 3


def test_same_sources_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    one, other = small_sources.source(), tmp_path / "other.sqlite"
    write(path, [one])
    write(other, [replace(one, places=one.places[::-1], names=one.names[::-1])])
    assert path.read_bytes() == other.read_bytes()


def test_the_later_of_two_places_with_one_number_stands(path: Path) -> None:
    mended = Source((Draft(2, "New Quill", "settlement", "MW"),), (), "mended")
    write(path, [small_sources.source(), mended])
    gazetteer = Gazetteer(path)
    assert gazetteer.candidates("New Quill")[0].place.number == 2
    assert gazetteer.about["notice"] == "made up; mended"


def test_one_name_keeps_the_most_populous(path: Path) -> None:
    many = tuple(Draft(number, "Quill", "settlement", "MW", population=number) for number in range(1, 101))
    write(path, [Source(many, (), "made up")])
    found = [one.place.population for one in Gazetteer(path).candidates("Quill")]
    assert found == list(range(100, 100 - len(found), -1))
    assert len(found) == 60


def test_names_of_places_that_are_not_there_are_left_out(path: Path) -> None:
    write(path, [small_sources.source()])
    assert Gazetteer(path).candidates("ghost") == ()


def test_no_places_are_an_error_and_nothing_is_written(path: Path) -> None:
    with pytest.raises(GazetteerError, match="no places"):
        write(path, [Source((), (), "nothing")])
    assert list(path.parent.iterdir()) == []


def test_interrupted_writing_leaves_the_old_file_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, [small_sources.source()])
    before = path.read_bytes()

    def stopped(_: object) -> Iterator[tuple[object, ...]]:
        yield (7, "Half", "settlement", None, 0, 0, None, None, 0, "")
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, "_rows", stopped)
    with pytest.raises(KeyboardInterrupt):
        write(path, [small_sources.source()])
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_half_file_of_a_killed_run_does_not_matter(path: Path) -> None:
    path.with_name("small.sqlite.part").write_text("half", encoding="utf-8")
    write(path, [small_sources.source()])
    assert list(path.parent.iterdir()) == [path]


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"cannot write '.*nowhere"):
        write(tmp_path / "nowhere" / "a.sqlite", [small_sources.source()])


def test_a_disk_fault_is_our_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(writer, "_fill", full)
    with pytest.raises(GazetteerError, match="disk is full"):
        write(path, [small_sources.source()])
