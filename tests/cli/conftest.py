"""The command line in this process, with a pipeline that loads no model and, unless asked for, no worker processes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import small_pipeline

from dateline.cli import work
from dateline.cli.main import main
from dateline.config import Settings
from dateline.engine import Outcome
from dateline.errors import InputError
from dateline.stages import Capture


@dataclass(frozen=True)
class Said:
    """What a call said and ended with."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output."""
        return [json.loads(line) for line in self.out.split("\n")[:-1]]


Call = Callable[..., Said]


@pytest.fixture(scope="session")
def pipeline() -> Any:
    return small_pipeline.build()


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pipeline: Any) -> None:
    """Every test here works in an empty folder, with a store of its own."""

    def outcomes(captures: Iterable[Capture], settings: Settings) -> Iterator[Outcome]:
        for index, capture in enumerate(captures):
            try:
                yield Outcome(index, capture, pipeline.walk(pipeline.read(capture)), None, 0.001)
            except InputError as fault:
                yield Outcome(index, capture, None, str(fault), 0.001)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "kept" / "test.db"))
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR", "DATELINE_WORKERS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(work, "outcomes", outcomes)
    monkeypatch.setattr("dateline.registry.fingerprint", lambda tier: small_pipeline.PRODUCERS)


@pytest.fixture
def dateline(capfd: pytest.CaptureFixture[str]) -> Call:
    """Calls the command: ``dateline("read", "a.txt")``."""

    def call(*arguments: str) -> Said:
        capfd.readouterr()
        code = main(arguments)
        return Said(code, *capfd.readouterr())

    return call


@pytest.fixture
def reports() -> Callable[..., Path]:
    """Writes files: ``reports({"a.txt": "Ada Quill said it rains."})``."""

    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return Path.cwd()

    return write
