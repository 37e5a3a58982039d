"""Ranks the candidates of every form, and says how likely the first is the right one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.model.chances import chance
from dateline.model.marks import Sentence, Toponym
from dateline.resolve.places.atlas import Atlas, Flags, Floats, Form
from dateline.resolve.places.company import company_features
from dateline.resolve.places.holding import holding_features
from dateline.resolve.places.plain import plain_features
from dateline.vocab.gazetteer import Place

Features = Mapping[str, Floats]
_FITTING = ("country named", "unit named", "in the next", "in one of the sentence", "near", "around")
_LEAST = 1e-3
_BY_IT = 50.0  # kilometres within which two candidates are one answer


@dataclass(frozen=True, slots=True)
class RankerWeights:
    """Weights by feature: ``alone`` ranks each form by itself, ``together`` are the rounds in which the forms hear
    each other, ``score`` gives the chance that the first is right. Fitted by ``dateline.learn.places``.
    """

    alone: Mapping[str, float]
    together: tuple[Mapping[str, float], ...]
    score: Mapping[str, float]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> RankerWeights:
        """From the TOML table of a weights file."""
        return cls(table["alone"], tuple(table["together"]), table["score"])


@dataclass(frozen=True, slots=True)
class Ranked:
    """The likeliest place of a form. ``chance`` is its share among the candidates, ``margin`` how far it is ahead;
    ``fitting`` says by feature how it fits in with the other places of the report, which
    has ``forms`` in all.
    """

    form: Form
    place: Place
    chance: float
    margin: float
    fitting: Mapping[str, float]
    forms: int


class Ranker:
    """Ranks by linear models over features that need no training data of the report's region."""

    def __init__(self, weights: RankerWeights) -> None:
        self._weights = weights

    def rank(self, atlas: Atlas, sentences: tuple[Sentence, ...]) -> list[Ranked]:
        """The likeliest place of each form, in order of the forms."""
        if not atlas.candidates:
            return []
        own = {**plain_features(atlas), **holding_features(atlas, sentences)}
        chances = atlas.soft(weighed(own, self._weights.alone))
        full = own
        for weights in self._weights.together:
            full = {**own, **company_features(atlas, chances)}
            chances = atlas.soft(weighed(full, weights))
        return [_ranked(atlas, form, chances, full) for form in atlas.forms]

    def score(self, ranked: Ranked, toponym: Toponym) -> float:
        """The chance that a toponym names a place and that it is the one ranked first."""
        return chance(score_features(ranked, toponym), self._weights.score)


def score_features(ranked: Ranked, toponym: Toponym) -> dict[str, float]:
    """What the score is made of."""
    return {
        "always": 1.0,
        "both": _odds(toponym.score * ranked.chance),
        "named": _odds(toponym.score),
        "margin": ranked.margin,
        "surest": _odds(ranked.form.surest),
        "choices": math.log(len(ranked.form.candidates)),
        "country": float(ranked.place.feature == "country"),
        "company": math.log(ranked.forms),
        **ranked.fitting,
    }


def weighed(features: Features, weights: Mapping[str, float]) -> Floats:
    """The scores of the candidates; features that have no weight count nothing."""
    size = len(next(iter(features.values())))
    total = np.zeros(size)
    for name in sorted(features):
        if name in weights:
            total += weights[name] * features[name]
    return total


def _ranked(atlas: Atlas, form: Form, chances: Floats, features: Features) -> Ranked:
    """The first of a form. Its chance is that of all that lie by it: a city and its district are one answer, and
    a country is the answer where its city has the same name ("Singapore").
    """
    own = chances[form.first : form.last]
    first = int(np.argmax(own))
    by_it = (atlas.distance[form.first + first, form.first : form.last] <= _BY_IT) | _related(atlas, form, first)
    total, rest = float(own[by_it].sum()), own[~by_it]
    margin = total - (float(rest.max()) if len(rest) else 0.0)
    country = next((at for at in np.flatnonzero(by_it) if form.candidates[at].place.feature == "country"), first)
    fitting = {f"fits: {name}": float(features[name][form.first + first]) for name in _FITTING if name in features}
    return Ranked(form, form.candidates[country].place, total, margin, fitting, len(atlas.forms))


def _related(atlas: Atlas, form: Form, first: int) -> Flags:
    """Which candidates hold the first or lie in it."""
    own, at = slice(form.first, form.last), form.first + first
    inside = (atlas.unit1[own] == atlas.number[at]) | (atlas.unit2[own] == atlas.number[at])
    around = (atlas.number[own] == atlas.unit1[at]) | (atlas.number[own] == atlas.unit2[at])
    return np.asarray(inside | around)


def _odds(likely: float) -> float:
    return math.log(max(likely, _LEAST) / max(1 - likely, _LEAST))
