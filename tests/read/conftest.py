"""The parts of the readers, and the invented paragraphs in many languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from shared_readers import DECODER, DETECTOR

from dateline.read.decoding import Decoder
from dateline.read.language import LanguageDetector

_PARAGRAPHS = Path(__file__).parent / "paragraphs.toml"


@pytest.fixture(scope="session")
def detector() -> LanguageDetector:
    return DETECTOR


@pytest.fixture(scope="session")
def decoder() -> Decoder:
    return DECODER


@pytest.fixture(scope="session")
def paragraphs() -> Mapping[str, str]:
    return tomllib.loads(_PARAGRAPHS.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def english(paragraphs: Mapping[str, str]) -> str:
    return paragraphs["en"]
