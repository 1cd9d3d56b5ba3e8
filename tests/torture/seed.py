"""Prepares an installation to be tortured, and tells how to reach it, as one line of JSON.

    python -m tests.torture.seed

One office with a plan of forty indicators in force. In the second quarter nothing is
reported yet: each saver gets cells of their own there. The first and third quarters are
filled in, and go through the workflow again and again, one driver each.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any, Final

import django

INDICATORS: Final = 40
SAVERS: Final = 5
ENTRIES: Final = 6  # in each quarter that goes through the workflow
PROVED: Final = 1  # who adds and removes evidence, on the cell after those of the savers
DRIVEN: Final = {"q1": date(2022, 4, 4), "q3": date(2022, 10, 3)}


def main() -> None:
    """Fill the installation and print what the torture has to know."""
    django.setup()
    from renaksi_web import clock
    from tests.renaksi_web.office import (
        DAY,
        found,
        hire,
        long_plan,
        plan_of,
        report_cells,
        series_of,
        windows_of,
    )

    with clock.set_to(DAY):
        office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
        windows_of(office)
        series = series_of(plan_of(office, long_plan(INDICATORS)))
        hired = [
            hire(office.organisation, f"penulis{n}", ["operator"]) for n in range(SAVERS + PROVED)
        ]
    for quarter, day in DRIVEN.items():
        with clock.set_to(day):
            # Far enough over the target that no explanation is asked for.
            report_cells(office.operator, quarter, dict.fromkeys(series[:ENTRIES], "5"))
    told = {
        "organisation": office.organisation.pk,
        "series": series,
        "savers": [_session(member) for member in hired[:SAVERS]],
        "prover": _session(hired[SAVERS]),
        "operator": _session(office.operator),
        "verifikator": _session(office.verifikator),
        "pimpinan": _session(office.pimpinan),
        "driven": list(DRIVEN),
    }
    sys.stdout.write(json.dumps(told) + "\n")


def _session(member: Any) -> str:
    """The cookie of a signed-in browser."""
    from tests.renaksi_web.office import client_of

    return client_of(member).cookies["sessionid"].value


if __name__ == "__main__":
    main()
