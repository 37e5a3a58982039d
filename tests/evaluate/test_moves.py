"""How far scores move: read anew only what was changed, and say what was lost."""

from __future__ import annotations

from pathlib import Path

import pytest
import saying_walkers

from dateline.engine import Limits
from dateline.errors import InputError
from dateline.evaluate.perturb import chosen
from dateline.evaluate.perturb.moves import Flip, Moves, measure

LIMITS = Limits(seconds=60, megabytes=1500)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two reports with a statement each; only the second has a blank line."""
    for name, text in {"a": "Bo Venn said it rains.\n", "b": "Rain.\n\nBo Venn said it rains.\n"}.items():
        at = text.index("Bo")
        spans = (("Source", at, at + 7), ("Cue", at + 8, at + 12), ("Content", at + 13, at + 21))
        lines = [f"T{n}\t{role} {start} {end}\tx\n" for n, (role, start, end) in enumerate(spans)]
        for folder, content in (
            ("text", text),
            ("attributions", f"{''.join(lines)}E1\tA:T1 Source:T0 Cue:T1 Content:T2\n"),
        ):
            (tmp_path / folder).mkdir(exist_ok=True)
            suffix = ".txt" if folder == "text" else "_0001.ann"
            (tmp_path / folder / f"{name}{suffix}").write_text(content, encoding="utf-8")
    return tmp_path


def moved(data: Path, *names: str) -> Moves:
    return measure(data, chosen(names), build=saying_walkers.sayings, limits=LIMITS, workers=1)


def test_a_verb_that_is_not_known_loses_the_statement(data: Path) -> None:
    found = moved(data, "verbs", "no blank lines")
    assert found.original.f1 == (100.0, 100.0)
    verbs, blank = found.moves
    assert (verbs.reports, verbs.edits, found.by(verbs)) == (2, 2, (-100.0, -100.0))
    assert (verbs.lost, verbs.gained) == ((Flip("a", 0), Flip("b", 0)), ())
    assert (blank.reports, found.by(blank), blank.lost) == (1, (0.0, 0.0), ())
    assert found.farthest == 100.0
    assert found.sound


def test_moves_as_json(data: Path) -> None:
    wire = moved(data, "verbs").wire()
    assert wire["original"]["content"] == 100.0
    (verbs,) = wire["perturbations"]
    assert (verbs["name"], verbs["moved"]) == ("verbs", {"content": -100.0, "content_source": -100.0})
    assert verbs["lost"][0] == {"report": "a", "statement": 0}


def test_a_report_that_cannot_be_read_is_named(data: Path) -> None:
    with pytest.raises(InputError, match="a: will not"):
        measure(data, (), build=failing, limits=LIMITS, workers=1)


def failing() -> saying_walkers.Sayings:
    walker = saying_walkers.Sayings()

    def read(capture: object) -> None:
        raise InputError("will not")

    walker.read = read  # type: ignore[method-assign,assignment]
    return walker
