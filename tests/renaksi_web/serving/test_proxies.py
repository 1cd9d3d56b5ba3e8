"""The shipped configurations of nginx and Caddy, before a site that is served with HTTPS."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.urls import reverse

from renaksi_web.web.access import FILE, FILES, FORM
from renaksi_web.web.urls import urlpatterns
from tests.house.repository import ROOT
from tests.renaksi_web.processes import empty_installations, free_port
from tests.renaksi_web.serving.conftest import PATIENCE, SEED, Served, post
from tests.renaksi_web.web.test_bodies import LARGE_PAGES

NAME: Final = "renaksi.example.go.id"
DEPLOY: Final = ROOT / "deploy"
# An address of each page that takes files.
ADDRESSES: Final = {
    "signatures": (), "office-data": ("kemangkon",), "word-template": ("kemangkon",),
    "upload-entries": ("kemangkon", 2022, "q2"), "upload": ("kemangkon",),
    "queues": ("kemangkon",), "add-evidence": ("kemangkon", 2022, "q2", 7),
}  # fmt: skip


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site that answers under a name, behind a server that speaks HTTPS."""
    folder = tmp_path_factory.mktemp("behind")
    with empty_installations(folder, ["behind"]) as (installation,):
        installation.command("migrate")
        site = Served(installation, folder / "log")
        site.session = installation.run("-c", SEED).strip()
        installation.environment |= {"RENAKSI_HOSTS": NAME, "RENAKSI_HTTPS": "1"}
        site.start()
        try:
            yield site
        finally:
            site.stop()


def certificate(folder: Path) -> ssl.SSLContext:
    """Writes key and certificate of the name; what a browser needs to trust it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    (folder / "fullchain.pem").write_bytes(pem)
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return ssl.create_default_context(cadata=pem.decode())


class Proxy(Served):
    """The way to a site through the program before it."""

    def __init__(self, site: Served, context: ssl.SSLContext, port: int) -> None:
        super().__init__(site.installation, site.log)
        self.session, self.port, self.context = site.session, port, context

    @contextmanager
    def line(self) -> Iterator[socket.socket]:
        """A connection with HTTPS."""
        plain = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        with self.context.wrap_socket(plain, server_hostname=NAME) as made:
            yield made


def nginx(site: Served, folder: Path, port: int) -> list[str]:
    """The command that runs nginx with our configuration, and only what a test must change."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for ours, of_test in (
        ("127.0.0.1:8000", f"127.0.0.1:{site.port}"),
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("listen 80;", f"listen 127.0.0.1:{free_port_but(port)};"),
        ("/etc/ssl/renaksi/", f"{folder}/"),
    ):
        assert ours in text
        text = text.replace(ours, of_test)
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/errors;\n"
        f"events {{}}\nhttp {{ access_log off; {paths}\n{text}\n}}\n",
        encoding="utf-8",
    )
    return ["nginx", "-p", str(folder), "-c", f"{folder}/nginx.conf", "-e", f"{folder}/errors"]


def caddy(site: Served, folder: Path, port: int) -> list[str]:
    """The command that runs Caddy with our configuration, and only what a test must change."""
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    program = shutil.which("caddy") or ""
    told = subprocess.run([program, "version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"(\d+)\.(\d+)", told)
    assert version is not None
    if (int(version[1]), int(version[2])) >= (2, 7):
        text = text.replace("buffer_requests\n\t\t\tmax_buffer_size", "request_buffers")
    keys = f"tls {folder}/fullchain.pem {folder}/privkey.pem"
    for ours, of_test in (
        ("127.0.0.1:8000", f"127.0.0.1:{site.port}"),
        ("{\n\tservers {", "{\n\tadmin off\n\tauto_https off\n\tservers {"),
        (f"\n{NAME} {{", f"\n{NAME}:{port} {{\n\tbind 127.0.0.1\n\t{keys}"),
    ):
        assert ours in text
        text = text.replace(ours, of_test)
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"]


def free_port_but(taken: int) -> int:
    """Another free port."""
    with socket.socket() as holds:
        holds.bind(("127.0.0.1", taken))
        return free_port()


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def proxied(
    request: pytest.FixtureRequest, behind: Served, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Proxy]:
    """The site through each of the two."""
    program = request.param.__name__
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    folder = tmp_path_factory.mktemp(program)
    context, port = certificate(folder), free_port()
    log = folder / "log"
    with log.open("wb") as out:
        running = subprocess.Popen(
            request.param(behind, folder, port), stdout=out, stderr=out,
            env={"HOME": str(folder), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
        )  # fmt: skip
    try:
        proxy = Proxy(behind, context, port)
        end = time.monotonic() + PATIENCE
        while not proxy._answers():
            assert running.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < end
            time.sleep(0.05)
        yield proxy
    finally:
        running.terminate()
        running.wait()


def head(path: str, length: int, more: str = "") -> str:
    return post(path, length, more).replace("localhost", NAME)


def page(proxy: Proxy) -> bytes:
    return proxy.answer(
        f"GET /opd/kemangkon/ HTTP/1.1\r\nHost: {NAME}\r\n{proxy.cookie}Connection: close\r\n\r\n"
    )


def status(answer: bytes) -> bytes:
    return answer.partition(b"\r\n")[0].split(b" ")[1]


def test_a_page_comes_through_and_slow_senders_keep_nobody_from_it(proxied: Proxy) -> None:
    with ExitStack() as lines:
        for path in ("/masuk/", "/tanda-tangan/") * 8:
            line = lines.enter_context(proxied.line())
            line.sendall(head(path, 50_000).encode() + b"a=")
        for _ in range(3):
            assert status(page(proxied)) == b"200"


def answered_early(line: socket.socket) -> bytes:
    """The status that comes while a large body is still being sent."""
    line.settimeout(0.1)
    for _ in range(300):
        try:
            return status(line.recv(1000))
        except TimeoutError:
            line.sendall(bytes(100_000))
    raise AssertionError("no answer to the first 30 MB")


def test_what_is_too_large_is_refused(proxied: Proxy) -> None:
    with proxied.line() as line:
        line.sendall(head("/masuk/", 600_000_000).encode())
        assert answered_early(line) == b"413"


def test_a_strangers_archive_meets_the_sign_in_page_before_it_is_read(proxied: Proxy) -> None:
    with proxied.line() as line:
        line.sendall(head("/opd/kemangkon/rencana/unggah/", 300_000_000).encode())
        assert answered_early(line) == b"302"


def test_a_file_of_somebody_signed_in_arrives(proxied: Proxy) -> None:
    sent = head("/opd/kemangkon/rencana/unggah/", 3_000_000, proxied.cookie)
    answer = proxied.answer(
        sent.replace("Content-Length", "Connection: close\r\nContent-Length"), bytes(3_000_000)
    )
    assert status(answer) == b"403"
    assert "terlalu lama terbuka" in answer.decode()


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_the_limits_of_each_address_are_those_of_its_page(name: str) -> None:
    text = (DEPLOY / name).read_text(encoding="utf-8")
    rules = re.findall(r"(?:location ~|path_regexp) (\S+)", text)
    sizes = [
        int(n) * (1000 if unit else 1)
        for n, unit in re.findall(r"(?:client_max_body_size|max_size) (\d+)(KB)?", text)
    ]
    assert sorted(sizes) == sorted([FORM, FILE, FILES])
    assert len(rules) == 2
    for page_name, parts in ADDRESSES.items():
        address = reverse(page_name, args=parts)
        matched = [rule for rule in rules if re.search(rule, address)]
        assert len(matched) == 1, address
        after = text[text.index(matched[0]) :]
        told = re.search(r"(?:client_max_body_size|max_size) (\d+)(KB)?", after)
        assert told is not None
        assert int(told[1]) * (1000 if told[2] else 1) == LARGE_PAGES[page_name], address
    assert ADDRESSES.keys() == LARGE_PAGES.keys()
    assert len([p for p in urlpatterns if p.callback.takes > FORM]) == len(ADDRESSES)
