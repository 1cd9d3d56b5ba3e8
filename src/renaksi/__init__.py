"""Renaksi: the meaning of an Indonesian government office's action plan (*Rencana Aksi*).

This package is pure: it knows no web, no database and not today's date. It reads a
plan as it was filed, interprets it, checks it and measures what it achieved.
"""

__version__ = "0.1.0"
