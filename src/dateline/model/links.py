"""What records and mentions are about: entities, mentions, and the links to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dateline.model.marks import NameKind, TimexType, Use
from dateline.model.records import Record
from dateline.model.text import Document, Span
from dateline.model.values import PartialDate, Quantity

MentionKind = Literal["person", "organisation", "group", "country", "region", "place", "installation", "time", "amount"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a report names. ``name`` is its fullest name, ``names`` all its names in order.

    ``id`` is ``iso:TJ`` where an ISO 3166-1 code is known, else a hash of the document and its first mention.
    """

    id: str
    kind: NameKind
    name: str
    names: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    country: str | None = None


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


@dataclass(frozen=True, slots=True)
class Link:
    """``subject`` (a record or mention id) is about ``entity``, in ``role``; ``basis`` says why it is thought so."""

    subject: str
    role: Literal["speaker", "mention"]
    entity: str
    basis: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a resolver found in one report."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one report: the document, its records, and what they are about."""

    document: Document
    records: tuple[Record, ...] = ()
    resolution: Resolution = field(default_factory=Resolution)
