"""`central-operator`: who may open the console. Asked on the terminal, so that no password stands in a command line."""

from __future__ import annotations

import getpass
import sys
import time

from central_service.console import operators
from central_service.database import Database

FAILED = 1


def add(database_url: str, email: str) -> int:
    """Make an operator, or give one a new password; open sessions end. The exit code."""
    password = _ask_twice()
    if password is None:
        print("The two are not the same. Nothing was changed.", file=sys.stderr)
        return FAILED
    db = Database(database_url)
    try:
        operators.add_operator(db, email, password, time.time_ns() // 1_000_000)
    except ValueError as error:
        print(f"{str(error).capitalize()}. Nothing was changed.", file=sys.stderr)
        return FAILED
    finally:
        db.close()
    print(f"{email.strip().lower()} may sign in under /console")
    return 0


def remove(database_url: str, email: str) -> int:
    """Take an operator's access away; open sessions end. The exit code."""
    db = Database(database_url)
    try:
        known = operators.remove_operator(db, email)
    finally:
        db.close()
    print("That operator may not sign in any more." if known else "There is no such operator.")
    return 0 if known else FAILED


def _ask_twice() -> str | None:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")  # from a script: one line
    password = getpass.getpass(f"Password, at least {operators.PASSWORD_LEAST} characters: ")
    return password if getpass.getpass("Once more: ") == password else None
