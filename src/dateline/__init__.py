"""Reads news reports and keeps who said what, with the words that say so."""
