"""The central service as a running server: embedded in a demo, or on its own."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import threading
import time
from pathlib import Path
from typing import Any

import uvicorn
from sqlalchemy import make_url

from central_service.app import create_app
from central_service.front_door import UnderWay
from central_service.history import note_of
from central_service.keys import KeyMissingError, write_secret_file
from central_service.line import Line
from central_service.payments import CardSimulator, Gateway
from central_service.stopping import OrderlyServer
from central_service.workers import TOKEN_ENVIRONMENT, check, extras, log_to_stderr, prepare, serve_with

START_SECONDS = 15.0
STOP_SECONDS = 15.0
_OPTIONS: dict[str, Any] = {
    "lifespan": "on",
    "loop": "asyncio",
    "http": Line,
    "ws": "none",
    "log_config": None,
    "access_log": False,
    "server_header": False,
    "proxy_headers": False,  # front_door.address says whom a proxy is believed
    "timeout_keep_alive": 30,
    "timeout_graceful_shutdown": 6,
}


def _config(database_url: str, platform_token: str, demo: bool, gateway: Gateway | None, **more: Any) -> uvicorn.Config:
    app = create_app(database_url, platform_token=platform_token, demo=demo, gateway=gateway, **more)
    # Its lines hold paths with queries and addresses of customers' computers; ours say the same without.
    logging.getLogger("uvicorn.access").disabled = True
    return uvicorn.Config(app, **_OPTIONS)


class EmbeddedCentre:
    """A centre on loopback in a thread of this process, on a SQLite file or on the database of a URL.

    `start` and `stop` may alternate: port, database, token and the card simulator's memory stay the same.
    """

    def __init__(
        self,
        database: str | Path,
        port: int = 0,
        *,
        platform_token: str = "",
        demo: bool = True,
        gateway: Gateway | None = None,
    ) -> None:
        self.platform_token = platform_token or secrets.token_urlsafe(32)
        self.port = port
        self.gateway: Gateway | None = gateway or (CardSimulator() if demo else None)
        self._url = str(database) if "://" in str(database) else f"sqlite:///{Path(database).resolve()}"
        self._demo = demo
        self.more: dict[str, Any] = {}
        """What else the application is made with (`create_app`), from the next start on."""
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> str:
        """Serve, and give the base URL once it answers. RuntimeError when it does not within 15 seconds."""
        if self._thread is not None:
            raise RuntimeError("the centre runs already")
        listener = _listen("127.0.0.1", self.port)
        try:
            self.port = listener.getsockname()[1]
            more = {"note": note_of(self._url) if self._url.startswith("sqlite") else None, **self.more}
            server = uvicorn.Server(_config(self._url, self.platform_token, self._demo, self.gateway, **more))
        except BaseException:
            listener.close()
            raise
        thread = threading.Thread(target=server.run, args=([listener],), name="centre-server", daemon=True)
        self._server, self._thread = server, thread
        thread.start()
        end = time.monotonic() + START_SECONDS
        while not server.started:
            if time.monotonic() > end or not thread.is_alive():
                listener.close()
                self.stop()
                raise RuntimeError("the centre did not start")
            time.sleep(0.005)
        return self.base_url

    def stop(self) -> None:
        """Finish what is being answered, end the threads, close the database. Stopping twice is fine."""
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            self._server.force_exit = True
            self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            raise RuntimeError("the centre did not stop")
        self._server = self._thread = None


def serve(
    database_url: str,
    port: int,
    demo: bool = False,
    host: str = "127.0.0.1",
    workers: int = 1,
    *,
    metrics_token_file: Path | None = None,
    mail_config: Path | None = None,
    blobs: Path | None = None,
) -> None:
    """Serve until the process is told to end (SIGTERM, Ctrl+C): then finish what is under way, and close the database.

    Log lines go to stderr; the platform token is never printed. One of `workers.CANNOT_SERVE` with a sentence when the
    database, its key or the number of processes do not allow it.
    """
    check(database_url, workers, demo)
    token, told = platform_token(database_url)
    listener = _listen(host, port)
    told = f"Central service on http://{host}:{listener.getsockname()[1]}, {told}"
    if workers > 1:
        prepare(database_url, token, metrics_token_file, mail_config, blobs)
        print(told, flush=True)
        serve_with(workers, listener, _OPTIONS)
        return
    log_to_stderr()
    under_way = UnderWay()
    more = {**extras(metrics_token_file, mail_config, demo, blobs), "note": note_of(database_url)}
    server = OrderlyServer(_config(database_url, token, demo, None, under_way=under_way, **more), under_way)
    print(told, flush=True)
    try:
        server.run([listener])
    except KeyboardInterrupt:
        return  # uvicorn has stopped in order and hands the Ctrl+C on


def platform_token(database_url: str) -> tuple[str, str]:
    """The platform token and where it is from: COUNTER_PLATFORM_TOKEN, else a 0600 file beside the database."""
    given = os.environ.get(TOKEN_ENVIRONMENT, "")
    if given:
        return given, f"platform token from {TOKEN_ENVIRONMENT}"
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise KeyMissingError(f"set {TOKEN_ENVIRONMENT}")
    path = Path(url.database + ".platform-token")
    if not path.exists():
        write_secret_file(path, secrets.token_urlsafe(32))
    return path.read_text(encoding="ascii").strip(), f"platform token in {path}"


def _listen(host: str, port: int) -> socket.socket:
    # asyncio switches Nagle's wait off only where the protocol is named; without it each answer takes 40 ms longer.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":
        # The same port again right after a stop; on Windows the option would let a stranger share it.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener
