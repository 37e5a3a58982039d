"""The tables of codes of a GeoNames dump: which number a country or unit has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.compile.drafts import Draft
from dateline.compile.lines import Lines, Tell
from dateline.errors import GazetteerError

COUNTRIES, FIRST, SECOND = "countryInfo.txt", "admin1CodesASCII.txt", "admin2Codes.txt"


class Codes:
    """Countries and units of ``countryInfo.txt``, ``admin1CodesASCII.txt`` and ``admin2Codes.txt``.

    ``countries`` has the ISO code by number, ``first`` and ``second`` the number by code ("TJ.03", "US.PA.101").
    """

    def __init__(self, folder: Path, tell: Tell) -> None:
        missing = [name for name in (COUNTRIES, FIRST, SECOND) if not (folder / name).is_file()]
        if missing:
            needed = f"a dump needs {COUNTRIES}, {FIRST} and {SECOND}"
            raise GazetteerError(f"'{folder}' has no {', '.join(missing)}: {needed}")
        self._states = list(Lines(folder / COUNTRIES, 17, tell).read(_country))
        self.countries = {one.number: one.country or "" for one in self._states}
        units = list(Lines(folder / FIRST, 4, tell).read(_unit))
        self.first = {code: number for code, _, number in units}
        counties = list(Lines(folder / SECOND, 4, tell).read(_unit))
        self.second = {code: number for code, _, number in counties}
        self._units = [(code, name, number, "unit1") for code, name, number in units]
        self._units += [(code, name, number, "unit2") for code, name, number in counties]

    def places(self) -> Iterator[Draft]:
        """The countries and units, without coordinates."""
        yield from self._states
        for code, name, number, feature in self._units:
            above = self.first.get(code.rpartition(".")[0], 0) if feature == "unit2" else 0
            yield Draft(number, name, feature, code.partition(".")[0], unit1=above)


def _country(row: list[str]) -> Draft | None:
    """A country; None for one without a number: the Netherlands Antilles are no more."""
    if not row[16].strip():
        return None
    return Draft(_number(row[16]), row[4], "country", row[0], population=int(row[7] or 0))


def _unit(row: list[str]) -> tuple[str, str, int]:
    code, name, _, number = row[:4]
    return code, name, _number(number)


def _number(text: str) -> int:
    number = int(text)
    if not 0 < number < 2**31:
        raise ValueError(f"no number of a place: {text}")
    return number
