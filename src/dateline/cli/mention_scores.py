"""The tables of the benches of places, times and amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.cli.scores import blank_table, figure
from dateline.cli.screen import Screen, phrase

Figures = Mapping[str, Any]

_OURS = "Dateline, here and now"
_OTHER = "* another protocol or split: not to be compared outright"


def show_places(ours: Figures, peers: Sequence[Figures], screen: Screen, *, data: str) -> None:
    """Our row with those of others, then by use and precision, the worth of scores, and what must be zero."""
    names = ("tagged", "strict", "f1_161", "acc_161", "acc_of_tagged")
    rows = blank_table("%", "tagged", "strict", "F1@161", "right if resolved", "right if tagged")
    for peer in peers:
        known = {name: peer.get(name, {}).get(data) for name in names}
        if any(value is not None for value in known.values()):
            rows.add_row(phrase(_named(peer)), *(figure(known[name]) for name in names))
    _add_ours(rows, ours, names)
    groups = blank_table("of places put on the map", "matched", "% right")
    for name, group in ours["groups"].items():
        for key, one in group.items():
            groups.add_row(phrase(f"{name}: {key}"), f"{one['matched']:,}", figure(one["right"]))
    calibration = ours["calibration"]
    worth = "expected calibration error: {error_equal_width:.3f} (equal width), {error_equal_mass:.3f} (equal number)"
    screen.show(rows, "", _OTHER, "", groups, "", worth.format_map(calibration))
    screen.show(
        f"{ours['found']:,} places found, {ours['annotated']:,} annotated, {ours['located']:,} with coordinates"
    )
    _show_flaws(ours, screen)


def show_times(ours: Figures, peers: Sequence[Figures], screen: Screen) -> None:
    """Our row with those of others, then by type, and what must be zero."""
    names = ("relaxed", "strict", "type", "value")
    rows = blank_table("F1, %", *names)
    for peer in peers:
        rows.add_row(phrase(_named(peer)), *(figure(peer.get(name)) for name in names))
    _add_ours(rows, ours, names)
    types = blank_table("by type, %", "annotated", "found", "right value")
    for kind, one in ours["types"].items():
        types.add_row(phrase(kind), f"{one['annotated']:,}", figure(one["matched"]), figure(one["value"]))
    screen.show(rows, "", _OTHER, "", types, "")
    screen.show(f"{ours['found']:,} times found, {ours['annotated']:,} annotated")
    _show_flaws(ours, screen)


def show_amounts(ours: Figures, peers: Sequence[Figures], screen: Screen) -> None:
    """Our row with those of others, then bounds and nouns, and what is counted where it was annotated."""
    rows = blank_table("F1, %", "value", "value and unit")
    for peer in peers:
        rows.add_row(phrase(_named(peer)), figure(peer.get("value")), figure(peer.get("value_unit")))
    rows.add_row(_OURS, *(figure(ours[name]["f1"]) for name in ("value", "value_unit")))
    rows.add_row("  95 % interval", *(_ends(ours[name]) for name in ("value", "value_unit")))
    shares = blank_table("of amounts found", "amounts", "right", "% right")
    for title, name in (("bound", "bound"), ("noun, NewsQuant", "noun")):
        one = ours[name]
        shares.add_row(title, f"{one['of']:,}", f"{one['right']:,}", figure(one["share"]))
    if ours["counted"]:
        for name in ("all", "with_noun", "without_noun"):
            one = ours["counted"][name]
            title = f"counted, {name.replace('_', ' ')}"
            shares.add_row(title, f"{one['amounts']:,}", f"{one['right']:,}", figure(one["share"]))
    screen.show(rows, "", _OTHER, "", shares, "")
    screen.show(f"{ours['found']:,} amounts found, {ours['annotated']:,} annotated in {ours['sentences']:,} sentences")


def show_gazetteer(found: Figures, screen: Screen) -> None:
    """Look-ups a second and memory."""
    table = blank_table("look-ups a second", "")
    for name, title in (
        ("cold", "names never asked for"),
        ("warm", "a report's names asked again"),
        ("unknown", "words that name nothing"),
    ):
        table.add_row(title, f"{found[name]:,}")
    screen.show(table, "", f"{found['names']:,} names; wanted: {found['wanted']:,} a second")
    screen.show(f"file: {found['file_megabytes']:g} MB, mapped; a process's own: {found['private_megabytes']:g} MB")


def show_traps(found: Figures, screen: Screen) -> None:
    """How many cases hold, by theme, and what was wrong with the others."""
    table = blank_table("theme", "cases", "hold")
    for theme, one in found["themes"].items():
        table.add_row(phrase(theme), f"{one['cases']:,}", f"{one['holds']:,}")
    screen.show(table, "")
    for case in found["failed"]:
        screen.show(phrase((case["id"], "bold"), f": {case['text']}"))
        for fault in case["faults"]:
            screen.show(phrase(f"    {fault['layer']}: wanted {fault['wanted']}, got {fault['got']}"))
    screen.show("", f"{found['share']:g} % of {found['cases']:,} cases hold")


def _add_ours(rows: Any, ours: Figures, names: Sequence[str]) -> None:
    rows.add_row(_OURS, *(figure(ours[name]["value"]) for name in names))
    rows.add_row("  95 % interval", *(_ends(ours[name]) for name in names))


def _named(peer: Figures) -> str:
    return peer["name"] if peer["same"] else f"{peer['name']} *"


def _ends(one: Figures) -> str:
    return f"{one['low']:g}-{one['high']:g}"


def _show_flaws(ours: Figures, screen: Screen) -> None:
    screen.show(f"bad anchors: {ours['bad_anchors']}, changed texts: {ours['changed_texts']}")
