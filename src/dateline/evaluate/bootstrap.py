"""How far a figure might have been otherwise, had other documents been drawn: percentile bootstrap over documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

RESAMPLES = 1000
_SEED = 20170412
_TAILS = (2.5, 97.5)


def interval(counts: Sequence[Sequence[int]], figure: Callable[[Sequence[float]], float]) -> tuple[float, float]:
    """The 95 % interval of ``figure``, a function of the column sums of ``counts``: a row for each document.

    The same counts give the same interval. Of nothing it is that of no sums: twice ``figure`` of zeros.
    """
    table = np.asarray(counts, dtype=np.int64)
    documents = len(table)
    if documents == 0:
        nothing = figure([0.0] * 16)
        return nothing, nothing
    drawn = np.random.default_rng(_SEED).multinomial(documents, np.full(documents, 1 / documents), size=RESAMPLES)
    figures = [figure(sums) for sums in (drawn @ table).tolist()]
    low, high = np.percentile(figures, _TAILS)
    return round(float(low), 1), round(float(high), 1)
