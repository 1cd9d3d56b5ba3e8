"""The demonstration: every state is there, marked as a sample, made by acts of people."""

from __future__ import annotations

import json
import os
import re
import socket
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from renaksi.reports.charges import in_charge
from renaksi_web.accounts.models import User
from renaksi_web.accounts.selectors import memberships
from renaksi_web.audit.models import Event
from renaksi_web.audit.selectors import chains, verify
from renaksi_web.demonstration import accounts
from renaksi_web.demonstration.proofs import pdf
from renaksi_web.files.kinds import media_type
from renaksi_web.offices.selectors import office_of
from renaksi_web.plans.models import Plan
from renaksi_web.plans.selectors import loaded, set_plan
from renaksi_web.sheets.papers import Papers
from renaksi_web.tracking.models import Entry, Evidence, Transition
from renaksi_web.tracking.report import reports
from tests.house.repository import ROOT

DAY = date(2022, 10, 5)


@pytest.fixture
def year(demonstrated: None) -> User:
    """The operator of a loaded demonstration, on its day."""
    return User.objects.get(username="operator")


def test_every_state_that_a_page_can_show_is_there(year: User) -> None:
    (operator,) = memberships(year)
    lines = [line for report in reports(operator, 2022).values() for line in report.lines]
    standings = {line.standing for line in lines}
    assert standings >= {
        "draft", "submitted", "returned", "verified", "approved", "locked",
        "awaited", "late", "later", "unplanned", "yearly",
    }  # fmt: skip
    states = {line.span.state for line in lines}
    assert states >= {"measured", "awaited", "without_target", "undefined", "not_scheduled"}
    reached = [line.span.raw for line in lines if line.span.raw is not None]
    assert max(reached) > 100 > min(reached)
    assert len({line.span.band.key for line in lines if line.span.band}) >= 4


def test_every_figure_and_proof_says_that_it_is_a_sample(year: User) -> None:
    assert not Entry.objects.exclude(sample=True).exists()
    assert Evidence.objects.exists()
    assert not Evidence.objects.exclude(title__icontains="contoh").exists()
    assert all("Contoh" in user.name for user in User.objects.all())
    explained = Entry.objects.exclude(obstacle="")
    assert explained
    assert all(entry.obstacle.startswith("Contoh") for entry in explained)
    reasons = [*Plan.objects.values_list("reason", flat=True)]
    reasons += Transition.objects.values_list("reason", flat=True)
    assert all(reason.startswith("Contoh") for reason in reasons if reason)


def test_its_papers_lack_nothing_of_the_office(year: User) -> None:
    (operator,) = memberships(year)
    papers = Papers(operator, set_plan(operator, 2022).pk, None, DAY)
    assert not any(offer.of_office() for offer in papers.offers())
    office = office_of(operator)
    officials = [office.head, office.superior, office.planner, *office.staff]
    assert all("Contoh" in one.name for one in officials)
    assert all(one.nip.startswith("0" * 15) for one in officials if not one.elected)
    for one in (office.head, *office.staff):
        assert in_charge(papers.report.loaded.plan, one, office.name)  # type: ignore[union-attr]


def test_no_running_percentage_is_added_up(year: User) -> None:
    (operator,) = memberships(year)
    found = loaded(operator, set_plan(operator, 2022)).plan
    rows = [row for element in found.elements for row in element.indicators]
    added = [row for row in rows if row.accumulation == "sum" and row.unit == "Persen"]
    assert not any(row.target("q4").value == 100 for row in added)


def test_it_was_made_by_acts_of_people_before_its_day(year: User) -> None:
    assert [fault for chain in chains() for fault in verify(chain)] == []
    assert not Event.objects.filter(actor=None).exists()
    moments = [at.date() for at in Event.objects.values_list("at", flat=True)]
    assert max(moments) < DAY
    revised = Plan.objects.get(revision=1)
    assert (revised.status, revised.revises.status) == ("set", "superseded")


def test_a_sample_proof_is_a_pdf() -> None:
    page = pdf("Bukti (satu)", "a\\b")
    assert media_type(page) == "application/pdf"
    assert rb"(Bukti \(satu\)) Tj" in page
    assert page.count(b" obj\n") == 5
    (start,) = re.findall(rb"startxref\n(\d+)", page)
    assert page[int(start) :].startswith(b"xref")


def test_passwords_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    assert accounts.kept(tmp_path) is None
    made = accounts.make(tmp_path)
    assert accounts.kept(tmp_path) == made
    assert len(set(made.values())) == len(accounts.NAMES)
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command on an installation of its own."""
    own = ("RENAKSI_", "DJANGO_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return subprocess.run(
        [sys.executable, "-m", "renaksi_web", *arguments],
        cwd=ROOT,
        env=clean | {"PYTHONPATH": "src", "RENAKSI_VAR": str(folder)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_second_run_loads_nothing_anew_and_a_reset_makes_new_passwords(tmp_path: Path) -> None:
    first = run(tmp_path, "demo")
    assert first.returncode == 0, first.stderr
    passwords = json.loads((tmp_path / "demonstration-accounts.json").read_text())
    assert all(f"{name:12} {word}" in first.stdout for name, word in passwords.items())
    database = tmp_path / "renaksi.sqlite3"
    before = database.stat().st_ino
    second = run(tmp_path, "demo")
    assert second.returncode == 0
    assert all(word in second.stdout for word in passwords.values())
    assert "Menyiapkan" not in second.stdout
    assert database.stat().st_ino == before
    assert run(tmp_path, "demo", "--reset").returncode == 0
    assert json.loads((tmp_path / "demonstration-accounts.json").read_text()) != passwords


def test_a_taken_port_is_one_sentence_and_nothing_is_loaded(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = run(tmp_path, "demo", "--serve", "--port", str(port))
    assert told.returncode == 2
    assert told.stderr.strip() == (
        f"Port {port} dipakai program lain; pilih yang lain, misalnya PORT={port + 1}."
    )
    assert not (tmp_path / "renaksi.sqlite3").exists()


def test_a_real_office_is_neither_shown_nor_removed(tmp_path: Path) -> None:
    run(tmp_path, "migrate")
    office = ["--government", "Kabupaten X", "--organisation", "Kecamatan Y"]
    made = run(tmp_path, "setup", *office, "--username", "ani", "--name", "Ani")
    assert made.returncode == 0
    for arguments in ([], ["--reset"]):
        told = run(tmp_path, "demo", *arguments)
        assert (told.returncode, told.stdout) == (2, "")
        assert str(tmp_path) in told.stderr
    assert (tmp_path / "renaksi.sqlite3").exists()
