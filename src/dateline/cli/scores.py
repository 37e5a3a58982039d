"""The tables of the benches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli.screen import Screen, phrase

if TYPE_CHECKING:
    from rich.table import Table

Figures = Mapping[str, Any]


def show_attribution(ours: Figures, peers: Sequence[Figures], screen: Screen) -> None:
    """Our row with those of others, then recall by kind of statement, then what must be zero."""
    direct = ours["recall"].get("direct", {}).get("content_source")
    rows = [*peers, {**ours, "name": "Dateline, here and now", "direct_with_source": direct, "same": True}]
    scores = _table("F1, %", "content", "with source", "exact source", "exact cue", "exact content", "direct recall")
    for row in rows:
        exact = row.get("exact", {})
        values = (row.get("content"), row.get("content_source"), *(exact.get(r) for r in ("source", "cue", "content")))
        name = row["name"] if row["same"] else f"{row['name']} *"
        scores.add_row(phrase(name), *map(_figure, values), _figure(row.get("direct_with_source")))
    kinds = _table("recall, %", "annotated", "content", "with source")
    for kind, recall in ours["recall"].items():
        kinds.add_row(kind, f"{recall['annotated']:,}", _figure(recall["content"]), _figure(recall["content_source"]))
    screen.show(scores, "* another protocol or split: not to be compared outright", "", kinds, "")
    screen.show(f"{ours['found']:,} statements found, {ours['annotated']:,} annotated")
    screen.show(f"bad anchors: {ours['bad_anchors']}, changed texts: {ours['changed_texts']}")


def show_speed(found: Figures, screen: Screen) -> None:
    """Rates, costs of the stages, the cold start, and whether the output was the same."""
    rates = _table("workers", "store", "reports", "reports/s", "words/s", "ms a report", "peak MB")
    for rate in found["rates"]:
        rates.add_row(
            str(rate["workers"]),
            "yes" if rate["stored"] else "no",
            f"{rate['reports']:,}",
            f"{rate['reports_per_second']:.1f}",
            f"{rate['words_per_second']:,}",
            f"{rate['ms_per_report']:.1f}",
            f"{rate['peak_megabytes']:,}",
        )
    stages = _table("stage", "ms a report")
    for name, cost in found["stage_ms_per_report"].items():
        stages.add_row(phrase(name), f"{cost:.2f}")
    screen.show(rates, "", stages, "")
    screen.show(f"first record from a cold start: {found['first_record_seconds']:.2f} s")
    for name, same in found["same_output"].items():
        screen.show(phrase(f"{name}: ", "the same output" if same else ("another output", "bold red")))


def _table(first: str, *others: str) -> Table:
    from rich.table import Table

    made = Table(box=None, header_style="bold", pad_edge=False)
    made.add_column(first)
    for name in others:
        made.add_column(name, justify="right")
    return made


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"
