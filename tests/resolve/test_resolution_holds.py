"""What holds for every resolution, whatever the marks."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from staging import resolver, staged

from dateline.model.links import Resolution
from dateline.model.marks import Amount, Mark, Marks, Name, Quote, Reference, Sentence, Time, Token
from dateline.model.records import Statement
from dateline.model.text import Document, Span
from dateline.model.values import PartialDate, Quantity

LETTERS = "abcdefgh Brandt he the official"
DEPS = ("nsubj", "dobj", "pobj", "prep", "appos", "conj", "compound", "relcl", "advcl", "poss", "ROOT", "attr", "punct")
KINDS = ("person", "organisation", "group", "country", "region", "place", "installation")
TAGS = ("NN", "NNS", "NNP", "PRP", "PRP$", "VBD", "WP", "IN", "DT")


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Document, list[Mark], tuple[Statement, ...]]:
    """A text of random words with any parse at all, names, references, quotations and statements anywhere."""
    words = draw(st.lists(st.sampled_from(LETTERS.split()), min_size=1, max_size=25))
    text = " ".join(words)
    count = len(words)
    numbers = st.integers(0, count - 1)
    starts = [len(" ".join(words[:number])) + (number > 0) for number in range(count)]
    marks: list[Mark] = []
    for number, word in enumerate(words):
        head, dep, tag = draw(numbers), draw(st.sampled_from(DEPS)), draw(st.sampled_from(TAGS))
        span = Span(starts[number], starts[number] + len(word))
        marks.append(Token(span, number, word, word.lower(), draw(st.sampled_from(["NOUN", "VERB"])), tag, dep, head))

    def span(widest: int) -> Span:
        first = draw(numbers)
        last = min(count - 1, first + draw(st.integers(0, widest)))
        return Span(starts[first], starts[last] + len(words[last]))

    marks.append(Sentence(Span(0, len(text)), 0, count))
    for one in {span(1) for _ in range(draw(st.integers(0, 4)))}:
        marks.append(Name(one, draw(st.sampled_from(KINDS))))
    for one in {span(2) for _ in range(draw(st.integers(0, 6)))}:
        form = draw(st.sampled_from(["pronoun", "possessive", "nominal"]))
        marks.append(Reference(one, form, draw(st.sampled_from(["singular", "plural", None])), None))
    marks.extend(Quote(one, one, 0, number, True) for number, one in enumerate({span(5) for _ in range(2)}))
    statements = [
        Statement(f"s{number}", "d", draw(st.none() | st.just(span(3))), None, (span(6),), "direct", "says")
        for number in range(draw(st.integers(0, 5)))
    ]
    return Document("d", text), marks, tuple(statements)


@given(scenes())
def test_links_join_what_is_there(scene: tuple[Document, list[Mark], tuple[Statement, ...]]) -> None:
    document, marks, statements = scene
    found = resolver().resolve(document, Marks.of(marks), statements, Resolution())
    entities = {entity.id for entity in found.entities}
    mentions = {mention.id for mention in found.mentions}
    assert {link.entity for link in found.links} <= entities
    assert {link.subject for link in found.links if link.role == "mention"} <= mentions
    assert {link.subject for link in found.links if link.role == "speaker"} <= {one.id for one in statements}


@given(scenes())
def test_ids_are_given_once(scene: tuple[Document, list[Mark], tuple[Statement, ...]]) -> None:
    document, marks, statements = scene
    found = resolver().resolve(document, Marks.of(marks), statements, Resolution())
    for ids in ([one.id for one in found.entities], [one.id for one in found.mentions]):
        assert max(Counter(ids).values(), default=1) == 1
    assert max(Counter((link.subject, link.role) for link in found.links).values(), default=1) == 1


@given(scenes(), st.randoms(use_true_random=False))
def test_order_of_marks_does_not_matter(
    scene: tuple[Document, list[Mark], tuple[Statement, ...]], random: object
) -> None:
    document, marks, statements = scene
    kinds = sorted({type(mark) for mark in marks}, key=lambda kind: kind.__name__, reverse=True)
    turned = [mark for kind in kinds for mark in marks if type(mark) is kind]
    assert _same(resolver().resolve(document, Marks.of(marks), statements, Resolution()), document, turned, statements)


def test_times_and_amounts_are_mentions_too() -> None:
    document = Document("d", "On May 2 some 40 trucks left.")
    date, quantity = PartialDate("2017-05-02"), Quantity(Decimal(40), Decimal(40), "truck", "about")
    marks = Marks.of(
        [Time(Span(3, 8), "DATE", "2017-05-02", date), Amount(Span(9, 16), quantity, counted=Span(17, 23))]
    )
    time, amount = resolver().resolve(document, marks, (), Resolution()).mentions
    assert (time.kind, time.timex, time.date) == ("time", ("DATE", "2017-05-02"), date)
    assert (amount.kind, amount.quantity, amount.counted) == ("amount", quantity, Span(17, 23))


def test_report_without_words_gives_nothing() -> None:
    assert resolver().resolve(Document("d", " "), Marks(), (), Resolution()) == Resolution()


def test_same_report_gives_the_same() -> None:
    found = staged("[Robert Velm] said {the road is open}. [He] said {it is safe}. Peter Orlov left Russia.")
    again = resolver().resolve(found.document, found.marks, found.statements, Resolution())
    assert again == found.resolution


def _same(found: Resolution, document: Document, marks: list[Mark], statements: tuple[Statement, ...]) -> bool:
    return resolver().resolve(document, Marks.of(marks), statements, Resolution()) == found
