"""Employees and their six levels (S-20, domain 2.22)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    MAIL_INSERTER = 1
    TASK_PROCESSOR = 2
    CUSTOMER_SERVICE = 3
    MANAGER = 4
    ADMIN = 5
    OWNER = 6


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does it: the clerk's id, the level as this side knows it, and how presence was shown."""

    id: str
    level: int
    present: str = "password"
    grant: str = ""


@dataclass(frozen=True, slots=True)
class Employee:
    """An employee of the store; never erased, only deactivated, so that history keeps its names."""

    id: str
    name: str
    email: str
    level: int
    active: bool = True
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()


def may_grant(actor_level: int, level: int) -> bool:
    """Nobody grants a level above his own, and only an admin or the owner grants at all (S-20)."""
    return actor_level >= Level.ADMIN and level in tuple(Level) and level <= actor_level
