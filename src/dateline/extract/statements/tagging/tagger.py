"""Runs the trained tagger: an encoder of the BERT family with a scorer of word pairs, quantised, by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dateline.extract.statements.tagging.hints import Hint, Words
from dateline.extract.statements.tagging.inputs import Window, windows
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.model.marks import Marks


class Tagger:
    """Gives the hints of a report. One thread, one window at a time: a window's result depends on nothing else."""

    def __init__(self, model: Path, vocabulary: Path) -> None:
        """Loads ``model`` (ONNX) and its word pieces, one a line; neither reaches for the network."""
        import onnxruntime  # takes a third of a second: only the tier that needs it pays

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_mem_pattern = False  # a plan of memory for each shape: hardly two windows have the same
        self._session: Any = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._words = WordPieces(vocabulary.read_text(encoding="utf-8").splitlines())

    def hints(self, marks: Marks, words: Words) -> Iterator[Hint]:
        """A hint for each word that reports with some likelihood, by place."""
        for window in windows(marks, self._words):
            chances, rows, roles = self._session.run(None, _feed(window))
            for row, table in zip(rows, roles, strict=True):
                yield Hint(
                    window.first + int(row),
                    float(chances[row]),
                    first=window.first,
                    roles=table.astype(np.float32, copy=False),
                    words=words,
                )


def _feed(window: Window) -> dict[str, Any]:
    return {
        "pieces": window.pieces,
        "quotes": window.quotes,
        "speech": window.speech,
        "links": window.links,
        "starts": window.starts,
        "layer": window.layer,
        "pairs": window.pairs,
    }
