"""How far a hand-over is, read from the pickup alone: the step in turn, each step's tick, what the fee comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from counter_app.domain.values import Money
from ui.figures import money
from ui.pages import pickup_words as words

if TYPE_CHECKING:
    from counter_app.desk.pickups import Visit

STEPS = ("id", "pieces", "fee", "sign")
SETTLED = ("paid", "pay_later")
EARLY = frozenset(
    (
        "pickup.no_pieces",
        "pickup.id_not_checked",
        "pickup.collector_not_authorised",
        "pickup.paper_not_for_piece",
        "pickup.pieces_not_scanned",
    )
)
"""With one of these open nothing is charged: what was charged for cannot be taken out of the pickup any more."""


def step_states(visit: Visit) -> dict[str, tuple[str, str]]:
    pickup = visit.pickup
    to_scan = [one for one in pickup.to_hand_over if one not in pickup.scanned]
    found: dict[str, tuple[str, str]] = {}
    kinds = dict(words.id_types())
    if pickup.id_type and pickup.collector_listed:
        said = [pickup.collector, kinds.get(pickup.id_type, pickup.id_type)]
        if pickup.paper:
            said.append(QCoreApplication.translate("Pickups", "written authorisation"))
        found["id"] = ("done", " · ".join(said))
    else:
        found["id"] = ("", QCoreApplication.translate("Pickups", "Ask for it first"))
    scanned = QCoreApplication.translate("Pickups", "{scanned} of {all} scanned").format(
        scanned=len(pickup.to_hand_over) - len(to_scan), all=len(pickup.to_hand_over)
    )
    if pickup.missing:
        scanned += " · " + QCoreApplication.translate("Pickups", "%n not found", "", len(pickup.missing))
    found["pieces"] = ("" if to_scan or not pickup.to_hand_over else "done", scanned)
    found["fee"] = fee_state(visit)
    signed = QCoreApplication.translate("Pickups", "Signed")
    found["sign"] = ("done", signed) if pickup.signature else ("", "")
    return found


def fee_state(visit: Visit) -> tuple[str, str]:
    pickup, amount = visit.pickup, money(amount_of(visit))
    if pickup.state == "paid":
        if pickup.payment == "nothing_due":
            return "done", QCoreApplication.translate("Pickups", "Nothing due")
        return "done", QCoreApplication.translate("Pickups", "{amount} paid").format(amount=amount)
    if pickup.state == "pay_later":
        return "done", QCoreApplication.translate("Pickups", "{amount} is charged later").format(amount=amount)
    if pickup.state == "charging":
        return "wait", QCoreApplication.translate("Pickups", "Checking {amount}…").format(amount=amount)
    if pickup.state == "payment_declined":
        return "bad", QCoreApplication.translate("Pickups", "Card declined")
    return "", amount


def amount_of(visit: Visit) -> Money:
    asked = visit.pickup.state in ("charging", "paid", "pay_later") and visit.pickup.payment != "nothing_due"
    return Money(visit.pickup.amount_cents, visit.due.currency) if asked else visit.due


def turn_of(visit: Visit) -> str:
    """Whose turn it is; while the fee is being checked the customer can sign."""
    states = step_states(visit)
    for key in STEPS:
        if states[key][0] not in ("done", "wait"):
            return key
    return "fee" if states["fee"][0] == "wait" else ""


def head_of(visit: Visit) -> tuple[str, str]:
    """The title and the subtitle of the page while this pickup is handed over."""
    title = QCoreApplication.translate("Pickups", "Hand over to {name}").format(name=visit.account.holder)
    kind = (
        QCoreApplication.translate("Pickups", "walk-in")
        if visit.pickup.mode == "walk_in"
        else QCoreApplication.translate("Pickups", "asked for by the customer")
    )
    return title, " · ".join((words.pmb(visit.account.mailbox), words.pieces(len(visit.pickup.items)), kind))
