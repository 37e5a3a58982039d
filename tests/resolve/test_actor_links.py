"""Entities linked to the actor base: invented reports around real states and bodies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from staging import staged
from test_resolution_holds import scenes

from dateline.model.links import Entity, Resolution
from dateline.model.marks import Mark, Marks, Name, Reference, Sentence, Token
from dateline.model.records import Statement
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate
from dateline.resolve.actors.resolver import ActorResolver
from dateline.resolve.speakers import SpeakerResolver
from dateline.vocab.actor_roles import offices, sectors
from dateline.vocab.actors import actors
from dateline.vocab.listing import listing
from dateline.vocab.roles import given_names, roles


@cache
def linker() -> ActorResolver:
    """The resolver with the base that ships."""
    return ActorResolver(actors=actors(), offices=offices(), sectors=sectors())


@cache
def speakers() -> SpeakerResolver:
    return SpeakerResolver(listing=listing(), roles=roles(), given=given_names())


@dataclass(frozen=True)
class Linked:
    """A report with its actors linked."""

    document: Document
    resolution: Resolution
    statements: tuple[Statement, ...]

    def about(self, words: str) -> Entity | None:
        """The entity of the first mention with these words."""
        entities = {one.id: one for one in self.resolution.entities}
        links = {link.subject: link.entity for link in self.resolution.links if link.role == "mention"}
        found = [one.id for one in self.resolution.mentions if self.document[one.span] == words]
        return entities.get(links.get(found[0], "")) if found else None

    @property
    def speakers(self) -> list[str | None]:
        links = {link.subject: link.entity for link in self.resolution.links if link.role == "speaker"}
        return [links.get(one.id) for one in self.statements]


def linked(marked_up: str, day: str | None = None) -> Linked:
    """Resolves a marked-up text as a report of a day, speakers first."""
    found = staged(marked_up)
    document = replace(found.document, source=Source(published=PartialDate(day) if day else None))
    resolution = linker().resolve(document, found.marks, found.statements, found.resolution)
    return Linked(document, resolution, found.statements)


def ids(report: Linked) -> list[str]:
    """The ids of the persons that are linked to the base."""
    return [one.id for one in report.resolution.entities if one.kind == "person" and one.id.startswith("actor:")]


def codes(entity: Entity | None) -> dict[str, str]:
    assert entity is not None
    return {name: code for name, code in entity.codes if name != "iso"}


AGAIN = "{0} arrived in Oria on Tuesday. {0} will leave on Friday."


@pytest.mark.parametrize(("day", "holder"), [("2010-05-04", "dmitry-medvedev"), ("2017-05-04", "vladimir-putin")])
def test_the_russian_president_is_that_of_the_day(day: str, holder: str) -> None:
    report = linked(AGAIN.format("The Russian president"), day)
    entity = report.about("The Russian president")
    assert entity is not None
    assert entity.id == f"actor:{holder}"
    assert codes(entity) == {"plover": "RUS", "sector": "GOV"}
    assert f"office holder on {day}" in {one.basis for one in report.resolution.links}


@pytest.mark.parametrize(
    "day",
    [None, "2012-05-07", "2008", "2030-01-01"],  # no day, the day of the change, two in one year, later than checked
)
def test_an_office_whose_holder_cannot_be_told_stays_unlinked(day: str | None) -> None:
    entity = linked(AGAIN.format("The Russian president"), day).about("The Russian president")
    assert entity is not None
    assert not entity.id.startswith("actor:")
    assert codes(entity)["plover"] == "RUS"


@pytest.mark.parametrize(
    "phrase",
    ["The former Russian president", "The Russian opposition leader", "The deputy Russian president", "The president"],
)
def test_what_names_no_holder_gets_none(phrase: str) -> None:
    report = linked(AGAIN.format(phrase), "2017-05-04")
    assert not any(one.id.startswith("actor:") for one in report.resolution.entities)


def test_a_description_joins_the_person_that_is_named() -> None:
    report = linked(
        "Vladimir Putin arrived in Dushanbe late. Aides of the Russian leader and of the president of Russia came.",
        "2017-04-12",
    )
    assert [one.id for one in report.resolution.entities if one.kind == "person"] == ["actor:vladimir-putin"]


def test_an_office_that_is_only_mentioned_gets_a_mention() -> None:
    report = linked("Aides met the president of Kazakhstan in Oria.", "2015-03-03")
    found = [one for one in report.resolution.links if one.entity == "actor:nursultan-nazarbayev"]
    assert [one.basis for one in found] == ["office holder on 2015-03-03"]


def test_who_becomes_president_is_not_yet_the_holder() -> None:
    report = linked("Ruslan Velm wants to work as the Russian president.", "2017-03-03")
    assert all("putin" not in one.id for one in report.resolution.entities)


def test_a_surname_needs_its_office_and_the_day() -> None:
    text = "Russia agreed. President Medvedev left. Medvedev will return."
    assert ids(linked(text, "2010-05-04")) == ["actor:dmitry-medvedev"]
    assert ids(linked(text, "2017-05-04")) == []
    assert ids(linked(text)) == []


def test_a_bare_surname_is_nobody() -> None:
    assert ids(linked("Russia agreed. Medvedev left. Medvedev will return.", "2010-05-04")) == []


def test_a_full_name_needs_its_country_or_office() -> None:
    assert ids(linked("Vladimir Putin left Russia.", "2017-04-12")) == ["actor:vladimir-putin"]
    assert ids(linked("Vladimir Putin left.", "2017-04-12")) == []
    assert ids(linked("President Vladimir Putin left.", "2017-04-12")) == ["actor:vladimir-putin"]
    assert ids(linked("Stephen Smith left Australia.", "2017-04-12")) == []  # a minister until 2013, and many others


def test_sector_of_a_person_is_that_of_the_day() -> None:
    text = "Hamid Karzai left Afghanistan."
    assert codes(linked(text, "2010-01-01").about("Hamid Karzai")) == {"plover": "AFG", "sector": "GOV"}
    assert codes(linked(text, "2018-01-01").about("Hamid Karzai")) == {"plover": "AFG", "sector": "ELI"}
    assert codes(linked(text).about("Hamid Karzai")) == {"plover": "AFG"}


def test_a_body_goes_by_its_names() -> None:
    report = linked("The Collective Security treaty Organization (CSTO) met. [CSTO] said {drills begin}.", "2017-04-12")
    assert report.speakers == ["actor:csto"]
    entity = report.about("CSTO")
    assert entity is not None
    assert entity.name == "Collective Security treaty Organization"  # as the report writes it
    assert codes(entity) == {"plover": "IGO", "sector": "MIL"}


def test_an_acronym_that_the_report_defines_is_what_it_says() -> None:
    report = linked("The Velm Trade Bureau (VTB) agreed. [VTB] said {trade grows in Russia}.", "2017-04-12")
    entity = report.about("VTB")
    assert entity is not None
    assert not entity.id.startswith("actor:")


def test_a_weak_form_needs_more() -> None:
    alone = linked("[The CIS] said {rents rise in Texas}.", "2017-04-12")
    beside = linked("[The CIS] said {Belarus and Tajikistan will trade more}.", "2017-04-12")
    assert alone.speakers != ["actor:cis"]
    assert beside.speakers == ["actor:cis"]


def test_a_form_of_several_bodies_goes_by_the_country() -> None:
    report = linked("The GKNB in Bishkek denied it. [The GKNB] said {Kyrgyzstan is calm}.", "2021-04-12")
    assert report.speakers == ["actor:gknb"]


def test_a_name_of_a_body_that_was_taken_for_a_person() -> None:
    text, span = "Tahrir al-Sham", Span(0, 14)
    marks = Marks.of(
        [Token(span, 0, text, text, "PROPN", "NNP", "ROOT", 0), Sentence(span, 0, 1), Name(span, "person")]
    )
    document = Document("d", text, Source(published=PartialDate("2019-10-08")))
    known = speakers().resolve(document, marks, (), Resolution())
    (entity,) = linker().resolve(document, marks, (), known).entities
    assert (entity.id, entity.kind) == ("actor:hts", "organisation")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Tajik Emergency Ministry", {"plover": "TJK", "sector": "GOV"}),
        ("The Kazakh Interior Ministry", {"plover": "KAZ", "sector": "GOV", "other_sectors": "COP"}),
        ("Russian troops", {"plover": "RUS", "sector": "MIL"}),
        ("Afghan police", {"plover": "AFG", "sector": "COP"}),
    ],
)
def test_words_tell_the_codes_of_what_is_not_in_the_base(words: str, found: dict[str, str]) -> None:
    report = linked(f"[{words}] said on Monday {{the road is open}}.", "2017-04-12")
    (speaker,) = report.speakers
    (entity,) = (one for one in report.resolution.entities if one.id == speaker)
    assert not entity.id.startswith("actor:")
    assert codes(entity) == found


def test_a_title_tells_the_codes_of_an_unknown_person() -> None:
    report = linked("Tajik Health Minister Farid Velmov left. [Velmov] said {the clinics are open}.", "2017-04-12")
    (entity,) = (one for one in report.resolution.entities if "Farid Velmov" in one.names)
    assert codes(entity) == {"plover": "TJK", "sector": "GOV", "other_sectors": "MED"}
    assert entity.country == "TJ"


def test_a_country_and_a_capital_that_speaks_are_coded() -> None:
    report = linked("[Moscow] said {the talks with Tajikistan will go on}.", "2017-04-12")
    assert codes(report.about("Tajikistan")) == {"plover": "TJK"}
    assert codes(report.about("Moscow")) == {"plover": "RUS"}
    assert not str(report.speakers[0]).startswith("actor:")  # the place stays a place


def test_the_unknown_goes_by_its_name_through_all_reports() -> None:
    one = linked("The Velm Trade Bureau agreed. Farid Velmov left.", "2017-04-12")
    other = linked("Nobody came. Then Farid Velmov spoke.", "2019-04-12")

    def same(report: Linked) -> set[str]:
        return {link.entity for link in report.resolution.links if link.role == "same"}

    assert len(same(one)) == 2
    assert same(other) < same(one)
    assert {link.basis for link in one.resolution.links if link.role == "same"} == {"same name"}


def test_the_known_and_the_described_need_no_such_link() -> None:
    report = linked(
        "[The Russian president] said {it is over}. NATO agreed. [Local officials] said {it is not}.", "2010"
    )
    assert [one for one in report.resolution.links if one.role == "same"] == []


def _resolved(scene: tuple[Document, list[Mark], tuple[Statement, ...]], marks: list[Mark]) -> tuple[Resolution, ...]:
    document, _, statements = scene
    document = replace(document, source=Source(published=PartialDate("2017-04-12")))
    before = speakers().resolve(document, Marks.of(marks), statements, Resolution())
    return before, linker().resolve(document, Marks.of(marks), statements, before)


@given(scenes())
def test_no_entity_is_lost_and_every_link_joins_what_is_there(
    scene: tuple[Document, list[Mark], tuple[Statement, ...]],
) -> None:
    before, after = _resolved(scene, scene[1])
    names = {name for one in after.entities for name in one.names}
    assert {name for one in before.entities for name in one.names} <= names
    entities, mentions = {one.id for one in after.entities}, {one.id for one in after.mentions}
    assert len(entities) == len(after.entities)
    for link in after.links:
        assert link.subject in {"mention": mentions, "same": entities}.get(link.role, {one.id for one in scene[2]})
        assert link.role == "same" or link.entity in entities
    assert {one.id for one in before.mentions} <= mentions
    assert [(one.subject, one.role) for one in before.links] == [
        (one.subject, one.role) for one in after.links[: len(before.links)]
    ]


@given(scenes(), st.randoms(use_true_random=False))
def test_order_of_marks_and_records_does_not_matter(
    scene: tuple[Document, list[Mark], tuple[Statement, ...]], random: object
) -> None:
    document, marks, statements = scene
    kinds = sorted({type(mark) for mark in marks}, key=lambda kind: kind.__name__, reverse=True)
    turned = [mark for kind in kinds for mark in marks if type(mark) is kind]
    before, after = _resolved(scene, marks)
    document = replace(document, source=Source(published=PartialDate("2017-04-12")))
    again = linker().resolve(document, Marks.of(turned), tuple(reversed(statements)), before)
    assert again == after


def test_marks_by_hand_are_enough() -> None:
    """Names and links alone, without the models: a group that others have found."""
    text = "Taliban"
    span = Span(0, 7)
    marks = Marks.of([Token(span, 0, text, text, "PROPN", "NNP", "ROOT", 0), Sentence(span, 0, 1), Name(span, "group")])
    known = speakers().resolve(Document("d", text), marks, (), Resolution())
    (entity,) = linker().resolve(Document("d", text), marks, (), known).entities
    assert (entity.id, entity.kind, entity.country) == ("actor:taliban", "group", "AF")
    assert linker().needs == {Token, Sentence, Name, Reference}


def test_nothing_known_stays_nothing() -> None:
    assert linker().resolve(Document("d", " "), Marks(), (), Resolution()) == Resolution()


def test_a_country_that_ran_into_a_name_is_taken_off() -> None:
    """The markers may take "the president of Belarus Alexander Lukashenko" for one name."""
    text, span = "Belarus Alexander Lukashenko", Span(0, 28)
    marks = Marks.of(
        [Token(span, 0, text, text, "PROPN", "NNP", "ROOT", 0), Sentence(span, 0, 1), Name(span, "person")]
    )
    document = Document("d", text, Source(published=PartialDate("2010-12-20")))
    known = speakers().resolve(document, marks, (), Resolution())
    (person,) = (replace(one, country="BY") for one in known.entities)
    (entity,) = linker().resolve(document, marks, (), replace(known, entities=(person,))).entities
    assert entity.id == "actor:alexander-lukashenko"
    assert entity.names == ("Belarus Alexander Lukashenko",)


@pytest.mark.parametrize(("day", "code"), [("2010-05-05", "BEL"), ("2016-05-05", "BEL"), ("2021-05-05", "EUR")])
def test_who_changes_from_a_state_to_a_body_is_coded_by_the_day(day: str, code: str) -> None:
    report = linked("Belgium agreed. European Council President Charles Michel left for Oria. Michel will return.", day)
    entity = report.about("Charles Michel")
    assert entity is not None
    assert entity.id == "actor:charles-michel"
    assert codes(entity)["plover"] == code


def test_another_place_with_a_country_in_its_name_is_no_country() -> None:
    report = linked(
        "Former New Mexico governor Farid Velmov left. An Iraq War veteran, Ruslan Velm, stayed.", "2019-04-12"
    )
    for name in ("Farid Velmov", "Ruslan Velm"):
        entity = report.about(name)
        assert entity is not None
        assert "plover" not in codes(entity)
