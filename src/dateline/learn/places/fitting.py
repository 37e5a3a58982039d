"""Fits the weights of toponyms, of the ranker, and of its score, each on what the step before does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.evaluate.places import NEAR
from dateline.learn.places.choosing import fit_choices, joined
from dateline.learn.places.lessons import Gold, Lesson
from dateline.learn.regression import fit_named
from dateline.model.chances import chance
from dateline.model.marks import Sentence, Toponym
from dateline.model.text import Span
from dateline.resolve.places.atlas import Atlas, Flags, Floats, Form, kilometres
from dateline.resolve.places.company import company_features
from dateline.resolve.places.holding import holding_features
from dateline.resolve.places.plain import plain_features
from dateline.resolve.places.ranker import Ranker, RankerWeights, score_features, weighed
from dateline.vocab.gazetteer import Gazetteer

_RIDGE, _FEWEST = 3.0, 20
_WORTH = 0.3  # chance from which a form is taken for a toponym while the ranker is fitted
_ROUNDS = 2
_PLACES = ("region", "installation", "place")
_OFTEN = 3
_LEAD = 300  # characters of the first lines
_DIGITS = 4

Weights = dict[str, float]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Fitted:
    """All weights: of toponyms and of the ranker."""

    toponyms: Weights
    ranker: RankerWeights


def fit(lessons: Sequence[Lesson], gazetteer: Gazetteer, tell: Tell) -> Fitted:
    """The weights fitted on ``lessons``; the ranker sees chances of toponyms from folds that it was not fitted on.

    Whether a form is a toponym is learned from moved reports too; which place it is only from reports as they are: the
    places of the others were drawn without regard to what news speaks of.
    """
    tell("toponyms")
    toponyms = fit_toponyms(lessons)
    tell("toponyms, fold by fold")
    marked = [(lesson, some) for lesson, marks in _out_of_fold(lessons) if not lesson.moved for some in _cut(marks)]
    atlases = [(lesson, Atlas(lesson.document, marks, gazetteer)) for lesson, marks in marked]
    tell("ranker")
    return Fitted(toponyms, _fit_ranker([(lesson, atlas) for lesson, atlas in atlases if atlas.candidates]))


def fit_toponyms(lessons: Sequence[Lesson]) -> Weights:
    """Weights that tell whether a form names a place that the annotators could place.

    A report of a small collection counts up to three times, so that one kind of news does not decide alone.
    """
    sizes = Counter(lesson.collection for lesson in lessons)
    found = [
        (features, lesson.located(span) is not None)
        for lesson in lessons
        for span, features in lesson.forms
        for _ in range(min(_OFTEN, round(max(sizes.values()) / sizes[lesson.collection])))
    ]
    examples = [(features, right) for features, right in found if right or not _left_out(features)]
    fitted = fit_named([one for one, _ in examples], [right for _, right in examples], ridge=_RIDGE, fewest=_FEWEST)
    return _rounded(fitted)


def _left_out(features: Mapping[str, float]) -> bool:
    """Whether a form is a sea, a range or a region of the supplement that is read as a place: the annotators leave
    most of these out, which does not make them anything else.
    """
    vague = features.get("is of the supplement") or features.get("is world_region")
    return bool(vague) and any(features.get(f"name {kind} all") for kind in _PLACES)


def toponyms_of(lesson: Lesson, weights: Mapping[str, float], least: float = _WORTH) -> list[Toponym]:
    """The forms of a lesson that are likely enough, as marks."""
    scored = ((span, chance(features, weights)) for span, features in lesson.forms)
    return [Toponym(span, "literal", score) for span, score in scored if score >= least]


def _cut(toponyms: list[Toponym]) -> list[list[Toponym]]:
    """The toponyms of a report, and those of its first lines alone: short texts have little company to judge by."""
    lead = [one for one in toponyms if one.span.end <= _LEAD]
    return [some for some in (toponyms, lead) if some]


def _out_of_fold(lessons: Sequence[Lesson]) -> list[tuple[Lesson, list[Toponym]]]:
    folds = sorted({lesson.fold for lesson in lessons})
    weights = {fold: fit_toponyms([one for one in lessons if one.fold != fold]) for fold in folds}
    return [(lesson, toponyms_of(lesson, weights[lesson.fold])) for lesson in lessons]


def _fit_ranker(atlases: Sequence[tuple[Lesson, Atlas]]) -> RankerWeights:
    own = [{**plain_features(a), **holding_features(a, one.marks.every(Sentence))} for one, a in atlases]
    alone = _fit_round(atlases, own)
    chances = [atlas.soft(weighed(some, alone)) for (_, atlas), some in zip(atlases, own, strict=True)]
    rounds = []
    for _ in range(_ROUNDS):
        full = [
            {**some, **company_features(atlas, likely)}
            for (_, atlas), some, likely in zip(atlases, own, chances, strict=True)
        ]
        rounds.append(_fit_round(atlases, full))
        chances = [atlas.soft(weighed(some, rounds[-1])) for (_, atlas), some in zip(atlases, full, strict=True)]
    half = RankerWeights(alone, tuple(rounds), {})
    return RankerWeights(alone, tuple(rounds), _fit_score(atlases, Ranker(half)))


def _fit_round(atlases: Sequence[tuple[Lesson, Atlas]], features: Sequence[Mapping[str, Floats]]) -> Weights:
    names, shares = sorted(features[0]), _shares(atlases)
    parts: list[Any] = []
    for (lesson, atlas), some in zip(atlases, features, strict=True):
        matrix = np.stack([some[name] for name in names], axis=1)
        slices, truths, weights = [], [], []
        for form in atlas.forms:
            gold, count = _meant(lesson, form)
            if gold is None:
                continue
            right = _right(atlas, form, gold)
            if right.any():
                slices.append(slice(form.first, form.last))
                truths.append(right.astype(float))
                weights.append(min(count, 3) ** 0.5 * shares[lesson.collection])
        parts.append((matrix, slices, truths, weights))
    return _rounded(dict(zip(names, fit_choices(joined(parts)).tolist(), strict=True)))


def _shares(atlases: Sequence[tuple[Lesson, Atlas]]) -> dict[str, float]:
    """What a form of each collection counts, so that all collections count alike however large they are."""
    sizes = Counter(lesson.collection for lesson, _ in atlases)
    return {name: len(atlases) / (len(sizes) * size) for name, size in sizes.items()}


def _meant(lesson: Lesson, form: Form) -> tuple[Gold | None, int]:
    """What the annotators say that a form is, by most of its occurrences, and how many they annotated."""
    found = [gold for gold in (lesson.located(one.span) for one in form.toponyms) if gold is not None]
    if not found:
        return None, 0
    places = Counter((gold.geonames, gold.lat, gold.lon) for gold in found)
    most = places.most_common(1)[0][0]
    return next(gold for gold in found if (gold.geonames, gold.lat, gold.lon) == most), len(found)


def _right(atlas: Atlas, form: Form, gold: Gold) -> Flags:
    """Which candidates are the annotated place; where none is, which lie near it."""
    exact = atlas.number[form.first : form.last] == (gold.geonames or 0)
    return exact if exact.any() else near_gold(form, gold)


def near_gold(form: Form, gold: Gold) -> Flags:
    """Which candidates lie within 161 km of an annotated place."""
    assert gold.lat is not None
    assert gold.lon is not None
    where = [(one.place.lat or 0.0, one.place.lon or 0.0) for one in form.candidates]
    return kilometres(gold.lat, gold.lon, where) <= NEAR


def _fit_score(atlases: Sequence[tuple[Lesson, Atlas]], ranker: Ranker) -> Weights:
    examples, truth = [], []
    for lesson, atlas in atlases:
        omitted = {span for span, features in lesson.forms if _left_out(features) and lesson.located(span) is None}
        for ranked in ranker.rank(atlas, lesson.marks.every(Sentence)):
            for toponym in (one for one in ranked.form.toponyms if one.span not in omitted):
                examples.append(score_features(ranked, toponym))
                truth.append(is_right(lesson, toponym.span, ranked.place.number, (ranked.place.lat, ranked.place.lon)))
    return _rounded(fit_named(examples, truth, ridge=1.0, fewest=1))


def is_right(lesson: Lesson, span: Span, number: int, where: tuple[float | None, float | None]) -> bool:
    """Whether a toponym is annotated with this place, or with one within 161 km of it."""
    gold, (lat, lon) = lesson.located(span), where
    if gold is None or gold.lat is None or gold.lon is None or lat is None or lon is None:
        return False
    return gold.geonames == number or bool(kilometres(gold.lat, gold.lon, [(lat, lon)])[0] <= NEAR)


def _rounded(weights: Mapping[str, float]) -> Weights:
    return {name: round(weight, _DIGITS) for name, weight in sorted(weights.items()) if round(weight, _DIGITS)}
