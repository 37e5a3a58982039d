"""Stores for the tests of the store. Most are copies of one empty store, which is quicker than making each."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.store import Store


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store that holds nothing."""
    path = tmp_path_factory.mktemp("empty") / "store.db"
    Store.open(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path, empty_store: Path) -> Path:
    """The file of a fresh store."""
    shutil.copy(empty_store, tmp_path / "store.db")
    return tmp_path / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A fresh store."""
    with Store.open(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory, empty_store: Path) -> Callable[[], Store]:
    """Opens a new store at each call, for tests that need one for every example."""
    folder, numbers = tmp_path_factory.mktemp("stores"), iter(range(10**6))

    def opened() -> Store:
        path = folder / f"{next(numbers)}.db"
        shutil.copy(empty_store, path)
        return Store.open(path)

    return opened
