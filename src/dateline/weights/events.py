"""How the weights that code actor pairs are loaded, for each tier."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from dateline.errors import ModelMissing
from dateline.extract.events.coder.blended import Blended
from dateline.extract.events.coder.linear import Linear
from dateline.extract.events.coder.modes import Modes
from dateline.extract.events.coder.network import Network
from dateline.extract.events.coder.pairs import RootCoder
from dateline.extract.events.typing import Coders
from dateline.weights import ACCURATE, FAST, RULES, folder

NETWORK, PIECES, LINEAR = "events-pairs.onnx", "statements-tagger.vocab.txt", "events-pairs.npz"
"""The network, the word pieces of its encoder (the same as the tagger's), and the linear model of the fast tier."""


def pair_coder(tier: str, place: Path | None = None, *, threads: int = 1) -> RootCoder | None:
    """What codes pairs in ``tier``, from ``place`` or the package; None for the tier of rules.

    Raises ``ModelMissing`` that names the file when one is not there.
    """
    paths = _paths(tier, place or folder())
    if not paths:
        return None
    linear, *network = paths
    fast = Linear.load(linear)
    return Blended(Network(*network, threads=threads), fast) if network else fast


def coders(tier: str) -> Coders | None:
    """What types events in ``tier`` beside the frames: a network in the accurate tier, nothing in the others."""
    quick, slow = pair_coder(FAST), pair_coder(tier)
    if tier != ACCURATE or quick is None or slow is None:
        return None
    return Coders(quick, slow, Modes.load())


def pair_digest(tier: str) -> str:
    """A short hash of all that ``tier`` codes pairs with; empty for the tier of rules. Raises ``ModelMissing``."""
    paths = _paths(tier, folder())
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12] if paths else ""


def _paths(tier: str, place: Path) -> tuple[Path, ...]:
    names = {RULES: (), FAST: (LINEAR,), ACCURATE: (LINEAR, NETWORK, PIECES)}[tier]
    paths = tuple(place / name for name in names)
    for path in paths:
        if not path.exists():
            raise ModelMissing(f"the weights of pairs are not whole: {path.name} is missing in {path.parent}")
    return paths
