"""The lessons of the pair coders: written sentences, frames, and folds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dateline.extract.events.coder.pairs import ROOTS, Pair
from dateline.learn.events.cross import FOLDS, fold_scores, folds
from dateline.learn.events.frames import Filler, Frame, frames
from dateline.learn.events.lessons import Lesson, filled, founding, others
from dateline.model.text import Span

AROUND = {
    "before": ["On Monday, "],
    "after": [" in {year}"],
    "between": [", and {other}."],
    "leading": ["While {other}, "],
    "aside": [", far away,"],
}
FILLERS = {"kinds": {"G": ["Peru", "Chile"], "P": ["nurses"]}, "around": AROUND}


def lesson(text: str, root: str) -> Lesson:
    return Lesson(Pair(text, Span(0, 1)), root)


def test_every_root_has_frames_for_most_of_its_codes() -> None:
    given = frames()
    assert set(ROOTS) == {one.type for one in given}
    assert len(given) >= 900
    assert min(Counter(one.type for one in given).values()) >= 25


def test_each_frame_has_both_parties_and_a_trigger() -> None:
    for one in filled(frames(), filler=Filler(1), times=1):
        assert len(one.pair.spans()) == 3, one
        assert not set("@&%[]{}<>") & set(one.pair.text), one.pair.text


def test_the_same_seed_gives_the_same_sentences_and_another_gives_others() -> None:
    made = [[one.text for one in Filler(seed).pairs(frames()[:40], times=2)] for seed in (5, 5, 6)]
    assert made[0] == made[1] != made[2]


def test_one_sentence_never_has_a_party_twice_and_another_event_stays_unmarked() -> None:
    given = [Frame("ACCUSE", "", "@G [blamed] &G."), Frame("AID", "", "@G [fed] &P.")]
    found = [one.text for one in Filler(3, FILLERS).pairs(given, times=60)]
    for text in found:
        assert text.count("<s>") == text.count("<t>") == text.count("<v>") == 1
        inside = text.split("<s>")[1].split("</s>")[0], text.split("<t>")[1].split("</t>")[0]
        assert inside[0].lower() != inside[1].lower()
    assert any("blamed" in text and "fed" in text for text in found)


def test_written_sentences_are_marked_and_of_a_root() -> None:
    given = founding()
    assert len(given) >= 200
    assert all(one.root in ROOTS and one.pair.recipient is not None for one in given)


def test_pairs_of_other_projects_are_those_that_hold_and_whose_type_is_plain(tmp_path: Path) -> None:
    table = tmp_path / "aw.tsv"
    rows = [
        ("<s>A</s> hit <t>B</t>.", "Conflict:Attack", "1"),
        ("<s>A</s> hit <t>C</t>.", "Conflict:Attack", "1"),
        ("<s>A</s> hit <t>D</t>.", "Conflict:Attack", "0"),
        ("<s>A</s> fell.", "Life:Die", "1"),
        ("<s>A</s> paid <t>B</t>.", "Transaction:Transfer-Money", "1"),
    ]
    lines = ["marked_sentence\tevent_type\tgold_binary", *("\t".join(row) for row in rows)]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [(one.pair.text, one.root) for one in others(table, most=5)] == [
        ("A hit B.", "ASSAULT"),
        ("A hit C.", "ASSAULT"),
    ]
    assert len(others(table, most=1)) == 1


def test_folds_part_the_lessons_evenly_and_keep_a_sentence_together() -> None:
    lessons = [lesson(f"{root} {at // 2}", root) for root in ("AID", "AGREE") for at in range(20)]
    held = folds(lessons, grouped=True)
    assert sorted(at for one in held for at in one) == list(range(40))
    for one in held:
        assert Counter(lessons[at].root for at in one) == {"AID": 4, "AGREE": 4}
        texts = {lessons[at].pair.text for at in one}
        assert all(at in one for at, other in enumerate(lessons) if other.pair.text in texts)


def test_what_codes_a_fold_has_not_seen_it() -> None:
    lessons = [lesson(str(at), "AID" if at % 2 else "AGREE") for at in range(20)]

    def coded(taught: list[Lesson], asked: list[Lesson], fold: int) -> list[str]:
        assert not {one.pair.text for one in taught} & {one.pair.text for one in asked}
        assert len(taught) + len(asked) == len(lessons)
        assert 0 <= fold < FOLDS
        return ["AID"] * len(asked)

    result = fold_scores(lessons, folds(lessons, grouped=False), coded)
    assert (result.count, result.right) == (20, 10)
