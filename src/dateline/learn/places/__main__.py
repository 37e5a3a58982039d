"""Fits the weights of toponyms and places, or measures what such weights are worth on reports they do not know:

    python -m dateline.learn.places fit --data LGL.jsonl TR-NEWS.jsonl --out src/dateline/weights
    python -m dateline.learn.places cross --data LGL.jsonl TR-NEWS.jsonl --out FOLDER

DATA are files with one report a line: id, text, outlet, title, published and places, each with start, end, geonames,
lat and lon (null where the annotators could not place it). ``cross`` fits on four fifths of the reports, reads the
others, five times, writes what was read to FOLDER in the wire form, one file a file of DATA, and says how right it is,
end to end and given the annotated spans.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from dateline.config import settings
from dateline.learn.places.cross import cross
from dateline.learn.places.fitting import Fitted, fit
from dateline.learn.places.lessons import Lesson, lessons
from dateline.learn.places.transplanting import Transplanting
from dateline.registry import gazetteer, pipeline, toponym_marker
from dateline.weights import RULES

_log = logging.getLogger("dateline.learn")


def main() -> None:
    """Reads the data, fits, writes."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    given = _arguments()
    places = gazetteer(settings())
    marker = toponym_marker(places, {})
    reader = pipeline(settings(tier=RULES))
    read: list[Lesson] = []
    moving = Transplanting(places)
    for number, lesson in enumerate(lessons(given.data, pipeline=reader, marker=marker, moving=moving), 1):
        read.append(lesson)
        if number % 200 == 0:
            _log.info("%s reports read", number)
    given.out.mkdir(parents=True, exist_ok=True)
    if given.what == "fit":
        write(fit(read, places, _log.info), given.out, read)
    else:
        for line in cross(read, places, data=given.data, out=given.out, tell=_log.info):
            sys.stdout.write(f"{line}\n")


def write(fitted: Fitted, folder: Path, read: Sequence[Lesson]) -> None:
    """Writes ``toponyms.toml`` and ``places.toml``."""
    head = f"# Fitted by python -m dateline.learn.places on {len(read)} reports; see places.md.\n"
    toponyms = "".join(f"{_key(name)} = {weight}\n" for name, weight in fitted.toponyms.items())
    (folder / "toponyms.toml").write_text(f"{head}\n[toponyms]\n{toponyms}", encoding="utf-8")
    ranker = asdict(fitted.ranker)
    tables = [
        ("[alone]", ranker["alone"]),
        *(("[[together]]", one) for one in ranker["together"]),
        ("[score]", ranker["score"]),
    ]
    body = "\n".join(
        f"{name}\n" + "".join(f"{_key(key)} = {value}\n" for key, value in table.items()) for name, table in tables
    )
    (folder / "places.toml").write_text(f"{head}\n{body}", encoding="utf-8")


def _key(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    what = parser.add_subparsers(dest="what", required=True)
    for name in ("fit", "cross"):
        one = what.add_parser(name)
        one.add_argument("--data", type=Path, nargs="+", required=True, help="annotated reports")
        one.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
