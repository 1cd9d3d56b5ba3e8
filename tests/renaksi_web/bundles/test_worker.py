"""The process that makes bundles: killed in the middle it is gone on with, never two at once."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.house.repository import ROOT
from tests.renaksi_web.bundles import year
from tests.renaksi_web.processes import Installation, empty_installations

OFFICES = 3
ORDER = f"""
import django; django.setup()
from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import memberships
from renaksi_web.bundles import services
member = memberships(User.objects.get(username="{year.ADMIN}"))[0]
services.order(by=member, year={year.YEAR}, formats=["pdf", "html"], site="http://renaksi.test")
"""
# The second office's archive is whole but not yet in its place when everything ends.
KILLED = """
import django; django.setup()
import os, signal
from renaksi_web.bundles import making, worker
write, begun = making.write_bundle, []
def cut_short(*given):
    told = write(*given)
    begun.append(told)
    if len(begun) == 2:
        os.killpg(0, signal.SIGKILL)
    return told
making.write_bundle = cut_short
worker.work(processes=1)
"""
STATES = """
import django; django.setup()
import json
from renaksi_web.bundles.models import BundledOffice, Bundle
rows = BundledOffice.objects.order_by("pk").values("pk", "state", "sha256", "tries")
print(json.dumps([list(rows), list(Bundle.objects.order_by("pk").values("state", "sha256"))]))
"""


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """Some offices with a year behind them; nothing is made before a test says so."""
    with empty_installations(tmp_path, ["here"]) as (made,):
        made.environment |= {"RENAKSI_TODAY": year.DAY.isoformat()}
        made.environment["DJANGO_SETTINGS_MODULE"] = "tests.renaksi_web.bundles.settings"
        made.command("migrate")
        made.run("-m", "tests.renaksi_web.bundles.year", str(OFFICES))
        yield made


def states(installation: Installation) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    offices, bundles = json.loads(installation.run("-c", STATES))
    return offices, bundles


def started(installation: Installation, *arguments: str) -> subprocess.Popen[bytes]:
    """A worker in a group of its own, so that it ends with all that it forked."""
    return subprocess.Popen(
        [sys.executable, *(arguments or ("-m", "renaksi_web", "bundle", "work"))],
        cwd=ROOT,
        env=installation.environment,
        start_new_session=True,
    )


def archives(installation: Installation) -> list[Path]:
    return sorted((installation.var / "bundles" / "1").glob("opd-*[0-9]"))


def test_a_worker_that_is_killed_is_gone_on_with_and_the_bytes_are_the_same(
    installation: Installation,
) -> None:
    installation.run("-c", ORDER)
    assert started(installation, "-c", KILLED).wait(timeout=120) == -signal.SIGKILL
    left = states(installation)[0]
    assert [row["state"] for row in left] == ["made", "making", "waiting"]
    assert len(archives(installation)) == 1
    made = {row["pk"]: row["tries"] for row in left if row["state"] == "made"}

    installation.command("bundle", "work")

    offices, (bundle,) = states(installation)
    assert {row["state"] for row in offices} == {"made"}
    assert bundle["state"] == "ready"
    # What was whole was not made again.
    assert {row["pk"]: row["tries"] for row in offices if row["pk"] in made} == made
    assert archives(installation) == []  # they are within the one of all

    installation.run("-c", ORDER)
    installation.command("bundle", "work")
    again = states(installation)[1]
    assert again[0]["sha256"] == again[1]["sha256"]


def test_two_workers_are_never_at_it_together(installation: Installation) -> None:
    installation.run("-c", ORDER)
    workers = [started(installation) for _ in range(3)]
    assert [worker.wait(timeout=200) for worker in workers] == [0, 0, 0]
    offices, (bundle,) = states(installation)
    assert {(row["state"], row["tries"]) for row in offices} == {("made", 1)}
    assert bundle["state"] == "ready"


def test_the_command_orders_makes_and_says_where_it_lies(installation: Installation) -> None:
    said = installation.command(
        "bundle", "make", str(year.YEAR), "--by", year.ADMIN, "--formats", "html"
    )
    path = Path(said.splitlines()[0])
    assert path.read_bytes()[:4] == b"PK\x03\x04"
    assert "bundle" in said or "berkas" in said
    refused = installation.command("bundle", "make", str(year.YEAR), "--by", "siapa", code=2)
    assert "tidak ada admin kantor" in refused
    installation.command("bundle", "make", "2019", "--by", year.ADMIN, code=1)
