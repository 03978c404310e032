"""The log: JSON lines with an allow-list of fields, so that no name, token or PIN can end up in it."""

from __future__ import annotations

import json
import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

ALLOWED = ("code", "entity", "row", "op_id", "device", "role", "state", "count", "status", "port")
LOGGERS = ("counter_app", "printers", "ui", "central_service")


class JsonLines(logging.Formatter):
    """One record, one line. Of an exception only its type and places are written, never its text."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at_ms": int(record.created * 1000),
            "level": record.levelname.lower(),
            "where": f"{record.name}:{record.lineno}",
            "what": str(record.msg)[:200],
        }
        line.update({key: str(getattr(record, key))[:120] for key in ALLOWED if hasattr(record, key)})
        if record.exc_info and record.exc_info[1] is not None:
            line["fault"] = type(record.exc_info[1]).__name__
            line["trace"] = [
                f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])[-12:]
            ]
        return json.dumps(line, ensure_ascii=True)


def log_to(path: Path) -> logging.Handler:
    """Write the program's log to `path`, at most 5 files of 2 MB; returns the handler for closing."""
    handler = RotatingFileHandler(path, maxBytes=2_000_000, backupCount=4, encoding="utf-8", delay=True)
    handler.setFormatter(JsonLines())
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.setLevel(logging.INFO)
        logger.addHandler(handler)
        logger.propagate = False
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Undo `log_to`."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.removeHandler(handler)
        logger.propagate = True
        logger.setLevel(logging.NOTSET)
    handler.close()
