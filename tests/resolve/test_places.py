"""Places in reports: the right one of many, one sense a report, and no pin where it would be a guess."""

from __future__ import annotations

import placing
import pytest

from dateline.config import Settings
from dateline.model import wire
from dateline.model.links import Resolution
from dateline.model.text import Document
from dateline.registry import gazetteer
from dateline.resolve.places.ranker import Ranker, RankerWeights
from dateline.resolve.places.resolver import SURE, PlaceResolver

PARIS_TX, PARIS_FR, DALLAS = "geonames:4717560", "geonames:2988507", "geonames:4684888"
LONDON_ON, LONDON_UK = "geonames:6058560", "geonames:2643743"
GEORGIA_US = "geonames:4197000"
BOKHTAR = "geonames:1220747"
MOSCOW = "geonames:524901"

TEXTS = (
    "She was born in Paris, Texas, and moved to Dallas.",
    "ATLANTA — Voters in Georgia, Alabama and Tennessee went to the polls. The mayor of Atlanta spoke in Savannah.",
    "Turkish and Tajik officials met in Dushanbe. Moscow said it would send aid. Fighting went on in Moscow.",
    "Jordan Quill, who leads the Helsinki Police Department, said that he had seen nothing in Kunduz or Faizabad.",
    "Crimea is a peninsula. Taiwan held elections. The village of Zzyqxville was shelled.",
)


@pytest.mark.parametrize(
    ("text", "words", "own"),
    [
        ("She was born in Paris, Texas, and moved to Dallas.", "Paris", PARIS_TX),
        ("He flew from Paris to Lyon and Marseille, in the south of France.", "Paris", PARIS_FR),
        ("He lives in London, Ontario, near Toronto.", "London", LONDON_ON),
        ("Trains run from London to Manchester and Birmingham in England.", "London", LONDON_UK),
        ("Georgia borders Russia, Turkey and Armenia.", "Georgia", "iso:GE"),
        (TEXTS[1], "Georgia", GEORGIA_US),
        ("They live in Qurghon Teppa, in Khatlon, Tajikistan, not in Kulob.", "Qurghon Teppa", BOKHTAR),
        ("They live in Bokhtar, in Khatlon, Tajikistan, not in Kulob.", "Bokhtar", BOKHTAR),
        ("Shells fell on Kunduz, Afghanistan, on Monday.", "Kunduz", "geonames:1135689"),
    ],
)
def test_company_decides_which_place_a_name_is(text: str, words: str, own: str) -> None:
    assert placing.read(text).ids(words) == {own}


def test_one_name_is_one_place_throughout_a_report() -> None:
    text = "She was born in Paris, Texas. Later she left Paris for Dallas. Paris was dull, she said of life in Paris."
    assert len(placing.read(text).ids("Paris")) == 1
    assert placing.read(text).ids("Paris") == {PARIS_TX}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jordan Quill scored twice on Sunday.", "Jordan"),
        ("Milan Brandt and Sofia Quill spoke in Vienna.", "Milan"),
        ("Ms. Paris Bennett said nothing. Paris Bennett then left.", "Paris"),
    ],
)
def test_names_of_people_are_no_places(text: str, name: str) -> None:
    assert placing.read(text).ids(name) == set()


def test_place_nobody_knows_is_a_place_without_a_pin() -> None:
    found = placing.read("The village of Zzyqxville was shelled on Monday.")
    (mention,) = found.mentions("Zzyqxville")
    entity = found.entity(mention)
    assert entity is not None
    assert (entity.lat, entity.geonames, entity.precision, entity.score) == (None, None, None, None)


@pytest.mark.parametrize(("lean", "pinned"), [(-5.0, False), (5.0, True)])
def test_pin_is_set_only_above_the_threshold(lean: float, pinned: bool) -> None:
    ranker = Ranker(RankerWeights({}, ({},), {"always": lean}))
    resolver = PlaceResolver(gazetteer=gazetteer(Settings(gazetteer=None)), ranker=ranker)
    document = Document("d", "A farm in Springfield burned.", language="en")
    marks = placing.whole_pipeline().marks(document, language="en")
    found = resolver.resolve(document, marks, (), Resolution())
    assert [one.lat is not None for one in found.entities] == [True] * pinned


@pytest.mark.parametrize("text", TEXTS)
def test_every_pin_says_how_exact_and_how_sure_it_is(text: str) -> None:
    resolution = placing.read(text).reading.resolution
    pinned = [one for one in resolution.entities if one.lat is not None]
    assert pinned
    for one in pinned:
        assert one.precision in {"point", "settlement", "district", "region", "country", "area"}
        if one.kind != "country":  # a country may be there by its adjective alone, which is no pin that was weighed
            assert one.score is not None
        assert one.score is None or SURE <= one.score <= 1


def test_metonym_is_no_location_but_keeps_its_place() -> None:
    found = placing.read(TEXTS[2])
    said, fought = found.mentions("Moscow")
    assert (said.use, fought.use) == ("metonymic", "literal")
    assert found.ids("Moscow") == {MOSCOW}
    entity = found.entity(said)
    assert entity is not None
    assert (entity.lat, entity.lon) != (None, None)


def test_demonym_is_linked_to_its_country() -> None:
    found = placing.read(TEXTS[2])
    (mention,) = found.mentions("Tajik")
    assert mention.use == "demonym"
    assert found.ids("Tajik") == {"iso:TJ"}


def test_disputed_place_carries_the_views() -> None:
    found = placing.read("Taiwan held elections on Monday. Voters in Taiwan queued for hours.")
    entity = found.entity(found.mentions("Taiwan")[0])
    assert entity is not None
    assert {claim[:2] for claim in entity.claims} == {"CN", "TW"}


def test_units_and_countries_carry_their_codes() -> None:
    found = placing.read(TEXTS[0])
    texas = found.entity(found.mentions("Texas")[0])
    assert texas is not None
    assert (texas.codes, texas.country, texas.precision) == ((("iso_3166_2", "US-TX"),), "US", "region")


@pytest.mark.parametrize("text", TEXTS)
def test_every_link_points_at_what_is_there(text: str) -> None:
    resolution = placing.read(text).reading.resolution
    entities, mentions = {one.id for one in resolution.entities}, {one.id for one in resolution.mentions}
    for link in resolution.links:
        assert link.role == "same" or link.entity in entities  # "same" points across reports
        assert link.role != "mention" or link.subject in mentions
    assert len(entities) == len(resolution.entities)
    assert len(mentions) == len(resolution.mentions)


@pytest.mark.parametrize("text", TEXTS)
def test_same_text_gives_the_same_bytes(text: str) -> None:
    pipeline, document = placing.whole_pipeline(), Document("d", text, language="en")
    one, other = (wire.dumps(wire.reading(pipeline.walk(document, language="en"))) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("text", ["", "Nothing happened.", "\n\n", "12 34"])
def test_text_without_places_has_no_pins(text: str) -> None:
    assert placing.read(text).pins == []
