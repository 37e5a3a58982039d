"""Fits the judge of a tier: how likely a choice is right, content and source, by its features."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluate.matching import match
from dateline.evaluate.standoff import Gold
from dateline.extract.statements.choose import Choice
from dateline.extract.statements.extractor import StatementExtractor
from dateline.extract.statements.weighing import Weighing
from dateline.learn.regression import fit_named
from dateline.learn.statements.gold import Annotated

RIDGE = 2.0
FEWEST = 12  # examples that a feature must have to be weighed


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one choice, and whether an annotated statement has its content and its source."""

    features: Mapping[str, float]
    right: bool


def examples(reports: Iterable[Annotated], *, extractor: StatementExtractor, weighing: Weighing) -> Iterator[Example]:
    """Every choice in ``reports``, which the tagger must not have been trained on."""
    for report in reports:
        found = extractor.propose(report.document, report.marks)
        chosen = weighing.choices(found.raw, found.joined, marks=report.marks, context=found.context)
        agreed = right(report.document.text, report.gold, [choice for choice, _ in chosen])
        for at, (_, features) in enumerate(chosen):
            yield Example(features, at in agreed)


def right(text: str, gold: Sequence[Gold], choices: Sequence[Choice]) -> set[int]:
    """Which choices (by place) an annotated statement agrees with, content and source: see ``evaluate.matching``."""
    found = [
        Gold(
            (one.proposal.source,) if one.proposal.source is not None else (),
            (one.proposal.cue,) if one.proposal.cue is not None else (),
            one.proposal.content,
        )
        for one in choices
    ]
    pairs = match(text, gold, found)
    return {pairs.pairs[place] for place in pairs.sourced}


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The judge's weights by feature, rounded as they are written."""
    weights = fit_named([one.features for one in found], [one.right for one in found], ridge=RIDGE, fewest=FEWEST)
    return {name: round(weight, 3) for name, weight in weights.items() if abs(weight) >= 0.001}


def write(place: Path, tier: str, weights: Mapping[str, float]) -> None:
    """Puts ``weights`` under [judge], the last section of the tier's file in ``place``."""
    path = place / f"statements-{tier}.toml"
    kept = path.read_text(encoding="utf-8").partition("[judge]\n")[0]
    lines = [f'"{name}" = {weight}' for name, weight in sorted(weights.items())]
    path.write_text(kept + "[judge]\n" + "\n".join(lines) + "\n", encoding="utf-8")
