"""Walkers for the tests of the speed bench: a steady one, and some whose output depends on what it must not."""

import os
import time
from dataclasses import replace

from dateline.errors import InputError
from dateline.model.ids import document_id
from dateline.model.links import Reading
from dateline.model.text import Document


class Steady:
    def __init__(self, title="title", fails=False):
        self.title, self.fails, self.read_before = title, fails, 0

    def read(self, capture):
        if self.fails:
            raise InputError("will not")
        text = capture.raw.decode()
        return Document(document_id(text=text, outlet=None, url=None, published=None), text, title=self.title)

    def walk(self, document, clock):
        with clock("marking"):
            pass
        with clock("extracting"):
            return Reading(document)


class OnProcess(Steady):
    def walk(self, document, clock):
        return Reading(replace(document, title=str(os.getpid())))


class OnHistory(Steady):
    def walk(self, document, clock):
        self.read_before += 1
        return Reading(replace(document, title=str(self.read_before)))


class Busy(Steady):
    def walk(self, document, clock):
        with clock("marking"):
            end = time.process_time() + 0.1
            while time.process_time() < end:
                pass
        return Reading(document)


def busy():
    return Busy()


def steady():
    return Steady()


def other():
    return Steady("another title")


def failing():
    return Steady(fails=True)


def on_process():
    return OnProcess()


def on_history():
    return OnHistory()
