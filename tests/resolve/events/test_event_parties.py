"""Who the parties of events are, and where events took place. All texts are invented."""

from __future__ import annotations

from functools import cache

import pytest

from dateline import registry
from dateline.config import settings
from dateline.model.ids import event_id
from dateline.model.links import Coding, Resolution
from dateline.model.records import Event
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate
from dateline.pipeline import Language, Pipeline
from dateline.resolve.events.resolver import EventResolver
from dateline.vocab.actor_roles import offices, sectors
from dateline.vocab.actors import actors


@cache
def pipeline() -> Pipeline:
    """The pipeline, for its marks and the resolvers before the parties'."""
    return registry.pipeline(settings(tier="rules"))


@cache
def resolver() -> EventResolver:
    """The resolver with the vocabulary that ships."""
    return EventResolver(actors=actors(), offices=offices(), sectors=sectors())


def resolved(text: str, *, actor: str, place: str | None = None) -> tuple[Event, Resolution]:
    """A text with one event, by the words of its actor and its place, and all that is known of it."""
    document = Document("d", text, Source(published=PartialDate("2015-06-01")), language="en")
    marks = pipeline().marks(document)
    at = [Span(text.rindex(words), text.rindex(words) + len(words)) for words in (actor, place) if words]
    event = Event(
        id=event_id("d", "ASSAULT", Span(0, 1)),
        document="d",
        type="ASSAULT",
        mode=None,
        contexts=(),
        quad="material-conflict",
        cameo="19",
        status="happened",
        trigger=Span(0, 1),
        actors=(at[0],),
        place=at[1] if place else None,
    )
    known = Resolution()
    for before in _language().resolvers:
        if before.producer != EventResolver.producer:
            known = before.resolve(document, marks, (event,), known)
    return event, resolver().resolve(document, marks, (event,), known)


def _language() -> Language:
    return pipeline()._languages["en"]


def coded(text: str, actor: str, place: str | None = None) -> tuple[str | None, str | None]:
    """The codes of the actor of an event."""
    (coding,) = resolved(text, actor=actor, place=place)[1].codings
    return coding.code, coding.sector


@pytest.mark.parametrize(
    ("text", "actor", "expected"),
    [
        ("Afghan police shot a man.", "Afghan police", ("AFG", "COP")),
        ("Turkish jets bombed a camp.", "Turkish jets", ("TUR", None)),
        ("Rebels in Syria shot a man.", "Rebels", ("SYR", "REB")),
        ("Dozens of Kenyan protesters threw stones.", "Dozens of Kenyan protesters", ("KEN", "CVL")),
        ("Gunmen shot a man.", "Gunmen", (None, "UAF")),
        ("Iran attacked the ship.", "Iran", ("IRN", None)),
        (
            "Belarusian President Alexander Lukashenko met them.",
            "Belarusian President Alexander Lukashenko",
            ("BLR", "GOV"),
        ),
    ],
)
def test_codes_of_a_party(text: str, actor: str, expected: tuple[str | None, str | None]) -> None:
    assert coded(text, actor) == expected


@pytest.mark.parametrize(
    ("text", "actor", "code"),
    [
        ("Police shot a man in Nairobi.", "Police", "KEN"),
        ("Gunmen shot a man in Nairobi.", "Gunmen", None),
        ("Ugandan police shot a man in Nairobi.", "Ugandan police", "UGA"),
    ],
)
def test_police_without_a_country_are_those_of_the_place(text: str, actor: str, code: str | None) -> None:
    (coding,) = resolved(text, actor=actor, place="Nairobi")[1].codings
    assert coding.code == code
    assert (coding.basis == "country of the place") == (actor == "Police")


def test_allies_of_a_state_are_not_that_state() -> None:
    assert coded("Iran warned them. Its allies shot a man.", "Its allies")[0] is None


def test_pronoun_is_the_one_it_stands_for() -> None:
    text = "Belarusian President Alexander Lukashenko arrived on Monday. He met two farmers."
    _, resolution = resolved(text, actor="He")
    (coding,) = resolution.codings
    (entity,) = (one for one in resolution.entities if one.id == coding.entity)
    assert "Lukashenko" in entity.name
    assert (coding.code, coding.basis) == ("BLR", "pronoun")


def test_event_is_linked_to_its_place() -> None:
    event, resolution = resolved("Police shot a man in Nairobi.", actor="Police", place="Nairobi")
    (link,) = (one for one in resolution.links if one.role == "place")
    (entity,) = (one for one in resolution.entities if one.id == link.entity)
    assert (link.subject, entity.name, entity.country) == (event.id, "Nairobi", "KE")


def test_report_without_events_is_left_as_it_is() -> None:
    document = Document("d", "Police shot a man.", language="en")
    known = Resolution(codings=(Coding("e", "actor", 0),))
    assert resolver().resolve(document, pipeline().marks(document), (), known) is known
