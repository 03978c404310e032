"""The central service as a running server: embedded in a demo, or on its own."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import sys
import threading
import time
from pathlib import Path

import uvicorn
from sqlalchemy import make_url

from central_service.app import create_app
from central_service.keys import write_secret_file
from central_service.payments import CardSimulator, Gateway

TOKEN_ENVIRONMENT = "COUNTER_PLATFORM_TOKEN"  # noqa: S105 - the name of a variable, not a secret
START_SECONDS = 15.0
STOP_SECONDS = 15.0


def _config(
    database_url: str, platform_token: str, demo: bool, gateway: Gateway | None, blobs: Path | None = None
) -> uvicorn.Config:
    app = create_app(database_url, platform_token=platform_token, demo=demo, gateway=gateway, blobs=blobs)
    return uvicorn.Config(
        app,
        lifespan="on",
        loop="asyncio",
        http="h11",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=6,
    )


class EmbeddedCentre:
    """A centre on loopback in a thread of this process, on the SQLite file `database_path`.

    `start` and `stop` may alternate: port, database, token and the card simulator's memory stay the same.
    """

    def __init__(
        self,
        database_path: str | Path,
        port: int = 0,
        *,
        platform_token: str = "",
        demo: bool = True,
        gateway: Gateway | None = None,
    ) -> None:
        self.platform_token = platform_token or secrets.token_urlsafe(32)
        self.port = port
        self.gateway: Gateway | None = gateway or (CardSimulator() if demo else None)
        self._url = f"sqlite:///{Path(database_path).resolve()}"
        self._demo = demo
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
            server = uvicorn.Server(_config(self._url, self.platform_token, self._demo, self.gateway))
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


def serve(database_url: str, port: int, demo: bool = False, host: str = "127.0.0.1", blobs: Path | None = None) -> None:
    """Serve until the process is told to end. Log lines go to stderr; the platform token is never printed."""
    logging.getLogger("central_service").setLevel(logging.INFO)
    logging.getLogger("central_service").addHandler(logging.StreamHandler(sys.stderr))
    token, told = platform_token(database_url)
    listener = _listen(host, port)
    print(f"Central service on http://{host}:{listener.getsockname()[1]}, {told}", flush=True)
    try:
        uvicorn.Server(_config(database_url, token, demo, None, blobs)).run([listener])
    except KeyboardInterrupt:
        return  # uvicorn has stopped in order and hands the Ctrl+C on


def platform_token(database_url: str) -> tuple[str, str]:
    """The platform token and where it is from: COUNTER_PLATFORM_TOKEN, else a 0600 file beside the database."""
    given = os.environ.get(TOKEN_ENVIRONMENT, "")
    if given:
        return given, f"platform token from {TOKEN_ENVIRONMENT}"
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise RuntimeError(f"set {TOKEN_ENVIRONMENT}")
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
