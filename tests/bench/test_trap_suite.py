"""The trap suite in ``bench/traps``, with the real pipeline: at least 95 of 100 cases hold."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from dateline import registry
from dateline.config import Settings
from dateline.evaluate.traps import Case, cases, judged

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluate"))
from trap_walkers import AllOver, Silent

FOLDER = Path(__file__).parents[2] / "bench/traps"
FLOOR = 0.95
README = (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def suite() -> tuple[Case, ...]:
    return cases(FOLDER)


def test_there_are_at_least_200_cases_of_many_themes(suite: tuple[Case, ...]) -> None:
    themes = Counter(case.theme for case in suite)
    assert len(suite) >= 200
    assert len(themes) >= 15


def test_no_two_cases_have_the_same_text(suite: tuple[Case, ...]) -> None:
    assert [text for text, count in Counter(case.text for case in suite).items() if count > 1] == []


def test_every_file_is_short_and_named_in_the_readme() -> None:
    for path in FOLDER.glob("*.toml"):
        assert len(path.read_text(encoding="utf-8").splitlines()) < 250, path.name
        assert f"`{path.stem}`" in README, path.name


def test_every_key_of_a_case_is_told_in_the_readme(suite: tuple[Case, ...]) -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", README, flags=re.MULTILINE))
    assert {check.rule for case in suite for check in case.checks} <= told


def test_a_reader_that_finds_nothing_and_one_that_finds_all_fail(suite: tuple[Case, ...]) -> None:
    assert judged(suite, Silent()).share < 0.4
    assert judged(suite, AllOver()).share < 0.1


@pytest.mark.slow
def test_the_pipeline_does_not_fall_into_the_traps(suite: tuple[Case, ...]) -> None:
    report = judged(suite, registry.pipeline(Settings(tier="rules")))
    held = report.share
    assert held >= FLOOR, "\n".join(report.lines())
