"""The texts that gold lines speak of, found in the collections under a data folder by the hash of the text."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker
from dateline.errors import InputError, UsageError
from dateline.evaluate.gold import HERE
from dateline.evaluate.reading import readings
from dateline.model.links import Reading
from dateline.stages import Capture


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a collection with what is known of it. ``report`` is its id there, else the number of its line."""

    collection: str
    report: str
    text: str
    title: str | None = None
    published: str | None = None

    def capture(self) -> Capture:
        """The text as a report that can be read."""
        fields = {"id": self.report, "text": self.text, "title": self.title, "published": self.published}
        given = {name: value for name, value in fields.items() if value is not None}
        return Capture(f"{self.collection}#{self.report}", "jsonl", json.dumps(given).encode("utf-8"))


def digest(text: str) -> str:
    """The hash that a text is found by."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def found(data: Path, wanted: Sequence[Mapping[str, Any]], *, gold: Path = HERE) -> list[Text]:
    """The text of each line in ``wanted``, by its ``sha256``, in their order.

    Raises ``UsageError`` where there are no collections, ``InputError`` for a text that is in none of them.
    """
    listed = gold / "collections.toml"
    if not listed.exists():
        raise UsageError(f"there is no list of collections at '{listed}': this needs a checkout of Dateline")
    missing = {line["sha256"] for line in wanted}
    texts: dict[str, Text] = {}
    for name, where in tomllib.loads(listed.read_text(encoding="utf-8")).items():
        if missing and (data / where["file"]).exists():
            texts |= {key: one for key, one in _texts(data / where["file"], name, where) if key in missing}
            missing -= texts.keys()
    if missing:
        lost = next(line for line in wanted if line["sha256"] in missing)
        raise InputError(f"the text of report '{lost.get('report')}' ({len(missing)} in all) is not under '{data}'")
    return [texts[line["sha256"]] for line in wanted]


def read(
    texts: Sequence[Text],
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int = 2,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[tuple[Text, Reading]]:
    """Each text with its reading. Raises ``InputError`` for one that cannot be read, or comes back otherwise."""
    captures = [one.capture() for one in texts]
    done = readings(captures, build=build, limits=limits, workers=workers, tell=tell, total=len(captures))
    for one, reading in zip(texts, done, strict=True):
        if reading.document.text != one.text:
            raise InputError(f"{one.collection}: {one.report}: the text has changed while it was read")
        yield one, reading


def _texts(path: Path, name: str, where: Mapping[str, str]) -> Iterator[tuple[str, Text]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            report = str(row[where["id"]]) if "id" in where else str(number)
            published = row.get(where["published"]) if "published" in where else None
            yield digest(row["text"]), Text(name, report, row["text"], row.get("title"), published)
