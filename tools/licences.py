"""Writes docs/licences.md: the licence of every package the lock files pin, as the installed packages declare it.

Run it with the development environment after `make lock`: `.venv/bin/python tools/licences.py`. It stops at a package
whose licence is not in `ALLOWED`, so that a new dependency is looked at before it comes in.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "licences.md"

# What a package may be under. The MPL asks only for changes to its own files, and we make none.
ALLOWED = frozenset(
    {"0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT"}
    | {"MPL-1.1", "MPL-2.0", "PSF-2.0", "Zlib"}
)
PLAIN = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
# Locked for Windows only, so never installed where this tool runs.
ELSEWHERE = {"colorama": "BSD-3-Clause"}

HEAD = """# Licences of what Dateline stands on

Every package that `requirements.lock` (to run) and `requirements-dev.lock` (to build and test) pin, with the licence it
declares. Written by `tools/licences.py`, which stops at a licence that is not on its list.

All are permissive or under the Mozilla Public License, whose terms reach only the package's own files, which we use
unchanged. `tld` offers a choice, of which we take MPL-1.1. numpy's wheels carry OpenBLAS (BSD) and the GCC run-time
library (with its linking exception).

| package | licence | to |
|---|---|---|
"""


def main() -> int:
    """Writes the page; 1 when a licence is not allowed."""
    running = locked(ROOT / "requirements.lock")
    faults, rows = [], []
    for name in sorted(locked(ROOT / "requirements-dev.lock")):
        licence = licence_of(name)
        if not allowed(licence):
            faults.append(f"{name}: {licence or 'no licence declared'}")
        rows.append(f"| {name} | {licence} | {'run' if name in running else 'build and test'} |")
    if faults:
        sys.stderr.write("error: not on the list of allowed licences: " + "; ".join(faults) + "\n")
        return 1
    OUT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


def locked(path: Path) -> set[str]:
    """The names of the packages a lock file pins."""
    return set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", path.read_text(encoding="utf-8"), flags=re.MULTILINE))


def licence_of(name: str) -> str:
    """The licence an installed package declares, as an SPDX expression where it can be told; "" for none."""
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    facts = metadata.metadata(name)
    classifiers = [one.split(" :: ")[-1] for one in facts.get_all("Classifier") or [] if one.startswith("License ::")]
    candidates = [facts.get("License-Expression"), facts.get("License"), *classifiers]
    plain = [PLAIN.get(one.strip(), one.strip()) for one in candidates if one]
    return next((one for one in plain if allowed(one)), plain[0] if plain else "")


def allowed(expression: str) -> bool:
    """Whether all of the licences joined by AND, and one of those joined by OR, are allowed."""
    return bool(expression) and all(
        any(one.strip() in ALLOWED for one in group.split(" OR ")) for group in expression.split(" AND ")
    )


if __name__ == "__main__":
    raise SystemExit(main())
