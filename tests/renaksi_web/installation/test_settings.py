"""What an installation starts with: safe, durable, its own secret; and what it refuses."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from renaksi_web import clock, database, safety
from renaksi_web.__main__ import COMMANDS
from tests.house.repository import ROOT, rows_of_tables

SECRET = "k3Jf9-w2Lq7Zx_Pv5Rt8Ym1Nb4Hc6Dg0Sa-Tu3Wi9Eo2Lp7Kj5Fz"  # noqa: S105
SAFE = {"hosts": ["localhost"], "https": False, "debug": False, "demo": False, "secret": SECRET}
PUBLIC = SAFE | {"hosts": ["renaksi.example.go.id"], "https": True}


def test_a_machine_of_its_own_and_a_site_behind_https_are_safe() -> None:
    assert list(safety.refusals(**SAFE)) == []
    assert list(safety.refusals(**SAFE | {"debug": True, "demo": True})) == []
    assert list(safety.refusals(**PUBLIC)) == []


@pytest.mark.parametrize(
    ("unsafe", "word"),
    [
        (PUBLIC | {"https": False}, "HTTPS"),
        (PUBLIC | {"hosts": ["*"]}, "pattern"),
        (PUBLIC | {"hosts": [".example.go.id"]}, "pattern"),
        (PUBLIC | {"debug": True}, "RENAKSI_DEBUG"),
        (PUBLIC | {"demo": True}, "demonstration"),
        (SAFE | {"secret": "rahasia"}, "secret"),
        (SAFE | {"secret": "a" * 60}, "secret"),
    ],
)
def test_what_is_unsafe_is_refused_with_the_way_out(unsafe: dict[str, object], word: str) -> None:
    (sentence,) = safety.refusals(**unsafe)  # type: ignore[arg-type]
    assert word in sentence


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, with only these settings."""
    clean = {
        name: v for name, v in os.environ.items() if not name.startswith(("RENAKSI_", "DJANGO_"))
    }
    clean["PYTHONPATH"] = "src"
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_unsafe_installation_does_not_start(tmp_path: Path) -> None:
    told = run(
        "-m",
        "renaksi_web",
        "migrate",
        RENAKSI_VAR=str(tmp_path),
        RENAKSI_HOSTS="renaksi.example.go.id",
    )
    assert told.returncode == 2
    assert "RENAKSI_HTTPS=1" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_production_installation_passes_djangos_deployment_check(tmp_path: Path) -> None:
    told = run(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING",
        RENAKSI_VAR=str(tmp_path), RENAKSI_HTTPS="1", RENAKSI_HOSTS="renaksi.example.go.id",
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert "no issues" in told.stdout


def test_the_secret_is_made_once_and_is_private(tmp_path: Path) -> None:
    made = safety.secret_in(tmp_path)
    assert len(made) >= 64
    assert safety.secret_in(tmp_path) == made
    path = tmp_path / "secret-key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    with pytest.raises(PermissionError, match="chmod 600"):
        safety.secret_in(tmp_path)


@pytest.mark.django_db
def test_every_sqlite_connection_waits_writes_ahead_and_syncs_fully(tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the database is not SQLite")
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
    entry = database.from_url("sqlite:////srv/renaksi.sqlite3")
    assert entry["NAME"] == "/srv/renaksi.sqlite3"
    assert entry["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert entry["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in entry["OPTIONS"]["init_command"]


def test_a_postgresql_address_keeps_its_parts_and_options() -> None:
    entry = database.from_url("postgresql://u:p%40ss@db:5433/renaksi?sslmode=verify-full")
    assert [entry[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == [
        "u", "p@ss", "db", "5433", "renaksi",
    ]  # fmt: skip
    assert entry["OPTIONS"]["sslmode"] == "verify-full"
    assert entry["OPTIONS"]["pool"]["max_size"] >= 4


@pytest.mark.parametrize("url", ["mysql://x/y", "renaksi.db", "sqlite://", "postgresql://host"])
def test_an_unknown_database_is_refused(url: str) -> None:
    with pytest.raises(database.UnknownDatabase, match="RENAKSI_DATABASE_URL"):
        database.from_url(url)


@pytest.mark.django_db
def test_every_change_of_the_models_has_its_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_a_demonstration_stands_on_its_day_and_a_set_clock_goes_before_it() -> None:
    before = date.today()  # noqa: DTZ011
    assert before <= clock.today() <= date.today()  # noqa: DTZ011
    with override_settings(RENAKSI_TODAY=date(2022, 10, 5)):
        assert clock.today() == date(2022, 10, 5)
        with clock.set_to(date(2022, 4, 5)):
            assert clock.now() == datetime.fromisoformat("2022-04-05T09:00:00+07:00")
        assert clock.today() == date(2022, 10, 5)
    assert settings.TIME_ZONE == "Asia/Jakarta"


def test_every_setting_and_command_is_documented() -> None:
    words = [row[0].strip("`").split()[-1] for row in rows_of_tables(ROOT / "docs/web.md")]
    source = (ROOT / "src/renaksi_web/settings.py").read_text(encoding="utf-8")
    read = {f"RENAKSI_{name}" for name in re.findall(r'_env\("(\w+)"', source)}
    assert read == {word for word in words if word.startswith("RENAKSI_")}
    told = " ".join(row[0] for row in rows_of_tables(ROOT / "docs/web.md"))
    assert [name for name in COMMANDS if f"renaksi_web {name}" not in told] == []


def test_every_file_of_commands_stands_in_the_list() -> None:
    files = {path.stem for path in (ROOT / "src/renaksi_web/commands").glob("*.py")}
    assert files - {"__init__"} == set(COMMANDS)
