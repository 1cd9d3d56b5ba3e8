"""Serve the site; on loopback, unless other hosts were named and HTTPS stands before it."""

from __future__ import annotations

import argparse
import socket
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from gunicorn.app.base import BaseApplication

from renaksi_web.refusals import Refused
from renaksi_web.safety import LOOPBACK


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and how many requests at once."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=4)


def run(chosen: argparse.Namespace) -> None:
    """Prepare the static files, then serve until stopped."""
    check_address(chosen.host, chosen.port)
    check_database()
    call_command("collectstatic", interactive=False, verbosity=0)
    sys.stdout.write(f"Renaksi: http://{chosen.host}:{chosen.port}/  (Ctrl+C menghentikan)\n")
    sys.stdout.flush()
    Server(
        {
            "bind": f"{chosen.host}:{chosen.port}",
            "workers": chosen.workers,
            "threads": chosen.threads,
            "worker_class": "renaksi_web.serving.patient.PatientWorker",
            "timeout": 60,
            "graceful_timeout": 20,
            "max_requests": 20_000,
            "max_requests_jitter": 2_000,
            "loglevel": "warning",
            "forwarded_allow_ips": "127.0.0.1,::1",
            "control_socket_disable": True,
        }
    ).run()


def check_address(host: str, port: int) -> None:
    """Refuse an address that others can reach without leave, or that is taken."""
    if host not in LOOPBACK and not (settings.HTTPS and set(settings.ALLOWED_HOSTS) - LOOPBACK):
        raise Refused(
            id=f"{host} terjangkau komputer lain; isi dulu RENAKSI_HOSTS dan RENAKSI_HTTPS.",
            en=f"{host} is reachable from outside; set RENAKSI_HOSTS and RENAKSI_HTTPS first.",
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refused(
                id=f"Port {port} dipakai program lain; pilih yang lain, misalnya PORT={port + 1}.",
                en=f"Port {port} is taken by another program; choose another, PORT={port + 1}.",
            ) from error


def check_database() -> None:
    """Refuse a database that an earlier version left: its pages would break one by one."""
    executor = MigrationExecutor(connection)
    lacking = executor.migration_plan(executor.loader.graph.leaf_nodes())
    _leave_the_database()
    if lacking:
        raise Refused(
            id="Basis data belum dibawa ke versi ini; jalankan dulu:"
            " python -m renaksi_web migrate (buat cadangan sebelumnya: backup).",
            en="The database has not been brought to this version yet; run first:"
            " python -m renaksi_web migrate (make a backup before).",
        )


def _leave_the_database() -> None:
    """Close every connection and pool: workers that inherit one would answer for each other."""
    for each in connections.all(initialized_only=True):
        each.close()
        if each.vendor == "postgresql":
            each.close_pool()  # type: ignore[attr-defined]


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn with settings of ours instead of a file."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Take the settings."""
        for key, value in self.options.items():
            if key in self.cfg.settings:
                self.cfg.set(key, value)

    def load(self) -> Any:
        """The application, loaded in each worker."""
        from renaksi_web.wsgi import application

        return application
