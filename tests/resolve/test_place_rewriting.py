"""Places written into what is known of a report: nothing is lost, nothing is there twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.ids import mention_id
from dateline.model.links import Entity, Link, Mention, Resolution
from dateline.model.marks import Toponym
from dateline.model.text import Document, Span
from dateline.resolve.places.rewriting import Placed, Rewriting
from dateline.vocab.gazetteer import Place

WORDS = ("Marrowgate", "Quill", "Oldtown", "Ada", "Brandt", "Ford")
TEXT = " ".join(WORDS)
DOCUMENT = Document("d", TEXT, language="en")
SPANS = [Span(start, start + len(word)) for word, start in ((word, TEXT.index(word)) for word in WORDS)]
LONG = Span(SPANS[3].start, SPANS[4].end)
KINDS = ("person", "organisation", "place", "region", "country", "time", "amount")


def place(number: int, kind: str = "place") -> Place:
    where = ("MW", 0, 0, 1.0 * number, 2.0, 10)
    return Place(number, f"geonames:{number}", f"P{number}", kind, "settlement", "settlement", *where, None, None, ())  # type: ignore[arg-type]


@st.composite
def knowns(draw: st.DrawFn) -> Resolution:
    """Mentions of some words, some linked to entities that may be shared, and a speaker."""
    spans = draw(st.lists(st.sampled_from([*SPANS, LONG]), unique=True, max_size=7))
    mentions = [
        Mention(mention_id("d", kind, span), kind, span) for span in spans for kind in [draw(st.sampled_from(KINDS))]
    ]  # type: ignore[arg-type]
    entities = [
        Entity(id=f"e{number}", kind=draw(st.sampled_from(KINDS[:5])), name=f"E{number}") for number in range(3)
    ]
    links = [
        Link(one.id, "mention", draw(st.sampled_from(entities)).id, "rules")
        for one in mentions
        if one.kind in KINDS[:5] and draw(st.booleans())
    ]
    speaker = [Link("s1", "speaker", links[0].entity, "rules")] if links and draw(st.booleans()) else []
    spoken = {link.entity for link in links}
    return Resolution(tuple(one for one in entities if one.id in spoken), tuple(mentions), (*links, *speaker))


PLACED = st.lists(st.tuples(st.sampled_from(SPANS), st.integers(1, 3)), unique_by=lambda one: one[0].start, max_size=6)


def rewritten(known: Resolution, placed: list[tuple[Span, int]]) -> Resolution:
    found = [Placed(Toponym(span, "literal", 0.9), place(number), 0.8) for span, number in placed]
    return Rewriting(DOCUMENT, known, found, countries={}).resolution()


@given(knowns(), PLACED)
def test_no_mention_is_lost(known: Resolution, placed: list[tuple[Span, int]]) -> None:
    after = {one.span for one in rewritten(known, placed).mentions}
    assert {one.span for one in known.mentions} | {span for span, _ in placed} <= after


@given(knowns(), PLACED)
def test_ids_are_unique(known: Resolution, placed: list[tuple[Span, int]]) -> None:
    found = rewritten(known, placed)
    for some in (found.mentions, found.entities):
        assert len({one.id for one in some}) == len(some)


@given(knowns(), PLACED)
def test_links_point_at_what_is_there(known: Resolution, placed: list[tuple[Span, int]]) -> None:
    found = rewritten(known, placed)
    entities, mentions = {one.id for one in found.entities}, {one.id for one in found.mentions}
    assert {link.entity for link in found.links} <= entities
    assert {link.subject for link in found.links if link.role == "mention"} <= mentions
    assert sorted(link.role for link in found.links).count("speaker") == len(
        [link for link in known.links if link.role == "speaker"]
    )


@given(knowns(), PLACED)
def test_every_placed_word_is_linked_to_its_place(known: Resolution, placed: list[tuple[Span, int]]) -> None:
    found = rewritten(known, placed)
    linked = {link.subject: link.entity for link in found.links if link.role == "mention"}
    for span, number in placed:
        own = {linked.get(one.id) for one in found.mentions if one.span == span and one.kind not in {"time", "amount"}}
        assert own == {f"geonames:{number}"}


@given(knowns(), PLACED)
def test_mentions_are_in_order(known: Resolution, placed: list[tuple[Span, int]]) -> None:
    starts = [(one.span.start, -one.span.end) for one in rewritten(known, placed).mentions]
    assert starts == sorted(starts)


@given(knowns())
def test_without_places_nothing_changes_but_the_order(known: Resolution) -> None:
    found = rewritten(known, [])
    assert set(found.mentions) == set(known.mentions)
    assert set(found.entities) == set(known.entities)
    assert set(found.links) == set(known.links)


def test_entity_that_is_a_place_throughout_is_the_place_for_its_statements_too() -> None:
    mention = Mention("m", "place", SPANS[0])
    known = Resolution(
        (Entity(id="e", kind="place", name="Marrowgate"),),
        (mention,),
        (Link("m", "mention", "e", "rules"), Link("s1", "speaker", "e", "rules")),
    )
    found = rewritten(known, [(SPANS[0], 1)])
    assert [one.id for one in found.entities] == ["geonames:1"]
    assert {link.entity for link in found.links} == {"geonames:1"}


def test_person_whose_surname_is_elsewhere_a_place_stays_a_person() -> None:
    both = (Mention("m", "person", LONG), Mention("n", "person", SPANS[0]))
    entity = Entity(id="e", kind="person", name="Ada Brandt")
    known = Resolution((entity,), both, tuple(Link(one.id, "mention", "e", "rules") for one in both))
    found = rewritten(known, [(SPANS[0], 1)])
    assert entity in found.entities
    assert {link.entity for link in found.links if link.subject == "m"} == {"e"}


def test_country_that_only_its_adjective_stands_for_is_where_it_is() -> None:
    entity = Entity(id="geonames:7", kind="country", name="Marrow")
    known = Resolution((entity,), (Mention("m", "country", SPANS[0]),), (Link("m", "mention", entity.id, "rules"),))
    (found,) = Rewriting(DOCUMENT, known, [], countries={entity.id: place(7)}).resolution().entities
    assert (found.lat, found.geonames, found.precision, found.score) == (7.0, 7, "settlement", None)
