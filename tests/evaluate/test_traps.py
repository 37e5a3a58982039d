"""The trap suite: how its cases are read, what its report says, and that it can fail."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from trap_walkers import HEAD, RIGHT, TEXT, Silent, write

from dateline.errors import InputError
from dateline.evaluate.traps import Case, Report, cases, judged, measure
from dateline.model.links import Reading


def test_a_case_has_its_theme_text_date_and_checks(tmp_path: Path) -> None:
    [case] = cases(write(tmp_path, 'not_places = ["tanks", "Two"]\nno_times = ["Two"]'))
    assert (case.id, case.theme, case.published, case.outlet) == ("a", "towns", "2017-04-12", None)
    assert [(check.rule, check.words) for check in case.checks] == [
        ("not_places", ("tanks",)),
        ("not_places", ("Two",)),
        ("no_times", ("Two",)),
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", "asks for nothing"),
        ('not_palces = ["Paris"]', "no rule 'not_palces'"),
        ('not_places = ["London"]', "do not stand in"),
        ('not_places = ["Pari"]', "do not stand in"),
        ('not_places = ["Paris#3"]', "do not stand in"),
        ('places = [{ words = "Paris", contry = "US" }]', "has no field contry"),
        ('same = [["Paris", "London"]]', "do not stand in"),
        ("not_places = [", "towns.toml"),
    ],
)
def test_a_case_with_a_slip_is_refused(tmp_path: Path, asked: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        cases(write(tmp_path, asked))


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    write(tmp_path, 'not_places = ["Two"]')
    with pytest.raises(InputError, match="used twice: a"):
        cases(write(tmp_path, 'not_places = ["Two"]', name="more.toml"))


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no trap cases"):
        cases(tmp_path)


def test_the_pipeline_gets_the_text_as_english_with_date_and_outlet(tmp_path: Path) -> None:
    seen = []

    class Watching(Silent):
        def walk(self, document: Any, clock: Any) -> Reading:
            seen.append((document.text, document.language, document.source.published.first, document.source.outlet))
            return Reading(document)

    judged([replace(cases(write(tmp_path, 'not_places = ["Two"]'))[0], outlet="Ansel Ledger")], Watching())
    assert seen == [(TEXT, "en", "2017-04-12", "Ansel Ledger")]


def test_a_report_counts_by_theme_and_lists_what_failed(tmp_path: Path) -> None:
    write(tmp_path, 'not_places = ["Two"]')
    head = HEAD.replace('"a"', '"b"').replace("towns", "pins")
    write(tmp_path, RIGHT, head=head, name="pins.toml")
    report: Report = measure(Silent(), tmp_path)
    assert (report.share, report.themes()) == (0.5, {"pins": (0, 1), "towns": (1, 1)})
    assert [result.case.id for result in report.failed] == ["b"]
    assert list(report.lines()) == [
        f"pins / b: {TEXT}",
        "    names: wanted a place at 'Paris', got nothing",
    ]


def test_a_case_that_asks_for_something_is_a_control(tmp_path: Path) -> None:
    [case] = cases(write(tmp_path, 'not_places = ["Two"]'))
    [control] = cases(write(tmp_path, RIGHT))
    assert (case.control, control.control) == (False, True)
    assert not Case("a", "t", "text", ()).control
