"""What records and mentions are about: entities, mentions, and the links to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dateline.model.marks import NameKind, TimexMod, TimexType, Use
from dateline.model.records import Event, Record, Statement, events, statements
from dateline.model.text import Document, Span
from dateline.model.values import PartialDate, Quantity

Precision = Literal["point", "settlement", "district", "region", "country", "area"]
PartyRole = Literal["actor", "recipient"]
MentionKind = Literal["person", "organisation", "group", "country", "region", "place", "installation", "time", "amount"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a report names. ``name`` is its fullest name, ``names`` all its names in order.

    ``id`` is ``iso:TJ`` for a country, ``geonames:1221874`` or ``place:amu-darya`` for a place that a gazetteer knows,
    ``actor:csto`` for one that the actor base knows, else a hash of the document and its first mention.
    ``codes`` are pairs such as ``("iso", "TJ")`` or ``("plover", "TJK")``; ``country`` is an ISO 3166-1 alpha-2 code.
    ``lat`` and ``lon`` are degrees (WGS 84) of a point that stands for the place; ``precision`` says how large the
    place is that the point stands for; ``score`` is the chance that it is the right place. ``claims`` says, for a
    place whose belonging is disputed, who sees it as what ("RU: part of Russia").
    """

    id: str
    kind: NameKind
    name: str
    names: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    wikidata: str | None = None
    precision: Precision | None = None
    score: float | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names or points at an entity, or gives a time or an amount."""

    id: str
    kind: MentionKind
    span: Span
    use: Use | None = None
    timex: tuple[TimexType, str] | None = None
    date: PartialDate | None = None
    quantity: Quantity | None = None
    counted: Span | None = None
    mod: TimexMod | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """``subject`` (a record or mention id) is about ``entity``, in ``role``; ``basis`` says why it is thought so.

    In the role ``place``, ``subject`` is an event. In the role ``same``, it is an entity of one report, and ``entity``
    one that goes through all reports.
    """

    subject: str
    role: Literal["speaker", "mention", "same", "place"]
    entity: str
    basis: str


@dataclass(frozen=True, slots=True)
class Coding:
    """Who a party of an event is. ``position`` counts the event's actors or recipients from 0.

    ``code`` is the PLOVER code of a state or kind of actor ("AFG", "IGO"), ``sector`` its first sector ("COP"). A party
    that no entity stands for ("Afghan police") has its codes all the same; ``basis`` says what they rest on.
    """

    event: str
    role: PartyRole
    position: int
    entity: str | None = None
    code: str | None = None
    sector: str | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What resolvers found in one report."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    codings: tuple[Coding, ...] = ()

    def plus(self, other: Resolution) -> Resolution:
        """Both, one after the other."""
        return Resolution(
            entities=self.entities + other.entities,
            mentions=self.mentions + other.mentions,
            links=self.links + other.links,
            codings=self.codings + other.codings,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one report: the document, its records, and what they are about."""

    document: Document
    records: tuple[Record, ...] = ()
    resolution: Resolution = field(default_factory=Resolution)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements, in order."""
        return statements(self.records)

    @property
    def events(self) -> tuple[Event, ...]:
        """Its events, in order."""
        return events(self.records)
