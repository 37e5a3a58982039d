"""The tables of the amounts bench: what NewsQuant calls our units and bounds, and the scores of others."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from dateline.vocab.units import Units


@dataclass(frozen=True, slots=True)
class Names:
    """The unit codes of each name that NewsQuant uses, and our bound for each of its signs.

    ``classes`` are units that stand for a kind of thing: "person", "aircraft".
    """

    codes: Mapping[str, frozenset[str]]
    bounds: Mapping[str, str]
    classes: frozenset[str]

    @classmethod
    def load(cls) -> Names:
        """The names that come with Dateline: the words of its units and those of ``units.toml`` beside this file."""
        units, raw = Units.load(), _table("units")
        codes = {" ".join(phrase): {code} for phrase, code in units.phrases.items()}
        for code, names in raw["names"].items():
            for name in names:
                codes.setdefault(name, set()).add(code)
        return cls(
            codes={name: frozenset(some) for name, some in codes.items()},
            bounds=raw["bounds"],
            classes=frozenset(units.nouns.values()),
        )

    def units(self, name: str) -> frozenset[str]:
        """The codes that NewsQuant's name of a unit can be: "kilometre" is km, "dollar per barrel" USD/bbl."""
        name = name.lower()
        if name in self.codes:
            return self.codes[name]
        above, _, below = name.partition(" per ")
        return frozenset(f"{one}/{other}" for one in self.codes.get(above, ()) for other in self.codes.get(below, ()))


def peers() -> list[dict[str, Any]]:
    """The rows of others: name, the F1 of the value and of value and unit, and whether the protocol is the same."""
    rows: list[dict[str, Any]] = _table("peers")["amounts"]
    return rows


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
