"""Amounts of money as clerks write them: ``Rp 12.500.000,00``, ``12500000``, ``Rp12.500.000,-``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from renaksi.model import Cell
from renaksi.quantity import parse, show
from renaksi_web.refusals import Refused

MOST_DIGITS: Final = 15
# What closes an amount without cents: 12.500.000,-
_CLOSED: Final = re.compile(r"(?<=\d)[.,]\s*[-–—]$")


def typed_rupiah(text: str) -> Cell:
    """The amount that was typed; nothing is *missing*. Raises `Refused` for what is no amount.

    Rupiah have no thousandths, so a point before three digits parts thousands.
    """
    text = text.strip()
    read = parse(_CLOSED.sub("", text), "id")
    if read.state == "missing":
        return Cell("missing")
    value = read.value
    if value is None or read.unit or read.percent:
        raise Refused(
            id=f"“{text[:40]}” bukan jumlah rupiah; tulis misalnya 12.500.000 atau 12500000,50.",
            en=f"“{text[:40]}” is no amount of rupiah; write for example 12.500.000.",
        )
    if value < 0 or value.adjusted() >= MOST_DIGITS:
        raise Refused(
            id=f"{text[:40]}: jumlah rupiah tidak boleh kurang dari 0 atau lebih dari 15 angka.",
            en=f"{text[:40]}: an amount may not be below 0 or longer than 15 digits.",
        )
    if int(value.as_tuple().exponent) < -2:
        raise Refused(
            id=f"{text[:40]} memuat lebih dari dua angka di belakang koma; ribuan ditulis"
            " dengan titik, misalnya 12.500.000.",
            en=f"{text[:40]} has more than two decimals; thousands are written with a point.",
        )
    return Cell("set", value, text)


def shown_rupiah(value: Decimal | None) -> str:
    """An amount for people: ``12.500.000`` or ``12.500.000,5``; nothing where there is none."""
    return "" if value is None else show(value, places=2)
