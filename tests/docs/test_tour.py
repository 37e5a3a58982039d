"""The tour's commands do what the tour says, one after the other in one folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docs_pages import ROOT, blocks


def commands() -> list[str]:
    """The calls of the tour, in order."""
    lines = [line for block in blocks(ROOT / "docs" / "tour.md", "console") for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


@pytest.mark.slow
def test_every_command_of_the_tour_succeeds(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "DATELINE_STORE": str(tmp_path / "default.db")}
    failed = {}
    for command in commands():
        done = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True)
        if done.returncode or not done.stdout.strip():
            failed[command] = (done.returncode, done.stderr[-500:])
    assert failed == {}
