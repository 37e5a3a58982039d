"""The speakers benchmark: what counts as the right speaker, and what the figures say."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from dateline.errors import InputError, UsageError
from dateline.evaluate.gold import HERE, Annotated, SourceMention, annotated
from dateline.evaluate.speakers import KINDS, Score, judge
from dateline.model.links import Entity, Link, Mention, Reading, Resolution
from dateline.model.records import Statement
from dateline.model.text import Document, Span

TEXT = "Mayor Ada Quill met Bo Venn. She said it rains. The mayor denied it. A witness said it pours."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


NAMES = {"quill": (at("Ada Quill"),), "venn": (at("Bo Venn"),), "witness": ()}
SHE = SourceMention(at("She"), "pronoun", "quill")
MAYOR = SourceMention(at("The mayor"), "nominal", "quill")
WITNESS = SourceMention(at("A witness"), "unnamed", "witness")


def report(*sources: SourceMention) -> Annotated:
    return Annotated("invented", 0, "r", TEXT, sources, NAMES)


def reading(source: str, speaker: str | None, *, named: dict[str, tuple[str, ...]]) -> Reading:
    """A reading with one statement; ``named`` gives the words by which each entity is named."""
    statement = Statement("s", "d", at(source), None, (at("it rains"),), "indirect", "says")
    mentions, links = [], []
    for entity, words in named.items():
        for number, word in enumerate(words):
            mentions.append(Mention(f"{entity}{number}", "person", at(word)))
            links.append(Link(f"{entity}{number}", "mention", entity, "name"))
    if speaker is not None:
        links.append(Link("s", "speaker", speaker, "pronoun"))
    entities = tuple(Entity(entity, "person", entity) for entity in {*named, *([speaker] if speaker else [])})
    return Reading(Document("d", TEXT), (statement,), Resolution(entities, tuple(mentions), tuple(links)))


def verdict(source: SourceMention, words: str, speaker: str | None, **named: tuple[str, ...]) -> str | None:
    (judged,) = judge(report(source), reading(words, speaker, named=named))
    return judged.verdict


def test_entity_named_where_the_annotated_one_is_named_is_right() -> None:
    assert verdict(SHE, "She", "a", a=("Ada Quill",), b=("Bo Venn",)) == "right"


def test_name_with_its_title_is_the_name() -> None:
    assert verdict(SHE, "She", "a", a=("Mayor Ada Quill",)) == "right"


def test_entity_of_somebody_else_is_wrong() -> None:
    assert verdict(SHE, "She", "b", a=("Ada Quill",), b=("Bo Venn",)) == "wrong"


def test_entity_that_takes_two_people_for_one_is_wrong() -> None:
    assert verdict(SHE, "She", "a", a=("Ada Quill", "Bo Venn")) == "wrong"


def test_statement_without_a_speaker_is_unlinked() -> None:
    assert verdict(SHE, "She", None, a=("Ada Quill",)) == "unlinked"


@pytest.mark.parametrize(("speaker", "expected"), [(None, "right"), ("w", "right"), ("a", "wrong")])
def test_who_is_never_named_must_not_get_a_name(speaker: str | None, expected: str) -> None:
    assert verdict(WITNESS, "A witness", speaker, a=("Ada Quill",)) == expected


def test_statement_is_judged_against_the_mention_most_like_its_source() -> None:
    judged = list(judge(report(SHE, MAYOR), reading("mayor", "a", named={"a": ("Ada Quill",)})))
    assert [(one.source.kind, one.verdict) for one in judged] == [("nominal", "right"), ("pronoun", None)]


def test_statement_elsewhere_is_not_judged() -> None:
    (judged,) = judge(report(SHE), reading("Bo Venn", "a", named={"a": ("Ada Quill",)}))
    assert judged.verdict is None


def test_reading_of_another_text_is_refused() -> None:
    changed = Reading(Document("d", TEXT + " "), (), Resolution())
    with pytest.raises(InputError, match="changed"):
        list(judge(report(SHE), changed))


def test_figures_count_by_kind_and_half() -> None:
    right = list(judge(report(SHE, MAYOR), reading("She", "a", named={"a": ("Ada Quill",)})))
    wrong = list(judge(report(WITNESS), reading("A witness", "a", named={"a": ("Ada Quill",)})))
    wire = Score((*right, *wrong)).wire()
    assert wire["all"] == {
        "mentions": 3, "without_statement": 1, "statements": 2, "right": 1, "wrong": 1, "unlinked": 0, "share": 50.0,
    }  # fmt: skip
    assert (wire["kinds"]["pronoun"]["share"], wire["kinds"]["unnamed"]["share"]) == (100.0, 0.0)
    assert wire["kinds"]["nominal"]["share"] is None
    assert (wire["named"]["share"], wire["never_named"]["share"]) == (100.0, 0.0)
    assert (wire["halves"]["even"]["all"]["statements"], wire["halves"]["odd"]["all"]["statements"]) == (2, 0)
    assert [miss["entity"] for miss in wire["misses"]] == ["witness"]


def write(gold: Path, data: Path, *, text: str = TEXT) -> None:
    """An annotated report of one collection in two files."""
    (gold / "speakers").mkdir(parents=True)
    (gold / "collections.toml").write_text('[invented]\nfile = "in/a.jsonl.gz"\nid = "key"\n', encoding="utf-8")
    for name, key in (("invented-2", "one"), ("invented", "two")):
        line = {
            "report": key,
            "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
            "range": None,
            "sources": [{"start": 29, "end": 32, "kind": "pronoun", "entity": "quill"}],
            "entities": {"quill": [[6, 15]]},
        }
        (gold / "speakers" / f"{name}.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (data / "in").mkdir(parents=True)
    with gzip.open(data / "in" / "a.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({"key": key, "text": text}) + "\n" for key in ("zero", "one", "two"))


def test_annotations_are_read_with_their_texts(tmp_path: Path) -> None:
    write(tmp_path / "gold", tmp_path / "data")
    one, two = annotated(tmp_path / "gold", tmp_path / "data")
    assert (one.report, one.line, two.report, two.line) == ("one", 0, "two", 1)
    assert (one.sources, one.names["quill"]) == ((SHE,), (at("Ada Quill"),))


def test_another_text_than_was_annotated_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "gold", tmp_path / "data", text=TEXT.replace("rains", "snows"))
    with pytest.raises(InputError, match="invented: one"):
        annotated(tmp_path / "gold", tmp_path / "data")


def test_folder_without_annotations_or_texts_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no annotated speakers"):
        annotated(tmp_path, tmp_path)
    write(tmp_path / "gold", tmp_path / "data")
    with pytest.raises(UsageError, match=r"in/a\.jsonl\.gz"):
        annotated(tmp_path / "gold", tmp_path / "elsewhere")


LINES = [
    (path.name, json.loads(line))
    for path in sorted((HERE / "speakers").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def test_annotations_hold_offsets_and_keys_only() -> None:
    assert len(LINES) == len({(name.partition("-")[0], line["report"]) for name, line in LINES}) == 60
    for name, line in LINES:
        assert set(line) == {"report", "sha256", "range", "sources", "entities"}, name
        low, high = line["range"] or (0, 10**9)
        places = [(one["start"], one["end"]) for one in line["sources"]]
        assert places == sorted(set(places)), (name, line["report"])
        assert all(low <= start < end <= high for start, end in places), (name, line["report"])
        assert {one["kind"] for one in line["sources"]} <= set(KINDS), (name, line["report"])
        assert {one["entity"] for one in line["sources"]} == set(line["entities"]), (name, line["report"])
