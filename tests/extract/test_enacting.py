"""Documents that enact: a body named once or at the head of each paragraph. Bodies and places are invented."""

from __future__ import annotations

import pytest

from dateline import registry
from dateline.config import settings
from dateline.model.links import Reading
from dateline.model.text import Document
from dateline.pipeline import Pipeline
from dateline.vocab.enacting import Enacting

RESOLUTION = """Resolution 12 of the Harbour Council

The Harbour Council,

Recalling its decision of 4 May, and expressing grave concern at the state of the dam,

Deeply concerned that the lock may fail,

Having met in Orlau, and noting that the engineers were not heard,

1.

Decides to close the lower quay until June;

2.

Calls upon the builders to repair the dam, and requests the mayor to report on it;

3. Determines that:

(a)

The gates shall be shut at night;

(b)

The keys shall lie with the harbour master."""

STATEMENT = """The President of the Harbour Council made the following statement on behalf of the Council:

“The Harbour Council welcomes the new bridge at Orlau. It urges them to build more.

“The Harbour Council, however, notes with concern that the old bridge is in use. In short, the Council asks for aid.

“The Harbour Council condemns the theft of stone from the quay.”"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def enacted(reading: Reading) -> list[tuple[str, str, str, str]]:
    text = reading.document
    found = [one for one in reading.statements if one.why.startswith("enacts")]
    return [
        (text[one.source], text[one.cue], " // ".join(text[span] for span in one.content), one.stance)
        for one in sorted(found, key=lambda one: one.cue)
    ]


def read(pipeline: Pipeline, text: str) -> Reading:
    return pipeline.walk(Document(id="report", text=text, language="en"))


def test_paragraphs_under_a_body_named_once_are_its_statements(pipeline: Pipeline) -> None:
    body = "The Harbour Council"
    assert enacted(read(pipeline, RESOLUTION)) == [
        (body, "Recalling", "its decision of 4 May", "says"),
        (body, "expressing grave concern at", "the state of the dam", "fears"),
        (body, "Deeply concerned", "that the lock may fail", "fears"),
        (body, "noting", "that the engineers were not heard", "says"),
        (body, "Decides", "to close the lower quay until June", "announces"),
        (body, "Calls upon", "the builders to repair the dam", "demands"),
        (body, "requests", "the mayor to report on it", "asks"),
        (
            body,
            "Determines",
            "that // The gates shall be shut at night; // The keys shall lie with the harbour master.",
            "announces",
        ),
    ]


def test_paragraphs_that_open_with_the_body_are_its_statements(pipeline: Pipeline) -> None:
    assert [(source, cue) for source, cue, _, _ in enacted(read(pipeline, STATEMENT))] == [
        ("The Harbour Council", "welcomes"),
        ("It", "urges"),
        ("The Harbour Council", "notes with concern"),
        ("the Council", "asks for"),
        ("The Harbour Council", "condemns"),
    ]


def test_a_statement_read_out_holds_what_it_enacts(pipeline: Pipeline) -> None:
    reading = read(pipeline, STATEMENT)
    (outer,) = [one for one in reading.statements if one.why.startswith("led")]
    inner = [one for one in reading.statements if one.why.startswith("enacts")]
    assert reading.document[outer.source] == "The President of the Harbour Council"
    assert len(outer.content) == 3
    assert {one.within for one in inner} == {outer.id}


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master,\n\nRecalling the flood, closed the gate.\n\nHe went home.",  # too few
        "The boats came in.\n\nWelcoming guests is hard work.\n\nNoting prices is easy.\n\nCalling home is dear.",
    ],
    ids=["two paragraphs", "no body named"],
)
def test_other_reports_enact_nothing(pipeline: Pipeline, text: str) -> None:
    assert enacted(read(pipeline, text)) == []


def test_forms_of_the_words_that_open_paragraphs() -> None:
    words = Enacting.load()
    assert words.form("Recognizing") == ("recognize", "participle")
    assert words.form("Clarifies") == ("clarify", "third person")
    assert words.form("Stresses") == ("stress", "third person")
    assert words.form("Alarmed") == ("alarmed", "state")
    assert words.form("Opened") is None


def test_a_table_that_lacks_a_section_is_refused() -> None:
    with pytest.raises(KeyError):
        Enacting({"fewest": 3, "steps": 6, "states": [], "verbs": []})


def test_a_title_is_nobodys_words() -> None:
    accurate = registry.pipeline(settings(tier="accurate"))
    text = (
        "In connection with the council’s consideration of the item entitled “The state of the old dam at Orlau”, "
        "the clerk left."
    )
    assert read(accurate, text).statements == ()
    kept = read(accurate, "The minister's criticism of the book entitled “Cold Water” was heard.").statements
    assert "n:of:criticism" in [one.why for one in kept]
