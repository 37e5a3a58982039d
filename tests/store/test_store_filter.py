"""Statements by speaker, time, words, stance, form and outlet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_readings import HARBOUR, Report, Said, kept

from dateline.errors import UsageError, ValueFault
from dateline.model.links import Entity
from dateline.model.values import PartialDate
from dateline.store import StatementFilter, Store

OPEN, CLOSE, FAILED = (one.content for one in HARBOUR.said)


def said(store: Store, **wanted: object) -> list[str]:
    """The contents of the statements wanted."""
    return [one["content"][0]["text"] for one in store.statements(StatementFilter(**wanted))]  # type: ignore[arg-type]


def spoken(name: str, *names: str, source: str = "He") -> Report:
    """A report with one statement by somebody of these names."""
    speaker = Entity("e-1", "person", name, (name, *names))
    text = f"{source} said: the bridge is closed."
    return Report(text, (Said("the bridge is closed", source, "said", speaker="e-1"),), (speaker,))


def dated(number: int, first: str | None, *, published: str | None = None) -> Report:
    """A report with one statement of that date."""
    date = None if first is None else PartialDate(first)
    content = f"pier {number} is closed"
    return Report(f"He said: {content}.", (Said(content, date=date),), locator=f"{number}.txt", published=published)


def test_without_a_filter_all_statements_come_in_order_of_place(store: Store) -> None:
    kept(store, HARBOUR)
    assert said(store) == [OPEN, CLOSE, FAILED]


def test_a_statement_comes_with_what_is_needed_to_show_it(store: Store) -> None:
    kept(store, HARBOUR)
    one = next(store.statements(StatementFilter()))
    shown = (one["document"], one["speaker_name"], one["title"], one["published"])
    assert shown == (HARBOUR.document().id, "Marta Kolvén", "Port to stay open", "2021-03-04")


def test_a_statement_without_a_known_speaker_has_no_speaker_name(store: Store) -> None:
    kept(store, HARBOUR)
    assert [one["speaker_name"] for one in store.statements(StatementFilter(stance="deny"))] == [None]


@pytest.mark.parametrize("speaker", ["Kolvén", "kolven", "MARTA KOLVEN", "Marta Kolve\u0301n", "Kolvén,", " kolvén "])
def test_a_speaker_is_found_by_a_name(store: Store, speaker: str) -> None:
    kept(store, HARBOUR)
    assert said(store, speaker=speaker) == [OPEN, CLOSE]


@pytest.mark.parametrize("speaker", ["she", "harbour minister", "minister marta"])
def test_a_speaker_is_found_by_the_words_of_the_source(store: Store, speaker: str) -> None:
    kept(store, HARBOUR)
    assert said(store, speaker=speaker) == ([CLOSE] if speaker == "she" else [OPEN])


def test_a_source_without_an_entity_is_found(store: Store) -> None:
    kept(store, HARBOUR)
    assert said(store, speaker="dockers") == [FAILED]


@pytest.mark.parametrize("speaker", ["Kol", "Kolvénism", "Kolvén Marta", "art", "open"])
def test_a_speaker_is_not_found_by_a_part_of_a_word_or_another_order(store: Store, speaker: str) -> None:
    kept(store, HARBOUR)
    assert said(store, speaker=speaker) == []


def test_a_speaker_is_not_found_across_two_names(store: Store) -> None:
    kept(store, spoken("Marta Kolvén", "Elin Droste"))
    assert said(store, speaker="Kolvén Elin") == []
    assert said(store, speaker="Elin Droste") == ["the bridge is closed"]


def test_a_name_with_marks_in_it_is_found(store: Store) -> None:
    kept(store, spoken("Aoife O'Brannock-Lys"))
    assert said(store, speaker="O'Brannock-Lys") == ["the bridge is closed"]


def test_a_name_in_another_script_is_found_without_regard_to_case(store: Store) -> None:
    kept(store, spoken("Марта Ковалёнская"))
    assert said(store, speaker="марта ковалёнская") == ["the bridge is closed"]


@pytest.mark.parametrize("speaker", ['"', "AND", "NEAR(a b)", "voices : x", "Kolv*", "-Kolvén OR She"])
def test_a_speaker_is_never_query_syntax(store: Store, speaker: str) -> None:
    kept(store, spoken("Marta Kolvén"))
    if any(char.isalnum() for char in speaker):
        assert said(store, speaker=speaker) == []
    else:
        with pytest.raises(UsageError, match=r"no word in speaker"):
            said(store, speaker=speaker)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2017", None, [1, 2, 3]),
        ("2017-04", None, [1, 2, 3]),
        ("2017-04-13", None, [2, 3]),
        ("2017-05-01", None, [3]),
        ("2018", None, []),
        (None, "2016", []),
        (None, "2017-03", [3]),
        (None, "2017-04-11", [2, 3]),
        ("2017-04-12", "2017-04-12", [1, 2, 3]),
    ],
)
def test_a_statement_that_may_have_been_said_in_the_time_is_found(
    store: Store, since: str | None, until: str | None, found: list[int]
) -> None:
    kept(store, dated(1, "2017-04-12"), dated(2, "2017-04"), dated(3, "2017"), dated(4, None))
    assert sorted(said(store, since=since, until=until)) == [f"pier {number} is closed" for number in found]


def test_the_date_of_publication_stands_in_for_a_missing_date(store: Store) -> None:
    kept(store, dated(1, None, published="2017-04-12"), dated(2, "2015-01-01", published="2017-04-12"))
    assert said(store, since="2017") == ["pier 1 is closed"]


def test_the_newest_come_first_and_those_without_a_date_last(store: Store) -> None:
    kept(store, dated(1, None), dated(2, "2017-04-12"), dated(3, "2019"), dated(4, "2018-01"))
    assert said(store) == [f"pier {number} is closed" for number in (3, 4, 2, 1)]


@pytest.mark.parametrize("says", ["clos", "CLOSE strike", '"to close it"', "“close it” stri", "it cló"])
def test_words_begin_words_of_what_was_said(store: Store, says: str) -> None:
    kept(store, HARBOUR)
    assert said(store, says=says) == [CLOSE]


@pytest.mark.parametrize("says", ["lose", "closer", '"clos"', '"close strike"', "threatened", "Kolvén"])
def test_other_words_are_not_what_was_said(store: Store, says: str) -> None:
    kept(store, HARBOUR)
    assert said(store, says=says) == []


def test_stance_form_and_outlet(store: Store) -> None:
    direct = replace(HARBOUR, outlet="Evening Post", said=(replace(HARBOUR.said[0], form="direct"),), locator="b.txt")
    kept(store, HARBOUR, direct)
    assert said(store, stance="threaten") == [CLOSE]
    assert said(store, form="direct") == [OPEN]
    assert said(store, outlet="evening post") == [OPEN]
    assert said(store, outlet="MORROW", says="talks") == [FAILED]
    assert said(store, outlet="Morr") == []


def test_filters_work_together(store: Store) -> None:
    kept(store, HARBOUR)
    assert said(store, speaker="Kolvén", since="2021", says="port open", stance="say", outlet="wire") == [OPEN]


def test_limit(store: Store) -> None:
    kept(store, HARBOUR)
    assert said(store, limit=2) == [OPEN, CLOSE]


AGENCY = Said("Marta Kolvén claimed that the pier would not say why", "The agency", "reported")
WIRE = Report(
    "The agency reported that Marta Kolvén claimed that the pier would not say why it sank.",
    (
        AGENCY,
        Said("the pier would not say why", "Marta Kolvén", "claimed", distance="claimed", within=AGENCY),
        Said("why it sank", "the pier", "would not say", commitment="refused"),
    ),
)


@pytest.mark.parametrize(
    ("wanted", "sources"),
    [
        ({"commitment": "refused"}, ["the pier"]),
        ({"commitment": "said"}, ["The agency", "Marta Kolvén"]),
        ({"commitment": "planned"}, []),
        ({"distanced": True}, ["Marta Kolvén"]),
        ({"distanced": False}, ["The agency", "the pier"]),
    ],
)
def test_whether_and_with_what_distance(wanted: dict[str, object], sources: list[str], store: Store) -> None:
    kept(store, WIRE)
    found = store.statements(StatementFilter(**wanted))  # type: ignore[arg-type]
    assert [one["source"]["text"] for one in found] == sources


def test_min_score_keeps_those_with_that_score_and_more(store: Store) -> None:
    for number, score in enumerate([0.39, 0.4, 0.41]):
        kept(store, replace(dated(number, None), score=score))
    assert sorted(said(store, min_score=0.4)) == ["pier 1 is closed", "pier 2 is closed"]


def test_a_statement_comes_with_the_sources_it_came_through(store: Store) -> None:
    kept(store, WIRE)
    chains = {one["source"]["text"]: one["chain"] for one in store.statements(StatementFilter())}
    assert chains == {"The agency": [], "Marta Kolvén": ["The agency"], "the pier": []}


def test_a_chain_through_two_sources_has_the_nearest_first(store: Store) -> None:
    outer = Said("the union held that the mayor lied", "The paper", "wrote")
    middle = Said("the mayor lied", "the union", "held", within=outer)
    inner = Said("lied", "the mayor", "lied", within=middle)
    kept(store, Report("The paper wrote that the union held that the mayor lied.", (outer, middle, inner)))
    assert [one["chain"] for one in store.statements(StatementFilter())][-1] == ["the union", "The paper"]


def test_an_unknown_stance_lists_those_in_the_store(store: Store) -> None:
    kept(store, HARBOUR)
    with pytest.raises(
        UsageError, match=r"no stance 'threat'. Choices: deny, say, threaten. Did you mean 'threaten'\?"
    ):
        store.statements(StatementFilter(stance="threat"))


def test_a_known_stance_need_not_be_in_the_store(store: Store) -> None:
    assert list(store.statements(StatementFilter(stance="promise"), stances=["promise", "say"])) == []
    with pytest.raises(UsageError, match=r"no stance 'promised'. Choices: promise, say"):
        store.statements(StatementFilter(stance="promised"), stances=["promise", "say"])


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"form": "spoken"}, "no form 'spoken'. Choices: direct, indirect, mixed"),
        ({"commitment": "refusd"}, "no commitment 'refusd'. Choices: asked, .* Did you mean 'refused'?"),
        ({"min_score": 1.5}, "min-score must be from 0 to 1, not 1.5"),
        ({"min_score": float("nan")}, "min-score must be from 0 to 1, not nan"),
        ({"limit": 0}, "limit must be 1 or more, not 0"),
        ({"says": " — "}, "no word in says"),
        ({"outlet": ""}, "no word in outlet"),
        ({"since": "2018", "until": "2017-04"}, "until 2017-04 is before since 2018"),
    ],
)
def test_a_filter_that_makes_no_sense_is_a_usage_error(wanted: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        StatementFilter(**wanted)  # type: ignore[arg-type]


def test_a_date_that_is_none_is_a_value_fault() -> None:
    with pytest.raises(ValueFault, match="not a date: 'April 2017'"):
        StatementFilter(since="April 2017")
