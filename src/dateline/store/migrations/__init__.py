"""The steps that make a store and bring an older one up to date, run by Alembic when a store is opened.

To add a step: a file in ``versions/`` with the next number, whose ``down_revision`` is the newest so far; set
``schema.VERSION`` to it and bring ``schema.py`` in line. A step that has been released never changes, so steps spell
out their tables and do not import ``schema``. There is no way down: a store is brought forward or left alone.
"""
