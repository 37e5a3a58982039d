"""Trains the small models in ``weights/``. Nothing here is needed, or imported, where reports are read."""
