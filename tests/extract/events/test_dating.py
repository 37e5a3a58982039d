"""Dates of events: the time that belongs to the event, not to the saying, and none that cannot be."""

from __future__ import annotations

import pytest
from dated_words import DAY, read, words

from dateline.extract.events.dating import Dates
from dateline.extract.grammar import Grammar


def dated(marked_up: str, published: str | None = DAY) -> tuple[str | None, str | None, str | None]:
    """The date of the event with its basis and its words."""
    document, marks, candidate = read(marked_up, published=published)
    date, span = Dates(document, marks, Grammar(marks), words()).of(candidate)
    return (
        None if date is None else date.first,
        None if date is None else date.basis,
        None if span is None else document[span],
    )


@pytest.mark.parametrize(
    ("sentence", "first", "said"),
    [
        ("Police *arrested* five men on Monday over last week's attack.", "2019-05-13", "Monday"),
        ("Police arrested five men on Monday over last week's *attack*.", "2019-05-06", "last week"),
        ("Monday's attack *killed* 12 people.", "2019-05-13", "Monday"),
        ("Monday's *attack* killed 12 people.", "2019-05-13", "Monday"),
        ("Twelve people were *killed* in an attack on a convoy on Monday.", "2019-05-13", "Monday"),
        ("Twelve people were killed in an *attack* on a convoy on Monday.", "2019-05-13", "Monday"),
        ("The minister said on Tuesday that rebels *attacked* the town on Sunday.", "2019-05-12", "Sunday"),
        ("On Sunday rebels attacked the town, killing 12 and *wounding* 30.", "2019-05-12", "Sunday"),
        ("On Sunday rebels attacked the town and *abducted* six girls.", "2019-05-12", "Sunday"),
        ("Rebels *attacked* the town on Sunday, the army said on Tuesday.", "2019-05-12", "Sunday"),
        ("The army said Tuesday it will *withdraw* on June 3.", "2019-06-03", "June 3"),
        ("An *accord*, which was signed in 1993, allowed the base.", "1993", "1993"),
        ("The troops began *shelling* the village on Saturday.", "2019-05-11", "Saturday"),
        ("The leaders will *meet* on Friday in Oslo.", "2019-05-17", "Friday"),
        ("France agreed on Monday to *send* troops next month.", "2019-06", "next month"),
        ("He was *shot* in the 2003 invasion.", "2003", "2003"),
        ("The bombing on May 2, which *wounded* several soldiers, was claimed by the group.", "2019-05-02", "May 2"),
        ("The president visited Paris on Sunday and *met* the chancellor on Monday.", "2019-05-13", "Monday"),
        ("The president *visited* Paris on Sunday and met the chancellor on Monday.", "2019-05-12", "Sunday"),
        ("In March 2018, soldiers killed ten villagers in a *raid*.", "2018-03", "March 2018"),
        ("*Talks* on the ceasefire began on Thursday.", "2019-05-09", "Thursday"),
        ("A car bomb exploded in Mogadishu on Saturday, *killing* at least nine people.", "2019-05-11", "Saturday"),
        ("The group, which attacked a hotel in 2015, *threatened* new attacks on Monday.", "2019-05-13", "Monday"),
        ("The group, which *attacked* a hotel in 2015, threatened new attacks on Monday.", "2015", "2015"),
        ("Soldiers on Monday *fired* on protesters.", "2019-05-13", "Monday"),
        ("The court on Friday *sentenced* two men for the 2016 murder of a journalist.", "2019-05-10", "Friday"),
        ("The court on Friday sentenced two men for the 2016 *murder* of a journalist.", "2016", "2016"),
        ("The court on Friday sentenced two men who *murdered* a journalist in 2016.", "2016", "2016"),
        ("Police freed on Sunday a priest *kidnapped* in April.", "2019-04", "April"),
        ("Police *freed* on Sunday a priest kidnapped in April.", "2019-05-12", "Sunday"),
    ],
)
def test_an_event_has_the_time_of_its_clause(sentence: str, first: str, said: str) -> None:
    found = dated(sentence)
    assert (found[0], found[2]) == (first, said)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said on Tuesday that rebels had *attacked* the town.",
        "Two days after the *attack*, police arrested a suspect.",
        "The rebels left. The minister is to *resign*.",
        "The talks lasted until the group *surrendered*.",
    ],
)
def test_an_event_without_a_time_of_its_own_has_none(sentence: str) -> None:
    assert dated(sentence) == (None, None, None)


def test_the_news_has_the_date_of_publication() -> None:
    assert dated("Rebels *attacked* a bus near Herat.") == (DAY, "published", None)
    assert dated("Rebels *attacked* a bus near Herat.", published=None) == (None, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels will *attack* the town.",
        "Rebels may have *attacked* the town.",
        "The base *attacked* by rebels is large.",
        "Rebels had *attacked* the town before.",
        "The sanctions were originally *imposed* by the council.",
    ],
)
def test_what_is_no_news_has_not_the_date_of_publication(sentence: str) -> None:
    assert dated(sentence)[1] != "published"


def test_background_far_down_has_not_the_date_of_publication() -> None:
    lead = "The king opened the park. Crowds came. The band played. It rained."
    assert dated(f"{lead} Rebels *attacked* a bus.") == (None, None, None)


def test_what_happened_has_no_date_after_publication() -> None:
    assert dated("Rebels *attacked* the town on 3 June 2021.") == (None, None, None)
    assert dated("Rebels will *attack* the town on 3 June 2021.")[0] == "2021-06-03"


def test_news_further_down_in_a_report_of_paragraphs_has_the_date_of_publication() -> None:
    lead = "The king opened the park.\n\nCrowds came. The band played.\n\nIt rained all night."
    assert dated(f"{lead}\n\nRebels *attacked* a bus.") == (DAY, "published", None)
    assert dated(f"{lead}\n\nRebels attacked a bus in 2017 and *burned* a school.")[1] != "published"
    assert dated(f"{lead}\n\nPolice investigated the *attack*.") == (None, None, None)


def test_what_goes_on_telling_has_the_day_of_the_sentence_before() -> None:
    assert dated("On Sunday rebels attacked a bus. They *abducted* six girls.")[0] == "2019-05-12"
    assert dated("On Sunday a minister said so. Rebels *abducted* six girls.") == (DAY, "published", None)
