"""Strangers who send slowly, read slowly, or send very much, against a site that is served.

Nothing here measures time: while the slow ones still hang, a person who is signed in is answered.
"""

from __future__ import annotations

import fcntl
import select
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from renaksi_web.plans.signed import PLACES
from tests.renaksi_web.serving.conftest import Served, all_of, post
from tests.torture.site import children_of

MANY = 16  # more than the site has threads
LARGE = 600_000_000


def _hangs(line: socket.socket) -> bool:
    """Whether a connection is still open and silent."""
    line.setblocking(False)
    try:
        line.recv(1)
    except BlockingIOError:
        return True
    finally:
        line.setblocking(True)
    return False


@pytest.mark.parametrize(
    "begun",
    [
        "",
        "POST /masuk/ HTTP/1.1\r\nHost: loc",
        post("/masuk/", 40_000) + "username=",
        post("/tanda-tangan/", 50_000) + "file=",
    ],
    ids=["nothing sent", "half a head", "half a form", "half a file"],
)
def test_sixteen_who_send_slowly_keep_nobody_from_a_page(served: Served, begun: str) -> None:
    with ExitStack() as lines:
        slow = [lines.enter_context(served.line()) for _ in range(MANY)]
        for line in slow:
            line.sendall(begun.encode())
        for _ in range(3):
            assert b" 200 OK" in served.page()[:20]
            for line in slow:
                if begun.endswith("="):
                    line.sendall(b"x")
        assert all(_hangs(line) for line in slow)


def test_large_files_that_trickle_in_keep_nobody_from_a_page(served: Served) -> None:
    with ExitStack() as lines:
        slow = [lines.enter_context(served.line()) for _ in range(MANY)]
        for line in slow:
            line.sendall(post("/tanda-tangan/", 15_000_000).encode() + b"file=")
        for _ in range(3):
            assert b" 200 OK" in served.page()[:20]
        # A few are let in, the others are told at once that the site is busy.
        assert any(_hangs(line) for line in slow)


def test_sixteen_who_do_not_read_keep_nobody_from_a_page(served: Served) -> None:
    style = next((served.installation.var / "static").glob("vendor/bootstrap/bootstrap.min.*.css"))
    asks = f"GET /static/vendor/bootstrap/{style.name} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with ExitStack() as lines:
        for _ in range(MANY):
            line = lines.enter_context(socket.socket())
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            line.connect(("127.0.0.1", served.port))
            line.sendall(asks.encode() * 20)
        for _ in range(3):
            assert b" 200 OK" in served.page()[:20]


def test_who_reads_slowly_gets_the_whole_answer(served: Served) -> None:
    style = next((served.installation.var / "static").glob("vendor/bootstrap/bootstrap.min.*.css"))
    asks = f"GET /static/vendor/bootstrap/{style.name} HTTP/1.1\r\nHost: localhost\r\n"
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        line.connect(("127.0.0.1", served.port))
        line.sendall(f"{asks}Connection: close\r\n\r\n".encode())
        answer = bytearray()
        while piece := line.recv(1000):
            answer += piece
    assert answer.partition(b"\r\n\r\n")[2] == style.read_bytes()


def test_600_megabytes_are_refused_from_the_head(served: Served) -> None:
    answer = served.answer(post("/masuk/", LARGE))
    assert b" 413 " in answer.partition(b"\r\n")[0]
    assert "halaman ini menerima paling banyak 64 kB" in answer.decode()
    assert b"Connection: close" in answer


def test_who_sends_600_megabytes_all_the_same_fills_no_disk(served: Served) -> None:
    sent, most = 0, 30_000_000
    with served.line() as line:
        line.sendall(post("/masuk/", LARGE).encode())
        try:
            while sent < most:
                sent += line.send(bytes(100_000))
                assert _kept_by(served) < 1_000_000
        except (BrokenPipeError, ConnectionResetError):
            return  # it has hung up, which is as well
        assert b" 413 " in line.recv(200)


def _kept_by(served: Served) -> int:
    """The bytes of temporary files, without a name, that the workers hold open."""
    assert served.master is not None
    held = 0
    for worker in children_of(served.master.pid):
        for handle in Path(f"/proc/{worker}/fd").iterdir():
            try:
                if "(deleted)" in str(handle.readlink()):
                    held += handle.stat().st_size
            except OSError:
                continue
    return held


def test_a_strangers_large_form_for_a_page_with_account_meets_the_sign_in_page(
    served: Served,
) -> None:
    answer = served.answer(post("/opd/kemangkon/rencana/unggah/", 300_000_000))
    assert b" 302 " in answer.partition(b"\r\n")[0]
    assert b"Location: /masuk/" in answer


def test_a_body_in_chunks_is_not_begun(served: Served) -> None:
    head = post("/masuk/", 0).replace("Content-Length: 0", "Transfer-Encoding: chunked")
    answer = served.answer(head, b"5\r\nhello\r\n")
    assert b" 411 " in answer.partition(b"\r\n")[0]


def test_who_asks_before_sending_is_told_to_go_on_or_not(served: Served) -> None:
    with served.line() as line:
        line.sendall(post("/tanda-tangan/", 100_000, "Expect: 100-continue\r\n").encode())
        assert line.recv(100).startswith(b"HTTP/1.1 100 Continue")
        line.sendall(bytes(100_000))
        assert b"HTTP/1.1 " in line.recv(20)
    answer = served.answer(post("/masuk/", LARGE, "Expect: 100-continue\r\n"))
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_a_large_file_of_somebody_signed_in_arrives_whole(served: Served) -> None:
    head = post(
        "/opd/kemangkon/rencana/unggah/", 3_000_000, served.cookie + "Connection: close\r\n"
    )
    answer = served.answer(head, bytes(3_000_000))
    # Without its token the form is refused, but by the page, which has seen the whole of it.
    assert b" 403 " in answer.partition(b"\r\n")[0]
    assert "terlalu lama terbuka" in answer.decode()


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 40_000 + b"\r\n\r\n", b" 431 "),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", b" 400 "),
        (
            b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n",
            b" 400 ",
        ),
        (b"GARBAGE\r\n\r\n", b" 400 "),
        (b"GET /masuk/ HTTP/1.0\r\nHost: localhost\r\n\r\n", b" 200 "),
    ],
)
def test_a_head_is_read_strictly(served: Served, head: bytes, status: bytes) -> None:
    with served.line() as line:
        line.sendall(head)
        assert status in all_of(line).partition(b"\r\n")[0]


def test_requests_on_one_connection_are_answered_in_order(served: Served) -> None:
    ask = "GET /masuk/ HTTP/1.1\r\nHost: localhost\r\n"
    form = post("/masuk/", 3) + "a=b"
    wanted = f"{ask}\r\n{form}{ask}Connection: close\r\n\r\n"
    answer = served.answer(wanted)
    statuses = [part[:4] for part in answer.split(b"HTTP/1.1 ")[1:]]
    assert statuses == [b"200 ", b"403 ", b"200 "]


SWARM = """
import socket, sys, time
lines = []
for _ in range(1500):
    try:
        line = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 30)
        line.sendall(b"GET /masuk/ HTTP/1.1\\r\\nHost: ")
        lines.append(line)
    except OSError:
        pass
print(len(lines), flush=True)
sys.stdin.read()
"""


def test_a_swarm_of_idle_connections_pushes_out_itself(served: Served) -> None:
    command = f"ulimit -n $(ulimit -H -n); exec {sys.executable} -c '{SWARM}' {served.port}"
    with subprocess.Popen(
        ["/bin/sh", "-c", command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as swarm:
        assert swarm.stdout is not None
        assert swarm.stdin is not None
        assert int(swarm.stdout.readline()) > 1000
        for _ in range(3):
            assert b" 200 OK" in served.page()[:20]
        swarm.stdin.close()


def _check_of(served: Served) -> str:
    """A whole request that has a small file's signatures checked."""
    token = "a" * 32
    form = (
        f'--x\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
        "bukan PDF\r\n--x--\r\n"
    )
    return (
        f"POST /tanda-tangan/ HTTP/1.1\r\nHost: localhost\r\nCookie: csrftoken={token}\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {len(form)}\r\n"
        f"Connection: close\r\n\r\n{form}"
    )


def test_of_24_checks_three_take_their_turn_and_the_others_are_told(served: Served) -> None:
    folder = served.installation.var / "signature-checks"
    folder.mkdir(exist_ok=True)
    with ExitStack() as held:
        with (folder / "reader").open("w") as reader:  # as if a heavy file were read just now
            fcntl.flock(reader, fcntl.LOCK_EX)
            checks = [held.enter_context(served.line()) for _ in range(24)]
            for check in checks:
                check.sendall(_check_of(served).encode())
            refused = set()
            while len(refused) < 24 - PLACES:
                ready, _, _ = select.select([c for c in checks if c not in refused], [], [], 60)
                assert ready
                refused.update(ready)
            assert b" 200 OK" in served.page()[:20]
            told = [all_of(check) for check in refused]
            assert all(answer.startswith(b"HTTP/1.1 503 ") for answer in told)
            assert all(b"\r\nRetry-After: 10\r\n" in answer for answer in told)
        waited = [all_of(check) for check in checks if check not in refused]
        assert [answer[:13] for answer in waited] == [b"HTTP/1.1 422 "] * PLACES
