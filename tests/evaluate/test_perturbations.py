"""Each perturbation changes what it says, keeps the words, and does the same again."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.evaluate.perturb import Perturbation, chosen, perturbations
from dateline.evaluate.standoff import Gold
from dateline.model.text import Span
from dateline.vocab.cues import Cues

ALL = {one.name: one for one in perturbations()}
SWAPPING = {"names", "verbs"}
REPORT = (
    "Rain stops the fair.\n\n"
    "MARROWGATE — “It’s over,” Ada Quill said. “Nobody wants a ‘wet fair’ here.” "
    "The rain began at noon today. The men left.\n\n"
    "Quill promised to open the gates again. She has said the town won't pay. "
    "The council did not agree to it at all, she said.\n"
)


def changed(name: str, text: str = REPORT, gold: tuple[Gold, ...] = ()) -> str:
    return ALL[name].edits("report", text, gold).apply(text)


def gold(text: str, source: str, cue: str, *content: str) -> Gold:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    return Gold(at(source), at(cue), tuple(span for words in content for span in at(words)))


signs = st.sampled_from(
    [*"“”\"‘’'«»„ \n\r\t.,?—s", "Ada Quill", "Quill", "said", "The", "men", "left", "\n\n", "’s ", "Ó", "他"]
)
texts = st.one_of(st.lists(signs, max_size=40).map("".join), st.text(max_size=60))


@pytest.mark.parametrize("one", ALL.values(), ids=ALL)
@given(data=st.data())
def test_annotated_spans_hold_the_same_letters(one: Perturbation, data: st.DataObject) -> None:
    text = data.draw(texts)
    spans = [data.draw(st.integers(0, len(text))) for _ in range(6)]
    spans = sorted(set(spans))
    whole = [Span(a, b) for a, b in pairwise(spans)]
    annotated = tuple(Gold((span,), (), (span,)) for span in whole)
    edits = one.edits("report", text, annotated)
    made = edits.apply(text)
    for span in whole:
        moved = edits.span(span)
        assert moved is None or moved.end <= len(made)
        if one.name not in SWAPPING | {"bylines"}:
            assert letters(made, moved) == letters(text, span)


def letters(text: str, span: Span | None) -> str:
    return "".join(sign for sign in text[span.start : span.end] if sign.isalnum()) if span else ""


@pytest.mark.parametrize("one", ALL.values(), ids=ALL)
def test_a_perturbation_does_the_same_again(one: Perturbation) -> None:
    annotated = (gold(REPORT, "Ada Quill", "said", "“It’s over,”"),)
    assert list(one.edits("a", REPORT, annotated)) == list(one.edits("a", REPORT, annotated))


def test_every_perturbation_changes_the_report() -> None:
    annotated = (gold(REPORT, "Ada Quill", "said", "“It’s over,”"),)
    report = REPORT.replace("“It’s", '"It’s').replace("over,”", 'over,"')  # marks of both kinds
    unchanged = [name for name, one in ALL.items() if not len(one.edits("a", report, annotated))]
    assert unchanged in ([], ["paragraphs merged"], ["paragraphs split"])  # these two draw lots


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("straight quotes", '"It’s over," Ada Quill said. "Nobody wants a \'wet fair\' here."'),
        ("single quotes", "‘It’s over,’ Ada Quill said. ‘Nobody wants a “wet fair” here.’"),
        ("straight single quotes", "'It’s over,' Ada Quill said. 'Nobody wants a \"wet fair\" here.'"),
        ("guillemets", "«It’s over,» Ada Quill said. «Nobody wants a ‘wet fair’ here.»"),
        ("low quotes", "„It’s over,“ Ada Quill said. „Nobody wants a ‘wet fair’ here.“"),
        ("straight apostrophes", "“It's over,” Ada Quill said. “Nobody wants a ‘wet fair’ here.”"),
        ("typewriter", '"It\'s over," Ada Quill said. "Nobody wants a \'wet fair\' here."'),
    ],
)
def test_marks(name: str, made: str) -> None:
    assert made in changed(name)


def test_curly_marks_undo_straight_ones() -> None:
    assert changed("typeset", changed("typewriter")) == REPORT.replace("won't", "won’t")


@pytest.mark.parametrize("line", ["He stands 5'10\" tall.", "“It is “over” now.", 'the "end'])
def test_marks_that_do_not_pair_up_are_left_alone(line: str) -> None:
    assert changed("guillemets", line) == line


def test_names_are_swapped_everywhere_alike() -> None:
    text = "Ada Quill left. “QUILL WINS,” it read. Quill’s men cheered Ada. "
    text += "Bill Venn asked Venn about the bill. Bill left."
    made = changed("names", text)
    assert "Quill" not in made
    assert "Venn" not in made
    assert made.endswith(" about the bill. Bill left.")  # a word as well: only before the surname
    assert made.split(" left")[0].split(" ", 1)[1].upper() + " WINS" in made


def test_women_stay_women() -> None:
    made = changed("names", "Mary Quill left. John Venn saw Quill and Venn.")
    given = [made.split()[0], made.split(". ")[1].split()[0]]
    names = tomllib.loads(files("dateline.evaluate").joinpath("perturb.toml").read_text(encoding="utf-8"))["names"]
    assert (given[0] in names["female"], given[1] in names["male"]) == (True, True)


@pytest.mark.parametrize(
    "text", ["Virginia Democrats met. Democrats left.", "Ada Harbour is a harbour. Harbour.", "@AdaQuill"]
)
def test_what_is_nobodys_name_is_left_alone(text: str) -> None:
    assert changed("names", text) == text


VERBS = [
    ("Ada Quill said the fair is over.", ("Ada Quill", "said", "the fair is over"), "said"),
    ("“It is over,” said Ada Quill.", ("Ada Quill", "said", "“It is over,”"), "said"),
    ("Quill has promised to open it.", ("Quill", "has promised", "to open it"), "promised"),
    ("The fair, Quill argued, is over.", ("Quill", "argued", "The fair", "is over"), "argued"),
]


@pytest.mark.parametrize(("text", "parts", "form"), VERBS)
def test_verbs_are_swapped_in_form(text: str, parts: tuple[str, ...], form: str) -> None:
    made = changed("verbs", text, (gold(text, *parts),))
    before, after = text.split(form)
    assert made.startswith(before)
    assert made.endswith(after)
    assert made[len(before) : len(made) - len(after)].endswith(("ed", "sworn"))
    assert made != text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Quill's claim that it is over", ("Quill's", "claim", "that it is over")),
        ("her claim that it is over", ("her", "claim", "that it is over")),
        ("a fair that Quill said is over", ("Quill", "said", "a fair", "is over")),
        ("Quill said nothing.", ("Quill", "said", "nothing")),
        ("Quill told them that it is over.", ("Quill", "told", "that it is over")),
        ("Quill, it is said, left.", ("Quill", "is said", "left")),
    ],
)
def test_verbs_are_left_where_another_would_not_do(text: str, parts: tuple[str, ...]) -> None:
    assert changed("verbs", text, (gold(text, *parts),)) == text


def test_swapped_verbs_have_the_same_stance_and_report_as_well() -> None:
    swap = ALL["verbs"].change.__self__  # type: ignore[attr-defined]
    cues, ours = Cues.load(), {"plain": "that", "quote": "quote", "behind": "before"}
    for verb in swap.verbs:
        for frame in (ours.get(name, name) for name in verb.frames):
            stances = {cues.stance(forms[0], frame) for forms in (verb.common, *verb.rarer)}
            assert len(stances) == 1, (verb.common[0], frame, stances)
        if "quote" in verb.frames:
            assert all(cues.quotes(forms[0]) for forms in verb.rarer), verb.common[0]


def test_verb_forms_are_five() -> None:
    swap = ALL["verbs"].change.__self__  # type: ignore[attr-defined]
    assert {len(forms) for verb in swap.verbs for forms in (verb.common, *verb.rarer)} == {5}


def many(name: str, text: str, annotated: tuple[Gold, ...] = ()) -> list[str]:
    """What becomes of a text that is called many names."""
    return [ALL[name].edits(f"report {number}", text, annotated).apply(text) for number in range(40)]


def test_breaks_come_between_sentences_outside_of_quotations() -> None:
    text = "The rain began. Quill left. “The fair is over. Nobody wants it here.” The men went home."
    parts = {tuple(made.split("\n\n")) for made in many("paragraphs split", text)}
    pieces = {piece for made in parts for piece in made}
    assert "The rain began." in pieces
    assert not any(piece.startswith("Nobody") for piece in pieces)


def test_no_break_parts_a_quotation_from_its_cue() -> None:
    text = "“Is it over now?” Quill asked. The men left. They were wet."
    made = many("paragraphs split", text, (gold(text, "Quill", "asked", "“Is it over now?”"),))
    assert all(one.startswith("“Is it over now?” Quill") for one in made)
    assert any("\n\n" in one for one in made)


def test_paragraphs_are_merged_but_not_into_headings_or_open_quotations() -> None:
    long = "The rain began at noon and went on until the fair was over and everybody had left."
    text = f"Rain stops fair\n\n{long}\n\n{long}\n\n“{long}\n\n“{long}”\n"
    made = many("paragraphs merged", text)
    assert any(f"{long} {long}" in one for one in made)
    assert all(one.startswith("Rain stops fair\n\n") for one in made)
    assert not any(f"“{long} “" in one for one in made)


def test_byline_and_dateline_stand_before_the_first_paragraph() -> None:
    long = "The rain began at noon and went on until the fair was over and everybody had left."
    made = changed("bylines", f"Rain stops fair\n\n{long}\n")
    head, byline, first, rest = made.split("\n", 2)[0], *made.split("\n\n")[1:], ""
    assert (head, byline[:3], rest) == ("Rain stops fair", "BY ", "")
    assert byline == byline.upper()
    assert first.endswith(f" — {long}\n")


def test_blank_lines() -> None:
    assert changed("no blank lines") == REPORT.replace("\n\n", "\n")
    assert changed("odd blank lines").split() == REPORT.split()
    assert changed("Windows lines") == REPORT.replace("\n", "\r\n")


def test_perturbations_are_chosen_by_name() -> None:
    assert [one.name for one in chosen(["verbs", "names"])] == ["names", "verbs"]
    assert len(chosen(())) == len(ALL)
    with pytest.raises(UsageError, match=r"no perturbation 'verb'.*Did you mean 'verbs'"):
        chosen(["verb"])
