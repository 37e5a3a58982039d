"""The attribution benchmark: our statements against annotated ones, with the peers' scores beside.

A content is found when its letters and digits share at least half (Jaccard) with an annotated content, one to one,
best pairs first; with source when the sources overlap too, or neither has one (protocol of docs/evaluation.md).
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.engine import Limits, Walker, in_order, run
from dateline.errors import InputError
from dateline.evaluate.standoff import Gold, reports
from dateline.model.links import Reading
from dateline.model.records import Statement
from dateline.model.text import Span
from dateline.stages import Capture

_ALIKE = 0.5
_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you", "who", "which", "that", "his", "her", "their"])


@dataclass(frozen=True, slots=True)
class Score:
    """What was found in how many; ``kinds`` gives (annotated, found, found with source) by kind of statement."""

    gold: int
    found: int
    content: int
    source: int
    exact: dict[str, tuple[int, int, int]]
    kinds: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    bad_anchors: int = 0
    changed_texts: int = 0

    def wire(self) -> dict[str, Any]:
        """The figures as plain values; shares are in per cent."""
        return {
            "annotated": self.gold,
            "found": self.found,
            "content": _f1(self.content, self.found, self.gold),
            "content_source": _f1(self.source, self.found, self.gold),
            "exact": {role: _f1(*tally) for role, tally in self.exact.items()},
            "recall": {
                kind: {"annotated": n, "content": _share(hits, n), "content_source": _share(both, n)}
                for kind, (n, hits, both) in sorted(self.kinds.items())
            },
            "bad_anchors": self.bad_anchors,
            "changed_texts": self.changed_texts,
        }


def peers() -> list[dict[str, Any]]:
    """The rows of others: name, and those of content, content_source, exact, direct_with_source that are known."""
    text = files("dateline.evaluate").joinpath("peers.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["attribution"]
    return rows


def measure(
    data: Path,
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int = 2,
    tell: Callable[[str], None] = lambda _: None,
) -> Score:
    """Reads the annotated reports of ``data`` (see ``standoff.reports``) and scores the statements found."""
    annotated = list(reports(data))
    captures = [Capture(name, "plain", text.encode("utf-8")) for name, text, _ in annotated]
    tally = Tally()
    outcomes = in_order(run(captures, workers=workers, limits=limits, build=build))
    for (name, text, gold), outcome in zip(annotated, outcomes, strict=True):
        if outcome.reading is None:
            raise InputError(f"{name}: {outcome.reason}")
        tally.add(text, gold, outcome.reading)
        if outcome.index % 20 == 19:
            tell(f"{outcome.index + 1} of {len(annotated)} reports")
    return tally.score()


class Tally:
    """Adds up reports."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._exact: dict[str, list[int]] = {role: [0, 0, 0] for role in ("source", "cue", "content")}
        self._kinds: dict[str, list[int]] = {}

    def add(self, text: str, gold: Sequence[Gold], reading: Reading) -> None:
        """Counts one report: its annotated statements against those of its reading."""
        statements = [record for record in reading.records if isinstance(record, Statement)]
        self._counts["changed"] += reading.document.text != text
        self._counts["bad"] += sum(span.end > len(text) for one in statements for span in one.spans)
        self._counts["gold"] += len(gold)
        self._counts["found"] += len(statements)
        self._add_exact(text, gold, statements)
        matched = _matched(text, gold, statements)
        for number, one in enumerate(gold):
            statement = matched.get(number)
            both = statement is not None and _same_source(text, one, statement)
            self._counts["content"] += statement is not None
            self._counts["source"] += both
            for kind in _kinds_of(text, one):
                counts = self._kinds.setdefault(kind, [0, 0, 0])
                counts[0] += 1
                counts[1] += statement is not None
                counts[2] += both

    def _add_exact(self, text: str, gold: Sequence[Gold], statements: Sequence[Statement]) -> None:
        theirs = {
            "source": {_core(text, s) for one in gold for s in one.source},
            "cue": {_core(text, s) for one in gold for s in one.cue},
            "content": {_core(text, s) for one in gold for s in one.content},
        }
        ours = {
            "source": {_core(text, one.source) for one in statements if one.source},
            "cue": {_core(text, one.cue) for one in statements if one.cue},
            "content": {_core(text, s) for one in statements for s in one.content},
        }
        for role, counts in self._exact.items():
            counts[0] += len(theirs[role] & ours[role])
            counts[1] += len(ours[role])
            counts[2] += len(theirs[role])

    def score(self) -> Score:
        """The sums as they stand."""
        counts = self._counts
        return Score(
            gold=counts["gold"],
            found=counts["found"],
            content=counts["content"],
            source=counts["source"],
            exact={role: (a, b, c) for role, (a, b, c) in self._exact.items()},
            kinds={kind: (a, b, c) for kind, (a, b, c) in self._kinds.items()},
            bad_anchors=counts["bad"],
            changed_texts=counts["changed"],
        )


def _matched(text: str, gold: Sequence[Gold], statements: Sequence[Statement]) -> dict[int, Statement]:
    """Annotated statements (by number) with ours, one to one, the most alike first."""
    theirs = [_letters(text, one.content) for one in gold]
    ours = [_letters(text, one.content) for one in statements]
    pairs = sorted(
        ((len(a & b) / len(a | b), i, j) for i, a in enumerate(theirs) for j, b in enumerate(ours) if a & b),
        reverse=True,
    )
    matched: dict[int, Statement] = {}
    taken: set[int] = set()
    for alike, i, j in pairs:
        if alike < _ALIKE:
            break
        if i not in matched and j not in taken:
            taken.add(j)
            matched[i] = statements[j]
    return matched


def _same_source(text: str, gold: Gold, statement: Statement) -> bool:
    theirs = _letters(text, gold.source)
    ours = _letters(text, [statement.source] if statement.source else [])
    return bool(theirs & ours) or (not theirs and not ours)


def _kinds_of(text: str, gold: Gold) -> Iterator[str]:
    letters = _letters(text, gold.content)
    share = len(letters & _quoted(text)) / max(1, len(letters))
    yield "direct" if share >= 0.98 else "indirect" if share == 0 else "mixed"
    if len(gold.content) > 1:
        yield "discontinuous"
    if not gold.source:
        yield "no source"
    elif " ".join(text[s.start : s.end] for s in gold.source).strip().lower() in _PRONOUNS:
        yield "pronoun source"


def _quoted(text: str) -> set[int]:
    inside, quoted = False, set()
    for at, sign in enumerate(text):
        if sign in "\n”":
            inside = False
        elif sign == "“":
            inside = True
        elif sign == '"':
            inside = not inside
        elif inside:
            quoted.add(at)
    return quoted


def _letters(text: str, spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}


def _core(text: str, span: Span) -> tuple[int, int]:
    """The span without what is no letter or digit at its ends."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _f1(hits: int, found: int, gold: int) -> float:
    return round(200 * hits / max(1, found + gold), 1)


def _share(hits: int, of: int) -> float:
    return round(100 * hits / max(1, of), 1)
