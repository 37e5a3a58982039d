"""The tables of what was judged of events, and of ``dateline bench events``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.cli.progress import plural
from dateline.cli.scores import blank_table, figure
from dateline.cli.screen import Screen, phrase

Figures = Mapping[str, Any]


def show_precision(found: Figures, screen: Screen) -> None:
    """Precision by field with its interval, and by type."""
    heads = ("judged", "right", "wrong", "unsure", "%", "95 %", "wanted", "given", "%")
    table = blank_table("field", *heads)
    for name, counts in found["fields"].items():
        given = counts.get("given", {})
        more = (given.get("judged"), given.get("precision")) if name not in ("real", "real and type") else (None, None)
        table.add_row(name, *_counted(counts), figure(found["targets"].get(name)), *map(figure, more))
    screen.show(table, "")
    if found["types"]:
        types = blank_table("real and type", "judged", "right", "wrong", "unsure", "%", "95 %")
        for name, counts in found["types"].items():
            types.add_row(name, *_counted(counts))
        screen.show(types, "")
    screen.show(
        f"{plural(found['events'], 'event')} judged, {found['complete']:,} wholly; %: right of those judged right or "
        "wrong, with its 95 % interval; fields but real and type: of real events; given: those that have a value there"
    )


def show_rescored(found: Figures, screen: Screen) -> None:
    """The precision by the judgements that hold, then what is to be judged again."""
    show_precision(found, screen)
    gone = found["gone"]
    screen.show(
        "",
        f"found no more: {gone['wrong']:,} that were no events, {gone['right']:,} that were, "
        f"{gone['unsure'] + gone['unjudged']:,} others; of reports that are not there: {found['unread']:,}",
        f"to be judged again: {plural(len(found['changed']), 'field')}",
    )
    for one in found["changed"]:
        place = f"{one['document']} at {one['trigger'][0]}:{one['trigger'][1]}"
        change = f"  was {_plain(one['judged'])} ({one['verdict']}), is {_plain(one['now'])}"
        screen.show(phrase((f"  {one['field']}", "bold"), f"  {place}", change))


def _counted(counts: Figures) -> tuple[str, ...]:
    numbers = (f"{counts[name]:,}" for name in ("judged", "right", "wrong", "unsure"))
    interval = f"{counts['low']:g}-{counts['high']:g}" if counts["judged"] else "-"
    return (*numbers, figure(counts["precision"]), interval)


def _plain(value: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {one}" for name, one in value.items())


def show_bench(found: Mapping[str, Figures], peers: Sequence[Figures], screen: Screen) -> None:
    """Each part that was measured, with the figures of others that belong to it."""
    shows = {"pairs": show_pairs, "recall": show_recall, "judgements": show_audited}
    for name, one in found.items():
        screen.show(phrase((name, "bold")), "")
        shows.get(name, show_figures)(one, screen)
        _show_peers(name, peers, screen)
        screen.show("")


def show_pairs(found: Figures, screen: Screen) -> None:
    """The F1 of each root of marked pairs, their mean beside that of others, and what is taken for what."""
    roots = blank_table("root", "F1")
    for root, value in found["f1"].items():
        roots.add_row(root, figure(value))
    rows = [*found["peers"], {"name": "Dateline, here and now", "here": found["root_macro_f1"], **found}]
    others = blank_table("macro-F1 of 15 roots", "cross-validated", "test set", "this file", "pairs/s")
    for row in rows:
        heads = ("cross", "test", "here", "pairs_per_second")
        others.add_row(phrase(row["name"]), *(figure(row.get(head)) for head in heads))
    screen.show(roots, "", others, "")
    screen.show(f"{plural(found['pairs'], 'pair')}; accuracy {found['accuracy']:g}; pairs trained on flatter it")
    missed = ", ".join(f"{one['gold']} as {one['coded']} {one['count']}" for one in found["missed"])
    screen.show(f"most often wrong: {missed or 'none'}")


def show_recall(found: Figures, screen: Screen) -> None:
    """Of the events marked, how many were found, by collection and type."""
    table = blank_table("events", "marked", "found", "%", "95 %", "of the same type")
    groups = {**found["collections"], **found["types"], "all": found}
    for name, counts in groups.items():
        interval = f"{counts['low']:g}-{counts['high']:g}" if counts["marked"] else "-"
        numbers = (f"{counts['marked']:,}", f"{counts['found']:,}", figure(counts["recall"]), interval)
        table.add_row(name, *numbers, f"{counts['typed']:,}")
    screen.show(table, "", f"{plural(found['texts'], 'text')}; wanted: {found['target']:g} % found")
    screen.show(f"found and not marked: {found['extra']:,}")


def show_audited(found: Figures, screen: Screen) -> None:
    """Precision by what was judged, held against a new reading where there is one."""
    (show_rescored if "changed" in found else show_precision)(found, screen)


def show_figures(found: Figures, screen: Screen) -> None:
    """Any part: its figures a line each, then a table of each group of rows."""
    tables = []
    for name, value in found.items():
        label = name.replace("_", " ")
        if not isinstance(value, Mapping | list):
            screen.show(f"{label}: {_cell(value)}")
        elif isinstance(value, Mapping) and not all(isinstance(row, Mapping) for row in value.values()):
            screen.show(f"{label}: " + ", ".join(f"{head} {_cell(one)}" for head, one in value.items()))
        elif isinstance(value, Mapping) and value:
            heads = list(dict.fromkeys(head for row in value.values() for head in row))
            table = blank_table(label, *heads)
            for row, cells in value.items():
                table.add_row(str(row), *(_cell(cells.get(head)) for head in heads))
            tables.append(table)
    for table in tables:
        screen.show("", table)


def _show_peers(part: str, peers: Sequence[Figures], screen: Screen) -> None:
    """What others have in this part."""
    name = "audit" if part == "judgements" else part
    rows = [row for row in peers if name in row]
    heads = list(dict.fromkeys(head for row in rows for head in row[name]))
    if rows:
        table = blank_table("others, %", *heads)
        for row in rows:
            label = row["name"] if row["same"] else f"{row['name']} *"
            table.add_row(phrase(label), *(figure(row[name].get(head)) for head in heads))
        screen.show("", table)
        if not all(row["same"] for row in rows):
            screen.show("* another protocol: not to be compared outright")


def _cell(value: Any) -> str:
    return f"{value:g}" if isinstance(value, int | float) else "-" if value is None else str(value)
