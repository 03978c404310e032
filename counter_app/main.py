"""Where everything is put together: arguments in, the right program out.

Nothing heavy is imported up here: the window is shown first, the rest is loaded behind it.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
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
    demo.add_argument("--docs", metavar="DOCS", type=Path, help="headless: renew the pictures of the documents there")
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
    central.add_argument("--workers", type=int, default=1, help="processes; more than one needs a PostgreSQL")
    central.add_argument(
        "--metrics-token-file", type=Path, help="who has its token may read /metrics; else only this computer"
    )
    central.add_argument(
        "--mail-config",
        type=Path,
        default=os.environ.get("COUNTER_MAIL_CONFIG"),
        help="how e-mail to customers leaves (TOML); else nobody is written to",
    )
    central.add_argument("--blobs", type=Path, help="folder of the photos; beside a SQLite file by default")
    central.set_defaults(run=_central)
    operator = commands.add_parser("central-operator", help="who may open the console of the central service")
    operator.add_argument("what", choices=("add", "remove"), help="add asks for the password, also for a new one")
    operator.add_argument("email")
    operator.add_argument("--database", default="sqlite:///central.db")
    operator.set_defaults(run=_operator)
    copy = commands.add_parser("central-backup", help="copy the central service's SQLite file, also while it serves")
    copy.add_argument("to", type=Path, help="the new file")
    copy.add_argument("--database", default="sqlite:///central.db")
    copy.set_defaults(run=_central_backup)
    restored = commands.add_parser("central-restored", help="after a restore of the central database: a new history")
    restored.add_argument("--database", default="sqlite:///central.db")
    restored.set_defaults(run=_central_restored)
    verify = commands.add_parser("verify", help="prove the custody journal of a home")
    verify.add_argument("home", type=Path)
    verify.add_argument("--key-file", type=Path)
    verify.add_argument("--centre-key", metavar="FILE", type=Path, help="the centre's public key, 64 hex digits")
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

        return headless.run(folder, arguments.seed, arguments.language or "en", arguments.docs)
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
    from central_service.workers import CANNOT_SERVE

    try:
        serve(
            _database_url(arguments.database),
            arguments.port,
            arguments.demo,
            workers=arguments.workers,
            metrics_token_file=arguments.metrics_token_file,
            mail_config=arguments.mail_config,
            blobs=arguments.blobs.resolve() if arguments.blobs else None,
        )
    except CANNOT_SERVE as error:
        print(f"counter: {error}", file=sys.stderr)
        return 2
    return 0


def _operator(arguments: argparse.Namespace) -> int:
    from central_service import operator_command

    work = operator_command.add if arguments.what == "add" else operator_command.remove
    return work(_database_url(arguments.database), arguments.email)


def _central_backup(arguments: argparse.Namespace) -> int:
    from central_service import copies_command

    return copies_command.back_up(_database_url(arguments.database), arguments.to, time.time_ns() // 1_000_000)


def _central_restored(arguments: argparse.Namespace) -> int:
    from central_service import copies_command

    return copies_command.restored(_database_url(arguments.database))


def _database_url(given: str) -> str:
    return given if "://" in given else f"sqlite:///{Path(given).resolve()}"


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
    centre_key = ""
    if arguments.centre_key is not None:
        centre_key = _centre_key(arguments.centre_key)
        if not centre_key:
            print(f"counter: there is no key in {arguments.centre_key}: 64 hex digits", file=sys.stderr)
            return USAGE
    try:
        opened = keys.open_keys(home.keys, key_source(home, arguments.key_file))
        db = Database(home.store, opened.store_key, read_only=True)
        try:
            verdict = verify.verify(db, opened.public_key, SystemClock().wall_ms(), home.high_water, centre_key)
        finally:
            db.close()
    except CounterError as error:
        print(f"{home.root}: cannot be read: {error.code}\nUNREADABLE (exit {UNREADABLE})")
        return UNREADABLE
    print("\n".join(verdict.lines()))
    return verdict.exit_code


def _centre_key(path: Path) -> str:
    """The key in a file, as hex; "" when there is none."""
    try:
        text = path.read_text(encoding="ascii").strip().lower()
        return text if len(bytes.fromhex(text)) == 32 else ""
    except (OSError, ValueError):
        return ""


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
