"""A worker of gunicorn in which nobody who sends or reads slowly holds a thread.

One loop has all connections: it gathers each request (`arrivals`) and sends each answer on
(`answers_out`). A thread gets a request when it is here whole, and for a large body once before,
at the door. How many connections wait, how many requests stand before the threads and how many
large bodies of strangers are under way is bounded; see docs/web.md.
"""

from __future__ import annotations

import errno
import io
import resource
import selectors
import socket
import time
from functools import partial
from typing import Any, Final

from gunicorn.http import wsgi
from gunicorn.http.errors import ParseException
from gunicorn.workers.gthread import ThreadWorker

from renaksi_web.serving import DOOR, KNOWN, STRANGER, heads
from renaksi_web.serving.arrivals import HEAD_SECONDS
from renaksi_web.serving.connections import Connection, first_to_go

MOST_HELD: Final = 500  # connections on which a request comes or an answer goes
MOST_BEFORE_THREADS: Final = 200
MOST_LARGE_OF_STRANGERS: Final = 4
LINGER_SECONDS: Final = 10.0  # to read away what is still sent after a refusal
STOPPING_SECONDS: Final = 2.0  # for a request that may be on its way to a stopping worker
OPEN_FILES: Final = 4096
_PIECE: Final = 256_000
_READ, _WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
_GONE: Final = (errno.EPIPE, errno.ECONNRESET, errno.ENOTCONN)
_CONTINUE: Final = b"HTTP/1.1 100 Continue\r\n\r\n"


class PatientWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Threads for whole requests, one loop for all that takes its time."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.connections: set[Connection] = set()
        self.large_of_strangers: set[Connection] = set()
        self._next_look = 0.0

    @classmethod
    def check_config(cls, cfg: Any, log: Any) -> None:
        """Nothing that gunicorn's own worker asks for concerns this one."""

    def init_process(self) -> None:
        """Take as many open files as connections and their bodies may need; begin."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
        self.cfg.set("sendfile", False)  # a thread would wait for the reader
        super().init_process()

    # -- the loop

    def run(self) -> None:
        """Serve until told to stop; then finish what has begun."""
        self.poller.register(self.method_queue.fileno(), _READ, self.method_queue.run_callbacks)
        self.set_accept_enabled(True)
        while self.alive and self.is_parent_alive():
            self._turn()
        self.set_accept_enabled(False)
        end = time.monotonic() + self.cfg.graceful_timeout
        while self.connections and time.monotonic() < end:
            self._turn()
        self.tpool.shutdown(wait=False)
        self.poller.close()
        self.method_queue.close()
        for each in self.sockets:
            each.close()

    def _turn(self) -> None:
        self.notify()
        self.wait_for_and_dispatch_events(timeout=1.0 if self.alive else 0.2)
        now = time.monotonic()
        if now >= self._next_look:
            self._next_look = now + (0.5 if self.alive else 0)
            for each in list(self.connections):
                self._look(each, now)

    def _look(self, conn: Connection, now: float) -> None:
        """End what takes too long."""
        if conn.sock.is_stalled(now):
            self._drop(conn)
        elif conn.is_in_thread or not conn.sock.is_sent:
            return
        elif conn.closes_at is not None:
            if now > conn.closes_at:
                self._drop(conn)
        elif conn.is_idle:
            patience = self.cfg.keepalive if conn.served else HEAD_SECONDS
            if now > conn.arrival.begun + (patience if self.alive else STOPPING_SECONDS):
                self._drop(conn)
        elif conn.arrival.is_late(now):
            self._refuse(conn, 408)

    def _listen(self, conn: Connection, events: int, then: Any = None) -> None:
        """Wait for these events on a connection, or for none."""
        if conn.listens_for:
            self.poller.unregister(conn.raw)
        if events:
            self.poller.register(conn.raw, events, lambda _: then(conn))
        conn.listens_for = events

    def accept(self, listener: socket.socket) -> None:
        """A new connection; where there are too many, another goes."""
        try:
            sock, client = listener.accept()
        except OSError as error:
            if error.errno in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                return
            raise
        held = [each for each in self.connections if not each.is_in_thread]
        if len(held) >= MOST_HELD:
            self._drop(first_to_go(held))
        waits = partial(self.method_queue.defer, self._send_on)
        conn = Connection(sock, client, listener.getsockname(), waits)
        self.connections.add(conn)
        self._listen(conn, _READ, self._read)

    # -- a request comes

    def _read(self, conn: Connection) -> None:
        data = self._received(conn)
        if data:
            self._take(conn, data)

    def _received(self, conn: Connection) -> bytes:
        """What a connection brought; one that has ended is let go."""
        try:
            data = conn.raw.recv(_PIECE)
        except (BlockingIOError, InterruptedError):
            return b""
        except OSError:
            data = b""
        if not data:
            self._drop(conn)
        return data

    def _take(self, conn: Connection, data: bytes) -> None:
        """Add what came, and go on where a request is whole or has to ask."""
        try:
            conn.arrival.take(data, self.cfg, conn.client, time.monotonic())
        except heads.Wrong as wrong:
            self._refuse(conn, wrong.status)
        except ParseException as error:
            self._listen(conn, 0)
            self.handle_error(None, conn.sock, conn.client, error)
            self._end_gently(conn)
        except OSError:
            self.log.exception("A body cannot be kept")
            self._refuse(conn, 507)
        else:
            self._go_on(conn)

    def _go_on(self, conn: Connection) -> None:
        arrival = conn.arrival
        if arrival.request is None:
            return
        if arrival.must_ask:
            self._to_thread(conn, self._ask, self._asked)
        elif arrival.is_whole:
            self._to_thread(conn, self.handle, self._handled)
        elif arrival.request.expects:
            arrival.request.expects = False
            conn.sock.sendall(_CONTINUE)

    def _to_thread(self, conn: Connection, work: Any, then: Any) -> None:
        self._listen(conn, 0)
        if sum(each.is_in_thread for each in self.connections) >= MOST_BEFORE_THREADS:
            self._refuse(conn, 503)
            return
        conn.is_in_thread = True
        future = self.tpool.submit(work, conn)
        future.add_done_callback(lambda done: self.method_queue.defer(then, conn, done))

    # -- in a thread

    def _ask(self, conn: Connection) -> str | None:
        """Show the head alone to the site: who may send this, or None where it has refused."""
        door: dict[str, str] = {}
        request = conn.arrival.request
        response, environ = wsgi.create(request, conn.sock, conn.client, conn.server, self.cfg)
        environ.update({DOOR: door, "wsgi.input": io.BytesIO(), "wsgi.multithread": True})
        answer = self.wsgi(environ, response.start_response)
        try:
            if door:
                return door[DOOR]
            response.force_close()
            for piece in answer:
                response.write(piece)
            response.close()
        finally:
            if hasattr(answer, "close"):
                answer.close()
        return None

    def handle(self, conn: Connection) -> bool:
        """Have a whole request answered; whether the connection goes on afterwards."""
        request, body = conn.arrival.request, conn.arrival.body
        assert body is not None
        body.seek(0)
        request.body = body
        try:
            return bool(self.handle_request(request, conn))
        except StopIteration:
            pass  # broke off in the middle of an answer, which is logged
        except OSError as error:
            if error.errno not in _GONE:
                self.log.exception("Socket error processing request.")
        except Exception as error:  # noqa: BLE001 - as gunicorn's own worker does
            self.handle_error(request, conn.sock, conn.client, error)
        return False

    # -- back in the loop

    def _asked(self, conn: Connection, done: Any) -> None:
        conn.is_in_thread = False
        error = done.exception()
        if error is not None or conn not in self.connections:
            if error is not None and not isinstance(error, OSError):
                self.log.error("The door is broken", exc_info=error)
            self._drop(conn)
            return
        let_in = done.result()
        if let_in is None:
            self._end_gently(conn)
        elif let_in == STRANGER and len(self.large_of_strangers) >= MOST_LARGE_OF_STRANGERS:
            self._refuse(conn, 503)
        elif conn.arrival.missing is None:
            self._refuse(conn, 411)
        else:
            if let_in == STRANGER:
                self.large_of_strangers.add(conn)
            conn.is_known = let_in == KNOWN
            conn.arrival.let_in(time.monotonic())
            self._listen(conn, _READ, self._read)
            self._go_on(conn)

    def _handled(self, conn: Connection, done: Any) -> None:
        conn.is_in_thread = False
        conn.goes_on = done.exception() is None and bool(done.result())
        conn.arrival.end()
        self.large_of_strangers.discard(conn)
        if conn not in self.connections:
            conn.raw.close()
        elif conn.sock.is_sent:
            self._answered(conn)

    def _answered(self, conn: Connection) -> None:
        """The answer has gone out whole."""
        if not conn.goes_on:
            self._end_gently(conn)
            return
        rest = conn.begin(time.monotonic())
        self._listen(conn, _READ, self._read)
        if rest:
            self._take(conn, rest)

    # -- an answer goes

    def _send_on(self, conn: Connection) -> None:
        """A thread has left something to be sent."""
        if conn in self.connections and not conn.sock.is_sent:
            self._listen(conn, _WRITE, self._write)

    def _write(self, conn: Connection) -> None:
        try:
            conn.sock.send_on()
        except OSError:
            self._drop(conn)
            return
        if conn.sock.is_sent:
            self._listen(conn, 0)
            if conn.goes_on is not None:
                self._answered(conn)

    def _refuse(self, conn: Connection, status: int) -> None:
        """Say a sentence of our own, and end."""
        try:
            conn.sock.sendall(heads.refusal(status))
        except OSError:
            self._drop(conn)
            return
        self._end_gently(conn)

    def _end_gently(self, conn: Connection) -> None:
        """End so that the other side reads the answer, though it may still be sending."""
        conn.goes_on = False
        self.large_of_strangers.discard(conn)
        conn.arrival.end()
        if not conn.sock.is_sent:
            self._listen(conn, _WRITE, self._write)
            return
        try:
            conn.raw.shutdown(socket.SHUT_WR)
        except OSError:
            self._drop(conn)
            return
        conn.closes_at = time.monotonic() + LINGER_SECONDS
        self._listen(conn, _READ, self._received)

    def _drop(self, conn: Connection) -> None:
        """Let go of a connection; a thread that has it is told, and then lets go, too."""
        self._listen(conn, 0)
        conn.sock.give_up()
        self.connections.discard(conn)
        self.large_of_strangers.discard(conn)
        if not conn.is_in_thread:
            conn.arrival.end()
            conn.raw.close()
