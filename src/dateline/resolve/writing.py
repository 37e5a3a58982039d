"""Writes what was resolved as entities, mentions and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from dateline.model.ids import entity_id, mention_id
from dateline.model.links import Entity, Link, Mention, Resolution
from dateline.model.marks import Amount, Marks, Name, Time, Use
from dateline.model.records import Statement
from dateline.model.text import Document, Span
from dateline.resolve.cast import Figure, Pointer


class Writing:
    """Turns figures and pointers into a resolution. A figure without a name that comes up once and says nothing
    is left out.
    """

    def __init__(self, document: Document, pointers: list[Pointer], speakers: Mapping[str, tuple[Figure, str]]) -> None:
        self._document, self._speakers = document, speakers
        self._says = {figure for figure, _ in speakers.values()}
        ordered = sorted(pointers, key=lambda pointer: (pointer.span.start, -pointer.span.end))
        kept = _distinct(ordered)
        counts = Counter(pointer.figure for pointer in kept)
        self._pointers = [pointer for pointer in kept if self._worth_keeping(pointer, counts)]
        self._ids = dict(self._identified())
        self._mention_ids = {id(one): mention_id(document.id, one.kind, one.span) for one in self._pointers}

    def resolution(self, marks: Marks, statements: tuple[Statement, ...]) -> Resolution:
        """All entities in order of first mention, all mentions in order of place, and their links."""
        uses = {name.span: name.use for name in marks.every(Name)}
        mentions = [
            *(self._mention(pointer, uses.get(pointer.span)) for pointer in self._pointers),
            *self._values(marks),
        ]
        return Resolution(
            entities=tuple(dict.fromkeys(self._entity(figure) for figure in self._ids)),
            mentions=tuple(sorted(mentions, key=lambda one: (one.span.start, -one.span.end, one.kind))),
            links=(*self._mention_links(), *self._speaker_links(statements)),
        )

    def _worth_keeping(self, pointer: Pointer, counts: Counter[Figure | None]) -> bool:
        figure = pointer.figure
        return figure is None or bool(figure.names) or figure in self._says or counts[figure] > 1

    def _identified(self) -> Iterator[tuple[Figure, str]]:
        seen: set[Figure] = set()
        for pointer in self._pointers:
            figure = pointer.figure
            if figure is not None and figure not in seen:
                seen.add(figure)
                country = figure.kind == "country" and figure.code is not None
                yield (
                    figure,
                    f"iso:{figure.code}" if country else entity_id(self._document.id, figure.kind, pointer.span),
                )

    def _entity(self, figure: Figure) -> Entity:
        names = tuple(figure.names) or (figure.description or "",)
        usual = figure.description if figure.names else None
        return Entity(
            id=self._ids[figure],
            kind=figure.kind,
            name=usual or max(names, key=lambda name: (len(name.split()), len(name))),
            names=names,
            codes=(("iso", figure.code),) if figure.code is not None else (),
            country=figure.country,
        )

    def _mention(self, pointer: Pointer, use: Use | None) -> Mention:
        return Mention(self._mention_ids[id(pointer)], pointer.kind, pointer.span, use=use)

    def _mention_links(self) -> Iterator[Link]:
        for pointer in self._pointers:
            if pointer.figure is not None:
                subject = self._mention_ids[id(pointer)]
                yield Link(subject, "mention", self._ids[pointer.figure], pointer.basis)

    def _speaker_links(self, statements: tuple[Statement, ...]) -> Iterator[Link]:
        for statement in statements:
            figure, basis = self._speakers.get(statement.id, (None, ""))
            if figure is not None and figure in self._ids:
                yield Link(statement.id, "speaker", self._ids[figure], basis)

    def _values(self, marks: Marks) -> Iterator[Mention]:
        for time in marks.every(Time):
            own = mention_id(self._document.id, "time", time.span)
            yield Mention(own, "time", time.span, timex=(time.type, time.value), date=time.date, mod=time.mod)
        for amount in marks.every(Amount):
            own = mention_id(self._document.id, "amount", amount.span)
            yield Mention(own, "amount", amount.span, quantity=amount.quantity, counted=amount.counted)


def _distinct(pointers: list[Pointer]) -> list[Pointer]:
    """One pointer a span and kind, the first."""
    found: dict[tuple[Span, str], Pointer] = {}
    for pointer in pointers:
        found.setdefault((pointer.span, pointer.kind), pointer)
    return list(found.values())
