"""A few runs of the real command with the real pipeline and its model, on the bundled reports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dateline.model import wire

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "reports"
PROGRAM = [sys.executable, "-c", "from dateline.cli.main import run; run()"]


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.slow
def test_reports_are_read_shown_exported_and_verified() -> None:
    read = call("read", str(EXAMPLES / "port-release.md"), str(EXAMPLES / "wells-ru.txt"))
    assert (read.returncode, read.stdout) == (0, "read 2 reports: 1 done, 1 kept (no extractor for ru)\n"), read.stderr
    assert "<1 " in call("show", "port-release.md").stdout
    entries = [json.loads(line) for line in call("export", "--format", "jsonl").stdout.splitlines()]
    texts = {entry["id"]: entry["text"] for entry in entries if entry["kind"] == "document"}
    statements = [entry for entry in entries if entry["kind"] == "statement"]
    assert statements
    assert all(wire.check_anchors(entry, texts[entry["document"]]) for entry in statements)
    verified = call("verify")
    assert verified.returncode == 0, verified.stdout


@pytest.mark.slow
def test_scan_prints_the_same_lines_on_one_worker_and_on_two() -> None:
    files = [str(EXAMPLES / name) for name in ("port-release.md", "grain-talks.txt", "briefs.jsonl")]
    one, two = (call("scan", *files, "--json", "--workers", workers) for workers in ("1", "2"))
    assert (one.returncode, one.stderr) == (0, "")
    assert one.stdout == two.stdout
    first: dict[str, Any] = json.loads(one.stdout.splitlines()[0])
    assert list(first) == ["format", "document", "records", "mentions", "entities"]
    assert first["document"]["text"] == Path(files[0]).read_bytes().decode("utf-8")
