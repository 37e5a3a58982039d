"""What a candidate is by itself: the kind of place, its people, the sort of its name, the outlet's home."""

from __future__ import annotations

import re

import numpy as np

from dateline.resolve.places.atlas import Atlas, Floats, kilometres
from dateline.vocab.folding import folded
from dateline.vocab.gazetteer import Place, Sort

_FEATURES = ("country", "unit1", "unit2", "settlement", "world_region", "historical")
_SORTS = (Sort.OTHER, Sort.SHORT, Sort.ABBREVIATION, Sort.DEMONYM)
_NOTABLE = 1_000_000  # people of a city that news speaks of as often as of a sea or a range
_LARGE = 7.0  # the logarithm of the people of a large city
_DOMAIN = re.compile(r"\.([a-z]{2})(?=/|$|\s|:)")
_TELLING = 5  # letters of a name that tell something when a domain has them
_HOME = 100.0  # kilometres that count as near an outlet's home


def plain_features(atlas: Atlas) -> dict[str, Floats]:
    """Features of every candidate without regard to the other forms, by name."""
    places = [one.place for one in atlas.candidates]
    people = np.array([_people(place) for place in places], dtype=np.float64)
    size = np.log10(people + 1) / _LARGE
    found = {f"is {name}": _flags(place.feature == name for place in places) for name in _FEATURES}
    found["is other"] = 1 - sum(found.values(), start=np.zeros(len(places)))
    for sort in _SORTS:
        found[f"name {sort.name.lower()}"] = _flags(one.sort == sort for one in atlas.candidates)
    found["respelled"] = _flags(one.respelled for one in atlas.candidates)
    found["people"], found["people squared"] = size, size**2
    found["people of settlement"] = size * found["is settlement"]
    found["people of unit2"] = size * found["is unit2"]
    found["no people"] = (people == 0) * found["is settlement"]
    found.update(_ranks(atlas, people, size))
    keys = [folded(form.text) for form in atlas.forms]
    found["main name"] = _flags(
        one.sort == Sort.NAME and folded(one.place.name) == keys[form]
        for one, form in zip(atlas.candidates, atlas.form.tolist(), strict=True)
    )
    found["unit1 and largest"] = found["is unit1"] * found["largest"]
    found["unit1 by its main name"] = found["is unit1"] * found["main name"]
    found.update(_home(atlas, places))
    return found


def _people(place: Place) -> int:
    """How many people a place has. A sea or a part of the world has none: it counts as a large city, since the
    gazetteer has such a place only where news speaks of it.
    """
    counted = place.feature in {"settlement", "country", "unit1", "unit2"}
    return place.population if counted else _NOTABLE


def _ranks(atlas: Atlas, people: Floats, size: Floats) -> dict[str, Floats]:
    """How a candidate stands among those of its form."""
    share, first, only, rank = (np.zeros(len(people)) for _ in range(4))
    for form in atlas.forms:
        own = slice(form.first, form.last)
        most = people[own].max()
        share[own] = size[own] - np.log10(most + 1) / _LARGE
        first[own] = people[own] == most
        only[own] = form.last - form.first == 1
        rank[own] = np.log(1 + np.arange(form.last - form.first)) / 3
    return {"below the largest": share, "largest": first, "only": only, "rank": rank}


def _home(atlas: Atlas, places: list[Place]) -> dict[str, Floats]:
    """Whether the outlet's address names the candidate or what it lies in, and whether the outlet is at home near."""
    source = atlas.document.source
    address = f"{source.outlet or ''} {source.url or ''}".lower()
    letters = re.sub(r"[^a-z]", "", address)
    ends = _DOMAIN.findall(address)
    country = {"uk": "GB"}.get(ends[-1], ends[-1].upper()) if ends else ""
    named, unit = np.zeros(len(places)), np.zeros(len(places))
    for at, place in enumerate(places if letters else ()):
        name = folded(place.name)
        named[at] = len(name) >= _TELLING and name in letters
        above = atlas.gazetteer.place(int(atlas.unit1[at]))
        unit[at] = above is not None and len(folded(above.name)) >= _TELLING - 1 and folded(above.name) in letters
    near = np.zeros(len(places))
    home = atlas.gazetteer.home(address)
    if home is not None and home.lat is not None and home.lon is not None and places:
        where = ((place.lat or 0.0, place.lon or 0.0) for place in places)
        near = np.exp(-kilometres(home.lat, home.lon, where) / _HOME)
    return {
        "in the address": named,
        "unit in the address": unit,
        "country of the domain": _flags(place.country == country for place in places),
        "near the outlet": near,
    }


def _flags(values: object) -> Floats:
    return np.fromiter(values, dtype=np.float64)  # type: ignore[call-overload,no-any-return]
