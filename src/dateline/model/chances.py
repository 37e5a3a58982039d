"""Linear models over features with names."""

from __future__ import annotations

import math
from collections.abc import Mapping

_MOST = 30.0  # log-odds beyond which a chance is as good as certain


def chance(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What a logistic regression says of ``features``, 0 to 1; a feature that has no weight counts nothing."""
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(min(total, _MOST), -_MOST)))
