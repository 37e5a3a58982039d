"""Cross-validation: every report is read with weights that were fitted on others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.config import settings
from dateline.evaluate.mentions import texts
from dateline.evaluate.places import Tally
from dateline.learn.places.fitting import Fitted, Tell, fit, is_right
from dateline.learn.places.lessons import Lesson
from dateline.model import wire
from dateline.model.links import Reading
from dateline.model.marks import Sentence, Toponym
from dateline.registry import pipeline
from dateline.resolve.places.atlas import Atlas
from dateline.resolve.places.ranker import Ranker
from dateline.vocab.gazetteer import Gazetteer
from dateline.weights import RULES, PlaceWeights


def cross(
    lessons: Sequence[Lesson], gazetteer: Gazetteer, *, data: Sequence[Path], out: Path, tell: Tell
) -> Iterator[str]:
    """Writes the readings of each file of ``data`` to ``out`` in the wire form; gives a line on how right they are."""
    readings: dict[str, dict[int, Reading]] = {}
    counts: dict[str, Counter[str]] = {}
    kept = [(at, one) for at, one in enumerate(lessons) if not one.moved]
    for fold in sorted({lesson.fold for lesson in lessons}):
        tell(f"fold {fold}")
        fitted = fit([one for one in lessons if one.fold != fold], gazetteer, tell)
        reader = pipeline(settings(tier=RULES), places=PlaceWeights(fitted.toponyms, fitted.ranker))
        for at, lesson in kept:
            if lesson.fold == fold:
                readings.setdefault(lesson.collection, {})[at] = reader.walk(lesson.document, language="en")
                counts.setdefault(lesson.collection, Counter()).update(_given_the_span(lesson, fitted, gazetteer))
    for path in data:
        own = [reading for _, reading in sorted(readings[path.stem].items())]
        lines = (wire.dumps(wire.reading(reading)) for reading in own)
        (out / f"{path.stem}.scan.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        yield f"{path.stem}: {_end_to_end(path, own)}; {_shares(counts[path.stem])}"


def _end_to_end(path: Path, readings: Sequence[Reading]) -> str:
    tally = Tally()
    for text, reading in zip(texts(path, "places"), readings, strict=True):
        tally.add(text, reading)
    found = tally.score().wire()
    figures = ((name, found[name]) for name in ("tagged", "f1_161", "acc_161"))
    shown = ", ".join(f"{name} {one['value']} ({one['low']} to {one['high']})" for name, one in figures)
    errors = ", ".join(f"{found['calibration'][f'error_{bins}']:.3f}" for bins in ("equal_width", "equal_mass"))
    return f"{shown}, calibration error {errors}"


def _shares(counts: Counter[str]) -> str:
    right, total, some = (counts[key] for key in ("right", "total", "some"))
    shares = f"{100 * right / total:.1f} % right, {100 * some / total:.1f} % with a candidate near"
    return f"{total} annotated toponyms, given their spans {shares}"


def _given_the_span(lesson: Lesson, fitted: Fitted, gazetteer: Gazetteer) -> Counter[str]:
    """How many of the annotated toponyms get the right place when it is known that they are toponyms."""
    gold = [one for one in lesson.gold if one.lat is not None]
    atlas = Atlas(lesson.document, [Toponym(one.span, "literal", 1.0) for one in gold], gazetteer)
    found = Counter(total=len(gold))
    for ranked in Ranker(fitted.ranker).rank(atlas, lesson.marks.every(Sentence)):
        for toponym in ranked.form.toponyms:
            found["right"] += _right(lesson, toponym, [(ranked.place.number, ranked.place.lat, ranked.place.lon)])
            near = [(one.place.number, one.place.lat, one.place.lon) for one in ranked.form.candidates]
            found["some"] += _right(lesson, toponym, near)
    return found


def _right(lesson: Lesson, toponym: Toponym, places: Sequence[tuple[int, float | None, float | None]]) -> bool:
    return any(is_right(lesson, toponym.span, number, (lat, lon)) for number, lat, lon in places)
