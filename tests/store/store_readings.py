"""Readings built by hand, so that no reader and no model is needed to test the store. All names are invented."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from dateline.model import ids
from dateline.model.links import Entity, Link, Mention, Reading, Resolution
from dateline.model.records import Commitment, Event, Figure, Producer, Statement
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate, Quantity
from dateline.stages import Capture
from dateline.store import Store

PRODUCERS = {"statements": "1", "names": "1"}


@dataclass(frozen=True)
class Said:
    """A statement to be: its words as they stand in the text, who says them, and how."""

    content: str
    source: str | None = None
    cue: str | None = None
    stance: str = "say"
    form: str = "indirect"
    date: PartialDate | None = None
    speaker: str | None = None  # the id of one of the report's entities
    commitment: Commitment = "said"
    distance: str | None = None
    within: Said | None = None  # the statement of the same report that it stands in


@dataclass(frozen=True)
class Report:
    """A report to be: ``reading()`` and ``capture()`` are what a reader and the stages would give."""

    text: str
    said: tuple[Said, ...] = ()
    entities: tuple[Entity, ...] = ()
    locator: str = "reports/a.txt"
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str = "en"
    issues: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    score: float = 0.5
    raw: bytes | None = None
    media: str = "plain"

    def capture(self) -> Capture:
        raw = self.text.encode() if self.raw is None else self.raw
        return Capture(locator=self.locator, media=self.media, raw=raw, published=self.published)

    def document(self) -> Document:
        published = None if self.published is None else PartialDate(self.published, basis="published")
        key = ids.document_id(text=self.text, outlet=self.outlet, url=None, published=self.published)
        source = Source(outlet=self.outlet, published=published, extra=self.extra)
        return Document(key, self.text, source, self.title, self.language, self.issues)

    def reading(self) -> Reading:
        document = self.document()
        records = tuple(self._statement(document, one) for one in self.said)
        speakers = tuple(
            Link(record.id, "speaker", one.speaker, "same name")
            for record, one in zip(records, self.said, strict=True)
            if one.speaker is not None
        )
        mentions, links = self._mentions(document)
        return Reading(document, records, Resolution(self.entities, mentions, speakers + links))

    def _statement(self, document: Document, one: Said) -> Statement:
        content, source, cue = (span_of(document.text, words) for words in (one.content, one.source, one.cue))
        assert content is not None
        return Statement(
            id=ids.record_id(document.id, "statement", source, cue, [content]),
            document=document.id,
            source=source,
            cue=cue,
            content=(content,),
            form=one.form,
            stance=one.stance,
            commitment=one.commitment,
            distance=() if one.distance is None else tuple(filter(None, [span_of(document.text, one.distance)])),
            within=None if one.within is None else self._statement(document, one.within).id,
            date=one.date,
            score=self.score,
            why="built by hand",
            by=Producer("statements", "1"),
        )

    def _mentions(self, document: Document) -> tuple[tuple[Mention, ...], tuple[Link, ...]]:
        mentions, links = [], []
        for entity in self.entities:
            span = span_of(document.text, entity.name)
            if span is not None:
                key = ids.mention_id(document.id, entity.kind, span)
                mentions.append(Mention(key, entity.kind, span, use="literal"))
                links.append(Link(key, "mention", entity.id, "its name"))
        return tuple(mentions), tuple(links)


def span_of(text: str, words: str | None) -> Span | None:
    """Where ``words`` first stand in ``text``."""
    if words is None or words not in text:
        return None
    start = text.index(words)
    return Span(start, start + len(words))


def kept(store: Store, *reports: Report, producers: dict[str, str] | None = None) -> int:
    """Keeps the reports in one run; gives the run."""
    run = store.begin_run(command="read", settings={"workers": 1}, producers=producers or PRODUCERS)
    for report in reports:
        store.keep(report.capture(), report.reading(), run)
    return run


def exported(store: Store) -> list[str]:
    """The store's entries as the lines an exporter would write."""
    return [json.dumps(entry, ensure_ascii=False) for entry in store.entries()]


MARTA = Entity("e-marta", "person", "Marta Kolvén", ("Marta Kolvén", "Kolvén"))
TEXT = (
    "VELIK (Morrow Wire) - Harbour minister Marta Kolvén said on Tuesday that the port of Velik would stay open.\n"
    "She threatened to close it if the strike went on. The dockers' union denied that talks had failed."
)
HARBOUR = Report(
    TEXT,
    said=(
        Said("the port of Velik would stay open", "Harbour minister Marta Kolvén", "said", speaker="e-marta"),
        Said("to close it if the strike went on", "She", "threatened", stance="threaten", speaker="e-marta"),
        Said("talks had failed", "The dockers' union", "denied", stance="deny"),
    ),
    entities=(MARTA, Entity("iso:VK", "country", "Velik", ("Velik",), (("iso2", "VK"),), "VK")),
    locator="reports/harbour.txt",
    title="Port to stay open",
    outlet="Morrow Wire",
    published="2021-03-04",
)


def numbered(count: int) -> list[Report]:
    """Different short reports, each with a statement."""
    return [
        Report(
            f"Report {number}. Marta Kolvén said that pier {number} is closed. Velik waits.",
            said=(Said(f"pier {number} is closed", "Kolvén", "said", speaker="e-marta"),),
            entities=(MARTA,),
            locator=f"reports/{number:04d}.txt",
            title=f"Pier {number}",
            published="2021-03-04",
        )
        for number in range(count)
    ]


def texts(min_size: int = 0, max_size: int = 40) -> st.SearchStrategy[str]:
    """Any Unicode that readers let through: no NUL, no lone surrogates."""
    return st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=min_size, max_size=max_size
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Readings with anything that the model lets them hold, sensible or not."""
    text = draw(texts(min_size=1))
    published = draw(st.none() | dates())
    outlet, title = draw(st.none() | texts()), draw(st.none() | texts())
    extra = draw(
        st.dictionaries(texts(), st.one_of(st.none(), st.floats(allow_nan=False), st.text(max_size=5)), max_size=2)
    )
    source = Source(
        outlet=outlet, published=published, extra=tuple((name, json.dumps(one)) for name, one in extra.items())
    )
    key = ids.document_id(text=text, outlet=outlet, url=None, published=None if published is None else published.first)
    document = Document(
        key, text, source, title, draw(st.sampled_from(["en", "und"])), tuple(draw(st.lists(texts(), max_size=2)))
    )
    entities = tuple(draw(st.lists(any_entity(), max_size=4)))
    records = tuple(draw(st.lists(any_statement(document) | any_event(document), max_size=4)))
    mentions = tuple(draw(st.lists(any_mention(document), max_size=4)))
    subjects = [one.id for one in (*records, *mentions, *entities)]
    links = (
        draw(st.lists(any_link(subjects, [one.id for one in entities]), max_size=6)) if subjects and entities else []
    )
    return Reading(document, records, Resolution(entities, mentions, tuple(links)))


def dates() -> st.SearchStrategy[PartialDate]:
    """Dates of any precision."""
    return st.sampled_from(
        [PartialDate("2017"), PartialDate("2017-04"), PartialDate("2017-04-12"), PartialDate("2016", "2017-03")]
    )


def spans(document: Document) -> st.SearchStrategy[Span]:
    """Any span of the text."""
    end = len(document.text)
    two = st.tuples(st.integers(0, end - 1), st.integers(1, end))
    return two.map(lambda two: Span(min(two[0], two[1] - 1), max(two)))


def any_entity() -> st.SearchStrategy[Entity]:
    """Entities; several may have one id."""
    return st.builds(
        Entity,
        id=st.sampled_from(["iso:VK", "iso:MO", "e-1", "e-2"]),
        kind=st.sampled_from(["person", "country"]),
        name=texts(),
        names=st.lists(texts(), max_size=3).map(tuple),
        codes=st.just(()) | st.just((("iso2", "VK"),)),
        country=st.none() | st.just("VK"),
        lat=st.none() | st.floats(-90, 90),
        lon=st.none() | st.floats(-180, 180),
        geonames=st.none() | st.integers(1, 10**7),
        precision=st.none() | st.sampled_from(["point", "country"]),
        score=st.none() | st.floats(0, 1),
        claims=st.lists(texts(), max_size=2).map(tuple),
    )


def any_statement(document: Document) -> st.SearchStrategy[Statement]:
    """Statements anywhere in the document."""
    span = spans(document)
    return st.builds(
        Statement,
        id=st.sampled_from(["r1", "r2", "r3", "r4"]),
        document=st.just(document.id),
        source=st.none() | span,
        cue=st.none() | span,
        content=st.lists(span, min_size=1, max_size=3).map(tuple),
        form=st.sampled_from(["direct", "indirect", "mixed"]),
        stance=st.sampled_from(["say", "deny"]),
        date=st.none() | dates(),
        date_span=st.none() | span,
        score=st.floats(0, 1),
        why=texts(),
        by=st.just(Producer("statements", "1")),
    )


def any_event(document: Document) -> st.SearchStrategy[Event]:
    """Events anywhere in the document."""
    span = spans(document)
    figure = st.builds(Figure, st.just("killed"), st.just(Quantity(None, Decimal(3), "person", "at_most")), span, span)
    return st.builds(
        Event,
        id=st.sampled_from(["r1", "r2", "v1", "v2"]),
        document=st.just(document.id),
        type=st.sampled_from(["ASSAULT", "AID"]),
        mode=st.none() | st.just("beat"),
        contexts=st.just(()) | st.just(("military",)),
        quad=st.just("material-conflict"),
        cameo=st.none() | st.just("19"),
        status=st.sampled_from(["happened", "planned"]),
        trigger=span,
        evidence=st.lists(span, max_size=2).map(tuple),
        actors=st.lists(span, max_size=2).map(tuple),
        recipients=st.lists(span, max_size=2).map(tuple),
        place=st.none() | span,
        date=st.none() | dates(),
        date_span=st.none() | span,
        figures=st.lists(figure, max_size=2).map(tuple),
        instrument=st.none() | span,
        statement=st.none() | st.sampled_from(["r1", "r3"]),
        score=st.floats(0, 1),
    )


def any_mention(document: Document) -> st.SearchStrategy[Mention]:
    """Mentions of names, times and amounts anywhere in the document."""
    quantity = Quantity(Decimal("7000"), None, "person", "at_least")
    return st.builds(
        Mention,
        id=st.sampled_from(["m1", "m2", "m3", "m4"]),
        kind=st.sampled_from(["person", "time", "amount"]),
        span=spans(document),
        use=st.none() | st.sampled_from(["literal", "metonymic"]),
        timex=st.none() | st.just(("DATE", "2017-04")),
        date=st.none() | dates(),
        quantity=st.none() | st.just(quantity),
        counted=st.none() | spans(document),
    )


def any_link(subjects: list[str], entities: list[str]) -> st.SearchStrategy[Link]:
    """Links between what there is."""
    return st.builds(
        Link,
        subject=st.sampled_from(subjects),
        role=st.sampled_from(["speaker", "mention", "same", "place"]),
        entity=st.sampled_from(entities),
        basis=texts(),
    )
