"""What the coders of pairs are shown, and what they make of it."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.extract.events.coder.answers import Answers
from dateline.extract.events.coder.blended import Blended
from dateline.extract.events.coder.inputs import Inputs
from dateline.extract.events.coder.linear import BUCKETS, Linear, buckets
from dateline.extract.events.coder.modes import Modes
from dateline.extract.events.coder.network import likelihoods
from dateline.extract.events.coder.pairs import ACTOR, OUTSIDE, RECIPIENT, ROOTS, TRIGGER, Pair
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.model.text import Span
from dateline.vocab.load import table
from dateline.vocab.plover import Plover

PIECES = ["[PAD]", "[UNK]", *(f"[unused{at}]" for at in range(1, 8)), "[CLS]", "[SEP]", "peru", "met", "chile", "."]


def pair(marked: str) -> Pair:
    """The pair of "[Peru] met {Chile}.", its trigger, if any, in bars."""
    text = "".join(sign for sign in marked if sign not in "[]{}|")
    edges = {sign: at for at, sign in enumerate(marked) if sign in "[]{}"}

    def place(at: int) -> int:
        return at - sum(sign in "[]{}|" for sign in marked[:at])

    bars = [place(at) for at, sign in enumerate(marked) if sign == "|"]
    recipient = Span(place(edges["{"]), place(edges["}"])) if "{" in edges else None
    return Pair(text, Span(place(edges["["]), place(edges["]"])), recipient, Span(*bars) if bars else None)


@pytest.fixture
def inputs() -> Inputs:
    return Inputs(WordPieces(PIECES))


def test_parties_and_trigger_are_marked(inputs: Inputs) -> None:
    shown = inputs.shown(pair("[Peru] |met| {Chile}."))
    words = [PIECES[at] for at in shown.pieces]
    told = "[CLS] [unused1] peru [unused2] [unused5] met [unused6] [unused3] chile [unused4] . [SEP]"
    assert " ".join(words) == told
    parties = [OUTSIDE, ACTOR, ACTOR, ACTOR, OUTSIDE, TRIGGER, OUTSIDE, RECIPIENT, RECIPIENT, RECIPIENT]
    assert shown.roles.tolist() == [*parties, OUTSIDE, OUTSIDE]


def test_a_pair_may_lack_its_recipient(inputs: Inputs) -> None:
    shown = inputs.shown(pair("[Peru] met Chile."))
    assert RECIPIENT not in shown.roles.tolist()


def test_of_a_long_sentence_the_words_near_the_parties_are_shown(inputs: Inputs) -> None:
    shown = inputs.shown(pair("met " * 300 + "[Peru] met {Chile}" + " ." * 300))
    words = [PIECES[at] for at in shown.pieces]
    assert len(words) == 98
    assert "peru" in words
    assert "chile" in words
    assert words.count("met") > 40
    assert words.count(".") > 40


def test_who_acts_on_whom_changes_the_features() -> None:
    assert buckets(pair("[Peru] sued {Chile}.")) != buckets(pair("{Peru} sued [Chile]."))


def test_the_words_of_the_parties_are_no_features() -> None:
    assert buckets(pair("[Peru] sued {Chile}.")) == buckets(pair("[Ghana] sued {Togo}."))


def test_the_linear_model_adds_up_what_it_has_learnt() -> None:
    weights = np.zeros((BUCKETS, len(ROOTS)), dtype=np.float32)
    sued = set(buckets(pair("[Peru] sued {Chile}."))) - set(buckets(pair("[Peru] met {Chile}.")))
    weights[sorted(sued), ROOTS.index("ACCUSE")] = 9
    first, second = Linear(weights).code([pair("[Peru] sued {Chile}."), pair("[Peru] met {Chile}.")])
    assert max(first, key=lambda root: first[root]) == "ACCUSE"
    assert first["ACCUSE"] > 0.9
    assert second["ACCUSE"] == pytest.approx(1 / len(ROOTS))


def test_likelihoods_add_up_to_one_however_high_the_scores() -> None:
    found = likelihoods(np.arange(len(ROOTS)) * 500.0)
    assert sum(found.values()) == pytest.approx(1)
    assert found[ROOTS[-1]] == 1


def test_roots_are_those_of_plover() -> None:
    assert sorted(ROOTS) == sorted(Plover.load().roots)


def test_every_mode_in_the_table_is_one_of_plover() -> None:
    plover = Plover.load()
    for type_, modes in table("events/pair_modes").items():
        for mode in modes:
            assert plover.mode(type_, mode) is not None


@pytest.mark.parametrize(
    ("marked", "root", "told"),
    [
        ("[Rebels] freed {two nurses}.", "YIELD", ("RETREAT", "release")),
        ("[The army] pulled out of {Gao}.", "YIELD", ("RETREAT", "withdraw")),
        ("[Rebels] declared a truce with {the army}.", "YIELD", ("RETREAT", "ceasefire")),
        ("[The mayor] raised the pay of {nurses}.", "YIELD", ("CONCEDE", None)),
        ("[Police] arrested {a singer}.", "COERCE", ("COERCE", "arrest")),
        ("[Gunmen] kidnapped {a priest}.", "ASSAULT", ("ASSAULT", "abduct")),
        ("[The Free Army] attacked {the town}.", "ASSAULT", ("ASSAULT", None)),
    ],
)
def test_type_and_mode_are_told_by_the_words_outside_the_parties(
    marked: str, root: str, told: tuple[str, str | None]
) -> None:
    assert Modes.load().told(root, pair(marked)) == told


def test_the_trigger_tells_the_mode_before_other_words() -> None:
    modes = Modes.load()
    assert modes.mode("ASSAULT", pair("[Gunmen] |shelled| {a town} after a kidnapping.")) == "heavy-weapons"
    assert modes.mode("ASSAULT", pair("[Gunmen] shelled {a town} after a kidnapping.")) == "abduct"


def test_an_answer_holds_what_follows_from_the_root() -> None:
    class Sure:
        def code(self, pairs: list[Pair]) -> list[dict[str, float]]:
            return [{root: 0.9 if root == "COERCE" else 0.1 / 14 for root in ROOTS} for _ in pairs]

    (answer,) = Answers.load(Sure()).of([pair("[Police] arrested {a singer}.")])  # type: ignore[arg-type]
    assert answer == {
        "type": "COERCE",
        "mode": "arrest",
        "quad": "material-conflict",
        "cameo": "17",
        "status": "happened",
        "score": 0.9,
    }


def test_two_coders_are_blended_by_the_geometric_mean() -> None:
    class Says:
        def __init__(self, root: str, chance: float) -> None:
            self._chances = {one: chance if one == root else (1 - chance) / 14 for one in ROOTS}

        def code(self, pairs: list[Pair]) -> list[dict[str, float]]:
            return [self._chances for _ in pairs]

    given = [pair("[Police] arrested {a singer}.")]
    (even,) = Blended(Says("AID", 0.9), Says("COERCE", 0.9), share=0.5).code(given)  # type: ignore[arg-type]
    assert even["AID"] == pytest.approx(even["COERCE"], rel=1e-3)
    assert sum(even.values()) == pytest.approx(1)
    (swayed,) = Blended(Says("AID", 0.5), Says("COERCE", 0.99), share=0.5).code(given)  # type: ignore[arg-type]
    assert swayed["COERCE"] > swayed["AID"]
