"""``dateline events``: what happened, where, when, by whom and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import asking, options
from dateline.cli.screen import Screen
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.config import Settings
    from dateline.stages import Exporter
    from dateline.store import EventFilter

Type = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="PLOVER type: ASSAULT, PROTEST, CONSULT ...")]
Mode = Annotated[str | None, typer.Option("--mode", metavar="MODE", help="PLOVER mode: drone, riot, visit ...")]
Quad = Annotated[
    str | None, typer.Option("--quad", metavar="QUAD", help="Quad class: material-conflict or M-, V+, V-, M+.")
]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help="happened, ongoing, planned, threatened, called_for, denied ..."),
]
Actor = Annotated[
    str | None, typer.Option("--actor", metavar="WHO", help="Words of a name, a PLOVER code (AFG, COP), or an id.")
]
Recipient = Annotated[
    str | None, typer.Option("--recipient", metavar="WHO", help="To whom it was done, given like --actor.")
]
Place = Annotated[
    str | None,
    typer.Option("--place", metavar="PLACE", help="Words of the place's name; a country; a code: AF, AF-KDZ."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="May have happened then or later: 2017, 2017-04 ...")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="May have happened then or earlier.")]
By = Annotated[
    str | None,
    typer.Option("--attributed-by", "--statement", metavar="NAME", help="Words of the name of who reports it."),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Words of the outlet's name.")]
Near = Annotated[str | None, typer.Option("--near", metavar="LAT,LON", help="Around this point; with --km.")]
Km = Annotated[float | None, typer.Option("--km", metavar="N", help="How far from it, as the crow flies.")]
Score = Annotated[
    float | None, typer.Option("--min-score", metavar="S", help="Only those scored S or more, from 0 to 1.")
]
Format = Annotated[
    str | None, typer.Option("--format", metavar="FORMAT", help="Write them as 'dateline export' does: csv, icews-tsv.")
]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    app.command(
        epilog=options.examples(
            "dateline events --type ASSAULT --place Kunduz --since 2017-04 --status happened",
            "dateline events --actor police --recipient protesters --min-score 0.7",
            "dateline events --near 36.73,68.86 --km 50 --attributed-by ministry",
            "dateline events --quad M- --format icews-tsv > conflict.tsv",
        )
    )(events)


def events(
    kind: Type = None,
    mode: Mode = None,
    quad: Quad = None,
    status: Status = None,
    actor: Actor = None,
    recipient: Recipient = None,
    place: Place = None,
    near: Near = None,
    km: Km = None,
    since: Since = None,
    until: Until = None,
    by: By = None,
    own_voice: Annotated[
        bool | None,
        typer.Option("--own-voice/--attributed", help="Only those the outlet reports itself, or (not) others."),
    ] = None,
    outlet: Outlet = None,
    min_score: Score = None,
    limit: Annotated[int | None, options.LIMIT] = None,
    form: Format = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """List what happened, the latest first.

    Each with its date, PLOVER type and mode, status, actor and recipient with their codes, its own place, figures, the
    sentence with the trigger marked, and who reports it. All that is asked for must hold. --status happened leaves out
    what was only planned, threatened, called for, denied, supposed, or told of the past.
    """
    from dateline.config import settings
    from dateline.export import exporter
    from dateline.store import EventFilter

    kind, mode = asking.event_type(kind, mode)
    wanted = EventFilter(
        type=kind,
        mode=mode,
        quad=asking.quad(quad),
        status=None if status is None else status.replace("-", "_"),
        actor=actor,
        recipient=recipient,
        place=place,
        country=asking.country_called(place),
        near=asking.numbers("near", near, "LAT,LON", size=2),
        km=km,
        since=since,
        until=until,
        reported_by=by,
        own_voice=own_voice,
        outlet=outlet,
        min_score=min_score,
        limit=limit,
    )
    if form is not None and as_json:
        raise UsageError("--json and --format both say how to print: give one of the two")
    _tell(wanted, settings(store=store), writer=exporter(form, "event") if form else None, as_json=as_json)


def _tell(wanted: EventFilter, given: Settings, *, writer: Exporter | None, as_json: bool) -> None:
    """Lists the wanted events, or writes them where there is something to write them with."""
    from dateline.store import Store
    from dateline.vocab.gazetteer import shipped

    with Store.open(given.store, create=False) as opened:
        inside = asking.inside(wanted.place, opened, given.gazetteer or shipped())
        found = opened.events(replace(wanted, places=inside))
        if writer is None:
            _listed(found, Screen(as_json=as_json))
        else:
            writer.export(iter(found), Screen(as_json=True).stream())


def _listed(found: Iterable[Mapping[str, Any]], screen: Screen) -> None:
    from dateline.cli.happening import show_event

    nothing = True
    for entry in found:
        nothing = False
        if screen.as_json:
            screen.json(entry)
        else:
            show_event(entry, screen)
    if nothing and not screen.as_json:
        screen.show("no such events")
