"""Carrier drops: what a carrier brought at once, counted at the door, and squared when every piece is in (2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Desk, demand
from counter_app.domain.employee import Actor
from counter_app.domain.intake import Intake, IntakeState
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.events import IntakeChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_PIECES = 2_000
_SKEW_MS = 3_600_000
"""Another counter's clock may be so far behind: its pieces count nevertheless."""


@dataclass(frozen=True, slots=True)
class Drop:
    """An open drop and how far it is. `inserted` lie in a mailbox or are dealt with, `waiting` have none yet (T2)."""

    intake: Intake
    inserted: int
    waiting: int
    accountable: int

    @property
    def recorded(self) -> int:
        return self.inserted + self.waiting

    @property
    def square(self) -> bool:
        """Every piece that was counted is recorded, and none besides."""
        return self.recorded == self.intake.pieces and self.accountable == self.intake.accountable


def open_drop(desk: Desk, actor: Actor, carrier: str, pieces: int, accountable: int = 0, driver: str = "") -> Intake:
    """A carrier has brought something, counted; from now on each received piece belongs to it.

    RuleViolation: intake.carrier_missing, intake.count_wrong (1 to 2,000), intake.accountable_wrong (more than all).
    """
    with desk.act(actor, "item.insert") as act:
        who = clean(carrier.lower()).text[:40]
        if not who:
            raise RuleViolation("intake.carrier_missing")
        if not 1 <= pieces <= MOST_PIECES:
            raise RuleViolation("intake.count_wrong", most=MOST_PIECES)
        if not 0 <= accountable <= pieces:
            raise RuleViolation("intake.accountable_wrong", pieces=pieces)
        said = {"carrier": who, "driver": clean(driver).text, "pieces": pieces, "accountable": accountable}
        done = act.write("intake.opened", desk.new_id(), **said)
        made = next(row for row in done.rows if isinstance(row, Intake))
        act.tell(IntakeChanged(made.id, made.state))
        return made


def open_drops(desk: Desk, actor: Actor) -> tuple[Drop, ...]:
    """Every drop that is not squared yet, the oldest first."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM intake WHERE state = 'open' ORDER BY opened_ms, id").all()
        return tuple(_counted(connection, _drop(connection, row[0])) for row in rows)


def square(desk: Desk, actor: Actor, intake_id: str, reason: str = "") -> Intake:
    """Close a drop. RuleViolation: intake.unknown, intake.not_open, intake.differs (counted and recorded differ and
    nobody says why)."""
    with desk.act(actor, "item.insert") as act:
        drop = _drop(act.connection, intake_id)
        if drop.state != IntakeState.OPEN.value:
            raise RuleViolation("intake.not_open")
        found, said = _counted(act.connection, drop), clean(reason).text
        if not found.square and not said:
            raise RuleViolation(
                "intake.differs",
                pieces=drop.pieces,
                recorded=found.recorded,
                accountable=drop.accountable,
                seen=found.accountable,
            )
        done = act.write("intake.squared", intake_id, inserted=found.recorded, reason=said)
        act.tell(IntakeChanged(intake_id, IntakeState.SQUARED.value))
        return next(row for row in done.rows if isinstance(row, Intake))


def _drop(connection: Connection, intake_id: str) -> Intake:
    found = state.get(connection, "intake", intake_id)
    if not isinstance(found, Intake):
        raise RuleViolation("intake.unknown")
    return found


def _counted(connection: Connection, drop: Intake) -> Drop:
    # By time first: only what came since the drop was opened is read.
    rows = connection.exec_driver_sql(
        "SELECT state = 'unassigned' AND coalesce(json_extract(data, '$.apart'), '') = '', "
        "instr(json_extract(data, '$.flags'), '\"accountable\"') > 0 "
        "FROM item WHERE received_ms >= ? AND state <> 'taken_back' AND json_extract(data, '$.intake') = ?",
        (drop.opened_ms - _SKEW_MS, drop.id),
    ).all()
    waiting = sum(1 for row in rows if row[0])
    return Drop(drop, len(rows) - waiting, waiting, sum(1 for row in rows if row[1]))
