"""Writes src/dateline/vocab/data/actors/agents.csv from the agent dictionary that comes with PLOVER.

Usage: python tools/build_actors.py PLOVER_agents.txt

Takes each phrase with its sector codes, spells out the sets (``!PERSON!``), and leaves out what is no sector of the
PLOVER manual. The other files beside agents.csv are kept by hand.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/dateline/vocab/data/actors/agents.csv"
HEAD = """\
# Words for what somebody is, with PLOVER sector codes, the first foremost. Written by tools/build_actors.py.
# Source: PLOVER_agents.txt (the CAMEO agents file for PLOVER), Copyright 2014 Open Event Data Alliance, MIT licence, as
# distributed with petrarch2; the notice is in NOTICE. What patterns.toml says of a phrase goes before what stands here.
"""
CODES = """
COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC
"""
SECTORS = frozenset(CODES.split())
_LINE = re.compile(r"^(?P<phrase>[A-Z0-9!_'\-.,/ ]+?)_?\s*(?:\{[^}]*\})?\s*\[~(?P<codes>[A-Z]+)\]")
_SET = re.compile(r"^(!\w+!)\s*=\s*(.+)$")
_LONGEST = 4


def main(source: Path) -> None:
    """Reads the dictionary and writes the table."""
    found: dict[str, str] = {}
    for phrase, codes in _read(source.read_text(encoding="utf-8").splitlines()):
        found.setdefault(phrase, codes)
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        out.write(HEAD)
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["phrase", "sectors"])
        rows.writerows(sorted(found.items()))


def _read(lines: list[str]) -> Iterator[tuple[str, str]]:
    sets: dict[str, list[str]] = {}
    for line in lines:
        named = _SET.match(line)
        if named:
            sets[named[1]] = [word.strip() for word in named[2].split(",")]
        entry = _LINE.match(line)
        codes = re.findall("...", entry["codes"]) if entry else []
        if entry is None or not codes or not SECTORS.issuperset(codes):
            continue
        for phrase in _spelled(entry["phrase"], sets):
            words = re.findall(r"[a-z0-9]+", re.sub(r"['.]", "", phrase.lower()))
            if 0 < len(words) <= _LONGEST:
                yield " ".join(words), " ".join(codes)


def _spelled(phrase: str, sets: dict[str, list[str]]) -> Iterator[str]:
    parts = [sets.get(part, [part]) for part in re.split(r"(!\w+!)", phrase)]
    yield from ("".join(some) for some in product(*parts))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
