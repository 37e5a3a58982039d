"""``dateline places``, ``times``, ``amounts``, ``actors`` and the decisions, as people and programs see them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dateline.model import ids
from dateline.model.links import Entity, Link, Mention, Reading, Resolution
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate, Quantity
from dateline.stages import Capture
from dateline.store import Store

TEXT = "The Marrow guard sent 7,000 boats to Marrowgate in May 2022, Ada Quill said."


def reading(number: int) -> Reading:
    text = f"{number}: {TEXT}"
    document = Document(f"{number:020x}", text, Source(published=PartialDate("2022-06-01")), f"Boats {number}")
    person = Entity(
        f"{number + 4096:020x}", "person", "Ada Quill", ("Ada Quill",), (("plover", "TJK"), ("sector", "GOV")), "TJ"
    )
    gate = Entity(
        "geonames:7",
        "place",
        "Marrowgate",
        ("Marrowgate",),
        (),
        "TJ",
        38.5,
        68.75,
        7,
        None,
        "settlement",
        0.9,
        ("UZ: its own",),
    )
    tarn = Entity(f"{number + 8192:020x}", "installation", "The Marrow guard", ("The Marrow guard",))
    words: dict[str, dict[str, Any]] = {
        "7,000 boats": {
            "kind": "amount",
            "quantity": Quantity(Decimal(7000), Decimal(7000), "boat"),
            "counted": at(text, "boats"),
        },
        "May 2022": {"kind": "time", "timex": ("DATE", "2022-05"), "date": PartialDate("2022-05")},
    }
    mentions = [
        Mention(ids.mention_id(document.id, v["kind"], at(text, w)), span=at(text, w), **v) for w, v in words.items()
    ]
    links = [Link(person.id, "same", "same:ada", "same name")] if number < 3 else []
    for entity in (person, gate, tarn):
        one = Mention(
            ids.mention_id(document.id, entity.kind, at(text, entity.name)),
            entity.kind,
            at(text, entity.name),
            use="literal",
        )
        mentions.append(one)
        links.append(Link(one.id, "mention", entity.id, "its name"))
    return Reading(document, (), Resolution((person, gate, tarn), tuple(mentions), tuple(links)))


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def filled(dateline: Any, tmp_path: Path) -> Any:
    with Store.open(tmp_path / "kept" / "test.db") as store:
        run = store.begin_run(command="read", settings={}, producers={})
        for number in (1, 2, 3):
            one = reading(number)
            store.keep(Capture(f"{number}.txt", "plain", one.document.text.encode()), one, run)
    return dateline


def test_places_tell_what_where_how_sure_and_who_disputes_it(filled: Any) -> None:
    assert filled("places").out.splitlines() == [
        "Marrowgate  settlement, TJ, 38.5000 68.7500 · score 0.90",
        "  3 reports, 3 mentions · geonames:7",
        "  disputed: UZ: its own",
        "The Marrow guard  installation, not found on the map",
        "  3 reports, 3 mentions",
    ]


def test_mentions_of_places_are_marked_in_their_context(filled: Any) -> None:
    lines = filled("places", "marrowgate", "--mentions", "--limit", "1").out.splitlines()
    assert lines[0] == "Marrowgate  literal · settlement, TJ, 38.5000 68.7500 · geonames:7"
    assert "7,000 boats to **Marrowgate** in May 2022" in lines[1]


def test_times_amounts_and_actors_tell_what_they_are(filled: Any) -> None:
    assert filled("times", "--limit", "1").out.startswith("2022-05  DATE · stated\n")
    assert filled("amounts", "--limit", "1").out.startswith("7,000  boat · of: boats\n")
    assert filled("actors", "quill").out.splitlines()[:2] == [
        "Ada Quill  person · TJK GOV",
        "  2 reports, 2 mentions, 0 statements, 0 events · same:ada",
    ]


@pytest.mark.parametrize(
    ("call", "count"),
    [
        (("places", "--country", "Tajikistan"), 1),
        (("places", "--country", "tj", "--resolved"), 1),
        (("places", "--near", "38.5,68.7", "--km", "10"), 1),
        (("places", "--bbox", "68,38,69,39", "--mentions"), 3),
        (("places", "--bbox", "60,38,61,39"), 0),
        (("times", "--type", "date", "--value", "2022-", "--since", "2022"), 3),
        (("amounts", "--unit", "boat", "--min", "7000", "--counted", "boats"), 3),
        (("amounts", "--dimension", "length"), 0),
        (("actors", "--sector", "gov", "--code", "TJK"), 2),
    ],
)
def test_json_has_what_is_asked_for(call: tuple[str, ...], count: int, filled: Any) -> None:
    said = filled(*call, "--json")
    assert (said.code, len(said.objects)) == (0, count)


def test_nothing_found_is_said_in_words(filled: Any) -> None:
    assert filled("times", "--since", "2030").out == "no such times\n"


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        (("places", "--country", "Tajikstan"), "no country 'Tajikstan'. Choices: "),
        (("places", "--kind", "town"), "no kind of place 'town'. Choices: country, installation, place, region."),
        (("places", "--near", "38"), "near must be LAT,LON, in degrees, not '38'"),
        (("places", "--near", "38,68"), "near needs km, and km needs near"),
        (("places", "--bbox", "a,b,c,d"), "bbox must be WEST,SOUTH,EAST,NORTH, in degrees, not 'a,b,c,d'"),
        (("times", "--type", "DAY"), "no type of time 'DAY'. Choices: DATE, DURATION, SET, TIME."),
        (("amounts", "--dimension", "lenght"), "no dimension 'lenght'. Choices: area, "),
        (("amounts", "--dimension", "length", "--unit", "kg"), "no unit of length 'kg'. Choices: "),
        (("amounts", "--bound", "most"), "no bound 'most'. Choices: about, at_least, at_most, exactly, range."),
        (("actors", "--sector", "MIL"), "no sector 'MIL'. Choices: GOV."),
        (("actors", "--kind", "people"), "no kind of actor 'people'. Choices: "),
        (("split", "quill", "--because", "x"), "'quill' names 3: "),
        (("merge", "quill", "nobody", "--because", "x"), "'quill' names 2: "),
        (("undo", "7"), "there is no decision 7 in this store"),
    ],
)
def test_what_cannot_be_asked_is_one_error(call: tuple[str, ...], answer: str, filled: Any) -> None:
    said = filled(*call)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"error: {answer}")
    assert said.err.count("\n") == 1


def test_what_is_decided_is_listed_and_taken_back(filled: Any) -> None:
    third = f"{3 + 4096:020x}"
    assert filled("decisions").out == "no decisions\n"
    filled("merge", "same:ada", third, "--because", "same voice", "--by", "ana")
    assert filled("actors", "--json").objects[0]["reports"] == 3
    split = filled("split", f"{1 + 4096:020x}", "--because", "her sister", "--by", "ana", "--json").objects[0]
    assert (split["what"], split["payload"]["from"]) == ("split", "same:ada")
    assert [one["reports"] for one in filled("actors", "quill", "--json").objects] == [2, 1]
    filled("undo", "1")
    filled("undo", "2")
    assert [one["reports"] for one in filled("actors", "quill", "--json").objects] == [2, 1]
    lines = filled("decisions").out.splitlines()
    assert lines[0].startswith("  1  merge  Ada Quill and Ada Quill · taken back ")
    assert lines[1].startswith("     because: same voice · ana · ")
