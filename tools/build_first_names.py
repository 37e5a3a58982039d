"""Builds vocab/data/first_names.csv: given names and the gender they are commonly given to.

Sources: the frequency lists of the 1990 US census (a work of the US government, public domain), as carried by the
`names` package 0.3.0 (MIT), and tools/first_names_more.csv (our own). Run from the project's root with the folder
that holds `dist.female.first` and `dist.male.first`: `python tools/build_first_names.py FOLDER`.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

_TARGET = Path("src/dateline/vocab/data/first_names.csv")
_MORE = Path("tools/first_names_more.csv")
_LEAST = 0.004  # percent of people: rarer names are noise in the census list
_CLEAR = 9.0  # how many times as common one gender must be
_HEADER = """\
# Given names with the gender they are commonly given to; empty: either. Written by tools/build_first_names.py.
# Sources: frequency lists of the 1990 US census (public domain); other languages by hand (Apache-2.0).
"""


def main(folder: Path) -> None:
    """Writes the table."""
    genders = _census(folder)
    for name, gender in _more():
        genders[name] = gender if genders.get(name, gender) == gender else ""
    lines = [f"{name},{gender}\n" for name, gender in sorted(genders.items())]
    _TARGET.write_text(_HEADER + "name,gender\n" + "".join(lines), encoding="utf-8")


def _census(folder: Path) -> dict[str, str]:
    shares = {gender: dict(_shares(folder / f"dist.{gender}.first")) for gender in ("male", "female")}
    found = {}
    for name in shares["male"].keys() | shares["female"].keys():
        male, female = shares["male"].get(name, 0.0), shares["female"].get(name, 0.0)
        if max(male, female) >= _LEAST:
            found[name] = "male" if male > _CLEAR * female else "female" if female > _CLEAR * male else ""
    return found


def _shares(path: Path) -> Iterator[tuple[str, float]]:
    for line in path.read_text(encoding="ascii").splitlines():
        name, share, *_ = line.split()
        yield name.capitalize(), float(share)


def _more() -> Iterator[tuple[str, str]]:
    lines = (line for line in _MORE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines):
        for name in row["names"].split():
            yield name, row["gender"]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
