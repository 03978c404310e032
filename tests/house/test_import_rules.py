"""Who may import whom: the house's rooms and the doors between them, read from the syntax tree."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVELS = ("counter_app", "ui", "resources", "printers", "central_service", "benchmarks")

DOMAIN = {"counter_app.domain"}
CONTRACTS = DOMAIN | {"counter_app.errors", "counter_app.events", "counter_app.ports"}
SHARED = CONTRACTS | {"counter_app.limits"}
DEVICE_LIBRARIES = {"cv2", "numpy", "zxingcpp", "pyzbar", "serial", "hid", "PIL"}

# Room -> what it may import besides itself and the standard library. The longest fitting name counts.
MAY_IMPORT: dict[str, set[str]] = {
    "counter_app": set(),
    "counter_app.domain": set(),
    "counter_app.errors": CONTRACTS,
    "counter_app.events": CONTRACTS,
    "counter_app.ports": CONTRACTS,
    "counter_app.limits": set(),
    "counter_app.config": SHARED | {"counter_app.on_disk", "platformdirs"},
    "counter_app.paths": {"counter_app.errors", "platformdirs"},
    "counter_app.clocks": set(),
    "counter_app.on_disk": set(),
    "counter_app.desk_thread": {"counter_app.errors"},
    "counter_app.instance": {"counter_app.errors"},
    "counter_app.anchors": {"counter_app.store"},
    "counter_app.verify": DOMAIN
    | {"counter_app.anchors", "counter_app.errors", "counter_app.store", "cryptography", "sqlalchemy"},
    "counter_app.restoring": DOMAIN
    | {"counter_app.errors", "counter_app.on_disk", "counter_app.paths", "counter_app.store", "counter_app.verify"},
    "counter_app.keeping": SHARED
    | {
        "counter_app.instance",
        "counter_app.paths",
        "counter_app.photo_sweep",
        "counter_app.space_watch",
        "counter_app.store",
    },
    "counter_app.photo_sweep": {"counter_app.desk", "counter_app.paths", "counter_app.store"},
    "counter_app.scan_room": SHARED | {"counter_app.devices", "counter_app.store"},
    "counter_app.space_watch": SHARED | {"counter_app.desk", "counter_app.paths"},
    "counter_app.rebuild": CONTRACTS | {"counter_app.on_disk", "counter_app.paths", "counter_app.store"},
    "counter_app.one_window": {"PySide6"},
    "counter_app.collecting": {"PySide6"},
    "counter_app.unsent": {"counter_app.errors", "counter_app.paths", "counter_app.store", "counter_app.sync"},
    "counter_app.lost_tail": CONTRACTS
    | {"counter_app.paths", "counter_app.rebuild", "counter_app.store", "sqlalchemy"},
    "counter_app.rescue_thread": CONTRACTS
    | {
        "counter_app.clocks",
        "counter_app.desk",
        "counter_app.paths",
        "counter_app.rebuild",
        "counter_app.store",
    },
    "counter_app.unlocking": {"counter_app.errors", "counter_app.paths", "counter_app.store"},
    "counter_app.logs": {"counter_app.errors", "counter_app.limits"},
    "counter_app.store": DOMAIN
    | {
        "counter_app.on_disk",
        "counter_app.errors",
        "sqlalchemy",
        "msgspec",
        "sqlcipher3",
        "cryptography",
        "keyring",
        "argon2",
        "rapidfuzz",
        "alembic",
    },
    "counter_app.sync": SHARED | {"counter_app.on_disk", "counter_app.store", "msgspec", "requests"},
    "counter_app.desk": SHARED | {"counter_app.on_disk", "counter_app.store", "argon2"},
    "counter_app.devices": SHARED | DEVICE_LIBRARIES,
    "printers": SHARED | {"resources", "escpos", "serial", "PIL", "qrcode"},
    "resources": set(),
    "ui": SHARED | {"PySide6", "resources", "shiboken6", "counter_app.devices.wedge"},
    "central_service": DOMAIN
    | {"counter_app.limits", "starlette", "sqlalchemy", "alembic", "uvicorn", "msgspec", "cryptography", "argon2"},
    "central_service.console": DOMAIN | {"central_service", "resources", "starlette", "sqlalchemy", "argon2"},
}
TYPES_ONLY = {
    "ui": {"counter_app.desk"},
    "counter_app.desk": {"sqlalchemy"},
    "counter_app.sync": {"sqlalchemy"},
    "counter_app.anchors": {"counter_app.domain", "sqlalchemy"},
}
"""Named in annotations, below `if TYPE_CHECKING`, never at run time."""

MAY_IMPORT_ALL = (
    "counter_app.main",
    "counter_app.backup_commands",
    "counter_app.enrolling",
    "counter_app.station",
    "counter_app.desktop",
    "counter_app.closing",
    "counter_app.ways_on",
    "counter_app.self_test",
    "counter_app.demo",
    "benchmarks",
)
"""Where the parts are put together."""

HEAVY = {"cv2", "numpy", "zxingcpp", "escpos", "keyring", "PIL", "pyzbar", "serial", "hid", "qrcode"}
"""Slow to load or missing on some machines: only inside the functions of their adapter."""

OF_ONE_SYSTEM = {"ctypes", "fcntl", "grp", "msvcrt", "pty", "pwd", "termios", "tty", "winreg", "winsound"}
"""Standard library, but not on every system: these may also be imported where they are used."""

SELDOM_NEEDED = {"alembic"}
"""Loaded where it is used, to keep it out of the start: only a store of an older version needs it."""

BEHIND_THE_WINDOW = {"ui.rooms": {"ui.pages"}}
"""Loaded once the window has been painted, by whom."""

OUTSIDE_WORLD = {
    *(
        "asyncio",
        "ftplib",
        "glob",
        "http",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
    ),
    *(
        "select",
        "shutil",
        "smtplib",
        "socket",
        "sqlite3",
        "ssl",
        "subprocess",
        "tempfile",
        "threading",
        "time",
    ),
    *("urllib", "concurrent", "signal", "sys"),
}
"""What the domain does without: no input or output, no clock, no chance."""

CLOCKS = {"now", "utcnow", "today", "uuid1", "uuid4"}


@dataclass(frozen=True)
class Import:
    """One imported name: `at_top` when loading the file loads it, `typing` when only annotations see it."""

    target: str
    line: int
    at_top: bool
    typing: bool


def module_name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def read_tree(root: Path) -> dict[str, tuple[str, bool]]:
    """Every module of the product below `root`: name -> (source, whether it is a package)."""
    files = [file for top in TOP_LEVELS for file in sorted((root / top).rglob("*.py"))]
    return {module_name(file, root): (file.read_text("utf-8"), file.name == "__init__.py") for file in files}


def imports_of(module: str, source: str, is_package: bool, known: set[str]) -> Iterator[Import]:
    """All imports of a file, relative ones resolved; `from package import module` gives the module."""

    def walk(node: ast.AST, at_top: bool, typing: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                for statement in child.body:
                    yield from walk(ast.Module([statement], []), at_top, True)
                yield from walk(ast.Module(child.orelse, []), at_top, typing)
                continue
            for target in targets(child):
                yield Import(target, child.lineno, at_top, typing)  # type: ignore[attr-defined]
            yield from walk(child, at_top and not inside, typing)

    def targets(node: ast.AST) -> Iterator[str]:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = module.split(".") if is_package else module.split(".")[:-1]
                base = ".".join([*package[: len(package) - node.level + 1], *filter(None, [base])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield whole if whole in known else base

    yield from walk(ast.parse(source), True, False)


def within(name: str, rooms: set[str] | tuple[str, ...]) -> bool:
    return any(name == room or name.startswith(room + ".") for room in rooms)


def room_of(module: str) -> str | None:
    fitting = [room for room in MAY_IMPORT if within(module, {room})]
    room = max(fitting, key=len, default=None)
    return None if room == "counter_app" and module != "counter_app" else room


def broken_doors(tree: dict[str, tuple[str, bool]]) -> list[str]:
    """What is imported that the table does not allow, as `module:line imports name`."""
    found = []
    for module, (source, is_package) in tree.items():
        if within(module, MAY_IMPORT_ALL):
            continue
        room = room_of(module)
        if room is None:
            found.append(f"{module} stands in no room of the table")
            continue
        for item in imports_of(module, source, is_package, set(tree)):
            allowed = MAY_IMPORT[room] | {room} | (TYPES_ONLY.get(room, set()) if item.typing else set())
            standard = item.target.partition(".")[0] in sys.stdlib_module_names
            if not standard and not within(item.target, allowed):
                found.append(f"{module}:{item.line} imports {item.target}")
    return list(dict.fromkeys(found))


def outside_world_in_domain(tree: dict[str, tuple[str, bool]]) -> list[str]:
    """The domain gets time, ids and chance as arguments: no such import, no such call."""
    found = []
    for module, (source, is_package) in tree.items():
        if not within(module, DOMAIN):
            continue
        for item in imports_of(module, source, is_package, set(tree)):
            if within(item.target, OUTSIDE_WORLD):
                found.append(f"{module}:{item.line} imports {item.target}")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
                found.append(f"{module}:{node.lineno} calls {ast.unparse(node.func)}")
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("open", "print", "input")
            ):
                found.append(f"{module}:{node.lineno} calls {node.func.id}")
    return found


def misplaced_imports(tree: dict[str, tuple[str, bool]]) -> list[str]:
    """Heavy libraries at the top of a file, and light ones inside a function."""
    found = []
    for module, (source, is_package) in tree.items():
        for item in imports_of(module, source, is_package, set(tree)):
            heavy = within(item.target, HEAVY)
            if heavy and item.at_top and not item.typing:
                found.append(f"{module}:{item.line} imports {item.target} at its top")
            late = not item.at_top and not heavy and not within(item.target, OF_ONE_SYSTEM | SELDOM_NEEDED)
            late = late and not within(item.target, BEHIND_THE_WINDOW.get(module, set()))
            if late and not within(module, MAY_IMPORT_ALL):
                found.append(f"{module}:{item.line} imports {item.target} inside a function")
    return found


def circles(tree: dict[str, tuple[str, bool]]) -> list[str]:
    """Modules that need each other while they load."""
    edges = {
        module: sorted(
            {
                item.target
                for item in imports_of(module, source, is_package, set(tree))
                if item.at_top and not item.typing and item.target in tree and item.target != module
            }
        )
        for module, (source, is_package) in tree.items()
    }
    found: list[str] = []
    done: set[str] = set()

    def follow(module: str, path: list[str]) -> None:
        if module in path:
            found.append(" -> ".join([*path[path.index(module) :], module]))
        elif module not in done:
            for target in edges[module]:
                follow(target, [*path, module])
            done.add(module)

    for module in edges:
        follow(module, [])
    return found


TREE = read_tree(ROOT)
SKELETON = dict.fromkeys(MAY_IMPORT, ("", True)) | {"counter_app.store.db": ("", False)}
"""The rooms, empty: what the planted faults below are put into."""


@pytest.mark.parametrize("rule", [broken_doors, outside_world_in_domain, misplaced_imports, circles])
def test_the_house_keeps_its_import_rules(rule) -> None:
    assert rule(TREE) == []


def test_every_room_of_the_product_was_read() -> None:
    assert {"counter_app.errors", "counter_app.domain.values", "ui", "printers", "central_service"} <= set(TREE)


@pytest.mark.parametrize(
    ("rule", "module", "source", "said"),
    [
        (
            broken_doors,
            "counter_app.domain.fees",
            "import sqlalchemy",
            "counter_app.domain.fees:1 imports sqlalchemy",
        ),
        (
            broken_doors,
            "counter_app.domain.fees",
            "from counter_app import errors",
            "imports counter_app.errors",
        ),
        (broken_doors, "counter_app.domain.fees", "from .. import errors", "imports counter_app.errors"),
        (
            broken_doors,
            "counter_app.domain.fees",
            "from ..errors import CounterError",
            "imports counter_app.errors",
        ),
        (broken_doors, "counter_app.desk.receiving", "def f():\n    import requests", "imports requests"),
        (
            broken_doors,
            "counter_app.sync.engine",
            "from PySide6.QtCore import QTimer",
            "imports PySide6.QtCore",
        ),
        (broken_doors, "counter_app.ports", "from counter_app import limits", "imports counter_app.limits"),
        (broken_doors, "ui.pages", "from counter_app.desk import receiving", "imports counter_app.desk"),
        (broken_doors, "ui.pages", "from counter_app.store.db import write", "imports counter_app.store.db"),
        (broken_doors, "central_service.app", "import counter_app.store.db", "imports counter_app.store.db"),
        (broken_doors, "printers.zpl", "import counter_app.devices", "imports counter_app.devices"),
        (broken_doors, "counter_app.helpers", "", "counter_app.helpers stands in no room"),
        (outside_world_in_domain, "counter_app.domain.fees", "import os.path", "imports os.path"),
        (outside_world_in_domain, "counter_app.domain.fees", "x = datetime.now()", "calls datetime.now"),
        (outside_world_in_domain, "counter_app.domain.fees", "open('x')", "calls open"),
        (misplaced_imports, "counter_app.devices.camera", "import cv2", "imports cv2 at its top"),
        (
            misplaced_imports,
            "counter_app.devices.camera",
            "try:\n    import hid\nexcept ImportError: ...",
            "hid at its top",
        ),
        (misplaced_imports, "counter_app.main", "from PIL.Image import open", "imports PIL.Image at its top"),
        (
            misplaced_imports,
            "printers.tcp",
            "class A:\n  def f(self):\n    import socket",
            "socket inside a function",
        ),
    ],
)
def test_a_planted_import_is_caught(rule, module: str, source: str, said: str) -> None:
    caught = rule(SKELETON | {module: (source, False)})
    assert len(caught) == 1
    assert said in caught[0]


def test_allowed_imports_are_left_alone() -> None:
    fine = {
        "ui.pages": ("if TYPE_CHECKING:\n    from counter_app.desk.receiving import Receiving", False),
        "printers.receipts": ("def f():\n    from escpos.printer import Dummy", False),
        "counter_app.devices.camera": (
            "if TYPE_CHECKING:\n    import numpy\ndef f():\n    import cv2, fcntl",
            False,
        ),
        "counter_app.main": ("def f():\n    import counter_app.store.db, ui", False),
    }
    for rule in (broken_doors, outside_world_in_domain, misplaced_imports, circles):
        assert rule(SKELETON | fine) == []


def test_a_planted_circle_is_caught() -> None:
    circle = {
        "counter_app.desk.a": ("from counter_app.desk import b", False),
        "counter_app.desk.b": ("from . import c", False),
        "counter_app.desk.c": ("import counter_app.desk.a", False),
    }
    assert circles(SKELETON | circle) == [
        "counter_app.desk.a -> counter_app.desk.b -> counter_app.desk.c -> counter_app.desk.a"
    ]
