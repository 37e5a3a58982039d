"""The toponyms of a report with all the places that each may be, side by side as arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.model.globe import EARTH
from dateline.model.marks import Toponym
from dateline.model.text import Document
from dateline.vocab.gazetteer import Candidate, Gazetteer

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_MOST = 40  # places considered for one form, the most populous


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a toponym: where it stands and the places it may be, at ``first`` to ``last`` in the arrays.

    ``weight`` is how much it counts as context: the sum of the chances that it names a place, at most 2.
    """

    text: str
    toponyms: tuple[Toponym, ...]
    candidates: tuple[Candidate, ...]
    first: int
    last: int
    weight: float
    surest: float


class Atlas:
    """The forms of a report that have candidates, in order of first appearance: one sense a report each.

    Arrays have one row a candidate: ``form`` is the number of its form, ``distance`` the kilometres between any two.
    """

    def __init__(self, document: Document, toponyms: Iterable[Toponym], gazetteer: Gazetteer) -> None:
        self.document, self.gazetteer = document, gazetteer
        self.toponyms = tuple(toponyms)
        self.forms = tuple(self._forms())
        self.candidates = tuple(one for form in self.forms for one in form.candidates)
        self.form = np.repeat(np.arange(len(self.forms)), [len(form.candidates) for form in self.forms])
        places = [one.place for one in self.candidates]
        self.number = np.array([place.number for place in places], dtype=np.int64)
        self.unit1 = np.array(
            [place.number if place.feature == "unit1" else place.unit1 for place in places], dtype=np.int64
        )
        self.unit2 = np.array(
            [place.number if place.feature == "unit2" else place.unit2 for place in places], dtype=np.int64
        )
        codes = {code: at for at, code in enumerate(sorted({place.country or "" for place in places} | {""}))}
        self.country = np.array([codes[place.country or ""] for place in places], dtype=np.int64)  # 0: none
        self.distance = _distances(places)

    def _forms(self) -> Iterable[Form]:
        text, first = self.document.text, 0
        order: dict[str, list[Toponym]] = {}
        for toponym in self.toponyms:
            order.setdefault(text[toponym.span.start : toponym.span.end].casefold(), []).append(toponym)
        for some in order.values():
            words = self.document[some[0].span]
            found = [one for one in self.gazetteer.candidates(words) if one.place.lat is not None][:_MOST]
            if found:
                chances = [one.score for one in some]
                weight = min(2.0, sum(chances))
                yield Form(words, tuple(some), tuple(found), first, first + len(found), weight, max(chances))
                first += len(found)

    def soft(self, scores: Floats) -> Floats:
        """Chances of the candidates of each form from their scores."""
        chances = np.zeros(len(scores))
        for form in self.forms:
            own = np.exp(scores[form.first : form.last] - scores[form.first : form.last].max())
            chances[form.first : form.last] = own / own.sum()
        return chances


def kilometres(lat: float, lon: float, places: Iterable[tuple[float, float]]) -> Floats:
    """Great-circle distances from a point."""
    here, there = _vectors([(lat, lon)]), _vectors(list(places))
    return np.asarray(EARTH * np.arccos(np.clip(there @ here[0], -1, 1)))


def _distances(places: Any) -> Floats:
    if not places:
        return np.zeros((0, 0))
    vectors = _vectors([(place.lat, place.lon) for place in places])
    return np.asarray(EARTH * np.arccos(np.clip(vectors @ vectors.T, -1, 1)))


def _vectors(degrees: list[tuple[float, float]]) -> Floats:
    lat, lon = np.radians(np.array(degrees, dtype=np.float64)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
