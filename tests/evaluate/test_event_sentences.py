"""Sentences whose events are marked: what is found, what of it is right, and that the files of ours hold together."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import InputError, UsageError
from dateline.evaluate.events.marked import read
from dateline.evaluate.events.sentences import SentenceScore, measure_sentences
from dateline.evaluate.gold import HERE
from dateline.model.links import Reading
from dateline.model.records import Event, Figure
from dateline.model.text import Document, Span
from dateline.model.values import PartialDate, Quantity
from dateline.vocab.plover import Plover

STORM = "A storm kept the boats of Velik in their harbour for the whole of the week."
TEXT = "Troops of the Tarn Guard arrested at least 12 dockers in Velik on Monday, and Ada Quill condemned them."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def ends(words: str) -> list[int]:
    return [at(words).start, at(words).end]


ARREST: dict[str, Any] = {
    "trigger": ends("arrested"),
    "type": "COERCE",
    "mode": "arrest",
    "status": "happened",
    "actors": [ends("Troops of the Tarn Guard")],
    "recipients": [ends("at least 12 dockers")],
    "place": ends("Velik"),
    "date": "2021-03-01",
    "figures": [{"name": "detained", "low": 12, "high": None}],
}
BLAME: dict[str, Any] = {
    **ARREST,
    "trigger": ends("condemned"),
    "type": "ACCUSE",
    "mode": "disapprove",
    "actors": [ends("Ada Quill")],
    "recipients": [ends("them")],
    "place": None,
    "date": None,
    "figures": [],
}


def event(trigger: str, kind: str = "COERCE", **more: Any) -> Event:
    given = {"mode": None, "contexts": (), "quad": "material-conflict", "cameo": None, "status": "happened", **more}
    return Event(id=trigger, document="d", type=kind, trigger=at(trigger), **given)


DETAINED = Figure("detained", Quantity(Decimal(12), None, None, "at_least"), at("12"))
RIGHT = event(
    "arrested",
    mode="arrest",
    actors=(at("Troops"),),
    recipients=(at("12 dockers"),),
    place=at("in Velik"),
    date=PartialDate("2021-03-01", basis="relative"),
    figures=(DETAINED,),
)


@dataclass
class Finder:
    """Finds what it was given in the sentence of this file, and an event in every other text that has "storm"."""

    found: tuple[Event, ...]

    def walk(self, document: Document) -> Reading:
        storm = (event("arrested"),) if "storm" in document.text else ()
        return Reading(document, self.found if document.text == TEXT else storm)


def score(tmp_path: Path, *found: Event, marked: tuple[dict[str, Any], ...] = (ARREST,)) -> SentenceScore:
    lines = [
        {"id": "event-1", "text": TEXT, "published": "2021-03-02", "events": marked},
        {"id": "none-1", "text": STORM, "events": []},
        {"id": "none-2", "text": "Velik is a town.", "events": []},
    ]
    path = tmp_path / "sentences.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return measure_sentences(path, Finder(found))


def test_an_event_with_all_its_fields_is_right_and_what_nobody_marked_is_extra(tmp_path: Path) -> None:
    told = score(tmp_path, RIGHT).wire()
    assert (told["sentences"], told["events"], told["recall"], told["precision"], told["f1"]) == (3, 1, 100, 50, 66.7)
    assert {name: one["share"] for name, one in told["fields"].items()} == dict.fromkeys(told["fields"], 100)
    assert told["figures"] == {"of": 1, "right": 1, "share": 100}
    assert told["without_event"] == {"of": 2, "right": 1, "share": 50}
    assert (told["extra"], told["wrong"]) == (["none-1"], [])


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"mode": None}, ["mode"]),
        ({"status": "planned"}, ["status"]),
        ({"actors": ()}, ["actor"]),
        ({"actors": (at("the Tarn Guard"),)}, ["actor"]),
        ({"actors": (at("Troops"), at("Ada Quill"))}, ["actor"]),
        ({"recipients": (at("Ada Quill"),)}, ["recipient"]),
        ({"place": None}, ["place"]),
        ({"date": PartialDate("2021-03")}, ["date"]),
        ({"date": None}, ["date"]),
        ({"figures": (Figure("killed", DETAINED.quantity, DETAINED.span),)}, ["figures"]),
        ({"figures": (Figure("detained", Quantity(Decimal(12), Decimal(12), None), DETAINED.span),)}, ["figures"]),
    ],
)
def test_each_field_is_judged_by_itself(tmp_path: Path, changed: dict[str, Any], wrong: list[str]) -> None:
    told = score(tmp_path, replace(RIGHT, **changed)).wire()
    assert [one["wrong"] for one in told["wrong"]] == [wrong]


def test_the_mode_of_another_type_is_not_judged(tmp_path: Path) -> None:
    told = score(tmp_path, event("arrested", "ASSAULT")).wire()
    assert (told["fields"]["type"]["right"], told["fields"]["mode"]["of"]) == (0, 0)
    assert told["types"] == {"COERCE": {"events": 1, "found": 1, "typed": 0}}


def test_a_trigger_goes_before_a_type_and_each_found_event_stands_for_one(tmp_path: Path) -> None:
    told = score(tmp_path, event("dockers", "ACCUSE"), event("arrested", "ACCUSE"), marked=(ARREST, BLAME)).wire()
    assert [(one["trigger"], one["wrong"][0]) for one in told["wrong"]] == [
        (ARREST["trigger"], "type"),
        (BLAME["trigger"], "mode"),
    ]
    missed = score(tmp_path, RIGHT, marked=(ARREST, BLAME)).wire()
    assert (missed["recall"], missed["wrong"][0]["wrong"]) == (50, ["missed"])


@pytest.mark.parametrize(("basis", "right"), [("published", 1), ("dateline", 1), ("relative", 0), ("stated", 0)])
def test_where_a_sentence_gives_no_date_only_an_assumed_one_is_right(tmp_path: Path, basis: Any, right: int) -> None:
    found = event("condemned", "ACCUSE", date=PartialDate("2021-03-02", basis=basis))
    assert score(tmp_path, found, marked=(BLAME,)).wire()["fields"]["date"]["right"] == right


def test_a_day_within_a_marked_stretch_is_right(tmp_path: Path) -> None:
    week = {**ARREST, "date": "2021-02-22/2021-03-01"}
    assert score(tmp_path, RIGHT, marked=(week,)).wire()["fields"]["date"]["right"] == 1


@pytest.mark.parametrize("line", ["[]", '{"text": "x"}', '{"text": "x", "events": [{}]}', "{"])
def test_a_line_that_is_no_sentence_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "sentences.jsonl"
    path.write_text(f'{{"text": "x", "events": []}}\n{line}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        list(read(path))


def test_a_span_beyond_the_text_and_a_file_that_is_not_there_are_told(tmp_path: Path) -> None:
    path = tmp_path / "sentences.jsonl"
    path.write_text(json.dumps({"text": "Quill spoke.", "events": [ARREST]}) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        list(read(path))
    with pytest.raises(UsageError, match="nowhere"):
        list(read(tmp_path / "nowhere.jsonl"))


@pytest.mark.parametrize("half", ["a", "b"])
def test_our_sentences_are_whole_and_their_codes_are_in_the_codebook(half: str) -> None:
    types = Plover.load().types
    sentences = list(read(HERE / "events" / f"sentences-{half}.jsonl"))
    assert Counter(bool(one.events) for one in sentences) >= Counter({True: 75, False: 55})
    for one in sentences:
        for marked in one.events:
            assert marked.mode is None or marked.mode in types[marked.type].modes
            words = one.document[marked.trigger]
            assert words == words.strip()
    assert {marked.type for one in sentences for marked in one.events} == set(types)


def test_the_halves_of_the_status_sentences_share_nothing_and_hold_every_status_alike() -> None:
    halves = [
        [json.loads(line) for line in (HERE / "events" / f"status-{half}.jsonl").read_text("utf-8").splitlines()]
        for half in "ab"
    ]
    assert not {row["text"] for row in halves[0]} & {row["text"] for row in halves[1]}
    for rows in halves:
        counts = Counter(row["status"] for row in rows)
        assert (len(counts), set(counts.values())) == (8, {20})
        assert all(row["text"][slice(*row["trigger"])].strip() for row in rows)


@pytest.mark.parametrize("name", ["recall.jsonl", "recall-2.jsonl"])
def test_the_marked_texts_hold_places_and_codes_but_no_words(name: str) -> None:
    types = Plover.load().types
    for line in (HERE / "events" / name).read_text("utf-8").splitlines():
        row = json.loads(line)
        stretch = row["range"] or [0, float("inf")]
        for one in row["events"]:
            assert one["mode"] is None or one["mode"] in types[one["type"]].modes
            place = [] if one["place"] is None else [one["place"]]
            spans = [[one["start"], one["end"]], *one["also"], *one["actors"], *one["recipients"], *place]
            assert all(stretch[0] <= start < end <= stretch[1] for start, end in spans)
            assert set(one) - {"start", "end", "also", "actors", "recipients", "place"} == {
                "type",
                "mode",
                "status",
                "date",
            }
