"""What the pair coders learn from: written sentences and filled frames, and annotated pairs of others."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.events.pairs import gold_pairs, unmarked
from dateline.extract.events.coder.pairs import Pair
from dateline.learn.events.frames import Filler, Frame, Marked, written

OTHERS = 0.5
"""The weight of a pair of another project, whose types are not quite PLOVER's."""

_OF_TYPE = {
    "Conflict:Attack": "ASSAULT",
    "Conflict.Attack.DetonateExplode": "ASSAULT",
    "Conflict.Attack.Unspecified": "ASSAULT",
    "Life:Die": "ASSAULT",
    "Life.Die.Unspecified": "ASSAULT",
    "Life:Injure": "ASSAULT",
    "Life.Injure.Unspecified": "ASSAULT",
    "Justice:Execute": "ASSAULT",
    "Conflict:Demonstrate": "PROTEST",
    "Conflict.Demonstrate.Unspecified": "PROTEST",
    "Justice.ArrestJailDetain.Unspecified": "COERCE",
    "Justice:Arrest-Jail": "COERCE",
    "Justice:Charge-Indict": "COERCE",
    "Justice:Sue": "ACCUSE",
    "Justice.InvestigateCrime.Unspecified": "ACCUSE",
    "Justice:Convict": "ACCUSE",
    "Justice.Convict.Unspecified": "ACCUSE",
    "Justice:Sentence": "ACCUSE",
    "Justice.Sentence.Unspecified": "ACCUSE",
    "Justice:Release-Parole": "YIELD",
    "Contact:Meet": "CONSULT",
    "Contact.Contact.Meet": "CONSULT",
    "Contact:Phone-Write": "CONSULT",
}
"""Event types of ACE and WikiEvents that are a PLOVER root whoever takes part."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A pair with its root; ``weight`` is what it counts."""

    pair: Pair
    root: str
    weight: float = 1.0


def plv(path: Path) -> list[Lesson]:
    """The pairs of PLV_train.tsv."""
    return [Lesson(one.pair, one.root) for one in gold_pairs(path)]


def others(path: Path, *, most: int) -> list[Lesson]:
    """The pairs of AW_train.tsv that hold and whose type is a root; at most ``most`` of each, the first ones."""
    found: list[Lesson] = []
    for row in _rows(path):
        root = _OF_TYPE.get(row["event_type"])
        text, spans = unmarked(row["marked_sentence"])
        if root is None or row["gold_binary"] != "1" or not {"s", "t"} <= spans.keys():
            continue
        if sum(one.root == root for one in found) < most:
            found.append(Lesson(Pair(text, spans["s"], spans["t"]), root, OTHERS))
    return found


def filled(frames: Sequence[Frame], *, filler: Filler, times: int) -> list[Lesson]:
    """Each frame ``times`` times, filled anew."""
    return [_lesson(one) for one in filler.pairs(frames, times=times)]


def founding() -> list[Lesson]:
    """The written sentences of lessons/founder.tsv."""
    return [_lesson(one) for one in written("founder")]


def _lesson(marked: Marked) -> Lesson:
    text, spans = unmarked(marked.text)
    return Lesson(Pair(text, spans["s"], spans.get("t"), spans.get("v")), marked.type)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
