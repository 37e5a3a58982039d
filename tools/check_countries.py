"""Checks vocab/data/countries.csv against the territory list of Unicode CLDR, as the `babel` package carries it.

Run from the project's root: `python tools/check_countries.py`. Prints what differs and ends with 1 if a code does.
"""

from __future__ import annotations

import sys

from babel import Locale

from dateline.vocab.load import rows

_NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}


def main() -> int:
    """0 when the codes are the same; differing names are printed for reading only."""
    known = {code: name for code, name in Locale("en").territories.items() if code.isalpha() and code not in _NOT_ISO}
    ours = {row["code"]: row for row in rows("countries")}
    for code in sorted(known.keys() & ours.keys()):
        forms = {ours[code]["name"], *ours[code]["forms"].split("|")}
        if known[code] not in forms:
            sys.stdout.write(f"{code}: {known[code]!r} is none of {sorted(forms)}\n")
    differing = sorted(known.keys() ^ ours.keys())
    sys.stdout.write(f"codes on one side only: {differing}\n" if differing else f"{len(ours)} codes, the same\n")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
