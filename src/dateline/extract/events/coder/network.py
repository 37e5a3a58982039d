"""Runs the trained pair coder: an encoder of the BERT family, quantised, by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from dateline.extract.events.coder.inputs import Inputs
from dateline.extract.events.coder.pairs import ROOTS, Pair
from dateline.extract.statements.tagging.wordpieces import WordPieces


class Network:
    """Gives the likelihoods of roots. One pair at a time without padding: activations are quantised by what is in a
    batch, and a pair's result must depend on nothing else. ``threads`` pairs are run side by side.
    """

    def __init__(self, model: Path, vocabulary: Path, *, threads: int = 1) -> None:
        """Loads ``model`` (ONNX) and its word pieces, one a line; neither reaches for the network."""
        import onnxruntime  # takes a third of a second: only the tier that needs it pays

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._inputs = Inputs(WordPieces(vocabulary.read_text(encoding="utf-8").splitlines()))
        self._threads = threads

    def code(self, pairs: Sequence[Pair]) -> list[Mapping[str, float]]:
        """For each pair the likelihood of every root."""
        if self._threads == 1:
            return [self._one(pair) for pair in pairs]
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self._one, pairs))

    def _one(self, pair: Pair) -> Mapping[str, float]:
        shown = self._inputs.shown(pair)
        (scores,) = self._session.run(None, {"pieces": shown.pieces, "roles": shown.roles})
        return likelihoods(scores)


def likelihoods(scores: Any) -> Mapping[str, float]:
    """Scores of roots, in their order, as likelihoods."""
    raised = np.exp(np.asarray(scores, dtype=np.float64) - np.max(scores))
    return dict(zip(ROOTS, (raised / raised.sum()).tolist(), strict=True))
