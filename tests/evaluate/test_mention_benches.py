"""The benches of places and times: our own scorer on hand-made texts, and against the shared tool on anything."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from place_walkers import Small, small

from dateline.engine import Limits
from dateline.errors import InputError, UsageError
from dateline.evaluate import mentions, places, times
from dateline.evaluate.bootstrap import interval
from dateline.evaluate.peers import peers
from dateline.model import wire

LIMITS = Limits(seconds=30, megabytes=1500)
TOOL = Path(__file__).parents[3] / "shared" / "tools" / "score_mentions.py"
TEXT = "In 2004 Velik and Tarn met at Morrow; Velik came by 1999."


def place(word: str, number: int, lat: float | None = 10.0, *, nth: int = 0, **more: Any) -> dict[str, Any]:
    start = [at for at in range(len(TEXT)) if TEXT.startswith(word, at)][nth]
    lon = None if lat is None else 20.0
    return {"start": start, "end": start + len(word), "geonames": str(number), "lat": lat, "lon": lon, **more}


def time(word: str, value: str, kind: str = "DATE") -> dict[str, Any]:
    start = TEXT.index(word)
    return {"start": start, "end": start + len(word), "type": kind, "value": value}


def written(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    gold = [place("Velik", 7), place("Tarn", 9, 10.0), place("Morrow", 5), place("Velik", 99, 11.0, nth=1)]
    when = [time("2004", "2004"), time("by 1999", "1999-05")]
    line = {"id": "a", "text": TEXT, "published": "7:58 AM ET", "outlet": "Wire", "places": gold, "times": when}
    return written(tmp_path / "a.jsonl", line, {**line, "id": "b", "published": "2021-03-04"})


def test_places_are_scored_end_to_end_and_by_what_was_resolved(data: Path) -> None:
    found = places.measure(data, build=small, limits=LIMITS, workers=1).wire()
    assert (found["annotated"], found["found"], found["located"], found["resolved"]) == (8, 8, 8, 6)
    assert (found["tagged"]["value"], found["strict"]["value"]) == (100.0, 100.0)
    # Velik by its id, and the second Velik within 161 km; Tarn is far off, Morrow on no map
    assert (found["f1_161"]["value"], found["acc_161"]["value"]) == (round(200 * 4 / 14, 1), 66.7)
    assert found["acc_of_tagged"]["value"] == 50.0
    assert [(one["words"], one["given"]) for one in found["misses"]][:2] == [("Tarn", "e-Tarn"), ("Morrow", None)]
    assert found["calibration"]["statements"] == 6
    assert (found["bad_anchors"], found["changed_texts"]) == (0, 0)


def test_times_are_scored_relaxed_strict_and_by_value(data: Path) -> None:
    found = times.measure(data, build=small, limits=LIMITS, workers=1).wire()
    values = [found[name]["value"] for name in ("relaxed", "strict", "type", "value")]
    assert values == [100.0, 50.0, 100.0, 50.0]
    assert found["types"] == {"DATE": {"annotated": 4, "matched": 100.0, "value": 50.0}}
    assert (found["misses"][0]["wanted"], found["misses"][0]["given"]) == ("1999-05", "1999")


def test_a_published_that_is_no_date_is_not_given(data: Path) -> None:
    one, other = (json.loads(text.capture.raw) for text in mentions.texts(data, "places"))
    assert ("published" in one, other["published"]) == (False, "2021-03-04")
    assert one["outlet"] == "Wire"


@pytest.mark.parametrize(
    ("line", "message"),
    [('{"text": "a"}', "line 1 needs a text and a list of times"), ("{", "line 1 is not JSON"), ("[]", "line 1 needs")],
)
def test_a_line_that_is_not_as_it_should_be_is_told(line: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        mentions.texts(tmp_path / "a.jsonl", "times")


def test_no_file_and_an_empty_one_are_usage_errors(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").touch()
    for path in (tmp_path / "a.jsonl", tmp_path / "b.jsonl"):
        with pytest.raises(UsageError, match="no annotated texts"):
            times.measure(path, build=small, limits=LIMITS)


@pytest.mark.skipif(not TOOL.exists(), reason="needs the shared scorer beside the checkout, shared/tools")
@given(
    st.lists(
        st.builds(
            place,
            st.sampled_from(["Velik", "Tarn", "Morrow", "met at Morrow", "at", "In 2004"]),
            st.sampled_from([7, 8, 9]),
            st.sampled_from([10.0, 50.0, None]),
            type=st.sampled_from([None, "Literal", "Non_Toponym", "Literal_Expression"]),
        ),
        max_size=6,
    ),
    st.lists(
        st.builds(
            time,
            st.sampled_from(["2004", "In 2004", "1999", "by", "met"]),
            st.sampled_from(["2004", "1999"]),
            st.sampled_from(["DATE", "SET"]),
        ),
        max_size=5,
    ),
)
def test_our_figures_are_those_of_the_shared_scorer(where: list[dict[str, Any]], when: list[dict[str, Any]]) -> None:
    spec = importlib.util.spec_from_file_location("score_mentions", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    raw = json.dumps({"id": "a", "text": TEXT}).encode()
    capture = mentions.Capture("a", "jsonl", raw)
    walker = Small()
    reading = walker.walk(walker.read(capture), None)
    scan = wire.reading(reading)
    tally = places.Tally()
    tally.add(mentions.Text("a", TEXT, tuple(where), capture), reading)
    ours, theirs = tally.score().wire(), tool.places([scan], [{"places": where}])
    names = {"tag_f1": "tagged", "tag_strict_f1": "strict", "f1_161": "f1_161", "acc_161": "acc_161"}
    assert {name: theirs[name] for name in names} == {name: ours[mine]["value"] for name, mine in names.items()}
    misses: list[dict[str, Any]] = []
    row = times._counted(mentions.Text("a", TEXT, tuple(when), capture), reading, {}, misses)
    ours = times.Score((row,), {}, ()).wire()
    theirs = tool.times([scan], [{"times": when}])
    assert {name: theirs[name] for name in times.FIGURES} == {name: ours[name]["value"] for name in times.FIGURES}


def test_an_interval_holds_the_figure_and_is_the_same_again() -> None:
    counts = [[number % 3, 2] for number in range(40)]
    low, high = interval(counts, lambda sums: 100 * sums[0] / sums[1])
    assert low < 100 * sum(a for a, _ in counts) / 80 < high
    assert interval(counts, lambda sums: 100 * sums[0] / sums[1]) == (low, high)


def test_documents_that_are_alike_leave_no_doubt() -> None:
    assert interval([[1, 2]] * 9, lambda sums: 100 * sums[0] / sums[1]) == (50.0, 50.0)


@pytest.mark.parametrize(("bench", "name"), [("places", "Mordecai 3"), ("times", "HeidelTime")])
def test_others_stand_beside_us_and_say_where_the_protocol_differs(bench: str, name: str) -> None:
    rows = [row for row in peers(bench) if row["name"].startswith(name)]
    assert rows
    assert not any(row["same"] for row in rows)
