"""Trains what codes actor pairs: ``python -m dateline.learn.events``."""
