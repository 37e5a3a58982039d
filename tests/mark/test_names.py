"""Names: what is cut out of the text, of which kind, and how a toponym is used."""

from __future__ import annotations

from itertools import pairwise

import crude_marks
import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_marks import marked, name_marker

from dateline.model.marks import Labelled, Mark, Marks, Name, Token
from dateline.model.text import Span

LABELS = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "DATE", "LANGUAGE", "WORK_OF_ART")
PLAIN = ("of", "the", "said", "and", "'s", "-", ",", ".", "(", ")", "\n", "base", "201st")
PROPER = ("Brandt", "Olga", "Trade", "Union", "Oria", "Russian", "Moscow", "Mr", "President", "OTU", "US")
WORDS = st.sampled_from(PLAIN) | st.sampled_from(PROPER)


def names(text: str) -> dict[str, Name]:
    document, marks = marked(text)
    return {document[name.span]: name for name in marks.every(Name)}


def kinds(text: str) -> dict[str, str]:
    return {words: name.kind for words, name in names(text).items()}


def labelled(text: str, *given: tuple[str, str]) -> dict[str, Name]:
    """The names of a text without the model: crude tokens and the given labels."""
    marks: list[Mark] = list(crude_marks.marks_of(text))
    for words, label in given:
        start = text.index(words)
        marks.append(Labelled(Span(start, start + len(words)), label))
    document = crude_marks.document(text)
    return {document[name.span]: name for name in name_marker().mark(document, Marks.of(marks))}


def test_title_and_demonym_are_no_part_of_a_persons_name() -> None:
    assert set(names("Russian President Viktor Velm visited the town.")) == {"Russian", "Viktor Velm"}


def test_possessive_is_no_part_of_a_name() -> None:
    found = labelled("They read Olga Brandt's letter.", ("Olga Brandt's", "PERSON"))
    assert set(found) == {"Olga Brandt"}


def test_article_is_no_part_of_a_name() -> None:
    assert set(labelled("They joined the Oria Trade Union.", ("the Oria Trade Union", "ORG"))) == {"Oria Trade Union"}


def test_two_people_in_one_label_are_two_names() -> None:
    found = labelled("A letter from Olga Brandt and Jan Orlov came.", ("Olga Brandt and Jan Orlov", "PERSON"))
    assert set(found) == {"Olga Brandt", "Jan Orlov"}


def test_surname_is_a_person_wherever_the_full_name_is_one() -> None:
    text = "Olga Velm arrived. Later Velm left the town."
    found = labelled(text, ("Olga Velm", "PERSON"))
    assert found["Velm"].kind == "person"


def test_mislabelled_surname_follows_the_full_name() -> None:
    text = "Olga Velm arrived. Later on Velm left."
    marks = [*crude_marks.marks_of(text), Labelled(Span(0, 9), "PERSON"), Labelled(Span(28, 32), "ORG")]
    found = [name.kind for name in name_marker().mark(crude_marks.document(text), Marks.of(marks))]
    assert found == ["person", "person"]


def test_head_noun_tells_a_body_from_a_person() -> None:
    assert (
        labelled("A letter of the Olga Brandt Foundation came.", ("Olga Brandt Foundation", "PERSON"))[
            "Olga Brandt Foundation"
        ].kind
        == "organisation"
    )


def test_acronym_brings_the_long_name_it_is_given_for() -> None:
    found = labelled("Ministers of the Oria Border trade Bureau (OBTB) met.", ("OBTB", "ORG"))
    assert found["Oria Border trade Bureau"].kind == found["OBTB"].kind == "organisation"


def test_words_before_brackets_that_do_not_spell_the_acronym_are_no_name() -> None:
    assert "town of Oria" not in labelled("They left the town of Oria (OBTB) early.", ("OBTB", "ORG"))


def test_name_after_a_title_that_the_model_overlooked() -> None:
    assert labelled("They met with Mrs Velm today.")["Velm"].kind == "person"


def test_headline_in_title_case_gives_no_long_names() -> None:
    text = "Minister Velm Denies Secret Talks\nOlga Velm said nothing about it."
    found = labelled(text, ("Minister Velm Denies Secret Talks", "ORG"), ("Olga Velm", "PERSON"))
    assert set(found) == {"Velm", "Olga Velm"}


def test_common_word_with_a_capital_opens_a_sentence_and_is_no_name() -> None:
    assert not labelled("Crowds gathered in the square.", ("Crowds", "ORG"))


def test_country_and_demonym_carry_the_code() -> None:
    found = names("The Tajik delegation flew from Tajikistan.")
    assert [(name.kind, name.code) for name in found.values()] == [("country", "TJ")] * 2


def test_country_is_a_country_whatever_the_label() -> None:
    assert labelled("They flew from Tajikistan to Oria.", ("Tajikistan", "NORP"))["Tajikistan"].kind == "country"


def test_pronoun_us_is_no_country() -> None:
    assert "us" not in names("They told us nothing about the US.")


def test_language_is_no_demonym() -> None:
    assert not labelled("They spoke Russian with him.", ("Russian", "LANGUAGE"))


def test_surname_that_is_also_a_country_is_a_person() -> None:
    text = "Olga Jordan arrived. Later on Jordan left."
    assert labelled(text, ("Olga Jordan", "PERSON"))["Jordan"].kind == "person"


@pytest.mark.parametrize(
    ("text", "country"),
    [("They drove from Texas to Georgia.", "US"), ("The Georgian army left Georgia.", "GE")],
)
def test_form_with_two_meanings_follows_the_rest_of_the_report(text: str, country: str) -> None:
    assert labelled(text)["Georgia"].code == country


def test_abbreviated_state_needs_a_comma() -> None:
    assert "Miss." in labelled("She lives in Oria, Miss. now.")
    assert "Miss." not in labelled("They saw Miss. Then they left.")


def test_two_demonyms_name_one_people() -> None:
    assert names("Korean Americans gathered in Seoul.")["Korean Americans"].kind == "group"


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("The leaders met in Moscow.", "Moscow", "literal"),
        ("Moscow said it would answer.", "Moscow", "metonymic"),
        ("The town is quiet, according to Moscow.", "Moscow", "metonymic"),
        ("The envoys criticised Moscow.", "Moscow", "metonymic"),
        ("The Moscow talks ended early.", "Moscow", "modifier"),
        ("The Tajik army left.", "Tajik", "demonym"),
        ("Tajikistan has a long border with China.", "Tajikistan", "literal"),
    ],
)
def test_use_of_a_toponym(text: str, name: str, use: str) -> None:
    assert names(text)[name].use == use


def test_bodies_and_people_have_no_use() -> None:
    found = names("Olga Brandt works for the United Nations.")
    assert {name.use for name in found.values()} == {None}


def test_numbered_base_is_an_installation() -> None:
    assert kinds("Troops left the 12th air base on Monday.")["12th air base"] == "installation"


def test_hyphen_before_a_name_is_left_out() -> None:
    assert "Muslim" in names("Thousands joined an anti-Muslim march in Oria.")


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_names_never_overlap_and_lie_in_the_text(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    document, tokens = crude_marks.document(text), crude_marks.marks_of(text)
    marks = Marks.of([*tokens, *data.draw(labels(tokens.every(Token)))])
    spans = [name.span for name in name_marker().mark(document, marks)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(document[span].strip() for span in spans)


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_order_of_marks_does_not_matter(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    document, tokens = crude_marks.document(text), crude_marks.marks_of(text)
    given_marks = [*tokens, *data.draw(labels(tokens.every(Token)))]
    shuffled = data.draw(st.permutations(given_marks))
    marker = name_marker()
    assert list(marker.mark(document, Marks.of(given_marks))) == list(marker.mark(document, Marks.of(shuffled)))


@st.composite
def labels(draw: st.DrawFn, tokens: tuple[Token, ...]) -> list[Labelled]:
    """Spans that do not overlap, each with a label, as the model gives them."""
    if not tokens:
        return []
    cuts = sorted(draw(st.sets(st.integers(0, len(tokens)), max_size=8)))
    pairs = [(first, last) for first, last in zip(cuts[::2], cuts[1::2], strict=False) if first < last]
    return [
        Labelled(Span(tokens[first].span.start, tokens[last - 1].span.end), draw(st.sampled_from(LABELS)))
        for first, last in pairs
    ]


def test_small_second_part_of_a_given_name_belongs_to_it() -> None:
    assert set(names("Lawmaker Carrie Ho Suk-wai left the hall.")) == {"Carrie Ho Suk-wai"}


def test_name_that_the_model_cut_in_two_is_one() -> None:
    assert set(names("Superintendent Yolanda Fu Mei-ling said the road is open.")) == {"Yolanda Fu Mei-ling"}


def test_title_between_a_title_and_a_name_is_no_name() -> None:
    assert set(names("Chief Inspector Carrie Ho, of the harbour police, said so.")) == {"Carrie Ho"}


def test_document_number_is_no_person() -> None:
    assert labelled("They noted Belm2016 again.", ("Belm2016", "PERSON")) == {}


def test_place_and_the_region_after_its_comma_are_two_names() -> None:
    found = labelled("She was born in Osterby, Norvale.", ("Osterby, Norvale", "GPE"))
    assert set(found) == {"Osterby", "Norvale"}


def test_country_in_capitals_is_a_country() -> None:
    assert {"UKRAINE", "MALTA"} <= {
        words for words, kind in kinds("MALTA\nUKRAINE\n\nThe members met.").items() if kind == "country"
    }


@pytest.mark.parametrize("phrase", ["French fries", "Russian roulette"])
def test_set_phrase_names_no_country(phrase: str) -> None:
    assert "country" not in kinds(f"They spoke of {phrase} again.").values()
