"""Who speaks: names, pronouns, role nouns and unnamed sources come down to one entity each, or to none."""

from __future__ import annotations

import pytest
from staging import staged


def test_full_name_surname_role_and_pronouns_are_one_speaker() -> None:
    text = (
        "[Orian President Viktor Velm] said {the road is open}.\n"
        "[The president] said {the bridge is closed}. [He] added that {it will open soon}.\n"
        "[Velm] said {traffic is light}. According to [him], {traffic is growing}."
    )
    assert staged(text).speakers == ["Viktor Velm"] * 5


def test_surname_in_a_headline_is_the_person_named_later() -> None:
    text = "[Velm] denies {talks}\nForeign Minister [Viktor Velm] said {there were no talks}."
    assert staged(text).speakers == ["Viktor Velm"] * 2


def test_two_people_with_one_surname_stay_apart() -> None:
    text = (
        "[Olga Velm] said {the road is open}. Her brother [Viktor Velm] said {it is closed}. "
        "[Olga Velm] said {he is wrong}. [Viktor Velm] said {she is}."
    )
    assert staged(text).speakers == ["Olga Velm", "Viktor Velm", "Olga Velm", "Viktor Velm"]


def test_mrs_is_not_the_man_of_that_surname() -> None:
    text = "[Mr. Velm] said {the road is open}. [Mrs. Velm] said {it is closed}. [Mr. Velm] said {it is not}."
    found = staged(text)
    one, other, again = [link.entity for link in found.resolution.links if link.role == "speaker"]
    assert one == again != other


def test_title_of_address_picks_the_namesake_it_fits() -> None:
    text = "Olga Velm and Robert Velm came to the hall. [Mr. Velm] said {the road is open}. [Mrs. Velm] {disagreed}."
    assert staged(text).speakers == ["Robert Velm", "Olga Velm"]


def test_junior_is_not_his_father() -> None:
    text = "[Robert Velm] said {the road is open}. [Robert Velm Jr.] said {it is closed}."
    assert staged(text).speakers == ["Robert Velm", "Robert Velm Jr."]


def test_given_name_is_the_person_of_that_name() -> None:
    text = "[Olga Velm] said {the road is open}. “{I know},” [Olga] said."
    assert staged(text).speakers == ["Olga Velm"] * 2


def test_woman_president_is_she() -> None:
    text = "President Anna Velm met Robert Orlov, the mayor, on Monday. [She] said {the road is open}."
    assert staged(text).speakers == ["Anna Velm"]


def test_spokeswoman_is_no_he() -> None:
    text = "Jan Orlov left the hall. The spokeswoman, Chris Velm, stayed. [He] said {the road is open}."
    assert staged(text).speakers == ["Jan Orlov"]


def test_he_is_the_one_who_spoke_last() -> None:
    text = (
        "[Robert Velm] said {the road is open}. “{Peter Orlov told us so},” [he] said. "
        "“{We believe Orlov},” [he] added."
    )
    assert staged(text).speakers == ["Robert Velm"] * 3


def test_pronoun_before_any_name_has_no_speaker() -> None:
    assert staged("“{The road is open},” [he] said.").speakers == [None]


def test_pronoun_that_agrees_with_nobody_has_no_speaker() -> None:
    assert staged("Robert Velm left the hall. “{The road is open},” [she] said.").speakers == [None]


def test_pronoun_before_its_name_in_a_clause_put_first() -> None:
    text = "Peter Orlov was away. When [he] heard {of it}, Robert Velm left the hall."
    assert staged(text).speakers == ["Robert Velm"]


def test_object_of_a_verb_is_not_its_subject() -> None:
    text = "Peter Orlov came late. Robert Velm thanked him."
    assert ("him", "Peter Orlov") in staged(text).mentions


def test_demonym_before_a_person_is_the_country_not_the_person() -> None:
    found = staged("[Russian Foreign Minister Olga Velm] said {the road is open}.")
    assert found.speakers == ["Olga Velm"]
    assert ("Russian", "Russia") in found.mentions


def test_role_noun_of_another_country_is_somebody_else() -> None:
    text = (
        "Tajik President Robert Velm met Kazakh President Peter Orlov. [The Kazakh president] said {the road is open}."
    )
    assert staged(text).speakers == ["Peter Orlov"]


def test_role_noun_that_fits_nobody_is_an_entity_of_its_own() -> None:
    text = "Tajik President Robert Velm arrived. [The Uzbek minister] said {the road is open}."
    assert staged(text).speakers == ["The Uzbek minister"]


def test_vice_president_is_not_the_president() -> None:
    text = (
        "Vice President Robert Velm arrived with President Peter Orlov. [The vice president] said {the road is open}."
    )
    assert staged(text).speakers == ["Robert Velm"]


def test_wider_word_means_the_narrower_role() -> None:
    text = "Foreign Minister Olga Velm arrived. [The official] said {the road is open}."
    assert staged(text).speakers == ["Olga Velm"]


def test_billionaire_is_the_person_just_named() -> None:
    text = "[Robert Velm] said {the road is open}. “{It is a good road},” [the billionaire] said."
    assert staged(text).speakers == ["Robert Velm"] * 2


def test_another_official_is_nobody_named_before() -> None:
    text = "[Robert Velm] said {the road is open}. [The second official] said {it is closed}."
    assert staged(text).speakers == ["Robert Velm", "The second official"]


def test_head_of_a_source_decides() -> None:
    text = (
        "[Olga Brandt, a spokeswoman for the Ministry of Transport,] said {the road is open}. [She] said {it is safe}."
    )
    assert staged(text).speakers == ["Olga Brandt"] * 2


def test_name_beside_a_role_decides() -> None:
    text = "[The ministry's spokesman, Jan Brandt,] said {the road is open}."
    assert staged(text).speakers == ["Jan Brandt"]


def test_owners_spokesman_is_not_the_owner() -> None:
    found = staged("Robert Velm stayed away. [Velm's spokesman] said {the road is open}.")
    assert found.speakers == ["Velm's spokesman"]


def test_his_spokesman_is_not_anothers() -> None:
    text = (
        "Robert Velm stayed away. [A spokesman for Peter Orlov] said {the road is open}.\n"
        "Robert Velm was silent. [His spokesman] said {it is closed}."
    )
    assert staged(text).speakers == ["A spokesman for Peter Orlov", "His spokesman"]


def test_unnamed_source_is_known_by_its_description() -> None:
    text = "[A senior official who asked not to be named] said {the road is open}. [The official] said {it is safe}."
    found = staged(text)
    assert found.speakers == ["A senior official who asked not to be named"] * 2
    assert found.entity("A senior official who asked not to be named").kind == "person"


@pytest.mark.parametrize(
    ("source", "kind"),
    [("Several officials", "group"), ("Many", "group"), ("The statement", "organisation"), ("A bystander", None)],
)
def test_kind_of_an_unnamed_source(source: str, kind: str | None) -> None:
    found = staged(f"[{source}] said {{the road is open}}.")
    assert [entity.kind for entity in found.resolution.entities] == ([kind] if kind else [])


def test_they_are_the_people_named_together() -> None:
    text = "[Robert Velm and Peter Orlov] said {the road is open}. [They] said {it is safe}."
    found = staged(text)
    assert found.speakers == ["Robert Velm and Peter Orlov"] * 2
    assert found.entity("Robert Velm and Peter Orlov").kind == "group"


def test_they_are_the_plural_source_before() -> None:
    text = "[Several officials] said {the road is open}. [They] said {it is safe}."
    assert staged(text).speakers == ["Several officials"] * 2


def test_outlet_is_a_speaker() -> None:
    found = staged("[The Oria Herald] reported {the road is open}.")
    assert found.entity("Oria Herald").kind == "organisation"


def test_continuing_quotation_keeps_its_speaker() -> None:
    text = "“{The road is open},” [Robert Velm] said.\n“{+ It is safe.}”\n“{+ It is wide.}”"
    assert staged(text).speakers == ["Robert Velm"] * 3


def test_statement_without_a_source_has_no_speaker() -> None:
    assert staged("Robert Velm left. “{It is open}.”").speakers == [None]


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    found = staged("“{I closed the road myself},” [Robert Velm] said.")
    assert ("I", "Robert Velm") in found.mentions


def test_first_person_outside_quotations_is_nobody() -> None:
    found = staged("I saw Robert Velm leave the hall.")
    assert all(words != "I" for words, _ in found.mentions)


def test_he_in_a_quotation_is_not_its_speaker() -> None:
    found = staged("Peter Orlov came late. “{He was late again},” [Robert Velm] said.")
    assert ("He", "Peter Orlov") in found.mentions


def test_source_inside_a_quotation_may_be_its_speaker() -> None:
    text = "“{[I] told them {it was closed}},” [Robert Velm] said."
    assert staged(text).speakers == ["Robert Velm"] * 2


def test_relative_pronoun_is_what_its_clause_hangs_on() -> None:
    text = "They met Robert Velm, [who] said {the road is open}."
    assert staged(text).speakers == ["Robert Velm"]


def test_relative_pronoun_without_a_clause_is_what_stands_before() -> None:
    text = "The shooting began at noon, according to police, [who] said {officers arrived late}."
    assert staged(text).speakers == ["police"]


def test_person_said_to_have_a_name_is_called_by_it() -> None:
    assert staged("[A student named Velm] said {the road is open}.").speakers == ["Velm"]


def test_two_names_before_one_noun_are_no_speakers() -> None:
    text = "With flooding, [New Orleans and Jefferson Parish officials] have said {they are not concerned}."
    assert staged(text).speakers == ["New Orleans and Jefferson Parish officials"]


@pytest.mark.parametrize(
    "text",
    [
        "According to [Belm Locks' first selectman], Olga Velm, {there were ten passengers}.",
        "Since then, [a Republican, Olga Velm], has said {so}.",
    ],
)
def test_name_put_after_the_source_is_its_name(text: str) -> None:
    assert staged(text).speakers == ["Olga Velm"]


def test_name_beside_the_name_of_a_place_is_the_officials() -> None:
    text = "[The mayor of Paris, Olga Velm], said {the road is open}."
    assert staged(text).speakers == ["Olga Velm"]


def test_paper_of_a_body_is_no_other_body() -> None:
    text = "The National Zoo is closed. [The Internal Revenue Service paper] says {that}."
    assert staged(text).speakers == ["The Internal Revenue Service paper"]


def test_speaker_silent_for_a_sentence_gives_way_to_the_one_just_named() -> None:
    text = "[A judge in Oria] said {the road is open}. In another case, Judge Gray Velm closed it. [He] said {so}."
    assert staged(text).speakers[1] == "Gray Velm"
