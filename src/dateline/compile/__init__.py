"""Compiles the gazetteer from packages of place names, the hand-made supplement, or a GeoNames dump."""
