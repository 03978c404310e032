"""Who may do what: one table, asked in every use case and again in the fold at the centre (2.22)."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.employee import Actor, Level

LEAST_LEVEL: dict[str, Level] = {
    "item.insert": Level.MAIL_INSERTER,
    "item.assign": Level.MAIL_INSERTER,
    "item.move": Level.MAIL_INSERTER,
    "item.weigh": Level.MAIL_INSERTER,
    "item.search": Level.MAIL_INSERTER,
    "item.declare_lost": Level.MANAGER,
    "shelf.count": Level.MAIL_INSERTER,
    "shelf.set_up": Level.MANAGER,
    "item.take_back": Level.MAIL_INSERTER,
    "item.return": Level.MAIL_INSERTER,
    "item.reassign": Level.MANAGER,
    "item.duplicate_override": Level.TASK_PROCESSOR,
    "pickup.process": Level.TASK_PROCESSOR,
    "pickup.decline": Level.TASK_PROCESSOR,
    "money.report": Level.MANAGER,
    "pickup.decline_early": Level.MANAGER,
    "pickup.courtesy": Level.CUSTOMER_SERVICE,
    "pickup.give_up": Level.CUSTOMER_SERVICE,
    "task.process": Level.TASK_PROCESSOR,
    "task.price": Level.TASK_PROCESSOR,
    "task.decline": Level.TASK_PROCESSOR,
    "delivery.note_delivered": Level.CUSTOMER_SERVICE,
    "delivery.release_code": Level.MANAGER,
    "delivery.driver_photo": Level.MANAGER,
    "supply.keep": Level.TASK_PROCESSOR,
    "supply.level": Level.MANAGER,
    "customer.look": Level.MAIL_INSERTER,
    "customer.contact": Level.CUSTOMER_SERVICE,
    "customer.note": Level.CUSTOMER_SERVICE,
    "inbox.resolve": Level.TASK_PROCESSOR,
    "custody.settle": Level.MANAGER,
    "print.answer": Level.MAIL_INSERTER,
    "device.set_up": Level.MANAGER,
    "employee.manage": Level.ADMIN,
    "session.own": Level.MAIL_INSERTER,
    "export.list": Level.MANAGER,
}
"""Action -> least level. An action that is not in the table is allowed to nobody."""

PLATFORM_ONLY = frozenset(
    {"platform.account", "platform.pickup", "platform.task", "platform.charge", "platform.employee"}
)
"""Acts of the platform at the centre; no clerk of any level has them."""

PLATFORM = Actor(id="platform", level=0, present="service")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an act is allowed; if not, a stable code and the level that it takes (0: no level does)."""

    allowed: bool
    code: str = ""
    least_level: int = 0

    def __bool__(self) -> bool:
        return self.allowed


def allows(actor: Actor, action: str) -> Verdict:
    """Whether `actor` may do `action`. Unknown actions and platform acts are refused to every clerk."""
    if action in PLATFORM_ONLY:
        return Verdict(True) if actor == PLATFORM else Verdict(False, "rights.platform_only")
    least = LEAST_LEVEL.get(action)
    if least is None:
        return Verdict(False, "rights.unknown_action")
    if actor.level < least:
        return Verdict(False, "rights.level_too_low", int(least))
    return Verdict(True)
