"""Renderers: what was read and found, in another format. One file each.

To add a format: write its file and name it in `RENDERERS`. A renderer is a module with a
``NAME`` (as in ``--to NAME``, and the suffix of its files), ``IS_TEXT`` (whether it may
go to standard output) and ``render(readings, lang)``, which gives the bytes of the file.
"""

from __future__ import annotations

from typing import Final

from renaksi.render import csv, html, json

RENDERERS: Final = (json, csv, html)
