"""Folding: what a report tells twice is one event, what it tells of two is two."""

from __future__ import annotations

import pytest

from dateline import registry
from dateline.config import settings
from dateline.model.text import Document, Source
from dateline.model.values import PartialDate
from dateline.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def told(pipeline: Pipeline, text: str) -> list[list[str]]:
    """The tellings of each event of a report, as single words in order."""
    document = Document("report", text, Source(published=PartialDate("2021-06-15")), language="en")
    events = pipeline.walk(document).events
    tellings = [sorted((one.trigger, *one.evidence), key=lambda span: span.start) for one in events]
    return [[document[span].split()[-1] for span in some] for some in tellings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Six soldiers were killed and ten wounded when gunmen stormed a post near Osh.",
            [["killed", "wounded", "stormed"]],
        ),
        ("Rebels shelled the village of Tal Marra, killing four people.", [["shelled", "killing"]]),
        ("Police arrested a banker in Baku. The arrest was made on Monday.", [["arrested", "arrest"]]),
        ("Police arrested a banker in Baku. Police arrested a lawyer in Ganja.", [["arrested"], ["arrested"]]),
        ("Rebels bombed a bridge in Idlib. Soldiers bombed a school in Homs.", [["bombed"], ["bombed"]]),
        ("Rebels bombed a bridge. The army threatened to bomb the camp.", [["bombed"], ["threatened"], ["bomb"]]),
        ("The army attacked a base in Kandahar and shelled a village in Zabul.", [["attacked"], ["shelled"]]),
    ],
)
def test_tellings(pipeline: Pipeline, text: str, found: list[list[str]]) -> None:
    assert told(pipeline, text) == found


def test_the_deed_stands_before_what_came_of_it(pipeline: Pipeline) -> None:
    document = Document("report", "Six soldiers were killed when gunmen stormed a post near Osh.", language="en")
    (event,) = pipeline.walk(document).events
    assert document[event.trigger] == "stormed"
    assert [document[one] for one in event.recipients] == ["Six soldiers", "post"]
    assert [(one.name, one.quantity.low) for one in event.figures] == [("killed", 6)]
