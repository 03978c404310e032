"""A pickup with everything about it, as the steps of its hand-over and the screen need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.desk.context import Act, Desk
from counter_app.domain.employee import Actor, Employee
from counter_app.domain.fees import FeeLine, pickup_fee, total
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.pickup import OPEN, Pickup, PickupState, gaps
from counter_app.domain.values import Money
from counter_app.errors import RuleViolation
from counter_app.events import PickupChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

WAITS = frozenset({PickupState.SCHEDULED, PickupState.READY})
"""Its customer is not at the counter."""
SETTLED = ("charging", "paid", "pay_later", "handed_over")


@dataclass(frozen=True, slots=True)
class Visit:
    """A pickup as the screen shows it: its pieces, whose it is, what it costs, what still stands open."""

    pickup: Pickup
    account: Account
    items: tuple[MailItem, ...]
    fee_lines: tuple[FeeLine, ...]
    due: Money
    open_gaps: tuple[str, ...]
    may_collect: tuple[str, ...] = ()
    more: tuple[MailItem, ...] = ()
    """Pieces of the same account on the shelf that are in no pickup and could go too."""
    locked_by: str = ""
    """The name of the clerk who is at it."""


def visit(desk: Desk, pickup_id: str) -> Visit:
    """The pickup and everything about it."""
    with desk.db.read() as connection:
        return the_visit(desk, connection, pickup_id)


def pickable(desk: Desk, account_id: str) -> tuple[MailItem, ...]:
    """The pieces of an account that may go into a pickup now, the longest waiting first; at most 200."""
    with desk.db.read() as connection:
        return free_pieces(connection, account_id)


def the_visit(desk: Desk, connection: Connection, pickup_id: str) -> Visit:
    """`visit` within a transaction that is under way."""
    pickup = the_pickup(connection, pickup_id)
    account = the_account(connection, pickup.account_id)
    items = tuple(found for one in pickup.items if (found := state.item(connection, one)))
    # A check comes in an envelope: it is flat mail, for which there is one charge a visit.
    leaving = [
        "letter" if item.mail_type == "check" else item.mail_type for item in items if item.id not in pickup.missing
    ]
    paid = _letters_paid(desk, connection, pickup)
    lines = tuple(pickup_fee(leaving, desk.settings.prices, letters_paid=paid))
    return Visit(
        pickup,
        account,
        items,
        lines,
        total(lines),
        gaps(pickup),
        account.may_collect(desk.today()),
        free_pieces(connection, account.id),
        clerk_name(connection, pickup.locked_by),
    )


def _letters_paid(desk: Desk, connection: Connection, pickup: Pickup) -> bool:
    """Whether flat mail was charged for in this visit already: same day, same collector, not long ago (2.4)."""
    terms = desk.settings.pickups
    if pickup.charge_ms and pickup.state in SETTLED:
        return pickup.letters_cents == 0  # as it was asked for, whatever was paid since
    if terms.letters_per != "visit" or not pickup.collector:
        return False
    now = desk.now_ms()
    rows = connection.exec_driver_sql(
        "SELECT json_extract(data, '$.charge_ms') FROM pickup WHERE account_id = ? AND id <> ? "
        "AND state IN ('paid', 'pay_later', 'handed_over') AND json_extract(data, '$.payment') <> 'declined' "
        "AND json_extract(data, '$.letters_cents') > 0 AND json_extract(data, '$.collector') = ? "
        "AND json_extract(data, '$.charge_ms') >= ?",
        (pickup.account_id, pickup.id, pickup.collector, now - terms.visit_minutes * 60_000),
    ).all()
    return any(desk.local(at_ms).date() == desk.local(now).date() for (at_ms,) in rows)


def letters_cents(visit: Visit) -> int:
    """What of the fee is the one charge for flat mail, in cents."""
    return sum(line.amount.cents for line in visit.fee_lines if line.kind == "pickup.letters")


def free_pieces(connection: Connection, account_id: str) -> tuple[MailItem, ...]:
    """`pickable` within a transaction that is under way."""
    rows = connection.exec_driver_sql(
        "SELECT id FROM item WHERE account_id = ? AND state IN ('received', 'scanned') ORDER BY received_ms LIMIT 200",
        (account_id,),
    ).all()
    found = (state.item(connection, row[0]) for row in rows)
    return tuple(one for one in found if one is not None and one.apart != "return")


def clerk_name(connection: Connection, clerk_id: str) -> str:
    """The name of a clerk as this station knows it; his id when it does not."""
    if not clerk_id:
        return ""
    found = state.get(connection, "employee", clerk_id)
    if isinstance(found, Employee) and found.name:
        return found.name
    name = connection.exec_driver_sql("SELECT name FROM verifier WHERE clerk_id = ?", (clerk_id,)).scalar()
    return str(name or clerk_id)


def step_done(act: Act, pickup_id: str) -> Visit:
    """The pickup after a step of this act, which is told."""
    after = the_visit(act.desk, act.connection, pickup_id)
    act.tell(PickupChanged(pickup_id, after.pickup.state))
    return after


def the_pickup(connection: Connection, pickup_id: str) -> Pickup:
    """RuleViolation("pickup.unknown")."""
    found = state.pickup(connection, pickup_id)
    if found is None:
        raise RuleViolation("pickup.unknown")
    return found


def the_account(connection: Connection, account_id: str) -> Account:
    """RuleViolation("mailbox.unknown")."""
    found = state.account(connection, account_id)
    if found is None:
        raise RuleViolation("mailbox.unknown")
    return found


def begun(connection: Connection, actor: Actor, pickup_id: str) -> Pickup:
    """A pickup whose customer is here, and at which no other clerk is: pickup.wrong_state, pickup.locked."""
    pickup = the_pickup(connection, pickup_id)
    if PickupState(pickup.state) not in OPEN - WAITS:
        raise RuleViolation("pickup.wrong_state", state=pickup.state)
    demand_own(connection, actor, pickup)
    return pickup


def in_progress(connection: Connection, actor: Actor, pickup_id: str) -> Pickup:
    """The same, before its fee is asked for."""
    pickup = the_pickup(connection, pickup_id)
    if pickup.state != PickupState.IN_PROGRESS.value:
        raise RuleViolation("pickup.wrong_state", state=pickup.state)
    demand_own(connection, actor, pickup)
    return pickup


def demand_own(connection: Connection, actor: Actor, pickup: Pickup) -> None:
    """RuleViolation("pickup.locked") while another clerk is at it: take it over first, with a reason."""
    if pickup.locked_by not in ("", actor.id):
        raise RuleViolation("pickup.locked", by=clerk_name(connection, pickup.locked_by), since_ms=pickup.locked_ms)
