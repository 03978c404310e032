"""Where everything is put together: arguments in, the right program out.

Nothing heavy is imported up here: the window is shown first, the rest is loaded behind it.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from counter_app.errors import CounterError

USAGE, UNREADABLE = 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one of Counter's programs; the exit code."""
    given = list(argv if argv is not None else sys.argv[1:])
    if given == ["--self-test"]:
        given = ["self-test"]  # as an installed program is asked
    arguments = _parser().parse_args(given)
    try:
        return int(arguments.run(arguments))
    except CounterError as error:
        print(f"counter: {error.code} {_facts(error)}".rstrip(), file=sys.stderr)
        return UNREADABLE


def _facts(error: CounterError) -> str:
    return " ".join(f"{key}={value}" for key, value in error.facts.items())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="counter", description="The front desk of a mail center.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    demo = commands.add_parser("demo", help="a whole store with simulated devices and its own central service")
    demo.add_argument("--headless", metavar="DIR", type=Path, help="walk a store day by itself, write pictures here")
    demo.add_argument("--seed", type=int, default=1583, help="another store, another day")
    demo.add_argument("--language", choices=("system", "en", "fr"), help="what the window speaks; headless: en")
    demo.set_defaults(run=_demo)
    run = commands.add_parser("run", help="the station at the desk")
    run.add_argument("--home", type=Path, help="the station's folder; else the one that this system has for it")
    run.add_argument("--central", default="", help="address of the centre; only for a new station")
    run.add_argument("--enrol", default="", metavar="CODE", help="the one-time code for a new station")
    run.add_argument("--name", default="Counter 1")
    run.add_argument("--key-file", type=Path, help="where the key of this home is kept (mode keyfile)")
    run.set_defaults(run=_run)
    central = commands.add_parser("central", help="the central service")
    central.add_argument("--database", default="sqlite:///central.db")
    central.add_argument("--port", type=int, default=8583)
    central.add_argument("--demo", action="store_true", help="with a card simulator, for trials only")
    central.add_argument("--blobs", default="", help="folder of the photos; beside an SQLite database by default")
    central.set_defaults(run=_central)
    verify = commands.add_parser("verify", help="prove the custody journal of a home")
    verify.add_argument("home", type=Path)
    verify.add_argument("--key-file", type=Path)
    verify.set_defaults(run=_verify)
    backup = commands.add_parser("backup", help="save a backup of a home, also while the program runs")
    backup.add_argument("home", type=Path)
    backup.add_argument("--key-file", type=Path)
    backup.add_argument("--into", metavar="DIR", type=Path, help="where; else the home's own folder of backups")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="make a home from a backup")
    restore.add_argument("backup", type=Path, help="a backup, or a folder of them for the newest")
    restore.add_argument("--into", metavar="DIR", type=Path, required=True, help="the new home: empty or not there yet")
    restore.add_argument("--key-file", type=Path)
    restore.add_argument("--recovery", action="store_true", help="open it by the recovery sheet, on a new computer")
    restore.set_defaults(run=_restore)
    drill = commands.add_parser("drill", help="restore the newest backup on trial, and say what would be lost")
    drill.add_argument("home", type=Path)
    drill.add_argument("--key-file", type=Path)
    drill.set_defaults(run=_drill)
    export = commands.add_parser("export", help="save the acts that the centre does not have to a file in the home")
    export.add_argument("home", type=Path)
    export.add_argument("--key-file", type=Path)
    export.set_defaults(run=_export)
    recovery = commands.add_parser("recovery", help="print a sheet that opens this home's backups on any computer")
    recovery.add_argument("home", type=Path)
    recovery.add_argument("--key-file", type=Path)
    recovery.set_defaults(run=_recovery)
    self_test = commands.add_parser("self-test", help="does everything load and work here?")
    self_test.set_defaults(run=_self_test)
    return parser


def _demo(arguments: argparse.Namespace) -> int:
    folder: Path | None = arguments.headless
    if folder is None and not _has_screen():
        folder = Path("counter-demo")
        print(f"There is no screen here: the day is walked headless, pictures and report go to {folder}/", flush=True)
    if folder is not None:
        from counter_app.demo import headless

        return headless.run(folder, arguments.seed, arguments.language or "en")
    from counter_app.demo import live

    return live.run(arguments.seed, arguments.language or "system")


def _has_screen() -> bool:
    # Windows and macOS always have one; elsewhere a display server says so.
    return os.name == "nt" or platform.system() == "Darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _run(arguments: argparse.Namespace) -> int:
    import platformdirs

    from counter_app import desktop

    home = arguments.home or Path(platformdirs.user_data_dir("Counter", appauthor=False))
    return desktop.run(home, arguments.central, arguments.enrol, arguments.name, key_file=arguments.key_file)


def _central(arguments: argparse.Namespace) -> int:
    from central_service.server import serve

    database = arguments.database
    url = database if "://" in database else f"sqlite:///{Path(database).resolve()}"
    serve(url, arguments.port, arguments.demo, blobs=Path(arguments.blobs).resolve() if arguments.blobs else None)
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from counter_app import verify
    from counter_app.clocks import SystemClock
    from counter_app.paths import Home
    from counter_app.store import keys
    from counter_app.store.db import Database
    from counter_app.unlocking import key_source

    home = Home(arguments.home)
    if not home.root.is_dir():
        print(f"counter: there is no such folder: {home.root}", file=sys.stderr)
        return USAGE
    try:
        opened = keys.open_keys(home.keys, key_source(home, arguments.key_file))
        db = Database(home.store, opened.store_key, read_only=True)
        try:
            verdict = verify.verify(db, opened.public_key, SystemClock().wall_ms(), home.high_water)
        finally:
            db.close()
    except CounterError as error:
        print(f"{home.root}: cannot be read: {error.code}\nUNREADABLE (exit {UNREADABLE})")
        return UNREADABLE
    print("\n".join(verdict.lines()))
    return verdict.exit_code


def _backup(arguments: argparse.Namespace) -> int:
    from counter_app import backup_commands

    return backup_commands.back_up(arguments.home, arguments.key_file, arguments.into)


def _restore(arguments: argparse.Namespace) -> int:
    from counter_app import backup_commands

    return backup_commands.restore(arguments.backup, arguments.into, arguments.key_file, arguments.recovery)


def _recovery(arguments: argparse.Namespace) -> int:
    from counter_app import backup_commands

    return backup_commands.recovery(arguments.home, arguments.key_file)


def _drill(arguments: argparse.Namespace) -> int:
    from counter_app import backup_commands

    return backup_commands.drill(arguments.home, arguments.key_file)


def _export(arguments: argparse.Namespace) -> int:
    from counter_app import unsent
    from counter_app.clocks import SystemClock
    from counter_app.paths import Home
    from counter_app.unlocking import key_source

    home = Home(arguments.home)
    saved = unsent.export(home, key_source(home, arguments.key_file), SystemClock().wall_ms())
    print(f"{saved.count} acts: {saved.path}" if saved.count else "the centre has every act of this home")
    return 0


def _self_test(arguments: argparse.Namespace) -> int:
    from counter_app import self_test

    return self_test.run()


if __name__ == "__main__":
    sys.exit(main())
