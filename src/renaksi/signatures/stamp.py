"""The visible stamp of a signature: a small PDF page with name, time and a QR code.

The QR code leads to the page where the file can be verified. It is not the signature, and the
stamp says so: who copies the picture into another file has copied no signature.
"""

from __future__ import annotations

import io
import json
from datetime import datetime
from typing import Final

import segno
import typst

from renaksi.render.printed.fonts import fonts
from renaksi.signatures.wording import moment_in_words

WIDTH_MM: Final = 78
HEIGHT_MM: Final = 24
LONGEST_ADDRESS: Final = 200

_SOURCE: Final = b"""
#let data = json(bytes(sys.inputs.data))
#set page(width: 78mm, height: 24mm, margin: 1pt)
#set text(font: "TeX Gyre Heros", lang: "id", fill: luma(20))
#set par(leading: 0.4em, spacing: 0.5em)
#let name = data.name
#let long = name.len() > 90
#set text(size: if long { 5.6pt } else { 6.5pt })
#let small = text.with(size: 5.4pt, fill: luma(70))
#block(width: 100%, height: 100%, stroke: 0.6pt + rgb("0b4f8a"), inset: 1.2mm, grid(
  columns: if data.code == "" { (1fr,) } else { (21.6mm, 1fr) },
  column-gutter: 1.4mm,
  align: horizon,
  ..if data.code == "" { () } else { (image(bytes(data.code), format: "svg", width: 21.6mm),) },
  box(height: 21.6mm, clip: true, align(horizon)[
    Ditandatangani secara elektronik oleh \\
    #text(size: if long { 5.6pt } else if name.len() > 40 { 7pt } else { 9pt },
      weight: "bold", fill: rgb("0b4f8a"), name)

    #data.time \\
    #small[waktu menurut komputer penanda tangan]

    #if data.address != "" [
      Periksa berkasnya di #text(fill: rgb("0b4f8a"), data.address) \\
      #small[Kode QR ini bukan tanda tangannya.]
    ] else [
      Periksa dengan perintah renaksi verify.
    ]
  ]),
))
"""


def stamp(name: str, moment: datetime, address: str = "") -> bytes:
    """The stamp as a PDF of one page; without an address it bears no QR code."""
    told = {
        "name": _cut(name, 160),
        "time": moment_in_words(moment, "id"),
        "address": _cut(address.removeprefix("https://").removeprefix("http://").rstrip("/"), 80),
        "code": _code(address) if address else "",
    }
    made = typst.compile(
        _SOURCE, format="pdf", font_paths=fonts(), sys_inputs={"data": json.dumps(told)}
    )
    assert isinstance(made, bytes)
    return made


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _code(address: str) -> str:
    """The QR code as SVG, with the quiet zone that readers need."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=3, omitsize=True, xmldecl=False, light="white"
    )
    return out.getvalue().decode()
