"""Writes places into what is known of a report: entities with coordinates, mentions linked to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from dateline.model.ids import mention_id
from dateline.model.links import Entity, Link, Mention, Resolution
from dateline.model.marks import NameKind, Toponym
from dateline.model.text import Document, Span
from dateline.vocab.gazetteer import Place

_PLACES = frozenset({"country", "region", "place", "installation"})
_NAMES = frozenset(get_args(NameKind))


@dataclass(frozen=True, slots=True)
class Placed:
    """A toponym, the place that it names, and how likely that is."""

    toponym: Toponym
    place: Place
    score: float


class Rewriting:
    """Puts places into one resolution.

    A mention of just these words is linked to the place, whatever it was taken for; a toponym inside a longer name
    becomes a mention beside it. ``countries`` are those of the gazetteer by
    entity id. An entity whose mentions all became a place's is that place, for its statements too.
    """

    def __init__(
        self, document: Document, known: Resolution, placed: list[Placed], *, countries: Mapping[str, Place]
    ) -> None:
        self._document, self._known, self._countries = document, known, countries
        self._entity_of = {link.subject: link.entity for link in known.links if link.role == "mention"}
        self._mentions = {one.span: one for one in known.mentions if one.kind in _NAMES}
        self._names = {one.id: one.names for one in known.entities if one.kind == "person" and one.names}
        self._people = [one for one in known.mentions if self._entity_of.get(one.id) in self._names]
        self._placed = {one.toponym.span: one for one in placed if not self._of_a_person(one.toponym.span)}

    def _of_a_person(self, span: Span) -> bool:
        """Whether words are short for somebody's name, or begin it: "Washington" of Jo Washington, "Georgia Brandt"."""
        for person in self._people:
            if person.span.start == span.start and person.span.end >= span.end:
                longest = max(len(name.split()) for name in self._names[self._entity_of[person.id]])
                if longest > len(self._document[span].split()):
                    return True
        return False

    def resolution(self) -> Resolution:
        """What was known, with the places."""
        moved = self._moved()
        mentions = sorted((*self._kept(), *self._fresh()), key=lambda one: (one.span.start, -one.span.end, one.kind))
        links = (*self._mention_links(mentions, moved), *self._other_links(moved))
        return Resolution(tuple(self._entities(mentions, links)), tuple(mentions), links)

    def _moved(self) -> dict[str, str]:
        """For each entity that is a place throughout, the place's id."""
        ends: dict[str, Counter[str | None]] = {}
        for mention in self._known.mentions:
            entity = self._entity_of.get(mention.id)
            if entity is not None:
                placed = self._placed.get(mention.span) if mention.kind in _NAMES else None
                ends.setdefault(entity, Counter())[None if placed is None else placed.place.id] += 1
        found = {}
        kinds = {one.id: one.kind for one in self._known.entities}
        for entity, counts in ends.items():
            sure = Counter({place: count for place, count in counts.items() if place is not None})
            if sure and (counts[None] == 0 or kinds.get(entity) in _PLACES):
                found[entity] = min(sure, key=lambda place: (-sure[place], place))
        return found

    def _kept(self) -> list[Mention]:
        """The mentions that were known, those of a place with the kind of the place."""
        return [self._as_place(one) for one in self._known.mentions]

    def _as_place(self, mention: Mention) -> Mention:
        placed = self._placed.get(mention.span) if mention.kind in _NAMES else None
        if placed is None or placed.place.kind == mention.kind:
            return mention
        own = mention_id(self._document.id, placed.place.kind, mention.span)
        return replace(mention, id=own, kind=placed.place.kind, use=placed.toponym.use)

    def _fresh(self) -> list[Mention]:
        """Mentions of the places that nothing was known of."""
        return [
            Mention(mention_id(self._document.id, one.place.kind, span), one.place.kind, span, use=one.toponym.use)
            for span, one in self._placed.items()
            if span not in self._mentions
        ]

    def _mention_links(self, mentions: list[Mention], moved: dict[str, str]) -> list[Link]:
        before = {link.subject: link for link in self._known.links if link.role == "mention"}
        links = []
        for mention in mentions:
            placed = self._placed.get(mention.span) if mention.kind in _NAMES else None
            link = before.get(mention.id)
            if placed is not None:
                links.append(Link(mention.id, "mention", placed.place.id, "gazetteer"))
            elif link is not None:
                links.append(replace(link, entity=moved.get(link.entity, link.entity)))
        return links

    def _other_links(self, moved: dict[str, str]) -> list[Link]:
        others = (link for link in self._known.links if link.role != "mention")
        return [replace(link, entity=moved.get(link.entity, link.entity)) for link in others]

    def _entities(self, mentions: list[Mention], links: tuple[Link, ...]) -> list[Entity]:
        """The entities that are still spoken of, in order of first mention."""
        known = {one.id: one for one in self._known.entities}
        of_mention = {link.subject: link.entity for link in links if link.role == "mention"}
        order = dict.fromkeys(of_mention[one.id] for one in mentions if one.id in of_mention)
        order.update(dict.fromkeys(link.entity for link in links if link.role != "mention"))
        places: dict[str, list[tuple[Placed, Span]]] = {}
        for span, one in self._placed.items():
            places.setdefault(one.place.id, []).append((one, span))
        return [self._entity(own, known.get(own), places.get(own, [])) for own in order]

    def _entity(self, own: str, known: Entity | None, placed: list[tuple[Placed, Span]]) -> Entity:
        if not placed:
            assert known is not None  # an entity is known or a place
            country = self._countries.get(
                known.id
            )  # only its adjective or its people stand for it: it lies where it lies
            return known if country is None else _located(known, country)
        place = placed[0][0].place
        names = dict.fromkeys(
            " ".join(self._document[span].split()) for _, span in sorted(placed, key=lambda one: one[1].start)
        )
        found = Entity(
            id=own,
            kind=place.kind,
            name=known.name if known is not None else place.name,
            names=tuple(dict.fromkeys([*(known.names if known is not None else ()), *names])),
            codes=_codes(place),
            country=place.country,
            score=max(one.score for one, _ in placed),
        )
        return _located(found, place)


def _located(entity: Entity, place: Place) -> Entity:
    """An entity with where the place lies, what it is in other lists, and how exact that is."""
    return replace(
        entity,
        lat=place.lat,
        lon=place.lon,
        geonames=place.geonames,
        wikidata=place.wikidata,
        precision=place.precision,
        claims=place.claims,
    )


def _codes(place: Place) -> tuple[tuple[str, str], ...]:
    """The codes of a place: ISO 3166-1 of a country, ISO 3166-2 of a first-level unit."""
    if place.feature == "country" and place.country is not None:
        return (("iso", place.country),)
    return (("iso_3166_2", place.code),) if place.code is not None else ()
