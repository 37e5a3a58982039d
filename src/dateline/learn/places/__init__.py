"""Fits what tells toponyms from other names and what ranks their places: ``python -m dateline.learn.places``."""
