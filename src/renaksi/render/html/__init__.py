"""A plan as one page that needs nothing else: cascade, findings and where each fact stands.

The page holds no script, loads nothing and forbids both; it reads on a phone, prints on
A4 landscape, and follows the reader's choice of light or dark. Tables keep their meaning
(roles, scopes, captions) where a narrow screen shows their rows as cards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import renaksi
from renaksi.checks.view import LEVEL_WORDS
from renaksi.diagnostics import Diagnostic, Language, Words, counted, spoken
from renaksi.model import LEVELS, Plan
from renaksi.render import words
from renaksi.render.html.cascade import Cascade, Section, sections
from renaksi.render.html.notes import Notes
from renaksi.render.html.text import text

IS_TEXT: Final = True

_STYLE: Final = Path(__file__).with_name("page.css")
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)

_SKIP: Final = Words("Langsung ke isi", "Skip to the content")
_CONTENTS: Final = Words("Daftar isi", "Contents")
_ABOVE: Final = Words("Tujuan dan sasaran", "Goals and objectives")
_ROW: Final = Words("indikator", "indicator")
_FINDING: Final = Words("temuan", "finding")
_FINDINGS: Final = Words("Temuan", "Findings")
_LEGEND: Final = Words(
    "· kosong di dokumen; - tidak dijadwalkan; angka kecil menunjuk ke temuan; "
    "sel berwarna diragukan saat dibaca.",
    "· empty in the document; - not scheduled; small figures lead to findings; "
    "coloured cells were in doubt while reading.",
)
_MADE: Final = Words("Dibuat dengan Renaksi {version}.", "Made with Renaksi {version}.")


def render(readings: Sequence[tuple[Plan, Sequence[Diagnostic]]], lang: Language = "id") -> bytes:
    """The page, in UTF-8."""
    title = words.plan_title(readings[0][0], lang)
    page = [
        "<!doctype html>",
        f'<html lang="{lang}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{text(title)}</title>",
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>",
        "</head>",
        "<body>",
        f'<a class="skip" href="#isi">{spoken(_SKIP, lang)}</a>',
        '<main id="isi">',
    ]
    for number, (plan, findings) in enumerate(readings, 1):
        page += _article(plan, findings, f"r{number}", lang)
    made = spoken(_MADE, lang).format(version=renaksi.__version__)
    page += ["</main>", f"<footer><p>{made}</p></footer>", "</body>", "</html>"]
    return ("\n".join(page) + "\n").encode()


def _article(
    plan: Plan, findings: Sequence[Diagnostic], prefix: str, lang: Language
) -> Iterator[str]:
    """One plan. Its anchors begin with ``prefix``, so that several plans do not collide."""
    notes = Notes(plan, findings, prefix, lang)
    cascade = Cascade(plan, notes, lang)
    parts = sections(plan)
    yield f'<article aria-labelledby="{prefix}"{_said(plan, prefix)}>'
    yield from _header(plan, len(notes.findings), prefix, lang)
    yield f'<nav aria-label="{spoken(_CONTENTS, lang)}"><ul>'
    for number, part in enumerate(parts):
        yield f'<li><a href="#{prefix}-b{number}">{_name(part, lang)}</a></li>'
    count = f"{spoken(_FINDINGS, lang)} ({len(notes.findings)})"
    yield f'<li><a href="#{prefix}-temuan">{count}</a></li>'
    yield "</ul></nav>"
    yield f'<p class="legend">{spoken(_LEGEND, lang)}</p>'
    for number, part in enumerate(parts):
        anchor = f"{prefix}-b{number}"
        yield f'<section aria-labelledby="{anchor}">'
        yield f'<h2 id="{anchor}">{_name(part, lang)}</h2>'
        yield from cascade.table(part.elements, anchor, _name(part, lang))
        yield "</section>"
    yield f'<section aria-labelledby="{prefix}-temuan">'
    yield f'<h2 id="{prefix}-temuan">{spoken(_FINDINGS, lang)}</h2>'
    yield from notes.listed()
    yield "</section>"
    yield "</article>"


def _said(plan: Plan, prefix: str) -> str:
    """What the plan is, for those who read the page back."""
    said = {
        "renaksi": "plan/1", "plan": prefix, "kind": plan.kind, "title": plan.title,
        "organisation": plan.organisation.name if plan.organisation else None,
        "year": str(plan.year) if plan.year else None,
    }  # fmt: skip
    return "".join(f' data-{name}="{text(value)}"' for name, value in said.items() if value)


def _header(plan: Plan, found: int, prefix: str, lang: Language) -> Iterator[str]:
    """What plan it is, and how much is in it."""
    yield "<header>"
    yield f'<h1 id="{prefix}">{text(plan.title or spoken(words.ACTION_PLAN, lang))}</h1>'
    office = " · ".join(filter(None, (words.organisation_name(plan), str(plan.year or ""))))
    if office:
        yield f'<p class="office">{text(office)}</p>'
    levels = [element.level for element in plan.elements]
    counts = [(levels.count(level), LEVEL_WORDS[level]) for level in LEVELS]
    counts.append((sum(len(element.indicators) for element in plan.elements), _ROW))
    counts.append((found, _FINDING))
    yield '<dl class="counts">'
    for count, word in counts:
        name = counted(count, word, lang).partition(" ")[2]
        yield f"<div><dt>{name}</dt><dd>{count}</dd></div>"
    yield "</dl>"
    yield "</header>"


def _name(part: Section, lang: Language) -> str:
    if part.program is None:
        return spoken(_ABOVE, lang)
    return text(words.element_name(part.program, lang, missing=spoken(words.UNTITLED, lang)))
