"""docs/events.md lists every type, mode, context and status with its definition and its page of the PLOVER manual."""

from __future__ import annotations

from typing import get_args

import pytest
from docs_pages import ROOT

from dateline.model.records import Status
from dateline.vocab.plover import Plover

PAGE = ROOT / "docs" / "events.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plover() -> Plover:
    return Plover.load()


def test_every_type_stands_there_as_in_the_vocabulary(page: str, plover: Plover) -> None:
    for one in plover.types.values():
        row = f"| `{one.name}` | {one.page} | `{plover.short_quad(one.name)}` | {one.intensity:g} | {one.definition} |"
        assert row in page


def test_every_mode_stands_there_as_in_the_vocabulary(page: str, plover: Plover) -> None:
    for type_, known in plover.types.items():
        for one in known.modes.values():
            score = plover.intensity(type_, one.name)
            assert f"| `{type_}` | `{one.name}` | {one.page} | {score:g} | {one.definition} |" in page


def test_every_context_stands_there_as_in_the_vocabulary(page: str, plover: Plover) -> None:
    for one in plover.contexts.values():
        assert f"| `{one.name}` | {one.details} | {one.definition} |" in page


def test_every_status_is_explained_and_no_other(page: str) -> None:
    section = page.split("## Status")[1].split("\n## ")[0]
    explained = [line.split("|")[1].strip().strip("`") for line in section.splitlines() if line.startswith("| `")]
    assert sorted(explained) == sorted(get_args(Status))


def test_the_number_of_cameo_codes_is_right(page: str, plover: Plover) -> None:
    assert f"the {len(plover.cameo)} CAMEO codes" in page
