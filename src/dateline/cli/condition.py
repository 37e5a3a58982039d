"""The condition of an installation: what is there, in which version, and what cannot be used."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from dateline.config import Settings
from dateline.errors import ModelMissing, StoreError

_LIBRARIES = ("dateline", "spacy", "numpy", "sqlalchemy", "trafilatura", "py3langid", "charset-normalizer")


def condition(settings: Settings, origins: Mapping[str, Any]) -> dict[str, Any]:
    """Everything ``dateline doctor`` tells, with a list of ``problems``, each a sentence."""
    problems: list[str] = []
    return {
        "versions": _versions(problems),
        "model": _model(problems),
        "store": _store(settings, problems),
        "settings": origins,
        "problems": problems,
    }


def settings_with_origin(settings: Settings, given: Mapping[str, object]) -> dict[str, Any]:
    """Each setting with its value and where it comes from: command line, environment or default."""
    environment = {name.upper() for name in os.environ}
    found: dict[str, Any] = {}
    for name, value in settings.model_dump(mode="json").items():
        variable = f"DATELINE_{name.upper()}"
        if given.get(name) is not None:
            origin = "command line"
        else:
            origin = f"environment, {variable}" if variable in environment else "default"
        found[name] = {"value": value, "origin": origin, "variable": variable}
    return found


def _versions(problems: list[str]) -> dict[str, str | None]:
    import sqlite3

    found: dict[str, str | None] = {}
    for name in _LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = None
            problems.append(f"the package '{name}' is not installed: install Dateline again")
    return {
        **found,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "machine": platform.platform(),
    }


def _model(problems: list[str]) -> dict[str, Any]:
    from dateline.mark.linguistic import model_in_use

    try:
        model = model_in_use()
    except ModelMissing as fault:
        problems.append(str(fault))
        return {"name": None}
    copy = "the official package" if model.official else "the pinned copy of the official en_core_web_sm"
    return {"name": model.module, "version": model.version, "origin": copy, "matrix products": "NumPy (not BLIS)"}


def _store(settings: Settings, problems: list[str]) -> dict[str, Any]:
    from dateline.store import Store
    from dateline.store.schema import VERSION

    told: dict[str, Any] = {"path": str(settings.store)}
    if not settings.store.exists():
        if not _can_be_made(settings.store):
            problems.append(f"no store can be made at '{settings.store}': its folder may not be written by you")
            return {**told, "state": "cannot be made"}
        return {**told, "state": "not made yet: 'dateline read' makes it"}
    try:
        with Store.open(settings.store, create=False) as store:
            return {**told, "state": "usable", "schema": VERSION, **store.counts()}
    except StoreError as fault:
        problems.append(str(fault))
        return {**told, "state": "cannot be used"}


def _can_be_made(path: Path) -> bool:
    """Whether the nearest folder above ``path`` that is there can be written to."""
    above = next(folder for folder in path.absolute().parents if folder.exists())
    return above.is_dir() and os.access(above, os.W_OK)
