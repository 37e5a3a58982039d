"""What the PLOVER codes of countries, bodies and sectors stand for, for exports that have names in place of codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.vocab.load import rows


@dataclass(frozen=True, slots=True)
class CodeNames:
    """Names by code. ``actors`` has countries and bodies by PLOVER code, ``countries`` countries by ISO alpha-2 code,
    ``alpha3`` the ISO alpha-3 code of each alpha-2 code.
    """

    actors: Mapping[str, str]
    sectors: Mapping[str, str]
    countries: Mapping[str, str]
    alpha3: Mapping[str, str]

    @classmethod
    def load(cls) -> CodeNames:
        """The names that ship with the package."""
        countries = {row["code"]: row["name"] for row in rows("countries")}
        listed, named = list(rows("actors/codes")), list(rows("actors/names"))
        own = {row["plover"]: countries[row["iso"]] for row in listed if row["iso"] in countries and not row["state"]}
        return cls(
            actors={**own, **{row["code"]: row["name"] for row in named if row["kind"] != "sector"}},
            sectors={row["code"]: row["name"] for row in named if row["kind"] == "sector"},
            countries=countries,
            alpha3={row["iso"]: row["alpha3"] for row in listed},
        )
