"""The amounts benchmark: what counts as the right value, unit and noun, and what the figures say."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path

import pytest
from amount_walkers import changing, crude

from dateline.engine import Limits
from dateline.errors import InputError, UsageError
from dateline.evaluate.amounts import measure, peers
from dateline.evaluate.amounts.counted import Amount, Passage, judged, passages
from dateline.evaluate.amounts.matching import Found, pairs
from dateline.evaluate.amounts.newsquant import Wanted, sentences
from dateline.evaluate.amounts.tables import Names
from dateline.evaluate.gold import HERE
from dateline.model.text import Span

NAMES = Names.load()
LIMITS = Limits(seconds=30, megabytes=2000)
TEXT = "They saw 12 small tanks."


def wanted(low: str, high: str | None = None, *, unit: str = "", change: str = "=", noun: str = "") -> Wanted:
    return Wanted(Decimal(low), Decimal(high or low), change, (unit,) if unit else (), noun)


def found(
    low: str, unit: str | None = None, *, high: str | None = None, bound: str = "exactly", counted: str | None = None
) -> Found:
    return Found(Decimal(low), Decimal(high or low), unit, bound, counted, low)


def right(want: Wanted, have: Found) -> tuple[bool, bool, bool] | None:
    (pair,) = pairs([want], [have], NAMES) or [None]
    return None if pair is None else (True, pair.unit, pair.bound)


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("kilometre", "km"), ("percentage", "percent"), ("dollar per barrel", "USD/bbl"), ("pound-mass", "pound"),
        ("pound-mass", "lb"), ("year of age", "year"), ("metric ton", "t"), ("japanese yen", "JPY"),
    ],
)  # fmt: skip
def test_units_are_the_same_by_their_names(unit: str, code: str) -> None:
    assert right(wanted("5", unit=unit), found("5", code)) == (True, True, True)


@pytest.mark.parametrize(
    ("unit", "code", "counted", "same"),
    [
        ("tank", "tank", "tanks", True),
        ("small tank", "tank", "small tanks", True),
        ("home", None, "homes", True),
        ("home", None, "houses", False),
        ("digital physical sale", None, "digital and physical sales", True),
        ("kilometre", "mi", None, False),
        ("", None, None, True),
        ("", None, "homes", False),
        ("test per day", "1/day", "tests", True),
        ("test", "1/day", "tests", False),
    ],
)
def test_things_are_compared_by_their_noun(unit: str, code: str | None, counted: str | None, same: bool) -> None:
    assert right(wanted("5", unit=unit), found("5", code, counted=counted)) == (True, same, True)


def test_values_must_be_the_same_at_both_ends() -> None:
    assert right(wanted("5", "7"), found("5", high="7", bound="range")) is not None
    assert right(wanted("5", "7"), found("5", high="8", bound="range")) is None
    assert right(wanted("1000", "10000"), found("1000", bound="at_least")) is not None
    assert right(wanted("0.3333333"), found("0.333")) is not None
    assert right(wanted("5"), found("6")) is None


@pytest.mark.parametrize(
    ("change", "bound", "same"),
    [
        ("=", "exactly", True),
        ("~", "about", True),
        ("~", "exactly", False),
        (">", "at_least", True),
        ("<", "at_least", False),
        ("up", "exactly", True),
        ("=", "range", True),
    ],
)
def test_bounds_are_the_same_by_their_sign(change: str, bound: str, same: bool) -> None:
    assert right(wanted("5", change=change), found("5", bound=bound)) == (True, True, same)


def test_two_of_one_value_are_paired_by_their_units_one_to_one() -> None:
    given = pairs(
        [wanted("5", unit="mile"), wanted("5", unit="kilometre")], [found("5", "km"), found("5", "mi")], NAMES
    )
    assert [(one.wanted, one.found, one.unit) for one in given] == [(0, 1, True), (1, 0, True)]
    assert len(pairs([wanted("5"), wanted("5")], [found("5")], NAMES)) == 1


def newsquant(path: Path, *rows: tuple[str, str, str]) -> Path:
    """A file with a quantity a sentence: text, value, unit."""
    lines = [
        {"text": text, "quantities": [{"change": "=", "value": value, "unit": unit, "normalized_unit": unit,
                                       "referred_concepts": "-"}]}
        for text, value, unit in rows
    ]  # fmt: skip
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_sentences_are_read_as_reports_and_scored(tmp_path: Path) -> None:
    data = newsquant(tmp_path / "a.jsonl", ("They saw 12 tanks.", "12", "tank"), ("They saw 9 boats.", "7", "boat"))
    wire = measure(data, build=crude, limits=LIMITS, workers=1).wire()
    assert (wire["sentences"], wire["annotated"], wire["found"]) == (2, 2, 2)
    assert (wire["value"]["f1"], wire["value_unit"]["f1"], wire["counted"]) == (50.0, 50.0, None)
    assert wire["value"]["low"] <= 50 <= wire["value"]["high"]
    assert [(miss["sentence"], miss["missed"], miss["extra"]) for miss in wire["misses"]] == [(1, ["7"], ["9 boats"])]


def test_another_text_than_was_given_is_refused(tmp_path: Path) -> None:
    data = newsquant(tmp_path / "a.jsonl", ("They saw 12 tanks.", "12", "tank"))
    with pytest.raises(InputError, match="changed"):
        measure(data, build=changing, limits=LIMITS, workers=1)


def test_what_is_no_newsquant_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="newsquant-dev"):
        sentences(tmp_path)
    broken = tmp_path / "b.jsonl"
    broken.write_text('{"text": "x", "quantities": [{"value": "many"}]}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        sentences(broken)


def test_a_range_that_runs_down_is_ordered(tmp_path: Path) -> None:
    data = newsquant(tmp_path / "a.jsonl", ("from 208 to 193", "208.0-193.0", "pound"), ("-5 to -3", "-5--3", "degree"))
    assert [(one.wanted[0].low, one.wanted[0].high) for one in sentences(data)] == [(193, 208), (-5, -3)]


def gold_at(folder: Path, text: str) -> Path:
    """Annotations of ``text``, with the collection under the same folder."""
    (folder / "amounts").mkdir(parents=True)
    (folder / "amounts" / "collections.toml").write_text('[invented]\nfile = "in/a.jsonl"\n', encoding="utf-8")
    row = {"line": 1, "start": 3, "end": 3 + len(TEXT), "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
           "amounts": [{"figure": [12, 14], "counted": [15, 26]}]}  # fmt: skip
    (folder / "amounts" / "invented.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (folder / "in").mkdir()
    (folder / "in" / "a.jsonl").write_text(
        json.dumps({"text": "-"}) + "\n" + json.dumps({"text": f"Ah {text}"}) + "\n", encoding="utf-8"
    )
    return folder


def test_annotations_are_read_with_their_texts(tmp_path: Path) -> None:
    folder = gold_at(tmp_path, TEXT)
    (one,) = passages(folder, folder)
    assert (one.text, one.amounts) == (TEXT, (Amount(Span(9, 11), Span(12, 23)),))


def test_an_annotated_text_that_is_another_is_refused(tmp_path: Path) -> None:
    folder = gold_at(tmp_path, TEXT.replace("small", "large"))
    with pytest.raises(InputError, match="invented: line 1"):
        passages(folder, folder)
    with pytest.raises(UsageError, match="collections"):
        passages(tmp_path / "nothing", folder)


def verdict(counted: str | None, given: str | None) -> tuple[bool, bool]:
    span = None if counted is None else Span(TEXT.index(counted), TEXT.index(counted) + len(counted))
    at = None if given is None else {"start": TEXT.index(given), "end": TEXT.index(given) + len(given), "text": given}
    passage = Passage("invented", 0, 0, 0, TEXT, (Amount(Span(9, 11), span),))
    mention = {"kind": "amount", "span": {"start": 9, "end": 23, "text": ""}, "quantity": {"counted": at}}
    (one,) = judged(passage, [mention])
    return one.right, one.head


def test_counted_noun_is_right_when_the_span_is() -> None:
    assert verdict("small tanks", "small tanks") == (True, True)
    assert verdict("small tanks", "tanks") == (False, True)
    assert verdict("small tanks", None) == (False, False)
    assert verdict(None, None) == (True, True)
    assert verdict(None, "tanks") == (False, False)


def test_an_annotated_amount_that_is_not_found_is_wrong() -> None:
    passage = Passage("invented", 1, 0, 0, TEXT, (Amount(Span(9, 11), None),))
    (one,) = judged(passage, [])
    assert (one.found, one.right, one.half) == (False, False, "odd")


def test_counted_nouns_are_scored_beside_the_values(tmp_path: Path) -> None:
    folder = gold_at(tmp_path, TEXT)
    (folder / "quantity").mkdir()
    newsquant(folder / "quantity" / "newsquant-dev.jsonl", ("They saw 12 tanks.", "12", "tank"))
    wire = measure(folder, build=crude, limits=LIMITS, gold=folder, workers=1).wire()
    assert (wire["counted"]["all"]["amounts"], wire["counted"]["all"]["right"]) == (1, 0)
    assert wire["counted_misses"] == [
        {"collection": "invented", "line": 1, "amount": [12, 14], "counted": [15, 26], "given": [15, 20], "found": True}
    ]


def test_peers_have_both_figures() -> None:
    assert {row["name"]: (row["value"], row["value_unit"]) for row in peers()}["CQE"] == (92.0, 85.6)


LINES = [
    (path.stem, json.loads(line))
    for path in sorted((HERE / "amounts").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def test_annotations_hold_offsets_only_and_are_as_many_as_the_readme_says() -> None:
    assert sum(len(line["amounts"]) for _, line in LINES) == 438
    for name, line in LINES:
        assert set(line) == {"line", "start", "end", "sha256", "amounts"}, name
        for one in line["amounts"]:
            assert set(one) == {"figure", "counted"}, (name, line["line"])
            spans = [span for span in (one["figure"], one["counted"]) if span is not None]
            assert all(line["start"] <= start < end <= line["end"] for start, end in spans), (name, line["line"])
