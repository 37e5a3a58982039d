"""What Dateline is made of: explicit lists of its stages, and the versions that say which made an entry."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING

from dateline.config import Settings
from dateline.extract.events.extractor import EventExtractor
from dateline.extract.events.vocabulary import Vocabulary
from dateline.extract.statements.extractor import StatementExtractor
from dateline.mark.amounts import AmountMarker
from dateline.mark.linguistic import LinguisticMarker, load_model, model_in_use
from dateline.mark.names import NameMarker
from dateline.mark.naming.eponyms import Eponyms, borrowed_names
from dateline.mark.naming.toponyms import Uses
from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.mark.recasing import Recasing, dictionary
from dateline.mark.references import ReferenceMarker
from dateline.mark.times import TimeMarker
from dateline.mark.toponyms import ToponymMarker
from dateline.pipeline import Language, Pipeline
from dateline.read.all import readers
from dateline.resolve.actors.resolver import ActorResolver
from dateline.resolve.events.resolver import EventResolver
from dateline.resolve.places import PlaceResolver
from dateline.resolve.places.ranker import Ranker
from dateline.resolve.speakers import SpeakerResolver
from dateline.vocab.actor_roles import offices, sectors
from dateline.vocab.actors import actors
from dateline.vocab.cues import Cues
from dateline.vocab.gazetteer import Gazetteer, shipped
from dateline.vocab.gazetteer import digest as gazetteer_digest
from dateline.vocab.listing import listing
from dateline.vocab.load import rows, table
from dateline.vocab.pronouns import pronouns
from dateline.vocab.roles import given_names, roles
from dateline.vocab.times import Times
from dateline.weights import ACCURATE, PlaceWeights, digest, place_digest, place_weights, weighing
from dateline.weights.events import coders, pair_digest

if TYPE_CHECKING:
    from spacy.language import Language as SpacyLanguage

_TOWN = 20_000  # people of a place whose name is taken for a name in a text in capitals


def pipeline(settings: Settings, *, plain_blas: bool = True, places: PlaceWeights | None = None) -> Pipeline:
    """The whole pipeline, with its models loaded. ``plain_blas`` is explained at ``load_model``; ``places`` are other
    weights than those shipped.
    """
    english = _english(settings, plain_blas=plain_blas, places=places or place_weights())
    return Pipeline(readers=readers(), languages={"en": english})


def gazetteer(settings: Settings) -> Gazetteer:
    """The gazetteer that is set, or the one that ships with Dateline. Raises ``GazetteerError``."""
    return Gazetteer(settings.gazetteer or shipped())


def toponym_marker(places: Gazetteer, weights: Mapping[str, float]) -> ToponymMarker:
    """The marker of toponyms with its vocabulary."""
    common = frozenset(row["word"] for row in rows("common_words"))
    words = table("toponyms")
    return ToponymMarker(
        gazetteer=places,
        roles=roles(),
        given=given_names(),
        common=common,
        uses=Uses(words),
        eponyms=Eponyms(words, borrowed_names()),
        words=words,
        weights=weights,
    )


def fingerprint(settings: Settings) -> dict[str, str]:
    """Producers and what may move a result: the tier, all weights, the gazetteer, package versions, the language
    model, the processor's family.
    """
    tier = settings.tier
    model = model_in_use()
    packages = ["spacy", "thinc", "numpy", "trafilatura", "py3langid"]
    return {
        "dateline": version("dateline"),
        str(StatementExtractor.producer.name): StatementExtractor.producer.version,
        str(EventExtractor.producer.name): EventExtractor.producer.version,
        str(SpeakerResolver.producer.name): SpeakerResolver.producer.version,
        str(PlaceResolver.producer.name): PlaceResolver.producer.version,
        str(ActorResolver.producer.name): ActorResolver.producer.version,
        str(EventResolver.producer.name): EventResolver.producer.version,
        "tier": tier,
        "weights": digest(tier),
        "place weights": place_digest(),
        "pair weights": pair_digest(tier),
        "gazetteer": gazetteer_digest(settings.gazetteer or shipped()),
        "model": f"{model.module} {model.version}",
        **{name: version(name) for name in (*packages, *(["onnxruntime"] if tier == ACCURATE else []))},
        "python": platform.python_version(),
        "processor": platform.machine(),
    }


def name_marker() -> NameMarker:
    """The marker of names with its vocabulary."""
    words = table("toponyms")
    eponyms = Eponyms(words, borrowed_names())
    return NameMarker(listing=listing(), roles=roles(), given=given_names(), uses=Uses(words), eponyms=eponyms)


def _recasing(nlp: SpacyLanguage, places: Gazetteer) -> Recasing:
    """Tells names from words by what is listed: countries and bodies, given names, places with people in them."""
    names, known, classes = given_names(), listing(), table("times")["classes"]
    calendar = {word for name in ("MONTH", "WEEKDAY") for word in classes[name]} - {"may", "march"}
    return Recasing(
        small=frozenset(row["word"] for row in rows("common_words")) - calendar,
        abbreviation=lambda word: any(one.abbreviation for one in known.get(word)),
        names=lambda word: (
            word.lower() in names
            or word.lower() in calendar
            or bool(known.get(word))
            or any(one.place.population >= _TOWN for one in places.candidates(word))
        ),
        forms=dictionary(nlp),
    )


def _english(settings: Settings, *, plain_blas: bool, places: PlaceWeights) -> Language:
    titles, given, atlas = roles(), given_names(), gazetteer(settings)
    known, held, kinds = actors(), offices(), sectors()
    nlp, vocabulary = load_model(plain_blas=plain_blas), Vocabulary.load()
    return Language(
        markers=(
            PartMarker(table("parts")),
            QuoteMarker(table("quotemarks")),
            LinguisticMarker(nlp, headline_verbs=vocabulary.frames.verbs.keys()),
            TimeMarker(Times.load()),
            AmountMarker(),
            name_marker(),
            toponym_marker(atlas, places.toponyms),
            ReferenceMarker(roles=titles, pronouns=pronouns()),
        ),
        extractors=(
            StatementExtractor(Cues.load(), weighing(settings.tier)),
            EventExtractor(vocabulary, coders(settings.tier)),
        ),
        resolvers=(
            SpeakerResolver(listing=listing(), roles=titles, given=given),
            PlaceResolver(gazetteer=atlas, ranker=Ranker(places.ranker)),
            ActorResolver(actors=known, offices=held, sectors=kinds),
            EventResolver(actors=known, offices=held, sectors=kinds),
        ),
        spelt=_recasing(nlp, atlas).recased,
    )
