"""The web application's pages: server time of the whole plan, and what a first visit fetches.

    python -m benchmarks.bench_pages

Loads the demonstration (53 rows with actuals and achievement) into a folder that goes
afterwards, and asks for each page in process, from the request to the finished answer.
"""

from __future__ import annotations

import gzip
import os
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.timing import machine, milliseconds, table

ROUNDS = 15
PLAN = Path(__file__).parents[1] / "examples/kemangkon-2022.txt"
PAGES = {
    "the whole plan": "rencana/{plan}/",
    "the grid of a quarter": "realisasi/2022/tw3/",
    "check and approve": "realisasi/2022/tw3/periksa/",
    "one glance": "capaian/2022/tw3/",
    "as the paper shows it": "capaian/2022/tw3/lembar/",
    "my tasks": "",
    "print": "capaian/2022/tw3/cetak/",
    "XLSX with results": "capaian/2022/tw3/unduh/xlsx/",
    "entry template": "realisasi/2022/tw3/lembar/",
}
BUDGET = {"files": 75, "page": 25, "requests": 6}


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory(prefix="renaksi-bench-") as folder:
        os.environ |= {"RENAKSI_VAR": folder, "RENAKSI_TODAY": "2022-10-05"}
        os.environ.pop("RENAKSI_DATABASE_URL", None)
        os.environ["DJANGO_SETTINGS_MODULE"] = "renaksi_web.settings"
        _prepare()
        client, plan = _signed_in()
        addresses = {
            name: f"/opd/kemangkon/{path.format(plan=plan)}" for name, path in PAGES.items()
        }
        rows = [(name, *_measured(client, path)) for name, path in addresses.items()]
        print(machine())
        heads = ("page", "queries", "server time", "of it processor", "HTML, gzip")
        table(
            "Pages with the demonstration's 53 rows (reach: at most 10 queries, 60 ms)", heads, rows
        )
        heads = ("first visit to", "static files, gzip", "HTML, gzip", "requests")
        title = "First visit (reach: {files} kB, {page} kB, {requests} requests)".format(**BUDGET)
        visited = ("my tasks", "the whole plan", "the grid of a quarter", "one glance")
        table(title, heads, [(name, *_visit(client, addresses[name])) for name in visited])
        from django.db import connections

        connections.close_all()


def _prepare() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from renaksi_web.demonstration.accounts import NAMES
    from renaksi_web.demonstration.loading import load

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    load({name: f"rahasia-{name}-2022" for name in NAMES}, PLAN)


def _signed_in() -> tuple[Any, int]:
    from django.test import Client

    from renaksi_web.accounts.models import User
    from renaksi_web.plans.models import Plan

    client = Client(SERVER_NAME="localhost")
    user = User.objects.get(username="operator")
    client.force_login(user, backend="renaksi_web.accounts.backends.NameNipOrNik")
    return client, Plan.objects.get(status="set").pk


def _measured(client: Any, path: str) -> tuple[str, str, str, str]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    asked = len(captured)
    assert answer.status_code == 200, path
    rounds = [_timed(lambda: client.get(path)) for _ in range(ROUNDS)]
    taken, used = (statistics.median(times) for times in zip(*rounds, strict=True))
    html = "text/html" in answer["Content-Type"]
    size = f"{len(gzip.compress(answer.content)) / 1000:.1f} kB" if html else "–"
    return str(asked), milliseconds(taken), milliseconds(used), size


def _timed(run: Callable[[], object]) -> tuple[float, float]:
    """Seconds that passed, and of them those of the processor."""
    start, used = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - start, time.process_time() - used


def _visit(client: Any, path: str) -> tuple[str, str, str]:
    """What the page and its files weigh as they are sent, and how many requests that takes."""
    from django.conf import settings

    page = client.get(path).content
    files = set(re.findall(rb'(?:src|href)="/static/([^"]+)"', page))
    sent = sum(
        (Path(settings.STATIC_ROOT) / (name.decode() + ".gz")).stat().st_size for name in files
    )
    return (
        f"{sent / 1000:.1f} kB",
        f"{len(gzip.compress(page)) / 1000:.1f} kB",
        str(len(files) + 1),
    )


if __name__ == "__main__":
    main()
