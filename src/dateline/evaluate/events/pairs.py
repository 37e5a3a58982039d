"""Scores coded actor pairs against gold pairs: F1 of each PLOVER root, and their mean.

Gold is a table with tabs: ``marked_sentence`` and ``gold_root`` (PLV), or ``text`` and ``type`` (ours), the actor in
``<s></s>``, the recipient in ``<t></t>``. As in PLV's own scorer a party that is not marked stands where its words
(columns ``source``, ``target``) are first found, and CONCEDE and RETREAT are one root.
"""

from __future__ import annotations

import csv
import re
import time
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.extract.events.coder.pairs import Pair, RootCoder
from dateline.model.text import Span

_TAG = re.compile(r"</?([stv])>")
_COLUMNS = (("marked_sentence", "gold_root"), ("text", "type"))
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A pair and its root."""

    pair: Pair
    root: str


@dataclass(frozen=True, slots=True)
class PairScore:
    """How far coded roots are right. ``missed`` counts (gold, coded) that differ; ``per_second`` is None unmeasured."""

    count: int
    right: int
    f1: Mapping[str, float]
    missed: Mapping[tuple[str, str], int]
    per_second: float | None = None

    @property
    def macro(self) -> float:
        """The mean of the roots' F1."""
        return sum(self.f1.values()) / len(self.f1)

    def wire(self) -> dict[str, Any]:
        """As JSON."""
        most = sorted(self.missed.items(), key=lambda one: (-one[1], one[0]))[:10]
        return {
            "pairs": self.count,
            "root_macro_f1": round(self.macro, _DIGITS),
            "accuracy": round(self.right / self.count, _DIGITS),
            "f1": {root: round(value, _DIGITS) for root, value in self.f1.items()},
            "missed": [{"gold": gold, "coded": coded, "count": count} for (gold, coded), count in most],
            "pairs_per_second": None if self.per_second is None else round(self.per_second),
        }


def measure(coder: RootCoder, path: Path) -> PairScore:
    """What ``coder`` scores on the gold pairs in ``path``, and how fast. Raises ``UsageError`` for another table."""
    gold = gold_pairs(path)
    begun = time.perf_counter()
    found = coder.code([one.pair for one in gold])
    taken = time.perf_counter() - begun
    coded = [max(chances, key=lambda root: chances[root]) for chances in found]
    return score([one.root for one in gold], coded, per_second=len(gold) / taken)


def score(gold: Sequence[str], coded: Sequence[str], *, per_second: float | None = None) -> PairScore:
    """The score of ``coded`` roots, over the roots that ``gold`` has."""
    right = Counter(one for one, other in zip(gold, coded, strict=True) if one == other)
    there, given = Counter(gold), Counter(coded)
    return PairScore(
        count=len(gold),
        right=right.total(),
        f1={root: 2 * right[root] / (there[root] + given[root]) for root in sorted(there)},
        missed=Counter((one, other) for one, other in zip(gold, coded, strict=True) if one != other),
        per_second=per_second,
    )


def peers() -> list[dict[str, Any]]:
    """The scores of others on the same pairs (pair_peers.toml)."""
    text = files("dateline.evaluate.events").joinpath("pair_peers.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["pairs"]
    return rows


def gold_pairs(path: Path) -> list[GoldPair]:
    """The pairs of a table. Raises ``UsageError`` that names the columns when it has none that fit."""
    if not path.is_file():
        raise UsageError(f"no file '{path}'. Give a table of marked pairs, such as PLV_train.tsv")
    with path.open(encoding="utf-8", newline="") as opened:
        lines = (line for line in opened if not line.startswith("#"))
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    columns = next((pair for pair in _COLUMNS if rows and set(pair) <= rows[0].keys()), None)
    if columns is None:
        wanted = " or ".join(f"'{sentence}' and '{root}'" for sentence, root in _COLUMNS)
        raise UsageError(f"'{path}' is no table of marked pairs: it needs the columns {wanted}, parted by tabs")
    return [GoldPair(_pair(row, row[columns[0]]), row[columns[1]].strip()) for row in rows]


def _pair(row: Mapping[str, str], marked: str) -> Pair:
    text, spans = unmarked(marked)
    for role, column in (("s", "source"), ("t", "target")):
        if role not in spans:
            named = row.get(column, "").strip()
            at = text.find(named) if named else -1
            spans[role] = Span(at, at + len(named)) if at >= 0 else Span(0, 1)
    return Pair(text, spans["s"], spans["t"], spans.get("v"))


def unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """The sentence without its marks, and the first span of each mark that is not empty."""
    spans: dict[str, Span] = {}
    opened: dict[str, int] = {}
    text, place = "", 0
    for tag in _TAG.finditer(marked):
        text += marked[place : tag.start()]
        place = tag.end()
        role = tag.group(1)
        if not tag.group().startswith("</"):
            opened.setdefault(role, len(text))
        elif role in opened and role not in spans and len(text) > opened[role]:
            spans[role] = Span(opened[role], len(text))
    return text + marked[place:], spans
