"""Checks every anchor over folders of real texts: `text[start:end]` are the words of each span.

    python bench/anchors.py DIR [--every N]

Reads each `text/*.txt`, and each line with a `text` of each `.jsonl` and `.jsonl.gz`, below DIR; `--every N` takes
each Nth of a file's lines. Prints what was checked and ends with 1 when an anchor is wrong, a text changed or a
report failed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from dateline import registry
from dateline.config import settings
from dateline.engine import Limits, run
from dateline.errors import AnchorError
from dateline.model import wire
from dateline.stages import Capture


def texts(folder: Path, every: int) -> Iterator[tuple[str, str]]:
    """(place, text) of each text below ``folder``."""
    for path in sorted(folder.rglob("*")):
        name = path.name
        if name.endswith(".txt") and path.parent.name == "text":
            yield str(path), path.read_bytes().decode("utf-8")
        elif name.endswith((".jsonl", ".jsonl.gz")):
            opener = gzip.open if name.endswith(".gz") else open
            with opener(path, "rt", encoding="utf-8") as lines:
                for number, line in enumerate(lines):
                    text = json.loads(line).get("text") if number % every == 0 else None
                    if isinstance(text, str) and text.strip():
                        yield f"{path}#{number + 1}", text


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the check and says what the process is to end with."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args(arguments)
    chosen = settings()
    captures = (Capture(place, "plain", text.encode()) for place, text in texts(given.folder, given.every))
    limits = Limits(seconds=600, megabytes=chosen.report_megabytes)
    counts: Counter[str] = Counter()
    for outcome in run(captures, workers=given.workers, limits=limits, build=partial(registry.pipeline, chosen)):
        counts["texts"] += 1
        if outcome.reading is None:
            counts["failed"] += 1
            print(f"{outcome.capture.locator}: {outcome.reason}", file=sys.stderr)  # noqa: T201
            continue
        text = outcome.capture.raw.decode()
        counts["characters"] += len(text)
        counts["statements"] += len(outcome.reading.records)
        counts["changed texts"] += outcome.reading.document.text != text
        try:
            counts["anchors"] += wire.check_anchors(wire.reading(outcome.reading), text)
        except AnchorError as fault:
            counts["wrong anchors"] += 1
            print(f"{outcome.capture.locator}: {fault}", file=sys.stderr)  # noqa: T201
    print(json.dumps(counts))  # noqa: T201
    return 1 if counts["failed"] or counts["wrong anchors"] or counts["changed texts"] else 0


if __name__ == "__main__":
    sys.exit(main())
