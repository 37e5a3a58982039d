"""Lessons: what the tagger is taught of an annotated report."""

from __future__ import annotations

import pytest

from dateline.evaluate.standoff import Gold
from dateline.extract.statements.candidates import Case
from dateline.extract.statements.choose import Choice
from dateline.extract.statements.proposal import Proposal
from dateline.extract.statements.tagging.hints import Likeness
from dateline.extract.statements.tagging.labels import ROLES
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.learn.statements.gold import Annotated, lessons
from dateline.learn.statements.judge import right
from dateline.mark.linguistic import LinguisticMarker, load_model
from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.model.marks import Marks
from dateline.model.text import Document, Span
from dateline.vocab.load import table

TEXT = "Mayor Brandt has told the council that the dam would hold."
WORDS = WordPieces(["[UNK]", "[CLS]", "[SEP]"])


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


GOLD = Gold((span("Mayor Brandt"),), (span("has told"),), (span("that the dam would hold"),))


@pytest.fixture(scope="module")
def report() -> Annotated:
    document = Document(id="report", text=TEXT, language="en")
    marks = Marks()
    for marker in (PartMarker(table("parts")), QuoteMarker(table("quotemarks")), LinguisticMarker(load_model())):
        marks = marks.plus(marker.mark(document, marks))
    return Annotated(document, marks, (GOLD, Gold((), (), GOLD.content)))


def test_the_verb_of_a_cue_is_its_anchor_and_its_words_have_their_roles(report: Annotated) -> None:
    (lesson,) = lessons(report, WORDS)
    words = TEXT.replace(".", " .").split()
    assert [words[at] for at, one in enumerate(lesson.cues) if one] == ["told"]
    ((anchor, roles),) = lesson.rows  # the statement without a cue teaches nothing
    assert words[anchor] == "told"
    marked = {role: [words[at] for at in range(len(words)) if roles[at, ROLES.index(role)]] for role in ROLES}
    assert marked == {
        "source": ["Mayor", "Brandt"],
        "source starts": ["Mayor"],
        "source ends": ["Brandt"],
        "cue": ["has", "told"],
        "content": ["that", "the", "dam", "would", "hold"],
        "content starts": ["that"],
        "content ends": ["hold"],
    }


def choice(source: str | None, content: str) -> Choice:
    proposal = Proposal(3, "tell", "that", span("told"), span(source) if source else None, (span(content),))
    return Choice(Case(3, (), None), proposal, Likeness(0.0, 0.0), 0.0, None, frozenset())


def test_a_choice_is_right_with_content_and_source() -> None:
    assert right(TEXT, [GOLD], [choice("Brandt", "the dam would hold")]) == {0}
    assert right(TEXT, [GOLD], [choice("the council", "the dam would hold")]) == set()
    assert right(TEXT, [GOLD], [choice("Brandt", "dam")]) == set()
    assert right(TEXT, [GOLD], [choice("Brandt", "dam would hold"), choice("Brandt", "that the dam would hold")]) == {1}
