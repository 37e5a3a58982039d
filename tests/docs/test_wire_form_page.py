"""docs/wire-form.md names every field that the wire form has, and no other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from docs_pages import ROOT, table

from dateline.model import wire
from dateline.model.links import Coding, Entity, Link, Mention, Reading, Resolution
from dateline.model.records import Event, Figure, Statement
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate, Quantity

PAGE = ROOT / "docs" / "wire-form.md"
WORD = Span(0, 3)
DAY = PartialDate("2017-04-12")


def full_reading() -> wire.Wire:
    """A reading in which every field of the wire form has a value."""
    statement = Statement(
        id="s",
        document="d",
        source=WORD,
        cue=WORD,
        content=(WORD,),
        form="direct",
        stance="says",
        addressee=WORD,
        setting=WORD,
        date=DAY,
        date_span=WORD,
        continues="s",
        within="s",
    )
    one = Quantity(Decimal(1), Decimal(1), "person")
    event = Event(
        id="v",
        document="d",
        type="ASSAULT",
        mode="beat",
        contexts=("military",),
        quad="material-conflict",
        cameo="18",
        status="happened",
        trigger=WORD,
        evidence=(WORD,),
        actors=(WORD,),
        recipients=(WORD,),
        place=WORD,
        date=DAY,
        date_span=WORD,
        figures=(Figure("killed", one, WORD, WORD),),
        instrument=WORD,
        statement="s",
    )
    mentions = (
        Mention("m1", "country", WORD, use="literal"),
        Mention("m2", "time", WORD, timex=("DATE", "2017-04-12"), date=DAY),
        Mention("m3", "amount", WORD, quantity=Quantity(Decimal(1), Decimal(1), "km"), counted=WORD),
    )
    entity = Entity("e", "country", "Foo", names=("Foo",), codes=(("iso", "FO"),), country="FO")
    links = (Link("s", "speaker", "e", ""), Link("m1", "mention", "e", ""), Link("v", "place", "e", ""))
    codings = (Coding("v", "actor", 0, "e", "AFG", "COP"),)
    document = Document("d", "foo", Source(extra=(("desk", '"x"'),)))
    return wire.reading(Reading(document, (statement, event), Resolution((entity,), mentions, links, codings)))


READING = full_reading()
(STATEMENT, EVENT), MENTIONS = READING["records"], READING["mentions"]


def fields(*values: dict[str, Any], inside: tuple[str, ...] = ()) -> set[str]:
    """The field names of ``values``, with those of the objects ``inside`` as "object.field"."""
    found = {name for value in values for name in value}
    return found | {f"{name}.{inner}" for value in values for name in inside for inner in value.get(name, ())}


OBJECTS = {
    "Reading": fields(READING),
    "Document": fields(READING["document"], inside=("source",)),
    "Span": fields(STATEMENT["cue"]),
    "Statement": fields(STATEMENT) | {"document"},
    "Event": fields(EVENT, inside=("place",)) | {"document"},
    "Party": fields(*EVENT["actors"], *EVENT["recipients"]),
    "Figure": fields(*EVENT["figures"]),
    "Mention": fields(*MENTIONS, inside=("timex",)) | {"document"},
    "Entity": fields(READING["entities"][0]),
    "Date": fields(STATEMENT["date"]),
    "Quantity": fields(MENTIONS[2]["quantity"]),
}


@pytest.mark.parametrize("heading", OBJECTS)
def test_table_names_the_fields_that_are_emitted(heading: str) -> None:
    assert set(table(PAGE, heading)) == OBJECTS[heading]


@pytest.mark.parametrize("heading", OBJECTS)
def test_table_names_no_field_twice(heading: str) -> None:
    named = table(PAGE, heading)
    assert len(named) == len(set(named))


def test_records_and_mentions_name_their_document_on_export_lines() -> None:
    document = Document("d", "foo")
    mention = wire.mention(document, Mention("m", "time", WORD), None)
    assert mention["document"] == "d"
