"""Quantities: figures, their units and bounds, and what they count."""

from dateline.mark.amounts.marker import AmountMarker, taken

__all__ = ["AmountMarker", "taken"]
