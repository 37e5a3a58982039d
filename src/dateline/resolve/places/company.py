"""What the other forms of a report say for a candidate: the countries and units they may lie in, and how near."""

from __future__ import annotations

import numpy as np

from dateline.resolve.places.atlas import Atlas, Floats, Whole

_NEAR, _AROUND, _FAR = 40.0, 200.0, 1000.0  # kilometres


def company_features(atlas: Atlas, chances: Floats) -> dict[str, Floats]:
    """Features of every candidate by name, given the ``chances`` of all; a form says nothing for itself."""
    weights = np.array([form.weight for form in atlas.forms])
    apart = atlas.form[:, None] != atlas.form[None, :]
    votes = apart * (chances * weights[atlas.form])[None, :]
    total = votes.sum(axis=1) + 0.5
    near, around, far = ((votes * np.exp(-atlas.distance / reach)).sum(axis=1) for reach in (_NEAR, _AROUND, _FAR))
    country, unit1, unit2 = (_shared(votes, codes) for codes in (atlas.country, atlas.unit1, atlas.unit2))
    return {
        "near": np.log1p(near),
        "around": np.log1p(around),
        "around, share": around / total,
        "far, share": far / total,
        "country": np.log1p(country),
        "country, share": country / total,
        "unit": np.log1p(unit1),
        "unit, share": unit1 / total,
        "second unit": np.log1p(unit2),
    }


def _shared(votes: Floats, codes: Whole) -> Floats:
    """For each candidate the votes of those with the same code; 0 is none."""
    same = (codes[:, None] == codes[None, :]) & (codes != 0)[:, None]
    return np.asarray((votes * same).sum(axis=1))
