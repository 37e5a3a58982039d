"""Which mentions are one entity, and what the entity says of itself."""

from __future__ import annotations

from staging import staged


def test_acronym_is_the_body_it_is_given_for() -> None:
    text = "The Oria Border Trade Bureau (OBTB) closed the road. The OBTB gave no reason."
    assert staged(text).entity("Oria Border Trade Bureau").names == ("Oria Border Trade Bureau", "OBTB")


def test_listed_forms_are_one_body() -> None:
    text = "Envoys left the United Nations. The UN gave no reason."
    assert staged(text).entity("United Nations").names == ("United Nations", "UN")


def test_country_and_demonym_are_one_entity_with_its_code() -> None:
    entity = staged("Tajik troops left. They flew from Tajikistan.").entity("Tajikistan")
    assert (entity.id, entity.codes, entity.country) == ("iso:TJ", (("iso", "TJ"),), "TJ")
    assert entity.names == ("Tajik", "Tajikistan")


def test_capital_is_a_place_of_its_own_in_the_country() -> None:
    entity = staged("The envoys met in Moscow, in Russia.").entity("Moscow")
    assert (entity.kind, entity.country) == ("place", "RU")
    assert entity.id != "iso:RU"


def test_fullest_name_is_the_name_and_all_are_kept_in_order() -> None:
    entity = staged("Velm arrived. Robert Velm left. Robert J. Velm stayed away.").entity("Robert J. Velm")
    assert entity.names == ("Velm", "Robert Velm", "Robert J. Velm")


def test_double_surname_is_the_person_it_ends() -> None:
    text = "The party met Maria Garcia Velm. [Mrs. Garcia Velm] said {the road is open}."
    assert staged(text).speakers == ["Maria Garcia Velm"]


def test_body_is_found_again_by_its_kind() -> None:
    text = "They wrote to the Ministry of Transport. [The ministry] said {the road is open}."
    assert staged(text).speakers == ["Ministry of Transport"]


def test_entities_come_in_order_of_first_mention() -> None:
    names = [entity.name for entity in staged("Robert Velm met Peter Orlov in Russia.").resolution.entities]
    assert names == ["Robert Velm", "Peter Orlov", "Russia"]


def test_role_noun_that_says_nothing_and_comes_up_once_is_left_out() -> None:
    assert not staged("An official left the hall.").resolution.entities


def test_name_is_the_same_without_its_accents() -> None:
    entity = staged("Recep Dürer left. Later Durer came back.").entity("Recep Dürer")
    assert entity.names == ("Recep Dürer", "Durer")


def test_pronouns_throughout_tell_more_than_a_given_name() -> None:
    text = (
        "Olga Velm drove to Oria. He was late. His car broke down, and he walked. Velm liked it. "
        "Velm sang. [He] said {the road is open}."
    )
    assert staged(text).speakers == ["Olga Velm"]
