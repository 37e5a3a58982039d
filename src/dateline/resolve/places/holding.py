"""Whether a candidate lies in a place that the report names: after a comma, in the same sentence, anywhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dateline.model.marks import Sentence, Toponym
from dateline.resolve.places.atlas import Atlas, Flags, Floats, Whole

_COMMA = re.compile(r"\s*[,(]\s*\(?")
_CLOSE = 40  # characters between two toponyms that stand together
_AROUND = 8  # toponyms before and after that are looked at in a sentence
_NAMES = (
    "in the next",
    "in one soon after",
    "in one just before",
    "in one of the sentence",
    "unit named",
    "country named",
)


@dataclass(frozen=True, slots=True)
class _Holder:
    """Which candidates a form can hold, by the units and by the countries that it may be; None for none of these.
    ``below`` has those of ``by_unit`` that are none of the units themselves.
    """

    by_unit: Flags | None
    below: Flags | None
    by_country: Flags | None


def holding_features(atlas: Atlas, sentences: tuple[Sentence, ...]) -> dict[str, Floats]:
    """Features of every candidate by name, from 0 to 1."""
    holders = _holders(atlas)
    found = {name: np.zeros(len(atlas.candidates)) for name in _NAMES}
    for (name, inner, outer), weight in _heaviest(_pairs(atlas, sentences)).items():
        holder, form = holders[outer], atlas.forms[inner]
        own = slice(form.first, form.last)
        for flags, most in ((holder.below, 1.0), (holder.by_country, 1.0 if name == "in the next" else 0.5)):
            if flags is not None:
                np.maximum(found[name][own], flags[own] * (most * weight), out=found[name][own])
    for outer, holder in enumerate(holders):
        weight, other = min(1.0, atlas.forms[outer].weight), atlas.form != outer
        for name, flags in (("unit named", holder.by_unit), ("country named", holder.by_country)):
            if flags is not None:
                np.maximum(found[name], (flags & other) * weight, out=found[name])
    return found


def _heaviest(pairs: Iterator[tuple[str, int, int, float]]) -> dict[tuple[str, int, int], float]:
    found: dict[tuple[str, int, int], float] = {}
    for name, inner, outer, weight in pairs:
        key = name, inner, outer
        found[key] = max(found.get(key, 0.0), weight)
    return found


def _pairs(atlas: Atlas, sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, int, int, float]]:
    """Which form stands how to which other: the feature, the inner form, the outer form, and the outer's chance."""
    numbers = {id(one): number for number, form in enumerate(atlas.forms) for one in form.toponyms}
    placed = [(one, numbers[id(one)]) for one in atlas.toponyms if id(one) in numbers]
    starts = [one.span.start for one in sentences]
    lines = [bisect_right(starts, one.span.start) for one, _ in placed]
    for at, (one, inner) in enumerate(placed):
        for other in range(max(0, at - _AROUND), min(len(placed), at + _AROUND + 1)):
            two, outer = placed[other]
            if outer == inner:
                continue
            if lines[other] == lines[at]:
                yield "in one of the sentence", inner, outer, min(1.0, two.score)
            if abs(other - at) == 1:
                yield from _beside(atlas, one, two, inner=inner, outer=outer)


def _beside(
    atlas: Atlas, one: Toponym, two: Toponym, *, inner: int, outer: int
) -> Iterator[tuple[str, int, int, float]]:
    first, second = (one, two) if one.span.start < two.span.start else (two, one)
    between = atlas.document.text[first.span.end : second.span.start]
    if first is one and _COMMA.fullmatch(between):
        yield "in the next", inner, outer, 1.0
    elif len(between) < _CLOSE and "\n" not in between:
        yield ("in one soon after" if first is one else "in one just before"), inner, outer, 1.0


def _holders(atlas: Atlas) -> list[_Holder]:
    """What each form can hold."""
    settled = np.array([one.place.feature != "country" for one in atlas.candidates], dtype=bool)
    found = []
    for form in atlas.forms:
        countries, units = set(), set()
        for at in range(form.first, form.last):
            feature = atlas.candidates[at].place.feature
            if feature == "country":
                countries.add(int(atlas.country[at]))
            elif feature in {"unit1", "unit2"}:
                units.add(int(atlas.number[at]))
        by_unit = _any(atlas.unit1, units) | _any(atlas.unit2, units) if units else None
        below = by_unit & ~_any(atlas.number, units) if by_unit is not None else None
        by_country = _any(atlas.country, countries - {0}) & settled if countries - {0} else None
        found.append(_Holder(by_unit, below, by_country))
    return found


def _any(codes: Whole, wanted: set[int]) -> Flags:
    """Which codes are among those wanted: there are few, so that comparing with each is cheapest."""
    found: Flags = np.zeros(len(codes), dtype=bool)
    for code in wanted:
        found |= codes == code
    return found
