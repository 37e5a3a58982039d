"""Fits the weights of reporting words on annotated reports: writes vocab/data/cues.csv and cue_weights.toml.

    python tools/fit_cues.py --data POLNEAR_TRAIN --out src/dateline/vocab/data

DATA holds text/ and attributions/ in brat standoff (see docs/evaluation.md). For each proposal of the statement
extractor it is asked whether the annotators have a statement there (cue shared, contents alike by half); the weights
are those of an L2-regularised logistic regression over (a) the smoothed share of a word's uses in a construction that
report, its own report left out, (b) the word's record in other constructions, (c) the construction, (d) the
circumstances that `extract/statements/context.py` names. Only words, constructions and numbers leave the data.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from dateline.evaluate.standoff import Gold, reports
from dateline.extract.grammar import Grammar
from dateline.extract.statements.context import Context
from dateline.extract.statements.nouns import NounFrames
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.verbs import VerbFrames
from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.model.marks import Marks, Quote
from dateline.model.text import Document, Span
from dateline.vocab.cues import Cues
from dateline.vocab.load import table

SMOOTHING = 3.0  # uses that a construction's own share counts for beside a word's record
RIDGE = 3.0  # the L2 penalty on the weights
FEWEST = 4  # a construction with fewer reporting uses is not kept
SEEN = 3  # a word that was seen less often in a construction, and never reporting, is not listed
CLOSE = 0.15  # a word within this of its construction's default is not listed


@dataclass(frozen=True, slots=True)
class Use:
    """A word in a construction, its circumstances, and whether it reports there."""

    lemma: str
    frame: str
    circumstances: tuple[str, ...]
    reports: bool


def main() -> None:
    """Reads the data, fits, writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--first", type=int, default=None, help="use only the first N reports")
    given = parser.parse_args()
    uses = list(_uses(given.data, given.first))
    record = Record(uses)
    names, weights = fit(uses, record)
    write(given.out, record, dict(zip(names, weights, strict=True)))


def _uses(data: Path, first: int | None) -> Iterator[Use]:
    markers = (PartMarker(table("parts")), QuoteMarker(table("quotemarks")), LinguisticMarker(load_model()))
    cues = Cues.load()
    for number, (_, text, gold) in enumerate(reports(data)):
        if first is not None and number >= first:
            return
        document = Document(id="train", text=text, language="en")
        marks = Marks()
        for marker in markers:
            marks = marks.plus(marker.mark(document, marks))
        yield from uses_in(text, marks, gold, cues=cues)


def uses_in(text: str, marks: Marks, gold: tuple[Gold, ...], *, cues: Cues) -> Iterator[Use]:
    """Every use of a word in a construction in one report."""
    grammar = Grammar(marks)
    verbs = VerbFrames(grammar, cues)
    context = Context(grammar, marks.every(Quote))
    for proposal in (*verbs.propose(), *NounFrames(grammar, verbs).propose()):
        found = any(_same(text, proposal, one) for one in gold)
        yield Use(proposal.lemma, proposal.frame, tuple(context.of(proposal)), found)


def _same(text: str, proposal: Proposal, gold: Gold) -> bool:
    ours, theirs = _letters(text, proposal.content), _letters(text, gold.content)
    alike = len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0
    cue = _letters(text, (proposal.cue,) if proposal.cue else ())
    return alike >= 0.5 and (not gold.cue or bool(cue & _letters(text, gold.cue)))


def _letters(text: str, spans: tuple[Span, ...]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}


class Record:
    """How often words and constructions report."""

    def __init__(self, uses: list[Use]) -> None:
        self.pairs: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        self.frames: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for use in uses:
            for tally in (self.pairs[use.lemma, use.frame], self.frames[use.frame]):
                tally[0] += 1
                tally[1] += use.reports
        self.words: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for (lemma, frame), (seen, hits) in self.pairs.items():
            self.words[lemma][0] += hits
            self.words[lemma][1] += seen * self.share(frame)

    def share(self, frame: str) -> float:
        """The share of a construction's uses that report."""
        seen, hits = self.frames.get(frame, (0, 0))
        return (hits + 0.5) / (seen + 5)

    def evidence(self, lemma: str, frame: str, without: bool | None = None) -> tuple[float, float]:
        """Log-odds of the word in the construction, and log of its luck in others; ``without`` leaves one use out."""
        seen, hits = self.pairs.get((lemma, frame), (0, 0))
        all_hits, expected = self.words.get(lemma, (0.0, 0.0))
        share = self.share(frame)
        others = (all_hits - hits + 1) / (expected - seen * share + 1)
        if without is not None:
            seen, hits = seen - 1, hits - without
        odds = (hits + SMOOTHING * share) / (seen + SMOOTHING)
        odds = min(max(odds, 0.002), 0.998)
        return float(np.log(odds / (1 - odds))), float(np.log(max(others, 0.05)))


def fit(uses: list[Use], record: Record) -> tuple[list[str], np.ndarray]:
    """Feature names and weights, by Newton's method; the first is the intercept, which is not penalised."""
    names = ["", "word", "others", *sorted({f"frame:{u.frame}" for u in uses if record.frames[u.frame][1] >= FEWEST})]
    names += sorted({name for use in uses for name in use.circumstances})
    column = {name: at for at, name in enumerate(names)}
    rows = np.zeros((len(uses), len(names)), dtype=np.float32)
    for at, use in enumerate(uses):
        rows[at, :3] = 1.0, *record.evidence(use.lemma, use.frame, use.reports)
        for name in (f"frame:{use.frame}", *use.circumstances):
            if name in column:
                rows[at, column[name]] = 1.0
    truth = np.array([use.reports for use in uses], dtype=np.float64)
    weights = np.zeros(len(names))
    ridge = np.full(len(names), RIDGE)
    ridge[0] = 1e-6
    for _ in range(25):
        chance = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ (truth - chance) - ridge * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return names, weights


def write(out: Path, record: Record, weights: dict[str, float]) -> None:
    frames = {f: weights[f"frame:{f}"] for f in sorted(record.frames) if f"frame:{f}" in weights}
    slope, start = weights["word"], weights[""]
    default = {frame: weight + start + slope * record.evidence("", frame)[0] for frame, weight in frames.items()}
    lines = [
        "# Weights of reporting words: log-odds that a word in a construction reports. Made by tools/fit_cues.py.",
        '# Frame "*" is added to the default of a construction (cue_weights.toml) that a word is not listed with.',
        "# Fitted on PolNeAR train (no licence stated; only words, constructions and numbers are taken). Apache-2.0.",
        "lemma,frame,weight",
    ]
    for lemma in sorted(record.words):
        if not lemma.isascii() or not lemma.replace("-", "").isalpha():
            continue
        _, luck = record.evidence(lemma, "")
        other = weights["others"] * luck
        if abs(other) > CLOSE:
            lines.append(f"{lemma},*,{other:.2f}")
        for frame in (f for (word, f) in sorted(record.pairs) if word == lemma and f in frames):
            seen, hits = record.pairs[lemma, frame]
            if seen < SEEN and not hits:
                continue
            mine, others = record.evidence(lemma, frame)
            weight = start + slope * mine + weights["others"] * others + frames[frame]
            if abs(weight - default[frame] - (other if abs(other) > CLOSE else 0.0)) > CLOSE:
                lines.append(f"{lemma},{frame},{weight:.2f}")
    (out / "cues.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    circumstances = {n: w for n, w in weights.items() if n not in ("", "word", "others") and not n.startswith("frame:")}
    _write_weights(out / "cue_weights.toml", default, circumstances)


def _write_weights(path: Path, default: dict[str, float], circumstances: dict[str, float]) -> None:
    lines = [
        "# Made by tools/fit_cues.py from PolNeAR train (no licence stated; only numbers are taken). Apache-2.0.",
        "",
        "[frames]  # log-odds of a construction with a word that cues.csv does not list",
        *(f'"{frame}" = {weight:.2f}' for frame, weight in sorted(default.items())),
        "",
        "[context]  # what each circumstance adds; see extract/statements/context.py",
        *(f'"{name}" = {weight:.2f}' for name, weight in sorted(circumstances.items()) if abs(weight) >= 0.01),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
