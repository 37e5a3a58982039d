"""The kill bench in ``bench/``: that it would notice, and a small run; a large one is started by hand."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

TOOL = Path(__file__).parents[2] / "bench/kill.py"


def loaded():
    spec = importlib.util.spec_from_file_location("kill", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["kill"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


kill = loaded()


def lines(*entries):
    return "".join(json.dumps({"kind": kind, "id": key}) + "\n" for kind, key in entries).encode()


WHOLE = lines(("document", "a"), ("statement", "b"), ("document", "c"))


def test_the_same_export_has_lost_and_doubled_nothing():
    assert kill.compared(WHOLE, WHOLE) == {
        "documents": 2,
        "entries": 3,
        "lost": 0,
        "doubled": 0,
        "identical": True,
    }


def test_lost_and_doubled_entries_are_counted():
    found = kill.compared(WHOLE, lines(("document", "a"), ("document", "a"), ("document", "c")))
    assert (found["lost"], found["doubled"], found["identical"]) == (1, 1, False)


def test_another_order_is_not_identical():
    found = kill.compared(WHOLE, b"".join(reversed(WHOLE.splitlines(keepends=True))))
    assert (found["lost"], found["doubled"], found["identical"]) == (0, 0, False)


@given(st.integers(1, 60), st.integers(1, 500), st.integers(0, 1000))
def test_points_come_in_order_and_from_the_seed(count, reports, seed):
    made = kill.points(count, reports, seed)
    afters = [point.after for point in made if point.after is not None]
    assert made == kill.points(count, reports, seed)
    assert len(made) == count
    assert afters == sorted(afters)
    assert all(0 <= after < reports for after in afters)


@pytest.mark.slow
def test_a_read_that_is_killed_and_repeated_gives_the_same_store(capsys):
    assert kill.main(["--reports", "8", "--points", "3", "--words", "80", "--seed", "4"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"] == 8
