"""How far the attribution scores move under each perturbation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker
from dateline.evaluate.attribution import Score, Tally
from dateline.evaluate.matching import Match, kinds
from dateline.evaluate.perturb.edits import Edits
from dateline.evaluate.perturb.suite import Perturbation
from dateline.evaluate.reading import readings
from dateline.evaluate.standoff import Gold, reports
from dateline.model.links import Reading
from dateline.stages import Capture

TARGET = 2.0
"""How many points a score may move."""

Report = tuple[str, str, tuple[Gold, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """One report under one perturbation; without edits it is the report as it is."""

    report: Report
    edits: Edits

    @property
    def text(self) -> str:
        """The text as it is read."""
        return self.edits.apply(self.report[1])

    @property
    def gold(self) -> list[Gold]:
        """The annotated statements in that text, in the order of the original's."""
        return [self.edits.gold(one) for one in self.report[2]]


@dataclass(frozen=True, slots=True)
class Flip:
    """An annotated statement found with its source in one text only: its report, and its number there from 0."""

    report: str
    statement: int


@dataclass(frozen=True, slots=True)
class Move:
    """The score under one perturbation; ``reports`` of them were changed, in ``edits`` places. ``lost`` were found
    in the original only, ``gained`` in the changed text only.
    """

    name: str
    does: str
    reports: int
    edits: int
    score: Score
    lost: tuple[Flip, ...]
    gained: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """The score of the reports as they are, and those under each perturbation."""

    original: Score
    moves: tuple[Move, ...]

    def by(self, move: Move) -> tuple[float, float]:
        """By how many points content, and content and source, differ from the original's."""
        (content, source), (before, sourced) = move.score.f1, self.original.f1
        return round(content - before, 1), round(source - sourced, 1)

    @property
    def farthest(self) -> float:
        """The largest of these differences, without its sign."""
        return max((abs(points) for move in self.moves for points in self.by(move)), default=0.0)

    @property
    def sound(self) -> bool:
        """Whether every span lies in its text and every text came back as it was."""
        scores = [self.original, *(move.score for move in self.moves)]
        return not any(score.bad_anchors or score.changed_texts for score in scores)

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields; scores in per cent, differences in points."""
        return {
            "original": _figures(self.original),
            "target": TARGET,
            "farthest": self.farthest,
            "perturbations": [self._moved(move) for move in self.moves],
        }

    def _moved(self, move: Move) -> dict[str, Any]:
        content, source = self.by(move)
        return {
            "name": move.name,
            "does": move.does,
            "reports": move.reports,
            "edits": move.edits,
            **_figures(move.score),
            "moved": {"content": content, "content_source": source},
            "lost": [{"report": flip.report, "statement": flip.statement} for flip in move.lost],
            "gained": [{"report": flip.report, "statement": flip.statement} for flip in move.gained],
        }


def measure(
    data: Path,
    perturbations: Sequence[Perturbation],
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int = 2,
    tell: Callable[[str], None] = lambda _: None,
) -> Moves:
    """Scores the annotated reports of ``data`` as they are and under each of ``perturbations``.

    A report that a perturbation leaves as it is is not read again. Raises ``InputError`` for one that cannot be read.
    """
    annotated = list(reports(data))
    rounds = [_Round(annotated, one) for one in (None, *perturbations)]
    captures = (Capture(name, "plain", text.encode("utf-8")) for one in rounds for name, text in one.texts())
    found = readings(captures, build=build, limits=limits, workers=workers)
    original: dict[str, Reading] = {}
    for one in rounds:
        for case in one.cases:
            name, *_ = case.report
            reading = original.get(name)
            if reading is None or len(case.edits):
                reading = next(found)
            original.setdefault(name, reading)
            one.add(case, reading)
        tell(one.summary)
    return Moves(rounds[0].score(), tuple(one.move(rounds[0]) for one in rounds[1:]))


class _Round:
    """All reports under one perturbation."""

    def __init__(self, annotated: Sequence[Report], perturbation: Perturbation | None) -> None:
        self._perturbation = perturbation
        self.cases = [Case(report, perturbation.edits(*report) if perturbation else Edits(())) for report in annotated]
        self._tally = Tally()
        self._sourced: dict[str, frozenset[int]] = {}

    def texts(self) -> Iterator[tuple[str, str]]:
        """(locator, text) of what has to be read."""
        for case in self.cases:
            if self._perturbation is None or len(case.edits):
                label = f"{self._perturbation.name}: " if self._perturbation else ""
                yield f"{label}{case.report[0]}", case.text

    def add(self, case: Case, reading: Reading) -> None:
        name, text, gold = case.report
        sorts = [kinds(text, one) for one in gold]
        found: Match = self._tally.add(case.text, case.gold, reading, sorts=sorts)
        self._sourced[name] = found.sourced

    @property
    def summary(self) -> str:
        name = self._perturbation.name if self._perturbation else "as they are"
        return f"{name}: {' / '.join(f'{points:g}' for points in self.score().f1)}"

    def score(self) -> Score:
        return self._tally.score()

    def move(self, original: _Round) -> Move:
        assert self._perturbation is not None
        return Move(
            name=self._perturbation.name,
            does=self._perturbation.does,
            reports=sum(len(case.edits) > 0 for case in self.cases),
            edits=sum(len(case.edits) for case in self.cases),
            score=self.score(),
            lost=tuple(original._not_in(self)),
            gained=tuple(self._not_in(original)),
        )

    def _not_in(self, other: _Round) -> Iterator[Flip]:
        for report, sourced in self._sourced.items():
            for number in sorted(sourced - other._sourced[report]):
                yield Flip(report, number)


def _figures(score: Score) -> dict[str, Any]:
    content, source = score.f1
    return {
        "content": content,
        "content_source": source,
        "direct_with_source": score.recall("direct"),
        "bad_anchors": score.bad_anchors,
        "changed_texts": score.changed_texts,
    }
