"""The web application at work: a page, a save, and fifty people who save at the same moment.

    python -m benchmarks.bench_web

Serves an office of 53 indicators and fifty operators in processes of its own, on SQLite
and, where one answers (`RENAKSI_TEST_POSTGRESQL`), on PostgreSQL. Server time is taken in
process, from the request to the finished answer; the fifty go through the real server and
HTTP, each with a browser of their own, and what they saved is counted in the database.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.timing import machine, milliseconds, table
from tests.renaksi_web.processes import Installation
from tests.torture.people import QUARTER, Browser
from tests.torture.site import Site

PEOPLE, ROUNDS, SAVES, ROWS = 50, 5, 60, 53
SERVER = os.environ.get(
    "RENAKSI_TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/renaksi"
).rpartition("/")[0]


def main() -> None:
    """Print the tables, or as one of its own processes do what it was told."""
    if len(sys.argv) > 1:
        {"seed": _seed, "measure": _measure}[sys.argv[1]]()
        return
    alone: list[list[str]] = []
    together: list[list[str]] = []
    for name, made in (("SQLite", _on_sqlite), ("PostgreSQL", _on_postgresql)):
        with tempfile.TemporaryDirectory(prefix="renaksi-bench-") as folder, made(folder) as url:
            if not url:
                print(f"Left out: no PostgreSQL answers at {SERVER.rpartition('@')[2]}.")
                continue
            installation = Installation(Path(folder) / "var", url)
            installation.environment |= {"RENAKSI_TODAY": "2022-07-04"}
            installation.command("migrate")
            told = json.loads(installation.run("-m", "benchmarks.bench_web", "seed"))
            measured = json.loads(installation.run("-m", "benchmarks.bench_web", "measure"))
            alone += [[f"{what}, {name}", *figures] for what, figures in measured.items()]
            together.append([name, *_fifty(installation, told, Path(folder) / "site.log")])
    print(machine())
    title = f"Server time of a page and a save, {ROWS} rows (reach: 60 ms, 20 ms)"
    table(title, ("what", "queries", "time (median)", "of it processor"), alone)
    title = f"{PEOPLE} people who save at once, {ROUNDS} rounds (reach: all saved, none lost)"
    heads = ("database", "saves", "refused", "lost", "a save (median)", "the slowest", "a second")
    table(title, heads, together)


@contextmanager
def _on_sqlite(folder: str) -> Iterator[str]:
    yield f"sqlite:///{folder}/renaksi.sqlite3"


@contextmanager
def _on_postgresql(_folder: str) -> Iterator[str]:
    """A database of its own; nothing where no server answers."""
    name = f"renaksi_bench_{os.getpid()}"
    try:
        server = psycopg.connect(f"{SERVER}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        yield ""
        return
    with server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{SERVER}/{name}"
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _seed() -> None:
    """An office with its plan and fifty operators; prints sessions and cells."""
    import django

    django.setup()
    from django.core.management import call_command

    from renaksi_web import clock
    from tests.renaksi_web import office as offices

    call_command("collectstatic", interactive=False, verbosity=0)

    with clock.set_to(offices.DAY):
        office = offices.found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
        offices.windows_of(office)
        series = offices.series_of(offices.plan_of(office, offices.long_plan(ROWS)))
        people = [
            offices.hire(office.organisation, f"penulis{n}", ["operator"]) for n in range(PEOPLE)
        ]
        # Every row has an actual and its achievement, as in the middle of a year.
        offices.report_cells(office.operator, "q2", dict.fromkeys(series, "2"))
    sessions = [offices.client_of(member).cookies["sessionid"].value for member in people]
    sys.stdout.write(json.dumps({"series": series, "sessions": sessions}) + "\n")


def _measure() -> None:
    """Queries and times of one page and one save, in process."""
    import django

    django.setup()
    from django.test import Client

    from renaksi_web.accounts.models import User
    from renaksi_web.plans.models import Plan

    client = Client(SERVER_NAME="localhost", headers={"HX-Request": "true"})
    user = User.objects.get(username="operator.kemangkon")
    client.force_login(user, backend="renaksi_web.accounts.backends.NameNipOrNik")
    grid = QUARTER.format(2)
    series = Plan.objects.get().elements.get().indicators.order_by("position")[0].series_id
    version = [1]

    def save() -> Any:
        seen = version[0]
        version[0] += 1
        sent = {f"v{series}": str(seen + 1000), f"o{series}": f"{seen}:{_held(seen)}"}
        return client.post(grid, sent)

    def page() -> Any:
        return client.get(grid, headers={"HX-Request": ""})

    told = {"the grid of the whole plan": _figures(page), "a save": _figures(save)}
    sys.stdout.write(json.dumps(told) + "\n")


def _held(version: int) -> str:
    """What the cell holds in this version: the seed's, or the save's before."""
    return "2" if version == 1 else str(version - 1 + 1000)


def _figures(ask: Any) -> list[str]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    assert ask().status_code == 200
    with CaptureQueriesContext(connection) as captured:
        ask()
    asked = [q["sql"] for q in captured.captured_queries if not q["sql"].startswith(_AROUND)]
    whole, own = [], []
    for _ in range(SAVES):
        start, used = time.perf_counter(), time.process_time()
        answer = ask()
        whole.append(time.perf_counter() - start)
        own.append(time.process_time() - used)
        assert answer.status_code == 200, answer.text
    return [
        str(len(asked)), milliseconds(statistics.median(whole)),
        milliseconds(statistics.median(own)),
    ]  # fmt: skip


_AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def _fifty(installation: Installation, told: Any, log: Path) -> list[str]:
    """Each saves a cell of their own when all of them do, over what they saved before."""
    site = Site(installation, log)
    site.start()
    try:
        browsers = [Browser(site, session) for session in told["sessions"]]
        cells = told["series"][1 : PEOPLE + 1]
        taken: list[float] = []
        refused: list[object] = []
        began = time.perf_counter()
        for number in range(ROUNDS):
            _round(browsers, cells, number, taken, refused)
        whole = time.perf_counter() - began
    finally:
        site.stop()
    lost = len(set(cells) - set(_kept(installation, str(4000 + ROUNDS - 1))))
    assert "whole" in installation.command("audit", "verify")
    return [
        str(len(taken)), str(len(refused)), str(lost), milliseconds(statistics.median(taken)),
        milliseconds(max(taken)), f"{len(taken) / whole:.0f}",
    ]  # fmt: skip


def _round(
    browsers: list[Browser],
    cells: list[int],
    number: int,
    taken: list[float],
    refused: list[object],
) -> None:
    """All at the same moment."""
    ready = threading.Barrier(len(browsers))
    held = f"{number + 1}:" + ("2" if number == 0 else str(4000 + number - 1))

    def save(browser: Browser, cell: int) -> None:
        sent = {f"v{cell}": str(4000 + number), f"o{cell}": held}
        ready.wait()
        start = time.perf_counter()
        status, page = browser.post(QUARTER.format(2), sent, **{"HX-Request": "true"})
        taken.append(time.perf_counter() - start)
        if status != 200 or 'data-outcome="saved"' not in page:
            refused.append((status, page))

    threads = [
        threading.Thread(target=save, args=pair) for pair in zip(browsers, cells, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _kept(installation: Installation, text: str) -> list[int]:
    """The cells that hold the text of the last round."""
    told = installation.run(
        "-c",
        "import django; django.setup()\n"
        "from renaksi_web.tracking.models import Entry\n"
        f"print(*Entry.objects.filter(text={text!r}).values_list('series_id', flat=True))",
    )
    return [int(word) for word in told.split()]


if __name__ == "__main__":
    main()
