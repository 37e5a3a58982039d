"""Walkers for the engine's tests. What a report says is what happens: "sleep 5", "hog", "die", "fault", ..."""

import os
import re
import signal
import sys
import time
from dataclasses import replace

from dateline.engine import Walker
from dateline.errors import InputError, ModelMissing
from dateline.model.ids import document_id
from dateline.model.links import Reading
from dateline.model.text import Document
from dateline.stages import Capture


class Obedient:
    """Does what the first word of the report says, then gives the report back as a document."""

    def read(self, capture):
        text = capture.raw.decode()
        if text == "unreadable":
            raise InputError("not text at all:\n a picture")
        return Document(document_id(text=text, outlet=None, url=None, published=None), text)

    def walk(self, document, clock):
        verb, _, rest = document.text.partition(" ")
        with clock("doing"):
            document = getattr(self, f"_{verb}", self._nothing)(document, rest) or document
        with clock("resting"):
            return Reading(document)

    def _nothing(self, document, rest):
        return None

    def _sleep(self, document, rest):
        time.sleep(float(rest))

    def _spin(self, document, rest):
        re.match(r"(a+)+$", "a" * 50 + "b")  # never ends, and lets no other thread run

    def _hog(self, document, rest):
        hoard = []
        while True:
            hoard.append(bytearray(10 << 20))
            time.sleep(0.01)

    def _gulp(self, document, rest):
        self.kept = bytearray(2400 << 20)  # asked for at once and never touched: only the kernel can refuse it

    def _grow(self, document, rest):
        self.kept = bytearray(int(rest) << 20)

    def _die(self, document, rest):
        os.kill(os.getpid(), signal.SIGSEGV)

    def _exit(self, document, rest):
        sys.exit(3)

    def _fault(self, document, rest):
        raise ValueError("no such \udc80 luck\x00")

    def _babble(self, document, rest):
        raise ValueError("words \n" * 1000)

    def _unsendable(self, document, rest):
        return replace(document, title=lambda: None)

    def _pid(self, document, rest):
        return replace(document, title=str(os.getpid()))

    def _threads(self, document, rest):
        return replace(document, title=os.environ["OPENBLAS_NUM_THREADS"] + os.environ["OMP_NUM_THREADS"])

    def _print(self, document, rest):
        os.write(1, b"noise")


def obedient() -> Walker:
    return Obedient()


def without_model() -> Walker:
    raise ModelMissing("no model here")


def broken() -> Walker:
    raise KeyError("vocabulary")


def dying() -> Walker:
    os._exit(9)


def captures(*texts: str) -> list[Capture]:
    return [Capture(f"{number}.txt", "plain", text.encode()) for number, text in enumerate(texts)]
