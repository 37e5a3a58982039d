"""Readings with events built by hand, so that no extractor is needed to test what is done with them. All invented."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dateline.model import ids
from dateline.model.links import Coding, Entity, Link, Reading, Resolution
from dateline.model.records import Event, Figure, Producer, Statement, Status
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate, Quantity
from dateline.stages import Capture
from dateline.store import Store

TEXT = (
    "Gunmen attacked a police post near Old Harbour on Monday, killing at least three officers.\n\n"
    'The interior ministry said the Tarn militia had shelled Velik. "It was calm," a guard said.\n'
    "Mayor Ada Quill denied that police and soldiers beat protesters."
)
MINISTRY = Entity("0" * 19 + "1", "organisation", "Interior Ministry of Velik", ("interior ministry",))
QUILL = Entity("0" * 19 + "2", "person", "Ada Quill", ("Ada Quill",))
HARBOUR = Entity(
    "geonames:7", "place", "Old Harbour", ("Old Harbour",), (), "AF", 36.7, 68.9, 7, "Q7", "settlement", 0.9
)
VELIK = Entity("iso:AF", "country", "Velik", ("Velik",), (("iso", "AF"),), "AF", 34.0, 66.0, precision="country")
POLICE = Entity("actor:harbour-police", "organisation", "Harbour Police", ("police",), wikidata="Q12")


@dataclass(frozen=True)
class Party:
    """A party to be: its words, and who it is."""

    words: str
    entity: str | None = None
    code: str | None = None
    sector: str | None = None


@dataclass(frozen=True)
class Deed:
    """An event to be."""

    type: str
    trigger: str
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    mode: str | None = None
    status: Status = "happened"
    quad: str = "material-conflict"
    cameo: str | None = "19"
    place: tuple[str, str | None] | None = None
    date: PartialDate | None = None
    figures: tuple[Figure, ...] = ()
    within: int | None = None  # the number of the statement it stands in
    score: float = 0.8


ATTACK = Deed(
    "ASSAULT",
    "attacked",
    (Party("Gunmen", None, "AFG", "UAF"),),
    (Party("police post", POLICE.id, "AFG", "COP"),),
    place=("Old Harbour", HARBOUR.id),
    date=PartialDate("2021-03-01", basis="relative"),
    figures=(
        Figure(
            "killed", Quantity(Decimal(3), None, "person", "at_least"), Span(66, 80), Span(TEXT.index("officers"), 89)
        ),
    ),
)
SHELLING = Deed(
    "ASSAULT",
    "shelled",
    (Party("the Tarn militia", None, "AFG", "PRM"),),
    (Party("Velik", VELIK.id, "AFG", None),),
    mode="heavy-weapons",
    place=("Velik", VELIK.id),
    date=PartialDate("2021-02"),
    within=0,
    score=0.6,
)
BEATING = Deed(
    "ASSAULT",
    "beat",
    (Party("police", POLICE.id, "AFG", "COP"), Party("soldiers", None, "AFG", "MIL")),
    (Party("protesters", None, None, "CVL"),),
    mode="beat",
    status="denied",
    within=1,
)
DEEDS = (ATTACK, SHELLING, BEATING)


def at(text: str, words: str) -> Span:
    """Where ``words`` first stand in ``text``."""
    return Span(text.index(words), text.index(words) + len(words))


def document(number: int = 0, **source: Any) -> Document:
    """A report of its own for each number; what it says is the same."""
    given = {
        "outlet": "Morrow Wire",
        "url": "https://morrow.example/1",
        "published": PartialDate("2021-03-02"),
        **source,
    }
    return Document(f"{number:020x}", TEXT, Source(id=f"mw-{number}", **given), f"Harbour {number}", "en")


def reading(number: int = 0, deeds: tuple[Deed, ...] = DEEDS, **source: Any) -> Reading:
    """The report with two statements and the given events."""
    report = document(number, **source)
    said = (_statement(report, "The interior ministry", "said"), _statement(report, "Mayor Ada Quill", "denied"))
    events = tuple(event(report, one, said) for one in deeds)
    links = [Link(said[0].id, "speaker", MINISTRY.id, "name"), Link(said[1].id, "speaker", QUILL.id, "name")]
    codings = []
    for one, deed in zip(events, deeds, strict=True):
        if deed.place is not None and deed.place[1] is not None:
            links.append(Link(one.id, "place", deed.place[1], "where it stands"))
        for role, parties in (("actor", deed.actors), ("recipient", deed.recipients)):
            for position, party in enumerate(parties):
                codings.append(Coding(one.id, role, position, party.entity, party.code, party.sector, "by hand"))
    entities = (MINISTRY, QUILL, HARBOUR, VELIK, POLICE)
    return Reading(report, (*said, *events), Resolution(entities, (), tuple(links), tuple(codings)))


def event(report: Document, deed: Deed, said: tuple[Statement, ...] = ()) -> Event:
    """The event as an extractor would give it."""
    trigger = at(report.text, deed.trigger)
    return Event(
        id=ids.event_id(report.id, deed.type, trigger),
        document=report.id,
        type=deed.type,
        mode=deed.mode,
        contexts=(),
        quad=deed.quad,
        cameo=deed.cameo,
        status=deed.status,
        trigger=trigger,
        actors=tuple(at(report.text, one.words) for one in deed.actors),
        recipients=tuple(at(report.text, one.words) for one in deed.recipients),
        place=None if deed.place is None else at(report.text, deed.place[0]),
        date=deed.date,
        figures=deed.figures,
        statement=None if deed.within is None or not said else said[deed.within].id,
        negated=deed.status == "denied",
        score=deed.score,
        why="by hand",
        by=Producer("events", "test"),
    )


def keep(store: Store, *readings: Reading) -> None:
    """Keeps the readings, each as the file with its number."""
    run = store.begin_run(command="read", settings={}, producers={"events": "test"})
    for one in readings:
        raw = f"{one.document.id}{one.document.text}".encode()
        store.keep(Capture(f"{one.document.id}.txt", "plain", raw), one, run)


def told(*readings: Reading) -> list[dict[str, Any]]:
    """The events as the store tells them, for exports and listings."""
    import tempfile
    from pathlib import Path

    from dateline.store import EventFilter

    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "store.db") as store:
        keep(store, *(readings or (reading(),)))
        return list(store.events(EventFilter()))


def _statement(report: Document, source: str, cue: str) -> Statement:
    start = at(report.text, source)
    said = Span(report.text.index(cue, start.end), report.text.index(cue, start.end) + len(cue))
    stop = report.text.index(".", said.end)
    content = Span(said.end + 1, stop)
    return Statement(
        id=ids.record_id(report.id, "statement", start, said, [content]),
        document=report.id,
        source=start,
        cue=said,
        content=(content,),
        form="indirect",
        stance="says",
        by=Producer("statements", "test"),
    )
