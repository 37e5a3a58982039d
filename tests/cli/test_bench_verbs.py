"""``dateline bench``: our figures with those of others, and what they end with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import small_pipeline

from dateline.cli import work
from dateline.evaluate import speed
from dateline.evaluate.timing import Rate

TEXT = "Ada Quill said it rains in the town of Marrowgate. Nobody in the council of the old town denied it at all.\n"
GOLD = (
    "T1\tSource 0 9\tAda Quill\nT2\tCue 10 14\tsaid\nT3\tContent 15 49\tit rains in the town of Marrowgate\n"
    "E1\tAttribution:T2 Source1:T1 Cue1:T2 Content1:T3\n"
)


@pytest.fixture
def annotated(reports: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(work, "build", lambda settings: small_pipeline.build)
    reports({"data/text/a.txt": TEXT, "data/attributions/a_0001.ann": GOLD})
    return "data"


def test_attribution_stands_beside_the_others(annotated: str, dateline: Any) -> None:
    said = dateline("bench", "attribution", "--data", annotated, "--workers", "1")
    assert said.code == 0
    rows = {line[:24].strip(): line.split()[-6:] for line in said.out.splitlines()}
    assert rows["Dateline, here and now"][:2] == ["100", "100"]
    assert rows["textacy"][:2] == ["26", "24.2"]
    assert "bad anchors: 0, changed texts: 0" in said.out


def test_attribution_as_json_has_the_peers(annotated: str, dateline: Any) -> None:
    (found,) = dateline("bench", "attribution", "--data", annotated, "--workers", "1", "--json").objects
    assert (found["content"], found["content_source"], found["annotated"]) == (100.0, 100.0, 1)
    assert "textacy" in [peer["name"] for peer in found["peers"]]


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_without_annotations_is_a_usage_error(folder: str, dateline: Any) -> None:
    said = dateline("bench", "attribution", "--data", folder)
    assert said.code == 2
    assert said.err.startswith("error: no annotated reports in")


def measured(*, same: bool) -> speed.Speed:
    return speed.Speed(
        plan=speed.Plan.short(),
        machine={"processors": 2},
        producers={},
        rates=(Rate(2, True, 1000, 500_000, 40.0, 2.0, 60.0, 900, (("read", 1.0),)),),
        first_record=2.5,
        stages={"read": 1.25, "linguistic": 30.5},
        same={"workers 1, 2, 4": same},
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the bench was asked for; it answers with ``same`` as set here."""
    found: dict[str, Any] = {"same": True}

    def measure(subject: Any, plan: speed.Plan, *, tell: Any) -> speed.Speed:
        found["plan"] = plan
        return measured(same=found["same"])

    monkeypatch.setattr(speed, "measure", measure)
    return found


def test_speed_shows_rates_stages_and_sameness(asked: dict[str, Any], dateline: Any) -> None:
    said = dateline("bench", "speed", "--reports", "1000", "--long", "2000")
    assert said.code == 0
    assert ["2", "yes", "1,000", "25.0", "12,500", "38.0", "900"] in [line.split() for line in said.out.splitlines()]
    assert "first record from a cold start: 2.50 s\nworkers 1, 2, 4: the same output\n" in said.out
    assert (asked["plan"].reports, asked["plan"].long) == (1000, 2000)


def test_speed_as_json(asked: dict[str, Any], dateline: Any) -> None:
    (found,) = dateline("bench", "speed", "--json").objects
    assert found["rates"][0]["reports_per_second"] == 25.0


def test_speed_ends_with_1_when_the_output_is_not_the_same(asked: dict[str, Any], dateline: Any) -> None:
    asked["same"] = False
    said = dateline("bench", "speed")
    assert (said.code, "another output" in said.out) == (1, True)


def test_the_benches_need_no_folder_of_their_own(asked: dict[str, Any], dateline: Any) -> None:
    dateline("bench", "speed")
    assert list(Path().iterdir()) == []
