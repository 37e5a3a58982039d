"""The benchmark of places: are they found in the text, and is each the right one on the map?

A place is right when its GeoNames id is the annotated one, or it lies within 161 km (100 miles) of it. Countries count.
What is found where only a place without coordinates is annotated counts neither way once it is put on the map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker
from dateline.evaluate import calibration
from dateline.evaluate.calibration import Judged
from dateline.evaluate.mentions import Annotated, Text, f1, figure, flaws, match, overlap, read, share, texts
from dateline.model.globe import kilometres
from dateline.model.links import Entity, Mention, Reading

NEAR = 161.0  # km
KINDS = frozenset({"place", "country", "region", "installation"})
_NO_PLACES = ("Literal_Expression", "Non_Lit_Expression")
_COLUMNS = ("gold", "found", "tagged", "strict", "located", "resolved", "matched", "right", "reached")

Found = tuple[Mention, Entity | None]


@dataclass(frozen=True, slots=True)
class Score:
    """``counts`` has a row for each text, with ``_COLUMNS``. ``groups`` counts what was put on the map and matched, by
    use and by precision: how many, and how many right. ``judged`` has their scores.
    """

    counts: tuple[tuple[int, ...], ...]
    groups: Mapping[str, Mapping[str, tuple[int, int]]]
    judged: tuple[Judged, ...]
    misses: tuple[dict[str, Any], ...]
    bad_anchors: int = 0
    changed_texts: int = 0

    def wire(self) -> dict[str, Any]:
        """The figures as plain values in per cent, each with its 95 % interval; those of ``calibration`` are of 1."""
        at = {name: number for number, name in enumerate(_COLUMNS)}
        sums = {name: sum(row[number] for row in self.counts) for name, number in at.items()}
        return {
            "texts": len(self.counts),
            "annotated": sums["gold"],
            "found": sums["found"],
            "located": sums["located"],
            "resolved": sums["resolved"],
            "tagged": figure(self.counts, lambda row: f1(row[2], row[1], row[0])),
            "strict": figure(self.counts, lambda row: f1(row[3], row[1], row[0])),
            "f1_161": figure(self.counts, lambda row: f1(row[7], row[5], row[4])),
            "acc_161": figure(self.counts, lambda row: share(row[7], row[6])),
            "acc_of_tagged": figure(self.counts, lambda row: share(row[7], row[8])),
            "groups": {
                name: {
                    key: {"matched": n, "right": round(100 * right / n, 1)} for key, (n, right) in sorted(group.items())
                }
                for name, group in self.groups.items()
            },
            "calibration": calibration.wire(self.judged),
            "misses": list(self.misses),
            "bad_anchors": self.bad_anchors,
            "changed_texts": self.changed_texts,
        }


def measure(
    data: Path,
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int = 2,
    tell: Callable[[str], None] = lambda _: None,
) -> Score:
    """Reads the texts of a JSON Lines file with ``places`` and scores the places found.

    Raises ``UsageError`` when there is nothing to read, ``InputError`` for a line or text that cannot be read.
    """
    tally = Tally()
    for one, reading in read(texts(data, "places"), build=build, limits=limits, workers=workers, tell=tell):
        tally.add(one, reading)
    return tally.score()


@dataclass(slots=True)
class Tally:
    """Adds up texts: for cross-validation, one tally may take the texts of all folds."""

    _counts: list[tuple[int, ...]] = field(default_factory=list)
    _groups: dict[str, dict[str, list[int]]] = field(default_factory=lambda: {"use": {}, "precision": {}})
    _judged: list[Judged] = field(default_factory=list)
    _misses: list[dict[str, Any]] = field(default_factory=list)
    _flaws: Counter[str] = field(default_factory=Counter)

    def add(self, one: Text, reading: Reading) -> None:
        """Counts one text."""
        bad, changed = flaws(one, reading)
        self._flaws.update(bad=bad, changed=changed)
        gold = [x for x in one.gold if _is_place(x)]
        found = _found(reading)
        tagged = match([_stretch(x) for x in gold], [_at(x) for x in found])
        strict = sum(hit is not None and _at(found[hit]) == _stretch(gold[n]) for n, hit in enumerate(tagged))
        located = [x for x in gold if x.get("lat") is not None]
        resolved = _counting(found, gold, located)
        reached = sum(h is not None for h in match([_stretch(x) for x in located], [_at(x) for x in found]))
        pairs = match([_stretch(x) for x in located], [_at(x) for x in resolved])
        right = 0
        for wanted, hit in zip(located, pairs, strict=True):
            right += self._judge(one, wanted, None if hit is None else resolved[hit])
        numbers = (len(gold), len(found), sum(h is not None for h in tagged), strict)
        matched = sum(hit is not None for hit in pairs)
        self._counts.append((*numbers, len(located), len(resolved), matched, right, reached))

    def _judge(self, one: Text, wanted: Annotated, got: Found | None) -> bool:
        """Whether what was found for an annotated place is the right one; notes it where it is not."""
        entity = None if got is None else got[1]
        right = entity is not None and is_right(entity, wanted)
        if got is not None and entity is not None:
            for name, value in (("use", got[0].use), ("precision", entity.precision)):
                numbers = self._groups[name].setdefault(value or "none", [0, 0])
                numbers[0] += 1
                numbers[1] += right
            if entity.score is not None:
                self._judged.append((entity.score, right))
        if not right:
            start, end = _stretch(wanted)
            given = None if entity is None else entity.id
            miss = {"text": one.id, "span": [start, end], "words": one.text[start:end]}
            self._misses.append({**miss, "wanted": wanted.get("geonames"), "given": given})
        return right

    def score(self) -> Score:
        """The sums as they stand."""
        return Score(
            counts=tuple(self._counts),
            groups={name: {key: (n, r) for key, (n, r) in group.items()} for name, group in self._groups.items()},
            judged=tuple(self._judged),
            misses=tuple(self._misses),
            bad_anchors=self._flaws["bad"],
            changed_texts=self._flaws["changed"],
        )


def is_right(entity: Entity, wanted: Annotated) -> bool:
    """Whether it is the annotated place, or near enough to it."""
    if wanted.get("geonames") and str(entity.geonames) == str(wanted["geonames"]):
        return True
    if entity.lat is None or entity.lon is None:
        return False
    return kilometres(entity.lat, entity.lon, wanted["lat"], wanted["lon"]) <= NEAR


def _found(reading: Reading) -> list[Found]:
    entities = {one.id: one for one in reading.resolution.entities}
    links = {link.subject: link.entity for link in reading.resolution.links if link.role == "mention"}
    return [(one, entities.get(links.get(one.id, ""))) for one in reading.resolution.mentions if one.kind in KINDS]


def _counting(found: list[Found], gold: list[Annotated], located: list[Annotated]) -> list[Found]:
    """What was put on the map, less what stands only where places without coordinates are annotated."""
    open_ones = [_stretch(x) for x in gold if x.get("lat") is None]
    known = [_stretch(x) for x in located]
    return [
        one
        for one in found
        if one[1] is not None
        and (one[1].lat is not None or one[1].geonames)
        and (not any(overlap(_at(one), x) for x in open_ones) or any(overlap(_at(one), x) for x in known))
    ]


def _is_place(wanted: Annotated) -> bool:
    kind = str(wanted.get("type") or "")
    return not kind.startswith("Non_Top") and kind not in _NO_PLACES


def _stretch(wanted: Annotated) -> tuple[int, int]:
    return wanted["start"], wanted["end"]


def _at(found: Found) -> tuple[int, int]:
    return found[0].span.start, found[0].span.end
