"""The tables of the benches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dateline.cli.screen import Screen, phrase

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

Figures = Mapping[str, Any]


def show_attribution(ours: Figures, peers: Sequence[Figures], screen: Screen) -> None:
    """Our row with those of others, recall and precision by kind, the worth of scores, and what must be zero."""
    rows = [*peers, {**ours, "name": "Dateline, here and now", "same": True}]
    heads = ("content", "with source", "exact source", "cue", "content", "direct", "indirect")
    scores = blank_table("F1, %", *heads)
    for row in rows:
        exact, recall = row.get("exact", {}), row.get("recall", {})
        values = [row.get("content"), row.get("content_source"), *(exact.get(r) for r in ("source", "cue", "content"))]
        values += [recall.get("direct", {}).get("content_source"), recall.get("indirect", {}).get("content")]
        name = row["name"] if row["same"] else f"{row['name']} *"
        scores.add_row(phrase(name), *map(figure, values))
    screen.show(scores, "", "direct: their recall, with source; indirect: theirs, without")
    for row in peers:
        if "package" in row:
            screen.show(f"{row['name']} is not installed here: the row shows what is known of it")
    screen.show("* another protocol or split: not to be compared outright", "")
    screen.show(_by_kind(ours), "", _bins(ours["calibration"]), _worth(ours["calibration"]), "")
    screen.show(f"{ours['found']:,} statements found, {ours['annotated']:,} annotated")
    screen.show(f"bad anchors: {ours['bad_anchors']}, changed texts: {ours['changed_texts']}")


def _by_kind(ours: Figures) -> Table:
    table = blank_table("by kind, %", "annotated", "recall", "with source", "found", "precision", "with source")
    for kind in sorted({*ours["recall"], *ours["precision"]}):
        recall, precision = ours["recall"].get(kind, {}), ours["precision"].get(kind, {})
        cells = []
        for total, shares in (("annotated", recall), ("found", precision)):
            cells += [
                f"{shares.get(total, 0):,}",
                figure(shares.get("content")),
                figure(shares.get("content_source")),
            ]
        table.add_row(kind, *cells)
    return table


def _bins(calibration: Figures) -> Table:
    table = blank_table("scores from - to", "statements", "mean score", "right")
    for name, title in (("equal_width", "bins of equal width"), ("equal_mass", "bins of equal number")):
        table.add_row(title)
        for one in calibration[name]:
            values = (f"{one['count']:,}", f"{one['score']:.3f}", f"{one['right']:.3f}")
            table.add_row(f"  {one['low']:.2f} - {one['high']:.2f}", *values)
    return table


def _worth(calibration: Figures) -> str:
    errors = [f"{calibration[f'error_{name}']:.3f}" for name in ("equal_width", "equal_mass")]
    return (
        f"expected calibration error: {errors[0]} (equal width), {errors[1]} (equal number); "
        f"wanted: {calibration['target']:g} at most; right: content and source"
    )


def show_moves(found: Figures, screen: Screen) -> None:
    """The scores of the reports as they are, those under each perturbation, and by how much they differ."""
    heads = ("reports", "changes", "content", "moved", "with source", "moved", "direct", "lost", "gained")
    table = blank_table("F1, %", *heads)
    original = found["original"]
    values = (original["content"], original["content_source"], original["direct_with_source"])
    table.add_row("as they are", "", "", figure(values[0]), "", figure(values[1]), "", figure(values[2]), "", "")
    for row in found["perturbations"]:
        table.add_row(
            phrase(row["name"]),
            f"{row['reports']:,}",
            f"{row['edits']:,}",
            figure(row["content"]),
            _moved(row["moved"]["content"], found["target"]),
            figure(row["content_source"]),
            _moved(row["moved"]["content_source"], found["target"]),
            figure(row["direct_with_source"]),
            f"{len(row['lost']):,}",
            f"{len(row['gained']):,}",
        )
    screen.show(table, "", "direct: recall with source; lost and gained: annotated statements with their source")
    screen.show(f"farthest move: {found['farthest']:g} points; wanted: {found['target']:g} at most")
    rows = [original, *found["perturbations"]]
    bad, changed = (sum(row[name] for row in rows) for name in ("bad_anchors", "changed_texts"))
    screen.show(f"bad anchors: {bad}, changed texts: {changed}")


def _moved(points: float, target: float) -> Text:
    return phrase((f"{points:+.1f}", "bold red" if abs(points) > target else ""))


def show_speakers(found: Figures, screen: Screen) -> None:
    """How many statements have the right speaker, by kind of source and by collection, and in either half."""
    heads = ("mentions", "no statement", "statements", "right", "wrong", "unlinked", "% right", "% right if named")
    table = blank_table("source", *heads)
    for kind, counts in found["kinds"].items():
        table.add_row(kind, *_counted(counts), figure(found["kinds_named"].get(kind, {}).get("share")))
    table.add_row("all", *_counted(found["all"]), figure(found["named"]["share"]))
    shares = blank_table("% right", *found["kinds"], "all")
    groups = {**found["collections"], **{f"{half} lines": kinds for half, kinds in found["halves"].items()}}
    for name, kinds in groups.items():
        shares.add_row(name, *(figure(kinds.get(kind, {}).get("share")) for kind in [*found["kinds"], "all"]))
    screen.show(table, "", shares, "")
    screen.show(f"{found['reports']:,} reports; 'no statement': source mentions that no statement was found for")


def _counted(counts: Figures) -> list[str]:
    names = ("mentions", "without_statement", "statements", "right", "wrong", "unlinked")
    return [*(f"{counts[name]:,}" for name in names), figure(counts["share"])]


def show_speed(found: Figures, screen: Screen) -> None:
    """Rates, costs of the stages, the cold start, and whether the output was the same."""
    rates = blank_table("workers", "store", "reports", "reports/s", "words/s", "ms a report", "peak MB")
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
    stages = blank_table("stage", "ms a report")
    for name, cost in found["stage_ms_per_report"].items():
        stages.add_row(phrase(name), f"{cost:.2f}")
    screen.show(rates, "", stages, "")
    screen.show(f"first record from a cold start: {found['first_record_seconds']:.2f} s")
    for name, same in found["same_output"].items():
        screen.show(phrase(f"{name}: ", "the same output" if same else ("another output", "bold red")))


def blank_table(first: str, *others: str) -> Table:
    """A table without lines: one column of words, then columns of numbers."""
    from rich.table import Table

    made = Table(box=None, header_style="bold", pad_edge=False)
    made.add_column(first)
    for name in others:
        made.add_column(name, justify="right")
    return made


def figure(value: float | None) -> str:
    """A number as short as it is, or a dash for none."""
    return "-" if value is None else f"{value:g}"
