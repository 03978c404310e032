"""`./counter self-test`: does everything that ships load and work on this machine? Prints JSON, exit 0 or 1."""

from __future__ import annotations

import importlib
import json
import os
import platform
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

LIBRARIES = (
    "sqlalchemy",
    "alembic",
    "sqlcipher3.dbapi2",
    "cryptography",
    "argon2",
    "keyring",
    "requests",
    "rapidfuzz",
    "cv2",
    "numpy",
    "zxingcpp",
    "serial",
    "hid",
    "escpos.printer",
    "PIL",
    "platformdirs",
    "starlette",
    "uvicorn",
    "PySide6.QtWidgets",
)


def run() -> int:
    """Run every check; a check that raises is a failed one."""
    checks: list[dict[str, object]] = []

    def check(name: str, work: Callable[[], object]) -> None:
        try:
            checks.append({"name": name, "ok": True, "figure": str(work() or "")})
        except Exception as error:
            checks.append({"name": name, "ok": False, "figure": f"{type(error).__name__}: {error}"[:200]})

    for library in LIBRARIES:
        check(f"loads {library}", partial(_load, library))
    check("encrypted store, all migrations", _store)
    check("label printed and read back", _label)
    check("receipt", _receipt)
    check("window drawn", _window)
    check("files of the central service's pages", _pages)
    ok = all(one["ok"] for one in checks)
    print(json.dumps({"ok": ok, "python": platform.python_version(), "checks": checks}, indent=1))
    return 0 if ok else 1


def _pages() -> str:
    from central_service.console import look
    from central_service.console.markup import icon

    return f"{len(look.files())} files, {len(icon('mail'))} characters of an icon"


def _load(library: str) -> str:
    importlib.import_module(library)
    return ""


def _store() -> str:
    from counter_app.store import schema
    from counter_app.store.db import Database

    with tempfile.TemporaryDirectory() as folder:
        db = Database(Path(folder) / "store.db", os.urandom(32))
        try:
            schema.upgrade(db)
            with db.read() as connection:
                return schema.current(connection)
        finally:
            db.close()


def _label() -> str:
    from counter_app.devices import barcodes
    from counter_app.devices.pictures import decode_picture
    from counter_app.domain.values import new_mail_id
    from printers import preview, zpl
    from printers.labels import ItemLabel

    mail_id = new_mail_id(b"\x2a" * 6)
    label = ItemLabel("214", mail_id, "Élodie Tremblay", "A-12", "2026-11-23", "Self-test")
    texts = {scan.text for scan in barcodes.read(decode_picture(preview.png(zpl.render(label))))}
    if mail_id not in texts:
        raise ValueError(f"read {sorted(texts)}")
    return mail_id


def _receipt() -> str:
    from printers import escpos
    from printers.labels import TestLabel

    return f"{len(escpos.render(TestLabel('Self-test', 'receipt', '2026-11-23')))} bytes"


def _window() -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.theme import apply_theme
    from ui.widgets import text_label

    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("no QApplication")
    apply_theme(app, "light")
    picture = text_label("Counter", "h1").grab()
    if picture.isNull():
        raise ValueError("nothing drawn")
    return f"{picture.width()} x {picture.height()}"
