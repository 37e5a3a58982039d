"""Words that may name places, told from names of people and bodies by what stands around them."""

from dateline.mark.toponyms.marker import ToponymMarker

__all__ = ["ToponymMarker"]
