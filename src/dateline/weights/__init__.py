"""The trained weights shipped with Dateline, each with a card (``*.md``), and how a tier is loaded from them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from dateline.errors import ModelMissing
from dateline.extract.statements.tagging.tagger import Tagger
from dateline.extract.statements.weighing import Weighing, Weights
from dateline.resolve.places.ranker import RankerWeights

RULES, FAST, ACCURATE = "rules", "fast", "accurate"
TIERS = (RULES, FAST, ACCURATE)
"""How statements may be found: by rules and lexicon alone; weighed by a linear model; with the tagger as well."""


def folder() -> Path:
    """Where the weights lie."""
    return Path(str(files("dateline.weights")))


def digest(tier: str) -> str:
    """A short hash of all that ``tier`` weighs with; empty for the tier of rules. Raises ``ModelMissing``."""
    return _hashed(_paths(tier, folder()))


def place_digest() -> str:
    """A short hash of what toponyms and places are weighed with, in every tier. Raises ``ModelMissing``."""
    return _hashed(_place_paths(folder()))


def _hashed(paths: tuple[Path, ...]) -> str:
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12] if paths else ""


def weighing(tier: str, place: Path | None = None) -> Weighing | None:
    """What ``tier`` weighs statements with, from ``place`` or the package; None for the tier of rules.

    Raises ``ModelMissing`` that names the file when one is not there.
    """
    paths = _paths(tier, place or folder())
    if not paths:
        return None
    weights, *tagger = paths
    fitted = Weights.of(tomllib.loads(weights.read_text(encoding="utf-8")))
    return Weighing(fitted, Tagger(*tagger) if tagger else None)


@dataclass(frozen=True, slots=True)
class PlaceWeights:
    """What toponyms are told by and places ranked with."""

    toponyms: Mapping[str, float]
    ranker: RankerWeights


def place_weights(place: Path | None = None) -> PlaceWeights:
    """The weights of toponyms and places, from ``place`` or the package. Raises ``ModelMissing``."""
    toponyms, ranker = (tomllib.loads(path.read_text(encoding="utf-8")) for path in _place_paths(place or folder()))
    return PlaceWeights(toponyms["toponyms"], RankerWeights.of(ranker))


def _place_paths(place: Path) -> tuple[Path, Path]:
    paths = (place / "toponyms.toml", place / "places.toml")
    for path in paths:
        if not path.exists():
            raise ModelMissing(f"the weights of places are not whole: {path.name} is missing in {path.parent}")
    return paths


def _paths(tier: str, place: Path) -> tuple[Path, ...]:
    """The files of ``tier``: its weights, the tagger, and the tagger's word pieces."""
    weights = (place / f"statements-{tier}.toml",)
    tagger = (place / "statements-tagger.onnx", place / "statements-tagger.vocab.txt")
    paths = {RULES: (), FAST: weights, ACCURATE: (*weights, *tagger)}[tier]
    for path in paths:
        if not path.exists():
            raise ModelMissing(f"the weights of tier '{tier}' are not whole: {path.name} is missing in {path.parent}")
    return paths
