"""Make all official documents of a year, of every office of a person, as archives."""

from __future__ import annotations

import argparse
import signal
import sys
from datetime import date

from renaksi.render.printed import FORMATS
from renaksi.reports.matter import Choices
from renaksi.reports.names import PAPERS
from renaksi_web.accounts.selectors import acting_as
from renaksi_web.bundles import places, selectors, services, worker
from renaksi_web.refusals import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    """An order and its choices, or the work on what was ordered."""
    parser.add_argument(
        "what", choices=["make", "work"],
        help="make: order a bundle and make it; work: go on with what was ordered on the site",
    )  # fmt: skip
    parser.add_argument("year", nargs="?", type=int, help="the year of the documents")
    parser.add_argument("--by", metavar="NAME", help="the admin who orders it: user name or NIP")
    parser.add_argument("--formats", default="pdf", metavar="pdf,docx", help=", ".join(FORMATS))
    parser.add_argument("--paper", choices=PAPERS, default="a4")
    parser.add_argument("--dated", type=date.fromisoformat, metavar="YYYY-MM-DD")
    parser.add_argument("--site", default="", metavar="URL", help="where codes are looked up")
    parser.add_argument("--processes", type=int, default=worker.CORES, help="how many at once")


def run(chosen: argparse.Namespace) -> int:
    """Work, or order first and say how it went; 1 where an office was left out."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what is half made is made again
    processes = max(1, chosen.processes)
    if chosen.what == "work":
        worker.work(processes)
        return 0
    member = acting_as(chosen.by or "--by", "bundle.make")
    if chosen.year is None:
        raise Refused(id="Sebutkan tahunnya.", en="Name the year.")
    bundle = services.order(
        by=member, year=chosen.year, formats=chosen.formats.split(","),
        choices=Choices(chosen.paper), dated=chosen.dated, site=chosen.site.rstrip("/"),
    )  # fmt: skip

    def tell() -> None:
        found = selectors.progress(member, bundle.pk)
        sys.stderr.write(f"\r{found.done}/{len(found.offices)} kantor, {found.files} berkas")
        sys.stderr.flush()

    if not worker.work(processes, tell):
        sys.stdout.write("Penyusunan lain sedang berjalan; bundel ini akan ikut disusun olehnya.\n")
        return 0
    tell()
    return _told(selectors.progress(member, bundle.pk))


def _told(found: selectors.Progress) -> int:
    sys.stderr.write("\n")
    for office in found.offices:
        if office.refusal:
            sys.stderr.write(f"{office.organisation.name}: {office.refusal['id']}\n")
    if found.bundle.state != "ready":
        sys.stderr.write("Bundel belum selesai; jalankan: python -m renaksi_web bundle work\n")
        return 2
    path = places.archive_of(found.bundle.pk, places.ALL)
    sys.stdout.write(f"{path}\n{found.files} berkas, {found.bundle.size:,} B\n")
    return int(found.left > 0)
