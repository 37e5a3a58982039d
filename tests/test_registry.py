"""What a run notes of all that may move its results."""

from __future__ import annotations

from pathlib import Path

from dateline.config import settings
from dateline.registry import fingerprint
from dateline.vocab.gazetteer import shipped


def test_another_gazetteer_makes_another_fingerprint(tmp_path: Path) -> None:
    other = tmp_path / "own.sqlite"
    other.write_bytes(shipped().read_bytes() + b" ")
    ours, own = fingerprint(settings()), fingerprint(settings(gazetteer=other))
    assert {name for name in ours if ours[name] != own[name]} == {"gazetteer"}


def test_the_weights_of_places_are_noted_in_every_tier() -> None:
    found = {fingerprint(settings(tier=tier))["place weights"] for tier in ("rules", "fast", "accurate")}
    assert len(found) == 1
    assert found != {""}
