"""The demonstration as `make run` serves it, from the first start: its documents print."""

from __future__ import annotations

import re
import signal
import time
import urllib.error
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from tests.renaksi_web.processes import Installation, free_port

PATIENCE = 120  # seconds


def test_the_first_start_serves_documents_that_print(tmp_path: Path) -> None:
    port = free_port()
    here = f"http://127.0.0.1:{port}"
    installation = Installation(tmp_path, f"sqlite:///{tmp_path}/renaksi.sqlite3")
    site = installation.start("-m", "renaksi_web", "demo", "--serve", "--port", str(port))
    try:
        assert site.stdout is not None
        told = ""
        while "http://" not in told:
            line = site.stdout.readline()
            assert line, told
            told += line
        (password,) = re.findall(r"operator +(\S+)", told)
        browser = build_opener(HTTPCookieProcessor(CookieJar()))
        page = _opened(browser, f"{here}/masuk/")
        (token,) = set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.decode()))
        form = {"username": "operator", "password": password, "csrfmiddlewaretoken": token}
        browser.open(f"{here}/masuk/", urlencode(form).encode(), timeout=PATIENCE)
        address = f"{here}/opd/kemangkon/rencana/1/resmi/rencana-aksi/pdf/"
        assert _opened(browser, address)[:5] == b"%PDF-"
    finally:
        site.send_signal(signal.SIGTERM)
        site.communicate(timeout=PATIENCE)


def _opened(browser: object, address: str) -> bytes:
    """What stands there, once the site answers."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return bytes(browser.open(address, timeout=30).read())  # type: ignore[attr-defined]
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError:
            assert time.monotonic() < until
            time.sleep(0.2)
