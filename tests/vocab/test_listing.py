"""The listing: what a form can stand for, and where forms stand in a text."""

from __future__ import annotations

from dateline.vocab.listing import Listed, Listing, listing
from dateline.vocab.load import rows

ORIA = Listed("Oria", "country", "OR")
ORIA_BAY = Listed("Oria Bay", "region", "OR")
SMALL = Listing([("Oria", ORIA), ("Oria Bay", ORIA_BAY), ("Oria's Peace Corps", Listed("Corps", "organisation"))])


def test_likeliest_meaning_comes_first() -> None:
    other = Listed("Oria", "region", "BE")
    assert Listing([("Oria", ORIA), ("Oria", other)]).get("Oria") == (ORIA, other)


def test_article_and_kind_of_apostrophe_do_not_matter() -> None:
    assert SMALL.get("the Oria") == (ORIA,)
    assert SMALL.get("Oria’s Peace Corps")


def test_unknown_form_stands_for_nothing() -> None:
    assert SMALL.get("Belm") == ()


def test_longest_form_at_a_place_comes_first() -> None:
    text = "In Oria Bay"
    assert [text[3:end] for end in SMALL.at(text, 3)] == ["Oria Bay", "Oria"]


def test_form_over_a_line_break_is_found() -> None:
    assert list(SMALL.at("Oria\nBay", 0)) == [8, 4]


def test_every_country_has_one_code_and_every_code_one_row() -> None:
    codes = [row["code"] for row in rows("countries")]
    assert len(codes) == len(set(codes)) == 249
    assert all(len(code) == 2 and code.isupper() for code in codes)


def test_no_form_stands_for_two_countries() -> None:
    ours = listing()
    for row in rows("countries"):
        for form in (row["name"], *row["forms"].split("|"), *row["demonyms"].split("|")):
            countries = {one.code for one in ours.get(form) if one.kind == "country"} if form else {row["code"]}
            assert countries == {row["code"]}, form


def test_capital_is_a_place_in_its_country() -> None:
    (moscow,) = listing().get("Moscow")
    assert (moscow.kind, moscow.code, moscow.demonym) == ("place", "RU", False)


def test_name_in_capitals_is_the_same_name_but_no_acronym_is_made() -> None:
    assert SMALL.get("ORIA") == (ORIA,)
    assert Listing([("Ori", ORIA)]).get("ORI") == ()
