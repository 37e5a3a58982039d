"""Says which place of the gazetteer each toponym of a report is, how sure that is, and how exact."""

from dateline.resolve.places.resolver import PlaceResolver

__all__ = ["PlaceResolver"]
