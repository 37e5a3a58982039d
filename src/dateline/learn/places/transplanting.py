"""Moves annotated reports to other countries: the same words with place names that the language model knows less.

Annotated news with coordinates is mostly from North America. The words around a place ("in", "Police", "the town of")
are the same elsewhere, but the model labels the names there better than those from other parts of the world. So each
report is also read with its places replaced by places of one country drawn at random.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.vocab.gazetteer import Gazetteer, Place

_PEOPLE = 20_000  # a settlement that news would name has more
_SHORTEST = 4  # letters of a form that is no abbreviation
_TERRAIN = 0.2  # share of places that become rivers, seas, bases, posts
_FEW = 5  # settlements that a country needs more of
_SEED = 20_261_124

Entry = dict[str, Any]


class Transplanting:
    """Rewrites entries (id, text, places as in ``lessons``) into the country drawn for each; the same each time."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        found: dict[str, dict[str, list[Place]]] = {}
        self._features: dict[str, list[Place]] = {}
        for place in gazetteer.every():
            if place.number < 0 and place.feature not in {"historical", "world_region"}:
                self._features.setdefault(place.country or "", []).append(place)
            if place.country and (place.feature in {"unit1", "unit2", "country"} or place.population >= _PEOPLE):
                found.setdefault(place.country, {}).setdefault(place.feature, []).append(place)
        self._by_country = {
            code: found[code] for code in sorted(found) if len(found[code].get("settlement", ())) > _FEW
        }
        self._countries = {place.country: place for kinds in found.values() for place in kinds.get("country", ())}

    def moved(self, entry: Mapping[str, Any]) -> Entry:
        """The entry with its places replaced; a place keeps one new name throughout."""
        draw = random.Random(f"{_SEED} {entry['id']}")
        code = draw.choice(list(self._by_country))
        names: dict[tuple[str, Any], Place | None] = {}
        text, places, end = [], [], 0
        length = 0
        for one in sorted(entry["places"], key=lambda place: int(place["start"])):
            if one["start"] < end:
                continue
            key = str(one["text"]).casefold(), one["geonames"]
            if key not in names:
                names[key] = self._other(one, code, draw)
            other = names[key]
            words = str(one["text"]) if other is None else _dressed(other.name, str(one["text"]))
            gap = entry["text"][end : one["start"]]
            text += [gap, words]
            start = length + len(gap)
            length = start + len(words)
            end = one["end"]
            where = {"lat": other.lat, "lon": other.lon, "geonames": other.number} if other is not None else {}
            places.append({**one, **where, "start": start, "end": length, "text": words})
        text.append(entry["text"][end:])
        return {**entry, "text": "".join(text), "places": places, "outlet": None}

    def _other(self, gold: Mapping[str, Any], code: str, draw: random.Random) -> Place | None:
        """Another place of the same kind; None for a place that stays: one that is not known, a demonym."""
        place = (
            self._gazetteer.place(int(gold["geonames"])) if gold.get("geonames") and gold["lat"] is not None else None
        )
        if place is None or len(str(gold["text"])) < _SHORTEST:
            return None
        if place.feature == "country":
            return self._countries.get(code) if str(gold["text"]).casefold() == place.name.casefold() else None
        some: Sequence[Place] = self._by_country[code].get(place.feature, ())
        if draw.random() < _TERRAIN:
            some = self._features.get(draw.choice([code, ""]), some)
        return draw.choice(some) if some else None


def _dressed(name: str, like: str) -> str:
    """A name in capitals where the one it stands for is."""
    return name.upper() if like.isupper() else name
