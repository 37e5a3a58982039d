"""The benchmark of the gazetteer."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import GazetteerError
from dateline.evaluate.gazetteer import measure
from dateline.vocab.gazetteer import shipped


def test_rates_and_sizes_of_the_shipped_file() -> None:
    score = measure(shipped(), names=2_000)
    assert score.names == 2_000
    assert score.warm > score.cold > 0
    assert score.unknown > 0
    assert 30 < score.file_megabytes <= 45
    assert score.private_megabytes < 100


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "none.sqlite"
    other.write_bytes(b"no gazetteer")
    with pytest.raises(GazetteerError, match=r"none\.sqlite"):
        measure(other)
