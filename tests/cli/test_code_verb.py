"""``dateline code``: pairs in, codes out, and what is said of a line that is wrong."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

GOOD = {"id": "a", "text": "Peru condemned Chile.", "actor": [0, 4], "recipient": [15, 20]}


def write(*lines: object) -> str:
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    Path("pairs.jsonl").write_text(text, encoding="utf-8")
    return "pairs.jsonl"


@pytest.mark.parametrize("tier", ["rules", "fast", "accurate"])
def test_each_pair_gives_a_line_in_order(dateline: Any, tier: str) -> None:
    lone = {"id": 7, "text": "Police arrested a singer.", "actor": [0, 6], "recipient": None, "more": True}
    said = dateline("code", write(GOOD, "", lone), "--tier", tier)
    assert (said.code, said.err) == (0, "")
    first, second = said.objects
    assert list(first) == ["id", "type", "mode", "quad", "cameo", "status", "score"]
    assert (first["id"], first["type"], first["quad"], first["cameo"]) == ("a", "ACCUSE", "verbal-conflict", "11")
    assert (second["id"], second["type"], second["mode"]) == (7, "COERCE", "arrest")


def test_standard_input_is_read(dateline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\n"))
    monkeypatch.setattr("sys.stdin", given)
    assert dateline("code", "-", "--tier", "fast").objects[0]["id"] == "a"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{not json", "line 2: not JSON: "),
        ("[1]", "line 2: not a pair: [1]. A line must be a JSON object with id, text, actor, recipient"),
        ({"id": "b", "text": "x"}, "line 2: no field 'actor'. Needed: id, text, actor, recipient"),
        ({**GOOD, "text": 5}, "line 2: 'text' is 5; it must be a sentence"),
        ({**GOOD, "id": None}, "line 2: 'id' is null; it must be a string or a whole number"),
        ({**GOOD, "actor": [0, 99]}, "line 2: 'actor' is [0, 99]; it must be [start, end] with 0 <= start < end <= 21"),
        ({**GOOD, "recipient": [4, 4]}, "line 2: 'recipient' is [4, 4]; it must be"),
        ({**GOOD, "actor": [False, True]}, "line 2: 'actor' is [false, true]; it must be"),
        ({**GOOD, "trigger": "met"}, "line 2: 'trigger' is \"met\"; it must be"),
    ],
)
def test_a_wrong_line_ends_the_run_and_what_stands_before_it_is_kept(dateline: Any, line: object, told: str) -> None:
    said = dateline("code", write(GOOD, line, GOOD), "--tier", "fast")
    assert said.code == 2
    assert [one["id"] for one in said.objects] == ["a"]
    assert told in said.err
    assert said.err.startswith("error: pairs.jsonl, ")
    assert said.err.count("\n") == 1


def test_a_file_that_is_not_there_is_named(dateline: Any) -> None:
    said = dateline("code", "none.jsonl")
    assert said.code == 2
    assert "no file 'none.jsonl'" in said.err


def test_the_same_pairs_give_the_same_bytes(dateline: Any) -> None:
    name = write(*[{**GOOD, "id": str(at), "text": GOOD["text"] + " x" * (at % 7)} for at in range(30)])
    assert dateline("code", name).out == dateline("code", name).out
