"""The shipped coders of pairs: that they load, code alike whatever stands beside, and are as small as they must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ModelMissing
from dateline.evaluate.events.pairs import measure
from dateline.extract.events.coder.pairs import Pair
from dateline.model.text import Span
from dateline.weights import folder
from dateline.weights.events import pair_coder, pair_digest

HELD = Path(__file__).parents[2] / "bench" / "gold" / "events" / "pairs-held.tsv"


def pair(actor: str, act: str, recipient: str) -> Pair:
    text = f"{actor} {act} {recipient}."
    start = len(actor) + len(act) + 2
    return Pair(text, Span(0, len(actor)), Span(start, start + len(recipient)))


PAIRS = [
    pair("Peru", "condemned the raid by", "Chile"),
    pair("Police in the old harbour of a town in northern Ghana", "arrested on Tuesday evening", "two singers"),
    pair("Rebels", "freed", "nine nurses"),
]


@pytest.mark.parametrize("tier", ["fast", "accurate"])
def test_a_pair_is_coded_the_same_whatever_stands_beside_it(tier: str) -> None:
    coder = pair_coder(tier, threads=2)
    assert coder is not None
    together = coder.code(PAIRS)
    assert [coder.code([one])[0] for one in PAIRS] == together == coder.code(PAIRS[::-1])[::-1]
    assert [max(one, key=lambda root: one[root]) for one in together] == ["ACCUSE", "COERCE", "YIELD"]


@pytest.mark.parametrize(("tier", "least"), [("fast", 0.84), ("accurate", 0.88)])
def test_short_sentences_after_cameo_are_coded(tier: str, least: float) -> None:
    coder = pair_coder(tier, threads=2)
    assert coder is not None
    assert measure(coder, HELD).macro >= least


def test_rules_need_no_weights() -> None:
    assert pair_coder("rules") is None
    assert pair_digest("rules") == ""


def test_digests_tell_the_tiers_apart() -> None:
    assert len({pair_digest("fast"), pair_digest("accurate"), pair_digest("rules")}) == 3


def test_the_weights_are_small() -> None:
    assert (folder() / "events-pairs.onnx").stat().st_size <= 25_000_000
    assert (folder() / "events-pairs.npz").stat().st_size <= 3_000_000


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"events-pairs\.npz is missing"):
        pair_coder("accurate", tmp_path)
