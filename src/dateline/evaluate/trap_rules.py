"""What a trap may ask of a reading: each rule takes what came out and says what is wrong, in words, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import Any

from dateline.errors import InputError
from dateline.model.globe import kilometres
from dateline.model.links import Entity, Mention, Reading
from dateline.model.text import Span

Wants = Mapping[str, Any]

OPEN = "-"  # an end of an amount that must be open
PLACES = frozenset({"country", "region", "place", "installation"})
NAMED = PLACES | {"person", "organisation", "group"}
_NEAR_KM = 60.0
_ARTICLE = re.compile(r"^(?:the|a|an|its|their)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """What was not as wanted. ``layer`` is where it went wrong: names, places, times, amounts or actors."""

    layer: str
    wanted: str
    got: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What came out of one text. ``spared`` are the amounts that the case asks for."""

    reading: Reading
    spared: frozenset[Span] = frozenset()

    def find(self, words: str, kinds: frozenset[str]) -> Mention | None:
        """The mention at these words: the same span, else the shortest around it, else the longest that touches it."""
        at = locate(self.reading.document.text, words)
        touching = self.touching(at, kinds)
        around = [one for one in touching if one.span.covers(at)]
        if around:
            return min(around, key=lambda one: len(one.span))
        return max(touching, key=lambda one: len(one.span), default=None)

    def touching(self, at: Span, kinds: frozenset[str]) -> list[Mention]:
        """The mentions of ``kinds`` that share a character with ``at``."""
        mentions = self.reading.resolution.mentions
        return [one for one in mentions if one.kind in kinds and one.span.overlaps(at)]

    def entity(self, mention: Mention) -> Entity | None:
        """What the mention is about in this report."""
        return self._entity(mention.id, "mention")

    def throughout(self, entity: Entity) -> Entity:
        """The entity that stands for this one in all reports; itself where there is none."""
        return self._entity(entity.id, "same") or entity

    def _entity(self, subject: str, role: str) -> Entity | None:
        resolution = self.reading.resolution
        key = next((link.entity for link in resolution.links if link.subject == subject and link.role == role), None)
        return next((one for one in resolution.entities if one.id == key), None)

    def words(self, mention: Mention | None) -> str:
        """The words of a mention, for a person to read."""
        return "nothing" if mention is None else f"{self.reading.document[mention.span]!r} ({mention.kind})"


def locate(text: str, words: str) -> Span:
    """Where ``words`` stand, whole; "Georgia#2" is the second place. Raises ``InputError`` where they do not."""
    plain, _, nth = words.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text))
    number = int(nth or 1)
    if number > len(found):
        raise InputError(f"the words {words!r} do not stand in {text!r}")
    return Span(*found[number - 1].span())


def place(seen: Seen, wants: Wants) -> Iterator[Fault]:
    """``at`` (within ``km``), ``country``, ``entity``, ``use``, ``kind``; with ``or_open`` it may stay unresolved."""
    mention = seen.find(wants["words"], PLACES)
    if mention is None:
        if not wants.get("or_open"):
            yield Fault("names", f"a place at {wants['words']!r}", seen.words(seen.find(wants["words"], NAMED)))
        return
    entity = seen.entity(mention)
    yield from _among("names", "kind", wants=wants, got=mention.kind)
    yield from _among("names", "use", wants=wants, got=mention.use)
    unresolved = entity is None or entity.lat is None
    if not (unresolved and wants.get("or_open")):
        yield from _where(entity, wants)
    yield from _among("places", "entity", wants=wants, got=entity and entity.id)


def _where(entity: Entity | None, wants: Wants) -> Iterator[Fault]:
    yield from _among("places", "country", wants=wants, got=entity and entity.country)
    if "at" not in wants:
        return
    points = wants["at"] if isinstance(wants["at"][0], list) else [wants["at"]]
    if entity is None or entity.lat is None or entity.lon is None:
        yield Fault("places", f"at {points}", "unresolved")
    elif min(kilometres(entity.lat, entity.lon, *point) for point in points) > wants.get("km", _NEAR_KM):
        yield Fault("places", f"at {points}", f"{entity.name} ({entity.id}) at {entity.lat:.2f}, {entity.lon:.2f}")


def not_place(seen: Seen, words: str) -> Iterator[Fault]:
    """No place is seen at these words."""
    yield from _none(seen, words, kinds=PLACES, layer="names")


def time(seen: Seen, wants: Wants) -> Iterator[Fault]:
    """``type``, ``value`` ("*" stands for any end), ``first``, ``last``; ``undated``: not pinned to the calendar."""
    mention = seen.find(wants["words"], frozenset({"time"}))
    if mention is None or mention.timex is None:
        if not wants.get("or_open"):
            yield Fault("times", f"a time at {wants['words']!r}", "nothing")
        return
    kind, value = mention.timex
    yield from _among("times", "type", wants=wants, got=kind)
    if "value" in wants and not any(fnmatchcase(value, one) for one in listed(wants["value"])):
        yield Fault("times", f"value {wants['value']}", value)
    yield from _among("times", "first", wants=wants, got=mention.date and mention.date.first)
    yield from _among("times", "last", wants=wants, got=mention.date and mention.date.last)
    if wants.get("undated") and mention.date is not None:
        yield Fault("times", "no date", mention.date.first)


def no_time(seen: Seen, words: str) -> Iterator[Fault]:
    """No time is seen at these words."""
    yield from _none(seen, words, kinds=frozenset({"time"}), layer="times")


def no_date(seen: Seen, words: str) -> Iterator[Fault]:
    """Nothing at these words is pinned to the calendar."""
    yield from _pinned(seen, words, lambda first: True)


def not_year(seen: Seen, words: str) -> Iterator[Fault]:
    """The figure at these words is not taken for a year."""
    year = words.partition("#")[0].replace(",", "").zfill(4)
    yield from _pinned(seen, words, lambda first: first.startswith(year))


def _pinned(seen: Seen, words: str, wrong: Callable[[str], bool]) -> Iterator[Fault]:
    for mention in seen.touching(locate(seen.reading.document.text, words), frozenset({"time"})):
        if mention.date is not None and wrong(mention.date.first):
            yield Fault("times", f"no date at {words!r}", f"{seen.words(mention)} {mention.date.first}")


def amount(seen: Seen, wants: Wants) -> Iterator[Fault]:
    """``low``, ``high`` ("-" for an open end), ``unit``, ``bound``, ``counted``."""
    mention = seen.find(wants["words"], frozenset({"amount"}))
    if mention is None or mention.quantity is None:
        if not wants.get("or_open"):
            yield Fault("amounts", f"an amount at {wants['words']!r}", "nothing")
        return
    quantity = mention.quantity
    for end, got in (("low", quantity.low), ("high", quantity.high)):
        if end in wants and not any(got == (None if v == OPEN else Decimal(v)) for v in listed(wants[end])):
            yield Fault("amounts", f"{end} {wants[end]}", str(got))
    yield from _among("amounts", "unit", wants=wants, got=quantity.unit)
    yield from _among("amounts", "bound", wants=wants, got=quantity.bound)
    words = None if mention.counted is None else _ARTICLE.sub("", seen.reading.document[mention.counted])
    if "counted" in wants and words not in [_ARTICLE.sub("", one) for one in listed(wants["counted"])]:
        yield Fault("amounts", f"counted {wants['counted']}", str(words))


def no_amount(seen: Seen, words: str) -> Iterator[Fault]:
    """No amount is seen at these words, except one that the case asks for ("Six Leopard 2 tanks")."""
    yield from _none(seen, words, kinds=frozenset({"amount"}), layer="amounts")


def actor(seen: Seen, wants: Wants) -> Iterator[Fault]:
    """``kind``, ``country``, ``code`` (one of the entity's codes, in any scheme)."""
    mention = seen.find(wants["words"], NAMED)
    entity = None if mention is None else seen.entity(mention)
    if mention is None or entity is None:
        if not wants.get("or_open"):
            yield Fault("names", f"somebody at {wants['words']!r}", seen.words(mention))
        return
    yield from _among("names", "kind", wants=wants, got=mention.kind)
    both = (entity, seen.throughout(entity))
    codes = sorted({code for one in both for _, code in one.codes})
    if "code" in wants and not set(codes) & set(listed(wants["code"])):
        yield Fault("actors", f"code {wants['code']}", f"{entity.name} ({entity.id}) {codes}")
    if "country" in wants and not {one.country for one in both} & set(listed(wants["country"])):
        yield Fault("actors", f"country {wants['country']}", f"{entity.name} ({entity.id}) {entity.country}")


def same(seen: Seen, words: Sequence[str]) -> Iterator[Fault]:
    """All these words are about one entity."""
    found = _identities(seen, words)
    if None in found or len(set(found)) > 1:
        yield Fault("actors", f"one entity: {list(words)}", str(found))


def differ(seen: Seen, words: Sequence[str]) -> Iterator[Fault]:
    """No two of these words are about one entity."""
    found = [one for one in _identities(seen, words) if one is not None]
    if len(set(found)) < len(found):
        yield Fault("actors", f"not one entity: {list(words)}", str(found))


def _identities(seen: Seen, words: Sequence[str]) -> list[str | None]:
    mentions = [seen.find(one, NAMED) for one in words]
    entities = [None if mention is None else seen.entity(mention) for mention in mentions]
    return [None if one is None else seen.throughout(one).id for one in entities]


def _none(seen: Seen, words: str, *, kinds: frozenset[str], layer: str) -> Iterator[Fault]:
    for mention in seen.touching(locate(seen.reading.document.text, words), kinds):
        if mention.span not in seen.spared:
            yield Fault(layer, f"nothing at {words!r}", seen.words(mention))


def _among(layer: str, name: str, *, wants: Wants, got: object) -> Iterator[Fault]:
    if name in wants and got not in listed(wants[name]):
        yield Fault(layer, f"{name} {wants[name]}", str(got))


def listed(value: Any) -> list[Any]:
    """One value, or the list of those that are right too."""
    return value if isinstance(value, list) else [value]
