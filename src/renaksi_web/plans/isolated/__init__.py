"""Strangers' files are opened in here: by processes with limits, never by the site itself.

`nursery` is the site's side of it. `process` is the program that stands by and forks one
reader for each file; `jobs`, `original` and `pictures` are what a reader does. These know
the core alone: no setting, no database, nothing of Django.
"""
