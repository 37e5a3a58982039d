"""The speakers benchmark: is the entity that a statement gives as its speaker the right one?

Each statement whose source overlaps an annotated source mention is judged, against the mention most like its source.
The speaker is right when its entity has a mention that overlaps a full name of the annotated somebody, and none that
is the full name of somebody else. For somebody whom the text never names it is right when it is no named entity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from dateline.engine import Limits, Walker
from dateline.errors import InputError
from dateline.evaluate.gold import Annotated, SourceMention, annotated
from dateline.evaluate.matching import core, letters
from dateline.evaluate.reading import readings
from dateline.model.links import Reading
from dateline.model.records import Statement
from dateline.model.text import Span
from dateline.stages import Capture

KINDS = ("name", "pronoun", "nominal", "collective", "document", "media", "unnamed")

Verdict = Literal["right", "wrong", "unlinked"]

_NAMING = frozenset({"name", "names joined"})  # bases of mentions that are names


@dataclass(frozen=True, slots=True)
class Judged:
    """A source mention and what was made of it: the verdict on one statement of its, or None if it has none.

    ``named``: the text names who it is. ``given`` is the name of the speaker's entity, or None.
    """

    collection: str
    line: int
    report: str
    source: SourceMention
    named: bool
    verdict: Verdict | None
    given: str | None = None

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields."""
        span = self.source.span
        return {
            "report": self.report,
            "source": [span.start, span.end],
            "kind": self.source.kind,
            "entity": self.source.entity,
            "verdict": self.verdict,
            "given": self.given,
        }


@dataclass(frozen=True, slots=True)
class Score:
    """Everything that was judged, report by report."""

    judged: tuple[Judged, ...]

    def counts(self, **wanted: Any) -> dict[str, Any]:
        """Of the judged with those fields ("kind" included): source mentions, those without a statement, statements,
        how many are right, wrong and unlinked, and the share that is right in per cent (None of none).
        """
        some = [one for one in self.judged if all(_field(one, key) == value for key, value in wanted.items())]
        tally = Counter(one.verdict for one in some)
        statements = len(some) - tally[None]
        return {
            "mentions": len({(one.report, one.source.span) for one in some}),
            "without_statement": tally[None],
            "statements": statements,
            "right": tally["right"],
            "wrong": tally["wrong"],
            "unlinked": tally["unlinked"],
            "share": round(100 * tally["right"] / statements, 1) if statements else None,
        }

    def wire(self) -> dict[str, Any]:
        """The figures as plain values, in all and by collection, kind and half; shares are in per cent."""
        collections = sorted({one.collection for one in self.judged})
        return {
            "reports": len({(one.collection, one.report) for one in self.judged}),
            "all": self.counts(),
            "named": self.counts(named=True),
            "never_named": self.counts(named=False),
            "kinds": self._kinds(),
            "kinds_named": self._kinds(named=True),
            "collections": {
                name: {"all": self.counts(collection=name), **self._kinds(collection=name)} for name in collections
            },
            "halves": {half: {"all": self.counts(half=half), **self._kinds(half=half)} for half in ("even", "odd")},
            "misses": [one.wire() for one in self.judged if one.verdict not in {"right", None}],
        }

    def _kinds(self, **wanted: Any) -> dict[str, Any]:
        found = {kind: self.counts(kind=kind, **wanted) for kind in KINDS}
        return {kind: counts for kind, counts in found.items() if counts["mentions"]}


def measure(
    gold: Path,
    data: Path,
    *,
    build: Callable[[], Walker],
    limits: Limits,
    workers: int = 2,
    tell: Callable[[str], None] = lambda _: None,
) -> Score:
    """Reads the annotated reports (see ``gold.annotated``) and judges the speakers of their statements.

    Raises ``InputError`` for a report that cannot be read or comes back with another text.
    """
    reports = annotated(gold, data)
    captures = [Capture(one.report, "plain", one.text.encode("utf-8")) for one in reports]
    found = readings(captures, build=build, limits=limits, workers=workers, tell=tell, total=len(captures))
    judged = [verdict for one, reading in zip(reports, found, strict=True) for verdict in judge(one, reading)]
    return Score(tuple(judged))


def judge(report: Annotated, reading: Reading) -> Iterator[Judged]:
    """The verdicts on the statements of one report, then the source mentions that have no statement.

    Raises ``InputError`` when the reading is of another text.
    """
    if reading.document.text != report.text:
        raise InputError(f"{report.report}: the text has changed while it was read")
    cast = _Cast(report, reading)
    met: set[SourceMention] = set()
    for record in reading.records:
        if isinstance(record, Statement) and record.source is not None:
            source = _most_alike(report.text, record.source, report.sources)
            if source is not None:
                met.add(source)
                yield cast.judged(source, cast.verdict(source, record), cast.name(record))
    yield from (cast.judged(source, None) for source in report.sources if source not in met)


class _Cast:
    """Who the entities of a reading are, by the places where they are named."""

    def __init__(self, report: Annotated, reading: Reading) -> None:
        self._report = report
        resolution = reading.resolution
        spans = {mention.id: mention.span for mention in resolution.mentions}
        links = [link for link in resolution.links if link.role == "mention" and link.subject in spans]
        self._speakers = {link.subject: link.entity for link in resolution.links if link.role == "speaker"}
        self._names = {entity.id: entity.name for entity in resolution.entities}
        self._mentions: dict[str, list[Span]] = {}
        self._named: dict[str, list[Span]] = {}
        for link in links:
            self._mentions.setdefault(link.entity, []).append(spans[link.subject])
            if link.basis in _NAMING:
                self._named.setdefault(link.entity, []).append(spans[link.subject])

    def verdict(self, source: SourceMention, statement: Statement) -> Verdict:
        entity = self._speakers.get(statement.id)
        names = self._report.names[source.entity]
        if not names:
            return "wrong" if entity in self._named else "right"
        if entity is None:
            return "unlinked"
        met = any(span.overlaps(name) for span in self._mentions.get(entity, ()) for name in names)
        return "right" if met and not self._somebody_else(entity, names) else "wrong"

    def name(self, statement: Statement) -> str | None:
        return self._names.get(self._speakers.get(statement.id, ""))

    def judged(self, source: SourceMention, verdict: Verdict | None, given: str | None = None) -> Judged:
        report = self._report
        named = bool(report.names[source.entity])
        return Judged(report.collection, report.line, report.report, source, named, verdict, given)

    def _somebody_else(self, entity: str, names: Sequence[Span]) -> bool:
        """Whether the entity also has a mention that is exactly a full name of another of the annotated."""
        text = self._report.text
        own = {core(text, name) for name in names}
        others = {core(text, name) for spans in self._report.names.values() for name in spans} - own
        return any(core(text, span) in others for span in self._named.get(entity, ()))


def _most_alike(text: str, span: Span, sources: Sequence[SourceMention]) -> SourceMention | None:
    """The source mention that shares most of its letters with ``span`` (Jaccard); None where none shares any."""
    ours = letters(text, [span])
    best: tuple[float, SourceMention] | None = None
    for source in sources:
        if source.span.overlaps(span):
            theirs = letters(text, [source.span])
            alike = len(ours & theirs) / max(1, len(ours | theirs))
            if alike and (best is None or alike > best[0]):
                best = alike, source
    return best[1] if best else None


def _field(one: Judged, key: str) -> Any:
    if key == "half":
        return "odd" if one.line % 2 else "even"
    return one.source.kind if key == "kind" else getattr(one, key)
