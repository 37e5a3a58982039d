"""How coded pairs are scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate.events.pairs import gold_pairs, peers, score, unmarked
from dateline.model.text import Span


def test_f1_is_that_of_each_root_that_gold_has() -> None:
    found = score(["AID", "AID", "AGREE"], ["AID", "AGREE", "SUPPORT"])
    assert found.f1 == {"AGREE": 0, "AID": pytest.approx(2 / 3)}
    assert found.macro == pytest.approx(1 / 3)
    assert found.wire()["missed"] == [
        {"gold": "AGREE", "coded": "SUPPORT", "count": 1},
        {"gold": "AID", "coded": "AGREE", "count": 1},
    ]


def test_the_first_of_several_marks_counts_and_empty_ones_do_not() -> None:
    text, spans = unmarked("<s></s><s>Peru</s> sued <t>Chile</t>; <s>Peru</s> won.")
    assert text == "Peru sued Chile; Peru won."
    assert spans == {"s": Span(0, 4), "t": Span(10, 15)}


def test_a_party_without_marks_stands_where_it_is_named(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text(
        'marked_sentence\tsource\ttarget\tgold_root\n<s>Peru</s> "sued Chile.\tPeru\tChile\tACCUSE\n', encoding="utf-8"
    )
    (found,) = gold_pairs(table)
    assert found.pair.text == 'Peru "sued Chile.'
    assert found.pair.recipient == Span(11, 16)


@pytest.mark.parametrize("text", ["", "id\tsentence\n1\tPeru met Chile.\n"])
def test_another_table_is_refused_with_the_columns_wanted(tmp_path: Path, text: str) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="'marked_sentence' and 'gold_root'"):
        gold_pairs(table)


def test_peers_have_a_name_and_a_figure() -> None:
    assert all(row["name"] and {"cross", "test"} & row.keys() for row in peers())
