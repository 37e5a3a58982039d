"""What the page on places shows is what is shown, and its tables name what there is."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from docs_pages import ROOT, table

from dateline.cli.main import main
from dateline.model.links import Precision
from dateline.model.marks import Use
from dateline.vocab.gazetteer import Gazetteer, shipped

PAGE = ROOT / "docs" / "places.md"


def test_every_precision_stands_in_its_table() -> None:
    assert set(table(PAGE, "Precision")) == set(get_args(Precision))


def test_every_use_stands_in_its_table() -> None:
    assert set(table(PAGE, "Use")) == set(get_args(Use))


def test_shown_look_up_is_what_is_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("DATELINE_GAZETTEER", raising=False)
    text = PAGE.read_text(encoding="utf-8")
    shown = re.search(r"    \$ dateline gazetteer find Crimea\n((?:    .+\n)+)", text)
    assert shown is not None
    assert main(["gazetteer", "find", "Crimea", "--limit", "1"]) == 0
    assert capsys.readouterr().out == re.sub(r"^    ", "", shown.group(1), flags=re.MULTILINE)


def test_size_of_the_gazetteer_is_as_told() -> None:
    gazetteer, text = Gazetteer(shipped()), PAGE.read_text(encoding="utf-8")
    (megabytes, places, names) = re.findall(
        r"file of (\d+) MB in the package: ([\d,]+) places and ([\d,]+) names", text
    )[0]
    assert abs(int(megabytes) - shipped().stat().st_size / 1e6) < 2
    for said, name in ((places, "places"), (names, "names")):
        assert int(said.replace(",", "")) == pytest.approx(int(gazetteer.about[name]), rel=0.02)
