"""A walker for the tests of the amounts bench: it finds the first run of digits, and counts the word after."""

import json
import re
from decimal import Decimal

from dateline.model.links import Mention, Reading, Resolution
from dateline.model.text import Document, Span
from dateline.model.values import Quantity

_AMOUNT = re.compile(r"([0-9]+) (\w+)")


class Crude:
    def __init__(self, changes=False):
        self.changes = changes

    def read(self, capture):
        text = json.loads(capture.raw)["text"]
        return Document("d", text + "!" if self.changes else text, language="en")

    def walk(self, document, clock):
        found = _AMOUNT.search(document.text)
        if found is None:
            return Reading(document, (), Resolution())
        value = Decimal(found[1])
        amount = Mention(
            "m", "amount", Span(*found.span()), quantity=Quantity(value, value, None), counted=Span(*found.span(2))
        )
        return Reading(document, (), Resolution(mentions=(amount,)))


def crude():
    return Crude()


def changing():
    return Crude(changes=True)
