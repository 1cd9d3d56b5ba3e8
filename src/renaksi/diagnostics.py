"""Diagnostics: what is wrong with a document or a plan, as values that speak two languages.

A `Rule` is one kind of finding with a permanent code; a `Diagnostic` is one finding,
as narrow as it is meant (element, indicator, cell) and with its place in the document.
``kind`` *reading* says that what the paper says is in doubt, *check* that what the
plan says is. A bad document gives diagnostics; only a refused act raises.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from renaksi.model import Place

Severity = Literal["error", "warning", "info"]
Kind = Literal["reading", "check"]
Language = Literal["id", "en"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")


class RenaksiError(Exception):
    """An act that was refused. ``message(lang)`` is one sentence: what is wrong and what to do."""

    def __init__(self, *, id: str, en: str) -> None:
        """Keep the sentence in both languages."""
        super().__init__(en)
        self._sentences = {"id": id, "en": en}

    def message(self, lang: Language = "id") -> str:
        """The sentence in the user's language."""
        return self._sentences[lang]


class Unreadable(RenaksiError):
    """A file from which no plan can be read (exit code 2)."""


class Words(NamedTuple):
    """A particular that each language writes in its own way: a level's name, a number."""

    id: str
    en: str


class Rule(NamedTuple):
    """One kind of finding.

    ``message`` holds a format string per language, filled from the diagnostic's
    params. ``page`` is the English page (the docstring of the rule's module) and
    ``page_id`` the Indonesian *what* and *why*.

    For a head of office (`renaksi.checks.gravest`): ``gravity`` (0–100) orders the
    findings. ``headline`` says several findings in one sentence; it may use ``{count}``
    and every param, which then lists the different values. ``matter`` names the param
    whose values are a matter of their own; without it all findings of the rule are one.
    ``told_by`` is the code of the check that says the same of the same row, so that a
    reader of both is told once.
    """

    code: str
    slug: str
    severity: Severity
    since: str
    message: Mapping[Language, str]
    kind: Kind = "check"
    title: Mapping[Language, str] = {}
    gravity: int = 0
    page: str = ""
    page_id: str = ""
    headline: Mapping[Language, str] = {}
    matter: str = ""
    told_by: str = ""


class Diagnostic(NamedTuple):
    """One finding: which rule, about what, where, with the particulars for its sentence."""

    rule: Rule
    params: Mapping[str, str | Words] = {}
    element: str | None = None
    indicator: int | None = None
    cell: str | None = None
    where: Place | None = None

    def message(self, lang: Language = "id") -> str:
        """The finding as one sentence."""
        return self.rule.message[lang].format_map(
            {key: spoken(value, lang) for key, value in self.params.items()}
        )


def spoken(value: str | Words, lang: Language) -> str:
    """A param in one language."""
    return value if isinstance(value, str) else getattr(value, lang)


def counted(count: int, word: Words, lang: Language) -> str:
    """A number of things: ``6 program``, ``6 programs``. Only English has a plural."""
    noun = spoken(word, lang)
    if lang == "en" and count != 1 and noun != "info":
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun}"
