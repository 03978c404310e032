"""Several processes of the service on one port, for a server database: uvicorn starts them anew when one dies.

Each has an application, a pool of connections and a retry thread of its own; what they share is the database. What a
process must know reaches it by the environment, so that no password or token stands in a list of processes.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
from pathlib import Path
from typing import Any

import uvicorn
from sqlalchemy import make_url
from starlette.applications import Starlette

from central_service import history
from central_service.app import create_app, wall_ms
from central_service.centre import open_centre
from central_service.keys import KeyMissingError
from central_service.limits_at_door import Rates
from central_service.payments import NoGateway
from central_service.postgres import DatabaseAwayError, UnsafeRoleError
from central_service.schema import ForeignDatabaseError, TooNewError
from central_service.smtp_line import read_config

DATABASE_ENVIRONMENT = "COUNTER_CENTRAL_DATABASE"
TOKEN_ENVIRONMENT = "COUNTER_PLATFORM_TOKEN"  # noqa: S105 - the name of a variable, not a secret
METRICS_ENVIRONMENT = "COUNTER_METRICS_TOKEN_FILE"
MAIL_ENVIRONMENT = "COUNTER_MAIL_CONFIG"
BLOBS_ENVIRONMENT = "COUNTER_CENTRAL_BLOBS"


class WorkersError(RuntimeError):
    """So many processes cannot serve this."""


CANNOT_SERVE = (
    WorkersError,
    KeyMissingError,
    TooNewError,
    ForeignDatabaseError,
    UnsafeRoleError,
    DatabaseAwayError,
    history.RestoredError,
)
"""What is said in a sentence before anything is served."""


def check(database_url: str, workers: int, demo: bool) -> None:
    """WorkersError when more than one process cannot share this database or this demo."""
    if workers == 1:
        return
    if workers < 1:
        raise WorkersError("--workers must be 1 or more")
    if make_url(database_url).get_backend_name() == "sqlite":
        raise WorkersError(
            f"one process writes to a SQLite file. For --workers {workers} name a PostgreSQL: "
            "--database postgresql://USER@HOST/NAME"
        )
    if demo:
        raise WorkersError("the demo's card simulator lives in one process: leave --workers or --demo away")


def extras(
    metrics_token_file: Path | None, mail_config: Path | None, demo: bool, blobs: Path | None = None
) -> dict[str, Any]:
    """What `create_app` is told of limits, figures, mail, photos. OSError, ValueError: a file that cannot be used."""
    return {
        "rates": None if demo else Rates(),
        "mail": read_config(mail_config) if mail_config else None,
        "blobs": blobs,
        "metrics_token": metrics_token_file.read_text(encoding="ascii").strip() if metrics_token_file else "",
    }


def prepare(
    database_url: str,
    token: str,
    metrics_token_file: Path | None,
    mail_config: Path | None,
    blobs: Path | None = None,
) -> None:
    """Make tables, epoch and key, and say what is wrong with them, once and before any process serves."""
    extras(metrics_token_file, mail_config, demo=False)
    centre = open_centre(
        database_url,
        platform_token=token,
        demo=False,
        clock=wall_ms,
        entropy=os.urandom,
        gateway=NoGateway(),
    )
    try:
        if (note := history.note_of(database_url)) is not None:
            history.History(note).look(centre.db)
    finally:
        centre.db.close()
    os.environ[DATABASE_ENVIRONMENT] = database_url
    os.environ[TOKEN_ENVIRONMENT] = token
    given = {METRICS_ENVIRONMENT: metrics_token_file, MAIL_ENVIRONMENT: mail_config, BLOBS_ENVIRONMENT: blobs}
    for name, file in given.items():
        os.environ[name] = str(file.resolve()) if file else ""


def serve_with(workers: int, listener: socket.socket, options: dict[str, Any]) -> None:
    """Serve `listener` with so many processes until this one is told to end; then all of them end in order."""
    config = uvicorn.Config("central_service.workers:application", factory=True, workers=workers, **options)
    uvicorn.supervisors.Multiprocess(config, sockets=[listener]).run()


def application() -> Starlette:
    """The service of one process; called by uvicorn in each."""
    log_to_stderr()
    metrics, mail, blobs = (
        Path(os.environ[name]) if os.environ.get(name) else None
        for name in (METRICS_ENVIRONMENT, MAIL_ENVIRONMENT, BLOBS_ENVIRONMENT)
    )
    more = extras(metrics, mail, demo=False, blobs=blobs)
    url = os.environ[DATABASE_ENVIRONMENT]
    return create_app(url, platform_token=os.environ[TOKEN_ENVIRONMENT], note=history.note_of(url), **more)


def log_to_stderr() -> None:
    """The service's lines of JSON go to stderr."""
    logger = logging.getLogger("central_service")
    logger.setLevel(logging.INFO)
    logger.addHandler(logging.StreamHandler(sys.stderr))
