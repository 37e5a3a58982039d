"""Memberships and heads of state and government against the facts of the CIA World Factbook, where they are at hand."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.vocab.actors import Actors, actors

FACTS = Path(__file__).parents[3] / "shared/data/factbook/snapshots.jsonl.gz"
pytestmark = pytest.mark.skipif(not FACTS.exists(), reason="the Factbook snapshots are not at hand")

COUNTRIES = {
    "ti": "TJ", "af": "AF", "kg": "KG", "kz": "KZ", "uz": "UZ", "tx": "TM", "pk": "PK", "rs": "RU", "ch": "CN",
    "up": "UA", "ir": "IR", "in": "IN", "bo": "BY",
}  # fmt: skip
BODIES = {
    "CSTO": "csto", "SCO": "sco", "CIS": "cis", "EAEU": "eaeu", "OIC": "oic", "NATO": "nato", "EU": "eu", "ECO": "eco",
    "CE": "council-of-europe", "SAARC": "saarc", "ASEAN": "asean", "OPEC": "opec", "WTO": "wto", "BRICS": "brics",
    "OAS": "oas", "GUAM": "guam", "G-20": "g20",
}  # fmt: skip

# Where the Factbook lags behind: it kept a member that had left, or called a new one an observer for years.
LATE = {
    ("csto", "UZ"),  # left in 2012, still listed in 2017
    ("council-of-europe", "RU"),  # excluded in March 2022, still listed in 2024
    ("sco", "IN"),  # a member since June 2017, an observer there until 2024
    ("sco", "PK"),
    ("sco", "IR"),  # since July 2023
    ("wto", "AF"),  # since July 2016
    ("wto", "KZ"),  # since November 2015
}


@pytest.fixture(scope="module")
def base() -> Actors:
    return actors()


def _snapshots() -> Iterator[tuple[str, str, dict[str, Any]]]:
    with gzip.open(FACTS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield COUNTRIES[row["country"]], row["snapshot"], row["fields"]


def test_members_are_those_of_the_factbook(base: Actors) -> None:
    seen, differing = 0, set()
    for country, day, fields in _snapshots():
        listed = fields.get("Government / International organization participation", {}).get("text", "")
        full = {item.strip() for item in listed.replace("EEU", "EAEU").split(",")}  # "SCO (observer)" is no member
        for short, body in BODIES.items():
            if not listed or short not in listed:
                continue
            seen += 1
            if (short in full) != (country in base.members(body, day)):
                differing.add((body, country))
    assert seen > 300
    assert sorted(differing - LATE) == []


@pytest.mark.parametrize(
    ("field", "offices"),
    [("chief of state", ("supreme-leader", "president")), ("head of government", ("prime-minister", "president"))],
)
def test_holders_are_those_of_the_factbook(base: Actors, field: str, offices: tuple[str, ...]) -> None:
    seen, differing = 0, []
    for country, day, fields in _snapshots():
        text = fields.get("Government / Executive branch", {}).get(field, {}).get("text", "")
        begun = re.findall(r"[A-Z][A-Z'’-]{2,}", text.split("(since")[0])
        holders = [one for office in offices for one in base.holders(country, office, day)]
        if "(since" not in text or not begun or not holders:
            continue
        seen += 1
        full = base.people(" ".join(text.split("(since")[0].split()[-2:]))
        if not any(one in full or _alike(name, one.surname or "") for one in holders for name in begun):
            differing.append((country, day, begun, [one.name for one in holders]))
    assert seen > 60
    assert not differing


def _alike(upper: str, surname: str) -> bool:
    """Whether two spellings may be one name: the same consonants but for those that are written in several ways."""
    return _bones(upper) == _bones(surname)


def _bones(name: str) -> str:
    plain = re.sub(r"[^a-z]", "", name.lower())
    for before, after in (("zh", "j"), ("dj", "j"), ("kh", "k"), ("v", "w"), ("y", ""), ("q", "k"), ("h", "")):
        plain = plain.replace(before, after)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouw]", "", plain))
