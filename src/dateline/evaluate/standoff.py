"""Reads annotated statements in brat standoff: T lines are spans, E lines join source, cue and content."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import UsageError
from dateline.model.text import Span


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated statement; any of its parts may have several spans or none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def reports(folder: Path) -> Iterator[tuple[str, str, tuple[Gold, ...]]]:
    """(name, text, statements) of each report in ``folder``, sorted by name.

    ``folder`` holds ``text/NAME.txt`` and ``attributions/NAME_xxxx.ann``, one file an annotator; the alphabetically
    first is taken. Raises ``UsageError`` when the folder is not of that kind.
    """
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts:
        raise UsageError(f"no annotated reports in '{folder}': it needs text/*.txt and attributions/*.ann")
    annotated: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotated[re.sub(r"_[0-9a-f]{4}$", "", path.stem)].append(path)
    for path in texts:
        text = path.read_bytes().decode("utf-8")
        files = annotated.get(path.stem, [])
        yield path.stem, text, tuple(_statements(files[0].read_text(encoding="utf-8"))) if files else ()


def _statements(annotation: str) -> Iterator[Gold]:
    spans: dict[str, tuple[Span, ...]] = {}
    for line in annotation.split("\n"):
        fields = line.split("\t")
        if len(fields) < 2:
            continue  # a line broken inside a quoted text
        if fields[0].startswith("T"):
            places = (place.split() for place in fields[1].split(" ", 1)[1].split(";"))
            spans[fields[0]] = tuple(Span(int(a), int(b)) for a, b in places if int(a) < int(b))
        elif fields[0].startswith("E"):
            parts: dict[str, list[Span]] = defaultdict(list)
            for argument in fields[1].split():
                role, _, target = argument.partition(":")
                parts[re.sub(r"\d+$", "", role)] += spans.get(target, ())
            yield Gold(tuple(parts["Source"]), tuple(parts["Cue"]), tuple(parts["Content"]))
