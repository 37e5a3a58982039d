"""What Dateline is made of: explicit lists of its stages, and the versions that say which made an entry."""

from __future__ import annotations

import platform
from importlib.metadata import version

from dateline.config import Settings
from dateline.extract.statements.extractor import StatementExtractor
from dateline.mark.amounts import AmountMarker
from dateline.mark.linguistic import LinguisticMarker, load_model, model_in_use
from dateline.mark.names import NameMarker
from dateline.mark.naming.toponyms import Uses
from dateline.mark.parts import PartMarker
from dateline.mark.quotemarks import QuoteMarker
from dateline.mark.references import ReferenceMarker
from dateline.mark.times import TimeMarker
from dateline.pipeline import Language, Pipeline
from dateline.read.all import readers
from dateline.resolve.speakers import SpeakerResolver
from dateline.vocab.cues import Cues
from dateline.vocab.listing import listing
from dateline.vocab.load import table
from dateline.vocab.pronouns import pronouns
from dateline.vocab.roles import given_names, roles
from dateline.weights import ACCURATE, digest, weighing


def pipeline(settings: Settings, *, plain_blas: bool = True) -> Pipeline:
    """The whole pipeline, with its models loaded. ``plain_blas`` is explained at ``load_model``."""
    return Pipeline(readers=readers(), languages={"en": _english(settings.tier, plain_blas=plain_blas)})


def fingerprint(tier: str) -> dict[str, str]:
    """Producers and what may move a result: the tier and its weights, package versions, the language model, the
    processor's family.
    """
    model = model_in_use()
    packages = ["spacy", "thinc", "numpy", "trafilatura", "py3langid"]
    return {
        "dateline": version("dateline"),
        str(StatementExtractor.producer.name): StatementExtractor.producer.version,
        str(SpeakerResolver.producer.name): SpeakerResolver.producer.version,
        "tier": tier,
        "weights": digest(tier),
        "model": f"{model.module} {model.version}",
        **{name: version(name) for name in (*packages, *(["onnxruntime"] if tier == ACCURATE else []))},
        "python": platform.python_version(),
        "processor": platform.machine(),
    }


def _english(tier: str, *, plain_blas: bool) -> Language:
    places, titles, given = listing(), roles(), given_names()
    return Language(
        markers=(
            PartMarker(table("parts")),
            QuoteMarker(table("quotemarks")),
            LinguisticMarker(load_model(plain_blas=plain_blas)),
            TimeMarker(),
            AmountMarker(),
            NameMarker(listing=places, roles=titles, given=given, uses=Uses(table("toponyms"))),
            ReferenceMarker(roles=titles, pronouns=pronouns()),
        ),
        extractors=(StatementExtractor(Cues.load(), weighing(tier)),),
        resolvers=(SpeakerResolver(listing=places, roles=titles, given=given),),
    )
