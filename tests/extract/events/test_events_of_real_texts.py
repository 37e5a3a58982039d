"""What holds for the events of real news: anchors, one record for two sides, no happening after the report of it."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from dateline import registry
from dateline.config import settings
from dateline.model import wire
from dateline.model.text import Document, Source
from dateline.model.values import PartialDate

ENTRIES = Path(__file__).parents[4] / "shared" / "data" / "current-events" / "entries.jsonl.gz"
DONE = {"happened", "ongoing", "denied", "historical"}


@pytest.mark.skipif(
    not ENTRIES.exists(), reason="needs ../shared/data/current-events, which is not part of the project"
)
def test_three_hundred_entries() -> None:
    with gzip.open(ENTRIES, "rt", encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    pipeline = registry.pipeline(settings(tier="rules"))
    count = 0
    for entry in random.Random(5).sample(entries, 300):
        published = PartialDate(entry["date"])
        document = Document("report", entry["text"], Source(published=published), language="en")
        reading = pipeline.walk(document)
        records = list(wire.records(reading))
        wire.check_anchors(records, document.text)
        sides = set()
        for event in reading.events:
            count += 1
            assert event.date is None or event.status not in DONE or event.date.earliest <= published.latest
            parties = tuple(
                frozenset(document[one].lower() for one in some) for some in (event.actors, event.recipients)
            )
            if all(parties):
                assert (event.type, event.status, *reversed(parties)) not in sides, "a mirror image"
                sides.add((event.type, event.status, *parties))
    assert count > 150
