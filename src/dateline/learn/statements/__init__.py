"""Trains what the statement extractor's tiers weigh with: `python -m dateline.learn.statements --help`."""
