"""Reads vocabulary files: TOML and CSV tables shipped with the package."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """The TOML file ``vocab/data/NAME.toml`` as a dict."""
    return tomllib.loads(_text(f"{name}.toml"))


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of ``vocab/data/NAME.csv``, lines that begin with ``#`` left out."""
    lines = (line for line in _text(f"{name}.csv").splitlines() if line.strip() and not line.startswith("#"))
    yield from csv.DictReader(lines)


def _text(name: str) -> str:
    return files("dateline.vocab").joinpath("data", name).read_text(encoding="utf-8")
