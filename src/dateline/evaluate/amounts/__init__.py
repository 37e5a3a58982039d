"""The amounts benchmark: our quantities against NewsQuant's, and what they count against our own annotations."""

from dateline.evaluate.amounts.measure import Score, measure
from dateline.evaluate.amounts.tables import peers

__all__ = ["Score", "measure", "peers"]
