"""``dateline verify`` and ``dateline doctor``: is what we hold right, and is what we stand on there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from dateline.cli import options
from dateline.cli.progress import plural
from dateline.cli.screen import Screen, phrase

if TYPE_CHECKING:
    from dateline.verify import Verification


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    app.command(epilog=options.examples("dateline verify", "dateline verify --store work.db --json"))(verify)
    app.command(epilog=options.examples("dateline doctor", "dateline doctor --store work.db"))(doctor)


def verify(workers: options.Workers = None, store: options.Store = None, as_json: options.Json = False) -> None:
    """Read every stored report once more and compare.

    Compared are texts, records, mentions and entities, and the words at every span with those of the text.
    Ends with 1 when something differs.
    """
    from dateline.cli.work import outcomes
    from dateline.config import settings
    from dateline.store import Store
    from dateline.verify import checks, summed

    given = settings(store=store, workers=workers)
    screen = Screen(as_json=as_json)
    with Store.open(given.store, create=False) as opened:
        result = summed(checks(opened, partial(outcomes, settings=given)))
    if as_json:
        screen.json({"kind": "verification", **result.wire()})
    else:
        _told(result, screen)
    if result.findings:
        raise typer.Exit(1)


def _told(result: Verification, screen: Screen) -> None:
    for finding in result.findings:
        screen.show(phrase((finding.flaw, "bold red"), f"  {finding.locator}: {finding.detail}"))
    checked = (
        f"{plural(result.reports, 'report')}, {plural(result.records, 'record')}, {plural(result.anchors, 'anchor')}"
    )
    found = plural(len(result.findings), "finding") if result.findings else "everything is as it was stored"
    screen.show(f"checked {checked}: {found}")


def doctor(workers: options.Workers = None, store: options.Store = None, as_json: options.Json = False) -> None:
    """Tell what Dateline runs on, and what cannot be used.

    Versions, the language model, the store, the settings and where each comes from. Ends with 3 when something of it
    cannot be used.
    """
    from dateline.cli.condition import condition, settings_with_origin
    from dateline.config import settings

    given = settings(store=store, workers=workers)
    found = condition(given, settings_with_origin(given, {"store": store, "workers": workers}))
    screen = Screen(as_json=as_json)
    if as_json:
        screen.json({"kind": "doctor", **found})
    else:
        _shown(found, screen)
    if found["problems"]:
        raise typer.Exit(3)


def _shown(found: dict[str, Any], screen: Screen) -> None:
    for heading in ("versions", "model", "store"):
        screen.show(phrase((heading, "bold")))
        for name, value in found[heading].items():
            screen.show(phrase(f"  {name:<20} {_plain(value)}"))
    screen.show(phrase(("settings", "bold")))
    for name, setting in found["settings"].items():
        screen.show(phrase(f"  {name:<20} {setting['value']}  ({setting['origin']})"))
    for problem in found["problems"]:
        screen.show(phrase(("problem: ", "bold red"), problem))
    screen.show("" if found["problems"] else "everything can be used")


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else str(value)
