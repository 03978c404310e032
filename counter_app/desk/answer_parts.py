"""What an answer of the yes/no screen is made of: the verdict, what there is to know, what may be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from counter_app.desk.context import Desk
from counter_app.desk.looking_up import Found
from counter_app.desk.today import due_ms
from counter_app.domain import permissions
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.pickup import Pickup
from counter_app.domain.storage import WARN_DAYS, days_left, free_until

VERDICTS: dict[str, str] = {
    # a piece for this mailbox: the values of InsertRule, and the names (S-09)
    "insert": "ok",
    "insert_and_warn": "warn",
    "notice_and_return": "bad",
    "notice_and_hold": "bad",
    "hold_or_remail": "bad",
    "return": "bad",
    "no_names": "bad",
    "name_gone": "bad",
    "collects_only": "warn",
    # a piece in hand
    "hand_over": "ok",
    "open_task": "ok",
    "assign": "warn",
    "unpaid": "bad",
    "in_task": "warn",
    "keep": "bad",
    "lost": "warn",
    "searching": "warn",
    "contested": "bad",
    "gone": "info",
    # the clerk has to say which one
    "which": "info",
    "which_holder": "warn",
    "guess": "info",
    "new_piece": "info",
    "unknown": "bad",
    "empty": "info",
}
"""Every verdict -> how it is meant: ok, warn, bad or info."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know: a stable code, its facts, and how it is meant: ok, warn, bad or info."""

    code: str
    kind: str = "info"
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be done, or not: then `why` is the stable code of the reason."""

    action: str
    allowed: bool
    why: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Allowed:
    """A name with its form. `role`: applicant, person, business (on Form 1583), collector (block 5: no recipient).

    `standing`: now, not_yet, no_longer. Dates are ISO, "" when they are not known; the ID is that of the applicant.
    """

    text: str
    role: str
    standing: str = "now"
    since: str = ""
    until: str = ""
    id_until: str = ""
    id_expired: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """An open pickup: when it is due (the appointment, or T3 and T4; 0 once it has begun), and its Mail IDs here."""

    pickup: Pickup
    due_ms: int = 0
    late: bool = False
    mail_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the counter says about what was typed or scanned.

    `subject`: piece, mailbox, choice (several, or a guess), new_piece (a tracking number never seen), nothing.
    `verdict`: a key of VERDICTS. `colour`: ok, warn, bad, info; it is never the only sign, verdict and `lines` say it.
    `main`: the offer that is the next step, "" when none is.
    """

    subject: str
    verdict: str
    colour: str
    asked: str
    item: MailItem | None = None
    account: Account | None = None
    found: tuple[Found, ...] = ()
    tasks: tuple[Task, ...] = ()
    names: tuple[Allowed, ...] = ()
    on_shelf: tuple[MailItem, ...] = ()
    carrier: str = ""
    tracking: str = ""
    lines: tuple[Line, ...] = ()
    offers: tuple[Offer, ...] = ()
    main: str = ""

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts to choose from."""
        return tuple(one.account for one in self.found if one.account is not None)

    @property
    def pickup(self) -> Pickup | None:
        """The open pickup that comes first."""
        return self.tasks[0].pickup if self.tasks else None


def colour_of(verdict: str, lines: list[Line]) -> str:
    """The verdict's own colour; a yes with something to look at is amber, and never green."""
    own = VERDICTS[verdict]
    return "warn" if own == "ok" and any(line.kind in ("warn", "bad") for line in lines) else own


def offer(actor: Actor, action: str, name: str, allowed: bool = True, why: str = "", **facts: Any) -> Offer:
    """The offer `name`, which takes the right to `action`; a right that is missing is the first reason."""
    verdict = permissions.allows(actor, action)
    if not verdict:
        return Offer(name, False, verdict.code, {"least_level": verdict.least_level})
    return Offer(name, allowed, "" if allowed else why, facts)


def task_of(desk: Desk, pickup: Pickup, mail_ids: tuple[str, ...] = ()) -> Task:
    """An open pickup with its due time; one under way has none, the customer stands there."""
    due = 0
    if pickup.state in ("scheduled", "ready"):
        due = pickup.appointment_ms or (due_ms(desk, "pickup", pickup.requested_ms) if pickup.requested_ms else 0)
    return Task(pickup, due, 0 < due < desk.now_ms(), mail_ids)


def task_line(task: Task) -> Line:
    """An open task in words: its state, when it is due, its pieces."""
    pickup = task.pickup
    facts = {"due_ms": task.due_ms, "pieces": task.mail_ids or len(pickup.items)}
    if pickup.state in ("scheduled", "ready"):
        when = "late" if task.late else "appointment" if pickup.appointment_ms else "scheduled"
        return Line(f"task.{when}", "warn" if task.late else "info", facts)
    kind = {"payment_declined": "bad", "charging": "warn", "pay_later": "warn"}.get(pickup.state, "info")
    return Line(f"task.{pickup.state}", kind, facts)


def storage_line(desk: Desk, account: Account, items: tuple[MailItem, ...], today: str) -> list[Line]:
    """When the free days of the piece that comes first end, from five days before (T25); none while it is early.

    A piece in a task costs no storage while somebody has asked for it (2.21).
    """
    left: list[tuple[int, str, MailItem]] = []
    for item in items:
        if item.state in (ItemState.RECEIVED.value, ItemState.SCANNED.value):
            since = item.received_on or desk.local(item.received_ms).date().isoformat()
            free = desk.settings.storage.free_days(account.plan, item.mail_type)
            left.append((days_left(since, free, today), free_until(since, free), item))
    soon = [one for one in left if one[0] <= WARN_DAYS]
    if not soon:
        return []
    days, until, item = min(soon, key=lambda one: (one[0], one[2].received_ms))
    facts = {"days": days, "until": until, "mail_id": item.mail_id, "count": len(soon)}
    code = "storage.over" if days < 0 else "storage.last_day" if days == 0 else "storage.soon"
    return [Line(code, "warn", facts)]
