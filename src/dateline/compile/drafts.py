"""Places and their names as sources give them, before they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.vocab.gazetteer import Sort

INSTALLATIONS = frozenset(
    [
        *("base", "naval_base", "air_base", "test_site", "nuclear_site", "dam", "port", "airport", "refinery"),
        *("pipeline", "prison", "camp", "bridge", "border_post", "government_seat", "holy_site", "landmark"),
    ]
)
"""Features that are made by people and stand at one point: their mentions are of kind ``installation``."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A place from a source; the fields are those of ``vocab.gazetteer.Place``. ``extra`` has what few places have."""

    number: int
    name: str
    feature: str
    country: str | None = None
    unit1: int = 0
    unit2: int = 0
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place."""

    form: str
    number: int
    sort: Sort


@dataclass(frozen=True, slots=True)
class Source:
    """All that a source gives. ``notice`` says where it is from and under which licence; ``outlets`` are domains with
    the number of the place where the outlet is at home.
    """

    places: tuple[Draft, ...]
    names: tuple[Named, ...]
    notice: str
    outlets: tuple[tuple[str, int], ...] = ()


def unit_names(
    number: int, forms: Sequence[str], *, generic: Iterable[str], others: Iterable[str] = ()
) -> Iterator[Named]:
    """The names of a first- or second-level unit: its ``forms`` whole and without their generic word, "X Co." for one
    that is called "X County", and ``others`` as they are.
    """
    for form in dict.fromkeys((*forms, *others)):
        yield Named(form, number, Sort.OTHER)
    for form in dict.fromkeys(forms):
        short = shortened(form, generic)
        if short:
            yield Named(short, number, Sort.SHORT)
    if forms[0].endswith(" County"):
        yield Named(f"{forms[0].removesuffix('County')}Co.", number, Sort.ABBREVIATION)


def readable(form: str) -> bool:
    """Whether a name is in the Latin or Cyrillic script: what reports in the languages we read have."""
    letters = [char for char in form if char.isalpha()]
    return (
        2 <= len(form) <= 50
        and bool(letters)
        and all(ord(char) < 0x530 or 0x1E00 <= ord(char) < 0x1F00 for char in letters)
    )


def shortened(name: str, heads: Iterable[str]) -> str | None:
    """A unit's name without its generic word ("Rapides" of "Rapides Parish"), None where it has none."""
    parts = name.split()
    for head in heads:
        own = head.split()
        low = [part.casefold() for part in parts]
        if len(parts) > len(own) and low[-len(own) :] == own:
            return " ".join(parts[: -len(own)])
        if len(parts) > len(own) and low[: len(own)] == own:
            return " ".join(parts[len(own) :])
    return None
