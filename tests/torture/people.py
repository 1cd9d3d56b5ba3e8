"""Eight people who work on the site through HTTP, and remember what it acknowledged.

Whoever gets an answer notes it; whose connection broke does not know, and looks what is
there before going on, as a person does who reloads the page. Between kills all of them
rest, so that what they know can be held against the database.
"""

from __future__ import annotations

import http.client
import random
import re
import threading
import time
import uuid
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from tests.torture.seed import ENTRIES
from tests.torture.site import Site

_TOKEN: Final = "x" * 32  # of the browser's own making, as double-submit tokens are
_UNKNOWN: Final = (OSError, http.client.HTTPException)


class Browser:
    """One signed-in browser."""

    def __init__(self, site: Site, session: str) -> None:
        self.site, self.session = site, session

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, str]:
        """Status and text of one request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        told = {
            "Host": f"localhost:{self.site.port}",
            "Cookie": f"sessionid={self.session}; csrftoken={_TOKEN}",
            "X-CSRFToken": _TOKEN,
        }
        try:
            connection.request(method, path, body, told | headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def post(self, path: str, form: Mapping[str, Any], **headers: str) -> tuple[int, str]:
        """Send a form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(form, doseq=True).encode(), **kind, **headers)


class Person(threading.Thread):
    """Acts until told to stop; rests while `Gate` is shut."""

    def __init__(self, gate: Gate, seed: int) -> None:
        super().__init__(daemon=True)
        self.gate, self.chance = gate, random.Random(seed)
        self.acts = self.broken = 0
        self.failure: BaseException | None = None

    def run(self) -> None:
        """Act by act."""
        try:
            while self.gate.enter():
                try:
                    self.act()
                    self.acts += 1
                except ConnectionRefusedError:
                    time.sleep(0.05)  # nobody is there just now
                except _UNKNOWN:
                    self.broken += 1
                finally:
                    self.gate.leave()
        except BaseException as failure:  # noqa: BLE001 whatever it is must reach the test
            self.failure = failure

    def act(self) -> None:
        """One act and what is known of it afterwards."""
        raise NotImplementedError


class Gate:
    """Lets people act, or waits until nobody does."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._open = self._over = False
        self._inside = 0

    def enter(self) -> bool:
        """Wait for the gate to open; False when there is nothing more to do."""
        with self._changed:
            self._changed.wait_for(lambda: self._open or self._over)
            self._inside += not self._over
            return not self._over

    def leave(self) -> None:
        """Done for now."""
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    def open(self) -> None:
        """Let everybody act."""
        with self._changed:
            self._open = True
            self._changed.notify_all()

    def shut(self) -> None:
        """Keep everybody out, and wait until whoever is inside has heard what became of it."""
        with self._changed:
            self._open = False
            assert self._changed.wait_for(lambda: self._inside == 0, timeout=120)

    def end(self) -> None:
        """Nothing more to do."""
        with self._changed:
            self._over = True
            self._changed.notify_all()


QUARTER: Final = "/opd/kemangkon/realisasi/2022/tw{}/"


class Saver(Person):
    """Types numbers into cells of their own, over whatever they saw there last."""

    def __init__(self, gate: Gate, seed: int, browser: Browser, series: list[int]) -> None:
        super().__init__(gate, seed)
        self.browser = browser
        # What the server holds as far as known (version:text), and what may have come after it.
        self.held = dict.fromkeys(series, "0:")
        self.maybe: dict[int, str] = {}

    def act(self) -> None:
        """Save one cell, or several at once."""
        many = self.chance.random() < 0.3
        chosen = list(self.held) if many else [self.chance.choice(list(self.held))]
        # After a broken connection the same is sent again: the browser's draft store does so too.
        typed = {one: self.maybe.get(one, str(self.chance.randint(1, 10**6))) for one in chosen}
        self.maybe |= typed
        form = {f"v{one}": text for one, text in typed.items()}
        form |= {f"o{one}": self.held[one] for one in typed}
        status, page = self.browser.post(QUARTER.format(2), form, **{"HX-Request": "true"})
        assert status == 200, (status, page)
        found = re.findall(r'data-row="(\d+)" data-origin="([^"]*)" data-outcome="(\w+)"', page)
        assert len(found) == len(typed), page
        for series, origin, outcome in found:
            one = int(series)
            assert outcome == "saved", page
            assert origin.partition(":")[2] == typed[one], (origin, typed[one])
            self.held[one] = origin
            del self.maybe[one]


class Prover(Person):
    """Adds evidence to one cell and takes it away again."""

    def __init__(self, gate: Gate, seed: int, browser: Browser, series: int) -> None:
        super().__init__(gate, seed)
        self.browser = browser
        self.path = QUARTER.format(2) + f"{series}/"
        self.titles: set[str] = set()
        self.maybe: set[str] = set()  # may be there or not

    def act(self) -> None:
        """Add one, or remove what is there."""
        _, page = self.browser.ask("GET", self.path)
        proofs = re.findall(r'<a href="(/opd/kemangkon/bukti/\d+/)">([^<]+)</a>', page)
        there = {title: path for path, title in proofs}
        assert set(there) - self.maybe == self.titles - self.maybe, (there, self.titles)
        self.titles, self.maybe = set(there), set()
        if len(there) > 4:
            title = self.chance.choice(sorted(there))
            self.maybe = {title}
            status, page = self.browser.post(there[title] + "hapus/", {})
            assert status == 302, (status, page)
            self.titles -= {title}
        else:
            title = f"bukti-{uuid.UUID(int=self.chance.getrandbits(128)).hex}.txt"
            self.maybe = {title}
            status, page = self._send(title)
            assert status == 302, (status, page)
            self.titles |= {title}
        self.maybe = set()

    def _send(self, title: str) -> tuple[int, str]:
        lines = (
            "--batas",
            f'Content-Disposition: form-data; name="proofs"; filename="{title}"',
            "Content-Type: text/plain", "", f"isi {title}",
            "--batas--", "",
        )  # fmt: skip
        kind = {"Content-Type": "multipart/form-data; boundary=batas"}
        return self.browser.ask("POST", self.path + "bukti/", "\r\n".join(lines).encode(), **kind)


TITLES: Final = {
    "Belum dikirim": "draft",
    "Dikembalikan, perlu perbaikan": "returned",
    "Menunggu diperiksa": "submitted",
    "Menunggu persetujuan": "verified",
    "Disetujui": "approved",
    "Terkunci": "locked",
}
# Who takes a quarter from this state on, by which address, and where that leads.
STEPS: Final = {
    "draft": ("operator", "kirim", "submitted"),
    "returned": ("operator", "kirim", "submitted"),
    "submitted": ("verifikator", "verifikasi", "verified"),
    "verified": ("pimpinan", "setujui", "approved"),
    "approved": ("pimpinan", "kunci", "locked"),
    "locked": ("pimpinan", "buka", "returned"),
}


class Driver(Person):
    """Takes the entries of one quarter through the workflow, round and round, as three people."""

    def __init__(self, gate: Gate, seed: int, browsers: Mapping[str, Browser], number: int) -> None:
        super().__init__(gate, seed)
        self.browsers, self.number = browsers, number
        self.state = "draft"
        self.maybe = ""  # where it may stand instead

    def act(self) -> None:
        """One step with all entries."""
        path = QUARTER.format(self.number)
        state = self._seen(path)
        assert state in (self.state, self.maybe), (self.number, state, self.state, self.maybe)
        self.state, self.maybe = state, ""
        who, where, end = STEPS[state]
        _, page = self.browsers[who].ask("GET", path + "periksa/")
        entries = re.findall(r'name="entry" value="(\d+:\d+)"', page)
        assert len(entries) == ENTRIES, (state, page)
        self.maybe = end
        form = {"entry": entries, "reason": "diuji"}
        status, page = self.browsers[who].post(path + where + "/", form)
        assert status == 302, (status, page)
        self.state, self.maybe = end, ""

    def _seen(self, path: str) -> str:
        """The one state in which the page shows all entries."""
        _, page = self.browsers["pimpinan"].ask("GET", path + "periksa/")
        (found,) = re.findall(r"<h2>([^<]+) \((\d+)\)</h2>", page)
        assert found[1] == str(ENTRIES), found
        return TITLES[found[0]]
