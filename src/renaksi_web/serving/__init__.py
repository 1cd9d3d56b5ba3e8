"""Serving with patience: a request arrives whole before a thread of the site sees it.

`heads` knows what a request's head says and how large it may be, `arrivals` gathers one request
from a connection, `answers_out` brings an answer to whoever reads slowly, and `patient` is the
worker of gunicorn that has one loop for all connections and threads for whole requests only. It
knows nothing of Django. Before it takes a large body it asks the site at the *door*, with the
head alone; `renaksi_web.web.bodies` answers.
"""

from __future__ import annotations

from typing import Final

# Where a request that stands at the door keeps the answer: KNOWN or STRANGER, when let in
DOOR: Final = "renaksi.door"
KNOWN: Final = "known"
STRANGER: Final = "stranger"

# A body up to this many bytes is taken without asking, and kept in memory
SMALL: Final = 64_000
