"""``dateline places``, ``times``, ``amounts`` and ``actors``: where, when, how much and who."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli import asking, options
from dateline.cli.screen import Screen

Name = Annotated[
    list[str] | None,
    typer.Argument(metavar="NAME", help="Words of the name, as any report has it.", show_default=False),
]
Country = Annotated[
    str | None, typer.Option("--country", metavar="COUNTRY", help="ISO 3166-1 code or name: TJ, Tajikistan.")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Published then or later: 2017, 2017-04 ...")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published then or earlier.")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Words of the outlet's name.")]
Limit = Annotated[int | None, options.LIMIT]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    app.command(
        epilog=options.examples(
            "dateline places --unresolved",
            "dateline places Khatlon --mentions",
            "dateline places --near 38.56,68.79 --km 100 --since 2017",
        )
    )(places)
    app.command(
        epilog=options.examples(
            "dateline times --since 2017-04 --until 2017-06",
            "dateline times --type DURATION",
            "dateline times --value 2004-",
        )
    )(times)
    app.command(
        epilog=options.examples(
            "dateline amounts --counted troops --min 1000",
        )
    )(amounts)
    app.command(
        epilog=options.examples(
            "dateline actors --limit 20", "dateline actors Kolven", "dateline actors --country TJ --sector MIL"
        )
    )(actors)


def places(
    name: Name = None,
    country: Country = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="country, region, place or installation.")
    ] = None,
    use: Annotated[
        str | None, typer.Option("--use", metavar="USE", help="literal, metonymic, modifier or demonym.")
    ] = None,
    precision: Annotated[
        str | None,
        typer.Option("--precision", metavar="P", help="point, settlement, district, region, country or area."),
    ] = None,
    near: Annotated[str | None, typer.Option("--near", metavar="LAT,LON", help="Around this point; with --km.")] = None,
    km: Annotated[float | None, typer.Option("--km", metavar="N", help="How far from it, as the crow flies.")] = None,
    bbox: Annotated[
        str | None, typer.Option("--bbox", metavar="W,S,E,N", help="Within these degrees: west, south, east, north.")
    ] = None,
    resolved: Annotated[
        bool | None, typer.Option("--resolved/--unresolved", help="Only those (not) found on the map.")
    ] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    min_score: Annotated[
        float | None, typer.Option("--min-score", metavar="S", help="Only those scored S or more, from 0 to 1.")
    ] = None,
    mentions: Annotated[bool, typer.Option("--mentions", help="List each mention, with the words around it.")] = False,
    limit: Limit = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """List the places that reports name, those in most reports first.

    Each with the number of reports and mentions, what it is, and where. Those not found on the map come last.
    """
    from dateline.cli.places import show_place, show_place_mention
    from dateline.store import PlaceFilter

    wanted = PlaceFilter(
        name=asking.words(name),
        country=asking.country(country),
        kind=kind,
        use=use,
        precision=precision,
        near=asking.numbers("near", near, "LAT,LON", size=2),
        km=km,
        box=asking.numbers("bbox", bbox, "WEST,SOUTH,EAST,NORTH", size=4),
        resolved=resolved,
        since=since,
        until=until,
        outlet=outlet,
        min_score=min_score,
        limit=limit,
    )
    screen = Screen(as_json=as_json)
    if mentions:
        _listed(screen, store, lambda opened: opened.place_mentions(wanted), show_place_mention, "places")
    else:
        _listed(screen, store, lambda opened: opened.places(wanted), show_place, "places")


def times(
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Meaning that day or later: 2017, 2017-04 ...")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Meaning that day or earlier.")] = None,
    kind: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="DATE, TIME, DURATION or SET.")] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="START", help="How the TIMEX3 value begins: 2004-, P3, PAST_REF.")
    ] = None,
    outlet: Outlet = None,
    limit: Limit = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """List the times that reports speak of, the latest date first.

    Each with its date and TIMEX3 value, and the words around it. What has no date ("three days") comes last.
    """
    from dateline.cli.listing import show_time
    from dateline.store import TimeFilter

    wanted = TimeFilter(
        since=since, until=until, type=kind.upper() if kind else None, value=value, outlet=outlet, limit=limit
    )
    _listed(Screen(as_json=as_json), store, lambda opened: opened.times(wanted), show_time, "times")


def amounts(
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", help="person, km, USD, share ...")] = None,
    dimension: Annotated[
        str | None, typer.Option("--dimension", metavar="DIM", help="length, area, mass, money ...")
    ] = None,
    counted: Annotated[
        str | None, typer.Option("--counted", metavar="WORDS", help='Words of what is counted: "Russian troops".')
    ] = None,
    least: Annotated[
        float | None, typer.Option("--min", metavar="N", help="May be N or more, in the unit reported.")
    ] = None,
    most: Annotated[
        float | None, typer.Option("--max", metavar="N", help="May be N or less, in the unit reported.")
    ] = None,
    bound: Annotated[
        str | None, typer.Option("--bound", metavar="BOUND", help="exactly, about, at_least, at_most or range.")
    ] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    limit: Limit = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """List the amounts that reports give, those of the newest report first.

    Each with its unit, what is counted, and the words around it.
    """
    from dateline.cli.listing import show_amount
    from dateline.store import AmountFilter

    wanted = AmountFilter(
        units=asking.units(unit, dimension),
        counted=counted,
        least=least,
        most=most,
        bound=bound,
        since=since,
        until=until,
        outlet=outlet,
        limit=limit,
    )
    _listed(Screen(as_json=as_json), store, lambda opened: opened.amounts(wanted), show_amount, "amounts")


def actors(
    name: Name = None,
    country: Country = None,
    sector: Annotated[
        str | None, typer.Option("--sector", metavar="CODE", help="PLOVER sector: GOV, MIL, REB ...")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="person, organisation, group, country ...")
    ] = None,
    code: Annotated[str | None, typer.Option("--code", metavar="CODE", help="PLOVER code: TJK, IGO ...")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Outlet = None,
    limit: Limit = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """List who acts and speaks in the reports, those in most reports first.

    A country or place only where it acts ("Moscow said"). See also 'dateline merge' and 'dateline split'.
    """
    from dateline.cli.listing import show_actor
    from dateline.store import ActorFilter

    wanted = ActorFilter(
        name=asking.words(name),
        country=asking.country(country),
        sector=sector,
        kind=kind,
        code=code,
        since=since,
        until=until,
        outlet=outlet,
        limit=limit,
    )
    screen = Screen(as_json=as_json)
    _listed(screen, store, lambda opened: opened.actors(wanted), show_actor, "actors")


def _listed(
    screen: Screen,
    store: Path | None,
    ask: Callable[[Any], Iterable[Mapping[str, Any]]],
    show: Callable[[Mapping[str, Any], Screen], None],
    what: str,
) -> None:
    from dateline.config import settings
    from dateline.store import Store

    found = 0
    with Store.open(settings(store=store).store, create=False) as opened:
        for entry in ask(opened):
            if screen.as_json:
                screen.json(entry)
            else:
                show(entry, screen)
            found += 1
    if not found and not screen.as_json:
        screen.show(f"no such {what}")
