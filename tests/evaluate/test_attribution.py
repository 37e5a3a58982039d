"""Which found statements count as right, and what the figures say of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import saying_walkers

from dateline.engine import Limits
from dateline.evaluate.attribution import Tally, measure
from dateline.evaluate.matching import kinds, match
from dateline.evaluate.standoff import Gold
from dateline.model.links import Reading
from dateline.model.records import Statement
from dateline.model.text import Document, Span

TEXT = "Ada Quill said it rains in Marrowgate. “It pours,” said Bo Venn, “and it hails.” He added that nobody minds."


def at(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


def gold(source: str | None, cue: str, *content: str) -> Gold:
    return Gold(at(source) if source else (), at(cue), at(*content))


RAINS = gold("Ada Quill", "said", "it rains in Marrowgate")
POURS = gold("Bo Venn", "said", "“It pours,”", "“and it hails.”")
MINDS = gold("He", "added", "that nobody minds")


def statement(one: Gold, *, score: float = 1.0, source: Span | None = None) -> Statement:
    who = source or (one.source[0] if one.source else None)
    return Statement("s", "report", who, one.cue[0], one.content, "indirect", "says", score=score)


def score(*statements: Statement, annotated: tuple[Gold, ...] = (RAINS, POURS, MINDS)):  # type: ignore[no-untyped-def]
    tally = Tally()
    tally.add(TEXT, annotated, Reading(Document("report", TEXT), statements))
    return tally.score()


def test_everything_found_is_a_hundred() -> None:
    found = score(*map(statement, (RAINS, POURS, MINDS)))
    assert found.f1 == (100.0, 100.0)
    assert set(found.wire()["exact"].values()) == {100.0}


def test_half_of_the_letters_are_enough() -> None:
    (rains,) = RAINS.content
    half, less = Span(rains.start, rains.start + 13), Span(rains.start, rains.start + 12)  # 10 and 9 of 19 letters
    assert match(TEXT, [RAINS], [Gold((), (), (half,))]).pairs == {0: 0}
    assert match(TEXT, [RAINS], [Gold((), (), (less,))]).pairs == {}


def test_a_content_is_found_once() -> None:
    found = score(statement(RAINS), statement(RAINS))
    assert (found.found, found.content) == (2, 1)


def test_the_most_alike_are_paired_first() -> None:
    wider = Gold((), (), (Span(0, at("it rains in Marrowgate")[0].end),))
    assert match(TEXT, [RAINS], [wider, RAINS]).pairs == {0: 1}


def test_a_wrong_source_counts_as_content_only() -> None:
    found = score(statement(RAINS, source=at("Bo Venn")[0]), annotated=(RAINS,))
    assert found.f1 == (100.0, 0.0)


def test_no_source_is_right_where_none_is_annotated() -> None:
    nobody = gold(None, "said", "it rains in Marrowgate")
    assert score(statement(nobody), annotated=(nobody,)).f1 == (100.0, 100.0)
    assert score(statement(nobody), annotated=(RAINS,)).f1 == (100.0, 0.0)


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (RAINS, {"indirect"}),
        (POURS, {"direct", "discontinuous"}),
        (MINDS, {"indirect", "pronoun source"}),
        (gold(None, "said", "Marrowgate. “It pours"), {"mixed", "no source"}),
    ],
)
def test_kinds_of_statements(one: Gold, kind: set[str]) -> None:
    assert kinds(TEXT, one) == kind


def test_recall_counts_annotated_and_precision_found_statements_of_a_kind() -> None:
    stray = Gold(at("He"), at("minds"), at("nobody"))
    figures = score(statement(RAINS), statement(stray)).wire()
    assert figures["recall"]["indirect"] == {"annotated": 2, "content": 50.0, "content_source": 50.0}
    assert figures["precision"]["indirect"] == {"found": 2, "content": 50.0, "content_source": 50.0}
    assert figures["recall"]["direct"] == {"annotated": 1, "content": 0.0, "content_source": 0.0}
    assert figures["precision"]["pronoun source"]["content"] == 0.0
    assert "direct" not in figures["precision"]


def test_scores_are_judged_by_content_and_source() -> None:
    wrong = statement(MINDS, score=0.4, source=at("Bo Venn")[0])
    found = score(statement(RAINS, score=0.9), wrong, statement(gold(None, "said", "nobody"), score=0.3))
    assert found.judged == ((0.9, True), (0.4, False), (0.3, False))


def test_measure_reads_a_folder(tmp_path: Path) -> None:
    for name, content in {
        "text/a.txt": "Ada Quill said it rains.\n",
        "attributions/a_0001.ann": "T1\tSource 0 9\tx\nT2\tCue 10 14\tx\nT3\tContent 15 23\tx\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n",
        "attributions/a_0002.ann": "",
        "text/b.txt": "Nobody minds.\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    limits = Limits(seconds=60, megabytes=1500)
    told: list[str] = []
    found = measure(tmp_path, build=saying_walkers.sayings, limits=limits, workers=1, tell=told.append)
    assert (found.gold, found.found, found.f1) == (1, 1, (100.0, 100.0))
    assert (found.bad_anchors, found.changed_texts) == (0, 0)
