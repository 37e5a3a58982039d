"""A small run of the fuzz tool in ``bench/``; a large one is started by hand."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dateline.errors import InputError
from dateline.model.text import Document
from dateline.read.all import readers
from dateline.stages import Capture, Reader

TOOL = Path(__file__).parents[2] / "bench/fuzz_readers.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz_readers", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["fuzz_readers"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.media)
def test_generated_inputs_find_no_fault(tool: ModuleType, reader: Reader) -> None:
    tally = tool.fuzz(reader, count=300, seed=3)
    assert tally.faults == []
    assert min(tally.documents, tally.refused) > 20


def test_an_input_follows_from_seed_and_number(tool: ModuleType) -> None:
    assert [tool.generated("html", 5, 9)] * 2 == [tool.generated("html", 5, 9), tool.generated("html", 5, 9)]
    assert len({tool.generated("plain", 5, number) for number in range(40)}) > 20


class Faulty:
    media = "plain"

    def read(self, capture: Capture) -> Document:
        if len(capture.raw) % 3 == 0:
            raise KeyError("a fault of the reader")
        raise InputError("no text")


def test_a_fault_is_found(tool: ModuleType) -> None:
    tally = tool.fuzz(Faulty(), count=60, seed=1)
    assert tally.faults
    assert "a fault of the reader" in tally.faults[0]
