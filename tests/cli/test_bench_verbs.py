"""``dateline bench``: our figures with those of others, and what they end with."""

from __future__ import annotations

import gzip
import hashlib
import json
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
    rows = {line[:24].strip(): line.split()[-7:] for line in said.out.splitlines()}
    assert rows["Dateline, here and now"][:2] == ["100", "100"]
    assert rows["textacy"][:2] == ["26", "24.2"]
    assert "bad anchors: 0, changed texts: 0" in said.out


def test_attribution_as_json_has_the_peers(annotated: str, dateline: Any) -> None:
    (found,) = dateline("bench", "attribution", "--data", annotated, "--workers", "1", "--json").objects
    assert (found["content"], found["content_source"], found["annotated"]) == (100.0, 100.0, 1)
    assert "textacy" in [peer["name"] for peer in found["peers"]]


def test_attribution_shows_recall_and_precision_by_kind(annotated: str, dateline: Any) -> None:
    said = dateline("bench", "attribution", "--data", annotated, "--workers", "1")
    (indirect,) = [line.split() for line in said.out.splitlines() if line.startswith("indirect ")]
    assert indirect == ["indirect", "1", "100", "100", "1", "100", "100"]


def test_attribution_shows_what_scores_are_worth(annotated: str, dateline: Any) -> None:
    said = dateline("bench", "attribution", "--data", annotated, "--workers", "1")
    assert ["0.90", "-", "1.00", "1", "1.000", "1.000"] in [line.split() for line in said.out.splitlines()]
    assert "expected calibration error: 0.000 (equal width)" in " ".join(said.out.split())


def test_attribution_as_json_has_tier_and_calibration(annotated: str, dateline: Any) -> None:
    arguments = ("--data", annotated, "--workers", "1", "--tier", "rules", "--json")
    (found,) = dateline("bench", "attribution", *arguments).objects
    assert (found["tier"], found["calibration"]["error_equal_width"]) == ("rules", 0.0)
    assert found["precision"]["indirect"] == {"found": 1, "content": 100.0, "content_source": 100.0}


def test_attribution_says_where_a_peer_is_not_run(
    annotated: str, dateline: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.evaluate.peers.find_spec", lambda name: None)
    said = dateline("bench", "attribution", "--data", annotated, "--workers", "1")
    assert "textacy is not installed here: the row shows what is known of it" in " ".join(said.out.split())


def test_perturb_shows_moves_and_ends_with_1_beyond_two_points(annotated: str, dateline: Any) -> None:
    said = dateline("bench", "perturb", "--data", annotated, "--workers", "1", "--only", "verbs")
    rows = {line[:11].strip(): line.split()[-9:] for line in said.out.splitlines()}
    assert rows["verbs"][:4] == ["1", "1", "0", "-100.0"]
    assert "farthest move: 100 points; wanted: 2 at most" in said.out
    assert said.code == 1


def test_perturb_ends_well_where_nothing_moves(annotated: str, dateline: Any) -> None:
    said = dateline("bench", "perturb", "--data", annotated, "--workers", "1", "--only", "Windows lines", "--json")
    assert said.code == 0
    (found,) = said.objects
    assert [one["name"] for one in found["perturbations"]] == ["Windows lines"]
    assert found["farthest"] == 0.0


def test_an_unknown_perturbation_is_a_usage_error(annotated: str, dateline: Any) -> None:
    said = dateline("bench", "perturb", "--data", annotated, "--only", "verb")
    assert said.code == 2
    assert said.err.startswith("error: no perturbation 'verb'. Choices: ")


@pytest.mark.parametrize("verb", ["attribution", "perturb"])
@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_without_annotations_is_a_usage_error(folder: str, verb: str, dateline: Any) -> None:
    said = dateline("bench", verb, "--data", folder)
    assert said.code == 2
    assert said.err.startswith("error: no annotated reports in")


@pytest.fixture
def gold(reports: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A small report with two sources, one of which the small pipeline finds."""
    monkeypatch.setattr(work, "build", lambda settings: small_pipeline.build)
    text = TEXT.strip()
    line = {
        "report": "one",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "range": None,
        "sources": [
            {"start": 0, "end": 9, "kind": "name", "entity": "quill"},
            {"start": 51, "end": 57, "kind": "collective", "entity": "nobody"},
        ],
        "entities": {"quill": [[0, 9]], "nobody": []},
    }
    reports(
        {
            "gold/collections.toml": '[invented]\nfile = "a.jsonl.gz"\nid = "id"\n',
            "gold/speakers/invented.jsonl": json.dumps(line) + "\n",
            "data/a.jsonl.gz": gzip.compress(json.dumps({"id": "one", "text": text}).encode()),
        }
    )
    return ["--data", "data", "--gold", "gold", "--workers", "1"]


def test_speakers_are_shown_by_kind_of_source(gold: list[str], dateline: Any) -> None:
    said = dateline("bench", "speakers", *gold)
    assert said.code == 0
    rows = {line.split()[0]: line.split()[1:] for line in said.out.splitlines() if line.strip()}
    assert rows["collective"] == ["1", "1", "0", "0", "0", "0", "-", "-"]


def test_speakers_as_json_list_what_is_not_right(gold: list[str], dateline: Any) -> None:
    (found,) = dateline("bench", "speakers", *gold, "--json").objects
    assert (found["kind"], found["reports"], found["all"]["statements"]) == ("bench speakers", 1, 1)
    assert [(miss["entity"], miss["given"]) for miss in found["misses"]] == [("quill", "Ada Quill")]


def test_speakers_without_texts_are_a_usage_error(gold: list[str], dateline: Any) -> None:
    said = dateline("bench", "speakers", "--data", "nowhere", "--gold", "gold")
    assert (said.code, said.err) == (2, "error: no annotated reports in 'nowhere': it needs one of a.jsonl.gz\n")


@pytest.fixture
def places_and_times(reports: Any, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Two texts in which nothing is found, for a pipeline that looks for neither places nor times."""
    monkeypatch.setattr(work, "build", lambda settings: small_pipeline.build)
    place = {"start": 34, "end": 44, "geonames": "7", "lat": 1.0, "lon": 2.0}
    line = {"text": TEXT, "places": [place], "times": [{"start": 0, "end": 3, "type": "DATE", "value": "2004"}]}
    reports({"lgl.jsonl": json.dumps(line) + "\n" + json.dumps(line) + "\n"})
    return {name: ["bench", name, "--data", "lgl.jsonl", "--workers", "1"] for name in ("places", "times")}


@pytest.mark.parametrize(
    ("bench", "peer"),
    [("places", "Mordecai 3, given the spans, held-out parts *"), ("times", "HeidelTime, TempEval-3 platinum *")],
)
def test_mentions_stand_beside_the_others_with_their_intervals(
    bench: str, peer: str, places_and_times: dict[str, list[str]], dateline: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    said = dateline(*places_and_times[bench])
    assert said.code == 0
    assert peer in said.out
    rows = [line.split() for line in said.out.splitlines() if line.startswith(("Dateline, here", "  95 % interval"))]
    assert (rows[0][4:6], rows[1][3:5]) == (["0", "0"], ["0-0", "0-0"])
    assert "bad anchors: 0, changed texts: 0" in said.out


@pytest.mark.parametrize("bench", ["places", "times"])
def test_mentions_as_json_have_figures_misses_and_peers(
    bench: str, places_and_times: dict[str, list[str]], dateline: Any
) -> None:
    (found,) = dateline(*places_and_times[bench], "--json").objects
    assert (found["kind"], found["texts"], found["annotated"], len(found["misses"])) == (f"bench {bench}", 2, 2, 2)
    assert found["peers"]


def test_mentions_without_a_file_are_a_usage_error(dateline: Any) -> None:
    said = dateline("bench", "times", "--data", "nowhere.jsonl")
    assert (said.code, said.err.startswith("error: no annotated texts at 'nowhere.jsonl'")) == (2, True)


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
